"""Claims -> deals: one agreement, one deal, all its evidence.

Curated rows are deals by their key. A document's claim between the same parties in the same family
of instruments either confirms such a deal by its figure, merely mentions it, or is put beside
it, shown and not counted, until people judge. Everything else becomes a deal of its own, grouped
by `matching.agreement_key`.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graphbuild.records.claim import Claim, Role
from graphbuild.records.deal import Deal, Flow, Standing
from graphbuild.records.document import SourceTier
from graphbuild.records.entity import Entity
from graphbuild.records.instrument import instrument
from graphbuild.records.issue import Issue, Severity
from graphbuild.records.keys import content_id
from graphbuild.records.period import PartialDate
from graphbuild.resolve.deals import deal_from_readings
from graphbuild.resolve.flows import deal_flows
from graphbuild.resolve.matching import Likeness, Reading, agreement_key, likeness
from graphbuild.resolve.registry import Candidate, Registry
from graphbuild.resolve.standing import settle_standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Why a document's claim went where it went."""

    claim_id: str
    deal_id: str
    likeness: Likeness
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Everything this stage made.

    Parameters
    ----------
    entities : all curated ones, and the provisional ones that a deal names, by id.
    undated : ids of claims without a publication date; left out where an as-of date was asked for.
    """

    deals: tuple[Deal, ...]
    flows: tuple[Flow, ...]
    entities: tuple[Entity, ...]
    decisions: tuple[Decision, ...]
    candidates: tuple[Candidate, ...]
    undated: tuple[str, ...]
    issues: tuple[Issue, ...]


def resolve_claims(
    claims: Iterable[Claim], registry: Registry, as_of: PartialDate | None = None
) -> Resolution:
    """Deals and flows as the public could know them on `as_of` (default: everything).

    Parameters
    ----------
    claims : in any order; the result does not depend on it.
    registry : grows by the provisional and unnamed parties met.
    """
    known, undated = _known_by(claims, as_of)
    readings = [_reading(claim, registry) for claim in sorted(known, key=lambda c: c.claim_id)]
    curated = _group(r for r in readings if r.claim.terms.deal_key)
    found = [r for r in readings if not r.claim.terms.deal_key]
    attached, beside, decisions = _match(found, curated, registry)
    deals = [
        deal_from_readings(key, group, attached.get(key, ()), registry, is_curated=True)
        for key, group in sorted(curated.items())
    ]
    loose = [r for r in found if r.claim.claim_id not in attached_ids(attached)]
    deals += _document_deals(loose, beside, registry)
    settled = settle_standing(deals)
    flows = tuple(flow for deal in settled for flow in deal_flows(deal))
    return Resolution(
        deals=tuple(settled),
        flows=flows,
        entities=_entities_of(settled, registry),
        decisions=tuple(decisions),
        candidates=tuple(registry.candidates()),
        undated=tuple(sorted(undated)),
        issues=tuple(registry.issues) + tuple(_undated_issues(undated)),
    )


def attached_ids(attached: dict[str, list[Reading]]) -> set[str]:
    """Ids of the claims that became evidence for a curated deal."""
    return {reading.claim.claim_id for group in attached.values() for reading in group}


def _known_by(claims: Iterable[Claim], as_of: PartialDate | None) -> tuple[list[Claim], list[str]]:
    known, undated = [], []
    for claim in claims:
        if claim.known_on is None:
            undated.append(claim.claim_id)
            if as_of is not None:
                continue
        elif as_of is not None and claim.known_on.last_day() > as_of.last_day():
            continue
        known.append(claim)
    return known, undated


def _reading(claim: Claim, registry: Registry) -> Reading:
    targets = claim.with_role(Role.TARGET)
    sources = claim.with_role(Role.SOURCE)
    named_target = next((p for p in targets if not p.is_unnamed), None)
    named_source = next((p for p in sources if not p.is_unnamed), None)
    target_side = registry.resolve(named_target, "") if named_target else "unnamed"
    source_side = registry.resolve(named_source, "") if named_source else "unnamed"
    obligors = claim.with_role(Role.OBLIGOR)
    return Reading(
        claim=claim,
        sources=tuple(dict.fromkeys(registry.resolve(p, target_side) for p in sources)),
        targets=tuple(dict.fromkeys(registry.resolve(p, source_side) for p in targets)),
        obligor=registry.resolve(obligors[0], source_side) if obligors else None,
    )


def _group(readings: Iterable[Reading]) -> dict[str, list[Reading]]:
    groups: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        groups[reading.claim.terms.deal_key or ""].append(reading)
    return dict(groups)


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


def _match(
    found: Sequence[Reading], curated: dict[str, list[Reading]], registry: Registry
) -> tuple[dict[str, list[Reading]], dict[str, str], list[Decision]]:
    """Documents' readings against curated deals: attached, put beside (with reason), decisions."""
    by_pair: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for key, group in sorted(curated.items()):
        for pair in sorted(_pair_keys(group[0], registry)):
            by_pair[pair].append(key)
    attached: dict[str, list[Reading]] = defaultdict(list)
    beside: dict[str, str] = {}
    decisions = []
    for reading in found:
        keys = sorted({k for pair in _pair_keys(reading, registry) for k in by_pair.get(pair, ())})
        if not keys:
            continue
        key, answer, reason = _best(reading, keys, curated)
        if answer in (Likeness.CONFIRMS, Likeness.MENTIONS):
            attached[key].append(reading)
        elif _is_between_named(reading, registry):
            beside[reading.claim.claim_id] = f"same parties and family as {key}, {reason}"
        else:
            continue
        decisions.append(
            Decision(claim_id=reading.claim.claim_id, deal_id=key, likeness=answer, reason=reason)
        )
    return dict(attached), beside, decisions


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


def _document_deals(
    loose: Sequence[Reading], beside: dict[str, str], registry: Registry
) -> list[Deal]:
    groups: dict[tuple[str, ...], list[Reading]] = defaultdict(list)
    for reading in loose:
        groups[agreement_key(reading)].append(reading)
    deals = []
    for key, group in sorted(groups.items()):
        deal_id = content_id("deal", *key)
        deal = deal_from_readings(deal_id, group, (), registry, is_curated=False)
        reason = next((beside[r.claim.claim_id] for r in group if r.claim.claim_id in beside), "")
        if reason:
            deal = replace(deal, standing=Standing.SHOWN, standing_reason=reason)
        elif all(r.claim.tier is SourceTier.UNNAMED for r in group):
            deal = replace(
                deal, standing=Standing.SHOWN, standing_reason="only an unnamed source says so"
            )
        deals.append(deal)
    return deals


def _entities_of(deals: Iterable[Deal], registry: Registry) -> tuple[Entity, ...]:
    """Every curated entity, and the provisional and unnamed ones that a deal names."""
    wanted: set[str | None] = set()
    for deal in deals:
        wanted.update((*deal.sources, *deal.targets, deal.on_behalf_of))
    return tuple(
        entity
        for entity_id, entity in sorted(registry.entities.items())
        if not entity.is_provisional or entity_id in wanted
    )


def _undated_issues(undated: Sequence[str]) -> list[Issue]:
    if not undated:
        return []
    return [
        Issue(
            stage="resolve",
            severity=Severity.NOTICE,
            code="undated-claims",
            where=f"{len(undated)} claims, first {min(undated)}",
            message="their document has no publication date; as-of answers leave them out",
            advice="give the document a date in the manifest",
        )
    ]
