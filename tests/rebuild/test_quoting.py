"""The sentence in which some words stand, cut so that it can be read at a glance."""

import pytest

from graphbuild.rebuild.quoting import sentence_with
from graphbuild.records.document import Document, Paragraph, Sentence, SourceTier


def _document(text, *spans):
    sentences = tuple(Sentence(start=start, end=end) for start, end in spans)
    whole = Paragraph(start=0, end=len(text), sentences=sentences)
    return Document(
        document_id="d", path="d.htm", kind="10-Q", tier=SourceTier.FILING, sha256="0", text=text,
        paragraphs=(whole,) if spans else (),
    )  # fmt: skip


def test_the_sentence_around_the_words_is_given_whole():
    text = "Nothing here. The Orchid  \n vehicle borrows 5. Nothing there."
    cut = text.index("Nothing there")
    document = _document(text, (0, 13), (14, cut - 1), (cut, len(text)))
    assert sentence_with(document, "orchid vehicle") == "The Orchid vehicle borrows 5."


def test_a_line_of_a_table_stands_for_a_sentence():
    document = _document("a 1\nOrchid vehicle 7\nb 2")
    assert sentence_with(document, "Orchid Vehicle") == "Orchid vehicle 7"
    assert sentence_with(_document("only Orchid vehicle"), "orchid") == "only Orchid vehicle"


def test_a_page_long_sentence_is_cut_around_the_words():
    text = "x " * 1000 + "Orchid vehicle" + " y" * 1000
    told = sentence_with(_document(text, (0, len(text))), "Orchid vehicle")
    assert len(told) < 420
    assert told.startswith("... ")
    assert told.endswith(" ...")
    assert "Orchid vehicle" in told


@pytest.mark.parametrize("phrase", ["", " ", "orchid fund", "(orchid", "."])
def test_words_that_are_not_there_give_nothing(phrase):
    assert sentence_with(_document("the orchid vehicle"), phrase) == ""
