"""A scenario run through the contracts, quarter by quarter: who falls short of cash, and why.

Everything is measured against a plan in which all contracts are kept, debt is served and whatever
operations do not bring is funded from outside; a scenario takes cash out of that plan. Each quarter
is one clearing (`quarter`); cash that is left is carried on. Many corners run side by side, as
columns: an answer's four, or thousands of draws. Who bears which loss: `losses`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graphbuild.contagion.corners import Corner, places
from graphbuild.contagion.fixedpoint import Array, Flags
from graphbuild.contagion.model import ENOUGH, Model, buffers
from graphbuild.contagion.obligations import Index
from graphbuild.contagion.pressure import Pressure, apply_scenario
from graphbuild.contagion.quarter import Backing, Cleared, backings, cleared
from graphbuild.contagion.scenario import Scenario

_CENT = 0.01
"""USD; sums of hundreds of billions are exact to less."""

_SHORT = 1e-6
"""Part of a quarter's dues below which a shortfall is rounding."""

NEVER = -1
"""Stands where a quarter's number would, for who does not fall short."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """One corner of one scenario.

    Parameters
    ----------
    paid : (terms, quarters) USD paid by the debtor under each deal.
    lost : (terms, quarters) USD that the payee lacks for good: the price less what it earns again
        elsewhere or saves.
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
    failed: dict[str, int]


@dataclass(frozen=True, kw_only=True)
class Block:
    """Many corners of one scenario: the arrays of `Run` with corners as a last axis.

    `failed` is (parties, corners): the number of the first quarter, or `NEVER`.
    """

    nodes: tuple[str, ...]
    corners: tuple[Corner, ...]
    pressure: Pressure
    paid: Array
    lost: Array
    called: Array
    short: Array
    failed: npt.NDArray[np.int64]

    def column(self, number: int) -> Run:
        """One corner alone."""
        first = self.failed[:, number]
        order = [i for i in np.argsort(first, kind="stable") if first[i] != NEVER]
        return Run(
            corner=self.corners[number],
            pressure=self.pressure.column(number),
            paid=self.paid[:, :, number],
            lost=self.lost[:, :, number],
            called=self.called[:, :, number],
            short=self.short[:, :, number],
            failed={self.nodes[i]: int(first[i]) for i in order},
        )


def run_scenario(model: Model, scenario: Scenario, corner: Corner) -> Run:
    """The scenario in one corner.

    Raises
    ------
    NotFoundError
        a shock names somebody or something that the model does not hold.
    """
    return run_corners(model, scenario, (corner,)).column(0)


def run_corners(model: Model, scenario: Scenario, corners: Sequence[Corner]) -> Block:
    """The scenario in many corners at once; each comes out as if it ran alone.

    Raises
    ------
    NotFoundError
        a shock names somebody or something that the model does not hold.
    """
    pressure = apply_scenario(model, scenario, corners)
    count, quarters = len(corners), len(model.quarters)
    block = Block(
        nodes=model.nodes,
        corners=tuple(corners),
        pressure=pressure,
        paid=np.zeros((len(model.terms), quarters, count)),
        lost=np.zeros((len(model.terms), quarters, count)),
        called=np.zeros((len(model.promises), quarters, count)),
        short=np.zeros((len(model.nodes), quarters, count)),
        failed=np.full((len(model.nodes), count), NEVER),
    )
    fixed = _Fixed(
        keep=kept_parts(model, corners, pressure.chip_price),
        backing=backings(model),
        covers=_covers(model, corners),
        is_ending=np.array([corner.is_ending for corner in corners]),
    )
    cash, surplus = buffers(model, corners), _surplus(model, corners)
    for quarter in range(quarters):
        equity = _one_quarter(model, block, fixed, cash, quarter)
        cash = np.minimum(np.maximum(equity, 0.0) + surplus, ENOUGH)
    return block


def kept_parts(model: Model, corners: Sequence[Corner], chip_price: float) -> Array:
    """(terms, corners) part of the price that a payee lacks for good if it is not paid.

    What it does not earn again from others, and of that what it does not save.
    """
    relet, saved = (places(corners, of) for of in (lambda c: c.relet, lambda c: c.saved))
    found = np.empty((len(model.terms), len(corners)))
    for number, term in enumerate(model.terms):
        price = chip_price if term.instrument == "cloud_contract" else 1.0
        again = (term.relet[0] + (term.relet[1] - term.relet[0]) * relet) * price
        for column, corner in enumerate(corners):
            if corner.turned and f"relet:{term.deal_id}" in corner.turned:
                where = corner.turned[f"relet:{term.deal_id}"]
                again[column] = (term.relet[0] + (term.relet[1] - term.relet[0]) * where) * price
        spared = term.saved[0] + (term.saved[1] - term.saved[0]) * saved
        found[number] = (1.0 - again) * (1.0 - spared)
    return found


