"""Grids, merging and scales."""

import pytest
from lxml import etree

from graphbuild.documents.tables import read_grid, scale_of_facts, scale_of_text
from tests.documents.papers import read


def _grid(rows: str) -> list[list[tuple[int, str]]] | None:
    grid = read_grid(etree.fromstring(f"<table>{rows}</table>"))
    return grid and [[(cell.column, cell.text) for cell in row] for row in grid]


def test_currency_brackets_and_per_cent_join_their_number():
    rows = (
        "<tr><td>Loss</td><td>$</td><td>(1,250</td><td>)</td><td>16</td><td>%</td></tr>"
        "<tr><td>Gain</td><td>$ (</td><td>7</td><td>)</td><td>(2</td><td>)%</td></tr>"
    )
    assert _grid(rows) == [
        [(0, "Loss"), (1, "$ (1,250)"), (4, "16 %")],
        [(0, "Gain"), (1, "$ (7)"), (4, "(2)%")],
    ]


def test_a_figure_without_its_sign_stands_below_one_that_has_it():
    rows = (
        "<tr><td>Loan</td><td>$</td><td>1,250</td><td>$</td><td>70</td></tr>"
        "<tr><td>Notes</td><td></td><td>900</td><td></td><td>8</td></tr>"
    )
    assert _grid(rows) == [
        [(0, "Loan"), (1, "$ 1,250"), (3, "$ 70")],
        [(0, "Notes"), (1, "900"), (3, "8")],
    ]


def test_rowspans_push_cells_to_their_column():
    rows = (
        "<tr><td rowspan='2'>Lender</td><td>2025</td></tr><tr><td>1,000</td></tr>"
        "<tr><td>Fallow</td><td>5</td></tr>"
    )
    assert _grid(rows) == [
        [(0, "Lender"), (1, "2025")],
        [(1, "1,000")],
        [(0, "Fallow"), (1, "5")],
    ]


def test_a_year_over_two_columns_does_not_join_them():
    rows = (
        "<tr><td></td><td colspan='2'>2025</td></tr><tr><td>Debt</td><td>1,000</td><td>12</td></tr>"
    )
    assert _grid(rows) == [[(1, "2025")], [(0, "Debt"), (1, "1,000"), (2, "12")]]


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td>One column</td></tr><tr><td>only</td></tr>",
        "<tr><td>(1)</td><td>A note about the table.</td></tr>",
        "<tr><td><table><tr><td>1</td><td>2</td></tr></table></td><td>3</td></tr>",
        "outside any cell<tr><td>a</td><td>1</td></tr>",
        "",
    ],
)
def test_tables_that_only_arrange_prose_have_no_grid(rows):
    assert _grid(rows) is None


def test_an_absurd_colspan_is_cut():
    assert _grid("<tr><td colspan='9999'>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr>")
    assert _grid("<tr><td colspan='x'>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr>")


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("(in millions, except per share data)", 1_000_000),
        ("Amounts in thousands", 1_000),
        ("($ in billions)", 1_000_000_000),
        ("In thousands of U.S. dollars", 1_000),
        ("expressed in U.S. dollars thousands", 1_000),
        ("(US$ millions)", 1_000_000),
        ("($000)", 1_000),
        ("Borrowings (in USD thousands)", 1_000),
        ("in A$ millions", 1_000_000),
        ("in Canadian dollars thousands", 1_000),
        ("a loan of $5 million to Acme in May", None),
        ("worth millions to Acme", None),
        ("As of June 30, 2025", None),
    ],
)
def test_scale_of_words(text, scale):
    assert scale_of_text(text) == scale


def test_scale_of_facts_is_that_of_most():
    assert scale_of_facts([6, 6, 0]) == 1_000_000
    assert scale_of_facts([]) is None


def _table(caption: str, cells: str = "<tr><td>Debt</td><td>5</td></tr>") -> str:
    return f"<p>{caption}</p><table>{cells}{cells}</table>"


def test_a_table_that_names_no_scale_follows_the_filing():
    told = "".join(_table("(in thousands)") for _ in range(4))
    document = read(f"<html><body>{told}{_table('The same debt again:')}</body></html>", "10-Q")
    assert [table.scale for table in document.tables] == [1000] * 5


def test_prices_a_share_do_not_follow_the_filing():
    told = "".join(_table("(in thousands)") for _ in range(4))
    document = read(f"<html><body>{told}{_table('Exercise price per share')}</body></html>", "10-Q")
    assert document.tables[-1].scale == 1


def test_nothing_is_assumed_where_tables_disagree():
    told = _table("(in thousands)") * 2 + _table("(in millions)") * 2
    document = read(f"<html><body>{told}{_table('No word of it')}</body></html>", "10-Q")
    assert document.tables[-1].scale == 1


def test_prose_in_a_cell_is_a_paragraph_too():
    prose = "Acme agreed to lease a site. " * 10
    cells = f"<tr><td>Lease</td><td>{prose}</td><td>5</td></tr>"
    document = read(f"<html><body>{_table('Leases', cells)}</body></html>", "10-Q")
    assert sum(len(p.sentences) == 10 for p in document.paragraphs) == 2
