"""By quarter: what an entity owes against cash, committed funding and revenue, and until when.

Lives here: the paths, the quarter in which the money does not reach, the gap, the growth that would
close it. Dues by year over one year's revenue: `coverage`. Funders' cash flow: `capacity`.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from graphbuild.records.figure import Figure
from graphbuild.records.instrument import Family
from graphbuild.scores.base import Anchors, Column, Options, Score, assumed, frame
from graphbuild.scores.bounds import FORWARD, Bounds
from graphbuild.scores.capacity import owed_to
from graphbuild.scores.coverage import ASSUMED_TERM, Planned, firm_ends, planned_dues, sum_planned
from graphbuild.scores.debts import find_debts
from graphbuild.scores.drivers import MOVES_MOST, Ends, moves_most
from graphbuild.scores.readings import owners
from graphbuild.scores.schedule import Grain, quarter_name
from graphbuild.scores.sharing import shared

if TYPE_CHECKING:
    import pandas as pd

GROWTH_KEY = "growth.revenue"
"""Row of ``assumptions.csv`` that may replace the growth of revenue of the options."""

PATHS = ("low", "central", "high")
"""From the worst to the best for the entity."""

_FASTEST = 20.0
"""Yearly growth beyond which none is looked for: 2,000 per cent."""


def _path_columns(name: str, meaning: str) -> tuple[Column, ...]:
    return tuple(
        Column(f"{name}_{path}", float, "USD", f"{meaning}, {path} path", optional=True)
        for path in PATHS
    )


COLUMNS = (
    Column("entity_id", str, "", "who owes"),
    Column("quarter", str, "", "calendar quarter, from the one after the day of the cash"),
    *(
        Column(f"{name}_{end}", float, "USD", f"{name} money due, {end}", optional=end == "high")
        for name in FORWARD
        for end in ("low", "stated", "high")
    ),
    *_path_columns("revenue", "revenue of the quarter"),
    Column("funding", float, "USD", "firm investments others still owe it, stated"),
    *_path_columns("left", "cash left at the end if nothing but the firm dues had to be paid"),
    Column("deals", int, "", "deals with money due in the quarter"),
    Column("assumed_deals", int, "", "of these, deals whose dates are assumed"),
    MOVES_MOST,
)

TOTAL_COLUMNS = (
    Column("entity_id", str, "", "who owes"),
    Column("cash", float, "USD", "cash", optional=True),
    Column("cash_date", str, "", "of which day", optional=True),
    Column("lines", float, "USD", "undrawn credit lines; not on the worst path"),
    Column("funding", float, "USD", "firm investments others still owe it, stated"),
    Column("revenue_year", float, "USD", "latest full year; base of the worst path", optional=True),
    Column("revenue_base", float, "USD", "newer run rate, else the same", optional=True),
    Column("revenue_basis", str, "", "figures they are", optional=True),
    *(
        Column(f"growth_{path}", float, "fraction", f"of revenue a year, {path} path")
        for path in PATHS
    ),
    *(
        Column(f"short_{path}", str, "", f"first quarter it cannot pay, {path} path", optional=True)
        for path in PATHS
    ),
    *_path_columns("gap", "largest shortfall up to the horizon"),
    Column("growth_needed", float, "fraction", "of revenue a year to pay it all", optional=True),
    Column("horizon", str, "", "last quarter looked at"),
    MOVES_MOST,
    Column("reason", str, "", "assumptions, and why a value is missing"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What one entity can pay with, before any dues.

    `bases` are a year's revenue on each path and the day it is of; ``None`` where none is known.
    """

    cash: float | None
    cash_date: str | None
    lines: float
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Runway:
    """One entity's quarters: what is due by column, and firm investments coming in.

    `ends` are the firm dues of each quarter with one deal at its low or its high.
    """

    entity_id: str
    means: Means
    quarters: Sequence[int]
    planned: Sequence[Planned]
    due: Mapping[int, Mapping[str, Bounds]]
    funding: Mapping[int, Bounds]
    ends: Mapping[int, Ends]

    def left(
        self,
        path: int,
        growth: float | None = None,
        due: Mapping[int, float] | None = None,
    ) -> list[float]:
        """Money left at the end of each quarter; unknown cash counts as none."""
        amount = (self.means.cash or 0.0) + (self.means.lines if path else 0.0)
        found = []
        for quarter in self.quarters:
            owed = (due or {}).get(quarter, _on_path(self.due[quarter]["firm"], 2 - path))
            coming = _on_path(self.funding[quarter], min(path, 1))
            amount += self.means.revenue(quarter, path, growth) + coming - owed
            found.append(amount)
        return found


def _on_path(money: Bounds, end: int) -> float:
    """Low, stated or high; an open high is what is stated."""
    return (money.low, money.stated, money.stated if money.high is None else money.high)[end]


