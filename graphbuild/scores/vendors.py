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
from graphbuild.scores.sharing import shared
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


@shared
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What moves between all parties within one span, read once for all vendors.

    Parameters
    ----------
    funding, other, every : money of a pair by equity and debt, by all else, and together.
    joint : part of the funding that is consortia's.
    received, sold : all a party gets, and what of it is for its sales.
    earned : its latest full year of revenue; absent where that is not known.
    """

    funding: Mapping[Pair, Bounds]
    other: Mapping[Pair, Bounds]
    every: Mapping[Pair, Bounds]
    joint: Mapping[str, float]
    contracted: Mapping[str, float]
    received: Mapping[str, Bounds]
    sold: Mapping[str, Bounds]
    earned: Mapping[str, float]
    unknown: frozenset[str]


def all_moved(
    graph: "nx.MultiDiGraph[str]",
    anchors: Anchors,
    pairs: Mapping[Pair, Mapping[bool, list[Contract]]],
    span: Span | None,
) -> Moved:
    """Everybody's hops within a span, or over whole lives."""

    def total(contracts: Sequence[Contract]) -> Bounds:
        return sum_moved(contracts, span, anchors.assumptions)

    both = {pair: [c for part in kinds.values() for c in part] for pair, kinds in pairs.items()}
    into: dict[str, list[Contract]] = {}
    out: dict[str, list[Contract]] = {}
    bought: dict[str, list[Contract]] = {}
    for (payer, payee), contracts in both.items():
        into.setdefault(payee, []).extend(contracts)
        out.setdefault(payer, []).extend(c for c in pairs[payer, payee].get(True, []))
        bought.setdefault(payee, []).extend(pairs[payer, payee].get(False, []))
    parties = sorted({name for pair in pairs for name in pair})
    revenue = {party: anchors.latest_year(party, "revenue") for party in parties}
    return Moved(
        funding={p: total(kinds[True]) for p, kinds in pairs.items() if True in kinds},
        other={p: total(kinds[False]) for p, kinds in pairs.items() if False in kinds},
        every={pair: total(contracts) for pair, contracts in both.items()},
        joint={p: total([c for c in gave if c.data["is_joint"]]).stated for p, gave in out.items()},
        contracted={party: total(sold).stated for party, sold in bought.items()},
        received={party: total(contracts) for party, contracts in into.items()},
        sold={
            party: total([c for c in contracts if c.data["family"] in _SALES])
            for party, contracts in into.items()
        },
        earned={p: float(f.value_usd) for p, f in revenue.items() if f and f.value_usd},
        unknown=frozenset(
            party
            for party in parties
            if revenue[party] is None and graph.nodes[party]["kind"] != EntityKind.VEHICLE
        ),
    )


def surroundings(moved: Moved, vendor: str) -> Surroundings:
    """Everybody's hops, read for one vendor.

    What the vendor buys from others reaches them as ordinary money, not as its capital; what others
    invest in it or lend to it is no revenue.
    """
    capital = {payee: part for (payer, payee), part in moved.funding.items() if payer == vendor}
    hops = {pair: part for pair, part in moved.every.items() if vendor not in pair}
    hops |= {pair: part for pair, part in moved.other.items() if pair[1] == vendor}
    parties = sorted({name for pair in moved.every for name in pair} - {vendor})
    resources, scarce = {}, {}
    for party in parties:
        own = capital.get(party, NOTHING)
        scarce[party], resources[party] = _resources(moved, party, own)
    return Surroundings(
        vendor=vendor,
        capital=capital,
        hops=hops,
        resources=_at_least_spent(resources, hops),
        scarce=_at_least_spent(scarce, hops),
        unknown=set(moved.unknown),
        joint=moved.joint.get(vendor, 0.0),
        contracted=moved.contracted.get(vendor, 0.0),
    )


def _resources(moved: Moved, party: str, own: Bounds) -> tuple[float, float]:
    """What a party had: with others' money as far as it is certain, and with all that is named.

    Its revenue beyond the sales known here comes on top, a consortium's money once.
    """
    received, known = moved.received.get(party, NOTHING), moved.sold.get(party, NOTHING)
    earned = moved.earned.get(party, 0.0)
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
