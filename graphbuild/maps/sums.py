"""What the contracts of each party come to, by state: the sizes of the discs and the node panel.

Only flows that enter sums (counted and residual) are added. A consortium's total is added once to
the party all its flows meet in; each member may have nothing or the whole, and its bounds say so.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphbuild.graph.projections import summed_edges
from graphbuild.maps.base import Graph

STATES = ("firm", "contingent", "headline")


@dataclass(frozen=True, slots=True)
class Sum:
    """Bounds of a sum in US dollars; `high` is ``None`` where one part has no upper bound."""

    low: float = 0.0
    high: float | None = 0.0
    sure: float = 0.0

    def plus(self, low: float, high: float | None, sure: float) -> "Sum":
        """The sum with one more part; `sure` is what is drawn for it."""
        is_open = self.high is None or high is None
        total = None if is_open else (self.high or 0.0) + (high or 0.0)
        return Sum(self.low + low, total, self.sure + sure)


@dataclass(frozen=True, slots=True)
class PartySums:
    """Sums by state ("firm", "contingent", "headline") of what a party sends and receives."""

    sends: Mapping[str, Sum]
    receives: Mapping[str, Sum]

    @property
    def size_usd(self) -> float:
        """Dollars the disc stands for: the larger side, ceilings at their full figure."""
        return max(_drawn(self.sends.values()), _drawn(self.receives.values()))

    @property
    def firm_usd(self) -> float:
        """The firm part of `size_usd`."""
        larger = max((self.sends, self.receives), key=lambda side: _drawn(side.values()))
        return larger["firm"].sure


def _drawn(sums: Iterable[Sum]) -> float:
    return sum(part.sure for part in sums)


def party_sums(graph: Graph) -> dict[str, PartySums]:
    """Sums of every party of the graph.

    Amounts drawn ("sure") are upper bounds, or the lower one where there is no upper; a
    member's unknown part of a consortium is not drawn.
    """
    grouped: dict[tuple[str, str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for source, target, _, data in summed_edges(graph):
        grouped[source, "sends", data["deal_id"]].append(data)
        grouped[target, "receives", data["deal_id"]].append(data)
    totals: dict[tuple[str, str], dict[str, Sum]] = defaultdict(
        lambda: dict.fromkeys(STATES, Sum())
    )
    for (party, side, _), flows in grouped.items():
        sums = totals[party, side]
        for state in STATES:
            sums[state] = sums[state].plus(*deal_part(flows, state))
    return {
        party: PartySums(totals[party, "sends"], totals[party, "receives"])
        for party in sorted(graph.nodes)
    }


def touching_sums(graph: Graph, parties: frozenset[str]) -> dict[str, float]:
    """Drawn dollars by state of all counted contracts of these parties, each deal once."""
    deals: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for source, target, _, data in summed_edges(graph):
        if source in parties or target in parties:
            deals[data["deal_id"]].append(data)
    totals = dict.fromkeys(STATES, 0.0)
    for flows in deals.values():
        for part in [flows] if flows[0]["is_joint"] else [[flow] for flow in flows]:
            for state in STATES:
                totals[state] += deal_part(part, state)[2]
    return totals


def deal_part(flows: Sequence[Mapping[str, Any]], state: str) -> tuple[float, float | None, float]:
    """Low, high and drawn dollars of one deal's flows at one party, in one state."""
    first = flows[0]
    low, high = float(first[f"{state}_low"]), first[f"{state}_high"]
    if not first["is_joint"]:
        return low, high, low if high is None else high
    if len(flows) < first["joint_members"] or high is None:
        return 0.0, high, 0.0
    # All members meet here: together they have the whole, firm money for sure.
    return (high if state == "firm" else 0.0), high, high
