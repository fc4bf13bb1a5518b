"""What the page's script reads: rows as packed columns, scenes as lists of numbers.

Not here: escaping and the document (`page`), the packed form itself (`packing`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from graphbuild.maps import encoding, packing, words
from graphbuild.maps.base import Band, Block, Column, Drawing, PageFacts, Scene
from graphbuild.maps.drawing import EdgeRow, NodeRow, Sheet
from graphbuild.maps.overview import MINIMA
from graphbuild.maps.unrolling import chronicled, unrolled
from graphbuild.records.claim import Status
from graphbuild.records.instrument import Family

if TYPE_CHECKING:
    from pyvis.network import Network

_NODE_SIDES = {"left": "l", "right": "r", "above": "a", "below": "b"}
_SIDES_SAID = {"source": "s", "target": "t", "other": "o", "unknown": "u"}
MOST_SAID = 8
"""Versions of one deal that a page holds; the rest is counted."""

_ROLES = {"flow": "f", "member": "m", "stem": "s", "tie": "t"}


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


def atlas(rows: Rows, drawings: Sequence[Drawing], facts: PageFacts) -> dict[str, Any]:
    """Everything the script needs, as plain JSON types."""
    return {
        "facts": _facts(rows, facts),
        "legend": _legend(rows.sheet),
        "nodes": packing.pack([_node(row, rows) for row in rows.nodes]),
        "edges": packing.pack([_edge(row) for row in rows.edges]),
        "views": [_view(drawing, rows) for drawing in drawings],
        "said": packing.pack(_said(rows, facts)),
    }


def _said(rows: Rows, facts: PageFacts) -> list[dict[str, packing.Value]]:
    """Versions of the deals on the page; an address its flow has already is not written again."""
    found: list[dict[str, packing.Value]] = []
    first = {edge.deal_id: edge for edge in reversed(rows.edges)}
    for deal_id, edge in sorted(first.items()):
        told = facts.statements.get(deal_id, ())
        for one in told[:MOST_SAID]:
            found.append(
                {
                    "of": rows.edge_number[edge.flow_id],
                    "side": _SIDES_SAID[one.side],
                    "speaker": one.speaker,
                    "figure": one.figure,
                    "tier": one.tier,
                    "date": one.said_on,
                    "url": "=" if one.url == edge.says["url"] else one.url,
                    "stands": one.stands,
                    "all": len(told),
                }
            )
    return found


def page_bytes(drawing: Drawing) -> int:
    """About how many bytes a drawing's scenes add to a page, known before the page is written."""
    return sum(_scene_bytes(scene) for scene in drawing.scenes)


def _scene_bytes(scene: Scene) -> int:
    return (
        48 * len(scene.strokes) + 28 * len(scene.places)
        + 95 * len(scene.blocks) + 90 * len(scene.notes)
        + sum(150 + 17 * len(band.flow_ids) for band in scene.bands)
    )  # fmt: skip


def trimmed(drawing: Drawing, room: int, most: int | None = None) -> Drawing:
    """The drawing with its first scenes, as many as fit; the first one always stays.

    Parameters
    ----------
    room : bytes, as `page_bytes` counts them.
    most : scenes, at most.
    """
    kept: list[Scene] = []
    for scene in drawing.scenes[:most]:
        room -= _scene_bytes(scene)
        if room < 0 and kept:
            break
        kept.append(scene)
    more = len(drawing.scenes) - len(kept)
    if not more:
        return drawing
    said = f"{words.plural(more, 'picture', 'pictures')} of this view did not fit on this page."
    left_out = f"{drawing.left_out} {said}".strip()
    return replace(drawing, scenes=tuple(kept), left_out=left_out)


def _facts(rows: Rows, facts: PageFacts) -> dict[str, Any]:
    anchor = rows.sheet.nodes.get(facts.anchor_id)
    return {
        "title": facts.title,
        "digest": facts.digest,
        "asOf": facts.as_of,
        "anchor": anchor.label if anchor else "",
        "revenue": words.usd(facts.revenue_usd) if facts.revenue_usd else "",
        "dealsTotal": facts.deals_total,
        "revenueUrl": words.safe_url(facts.revenue_url),
    }


def _legend(sheet: Sheet) -> dict[str, Any]:
    return {
        "families": [
            {"id": str(f), "label": encoding.FAMILY_LABEL[f], "colour": encoding.colour(f)}
            for f in Family
        ],
        "firmness": [
            {"id": state, "label": label, "dash": list(encoding.DASH_OF_FIRMNESS[state])}
            for state, label in encoding.FIRMNESS_LEGEND
        ],
        "shapes": [{"id": shape, "label": label} for shape, label in encoding.SHAPE_WORD],
        "widths": [
            {"text": words.usd(mark), "usd": packing.plain(mark), "px": sheet.widths.px(mark)}
            for mark in sheet.widths.marks()
        ],
        "thinnest": encoding.SMALLEST_WIDTH,
        "areas": [
            {"text": words.usd(mark), "px": sheet.radii.px(mark)} for mark in sheet.radii.marks()
        ],
        "statuses": [str(status) for status in Status],
        "tiers": list(words.TIER_WORD.values()),
        "ended": sorted(encoding.ENDED_STATUSES),
        "minima": [{"usd": packing.plain(usd), "text": words.usd(usd)} for usd in MINIMA],
    }


