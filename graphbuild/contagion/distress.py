"""Losses passed on before anybody defaults: DebtRank, linear and of 2012, and revenue shortfalls.

Both linear forms are one map, ``h = min(1, shock + weights @ h)``: Bardoscia, Battiston, Caccioli
and Caldarelli (PLoS ONE 10(6), 2015, doi:10.1371/journal.pone.0130406) for equity, Haimes and
Jiang's inoperability (J. Infrastructure Systems 7, 2001) for revenue. States are fractions.
"""

from typing import Any

import numpy as np
import scipy.sparse as sp

from graphbuild.contagion.fixedpoint import Array, settle

_CHUNK = 128
"""Scenarios solved together; wider blocks fall out of the processor's cache."""


def impact_weights(
    size: int, lender: Any, borrower: Any, amount: Any, buffer: Any, *, loss_given: float = 1.0
) -> "sp.csr_array[Any]":
    """``weights[i, j]`` = part of i's buffer that is lost when j fails wholly.

    Parameters
    ----------
    lender, borrower, amount : one entry an exposure, amounts in the unit of `buffer`.
    buffer : (size,) equity, or cash and undrawn funding where equity is negative; positive, as it
        was before the shock.
    loss_given : fraction of an exposure lost.
    """
    held = np.asarray(buffer, dtype=float)
    by, to = np.asarray(lender, dtype=np.intp), np.asarray(borrower, dtype=np.intp)
    if (held[by] <= 0).any():
        raise ValueError("a lender's buffer is not positive; choose and state another buffer")
    part = loss_given * np.asarray(amount, dtype=float) / held[by]
    return sp.csr_array((part, (by, to)), shape=(size, size))


def linear_distress(weights: Any, shocks: Any, *, tolerance: float = 1e-13) -> Array:
    """Least solution of ``h = min(1, shock + weights @ h)``, for one shock or many.

    Parameters
    ----------
    weights : (size, size) dense or sparse, row = who loses, column = through whom.
    shocks : (size,) or (size, scenarios) first losses as fractions of each buffer, 0 to 1.

    Returns
    -------
    Losses as fractions of buffers in the shape of `shocks`, the shock included.

    Examples
    --------
    >>> linear_distress([[0, 0.4], [0.5, 0]], [0.2, 0.0]).round(9).tolist()
    [0.25, 0.125]
    """
    passed, first = sp.csr_array(weights), np.asarray(shocks, dtype=float)
    if (first < 0).any() or (first > 1).any():
        raise ValueError("shocks are fractions of 0 to 1")
    if first.ndim == 1:
        return _settle_block(passed, first, tolerance)
    found = np.empty_like(first)
    for begin in range(0, first.shape[1], _CHUNK):
        block = np.ascontiguousarray(first[:, begin : begin + _CHUNK])
        found[:, begin : begin + _CHUNK] = _settle_block(passed, block, tolerance)
    return found


def _settle_block(passed: "sp.csr_array[Any]", first: Array, tolerance: float) -> Array:
    def step(state: Array) -> Array:
        following: Array = passed @ state
        following += first
        return np.minimum(following, 1.0, out=following)

    return settle(step, first, tolerance=tolerance).value


def debtrank_2012(weights: Any, shock: Any, *, is_capped: bool = True) -> Array:
    """DebtRank as first published: every node passes its distress on once.

    Battiston, Puliga, Kaushik, Tasca and Caldarelli (Scientific Reports 2, 2012, 541,
    doi:10.1038/srep00541). It understates loops by design and is here for comparison only.

    Parameters
    ----------
    is_capped : weights above 1 count as 1, as published; some implementations leave this out.
    """
    passed = sp.csr_array(weights)
    if is_capped:
        passed = passed.minimum(
            sp.csr_array((np.ones_like(passed.data), passed.indices, passed.indptr))
        )
    state = np.asarray(shock, dtype=float).copy()
    is_spent = np.zeros(len(state), dtype=bool)
    is_active = state > 0
    while is_active.any():
        state_next = np.minimum(1.0, state + passed @ np.where(is_active, state, 0.0))
        is_spent |= is_active
        is_active = (state_next > 0) & ~is_spent
        state = state_next
    return state


def revenue_shortfall(shares: Any, shocks: Any, *, passed_on: Any = 1.0) -> Array:
    """Part of each node's revenue that is lost, first and further rounds.

    Parameters
    ----------
    shares : ``shares[i][j]`` = part of i's revenue that j pays.
    passed_on : part of its own lost revenue that a payer cuts from its purchases, one figure or
        ``[i][j]``; 1 is an upper bound and must be labelled so.

    Returns
    -------
    Fractions of revenue, at most 1; with a loop gain of 1 or more everything reached ends at 1.
    """
    linked = np.asarray(shares, dtype=float) * np.asarray(passed_on, dtype=float)
    return linear_distress(linked, shocks)


def loop_gain(weights: Any) -> float:
    """Spectral radius: from 1 on a shock has no finite uncapped answer."""
    dense = sp.csr_array(weights).toarray()
    return float(np.max(np.abs(np.linalg.eigvals(dense)), initial=0.0))
