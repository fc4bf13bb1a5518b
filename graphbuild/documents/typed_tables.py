"""Tables typed with spaces, tabs or bars -> cells with the column each stands in.

What stands below each other is one column, whatever stands to its left: a "$" belongs to its figure
as in a printed table, an empty cell takes no figure's place. A page copied out of a PDF keeps one
space between cells; its rows are told by the figures they end in. Not here: where in a text a table
stands (`plain`), what a row means (`extract`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphbuild.documents.tables import is_figure

_SPACES = re.compile(r"\S(?:\S| (?=\S))*")
_SGML = re.compile(r"</?(?:PAGE|TABLE|CAPTION|S|C|FN|F\d|PRE)>", re.IGNORECASE)
_RULE = re.compile(r"^[\s|:=_*+-]*$")
_SIGN = re.compile(r"(?:US|C)?[$€£¥]\s*\(?|\(")
_TAIL = re.compile(r"\)?\s*%?\)?")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_AMOUNT = (
    r"(?!(?:19|20)\d\d(?: |$))"
    r"(?:(?:US|C)?[$€£] ?)?\(?(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\)? ?%?|(?:[$€£] ?)?[—–-]"
)
_PACKED = re.compile(
    rf"(?P<label>\S.*?[A-Za-z)%].*?) (?P<figures>(?:(?:{_AMOUNT})(?: |$)){{1,8}})$"
)
_PACKED_FIGURE = re.compile(rf"(?:{_AMOUNT})(?= |$)")
_MONEYED = re.compile(r"[$€£]|\d,\d{3}")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DATES = re.compile(rf"{_MONTH} \d{{1,2}}, ?\d{{4}}|\b(?:19|20)\d\d\b")
_LONGEST_LABEL = 110
_FEWEST_SMALL = 2
_SHARE_SMALL = 0.4
_LONGEST_ROW = 200


@dataclass(frozen=True, slots=True)
class TypedCell:
    """A cell and the places it covers: characters, or positions between bars or tabs."""

    text: str
    start: int
    end: int


Line = list[TypedCell]
Placed = list[tuple[str, int]]
"""The cells of one row, each with its grid column."""


def typed_rows(lines: Sequence[str]) -> list[Placed] | None:
    """Cells and columns of each line, empty lists for rules; ``None`` where the lines are text."""
    is_counted = sum("|" in line for line in lines) * 2 > len(lines)
    mark = "|" if is_counted else "\t" if sum("\t" in line for line in lines) > 1 else ""
    rows = [[] if is_rule(line) else _merged(_cells(line, mark)) for line in lines]
    if not is_table(rows):
        rows = _packed_rows(lines)
        if not is_table(rows):
            return None
        mark = "|"
    return _placed(rows, in_order=bool(mark))


def is_row(line: str) -> bool:
    """Whether a line is a row by itself: words and figures far apart, or money at its end."""
    spaced = _merged(_cells(line, "\t" if "\t" in line else "|" if "|" in line else ""))
    if len(spaced) > 1 and any(_is_value(cell) for cell in spaced[1:]):
        return True
    return bool(_MONEYED.search(line)) and bool(_packed(line))


def is_rule(line: str) -> bool:
    """Whether a line only draws: dashes under figures, the bars of a table."""
    return _RULE.match(line) is not None


def has_cells(line: str) -> bool:
    """Whether a line may be part of a table: a row, or words between bars or tabs."""
    return "|" in line or "\t" in line or is_row(line)


def is_date_row(line: str) -> bool:
    """Whether a line holds nothing but dates, as the line over the figures does."""
    return bool(_DATES.search(line)) and not _DATES.sub("", line).strip(" ,\t|")


def is_table(rows: Sequence[Line]) -> bool:
    """Whether most lines have several cells, and some of these are figures."""
    filled = [row for row in rows if row]
    wide = [row for row in filled if len(row) > 1]
    return (
        len(wide) >= 2
        and 2 * len(wide) > len(filled)
        and any(_has_figure(cell) for row in wide for cell in row[1:])
    )


def _cells(line: str, mark: str) -> Line:
    line = _SGML.sub(lambda found: " " * len(found[0]), line)
    if mark and mark in line:
        parts = line.strip().removeprefix(mark).removesuffix(mark).split(mark)
        if mark == "\t":
            parts = line.rstrip().split(mark)
        return [
            TypedCell(" ".join(part.split()), place, place + 1)
            for place, part in enumerate(parts)
            if part.strip()
        ]
    spaced = line.replace("\t", "    ").replace("|", "  ").replace("\xa0", " ")
    cells = [TypedCell(m[0], m.start(), m.end()) for m in _SPACES.finditer(spaced)]
    if _is_justified(cells):
        return [TypedCell(" ".join(spaced.split()), cells[0].start, cells[-1].end)]
    return cells


def _is_justified(cells: Line) -> bool:
    """Whether the gaps only fill a line of running text up to its margin."""
    small = sum(cell.text[0].islower() for cell in cells)
    return small >= _FEWEST_SMALL and small >= _SHARE_SMALL * len(cells)


def _merged(cells: Line) -> Line:
    """A sign before its figure and a bracket or "%" behind it are parts of its cell."""
    merged: Line = []
    for cell in cells:
        last = merged[-1] if merged else None
        is_signed = last is not None and _SIGN.fullmatch(last.text) is not None
        is_tail = last is not None and _TAIL.fullmatch(cell.text) and is_figure(last.text)
        if last is not None and (is_signed or is_tail):
            gap = "" if is_tail or last.text.endswith("(") else " "
            merged[-1] = TypedCell(f"{last.text}{gap}{cell.text}", last.start, cell.end)
        else:
            merged.append(cell)
    return merged


def _has_figure(cell: TypedCell) -> bool:
    return is_figure(cell.text) or is_figure(cell.text.lstrip("$€£ "))


def _is_value(cell: TypedCell) -> bool:
    return _has_figure(cell) and not _YEAR.match(cell.text)


def _placed(rows: Sequence[Line], *, in_order: bool) -> list[Placed]:
    """Each cell with its column; rows without a figure follow the columns of those with one."""
    wide = [row for row in rows if len(row) > 1]
    bodies = [row for row in wide if any(_is_value(cell) for cell in row[1:])] or wide
    columns = _columns(cell for row in bodies for cell in row[1:])
    labels = max((row[0].end for row in bodies if row[0].end <= columns[0][0]), default=0)
    return [_place(row, columns, labels, in_order=in_order) for row in rows]


def _columns(cells: Iterator[TypedCell]) -> list[tuple[int, int]]:
    """The stretches that cells below each other cover together, from left to right."""
    columns: list[tuple[int, int]] = []
    for start, end in sorted((cell.start, cell.end) for cell in cells):
        if columns and start < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], end))
        else:
            columns.append((start, end))
    return columns


def _place(row: Line, columns: Sequence[tuple[int, int]], labels: int, *, in_order: bool) -> Placed:
    """The row's cells; a label's column is 0, the first of the others 1."""
    is_body = any(_is_value(cell) for cell in row[1:])
    if in_order and not is_body and len(row) in {len(columns), len(columns) + 1} and len(row) > 1:
        first = 1 if len(row) == len(columns) else 0
        return [(cell.text, place) for place, cell in enumerate(row, start=first)]
    placed: Placed = []
    for number, cell in enumerate(row):
        column = 0
        if number or (not is_body and cell.start >= labels):
            column = 1 + min(range(len(columns)), key=lambda c: _distance(cell, columns[c]))
            column = max(column, placed[-1][1] + 1 if placed else 0)
        placed.append((cell.text, column))
    return placed


def _distance(cell: TypedCell, column: tuple[int, int]) -> tuple[int, int]:
    """How far a cell stands from a column; the leftmost of those above which it stands is next."""
    gap = max(column[0] - cell.end + 1, cell.start - column[1] + 1, 0)
    return gap, column[0]


def _packed_rows(lines: Sequence[str]) -> list[Line]:
    """Rows whose cells have one space between them: a label, then the same number of figures."""
    found = [_packed(line) for line in lines]
    counts = {len(row) for row in found if row}
    is_money = sum(
        bool(row and _MONEYED.search(line)) for row, line in zip(found, lines, strict=True)
    )
    if len(counts) != 1 or is_money < 2:
        return []
    (width,) = counts
    return [row or _packed_head(line, width) for row, line in zip(found, lines, strict=True)]


def _packed(line: str) -> Line:
    match = _PACKED.fullmatch(" ".join(line.split())) if len(line) <= _LONGEST_ROW else None
    if match is None or len(match["label"]) > _LONGEST_LABEL:
        return []
    figures = _PACKED_FIGURE.findall(match["figures"])
    return [TypedCell(text, at, at + 1) for at, text in enumerate([match["label"], *figures])]


def _packed_head(line: str, width: int) -> Line:
    """A line over the rows: one date a column, or words of its own."""
    words = " ".join(line.split())
    dates = _DATES.findall(words)
    if len(dates) == width - 1 and not _DATES.sub("", words).strip(" ,"):
        return [TypedCell(text, at, at + 1) for at, text in enumerate(dates, start=1)]
    return [TypedCell(words, 0, 1)] if words else []
