"""A scene as a still picture: the same rows and places as the page, written as SVG without a browser.

For articles and the README. It shows what the page shows before a reader touches it, says what the
colours and lines mean, and names as-of date and inputs.
"""

import math
from collections.abc import Iterator

from graphbuild.maps import encoding, svg, words
from graphbuild.maps.base import Drawing, PageFacts, Scene, Stroke
from graphbuild.maps.drawing import EdgeRow, NodeRow, Sheet
from graphbuild.maps.labelling import place_labels
from graphbuild.maps.svg import element
from graphbuild.records.instrument import Family

LETTER = 14.0
HEAD = 96.0
FOOT = 92.0

LIGHT = {
    "paper": "#faf7f2", "ink": "#22262c", "muted": "#646b73", "rule": "#e3ddd2",
    "disc": "#e6e1d8", "firm": "#b9b6b0", "core": "#7a1f3d", "glow": "#e8b04a",
}  # fmt: skip


def write_svg(sheet: Sheet, drawing: Drawing, facts: PageFacts, scene_number: int = 0) -> str:
    """One scene of a drawing as an SVG document, in UTF-8 text without a line break in names.

    Parameters
    ----------
    scene_number : index into the drawing's scenes.
    """
    scene = drawing.scenes[scene_number]
    edges = {
        key: edge for key, edge in sheet.edges.items() if edge.is_shown_at(drawing.minimum_usd)
    }
    strokes = [s for s in scene.strokes if s.role != "tie" and s.flow_id in edges]
    shown = {name for s in strokes for name in (edges[s.flow_id].source, edges[s.flow_id].target)}
    nodes = [sheet.nodes[name] for name in sorted(shown & set(scene.places))]
    left, top, right, bottom = scene.frame
    width, height = right - left, bottom - top + HEAD + FOOT
    parts = [
        element("title", svg.words(facts.title)),
        element("desc", svg.words(_description(facts, strokes, edges))),
        element("rect", x=left, y=top - HEAD, width=width, height=height, fill=LIGHT["paper"]),
        *_heading(facts, scene, strokes, edges),
        *_columns(scene),
        *(part for s in _by_width(strokes) for part in _line(s, edges[s.flow_id], scene)),
        *(part for node in nodes for part in _party(node, scene)),
        *_names(nodes, scene, facts),
        *_key(sheet, edges, strokes, scene, facts),
    ]
    return (
        element(
            "svg",
            *parts,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"{left:.0f} {top - HEAD:.0f} {width:.0f} {height:.0f}",
            width="1400",
            role="img",
            font_family=svg.FONT,
        )
        + "\n"
    )


def _description(facts: PageFacts, strokes: list[Stroke], edges: dict[str, EdgeRow]) -> str:
    deals = len({edges[s.flow_id].deal_id for s in strokes})
    return f"{words.plural(deals, 'deal', 'deals')} as of {facts.as_of}, inputs {facts.digest}."


def _by_width(strokes: list[Stroke]) -> list[Stroke]:
    return sorted(strokes, key=lambda s: (-s.width, s.flow_id, s.role))


def _heading(
    facts: PageFacts, scene: Scene, strokes: list[Stroke], edges: dict[str, EdgeRow]
) -> Iterator[str]:
    left, top = scene.frame[0] + 14, scene.frame[1] - HEAD
    yield element("rect", x=scene.frame[0], y=top, width=90.0, height=6.0, fill=LIGHT["core"])
    yield _text(facts.title, left, top + 42, 30, LIGHT["ink"], weight=600, family=svg.SERIF)
    deals = len({edges[s.flow_id].deal_id for s in strokes})
    total = f" of {facts.deals_total:,}" if facts.deals_total else ""
    said = f"{deals:,}{total} deals"
    if facts.revenue_text:
        said = f"Measured against {facts.revenue_text}. {said}"
    yield _text(f"{said}, as of {facts.as_of}.", left, top + 66, 15, LIGHT["muted"])


