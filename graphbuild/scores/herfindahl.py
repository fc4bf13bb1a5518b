"""Herfindahl index as an interval: every amount lies between two bounds, some are shared.

Problem: counterparty i has x_i = b_i + its parts of pools, b_i in [low_i, high_i]; the parts of a
pool (a consortium's one total) add up to an amount in [low, high]. H = sum x_i^2 / (sum x_i)^2.
Written in shares y = x / sum x the feasible set is a convex polytope and H = |y|^2, so the minimum
is the point of the polytope nearest to the origin and the maximum lies at a corner.

Not here: plain shares (`shares`), which contracts make the amounts (`concentration`).
"""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from graphbuild.scores.nearest import nearest_to_origin

_EXACT_ASSIGNMENTS = 128
"""Up to so many ways of giving pools to single members are tried one by one."""

_BRANCHES = 2000
"""Branch-and-bound nodes after which the bound is reported instead of the exact maximum."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What one counterparty has; `is_group` stands for an unknown number of parties."""

    low: float
    high: float | None
    is_group: bool = False


@dataclass(frozen=True, slots=True)
class Pool:
    """One total shared among counterparties (positions in the list) in an unknown way."""

    members: tuple[int, ...]
    low: float
    high: float | None


@dataclass(frozen=True, slots=True)
class IndexBounds:
    """Bounds of the Herfindahl index, 0 to 1; not exact means that they may be too wide."""

    low: float
    high: float
    is_exact: bool


def herfindahl_bounds(amounts: Sequence[Amount], pools: Sequence[Pool] = ()) -> IndexBounds | None:
    """Smallest and largest Herfindahl index the amounts allow; ``None`` where all are zero.

    Parameters
    ----------
    amounts : any unit; an amount open above can outgrow all others, so that the index reaches 1.
        A group counts as very many parties for the low bound and as one for the high bound.
    pools : members are positions in `amounts`.

    Notes
    -----
    Low, without pools: raise all amounts to a common level t, clipped to their bounds (for a given
    total this is the most even vector); the best t is found on each piece in closed form, O(n^2).
    With pools: Wolfe's nearest-point method (`nearest`), certified from below. High: without pools
    branch and bound on corners; every pool goes to one member. Where that leaves too many ways,
    all pools go to one party whether it is a member or not, which can only be higher.

    References
    ----------
    Wolfe, "Finding the nearest point in a polytope", Mathematical Programming 11 (1976) 128,
    doi:10.1007/BF01580381.

    Examples
    --------
    >>> herfindahl_bounds([Amount(1.0, 1.0), Amount(1.0, 3.0)])
    IndexBounds(low=0.5, high=0.625, is_exact=True)
    """
    pools = [pool for pool in pools if pool.high != 0]
    if all(amount.high == 0 for amount in amounts) and not pools:
        return None
    low = _smallest_with_pools(amounts, pools) if pools else _smallest(amounts)
    high, is_exact = _largest(amounts, pools)
    return IndexBounds(max(min(low, high), 0.0), high, is_exact)


def _smallest(amounts: Sequence[Amount]) -> float:
    """Minimum over a box: the amounts of single parties levelled, those of groups at their most."""
    if any(a.is_group and a.high is None for a in amounts):
        return 0.0
    apart = math.fsum(a.high or 0.0 for a in amounts if a.is_group)
    boxes = [
        (a.low, math.inf if a.high is None else a.high)
        for a in amounts
        if not a.is_group and a.high != 0
    ]
    if not boxes or (apart and all(low == 0 for low, _ in boxes)):
        return 0.0
    if all(low == 0 for low, _ in boxes):
        return 1 / len(boxes)  # all equal and small is allowed
    edges = sorted({bound for box in boxes for bound in box if math.isfinite(bound)})
    levels = [level for level in edges if level > 0]
    levels += [_stationary(boxes, apart, mid) for mid in _middles(edges)]
    return min(_levelled(boxes, apart, level) for level in levels)


def _middles(edges: Sequence[float]) -> list[float]:
    """One level inside every piece, the open one above the last edge included."""
    inner = [(left + right) / 2 for left, right in itertools.pairwise(edges)]
    return [*inner, edges[-1] + 1.0]


def _stationary(boxes: Sequence[tuple[float, float]], apart: float, level: float) -> float:
    """Level at which the derivative vanishes if the piece around `level` went on for ever.

    With k amounts at the level, A the sum and B the sum of squares of the others, H = (B + k t^2) /
    (A + k t)^2 has its minimum at t = B / A.
    """
    fixed = [low if low >= level else high for low, high in boxes if low >= level or high <= level]
    total = math.fsum(fixed) + apart
    return math.fsum(amount**2 for amount in fixed) / total if total else level


def _levelled(boxes: Sequence[tuple[float, float]], apart: float, level: float) -> float:
    amounts = [min(max(level, low), high) for low, high in boxes]
    total = math.fsum(amounts) + apart
    return math.fsum(amount**2 for amount in amounts) / total**2 if total else 1.0


