"""Readings of documents against curated deals: confirmed, mentioned, or put beside.

Only a figure confirms: the deal's own, or several of one document that add up to it. Without a
figure a reading that names both sides is a mention where only one deal can be meant. A relay that
withholds one side is known by the other side and the figure. Everything else between the same named
parties is left to people. Every answer is a `Decision` with its reason.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from graphbuild.records.instrument import Family, instrument
from graphbuild.resolve.matching import Likeness, Reading, could_relay, do_parts_add_up, likeness
from graphbuild.resolve.registry import Registry

Key: TypeAlias = tuple[str, str, str]
KeyMaker: TypeAlias = Callable[[Reading, Registry], set[Key]]
Answer: TypeAlias = tuple[Reading, str, Likeness, str]
"""A reading, the curated deal it was compared with, the likeness and its reason."""

_HALF = "one side is not named, no figure, told within days of it"
_EARLIER = "no figure, told before it was agreed"
_NEWS_DAYS = 14
"""Days within which an account without a figure and without one side tells of a known deal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Why a document's claim went where it went."""

    claim_id: str
    deal_id: str
    likeness: Likeness
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Where readings went.

    Parameters
    ----------
    evidence : readings that confirm or mention a curated deal, by its id.
    confirmed : ids of deals of which a document states the figure.
    beside : reason why a claim is shown but not counted, by claim id.
    """

    evidence: Mapping[str, Sequence[Reading]]
    confirmed: frozenset[str]
    beside: Mapping[str, str]
    decisions: tuple[Decision, ...]


def compare(
    found: Sequence[Reading], curated: dict[str, list[Reading]], registry: Registry
) -> Comparison:
    """Where each reading of a document goes that has the parties and family of a curated deal.

    Parameters
    ----------
    curated : by deal id; the first reading of each carries the deal's figure.
    """
    by_pair = _index(curated, registry, _pair_keys)
    by_end = _index(curated, registry, _end_keys)
    answers: list[Answer] = []
    for reading in found:
        keys = _keys_of(reading, registry, by_pair, _pair_keys)
        answer = (reading, *_best(reading, keys, curated)) if keys else None
        if answer is None or answer[2] is not Likeness.CONFIRMS:
            answer = _relayed(reading, registry, by_end, curated) or answer
        if answer is not None:
            answers.append(answer)
    return _sorted_out(_with_parts(answers, curated), registry)


def _sorted_out(answers: Sequence[Answer], registry: Registry) -> Comparison:
    evidence: dict[str, list[Reading]] = defaultdict(list)
    confirmed: set[str] = set()
    beside: dict[str, str] = {}
    decisions = []
    for reading, key, word, reason in answers:
        claim_id = reading.claim.claim_id
        is_vague = word is Likeness.MENTIONS and not _is_between_named(reading, registry)
        if word in (Likeness.CONFIRMS, Likeness.MENTIONS) and not is_vague:
            evidence[key].append(reading)
            if word is Likeness.CONFIRMS:
                confirmed.add(key)
        elif word is Likeness.UNCLEAR and (reason == _HALF or _is_between_named(reading, registry)):
            beside[claim_id] = f"same parties and family as {key}, {reason}"
        else:
            continue
        decisions.append(Decision(claim_id=claim_id, deal_id=key, likeness=word, reason=reason))
    return Comparison(
        evidence=dict(evidence),
        confirmed=frozenset(confirmed),
        beside=beside,
        decisions=tuple(decisions),
    )


def _index(
    curated: dict[str, list[Reading]], registry: Registry, keys_of: KeyMaker
) -> dict[Key, list[str]]:
    index: dict[Key, list[str]] = defaultdict(list)
    for deal_id, group in sorted(curated.items()):
        for key in sorted(keys_of(group[0], registry)):
            index[key].append(deal_id)
    return index


def _keys_of(
    reading: Reading, registry: Registry, index: Mapping[Key, Sequence[str]], keys_of: KeyMaker
) -> list[str]:
    return sorted({deal for key in keys_of(reading, registry) for deal in index.get(key, ())})


def _relayed(
    reading: Reading,
    registry: Registry,
    by_end: Mapping[Key, Sequence[str]],
    curated: dict[str, list[Reading]],
) -> Answer | None:
    """A reading that names one side only: the deal of that side that has its very figure.

    A purchase without a figure told within days of the deal may be it, and must not open every sum.
    """
    if _is_between_named(reading, registry):
        return None
    ends = _keys_of(reading, registry, by_end, _end_keys)
    keys = [key for key in ends if could_relay(reading, curated[key][0])]
    if not keys:
        return None
    if _is_standing_relation(reading):
        named = [key for key in keys if _is_between_named(curated[key][0], registry)]
        near = [key for key in named if _is_news_of(reading, curated[key][0])]
        return (reading, near[0], Likeness.UNCLEAR, _HALF) if near else None
    key, answer, reason = _best(reading, keys, curated)
    if answer is not Likeness.CONFIRMS:
        return None
    return reading, key, answer, f"one side is not named, {reason}"


def _is_news_of(reading: Reading, known: Reading) -> bool:
    """Whether a contract of one named side was told within days of the curated deal's date."""
    ours, theirs = reading.claim.agreed_on, known.claim.agreed_on
    if ours is None or theirs is None or len(ours.text) < 10 or len(theirs.text) < 10:
        return False
    return abs((ours.first_day() - theirs.first_day()).days) <= _NEWS_DAYS


