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
