"""How lines run between placed discs: ends spread along the disc, parallel contracts fanned.

Places and rows -> strokes. A consortium's members run as hairlines to one junction, from where a
single stem as wide as the joint amount runs to the party they meet in: the total is drawn once and
nobody is given a share the source does not state.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graphbuild.maps.base import Path, Place, Stroke
from graphbuild.maps.drawing import EdgeRow, NodeRow
from graphbuild.maps.encoding import HAIRLINE, RootScale

BORDER = 2.0
STEM = 46.0
FAN = 11.0
SAME_COLUMN = 40.0

Nodes = Mapping[str, NodeRow]
Places = Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a line at a disc: on its left (-1) or right (+1) side, ordered by `aims_at`."""

    line_id: str
    node: str
    side: int
    aims_at: float
    width: float


def route_columns(
    edges: Sequence[EdgeRow], nodes: Nodes, places: Places, widths: RootScale
) -> tuple[Stroke, ...]:
    """Horizontal S-curves for discs that stand in columns or on the arcs of a fan."""
    hubs = consortia(edges)
    flow_of_hub = {edge.flow_id: hub for hub, members in hubs.items() for edge in members}
    ends: list[_End] = []
    for edge in edges:
        hub = flow_of_hub.get(edge.flow_id)
        out, into = _sides(places[edge.source], places[edge.target], places)
        aim = places[edge.target].y
        ends.append(_End(f"{edge.flow_id}>", edge.source, out, aim, edge.width))
        if hub is None:
            aim = places[edge.source].y
            ends.append(_End(f">{edge.flow_id}", edge.target, into, aim, edge.width))
    for (deal_id, target), members in hubs.items():
        aim = sum(places[m.source].y for m in members) / len(members)
        side = _hub_side(members, places)
        width = widths.px(members[0].usd)
        ends.append(_End(f"={deal_id}={target}", target, side, aim, width))
    ports = _ports(ends, nodes, places)
    bows = _bows(edges, flow_of_hub)
    strokes = []
    for (deal_id, target), members in hubs.items():
        strokes += _bundle(members, ports, f"={deal_id}={target}", widths)
    for edge in edges:
        if edge.flow_id not in flow_of_hub:
            start, end = ports[f"{edge.flow_id}>"], ports[f">{edge.flow_id}"]
            path = _s_curve(start, end, bows.get(edge.flow_id, 0.0))
            strokes.append(Stroke(edge.flow_id, "flow", edge.width, path))
    return tuple(strokes)


def consortia(edges: Iterable[EdgeRow]) -> dict[tuple[str, str], list[EdgeRow]]:
    """Joint flows that meet in one party, by (deal, party); single ones are left as they are."""
    groups: dict[tuple[str, str], list[EdgeRow]] = defaultdict(list)
    for edge in edges:
        if edge.is_joint:
            groups[edge.deal_id, edge.target].append(edge)
    return {hub: members for hub, members in sorted(groups.items()) if len(members) > 1}


@dataclass(frozen=True, slots=True)
class Hop:
    """A flow that stands for one step of a loop; a vehicle's flow may count for its owner."""

    edge: EdgeRow
    payer: str
    payee: str


def route_ring(hops: Sequence[Hop], nodes: Nodes, places: Places) -> tuple[Stroke, ...]:
    """Arcs along a ring around the origin; parallel contracts lie further out."""
    rank: dict[tuple[str, str], int] = defaultdict(int)
    strokes = []
    for hop in hops:
        depth = rank[hop.payer, hop.payee]
        rank[hop.payer, hop.payee] += 1
        path = _arc(
            places[hop.payer],
            places[hop.payee],
            (nodes[hop.payer].radius, nodes[hop.payee].radius),
            depth,
        )
        strokes.append(Stroke(hop.edge.flow_id, "flow", hop.edge.width, path))
    return tuple(strokes)


def route_ties(nodes: Nodes, places: Places) -> tuple[Stroke, ...]:
    """Thin lines from vehicles and subsidiaries to their parents, where both are placed."""
    strokes = []
    for name in sorted(places):
        parent = nodes[name].parent_id
        if parent is None or parent not in places or parent == name:
            continue
        out, into = _sides(places[name], places[parent], places)
        start = _Port(*_border(places[name], nodes[name].radius, out, 0.0), out)
        end = _Port(*_border(places[parent], nodes[parent].radius, into, 0.0), into)
        strokes.append(Stroke(name, "tie", HAIRLINE, _s_curve(start, end, 0.0)))
    return tuple(strokes)


@dataclass(frozen=True, slots=True)
class _Port:
    """A point on a disc's border and the side it looks to."""

    x: float
    y: float
    side: int


def _sides(source: Place, target: Place, places: Places) -> tuple[int, int]:
    """The side a line leaves from and the side it arrives at."""
    if abs(source.x - target.x) > SAME_COLUMN:
        return (1, -1) if source.x < target.x else (-1, 1)
    rightmost = max(place.x for place in places.values())
    side = -1 if source.x > rightmost - SAME_COLUMN and rightmost > SAME_COLUMN else 1
    return side, side


