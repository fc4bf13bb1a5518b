"""Share of money that has been there before, and how far a graph runs in one direction.

Lives here: measures on plain amounts. Which amounts: `structure`. Loops one by one: `circularity`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
import scipy  # loads its parts when they are first named, so most commands wait for none

from graphbuild.scores.circulation import Edge

_SINGULAR = 1e-10
"""Smallest share of a closed group's money that must leave it for a steady state to exist."""


@dataclass(frozen=True, slots=True)
class Cycling:
    """Finn's index and what it is made of; `index` is ``None`` with a reason.

    `returned` is, for each party, the share of its inflow that is its own money come back.
    """

    index: float | None
    throughflow: float
    returned: Mapping[str, float]
    reason: str = ""


def finn_cycling(edges: Sequence[Edge], inflow: Mapping[str, float] | None = None) -> Cycling:
    """Finn's cycling index: share of all throughflow that comes from money that was there before.

    Parameters
    ----------
    edges : payer, payee, money of one period; loops of a party with itself count.
    inflow : money each party gets from outside. Without it every party is closed with the least
        that balances it: what it pays beyond what it receives. Where more comes in than goes out
        the rest leaves.

    Returns
    -------
    index in [0, 1), or ``None`` where a group of parties passes all its money round among itself:
    then I - G has no inverse and the index would be 1.

    Notes
    -----
    T_j = z_j + sum_i F_ij, G_ij = F_ij / T_i, N = (I - G)^-1, index = sum_j T_j (n_jj - 1) / n_jj
    over sum_j T_j, with T the throughflow and not the throughput (inflow + flows + outflow). It
    counts only what comes back to the same party, under proportional mixing. A party that pays
    more than T is given the difference as inflow. n_jj counts walks from j to j, which never leave
    its strong component: one small inverse each, O(k^3) in the largest.

    References
    ----------
    Finn, "Measures of ecosystem structure and function derived from analysis of flows", Journal
    of Theoretical Biology 56 (1976) 363, doi:10.1016/S0022-5193(76)80080-X.

    Examples
    --------
    >>> found = finn_cycling([("a", "b", 10.0), ("b", "a", 5.0)])
    >>> round(found.index, 6), found.throughflow
    (0.5, 20.0)
    """
    names = sorted({name for payer, payee, _ in edges for name in (payer, payee)})
    place = {name: row for row, name in enumerate(names)}
    flows = np.zeros((len(names), len(names)))
    for payer, payee, amount in edges:
        flows[place[payer], place[payee]] += amount
    outside = np.array([(inflow or {}).get(name, 0.0) for name in names])
    through = np.maximum(flows.sum(axis=0) + outside, flows.sum(axis=1))
    total = float(through.sum())
    if total == 0:
        return Cycling(None, 0.0, {}, "no money moves")
    groups = _strong_components(flows)
    if any(_is_closed(flows, through, members) for members in groups):
        return Cycling(None, total, {}, "some parties pass all their money round among themselves")
    safe = np.where(through > 0, through, 1.0)
    diagonal = np.ones(len(names))
    for members in groups:
        within = flows[np.ix_(members, members)] / safe[members][:, None]
        if within.any():
            diagonal[members] = np.diag(np.linalg.inv(np.eye(len(members)) - within))
    back = np.clip((diagonal - 1) / diagonal, 0.0, 1.0)
    returned = {name: float(back[row]) for name, row in place.items() if through[row] > 0}
    return Cycling(float((through * back).sum() / total), total, returned)


