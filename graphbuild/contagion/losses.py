"""Who bears what in a scenario: losses by holder, kind and contract, between two corners.

Lives here: the loss models, each named in its row. Receipts: price less what is re-let, never the
face. Guarantees: what was called and paid. Debt and equity of a party that fell short: outstanding
or cost less recovery, by the ranges of the assumptions table. Not here: exposure (`scores`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from graphbuild.contagion.model import Model
from graphbuild.contagion.stress import Run, path_of
from graphbuild.records.claim import Recourse, Status
from graphbuild.records.instrument import Family, InstrumentId, Rank, instrument
from graphbuild.scores.bounds import Contract, deal_bounds
from graphbuild.scores.readings import Exposed


class Money(NamedTuple):
    """A loss in USD in the two columns that are ever mixed with nothing else."""

    firm: float
    contingent: float
    headline: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """One holder's loss under one deal in both corners, USD.

    Parameters
    ----------
    holder : a party; members of a consortium whose split is unknown together, joined by " + ".
    kind : "receipts", "funding", "guarantee", "debt", "equity", "position".
    better, worse : the two ends; a loss that needs a failure is nothing where there is none.
    worst : the worse end if parties without a figure for cash have none.
    path : deals by which the shock came, the holder's own first.
    """

    holder: str
    through: str
    deal_id: str
    kind: str
    better: Money
    worse: Money
    worst: Money
    path: tuple[str, ...]
    clause: str


Key = tuple[str, str, str, str]


def losses(model: Model, better: Run, worse: Run, worst: Run) -> list[Loss]:
    """All losses of a scenario, the largest worse end first."""
    ends = [amounts(model, run) for run in (better, worse, worst)]
    found = []
    for key in sorted({key for end in ends for key in end}):
        holder, through, deal_id, kind = key
        low, high, top = (end.get(key, Money(0.0, 0.0)) for end in ends)
        run = worse if sum(high) else worst
        path = (deal_id, *path_of(model, run, through))
        found.append(
            Loss(
                holder=holder,
                through=through,
                deal_id=deal_id,
                kind=kind,
                better=Money(*map(min, low, high)),
                worse=Money(*map(max, low, high)),
                worst=Money(*map(max, low, high, top)),
                path=path if kind != "guarantee" else path[:1],
                clause=_CLAUSES[kind],
            )
        )
    return sorted(
        found, key=lambda loss: (-sum(loss.worse), -sum(loss.worst), loss.holder, loss.deal_id)
    )


_CLAUSES = {
    "receipts": "payments under the contract stop; price less what is re-let",
    "funding": "promised funding does not come; a gap, not a loss",
    "guarantee": "guarantee called for what the debtor leaves unpaid",
    "debt": "debtor falls short; outstanding less recovery by rank",
    "equity": "issuer falls short or is marked down; cost less recovery",
    "position": "issuer falls short or is marked down; market value less recovery",
}


def amounts(model: Model, run: Run) -> dict[Key, Money]:
    """Losses of one run by holder, through whom, deal and kind."""
    return dict(_of_run(model, run))


def loss_sum(model: Model, run: Run, *, of: str = "", but: str = "") -> float:
    """USD that one holder, or all but one, lose in one run; funding gaps are not losses.

    Of all holders it adds what a company and its owners lose, which is partly the same money.
    """
    return sum(
        sum(money)
        for (holder, _, _, kind), money in amounts(model, run).items()
        if kind != "funding" and (not of or holder == of) and holder != but
    )


def _of_run(model: Model, run: Run) -> Iterator[tuple[Key, Money]]:
    yield from _receipts(model, run)
    for number, promise in enumerate(model.promises):
        called = float(run.called[number].sum())
        if called > 0:
            key = (promise.guarantor, promise.obligor, promise.deal_id, "guarantee")
            yield key, Money(0.0, called)
    yield from _claims(model, run)


def _receipts(model: Model, run: Run) -> Iterator[tuple[Key, Money]]:
    for number, term in enumerate(model.terms):
        lost = np.maximum(run.lost[number], 0.0) if term.planned.any() else run.lost[number]
        planned = np.where(term.planned > 0, term.planned, 1.0)
        parts = [
            float((lost * p / planned).sum()) for p in (term.firm, term.contingent, term.headline)
        ]
        if sum(parts) > 0.5:
            kind = "funding" if term.is_funding else "receipts"
            yield (term.payee, term.payer, term.deal_id, kind), Money(*parts)


def _claims(model: Model, run: Run) -> Iterator[tuple[Key, Money]]:
    """Debt, equity and positions of everybody that failed or is marked down, by deal."""
    groups: dict[tuple[str, str, str], list[Exposed]] = {}
    for claim in model.claims:
        part = _part_lost(run, claim, model)
        if part > 0:
            groups.setdefault((claim.top, claim.contract.deal_id, _kind(claim)), []).append(claim)
    for (top, deal_id, kind), claims in sorted(groups.items()):
        part = _part_lost(run, claims[0], model)
        holders = sorted({model.owner.get(claim.holder, claim.holder) for claim in claims})
        face = _face(model, run, [claim.contract for claim in claims])
        if face * part > 0.5:
            yield (" + ".join(holders), top, deal_id, kind), Money(face * part, 0.0)


def _kind(claim: Exposed) -> str:
    family = claim.contract.data["family"]
    if family == Family.DEBT or claim.contract.data["instrument"] == InstrumentId.CONVERTIBLE:
        return "debt"
    if family == Family.POSITION:
        return "position"
    is_equity = (
        family == Family.EQUITY and claim.contract.data["instrument"] != InstrumentId.WARRANT
    )
    return "equity" if is_equity else ""


def _part_lost(run: Run, claim: Exposed, model: Model) -> float:
    """Part of a claim that is lost in this run; 0 where the obligor stands."""
    kind = _kind(claim)
    if not kind:
        return 0.0
    obligor = _obligor(model, claim)
    marked = run.pressure.marked.get(obligor, 0.0) if kind in ("equity", "position") else 0.0
    if obligor not in run.failed:
        return marked
    row = model.anchors.assumptions.get(instrument(claim.contract.data["instrument"]).recovery_key)
    low, high = (0.0, 1.0) if row is None else (float(row.low), float(row.high))
    kept = low + (high - low) * run.corner.recovery
    if instrument(claim.contract.data["instrument"]).rank is Rank.SECURED:
        kept *= run.pressure.chip_price
    return max(marked, 1.0 - kept)


def _obligor(model: Model, claim: Exposed) -> str:
    """Whom the claim fails with: without recourse the vehicle alone."""
    if claim.contract.data["recourse"] == Recourse.NON_RECOURSE:
        return claim.obligor
    return model.owner.get(claim.obligor, claim.obligor)


def _face(model: Model, run: Run, contracts: list[Contract]) -> float:
    """USD outstanding or paid: what is drawn where a figure is known, else the firm part.

    Of equity that is only promised, what the run has paid before the failure.
    """
    data = contracts[0].data
    if data["family"] == Family.POSITION:
        return max(float(held.data["past_high"] or held.data["past_low"]) for held in contracts)
    if data["drawn_usd"] is not None:
        return float(data["drawn_usd"])
    if data["family"] == Family.EQUITY and data["status"] != Status.FUNDED:
        places = [i for i, term in enumerate(model.terms) if term.deal_id == data["deal_id"]]
        return float(run.paid[places].sum())
    firm = deal_bounds(contracts, "firm")
    return firm.low + (firm.stated - firm.low) * (1 - run.corner.recovery)
