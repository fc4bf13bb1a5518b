"""Who an entity's counterparties are on each side, and between which bounds their money lies.

Lives here: sides, bases and `Book`. What is measured on a book: `concentration`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import networkx as nx

from graphbuild.records.instrument import InstrumentId
from graphbuild.scores.base import Options
from graphbuild.scores.bounds import (
    FORWARD,
    Bounds,
    Contract,
    add,
    are_plain,
    sum_contracts,
    sum_plain,
)
from graphbuild.scores.herfindahl import Amount, Pool
from graphbuild.scores.readings import counted_contracts, owners
from graphbuild.scores.sharing import shared


class Side(StrEnum):
    """From which side an entity's counterparties are looked at."""

    CUSTOMER = "customer"
    SUPPLIER = "supplier"
    LENDER = "lender"
    INVESTOR = "investor"
    FUNDER = "funder"


_PURCHASES = frozenset(
    {
        InstrumentId.CLOUD_CONTRACT,
        InstrumentId.SUPPLY_CONTRACT,
        InstrumentId.PURCHASE_COMMITMENT,
        InstrumentId.LEASE,
    }
)
_LOANS = frozenset(
    {
        InstrumentId.LOAN,
        InstrumentId.REVOLVER,
        InstrumentId.BOND,
        InstrumentId.ABS,
        InstrumentId.VENDOR_FINANCING,
    }
)
_STAKES = frozenset({InstrumentId.EQUITY, InstrumentId.CONVERTIBLE})

SIDES: Mapping[Side, tuple[frozenset[InstrumentId], str]] = {
    Side.CUSTOMER: (_PURCHASES, "source"),
    Side.SUPPLIER: (_PURCHASES, "target"),
    Side.LENDER: (_LOANS, "source"),
    Side.INVESTOR: (_STAKES, "source"),
    Side.FUNDER: (_LOANS | _STAKES, "source"),
}
"""Side -> instruments, and the end of the contract at which the counterparty stands."""

BASES = (*FORWARD, "all")
"""One column of money, or all three as one interval from the firm low to everything stated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The counterparties of one entity on one side and basis, ready to be measured.

    `stated` holds one figure a counterparty and then one a consortium; `contracts` are beside the
    name of their counterparty.
    """

    entity_id: str
    side: Side
    basis: str
    names: tuple[str, ...]
    amounts: tuple[Amount, ...]
    pools: tuple[Pool, ...]
    stated: tuple[float, ...]
    contracts: tuple[tuple[str, Contract], ...]
    total: Bounds
    open_deals: int


@shared
def books(
    graph: "nx.MultiDiGraph[str]", options: Options, bases: Sequence[str] = BASES
) -> list[Book]:
    """All books that hold money, by entity, side and basis."""
    listed = []
    owner = owners(graph, is_look_through=options.is_look_through)
    groups = {node for node, data in graph.nodes(data=True) if data["is_group"]}
    found: dict[tuple[str, Side], list[tuple[str, Contract]]] = {}
    for contract in counted_contracts(graph):
        ends = {"source": owner[contract.source], "target": owner[contract.target]}
        for side, (instruments, end) in SIDES.items():
            entity = ends["target" if end == "source" else "source"]
            if contract.data["instrument"] in instruments and ends[end] != entity:
                found.setdefault((entity, side), []).append((ends[end], contract))
    for entity, side in sorted(found, key=lambda key: (key[0], list(Side).index(key[1]))):
        for basis in bases:
            book = _book(entity, side, basis, found[entity, side], groups)
            if not book.total.is_nothing:
                listed.append(book)
    return listed


def _book(
    entity: str,
    side: Side,
    basis: str,
    entries: Sequence[tuple[str, Contract]],
    groups: set[str],
) -> Book:
    entries = [entry for entry in entries if not money([entry[1]], basis).is_nothing]
    names = sorted({name for name, _ in entries})
    single: dict[str, list[Contract]] = {name: [] for name in names}
    joint: dict[str, list[tuple[str, Contract]]] = {}
    for name, contract in entries:
        if contract.data["is_joint"]:
            joint.setdefault(contract.deal_id, []).append((name, contract))
        else:
            single[name].append(contract)
    own = {name: money(contracts, basis) for name, contracts in single.items()}
    pools, shared = [], []
    for deal_id in sorted(joint):
        whole = money([contract for _, contract in joint[deal_id]], basis)
        members = sorted({names.index(name) for name, _ in joint[deal_id]})
        pools.append(Pool(tuple(members), whole.low, whole.high))
        shared.append(whole.stated)
    contracts = [contract for _, contract in entries]
    return Book(
        entity_id=entity,
        side=side,
        basis=basis,
        names=tuple(names),
        amounts=tuple(Amount(own[name].low, own[name].high, name in groups) for name in names),
        pools=tuple(pools),
        stated=(*(own[name].stated for name in names), *shared),
        contracts=tuple(entries),
        total=money(contracts, basis),
        open_deals=len({c.deal_id for c in contracts if money([c], basis).high is None}),
    )


def money(contracts: Sequence[Contract], basis: str) -> Bounds:
    """Money of contracts on one basis; "all" runs from the firm low to all that is stated."""
    if basis != "all":
        return sum_contracts(contracts, basis)
    if are_plain(contracts):
        every = sum_plain(contracts, FORWARD)
        return Bounds(sum_plain(contracts, ("firm",)).low, every.high, every.stated)
    every = add(sum_contracts(contracts, column) for column in FORWARD)
    firm = sum_contracts(contracts, "firm")
    return Bounds(firm.low, every.high, every.stated)
