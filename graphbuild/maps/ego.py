"""One entity in the middle: who gives to it on the left, who gets from it on the right.

One scene an entity, so that the page can walk from one to the next. Flows of vehicles the
entity owns or sponsors are drawn too, because the money is often borrowed there.
"""

from collections import defaultdict
from collections.abc import Iterable

from graphbuild.errors import NotFoundError
from graphbuild.maps import words
from graphbuild.maps.base import Drawing, Graph, PageFacts, Scene, Tables
from graphbuild.maps.drawing import EdgeRow, Sheet
from graphbuild.maps.framing import frame
from graphbuild.maps.layout import place_fan
from graphbuild.maps.routing import route_columns, route_ties

NEIGHBOURS = 44
SCENES = 400


def draw_ego(sheet: Sheet, graph: Graph, tables: Tables, facts: PageFacts) -> Drawing:
    """Scenes of the focus (or the anchor) and of the largest other entities; no tables needed.

    Raises
    ------
    NotFoundError
        the focus is not in the graph, or has no flow.
    """
    del graph, tables
    near = _neighbourhoods(sheet)
    focus = facts.focus_id or facts.anchor_id
    if facts.focus_id and facts.focus_id not in near:
        raise NotFoundError(
            f"no flow of {facts.focus_id!r} in this graph; choose an entity that has a flow"
        )
    ranked = sorted(near, key=lambda name: (name != focus, -sheet.nodes[name].size_usd, name))
    return Drawing(
        name="ego",
        title="One entity",
        picking="In the middle",
        scenes=tuple(_scene(sheet, name, near[name]) for name in ranked[:SCENES]),
        left_out=_left_out(len(ranked) - SCENES),
        empty="" if ranked else "The graph has no flows to draw.",
    )


def _neighbourhoods(sheet: Sheet) -> dict[str, list[EdgeRow]]:
    """The flows of every entity and of the vehicles below it, in id order."""
    near: dict[str, list[EdgeRow]] = defaultdict(list)
    for edge in sheet.edges.values():
        owners = [(sheet.nodes[end].parent_id, end) for end in (edge.source, edge.target)]
        parents = {parent for parent, end in owners if parent and sheet.nodes[end].kind == "spv"}
        for name in sorted({edge.source, edge.target} | parents):
            if name in sheet.nodes:
                near[name].append(edge)
    return near


def _scene(sheet: Sheet, centre: str, flows: list[EdgeRow]) -> Scene:
    weight, lean = _weights(centre, flows)
    ranked = sorted(weight, key=lambda name: (-weight[name], name))
    kept = ranked[:NEIGHBOURS]
    inside = {centre, *kept}
    edges = [e for e in flows if e.source in inside and e.target in inside]
    radii = {name: sheet.nodes[name].radius for name in inside}
    left = _centred([name for name in kept if lean[name] < 0])
    right = _centred([name for name in kept if lean[name] >= 0])
    places = place_fan(centre, left, right, radii)
    strokes = route_columns(edges, sheet.nodes, places, sheet.widths)
    ties = tuple(t for t in route_ties(sheet.nodes, places) if sheet.nodes[t.flow_id].kind == "spv")
    name = sheet.nodes[centre].label
    more = len(ranked) - len(kept)
    caption = f"{name} gets from the left and gives to the right; vehicles it owns are drawn too."
    if more:
        caption += f" {words.plural(more, 'smaller party is', 'smaller parties are')} left out."
    return Scene(
        scene_id=centre,
        title=sheet.nodes[centre].name,
        caption=caption,
        places=places,
        strokes=(*ties, *strokes),
        frame=frame(places, sheet.nodes),
        headings=tuple(
            heading
            for heading in (
                (min(p.x for p in places.values()), "Gives") if left else None,
                (max(p.x for p in places.values()), "Gets") if right else None,
            )
            if heading
        ),
        has_amounts=len(edges) <= 40,
    )


def _weights(centre: str, flows: Iterable[EdgeRow]) -> tuple[dict[str, float], dict[str, float]]:
    """Money a neighbour's flows are drawn by, and whether it mostly gives (-) or gets (+)."""
    weight: dict[str, float] = defaultdict(float)
    lean: dict[str, float] = defaultdict(float)
    for edge in flows:
        usd = (edge.usd or 0.0) + 1.0
        for name, sign in ((edge.source, -1.0), (edge.target, 1.0)):
            if name != centre:
                weight[name] += usd
                lean[name] += sign * usd
    return weight, lean


def _centred(ranked: list[str]) -> list[str]:
    """The largest in the middle, the next above and below it by turns."""
    return [*reversed(ranked[1::2]), *ranked[::2]]


def _left_out(more: int) -> str:
    if more <= 0:
        return ""
    return f"{words.plural(more, 'smaller entity has', 'smaller entities have')} no picture here."
