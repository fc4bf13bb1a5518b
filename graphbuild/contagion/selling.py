"""Forced sales on the model: listed shares that holders must sell, chips that lenders seize.

Lives here: prices after the sales, by corner. A party that falls short sells listed holdings to
cover what it lacks; a scenario may make it sell more. All holders of the same shares bear the fall.
What secured lenders seize from those that fall is sold together, so they recover less, the more
of all pledged chips is on the market. The equilibrium: `firesale`; who loses what: `losses`. Not
fed back: sales here come too late to keep a contract alive in the quarter of the shortfall.
"""

import re
from collections.abc import Iterator

import numpy as np

from graphbuild.contagion.corners import places
from graphbuild.contagion.firesale import call_prices
from graphbuild.contagion.fixedpoint import Array
from graphbuild.contagion.model import Model
from graphbuild.contagion.stress import NEVER, Block
from graphbuild.records.instrument import Family, Rank, instrument
from graphbuild.scores.bounds import Contract
from graphbuild.scores.sharing import shared

_CHIPS = re.compile(r"\b(GPUs?|TPUs?|GB\d+|chips?|servers?|equipment|kit)\b", re.IGNORECASE)


def is_on_chips(contract: Contract) -> bool:
    """Whether a source says that a secured claim rests on chips or servers."""
    data = contract.data
    words = f"{data['in_return']} {data['facility']}"
    is_secured = instrument(data["instrument"]).rank is Rank.SECURED
    return is_secured and _CHIPS.search(words) is not None


def chip_prices(model: Model, block: Block) -> Array:
    """(corners,) part of today's price of chips that is left: the scenario's, less forced sales."""
    held = _pledged_in_chips(model)
    all_pledged = sum(held.values())
    if not all_pledged:
        return np.full(len(block.corners), block.pressure.chip_price)
    sold = np.zeros(len(block.corners))
    for obligor, owed in sorted(held.items()):
        if obligor in model.place:
            sold += owed * (block.failed[model.place[obligor]] != NEVER)
    fall = _impact(model, block, "impact.chips")
    return np.asarray(block.pressure.chip_price * (1.0 - fall) ** (sold / all_pledged))


@shared
def _pledged_in_chips(model: Model) -> dict[str, float]:
    """Obligor -> USD that it owes against chips."""
    held: dict[str, float] = {}
    for claim in model.claims:
        if is_on_chips(claim.contract) and claim.contract.data["firm_high"]:
            data = claim.contract.data
            owed = data["drawn_usd"] if data["drawn_usd"] is not None else data["firm_high"]
            if data["is_joint"]:
                owed = owed / max(data["joint_members"], 1)
            obligor = claim.top if claim.top in model.place else claim.obligor
            held[obligor] = held.get(obligor, 0.0) + float(owed)
    return held


def share_prices(model: Model, block: Block) -> dict[str, Array]:
    """Issuer -> (corners,) part of its market value that is left after forced sales.

    Issuers without a figure for market value are absent: nothing can be said of their depth.
    """
    holdings = _all_holdings(model)
    whole: dict[str, float] = {}
    for holder, _, value in holdings:
        whole[holder] = whole.get(holder, 0.0) + value
    impact = _impact(model, block, "impact.listed")
    found = {}
    for issuer in sorted({issuer for _, issuer, _ in holdings}):
        market = model.books[issuer].market
        if not market:
            continue
        mine = [(holder, value) for holder, target, value in holdings if target == issuer]
        need = np.array([_need(model, block, h) * value / whole[h] for h, value in mine])
        units = np.array([value for _, value in mine])
        told = units * np.array([block.pressure.sold.get(holder, 0.0) for holder, _ in mine])
        depth = impact / market
        start = np.exp(-depth * told.sum())
        found[issuer] = call_prices(need, units - told, impact=depth, start_price=start)
    return {issuer: price for issuer, price in found.items() if price.min() < 1.0}


@shared
def _all_holdings(model: Model) -> list[tuple[str, str, float]]:
    return list(_holdings(model))


def _holdings(model: Model) -> Iterator[tuple[str, str, float]]:
    """Holder, issuer and USD of every listed position with a market value."""
    for claim in model.claims:
        value = claim.contract.data["past_high"]
        if claim.contract.data["family"] == Family.POSITION and value:
            holder = model.owner.get(claim.holder, claim.holder)
            issuer = model.owner.get(claim.obligor, claim.obligor)
            if holder in model.place and issuer in model.books:
                yield holder, issuer, float(value)


def _need(model: Model, block: Block, holder: str) -> Array:
    """(corners,) USD that a holder lacks in the quarter in which it first falls short."""
    place = model.place[holder]
    when = np.maximum(block.failed[place], 0)
    lacking = block.short[place, when, np.arange(len(block.corners))]
    return np.where(block.failed[place] == NEVER, 0.0, lacking)


def _impact(model: Model, block: Block, key: str) -> Array:
    """(corners,) an impact between the ends of the table's range; none without a row."""
    row = model.anchors.assumptions.get(key)
    if row is None:
        return np.zeros(len(block.corners))
    where = places(block.corners, lambda corner: corner.recovery)
    return np.asarray(float(row.high) + (float(row.low) - float(row.high)) * where)
