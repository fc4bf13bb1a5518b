"""Sums told in a row: one verb, then a sum for each."""

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.extraction import extract_claims
from graphbuild.extract.rows import claim_row
from tests.extract.writing import KINDS, NAMES, filing, news


def _rows(document):
    claims = extract_claims(document, Context(NAMES, KINDS)).claims
    return {(r["source"], r["target"], r["amount"]) for r in map(claim_row, claims)}


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        (
            "Tidepool has committed to buying $9 billion of computing power from Meridian, $5 "
            "billion from Quillstone and $2 billion from Ashgrove.",
            {("tidepool", "meridian", 9_000_000_000), ("tidepool", "quillstone", 5_000_000_000),
             ("tidepool", "ashgrove", 2_000_000_000)},
        ),
        (
            "Corvid invested $2 billion in Quillstone, $1 billion in Tidepool and $300 million in "
            "Brightwater.",
            {("corvid", "quillstone", 2_000_000_000), ("corvid", "tidepool", 1_000_000_000),
             ("corvid", "brightwater", 300_000_000)},
        ),
        (
            "Meridian lent $2 billion to Quillstone and another $1 billion to Tidepool.",
            {("meridian", "quillstone", 2_000_000_000), ("meridian", "tidepool", 1_000_000_000)},
        ),
    ],
)  # fmt: skip
def test_each_sum_of_a_row_is_a_claim_like_the_first(sentence, claims):
    assert _rows(news("A story", sentence)) == claims


@pytest.mark.parametrize(
    "sentence",
    [
        "Meridian saw sales of $2 billion to Quillstone and $1 billion to Tidepool.",
        "Meridian lent $2 billion to Quillstone, while revenue grew by $1 billion to Tidepool's.",
    ],
)
def test_a_row_whose_first_sum_is_no_deal_and_another_verb_end_it(sentence):
    assert not {row for row in _rows(news("A story", sentence)) if row[1] == "tidepool"}


def test_rows_are_read_in_reports_only():
    words = "We lent $2 million to Quillstone and $1 million to Tidepool."
    assert {row[2] for row in _rows(filing(words))} <= {2_000_000}
