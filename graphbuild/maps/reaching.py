"""The ways on which one holder's money reaches the anchor, as columns by distance.

Reads the scores' table ``exposure_paths``: every row is one way with the contracts of each step.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from graphbuild.maps import words
from graphbuild.maps.base import Scene
from graphbuild.maps.cells import money, text
from graphbuild.maps.drawing import EdgeRow, Sheet
from graphbuild.maps.framing import frame
from graphbuild.maps.layout import Spot, place_columns
from graphbuild.maps.routing import route_columns, route_ties

ARROW = " -> "
HOLDERS = 30
WAYS = 14

Row = Mapping[Any, Any]


def path_scenes(sheet: Sheet, table: pd.DataFrame, paths: pd.DataFrame, anchor: str) -> list[Scene]:
    """One scene for each of the first holders of ``exposure``, in its order."""
    ways: dict[str, list[Row]] = {}
    for row in paths.to_dict("records"):
        ways.setdefault(str(row["holder"]), []).append(row)
    deals: dict[str, list[EdgeRow]] = {}
    for edge in sheet.edges.values():
        deals.setdefault(edge.deal_id, []).append(edge)
    scenes = []
    for holder in [str(name) for name in table["holder"]][:HOLDERS]:
        scene = _scene(sheet, holder, anchor, ways.get(holder, []), deals)
        if scene is not None:
            scenes.append(scene)
    return scenes


def _scene(
    sheet: Sheet,
    holder: str,
    anchor: str,
    rows: Sequence[Row],
    deals: Mapping[str, Sequence[EdgeRow]],
) -> Scene | None:
    """Parties stand as many columns from the anchor as the longest way needs."""
    ranked = sorted(rows, key=lambda r: (-(money(r["attributed_high"]) or 0.0), str(r["path"])))
    kept = [row for row in ranked[:WAYS] if set(_names(row)) <= set(sheet.nodes)]
    if not kept:
        return None
    distance: dict[str, int] = {}
    for row in kept:
        for steps, name in enumerate(reversed(_names(row))):
            distance[name] = max(distance.get(name, 0), steps)
    edges = _contracts(kept, distance, deals)
    if not edges:
        return None
    furthest = max(distance.values())
    spots = [
        Spot(name, furthest - steps, sheet.nodes[name].radius)
        for name, steps in sorted(distance.items())
    ]
    places = place_columns(spots, [(e.source, e.target, max(e.width, 1.0)) for e in edges])
    strokes = route_columns(edges, sheet.nodes, places, sheet.widths)
    name, target = sheet.nodes[holder].label, sheet.nodes[anchor].label
    shown = words.plural(len(kept), "way", "ways")
    more = f" of {len(rows)}" if len(rows) > len(kept) else ""
    return Scene(
        scene_id=holder,
        title=f"How {name} reaches {target}",
        caption=f"{shown}{more} on which money of {name} rests on {target}, largest first.",
        places=places,
        strokes=(*route_ties(sheet.nodes, places), *strokes),
        frame=frame(places, sheet.nodes, strokes),
        has_amounts=len(edges) <= 40,
    )


def _names(row: Row) -> list[str]:
    return str(row["path"]).split(ARROW)


def _contracts(
    rows: Sequence[Row], names: Mapping[str, int], deals: Mapping[str, Sequence[EdgeRow]]
) -> list[EdgeRow]:
    """Flows of the deals the rows name, between parties that are drawn."""
    wanted: set[str] = set()
    for row in rows:
        wanted.update(part for part in text(row["deal_ids"]).split(", ") if part)
        for step in text(row["contracts"]).split("; "):
            # after the parties of a step and a colon come its deals
            wanted.update(re.split(r",\s*", step.partition(": ")[2]))
    found = [
        edge
        for deal_id in sorted(wanted & set(deals))
        for edge in deals[deal_id]
        if edge.source in names and edge.target in names
    ]
    return sorted(found, key=lambda edge: edge.flow_id)