def _strong_components(flows: Any) -> list[list[int]]:
    """Groups inside which money can come back; outside them nothing does."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_edges_from(zip(*(part.tolist() for part in flows.nonzero()), strict=True))
    return [sorted(members) for members in nx.strongly_connected_components(graph)]


def _is_closed(flows: Any, through: Any, members: list[int]) -> bool:
    """Whether a strong component keeps all it gets, up to rounding."""
    kept = flows[members][:, members].sum()
    whole = through[members].sum()
    return bool(whole > 0 and whole - kept <= _SINGULAR * whole)


def weighted_reciprocity(edges: Sequence[Edge]) -> float | None:
    """Share of money that is matched by money the other way between the same two parties.

    r = sum_ij min(w_ij, w_ji) / sum w; ``None`` without money. Only loops of two are seen.

    References
    ----------
    Squartini, Picciolo, Ruzzenenti, Garlaschelli, "Reciprocity of weighted networks", Scientific
    Reports 3 (2013) 2729, doi:10.1038/srep02729.

    Examples
    --------
    >>> edges = [("a", "b", 6.0), ("a", "c", 2.0), ("b", "a", 4.0), ("c", "b", 5.0)]
    >>> round(weighted_reciprocity(edges), 6)
    0.470588
    """
    money: dict[tuple[str, str], float] = {}
    for payer, payee, amount in edges:
        money[payer, payee] = money.get((payer, payee), 0.0) + amount
    total = sum(money.values())
    matched = sum(min(w, money.get((b, a), 0.0)) for (a, b), w in money.items() if a != b)
    return matched / total if total else None


def flow_hierarchy(edges: Sequence[Edge]) -> float | None:
    """Share of money on edges that are part of no loop; ``None`` without money.

    1 less it is the share inside strong components. One edge can swing it from 1 to 0.

    References
    ----------
    Luo and Magee, "Detecting evolving patterns of self-organizing networks by flow hierarchy
    measurement", Complexity 16 (2011) 53, doi:10.1002/cplx.20368.

    Examples
    --------
    >>> flow_hierarchy([("a", "b", 1.0), ("b", "a", 1.0), ("b", "c", 2.0)])
    0.5
    """
    graph = nx.DiGraph((a, b) for a, b, amount in edges if amount > 0)
    component: dict[str, int] = {}
    for number, members in enumerate(nx.strongly_connected_components(graph)):
        component |= dict.fromkeys(members, number)
    total = sum(amount for _, _, amount in edges)
    inside = sum(w for a, b, w in edges if w > 0 and component[a] == component[b])
    return 1 - inside / total if total else None


def trophic_incoherence(edges: Sequence[Edge]) -> tuple[float, dict[str, float]] | None:
    """How far money fails to run downhill: 0 for a chain, 1 for a balanced loop.

    Returns the incoherence and every party's level, from 0 in each weak component; ``None`` without
    money. Levels h solve (diag(in + out) - W - W') h = in - out in each weak
    component, whose matrix leaves one level free; incoherence = sum w (h_j - h_i - 1)^2 / sum w.

    References
    ----------
    MacKay, Johnson, Sansom, "How directed is a directed network?", Royal Society Open Science 7
    (2020) 201138, doi:10.1098/rsos.201138.

    Examples
    --------
    >>> found = trophic_incoherence([("a", "b", 1.0), ("b", "c", 1.0), ("a", "c", 1.0)])
    >>> round(found[0], 6), [round(level, 6) for level in found[1].values()]
    (0.111111, [0.0, 0.666667, 1.333333])
    """
    present = [(a, b, w) for a, b, w in edges if w > 0]
    total = sum(w for _, _, w in present)
    if not total:
        return None
    graph = nx.Graph((a, b) for a, b, _ in present)
    levels: dict[str, float] = {}
    for members in nx.connected_components(graph):
        names = sorted(members)
        place = {name: row for row, name in enumerate(names)}
        sides, right = np.zeros(len(names)), np.zeros(len(names))
        rows, columns, between = [], [], []
        for a, b, w in present:
            if a in place:
                i, j = place[a], place[b]
                sides[i] += w
                sides[j] += w
                right[i] -= w
                right[j] += w
                rows += [i, j]
                columns += [j, i]
                between += [-w, -w]
        matrix = scipy.sparse.diags_array(sides) + scipy.sparse.coo_array(
            (between, (rows, columns)), shape=(len(names),) * 2
        )
        # the sums of the rows are nothing, so that one level is free: that of the last name is 0
        found = np.zeros(len(names))
        found[:-1] = scipy.sparse.linalg.splu(
            scipy.sparse.csc_array(matrix.tocsc()[:-1, :-1])
        ).solve(right[:-1])
        lowest = float(found.min())
        levels |= {name: float(found[row]) - lowest for name, row in place.items()}
    spread = sum(w * (levels[b] - levels[a] - 1) ** 2 for a, b, w in present)
    return spread / total, {name: levels[name] for name in sorted(levels)}
