"""Text copied out of a PDF, without blank lines: headings, paragraphs and tables stand apart."""

import pytest

from tests.documents.papers import lines, read, sentences

PAGE = """FORM 10-Q
UNITED STATES
SECURITIES AND EXCHANGE COMMISSION
For the quarterly period ended September 30, 2025
HALVERSEN COMPUTE, INC.
(Exact name of registrant as specified in its charter)
9. Debt
The Company's debt consists of the following (in thousands):
September 30, 2025 December 31, 2024
Harbor Facility $ 400,000 $ —
9.25% Senior Notes due 2030 2,000,000 —
Total debt $ 2,400,000 $ —
In July 2025, we entered into a credit agreement that provides for a facility of up to $2.6 bil-
lion, and for long-
term loans besides.
10. Leases
We lease buildings.
"""


def test_a_copied_page_has_its_headings_table_and_sentences():
    document = read(PAGE, "", path="page.txt")
    assert "9. Debt" in lines(document)
    (table,) = document.tables
    assert table.caption.startswith("The Company's debt consists")
    assert table.scale == 1000
    assert len(table.rows) == 4
    assert (
        "In July 2025, we entered into a credit agreement that provides for a facility of up to "
        "$2.6 billion, and for long-term loans besides."
    ) in sentences(document)


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("a hyper-\nscaler pays", "a hyper-scaler pays"),
        ("The hyperscaler pays. A hyper-\nscaler is large", "A hyperscaler is large"),
        ("lent $3 mil-\nlion, and", "lent $3 million, and"),
        ("a non-\nUS company", "a non-US company"),
    ],
)
def test_a_word_cut_at_the_end_of_a_line_is_one_word(cut, whole):
    assert whole in read(f"{cut} today.\n", "", path="a.txt").text


def test_a_copied_story_keeps_headline_byline_and_paragraphs_apart():
    story = (
        "Corvid to invest $2 billion in Tidepool\nBy Jo Writer\nOct. 2, 2025 9:30 am ET\n"
        "Corvid Semiconductor Corp. said on Thursday that it will invest $2 billion in Tidepool.\n"
        "On March 3, 2024 it had invested $100 million in the company, which makes models.\n"
    )
    assert lines(read(story, "", path="story.txt"))[:3] == [
        "Corvid to invest $2 billion in Tidepool",
        "By Jo Writer",
        "Oct. 2, 2025 9:30 am ET",
    ]


def test_a_typed_paragraph_stays_one_whatever_its_last_words():
    typed = (
        "In July 2025, we entered into a credit agreement with Northgate Bank, N.A. and\n"
        "Ashgrove Capital, as lenders, which provides for loans to be drawn until the end of\n"
        "March 2026 by Harbor Lending II, LLC.\n"
    )
    assert len(lines(read(typed, "", path="a.txt"))) == 1


def test_where_lines_are_long_each_is_a_paragraph():
    copied = "A headline of this story\n" + "A long sentence about Harbor. " * 8 + "\nAnd more\n"
    copied += "Another long sentence about it. " * 8 + "\n"
    assert len(lines(read(copied, "", path="a.txt"))) == 4
