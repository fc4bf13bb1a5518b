"""What an entity can pay with: cash, undrawn lines, and its revenue on three paths.

Lives here: which figures are taken and how revenue grows. What is due against it: `runway`.
"""

import datetime as dt
from dataclasses import dataclass

from graphbuild.records.figure import Figure, FigureKind
from graphbuild.scores.base import Anchors, Options, assumed, days_of
from graphbuild.scores.schedule import Grain

GROWTH_KEY = "growth.revenue"
"""Row of ``assumptions.csv`` that may replace the growth of revenue of the options."""

_SHORTEST, _WHOLE, _YEAR = 80, 345, 365.25
"""Days from which a part of a year may stand for a year, and from which it is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What one entity can pay with, before any dues.

    `bases` are a year's revenue on each path and the day it is of; ``None`` where none is known.
    `year` is the latest full year's.
    """

    cash: float | None
    cash_date: str | None
    lines: float
    year: float | None
    bases: tuple[tuple[float, dt.date] | None, ...]
    basis: str | None
    growth: tuple[float, ...]

    def revenue(self, quarter: int, path: int, growth: float | None = None) -> float:
        """Revenue of a quarter: the base, growing every year from the day it is of."""
        base = self.bases[path]
        if base is None:
            return 0.0
        first, last = Grain.QUARTER.days(quarter)
        years = max(((first + (last - first) / 2) - base[1]).days / 365.25, 0.0)
        rate = self.growth[path] if growth is None else growth
        return float(base[0] / 4 * (1 + rate) ** years)


def first_quarter(anchors: Anchors, party: str) -> int:
    """The quarter after the day of the cash; without it the as-of quarter."""
    cash = anchors.latest(party, "cash")
    if cash is None or cash.period_end is None:
        return Grain.QUARTER.number(anchors.as_of.last_day())
    return Grain.QUARTER.number(cash.period_end.last_day()) + 1


def means_of(anchors: Anchors, options: Options, party: str, undrawn: float) -> Means:
    """Cash, lines and revenue of a party; `undrawn` is what its loans here still leave, in USD."""
    cash, lines = anchors.latest(party, "cash"), anchors.latest(party, "undrawn_facilities")
    year, rate = anchors.annual_revenue(party), anchors.run_rate(party)
    whole = _base(year, is_rate=False)
    newest = _base(rate, is_rate=True)
    words = [f"{figure.metric} of {figure.period}" for figure in (year, rate) if figure]
    if newest is None:
        newest, part = _annualised(anchors, party)
        words += [f"{part}, made annual"] if part else []
    if newest is None or (whole is not None and newest[1] < whole[1]):
        newest, words = whole, words[:1]
    known = [base for base in (whole, newest) if base is not None]
    low, high = assumed(
        anchors, GROWTH_KEY, options.revenue_growth_low, options.revenue_growth_high
    )
    return Means(
        cash=None if cash is None or cash.value_usd is None else float(cash.value_usd),
        cash_date=cash.period if cash else None,
        lines=float(lines.value_usd or 0) if lines else undrawn,
        year=whole[0] if whole else newest[0] if newest else None,
        bases=(min(known, default=None), newest, max(known, default=None)),
        basis="; ".join(words) or None,
        growth=(low, (low + high) / 2, high),
    )


def _base(figure: Figure | None, *, is_rate: bool) -> tuple[float, dt.date] | None:
    """A year's revenue and its day: the middle of a year, the end of a run rate's month."""
    if figure is None or figure.value_usd is None or figure.period_end is None:
        return None
    last = figure.period_end.last_day()
    if not is_rate and figure.period_start is not None:
        first = figure.period_start.first_day()
        last = first + (last - first) / 2
    return float(figure.value_usd), last


def _annualised(anchors: Anchors, party: str) -> tuple[tuple[float, dt.date] | None, str]:
    """The newest part of a year of revenue as a year, its middle day, and its period."""
    parts = [
        figure
        for figure in anchors.series(party, "revenue", (FigureKind.AUDITED, FigureKind.REPORTED))
        if figure.value_usd and _SHORTEST <= days_of(figure) < _WHOLE
    ]
    newest = max(parts, key=lambda f: (str(f.period_end), -days_of(f)), default=None)
    base = _base(newest, is_rate=False)
    if newest is None or base is None:
        return None, ""
    return (base[0] * _YEAR / days_of(newest), base[1]), newest.period
