"""What surrounds a vendor that also funds: its capital, everybody's hops, what parties have.

Lives here: amounts on one clock. What comes back of the capital: `roundtrip`, `mixing`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from graphbuild.records.entity import EntityKind
from graphbuild.records.instrument import Family
from graphbuild.scores.base import Anchors
from graphbuild.scores.bounds import NOTHING, Bounds, Contract
from graphbuild.scores.span import Span, sum_moved

_CAPITAL = (Family.EQUITY, Family.DEBT)
_SALES = (Family.COMMITMENT, Family.REVENUE)

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """One vendor's surroundings on one clock: amounts of every hop as bounds.

    Parameters
    ----------
    resources, scarce : what each party had, with all that is named, and as little as is certain.
    unknown : parties of whose other business nothing is known.
    joint : part of the stated capital that is consortia's, hence partly others'.
    """

    vendor: str
    capital: dict[str, Bounds]
    hops: dict[Pair, Bounds]
    resources: dict[str, float]
    scarce: dict[str, float]
    unknown: set[str]
    joint: float = 0.0
    contracted: float = 0.0


def by_pair(
    graph: "nx.MultiDiGraph[str]", contracts: list[Contract], owner: Mapping[str, str]
) -> dict[Pair, dict[bool, list[Contract]]]:
    """Contracts by payer and payee, funding (True) apart; groups left out."""
    nameless = {n for n, data in graph.nodes(data=True) if data["is_group"] or data["is_unnamed"]}
    found: dict[Pair, dict[bool, list[Contract]]] = {}
    for contract in contracts:
        pair = (owner[contract.source], owner[contract.target])
        if pair[0] != pair[1] and not nameless & {contract.source, contract.target, *pair}:
            is_funding = contract.data["family"] in _CAPITAL
            found.setdefault(pair, {}).setdefault(is_funding, []).append(contract)
    return {pair: found[pair] for pair in sorted(found)}


def vendors(pairs: Mapping[Pair, Mapping[bool, list[Contract]]]) -> list[str]:
    """Parties that both give capital and sell, in sorted order."""
    funding = {payer for (payer, _), kinds in pairs.items() if True in kinds}
    selling = {payee for (_, payee), kinds in pairs.items() if False in kinds}
    return sorted(funding & selling)


def surroundings(
    graph: "nx.MultiDiGraph[str]",
    anchors: Anchors,
    pairs: Mapping[Pair, Mapping[bool, list[Contract]]],
    vendor: str,
    span: Span | None,
) -> Surroundings:
    """Everybody's hops within a span (or over whole lives), read for one vendor.

    What the vendor buys from others reaches them as ordinary money, not as its capital.
    """
    capital, hops, given, sold = {}, {}, [], []
    into: dict[str, list[Contract]] = {}
    for (payer, payee), kinds in pairs.items():
        everything = [contract for listed in kinds.values() for contract in listed]
        into.setdefault(payee, []).extend(everything)
        if payer == vendor:
            if True in kinds:
                capital[payee] = sum_moved(kinds[True], span, anchors.assumptions)
                given += kinds[True]
        elif payee == vendor:
            if False in kinds:
                hops[payer, payee] = sum_moved(kinds[False], span, anchors.assumptions)
                sold += kinds[False]
        else:
            hops[payer, payee] = sum_moved(everything, span, anchors.assumptions)
    resources, scarce, unknown = {}, {}, set()
    for party in sorted({p for pair in pairs for p in pair} - {vendor}):
        own = capital.get(party, NOTHING)
        had = _resources(anchors, into.get(party, []), party, own, span)
        scarce[party], resources[party] = had
        is_closed = graph.nodes[party]["kind"] == EntityKind.VEHICLE
        if not is_closed and anchors.latest_year(party, "revenue") is None:
            unknown.add(party)
    joint = [contract for contract in given if contract.data["is_joint"]]
    return Surroundings(
        vendor=vendor,
        capital=capital,
        hops=hops,
        resources=_at_least_spent(resources, hops),
        scarce=_at_least_spent(scarce, hops),
        unknown=unknown,
        joint=sum_moved(joint, span, anchors.assumptions).stated,
        contracted=sum_moved(sold, span, anchors.assumptions).stated,
    )


def _resources(
    anchors: Anchors, into: Sequence[Contract], party: str, own: Bounds, span: Span | None
) -> tuple[float, float]:
    """What a party had: with others' money as far as it is certain, and with all that is named.

    Its revenue beyond the sales known here comes on top, a consortium's money once.
    """
    received = sum_moved(into, span, anchors.assumptions)
    revenue = anchors.latest_year(party, "revenue")
    earned = float(revenue.value_usd) if revenue and revenue.value_usd else 0.0
    sales = [contract for contract in into if contract.data["family"] in _SALES]
    known = sum_moved(sales, span, anchors.assumptions)
    most = received.stated + max(earned - known.stated, 0.0)
    least = received.low - own.low + own.stated + max(earned - known.low, 0.0)
    return min(least, most), most


def _at_least_spent(resources: dict[str, float], hops: Mapping[Pair, Bounds]) -> dict[str, float]:
    """A party that spends more than came in drew on what it had before."""
    spent = dict.fromkeys(resources, 0.0)
    for (payer, _), amount in hops.items():
        spent[payer] += amount.stated
    return {party: max(had, spent[party]) for party, had in resources.items()}


def at_level(scene: Surroundings, level: str) -> tuple[dict[str, float], dict[Pair, float]]:
    """Capital and hops on one level: "low", "stated", or "high" with open sales at what is left."""
    end = "low" if level == "low" else "stated"
    capital = {party: float(getattr(money, end)) for party, money in scene.capital.items()}
    hops = {pair: float(getattr(money, end)) for pair, money in scene.hops.items()}
    if level == "high":
        spent = dict.fromkeys(scene.resources, 0.0)
        for (payer, _), amount in hops.items():
            spent[payer] += amount
        for pair, money in scene.hops.items():
            if money.high is None and pair[1] == scene.vendor:
                hops[pair] += max(scene.resources[pair[0]] - spent[pair[0]], 0.0)
    return capital, hops
