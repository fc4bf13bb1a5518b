"""What a stress scenario does, contract by contract: one scene a scenario, unrolled by quarter.

The numbers are a loss model's (`PageFacts.cascades`); here parties and contracts that it touches
at any size of the shock get their places, so that nothing moves while the shock is slid.
"""

from collections.abc import Iterator, Sequence

from graphbuild.maps import encoding, words
from graphbuild.maps.base import Column, Drawing, Graph, PageFacts, Scene, Tables
from graphbuild.maps.cascade import Cascade, Shortfall, Step
from graphbuild.maps.drawing import EdgeRow, Sheet
from graphbuild.maps.framing import frame
from graphbuild.maps.layout import Spot, place_columns
from graphbuild.maps.routing import route_columns, route_ties

CERTAINTY = (
    "at both ends", "at the worse end", "cannot be said: no figure for cash",
)  # fmt: skip


def draw_stress(sheet: Sheet, graph: Graph, tables: Tables, facts: PageFacts) -> Drawing:
    """One scene a scenario: those on the anchor alone first, then those on others too, by name."""
    del graph, tables
    ranked = sorted(facts.cascades, key=lambda each: _order(each, facts.anchor_id))
    scenes = [scene for each in ranked if (scene := _scene(sheet, each)) is not None]
    return Drawing(
        name="stress",
        title="Stress",
        scenes=tuple(scenes),
        picking="Scenario",
        empty="" if scenes else "No bundled scenario can be run on this snapshot.",
        table=_columns(sheet, ranked) if scenes else (),
        table_title="Who falls short of cash, by scenario and size of its shock. Short by: US "
        "dollars of dues left unpaid over all quarters, better to worse end. No forecast.",
    )


def _order(cascade: Cascade, anchor_id: str) -> tuple[bool, bool, str]:
    return cascade.shocked != (anchor_id,), anchor_id not in cascade.shocked, cascade.name


def _scene(sheet: Sheet, cascade: Cascade) -> Scene | None:
    """Everybody whom any size reaches; ``None`` where nobody of them is in this graph."""
    edges = _contracts(sheet, cascade)
    names = {name for edge in edges for name in (edge.source, edge.target)}
    names |= set(cascade.shocked)
    names |= {short.entity_id for step in cascade.steps for short in step.shortfalls}
    names &= set(sheet.nodes)
    # an owner stands for its vehicles: show both
    below = [sheet.nodes[name] for name in names if sheet.nodes[name].kind == "spv"]
    names |= {str(node.parent_id) for node in below if node.parent_id in sheet.nodes}
    if not names:
        return None
    spots = [
        Spot(name, sheet.nodes[name].column, sheet.nodes[name].radius) for name in sorted(names)
    ]
    places = place_columns(spots, [(e.source, e.target, max(e.width, 1.0)) for e in edges])
    strokes = route_columns(edges, sheet.nodes, places, sheet.widths)
    x_of = {sheet.nodes[name].column: places[name].x for name in names}
    return Scene(
        scene_id=cascade.name,
        title=cascade.title,
        caption="Five years by quarter: a loss model between two ends, no forecast.",
        places=places,
        strokes=(*route_ties(sheet.nodes, places), *strokes),
        frame=frame(places, sheet.nodes, strokes),
        headings=tuple((x_of[tier], encoding.COLUMNS[tier]) for tier in sorted(x_of)),
        cascade=cascade,
    )


def _contracts(sheet: Sheet, cascade: Cascade) -> list[EdgeRow]:
    """Flows of the deals that go unpaid at any size, or by which a shortfall came."""
    deals = {unpaid.deal_id for step in cascade.steps for unpaid in step.unpaid}
    deals |= {short.through for step in cascade.steps for short in step.shortfalls}
    return [edge for _, edge in sorted(sheet.edges.items()) if edge.deal_id in deals]


def certainty(short: Shortfall) -> str:
    """In which runs a party falls short, in words."""
    if short.better is not None:
        return CERTAINTY[0]
    return CERTAINTY[1] if short.worse is not None else CERTAINTY[2]


def first_quarter(short: Shortfall) -> int:
    """Number of the earliest quarter in which any run has it short."""
    known = [q for q in (short.better, short.worse, short.missing) if q is not None]
    return min(known)


def _columns(sheet: Sheet, cascades: Sequence[Cascade]) -> tuple[Column, ...]:
    rows = list(_rows(cascades))
    cells = {
        "Scenario": [cascade.title for cascade, _, _ in rows],
        "Shock": [step.label for _, step, _ in rows],
        "From": [cascade.quarters[first_quarter(short)] for cascade, _, short in rows],
        "Who falls short": [_name(sheet, short.entity_id) for _, _, short in rows],
        "How sure": [certainty(short) for _, _, short in rows],
        "Through": [short.through or "hit itself" for _, _, short in rows],
    }
    low = [short.low[-1] for _, _, short in rows]
    high = [short.high[-1] for _, _, short in rows]
    columns = [Column(title=title, texts=tuple(texts)) for title, texts in cells.items()]
    return (*columns[:5], _dollars("Short by, least", low), _dollars("most", high), *columns[5:])


def _rows(cascades: Sequence[Cascade]) -> Iterator[tuple[Cascade, Step, Shortfall]]:
    for cascade in cascades:
        for step in cascade.steps:
            ranked = sorted(step.shortfalls, key=lambda s: (first_quarter(s), s.entity_id))
            yield from ((cascade, step, short) for short in ranked)


def _dollars(title: str, values: Sequence[float]) -> Column:
    return Column(
        title=title, texts=tuple(words.usd(value) for value in values), numbers=tuple(values)
    )


def _name(sheet: Sheet, entity_id: str) -> str:
    return sheet.nodes[entity_id].name if entity_id in sheet.nodes else entity_id
