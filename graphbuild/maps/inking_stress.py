"""A scenario on a still picture: at its own size, at the end of the last quarter.

Same marks as on the page: solid for both ends, a ring for the worse end alone, dashes where no
figure for cash is known. Not here: what is computed (`cascade`).
"""

from collections.abc import Iterator, Mapping

from graphbuild.maps import svg, words
from graphbuild.maps.base import Place, Scene
from graphbuild.maps.cascade import Cascade, Shortfall
from graphbuild.maps.drawing import NodeRow
from graphbuild.maps.inking import INK, text

_SMALL = 13.0


def ink_shortfalls(scene: Scene, nodes: Mapping[str, NodeRow]) -> Iterator[str]:
    """Marks of the parties that fall short, and since when."""
    if scene.cascade is None:
        return
    cascade = scene.cascade
    for short in cascade.steps[cascade.opening].shortfalls:
        if short.entity_id in scene.places:
            place, node = scene.places[short.entity_id], nodes[short.entity_id]
            yield _mark(short, node, place)
            at = (place.x, place.y + node.radius + 34)
            yield text(
                _words(cascade, short), at, _SMALL, INK["alarm"], anchor="middle", has_halo=True
            )


def scenario_words(cascade: Cascade) -> str:
    """What happens, and how many fall short, each certainty by itself."""
    step = cascade.steps[cascade.opening]
    both = sum(short.better is not None for short in step.shortfalls)
    worse = sum(short.better is None and short.worse is not None for short in step.shortfalls)
    rest = len(step.shortfalls) - both - worse
    return (
        f"{step.words[:1].upper()}{step.words[1:]}. By {cascade.quarters[-1]} short of cash: "
        f"{both} at both ends, {worse} at the worse end only, {rest} without a figure for cash."
    )


def _mark(short: Shortfall, node: NodeRow, place: Place) -> str:
    is_sure, is_known = short.better is not None, short.worse is not None
    return svg.outline(
        node.shape,
        place.x,
        place.y,
        node.radius + 4.0,
        fill=INK["alarm"] if is_sure else "none",
        fill_opacity="0.55" if is_sure else None,
        stroke=INK["alarm"],
        stroke_width=3.5 if is_known or is_sure else 2.0,
        stroke_dasharray=None if is_known or is_sure else "4 3",
    )


def _words(cascade: Cascade, short: Shortfall) -> str:
    known = [q for q in (short.better, short.worse, short.missing) if q is not None]
    is_known = short.better is not None or short.worse is not None
    doubt = "" if is_known else " ?"
    high = words.interval(short.low[-1], short.high[-1])
    return f"short from {cascade.quarters[min(known)]}{doubt}, {high}"
