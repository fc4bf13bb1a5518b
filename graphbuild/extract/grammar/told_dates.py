"""Dates that a report counts from its own: "in September", "on May 11", "last year", "a year ago".

Lives here: finding them, and which one a place in the text goes with. Not here: dates that name
their year (`dates`), the claims that take them (`event_dates`).

Flow: text, the day it was told -> `Told`* in order -> the one told of a span.
"""

import datetime as dt
import re
from dataclasses import dataclass

from graphbuild.extract.grammar.dates import MONTH, MONTHS
from graphbuild.extract.grammar.number_words import UP_TO_TEN
from graphbuild.records.period import PartialDate

_NUMBERS = {"a": 1, "an": 1, **UP_TO_TEN, "eleven": 11, "twelve": 12}
_TOLD = re.compile(
    rf"\b(?P<between>[Bb]etween (?:{MONTH})\b[^,.;]{{0,12}} and (?:{MONTH}))\b"
    rf"|\b(?:[Oo]n|[Ss]ince) (?P<month>{MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b"
    r"(?!,? (?:19|20)\d\d)"
    rf"|\b(?:[Ii]n|[Ll]ast|[Tt]his past|[Bb]ack in)(?: early| late| mid-?)? ?(?P<bare>{MONTH})\b"
    r"(?!\.? ?\d|,? (?:of )?(?:19|20)\d\d|,? of (?:last|next|this)| and (?:[A-Z][a-z]+ )?(?:19|20))"
    rf"|\b(?:the|its|their|a|that) (?P<noun>{MONTH}) (?=IPO|(?:funding )?round|financing|deal|"
    r"agreement|investment)"
    r"|\b(?P<this>[Ee]arlier this) (?P<unit>month|year)\b"
    r"|\b(?P<last>[Ll]ast) (?P<unit2>month|year)\b(?!['’]s)"
    rf"|\b(?P<count>{'|'.join(_NUMBERS)}|\d\d?) (?P<unit3>month|year)s? (?:ago|earlier)\b",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\b(?:worth|valued|valuing|valuation of|carried|contemplated|envisioned|founded|formed|"
    r"established|incorporated|born|blocked|rejected|debut\w*|launched|opened|hired|joined|than|"
    r"compared|up from|down from|when|since|ahead of)\b[^.;,]*$"
)
"""What a date behind such a word is the date of."""
_NOT_YET = re.compile(
    r"\b(?:will|would|could|may|might|expect\w*|plans?|planned|scheduled|slated|set to|due|next|"
    r"coming|aims?|target\w*|hopes?|as (?:soon|early) as)\b[^.;,]*$"
)
_CLAUSE_ENDS = re.compile(
    r"[.;:—]\s|\s[–-]\s|,? (?:but|while|whereas|although|though|before|after|following|when|"
    r"despite|ahead of)\b|, (?:more|less|up|down|compared|as)\b|, and (?=[A-Z<])|\band\s*\Z"
)
_MONEY = re.compile(r"(?:[$€£¥]|\b(?:USD|EUR|CAD|GBP|RMB) ?)\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A date and where it stands; without one where the words name none that can be counted."""

    date: PartialDate | None
    start: int
    end: int
    is_noun: bool = False


def find_told(text: str, told_on: dt.date) -> tuple[Told, ...]:
    """Dates that go without their year, counted back from the day of the report.

    >>> [
    ...     str(t.date)
    ...     for t in find_told("It raised cash in March and last year.", dt.date(2026, 2, 1))
    ... ]
    ['2025-03', '2025']
    """
    found = []
    for match in _TOLD.finditer(text):
        if _is_of_deal(text[max(0, match.start() - 60) : match.start()]):
            found.append(
                Told(
                    date=_date(match, told_on),
                    start=match.start(),
                    end=match.end(),
                    is_noun=match["noun"] is not None,
                )
            )
    return tuple(found)


def told_of(
    text: str, told_on: dt.date, start: int, end: int, *, over_sums: bool = False
) -> PartialDate | None:
    """The date told of what stands at a span: that of its clause, the nearest, if there is one.

    No clause may end between, and no other sum unless `over_sums`: of "$13 billion in September,
    following $3 billion in March" each has its own.
    """
    ahead, behind = [], []
    for told in find_told(text, told_on):
        if told.is_noun and over_sums:
            continue  # "a March IPO" is of its own sum alone
        if told.start >= end and _goes_with(text[end : told.start], over_sums=over_sums):
            ahead.append((told.start - end, told))
        elif told.end <= start and _goes_with(
            text[told.end : start].lstrip(", "), over_sums=over_sums
        ):
            behind.append((start - told.end, told))
    nearest = min([*ahead, *behind], key=lambda pair: pair[0], default=None)
    return nearest[1].date if nearest else None


def _goes_with(between: str, *, over_sums: bool) -> bool:
    if over_sums:
        between = re.sub(r",? and\s*\Z", "", between)  # the last of a list of names
    return not (_CLAUSE_ENDS.search(between) or (_MONEY.search(between) and not over_sums))


def _is_of_deal(before: str) -> bool:
    return not (_OF_ANOTHER.search(before) or _NOT_YET.search(before))


def _date(match: re.Match[str], told_on: dt.date) -> PartialDate | None:
    month = match["month"] or match["bare"] or match["noun"]
    if month:
        return _latest(MONTHS[month.lower()], match["day"], told_on)
    if match["between"]:
        return None
    unit = (match["unit"] or match["unit2"] or match["unit3"]).lower()
    back = 0 if match["this"] else 1
    if match["count"]:
        back = int(_NUMBERS.get(match["count"].lower(), 0) or match["count"])
    if unit == "year":
        return PartialDate(str(told_on.year - back))
    months = told_on.year * 12 + told_on.month - 1 - back
    return PartialDate(f"{months // 12:04d}-{months % 12 + 1:02d}")


def _latest(month: int, day: str | None, told_on: dt.date) -> PartialDate | None:
    """The last such month, or day, that had begun when it was told of."""
    try:
        first = dt.date(told_on.year, month, int(day or 1))
        if first > told_on:
            first = first.replace(year=told_on.year - 1)
    except ValueError:
        return None
    return PartialDate(first.isoformat() if day else first.isoformat()[:7])
