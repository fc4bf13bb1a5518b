"""What the page's script reads: facts, legend, and rows as packed columns.

Not here: scenes (`scenery`), escaping and the document (`page`), the packed form (`packing`).
"""

from collections.abc import Sequence
from typing import Any

from graphbuild.maps import encoding, packing, words
from graphbuild.maps.base import Drawing, PageFacts
from graphbuild.maps.drawing import EdgeRow, NodeRow, Sheet
from graphbuild.maps.overview import MINIMA
from graphbuild.maps.rows import Rows
from graphbuild.maps.scenery import drawn_view
from graphbuild.records.claim import Status
from graphbuild.records.instrument import Family

_SIDES_SAID = {"source": "s", "target": "t", "other": "o", "unknown": "u"}
MOST_SAID = 8
"""Versions of one deal that a page holds; the rest is counted."""


def atlas(rows: Rows, drawings: Sequence[Drawing], facts: PageFacts) -> dict[str, Any]:
    """Everything the script needs, as plain JSON types."""
    return {
        "facts": _facts(rows, facts),
        "legend": _legend(rows.sheet),
        "nodes": packing.pack([_node(row, rows) for row in rows.nodes]),
        "edges": packing.pack([_edge(row) for row in rows.edges]),
        "views": [drawn_view(drawing, rows) for drawing in drawings],
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
            {"text": words.usd(mark), "usd": packing.plain(mark), "px": sheet.radii.px(mark)}
            for mark in sheet.radii.marks()
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
