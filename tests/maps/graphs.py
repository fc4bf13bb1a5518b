"""Hand-made graphs with every declared attribute, and fictional companies to put into them."""

import random
from typing import Any

import networkx as nx
import pandas as pd

from graphbuild.graph.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES
from graphbuild.maps import PageFacts
from graphbuild.records.instrument import INSTRUMENTS, instrument

KINDS = ("bank", "chipmaker", "spv", "hyperscaler", "ai_lab", "other")
_EMPTY: dict[type, Any] = {str: "", bool: False, int: 0, float: 0.0}


def _defaults(attributes) -> dict[str, Any]:
    return {a.name: None if a.optional else _EMPTY[a.type] for a in attributes}


class World:
    """A graph that grows by parties and flows; what is not given has a dull default."""

    def __init__(self) -> None:
        self.graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()

    def party(self, entity_id: str, kind: str = "other", **given: Any) -> str:
        data = {**_defaults(NODE_ATTRIBUTES), "name": entity_id.title(), "kind": kind, **given}
        self.graph.add_node(entity_id, **data)
        return entity_id

    def flow(
        self,
        source: str,
        target: str,
        usd: float | None = 1e9,
        kind: str = "loan",
        firmness: str = "firm",
        **given: Any,
    ) -> str:
        """A flow of one exact figure in one state; any attribute can be given."""
        for name in (source, target):
            if name not in self.graph:
                self.party(name)
        flow_id = given.pop("flow_id", None) or given.get("deal_id") or f"{source}-{target}-{kind}"
        data = {
            **_defaults(EDGE_ATTRIBUTES),
            "deal_id": flow_id,
            "title": f"{source} {kind} {target}",
            "instrument": kind,
            "family": str(instrument(kind).family),
            "status": "signed",
            "firmness": firmness,
            "standing": "counted",
            "measure": "committed",
            "qualifier": "undisclosed" if usd is None else "exact",
            "usd_low": usd,
            "usd_point": usd,
            "usd_high": usd,
            **{f"{state}_{bound}": 0.0 for state in STATES for bound in ("low", "high")},
            f"{firmness}_low": usd or 0.0,
            f"{firmness}_high": usd,
            "joint_members": 1,
            "paid_in": "cash",
            "recourse": "unknown",
            "known_on": "2026-03-01",
            "tier": "filing",
            "evidence_count": 1,
            **given,
        }
        self.graph.add_edge(source, target, key=flow_id, **data)
        return flow_id

    def joint(
        self, sources: list[str], target: str, usd: float, deal_id: str, **given: Any
    ) -> None:
        """A consortium: every member's flow runs from nothing to the whole."""
        for source in sources:
            self.flow(
                source,
                target,
                None,
                flow_id=f"{deal_id}:{source}",
                deal_id=deal_id,
                qualifier="range",
                usd_low=0.0,
                usd_high=usd,
                firm_low=0.0,
                firm_high=usd,
                is_joint=True,
                joint_usd=usd,
                joint_members=len(sources),
                **given,
            )


STATES = ("firm", "contingent", "headline", "past")


def small_world() -> "nx.MultiDiGraph[str]":
    """Nine parties, every state, a consortium, a vehicle, an ended and an unverified deal."""
    world = World()
    world.party("oriel", "ai_lab", name="Oriel Labs, Inc.", country="US")
    world.party("granite", "chipmaker", name="Granite Silicon Corporation", ticker="GRSI")
    world.party("nimbus", "hyperscaler", name="Nimbus Cloud Corp.")
    world.party("heath", "neocloud", name="Heathrow Compute, Inc.")
    world.party(
        "heath-spv",
        "spv",
        name="Heath Acquisition Co. IV, LLC",
        parent_id="heath",
        parent_relation="owner",
    )
    for name in ("alder", "birch", "cedar"):
        world.party(name, "bank", name=f"{name.title()} Bank")
    world.party("suppliers", "supplier", name="Suppliers (group)", is_group=True)
    world.flow(
        "oriel", "nimbus", 300e9, "cloud_contract", in_return="computing", quote="We agreed."
    )
    world.flow("granite", "oriel", 30e9, "equity", status="funded", url="https://example.com/10-k")
    world.flow(
        "oriel",
        "granite",
        20e9,
        "supply_contract",
        firmness="contingent",
        qualifier="up_to",
        usd_low=0.0,
        contingent_low=0.0,
    )
    world.flow("nimbus", "oriel", 13e9, "equity", tier="named_news")
    world.flow(
        "oriel", "suppliers", 500e9, "purchase_commitment", firmness="headline", status="announced"
    )
    world.flow("granite", "heath", 6e9, "guarantee", firmness="contingent")
    world.joint(["alder", "birch", "cedar"], "heath-spv", 7.6e9, "ddtl")
    world.flow(
        "heath",
        "oriel",
        1e9,
        "equity",
        deal_id="rumour",
        verification="secondary",
        standing="shown",
        standing_reason="unverified: no public source yet",
    )
    world.flow(
        "granite",
        "nimbus",
        100e9,
        "equity",
        deal_id="dead",
        status="terminated",
        standing="shown",
        standing_reason="ended",
    )
    world.flow("nimbus", "heath", None, "lease")
    return world.graph


