"""Through the vehicles: who puts money into them, who stands above, who pays them.

One scene of all vehicles, one for each owner or sponsor, one for each large lender. Four columns:
who funds, the borrower, who is above it, who pays it or stands behind it. Sponsors and arrangers
are shown as such and are nobody's balance sheet.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graphbuild.maps import words
from graphbuild.maps.base import Drawing, Graph, PageFacts, Scene, Tables
from graphbuild.maps.drawing import EdgeRow, Sheet
from graphbuild.maps.framing import frame
from graphbuild.maps.layout import Spot, place_columns
from graphbuild.maps.routing import route_columns, route_ties
from graphbuild.records.instrument import Family

OWNERS = 30
LENDERS = 30
PAYERS = 8
FUNDS, BORROWS, ABOVE, PAYS = range(4)
HEADINGS = (
    "Lenders & investors", "Vehicle or borrower", "Owner, sponsor", "Pays it, stands behind it",
)  # fmt: skip
_MONEY_IN = frozenset({Family.DEBT, Family.EQUITY, Family.POSITION})
_LENDER_KINDS = frozenset({"bank", "agent_bank", "lender", "asset_manager", "vc", "sovereign"})


def draw_lookthrough(sheet: Sheet, graph: Graph, tables: Tables, facts: PageFacts) -> Drawing:
    """All vehicles first, then owners and lenders, the largest first."""
    del graph, tables
    near = _near(sheet)
    vehicles = {name for name, node in sheet.nodes.items() if node.kind == "spv" and near.get(name)}
    scenes = []
    if vehicles:
        caption = "Lenders and investors on the left; who pays the vehicles, or guarantees, right."
        scenes.append(_scene(sheet, near, vehicles, ("all", "All vehicles", caption), frozenset()))
    scenes += _owner_scenes(sheet, near, vehicles, facts.focus_id)
    scenes += _lender_scenes(sheet, near, facts.focus_id)
    return Drawing(
        name="lookthrough",
        title="Look-through",
        scenes=tuple(scenes),
        picking="Vehicles, owner or lender",
        empty="" if scenes else "No vehicle and no lender has a flow in this snapshot.",
    )


def _near(sheet: Sheet) -> dict[str, list[EdgeRow]]:
    near: dict[str, list[EdgeRow]] = defaultdict(list)
    for edge in sheet.edges.values():
        for name in sorted({edge.source, edge.target}):
            near[name].append(edge)
    return near


def _owner_scenes(
    sheet: Sheet, near: Mapping[str, Sequence[EdgeRow]], vehicles: set[str], focus: str | None
) -> list[Scene]:
    below: dict[str, set[str]] = defaultdict(set)
    for name in sorted(vehicles):
        parent = sheet.nodes[name].parent_id
        if parent in sheet.nodes:
            below[str(parent)].add(name)

    def weight(owner: str) -> float:
        return sum(sheet.nodes[name].size_usd for name in below[owner])

    ranked = sorted(below, key=lambda name: (name != focus, -weight(name), name))[:OWNERS]
    scenes = []
    for owner in ranked:
        label = sheet.nodes[owner].label
        count = words.plural(len(below[owner]), "vehicle", "vehicles")
        said = (owner, f"{label}: its {count}",
                f"Who puts money into what stands below {label}, and who pays.")  # fmt: skip
        scenes.append(_scene(sheet, near, below[owner], said, frozenset({owner})))
    return scenes


def _lender_scenes(
    sheet: Sheet, near: Mapping[str, Sequence[EdgeRow]], focus: str | None
) -> list[Scene]:
    lent: dict[str, set[str]] = defaultdict(set)
    for edge in sheet.edges.values():
        is_lender = sheet.nodes[edge.source].kind in _LENDER_KINDS
        if is_lender and edge.family in _MONEY_IN and edge.is_shown_at(0.0):
            lent[edge.source].add(edge.target)
    weight = {name: sum(e.usd or 0.0 for e in near[name]) for name in lent}
    ranked = sorted(lent, key=lambda name: (name != focus, -weight[name], name))[:LENDERS]
    scenes = []
    for lender in ranked:
        label = sheet.nodes[lender].label
        said = (f"from-{lender}", f"{label}: where its money goes",
                f"Whom {label} funds, who stands above them, and who pays them.")  # fmt: skip
        scenes.append(_scene(sheet, near, lent[lender], said, frozenset(), only_from=lender))
    return scenes


def _scene(
    sheet: Sheet,
    near: Mapping[str, Sequence[EdgeRow]],
    borrowers: Iterable[str],
    said: tuple[str, str, str],
    above: frozenset[str],
    only_from: str | None = None,
) -> Scene:
    """One look through: `said` is id, title and caption; `only_from` keeps one funder's flows."""
    column = dict.fromkeys(sorted(borrowers), BORROWS)
    if only_from is not None:  # a lender that also owns stands where its money comes from
        column[only_from] = FUNDS
    edges: dict[str, EdgeRow] = {}
    for name in sorted(borrowers):
        parent = sheet.nodes[name].parent_id
        if parent in sheet.nodes and parent not in column:
            column[str(parent)] = ABOVE
        for edge in _kept(near[name], name, only_from):
            edges[edge.flow_id] = edge
    column.update(dict.fromkeys(sorted(above - set(column)), ABOVE))
    for name in above:  # what pays the owner pays, in the end, what stands below it
        edges.update({edge.flow_id: edge for edge in _payers(near[name], name)[:PAYERS]})
    for name, tier in _others(edges.values(), column).items():
        column[name] = tier
    ends = set(column)
    drawn = [e for e in edges.values() if e.source in ends and e.target in ends]
    drawn.sort(key=lambda edge: edge.flow_id)
    spots = [Spot(name, tier, sheet.nodes[name].radius) for name, tier in sorted(column.items())]
    places = place_columns(spots, [(e.source, e.target, max(e.width, 1.0)) for e in drawn])
    strokes = route_columns(drawn, sheet.nodes, places, sheet.widths)
    x_of = {tier: places[name].x for name, tier in column.items()}
    scene_id, title, caption = said
    return Scene(
        scene_id=scene_id,
        title=title,
        caption=caption,
        places=places,
        strokes=(*route_ties(sheet.nodes, places), *strokes),
        frame=frame(places, sheet.nodes, strokes),
        headings=tuple((x_of[tier], HEADINGS[tier]) for tier in sorted(x_of)),
        has_amounts=len({edge.deal_id for edge in drawn}) <= 30,
    )


