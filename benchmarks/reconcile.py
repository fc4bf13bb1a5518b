"""Seconds and memory to reconcile claims, and to answer as of a date, as claims double.

    python benchmarks/reconcile.py 20000 40000 80000

The claims are made (`tests/resolve/generated.py`), 4 a deal, 10 a party; the seed is printed.
"""

import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from graphbuild.records.period import PartialDate
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.resolve.generated import generate

SEED = 1
AS_OF = PartialDate("2024-12-31")


def main(sizes: list[int]) -> None:
    """One line a size: claims, deals, seconds for all and as of a date, peak megabytes so far."""
    print(f"seed {SEED}")
    print(f"{'claims':>9} {'deals':>8} {'all s':>8} {'as of s':>8} {'peak MB':>8}")
    for size in sizes:
        world = generate(SEED, entities=size // 10, deals=size // 4, claims=size)
        start = time.perf_counter()
        resolution = resolve_claims(world.claims, Registry(world.curated))
        whole = time.perf_counter() - start
        start = time.perf_counter()
        resolve_claims(world.claims, Registry(world.curated), AS_OF)
        asked = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        counts = f"{len(world.claims):9,} {len(resolution.deals):8,}"
        print(f"{counts} {whole:8.1f} {asked:8.1f} {peak:8.0f}", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [20_000, 40_000])
