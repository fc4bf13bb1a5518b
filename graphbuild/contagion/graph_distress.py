"""Distress before anybody defaults, on the model: linear DebtRank from a scenario's first losses.

Lives here: exposures, buffers and first losses of a scenario, at two ends; the map itself is
`distress`. A holder loses value on its claims in step with the debtor's equity, long before the
debtor fails to pay, so this is marked-to-market fear and not what `losses` counts as lost.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from graphbuild.contagion.corners import BETTER, WORSE, Corner
from graphbuild.contagion.distress import impact_weights, linear_distress, loop_gain
from graphbuild.contagion.fixedpoint import Array
from graphbuild.contagion.losses import claim_kind, obligor_of
from graphbuild.contagion.model import Model
from graphbuild.contagion.pressure import apply_scenario
from graphbuild.contagion.scenario import Scenario
from graphbuild.contagion.stress import kept_parts
from graphbuild.records.instrument import Family, instrument


@dataclass(frozen=True, slots=True, kw_only=True)
class Ripples:
    """Linear DebtRank at the better and the worse end; parties with a buffer only.

    Parameters
    ----------
    rows : party, buffer in USD and what it is, first and whole loss as fractions, USD added.
    gain : better and worse spectral radius of the exposures: from 1 on losses only end at the caps.
    left_out : parties that hold claims and have no figure for equity or market value.
    """

    rows: list[dict[str, Any]]
    gain: tuple[float, float]
    left_out: list[str]


def distress_of(model: Model, scenario: Scenario) -> Ripples:
    """How far a scenario's first losses reach through claims and contracts to come.

    Raises
    ------
    NotFoundError
        a shock names somebody or something that the model does not hold.
    """
    buffers = _buffers(model)
    ends = [_at(model, scenario, corner, buffers) for corner in (BETTER, WORSE)]
    rows = []
    for node, (size, basis) in sorted(buffers.items()):
        place = model.place[node]
        first = [float(end[0][place]) for end in ends]
        whole = [float(end[1][place]) for end in ends]
        if max(whole) * size < 1:
            continue
        rows.append(
            {
                "party": node,
                "buffer": size,
                "buffer_is": basis,
                "first_low": min(first),
                "first_high": max(first),
                "whole_low": min(whole),
                "whole_high": max(whole),
                "added_low": size * min(w - f for w, f in zip(whole, first, strict=True)),
                "added_high": size * max(w - f for w, f in zip(whole, first, strict=True)),
            }
        )
    held = {model.owner.get(claim.holder, claim.holder) for claim in model.claims}
    return Ripples(
        rows=sorted(rows, key=lambda row: (-row["added_high"], -row["whole_high"], row["party"])),
        gain=(ends[0][2], ends[1][2]),
        left_out=sorted(held & set(model.nodes) - set(buffers)),
    )


def _buffers(model: Model) -> dict[str, tuple[float, str]]:
    """Party -> what stands between its losses and its creditors: market value, else book equity."""
    found = {}
    for node in model.nodes:
        book = model.books[node]
        if book.market:
            found[node] = (book.market, "market value")
        elif book.equity and book.equity > 0:
            found[node] = (book.equity, "book equity")
    return found


def _at(
    model: Model, scenario: Scenario, corner: Corner, buffers: Mapping[str, tuple[float, str]]
) -> tuple[Array, Array, float]:
    """First losses, whole losses and loop gain at one end."""
    pressure = apply_scenario(model, scenario, (corner,))
    size = np.full(len(model.nodes), np.inf)  # without a figure nobody can be said to be distressed
    for node, (value, _) in buffers.items():
        size[model.place[node]] = value
    keep = kept_parts(model, (corner,), pressure.chip_price)[:, 0]
    cut = (np.maximum(model.planned - pressure.offered, 0.0)).sum(axis=1) * keep
    first = (pressure.cash[:, :, 0].sum(axis=1) + model.gets @ cut) / size
    for node, part in pressure.marked.items():
        first[model.place[node]] = max(first[model.place[node]], part)
    first[pressure.is_failed.any(axis=1)] = 1.0
    first = np.clip(first, 0.0, 1.0)
    weights = impact_weights(len(size), *_exposures(model, keep, corner), size)
    return first, linear_distress(weights, first, tolerance=1e-12), loop_gain(weights)


def _exposures(model: Model, keep: Array, corner: Corner) -> tuple[list[int], list[int], Array]:
    """Holder, obligor and USD at risk: contracts to come and claims, less what is kept of them."""
    lender, borrower = model.payee.tolist(), model.payer.tolist()
    amount = (model.planned.sum(axis=1) * keep).tolist()
    for claim in model.claims:
        data, obligor = claim.contract.data, obligor_of(model, claim)
        holder = model.owner.get(claim.holder, claim.holder)
        is_known = holder in model.place and obligor in model.place and holder != obligor
        if not claim_kind(claim) or not is_known:
            continue
        row = model.anchors.assumptions.get(instrument(data["instrument"]).recovery_key)
        low, high = (0.0, 1.0) if row is None else (float(row.low), float(row.high))
        kept = low + (high - low) * corner.recovery
        lender.append(model.place[holder])
        borrower.append(model.place[obligor])
        amount.append(_stock(data) * (1.0 - kept))
    return lender, borrower, np.array(amount)


def _stock(data: Mapping[str, Any]) -> float:
    """USD outstanding, paid or held; a consortium's in equal parts, since no split is known."""
    if data["family"] == Family.POSITION:
        return float(data["past_high"] or data["past_low"])
    known = data["drawn_usd"] if data["drawn_usd"] is not None else data["firm_high"]
    whole = float(known if known is not None else data["firm_low"])
    return whole / max(data["joint_members"], 1) if data["is_joint"] else whole