def _end_keys(reading: Reading, registry: Registry) -> set[Key]:
    """The named ends of a reading, each with its place and the family of the instrument."""
    family = str(instrument(reading.claim.instrument).family)
    ends = [("source", side) for side in reading.sources]
    ends += [("target", side) for side in reading.targets]
    named = [(place, side) for place, side in ends if not registry.entities[side].is_group]
    return {(place, registry.owner(side), family) for place, side in named}


def _pair_keys(reading: Reading, registry: Registry) -> set[Key]:
    family = str(instrument(reading.claim.instrument).family)
    return {
        (_side(source, registry), _side(target, registry), family)
        for source in reading.sources
        for target in reading.targets
    }


def _side(entity_id: str, registry: Registry) -> str:
    entity = registry.entities[entity_id]
    return "nobody in particular" if entity.is_group else registry.owner(entity_id)


def _with_parts(answers: Sequence[Answer], curated: dict[str, list[Reading]]) -> list[Answer]:
    """The answers, where unclear figures of one document that add up to a deal's confirm it."""
    unclear: dict[tuple[str, str], list[Reading]] = defaultdict(list)
    for reading, key, answer, _ in answers:
        if answer is Likeness.UNCLEAR and reading.claim.amount.is_disclosed:
            unclear[reading.claim.citation.document_id, key].append(reading)
    confirmed: dict[str, str] = {}
    for (_, key), parts in sorted(unclear.items()):
        whole = curated[key][0].claim.amount
        if do_parts_add_up((part.claim.amount for part in parts), whole):
            reason = f"its {len(parts)} figures in this document add up to the deal's"
            confirmed.update((part.claim.claim_id, reason) for part in parts)
    return [
        (reading, key, Likeness.CONFIRMS, confirmed[reading.claim.claim_id])
        if reading.claim.claim_id in confirmed
        else (reading, key, answer, reason)
        for reading, key, answer, reason in answers
    ]


def _best(
    reading: Reading, keys: Sequence[str], curated: dict[str, list[Reading]]
) -> tuple[str, Likeness, str]:
    answers = []
    for key in keys:
        group = curated[key]
        amounts = [r.claim.amount for r in group]
        answers.append((key, likeness(reading, group[0], amounts)))
    confirmed = [key for key, answer in answers if answer is Likeness.CONFIRMS]
    if len(confirmed) == 1:
        return confirmed[0], Likeness.CONFIRMS, "the document states the same figure"
    if confirmed:
        near = _nearest_in_time(reading, confirmed, curated)
        return near, Likeness.CONFIRMS, f"same figure as {len(confirmed)} deals, nearest in time"
    mentioned = [key for key, answer in answers if answer is Likeness.MENTIONS]
    if len(mentioned) == 1:
        return mentioned[0], Likeness.MENTIONS, "named without a figure"
    if mentioned:
        return mentioned[0], Likeness.UNCLEAR, f"no figure, and {len(mentioned)} deals it may be"
    unclear = [key for key, answer in answers if answer is Likeness.UNCLEAR]
    if unclear:
        return unclear[0], Likeness.UNCLEAR, "but another figure"
    if _is_standing_relation(reading) and reading.obligor is None:
        near = _nearest_in_time(reading, [key for key, _ in answers], curated)
        return near, Likeness.UNCLEAR, _EARLIER
    return answers[0][0], Likeness.UNRELATED, "for another obligor"


def _is_standing_relation(reading: Reading) -> bool:
    """Whether it says that one buys of the other, and not how much: a later figure says more."""
    claim = reading.claim
    is_purchase = instrument(claim.instrument).family is Family.COMMITMENT
    return is_purchase and not claim.amount.is_disclosed and claim.share is None


def _nearest_in_time(
    reading: Reading, keys: Sequence[str], curated: dict[str, list[Reading]]
) -> str:
    when = reading.claim.agreed_on
    if when is None:
        return keys[0]
    days = when.first_day()
    return min(
        keys,
        key=lambda k: (
            abs((d.first_day() - days).days) if (d := curated[k][0].claim.agreed_on) else 10**6,
            k,
        ),
    )


def _is_between_named(reading: Reading, registry: Registry) -> bool:
    return all(
        not registry.entities[side].is_group for side in (*reading.sources, *reading.targets)
    )
