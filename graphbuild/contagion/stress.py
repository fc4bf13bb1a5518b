"""A scenario run through the contracts, quarter by quarter: who falls short of cash, and why.

Everything is measured against a plan in which all contracts are kept and whatever operations do
not bring is funded from outside; a scenario takes cash out of that plan. Each quarter is one
clearing: own dues before promised funding, guarantees called for what the debtor leaves unpaid,
and a payee loses the price less what it earns again elsewhere. Who bears which loss: `losses`.
"""

from dataclasses import dataclass, field

import numpy as np

from graphbuild.contagion.clearing import clear
from graphbuild.contagion.fixedpoint import Array
from graphbuild.contagion.model import ENOUGH, Corner, Model, at, buffers
from graphbuild.contagion.obligations import Guarantee, Index, Obligations
from graphbuild.contagion.pressure import Pressure, apply_scenario
from graphbuild.contagion.scenario import Scenario

_CENT = 0.01
"""USD; sums of hundreds of billions are exact to less."""

_SHORT = 1e-6
"""Part of a quarter's dues below which a shortfall is rounding."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """One corner of one scenario.

    Parameters
    ----------
    paid : (terms, quarters) USD paid by the debtor under each deal.
    lost : (terms, quarters) USD that the payee lacks for good: the price less what it re-lets.
    called : (promises, quarters) USD paid on each guarantee.
    short : (parties, quarters) USD of dues left unpaid, or of cash taken beyond all it has.
    failed : party -> number of the quarter in which it first falls short.
    """

    corner: Corner
    pressure: Pressure
    paid: Array
    lost: Array
    called: Array
    short: Array
    failed: dict[str, int] = field(default_factory=dict)


def relet_part(model: Model, corner: Corner, chip_price: float) -> Array:
    """Part of each deal's price that the payee earns again, by term."""
    found = []
    for term in model.terms:
        low, high = term.relet
        part = low + (high - low) * corner.turned.get(f"relet:{term.deal_id}", corner.relet)
        found.append(part * chip_price if term.instrument == "cloud_contract" else part)
    return np.array(found)


def run_scenario(model: Model, scenario: Scenario, corner: Corner) -> Run:
    """The scenario in one corner.

    Raises
    ------
    NotFoundError
        a shock names somebody or something that the model does not hold.
    """
    pressure = apply_scenario(model, scenario, corner)
    keep = 1.0 - relet_part(model, corner, pressure.chip_price)
    shape = pressure.offered.shape
    run = Run(
        corner=corner,
        pressure=pressure,
        paid=np.zeros(shape),
        lost=np.zeros(shape),
        called=np.zeros(pressure.backing.shape),
        short=np.zeros(pressure.cash.shape),
    )
    cash = buffers(model, corner)
    for quarter in range(shape[1]):
        cash = _one_quarter(model, run, keep, cash, quarter)
    return run


def _one_quarter(model: Model, run: Run, keep: Array, cash: Array, quarter: int) -> Array:
    """Clear one quarter; returns the cash that is left."""
    payer, payee = model.payer, model.payee
    planned, offered = model.planned[:, quarter], run.pressure.offered[:, quarter]
    own = cash - run.pressure.cash[:, quarter]
    np.add.at(own, payer, offered)
    np.subtract.at(own, payee, planned * keep)
    stopped = _stopped(model, run, quarter)
    equity = None if stopped else _all_paid(own, payer, payee, offered, keep)
    if equity is not None:
        run.paid[:, quarter] = offered
        run.lost[:, quarter] = (planned - offered) * keep
        return _carried(model, run, equity)
    own[stopped] = -ENOUGH
    obligations, backers = _obligations(model, run, keep, quarter)
    found = clear(obligations, own)
    part = found.fractions[payer, model.rank]
    run.paid[:, quarter] = offered * part
    run.lost[:, quarter] = (planned - offered * part) * keep
    for (promise, term), paid in zip(backers, found.called_paid, strict=True):
        run.called[promise, quarter] += paid
        run.lost[term, quarter] -= paid
    _note_failures(model, run, found.equity, obligations, found.fractions, quarter)
    return _carried(model, run, found.equity)