def _columns(scene: Scene) -> Iterator[str]:
    top, bottom = scene.frame[1], scene.frame[3]
    for x, heading in scene.headings:
        yield element("line", x1=x, x2=x, y1=top + 14, y2=bottom, stroke=LIGHT["rule"])
        yield _text(heading.upper(), x, top + 4, 13, LIGHT["muted"], weight=600, anchor="middle")


def _line(stroke: Stroke, edge: EdgeRow, scene: Scene) -> Iterator[str]:
    hue, p = encoding.colour(edge.family), stroke.path
    opacity = round(edge.opacity * (0.5 if stroke.role == "member" else 0.8), 2)
    length = math.hypot(p[6] - p[4], p[7] - p[5]) or 1.0
    ahead = ((p[6] - p[4]) / length, (p[7] - p[5]) / length)
    size = 0.0 if stroke.role == "member" else min(5 + stroke.width * 0.7, 17.0)
    end = (p[6] - ahead[0] * size * 0.8, p[7] - ahead[1] * size * 0.8)
    route = f"M{p[0]:.0f} {p[1]:.1f}C{p[2]:.0f} {p[3]:.1f} {p[4]:.0f} {p[5]:.1f} {end[0]:.1f} {end[1]:.1f}"
    if edge.flow_id in scene.marks:
        yield _route(route, LIGHT["glow"], stroke.width + 12, 0.45)
    if stroke.role == "flow" and edge.sleeve:
        yield _route(route, hue, edge.sleeve, opacity * 0.2)
    is_talk = edge.firmness == "headline"
    if is_talk and stroke.width > 4:
        yield _route(route, hue, stroke.width, opacity, (1.6, 2.6))
        yield _route(route, LIGHT["paper"], stroke.width - 2.4, 1.0)
        yield _route(route, hue, stroke.width - 2.4, opacity * 0.16)
    else:
        yield _route(route, hue, stroke.width, opacity, encoding.DASH_OF_FIRMNESS[edge.firmness])
    if size:
        half = max(3.0, stroke.width * 0.6 + 1.6)
        base = (p[6] - ahead[0] * size, p[7] - ahead[1] * size)
        points = (
            f"{p[6]:.1f},{p[7]:.1f} "
            f"{base[0] - ahead[1] * half:.1f},{base[1] + ahead[0] * half:.1f} "
            f"{base[0] + ahead[1] * half:.1f},{base[1] - ahead[0] * half:.1f}"
        )
        fill, rim = (LIGHT["paper"], hue) if is_talk else (hue, None)
        yield element("polygon", points=points, fill=fill, stroke=rim, opacity=f"{opacity:.2f}")
    if edge.is_unverified and stroke.role != "member":
        middle = [(p[i] + 3 * p[i + 2] + 3 * p[i + 4] + p[i + 6]) / 8 for i in (0, 1)]
        yield _text("?", middle[0], middle[1] + 4, 12, LIGHT["muted"], anchor="middle", halo=True)


def _route(route: str, hue: str, width: float, opacity: float, dash: tuple[float, ...] = ()) -> str:
    return element(
        "path",
        d=route,
        fill="none",
        stroke=hue,
        stroke_width=float(width),
        opacity=f"{opacity:.2f}",
        stroke_dasharray=" ".join(f"{part:g}" for part in dash) or None,
    )


def _party(node: NodeRow, scene: Scene) -> Iterator[str]:
    place = scene.places[node.entity_id]
    yield svg.outline(
        node.shape,
        place.x,
        place.y,
        node.radius,
        fill=LIGHT["paper"] if node.is_open else LIGHT["disc"],
        stroke=LIGHT["core"] if node.is_anchor else LIGHT["muted"],
        stroke_width=2.0 if node.is_anchor else 1.0,
        stroke_dasharray="3 2.5" if node.is_open else None,
    )
    if node.firm_radius > 0.8:
        radius = min(node.firm_radius, node.radius)
        opacity = "0.45" if node.is_open else None
        yield svg.outline(node.shape, place.x, place.y, radius, fill=LIGHT["firm"], opacity=opacity)
    if node.core_radius:
        yield element("circle", cx=place.x, cy=place.y, r=node.core_radius, fill=LIGHT["core"])


