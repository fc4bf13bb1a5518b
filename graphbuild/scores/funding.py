"""Capital by tier of the value chain and by country of who gives it.

Lives here: sums over groups of parties. One party's funders: `concentration`.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import networkx as nx

from graphbuild.records.entity import EntityKind
from graphbuild.records.instrument import Family
from graphbuild.scores.base import Anchors, Column, Options, Score, frame
from graphbuild.scores.bounds import FORWARD, Contract, sum_contracts
from graphbuild.scores.drivers import MOVES_MOST, ends_of_sum, moves_most, parts_of
from graphbuild.scores.readings import counted_contracts, owners

if TYPE_CHECKING:
    import pandas as pd

_TIERS: Mapping[str, tuple[EntityKind, ...]] = {
    "chips": (EntityKind.CHIPMAKER, EntityKind.SUPPLIER),
    "power and sites": (EntityKind.HOST,),
    "clouds": (EntityKind.NEOCLOUD, EntityKind.HYPERSCALER),
    "labs": (EntityKind.AI_LAB,),
    "vehicles": (EntityKind.VEHICLE,),
    "banks and lenders": (EntityKind.BANK, EntityKind.AGENT_BANK, EntityKind.LENDER),
    "funds": (EntityKind.ASSET_MANAGER, EntityKind.VENTURE),
    "states": (EntityKind.SOVEREIGN,),
}
TIER_OF = {str(kind): tier for tier, kinds in _TIERS.items() for kind in kinds}
"""EntityKind -> tier; every other kind is in `OTHERS`."""

OTHERS = "others"
UNKNOWN = "unknown"

COLUMNS = (
    Column("grouping", str, "", "tier: giver's to receiver's; country: of the giver to the tier"),
    Column("source", str, "", "tier or country of who gives"),
    Column("target", str, "", "tier of who receives"),
    Column("family", str, "", "equity or debt"),
    *(
        Column(f"{name}_{end}", float, "USD", f"{name} money, {end}", optional=end == "high")
        for name in FORWARD
        for end in ("low", "stated", "high")
    ),
    Column("deals", int, "", "contracts"),
    Column("open_deals", int, "", "of these, contracts without a figure or open above"),
    MOVES_MOST,
)


def capital_flows(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options
) -> "pd.DataFrame":
    """Equity and debt by tier of giver and receiver, and by country of the giver.

    Parties stand after look-through; the tier is that of their kind. A consortium whose members are
    of several tiers or countries may be all of any of them: such sums have a low without it and a
    high with the whole of it, and rows must not be added. `anchors` is not used. USD.
    """
    del anchors
    owner = owners(graph, is_look_through=options.is_look_through)
    found: dict[tuple[str, str, str, str], list[Contract]] = {}
    for contract in counted_contracts(graph):
        giver, receiver = owner[contract.source], owner[contract.target]
        if contract.data["family"] not in (Family.EQUITY, Family.DEBT) or giver == receiver:
            continue
        nodes = graph.nodes[giver], graph.nodes[receiver]
        tiers = [TIER_OF.get(node["kind"], OTHERS) for node in nodes]
        country = nodes[0]["country"] or UNKNOWN
        family = str(contract.data["family"])
        found.setdefault(("tier", tiers[0], tiers[1], family), []).append(contract)
        found.setdefault(("country", country, tiers[1], family), []).append(contract)
    rows = [_row(key, contracts) for key, contracts in sorted(found.items())]
    return frame(COLUMNS, rows)


def _row(key: tuple[str, str, str, str], contracts: list[Contract]) -> dict[str, Any]:
    money = {column: sum_contracts(contracts, column) for column in FORWARD}
    is_open = [any(c.data[f"{name}_high"] is None for name in FORWARD) for c in contracts]
    opened = {c.deal_id for c, opens in zip(contracts, is_open, strict=True) if opens}
    return {
        **dict(zip(("grouping", "source", "target", "family"), key, strict=True)),
        **{
            f"{name}_{end}": getattr(bounds, end)
            for name, bounds in money.items()
            for end in ("low", "stated", "high")
        },
        "deals": len({contract.deal_id for contract in contracts}),
        "open_deals": len(opened),
        "moves_most": moves_most(ends_of_sum(parts_of(contracts, "all"))),
    }


CAPITAL_FLOWS = Score(
    name="capital_flows",
    title="Capital by tier and country",
    columns=COLUMNS,
    run=capital_flows,
)
