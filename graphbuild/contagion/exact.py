"""The last step of a slow iteration: solve for the nodes that default, once it is known which.

The fictitious default sequence of Eisenberg and Noe, section 3, taken up where iteration stands.
The answer counts only if it repeats itself under the map with the same nodes in default at the
same rank; else the caller iterates on. Not here: cases with guarantees, holdings or many scenarios.
"""

import warnings

import numpy as np
import scipy.sparse as sp
from scipy.sparse.linalg import MatrixRankWarning, splu

from graphbuild.contagion.fixedpoint import Array
from graphbuild.contagion.obligations import Index
from graphbuild.contagion.payout import Rules, payable, step_of

_MOST_UNKNOWNS = 1500
"""Direct solution fills in badly beyond this; large networks leak enough to iterate."""
_REPEATS = 1e-12


def polished(rules: Rules, value: Array, *, is_from_above: bool) -> Array | None:
    """The solution itself where `value` is near enough to know its regime; ``None`` elsewhere.

    From above the sequence may go on to further defaults; from below one attempt is safe.
    """
    owed = rules.obligations
    if owed.guarantees or rules.holdings is not None or value.ndim > 1:
        return None
    for _ in range(owed.size + 1 if is_from_above else 1):
        places = _partly_paid(rules, value)
        if len(places) == 0 or len(places) > _MOST_UNKNOWNS:
            return None
        solved = _solve(rules, value, places)
        if solved is None:
            return None
        again = step_of(rules)(solved)
        if np.array_equal(_partly_paid(rules, again), places):
            return solved if np.max(np.abs(again - solved)) < _REPEATS else None
        value = again
    return None


def _partly_paid(rules: Rules, value: Array) -> Index:
    """Places (node x ranks + rank) where a defaulting node's money runs out."""
    owed = rules.obligations
    assets, left, dues = payable(rules, value)
    short = np.flatnonzero(rules.is_short(assets, dues.sum(axis=1)) & (left >= 0))
    before = np.cumsum(dues[short], axis=1)
    rank = (before <= left[short, None]).sum(axis=1)
    return np.asarray(short * owed.ranks + np.minimum(rank, owed.ranks - 1))


def _solve(rules: Rules, value: Array, places: Index) -> Array | None:
    owed = rules.obligations
    nodes, ranks = places // owed.ranks, places % owed.ranks
    fixed = step_of(rules)(value)
    fixed[places] = 0.0
    senior = np.concatenate([np.zeros((owed.size, 1)), np.cumsum(owed.due, axis=1)], axis=1)
    own = np.where(rules.cash > 0, rules.alpha * rules.cash, rules.cash)
    incoming = owed.receipts @ fixed
    known = own[nodes] + rules.beta * incoming[nodes] - senior[nodes, ranks]
    among = sp.csr_array(owed.receipts[nodes, :][:, places])
    system = sp.diags_array(owed.due[nodes, ranks]) - rules.beta * among
    with warnings.catch_warnings():
        warnings.simplefilter("error", MatrixRankWarning)
        try:
            part = splu(sp.csc_array(system)).solve(known)
        except (RuntimeError, MatrixRankWarning):
            return None
    if not np.isfinite(part).all() or part.min() < 0 or part.max() > 1:
        return None
    fixed[places] = part
    return np.asarray(fixed)