@shared
def runways(graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options) -> list[Runway]:
    """Every party with dues after the as-of date."""
    owner = owners(graph, is_look_through=options.is_look_through)
    planned = dict(planned_dues(graph, anchors, options, Grain.QUARTER))
    incoming = owed_to(planned, owner)
    undrawn: dict[str, float] = {}
    for debt in find_debts(graph, anchors, options, owner)[0]:
        undrawn[debt.top] = undrawn.get(debt.top, 0.0) + (debt.undrawn_high or 0.0)
    last = 4 * (anchors.as_of.year + options.capacity_years) + 3
    found = []
    for party in sorted(planned):
        means = _means(anchors, options, party, undrawn.get(party, 0.0))
        quarters = range(_first_quarter(anchors, party), last + 1)
        items = [item for item in planned[party] if any(q in item.plan.shares for q in quarters)]
        if not items:
            continue
        coming = [i for i in incoming.get(party, []) if _family(i) == Family.EQUITY]
        runway = Runway(
            entity_id=party,
            means=means,
            quarters=quarters,
            planned=items,
            due=_by_quarter(items, quarters, FORWARD),
            funding={
                q: money["firm"] for q, money in _by_quarter(coming, quarters, ("firm",)).items()
            },
            ends={q: firm_ends(active, (q,)) for q, active in _active(items, quarters).items()},
        )
        found.append(runway)
    return found


def _family(item: Planned) -> object:
    return item.due.contracts[0].data["family"]


def _active(planned: Sequence[Planned], quarters: Sequence[int]) -> dict[int, list[Planned]]:
    """The items with money due in each quarter."""
    found: dict[int, list[Planned]] = {quarter: [] for quarter in quarters}
    for item in planned:
        for quarter in item.plan.shares:
            if quarter in found:
                found[quarter].append(item)
    return found


def _by_quarter(
    planned: Sequence[Planned], quarters: Sequence[int], columns: Sequence[str]
) -> dict[int, dict[str, Bounds]]:
    return {
        quarter: {column: sum_planned(active, column, (quarter,)) for column in columns}
        for quarter, active in _active(planned, quarters).items()
    }


def _first_quarter(anchors: Anchors, party: str) -> int:
    """The quarter after the day of the cash; without it the as-of quarter."""
    cash = anchors.latest(party, "cash")
    if cash is None or cash.period_end is None:
        return Grain.QUARTER.number(anchors.as_of.last_day())
    return Grain.QUARTER.number(cash.period_end.last_day()) + 1


