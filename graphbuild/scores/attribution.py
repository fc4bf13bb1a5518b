"""What one holder has at stake on another party, on every path: its own claims, those of
companies it owns, and claims on third parties that live on the other party's contracts.

Lives here: paths and their amounts. The tables: `exposure`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import networkx as nx

from graphbuild.records.instrument import InstrumentId
from graphbuild.scores.base import Anchors, Options
from graphbuild.scores.books import money
from graphbuild.scores.bounds import Bounds, Contract, add, larger, mirror_groups, scale
from graphbuild.scores.claims import is_mirrored_guarantee, owner_chain
from graphbuild.scores.dependence import (
    NONE,
    Chain,
    Customer,
    Share,
    chains,
    find_customers,
    total_share,
)
from graphbuild.scores.drivers import Part, parts_of
from graphbuild.scores.readings import Exposed, exposed_parties, owners
from graphbuild.scores.sharing import shared

WHOLE = Share(1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Path:
    """Contracts that lead from a holder to the other party.

    Parameters
    ----------
    kind : "direct"; "owned" (a company the holder owns has the claim); "vehicle" (the claim is on a
        company the other party owns); "indirect" (through a party that depends on the other);
        "without_recourse" (a claim on such a company alone: nothing of it is attributed).
    claims : the first step; all of them are on the same party.
    links : the further steps, customer by customer.
    """

    kind: str
    claims: tuple[Exposed, ...]
    links: tuple[Customer, ...]
    share: Share

    @property
    def money(self) -> Bounds:
        """The first step's money, from the firm low to everything stated."""
        return money([claim.contract for claim in self.claims], "all")

    @property
    def attributed(self) -> Bounds:
        """The part of that money that hangs on the other party."""
        return attribute(self.money, self.share)


@dataclass(frozen=True, slots=True)
class Scene:
    """One graph read for one party: claims, customers, owners, groups."""

    to: str
    to_group: frozenset[str]
    claims: Mapping[str, tuple[Exposed, ...]]
    customers: Mapping[str, list[Customer]]
    owner: Mapping[str, str]
    members: Mapping[str, frozenset[str]]
    nameless: frozenset[str]
    hops: int


@shared
def read_scene(graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options) -> Scene:
    """Everything paths need, read once.

    The other party stands for itself and what it owns, even where it is itself owned: its owner's
    other companies are third parties.
    """
    owner = owners(graph, is_look_through=options.is_look_through)
    members: dict[str, set[str]] = {node: {node} for node in graph}
    if options.is_look_through:
        for node in sorted(graph):
            for above in owner_chain(graph, node):
                members.setdefault(above, {above}).add(node)
    owner = owner | dict.fromkeys(sorted(members[options.to]), options.to)
    claims: dict[str, list[Exposed]] = {}
    for claim in exposed_parties(graph, owner):
        claims.setdefault(claim.holder, []).append(claim)
    return Scene(
        to=options.to,
        to_group=frozenset(members[options.to]),
        claims={holder: tuple(listed) for holder, listed in sorted(claims.items())},
        customers=find_customers(graph, anchors, owner),
        owner=owner,
        members={node: frozenset(group - members[options.to]) for node, group in members.items()},
        nameless=frozenset(
            n for n, data in graph.nodes(data=True) if data["is_group"] or data["is_unnamed"]
        ),
        hops=options.exposure_length_hops,
    )


def attribute(amount: Bounds, share: Share) -> Bounds:
    """Amount x share, bound by bound; nothing of an open amount is assumed away."""
    scaled = scale(amount, share.low, share.high)
    return Bounds(scaled.low, scaled.high, amount.stated * share.stated)


@shared
def group_claims(scene: Scene, holder: str) -> list[Exposed]:
    """Claims of a holder and of all it owns on parties outside its group.

    An owner's guarantee for its own vehicle is left out beside the claim on that vehicle: after
    look-through both are claims on the owner for the same money.
    """
    held = [
        claim
        for member in sorted(scene.members[holder])
        for claim in scene.claims.get(member, ())
        if claim.top not in scene.members[holder]
    ]
    owing = {claim.obligor for claim in held}
    return [claim for claim in held if not _repeats_vehicle(scene, claim, owing)]


def _repeats_vehicle(scene: Scene, claim: Exposed, owing: set[str]) -> bool:
    data = claim.contract.data
    vehicle = data["on_behalf_of"]
    return (
        data["instrument"] == InstrumentId.GUARANTEE
        and vehicle in owing
        and vehicle != claim.obligor
        and scene.owner.get(vehicle) == claim.top
    )


