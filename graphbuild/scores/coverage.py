"""Obligations due by calendar year against a year's revenue.

Lives here: the sums. Who owes what: `dues`. When: `schedule`. Revenue: `base.Anchors`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from graphbuild.records.figure import Figure
from graphbuild.records.period import PartialDate
from graphbuild.scores.base import Anchors, Column, Options, Score, frame
from graphbuild.scores.bounds import FORWARD, Bounds, add, larger, mirror_groups, scale
from graphbuild.scores.drivers import MOVES_MOST, Ends, Part, ends_of_sum, moves_most
from graphbuild.scores.dues import Due, find_dues
from graphbuild.scores.readings import owners
from graphbuild.scores.schedule import Grain, Schedule, schedule
from graphbuild.scores.sharing import shared

if TYPE_CHECKING:
    import pandas as pd


def _money_columns(what: str) -> tuple[Column, ...]:
    return tuple(
        column
        for name in FORWARD
        for column in (
            Column(f"{name}_low", float, "USD", f"{name} money {what}, low"),
            Column(f"{name}_high", float, "USD", f"{name} money {what}, high", optional=True),
            Column(f"{name}_stated", float, "USD", f"{name} money {what}, named by sources"),
        )
    )


_REVENUE = (
    Column("revenue_usd", float, "USD", "latest full year", optional=True),
    Column("revenue_kind", str, "", "audited or reported", optional=True),
    Column("revenue_period", str, "", "which year", optional=True),
)

COLUMNS = (
    Column("entity_id", str, "", "who owes"),
    Column("year", int, "", "calendar year, whole"),
    Column("is_past", bool, "", "before the as-of year"),
    *_money_columns("due in the year"),
    *_REVENUE,
    Column("firm_ratio_low", float, "", "firm low over revenue", optional=True),
    Column("firm_ratio_high", float, "", "firm high over revenue", optional=True),
    Column("firm_ratio_stated", float, "", "firm stated over revenue", optional=True),
    Column("contingent_ratio_stated", float, "", "contingent stated over revenue", optional=True),
    Column("headline_ratio_stated", float, "", "headline stated over revenue", optional=True),
    Column("deals", int, "", "deals with money due in the year"),
    Column("assumed_deals", int, "", "of these, deals whose dates are a declared default"),
    Column("open_deals", int, "", "of these, deals without a figure or open above"),
    MOVES_MOST,
    Column("reason", str, "", "why a value is missing"),
)

TOTAL_COLUMNS = (
    Column("entity_id", str, "", "who owes"),
    Column("first_year", int, "", "as-of year, or the first with dues after it", optional=True),
    Column("last_year", int, "", "last year with dues", optional=True),
    *_money_columns("due from the as-of year on"),
    *_REVENUE,
    Column("total_firm_ratio", float, "", "firm stated of all years over one year", optional=True),
    Column("peak_year", int, "", "year with most firm money stated", optional=True),
    Column("peak_firm_low", float, "USD", "firm money of that year, low", optional=True),
    Column("peak_firm_high", float, "USD", "firm money of that year, high", optional=True),
    Column("peak_firm_stated", float, "USD", "firm money of that year", optional=True),
    Column("peak_firm_ratio", float, "", "that over revenue", optional=True),
    Column("run_rate_usd", float, "USD", "latest annualised revenue, beside it", optional=True),
    Column("run_rate_period", str, "", "of which month or quarter", optional=True),
    Column("deals", int, "", "deals with a schedule"),
    Column("assumed_deals", int, "", "of these, deals whose dates are a declared default"),
    Column("open_deals", int, "", "of these, deals without a figure or open above"),
    Column("unscheduled", str, "", "deals without dates, with the reason; in no sum"),
    MOVES_MOST,
    Column("reason", str, "", "why a value is missing"),
)


ASSUMED_TERM = "the assumed term"
"""The one input that moves all deals without a stated end together."""


@dataclass(frozen=True, slots=True)
class Year:
    """What one entity owes in one calendar year."""

    money: Mapping[str, Bounds]
    deals: int
    assumed: int
    open: int
    moves_most: str


@dataclass(frozen=True, slots=True)
class Planned:
    """One obligation and when it falls due."""

    due: Due
    plan: Schedule


def coverage(graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options) -> "pd.DataFrame":
    """Obligations due in each calendar year against the latest full year of revenue.

    due(year, column) = sum over deals of money x fraction of its time in the year; ratio =
    due(year) / revenue(latest full year), never all years' dues over one year. Units: USD of
    whole calendar years, the as-of year included in full. Firm, contingent and headline stand
    apart. Bounds: low and high of every deal, high open where a deal has no figure; stated is
    what sources name. Joint deals and mirrored obligations count as in `bounds.sum_contracts`.
    """
    rows = []
    for entity_id, planned in planned_dues(graph, anchors, options):
        years = {year: _year(planned, year) for year in _years(planned)}
        revenue = anchors.annual_revenue(entity_id)
        for year, found in years.items():
            rows.append(_year_row(entity_id, year, found, revenue, anchors.as_of))
    return frame(COLUMNS, rows)


def coverage_totals(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options
) -> "pd.DataFrame":
    """All dues from the as-of year on, and the heaviest year, each over one year of revenue.

    The ratio of all years to one year is printed with the first and the last year, since a total
    over several years and a single year's revenue do not compare without them.
    """
    rows = []
    for entity_id, planned in planned_dues(graph, anchors, options):
        rows.append(_total_row(entity_id, planned, anchors))
    return frame(TOTAL_COLUMNS, rows)


@shared
def planned_dues(
    graph: "nx.MultiDiGraph[str]",
    anchors: Anchors,
    options: Options,
    grain: Grain = Grain.YEAR,
) -> list[tuple[str, list[Planned]]]:
    """Every entity that stands for somebody, with its dues and their schedules."""
    owner = owners(graph, is_look_through=options.is_look_through)
    dues = find_dues(graph, owner)
    found = []
    for entity_id in sorted(dues):
        data = graph.nodes[entity_id]
        if not data["is_group"] and not data["is_unnamed"]:
            planned = [
                Planned(due, schedule(due.contracts[0], anchors.as_of, anchors.assumptions, grain))
                for due in dues[entity_id]
            ]
            found.append((entity_id, planned))
    return found


def _years(planned: Iterable[Planned]) -> list[int]:
    return sorted({year for item in planned for year in item.plan.shares})


def _year(planned: Sequence[Planned], year: int) -> Year:
    active = [item for item in planned if year in item.plan.shares]
    return Year(
        money={column: sum_planned(active, column, (year,)) for column in FORWARD},
        deals=len(active),
        assumed=sum(item.plan.is_assumed for item in active),
        open=sum(item.due.is_open for item in active),
        moves_most=moves_most(firm_ends(active, (year,))),
    )


def sum_planned(planned: Sequence[Planned], column: str, years: Sequence[int]) -> Bounds:
    """Money of some years; deals about the same money count once."""
    leader = _leaders(planned)
    groups: dict[str, list[Bounds]] = {}
    for item in planned:
        if item.due.money[column].is_nothing:
            continue
        money = scale(item.due.money[column], *_share_of(item.plan, years))
        groups.setdefault(leader[item.due.deal_id], []).append(money)
    return add(larger(group) for group in groups.values())


def _leaders(planned: Sequence[Planned]) -> dict[str, str]:
    """Deal -> name of its group of deals about the same money."""
    if not any(item.due.contracts[0].data["same_obligation_as"] for item in planned):
        return {item.due.deal_id: item.due.deal_id for item in planned}
    return mirror_groups(
        {item.due.deal_id: {c.flow_id: c for c in item.due.contracts} for item in planned}
    )


def firm_ends(planned: Sequence[Planned], years: Sequence[int]) -> Ends:
    """Firm money of some years with one deal, or the assumed term, at its low or its high."""
    leader = _leaders(planned)
    parts, slack = [], 0.0
    for item in planned:
        low, high = _share_of(item.plan, years)
        money = item.due.money["firm"]
        if money.is_nothing or not high:
            continue
        ceiling = None if money.high is None else money.high * high
        name, group = item.due.deal_id, leader[item.due.deal_id]
        parts.append(Part(name, group, money.low * high, money.stated * high, ceiling))
        slack += money.stated * (high - low) if item.plan.is_assumed else 0.0
    ends = ends_of_sum(parts)
    ends[ASSUMED_TERM] = (0.0, slack)
    return ends


def _share_of(plan: Schedule, years: Sequence[int]) -> tuple[float, float]:
    if len(years) == 1:
        return plan.shares.get(years[0], (0.0, 0.0))
    low = sum(plan.shares.get(year, (0.0, 0.0))[0] for year in years)
    high = sum(plan.shares.get(year, (0.0, 0.0))[1] for year in years)
    return low, min(high, 1.0)


def _ratio(amount: float | None, revenue: Figure | None) -> float | None:
    if amount is None or revenue is None or revenue.value_usd is None:
        return None
    return amount / float(revenue.value_usd)


def _revenue(revenue: Figure | None) -> dict[str, Any]:
    value = revenue.value_usd if revenue else None
    return {
        "revenue_usd": None if value is None else float(value),
        "revenue_kind": str(revenue.kind) if revenue else None,
        "revenue_period": revenue.period if revenue else None,
    }


def _money(money: Mapping[str, Bounds]) -> dict[str, float | None]:
    return {
        f"{column}_{end}": getattr(bounds, end)
        for column, bounds in money.items()
        for end in ("low", "high", "stated")
    }


def _reason(revenue: Figure | None, as_of: PartialDate, open_deals: int) -> str:
    reasons = []
    if revenue is None:
        reasons.append(f"no full year of revenue known on {as_of}")
    if open_deals:
        reasons.append(f"deals without a figure leave the high open: {open_deals}")
    return "; ".join(reasons)


def _year_row(
    entity_id: str, year: int, found: Year, revenue: Figure | None, as_of: PartialDate
) -> dict[str, Any]:
    firm = found.money["firm"]
    return {
        "entity_id": entity_id,
        "year": year,
        "is_past": year < as_of.year,
        **_money(found.money),
        **_revenue(revenue),
        "firm_ratio_low": _ratio(firm.low, revenue),
        "firm_ratio_high": _ratio(firm.high, revenue),
        "firm_ratio_stated": _ratio(firm.stated, revenue),
        "contingent_ratio_stated": _ratio(found.money["contingent"].stated, revenue),
        "headline_ratio_stated": _ratio(found.money["headline"].stated, revenue),
        "deals": found.deals,
        "assumed_deals": found.assumed,
        "open_deals": found.open,
        "moves_most": found.moves_most,
        "reason": _reason(revenue, as_of, found.open),
    }


def _total_row(entity_id: str, planned: Sequence[Planned], anchors: Anchors) -> dict[str, Any]:
    revenue, run_rate = anchors.annual_revenue(entity_id), anchors.run_rate(entity_id)
    years = [year for year in _years(planned) if year >= anchors.as_of.year]
    dated = [item for item in planned if any(year in item.plan.shares for year in years)]
    money = {column: sum_planned(dated, column, years) for column in FORWARD}
    firm = {year: _year(planned, year).money["firm"] for year in years}
    peak = max(years, key=lambda year: (firm[year].stated, -year), default=None)
    if peak is not None and firm[peak].stated == 0:
        peak = None
    open_deals = sum(item.due.is_open for item in dated)
    undated = [item for item in planned if item.plan.reason]
    return {
        "entity_id": entity_id,
        "first_year": years[0] if years else None,
        "last_year": years[-1] if years else None,
        **_money(money),
        **_revenue(revenue),
        "total_firm_ratio": _ratio(money["firm"].stated, revenue),
        "peak_year": peak,
        "peak_firm_low": None if peak is None else firm[peak].low,
        "peak_firm_high": None if peak is None else firm[peak].high,
        "peak_firm_stated": None if peak is None else firm[peak].stated,
        "peak_firm_ratio": None if peak is None else _ratio(firm[peak].stated, revenue),
        "run_rate_usd": float(run_rate.value_usd or 0) if run_rate else None,
        "run_rate_period": run_rate.period if run_rate else None,
        "deals": len(dated),
        "assumed_deals": sum(item.plan.is_assumed for item in dated),
        "open_deals": open_deals,
        "unscheduled": "; ".join(f"{item.due.deal_id}: {item.plan.reason}" for item in undated),
        "moves_most": moves_most(firm_ends(dated, years)),
        "reason": _reason(revenue, anchors.as_of, open_deals),
    }


COVERAGE = Score(
    name="coverage",
    title="Obligations due by year against revenue",
    columns=COLUMNS,
    run=coverage,
)

COVERAGE_TOTALS = Score(
    name="coverage_totals",
    title="All obligations due against one year of revenue",
    columns=TOTAL_COLUMNS,
    run=coverage_totals,
)
