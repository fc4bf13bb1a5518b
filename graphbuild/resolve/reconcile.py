"""Claims -> deals: one agreement, one deal, all its evidence.

Curated rows are deals by their key. A document's claim between the same parties in the same family
of instruments either confirms such a deal by its figure, merely mentions it, or is put beside
it, shown and not counted, until people judge. Everything else becomes a deal of its own
(`document_deals`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from graphbuild.records.claim import Claim, Role
from graphbuild.records.deal import Deal, Flow
from graphbuild.records.entity import Entity
from graphbuild.records.issue import Issue, Severity
from graphbuild.records.period import PartialDate
from graphbuild.resolve.candidates import Candidate
from graphbuild.resolve.comparison import Decision, compare
from graphbuild.resolve.curated_balances import settle_balances
from graphbuild.resolve.deals import deal_from_readings
from graphbuild.resolve.document_deals import document_deals
from graphbuild.resolve.flows import deal_flows
from graphbuild.resolve.lapsing import settle_lapsed
from graphbuild.resolve.matching import Reading
from graphbuild.resolve.merging import Question
from graphbuild.resolve.named_inside import settle_named_inside
from graphbuild.resolve.refinancing import settle_refinancing
from graphbuild.resolve.registry import Registry
from graphbuild.resolve.standing import settle_standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Everything this stage made.

    Parameters
    ----------
    entities : all curated ones, and the provisional ones that a deal names, by id.
    decisions : where documents' claims went and why.
    questions : pairs of claims that may be one agreement; people decide.
    undated : ids of claims without a publication date; left out where an as-of date was asked for.
    """

    deals: tuple[Deal, ...]
    flows: tuple[Flow, ...]
    entities: tuple[Entity, ...]
    decisions: tuple[Decision, ...]
    questions: tuple[Question, ...]
    candidates: tuple[Candidate, ...]
    undated: tuple[str, ...]
    issues: tuple[Issue, ...]


def resolve_claims(
    claims: Iterable[Claim],
    registry: Registry,
    as_of: PartialDate | None = None,
    stories: Mapping[str, str] = MappingProxyType({}),
) -> Resolution:
    """Deals and flows as the public could know them on `as_of` (default: everything).

    Parameters
    ----------
    claims : in any order; the result does not depend on it. Rejected ones make
        nothing, nor do proposals of a language model.
    registry : grows by the provisional and unnamed parties met.
    stories : for documents that relay another's story, that document's id.
    """
    known, undated = _known_by(claims, as_of)
    registry.learn(known)
    ordered = sorted(known, key=lambda c: c.claim_id)
    every = [_reading(claim, registry, stories) for claim in ordered]
    readings = [reading for reading in every if reading.sources != reading.targets]
    selves = [reading.claim for reading in every if reading.sources == reading.targets]
    curated = _group(r for r in readings if r.claim.terms.deal_key)
    found = [r for r in readings if not r.claim.terms.deal_key]
    compared = compare(found, curated, registry)
    deals = [
        deal_from_readings(
            key,
            group,
            compared.evidence.get(key, ()),
            registry,
            is_curated=True,
            is_confirmed=key in compared.confirmed,
        )
        for key, group in sorted(curated.items())
    ]
    evidence = {r.claim.claim_id for group in compared.evidence.values() for r in group}
    loose = [reading for reading in found if reading.claim.claim_id not in evidence]
    made = document_deals(loose, compared.beside, registry)
    refinanced = settle_refinancing([*deals, *made.deals], registry)
    today = as_of or _last_day(known)
    standing = settle_balances(settle_standing(refinanced.deals), registry)
    running = settle_lapsed(standing, today) if today else standing
    settled = settle_named_inside(running, registry)
    flows = tuple(flow for deal in settled for flow in deal_flows(deal))
    return Resolution(
        deals=tuple(settled),
        flows=flows,
        entities=_entities_of(settled, registry),
        decisions=(*compared.decisions, *made.decisions),
        questions=made.questions,
        candidates=tuple(registry.candidates()),
        undated=tuple(sorted(claim.claim_id for claim in undated)),
        issues=tuple(registry.issues)
        + made.issues
        + refinanced.issues
        + tuple(_undated_issues(undated))
        + tuple(_self_issue(claim) for claim in selves),
    )


def _last_day(claims: Iterable[Claim]) -> PartialDate | None:
    """The latest day on which any claim is known to have been published.

    A date of which only year or month is known says no more than its first day.
    """
    days = [claim.known_on.first_day() for claim in claims if claim.known_on is not None]
    return PartialDate(max(days).isoformat()) if days else None


def _known_by(
    claims: Iterable[Claim], as_of: PartialDate | None
) -> tuple[list[Claim], list[Claim]]:
    known, undated = [], []
    for claim in claims:
        if claim.is_rejected or claim.is_proposed:
            continue
        if claim.known_on is None:
            undated.append(claim)
            if as_of is not None:
                continue
        elif as_of is not None and claim.known_on.last_day() > as_of.last_day():
            continue
        known.append(claim)
    return known, undated


def _reading(claim: Claim, registry: Registry, stories: Mapping[str, str]) -> Reading:
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
        told_by=stories.get(claim.citation.document_id, ""),
    )


def _group(readings: Iterable[Reading]) -> dict[str, list[Reading]]:
    groups: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        groups[reading.claim.terms.deal_key or ""].append(reading)
    return dict(groups)


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


def _undated_issues(undated: Iterable[Claim]) -> list[Issue]:
    """One notice a document, so that each can be given its date."""
    counts = Counter(claim.citation.path for claim in undated)
    return [
        Issue(
            stage="resolve",
            severity=Severity.NOTICE,
            code="undated-document",
            where=path,
            message=f"no publication date; as-of answers leave out its {count} claims",
            advice="give the document a date in the manifest",
        )
        for path, count in sorted(counts.items())
    ]


def _self_issue(claim: Claim) -> Issue:
    names = ", ".join(party.as_written or party.name for party in claim.parties)
    return Issue(
        stage="resolve",
        severity=Severity.WARNING,
        code="one-party-on-both-ends",
        where=f"{claim.citation.path}, claim {claim.claim_id}",
        message=f"{names} are one entity here; the claim makes no deal",
        advice="if they are two, give each its own row in entities.csv",
    )
