"""The parties and flows that one page holds, each with its number there.

Not here: what the page's script reads of them (`payload`), where they stand (`scenery`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.maps.base import Drawing
from graphbuild.maps.drawing import EdgeRow, NodeRow, Sheet

if TYPE_CHECKING:
    from pyvis.network import Network


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows some scene uses, with the number each has on the page."""

    sheet: Sheet
    nodes: tuple[NodeRow, ...]
    edges: tuple[EdgeRow, ...]
    node_number: dict[str, int]
    edge_number: dict[str, int]

    @classmethod
    def of(cls, sheet: Sheet, drawings: Sequence[Drawing]) -> "Rows":
        """Rows used by the drawings, in id order."""
        scenes = [scene for drawing in drawings for scene in drawing.scenes]
        placed = {name for scene in scenes for name in scene.places}
        placed |= {block.entity_id for scene in scenes for block in scene.blocks} - {""}
        drawn = {s.flow_id for scene in scenes for s in scene.strokes if s.role != "tie"}
        drawn |= {block.flow_id for scene in scenes for block in scene.blocks} - {""}
        drawn |= {key for scene in scenes for band in scene.bands for key in band.flow_ids}
        edges = tuple(row for key, row in sheet.edges.items() if key in drawn)
        placed |= {name for row in edges for name in (row.source, row.target)}
        nodes = tuple(row for name, row in sheet.nodes.items() if name in placed)
        return cls(
            sheet,
            nodes,
            edges,
            {row.entity_id: number for number, row in enumerate(nodes)},
            {row.flow_id: number for number, row in enumerate(edges)},
        )


def fill_network(network: "Network", rows: Rows, drawing: Drawing) -> None:
    """The opening scene as a pyvis network: plain numbers and texts only."""
    places = drawing.scenes[0].places if drawing.scenes else {}
    for number, node in enumerate(rows.nodes):
        place = places.get(node.entity_id)
        network.add_node(
            number,
            label=" ",
            shape="custom",
            size=node.radius,
            x=place.x if place else 0.0,
            y=place.y if place else 0.0,
            hidden=place is None,
        )
    for number, edge in enumerate(rows.edges):
        source, target = rows.node_number[edge.source], rows.node_number[edge.target]
        network.add_edge(source, target, id=number, width=edge.width)
