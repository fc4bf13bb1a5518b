"""Clearing, DebtRank and stress, beside their peers on the same inputs in the same run.

    python benchmarks/contagion.py [--largest 1000000] [--scenarios 10000] [--seed 1]
        [--workspace DIR --draws 10000]

Clearing is timed against the bare sparse products of the same number of steps and, up to 10,000
edges, against a linear programme (HiGHS in scipy); DebtRank against the same products one scenario
at a time; answers must agree or the run fails. Medians of three. With a workspace that
holds a snapshot, draws of a five-year scenario on its graph are timed against one run at a time.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from scipy.optimize import linprog

from graphbuild.contagion.clearing import clear
from graphbuild.contagion.distress import linear_distress
from graphbuild.contagion.ensemble import corner_of, draw_runs
from graphbuild.contagion.losses import loss_columns
from graphbuild.contagion.model import build_model
from graphbuild.contagion.obligations import Obligations
from graphbuild.contagion.scenario import find_scenario
from graphbuild.contagion.stress import run_corners
from graphbuild.rebuild.world import open_world
from graphbuild.workspace import find_workspace


def median_seconds(call: Callable[[], Any], runs: int = 3) -> tuple[float, Any]:
    """Median seconds and the last result."""
    seconds, found = [], None
    for _ in range(runs):
        start = time.perf_counter()
        found = call()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds), found


def random_system(edges: int, seed: int) -> tuple[Obligations, Any]:
    """Five claims a node, outside debts, about a third of the nodes short."""
    draw = np.random.default_rng(seed)
    size = max(edges // 5, 10)
    by, to = draw.integers(0, size, (2, edges))
    keep = by != to
    amount = draw.lognormal(0, 1, edges)[keep]
    outside = draw.lognormal(0.5, 1, size)
    owed = Obligations.build(size, by[keep], to[keep], amount, outside=outside)
    return owed, draw.random(size) * 1.6 * outside


def clearing(edges: int, seed: int) -> None:
    """One line: seconds, seconds of bare products, ratio, linear programme."""
    owed, cash = random_system(edges, seed)
    receipts, due = owed.receipts, owed.due[:, 0]
    ours, found = median_seconds(lambda: clear(owed, cash))

    def products() -> Any:
        state = np.ones(owed.size)
        for _ in range(found.steps):
            state = receipts @ state
        return state

    bare, _ = median_seconds(products)
    words = ""
    if edges <= 10_000:
        shares = sp.csr_array(receipts / np.where(due > 0, due, 1.0))
        eye = sp.eye_array(owed.size)
        call = {"A_ub": sp.csr_array(eye - shares), "b_ub": cash, "bounds": np.c_[0 * due, due]}
        programme, answer = median_seconds(lambda: linprog(-np.ones(owed.size), **call))
        if abs(-answer.fun - found.paid.sum()) > 1e-6 * found.paid.sum():
            sys.exit("clearing and the linear programme disagree")
        words = f", linear programme {programme:.3f} s ({programme / ours:.0f} times)"
    defaults = int(found.defaults.sum())
    print(
        f"clearing {edges:>9,} edges: {ours:.4f} s, {found.steps} steps, {defaults:,} defaults; "
        f"bare products {bare:.4f} s, ratio {ours / bare:.2f}{words}"
    )


def debtrank(scenarios: int, seed: int) -> None:
    """300 nodes, 1,500 exposures: together against one at a time."""
    draw = np.random.default_rng(seed)
    by, to = draw.integers(0, 300, (2, 1500))
    keep = by != to
    weights = sp.csr_array((draw.random(keep.sum()) * 0.25, (by[keep], to[keep])), shape=(300, 300))
    shocks = draw.random((300, scenarios)) * (draw.random((300, scenarios)) < 0.02)
    ours, found = median_seconds(lambda: linear_distress(weights, shocks, tolerance=1e-10))
    some = min(scenarios, 500)

    def alone() -> Any:
        columns = []
        for number in range(some):
            first = shocks[:, number].copy()
            state, moved = first, 1.0
            while moved > 1e-10:
                following = np.minimum(1.0, first + weights @ state)
                moved = float(np.max(np.abs(following - state)))
                state = following
            columns.append(state)
        return np.stack(columns, axis=1)

    single, other = median_seconds(alone)
    if np.abs(other - found[:, :some]).max() > 1e-8:
        sys.exit("DebtRank together and one at a time disagree")
    peer = single * scenarios / some
    print(
        f"DebtRank {scenarios:,} scenarios, 300 nodes: {ours:.2f} s; one at a time {peer:.2f} s "
        f"({some} timed), {peer / ours:.1f} times"
    )


def ensemble(workspace: Path, draws: int, seed: int) -> None:
    """Five-year runs of a bundled scenario on a snapshot: side by side against one by one."""
    world = open_world(find_workspace(workspace))
    model = build_model(world.graph, world.anchors)
    scenario = find_scenario("openai-revenue-30")
    ours, found = median_seconds(lambda: draw_runs(model, scenario, draws, seed))
    some = min(draws, 300)
    corners = [corner_of(number, row) for number, row in enumerate(found.places[:some].tolist())]

    def alone() -> Any:
        return np.concatenate(
            [loss_columns(model, run_corners(model, scenario, (c,)))[0] for c in corners]
        )

    single, other = median_seconds(alone, runs=1)
    if np.abs(other - found.loss[:some]).max() > 1.0:  # USD, of hundreds of billions
        sys.exit("draws side by side and one by one disagree")
    peer = single * draws / some
    print(
        f"ensemble of {draws:,} five-year runs, {len(model.nodes)} parties, {len(model.terms)} "
        f"deals: {ours:.1f} s; one by one {peer:.0f} s ({some} timed), {peer / ours:.0f} times"
    )


def main() -> None:
    """Run all and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=1_000_000)
    parser.add_argument("--scenarios", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workspace", type=Path)
    parser.add_argument("--draws", type=int, default=10_000)
    given = parser.parse_args()
    print(f"seed {given.seed}")
    edges = 1_000
    while edges <= given.largest:
        clearing(edges, given.seed)
        edges *= 10
    debtrank(given.scenarios, given.seed)
    if given.workspace:
        ensemble(given.workspace, given.draws, given.seed)


if __name__ == "__main__":
    main()
