"""Tables typed with spaces, copied out of a browser, a PDF or Markdown: the same cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.documents.plain import render_plain
from graphbuild.documents.typed_tables import typed_rows

SPACED = """
                                     September 30,     December 31,
                                         2025              2024
Harbor Facility                     $   400,000       $       -
9.25% Senior Notes due 2030           2,000,000         300,000
Total debt                          $ 2,400,000       $ 300,000
"""
BROWSER = (
    "\tSeptember 30, 2025\t \tDecember 31, 2024\n"
    "Harbor Facility\t$\t400,000\t \t \t$\t-\n"
    "9.25% Senior Notes due 2030\t \t2,000,000\t \t \t \t300,000\n"
    "Total debt\t$\t2,400,000\t \t \t$\t300,000\n"
)
MARKDOWN = """
|  |  | September 30, 2025 |  |  | December 31, 2024 |  |
| --- | --- | --- | --- | --- | --- | --- |
| Harbor Facility | $ | 400,000 |  | $ | - |  |
| 9.25% Senior Notes due 2030 |  | 2,000,000 |  |  | 300,000 |  |
| Total debt | $ | 2,400,000 |  | $ | 300,000 |  |
"""
COPIED = """
September 30, 2025 December 31, 2024
Harbor Facility $ 400,000 $ -
9.25% Senior Notes due 2030 2,000,000 300,000
Total debt $ 2,400,000 $ 300,000
"""


@pytest.mark.parametrize("text", [SPACED, BROWSER, MARKDOWN, COPIED])
def test_every_way_of_typing_gives_the_same_rows_and_columns(text):
    (table,) = render_plain(text).tables
    body = [[(c.text, c.column) for c in row.cells] for row in table.rows][-3:]
    assert body == [
        [("Harbor Facility", 0), ("$ 400,000", 1), ("$ -", 2)],
        [("9.25% Senior Notes due 2030", 0), ("2,000,000", 1), ("300,000", 2)],
        [("Total debt", 0), ("$ 2,400,000", 1), ("$ 300,000", 2)],
    ]
    heads = [(c.text, c.column) for row in table.rows[:-3] for c in row.cells]
    over = {column: " ".join(t for t, c in heads if c == column) for _, column in heads}
    assert over == {1: "September 30, 2025", 2: "December 31, 2024"}


def test_an_empty_cell_takes_no_figures_place():
    (table,) = render_plain(
        "                     2025        2024\n"
        "Term loan                       525,000\n"
        "Revolver          300,000       141,214\n"
    ).tables
    assert [(c.text, c.column) for c in table.rows[1].cells] == [("Term loan", 0), ("525,000", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "The facility was increased in May 2025 to a total of\n$400,000 and again in July, to\n"
        "an amount of $600,000, of which nothing\nwas drawn at the end of\nSeptember 2025.\n",
        "Harbor Compute, Inc.\n1 Main Street\nSuite 400\nDallas, Texas 75201\n",
    ],
)
def test_running_text_is_no_table(text):
    assert typed_rows(text.splitlines()) is None


JUSTIFIED = (
    "     In  July   2025,  the  Company  entered  into  a  loan  agreement  with  Northgate\n"
    "Bank,  N.A.  under  which  the  Company  borrowed   $400   million.   The   loan   is\n"
    "due in July 2030.  In  August  2025,  the  Company  issued   $500   million   of   notes\n"
)


def test_text_filled_up_to_its_margin_is_no_table():
    rendering = render_plain(JUSTIFIED)
    assert not rendering.tables
    assert "the Company borrowed $400 million. The loan is due in July 2030." in rendering.text


def test_lines_drawn_under_a_table_are_left_out():
    rendering = render_plain(SPACED.rstrip() + "\n             =========       ========\nBelow.\n")
    assert "=" not in rendering.text
    assert rendering.text.endswith("Below.")


@given(st.lists(st.text(alphabet="ab $|\t,0123456789()%-—", max_size=60), max_size=12))
def test_any_lines_give_rows_whose_columns_grow(lines):
    for row in typed_rows(lines) or []:
        columns = [column for _, column in row]
        assert columns == sorted(set(columns))
