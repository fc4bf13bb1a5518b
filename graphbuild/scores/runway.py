"""By quarter: what an entity owes against cash, committed funding and revenue, and until when.

Lives here: the paths, the quarter in which the money does not reach, the gap, the growth that would
close it. What there is to pay with: `means`. Dues by year over one year's revenue: `coverage`.
Funders' cash flow: `capacity`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from graphbuild.records.instrument import Family
from graphbuild.scores.base import Anchors, Column, Options, Score, frame
from graphbuild.scores.bounds import FORWARD, Bounds
from graphbuild.scores.capacity import owed_to
from graphbuild.scores.coverage import ASSUMED_TERM, Planned, firm_ends, planned_dues, sum_planned
from graphbuild.scores.debts import Debt, Three, find_debts
from graphbuild.scores.debtservice import interest_of_year
from graphbuild.scores.drivers import MOVES_MOST, Ends, moves_most
from graphbuild.scores.means import Means, first_quarter, means_of
from graphbuild.scores.readings import owners
from graphbuild.scores.schedule import Grain, quarter_name
from graphbuild.scores.sharing import shared

if TYPE_CHECKING:
    import pandas as pd

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
    *_path_columns("interest", "interest on debts known here; the most on the low path"),
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
    Column("revenue_year", float, "USD", "latest full year, else the base", optional=True),
    Column("revenue_base", float, "USD", "newer run rate or part made annual", optional=True),
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
class Runway:
    """One entity's quarters: what is due by column, and firm investments coming in.

    `ends` are the firm dues of each quarter with one deal at its low or its high.
    """

    entity_id: str
    means: Means
    quarters: Sequence[int]
    planned: Sequence[Planned]
    due: Mapping[int, Mapping[str, Bounds]]
    interest: Mapping[int, Three]
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
            owed += self.interest[quarter][2 - path]
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
    debts: dict[str, list[Debt]] = {}
    for debt in find_debts(graph, anchors, options, owner)[0]:
        debts.setdefault(debt.top, []).append(debt)
    last = 4 * (anchors.as_of.year + options.capacity_years) + 3
    found = []
    for party in sorted(planned):
        own = debts.get(party, [])
        means = means_of(anchors, options, party, sum(debt.undrawn_high or 0.0 for debt in own))
        quarters = range(first_quarter(anchors, party), last + 1)
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
            interest=_interest(own, quarters, anchors),
            funding={
                q: money["firm"] for q, money in _by_quarter(coming, quarters, ("firm",)).items()
            },
            ends={q: firm_ends(active, (q,)) for q, active in _active(items, quarters).items()},
        )
        found.append(runway)
    return found


def _family(item: Planned) -> object:
    return item.due.contracts[0].data["family"]


def _interest(debts: Sequence[Debt], quarters: Sequence[int], anchors: Anchors) -> dict[int, Three]:
    """A quarter of each year's interest."""
    years = {
        year: interest_of_year(debts, year, anchors.as_of) for year in {q // 4 for q in quarters}
    }
    return {q: Three(*(end / 4 for end in years[q // 4])) for q in quarters}


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


def coverage_quarters(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options
) -> "pd.DataFrame":
    """Dues by calendar quarter, and what is left of the means to pay them on three paths.

    left = cash + lines + sum of (revenue + funding - firm dues - interest). It is what would be
    left if nothing else had to be paid: no wages, no power, no contract without a figure. So
    a quarter in which it is below nothing is one the entity cannot reach on its own, and a
    quarter in which it is not proves nothing. Base of revenue: the newest run rate, else the newest
    part of a year made annual, else the full year. Worst path: the smaller of that and the full
    year growing at the low rate, dues at their high, no lines; best: the larger growing at the high
    rate, dues at their low. Contingent and announced dues stand
    beside and are in no path. USD.
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
        **{f"interest_{path}": runway.interest[quarter][2 - n] for n, path in enumerate(PATHS)},
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
    newest = means.bases[1]
    return {
        "entity_id": runway.entity_id,
        "cash": means.cash,
        "cash_date": means.cash_date,
        "lines": means.lines,
        "funding": sum(money.stated for money in runway.funding.values()),
        "revenue_year": means.year,
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
    reasons.append("wages, power and all else are not in it: the real quarter comes earlier")
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