def _smallest_with_pools(amounts: Sequence[Amount], pools: Sequence[Pool]) -> float:
    counted = [index for index, amount in enumerate(amounts) if not amount.is_group]

    def corner(weights: Sequence[float]) -> list[float]:
        full = [0.0] * len(amounts)
        for index, weight in zip(counted, weights, strict=True):
            full[index] = weight
        shares = cheapest_shares(full, amounts, pools)
        return [shares[index] for index in counted]

    return nearest_to_origin(corner, len(counted)) if counted else 0.0


def cheapest_shares(
    weights: Sequence[float], amounts: Sequence[Amount], pools: Sequence[Pool]
) -> list[float]:
    """The corner of the polytope of shares with the smallest weighted sum.

    A fraction of two linear functions of the amounts, minimised by Dinkelbach's iteration: at a
    trial value every amount goes to its high bound where its weight is below the value.
    """
    value = max(weights) + 1.0
    best: list[float] | None = None
    for _ in range(100):
        taken = _taken(weights, amounts, pools, value)
        total = math.fsum(taken)
        if total <= 0:
            break
        found = math.fsum(w * t for w, t in zip(weights, taken, strict=True)) / total
        if best is not None and found >= value:
            break
        value, best = found, [t / total for t in taken]
    rays = {index for index, amount in enumerate(amounts) if amount.high is None}
    rays |= {index for pool in pools if pool.high is None for index in pool.members}
    cheapest = min(rays, key=lambda index: (weights[index], index), default=None)
    if cheapest is not None and (best is None or weights[cheapest] < value):
        return [1.0 if index == cheapest else 0.0 for index in range(len(amounts))]
    if best is None:
        raise ValueError("all amounts are zero: there are no shares")
    return best


def _taken(
    weights: Sequence[float], amounts: Sequence[Amount], pools: Sequence[Pool], value: float
) -> list[float]:
    taken = [
        amount.low if weight >= value or amount.high is None else amount.high
        for weight, amount in zip(weights, amounts, strict=True)
    ]
    for pool in pools:
        member = min(pool.members, key=lambda index: (weights[index], index))
        is_full = weights[member] < value and pool.high is not None
        taken[member] += (pool.high or 0.0) if is_full else pool.low
    return taken


def _largest(amounts: Sequence[Amount], pools: Sequence[Pool]) -> tuple[float, bool]:
    if any(a.high is None for a in amounts) or any(pool.high is None for pool in pools):
        return 1.0, True
    boxes = [(amount.low, amount.high or 0.0) for amount in amounts]
    assignments = math.prod(len(pool.members) for pool in pools)
    is_relaxed = assignments > _EXACT_ASSIGNMENTS
    if is_relaxed:
        given = [(index,) * len(pools) for index in range(len(boxes))]
    else:
        given = list(itertools.product(*(pool.members for pool in pools)))
    best, is_exact = 0.0, True
    for choice in given:
        filled = list(boxes)
        for pool, member in zip(pools, choice, strict=True):
            low, high = filled[member]
            filled[member] = (low + pool.low, high + (pool.high or 0.0))
        found, is_found = _largest_corner(filled)
        best, is_exact = max(best, found), is_exact and is_found
    return min(best, 1.0), is_exact and not is_relaxed


def _largest_corner(boxes: Sequence[tuple[float, float]]) -> tuple[float, bool]:
    """Maximum over a box by branch and bound; the bool says whether it is exact."""
    if all(low == 0 for low, _ in boxes):
        return 1.0, True
    best = 0.0
    open_boxes = [list(boxes)]
    unexplored = 0.0
    for visited in itertools.count():
        if not open_boxes:
            break
        box = open_boxes.pop()
        bound, reached, split = _relaxed(box)
        best = max(best, reached)
        if split is None or bound <= best * (1 + 1e-12):
            continue
        if visited >= _BRANCHES:
            unexplored = max(unexplored, bound)
            continue
        low, high = box[split]
        for corner in (low, high):
            branch = list(box)
            branch[split] = (corner, corner)
            open_boxes.append(branch)
    return max(best, unexplored), unexplored <= best


def _relaxed(box: Sequence[tuple[float, float]]) -> tuple[float, float, int | None]:
    """Upper bound, a value reached at a corner, and the amount to branch on.

    The square of an amount is at most its chord (low + high) x - low high; for a given total the
    chords are filled in order of slope, so that the bound needs one pass.
    """
    order = sorted(
        (index for index, (low, high) in enumerate(box) if high > low),
        key=lambda index: (-(box[index][0] + box[index][1]), index),
    )
    total = math.fsum(low for low, _ in box)
    squares = math.fsum(low**2 for low, _ in box)
    reached = squares / total**2
    bound, split = reached, None
    for index in order:
        low, high = box[index]
        slope = low + high
        start = squares - slope * total
        peak = -2 * start / slope
        if total < peak < total + high - low:
            inner = (start + slope * peak) / peak**2
            if inner > bound:
                bound, split = inner, index
        total += high - low
        squares += slope * (high - low)
        reached = max(reached, squares / total**2)
    return max(bound, reached), reached, split
