"""Extracted claims against claims that people wrote: four tiers, precision and recall.

Lives here: comparing rows (as `rows.claim_row` writes them), pairing, counting. Not here: who a
name is; the caller hands in a `Names`.

========  ================================================================================ tier
the row says the same as the hand-written one about ========
================================================================================ parties   payer and
payee, a subsidiary standing for its owner, in that direction relation  and the family of
instruments fact      and the amount within 1 %, or the share within 0.005, or that there is no
figure full      and the very instrument, the very entities, qualifier and status ========
================================================================================
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Protocol

from graphbuild.records.instrument import Family, InstrumentId, instrument

Row = Mapping[str, Any]


class Tier(IntEnum):
    """How much of a hand-written claim is reached."""

    NOTHING = 0
    PARTIES = 1
    RELATION = 2
    FACT = 3
    FULL = 4


class Names(Protocol):
    """Who a row's party is."""

    def entity(self, row: Row, side: str) -> str:
        """Entity of ``side`` ("source" or "target"); any withheld name is "unnamed"."""

    def owner(self, entity_id: str) -> str:
        """Entity at the top of the chain of parents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """How a document was annotated: "full", "partial" (recall only), or "items" of a feed."""

    kind: str
    items: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A hand-written claim and the row that comes nearest to it, or one of them alone."""

    doc: str
    gold: Row | None
    found: Row | None
    tier: Tier


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts of one tier: hand-written claims reached, rows that reach one, and of how many."""

    reached: int = 0
    gold: int = 0
    right: int = 0
    found: int = 0

    @property
    def recall(self) -> float:
        """Part of the hand-written claims that is reached; 0 where there are none."""
        return self.reached / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        """Part of the rows that is right, in documents annotated whole; 0 where there are none."""
        return self.right / self.found if self.found else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """All pairs and what they add up to.

    `by_instrument` is (facts reached, hand-written claims).
    """

    pairs: tuple[Pair, ...]
    tallies: Mapping[Tier, Tally]
    by_instrument: Mapping[str, tuple[int, int]]
    scopes: Mapping[str, Scope] = field(default_factory=dict)


def compare_rows(gold: Row, found: Row, names: Names) -> Tier:
    """The highest tier that a row reaches of a hand-written claim."""
    sides = ("source", "target")
    theirs = [names.entity(gold, side) for side in sides]
    ours = [names.entity(found, side) for side in sides]
    if [names.owner(e) for e in theirs] != [names.owner(e) for e in ours]:
        return Tier.NOTHING
    if not _families(gold["instrument"]) & _families(found["instrument"]):
        return Tier.PARTIES
    if not _is_same_figure(gold, found):
        return Tier.RELATION
    is_full = theirs == ours and all(
        gold.get(name) == found.get(name) for name in ("instrument", "qualifier", "status")
    )
    return Tier.FULL if is_full else Tier.FACT


def evaluate(
    gold: Iterable[Row], found: Iterable[Row], scopes: Mapping[str, Scope], names: Names
) -> Evaluation:
    """Pair rows with hand-written claims document by document, best pairs first.

    Rows of documents without a scope are left out. A row that matches a claim marked as off the
    subject (``core`` false) is neither right nor wrong.
    """
    golds, rows = _by_doc(gold, scopes), _by_doc(found, scopes)
    pairs = [
        pair for doc in scopes for pair in _pair(doc, golds.get(doc, []), rows.get(doc, []), names)
    ]
    return Evaluation(
        pairs=tuple(pairs),
        tallies={tier: tally(pairs, scopes, tier) for tier in Tier if tier},
        by_instrument=_by_instrument(pairs),
        scopes=scopes,
    )


def tally(pairs: Iterable[Pair], scopes: Mapping[str, Scope], tier: Tier) -> Tally:
    """Counts of one tier over pairs."""
    counts = Tally()
    for pair in pairs:
        if pair.gold is not None and not pair.gold.get("core", True):
            continue
        is_reached = pair.tier >= tier
        if pair.gold is not None:
            counts.gold += 1
            counts.reached += is_reached
        if pair.found is not None and _counts_for_precision(pair, scopes[pair.doc]):
            counts.found += 1
            counts.right += is_reached
    return counts


def precision_interval(
    evaluation: Evaluation, tier: Tier, draws: int = 2000, seed: int = 1
) -> tuple[float, float]:
    """Bootstrap interval (2.5 % to 97.5 %) of precision, documents drawn with replacement.

    Documents, not rows, are drawn, since mistakes of one document are alike.
    """
    by_doc: dict[str, list[Pair]] = defaultdict(list)
    for pair in evaluation.pairs:
        by_doc[pair.doc].append(pair)
    counts = [tally(pairs, evaluation.scopes, tier) for _, pairs in sorted(by_doc.items())]
    counts = [count for count in counts if count.found]
    if not counts:
        return 0.0, 1.0
    chance = random.Random(seed)  # noqa: S311 - statistics, not secrets
    values = []
    for _ in range(draws):
        drawn = chance.choices(counts, k=len(counts))
        values.append(sum(c.right for c in drawn) / sum(c.found for c in drawn))
    values.sort()
    return values[int(0.025 * draws)], values[int(0.975 * draws) - 1]


def _families(name: str) -> frozenset[Family]:
    family = instrument(name).family
    if name == InstrumentId.CONVERTIBLE:  # read as debt by some and as equity by others
        return frozenset({family, Family.DEBT})
    return frozenset({family})


def _is_same_figure(gold: Row, found: Row) -> bool:
    amount, share = _number(gold.get("amount")), _number(gold.get("share"))
    if amount is not None:
        if (gold.get("currency") or "USD") != (found.get("currency") or "USD"):
            return False
        theirs = [amount, _number(gold.get("amount_high"))]
        ours = [_number(found.get(name)) for name in ("amount", "amount_high", "amount_low")]
        return any(_is_near(a, b) for a in theirs for b in ours)
    if share is not None:
        ours_share = _number(found.get("share"))
        return ours_share is not None and abs(share - ours_share) <= 0.005
    return _number(found.get("amount")) is None and _number(found.get("share")) is None


def _is_near(left: float | None, right: float | None) -> bool:
    return left is not None and right is not None and abs(left - right) <= 0.01 * abs(left)


def _number(value: Any) -> float | None:
    try:
        return None if value in (None, "") else float(value)
    except (TypeError, ValueError):
        return None


def _by_doc(rows: Iterable[Row], scopes: Mapping[str, Scope]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        path = str(row.get("doc") or "")
        for doc in scopes:
            if path == doc or path.endswith(f"/{doc}") or (path and doc.endswith(f"/{path}")):
                found[doc].append(row)
                break
    return found


def _pair(doc: str, gold: Sequence[Row], found: Sequence[Row], names: Names) -> list[Pair]:
    """One-to-one pairs, highest tier first, ties in the order of the files."""
    ranked = sorted(
        (-compare_rows(g, f, names), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)
    )
    left, right = set(range(len(gold))), set(range(len(found)))
    pairs = []
    for negative, i, j in ranked:
        if negative and i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append(Pair(doc=doc, gold=gold[i], found=found[j], tier=Tier(-negative)))
    pairs += [Pair(doc=doc, gold=gold[i], found=None, tier=Tier.NOTHING) for i in sorted(left)]
    pairs += [Pair(doc=doc, gold=None, found=found[j], tier=Tier.NOTHING) for j in sorted(right)]
    return pairs


def _counts_for_precision(pair: Pair, scope: Scope) -> bool:
    if scope.kind == "items":
        row = pair.found if pair.gold is None else None
        return pair.gold is not None or (row is not None and row.get("item") in scope.items)
    return scope.kind == "full"


def _by_instrument(pairs: Iterable[Pair]) -> dict[str, tuple[int, int]]:
    reached: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for pair in pairs:
        if pair.gold is not None and pair.gold.get("core", True):
            total[pair.gold["instrument"]] += 1
            reached[pair.gold["instrument"]] += pair.tier >= Tier.FACT
    return {name: (reached[name], count) for name, count in total.most_common()}
