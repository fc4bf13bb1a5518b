"""Where in its range every uncertain input stands in one run.

Lives here: `Corner` and the four corners that every answer shows. What the ranges are: `books`,
`terms`, the assumptions table. Draws between the corners: `ensemble`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from graphbuild.contagion.fixedpoint import Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Corner:
    """Places of 0, the worse end of a range, to 1, the better one.

    Parameters
    ----------
    buffer, revenue : cash at hand and undrawn; plans whose part is lost (the larger the worse).
    relet, saved : what a seller earns again elsewhere, and of the rest what it saves by not
        building and not running.
    recovery, refinance : of claims on who fails; of maturing debt of who is hit.
    known : what a missing figure for cash is taken for: nothing below one half, enough above.
    is_ending : contracts of a party that falls short end at once; else it goes on paying what it
        can, all contracts cut in proportion.
    turned : puts single inputs elsewhere: "relet:DEAL", "buffer:PARTY", "known:PARTY" -> place.
    """

    name: str
    buffer: float
    revenue: float
    relet: float
    recovery: float
    known: float
    is_ending: bool
    saved: float = 0.0
    refinance: float = 0.0
    turned: Mapping[str, float] = field(default_factory=dict)


WORST = Corner(
    name="worst", buffer=0.0, revenue=0.0, relet=0.0, recovery=0.0, known=0.0, is_ending=True
)
"""The worse end, and parties without a figure for cash have none."""

WORSE = replace(WORST, name="worse", known=1.0)
"""Every range at its worse end; parties without a figure for cash hold."""

BETTER = Corner(
    name="better",
    buffer=1.0,
    revenue=1.0,
    relet=1.0,
    recovery=1.0,
    known=1.0,
    is_ending=False,
    saved=1.0,
    refinance=1.0,
)

MIDDLE = Corner(
    name="middle",
    buffer=0.5,
    revenue=0.5,
    relet=0.5,
    recovery=0.5,
    known=1.0,
    is_ending=True,
    saved=0.5,
    refinance=0.5,
)
"""Every range halfway. A point to speak of and no expectation: nobody measured the ranges."""


def places(corners: Sequence[Corner], of: Callable[[Corner], float]) -> Array:
    """(corners,) one input's place in each."""
    return np.array([of(corner) for corner in corners], dtype=float)
