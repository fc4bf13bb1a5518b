"""The smallest shock that does it: bisection on a monotone question, and all breaking points.

Not valid where a contract gains from a default (warrants, credit default swaps): the answer to the
question must not turn back from yes to no as the shock grows.
"""

from collections.abc import Callable

import numpy as np

from graphbuild.contagion.clearing import Solution, clear
from graphbuild.contagion.fixedpoint import Array, Flags
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
    obligations: Obligations,
    cash: Array,
    node: int,
    *,
    alpha: float = 1.0,
    solution: Solution = "greatest",
    precision: float = 1e-10,
) -> dict[int, float]:
    """Node -> smallest cut of `node`'s cash, as a fraction, at which it defaults; first first.

    Nodes that stand even when all of it is gone are absent. All nodes are bisected side by side.

    Parameters
    ----------
    alpha : part of its assets that a defaulting node can still pay out.
    """
    own, size = np.asarray(cash, dtype=float), obligations.size

    def falls(cuts: Array) -> Flags:
        """Whether each node defaults at its own cut."""
        left = np.repeat(own[:, None], size, axis=1)
        left[node] *= 1.0 - cuts
        return np.diag(
            clear(obligations, left, alpha=alpha, beta=alpha, solution=solution).defaults
        )

    at_once, at_all = falls(np.zeros(size)), falls(np.ones(size))
    low, high = np.zeros(size), np.where(at_once, 0.0, 1.0)
    while (high - low).max(initial=0.0) > precision:
        middle = (low + high) / 2
        is_broken = falls(middle)
        high = np.where(is_broken, middle, high)
        low = np.where(is_broken | at_once, low, middle)
    found = {int(n): float(high[n]) for n in np.flatnonzero(at_all | at_once)}
    return dict(sorted(found.items(), key=lambda pair: (pair[1], pair[0])))
