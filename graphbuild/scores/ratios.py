"""Shares and concentration ratios as intervals, for the same amounts and pools as `herfindahl`.

Not here: the Herfindahl index itself, the graph.
"""

import itertools
import math
from collections.abc import Sequence

from graphbuild.scores.herfindahl import Amount, Pool

_SUBSETS = 600


def share_bounds(
    position: int, amounts: Sequence[Amount], pools: Sequence[Pool] = ()
) -> tuple[float, float]:
    """Smallest and largest share of one counterparty; exact, O(n).

    Its share grows with its own amount and falls with every other: low is its least beside the
    others' most, high its most beside the others' least. A pool goes wholly to it, or past it.

    Examples
    --------
    >>> share_bounds(0, [Amount(1.0, 3.0), Amount(1.0, 1.0)])
    (0.5, 0.75)
    """
    least, rest_most = amounts[position].low, 0.0
    for index, amount in enumerate(amounts):
        if index != position:
            rest_most += math.inf if amount.high is None else amount.high
    for pool in pools:
        most = math.inf if pool.high is None else pool.high
        if set(pool.members) == {position}:
            least += pool.low
        else:
            rest_most += most
    low = least / (least + rest_most) if least else 0.0
    return low, group_share_high((position,), amounts, pools)


def group_share_high(
    positions: Sequence[int], amounts: Sequence[Amount], pools: Sequence[Pool] = ()
) -> float:
    """Largest share some counterparties can have together; exact, O(n)."""
    chosen = set(positions)
    most, rest = 0.0, 0.0
    for index, amount in enumerate(amounts):
        if index in chosen:
            most += math.inf if amount.high is None else amount.high
        else:
            rest += amount.low
    for pool in pools:
        if chosen & set(pool.members):
            most += math.inf if pool.high is None else pool.high
        else:
            rest += pool.low
    if most == 0:
        return 0.0
    return 1.0 if math.isinf(most) else most / (most + rest)


def ratio_bounds(
    largest: int, amounts: Sequence[Amount], pools: Sequence[Pool] = ()
) -> tuple[float, float]:
    """Bounds of the share of the `largest` counterparties together (CR-k).

    High is exact for up to some hundred subsets, else the sum of the largest single shares. Low is
    exact without pools (the evenest vector at the best level); with pools each member's part is
    freed from the pool's total, which can only be lower. A group counts as very many for low.

    Examples
    --------
    >>> ratio_bounds(1, [Amount(1.0, 1.0), Amount(1.0, 3.0)])
    (0.5, 0.75)
    """
    present = [i for i, a in enumerate(amounts) if a.high != 0 or _is_member(i, pools)]
    size = min(largest, len(present))
    if size == 0:
        return 0.0, 0.0
    if math.comb(len(present), size) <= _SUBSETS:
        subsets = itertools.combinations(present, size)
        high = max(group_share_high(subset, amounts, pools) for subset in subsets)
    else:
        single = [share_bounds(index, amounts, pools)[1] for index in present]
        high = min(math.fsum(sorted(single, reverse=True)[:size]), 1.0)
    return min(_ratio_low(size, amounts, pools), high), high


def _ratio_low(size: int, amounts: Sequence[Amount], pools: Sequence[Pool]) -> float:
    boxes, apart = [], 0.0
    for index, amount in enumerate(amounts):
        high = math.inf if amount.high is None else amount.high
        for pool in pools:
            if index in pool.members:
                high += math.inf if pool.high is None else pool.high
        if amount.is_group:
            apart += high
        elif high > 0:
            boxes.append((amount.low, high))
    if math.isinf(apart) or not boxes or (apart and all(low == 0 for low, _ in boxes)):
        return 0.0
    unbounded = sum(math.isinf(high) for _, high in boxes)
    found = [min(1.0, size / unbounded)] if unbounded else []
    if all(low == 0 for low, _ in boxes):
        found.append(min(1.0, size / len(boxes)))
    for level in {bound for box in boxes for bound in box if 0 < bound < math.inf}:
        held = sorted((min(max(level, low), high) for low, high in boxes), reverse=True)
        found.append(math.fsum(held[:size]) / (math.fsum(held) + apart))
    return min(found)


def _is_member(index: int, pools: Sequence[Pool]) -> bool:
    return any(index in pool.members and pool.high != 0 for pool in pools)
