"""The page that leads to all views: a small picture of each, a sentence, and what it is made from.

Plain HTML without scripts: it opens from a file, prints, and a reader without sight gets the same
list. The pictures are the views' own opening scenes without words.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import jinja2
from markupsafe import Markup

from graphbuild.maps import encoding
from graphbuild.maps.base import Drawing, PageFacts, Scene, View
from graphbuild.maps.drawing import Sheet
from graphbuild.maps.page import content_policy, refuse_outside_references, template
from graphbuild.maps.svg import element

WIDTH, HEIGHT = 320.0, 190.0
LINES = 140
_TONES = {"core": "#b03a5e", "strong": "#b03a5e"}
"""A burgundy that stands out on light and on dark paper."""
_PLAIN = "#8b8f94"


@dataclass(frozen=True, slots=True)
class Card:
    """One view on the index page."""

    view: View
    sheet: Sheet
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class _Shown:
    """A card as the template reads it."""

    href: str
    title: str
    purpose: str
    remark: str
    picture: Markup


def write_gallery(cards: Sequence[Card], facts: PageFacts) -> str:
    """The index page; a card links to ``<view>.html`` beside it.

    Raises
    ------
    ExpectationError
        the page would refer outside its folder.
    """
    style = template("gallery.css")
    shown = [
        _Shown(
            href=f"{card.view.name}.html",
            title=card.view.title,
            purpose=card.view.purpose,
            remark=card.drawing.empty,
            picture=Markup(_picture(card)),  # noqa: S704 - made of numbers and our own colours
        )
        for card in cards
    ]
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("graphbuild.maps"),
        autoescape=jinja2.select_autoescape(["html"]),
        undefined=jinja2.StrictUndefined,
    )
    page = environment.get_template("gallery.html").render(
        facts=facts,
        cards=shown,
        policy=content_policy(scripts=(), styles=(style,)),
        style=Markup(style),  # noqa: S704 - our own file
    )
    refuse_outside_references(page, pages=frozenset(card.href for card in shown))
    return page + "\n"


def _picture(card: Card) -> str:
    """The opening scene in the size of a stamp; empty where there is nothing to draw."""
    if not card.drawing.scenes:
        return ""
    scene = card.drawing.scenes[0]
    left, top, right, bottom = scene.frame
    if scene.ladder:
        bottom = min(bottom, top + (right - left) * HEIGHT / WIDTH)
    return element(
        "svg",
        *_lines(card, scene),
        *_bands(scene),
        *_blocks(scene, bottom),
        *_discs(card, scene),
        viewBox=f"{left:.0f} {top:.0f} {right - left:.0f} {bottom - top:.0f}",
        preserveAspectRatio="xMidYMid meet" if not scene.ladder else "xMidYMin slice",
        aria_hidden="true",
        focusable="false",
    )


def _lines(card: Card, scene: Scene) -> Iterator[str]:
    edges = card.sheet.edges
    drawn = [
        stroke
        for stroke in scene.strokes
        if stroke.role != "tie"
        and edges[stroke.flow_id].is_shown_at(card.drawing.minimum_usd)
        and not {edges[stroke.flow_id].source, edges[stroke.flow_id].target} & scene.folded
    ]
    drawn.sort(key=lambda stroke: (-stroke.width, stroke.flow_id, stroke.role))
    for stroke in drawn[:LINES]:
        start, *curve = (f"{value:.0f}" for value in stroke.path)
        edge = edges[stroke.flow_id]
        yield element(
            "path", d=f"M{start} {curve[0]}C{' '.join(curve[1:])}", fill="none",
            stroke=encoding.colour(edge.family), stroke_width=max(stroke.width, 2.0),
            opacity=f"{edge.opacity * 0.7:.2f}",
            stroke_dasharray="9 5" if edge.firmness in {"contingent", "headline"} else None,
        )  # fmt: skip


def _bands(scene: Scene) -> Iterator[str]:
    for band in scene.bands:
        start, *curve = (f"{value:.0f}" for value in band.path)
        yield element(
            "path", d=f"M{start} {curve[0]}C{' '.join(curve[1:])}", fill="none",
            stroke=encoding.colour(band.family), stroke_width=band.width, opacity="0.55",
            stroke_dasharray="16 4" if band.firmness != "firm" else None,
        )  # fmt: skip


def _blocks(scene: Scene, bottom: float) -> Iterator[str]:
    families = {str(family) for family in encoding.FAMILY_LABEL}
    for block in scene.blocks:
        if block.fill == "none" or block.y > bottom:
            continue
        hue = encoding.colour(block.tone) if block.tone in families else _TONES.get(block.tone)
        is_solid = block.fill in {"firm", "past", "line"}
        yield element(
            "rect", x=block.x, y=block.y, width=block.width, height=block.height,
            fill=hue or _PLAIN, opacity=None if is_solid else "0.35",
        )  # fmt: skip


def _discs(card: Card, scene: Scene) -> Iterator[str]:
    drawn = {stroke.flow_id for stroke in scene.strokes if stroke.role != "tie"}
    shown = [
        edge for key in sorted(drawn)
        if (edge := card.sheet.edges[key]).is_shown_at(card.drawing.minimum_usd)
    ]  # fmt: skip
    names = {name for edge in shown for name in (edge.source, edge.target)} - scene.folded
    short: set[str] = set()
    if scene.cascade:
        short = {each.entity_id for each in scene.cascade.steps[scene.cascade.opening].shortfalls}
    for name in sorted(names & set(scene.places)):
        place, node = scene.places[name], card.sheet.nodes[name]
        fill = _TONES["core"] if node.is_anchor or name in short else _PLAIN
        radius = max(4.0, math.floor(node.radius))
        yield element("circle", cx=round(place.x), cy=round(place.y), r=radius, fill=fill)
