"""Bars in dollars and the words beside them: what ladders are made of.

Lengths are in proportion to dollars, not to their root: bars are compared, discs are not. Not
here: which bars a view draws.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphbuild.maps.base import Block, Note

THICKNESS = 13.0
STATES = ("firm", "contingent", "headline")


@dataclass(frozen=True, slots=True)
class Ruler:
    """Dollars to a length: `largest_usd` is drawn `length` pixels long from `left` on."""

    left: float
    length: float
    largest_usd: float

    def px(self, value_usd: float) -> float:
        """Pixels for an amount, with a hair for what is more than nothing.

        >>> Ruler(0.0, 400.0, 1e9).px(5e8), Ruler(0.0, 400.0, 1e9).px(0.0)
        (200.0, 0.0)
        """
        if value_usd <= 0:
            return 0.0
        return max(0.8, self.length * value_usd / self.largest_usd)


def stacked(
    ruler: Ruler, y: float, parts: Mapping[str, float], tone: str, says: str, entity_id: str = ""
) -> tuple[list[Block], float]:
    """One bar of a part for each state, and where it ends."""
    blocks, x = [], ruler.left
    for state in STATES:
        width = ruler.px(parts.get(state, 0.0))
        if width:
            blocks.append(
                Block(
                    x=x, y=y - THICKNESS / 2, width=width, height=THICKNESS,
                    tone=tone, fill=state, says=says, entity_id=entity_id,
                )
            )  # fmt: skip
            x += width
    return blocks, x


def line(x: float, y: float, width: float, height: float, tone: str = "plain") -> Block:
    """A hairline, upright or level."""
    return Block(x=x, y=y, width=width, height=height, tone=tone, fill="line", says="")


def headings(columns: Iterable[tuple[float, str]], y: float) -> list[Note]:
    """Small headings above columns of words."""
    return [
        Note(x=x, y=y, text=text, tone="muted", size=11.5, is_strong=True) for x, text in columns
    ]