def _hub_side(members: Sequence[EdgeRow], places: Places) -> int:
    target = places[members[0].target]
    votes = sum(_sides(places[edge.source], target, places)[1] for edge in members)
    return 1 if votes > 0 else -1


def _ports(ends: Sequence[_End], nodes: Nodes, places: Places) -> dict[str, _Port]:
    """Where each line touches its disc: stacked by where it goes, squeezed where it must be."""
    groups: dict[tuple[str, int], list[_End]] = defaultdict(list)
    for end in ends:
        groups[end.node, end.side].append(end)
    ports = {}
    for (node, side), members in sorted(groups.items()):
        members.sort(key=lambda end: (end.aims_at, end.line_id))
        radius = nodes[node].radius
        total = sum(end.width + 1.0 for end in members)
        squeeze = min(1.0, 1.7 * radius / total)
        walked = -total / 2
        for end in members:
            offset = (walked + (end.width + 1.0) / 2) * squeeze
            walked += end.width + 1.0
            ports[end.line_id] = _Port(*_border(places[node], radius, side, offset), side)
    return ports


def _border(place: Place, radius: float, side: int, offset: float) -> tuple[float, float]:
    reach = math.sqrt(max(radius * radius - offset * offset, 0.0)) + BORDER
    return place.x + side * reach, place.y + offset


def _bows(edges: Sequence[EdgeRow], bundled: Mapping[str, tuple[str, str]]) -> dict[str, float]:
    """How far each of several contracts between one pair is bent away from the others."""
    pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for edge in edges:
        if edge.flow_id not in bundled:
            one, other = sorted((edge.source, edge.target))
            pairs[one, other].append(edge.flow_id)
    return {
        flow_id: (rank - (len(flow_ids) - 1) / 2) * FAN
        for flow_ids in pairs.values()
        for rank, flow_id in enumerate(flow_ids)
        if len(flow_ids) > 1
    }


def _bundle(
    members: Sequence[EdgeRow], ports: Mapping[str, _Port], hub_id: str, widths: RootScale
) -> list[Stroke]:
    """The stem from the junction to the disc, and the members' hairlines to the junction."""
    end = ports[hub_id]
    junction = _Port(end.x + end.side * STEM, end.y, end.side)
    third = end.side * STEM / 3
    stem = (
        junction.x,
        junction.y,
        junction.x - third,
        junction.y,
        end.x + third,
        end.y,
        end.x,
        end.y,
    )
    strokes = [Stroke(members[0].flow_id, "stem", widths.px(members[0].usd), _rounded(stem))]
    for edge in members:
        start = ports[f"{edge.flow_id}>"]
        path = _s_curve(start, junction, 0.0)
        strokes.append(Stroke(edge.flow_id, "member", HAIRLINE, path))
    return strokes


def _s_curve(start: _Port, end: _Port, bow: float) -> Path:
    span = abs(end.x - start.x)
    pull = max(0.45 * span, 26.0)
    if start.side == end.side:
        pull = 24.0 + 0.22 * abs(end.y - start.y) + abs(bow)
    return _rounded(
        (
            start.x,
            start.y,
            start.x + start.side * pull,
            start.y + bow,
            end.x + end.side * pull,
            end.y + bow,
            end.x,
            end.y,
        )
    )


def _arc(source: Place, target: Place, radii: tuple[float, float], depth: int) -> Path:
    """A quadratic bow away from the origin, cut at both borders, written as a cubic."""
    middle = ((source.x + target.x) / 2, (source.y + target.y) / 2)
    reach = math.hypot(*middle)
    chord = math.hypot(target.x - source.x, target.y - source.y) or 1.0
    bend = 0.22 * chord + 34.0 * depth
    if reach < 1.0:  # two parties face each other: each way takes its own side
        away = ((target.y - source.y) / chord, -(target.x - source.x) / chord)
    else:
        away = (middle[0] / reach, middle[1] / reach)
    via = (middle[0] + away[0] * bend, middle[1] + away[1] * bend)
    start = _toward(source, via, radii[0])
    end = _toward(target, via, radii[1])
    controls = [
        (point[0] + 2 / 3 * (via[0] - point[0]), point[1] + 2 / 3 * (via[1] - point[1]))
        for point in (start, end)
    ]
    return _rounded((*start, *controls[0], *controls[1], *end))


def _toward(place: Place, via: tuple[float, float], radius: float) -> tuple[float, float]:
    length = math.hypot(via[0] - place.x, via[1] - place.y) or 1.0
    step = (radius + BORDER) / length
    return place.x + (via[0] - place.x) * step, place.y + (via[1] - place.y) * step


def _rounded(path: Sequence[float]) -> Path:
    return tuple(round(value, 1) for value in path)
