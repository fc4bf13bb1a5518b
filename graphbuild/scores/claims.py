"""What a set of claims on one party is worth, measure by measure.

Lives here: past money, positions at market value, equity at cost, owners. Who is exposed to whom:
`readings`. Attribution through customers: `dependence`. The score: `exposure`.
"""

from collections.abc import Sequence

import networkx as nx

from graphbuild.graph.projections import owner_of
from graphbuild.records.instrument import Family, InstrumentId
from graphbuild.scores.bounds import (
    NOTHING,
    Bounds,
    Contract,
    add,
    column_bounds,
    larger,
    sum_contracts,
)
from graphbuild.scores.readings import Exposed


def owner_chain(graph: "nx.MultiDiGraph[str]", entity_id: str) -> tuple[str, ...]:
    """The entity and its owners, upwards."""
    chain = [entity_id]
    top = owner_of(graph, entity_id)
    while chain[-1] != top and chain[-1] in graph:
        chain.append(str(graph.nodes[chain[-1]]["parent_id"]))
    return tuple(chain)


def is_mirrored_guarantee(claim: Exposed, to_group: frozenset[str]) -> bool:
    """Whether the claim is on a guarantor of `to`, for money that a contract with `to` holds."""
    data = claim.contract.data
    return data["instrument"] == InstrumentId.GUARANTEE and data["on_behalf_of"] in to_group


def latest_position(claims: Sequence[Exposed]) -> Bounds:
    """Market value of holdings of one issuer, at the latest date they were reported."""
    held = [c.contract for c in claims if c.contract.data["family"] == Family.POSITION]
    if not held:
        return NOTHING
    latest = max(_reported(contract) for contract in held)
    return add(column_bounds(c, "past") for c in held if _reported(c) == latest)


def largest_past(claims: Sequence[Exposed]) -> Bounds:
    """The largest single period of money recognised or paid already; periods may overlap."""
    past = [
        column_bounds(c.contract, "past")
        for c in claims
        if c.contract.data["family"] in (Family.REVENUE, Family.COMMITMENT)
    ]
    return larger(past) if past else NOTHING


def equity_cost(claims: Sequence[Exposed]) -> Bounds:
    """Firm money paid or promised for equity: what it cost, not what it is worth."""
    return sum_contracts(
        (
            c.contract
            for c in claims
            if c.contract.data["family"] == Family.EQUITY
            and c.contract.data["instrument"] != InstrumentId.WARRANT
        ),
        "firm",
    )


def _reported(contract: Contract) -> str:
    data = contract.data
    return str(data["agreed_on"] or data["start"] or data["known_on"] or "")
