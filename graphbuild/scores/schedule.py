"""When the money of a contract falls due, by calendar year.

Lives here: the spread of one contract over years. Which contracts an entity owes: `coverage`.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from graphbuild.records.figure import Assumption
from graphbuild.records.instrument import Family, InstrumentId
from graphbuild.records.period import PartialDate, partial_date
from graphbuild.scores.bounds import Contract

TERM_KEY = "term.default_years"
"""Row of ``assumptions.csv``: years a contract runs where its source gives no end."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Fractions of a contract's money due in each year, low and high.

    `is_assumed`: start or end is a declared default. `reason` says why there is no schedule.
    """

    shares: Mapping[int, tuple[float, float]] = field(default_factory=dict)
    is_assumed: bool = False
    reason: str = ""


def schedule(
    contract: Contract, as_of: PartialDate, assumptions: Mapping[str, Assumption]
) -> Schedule:
    """How one contract's money is spread over calendar years.

    Purchases: evenly by days from start to end. Debt: all of it in the year of maturity; what
    is paid back before is not known. Unpaid equity: evenly to its end, or without one in the
    year of its date, and not before the as-of year. Other contracts without an end run for the
    assumed term from their start or announcement; a term between two bounds gives every year
    the least and the most over whole numbers of years between them.

    Examples
    --------
    >>> data = {
    ...     "start": "2026-07-01",
    ...     "end": "2028-06-30",
    ...     "agreed_on": None,
    ...     "known_on": None,
    ...     "period_is_assumed": False,
    ...     "family": "commitment",
    ...     "instrument": "lease",
    ... }
    >>> found = schedule(Contract("tenant", "landlord", "f", data), PartialDate("2026-06-30"), {})
    >>> [(year, round(low, 3)) for year, (low, _) in found.shares.items()]
    [(2026, 0.252), (2027, 0.499), (2028, 0.249)]
    """
    data = contract.data
    start = partial_date(data["start"])
    end = partial_date(data["end"])
    begins = start or partial_date(data["agreed_on"]) or partial_date(data["known_on"])
    is_assumed = bool(data["period_is_assumed"]) or start is None
    is_debt = data["family"] == Family.DEBT or data["instrument"] == InstrumentId.CONVERTIBLE
    if is_debt and end is not None:
        return Schedule({end.year: (1.0, 1.0)}, bool(data["period_is_assumed"]))
    if begins is None:
        return Schedule(reason="neither a start nor a date of announcement is known")
    if end is not None and end.last_day() >= begins.first_day():
        return Schedule(_certain(_spread(begins.first_day(), end.last_day())), is_assumed)
    if data["family"] == Family.EQUITY and not is_debt:
        year = max(begins.year, as_of.year)
        return Schedule({year: (1.0, 1.0)}, is_assumed or begins.year < as_of.year)
    term = assumptions.get(TERM_KEY)
    if term is None:
        return Schedule(reason=f"no end is known and no {TERM_KEY} is assumed")
    return Schedule(_over_terms(begins, term, is_bullet=is_debt), is_assumed=True)


def _over_terms(
    begins: PartialDate, term: Assumption, *, is_bullet: bool
) -> dict[int, tuple[float, float]]:
    spreads = []
    for years in range(int(term.low), max(int(term.high), int(term.low)) + 1):
        last = years_later(begins.first_day(), years)
        spreads.append({last.year: 1.0} if is_bullet else _spread(begins.first_day(), last))
    found = {}
    for year in sorted({year for spread in spreads for year in spread}):
        parts = [spread.get(year, 0.0) for spread in spreads]
        found[year] = (min(parts), max(parts))
    return found


def years_later(day: dt.date, years: int) -> dt.date:
    """The last day of a term of whole years."""
    anniversary = day.replace(year=day.year + years, day=min(day.day, 28))
    return anniversary - dt.timedelta(days=1)


def _spread(first: dt.date, last: dt.date) -> dict[int, float]:
    days = (last - first).days + 1
    found = {}
    for year in range(first.year, last.year + 1):
        begin = max(first, dt.date(year, 1, 1))
        finish = min(last, dt.date(year, 12, 31))
        found[year] = ((finish - begin).days + 1) / days
    return found


def _certain(spread: Mapping[int, float]) -> dict[int, tuple[float, float]]:
    return {year: (share, share) for year, share in spread.items()}
