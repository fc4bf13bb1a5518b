"""What changed since the snapshot before: new, changed and ended deals, in their columns.

Reads the table ``changes`` (one deal a row: `deal_id`, `change`, `title`, `words`), which the
rebuild makes from two ledgers. A deal that is gone has no flow
to draw and stands in the table alone.
"""

import pandas as pd

from graphbuild.maps import encoding, words
from graphbuild.maps.base import Column, Drawing, Graph, PageFacts, Scene, Tables
from graphbuild.maps.cells import text
from graphbuild.maps.drawing import EdgeRow, Sheet
from graphbuild.maps.framing import frame
from graphbuild.maps.layout import Spot, place_columns
from graphbuild.maps.routing import route_columns, route_ties

KINDS = (
    ("new", "New deals", "Deals that were not in the snapshot before."),
    ("changed", "Changed deals", "Deals whose amount, status or counting changed."),
    ("ended", "Ended deals", "Deals that ended or were terminated since the snapshot before."),
)
FLOWS = 160


def draw_changes(sheet: Sheet, graph: Graph, tables: Tables, facts: PageFacts) -> Drawing:
    """One scene for each kind of change that has a flow."""
    del graph, facts
    table = tables.get("changes")
    if table is None or table.empty:
        is_first = table is None
        return Drawing(
            name="changes",
            title="Changes",
            scenes=(),
            empty="This is the first snapshot: there is nothing to compare it with."
            if is_first
            else "No deal changed since the snapshot before.",
        )
    scenes = [
        scene
        for kind, title, caption in KINDS
        if (scene := _scene(sheet, table[table["change"] == kind], (kind, title, caption)))
    ]
    return Drawing(
        name="changes",
        title="Changes",
        scenes=tuple(scenes),
        picking="What happened",
        empty="" if scenes else "What changed has no flow to draw; the table lists it.",
        table=_columns(table),
        table_title="Deals that changed since the snapshot before.",
    )


def _scene(sheet: Sheet, rows: pd.DataFrame, said: tuple[str, str, str]) -> Scene | None:
    kind, title, caption = said
    deals = {str(deal_id) for deal_id in rows["deal_id"]}
    found = [edge for edge in sheet.edges.values() if edge.deal_id in deals]
    edges = sorted(found, key=lambda edge: (-(edge.usd or 0.0), edge.flow_id))[:FLOWS]
    if not edges:
        return None
    more = len(found) - len(edges)
    if more:
        caption += f" {words.plural(more, 'smaller flow is', 'smaller flows are')} left out."
    names = sorted({name for edge in edges for name in (edge.source, edge.target)})
    spots = [Spot(name, sheet.nodes[name].column, sheet.nodes[name].radius) for name in names]
    places = place_columns(spots, [(e.source, e.target, max(e.width, 1.0)) for e in edges])
    strokes = route_columns(_by_id(edges), sheet.nodes, places, sheet.widths)
    x_of = {sheet.nodes[name].column: places[name].x for name in names}
    return Scene(
        scene_id=kind,
        title=title,
        caption=caption,
        remark=words.plural(len(deals), "deal", "deals"),
        places=places,
        strokes=(*route_ties(sheet.nodes, places), *strokes),
        frame=frame(places, sheet.nodes, strokes),
        headings=tuple((x_of[tier], encoding.COLUMNS[tier]) for tier in sorted(x_of)),
        marks=tuple(edge.flow_id for edge in edges) if kind == "changed" else (),
        has_amounts=len(edges) <= 40,
    )


def _by_id(edges: list[EdgeRow]) -> list[EdgeRow]:
    return sorted(edges, key=lambda edge: edge.flow_id)


def _columns(table: pd.DataFrame) -> tuple[Column, ...]:
    rows = table.to_dict("records")
    return tuple(
        Column(title=title, texts=tuple(words.clipped(text(row[key]), 300) for row in rows))
        for key, title in (("change", "Change"), ("title", "Deal"), ("words", "What"))
    )
