"""The one engine below every model here: a monotone map iterated until it stands still.

Lives here: `settle` and what it returns. Not here: any map. Started above every solution a monotone
map descends to the greatest one, started below it climbs to the least (Tarski; Kleene). Where both
agree the solution is unique; where they differ the contracts alone do not say who is paid.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graphbuild.errors import GraphbuildError

Array = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

TOLERANCE = 1e-12
"""Largest relative step at which an iteration counts as standing still."""


class UnsettledError(GraphbuildError):
    """An iteration still moves; `value` is where it stands, a bound on the solution sought."""

    def __init__(self, message: str, value: Array) -> None:
        super().__init__(message)
        self.value = value


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Where an iteration ended: `value`, `steps` taken, and the `last_step` it still moved by."""

    value: Array
    steps: int
    last_step: float


def settle(
    step: Callable[[Array], Array],
    start: Array,
    *,
    tolerance: float = TOLERANCE,
    scale: float = 1.0,
    limit: int = 200_000,
) -> Settled:
    """Iterate ``step`` from ``start`` until no component moves by more than tolerance x scale.

    Parameters
    ----------
    step : a monotone map; it may hand back the same buffer only if it does not read it again.
    scale : size of the numbers, in their unit.

    Raises
    ------
    UnsettledError
        it still moves after ``limit`` steps.

    Examples
    --------
    >>> import numpy as np
    >>> float(settle(lambda x: 1 + x / 2, np.array([0.0])).value[0].round(9))
    2.0
    """
    value, moved = start, np.inf
    for count in range(1, limit + 1):
        following = step(value)
        moved = float(np.max(np.abs(following - value), initial=0.0))
        value = following
        if moved <= tolerance * scale:
            return Settled(value=value, steps=count, last_step=moved)
    raise UnsettledError(
        f"no solution after {limit} steps (last step {moved:g}); a ring may leak too "
        "little cash: raise the tolerance or add the outside cash of its members",
        value,
    )
