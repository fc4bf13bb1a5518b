"""Filers whose own name holds some words: vehicles that are named after what they hold.

"A series of Fund I to buy shares of X" files a Form D under a name that says so, and nothing else
that full-text search would show. EDGAR's indexes name every filer: by quarter for long spans, by
day for short ones, and the list of latest filings for what no index has yet. Not here: proposals
(`discovering`), the shape of indexes (`sources.edgar_indexes`).
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graphbuild.sources import Cause, EdgarApi, RequestError
from graphbuild.sources.edgar_indexes import CurrentFiling, IndexRow

_DAYS_BY_DAY = 10
"""Up to so many days the daily indexes (about 1 MB each) are less to read than a quarter's."""

_LATEST_PAGES = 20
"""EDGAR shows about the last two thousand filings, a hundred a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One filing of one filer in which the words were found.

    Parameters
    ----------
    document : the file with the words; empty where only the filer's name has them.
    """

    cik: str
    name: str
    form: str
    filed: dt.date
    accession: str
    document: str = ""


def named_filers(api: EdgarApi, phrase: str, after: dt.date, today: dt.date) -> Iterator[Sighting]:
    """Filings since a day whose filer's name holds the phrase's words in a row, each once.

    Raises
    ------
    FetchError
        an index cannot be had, or has another shape.
    """
    seen: set[tuple[str, str]] = set()
    for row in _rows(api, after, today):
        key = (row.cik, row.accession)
        if row.filed >= after and key not in seen and holds_words(row.name, phrase):
            seen.add(key)
            yield row


def holds_words(name: str, phrase: str) -> bool:
    """Whether a name holds all words of a phrase in a row; case and marks aside.

    >>> holds_words("MW Harborlight Series 3, LLC", "harborlight series")
    True
    >>> holds_words("Maxair Holdings", "xai")
    False
    """
    wanted = " ".join(re.findall(r"\w+", phrase.casefold()))
    words = " ".join(re.findall(r"\w+", name.casefold()))
    return bool(wanted) and f" {wanted} " in f" {words} "


def _rows(api: EdgarApi, after: dt.date, today: dt.date) -> Iterator[Sighting]:
    if (today - after).days <= _DAYS_BY_DAY:
        days = [after + dt.timedelta(days=n) for n in range((today - after).days + 1)]
        for day in days:
            # Weekends and holidays have no index, nor has a day that is not over.
            yield from map(_indexed, _if_there(api.daily_index, day))
    else:
        *past, current = _quarters(after, today)
        for year, quarter in past:
            yield from map(_indexed, api.quarterly_index(year, quarter))
        yield from map(_indexed, _if_there(api.quarterly_index, *current))
    yield from map(_latest, _newest(api))


def _if_there(ask: Callable[..., Iterator[IndexRow]], *which: object) -> Iterator[IndexRow]:
    """The rows of an index; none of one that EDGAR does not have."""
    try:
        yield from ask(*which)
    except RequestError as error:
        if error.cause is not Cause.NOT_FOUND:
            raise


def _quarters(after: dt.date, today: dt.date) -> Iterator[tuple[int, int]]:
    """Years and quarters that a span touches.

    >>> list(_quarters(dt.date(2025, 11, 1), dt.date(2026, 4, 1)))
    [(2025, 4), (2026, 1), (2026, 2)]
    """
    first = after.year * 4 + (after.month - 1) // 3
    last = today.year * 4 + (today.month - 1) // 3
    for number in range(first, last + 1):
        yield number // 4, number % 4 + 1


def _newest(api: EdgarApi) -> Iterator[CurrentFiling]:
    for page in range(_LATEST_PAGES):
        found = api.current(start=page * 100)
        yield from found
        if len(found) < 100:
            return


def _indexed(row: IndexRow) -> Sighting:
    return Sighting(
        cik=row.cik, name=row.name, form=row.form, filed=row.filed, accession=row.accession
    )


def _latest(filing: CurrentFiling) -> Sighting:
    return Sighting(
        cik=filing.cik,
        name=filing.name,
        form=filing.form,
        filed=filing.updated.date(),
        accession=filing.accession,
    )
