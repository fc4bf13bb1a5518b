"""One line, one party and one word of a still picture as SVG; the browser's painter draws the same.

Not here: which of them are shown, and where (`static`, `routing`, `labelling`).
"""

import math
from collections.abc import Iterator

from graphbuild.maps import encoding, svg
from graphbuild.maps.base import Place, Stroke
from graphbuild.maps.drawing import EdgeRow, NodeRow
from graphbuild.maps.svg import element

INK = {
    "paper": "#faf7f2", "ink": "#22262c", "muted": "#646b73", "rule": "#e3ddd2",
    "disc": "#e6e1d8", "firm": "#b9b6b0", "core": "#7a1f3d", "glow": "#e8b04a",
    "alarm": "#b3261e",
}  # fmt: skip
"""The page's light theme; a test compares it with the style sheet."""

Point = tuple[float, float]


def ink_line(stroke: Stroke, edge: EdgeRow, *, is_marked: bool = False) -> Iterator[str]:
    """A flow: glow, sleeve, body, head and the mark of the unverified, from below to above."""
    hue = encoding.colour(edge.family)
    opacity = edge.opacity * (0.5 if stroke.role == "member" else 0.8)
    length = 0.0 if stroke.role == "member" else min(5 + stroke.width * 0.7, 17.0)
    ahead = _ahead(stroke)
    tip = (stroke.path[6], stroke.path[7])
    body = _curve((*stroke.path[:6], *_back(tip, ahead, length * 0.8)))
    if is_marked:
        yield route(body, INK["glow"], stroke.width + 12, 0.45)
    if stroke.role == "flow" and edge.sleeve:
        yield route(body, hue, edge.sleeve, opacity * 0.2)
    yield from _body(body, stroke.width, hue, opacity, edge.firmness)
    if length:
        yield _head(tip, ahead, length, stroke.width, hue, opacity, edge.firmness)
    if edge.is_unverified and stroke.role != "member":
        p = stroke.path
        x, y = ((p[i] + 3 * p[i + 2] + 3 * p[i + 4] + p[i + 6]) / 8 for i in (0, 1))
        yield text("?", (x, y + 4), 12, INK["muted"], anchor="middle", has_halo=True)


def _body(body: str, width: float, hue: str, opacity: float, firmness: str) -> Iterator[str]:
    """Talk is hollow: a wide headline is a dotted tube, a thin one a dotted line."""
    if firmness != "headline" or width <= 4:
        yield route(body, hue, width, opacity, encoding.DASH_OF_FIRMNESS[firmness])
        return
    yield route(body, hue, width, opacity, (1.6, 2.6))
    yield route(body, INK["paper"], width - 2.4, 1.0)
    yield route(body, hue, width - 2.4, opacity * 0.16)


def _head(
    tip: Point, ahead: Point, length: float, width: float, hue: str, opacity: float, firmness: str
) -> str:
    half = max(3.0, width * 0.6 + 1.6)
    x, y = _back(tip, ahead, length)
    corners = (
        tip,
        (x - ahead[1] * half, y + ahead[0] * half),
        (x + ahead[1] * half, y - ahead[0] * half),
    )
    is_talk = firmness == "headline"
    return element(
        "polygon",
        points=" ".join(f"{px:.1f},{py:.1f}" for px, py in corners),
        fill=INK["paper"] if is_talk else hue,
        stroke=hue if is_talk else None,
        opacity=f"{opacity:.2f}",
    )


def _ahead(stroke: Stroke) -> Point:
    p = stroke.path
    length = math.hypot(p[6] - p[4], p[7] - p[5]) or 1.0
    return (p[6] - p[4]) / length, (p[7] - p[5]) / length


def _back(tip: Point, ahead: Point, length: float) -> Point:
    return tip[0] - ahead[0] * length, tip[1] - ahead[1] * length


def _curve(p: tuple[float, ...]) -> str:
    return f"M{p[0]:.1f} {p[1]:.1f}C" + " ".join(f"{value:.1f}" for value in p[2:])


def route(d: str, hue: str, width: float, opacity: float, dash: tuple[float, ...] = ()) -> str:
    """A path that is stroked and not filled."""
    return element(
        "path",
        d=d,
        fill="none",
        stroke=hue,
        stroke_width=float(width),
        opacity=f"{opacity:.2f}",
        stroke_dasharray=" ".join(f"{part:g}" for part in dash) or None,
    )


def ink_party(node: NodeRow, place: Place) -> Iterator[str]:
    """A party: its shape, the firm part of it, and the anchor's revenue as a dark core."""
    yield svg.outline(
        node.shape,
        place.x,
        place.y,
        node.radius,
        fill=INK["paper"] if node.is_open else INK["disc"],
        stroke=INK["core"] if node.is_anchor else INK["muted"],
        stroke_width=2.0 if node.is_anchor else 1.0,
        stroke_dasharray="3 2.5" if node.is_open else None,
    )
    if node.firm_radius > 0.8:
        radius = min(node.firm_radius, node.radius)
        opacity = "0.45" if node.is_open else None
        yield svg.outline(node.shape, place.x, place.y, radius, fill=INK["firm"], opacity=opacity)
    if node.core_radius:
        # revenue above all contracts would hide them: then it is a ring
        is_ring = node.core_radius >= node.radius
        fill, rim = ("none", INK["core"]) if is_ring else (INK["core"], None)
        at = {"cx": place.x, "cy": place.y, "r": node.core_radius}
        yield element("circle", fill=fill, stroke=rim, **at)


def text(
    words: str,
    at: Point,
    size: float,
    fill: str,
    *,
    weight: int = 400,
    anchor: str = "start",
    family: str | None = None,
    has_halo: bool = False,
) -> str:
    """A line of text; the halo keeps it legible on lines."""
    return element(
        "text",
        svg.words(words),
        x=float(at[0]),
        y=float(at[1]),
        font_size=float(size),
        fill=fill,
        font_weight=weight if weight != 400 else None,
        text_anchor=anchor if anchor != "start" else None,
        font_family=family,
        paint_order="stroke" if has_halo else None,
        stroke=INK["paper"] if has_halo else None,
        stroke_width=4 if has_halo else None,
        stroke_linejoin="round" if has_halo else None,
    )
