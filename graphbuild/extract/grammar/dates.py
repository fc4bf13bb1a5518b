"""Dates and terms in running text: "June 10, 2026", "Q3 2025", "through 2031", "five-year".

Lives here: the grammar. Not here: `PartialDate` itself (`records.period`) and the dates of
documents (`documents`).

Flow: text -> `DateSpan`* in order. A fiscal period is turned into calendar dates only with the
filer's year end; without it a fiscal year keeps its number, which is what the filing says.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from graphbuild.extract.grammar.gates import Sieve
from graphbuild.records.period import PartialDate

_LONG = {name.lower(): index for index, name in enumerate(calendar.month_name) if name}
_SHORT = {name.lower(): index for index, name in enumerate(calendar.month_abbr) if name}
MONTHS = {**_SHORT, "sept": 9, **_LONG}
"""The number of a month by its name in small letters, long or short."""
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
"""Names of months for an expression that ignores case."""
_MONTH = rf"(?:(?:{'|'.join(_LONG)})|(?:{'|'.join(sorted(MONTHS.keys() - _LONG.keys()))})\.?)"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>{_YEAR})\b"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{_MONTH}),?\s+(?P<year2>{_YEAR})\b"
    rf"|\b(?P<month3>{_MONTH})(?:\s+of)?,?\s+(?P<year3>{_YEAR})\b"
    r"|\b(?P<iso>(?:19|20)\d\d-\d\d-\d\d)\b"
    rf"|\b(?:Q(?P<q>[1-4])|(?P<half>H[12])|(?P<ord>first|second|third|fourth)\s+quarter(?:\s+of)?)"
    rf"\s*(?P<fiscal>(?:fiscal|FY)\s*(?:year\s+)?)?(?P<year4>{_YEAR})\b"
    rf"|\b(?P<fiscal2>[Ff]iscal\s+(?:years?\s+)?|FY\s?)(?P<year5>{_YEAR})\b"
    rf"|\b(?P<year6>{_YEAR})\b(?!\s*(?:shares|Plan\b|%|Equity|Act\b))",
    re.IGNORECASE,
)
_DATES = Sieve(_DATE)
_CUE = re.compile(
    r"(?<![^\W_])(?:(?P<end>due(?:\s+in|\s+on)?|matur\w+(?:\s+(?:date\s+)?(?:is|of|on|in))*|"
    r"extend(?:s|ed|ing)?\b[^;.]{0,70}?\bto|"
    r"through|until|till|expir\w+(?:\s+(?:on|in))?"
    r"|ending|ends(?:\s+on|\s+in)?|terminat\w+\s+(?:on|in)|no later than|by)"
    r"|(?P<as_of>(?<!effective )as of|at|as at)"
    r"|(?P<event>on|in|(?:dated|effective)(?: as of)?|since|during"
    rf"|(?:between|in)\s+(?:{_MONTH}(?:\s+{_YEAR})?,?\s+){{1,3}}and))"
    r"\s*(?:the\s+)?\Z",
    re.IGNORECASE,
)
_FOUNDED = re.compile(
    r",\s(?:(?:which|that)\swas\s|(?:an?|the)\s[^,;.]{0,60}\s)?(?:co-)?(?:founded|established|formed"
    r"|incorporated|launched|started|set up)\s(?:back\s)?(?:in|on)\s\Z"
)
"""In an aside on a company: ", a start-up founded in". No deal is of that date."""
_BEFORE = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSpan:
    """One date and where it stands.

    `cue` says what the word before it makes of it: "end" (due, matures, through, until), "as_of"
    (a balance), "event" (on, in, dated), "founded" (when a company was), or empty.
    """

    date: PartialDate
    start: int
    end: int
    cue: str = ""


def _month(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def _day(year: str, month: int, day: str) -> PartialDate | None:
    try:
        return PartialDate(dt.date(int(year), month, int(day)).isoformat())
    except ValueError:
        return None


def _quarter_end(year: int, quarter: int, year_end_month: int) -> PartialDate:
    """Last month of a fiscal quarter of a year that ends in `year_end_month`."""
    month = year_end_month - 3 * (4 - quarter)
    if month < 1:
        year, month = year - 1, month + 12
    return PartialDate(f"{year:04d}-{month:02d}")


def _date(match: re.Match[str], year_end_month: int | None) -> PartialDate | None:
    group = match.groupdict()
    if group["year"]:
        return _day(group["year"], _month(group["month"]), group["day"])
    if group["year2"]:
        return _day(group["year2"], _month(group["month2"]), group["day2"])
    if group["year3"]:
        return PartialDate(f"{group['year3']}-{_month(group['month3']):02d}")
    if group["iso"]:
        return _day(group["iso"][:4], int(group["iso"][5:7]), group["iso"][8:])
    if group["year4"]:
        return _quarter(group, year_end_month)
    return PartialDate(group["year5"] or group["year6"])


def _quarter(group: dict[str, str | None], year_end_month: int | None) -> PartialDate:
    year = int(group["year4"] or 0)
    if group["half"]:
        return PartialDate(str(year))
    quarter = int(group["q"] or 0) or _ORDINALS[(group["ord"] or "").lower()]
    if not group["fiscal"]:
        return _quarter_end(year, quarter, 12)
    return _quarter_end(year, quarter, year_end_month) if year_end_month else PartialDate(str(year))


def find_dates(text: str, year_end_month: int | None = None) -> tuple[DateSpan, ...]:
    """Every date of the text, in order.

    Parameters
    ----------
    year_end_month : last month of the filer's fiscal year, 1 to 12, where it is known.

    >>> [str(span.date) for span in find_dates("due 2030, as amended on June 5, 2026")]
    ['2030', '2026-06-05']
    """
    spans = []
    for match in _DATES.finditer(text):
        date = _date(match, year_end_month)
        if date is not None:
            before = text[max(0, match.start() - _BEFORE) : match.start()]
            spans.append(
                DateSpan(date=date, start=match.start(), end=match.end(), cue=_cue(before))
            )
    return tuple(spans)


def _cue(before: str) -> str:
    if _FOUNDED.search(before):
        return "founded"
    match = _CUE.search(before)
    return str(match.lastgroup) if match else ""
