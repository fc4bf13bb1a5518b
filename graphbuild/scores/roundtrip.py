"""How much of what a vendor gives its customers can come back to it as revenue.

Lives here: the score. Arithmetic: `mixing`. What surrounds a vendor: `vendors`. Loops of any
kind: `circularity`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import networkx as nx

from graphbuild.records.figure import Figure
from graphbuild.scores.base import Anchors, Column, Options, Score, frame
from graphbuild.scores.drivers import MOVES_MOST, moves_most
from graphbuild.scores.mixing import (
    direct_round_trip,
    in_proportion,
    largest_return,
    least_return,
    reached_parties,
    round_trip,
)
from graphbuild.scores.readings import owners, paying_contracts
from graphbuild.scores.span import Span
from graphbuild.scores.vendors import (
    Moved,
    Pair,
    Surroundings,
    all_moved,
    at_level,
    by_pair,
    surroundings,
    vendors,
)

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    Column("vendor", str, "", "who funds and sells"),
    Column("clock", str, "", "year: one year of the vendor; life: contracts' whole lives"),
    Column("period", str, "", "which days"),
    Column("capital_low", float, "USD", "given to others as equity or debt, certain"),
    Column("capital_stated", float, "USD", "the same, all that is named"),
    Column("capital_joint", float, "USD", "of that, whole sums of consortia: partly others'"),
    Column("revenue_usd", float, "USD", "revenue of the period", optional=True),
    Column("contracted_usd", float, "USD", "of that, under contracts known here, as stated"),
    Column("direct", float, "USD", "sum over customers of the smaller of given and paid"),
    Column("lower", float, "USD", "least that must return, at certain amounts", optional=True),
    Column("proportional_low", float, "USD", "mixing, at certain amounts", optional=True),
    Column("proportional", float, "USD", "mixing, at all that is named", optional=True),
    Column("proportional_high", float, "USD", "and sales of unknown size at most", optional=True),
    Column("upper", float, "USD", "largest flow back, at all that is named"),
    Column("ceiling", float, "USD", "the same, hops without a figure unlimited"),
    Column("lower_share", float, "fraction", "lower over revenue", optional=True),
    Column("proportional_share", float, "fraction", "proportional over revenue", optional=True),
    Column("upper_share", float, "fraction", "upper over revenue", optional=True),
    Column("ceiling_share", float, "fraction", "ceiling over revenue", optional=True),
    Column("capital_share", float, "fraction", "all capital over it, at most 1", optional=True),
    Column("customers_funded", str, "", "parties given capital that also pay, with the shares"),
    Column("open_hops", int, "", "hops on the way without a figure"),
    MOVES_MOST,
    Column("reason", str, "", "assumptions, and why a value is missing"),
)


def roundtrip(graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options) -> "pd.DataFrame":
    """Vendor round trip of every party that both funds others and sells.

    Capital: equity and debt given in cash. Revenue: purchases from the vendor. Three figures, since
    money is fungible: `lower` is what must come back whatever the customers do, `proportional` what
    comes back if every party spends each dollar in the proportion in which it came in, `upper` the
    largest flow back. Never quote the upper figure alone.

    Clock "year" takes the vendor's latest full year of revenue and what moves within it; "life"
    adds contracts over their lives on both sides and gives no mixing, since nobody knows what
    the customers will earn meanwhile. Other resources of a customer are its latest full year
    of revenue; where that is not known the customer may have spent anything elsewhere, so
    that nothing must return through it, and the proportional figure errs upwards. Cash at
    hand is not counted as a resource, which errs the same way. `proportional_high` lets customers
    have as little as is certain, or all that is named, and gives purchases without a figure all
    that is left. Sales
    outside contracts known here are in none of these: `capital_share` bounds them. USD.

    Source: the maximum-flow and mixing bounds of `mixing.round_trip`.
    """
    owner = owners(graph, is_look_through=options.is_look_through)
    contracts = paying_contracts(graph, is_cash_only=options.is_cash_only)
    pairs = by_pair(graph, contracts, owner)
    moved: dict[Span | None, Moved] = {}
    rows = []
    for vendor in vendors(pairs):
        revenue = anchors.latest_year(vendor, "revenue")
        for clock in ("year", "life"):
            if clock == "year" and revenue is None:
                continue
            year = revenue if clock == "year" else None
            span = _span_of(year)
            if span not in moved:
                moved[span] = all_moved(graph, anchors, pairs, span)
            rows.append(_row(surroundings(moved[span], vendor), vendor, year))
    return frame(COLUMNS, [row for row in rows if row["capital_stated"] > 0])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figures:
    """A vendor's figures; those of mixing are ``None`` over whole lives or without a steady state.

    `reached` are the parties its capital can get to, `shares` and `worth` as in `mixing.RoundTrip`.
    """

    reached: frozenset[str]
    upper: float
    ceiling: float
    lower: float | None = None
    proportional_low: float | None = None
    proportional: float | None = None
    proportional_high: float | None = None
    shares: Mapping[str, float] = field(default_factory=dict)
    worth: Mapping[str, float] = field(default_factory=dict)


def _figures(scene: Surroundings, *, is_year: bool) -> _Figures:
    vendor = scene.vendor
    capital, hops = at_level(scene, "stated")
    reached = frozenset(reached_parties(capital, hops, vendor))
    ceiling = _ceiling(scene)
    if not is_year:
        upper = largest_return(vendor, capital, hops)
        return _Figures(reached=reached, upper=upper, ceiling=ceiling)
    low_capital, low_hops = at_level(scene, "low")
    central = round_trip(vendor, capital, hops, scene.resources, reached)
    return _Figures(
        reached=reached,
        upper=central.upper,
        ceiling=ceiling,
        lower=least_return(vendor, low_capital, low_hops, scene.resources, scene.unknown),
        proportional_low=in_proportion(vendor, low_capital, low_hops, scene.resources),
        proportional=central.proportional,
        proportional_high=_highest(scene),
        shares=central.shares,
        worth=central.worth,
    )


def _highest(scene: Surroundings) -> float | None:
    """Mixing with sales without a figure at most, whether customers have little or all named.

    Little money makes the vendor's part of it large; much leaves more for what has no figure.
    """
    capital, hops = at_level(scene, "high")
    found = []
    for resources in (scene.resources, scene.scarce):
        mixed = in_proportion(scene.vendor, capital, hops, resources)
        if mixed is not None:
            found.append(mixed)
    return max(found, default=None)


def _ceiling(scene: Surroundings) -> float:
    capital, hops = at_level(scene, "stated")
    unlimited = {
        pair: float("inf") if scene.hops[pair].high is None else amount
        for pair, amount in hops.items()
    }
    return largest_return(scene.vendor, capital, unlimited)


def _swings(scene: Surroundings, central: _Figures, *, is_year: bool) -> dict[str, float]:
    """How far the result moves when one input goes from its low to its high, all others stated.

    Year: the proportional figure, to first order (share of the payer's money x worth of a dollar
    at the payee x range). Life: the largest flow is bound by the capital or by the sales.
    """
    given = {name: money.stated - money.low for name, money in scene.capital.items()}
    if not is_year:
        capital = sum(money.stated for money in scene.capital.values())
        if central.upper >= capital * (1 - 1e-6):
            return {f"{scene.vendor} -> {name}, capital": width for name, width in given.items()}
        return {
            f"{payer} -> {payee}": money.stated - money.low
            for (payer, payee), money in scene.hops.items()
            if payee == scene.vendor
        }
    swings = {
        f"{scene.vendor} -> {name}, capital": width * central.worth.get(name, 0.0)
        for name, width in given.items()
    }
    spent = dict.fromkeys(scene.resources, 0.0)
    for (payer, _), money in scene.hops.items():
        spent[payer] += money.stated
    for (payer, payee), money in scene.hops.items():
        left = scene.resources[payer] - spent[payer] if money.high is None else 0.0
        worth = 1.0 if payee == scene.vendor else central.worth.get(payee, 0.0)
        width = money.stated + max(left, 0.0) - money.low
        swings[f"{payer} -> {payee}"] = central.shares.get(payer, 0.0) * worth * width
    return swings


def _row(scene: Surroundings, vendor: str, revenue: Figure | None) -> dict[str, Any]:
    span = _span_of(revenue)
    is_year = span is not None
    found = _figures(scene, is_year=is_year)
    size = float(revenue.value_usd) if revenue and revenue.value_usd else None
    bought = {payer: money for (payer, payee), money in scene.hops.items() if payee == vendor}
    given = {party: money.stated for party, money in scene.capital.items()}
    values: dict[str, float | None] = {
        "lower": _capped(found.lower, size),
        "proportional": _capped(found.proportional, size),
        "upper": _capped(found.upper, size),
        "ceiling": _capped(found.ceiling, size),
    }
    capital = sum(given.values())
    on_way = [pair for pair in scene.hops if pair[0] in found.reached]
    return {
        "vendor": vendor,
        "clock": "year" if is_year else "life",
        "period": str(span) if span else "whole lives of contracts",
        "capital_low": sum(money.low for money in scene.capital.values()),
        "capital_stated": capital,
        "capital_joint": scene.joint,
        "revenue_usd": size,
        "contracted_usd": scene.contracted,
        "direct": direct_round_trip(given, {p: money.stated for p, money in bought.items()}),
        "proportional_low": _capped(found.proportional_low, size),
        "proportional_high": _capped(found.proportional_high, size),
        **values,
        **{
            f"{name}_share": None if size is None or value is None else value / size
            for name, value in values.items()
        },
        "capital_share": None if size is None else min(capital / size, 1.0),
        "customers_funded": "; ".join(
            f"{party} {found.shares.get(party, 0.0):.1%}" if is_year else party
            for party in sorted(set(given) & set(bought))
        ),
        "open_hops": sum(scene.hops[pair].high is None for pair in on_way),
        "moves_most": moves_most(
            {name: (0.0, swing) for name, swing in _swings(scene, found, is_year=is_year).items()}
        ),
        "reason": _reason(scene, found, on_way, is_year=is_year),
    }


def _capped(value: float | None, size: float | None) -> float | None:
    """No more returns as revenue than there was; to the cent, as solvers' digits vary."""
    if value is None:
        return None
    return round(value if size is None else min(value, size), 2)


def _span_of(revenue: Figure | None) -> Span | None:
    if revenue is None or revenue.period_start is None or revenue.period_end is None:
        return None
    return Span(revenue.period_start.first_day(), revenue.period_end.last_day())


def _reason(scene: Surroundings, found: _Figures, on_way: list[Pair], *, is_year: bool) -> str:
    reasons = []
    missing = sorted(scene.unknown & found.reached) if is_year else []
    if missing:
        reasons.append(f"revenue not known, so nothing must return through: {', '.join(missing)}")
    silent = [f"{a} -> {b}" for a, b in on_way if scene.hops[a, b].high is None]
    if silent:
        reasons.append(f"no figure for {', '.join(silent)}")
    if is_year and found.proportional is None:
        reasons.append("some of the money circulates without a way out")
    if not is_year:
        reasons.append("resources over whole lives are not known, hence no mixing and no least")
    return "; ".join(reasons)


ROUND_TRIP = Score(
    name="roundtrip",
    title="Vendor financing that can come back as revenue",
    columns=COLUMNS,
    run=roundtrip,
)
