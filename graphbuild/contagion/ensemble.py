"""Between the ends: many draws with a common factor, and what moves the answer most.

Lives here: `draw_runs`, `quantile_rows`, `tornado_rows`. A share of draws is no probability: ranges
are somebody's bounds, and where inside them the truth lies nobody has measured.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from scipy.special import bdtr, ndtr

from graphbuild.contagion.fixedpoint import Array
from graphbuild.contagion.losses import loss_sum
from graphbuild.contagion.model import Corner, Model
from graphbuild.contagion.scenario import Scenario
from graphbuild.contagion.stress import run_scenario

FACTORS = ("buffer", "revenue", "relet", "recovery", "known", "ending")
"""Inputs that are drawn; places of 0, the worse end, to 1. Contracts end where "ending" is low."""

COMMON_PART = 0.5
"""Part of the variance that all factors share: bad news comes together. A modelling choice."""

MIDDLE = Corner(
    name="middle", buffer=0.5, revenue=0.5, relet=0.5, recovery=0.5, known=1.0, is_ending=True
)


@dataclass(frozen=True, kw_only=True)
class Draws:
    """Places of the factors and what each draw costs all holders together, USD.

    `failed` counts the draws in which a party falls short.
    """

    seed: int
    places: Array
    loss: Array
    failed: dict[str, int]


def draw_runs(model: Model, scenario: Scenario, count: int, seed: int) -> Draws:
    """Independent draws of the factors around one common factor (a Gaussian copula)."""
    chance = np.random.default_rng(seed)
    common, own = chance.standard_normal((count, 1)), chance.standard_normal((count, len(FACTORS)))
    places = ndtr(np.sqrt(COMMON_PART) * common + np.sqrt(1 - COMMON_PART) * own)
    loss, failed = np.zeros(count), dict[str, int]()
    for number, row in enumerate(places):
        buffer, revenue, relet, recovery, known, ending = map(float, row)
        corner = Corner(
            name=f"draw {number + 1}",
            buffer=buffer,
            revenue=revenue,
            relet=relet,
            recovery=recovery,
            known=known,
            is_ending=ending < 0.5,
        )
        run = run_scenario(model, scenario, corner)
        loss[number] = loss_sum(model, run)
        for node in run.failed:
            failed[node] = failed.get(node, 0) + 1
    return Draws(seed=seed, places=places, loss=loss, failed=failed)


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
    """Rank correlation of each factor with the loss, the strongest first."""
    ranks = _ranks(draws.loss)
    rows = []
    for number, factor in enumerate(FACTORS):
        other = _ranks(draws.places[:, number])
        spread = ranks.std() * other.std()
        found = float(np.cov(ranks, other, bias=True)[0, 1] / spread) if spread else 0.0
        rows.append({"factor": factor, "rank_correlation": found})
    return sorted(rows, key=lambda row: -abs(row["rank_correlation"]))


def _ranks(values: Array) -> Array:
    """Mean ranks; equal values share theirs."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - (counts - 1) / 2.0)[inverse])


def tornado_rows(model: Model, scenario: Scenario) -> list[dict[str, Any]]:
    """One input at a time from its worse to its better end, all others in the middle.

    Inputs are the common ranges, each contract's part that is re-let, each party's buffer and
    each missing figure for cash: what is worth finding out first stands first.
    """
    rows = []
    for name, ends in _inputs(model):
        worse, better = (loss_sum(model, run_scenario(model, scenario, c)) for c in ends)
        if abs(worse - better) >= 1:
            rows.append(
                {
                    "input": name,
                    "loss_worse": worse,
                    "loss_better": better,
                    "swing": worse - better,
                }
            )
    return sorted(rows, key=lambda row: (-abs(row["swing"]), row["input"]))


def _inputs(model: Model) -> list[tuple[str, tuple[Corner, Corner]]]:
    found = [
        ("buffer", (replace(MIDDLE, buffer=0.0), replace(MIDDLE, buffer=1.0))),
        ("revenue", (replace(MIDDLE, revenue=0.0), replace(MIDDLE, revenue=1.0))),
        ("relet", (replace(MIDDLE, relet=0.0), replace(MIDDLE, relet=1.0))),
        ("recovery", (replace(MIDDLE, recovery=0.0), replace(MIDDLE, recovery=1.0))),
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
