"""Measures of concentration on plain shares: known amounts, no intervals.

Lives here: Herfindahl index and its relatives. Intervals of amounts: `herfindahl`. The graph:
`concentration`.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass


def herfindahl(amounts: Sequence[float]) -> float:
    """Herfindahl-Hirschman index of counterparties.

    Sum of squared shares, s_i = amount_i / total.

    Parameters
    ----------
    amounts : one non-negative amount a counterparty, any unit; zeros do not matter.

    Returns
    -------
    float in (0, 1]; 1 means a single counterparty, 1/n means n equal ones. In the points of US
    competition authorities multiply by 10,000; their thresholds are about markets, not customers.

    Raises
    ------
    ValueError
        a negative amount, or nothing at all.

    References
    ----------
    Hirschman, "The Paternity of an Index", American Economic Review 54 (1964) 761.

    Examples
    --------
    >>> round(herfindahl([30, 30, 20, 20]), 10)
    0.26
    """
    return sum(share**2 for share in _shares(amounts))


def normalised_herfindahl(index: float, counterparties: int) -> float:
    """Herfindahl index moved to 0 for equal counterparties: (H - 1/n) / (1 - 1/n).

    Parameters
    ----------
    counterparties : those that exist, not rows of a table; with one the result is 1.

    Examples
    --------
    >>> round(normalised_herfindahl(0.4, 5), 10)
    0.25
    """
    if counterparties < 1:
        raise ValueError(f"counterparties = {counterparties}: at least one is needed")
    if counterparties == 1:
        return 1.0
    equal = 1 / counterparties
    return (index - equal) / (1 - equal)


def effective_number(index: float) -> float:
    """Number of equal counterparties with the same Herfindahl index: 1 / H.

    Examples
    --------
    >>> effective_number(0.25)
    4.0
    """
    return 1 / index


def entropy_number(amounts: Sequence[float]) -> float:
    """Number of equal counterparties with the same Shannon entropy: exp(-sum s ln s).

    Examples
    --------
    >>> round(entropy_number([1, 1, 1, 1]), 10)
    4.0
    """
    return math.exp(-sum(share * math.log(share) for share in _shares(amounts) if share > 0))


def concentration_ratio(amounts: Sequence[float], largest: int) -> float:
    """Share of the `largest` counterparties together (CR-k), 0 to 1.

    Examples
    --------
    >>> concentration_ratio([60, 10, 10, 10, 10], 2)
    0.7
    """
    return math.fsum(sorted(_shares(amounts), reverse=True)[:largest])


def gini(amounts: Sequence[float]) -> float:
    """Gini coefficient in the n-form: 2 sum i x_(i) / (n sum x) - (n + 1) / n, x ascending.

    0 for equal amounts, (n - 1) / n for one holder of everything; not multiplied by n / (n - 1).

    Examples
    --------
    >>> round(gini([30, 30, 20, 20]), 10)
    0.1
    """
    ordered = sorted(_shares(amounts))
    count = len(ordered)
    ranked = math.fsum(rank * share for rank, share in enumerate(ordered, start=1))
    return 2 * ranked / count - (count + 1) / count


@dataclass(frozen=True, slots=True)
class Disclosed:
    """Herfindahl index between two bounds, both 0 to 1."""

    low: float
    high: float


def disclosed_herfindahl(
    known: Sequence[float], threshold: float, at_least: Sequence[bool] = ()
) -> Disclosed:
    """Herfindahl index where only customers at or above a threshold are disclosed.

    Low: the undisclosed rest is spread over very many. High: it is packed into blocks just under
    the threshold. Holds only if every customer at or above the threshold is in `known`. US filers
    name them from 10 % of revenue (FASB ASC 280-10-50-42).

    Parameters
    ----------
    known : shares of revenue, 0 to 1, together at most 1.
    threshold : share from which customers are disclosed.
    at_least : marks shares stated as "10 % or more"; any of these may hold the whole rest.

    Examples
    --------
    >>> bounds = disclosed_herfindahl([0.62, 0.15], 0.10)
    >>> round(bounds.low, 4), round(bounds.high, 4)
    (0.4069, 0.4278)
    """
    rest = 1 - math.fsum(known)
    if any(share < 0 for share in known) or rest < -1e-9:
        raise ValueError(f"known shares {list(known)} are negative or add to more than 1")
    if not 0 < threshold <= 1:
        raise ValueError(f"threshold = {threshold}: must be above 0 and at most 1")
    rest = max(rest, 0.0)
    low = math.fsum(share**2 for share in known)
    blocks = math.floor(rest / threshold + 1e-9)
    high = low + blocks * threshold**2 + max(rest - blocks * threshold, 0.0) ** 2
    for share, is_floor in zip(known, at_least, strict=False):
        if is_floor:
            high = max(high, low - share**2 + (share + rest) ** 2)
    return Disclosed(low, min(high, 1.0))


def _shares(amounts: Sequence[float]) -> list[float]:
    if any(amount < 0 for amount in amounts):
        raise ValueError(f"amounts {list(amounts)}: shares of negative amounts mean nothing")
    total = math.fsum(amounts)
    if total <= 0:
        raise ValueError("all amounts are zero: there are no shares")
    return [amount / total for amount in amounts]
