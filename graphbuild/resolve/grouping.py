"""Claims of documents among themselves -> groups that each tell of one agreement.

Claims meet only within a block: the same owners on both ends, the same obligor, a like instrument.
What becomes of a block says `merging`; the order in which claims come does not matter.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from graphbuild.records.issue import Issue, Severity
from graphbuild.records.keys import content_id
from graphbuild.records.money import Measure
from graphbuild.resolve.agreement import instrument_kind
from graphbuild.resolve.matching import Reading, agreement_key
from graphbuild.resolve.merging import Group, Merging, Question
from graphbuild.resolve.registry import Registry

Block: TypeAlias = tuple[str, ...]
_LINES = "panel"
_PANEL = frozenset({Measure.VALUE, Measure.RECOGNISED, Measure.SHARE})


@dataclass(frozen=True, slots=True)
class Grouped:
    """Groups in the order of their first claim's id, what remains to be asked, and what to know."""

    groups: tuple[Group, ...]
    questions: tuple[Question, ...]
    issues: tuple[Issue, ...]


def group_readings(readings: Iterable[Reading], registry: Registry) -> Grouped:
    """The groups of all readings, block by block."""
    blocks: dict[Block, list[Reading]] = defaultdict(list)
    for reading in readings:
        blocks[_block(reading, registry)].append(reading)
    groups: list[Group] = []
    questions: list[Question] = []
    issues: list[Issue] = []
    for key, block in sorted(blocks.items()):
        if len(block) == 1:
            groups.append(Group(tuple(block), {}))
            continue
        block.sort(key=lambda r: r.claim.claim_id)
        merged = Merging(block, has_unnamed=_has_group(block, registry), is_panel=key[0] == _LINES)
        groups += merged.groups()
        questions += merged.questions
        if merged.is_crowded:
            issues.append(_crowded(block))
    groups.sort(key=lambda g: g.readings[0].claim.claim_id)
    questions.sort(key=lambda q: (q.left, q.right))
    return Grouped(tuple(groups), tuple(questions), tuple(issues))


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
        return (_LINES, *agreement_key(reading))
    return (
        "agreement",
        "+".join(sorted({registry.owner(side) for side in reading.sources})),
        "+".join(sorted({registry.owner(side) for side in reading.targets})),
        registry.owner(reading.obligor) if reading.obligor else "",
        instrument_kind(claim.instrument),
    )


def _has_group(block: Sequence[Reading], registry: Registry) -> bool:
    """Whether an end stands for nobody in particular."""
    return any(registry.entities[side].is_group for side in (*block[0].sources, *block[0].targets))


def _crowded(block: Sequence[Reading]) -> Issue:
    first = block[0]
    return Issue(
        stage="resolve",
        severity=Severity.WARNING,
        code="crowded-block",
        where=f"{', '.join(first.sources)} -> {', '.join(first.targets)}",
        message=f"{len(block):,} claims tell too alike to be compared pair by pair; grouped by "
        "figure, maturity and rate alone",
        advice="look whether one table was read many times over",
    )