def _covers(model: Model, corners: Sequence[Corner]) -> Array:
    """(promises, corners) part of what is unpaid that each guarantee covers."""
    where = places(corners, lambda corner: corner.recovery)
    is_of_parent = np.array([promise.is_of_parent for promise in model.promises], dtype=bool)
    return np.where(is_of_parent[:, None], where, 1.0)


def _surplus(model: Model, corners: Sequence[Corner]) -> Array:
    """(parties, corners) USD a quarter that operations bring beyond what is spent."""
    spans = [model.books[node].surplus for node in model.nodes]
    low = np.array([span.low for span in spans])
    high = np.array([ENOUGH if span.high is None else span.high for span in spans])
    where = places(corners, lambda corner: corner.buffer)
    return np.asarray((low[:, None] + (high - low)[:, None] * where) / 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fixed:
    """What does not change from quarter to quarter: parts kept, calls, who ends contracts."""

    keep: Array
    backing: Sequence[Backing]
    covers: Array
    is_ending: Flags


def _one_quarter(model: Model, block: Block, fixed: _Fixed, cash: Array, quarter: int) -> Array:
    """Clear one quarter in every corner; returns the cash that is left, or lacking."""
    keep, pressure = fixed.keep, block.pressure
    planned, offered = model.planned[:, quarter], pressure.offered[:, quarter]
    due = (model.pays @ offered + model.debt_due[:, quarter])[:, None]
    # The plan brings exactly what is due; a payee's plan counts on what it is to be paid.
    own = cash - pressure.cash[:, quarter] + due - model.gets @ (planned[:, None] * keep)
    is_stopped = (block.failed != NEVER) & fixed.is_ending
    is_stopped |= pressure.is_failed[:, quarter, None]
    left: Array = own + model.gets @ (offered[:, None] * keep) - due
    block.paid[:, quarter] = offered[:, None]
    block.lost[:, quarter] = (planned - offered)[:, None] * keep
    hard = np.flatnonzero((left < 0).any(axis=0) | is_stopped.any(axis=0))
    if len(hard):
        own = np.where(is_stopped, -ENOUGH, own)[:, hard]
        left[:, hard] = _clear_quarter(model, block, fixed, own, hard, quarter)
    return left


def _clear_quarter(
    model: Model, block: Block, fixed: _Fixed, own: Array, hard: Index, quarter: int
) -> Array:
    """The corners in which somebody cannot pay; returns their cash."""
    keep, offered = fixed.keep[:, hard], block.pressure.offered[:, quarter]
    stands = block.pressure.backing[:, quarter]
    caps = np.array([promise.cap for promise in model.promises]).reshape(stands.shape)
    whole = np.where(stands > 0, caps * np.where(stands > 0, stands, 1.0), 0.0)
    left = np.maximum(whole[:, None] - block.called[:, :, hard].sum(axis=1), 0.0)
    found = cleared(model, offered, keep, own, fixed.backing, left, fixed.covers[:, hard], quarter)
    paid = offered[:, None] * found.part
    block.paid[:, quarter, hard] = paid
    lost = (model.planned[:, quarter, None] - paid) * keep
    for link, called in zip(fixed.backing, found.called_paid, strict=True):
        block.called[link.promise, quarter, hard] += called
        lost[link.term] -= called
    block.lost[:, quarter, hard] = lost
    _note_failures(block, found, hard, quarter)
    return found.equity


def _note_failures(block: Block, found: Cleared, hard: Index, quarter: int) -> None:
    """Dues left unpaid; who owes nothing is short of what the scenario takes beyond its cash."""
    beyond = np.where(found.dues > 0, 0.0, np.maximum(-found.equity, 0.0))
    short = np.where(found.unpaid > _SHORT * found.dues, found.unpaid, 0.0)
    short = short + np.where(beyond < ENOUGH / 2, beyond, 0.0)
    block.short[:, quarter, hard] = np.where(short > _CENT, short, 0.0)
    is_out = (block.short[:, quarter] > 0) | block.pressure.is_failed[:, quarter, None]
    block.failed[is_out & (block.failed == NEVER)] = quarter


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