def claims_on(scene: Scene, claims: Iterable[Exposed]) -> list[Exposed]:
    """Of these, claims on the other party or, with recourse, on what it owns."""
    return [claim for claim in claims if scene.to in (claim.obligor, claim.top)]


def find_paths(scene: Scene, holder: str) -> Iterator[Path]:
    """All paths from a holder to the other party, its own claims first."""
    held = group_claims(scene, holder)
    direct = claims_on(scene, held)
    for claim in held:
        if claim in direct:
            yield Path(_kind(scene, claim, holder), (claim,), (), WHOLE)
        elif claim.top in scene.to_group:
            yield Path("without_recourse", (claim,), (), NONE)
    for top, claims in sorted(_by_top(scene, held, direct).items()):
        for chain in dependence_chains(scene, top, holder):
            yield Path("indirect", tuple(claims), chain.links, chain.share)


def _kind(scene: Scene, claim: Exposed, holder: str) -> str:
    if claim.obligor != scene.to:
        return "vehicle"
    return "direct" if claim.holder == holder else "owned"


@shared
def dependence_chains(scene: Scene, vendor: str, holder: str) -> list[Chain]:
    """Chains from a vendor to the other party that avoid the holder's own group."""
    without = frozenset(scene.members[holder] | {scene.owner[holder]})
    return list(chains(scene.customers, vendor, scene.to, scene.hops - 1, without))


def _by_top(
    scene: Scene, held: Iterable[Exposed], direct: Iterable[Exposed]
) -> dict[str, list[Exposed]]:
    """Claims on third parties that may pass the other party's trouble on."""
    taken = {claim.contract.flow_id for claim in direct}
    found: dict[str, list[Exposed]] = {}
    for claim in held:
        is_usable = (
            claim.contract.flow_id not in taken
            and claim.top not in scene.nameless
            and claim.top not in scene.to_group
            and not is_mirrored_guarantee(claim, scene.to_group)
            and not money([claim.contract], "all").is_nothing
        )
        if is_usable:
            found.setdefault(claim.top, []).append(claim)
    return found


def indirect_parts(scene: Scene, holder: str) -> list[tuple[str, Share, list[Part]]]:
    """The stated figure of `indirect` in parts: third party, its dependence, what each deal adds.

    A deal that gives claims on several third parties stands at the one with which it counts.
    """
    held = group_claims(scene, holder)
    by_top = _by_top(scene, held, claims_on(scene, held))
    found: dict[str, tuple[Share, list[Part]]] = {}
    best: dict[str, tuple[float, str]] = {}
    for top, claims in sorted(by_top.items()):
        share = total_share(dependence_chains(scene, top, holder))
        if share.high == 0:
            continue
        parts = parts_of([claim.contract for claim in claims], "all", share.stated)
        found[top] = (share, parts)
        for part in parts:
            leader = part.group.rpartition("/")[0]
            best[leader] = max(best.get(leader, (-1.0, "")), (part.stated, top))
    return [
        (top, share, [p for p in parts if best[p.group.rpartition("/")[0]][1] == top])
        for top, (share, parts) in found.items()
    ]


def indirect(scene: Scene, holder: str) -> Bounds:
    """All a holder has at stake through third parties, no deal twice.

    Sum over third parties j of claims on j x dependence of j on the other party. A deal that gives
    claims on several of them, and deals about the same money, count with the largest.
    """
    held = group_claims(scene, holder)
    by_top = _by_top(scene, held, claims_on(scene, held))
    deals: dict[str, dict[str, Contract]] = {}
    for claims in by_top.values():
        for claim in claims:
            deals.setdefault(claim.contract.deal_id, {})[claim.contract.flow_id] = claim.contract
    leader = mirror_groups(deals)
    parts: dict[str, list[Bounds]] = {}
    for top, claims in sorted(by_top.items()):
        share = total_share(dependence_chains(scene, top, holder))
        if share.high == 0:
            continue
        groups: dict[str, list[Contract]] = {}
        for claim in claims:
            groups.setdefault(leader[claim.contract.deal_id], []).append(claim.contract)
        for name, contracts in groups.items():
            parts.setdefault(name, []).append(attribute(money(contracts, "all"), share))
    return add(larger(group) for _, group in sorted(parts.items()))
