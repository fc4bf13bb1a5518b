"""Bars, ribbons and words of a ladder as SVG; the browser's painter draws the same.

Lines and parties of a network are inked in `inking`.
"""

from collections.abc import Iterator

from graphbuild.maps import encoding
from graphbuild.maps.base import Band, Block, Note, Scene
from graphbuild.maps.inking import INK, route, text
from graphbuild.maps.svg import element

_DASH = {"contingent": "5 3", "headline": "1.5 2.5"}
_BAND_DASH: dict[str, tuple[float, ...]] = {"contingent": (16.0, 4.0), "headline": (3.0, 4.0)}
_FAMILIES = frozenset(str(family) for family in encoding.FAMILY_LABEL)


def ink_bars(scene: Scene, shown: frozenset[str]) -> Iterator[str]:
    """Everything of a scene that is not a line or a party, from below to above.

    Parameters
    ----------
    shown : flow_ids that are visible; a bar of another flow is left out, a ribbon gets thinner.
    """
    for band in sorted(scene.bands, key=lambda band: (-band.width, band.band_id)):
        yield from _band(band, shown)
    for block in scene.blocks:
        if block.fill != "none" and (not block.flow_id or block.flow_id in shown):
            yield _block(block)
    for note in scene.notes:
        yield _note(note)


def _band(band: Band, shown: frozenset[str]) -> Iterator[str]:
    pairs = zip(band.flow_ids, band.parts, strict=True)
    part = sum(usd for flow_id, usd in pairs if flow_id in shown)
    if part:
        p = [f"{value:.1f}" for value in band.path]
        width = band.width * part / sum(band.parts)
        dash = _BAND_DASH.get(band.firmness, ())
        yield route(
            f"M{p[0]} {p[1]}C{' '.join(p[2:])}", encoding.colour(band.family), width, 0.5, dash
        )


def _block(block: Block) -> str:
    if block.fill == "line":
        hue = INK["rule"]
    elif block.tone in _FAMILIES:
        hue = encoding.colour(block.tone)
    else:
        hue = INK["core"] if block.tone in {"core", "strong"} else INK["muted"]
    is_solid = block.fill in {"firm", "past", "line"}
    return element(
        "rect", x=block.x, y=block.y, width=block.width, height=block.height, fill=hue,
        fill_opacity=None if is_solid else "0.22" if block.fill == "contingent" else "0",
        stroke=None if is_solid else hue, stroke_dasharray=_DASH.get(block.fill),
    )  # fmt: skip


def _note(note: Note) -> str:
    at = (note.x, note.y + note.size * 0.35)
    weight = 600 if note.is_strong else 400
    return text(note.text, at, note.size, INK[note.tone], weight=weight, anchor=note.anchor)