def _names(nodes: list[NodeRow], scene: Scene, facts: PageFacts) -> Iterator[str]:
    boxes = place_labels(nodes, scene.places, LETTER)
    for node in nodes:
        if node.entity_id not in boxes:
            continue
        left, top, right, bottom = boxes[node.entity_id]
        place = scene.places[node.entity_id]
        anchor, x = "middle", (left + right) / 2
        if right <= place.x:
            anchor, x = "end", right
        elif left >= place.x:
            anchor, x = "start", left
        weight = 600 if node.radius > 18 or node.is_anchor else 400
        base = (top + bottom) / 2 + LETTER * 0.35
        yield _text(
            node.label, x, base, LETTER, LIGHT["ink"], weight=weight, anchor=anchor, halo=True
        )
        if node.core_radius and facts.revenue_usd:
            said = f"● revenue {words.usd(facts.revenue_usd)}"
            yield _text(said, x, base + 16, 13, LIGHT["core"], anchor=anchor, halo=True)


def _key(
    sheet: Sheet, edges: dict[str, EdgeRow], strokes: list[Stroke], scene: Scene, facts: PageFacts
) -> Iterator[str]:
    """What colours, strokes, widths and areas mean; only what is in the picture."""
    x, y = scene.frame[0] + 14, scene.frame[3] + 30
    used = {edges[s.flow_id].family for s in strokes}
    for family in (f for f in Family if f in used):
        yield element(
            "line",
            x1=x,
            x2=x + 26,
            y1=y - 4,
            y2=y - 4,
            stroke=encoding.colour(family),
            stroke_width=5,
        )
        label = encoding.FAMILY_LABEL[family]
        yield _text(label, x + 32, y, 13, LIGHT["ink"])
        x += 32 + svg.text_width(label, 13) + 22
    x, y = scene.frame[0] + 14, y + 24
    for state, label in encoding.FIRMNESS_LEGEND:
        yield _route(
            f"M{x:.0f} {y - 4:.0f}h26", LIGHT["ink"], 2.5, 1.0, encoding.DASH_OF_FIRMNESS[state]
        )
        yield _text(label, x + 32, y, 13, LIGHT["ink"])
        x += 32 + svg.text_width(label, 13) + 22
    x, y = scene.frame[0] + 14, y + 24
    marks = ", ".join(words.usd(mark) for mark in sheet.widths.marks())
    for mark in sheet.widths.marks():
        yield _route(f"M{x:.0f} {y - 4:.0f}h26", LIGHT["muted"], sheet.widths.px(mark), 1.0)
        x += 34
    said = (
        f"{marks}. Area: dollars in a party’s contracts, solid part firm. Faint with “?”: unverified. "
        f"Exposure is not loss. Inputs {facts.digest}."
    )
    yield _text(said, x + 2, y, 13, LIGHT["muted"])


def _text(
    text: str,
    x: float,
    y: float,
    size: float,
    fill: str,
    *,
    weight: int = 400,
    anchor: str = "start",
    family: str | None = None,
    halo: bool = False,
) -> str:
    return element(
        "text",
        svg.words(text),
        x=float(x),
        y=float(y),
        font_size=float(size),
        fill=fill,
        font_weight=weight if weight != 400 else None,
        text_anchor=anchor if anchor != "start" else None,
        font_family=family,
        paint_order="stroke" if halo else None,
        stroke=LIGHT["paper"] if halo else None,
        stroke_width=4 if halo else None,
        stroke_linejoin="round" if halo else None,
    )
