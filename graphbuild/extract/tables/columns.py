"""What the columns of a filing's table mean: header words over each figure, and their dates.

Lives here: header rows, body rows with their section, the date of a column, which figure of a row
is the latest. Not here: reading one cell (`figures`), what a row is about (one module a table).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from graphbuild.extract.grammar.dates import MONTH, MONTHS
from graphbuild.extract.grammar.remembering import Remembered
from graphbuild.extract.tables.figures import Figure, ReadRow, is_year, plain_label, read_row
from graphbuild.records.document import Cell, Row, Table
from graphbuild.records.period import PartialDate

_MONTH = rf"(?P<month>{MONTH})\.?"
_DAY_DATE = re.compile(
    rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s*(?P<year>(?:19"
    rf"|20)\d{{2}})\b",
    re.IGNORECASE,
)
_MONTH_DATE = re.compile(rf"\b{_MONTH}\s*,?\s*(?P<year>(?:19|20)\d{{2}})\b", re.IGNORECASE)
_SHORT_DATE = re.compile(rf"\b{_MONTH}[-\u2013 ’'](?P<year>\d{{2}})\b(?!\s*,)", re.IGNORECASE)
_SLASH_DATE = re.compile(r"\b(?P<month>\d{1,2})/(?:(?P<day>\d{1,2})/)?(?P<year>(?:19|20)\d{2})\b")
_YEAR_DATE = re.compile(r"\b(?P<year>(?:19|20)\d{2})\b")
_CURRENCIES = tuple(
    (code, re.compile(pattern))
    for code, pattern in (
        ("USD", r"\bUS\$|\bU\.?S\.? ?\$|\bUSD\b|U\.S\. dollars?"),
        ("EUR", r"€|\bEUR\b|\beuros?\b"),
        ("CAD", r"C\$|\bCAD\b|CDN\$|Canadian dollars?"),
        ("AUD", r"A\$|\bAUD\b|Australian dollars?"),
        ("GBP", r"£|\bGBP\b|pounds? sterling"),
        ("CNY", r"\bRMB\b|\bCNY\b|Renminbi"),
        ("JPY", r"¥|\bJPY\b|\b[Yy]en\b"),
        ("TWD", r"NT\$|\bTWD\b|New Taiwan dollars?"),
        ("KRW", r"₩|\bKRW\b|Korean [Ww]on"),
        ("ILS", r"\bNIS\b|\bILS\b"),
        ("HKD", r"HK\$|\bHKD\b"),
    )
)
"""Currencies as captions and heads name them; the first that is named counts."""
_SPAN = re.compile(
    r"\b(?:months?|weeks?|years?|quarters?|period)s?\s+ended\b|\bQ[1-4]\b|\bYTD\b", re.IGNORECASE
)


_ROWS: "Remembered[Table, tuple[BodyRow, ...]]" = Remembered(2048)
_HEADS: "Remembered[Table, str]" = Remembered(2048)


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A row of figures with the header rows above it and the section label it stands under.

    `labels` remembers the words over a column for all rows of one header.
    """

    read: ReadRow
    header: tuple[Row, ...]
    section: str = ""
    labels: dict[int, str] = field(default_factory=dict, compare=False, repr=False)

    @property
    def label(self) -> str:
        """The row's own words."""
        return self.read.label

    def header_of(self, column: int) -> str:
        """Words above a grid column, from top to bottom."""
        known = self.labels.get(column)
        if known is None:
            known = self.labels[column] = header_label(self.header, column)
        return known

    def words_under(self, head: re.Pattern[str]) -> str:
        """What a cell of words says under the first head that matches; else empty text."""
        for cell in self.read.words:
            over = self.header_of(cell.column) if cell.column else self._over_labels
            if head.search(over):
                return plain_label(cell.text)
        return ""

    @property
    def _over_labels(self) -> str:
        """Words above the column of labels."""
        return " ".join(row.cells[0].text for row in self.header if row.cells[0].column == 0)

    def date_of(self, figure: Figure) -> PartialDate | None:
        """The date over a figure."""
        return find_date(self.header_of(figure.column))


def body_rows(table: Table) -> tuple[BodyRow, ...]:
    """Rows with figures, in order, each with its header and section.

    A header that appears again further down (stacked tables) replaces the one before.
    """
    return _ROWS.of(table, _read_rows)


def _read_rows(table: Table) -> tuple[BodyRow, ...]:
    return tuple(_body_rows(table))


def _body_rows(table: Table) -> Iterator[BodyRow]:
    header: tuple[Row, ...] = ()
    labels: dict[int, str] = {}
    section, after_body = "", False
    for row in table.rows:
        if not row.cells:
            continue
        read = read_row(row)
        if _is_header(read) or (not header and not after_body and _is_pair_of_heads(read)):
            if after_body:
                header, section, after_body = (), "", False
            header, labels = (*header, row), {}
        elif not read.figures:
            if row.cells[0].column == 0 and len(row.cells) == 1:
                section = plain_label(row.cells[0].text)
        else:
            after_body = True
            yield BodyRow(read, header, section, labels)


