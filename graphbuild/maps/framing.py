"""The part of the plane a scene needs: discs, lines, and room for the labels beside them."""

from collections.abc import Iterable, Mapping

from graphbuild.maps.base import Place, Stroke
from graphbuild.maps.drawing import NodeRow

LABEL_ROOM = 205.0
MARGIN = 26.0


def frame(
    places: Mapping[str, Place],
    nodes: Mapping[str, NodeRow],
    strokes: Iterable[Stroke] = (),
    only: frozenset[str] | None = None,
) -> tuple[float, float, float, float]:
    """(left, top, right, bottom) of the places, or of those named in `only`."""
    xs: list[float] = []
    ys: list[float] = []
    for name, place in places.items():
        if only is not None and name not in only:
            continue
        radius = nodes[name].radius
        xs += [
            place.x - radius - (LABEL_ROOM if place.side == "left" else 0.0),
            place.x + radius + (LABEL_ROOM if place.side == "right" else 0.0),
        ]
        ys += [place.y - radius - MARGIN, place.y + radius + MARGIN]
    for stroke in strokes:
        ys += [stroke.path[1], stroke.path[-1]]
    if not xs:
        return (-100.0, -100.0, 100.0, 100.0)
    return (
        round(min(xs) - MARGIN, 1),
        round(min(ys), 1),
        round(max(xs) + MARGIN, 1),
        round(max(ys), 1),
    )
