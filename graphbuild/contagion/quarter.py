"""One quarter's clearing on the model, for many corners at once: the greatest payments.

Eisenberg and Noe (doi:10.1287/mnsc.47.2.236.9835) with two ranks, dues and debt service before
promised funding, and guarantees called in order for what the debtor leaves unpaid. The rules are
those of `clearing`, which tests hold against it; amounts here differ by corner, so fractions are
passed on by term instead of through one matrix.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graphbuild.contagion.fixedpoint import Array, settle
from graphbuild.contagion.model import Model


@dataclass(frozen=True, slots=True)
class Backing:
    """A guarantee behind one deal: `promise` and `term` are places in the model."""

    promise: int
    term: int
    guarantor: int
    creditor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """Columns are corners.

    Parameters
    ----------
    part : (terms, corners) fraction paid of what is offered.
    dues, unpaid : (parties, corners) USD of dues with calls on guarantees, and what is left of
        them; promised funding is not among them.
    equity : (parties, corners) USD left after all, negative where something is lacking.
    called_paid : (backings, corners) USD paid on each call.
    """

    part: Array
    dues: Array
    unpaid: Array
    equity: Array
    called_paid: Array


def backings(model: Model) -> list[Backing]:
    """Guarantees and the deals behind which they stand, in the order in which they are called.

    A guarantee covers every deal between the obligor and the beneficiary, up to one cap; guarantors
    of one deal are called one after the other, in order of their deals' ids.
    """
    found = []
    for number, promise in enumerate(model.promises):
        for place, term in enumerate(model.terms):
            if term.is_funding or (term.payer, term.payee) != (
                promise.obligor,
                promise.beneficiary,
            ):
                continue
            guarantor, creditor = model.place[promise.guarantor], model.place[promise.beneficiary]
            found.append(Backing(number, place, guarantor, creditor))
    return found


def cleared(
    model: Model,
    offered: Array,
    keep: Array,
    own: Array,
    backing: Sequence[Backing],
    left: Array,
    covers: Array,
    quarter: int,
) -> Cleared:
    """The greatest payments of one quarter.

    Parameters
    ----------
    offered : (terms,) USD owed. keep : (terms, corners) part that the payee lacks if unpaid.
    own : (parties, corners) USD of cash before the quarter's receipts; negative: owed before all.
    left : (promises, corners) USD that may still be called on each guarantee.
    covers : (promises, corners) part of what is unpaid that it covers.
    """
    is_funding = model.rank == 1
    dues = model.pays @ np.where(is_funding, 0.0, offered) + model.debt_due[:, quarter]
    funding = model.pays @ np.where(is_funding, offered, 0.0)
    worth = offered[:, None] * keep

    def assess(state: Array) -> tuple[Array, Array, Array]:
        """Assets, dues with calls, and the calls, for fractions paid (2, parties, corners)."""
        part = state[model.rank, model.payer]
        assets = own + model.gets @ (worth * part)
        total = np.repeat(dues[:, None], own.shape[1], axis=1)
        calls = np.zeros((len(backing), own.shape[1]))
        still, bare = left.copy(), worth * (1.0 - part)
        for number, link in enumerate(backing):
            call = np.minimum(bare[link.term] * covers[link.promise], still[link.promise])
            still[link.promise] -= call
            bare[link.term] -= call
            calls[number] = call
            total[link.guarantor] += call
            assets[link.creditor] += call * state[0, link.guarantor]
        return assets, total, calls

    def step(state: Array) -> Array:
        assets, total, _ = assess(state)
        rest = np.maximum(assets, 0.0)
        found = np.ones_like(state)
        np.divide(rest, total, out=found[0], where=total > 0)
        spare = np.maximum(rest - total, 0.0)
        owes = np.broadcast_to(funding[:, None] > 0, spare.shape)
        np.divide(spare, np.maximum(funding, 1e-300)[:, None], out=found[1], where=owes)
        return np.minimum(found, 1.0, out=found)

    state = settle(step, np.ones((2, *own.shape))).value
    assets, total, calls = assess(state)
    paid = np.array([call * state[0, b.guarantor] for call, b in zip(calls, backing, strict=True)])
    return Cleared(
        part=state[model.rank, model.payer],
        dues=total,
        unpaid=total * (1.0 - state[0]),
        equity=assets - total - funding[:, None],
        called_paid=paid.reshape(calls.shape),
    )
