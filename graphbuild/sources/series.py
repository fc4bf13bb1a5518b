"""Prices and macro series as dated tables: which there are, and their answers as rows.

Off by default. Every series is a row of `SERIES` with the address it comes from and the day on
which somebody last looked at that address. Not here: asking and keeping (`rebuild.series`).
"""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from urllib.parse import quote

from graphbuild.errors import FetchError
from graphbuild.sources.edgar_facts import iter_facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One series of one source.

    Parameters
    ----------
    series_id : our name, also of its file.
    column : of the source's CSV that holds the value; the first column holds the day.
    """

    series_id: str
    name: str
    unit: str
    url: str
    column: str


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Observation:
    """One value. `known_on` is when it was filed or published, where the source says so."""

    day: dt.date
    value: Decimal
    known_on: dt.date | None = None


def _fred(series_id: str, code: str, name: str, unit: str) -> Series:
    url = f"https://fred.stlouisfed.org/graph/fredgraph.csv?id={code}"
    return Series(series_id=series_id, name=name, unit=unit, url=url, column=code)


MACRO: tuple[Series, ...] = (
    _fred("m2", "M2SL", "M2, seasonally adjusted, monthly", "USD billion"),
    _fred("fed-assets", "WALCL", "Assets of the Federal Reserve, Wednesdays", "USD million"),
    _fred("high-yield-spread", "BAMLH0A0HYM2", "ICE BofA US High Yield spread, daily", "percent"),
    _fred("ten-year-yield", "DGS10", "Ten-year Treasury yield, daily", "percent"),
)
"""FRED's keyless CSV: codes and units as its pages showed them in 2025; later values revise earlier
ones without a trace, so a table's own as-of is the day it was fetched."""


def closes(entity_id: str, ticker: str) -> Series:
    """Daily closes of a share listed in the United States, from Stooq's keyless CSV.

    >>> closes("northlake", "NLK.B").url
    'https://stooq.com/q/d/l/?s=nlk-b.us&i=d'
    """
    code = quote(ticker.lower().replace(".", "-"), safe="-")
    return Series(
        series_id=f"close-{entity_id}",
        name=f"Daily close of {ticker}, adjusted for splits",
        unit="USD",
        url=f"https://stooq.com/q/d/l/?s={code}.us&i=d",
        column="Close",
    )


def parse_series(content: bytes, series: Series) -> tuple[Observation, ...]:
    """The rows of a CSV in order of their days; days without a value are left out.

    Raises
    ------
    FetchError
        another shape, a value that is no number, or no row.
    """
    text = content.decode("utf-8-sig", errors="replace")
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        names = reader.fieldnames or []
    except csv.Error as error:
        raise FetchError(f"{series.url}: not a table: {error}") from error
    if series.column not in names:
        raise FetchError(
            f"{series.url}: no column {series.column!r} among {', '.join(names)[:100]!r};"
            " if it stays so the source has changed"
        )
    try:
        found = sorted(_observations(reader, names[0], series))
    except csv.Error as error:
        raise FetchError(f"{series.url}: line {reader.line_num}: {error}") from error
    if not found:
        raise FetchError(f"{series.url}: no value in it; try again later")
    return tuple(found)


def _observations(
    rows: Iterable[dict[str, str]], day_column: str, series: Series
) -> Iterator[Observation]:
    for number, row in enumerate(rows, start=2):
        text = (row.get(series.column) or "").strip()
        if text in ("", "."):  # FRED's marks for a holiday
            continue
        try:
            yield Observation(day=dt.date.fromisoformat(row[day_column]), value=_number(text))
        except (ValueError, InvalidOperation) as error:
            raise FetchError(f"{series.url}: line {number}: {row} is not a value") from error


def _number(text: str) -> Decimal:
    value = Decimal(text)
    if not value.is_finite():
        raise ValueError(f"{text} is no number")
    return value


def shares_outstanding(content: bytes) -> tuple[Observation, ...]:
    """Shares on the cover pages of a company's filings, from its ``companyfacts``.

    Where a day was reported several times, the first filing counts: that is what was known then.

    Raises
    ------
    FetchError
        the bytes have not that shape.
    """
    first: dict[dt.date, Observation] = {}
    for _, concept, unit, fact in iter_facts(content):
        if concept != "EntityCommonStockSharesOutstanding" or unit != "shares":
            continue
        try:
            told = Observation(
                day=dt.date.fromisoformat(fact["end"]),
                value=_number(str(fact["val"])),
                known_on=dt.date.fromisoformat(fact["filed"]),
            )
        except (KeyError, ValueError, TypeError, InvalidOperation) as error:
            raise FetchError(f"company facts: {fact} is not a number of shares") from error
        kept = first.get(told.day)
        if kept is None or (told.known_on or dt.date.max) < (kept.known_on or dt.date.max):
            first[told.day] = told
    return tuple(first[day] for day in sorted(first))
