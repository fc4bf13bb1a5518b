"""The smallest shock that does it: bisection on a monotone question, and all breaking points.

Not valid where a contract gains from a default (warrants, credit default swaps): the answer to the
question must not turn back from yes to no as the shock grows.
"""

from collections.abc import Callable

import numpy as np

from graphbuild.contagion.clearing import clear
from graphbuild.contagion.fixedpoint import Array
from graphbuild.contagion.obligations import Obligations


def smallest_shock(
    breaks: Callable[[float], bool], *, upper: float = 1.0, precision: float = 1e-10
) -> float | None:
    """Smallest shock of 0 to `upper` from which on ``breaks`` is true; ``None`` if it never is.

    The answer is the upper end of the last bracket: a shock that does break, at most `precision`
    above the smallest.

    Examples
    --------
    >>> round(smallest_shock(lambda x: x > 0.25), 6)
    0.25
    """
    if breaks(0.0):
        return 0.0
    if not breaks(upper):
        return None
    low, high = 0.0, upper
    while high - low > precision:
        middle = (low + high) / 2
        if breaks(middle):
            high = middle
        else:
            low = middle
    return high


def breaking_points(
    obligations: Obligations, cash: Array, node: int, *, precision: float = 1e-10
) -> dict[int, float]:
    """Node -> smallest cut of `node`'s cash, as a fraction, at which it defaults; first first.

    Nodes that stand even when all of it is gone are absent.
    """

    def defaults(cut: float) -> Array:
        left = np.asarray(cash, dtype=float).copy()
        left[node] *= 1.0 - cut
        return np.asarray(clear(obligations, left).defaults)

    found = {}
    for each in range(obligations.size):
        smallest = smallest_shock(lambda x, n=each: bool(defaults(x)[n]), precision=precision)  # type: ignore[misc]  # default binds the loop variable
        if smallest is not None:
            found[each] = smallest
    return dict(sorted(found.items(), key=lambda pair: (pair[1], pair[0])))
