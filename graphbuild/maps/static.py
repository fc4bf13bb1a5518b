"""A scene as a still picture: the rows and places of the page, as SVG and without a browser.

For articles and the README. It shows what the page shows before a reader touches it, says what the
colours and lines mean, and names as-of date and inputs.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.maps import encoding, svg, words
from graphbuild.maps.base import Drawing, PageFacts, Scene, Stroke
from graphbuild.maps.drawing import EdgeRow, NodeRow, Sheet
from graphbuild.maps.inking import INK, ink_line, ink_party, route, text
from graphbuild.maps.inking_bars import ink_bars
from graphbuild.maps.inking_stress import ink_shortfalls, scenario_words
from graphbuild.maps.labelling import place_labels
from graphbuild.maps.svg import element
from graphbuild.records.instrument import Family

LETTER = 14.0
SMALL = 13.0
HEAD = 96.0
FOOT = 92.0

_Sample = tuple[str, str, float, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class _Picture:
    """What is visible of one scene."""

    sheet: Sheet
    scene: Scene
    facts: PageFacts
    lines: tuple[tuple[Stroke, EdgeRow], ...]
    nodes: tuple[NodeRow, ...]

    shown: frozenset[str]
    """Flows that are visible, as lines, bars or parts of ribbons."""

    @property
    def deals(self) -> int:
        return len({self.sheet.edges[key].deal_id for key in self.shown})


def write_svg(sheet: Sheet, drawing: Drawing, facts: PageFacts, scene_number: int = 0) -> str:
    """One scene of a drawing as an SVG document.

    Parameters
    ----------
    scene_number : index into the drawing's scenes.
    """
    picture = _visible(sheet, drawing, drawing.scenes[scene_number], facts)
    scene = picture.scene
    left, top, right, bottom = scene.frame
    width, height = right - left, bottom - top + HEAD + FOOT
    said = f"{words.plural(picture.deals, 'deal', 'deals')} as of {facts.as_of}."
    parts = [
        element("title", svg.words(facts.title)),
        element("desc", svg.words(f"{scene.title}. {said} Inputs {facts.digest}.")),
        element("rect", x=left, y=top - HEAD, width=width, height=height, fill=INK["paper"]),
        *_heading(picture),
        *_columns(scene),
        *ink_bars(scene, picture.shown),
        *_lines(picture),
        *(part for n in picture.nodes for part in ink_party(n, scene.places[n.entity_id])),
        *ink_shortfalls(scene, sheet.nodes),
        *_names(picture),
        *_key(picture),
    ]
    document = element(
        "svg",
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"{left:.0f} {top - HEAD:.0f} {width:.0f} {height:.0f}",
        width="1400",
        role="img",
        font_family=svg.FONT,
    )
    return document + "\n"


def _visible(sheet: Sheet, drawing: Drawing, scene: Scene, facts: PageFacts) -> _Picture:
    folded = scene.folded
    lines = [
        (stroke, edge)
        for stroke in scene.strokes
        if stroke.role != "tie"
        and (edge := sheet.edges[stroke.flow_id]).is_shown_at(drawing.minimum_usd)
        and not folded & {edge.source, edge.target}
    ]
    lines.sort(key=lambda line: (-line[0].width, line[0].flow_id, line[0].role))
    ends = {name for _, edge in lines for name in (edge.source, edge.target)}
    nodes = tuple(sheet.nodes[name] for name in sorted(ends & set(scene.places)))
    in_bars = {block.flow_id for block in scene.blocks} - {""}
    in_bars |= {key for band in scene.bands for key in band.flow_ids}
    shown = {edge.flow_id for _, edge in lines}
    shown |= {key for key in in_bars if sheet.edges[key].is_shown_at(drawing.minimum_usd)}
    return _Picture(sheet, scene, facts, tuple(lines), nodes, frozenset(shown))


def _heading(picture: _Picture) -> Iterator[str]:
    facts, (edge, top) = picture.facts, picture.scene.frame[:2]
    left, top = edge + 14, top - HEAD
    yield element("rect", x=edge, y=top, width=90.0, height=6.0, fill=INK["core"])
    title = facts.title
    if picture.scene.blocks or picture.scene.cascade:
        title = picture.scene.title
    yield text(title, (left, top + 42), 30, INK["ink"], weight=600, family=svg.SERIF)
    total = f" of {facts.deals_total:,}" if facts.deals_total else ""
    said = f"{picture.deals:,}{total} deals, as of {facts.as_of}."
    if not picture.shown:  # a ladder of the scores' figures draws no deal by itself
        said = f"As of {facts.as_of}."
    if picture.scene.cascade:
        said = f"{scenario_words(picture.scene.cascade)} {said}"
    elif facts.revenue_text:
        said = f"Measured against {facts.revenue_text}. {said}"
    yield text(said, (left, top + 66), 15, INK["muted"])


def _columns(scene: Scene) -> Iterator[str]:
    top, bottom = scene.frame[1], scene.frame[3]
    for x, heading in scene.headings:
        yield element("line", x1=x, x2=x, y1=top + 14, y2=bottom, stroke=INK["rule"])
        at = (x, top + 4)
        yield text(heading.upper(), at, SMALL, INK["muted"], weight=600, anchor="middle")


def _lines(picture: _Picture) -> Iterator[str]:
    for stroke, edge in picture.lines:
        yield from ink_line(stroke, edge, is_marked=edge.flow_id in picture.scene.marks)


def _names(picture: _Picture) -> Iterator[str]:
    boxes = place_labels(picture.nodes, picture.scene.places, LETTER)
    for node in picture.nodes:
        if node.entity_id not in boxes:
            continue
        left, top, right, bottom = boxes[node.entity_id]
        place = picture.scene.places[node.entity_id]
        anchor, x = "middle", (left + right) / 2
        if right <= place.x:
            anchor, x = "end", right
        elif left >= place.x:
            anchor, x = "start", left
        weight = 600 if node.radius > 18 or node.is_anchor else 400
        y = (top + bottom) / 2 + LETTER * 0.35
        at, ink = (x, y), INK["ink"]
        yield text(node.label, at, LETTER, ink, weight=weight, anchor=anchor, has_halo=True)
        if node.core_radius and picture.facts.revenue_usd:
            said = f"● revenue {words.usd(picture.facts.revenue_usd)}"
            yield text(said, (x, y + 16), SMALL, INK["core"], anchor=anchor, has_halo=True)


def _key(picture: _Picture) -> Iterator[str]:
    """What colours, strokes, widths and areas mean; only families that are in the picture."""
    left, y = picture.scene.frame[0] + 14, picture.scene.frame[3] + 30
    used = {picture.sheet.edges[key].family for key in picture.shown}
    families: list[_Sample] = [
        (encoding.FAMILY_LABEL[f], encoding.colour(f), 5.0, ()) for f in Family if f in used
    ]
    states: list[_Sample] = [
        (label, INK["ink"], 2.5, encoding.DASH_OF_FIRMNESS[state])
        for state, label in encoding.FIRMNESS_LEGEND
    ]
    widths = picture.sheet.widths
    marks: list[_Sample] = [(words.usd(m), INK["muted"], widths.px(m), ()) for m in widths.marks()]
    if not picture.lines:
        states, marks = [], []
    for row, samples in enumerate((families, states, marks)):
        x = left
        for label, hue, width, dash in samples:
            base = y + 24 * row
            yield route(f"M{x:.0f} {base - 4:.0f}h26", hue, width, 1.0, dash)
            yield text(label, (x + 32, base), SMALL, INK["ink"])
            x += 32 + svg.text_width(label, SMALL) + 22
    said = f"Exposure is not loss. Inputs {picture.facts.digest}."
    if picture.scene.cascade:
        said = f"{picture.scene.caption} Inputs {picture.facts.digest}."
    if picture.lines:
        area = "Area: dollars in a party’s contracts, solid part firm. Faint with “?”: unverified."
        said = f"{area} {said}"
    else:
        said = f"Solid: firm or drawn; dashed: contingent or undrawn; dotted: headline. {said}"
    yield text(said, (x, y + 48), SMALL, INK["muted"])
