"""What a measure of the graph would be if the same parties paid the same amounts to others.

Lives here: a seeded null model and the exact rank. Not run with the other scores: it takes as long
as it is asked to. A rank describes this collection of edges and is no test of significance.
"""

import math
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from graphbuild.scores.circulation import Edge

WARNING = (
    "edges were collected because deals looked circular: there is no sampling frame, so the rank "
    "describes this collection and is no evidence of anything about the economy"
)
"""Printed with every rank."""

_SWAPS_PER_EDGE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """A measure beside its null model.

    Parameters
    ----------
    rank, of : exact place of the observed value from the top, ties counted against it: (number of
        samples at least as large + 1) of (samples + 1).
    low, median, high : smallest, middle and largest value of the samples.
    worst_strength : largest factor by which a party's receipts differ from the observed ones.
    moved : share of edges that end elsewhere than observed, mean over samples.
    """

    observed: float
    rank: int
    of: int
    low: float
    median: float
    high: float
    worst_strength: float
    moved: float


def shuffled(
    edges: Sequence[Edge],
    generator: random.Random,
    kinds: Mapping[str, str] | None = None,
) -> list[Edge]:
    """The same edges with payees exchanged between edges of about the same size.

    Kept exactly: number of edges, all amounts, every party's number of payments made and received,
    and what it pays in all. What it receives is kept up to the exchange of an amount for one of
    the same class, less than a factor of two (classes are powers of two). No party pays itself
    and no pair is doubled. With `kinds` payees are exchanged only among parties of one kind, so
    that a lab stays a lab's place in the graph.

    Steps: random pairs of edges of a class, 20 trials an edge. A graph whose amounts are all of
    different classes cannot change: `Rank.moved` shows it.

    Examples
    --------
    >>> edges = [("a", "b", 1.0), ("c", "d", 1.0)]
    >>> sorted(shuffled(edges, random.Random(1))) in (
    ...     [("a", "b", 1.0), ("c", "d", 1.0)],
    ...     [("a", "d", 1.0), ("c", "b", 1.0)],
    ... )
    True
    """
    payees = [payee for _, payee, _ in edges]
    taken = {(payer, payee) for payer, payee, _ in edges}
    classes: dict[tuple[int, str], list[int]] = {}
    for number, (_, payee, amount) in enumerate(edges):
        size = math.floor(math.log2(amount)) if amount > 0 else -(10**6)
        classes.setdefault((size, (kinds or {}).get(payee, "")), []).append(number)
    for _, members in sorted(classes.items()):
        for _ in range(_SWAPS_PER_EDGE * len(members) if len(members) > 1 else 0):
            one, other = generator.sample(members, 2)
            first, second = edges[one][0], edges[other][0]
            new = {(first, payees[other]), (second, payees[one])}
            if first == payees[other] or second == payees[one] or len(new) < 2 or new & taken:
                continue
            taken -= {(first, payees[one]), (second, payees[other])}
            taken |= new
            payees[one], payees[other] = payees[other], payees[one]
    return [(edge[0], payee, edge[2]) for edge, payee in zip(edges, payees, strict=True)]


def rank_by_chance(
    edges: Sequence[Edge],
    measure: Callable[[Sequence[Edge]], float],
    *,
    samples: int,
    seed: int,
    kinds: Mapping[str, str] | None = None,
) -> Rank:
    """Exact rank of a measure among the observed graph and `samples` shuffled ones.

    Seeded: the same edges, seed and number of samples give the same answer. See `WARNING`.

    Raises
    ------
    ValueError
        fewer than one sample, or no edges.
    """
    if samples < 1 or not edges:
        raise ValueError(f"samples = {samples} and {len(edges)} edges: both must be at least 1")
    generator = random.Random(seed)  # noqa: S311 - a null model, nothing secret
    observed = measure(edges)
    received = _received(edges)
    values, moved, worst = [], 0.0, 1.0
    for _ in range(samples):
        other = shuffled(edges, generator, kinds)
        values.append(measure(other))
        moved += sum(a[1] != b[1] for a, b in zip(edges, other, strict=True)) / len(edges)
        for party, amount in _received(other).items():
            if amount and received[party]:
                worst = max(worst, amount / received[party], received[party] / amount)
    close = 1e-9 * max(abs(observed), 1e-300)
    values.sort()
    return Rank(
        observed=observed,
        rank=sum(value >= observed - close for value in values) + 1,
        of=samples + 1,
        low=values[0],
        median=values[len(values) // 2],
        high=values[-1],
        worst_strength=worst,
        moved=moved / samples,
    )


def _received(edges: Sequence[Edge]) -> dict[str, float]:
    found: dict[str, float] = {}
    for _, payee, amount in edges:
        found[payee] = found.get(payee, 0.0) + amount
    return found
