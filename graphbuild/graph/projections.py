"""Readings of the graph: who pays whom, who is exposed to whom, who owns whom.

A projection is a new multigraph whose edges keep the flow_id as key and all attributes of the
flow; only direction and selection change. No money is computed here.
"""

from collections.abc import Iterator
from typing import Any

import networkx as nx

from graphbuild.records.instrument import InstrumentId, Side, instrument

SUMMED = frozenset({"counted", "residual"})
"""Standings of edges that may enter sums."""


def summed_edges(
    graph: "nx.MultiDiGraph[str]",
) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Edges that may enter sums, as (source, target, flow_id, attributes), in key order."""
    edges = graph.edges(keys=True, data=True)
    for source, target, key, data in sorted(edges, key=lambda edge: edge[2]):
        if data["standing"] in SUMMED:
            yield source, target, key, data


def payments(graph: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """Payer -> payee of everything that is paid in cash, or in something unknown."""
    reading: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    reading.add_nodes_from(graph.nodes(data=True))
    for source, target, key, data in summed_edges(graph):
        payer = instrument(data["instrument"]).payer_is
        if payer is Side.NONE or not ("cash" in data["paid_in"] or data["paid_in"] == "unknown"):
            continue
        pair = (source, target) if payer is Side.SOURCE else (target, source)
        reading.add_edge(*pair, key=key, **data)
    return reading


def exposures(graph: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """Exposed party -> the party it is exposed to.

    A guarantee gives two edges: the guarantor is exposed to the obligor (key + "/obligor"), and
    the beneficiary to the guarantor. Where no beneficiary is named the target is the obligor, and
    there is only the first.
    """
    reading: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    reading.add_nodes_from(graph.nodes(data=True))
    for source, target, key, data in summed_edges(graph):
        exposed = instrument(data["instrument"]).exposed_is
        if exposed is Side.NONE:
            continue
        obligor = data["on_behalf_of"]
        if data["instrument"] == InstrumentId.GUARANTEE and obligor:
            reading.add_edge(source, obligor, key=f"{key}/obligor", **data)
            if obligor == target:
                continue
        pair = (source, target) if exposed is Side.SOURCE else (target, source)
        reading.add_edge(*pair, key=key, **data)
    return reading


def ownership(graph: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """Parent -> subsidiary, from stakes in documents and from curated owners."""
    reading: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    reading.add_nodes_from(graph.nodes(data=True))
    for source, target, key, data in summed_edges(graph):
        if data["instrument"] == InstrumentId.OWNERSHIP:
            reading.add_edge(source, target, key=key, **data)
    for node, data in graph.nodes(data=True):
        if data["parent_id"] and data["parent_relation"] == "owner":
            reading.add_edge(data["parent_id"], node, key=f"parent:{node}", share=None)
    return reading


def owner_of(graph: "nx.MultiDiGraph[str]", entity_id: str) -> str:
    """The entity at the top of the owner chain at the graph's as-of date."""
    seen = {entity_id}
    while entity_id in graph:
        data = graph.nodes[entity_id]
        parent = data["parent_id"]
        if data["parent_relation"] != "owner" or parent is None or parent in seen:
            break
        entity_id = parent
        seen.add(parent)
    return entity_id
