"""The point of a polytope nearest to the origin, given only a way to find corners.

Not here: what the polytope means (`herfindahl`).
"""

from collections.abc import Callable, Sequence

import numpy as np

_STEPS = 500
_GAP = 1e-13


def nearest_to_origin(
    corner: Callable[[Sequence[float]], Sequence[float]], dimensions: int
) -> float:
    """Squared distance of a polytope from the origin, certified from below.

    Parameters
    ----------
    corner : for weights w, a corner v of the polytope with the smallest w . v.

    Returns
    -------
    The largest certificate 2 x . v - x . x seen, x the iterate and v its corner: never above the
    true minimum, and equal to it when the method ends, after finitely many steps.

    References
    ----------
    Wolfe, Mathematical Programming 11 (1976) 128, doi:10.1007/BF01580381.

    Examples
    --------
    The segment from (1, 0) to (0, 1):

    >>> corner = lambda w: [1.0, 0.0] if w[0] <= w[1] else [0.0, 1.0]
    >>> round(nearest_to_origin(corner, 2), 9)
    0.5
    """
    corners = np.array([corner([1.0] * dimensions)], dtype=float)
    weights = np.ones(1)
    best = 0.0
    for _ in range(_STEPS):
        point = weights @ corners
        squared = float(point @ point)
        found = np.array(corner(point.tolist()), dtype=float)
        best = max(best, 2 * float(point @ found) - squared)
        if squared - float(point @ found) <= _GAP:
            break
        corners = np.vstack([corners, found])
        weights = np.append(weights, 0.0)
        corners, weights = _settle(corners, weights)
    return best


def _settle(corners: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Move to the nearest point of the corners' affine hull, dropping corners left behind."""
    while True:
        count = len(corners)
        system = np.ones((count + 1, count + 1))
        system[:count, :count] = corners @ corners.T
        system[count, count] = 0.0
        right = np.append(np.zeros(count), 1.0)
        target = np.linalg.lstsq(system, right, rcond=None)[0][:count]
        if np.all(target > 1e-14):
            return corners, target / target.sum()
        falling = target <= 1e-14
        steps = weights[falling] / np.maximum(weights[falling] - target[falling], 1e-300)
        weights = weights + min(1.0, float(steps.min())) * (target - weights)
        keep = weights > 1e-14
        if keep.all():
            keep[int(np.argmin(weights))] = False
        corners, weights = corners[keep], weights[keep] / weights[keep].sum()
