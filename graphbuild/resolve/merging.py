"""One block of claims on its way to groups, each of which tells of one agreement.

Pairs that have a case (`pairing`) are compared (`agreement`) and joined from the most points down,
unless any two members of the groups they would join are barred. A claim that says too little to be
compared joins the one agreement of its block that can be meant.

Not here: what a block is, and ids of groups (`grouping`).
"""

import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from graphbuild.records.claim import ENDED, Claim, Status
from graphbuild.records.money import Amount, Measure
from graphbuild.resolve.agreement import (
    ASK,
    MERGE,
    Evidence,
    compare_traits,
    is_one_figure,
    traits_of,
)
from graphbuild.resolve.matching import Reading, agreement_key, is_same_figure
from graphbuild.resolve.names import name_key
from graphbuild.resolve.pairing import likely_pairs
from graphbuild.resolve.timing import is_event

_SPARSE = frozenset({Measure.DRAWN, Measure.OUTSTANDING, Measure.PAID})
_WHOLE = frozenset({Measure.COMMITTED, Measure.CEILING})
_RESTATED = frozenset({Measure.OUTSTANDING, Measure.COMMITTED, Measure.CEILING})
"""Measures of balances; what was paid or drawn in one period adds to that of another."""
_SEVERAL = 10
"""Agreements that a sparse claim may mean, up to which they are counted."""
_MOST_PAIRS = 1_000_000
"""Likely pairs of one block that are compared; a block with more is grouped by its keys."""


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


class Merging:
    """One block on its way to groups.

    Parameters
    ----------
    block : readings in a fixed order.
    has_unnamed : one end of the block is not named by its sources.
    is_panel : every claim is a line of a panel (a share, a value of a period) known by its key.
    """

    def __init__(
        self, block: Sequence[Reading], *, has_unnamed: bool, is_panel: bool = False
    ) -> None:
        self.questions: list[Question] = []
        self._block = block
        self._group = list(range(len(block)))
        self._members = [[index] for index in range(len(block))]
        self._reasons: dict[str, str] = {}
        self.is_crowded = False
        self._has_unnamed = has_unnamed
        self._traits = [traits_of(reading.claim) for reading in block]
        self._pairs: dict[tuple[int, int], Evidence] = {}
        if is_panel or not self._compare():
            self._join_by_key()
            return
        self._join_series()
        self._join_pairs()
        self._join_sparse()
        self._ask()

    def groups(self) -> list[Group]:
        """The groups, each in the block's order."""
        found = []
        for root in sorted(set(self._group)):
            members = tuple(self._block[index] for index in sorted(self._members[root]))
            ids = [reading.claim.claim_id for reading in members]
            reasons = {key: self._reasons[key] for key in ids if key in self._reasons}
            found.append(Group(members, reasons))
        return found

    def _compare(self) -> bool:
        """Compare what is worth comparing; false where that is too much."""
        for pair in likely_pairs(self._traits):
            if pair not in self._pairs:
                self._evidence(*pair)
                if len(self._pairs) > _MOST_PAIRS:
                    self.is_crowded = True
                    return False
        return True

    def _evidence(self, left: int, right: int) -> Evidence:
        pair = (left, right) if left < right else (right, left)
        found = self._pairs.get(pair)
        if found is None:
            one, other = self._traits[pair[0]], self._traits[pair[1]]
            found = compare_traits(one, other, has_unnamed=self._has_unnamed)
            self._pairs[pair] = found
        return found

    def _join_by_key(self) -> None:
        first: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for index, reading in enumerate(self._block):
            holders = first[agreement_key(reading)]
            host = next((h for h in holders if not self._is_told_apart(h, index)), None)
            if host is None:
                holders.append(index)
            else:
                self._join(host, index, "same key")

    def _is_told_apart(self, host: int, index: int) -> bool:
        """Whether one document gives the claim and one of the group's two different figures."""
        ours = self._block[index].claim
        return any(
            other.citation.document_id == ours.citation.document_id
            and (other.share != ours.share or not _is_equal(other.amount, ours.amount))
            for other in (self._block[i].claim for i in self._members[self._group[host]])
        )

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
            self._evidence(i, j).bar
            for i in self._members[self._group[left]]
            for j in self._members[self._group[right]]
        )

    def _join_pairs(self) -> None:
        strong = [item for item in self._pairs.items() if item[1].points >= MERGE]
        for (i, j), evidence in sorted(strong, key=lambda item: (-item[1].points, item[0])):
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
        full = self._groups_of(told)
        asked: dict[int, Question] = {}
        for index in sparse:
            if self._group[index] in full or self._has_unnamed:
                continue
            can_mean = (root for root in full if self._can_mean(index, root))
            open_to = list(itertools.islice(can_mean, _SEVERAL))
            if len(open_to) == 1:
                self._join(open_to[0], index, "only one agreement between them can be meant")
                full = self._groups_of(told)
            elif open_to:
                ours, theirs = (self._block[i].claim.claim_id for i in (index, open_to[0]))
                count = f"{len(open_to)}{' or more' if len(open_to) == _SEVERAL else ''}"
                words = f"a later figure of one of {count} agreements between them"
                asked[index] = Question(ours, theirs, 0, words, is_to_be_shown=True)
        self.questions += [q for index, q in asked.items() if self._group[index] not in full]

    def _groups_of(self, indices: Sequence[int]) -> dict[int, None]:
        """The groups that hold any of the claims, in order; quick to look up."""
        return dict.fromkeys(sorted({self._group[index] for index in indices}))

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
        weak = [item for item in self._pairs.items() if item[1].points >= ASK]
        for (i, j), evidence in sorted(weak, key=lambda item: item[0]):
            pair = tuple(sorted((self._group[i], self._group[j])))
            if pair[0] == pair[1] or self._barred(i, j):
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


def _is_equal(left: Amount, right: Amount) -> bool:
    return left == right or is_same_figure(left, right)


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
