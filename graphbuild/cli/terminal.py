"""How a table fits a terminal: what stands in a row, what gets a line of its own, what must go.

A figure is never cut and an id never broken. Where a row is too wide for the terminal, ids move to
a line of their own, then the least important columns are left out by name, then figures fold
between their parts ("262 to" over "275 bn"), and at last the table is written downwards. Not here:
what the cells say (`answers`), how wide each column becomes (`widths`).
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graphbuild.cli.widths import GAP, Column, folded, layout, padded

if TYPE_CHECKING:
    from rich.console import Console

_INDENT = 2
"""Of what stands on a line of its own under its row."""


def print_table(
    console: "Console", columns: Sequence[Column], cells: Sequence[Sequence[str]]
) -> list[str]:
    """Print rows of cells; the headers of the columns that had to be left out."""
    found = layout(columns, cells, console.width)
    if found is None:
        _print_downwards(console, columns, cells)
        return []
    across, alone = found
    header = [column.header for column in columns]
    for row, style in ((header, "bold"), *((row, "") for row in cells)):
        for line in _lines(columns, row, across, alone, console.width):
            _print(console, line, style)
    shown = {*across, *alone}
    return [column.header for i, column in enumerate(columns) if i not in shown]


def _lines(
    columns: Sequence[Column],
    row: Sequence[str],
    across: dict[int, int],
    alone: Sequence[int],
    width: int,
) -> Iterator[str]:
    """One row: an id that opens it stands above, other ids that do not fit stand under it."""
    above = [index for index in alone if index == 0]
    for index in above:
        yield from folded(row[index], width)
    indent = " " * _INDENT if above else ""
    parts = [folded(row[index], room) for index, room in across.items()]
    for number in range(max(len(part) for part in parts)):
        pieces = [
            padded(part[number] if number < len(part) else "", room, columns[index].is_figure)
            for (index, room), part in zip(across.items(), parts, strict=True)
        ]
        yield indent + (" " * GAP).join(pieces).rstrip()
    for index in alone:
        if index and row[index]:
            for piece in folded(row[index], width - _INDENT):
                yield " " * _INDENT + piece


def _print_downwards(
    console: "Console", columns: Sequence[Column], cells: Sequence[Sequence[str]]
) -> None:
    for row in cells:
        _print(console, row[0], "bold")
        for column, cell in zip(columns[1:], row[1:], strict=True):
            if cell:
                first, *rest = folded(f"{column.header}: {cell}", console.width - 2 * _INDENT)
                _print(console, " " * _INDENT + first, "")
                for piece in rest:
                    _print(console, " " * 2 * _INDENT + piece, "")


def _print(console: "Console", line: str, style: str) -> None:
    from rich.text import Text

    console.print(Text(line, style=style), soft_wrap=True)
