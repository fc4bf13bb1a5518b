import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from graphbuild.cli.terminal import print_table
from graphbuild.cli.widths import Column, folded, layout

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
ID = "openai-coreweave-cloud-2025-03"
WITH_ID = [*COLUMNS[:3], Column("contract", is_figure=False, drop=0, is_id=True)]
CELLS_WITH_ID = [["coreweave", "263 to 275 bn", "50 bn named, open", f"{ID}, {ID}-b"]]


def printed(width: int, columns=COLUMNS, cells=CELLS) -> tuple[str, list[str]]:
    stream = io.StringIO()
    hidden = print_table(Console(file=stream, width=width), columns, cells)
    return stream.getvalue(), hidden


def test_a_wide_terminal_shows_every_column():
    text, hidden = printed(120)
    assert hidden == []
    assert "36.5%" in text


def test_the_least_important_columns_go_first_and_are_named():
    assert printed(80)[1] == ["share"]
    assert printed(70)[1] == ["share", "remark"]


@pytest.mark.parametrize("width", range(24, 130, 7))
def test_no_number_is_cut_from_its_unit_at_any_width(width):
    text, hidden = printed(width)
    for part in ("263 to", "275 bn", "1 bn", "371 to", "411 bn"):
        assert part in text
    assert not {"who", "firm", "contingent"} & set(hidden)


@pytest.mark.parametrize("width", range(40, 130, 5))
def test_an_id_stands_whole_at_any_width_and_is_never_left_out(width):
    text, hidden = printed(width, WITH_ID, CELLS_WITH_ID)
    assert ID in text
    assert f"{ID}-b" in text
    assert "contract" not in hidden


def test_an_id_that_does_not_fit_its_row_stands_under_it():
    lines = printed(70, WITH_ID, CELLS_WITH_ID)[0].splitlines()
    assert lines[1] == "  contract"
    assert lines[3] == f"  {ID}, {ID}-b"


def test_an_id_that_opens_the_row_stands_above_it():
    columns = [Column("taken out", is_figure=False, drop=0, is_id=True), *COLUMNS[1:3]]
    lines = printed(40, columns, [[ID, "263 to 275 bn", "not disclosed"]])[0].splitlines()
    assert lines[0] == "taken out"
    assert lines[2] == ID
    assert lines[3].split() == ["263", "to", "275", "bn", "not", "disclosed"]


def test_intervals_fold_between_their_ends_before_a_table_is_written_downwards():
    text, hidden = printed(28, COLUMNS[:3], [["oracle", "263 to 275 bn", "50 bn named, open"]])
    assert hidden == []
    first, second = text.splitlines()[1:]
    assert first.split() == ["oracle", "263", "to", "50", "bn"]
    assert second.split() == ["275", "bn", "named,", "open"]


def test_a_very_narrow_terminal_gets_one_line_a_value():
    text, hidden = printed(22)
    assert "  contingent:" in text
    assert hidden == []


@given(st.integers(10, 200))
def test_columns_that_may_not_go_are_kept(width):
    found = layout(COLUMNS, CELLS, width)
    assert found is None or {0, 1, 2} <= set(found[0])


@settings(max_examples=40)
@given(st.integers(40, 200))
def test_no_line_is_wider_than_the_terminal_nor_ends_in_blanks(width):
    for columns, cells in ((COLUMNS, CELLS), (WITH_ID, CELLS_WITH_ID)):
        lines = printed(width, columns, cells)[0].splitlines()
        assert max(map(len, lines)) <= width
        assert all(line == line.rstrip() for line in lines)


@given(st.from_regex(r"\A[a-z]{1,9}( [a-z0-9]{1,9}){0,6}\Z"), st.integers(9, 40))
def test_folding_loses_no_word(text, width):
    assert " ".join(" ".join(folded(text, width)).split()) == text


def test_long_ids_are_folded_and_not_shortened():
    text, _ = printed(70)
    assert "\u2026" not in text
    assert re.sub(r"\s", "", text).count("openai-sbenergy-ports-lease-2026-08") == 1


def test_a_web_address_is_not_broken_even_where_it_is_too_long():
    address = "https://example.com/" + "a-long-story-" * 9
    assert address in folded(f"filing; {address}; opened", 40)[1]
