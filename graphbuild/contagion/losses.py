"""Who bears what in a scenario: losses by holder, kind and contract, between two corners.

Lives here: the loss models, each named in its row. Receipts: price less what is re-let or saved,
never the face. Guarantees: what was called and paid. Debt and equity of a party that fell short:
outstanding or cost less recovery, by the ranges of the assumptions table. Not here: exposure
(`scores`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from graphbuild.contagion.corners import places as corner_places
from graphbuild.contagion.fixedpoint import Array
from graphbuild.contagion.model import Model
from graphbuild.contagion.selling import chip_prices, is_on_chips, share_prices
from graphbuild.contagion.stress import NEVER, Block, path_of
from graphbuild.records.claim import Recourse, Status
from graphbuild.records.instrument import Family, InstrumentId, instrument
from graphbuild.scores.bounds import Contract, deal_bounds
from graphbuild.scores.readings import Exposed
from graphbuild.scores.sharing import shared

_HALF_A_DOLLAR = 0.5
"""USD; less is rounding."""


COLUMNS = ("firm", "contingent", "headline")
"""States of money, in the order of the rows of every array of losses."""


class Money(NamedTuple):
    """A loss in USD, by state of the money."""

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
    middle : every range halfway.
    worst : the worse end if parties without a figure for cash have none.
    path : deals by which the shock came, the holder's own first.
    """

    holder: str
    through: str
    deal_id: str
    kind: str
    better: Money
    middle: Money
    worse: Money
    worst: Money
    path: tuple[str, ...]
    clause: str


Key = tuple[str, str, str, str]
"""Holder, through whom, deal, kind."""


def losses(model: Model, block: Block) -> list[Loss]:
    """All losses of a scenario, the largest worse end first.

    Parameters
    ----------
    block : its corners are those of `outcome.CORNERS`: better, middle, worse, worst.
    """
    runs = [block.column(number) for number in range(len(block.corners))]
    found = []
    for key, ends in sorted(amounts(model, block).items()):
        if ends.sum(axis=0).max() < _HALF_A_DOLLAR:
            continue
        holder, through, deal_id, kind = key
        low, middle, high, top = (Money(*map(float, ends[:, n])) for n in range(4))
        run = runs[2] if sum(high) else runs[3]
        path = (deal_id, *path_of(model, run, through))
        found.append(
            Loss(
                holder=holder,
                through=through,
                deal_id=deal_id,
                kind=kind,
                better=Money(*map(min, low, middle, high)),
                middle=middle,
                worse=Money(*map(max, low, middle, high)),
                worst=Money(*map(max, low, middle, high, top)),
                path=path if kind != "guarantee" else path[:1],
                clause=_CLAUSES[kind],
            )
        )
    return sorted(
        found, key=lambda loss: (-sum(loss.worse), -sum(loss.worst), loss.holder, loss.deal_id)
    )


_CLAUSES = {
    "receipts": "payments under the contract stop; price less what is re-let or saved",
    "funding": "promised funding does not come; a gap, not a loss",
    "guarantee": "guarantee called for what the debtor leaves unpaid",
    "debt": "debtor falls short; outstanding less recovery by rank",
    "equity": "issuer falls short or is marked down; cost less recovery",
    "position": "issuer falls short, is marked down, or holders must sell; market value lost",
}


def amounts(model: Model, block: Block) -> dict[Key, Array]:
    """Losses by holder, through whom, deal and kind, (3, corners) USD.

    Rows are firm, contingent and headline money.
    """
    found = dict(_receipts(model, block))
    found |= dict(_calls(model, block))
    return found | dict(_claims(model, block))


def loss_columns(model: Model, block: Block, *, of: str = "", but: str = "") -> Array:
    """(3, corners) USD that one holder, or all but one, lose; funding gaps are not losses.

    Rows are `COLUMNS`, which are never added. Of all holders each adds what a company and its
    owners lose, which is partly the same money.
    """
    total = np.zeros((len(COLUMNS), len(block.corners)))
    for (holder, _, _, kind), money in amounts(model, block).items():
        if kind != "funding" and (not of or holder == of) and holder != but:
            total += money
    return total


Part = tuple[Key, Array]


def _receipts(model: Model, block: Block) -> Iterator[Part]:
    for number, term in enumerate(model.terms):
        lost = np.maximum(block.lost[number], 0.0)
        planned = np.where(term.planned > 0, term.planned, 1.0)
        parts = np.array(
            [(p / planned) @ lost for p in (term.firm, term.contingent, term.headline)]
        )
        if parts.any():
            kind = "funding" if term.is_funding else "receipts"
            yield (term.payee, term.payer, term.deal_id, kind), parts