def _means(anchors: Anchors, options: Options, party: str, undrawn: float) -> Means:
    cash, lines = anchors.latest(party, "cash"), anchors.latest(party, "undrawn_facilities")
    year, rate = anchors.annual_revenue(party), anchors.run_rate(party)
    whole = _base(year, is_rate=False)
    newest = _base(rate, is_rate=True)
    if newest is None or (whole is not None and newest[1] < whole[1]):
        newest, rate = whole, None
    named = [figure for figure in (year, rate) if figure is not None]
    low, high = assumed(
        anchors, GROWTH_KEY, options.revenue_growth_low, options.revenue_growth_high
    )
    return Means(
        cash=None if cash is None or cash.value_usd is None else float(cash.value_usd),
        cash_date=cash.period if cash else None,
        lines=float(lines.value_usd or 0) if lines else undrawn,
        bases=(whole or newest, newest, newest),
        basis="; ".join(f"{figure.metric} of {figure.period}" for figure in named) or None,
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


def coverage_quarters(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options
) -> "pd.DataFrame":
    """Dues by calendar quarter, and what is left of the means to pay them on three paths.

    left = cash + lines + sum of (revenue + funding - firm dues). It is what would be left if
    nothing else had to be paid: no wages, no power, no contract without a figure, no interest. So
    a quarter in which it is below nothing is one the entity cannot reach on its own, and a
    quarter in which it is not proves nothing. Worst path: a full year's revenue growing at the low
    rate, dues at their high, no lines; best: the newest run rate growing at the high rate, dues
    at their low. Contingent and announced dues stand beside and are in no path. USD.
    """
    rows = []
    for runway in runways(graph, anchors, options):
        left = [runway.left(path) for path in range(3)]
        for place, quarter in enumerate(runway.quarters):
            rows.append(_quarter_row(runway, quarter, [part[place] for part in left]))
    return frame(COLUMNS, rows)


def _quarter_row(runway: Runway, quarter: int, left: Sequence[float]) -> dict[str, Any]:
    means, active = runway.means, [i for i in runway.planned if quarter in i.plan.shares]
    is_told = means.cash is not None and means.bases[1] is not None
    return {
        "entity_id": runway.entity_id,
        "quarter": quarter_name(quarter),
        **{
            f"{column}_{end}": getattr(money, end)
            for column, money in runway.due[quarter].items()
            for end in ("low", "stated", "high")
        },
        **{
            f"revenue_{path}": means.revenue(quarter, n) if means.bases[n] else None
            for n, path in enumerate(PATHS)
        },
        "funding": runway.funding[quarter].stated,
        **{f"left_{path}": left[n] if is_told else None for n, path in enumerate(PATHS)},
        "deals": len(active),
        "assumed_deals": sum(item.plan.is_assumed for item in active),
        "moves_most": moves_most(runway.ends[quarter]),
    }


def runway_totals(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options
) -> "pd.DataFrame":
    """The first quarter in which an entity cannot pay its firm dues, the gap, the growth needed.

    Paths as in `coverage_quarters`. Gap: the largest amount by which the means fall short up to
    the horizon; without a figure for cash, what cash and new funding would have to bring. Growth
    needed: the constant yearly growth, from the newest base, with which all firm dues as stated
    could be paid in every quarter if nothing else had to be; ``None`` where none is enough.
    """
    return frame(TOTAL_COLUMNS, [_total_row(r) for r in runways(graph, anchors, options)])


def _total_row(runway: Runway) -> dict[str, Any]:
    means = runway.means
    left = [runway.left(path) for path in range(3)]
    is_told = means.bases[1] is not None
    gaps = [max(-min(part), 0.0) if is_told else None for part in left]
    whole, newest = means.bases[0], means.bases[1]
    return {
        "entity_id": runway.entity_id,
        "cash": means.cash,
        "cash_date": means.cash_date,
        "lines": means.lines,
        "funding": sum(money.stated for money in runway.funding.values()),
        "revenue_year": whole[0] if whole else None,
        "revenue_base": newest[0] if newest else None,
        "revenue_basis": means.basis,
        **{f"growth_{path}": means.growth[n] for n, path in enumerate(PATHS)},
        **{f"short_{path}": _short(runway, left[n]) for n, path in enumerate(PATHS)},
        **{f"gap_{path}": gaps[n] for n, path in enumerate(PATHS)},
        "growth_needed": _needed(runway) if is_told else None,
        "horizon": quarter_name(runway.quarters[-1]),
        "moves_most": moves_most(_ends_of(runway)) if is_told else "",
        "reason": _reason(runway),
    }


def _short(runway: Runway, left: Sequence[float]) -> str | None:
    if runway.means.cash is None or runway.means.bases[1] is None:
        return None
    pairs = zip(runway.quarters, left, strict=True)
    return next((quarter_name(quarter) for quarter, amount in pairs if amount < 0), None)


def _needed(runway: Runway) -> float | None:
    """By halving: what is left grows with the growth of revenue."""
    if min(runway.left(1, -1.0)) >= 0:
        return -1.0
    if min(runway.left(1, _FASTEST)) < 0:
        return None
    low, high = -1.0, _FASTEST
    while high - low > 1e-6:
        middle = (low + high) / 2
        low, high = (low, middle) if min(runway.left(1, middle)) >= 0 else (middle, high)
    return round(high, 5)


def _ends_of(runway: Runway) -> Ends:
    """The central gap with one deal, or the growth, at its low or its high."""
    means = runway.means

    def gap(growth: float | None = None, due: Mapping[int, float] | None = None) -> float:
        return max(-min(runway.left(1, growth, due)), 0.0)

    found: Ends = {"growth of revenue": (gap(means.growth[2]), gap(means.growth[0]))}
    by_quarter = runway.ends
    for name in sorted({name for ends in by_quarter.values() for name in ends}):
        ends = {q: by_quarter[q][name] for q in by_quarter if name in by_quarter[q]}
        if any(high is None for _, high in ends.values()):
            found[name] = (0.0, None)
        elif name == ASSUMED_TERM:
            lower = {q: runway.due[q]["firm"].stated - (ends[q][1] or 0.0) for q in ends}
            found[name] = (gap(due=lower), gap())
        elif any(low != high for low, high in ends.values()):
            least = {q: low for q, (low, _) in ends.items()}
            most = {q: high or 0.0 for q, (_, high) in ends.items()}
            found[name] = (gap(due=least), gap(due=most))
    return found


def _reason(runway: Runway) -> str:
    means, reasons = runway.means, []
    if means.bases[1] is None:
        reasons.append("no revenue is known: what it can pay cannot be told")
    elif means.cash is None:
        reasons.append(
            "cash is not known: the gap is what cash and new funding would have to bring"
        )
    silent = sum(item.due.money["firm"].high is None for item in runway.planned)
    if silent:
        reasons.append(f"deals without a figure are in no path: {silent}")
    late = sum(item.plan.is_assumed for item in runway.planned)
    if late:
        reasons.append(f"deals whose dates are assumed: {late}")
    reasons.append("wages, power, interest and all else unpaid: the real quarter comes earlier")
    return "; ".join(reasons)


COVERAGE_QUARTERS = Score(
    name="coverage_quarters",
    title="Obligations due by quarter against what there is to pay them",
    columns=COLUMNS,
    run=coverage_quarters,
)

RUNWAY = Score(
    name="runway",
    title="The first quarter in which firm dues cannot be paid",
    columns=TOTAL_COLUMNS,
    run=runway_totals,
)
