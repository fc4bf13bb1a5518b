"""Claims valued by the state of the debtor: one engine, the model is the valuation plugged in.

After Barucca and others, "Network valuation in financial systems" (Mathematical Finance 30, 2020,
1181, doi:10.1111/mafi.12272): ``E = own - owed + claims @ V(E)``. Eisenberg and Noe, Furfine's
cascade and linear DebtRank are choices of V. Ranks and default costs: `clearing`.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from graphbuild.contagion.fixedpoint import Array, settle

Valuation = Callable[[Array], Array]
"""From the equity of debtors to the fraction of face at which claims on them are carried."""


def clearing_value(owed: Any) -> Valuation:
    """Paid in full while equity is not negative, else what there is, all debts of one rank."""
    debts = np.asarray(owed, dtype=float)
    safe = np.where(debts > 0, debts, 1.0)
    return lambda equity: np.where(equity >= 0, 1.0, np.clip((equity + debts) / safe, 0.0, 1.0))


def threshold_value(recovery: float) -> Valuation:
    """Furfine's cascade (J. Money, Credit and Banking 35, 2003): a fixed recovery once equity is
    negative.
    """
    return lambda equity: np.where(equity >= 0, 1.0, recovery)


def linear_value(equity_before: Any, *, recovery: float = 0.0) -> Valuation:
    """Linear DebtRank: value falls in step with the debtor's equity, to the recovery."""
    before = np.asarray(equity_before, dtype=float)
    if (before <= 0).any():
        raise ValueError("equity before the shock is not positive; choose and state another buffer")
    return lambda equity: recovery + (1 - recovery) * np.clip(equity / before, 0.0, 1.0)


def revalue(claims: Any, own: Any, owed: Any, value: Valuation) -> Array:
    """Greatest equities that agree with the value of claims on one another.

    Parameters
    ----------
    claims : ``claims[i][j]`` = face of what j owes i, in one unit with the rest.
    own, owed : (size,) assets that are no claims on nodes, and all debts.

    Returns
    -------
    Equity of each node, negative where its assets fall short.

    Examples
    --------
    >>> claims = [[0, 0.5, 0], [0, 0, 0.5], [0.5, 0, 0]]
    >>> equity = revalue(claims, [0.5, 1, 1], [0.5] * 3, linear_value([1, 1, 1]))
    >>> equity.round(6).tolist()
    [0.428571, 0.857143, 0.714286]
    """
    face = np.asarray(claims, dtype=float)
    base = np.asarray(own, dtype=float) - np.asarray(owed, dtype=float)
    scale = float(np.abs(face).sum() + np.abs(base).sum()) or 1.0
    return settle(lambda e: base + face @ value(e), base + face.sum(axis=1), scale=scale).value


def cascade(
    lender: Any, borrower: Any, amount: Any, buffer: Any, failed: Any, *, loss_given: float = 1.0
) -> tuple[Array, list[list[int]]]:
    """Furfine's default cascade in rounds.

    Parameters
    ----------
    failed : nodes that fail first.
    loss_given : fraction of an exposure lost when the borrower fails.

    Returns
    -------
    Loss of each node in the unit of the amounts, and the nodes that fail in each round. A node
    fails when its losses reach its buffer.
    """
    by, to = np.asarray(lender, dtype=np.intp), np.asarray(borrower, dtype=np.intp)
    lost, held = loss_given * np.asarray(amount, dtype=float), np.asarray(buffer, dtype=float)
    is_failed = np.zeros(len(held), dtype=bool)
    losses, rounds = np.zeros(len(held)), []
    new = np.unique(np.asarray(failed, dtype=np.intp))
    while len(new):
        is_failed[new] = True
        rounds.append([int(node) for node in new])
        hit = np.isin(to, new)
        np.add.at(losses, by[hit], lost[hit])
        new = np.flatnonzero(~is_failed & (losses >= held) & (losses > 0))
    return losses, rounds
