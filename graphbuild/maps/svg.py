"""SVG as text: elements, shapes, and words that cannot break out of them. No browser, no styles."""

import math
from xml.sax.saxutils import escape, quoteattr

FONT = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
SERIF = "Charter, Georgia, 'Times New Roman', serif"

_NARROW = frozenset("iljtfrI.,:;'|!()[] ")
_WIDE = frozenset("mwMW@%")


def element(tag: str, *children: str, **attributes: object) -> str:
    """One element; ``stroke_width=2`` becomes ``stroke-width="2"``, ``None`` is left out."""
    said = "".join(
        f" {name.rstrip('_').replace('_', '-')}={quoteattr(_value(value))}"
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{said}>{''.join(children)}</{tag}>" if children else f"<{tag}{said}/>"


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".rstrip("0").rstrip(".")
    return clean(str(value))


def words(text: str) -> str:
    """Text content, escaped."""
    return escape(clean(text))


def clean(text: str) -> str:
    """The text without characters XML 1.0 forbids."""
    return "".join(
        c for c in text if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff" and not _lone(c))
    )


def _lone(character: str) -> bool:
    return "\ud800" <= character <= "\udfff"


def text_width(text: str, size: float) -> float:
    """About how wide a sans-serif line is, a little generously, in the unit of `size`."""
    units = sum(0.31 if c in _NARROW else 0.88 if c in _WIDE else 0.57 for c in text)
    return units * size


def outline(shape: str, x: float, y: float, r: float, **attributes: object) -> str:
    """A party's shape; shapes of one radius have about the area of the disc."""
    if shape == "hexagon":
        return _polygon(x, y, r * 1.1, 6, 0.0, attributes)
    if shape == "triangle":
        return _polygon(x, y + r * 0.12, r * 1.42, 3, -math.pi / 2, attributes)
    if shape == "diamond":
        return _polygon(x, y, r * 1.25, 4, 0.0, attributes)
    if shape in {"square", "rounded"}:
        half = r * (0.91 if shape == "rounded" else 0.89)
        corner = r * 0.45 if shape == "rounded" else None
        box = {"x": x - half, "y": y - half, "width": 2 * half, "height": 2 * half, "rx": corner}
        return element("rect", **box, **attributes)
    return element("circle", cx=x, cy=y, r=r, **attributes)


def _polygon(
    x: float, y: float, r: float, corners: int, turn: float, attributes: dict[str, object]
) -> str:
    points = " ".join(
        f"{x + r * math.cos(turn + 2 * math.pi * i / corners):.1f},"
        f"{y + r * math.sin(turn + 2 * math.pi * i / corners):.1f}"
        for i in range(corners)
    )
    return element("polygon", points=points, **attributes)
