"""Who is paid how much when not everybody can pay: clearing with ranks, guarantees and holdings.

Lives here: `clear` for Eisenberg and Noe (Management Science 47, 2001, 236,
doi:10.1287/mnsc.47.2.236.9835), Rogers and Veraart (Management Science 59, 2013, 882,
doi:10.1287/mnsc.1120.1569) and ranks with equity holdings after Elsinger (OeNB Working Paper 156,
2009). One map serves all; `exact` finishes an iteration by solving for the defaulting nodes.
"""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import scipy.sparse as sp

from graphbuild.contagion.exact import polished
from graphbuild.contagion.fixedpoint import TOLERANCE, Array, Flags, UnsettledError, settle
from graphbuild.contagion.obligations import Obligations
from graphbuild.contagion.payout import Rules, calls_on, payable, step_of

_FIRST_STEPS = 300
"""Steps before the defaulting nodes are solved for directly; slow rings need it."""

Solution = Literal["greatest", "least"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearing:
    """What each node ends with, in the unit of the claims; a second axis holds scenarios.

    Parameters
    ----------
    fractions : (size, ranks) part of each rank's debts that is paid, 0 to 1.
    assets : cash and all that came in, before default costs.
    dues : all a node owed, calls on its guarantees included.
    paid : what it paid of that.
    equity : assets less dues; negative where debts are not covered.
    defaults : nodes whose assets fall short of their dues.
    calls : amount called on each guarantee; `called_paid` what of it was paid.
    """

    fractions: Array
    assets: Array
    dues: Array
    paid: Array
    equity: Array
    defaults: Flags
    calls: Array
    called_paid: Array
    steps: int


def clear(
    obligations: Obligations,
    cash: Any,
    *,
    alpha: float = 1.0,
    beta: float = 1.0,
    holdings: Any = None,
    solution: Solution = "greatest",
    tolerance: float = TOLERANCE,
) -> Clearing:
    """The greatest or the least clearing payments.

    Parameters
    ----------
    cash : (size,) assets that do not depend on other nodes, or (size, scenarios). A negative
        entry is a debt to outsiders before all ranks; it is paid as far as receipts go.
    alpha, beta : part of its cash, and of what others pay it, that a defaulting node can still
        pay out. Whether it defaults is judged before these costs.
    holdings : ``holdings[i][j]`` = fraction of i's equity that j owns; at most 1 in
        sum. Not together with scenarios or guarantees.
    solution : where a ring has no outside cash the two differ and contracts alone do not decide.
    tolerance : largest change of a paid fraction at which the iteration stops.

    Examples
    --------
    >>> ring = Obligations.from_matrix([[0, 1], [1, 0]])
    >>> clear(ring, [0, 0]).paid.tolist(), clear(ring, [0, 0], solution="least").paid.tolist()
    ([1.0, 1.0], [0.0, 0.0])
    """
    own = np.asarray(cash, dtype=float)
    if own.shape[0] != obligations.size or not np.isfinite(own).all():
        raise ValueError("cash needs one finite entry a node")
    if not (0 <= alpha <= 1 and 0 <= beta <= 1):
        raise ValueError("alpha and beta are fractions of 0 to 1")
    rules = Rules(obligations, own, alpha, beta, _shares(holdings, obligations, own))
    start = _start(rules, solution)
    step, is_above = step_of(rules), solution == "greatest"
    try:
        found = settle(step, start, tolerance=tolerance, limit=_FIRST_STEPS)
        value, steps = found.value, found.steps
    except UnsettledError as stalled:
        value, steps = stalled.value, _FIRST_STEPS
        if polished(rules, value, is_from_above=is_above) is None:
            found = settle(step, value, tolerance=tolerance)
            value, steps = found.value, steps + found.steps
    better = polished(rules, value, is_from_above=is_above)
    return _result(rules, value if better is None else better, steps)


def _shares(holdings: Any, obligations: Obligations, own: Array) -> "sp.csr_array[Any] | None":
    if holdings is None:
        return None
    shares = sp.csr_array(np.asarray(holdings, dtype=float))
    if own.ndim > 1 or obligations.guarantees:
        raise ValueError("holdings are cleared one scenario at a time and without guarantees")
    sums = np.asarray(shares.sum(axis=1)).ravel()
    if (
        shares.shape != (obligations.size,) * 2
        or (sums > 1).any()
        or shares.data.min(initial=0) < 0
    ):
        raise ValueError("holdings need one row a node, fractions of 0 to 1, at most 1 in sum")
    return sp.csr_array(shares.T)


def _start(rules: Rules, solution: Solution) -> Array:
    """Paid fractions above, or below, every solution; values of equity behind them."""
    owed = rules.obligations
    full = 1.0 if solution == "greatest" else 0.0
    fractions = np.full((owed.size * owed.ranks, *rules.cash.shape[1:]), full)
    if rules.holdings is None:
        return fractions
    equity = np.zeros(owed.size)
    if solution == "greatest":
        incoming = rules.cash + owed.receipts @ fractions
        eye = sp.eye_array(owed.size)
        equity = sp.linalg.spsolve(sp.csc_array(eye - rules.holdings), np.maximum(incoming, 0.0))
    return np.concatenate([fractions, equity / rules.scale])


def _result(rules: Rules, value: Array, steps: int) -> Clearing:
    owed = rules.obligations
    fractions = value[: owed.size * owed.ranks]
    calls = calls_on(rules, fractions)
    assets, _, dues = payable(rules, value)
    total = dues.sum(axis=1)
    shaped = fractions.reshape(dues.shape)
    called = np.zeros_like(calls)
    for number, guarantee in enumerate(owed.guarantees):
        called[number] = calls[number] * shaped[guarantee.guarantor, guarantee.rank]
    return Clearing(
        fractions=shaped,
        assets=assets,
        dues=total,
        paid=(shaped * dues).sum(axis=1),
        equity=assets - total,
        defaults=rules.is_short(assets, total),
        calls=calls,
        called_paid=called,
        steps=steps,
    )
