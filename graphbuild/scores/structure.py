"""How circular the payments are as a whole: cycling index, reciprocity, hierarchy, incoherence.

Lives here: the table. Measures: `cycling_index`. Loops one by one: `circularity`. What chance would
give: `chance`.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import networkx as nx

from graphbuild.scores.base import Anchors, Column, Options, Score, frame
from graphbuild.scores.bounds import Bounds
from graphbuild.scores.circulation import MOST_HOPS, Edge, largest_circulation, too_many
from graphbuild.scores.cycling_index import (
    finn_cycling,
    flow_hierarchy,
    trophic_incoherence,
    weighted_reciprocity,
)
from graphbuild.scores.drivers import MOVES_MOST, Ends, moves_most
from graphbuild.scores.readings import owners, paying_contracts
from graphbuild.scores.span import Span, sum_moved
from graphbuild.scores.vendors import Pair, by_pair

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    Column("clock", str, "", "year: what moves in the as-of year; life: whole lives of contracts"),
    Column("level", str, "", "certain: firm lows; stated: all that is named"),
    Column("parties", int, "", "parties with money"),
    Column("hops", int, "", "hops with money"),
    Column("gross", float, "USD", "money of all hops"),
    Column("circular_share", float, "fraction", "largest circulation over gross", optional=True),
    Column("fci_least", float, "fraction", "Finn's index, least outside money", optional=True),
    Column("fci_revenue", float, "fraction", "the same, revenue as outside money", optional=True),
    Column("returned", str, "", "parties with most of their own money come back, least closure"),
    Column("reciprocity", float, "fraction", "money matched the other way", optional=True),
    Column("hierarchy", float, "fraction", "money on hops in no loop", optional=True),
    Column("component_share", float, "fraction", "money inside strong components", optional=True),
    Column("incoherence", float, "", "0 for a chain, 1 for a balanced loop", optional=True),
    MOVES_MOST,
    Column("reason", str, "", "why a value is missing"),
)

LEVELS = ("certain", "stated")


def structure(graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options) -> "pd.DataFrame":
    """Measures of the whole payments graph on two clocks and two levels.

    Hops are payments between parties after look-through, as in `circularity`. Finn's index needs
    money of one period: on the clock "life" stocks and flows mix, and the figure is shown only
    because others quote it so. Closure "least": a party's outside inflow is what it pays beyond
    what it receives; "revenue": at least its latest full year of revenue, on the clock "year".
    The difference of the two says how much the index hangs on the closure.

    The hops were collected because they looked circular: all figures describe this collection and
    say nothing about the economy.
    """
    owner = owners(graph, is_look_through=options.is_look_through)
    contracts = paying_contracts(graph, is_cash_only=options.is_cash_only)
    year = anchors.as_of.year
    span = Span(dt.date(year, 1, 1), dt.date(year, 12, 31))
    pairs = by_pair(graph, contracts, owner)
    rows = []
    for clock, window in (("year", span), ("life", None)):
        money = {
            pair: sum_moved(
                [c for part in kinds.values() for c in part], window, anchors.assumptions
            )
            for pair, kinds in pairs.items()
        }
        earned = dict(_revenues(anchors, money)) if window else None
        rows += [_row(clock, level, money, earned) for level in LEVELS]
    return frame(COLUMNS, rows)


def hops(money: Mapping[Pair, Bounds], level: str) -> list[Edge]:
    """Hops with money on a level: firm lows, or all that is named."""
    found = [
        (payer, payee, bounds.low if level == "certain" else bounds.stated)
        for (payer, payee), bounds in money.items()
    ]
    return [edge for edge in found if edge[2] > 0]


def _revenues(anchors: Anchors, money: Mapping[Pair, Bounds]) -> Iterator[tuple[str, float]]:
    for party in sorted({name for pair in money for name in pair}):
        revenue = anchors.latest_year(party, "revenue")
        if revenue is not None and revenue.value_usd is not None:
            yield party, float(revenue.value_usd)


def _row(
    clock: str, level: str, money: Mapping[Pair, Bounds], earned: Mapping[str, float] | None
) -> dict[str, Any]:
    edges = hops(money, level)
    gross = sum(amount for _, _, amount in edges)
    least = finn_cycling(edges)
    received: dict[str, float] = {}
    for _, payee, amount in edges:
        received[payee] = received.get(payee, 0.0) + amount
    wide = None
    if earned is not None and edges:
        outside = {
            name: max(value - received.get(name, 0.0), 0.0) for name, value in earned.items()
        }
        wide = finn_cycling(edges, outside).index
    hierarchy = flow_hierarchy(edges)
    trophic = trophic_incoherence(edges)
    most = sorted(least.returned.items(), key=lambda item: (-item[1], item[0]))[:3]
    circulation = largest_circulation(edges, is_ranged=False).total
    return {
        "clock": clock,
        "level": level,
        "parties": len({name for a, b, _ in edges for name in (a, b)}),
        "hops": len(edges),
        "gross": gross,
        "circular_share": circulation / gross if gross else None,
        "fci_least": _digits(least.index),
        "fci_revenue": _digits(wide),
        "returned": "; ".join(f"{name} {part:.1%}" for name, part in most if part > 5e-4),
        "reciprocity": weighted_reciprocity(edges),
        "hierarchy": hierarchy,
        "component_share": None if hierarchy is None else 1 - hierarchy,
        "incoherence": _digits(trophic[0]) if trophic else None,
        "moves_most": moves_most(_ends_of(money, level, gross), "fraction"),
        "reason": least.reason or (too_many(len(edges)) if len(edges) > MOST_HOPS else ""),
    }


def _ends_of(money: Mapping[Pair, Bounds], level: str, gross: float) -> Ends:
    """Finn's index, least closure, with one hop at its low or its high.

    A hop without a ceiling may be as large as all together.
    """
    edges = hops(money, level)
    if len(edges) > MOST_HOPS:
        return {}
    found: Ends = {}
    for (payer, payee), bounds in money.items():
        ends = []
        for amount in (bounds.low, gross if bounds.high is None else bounds.high):
            others = [edge for edge in edges if edge[:2] != (payer, payee)]
            changed = [*others, (payer, payee, amount)] if amount > 0 else others
            ends.append(finn_cycling(changed).index if changed else None)
        if None not in ends and bounds.low != bounds.high:
            found[f"{payer} -> {payee}"] = (ends[0] or 0.0, ends[1])
    return found


def _digits(value: float | None) -> float | None:
    """Without the last digits of a solver, which differ from machine to machine."""
    return None if value is None else round(value, 9)


STRUCTURE = Score(
    name="structure",
    title="Circularity of the whole graph",
    columns=COLUMNS,
    run=structure,
)
