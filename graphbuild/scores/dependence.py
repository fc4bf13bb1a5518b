"""How much of what an entity has under contract comes from one customer, directly or through
others.

Lives here: the share of one customer and paths of customers. Who holds claims on the entity:
`exposure`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import networkx as nx

from graphbuild.records.figure import Figure
from graphbuild.records.instrument import Family
from graphbuild.scores.base import Anchors
from graphbuild.scores.books import money
from graphbuild.scores.bounds import Bounds, Contract
from graphbuild.scores.readings import counted_contracts


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
    """

    vendor: str
    customer: str
    contracts: tuple[Contract, ...]
    share: Share
    basis: str


@dataclass(frozen=True, slots=True)
class Chain:
    """A vendor's dependence on a customer, possibly through customers of customers."""

    links: tuple[Customer, ...]
    share: Share

    @property
    def nodes(self) -> tuple[str, ...]:
        """Vendor, customer, customer's customer, ..."""
        return (self.links[0].vendor, *(link.customer for link in self.links))


def find_customers(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, owner: Mapping[str, str]
) -> dict[str, list[Customer]]:
    """Customers of every vendor with their shares.

    share = money the customer is committed to pay / all the vendor has under contract, unless the
    vendor or an agency states that very share (figure "rpo_share" or "backlog_share"). The
    denominator is the vendor's own remaining performance obligations or backlog, where a figure
    is known; a customer's ceilings may exceed it and are cut at 1. Without one it is the sum of
    the contracts in the graph, which leaves out customers nobody disclosed and so overstates
    the share. Groups and unnamed parties are part of the denominator, but no links.
    """
    towards: dict[str, dict[str, list[Contract]]] = {}
    for contract in counted_contracts(graph):
        vendor, customer = owner[contract.target], owner[contract.source]
        if contract.data["family"] == Family.COMMITMENT and vendor != customer:
            towards.setdefault(vendor, {}).setdefault(customer, []).append(contract)
    found = {}
    for vendor in sorted(towards):
        listed = [
            _customer(vendor, name, towards[vendor], anchors)
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
            yield Chain(links, _product(links))
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
    vendor: str, name: str, towards: Mapping[str, list[Contract]], anchors: Anchors
) -> Customer:
    own = money(towards[name], "all")
    anchor = anchors.contracted(vendor)
    disclosed = _disclosed(vendor, name, anchors)
    if disclosed is not None and disclosed.share is not None:
        fraction = float(disclosed.share)
        share = Share(fraction, fraction, fraction)
        basis = f"{disclosed.metric} of {disclosed.period}"
    elif anchor is not None and anchor.value_usd:
        total = float(anchor.value_usd)
        high = 1.0 if own.high is None else min(own.high / total, 1.0)
        share = Share(min(own.low / total, 1.0), high, min(own.stated / total, 1.0))
        basis = f"{anchor.metric} of {anchor.period}"
    else:
        others = [c for other, listed in towards.items() if other != name for c in listed]
        share = _share_of_known(own, money(others, "all"))
        basis = "contracts known here"
    return Customer(vendor, name, tuple(towards[name]), share, basis)


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


def _product(links: tuple[Customer, ...]) -> Share:
    low = high = stated = 1.0
    for link in links:
        low *= link.share.low
        high *= link.share.high
        stated *= link.share.stated
    return Share(low, high, stated)
