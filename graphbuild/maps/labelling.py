"""Which names fit on a still picture, and where: the most important first, none on another."""

from collections.abc import Iterable, Mapping, Sequence

from graphbuild.maps.base import Place
from graphbuild.maps.drawing import NodeRow
from graphbuild.maps.svg import text_width

MOST_LABELS = 90
GAP = 5.0
Box = tuple[float, float, float, float]

_TRIED = {
    "left": ("left", "right", "above", "below"),
    "right": ("right", "left", "below", "above"),
    "above": ("above", "below", "right", "left"),
    "below": ("below", "above", "right", "left"),
}


def place_labels(
    nodes: Sequence[NodeRow], places: Mapping[str, Place], size: float
) -> dict[str, Box]:
    """Boxes (left, top, right, bottom) of the labels that fit, by entity id.

    Parameters
    ----------
    nodes : the parties shown.
    size : of the letters, in the scene's units.
    """
    taken = [
        (p.x - r, p.y - r, p.x + r, p.y + r)
        for node in nodes
        if (r := node.radius * 0.8) > 6 and (p := places[node.entity_id])
    ]
    ranked = sorted(nodes, key=lambda n: (not n.is_anchor, -n.radius, n.entity_id))
    found: dict[str, Box] = {}
    for node in ranked:
        box = _free(node, places[node.entity_id], size, taken)
        if box is not None and len(found) < MOST_LABELS:
            found[node.entity_id] = box
            taken.append(box)
    return found


def _free(node: NodeRow, place: Place, size: float, taken: Iterable[Box]) -> Box | None:
    width, height = text_width(node.label, size), size * 1.15
    for side in _TRIED[place.side]:
        box = _box(side, place, node.radius + GAP, width, height)
        if not any(_meet(box, other) for other in taken):
            return box
    return None


def _box(side: str, place: Place, away: float, width: float, height: float) -> Box:
    x, y = place.x, place.y
    if side == "left":
        return (x - away - width, y - height / 2, x - away, y + height / 2)
    if side == "right":
        return (x + away, y - height / 2, x + away + width, y + height / 2)
    if side == "above":
        return (x - width / 2, y - away - height, x + width / 2, y - away)
    return (x - width / 2, y + away, x + width / 2, y + away + height)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
