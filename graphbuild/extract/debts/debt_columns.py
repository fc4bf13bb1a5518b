"""Which figure of a debt row is owed, which is a facility's size, when the row falls due.

Lives here: the columns of debt tables. Not here: which tables and rows are debt (`debt_tables`),
what words mean (`debt_words`).
"""

import re
from dataclasses import dataclass

from graphbuild.extract.tables.columns import BodyRow, find_date, last_date, latest
from graphbuild.extract.tables.figures import Figure
from graphbuild.records.period import PartialDate

_WORSE_COLUMN = re.compile(
    r"fair value|discount|issuance cost|unused|available|availability|undrawn|commit|capacity"
    r"|remaining|interest|rate|premium|original|issued|face amount at|current|term \(|years"
    r"|facility (?:size|amount|limit)|borrowing (?:base|limit)|letters of credit|\bLCs\b"
    r"|commercial paper",
    re.IGNORECASE,
)
_BEST_COLUMN = re.compile(r"principal|outstanding|face|\bamount\b|balance|drawn", re.IGNORECASE)
_GOOD_COLUMN = re.compile(r"carrying|net|total", re.IGNORECASE)
_UNUSED = re.compile(
    r"\b(?:unused|undrawn|unutilized)\b.{0,30}\b(?:committed|commitments?|capacity|amounts?)\b",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"\bfacility (?:size|amount|limit)\b|\bborrowing (?:capacity|limit)\b"
    r"|\b(?:total|maximum|aggregate)\s+(?:facility|commitments?|capacity|borrowing)\b"
    r"|^(?:\D{0,30}\b)?commitments?(?: amount)?$|\b(?:aggregate|total) bank commitments?$"
    r"|\bcommitted (?:capacity|facility|amount|line|principal)$|\bprincipal (?:amount )?committed$",
    re.IGNORECASE,
)
_DUE_COLUMN = re.compile(r"\bmaturit|\bdue\b|\bexpir", re.IGNORECASE)
_ISSUE_COLUMN = re.compile(r"\bissuance\b|\bissued\b|\bdate\b", re.IGNORECASE)
_DUE = re.compile(r"\b(?:due|maturing|matures?|maturity)\b\s*(?:in|on)?\s*(.{4,40})", re.IGNORECASE)
_RATE = re.compile(r"\d+(?:\.\d+)?(?:\s?%)?\s?[-–]\s?\d+(?:\.\d+)?\s?%|\d+(?:\.\d+)?\s?%")
_NAMED_FOR = re.compile(r"(?:[A-Z][a-z]+ )?(?:19|20)\d{2}\b(?=.{0,40}\bNotes?\b)")
_WORSE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class DebtFigures:
    """The figures of a row at the latest date.

    Parameters
    ----------
    owed : principal before carrying value; ``None`` where no column says what is owed.
    size : what the lenders have promised in all, where a column says so.
    unused : what of it is undrawn, where a column says so.
    before : the sum at an earlier date, beside a zero.
    """

    owed: Figure | None
    size: Figure | None = None
    unused: Figure | None = None
    before: Figure | None = None


def debt_figures(row: BodyRow) -> DebtFigures:
    """What the columns of a row say; years, terms, rates and fair values are left out."""
    figures = tuple(
        figure
        for figure in row.read.money
        if not _is_date_column(row, figure) and not _is_year_value(row, figure)
    )
    newest = latest(row, figures)
    ranked = sorted(newest, key=lambda figure: (_rank(row, figure), figure.column))
    owed = ranked[0] if ranked and _rank(row, ranked[0]) < _WORSE else None
    return DebtFigures(
        owed=owed,
        size=_under(row, newest, _SIZE),
        unused=_under(row, newest, _UNUSED),
        before=_before(row, owed),
    )


def _under(row: BodyRow, figures: tuple[Figure, ...], head: re.Pattern[str]) -> Figure | None:
    return next((f for f in figures if f.value > 0 and head.search(row.header_of(f.column))), None)


def _before(row: BodyRow, owed: Figure | None) -> Figure | None:
    own = row.date_of(owed) if owed is not None and not owed.value else None
    if own is None:
        return None
    for figure in row.read.money:
        date = row.date_of(figure)
        if figure.value > 0 and date is not None and date.last_day() < own.last_day():
            return figure
    return None


def _rank(row: BodyRow, figure: Figure) -> int:
    words = row.header_of(figure.column)
    if _WORSE_COLUMN.search(words):
        return _WORSE
    if _BEST_COLUMN.search(words):
        return 0
    return 1 if _GOOD_COLUMN.search(words) or row.date_of(figure) else 2


def _is_date_column(row: BodyRow, figure: Figure) -> bool:
    words = row.header_of(figure.column)
    return bool(_DUE_COLUMN.search(words) or _ISSUE_COLUMN.search(words))


def _is_year_value(row: BodyRow, figure: Figure) -> bool:
    """A bare four-digit number without a sign beside real money is a year of issue or maturity."""
    return (
        bool(re.fullmatch(r"(?:19|20)\d{2}", figure.text))
        and len(row.read.money) > 1
        and figure is row.read.money[0]
    )


def maturity(row: BodyRow, label: str, as_of: PartialDate | None) -> PartialDate | None:
    """End of the row: "due 2026" in its label, the maturity column, else "2030 Senior Notes"."""
    due = _DUE.search(label)
    if due and (date := find_date(due[1])):
        return date
    for cell in row.read.row.cells[1:]:
        if _DUE_COLUMN.search(row.header_of(cell.column)) and (date := last_date(cell.text)):
            return date
    named_for = _NAMED_FOR.match(label)
    named = find_date(named_for[0]) if named_for else None
    # "2030 Notes" fall due in 2030; a date that is past names the issue.
    return named if named and as_of and named.first_day() > as_of.last_day() else None


def stated_rate(row: BodyRow, label: str) -> str:
    """The stated rate as printed: in the label, else the first percent of the row."""
    for text in (label, *(cell.text for cell in row.read.row.cells[1:])):
        if found := _RATE.search(text):
            return found[0].replace(" %", "%")
    percents = row.read.percents
    return f"{percents[0].value}%" if percents else ""
