"""Processor seconds and memory to reconcile claims, and to answer as of a date, as claims double.

    python benchmarks/reconcile.py                    10,000 claims doubling to 80,000
    python benchmarks/reconcile.py 10000 1000000      doubling from the first to the last
    python benchmarks/reconcile.py --shape hub        few parties with thousands of contracts

The claims are made (`tests/resolve/generated.py`), four a deal, ten a party; the seed is printed.
Each size runs in a process of its own, so that its peak of memory is its own. The peer is pandas:
one `groupby` of the same claims by parties, instrument and figure to three digits, which is what
one writes in ten minutes; the pairwise precision and recall of both stand beside the seconds.
"""

import argparse
import gc
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pandas as pd

from graphbuild.records.claim import Role
from graphbuild.records.period import PartialDate
from graphbuild.resolve.names import name_key
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.resolve.generated import World, generate
from tests.resolve.test_generated import agreement

SEED = 1
AS_OF = PartialDate("2024-12-31")
PARTIES = {"spread": 10, "hub": 250}
"""Claims a party."""


def main() -> None:
    """One line a size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 80_000])
    parser.add_argument("--shape", choices=PARTIES, default="spread")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(measure(asked.sizes[0], asked.shape)))
        return
    print(f"seed {SEED}, {asked.shape}")
    print(
        f"{'claims':>9} {'deals':>8} {'all s':>7} {'as of s':>7} {'claims MB':>9} {'peak MB':>8} "
        f"{'precision':>9} {'recall':>6}   "
        f"{'pandas s':>8} {'ratio':>6} {'precision':>9} {'recall':>6}"
    )
    size = min(asked.sizes)
    while size <= max(asked.sizes):
        command = [sys.executable, __file__, str(size), "--one", "--shape", asked.shape]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        row = json.loads(done.stdout)
        print(
            f"{row['claims']:9,} {row['deals']:8,} {row['all']:7.1f} {row['asked']:7.1f} "
            f"{row['held']:9.0f} {row['peak']:8.0f} {row['precision']:9.4f} {row['recall']:6.3f}   "
            f"{row['peer']:8.2f} {row['all'] / row['peer']:6.1f} {row['peer_precision']:9.4f} "
            f"{row['peer_recall']:6.3f}",
            flush=True,
        )
        size = next_size(size, max(asked.sizes))


def next_size(size: int, last: int) -> int:
    """Twice as many, and the last size itself."""
    return last if size < last < 2 * size else 2 * size


def measure(size: int, shape: str) -> dict[str, float]:
    """What one size costs; claims are made before the clock starts."""
    world = generate(SEED, entities=max(size // PARTIES[shape], 4), deals=size // 4, claims=size)
    gc.collect()
    gc.freeze()  # the made claims are no garbage; a rebuild has read them as well
    held = _peak()
    start = time.process_time()
    resolution = resolve_claims(world.claims, Registry(world.curated))
    whole = time.process_time() - start
    peak = _peak()
    found = {key: deal.deal_id for deal in resolution.deals for key in deal.claim_ids}
    deals = len(resolution.deals)
    del resolution
    start = time.process_time()
    resolve_claims(world.claims, Registry(world.curated), AS_OF)
    asked = time.process_time() - start
    precision, recall = agreement(world.deal_of, {k: found.get(k, k) for k in world.deal_of})
    start = time.process_time()
    grouped = _grouped(world)
    peer = time.process_time() - start
    peer_precision, peer_recall = agreement(world.deal_of, grouped)
    return {
        "claims": len(world.claims), "deals": deals, "all": whole, "asked": asked, "held": held,
        "peak": peak, "precision": precision, "recall": recall, "peer": peer,
        "peer_precision": peer_precision, "peer_recall": peer_recall,
    }  # fmt: skip


def _grouped(world: World) -> dict[str, int]:
    """Claims by parties, instrument and three digits of the figure, with pandas."""
    frame = pd.DataFrame(
        [
            (
                claim.claim_id,
                name_key(claim.with_role(Role.SOURCE)[0].name),
                name_key(claim.with_role(Role.TARGET)[0].name),
                str(claim.instrument),
                f"{claim.amount.central or 0:.2e}",
            )
            for claim in world.claims
        ],
        columns=["claim", "source", "target", "instrument", "figure"],
    )
    groups = frame.groupby(["source", "target", "instrument", "figure"], sort=False).ngroup()
    return dict(zip(frame["claim"], groups.tolist(), strict=True))


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