def _all_paid(own: Array, payer: Index, payee: Index, offered: Array, keep: Array) -> Array | None:
    """What everybody has left if all is paid, or ``None`` if somebody cannot pay."""
    left = own.copy()
    np.add.at(left, payee, offered * keep)
    np.subtract.at(left, payer, offered)
    return left if left.min(initial=0.0) >= 0 else None


def _carried(model: Model, run: Run, equity: Array) -> Array:
    """Cash at the start of the next quarter: what is left and what operations bring."""
    surplus = [at(model.books[n].surplus, run.corner.buffer) / 4 for n in model.nodes]
    return np.asarray(np.minimum(np.maximum(equity, 0.0) + np.array(surplus), ENOUGH))


def _obligations(
    model: Model, run: Run, keep: Array, quarter: int
) -> tuple[Obligations, list[tuple[int, int]]]:
    """Claims on what cannot be earned again; the rest goes to outsiders, pari passu."""
    offered = run.pressure.offered[:, quarter]
    outside = np.zeros((len(model.nodes), 2))
    np.add.at(outside, (model.payer, model.rank), offered * (1 - keep))
    guarantees: list[Guarantee] = []
    backers: list[tuple[int, int]] = []
    for number, promise in enumerate(model.promises):
        backing = run.pressure.backing[number, quarter]
        left = promise.cap * backing - run.called[number].sum() if backing > 0 else 0.0
        for place, term in enumerate(model.terms):
            is_meant = (term.payer, term.payee) == (promise.obligor, promise.beneficiary)
            is_taken = any(place == taken for _, taken in backers)
            if is_meant and not term.is_funding and not is_taken and left > 0:
                guarantor = model.place[promise.guarantor]
                guarantees.append(Guarantee(guarantor=guarantor, claim=place, cap=left))
                backers.append((number, place))
                break  # the cap is one; it stands behind the first deal between the two
    built = Obligations.build(
        len(model.nodes),
        model.payer,
        model.payee,
        offered * keep,
        rank=model.rank,
        outside=outside,
        guarantees=tuple(guarantees),
    )
    return built, backers


def _stopped(model: Model, run: Run, quarter: int) -> list[int]:
    """Parties that pay nothing: by decree, or since their contracts ended."""
    decreed = np.flatnonzero(run.pressure.is_failed[:, quarter]).tolist()
    ended = [model.place[node] for node, since in run.failed.items() if since < quarter]
    return sorted({*decreed, *(ended if run.corner.is_ending else [])})


def _note_failures(
    model: Model, run: Run, equity: Array, owed: Obligations, fractions: Array, quarter: int
) -> None:
    dues = owed.due[:, 0]
    unpaid = dues * (1 - fractions[:, 0])
    beyond = np.where(dues > 0, 0.0, np.maximum(-equity, 0.0))
    short = np.where(unpaid > _SHORT * dues, unpaid, 0.0) + np.where(beyond < ENOUGH / 2, beyond, 0)
    run.short[:, quarter] = np.where(short > _CENT, short, 0.0)
    for place, node in enumerate(model.nodes):
        is_out = run.short[place, quarter] > 0 or run.pressure.is_failed[place, quarter]
        if is_out and node not in run.failed:
            run.failed[node] = quarter


def path_of(model: Model, run: Run, node: str, seen: frozenset[str] = frozenset()) -> list[str]:
    """How the shock reached a party, last step first: deals, or "shock" where it is hit itself."""
    place, until = model.place[node], run.failed.get(node, len(model.quarters) - 1) + 1
    own = float(run.pressure.cash[place, :until].sum())
    best, deal = own, -1
    for number, term in enumerate(model.terms):
        missed = float(run.lost[number, :until].sum())
        if term.payee == node and term.payer not in seen and missed > best:
            best, deal = missed, number
    if deal < 0:
        return ["shock"]
    term = model.terms[deal]
    return [term.deal_id, *path_of(model, run, term.payer, seen | {node})]