def _node(row: NodeRow, rows: Rows) -> dict[str, packing.Value]:
    return {
        "id": row.entity_id,
        "name": row.name,
        "label": row.label,
        "shape": row.shape,
        "r": row.radius,
        "firmR": row.firm_radius,
        "coreR": row.core_radius,
        "anchor": row.is_anchor,
        "open": row.is_open,
        "parentNumber": rows.node_number.get(row.parent_id or ""),
        **row.says,
    }


def _edge(row: EdgeRow) -> dict[str, packing.Value]:
    return {
        "id": row.flow_id,
        "deal": row.deal_id if row.deal_id != row.flow_id else "",
        "family": row.family,
        "firmness": row.firmness,
        "status": row.status,
        "label": row.label,
        "usd": row.usd,
        "sleeve": row.sleeve,
        "opacity": row.opacity,
        "joint_member": row.is_joint,
        "unverified": row.is_unverified,
        "isCounted": row.is_counted,
        "known": row.known_on,
        **row.money,
        **row.says,
    }


def _view(drawing: Drawing, rows: Rows) -> dict[str, Any]:
    return {
        "name": drawing.name,
        "title": drawing.title,
        "minimum": packing.plain(drawing.minimum_usd),
        "leftOut": drawing.left_out,
        "empty": drawing.empty,
        "picking": drawing.picking,
        "tableTitle": drawing.table_title,
        "table": [_column(column) for column in drawing.table],
        "scenes": [_scene(scene, rows) for scene in drawing.scenes],
        "chronicle": _chronicle(drawing, rows),
    }


def _scene(scene: Scene, rows: Rows) -> dict[str, Any]:
    places = sorted(scene.places.items())
    strokes = scene.strokes
    return {
        "id": scene.scene_id,
        "title": words.clipped(scene.title, 300),
        "caption": scene.caption,
        "remark": scene.remark,
        "frame": [packing.plain(value) for value in scene.frame],
        "headings": [[packing.plain(x), text] for x, text in scene.headings],
        "marks": [rows.edge_number[key] for key in scene.marks],
        "amounts": scene.has_amounts,
        "nodes": [rows.node_number[name] for name, _ in places],
        "xy": [packing.plain(v) for _, place in places for v in (place.x, place.y)],
        "sides": "".join(_NODE_SIDES[place.side] for _, place in places),
        "roles": "".join(_ROLES[stroke.role] for stroke in strokes),
        "of": [
            rows.node_number[s.flow_id] if s.role == "tie" else rows.edge_number[s.flow_id]
            for s in strokes
        ],
        "widths": [packing.plain(stroke.width) for stroke in strokes],
        "paths": [packing.plain(round(v)) for stroke in strokes for v in stroke.path],
        "largest": scene.largest_disc,
        "isRead": scene.is_read,
        "cascade": _cascade(scene, rows),
        "rest": [
            [packing.plain(r.x), [rows.node_number[name] for name in r.entity_ids], r.says]
            for r in scene.rest
        ],
        "blocks": [_block(block, rows) for block in scene.blocks],
        "notes": [
            [packing.plain(n.x), packing.plain(n.y), n.text, n.anchor, n.tone, n.size, n.is_strong]
            for n in scene.notes
        ],
        "bands": [_band(band, rows) for band in scene.bands],
    }


def _chronicle(drawing: Drawing, rows: Rows) -> dict[str, Any] | None:
    if drawing.chronicle is None:
        return None
    titled = {row.deal_id for row in rows.edges if row.says["title"]}
    return chronicled(drawing.chronicle, rows.edge_number, titled)


def _cascade(scene: Scene, rows: Rows) -> dict[str, Any] | None:
    if scene.cascade is None:
        return None
    flows_of: dict[str, list[int]] = {}
    for flow_id in sorted({stroke.flow_id for stroke in scene.strokes if stroke.role != "tie"}):
        deal_id = rows.sheet.edges[flow_id].deal_id
        flows_of.setdefault(deal_id, []).append(rows.edge_number[flow_id])
    return unrolled(scene.cascade, rows.node_number, flows_of)


def _block(block: Block, rows: Rows) -> list[packing.Value]:
    refers = ""
    if block.flow_id:
        refers = f"f{rows.edge_number[block.flow_id]}"
    elif block.entity_id:
        refers = f"n{rows.node_number[block.entity_id]}"
    sides = (block.x, block.y, block.width, block.height)
    return [
        *(packing.plain(round(side, 1)) for side in sides),
        block.tone,
        block.fill,
        refers,
        block.says,
    ]


def _band(band: Band, rows: Rows) -> dict[str, Any]:
    return {
        "id": band.band_id,
        "title": band.title,
        "family": band.family,
        "firmness": band.firmness,
        "width": packing.plain(round(band.width, 2)),
        "path": [packing.plain(round(value, 1)) for value in band.path],
        "of": [rows.edge_number[key] for key in band.flow_ids],
        "parts": [packing.plain(part) for part in band.parts],
    }


def _column(column: Column) -> dict[str, Any]:
    numbers = column.numbers
    plain = None if numbers is None else [packing.plain(number) for number in numbers]
    return {"title": column.title, "texts": packing.pack_texts(column.texts), "numbers": plain}
