"""Between the ends: many draws with a common factor, and what moves the answer most.

Lives here: `draw_runs`, `quantile_rows`, `tornado_rows`. A share of draws is no probability: ranges
are somebody's bounds, and where inside them the truth lies nobody has measured.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from scipy.special import bdtr, ndtr

from graphbuild.contagion.corners import BETTER, MIDDLE, WORSE, Corner
from graphbuild.contagion.fixedpoint import Array, Flags
from graphbuild.contagion.losses import COLUMNS, loss_columns
from graphbuild.contagion.model import Model
from graphbuild.contagion.scenario import Scenario
from graphbuild.contagion.stress import NEVER, run_corners

FACTORS = ("buffer", "revenue", "relet", "saved", "recovery", "refinance", "ending")
"""Inputs that are drawn; places of 0, the worse end, to 1. Contracts end where "ending" is low.

A figure for cash that nobody published is no range to draw from: such parties hold in every draw.
"""

COMMON_PART = 0.5
"""Part of the variance that all factors share: bad news comes together. A modelling choice."""

_CHUNK = 512
"""Draws that run side by side; wider blocks fall out of the processor's cache."""


@dataclass(frozen=True, kw_only=True)
class Draws:
    """Places of the factors and what each draw costs, USD, in one state of money.

    Parameters
    ----------
    places : (draws, factors). loss : (draws,).
    failed : party -> number of draws in which it falls short.
    first : party -> number of draws in which nobody falls short before it.
    """

    seed: int
    places: Array
    loss: Array
    failed: dict[str, int]
    first: dict[str, int] = field(default_factory=dict)


def draw_places(count: int, seed: int) -> Array:
    """(count, factors) independent draws around one common factor (a Gaussian copula)."""
    chance = np.random.default_rng(seed)
    common, own = chance.standard_normal((count, 1)), chance.standard_normal((count, len(FACTORS)))
    return np.asarray(ndtr(np.sqrt(COMMON_PART) * common + np.sqrt(1 - COMMON_PART) * own))


def draw_runs(
    model: Model,
    scenario: Scenario,
    count: int,
    seed: int,
    *,
    holder: str = "",
    column: str = "firm",
) -> Draws:
    """A scenario in `count` corners drawn from all ranges, `_CHUNK` of them at a time.

    Parameters
    ----------
    holder : whose loss is counted; of all holders where empty, which counts some money twice.
    column : "firm", "contingent" or "headline"; they are never added.
    """
    drawn = draw_places(count, seed)
    corners = [corner_of(number, row) for number, row in enumerate(drawn.tolist(), 1)]
    loss, failed = np.zeros(count), np.zeros((len(model.nodes), count), dtype=bool)
    first = np.zeros_like(failed)
    for begin in range(0, count, _CHUNK):
        part = slice(begin, begin + _CHUNK)
        block = run_corners(model, scenario, corners[part])
        loss[part] = loss_columns(model, block, of=holder)[COLUMNS.index(column)]
        failed[:, part] = block.failed != NEVER
        when = np.where(block.failed == NEVER, len(model.quarters), block.failed)
        first[:, part] = (when == when.min(axis=0)) & failed[:, part]
    return Draws(
        seed=seed,
        places=drawn,
        loss=loss,
        failed=_counts(model, failed),
        first=_counts(model, first),
    )


def corner_of(number: int, row: Sequence[float]) -> Corner:
    """The corner that one row of `draw_places` stands for."""
    buffer, revenue, relet, saved, recovery, refinance, ending = row
    return Corner(
        name=f"draw {number}",
        buffer=buffer,
        revenue=revenue,
        relet=relet,
        saved=saved,
        recovery=recovery,
        refinance=refinance,
        known=1.0,
        is_ending=ending < 0.5,
    )


def _counts(model: Model, is_true: Flags) -> dict[str, int]:
    return {
        node: int(times)
        for node, times in zip(model.nodes, is_true.sum(axis=1), strict=True)
        if times
    }


def quantile_rows(
    draws: Draws, levels: Sequence[float] = (0.05, 0.25, 0.5, 0.75, 0.95)
) -> list[dict[str, Any]]:
    """Quantiles of the loss with the 95 % interval of sampling, from order statistics."""
    ordered = np.sort(draws.loss)
    rows = []
    for level in levels:
        low, high = _order_interval(len(ordered), level)
        rows.append(
            {
                "quantile": level,
                "loss": float(np.quantile(ordered, level)),
                "loss_low": float(ordered[low]),
                "loss_high": float(ordered[high]),
                "draws": len(ordered),
                "seed": draws.seed,
            }
        )
    return rows


def _order_interval(count: int, level: float) -> tuple[int, int]:
    """Places of the order statistics that bracket a quantile with 95 %, whatever the law."""
    below = bdtr(np.arange(count), count, level)
    low = max(int(np.searchsorted(below, 0.025)) - 1, 0)
    return low, min(int(np.searchsorted(below, 0.975)) + 1, count - 1)


