"""Readings of documents against curated deals: confirmed, mentioned, or put beside.

Only a figure confirms: the deal's own, or several of one document that add up to it. Without a
figure a reading is a mention where only one deal can be meant. Everything else between the
same named parties is left to people. Every answer is a `Decision` with its reason.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphbuild.records.instrument import instrument
from graphbuild.resolve.matching import Likeness, Reading, do_parts_add_up, likeness
from graphbuild.resolve.registry import Registry


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
    by_pair: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for key, group in sorted(curated.items()):
        for pair in sorted(_pair_keys(group[0], registry)):
            by_pair[pair].append(key)
    answers = []
    for reading in found:
        keys = sorted({k for pair in _pair_keys(reading, registry) for k in by_pair.get(pair, ())})
        if keys:
            answers.append((reading, *_best(reading, keys, curated)))
    evidence: dict[str, list[Reading]] = defaultdict(list)
    confirmed, beside, decisions = set(), {}, []
    for reading, key, answer, reason in _with_parts(answers, curated):
        claim_id = reading.claim.claim_id
        if answer in (Likeness.CONFIRMS, Likeness.MENTIONS):
            evidence[key].append(reading)
            if answer is Likeness.CONFIRMS:
                confirmed.add(key)
        elif _is_between_named(reading, registry):
            beside[claim_id] = f"same parties and family as {key}, {reason}"
        else:
            continue
        decisions.append(Decision(claim_id=claim_id, deal_id=key, likeness=answer, reason=reason))
    return Comparison(
        evidence=dict(evidence),
        confirmed=frozenset(confirmed),
        beside=beside,
        decisions=tuple(decisions),
    )


def _pair_keys(reading: Reading, registry: Registry) -> set[tuple[str, str, str]]:
    family = str(instrument(reading.claim.instrument).family)
    return {
        (_side(source, registry), _side(target, registry), family)
        for source in reading.sources
        for target in reading.targets
    }


def _side(entity_id: str, registry: Registry) -> str:
    entity = registry.entities[entity_id]
    return "nobody in particular" if entity.is_group else registry.owner(entity_id)


def _with_parts(
    answers: Sequence[tuple[Reading, str, Likeness, str]], curated: dict[str, list[Reading]]
) -> list[tuple[Reading, str, Likeness, str]]:
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
        answers.append((key, likeness(reading, group[0].claim, amounts)))
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
    return answers[0][0], Likeness.UNCLEAR, "but another figure"


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
