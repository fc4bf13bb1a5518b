"""The whole network in columns from funders to users: one scene.

At most `map_nodes` parties, the largest first; of those, what is small is hidden at first by a
minimum amount that a reader can lower. Smaller parties are folded into one line a column, which a
reader unfolds. Everything left out is counted in words.
"""

from collections.abc import Sequence

from graphbuild.maps import encoding, words
from graphbuild.maps.base import Drawing, Graph, PageFacts, Place, Rest, Scene, Tables
from graphbuild.maps.drawing import EdgeRow, Sheet
from graphbuild.maps.framing import frame
from graphbuild.maps.layout import Spot, place_columns, standing
from graphbuild.maps.routing import route_columns, route_ties
from graphbuild.maps.sums import touching_sums

LINES_AT_FIRST = 110
FOLDED = 200
"""Smaller parties that a page holds folded away, column by column; the rest is counted in words."""

MINIMA = (0.0, 1e7, 5e7, 1e8, 2.5e8, 5e8, 1e9, 2e9, 5e9, 1e10, 2e10, 5e10, 1e11, 2e11)
"""Steps of the page's "at least" filter, in US dollars."""


def draw_overview(sheet: Sheet, graph: Graph, tables: Tables, facts: PageFacts) -> Drawing:
    """The overview of the sheet and, for the sums of what is folded away, the graph."""
    del tables
    chosen = largest_parties(sheet, facts.map_nodes)
    folded = largest_parties(sheet, facts.map_nodes + FOLDED) - chosen
    drawn = chosen | folded
    edges = [e for e in sheet.edges.values() if e.source in drawn and e.target in drawn]
    main = [e for e in edges if e.source in chosen and e.target in chosen]
    minimum = minimum_shown(main)
    seen = {name for e in main if e.is_shown_at(minimum) for name in (e.source, e.target)}
    above = seen | (facts.before.above() if facts.before else frozenset())
    bands = {name: 2 if name in folded else int(name not in above) for name in drawn}
    spots = [
        Spot(name, sheet.nodes[name].column, sheet.nodes[name].radius, bands[name])
        for name in sorted(drawn)
    ]
    links = [(e.source, e.target, max(e.width, 1.0)) for e in edges]
    places = place_columns(spots, links, facts.before)
    routed = route_columns(edges, sheet.nodes, places, sheet.widths)
    scene = Scene(
        scene_id="all",
        title="The whole network",
        caption="Money and promises run along the arrows, from whoever gives to whoever gets.",
        places=places,
        strokes=(*route_ties(sheet.nodes, places), *routed),
        frame=frame(places, sheet.nodes, only=frozenset(seen) or None),
        headings=_headings(sheet, drawn, places),
        rest=_folded(sheet, graph, folded, places),
    )
    return Drawing(
        name="overview",
        title="Overview",
        scenes=(scene,),
        minimum_usd=minimum,
        left_out=_left_out(sheet, drawn, len(edges)),
        empty="" if edges else "The graph has no flows to draw.",
        standing=standing(spots, places),
    )


def _folded(
    sheet: Sheet, graph: Graph, folded: frozenset[str], places: dict[str, Place]
) -> tuple[Rest, ...]:
    """The smaller parties of each column as one, with what their counted contracts come to."""
    if not folded:
        return ()
    columns: dict[int, list[str]] = {}
    for name in sorted(folded):
        columns.setdefault(sheet.nodes[name].column, []).append(name)
    found = []
    for _, names in sorted(columns.items()):
        deals = touching_sums(graph, frozenset(names))
        said = [f"{state} {words.usd(usd)}" for state, usd in deals.items() if usd]
        says = (
            f"{words.plural(len(names), 'smaller party', 'smaller parties')}, contracts of "
            f"{', '.join(said) or 'no counted figure'}"
        )
        found.append(Rest(x=places[names[0]].x, entity_ids=tuple(names), says=says))
    return tuple(found)


def largest_parties(sheet: Sheet, limit: int) -> frozenset[str]:
    """The parties with most money in their contracts; those with no figure come last, by id."""
    heaviest: dict[str, float] = dict.fromkeys(sheet.nodes, 0.0)
    for edge in sheet.edges.values():
        for name in (edge.source, edge.target):
            heaviest[name] = max(heaviest[name], edge.usd or 0.0)
    touched = {name for e in sheet.edges.values() for name in (e.source, e.target)}
    ranked = sorted(touched, key=lambda name: (-sheet.nodes[name].size_usd, -heaviest[name], name))
    return frozenset(ranked[:limit])


def minimum_shown(edges: Sequence[EdgeRow]) -> float:
    """The smallest step at which no more than `LINES_AT_FIRST` lines are visible.

    A consortium is one line: its members share a stem.
    """
    chosen = 0.0
    for minimum in MINIMA:
        lines = len({e.deal_id for e in edges if e.is_shown_at(minimum)})
        if lines == 0:  # the step before was too many, but nothing is worse
            break
        chosen = minimum
        if lines <= LINES_AT_FIRST:
            break
    return chosen


def _headings(
    sheet: Sheet, chosen: frozenset[str], places: dict[str, Place]
) -> tuple[tuple[float, str], ...]:
    columns = sorted({sheet.nodes[name].column for name in chosen})
    x_of = {sheet.nodes[name].column: places[name].x for name in chosen}
    return tuple((x_of[column], encoding.COLUMNS[column]) for column in columns)


def _left_out(sheet: Sheet, chosen: frozenset[str], flows: int) -> str:
    touched = {name for e in sheet.edges.values() for name in (e.source, e.target)}
    parties, hidden = len(touched - chosen), len(sheet.edges) - flows
    if not parties:
        return ""
    return (
        f"Left out: {words.plural(parties, 'smaller party', 'smaller parties')} and "
        f"{words.plural(hidden, 'flow', 'flows')} that touch them. "
        "Raise the setting map_nodes to draw them."
    )
