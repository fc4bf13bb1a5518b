"""Dates as sources give them: a day, a month or only a year, kept at their precision.

Lives here: `PartialDate` and `Period`. Not here: finding dates in text (`extract.dates`).
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

_SHAPE = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A calendar date of which month and day may be unknown.

    Parameters
    ----------
    text : "2026", "2026-06" or "2026-06-30".

    Raises
    ------
    ValueError
        any other shape, or a day that does not exist.
    """

    text: str

    def __post_init__(self) -> None:
        _check(self.text)

    def __str__(self) -> str:
        return self.text

    @property
    def year(self) -> int:
        """Calendar year."""
        return int(self.text[:4])

    def first_day(self) -> dt.date:
        """Earliest day it can mean."""
        return _first_day(self.text)

    def last_day(self) -> dt.date:
        """Latest day it can mean; what "known on" uses, so that nothing is known too early."""
        return _last_day(self.text)


@lru_cache(maxsize=1 << 16)
def _check(text: str) -> None:
    match = _SHAPE.match(text)
    if match is None:
        raise ValueError(f"date {text!r}: write 2026, 2026-06 or 2026-06-30")
    year, month, day = match.groups()
    try:
        dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise ValueError(f"date {text!r}: {error}") from error


@lru_cache(maxsize=1 << 16)  # the days of a century and a half; asked for at every comparison
def _first_day(text: str) -> dt.date:
    return dt.date(int(text[:4]), int(text[5:7] or 1), int(text[8:10] or 1))


@lru_cache(maxsize=1 << 16)
def _last_day(text: str) -> dt.date:
    if len(text) == 10:
        return _first_day(text)
    year, month = int(text[:4]), int(text[5:7] or 12)
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def partial_date(text: str | None) -> PartialDate | None:
    """A `PartialDate`, or ``None`` for an empty field."""
    return PartialDate(text.strip()) if text and text.strip() else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """When a deal applies; an unknown end is ``None``.

    `is_assumed` says that start or end is a declared default and not from the source.
    """

    start: PartialDate | None
    end: PartialDate | None
    is_assumed: bool = False

    def __post_init__(self) -> None:
        if self.start and self.end and self.start.first_day() > self.end.last_day():
            raise ValueError(f"period starts {self.start} after its end {self.end}")