def factor_rows(draws: Draws) -> list[dict[str, Any]]:
    """Rank correlation of each factor with the loss, the strongest first.

    `partial` holds the other factors still: the plain correlation of a factor without any effect is
    not zero where a common factor moves all of them.
    """
    ranks = np.array([_ranks(column) for column in (*draws.places.T, draws.loss)])
    spread = ranks.std(axis=1)
    if not spread.all():
        return [{"factor": f, "rank_correlation": 0.0, "partial": 0.0} for f in FACTORS]
    plain = np.corrcoef(ranks)
    inverse = np.linalg.pinv(plain, hermitian=True)
    scale = np.sqrt(np.diag(inverse))
    partial = -inverse[:-1, -1] / (scale[:-1] * scale[-1])
    rows = [
        {"factor": factor, "rank_correlation": float(whole), "partial": float(part)}
        for factor, whole, part in zip(FACTORS, plain[:-1, -1], partial, strict=True)
    ]
    return sorted(rows, key=lambda row: -abs(row["partial"]))


def _ranks(values: Array) -> Array:
    """Mean ranks; equal values share theirs."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - (counts - 1) / 2.0)[inverse])


def leading_column(model: Model, scenario: Scenario, *, holder: str = "") -> tuple[str, Array]:
    """The state of money in which most is lost at the ends, with (3,) what each can reach, USD."""
    block = run_corners(model, scenario, (WORSE, MIDDLE, BETTER))
    most = loss_columns(model, block, of=holder).max(axis=1)
    return COLUMNS[int(most.argmax())], most


def tornado_rows(
    model: Model, scenario: Scenario, *, holder: str = "", column: str = "firm"
) -> list[dict[str, Any]]:
    """One input at a time from its worse to its better end, all others in the middle.

    Inputs are the common ranges, each contract's part that is re-let, each party's buffer and
    each missing figure for cash: what is worth finding out first stands first.
    """
    rows = []
    named = _inputs(model)
    corners = [corner for _, ends in named for corner in ends]
    found = loss_columns(model, run_corners(model, scenario, corners), of=holder)
    sums = found[COLUMNS.index(column)].reshape(-1, 2)
    for (name, _), (worse, better) in zip(named, sums.tolist(), strict=True):
        if abs(worse - better) >= 1:
            rows.append(
                {
                    "input": name,
                    "loss_worse": worse,
                    "loss_better": better,
                    "swing": worse - better,
                    "words": input_words(model, name),
                }
            )
    return sorted(rows, key=lambda row: (-abs(row["swing"]), row["input"]))


_WORDS = {
    "buffer": "cash at hand and undrawn, of all",
    "revenue": "how large the plans are of which a part is lost",
    "relet": "part that sellers earn again elsewhere, all contracts",
    "saved": "part that sellers save by not building",
    "recovery": "recoveries, and prices in forced sales",
    "refinance": "maturing debt that is renewed all the same",
}


def input_words(model: Model, name: str) -> str:
    """What an input of the tornado is, for people.

    Parameters
    ----------
    name : a factor, "relet:DEAL", "buffer:PARTY" or "known:PARTY".
    """
    kind, _, what = name.partition(":")
    if not what:
        return _WORDS.get(name, name)
    if kind == "relet":
        return f"part of {what} that is earned again elsewhere"
    return f"cash of {model.name(what)}" + (": no figure is known" if kind == "known" else "")


def _inputs(model: Model) -> list[tuple[str, tuple[Corner, Corner]]]:
    found = [
        ("buffer", (replace(MIDDLE, buffer=0.0), replace(MIDDLE, buffer=1.0))),
        ("revenue", (replace(MIDDLE, revenue=0.0), replace(MIDDLE, revenue=1.0))),
        ("relet", (replace(MIDDLE, relet=0.0), replace(MIDDLE, relet=1.0))),
        ("saved", (replace(MIDDLE, saved=0.0), replace(MIDDLE, saved=1.0))),
        ("recovery", (replace(MIDDLE, recovery=0.0), replace(MIDDLE, recovery=1.0))),
        ("refinance", (replace(MIDDLE, refinance=0.0), replace(MIDDLE, refinance=1.0))),
        ("contracts end at the first shortfall", (MIDDLE, replace(MIDDLE, is_ending=False))),
    ]
    keys = [f"relet:{deal}" for deal in sorted(model.deal_ids)]
    for node in model.nodes:
        span = model.books[node].buffer
        is_payer = any(node in (term.payer, term.payee) for term in model.terms)
        if is_payer and (span.is_missing or span.low != span.high):
            keys.append(f"{'known' if span.is_missing else 'buffer'}:{node}")
    for key in keys:
        found.append(
            (key, (replace(MIDDLE, turned={key: 0.0}), replace(MIDDLE, turned={key: 1.0})))
        )
    return found
