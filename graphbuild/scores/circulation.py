"""How much money can run in circles at most, over all loops together.

Not here: the single loops (`circularity`), whose bottlenecks cannot be added.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
import scipy  # loads its parts when they are first named, so most commands wait for none

from graphbuild.scores.base import Anchors, Column, Options, Score, frame
from graphbuild.scores.circularity import collapse
from graphbuild.scores.drivers import MOVES_MOST, Ends, moves_most
from graphbuild.scores.hops import Hop

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    Column("level", str, "", "certain: hops at their firm low; stated: at all that is named"),
    Column("gross", float, "USD", "money of all hops"),
    Column("circulation", float, "USD", "largest part that can run in circles, hop by hop"),
    Column("circular_share", float, "fraction", "circulation over gross", optional=True),
    Column("hops", int, "", "hops with money"),
    Column("open_hops", int, "", "hops without a ceiling, counted at what is named of them"),
    MOVES_MOST,
    Column("reason", str, "", "why a value is missing"),
)

HOP_COLUMNS = (
    Column("level", str, "", "certain or stated"),
    Column("payer", str, "", "entity id after look-through"),
    Column("payee", str, "", "entity id after look-through"),
    Column("capacity", float, "USD", "money of the hop"),
    Column("circulating_low", float, "USD", "least that circulates at an optimum", optional=True),
    Column("circulating_high", float, "USD", "most that circulates at an optimum", optional=True),
    Column("reason", str, "", "why a value is missing"),
)

_SCALE = 1e4
"""The largest capacity in the solver's units: its tolerance of 1e-7 is then below 1e-11 of it."""

MOST_HOPS = 400
"""Up to so many hops get their ranges and what moves the total; each takes two programmes more."""

Edge = tuple[str, str, float]
"""Payer, payee, capacity."""


@dataclass(frozen=True, slots=True)
class Circulation:
    """Largest circulation, and the range of every hop's part over all optima, where computed."""

    total: float
    ranges: tuple[tuple[float, float] | None, ...]


def largest_circulation(edges: Sequence[Edge], *, is_ranged: bool = True) -> Circulation:
    """Largest flow without sources or sinks: max sum f, balanced at every node, 0 <= f <= capacity.

    Parameters
    ----------
    edges : at most one a pair of parties; capacities in any unit.
    is_ranged : also find the range of every edge.

    Returns
    -------
    The total is unique, the flows are not: `ranges` holds the least and most each edge carries
    at an optimum, ``None`` where not asked for or in a component of too many edges. What is
    left after taking out an optimum has no loop.

    Notes
    -----
    In finance: maximum conservative compression (D'Errico and Roukny, "Compressing
    over-the-counter markets", arXiv:1705.07155). A dollar that passes four hops counts four times.
    The total grows with every capacity, so all-low and all-high inputs bound it; its share of gross
    does not. Linear programme by HiGHS on each strong component; the range of an edge with zero
    reduced cost takes two more programmes.

    Examples
    --------
    >>> largest_circulation([("a", "b", 10.0), ("b", "c", 7.0), ("c", "a", 5.0)]).total
    15.0
    """
    graph = nx.DiGraph((payer, payee) for payer, payee, capacity in edges if capacity > 0)
    total = 0.0
    ranges: list[tuple[float, float] | None] = [(0.0, 0.0)] * len(edges)
    for members in nx.strongly_connected_components(graph):
        inside = [
            number
            for number, (payer, payee, capacity) in enumerate(edges)
            if capacity > 0 and payer in members and payee in members and payer != payee
        ]
        if inside:
            part = _solve([edges[number] for number in inside], is_ranged=is_ranged)
            total += part.total
            for number, found in zip(inside, part.ranges, strict=True):
                ranges[number] = found
    return Circulation(total, tuple(ranges))


def _solve(edges: Sequence[Edge], *, is_ranged: bool) -> Circulation:
    unit = max(capacity for _, _, capacity in edges) / _SCALE
    balance = _balance(edges)
    capacities = [(0.0, capacity / unit) for _, _, capacity in edges]
    ones = np.ones(len(edges))
    right = np.zeros(balance.shape[0])
    best = scipy.optimize.linprog(-ones, A_eq=balance, b_eq=right, bounds=capacities)
    if best.x is None:
        raise ArithmeticError(f"largest circulation of {len(edges)} hops: {best.message}")
    total = _dollars(float(best.x.sum()), unit, None)
    if not is_ranged or len(edges) > MOST_HOPS:
        return Circulation(total, (None,) * len(edges))
    tied = np.abs(best.lower.marginals) + np.abs(best.upper.marginals) < 1e-9
    fixed = [
        bound if is_tied else (value, value)
        for bound, is_tied, value in zip(capacities, tied, best.x, strict=True)
    ]
    ranges = []
    for number, (_, _, capacity) in enumerate(edges):
        found = [float(best.x[number])] * 2
        for side, sign in enumerate((1.0, -1.0) if tied[number] else ()):
            aim = np.zeros(len(edges))
            aim[number] = sign
            end = scipy.optimize.linprog(aim, A_eq=balance, b_eq=right, bounds=fixed)
            found[side] = found[side] if end.x is None else float(end.x[number])
        ranges.append((_dollars(found[0], unit, capacity), _dollars(found[1], unit, capacity)))
    return Circulation(total, tuple(ranges))


