"""The graph as scores read it: contracts that count, who owns whom, who is exposed to whom.

Built on `graph.projections`; adds look-through to owners. Not here: sums (`bounds`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graphbuild.graph.projections import exposures, owner_of, payments, summed_edges
from graphbuild.records.claim import Recourse
from graphbuild.records.deal import Firmness
from graphbuild.records.instrument import Family, InstrumentId, instrument
from graphbuild.records.money import Measure
from graphbuild.scores.bounds import Contract
from graphbuild.scores.sharing import shared


@shared
def counted_contracts(graph: "nx.MultiDiGraph[str]") -> list[Contract]:
    """Contracts that enter sums, by flow_id."""
    return [_contract(*edge) for edge in summed_edges(graph)]


def _contract(source: str, target: str, flow_id: str, data: Mapping[str, Any]) -> Contract:
    """The contract, with a buyer's payment already made as past money: it is owed no more."""
    is_purchase = data["family"] in (Family.COMMITMENT, Family.REVENUE)
    if is_purchase and data["measure"] == Measure.PAID and data["firmness"] == Firmness.FIRM:
        past = {"past_low": data["firm_low"], "past_high": data["firm_high"]}
        settled = {"firmness": str(Firmness.PAST), "firm_low": 0.0, "firm_high": 0.0}
        data = {**data, **past, **settled}
    return Contract(source, target, flow_id, data)


@shared
def paying_contracts(graph: "nx.MultiDiGraph[str]", *, is_cash_only: bool) -> list[Contract]:
    """Contracts whose money can be part of a loop, as payer -> payee, by flow_id."""
    if is_cash_only:
        edges = payments(graph).edges(keys=True, data=True)
        listed = sorted(edges, key=lambda edge: (edge[2], edge[0], edge[1]))
    else:
        listed = list(summed_edges(graph))
    contracts = [_contract(*edge) for edge in listed]
    return [c for c in contracts if instrument(c.data["instrument"]).closes_loop]


@shared
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
    """`holder` loses if `obligor` fails; `contract` says by how much at most.

    `top` is whom it is a claim on after look-through.
    """

    holder: str
    obligor: str
    top: str
    contract: Contract


def exposed_parties(graph: "nx.MultiDiGraph[str]", owner: Mapping[str, str]) -> Iterator[Exposed]:
    """Who is exposed to whom by which contract, in order of flow_id; nothing inside one group.

    A guarantor is exposed to the obligor, the beneficiary to the guarantor. Where no beneficiary is
    named, the obligor itself stands as the guarantee's target and only the guarantor is exposed.
    Ownership without an amount exposes nobody to a sum.

    A claim on an owned vehicle is a claim on its owner, unless the contract is without recourse:
    then it stays a claim on the vehicle alone.
    """
    edges = exposures(graph).edges(keys=True, data=True)
    for holder, obligor, key, data in sorted(edges, key=lambda e: (e[2], e[0], e[1])):
        if data["instrument"] == InstrumentId.OWNERSHIP:
            continue
        if owner.get(holder, holder) == owner.get(obligor, obligor):
            continue
        pair = (holder, obligor)
        is_alone = data["recourse"] == Recourse.NON_RECOURSE
        top = pair[1] if is_alone else owner.get(pair[1], pair[1])
        yield Exposed(*pair, top, _contract(*pair, key.removesuffix("/obligor"), data))
