"""When the money of a contract falls due, by calendar year or quarter.

Lives here: the spread of one contract over years. Which contracts an entity owes: `coverage`.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from graphbuild.records.figure import Assumption
from graphbuild.records.instrument import Family, InstrumentId
from graphbuild.records.period import PartialDate, partial_date
from graphbuild.scores.bounds import Contract

TERM_KEY = "term.default_years"
"""Row of ``assumptions.csv``: years a contract runs where its source gives no end."""


class Grain(StrEnum):
    """How finely time is cut. A quarter is numbered 4 x year + 0 to 3, so that numbers run on."""

    YEAR = "year"
    QUARTER = "quarter"

    def number(self, day: dt.date) -> int:
        """The year or quarter of a day."""
        return day.year if self is Grain.YEAR else 4 * day.year + (day.month - 1) // 3

    def days(self, number: int) -> tuple[dt.date, dt.date]:
        """First and last day of a year or quarter.

        >>> [str(day) for day in Grain.QUARTER.days(4 * 2026 + 3)]
        ['2026-10-01', '2026-12-31']
        """
        if self is Grain.YEAR:
            return dt.date(number, 1, 1), dt.date(number, 12, 31)
        year, quarter = divmod(number, 4)
        after = dt.date(year + quarter // 3, (3 * quarter + 3) % 12 + 1, 1)
        return dt.date(year, 3 * quarter + 1, 1), after - dt.timedelta(days=1)


def quarter_name(number: int) -> str:
    """A numbered quarter in words: "2026-Q4"."""
    return f"{number // 4}-Q{number % 4 + 1}"


@dataclass(frozen=True, slots=True)
class Schedule:
    """Fractions of a contract's money due in each year or quarter, low and high.

    `is_assumed`: start or end is a declared default. `reason` says why there is no schedule.
    """

    shares: Mapping[int, tuple[float, float]] = field(default_factory=dict)
    is_assumed: bool = False
    reason: str = ""


def schedule(
    contract: Contract,
    as_of: PartialDate,
    assumptions: Mapping[str, Assumption],
    grain: Grain = Grain.YEAR,
) -> Schedule:
    """How one contract's money is spread over calendar years, or quarters.

    Purchases: evenly by days from start to end. Debt: all of it in the year of maturity; what
    is paid back before is not known. Unpaid equity: evenly to its end, or without one in the
    year of its date, and not before the as-of year. Other contracts without an end run for the
    assumed term from their start or announcement; a term between two bounds gives every year
    the least and the most over whole numbers of years between them. In quarters, a maturity of
    which only the year is known stands at its end, and counts as assumed.

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
        is_rough = grain.number(end.first_day()) != grain.number(end.last_day())
        when = grain.number(end.last_day())
        return Schedule({when: (1.0, 1.0)}, bool(data["period_is_assumed"]) or is_rough)
    if begins is None:
        return Schedule(reason="neither a start nor a date of announcement is known")
    if end is not None and end.last_day() >= begins.first_day():
        spread = _spread(begins.first_day(), end.last_day(), grain)
        return Schedule(_certain(spread), is_assumed)
    if data["family"] == Family.EQUITY and not is_debt:
        when, now = (grain.number(day.last_day()) for day in (begins, as_of))
        return Schedule({max(when, now): (1.0, 1.0)}, is_assumed or when < now)
    term = assumptions.get(TERM_KEY)
    if term is None:
        return Schedule(reason=f"no end is known and no {TERM_KEY} is assumed")
    return Schedule(_over_terms(begins, term, grain, is_bullet=is_debt), is_assumed=True)


def _over_terms(
    begins: PartialDate, term: Assumption, grain: Grain, *, is_bullet: bool
) -> dict[int, tuple[float, float]]:
    spreads = []
    for years in range(int(term.low), max(int(term.high), int(term.low)) + 1):
        last = years_later(begins.first_day(), years)
        when = {grain.number(last): 1.0}
        spreads.append(when if is_bullet else _spread(begins.first_day(), last, grain))
    found = {}
    for year in sorted({year for spread in spreads for year in spread}):
        parts = [spread.get(year, 0.0) for spread in spreads]
        found[year] = (min(parts), max(parts))
    return found


def years_later(day: dt.date, years: int) -> dt.date:
    """The last day of a term of whole years."""
    anniversary = day.replace(year=day.year + years, day=min(day.day, 28))
    return anniversary - dt.timedelta(days=1)


def _spread(first: dt.date, last: dt.date, grain: Grain) -> dict[int, float]:
    days = (last - first).days + 1
    found = {}
    for number in range(grain.number(first), grain.number(last) + 1):
        begins, ends = grain.days(number)
        begin, finish = max(first, begins), min(last, ends)
        found[number] = ((finish - begin).days + 1) / days
    return found


def _certain(spread: Mapping[int, float]) -> dict[int, tuple[float, float]]:
    return {year: (share, share) for year, share in spread.items()}
