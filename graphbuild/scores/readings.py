"""The graph as scores read it: contracts that count, who owns whom, who is exposed to whom.

Built on `graph.projections`; adds look-through to owners. Not here: sums (`bounds`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx

from graphbuild.graph.projections import exposures, owner_of, payments, summed_edges
from graphbuild.records.claim import Recourse
from graphbuild.records.instrument import InstrumentId, instrument
from graphbuild.scores.bounds import Contract


def counted_contracts(graph: "nx.MultiDiGraph[str]") -> list[Contract]:
    """Contracts that enter sums, by flow_id."""
    return [Contract(*edge) for edge in summed_edges(graph)]


def paying_contracts(graph: "nx.MultiDiGraph[str]", *, is_cash_only: bool) -> list[Contract]:
    """Contracts whose money can be part of a loop, as payer -> payee, by flow_id."""
    if is_cash_only:
        edges = payments(graph).edges(keys=True, data=True)
        listed = sorted(edges, key=lambda edge: (edge[2], edge[0], edge[1]))
    else:
        listed = list(summed_edges(graph))
    contracts = [Contract(*edge) for edge in listed]
    return [c for c in contracts if instrument(c.data["instrument"]).closes_loop]


def owners(graph: "nx.MultiDiGraph[str]", *, is_look_through: bool) -> dict[str, str]:
    """Entity -> entity it is taken together with; itself where it has no owner or nobody asked.

    Only the relation "owner" is followed. An owner the graph does not hold is not followed.
    """
    found = {}
    for node in sorted(graph):
        top = owner_of(graph, node) if is_look_through else node
        found[node] = top if top in graph else node
    return found


@dataclass(frozen=True, slots=True)
class Exposed:
    """`holder` loses if `obligor` fails; `contract` says by how much at most."""

    holder: str
    obligor: str
    contract: Contract


def exposed_parties(graph: "nx.MultiDiGraph[str]") -> Iterator[Exposed]:
    """Who is exposed to whom by which contract, in order of flow_id.

    A guarantor is exposed to the obligor, the beneficiary to the guarantor. Where no beneficiary is
    named, the obligor itself stands as the guarantee's target and only the guarantor is exposed.
    Ownership without an amount exposes nobody to a sum.
    """
    edges = exposures(graph).edges(keys=True, data=True)
    for holder, obligor, key, data in sorted(edges, key=lambda e: (e[2], e[0], e[1])):
        kind = data["instrument"]
        if kind == InstrumentId.OWNERSHIP:
            continue
        flow_id = key.removesuffix("/obligor")
        if kind == InstrumentId.GUARANTEE and data["on_behalf_of"] == holder:
            yield Exposed(obligor, holder, Contract(obligor, holder, flow_id, data))
            continue
        yield Exposed(holder, obligor, Contract(holder, obligor, flow_id, data))


def consolidated_obligor(exposed: Exposed, owner: dict[str, str]) -> str:
    """Whom a claim is a claim on after look-through.

    A claim on an owned vehicle is a claim on its owner, unless the contract is without recourse:
    then it stays a claim on the vehicle alone.
    """
    if exposed.contract.data["recourse"] == Recourse.NON_RECOURSE:
        return exposed.obligor
    return owner[exposed.obligor]
