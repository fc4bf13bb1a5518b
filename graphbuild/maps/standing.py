"""Where parties stood before: columns laid out again around what a reader already knows.

Who kept column and band stays at its height as long as there is room; newcomers take the mean
height of their neighbours and push as little as possible. Not here: a first layout (`layout`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

LEAST_KEPT = 0.5
"""With fewer than this part of the parties known, a new layout reads better than a patched one."""

ROUNDING = 0.11
"""Heights are written to one decimal, so neighbours may be that much nearer than they must."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A party's column, its band, and its height."""

    column: int
    band: int
    y: float


@dataclass(frozen=True, slots=True)
class Standing:
    """All parties of one picture, and how far apart its columns are."""

    step: float
    stands: Mapping[str, Stand] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Plain types, in id order."""
        places = {name: [s.column, s.band, s.y] for name, s in sorted(self.stands.items())}
        return {"step": self.step, "places": places}

    @classmethod
    def from_json(cls, given: Mapping[str, Any]) -> "Standing":
        """The way back from `as_json`.

        Raises
        ------
        ValueError
            the text is not what `as_json` writes.
        """
        try:
            stands = {
                str(name): Stand(int(column), int(band), float(y))
                for name, (column, band, y) in given["places"].items()
            }
            return cls(float(given["step"]), stands)
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise ValueError(f"not a list of places: {error!r}") from error

    def above(self) -> frozenset[str]:
        """Parties of the first band. Who is hidden now keeps the place it had when it was seen."""
        return frozenset(name for name, stand in self.stands.items() if stand.band == 0)

    def known(self, wanted: Mapping[str, tuple[int, int]]) -> dict[str, float]:
        """Heights of those that are still in their column and band; nothing where they are few.

        Parameters
        ----------
        wanted : column and band of every party of the new picture.
        """
        found = {
            name: self.stands[name].y
            for name, place in wanted.items()
            if name in self.stands and (self.stands[name].column, self.stands[name].band) == place
        }
        return found if len(found) >= LEAST_KEPT * max(len(wanted), 1) else {}


def wishes(
    names: Sequence[str],
    known: Mapping[str, float],
    near: Mapping[str, Sequence[tuple[str, float]]],
) -> dict[str, float]:
    """Height each party would like: its own, else the mean of its neighbours', else the foot."""
    foot = max(known.values(), default=0.0)
    found = {name: known[name] for name in names if name in known}
    for name in sorted(set(names) - set(known)):
        placed = [(known[other], weight) for other, weight in near[name] if other in known]
        total = sum(weight for _, weight in placed)
        found[name] = sum(y * weight for y, weight in placed) / total if total else foot
    return found


def least_steps(needs: Sequence[float]) -> list[float]:
    """Least distances between neighbours of one column, from the room each needs."""
    return [(upper + lower) / 2 - ROUNDING for upper, lower in pairwise(needs)]