def header_label(header: tuple[Row, ...], column: int) -> str:
    """Words of the header cells that cover a grid column, from top to bottom."""
    words = [cell.text for row in header if (cell := _covering(row, column)) is not None]
    return " ".join(" ".join(words).replace("\u200b", "").split())


def header_words(table: Table) -> str:
    """The rows that name the columns, as one text."""
    return _HEADS.of(table, _read_header_words)


def _read_header_words(table: Table) -> str:
    header: list[str] = []
    for row in table.rows[:6]:
        if not _is_header(read_row(row)) and header:
            break
        header.append(" ".join(cell.text for cell in row.cells))
    return " ".join(header)


def table_words(table: Table) -> str:
    """Heading, caption and header of a table: where it says what it is about."""
    return " ".join([table.heading, table.caption, header_words(table)])


def is_of_a_span(table: Table) -> bool:
    """Whether the columns are stretches of time: flows, not balances.

    The heading has no say: "Notes for the year ended ..." stands above every note.
    """
    return is_span(f"{table.caption[-120:]} {header_words(table)}")


def currency_of(row: BodyRow, figure: Figure, table: Table) -> str:
    """The currency of a figure: its own sign, its column's head, the table's words, else dollars.

    A bare "$" is the US dollar in filings with the SEC, unless the table says otherwise.
    """
    told = _currency(row.header_of(figure.column)) or _currency(table_words(table))
    if figure.currency and figure.currency != "USD":
        return figure.currency
    return told or "USD"


@lru_cache(maxsize=4096)
def _currency(words: str) -> str | None:
    for code, pattern in _CURRENCIES:
        if pattern.search(words):
            return code
    return None


def is_span(label: str) -> bool:
    """Whether a header speaks of a stretch of time: "Three Months Ended", not a balance date."""
    return bool(_SPAN.search(label))


def find_date(text: str) -> PartialDate | None:
    """The first full date of a text, else its first month and year, else its first year."""
    found = find_dates(text)
    return found[0] if found else None


@lru_cache(maxsize=4096)
def find_dates(text: str) -> tuple[PartialDate, ...]:
    """All dates of a text at the best precision it has, in order.

    >>> [d.text for d in find_dates("Aug-26 to Mar-27")]
    ['2026-08', '2027-03']
    """
    for pattern in (_DAY_DATE, _SLASH_DATE, _MONTH_DATE, _SHORT_DATE, _YEAR_DATE):
        dates = tuple(
            date
            for match in pattern.finditer(text)
            if (date := _date(match.groupdict())) is not None
        )
        if dates:
            return dates
    return ()


def last_date(text: str) -> PartialDate | None:
    """The latest date of a text: the end of a range of maturities."""
    dates = find_dates(text)
    return max(dates, key=lambda date: date.last_day()) if dates else None


def latest(row: BodyRow, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The figures under the latest date; all of them where no column is dated."""
    dated = [(date.last_day(), figure) for figure in figures if (date := row.date_of(figure))]
    if not dated:
        return figures
    newest = max(day for day, _ in dated)
    return tuple(figure for day, figure in dated if day == newest)


def _date(parts: dict[str, str | None]) -> PartialDate | None:
    year = parts["year"] or ""
    text = year if len(year) == 4 else f"20{year}"
    month = parts.get("month")
    if month:
        number = MONTHS.get(month.lower()) or int(month)
        text += f"-{number:02d}"
    if parts.get("day"):
        text += f"-{int(parts['day'] or 0):02d}"
    try:
        return PartialDate(text)
    except ValueError:
        return None


def _covering(row: Row, column: int) -> Cell | None:
    """The header cell that starts last at or before the column; the label column covers nothing."""
    cells = [cell for cell in row.cells if 0 < cell.column <= column]
    return max(cells, key=lambda cell: cell.column) if cells else None


def _is_header(read: ReadRow) -> bool:
    """Whether a row only names columns: words or years beyond the label column, no other figure."""
    beyond = [cell for cell in read.row.cells if cell.column > 0]
    if not beyond:
        return False
    if any(not is_year(figure.text) for figure in read.figures):
        return False
    is_headless = read.row.cells[0].column > 0
    return is_headless or bool(read.figures) or len(beyond) > 1 or _names_columns(read)


def _is_pair_of_heads(read: ReadRow) -> bool:
    """Whether a row of two cells of words may name both columns: "Lender | Commitment"."""
    return len(read.row.cells) == len(read.words) == 2


def _names_columns(read: ReadRow) -> bool:
    """A label and one more word cell: a header if the second is a date or a unit."""
    text = " ".join(cell.text for cell in read.row.cells[1:])
    return bool(find_dates(text)) or "in millions" in text.lower() or "in thousands" in text.lower()