def _balance(edges: Sequence[Edge]) -> Any:
    """Sparse matrix, node by edge: -1 where the edge leaves, 1 where it arrives."""
    nodes = {node: 0 for payer, payee, _ in edges for node in (payer, payee)}
    rows = {node: row for row, node in enumerate(sorted(nodes))}
    count = len(edges)
    values = [-1.0] * count + [1.0] * count
    places = [rows[payer] for payer, _, _ in edges] + [rows[payee] for _, payee, _ in edges]
    return scipy.sparse.csr_array(
        (values, (places, list(range(count)) * 2)), shape=(len(rows), count)
    )


def _dollars(amount: float, unit: float, capacity: float | None) -> float:
    """Back to the caller's unit, without the solver's last digits."""
    value = max(round(amount, 6) * unit, 0.0)
    return round(value if capacity is None else min(value, capacity), 6)


def circulation(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options
) -> "pd.DataFrame":
    """The largest circulation of the payments reading, certain and stated.

    Hops are those of `circularity`, of any loop length. Certain: every hop at its firm low.
    Stated: at everything named for it; an open hop has no ceiling and counts with what is
    named. See `largest_circulation`.
    """
    del anchors
    hops = list(collapse(graph, options).values())
    return frame(COLUMNS, [_row(level, hops) for level in ("certain", "stated")])


def circulation_hops(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options
) -> "pd.DataFrame":
    """Each hop's least and most part in the largest circulation; hops without any are left out."""
    del anchors
    hops = list(collapse(graph, options).values())
    rows = [row for level in ("certain", "stated") for row in _hop_rows(level, hops)]
    return frame(HOP_COLUMNS, rows)


def _edges(level: str, hops: Sequence[Hop]) -> list[tuple[str, str, float]]:
    return [
        (hop.payer, hop.payee, hop.firm.low if level == "certain" else hop.stated) for hop in hops
    ]


def _row(level: str, hops: Sequence[Hop]) -> dict[str, Any]:
    edges = _edges(level, hops)
    gross = sum(capacity for _, _, capacity in edges)
    found = largest_circulation(edges, is_ranged=False)
    return {
        "level": level,
        "gross": gross,
        "circulation": found.total,
        "circular_share": found.total / gross if gross else None,
        "hops": sum(capacity > 0 for _, _, capacity in edges),
        "open_hops": sum(hop.ceiling_high is None for hop in hops),
        "moves_most": moves_most(_ends_of(level, hops, gross)),
        "reason": _reason(edges, gross),
    }


def _reason(edges: Sequence[Edge], gross: float) -> str:
    if not gross:
        return "no hop has money on this level"
    return too_many(len(edges)) if len(edges) > MOST_HOPS else ""


def too_many(hops: int) -> str:
    """Why no input is named."""
    return f"what moves it most is not looked for among {hops} hops, more than {MOST_HOPS}"


def _ends_of(level: str, hops: Sequence[Hop], gross: float) -> Ends:
    """The total with one hop at its low or its high; one without a ceiling may be as all together.

    Only hops of a loop can move it. Certain: from a hop's firm low to its firm high.
    """
    if len(hops) > MOST_HOPS:
        return {}
    edges = _edges(level, hops)
    highs = [hop.firm.high if level == "certain" else hop.ceiling_high for hop in hops]
    graph = nx.DiGraph(
        (hop.payer, hop.payee) for hop, high in zip(hops, highs, strict=True) if high != 0
    )
    place = {n: i for i, group in enumerate(nx.strongly_connected_components(graph)) for n in group}
    found: Ends = {}
    for number, (hop, high) in enumerate(zip(hops, highs, strict=True)):
        most = gross if high is None else high
        if most == hop.firm.low or place.get(hop.payer, -1) != place.get(hop.payee, -2):
            continue
        ends = []
        for amount in (hop.firm.low, most):
            changed = [*edges]
            changed[number] = (hop.payer, hop.payee, amount)
            ends.append(largest_circulation(changed, is_ranged=False).total)
        found[f"{hop.payer} -> {hop.payee}"] = (ends[0], ends[1])
    return found


def _hop_rows(level: str, hops: Sequence[Hop]) -> Iterator[dict[str, Any]]:
    edges = _edges(level, hops)
    found = largest_circulation(edges).ranges
    for (payer, payee, capacity), part in zip(edges, found, strict=True):
        if part is None or part[1] > 0:
            yield {
                "level": level,
                "payer": payer,
                "payee": payee,
                "capacity": capacity,
                "circulating_low": part[0] if part else None,
                "circulating_high": part[1] if part else None,
                "reason": "" if part else f"in a component of more than {MOST_HOPS} hops",
            }


CIRCULATION = Score(
    name="circulation",
    title="Money that can circulate",
    columns=COLUMNS,
    run=circulation,
)

CIRCULATION_HOPS = Score(
    name="circulation_hops",
    title="Hops of the largest circulation",
    columns=HOP_COLUMNS,
    run=circulation_hops,
)
