"""Claims of documents among themselves -> groups that each tell of one agreement.

Claims meet only within a block: the same owners on both ends, the same obligor, a like instrument.
Within a block every pair is compared (`agreement`); pairs are joined from the most points down,
unless any two members of the groups they would join are barred. The order in which claims come does
not matter. A claim that says too little to be compared (no figure, or only what is outstanding)
joins the one agreement of its block that can be meant.

Balances against nobody named (lease liabilities, purchase obligations) are restated in every
report: where one line has one figure at each date, its dates are one agreement.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from graphbuild.records.claim import ENDED, Claim, Status
from graphbuild.records.keys import content_id
from graphbuild.records.money import Measure
from graphbuild.resolve.agreement import (
    ASK,
    MERGE,
    Evidence,
    compare_traits,
    instrument_kind,
    is_one_figure,
    traits_of,
)
from graphbuild.resolve.matching import Reading, agreement_key, is_same_figure
from graphbuild.resolve.names import name_key
from graphbuild.resolve.registry import Registry
from graphbuild.resolve.timing import is_event

Block: TypeAlias = tuple[str, ...]
_PANEL = frozenset({Measure.VALUE, Measure.RECOGNISED, Measure.SHARE})
_SPARSE = frozenset({Measure.DRAWN, Measure.OUTSTANDING, Measure.PAID})
_WHOLE = frozenset({Measure.COMMITTED, Measure.CEILING})
_RESTATED = frozenset({Measure.OUTSTANDING, Measure.COMMITTED, Measure.CEILING})
"""Measures of balances; what was paid or drawn in one period adds to that of another."""
_LARGEST = 400
"""Readings of one block that are compared pair by pair; a larger one is grouped by its keys."""


@dataclass(frozen=True, slots=True)
class Group:
    """Readings of one agreement, and why the later ones joined, by claim id."""

    readings: tuple[Reading, ...]
    reasons: dict[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """Two claims that may be one agreement: too much evidence to ignore, too little to merge.

    `is_to_be_shown` says that counting both would count one figure twice, as far as one can tell.
    """

    left: str
    right: str
    points: int
    reason: str
    is_to_be_shown: bool


def group_readings(
    readings: Iterable[Reading], registry: Registry
) -> tuple[list[Group], list[Question]]:
    """Groups in the order of their first claim's id, and the questions that remain."""
    blocks: dict[Block, list[Reading]] = defaultdict(list)
    for reading in readings:
        blocks[_block(reading, registry)].append(reading)
    groups: list[Group] = []
    questions: list[Question] = []
    for _, block in sorted(blocks.items()):
        block.sort(key=lambda r: r.claim.claim_id)
        merged = _Merging(block, registry)
        groups += merged.groups()
        questions += merged.questions
    groups.sort(key=lambda g: g.readings[0].claim.claim_id)
    return groups, sorted(questions, key=lambda q: (q.left, q.right))


def group_ids(groups: Sequence[Group]) -> list[str]:
    """An id for each group: its first known claim's key; date and claim where keys are equal."""
    taken: dict[str, int] = defaultdict(int)
    firsts = [min(group.readings, key=_when_known) for group in groups]
    keys = [agreement_key(first) for first in firsts]
    for key in keys:
        taken[content_id("deal", *key)] += 1
    ids = []
    for first, key in zip(firsts, keys, strict=True):
        plain = content_id("deal", *key)
        longer = (*key, str(first.claim.agreed_on), first.claim.claim_id)
        ids.append(plain if taken[plain] == 1 else content_id("deal", *longer))
    return ids


def _when_known(reading: Reading) -> tuple[str, str]:
    known = reading.claim.known_on
    return str(known.last_day()) if known else "9999", reading.claim.claim_id


def _block(reading: Reading, registry: Registry) -> Block:
    claim = reading.claim
    if claim.measure in _PANEL or claim.share is not None:
        return ("panel", *agreement_key(reading))
    return (
        "agreement",
        "+".join(sorted({registry.owner(side) for side in reading.sources})),
        "+".join(sorted({registry.owner(side) for side in reading.targets})),
        registry.owner(reading.obligor) if reading.obligor else "",
        instrument_kind(claim.instrument),
    )