def loop_tables() -> dict[str, pd.DataFrame]:
    """The scores' two tables for the loop of `small_world` between Oriel and Nimbus."""
    circularity = {
        "loop_id": "loop-1", "nodes": "nimbus -> oriel", "length_hops": 2, "bottleneck_low": 13e9,
        "bottleneck_firm": 13e9, "bottleneck_high": 13e9, "binding_hop": "nimbus -> oriel",
        "firmness": "firm", "look_through": "",
    }  # fmt: skip
    contracts = [
        {
            "loop_id": "loop-1",
            "payer": "nimbus",
            "payee": "oriel",
            "flow_id": "nimbus-oriel-equity",
        },
        {
            "loop_id": "loop-1",
            "payer": "oriel",
            "payee": "nimbus",
            "flow_id": "oriel-nimbus-cloud_contract",
        },
    ]
    return {"circularity": pd.DataFrame([circularity]), "loop_contracts": pd.DataFrame(contracts)}


def exposure_tables() -> dict[str, pd.DataFrame]:
    """The scores' tables of exposure to Oriel: two direct, one through Nimbus, one headline."""
    states = ("firm", "contingent", "headline", "lookthrough", "indirect")
    holders = [
        ("nimbus", (300e9, 0.0, 0.0, 300e9, 0.0), 5e11, 0),
        ("suppliers", (0.0, 0.0, 500e9, 500e9, 0.0), None, 0),
        ("granite", (30e9, 20e9, 0.0, 50e9, 0.0), 2e12, 1),
        ("heath", (0.0, 0.0, 0.0, 5e9, 5e9), None, 0),
    ]
    exposure = [
        {
            "holder": name, "name": name.title(), "market_cap_usd": value, "open_deals": count,
            "reason": None, **{f"{s}_stated": usd for s, usd in zip(states, sums, strict=True)},
        }
        for name, sums, value, count in holders
    ]  # fmt: skip
    ways = [
        ("nimbus", "nimbus -> oriel", "firm", 300e9, "oriel-nimbus-cloud_contract", ""),
        ("granite", "granite -> oriel", "firm", 30e9, "granite-oriel-equity", ""),
        ("heath", "heath -> nimbus -> oriel", "firm", 5e9, "nimbus-heath-lease",
         "oriel -> nimbus: oriel-nimbus-cloud_contract"),
        ("mars", "mars -> nimbus -> oriel", "firm", 1e9, "no-such-deal", ""),
    ]  # fmt: skip
    paths = [
        {
            "holder": holder, "path": path, "firmness": firmness, "attributed_stated": usd,
            "attributed_high": usd, "deal_ids": deals, "contracts": contracts,
        }
        for holder, path, firmness, usd, deals, contracts in ways
    ]  # fmt: skip
    resting = [
        {
            "holder": "nimbus", "market_cap_usd": 5e11, "exposure_stated": 1e11,
            "exposure_high": 2e11, "contract_basis": "backlog of 2026", "annual_basis": "dues",
        }
    ]  # fmt: skip
    return {
        "exposure": pd.DataFrame(exposure),
        "exposure_paths": pd.DataFrame(paths),
        "resting": pd.DataFrame(resting),
    }


def page_facts(**given: Any) -> PageFacts:
    facts = {
        "title": "Who finances whom", "digest": "0123456789ab", "as_of": "2026-06-30",
        "anchor_id": "oriel", "revenue_usd": 13e9,
        "revenue_text": "Oriel’s revenue of $13bn in 2025",
        "revenue_source": "annual report", "deals_total": 12, **given,
    }  # fmt: skip
    return PageFacts(**facts)


def random_world(parties: int, flows: int, seed: int = 7) -> "nx.MultiDiGraph[str]":
    """A world of any size; the same for the same arguments."""
    chance = random.Random(seed)
    world = World()
    names = [world.party(f"party-{i:04}", KINDS[i % len(KINDS)]) for i in range(parties)]
    kinds = [str(row.instrument_id) for row in INSTRUMENTS]
    for i in range(flows):
        source, target = chance.sample(names, 2)
        usd = round(10 ** chance.uniform(6, 11), -5)
        firmness = chance.choice(STATES)
        world.flow(source, target, usd, chance.choice(kinds), firmness, flow_id=f"flow-{i:05}")
    return world.graph
