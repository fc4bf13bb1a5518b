"""How much of what an entity has under contract comes from one customer, directly or through
others.

Lives here: the share of one customer and paths of customers. Who holds claims on the entity:
`exposure`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import networkx as nx

from graphbuild.records.entity import EntityKind
from graphbuild.records.figure import Figure
from graphbuild.records.instrument import Family
from graphbuild.scores.base import Anchors
from graphbuild.scores.books import money
from graphbuild.scores.bounds import Bounds, Contract
from graphbuild.scores.readings import counted_contracts
from graphbuild.scores.sharing import shared


@dataclass(frozen=True, slots=True)
class Share:
    """A fraction of 0 to 1 between bounds; `stated` at the figures sources name."""

    low: float
    high: float
    stated: float


NONE = Share(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Customer:
    """One customer of a vendor: the contracts, and their share of all the vendor has under
    contract.

    `is_open`: a contract without a figure makes the high bound a mere possibility.
    """

    vendor: str
    customer: str
    contracts: tuple[Contract, ...]
    share: Share
    basis: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Chain:
    """A vendor's dependence on a customer, possibly through customers of customers."""

    links: tuple[Customer, ...]
    share: Share

    @property
    def nodes(self) -> tuple[str, ...]:
        """Vendor, customer, customer's customer, ..."""
        return (self.links[0].vendor, *(link.customer for link in self.links))


@shared
def find_customers(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, owner: Mapping[str, str]
) -> dict[str, list[Customer]]:
    """Customers of every vendor with their shares.

    share = money the customer is committed to pay / all the vendor has under contract, by the first
    of these that is known:

    1. the share itself, stated by the vendor or an agency (figure "rpo_share" or
    "backlog_share"); 2. contracts over the vendor's remaining performance obligations or
    backlog; a customer's ceilings
       may exceed them and are cut at 1;
    3. for a vehicle, which has no other business, contracts over all its contracts in the
    graph; 4. for any other vendor the same as 3, but only as the high bound, since nobody knows
    the rest of
       its business: low and stated are 0.

    Groups and unnamed parties are part of denominators, but no links.
    """
    towards: dict[str, dict[str, list[Contract]]] = {}
    for contract in counted_contracts(graph):
        vendor = owner.get(contract.target, contract.target)
        customer = owner.get(contract.source, contract.source)
        if contract.data["family"] == Family.COMMITMENT and vendor != customer:
            towards.setdefault(vendor, {}).setdefault(customer, []).append(contract)
    found = {}
    for vendor in sorted(towards):
        is_vehicle = graph.nodes[vendor]["kind"] == EntityKind.VEHICLE
        listed = [
            _customer(vendor, name, towards[vendor], anchors, is_vehicle=is_vehicle)
            for name in sorted(towards[vendor])
            if not graph.nodes[name]["is_group"] and not graph.nodes[name]["is_unnamed"]
        ]
        found[vendor] = [customer for customer in listed if customer.share.high > 0]
    return found


def chains(
    customers: Mapping[str, list[Customer]],
    vendor: str,
    to: str,
    hops: int,
    without: frozenset[str] = frozenset(),
) -> Iterator[Chain]:
    """Simple chains vendor -> customer -> ... -> `to` of at most `hops` links.

    Dependence along a chain is the product of its shares. Different chains from one vendor
    begin with different contracts, so that their shares may be added, up to 1.
    """
    stack: list[tuple[Customer, ...]] = [
        (link,) for link in reversed(customers.get(vendor, [])) if link.customer not in without
    ]
    while stack:
        links = stack.pop()
        last = links[-1].customer
        if last == to:
            yield Chain(links, product(links))
            continue
        if len(links) == hops:
            continue
        visited = {vendor, *(link.customer for link in links)} | without
        for link in reversed(customers.get(last, [])):
            if link.customer not in visited:
                stack.append((*links, link))


def total_share(found: list[Chain]) -> Share:
    """Dependence over all chains of one vendor, at most 1."""
    return Share(
        min(sum(chain.share.low for chain in found), 1.0),
        min(sum(chain.share.high for chain in found), 1.0),
        min(sum(chain.share.stated for chain in found), 1.0),
    )


def _customer(
    vendor: str,
    name: str,
    towards: Mapping[str, list[Contract]],
    anchors: Anchors,
    *,
    is_vehicle: bool,
) -> Customer:
    own = money(towards[name], "all")
    stated = _disclosed(vendor, name, anchors)
    anchor = anchors.contracted(vendor)
    if stated is not None and stated.share is not None:
        fraction = float(stated.share)
        share = Share(fraction, fraction, fraction)
        basis = f"{stated.metric} of {stated.period}"
    elif anchor is not None and anchor.value_usd:
        total = float(anchor.value_usd)
        high = 1.0 if own.high is None else min(own.high / total, 1.0)
        share = Share(min(own.low / total, 1.0), high, min(own.stated / total, 1.0))
        basis = f"{anchor.metric} of {anchor.period}"
    else:
        others = [c for other, listed in towards.items() if other != name for c in listed]
        share = _share_of_known(own, money(others, "all"))
        basis = "contracts of the vehicle"
        if not is_vehicle:
            share = Share(0.0, share.high, 0.0)
            basis = "at most contracts known here; no backlog figure"
    is_open = stated is None and own.high is None
    return Customer(vendor, name, tuple(towards[name]), share, basis, is_open)


def _disclosed(vendor: str, name: str, anchors: Anchors) -> Figure | None:
    """The latest stated share of one customer in what the vendor has under contract."""
    found = [
        figure
        for metric in ("rpo_share", "backlog_share")
        for figure in anchors.series(vendor, metric, counterparty=name)[:1]
        if figure.share is not None
    ]
    return max(found, key=lambda figure: str(figure.period_end)) if found else None


def _share_of_known(own: Bounds, others: Bounds) -> Share:
    low = 0.0
    if own.low > 0 and others.high is not None:
        low = own.low / (own.low + others.high)
    high = 1.0
    if own.high is not None:
        high = own.high / (own.high + others.low) if own.high > 0 else 0.0
    stated = own.stated / (own.stated + others.stated) if own.stated > 0 else 0.0
    return Share(low, high, stated)


def product(links: tuple[Customer, ...]) -> Share:
    """Dependence along a chain: the product of its links' shares, 1 without links."""
    low = high = stated = 1.0
    for link in links:
        low *= link.share.low
        high *= link.share.high
        stated *= link.share.stated
    return Share(low, high, stated)