def _kept(flows: Sequence[EdgeRow], borrower: str, only_from: str | None) -> list[EdgeRow]:
    """Money into the borrower, from one funder where asked, and its largest payers."""
    funds = [e for e in flows if e.target == borrower and e.family in _MONEY_IN]
    if only_from is not None:
        funds = [e for e in funds if e.source == only_from]
    into = _payers(flows, borrower)
    return [*funds, *(into if only_from is None else into[:PAYERS])]


def _payers(flows: Sequence[EdgeRow], party: str) -> list[EdgeRow]:
    """Contracts that pay the party, and guarantees it has a part in; the largest first."""
    rest = [e for e in flows if e.family not in _MONEY_IN and e.is_shown_at(0.0)]
    into = [e for e in rest if e.target == party or e.family == Family.CONTINGENT]
    return sorted(into, key=lambda e: (-(e.usd or 0.0), e.flow_id))


def _others(edges: Iterable[EdgeRow], column: Mapping[str, int]) -> dict[str, int]:
    """Who is neither borrower nor above: funds or pays, by the larger of the two."""
    votes: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for edge in edges:
        for name in {edge.source, edge.target} - set(column):
            funds = edge.family in _MONEY_IN and name == edge.source
            votes[name][0 if funds else 1] += (edge.usd or 0.0) + 1.0
    return {name: FUNDS if funds >= pays else PAYS for name, (funds, pays) in votes.items()}
