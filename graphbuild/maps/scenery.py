"""Scenes as lists of numbers for the page's script: places, lines, bars, ribbons, words, tables.

Not here: what is said of parties and flows (`payload`), the packed form itself (`packing`).
"""

from typing import Any

from graphbuild.maps import packing, words
from graphbuild.maps.base import Band, Block, Column, Drawing, Scene
from graphbuild.maps.rows import Rows
from graphbuild.maps.unrolling import chronicled, unrolled

_NODE_SIDES = {"left": "l", "right": "r", "above": "a", "below": "b"}
_ROLES = {"flow": "f", "member": "m", "stem": "s", "tie": "t"}


def drawn_view(drawing: Drawing, rows: Rows) -> dict[str, Any]:
    """One view with its scenes, its own table and its words."""
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
        "ladder": _ladder(scene),
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


def _ladder(scene: Scene) -> dict[str, Any] | None:
    if scene.ladder is None:
        return None
    columns = [[packing.plain(x), title] for x, title in scene.ladder.columns]
    return {"tops": [packing.plain(top) for top in scene.ladder.tops], "columns": columns}


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