class _Merging:
    """One block on its way to groups."""

    def __init__(self, block: Sequence[Reading], registry: Registry) -> None:
        self.questions: list[Question] = []
        self._block = block
        self._group = list(range(len(block)))
        self._members = [[index] for index in range(len(block))]
        self._reasons: dict[str, str] = {}
        sides = (*block[0].sources, *block[0].targets)
        self._has_unnamed = any(
            registry.entities[side].is_group for side in sides if side in registry.entities
        )
        keys = [agreement_key(reading) for reading in block]
        is_panel = block[0].claim.measure in _PANEL or block[0].claim.share is not None
        if is_panel or len(block) > _LARGEST:
            first: dict[tuple[str, ...], int] = {}
            for index, key in enumerate(keys):
                self._join(first.setdefault(key, index), index, "same key")
            return
        traits = [traits_of(reading.claim) for reading in block]
        self._pairs: dict[tuple[int, int], Evidence] = {
            (i, j): compare_traits(traits[i], traits[j], has_unnamed=self._has_unnamed)
            for i in range(len(block))
            for j in range(i + 1, len(block))
        }
        self._join_series()
        self._join_pairs()
        self._join_sparse()
        self._ask()

    def groups(self) -> list[Group]:
        found = []
        for root in sorted(set(self._group)):
            members = tuple(self._block[index] for index in sorted(self._members[root]))
            ids = {reading.claim.claim_id for reading in members}
            reasons = {key: words for key, words in self._reasons.items() if key in ids}
            found.append(Group(members, reasons))
        return found

    def _join(self, left: int, right: int, reason: str) -> None:
        one, other = self._group[left], self._group[right]
        if one == other:
            return
        one, other = min(one, other), max(one, other)
        for index in self._members[other]:
            self._group[index] = one
        self._members[one] += self._members[other]
        self._members[other] = []
        self._reasons.setdefault(self._block[max(left, right)].claim.claim_id, reason)

    def _barred(self, left: int, right: int) -> bool:
        return any(
            self._pairs[min(i, j), max(i, j)].bar
            for i in self._members[self._group[left]]
            for j in self._members[self._group[right]]
        )

    def _join_pairs(self) -> None:
        order = sorted(self._pairs.items(), key=lambda item: (-item[1].points, item[0]))
        for (i, j), evidence in order:
            if evidence.points < MERGE:
                break
            if self._group[i] != self._group[j] and not evidence.bar and not self._barred(i, j):
                self._join(i, j, "; ".join(evidence.reasons))

    def _join_series(self) -> None:
        """Lines of balances against nobody named: one figure at each date, one agreement."""
        if not self._has_unnamed:
            return
        lines: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for index, reading in enumerate(self._block):
            claim = reading.claim
            is_balance = claim.measure in _RESTATED and not is_event(claim)
            if claim.amount.point is None or claim.agreed_on is None or not is_balance:
                continue
            ends = str(claim.ends_on.year) if claim.ends_on else ""
            line = (claim.instrument, claim.measure, name_key(claim.terms.facility or "-"), ends)
            lines[(*line, claim.terms.rate, claim.amount.currency)].append(index)
        for _, indices in sorted(lines.items()):
            if self._has_one_figure_a_date(indices):
                for index in indices[1:]:
                    self._join(indices[0], index, "the same line at another date")

    def _has_one_figure_a_date(self, indices: Sequence[int]) -> bool:
        dates: dict[str, list[int]] = defaultdict(list)
        for index in indices:
            dates[str(self._block[index].claim.agreed_on)].append(index)
        return all(
            is_same_figure(self._block[same[0]].claim.amount, self._block[other].claim.amount)
            for same in dates.values()
            for other in same[1:]
        )

    def _join_sparse(self) -> None:
        """Claims that say too little join the one agreement that can be meant, if there is one."""
        sparse = [i for i, reading in enumerate(self._block) if _is_sparse(reading)]
        told = sorted(set(range(len(self._block))) - set(sparse))
        asked: dict[int, Question] = {}
        for index in sparse:
            full = {self._group[i] for i in told}
            if self._group[index] in full or self._has_unnamed:
                continue
            open_to = [root for root in sorted(full) if self._can_mean(index, root)]
            if len(open_to) == 1:
                self._join(open_to[0], index, "only one agreement between them can be meant")
            elif open_to:
                ours, theirs = (self._block[i].claim.claim_id for i in (index, open_to[0]))
                words = f"a later figure of one of {len(open_to)} agreements between them"
                asked[index] = Question(ours, theirs, 0, words, is_to_be_shown=True)
        full = {self._group[i] for i in told}
        self.questions += [q for index, q in asked.items() if self._group[index] not in full]

    def _can_mean(self, index: int, root: int) -> bool:
        """Whether a sparse claim may speak of a group: it is no earlier and not of another size."""
        claim = self._block[index].claim
        members = [self._block[i].claim for i in self._members[root]]
        dates = [m.agreed_on.first_day() for m in members if m.agreed_on]
        if claim.agreed_on and dates and claim.agreed_on.last_day() < min(dates):
            return False
        return _is_of_like_size(claim, members) and not self._barred(index, root)

    def _ask(self) -> None:
        best: dict[tuple[int, int], tuple[int, int]] = {}
        for (i, j), evidence in sorted(self._pairs.items()):
            pair = tuple(sorted((self._group[i], self._group[j])))
            if evidence.points < ASK or pair[0] == pair[1] or self._barred(i, j):
                continue
            known = best.get((pair[0], pair[1]))
            if known is None or self._pairs[known].points < evidence.points:
                best[pair[0], pair[1]] = (i, j)
        for i, j in best.values():
            left, right = self._block[i].claim, self._block[j].claim
            self.questions.append(
                Question(
                    left.claim_id,
                    right.claim_id,
                    self._pairs[i, j].points,
                    "; ".join(self._pairs[i, j].reasons),
                    is_one_figure(left, right),
                )
            )


def _is_of_like_size(claim: Claim, members: Sequence[Claim]) -> bool:
    """Whether a balance fits: within the whole where one is told, else near another balance."""
    size = claim.amount.central
    if claim.measure in _SPARSE and any(m.measure in _WHOLE for m in members):
        return True  # more than the whole is barred already
    known = [m.amount.central for m in members if m.measure is claim.measure]
    sizes = [other for other in known if other]
    return not size or not sizes or any(o / 2 <= size <= o * 2 for o in sizes)


def _is_sparse(reading: Reading) -> bool:
    claim = reading.claim
    is_later_form = claim.status is Status.AMENDED or claim.status in ENDED
    return claim.measure in _SPARSE or not claim.amount.is_disclosed or is_later_form
