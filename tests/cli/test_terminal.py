import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from graphbuild.cli.terminal import Column, fitting, print_table

COLUMNS = [
    Column("who", is_figure=False, drop=0),
    Column("firm", is_figure=True, drop=0),
    Column("contingent", is_figure=True, drop=0),
    Column("share", is_figure=True, drop=2),
    Column("remark", is_figure=False, drop=1),
]
CELLS = [
    ["microsoft", "263 to 275 bn", "not disclosed", "36.5%", "a remark"],
    ["openai-sbenergy-ports-lease-2026-08", "1 bn", "371 to 411 bn", "?", "another"],
]


def printed(width: int, cells=CELLS) -> tuple[str, list[str]]:
    stream = io.StringIO()
    hidden = print_table(Console(file=stream, width=width), COLUMNS, cells)
    return stream.getvalue(), hidden


def test_a_wide_terminal_shows_every_column():
    text, hidden = printed(120)
    assert hidden == []
    assert "36.5%" in text


def test_the_least_important_columns_go_first_and_are_named():
    assert printed(80)[1] == ["share"]
    assert printed(70)[1] == ["share", "remark"]


@pytest.mark.parametrize("width", range(24, 130, 7))
def test_no_figure_is_cut_at_any_width(width):
    text, hidden = printed(width)
    figures = [row[i] for row in CELLS for i in (1, 2)]
    assert all(figure in text for figure in figures)
    assert not {"who", "firm", "contingent"} & set(hidden)


def test_a_very_narrow_terminal_gets_one_line_a_value():
    text, hidden = printed(30)
    assert "  contingent: not disclosed" in text
    assert hidden == []


@given(st.integers(10, 200))
def test_columns_that_may_not_go_are_kept(width):
    assert {0, 1, 2} <= set(fitting(COLUMNS, CELLS, width))


def test_long_ids_are_folded_and_not_shortened():
    text, _ = printed(70)
    assert "\u2026" not in text
