"""Sentence ends: what is one and what is not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.documents.sentences import split_sentences


def _split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Acme paid $1.25 billion to Borealis Inc. and others.",
        "Acme Compute Co. IV, LLC borrowed from Fallow Bank, N.A. in May.",
        "See Exhibit No. 4 and Art. 5 of the U.S. Treasury rules.",
        "Mr. J. P. Hollow and Dr. Ames agreed.",
        "Refer to Note 12. Commitments for details.",
        "1. Business of the group",
        "It rose 3.5% vs. Q2 of last year, i.e. Borealis grew.",
    ],
)
def test_one_sentence_stays_one(text):
    assert _split(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Acme bought Borealis Inc. The price was $2 billion. We paid cash.", 3),
        ("It moved to the U.S. In 2025 it grew.", 2),
        ("Is it firm? Yes. It is state of the art. We agree!", 4),
        ("He said “we will pay.” Acme agreed.", 2),
        ("The holders are Class A. We pay them.", 2),
        ("It files with the SEC. The SEC reads it.", 2),
        ("See Note 19. The Company paid.", 2),
    ],
)
def test_ends_are_found(text, count):
    assert len(_split(text)) == count


@given(st.text(alphabet=st.sampled_from("Ab. 1?!”$\nInc,"), max_size=80))
def test_sentences_cover_all_words_in_order(text):
    spans = split_sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(_split(text)).split()) == "".join(text.split())


def test_spans_count_from_the_start_of_the_text():
    text = "ignored | Acme paid. Borealis paid."
    assert [text[s.start : s.end] for s in split_sentences(text, 10)] == [
        "Acme paid.",
        "Borealis paid.",
    ]
