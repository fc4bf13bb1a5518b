"""The map of clearing: from fractions paid to what comes in, and to fractions that can be paid.

Lives here: one step of `clearing.clear`, monotone in the fractions: the less a debtor pays the
larger the call on its guarantor, the less the guarantor's other creditors get, and the creditor
that is guaranteed is never better off. Not here: iterating it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp

from graphbuild.contagion.fixedpoint import Array, Flags
from graphbuild.contagion.obligations import Obligations

_SLACK = 1e-10
"""A shortfall below this part of the dues is rounding, not default."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything one step needs; `holdings` is transposed: row = owner, column = issuer."""

    obligations: Obligations
    cash: Array
    alpha: float
    beta: float
    holdings: "sp.csr_array[Any] | None"

    @property
    def scale(self) -> float:
        """Size of the money, to make values of equity comparable with fractions."""
        return float(self.obligations.due.sum() + np.abs(self.cash).sum()) or 1.0

    def is_short(self, assets: Array, dues: Array) -> Flags:
        """Whether assets do not cover dues, beyond rounding."""
        return np.asarray(assets < dues - _SLACK * np.maximum(dues, 1e-300))


def calls_on(rules: Rules, fractions: Array) -> Array:
    """Amount called on each guarantee: what the debtor leaves unpaid, up to part and cap."""
    owed = rules.obligations
    calls = np.zeros((len(owed.guarantees), *fractions.shape[1:]))
    for number, guarantee in enumerate(owed.guarantees):
        claim = guarantee.claim
        place = owed.debtor[claim] * owed.ranks + owed.rank[claim]
        unpaid = owed.amount[claim] * (1.0 - fractions[place])
        calls[number] = np.minimum(guarantee.part * unpaid, guarantee.cap)
    return calls


def payable(rules: Rules, value: Array) -> tuple[Array, Array, Array]:
    """Assets, what of them can be paid out, and dues by rank with calls, for a state."""
    owed = rules.obligations
    fractions = value[: owed.size * owed.ranks]
    incoming = owed.receipts @ fractions
    dues = owed.due.reshape(owed.size, owed.ranks, *(1,) * (fractions.ndim - 1))
    dues = np.broadcast_to(dues, (owed.size, owed.ranks, *fractions.shape[1:]))
    if owed.guarantees:
        dues = dues.copy()
        for guarantee, call in zip(owed.guarantees, calls_on(rules, fractions), strict=True):
            place = guarantee.guarantor * owed.ranks + guarantee.rank
            dues[guarantee.guarantor, guarantee.rank] += call
            incoming[owed.creditor[guarantee.claim]] += call * fractions[place]
    if rules.holdings is not None:
        incoming = incoming + rules.holdings @ value[owed.size * owed.ranks :] * rules.scale
    assets = rules.cash + incoming
    left = assets
    if rules.alpha < 1 or rules.beta < 1:
        own = np.where(rules.cash > 0, rules.alpha * rules.cash, rules.cash)
        short = rules.is_short(assets, dues.sum(axis=1))
        left = np.where(short, own + rules.beta * incoming, assets)
    return assets, left, dues


def step_of(rules: Rules) -> Callable[[Array], Array]:
    """The step that fits: a lean one for the plain case of one rank, else the general one."""
    owed = rules.obligations
    is_plain = owed.ranks == 1 and not owed.guarantees and rules.holdings is None
    if is_plain and rules.alpha == rules.beta == 1:
        return _plain_step(rules)
    return lambda value: _step(rules, value)


def _plain_step(rules: Rules) -> Callable[[Array], Array]:
    receipts, cash = rules.obligations.receipts, rules.cash
    due = rules.obligations.due[:, 0]
    nobody = due == 0
    inverse = (1.0 / np.where(nobody, 1.0, due)).reshape(-1, *(1,) * (cash.ndim - 1))
    has_free = bool(nobody.any())

    def step(value: Array) -> Array:
        found: Array = receipts @ value
        found += cash
        found *= inverse
        np.clip(found, 0.0, 1.0, out=found)
        if has_free:
            found[nobody] = 1.0
        return found

    return step


def _step(rules: Rules, value: Array) -> Array:
    assets, left, dues = payable(rules, value)
    fractions = np.empty(dues.shape)
    rest = np.maximum(left, 0.0)
    short = rules.is_short(assets, dues.sum(axis=1))
    for rank in range(dues.shape[1]):
        owed = dues[:, rank]
        owes = owed > 0
        part = np.divide(rest, owed, out=np.ones_like(rest), where=owes)
        fractions[:, rank] = np.where(short | ~owes, np.minimum(part, 1.0), 1.0)
        rest = np.maximum(rest - owed, 0.0)
    flat = fractions.reshape(-1, *fractions.shape[2:])
    if rules.holdings is None:
        return flat
    equity = np.maximum(assets - dues.sum(axis=1), 0.0) / rules.scale
    return np.concatenate([flat, equity])
