"""How a table fits a terminal: columns dropped by importance, else one line a value.

A figure is never cut and an id never shortened: a column either stands whole, is left out by name,
or the whole table is written downwards. Not here: what the cells say (`answers`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

_ROOMY = 42
"""Room that a column of longer texts is given before others are dropped."""
_NEVER_BROKEN = 22
"""Texts up to this length stay on one line where there is room."""
_NARROW = 12
"""No column of texts is made narrower than this."""
_GAP = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A header, whether figures stand under it, and when it may go (0: never)."""

    header: str
    is_figure: bool
    drop: int


def print_table(
    console: "Console", columns: Sequence[Column], cells: Sequence[Sequence[str]]
) -> list[str]:
    """Print rows of cells; the headers of the columns that had to be left out."""
    kept = fitting(columns, cells, console.width)
    if _least(columns, cells, kept) > console.width:
        _print_downwards(console, columns, cells)
        return []
    _print_across(console, columns, cells, kept)
    return [column.header for i, column in enumerate(columns) if i not in kept]


def fitting(columns: Sequence[Column], cells: Sequence[Sequence[str]], width: int) -> list[int]:
    """Indices of the columns that fit, the one with the highest `drop` going first."""
    needs = [
        min(_widest(columns, cells, index), _ROOMY) + _GAP
        if not column.is_figure
        else _widest(columns, cells, index) + _GAP
        for index, column in enumerate(columns)
    ]
    kept = list(range(len(columns)))
    while sum(needs[index] for index in kept) > width:
        droppable = [index for index in kept if columns[index].drop]
        if not droppable:
            break
        kept.remove(max(droppable, key=lambda index: (columns[index].drop, index)))
    return kept


def _widest(columns: Sequence[Column], cells: Sequence[Sequence[str]], index: int) -> int:
    return max(len(columns[index].header), *(len(row[index]) for row in cells))


def _least(columns: Sequence[Column], cells: Sequence[Sequence[str]], kept: Sequence[int]) -> int:
    """The narrowest the kept columns can be without cutting a figure."""
    return sum(
        (
            _widest(columns, cells, index)
            if columns[index].is_figure
            else min(_widest(columns, cells, index), _NARROW)
        )
        + _GAP
        for index in kept
    )


def _print_across(
    console: "Console",
    columns: Sequence[Column],
    cells: Sequence[Sequence[str]],
    kept: Sequence[int],
) -> None:
    from rich.table import Table
    from rich.text import Text

    figures = [index for index in kept if columns[index].is_figure]
    taken = sum(_widest(columns, cells, index) + _GAP for index in figures)
    texts = max(len(kept) - len(figures), 1)
    unbroken = min(_NEVER_BROKEN, max((console.width - taken) // texts - _GAP, _NARROW))
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, _GAP, 0, 0))
    for index in kept:
        widest = _widest(columns, cells, index)
        table.add_column(
            columns[index].header,
            justify="right" if columns[index].is_figure else "left",
            no_wrap=columns[index].is_figure,
            overflow="fold",
            min_width=widest if columns[index].is_figure else min(widest, unbroken),
        )
    for row in cells:
        table.add_row(*(Text(row[index]) for index in kept))
    console.print(table)


def _print_downwards(
    console: "Console", columns: Sequence[Column], cells: Sequence[Sequence[str]]
) -> None:
    from rich.text import Text

    for row in cells:
        console.print(Text(row[0], style="bold"))
        for column, cell in zip(columns[1:], row[1:], strict=True):
            if cell:
                console.print(Text(f"  {column.header}: {cell}"), soft_wrap=True)
