"""A CSV file -> rows of one model, and an Issue for everything that is not one.

Lives here: the file's form (encoding, header, cells) and pydantic's findings put into words. Not
here: which columns there are (`schema`), rules between tables (`checks`).

A table whose columns are not exactly the declared ones is not read at all: a misspelt optional
column would silently drop what keeps a sum from counting twice. A bad row is left out, the
others stay.
"""

import csv
import difflib
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from graphbuild.curated.columns import Row
from graphbuild.records.issue import Issue, Severity

RowT = TypeVar("RowT", bound=Row)

_CODES = {
    "missing": "empty-field",
    "string_too_short": "empty-field",
    "too_short": "empty-field",
    "enum": "unknown-value",
    "literal_error": "unknown-value",
    "decimal_parsing": "bad-number",
    "int_parsing": "bad-number",
    "greater_than": "bad-number",
    "greater_than_equal": "bad-number",
    "less_than_equal": "bad-number",
    "finite_number": "bad-number",
    "value_error": "bad-date",
}
_ADVICE = {
    "empty-field": "fill the field",
    "bad-number": "write plain digits with a point, no separators or signs of currency",
    "bad-date": "write 2026, 2026-06 or 2026-06-30",
    "bad-value": "see data/README.md for the form of this column",
}
_QUOTED = re.compile(r"'([^']*)'")


@dataclass(frozen=True, slots=True)
class Cells:
    """One line of a file before it is understood; empty cells are left out of `values`."""

    line: int
    values: dict[str, str]


def read_table(path: Path, model: type[RowT]) -> tuple[tuple[RowT, ...], tuple[Issue, ...]]:
    """The valid rows of a table, in file order, and what is wrong with the rest.

    Parameters
    ----------
    path : a CSV file with a header; UTF-8 with or without byte order mark, any line ends.
    model : its columns; the header must hold exactly these, in any order, but for those that may
        be absent.
    """
    cells, issues = read_cells(path, model.columns(), model.may_be_absent)
    rows: list[RowT] = []
    found = list(issues)
    seen: dict[tuple[Any, ...], int] = {}
    for line in cells:
        try:
            row = model(line=line.line, **line.values)
        except ValidationError as error:
            found += [_issue(path.name, line, detail) for detail in error.errors()]
            continue
        identity = tuple(getattr(row, name) for name in model.identity)
        if identity in seen:
            found.append(_duplicate(path.name, row, seen[identity]))
            continue
        seen[identity] = row.line
        rows.append(row)
    return tuple(rows), tuple(found)


def read_cells(
    path: Path, columns: Sequence[str], may_be_absent: frozenset[str] = frozenset()
) -> tuple[tuple[Cells, ...], tuple[Issue, ...]]:
    """The non-empty cells of every line, or none with the reason why."""
    if not path.is_file():
        message = "the file is missing; the table is empty"
        advice = "nothing to do if it was deleted on purpose; 'graphbuild init' copies all tables"
        return (), (_file_issue(path, "missing-table", message, advice, Severity.NOTICE),)
    try:
        text = path.read_bytes().decode("utf-8-sig")
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not UTF-8"
        return (), (_file_issue(path, "not-utf8", message, "save the file as CSV UTF-8"),)
    except csv.Error as error:
        return (), (_file_issue(path, "bad-csv", str(error), "close the quotation marks"),)
    header = [name.strip() for name in lines[0]] if lines else []
    expected = [name for name in columns if name in header or name not in may_be_absent]
    problems = _header_issues(path, header, expected)
    if problems:
        return (), tuple(problems)
    return _lines(path, header, lines[1:])


def nearest(value: str, known: Iterable[str]) -> str:
    """Advice that names the nearest known word, or an empty string."""
    near = difflib.get_close_matches(value, list(known), n=1, cutoff=0.6)
    return f"did you mean {near[0]!r}?" if near else ""


def row_issue(table: str, line: int, column: str, code: str, message: str, advice: str) -> Issue:
    """An error that loses one row."""
    return Issue(
        stage="curated",
        severity=Severity.ERROR,
        code=code,
        where=f"{table} row {line}, {column}" if column else f"{table} row {line}",
        message=message,
        advice=advice,
    )


def _file_issue(
    path: Path, code: str, message: str, advice: str, severity: Severity = Severity.ERROR
) -> Issue:
    return Issue(
        stage="curated",
        severity=severity,
        code=code,
        where=path.name,
        message=message,
        advice=advice,
    )


def _header_issues(path: Path, header: Sequence[str], columns: Sequence[str]) -> list[Issue]:
    if len(header) == 1 and len(columns) > 1 and ";" in header[0]:
        message = "columns are separated by semicolons"
        return [_file_issue(path, "wrong-separator", message, "save the file with commas")]
    issues = []
    for name in header:
        if header.count(name) > 1:
            message = f"column {name!r} stands there twice"
            return [_file_issue(path, "unknown-column", message, "remove one of them")]
        if name not in columns:
            advice = nearest(name, columns) or "remove it, or put its content into note"
            message = f"unknown column {name!r}; the table is not read"
            issues.append(_file_issue(path, "unknown-column", message, advice))
    for name in columns:
        if name not in header:
            message = f"column {name!r} is missing; the table is not read"
            advice = nearest(name, set(header) - set(columns)) or "add it; it may stay empty"
            issues.append(_file_issue(path, "missing-column", message, advice))
    return issues


def _lines(
    path: Path, header: Sequence[str], lines: Iterable[Sequence[str]]
) -> tuple[tuple[Cells, ...], tuple[Issue, ...]]:
    cells, issues = [], []
    for number, line in enumerate(lines, start=2):
        if not any(cell.strip() for cell in line):
            continue
        if len(line) != len(header):
            message = f"{len(line)} cells under {len(header)} columns"
            advice = "put text with commas into quotation marks, and count the commas"
            issues.append(row_issue(path.name, number, "", "wrong-cell-count", message, advice))
            continue
        pairs = zip(header, (cell.strip() for cell in line), strict=True)
        cells.append(Cells(number, {name: cell for name, cell in pairs if cell}))
    return tuple(cells), tuple(issues)


def _issue(table: str, line: Cells, detail: Any) -> Issue:
    """One finding of pydantic in our words."""
    context = detail.get("ctx") or {}
    column = str(detail["loc"][0]) if detail["loc"] else ""
    if detail["type"] == "fault":
        column = context["column"] or column
        return row_issue(
            table, line.line, column, context["code"], context["message"], context["advice"]
        )
    code = _CODES.get(detail["type"], "bad-value")
    value = line.values.get(column, "")
    if code == "unknown-value":
        return _unknown_value(table, line.line, column, value, str(context.get("expected", "")))
    message = f"{column} is empty" if code == "empty-field" else f"{value!r}: {detail['msg']}"
    return row_issue(table, line.line, column, code, message, _ADVICE[code])


def _unknown_value(table: str, line: int, column: str, value: str, expected: str) -> Issue:
    known = _QUOTED.findall(expected)
    code = "unknown-instrument" if column == "instrument" else "unknown-value"
    advice = nearest(value, known) or f"use one of: {', '.join(known)}"
    return row_issue(table, line, column, code, f"{column} has no value {value!r}", advice)


def _duplicate(table: str, row: Row, first: int) -> Issue:
    names = ", ".join(row.identity)
    values = ", ".join(str(getattr(row, name)) for name in row.identity)
    message = f"{values} already stands in row {first}"
    advice = "give it an id of its own, or remove one of the two rows"
    return row_issue(table, row.line, names, "duplicate-id", message, advice)
