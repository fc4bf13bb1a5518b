"""The graph as files: node-link JSON, GraphML, CSV. Same graph, same bytes.

Not here: pictures (`maps`), the ledger (`ledger`).
"""

import csv
import io
import json
from typing import Any

import networkx as nx

from graphbuild.graph.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES


def node_link_json(graph: "nx.MultiDiGraph[str]") -> str:
    """Node-link JSON with nodes and edges in id order; ``None`` becomes null."""
    nodes = [{"id": node, **graph.nodes[node]} for node in sorted(graph.nodes)]
    edges = [
        {"source": source, "target": target, "key": key, **data}
        for source, target, key, data in sorted(
            graph.edges(keys=True, data=True), key=lambda edge: edge[2]
        )
    ]
    document = {"directed": True, "multigraph": True, "nodes": nodes, "edges": edges}
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def read_node_link_json(text: str) -> "nx.MultiDiGraph[str]":
    """The graph that `node_link_json` wrote."""
    document = json.loads(text)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in document["nodes"]:
        graph.add_node(node.pop("id"), **node)
    for edge in document["edges"]:
        graph.add_edge(edge.pop("source"), edge.pop("target"), key=edge.pop("key"), **edge)
    return graph


def graphml(graph: "nx.MultiDiGraph[str]") -> str:
    """GraphML for Gephi, yEd and networkx; attributes that are missing are left out."""
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in sorted(graph.nodes):
        plain.add_node(node, **_present(graph.nodes[node]))
    for source, target, key, data in sorted(
        graph.edges(keys=True, data=True), key=lambda edge: edge[2]
    ):
        plain.add_edge(source, target, key=key, **_present(data))
    return "\n".join(nx.generate_graphml(plain)) + "\n"


def nodes_csv(graph: "nx.MultiDiGraph[str]") -> str:
    """One row an entity; columns as declared in `attributes`."""
    names = [attribute.name for attribute in NODE_ATTRIBUTES]
    rows = [
        [node, *(_cell(graph.nodes[node].get(name)) for name in names)]
        for node in sorted(graph.nodes)
    ]
    return _csv(["entity_id", *names], rows)


def edges_csv(graph: "nx.MultiDiGraph[str]") -> str:
    """One row a flow; columns as declared in `attributes`."""
    names = [attribute.name for attribute in EDGE_ATTRIBUTES]
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[2])
    rows = [
        [key, source, target, *(_cell(data.get(name)) for name in names)]
        for source, target, key, data in edges
    ]
    return _csv(["flow_id", "source", "target", *names], rows)


def _present(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value is not None}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.15g}"
    return str(value)


def _csv(header: list[str], rows: list[list[str]]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return buffer.getvalue()