def _calls(model: Model, block: Block) -> Iterator[Part]:
    for number, promise in enumerate(model.promises):
        called = block.called[number].sum(axis=0)
        if called.max() > 0:
            key = (promise.guarantor, promise.obligor, promise.deal_id, "guarantee")
            yield key, np.array([called * 0.0, called, called * 0.0])


def _claims(model: Model, block: Block) -> Iterator[Part]:
    """Debt, equity and positions of everybody that failed or is marked down, by deal."""
    chips, shares = chip_prices(model, block), share_prices(model, block)
    fallen = (block.failed != NEVER).any(axis=1)
    for (top, deal_id, kind), claims, places in _grouped_claims(model):
        obligor = obligor_of(model, claims[0])
        if not (
            fallen[model.place[obligor]] or obligor in block.pressure.marked or obligor in shares
        ):
            continue  # nearly all claims of most runs: who stands costs nobody anything
        part = _part_lost(block, claims[0], kind, model, chips)
        if kind == "position":
            part = np.maximum(part, 1.0 - shares.get(obligor, 1.0))
        if part.max() <= 0:
            continue
        holders = sorted({model.owner.get(claim.holder, claim.holder) for claim in claims})
        lost = _face(block, [claim.contract for claim in claims], places) * part
        if lost.any():
            yield (" + ".join(holders), top, deal_id, kind), np.array([lost, lost * 0, lost * 0])


Group = tuple[tuple[str, str, str], list[Exposed], list[int]]


@shared
def _grouped_claims(model: Model) -> list[Group]:
    """Claims on parties of the model by top, deal and kind, each with the places of its terms."""
    groups: dict[tuple[str, str, str], list[Exposed]] = {}
    for claim in model.claims:
        kind = claim_kind(claim)
        if kind and obligor_of(model, claim) in model.place:
            groups.setdefault((claim.top, claim.contract.deal_id, kind), []).append(claim)
    places: dict[str, list[int]] = {deal: [] for _, deal, _ in groups}
    for number, term in enumerate(model.terms):
        if term.deal_id in places:
            places[term.deal_id].append(number)
    return [(key, claims, places[key[1]]) for key, claims in sorted(groups.items())]


def claim_kind(claim: Exposed) -> str:
    """What is at risk: debt, equity or a position; empty where it is no stock of money."""
    family = claim.contract.data["family"]
    if family == Family.DEBT or claim.contract.data["instrument"] == InstrumentId.CONVERTIBLE:
        return "debt"
    if family == Family.POSITION:
        return "position"
    is_equity = (
        family == Family.EQUITY and claim.contract.data["instrument"] != InstrumentId.WARRANT
    )
    return "equity" if is_equity else ""


def _part_lost(block: Block, claim: Exposed, kind: str, model: Model, chips: Array) -> Array:
    """(corners,) part of a claim that is lost; 0 where the obligor stands.

    What is pledged in chips recovers less as they fall; other collateral does not.
    """
    obligor = obligor_of(model, claim)
    marked = block.pressure.marked.get(obligor, 0.0) if kind in ("equity", "position") else 0.0
    is_out = block.failed[model.place[obligor]] != NEVER
    kind_row = instrument(claim.contract.data["instrument"])
    row = model.anchors.assumptions.get(kind_row.recovery_key)
    low, high = (0.0, 1.0) if row is None else (float(row.low), float(row.high))
    kept = low + (high - low) * corner_places(block.corners, lambda corner: corner.recovery)
    if is_on_chips(claim.contract):
        kept = kept * chips
    return np.maximum(marked, np.where(is_out, 1.0 - kept, 0.0))


def obligor_of(model: Model, claim: Exposed) -> str:
    """Whom the claim fails with: without recourse the vehicle alone."""
    if claim.contract.data["recourse"] == Recourse.NON_RECOURSE:
        return claim.obligor
    return model.owner.get(claim.obligor, claim.obligor)


def _face(block: Block, contracts: list[Contract], places: list[int]) -> Array:
    """(corners,) USD outstanding or paid: what is drawn where that is known, else the firm part.

    Of equity that is only promised, what the run has paid before the failure.
    """
    data, count = contracts[0].data, len(block.corners)
    if data["family"] == Family.POSITION:
        held = max(float(each.data["past_high"] or each.data["past_low"]) for each in contracts)
        return np.full(count, held)
    if data["drawn_usd"] is not None:
        return np.full(count, float(data["drawn_usd"]))
    if data["family"] == Family.EQUITY and data["status"] != Status.FUNDED:
        return np.asarray(block.paid[places].sum(axis=(0, 1)))
    firm = deal_bounds(contracts, "firm")
    recovery = corner_places(block.corners, lambda corner: corner.recovery)
    return firm.low + (firm.stated - firm.low) * (1 - recovery)
