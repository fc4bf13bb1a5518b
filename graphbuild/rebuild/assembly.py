"""Inputs and readings -> the world a snapshot will hold, and its counts.

Here claims of tables and documents meet. Not here: the order of stages and publishing (`run`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graphbuild import __version__
from graphbuild.errors import ExpectationError
from graphbuild.graph.consistency import check_graph
from graphbuild.ledger.contents import Contents, DocumentRow
from graphbuild.rebuild.company_figures import merge_figures
from graphbuild.rebuild.inputs import Inputs
from graphbuild.rebuild.read_item import Reading
from graphbuild.rebuild.review_queue import states_of
from graphbuild.rebuild.stories import story_of
from graphbuild.rebuild.world import World, decision_rows, world_of
from graphbuild.records.claim import Claim
from graphbuild.records.deal import Standing
from graphbuild.records.figure import Figure
from graphbuild.records.issue import Issue, Severity
from graphbuild.records.period import PartialDate
from graphbuild.records.review import Missed
from graphbuild.resolve.reconcile import Resolution, resolve_claims
from graphbuild.resolve.registry import Registry
from graphbuild.resolve.reviewing import apply_reviews, review_issues


def assemble_world(
    inputs: Inputs, readings: Sequence[Reading], fetch_issues: Sequence[Issue]
) -> tuple[World, Resolution]:
    """Everything known, resolved and built; issues of all stages in stage order.

    Raises
    ------
    ExpectationError
        there is nothing to build from.
    """
    fullest = _fullest(readings)
    missed = tuple(sentence for reading in fullest for sentence in reading.uncovered)
    claims = _claims(inputs, fullest, missed)
    registry = Registry(inputs.curated.entities, inputs.curated.judgements)
    documents: dict[str, DocumentRow] = {}
    for row in (reading.document for reading in readings if reading.document is not None):
        held = documents.get(row.document_id)
        if held is None or held.characters < row.characters:
            documents[row.document_id] = row
    figures = merge_figures(
        inputs.curated.figures,
        (figure for reading in readings for figure in reading.figures),
        inputs.curated.entities,
    )
    stories = story_of(documents.values())
    resolution = resolve_claims(claims.values(), registry, stories=stories)
    contents = Contents(
        meta={
            "as_of": str(_as_of(claims.values(), figures)),
            "digest": inputs.digest,
            "code": __version__,
        },
        documents=tuple(documents[key] for key in sorted(documents)),
        entities=resolution.entities,
        claims=tuple(claims[key] for key in sorted(claims)),
        deals=tuple(sorted(resolution.deals, key=lambda d: d.deal_id)),
        flows=tuple(sorted(resolution.flows, key=lambda f: f.flow_id)),
        decisions=decision_rows(resolution),
        figures=figures,
        assumptions=tuple(
            inputs.curated.assumptions[k] for k in sorted(inputs.curated.assumptions)
        ),
        fx=inputs.curated.fx,
        judgements=inputs.curated.judgements,
        reviews=inputs.curated.reviews,
        missed=missed,
        issues=(),
    )
    world = world_of(contents)
    issues = (
        *fetch_issues,
        *inputs.issues,
        *(issue for reading in readings for issue in reading.issues),
        *review_issues(states_of(contents)),
        *resolution.issues,
        *world.issues,
        *check_graph(world.graph),
    )
    return replace(world, contents=replace(contents, issues=issues)), resolution


def _fullest(readings: Sequence[Reading]) -> list[Reading]:
    """Of one filing held in several files the fullest; each document once."""
    fullest: dict[str, Reading] = {}
    for reading in readings:
        if reading.document is None:
            continue
        other = fullest.get(reading.document.document_id)
        if other is None or _size(other) < _size(reading):
            fullest[reading.document.document_id] = reading
    return list(fullest.values())


def _claims(
    inputs: Inputs, fullest: Sequence[Reading], missed: Iterable[Missed]
) -> dict[str, Claim]:
    """All claims by id, those of documents as people left them."""
    claims = {claim.claim_id: claim for claim in inputs.curated.claims}
    read = (claim for reading in fullest for claim in reading.claims)
    entity_ids = {entity.entity_id for entity in inputs.curated.entities}
    reviewed = apply_reviews(read, missed, inputs.curated.reviews, entity_ids)
    claims.update((claim.claim_id, claim) for claim in reviewed)
    return claims


def _size(reading: Reading) -> int:
    return reading.document.characters if reading.document is not None else 0


def _as_of(claims: Iterable[Claim], figures: Iterable[Figure]) -> PartialDate:
    """The latest day on which any of the evidence is known to have been published.

    A date of which only year or month is known says no more than its first day.
    """
    dates = [claim.known_on for claim in claims if claim.known_on is not None]
    if not dates:
        raise ExpectationError(
            "nothing to build from: no curated deal and no dated document; "
            "give --documents DIR or restore data/curated/deals.csv"
        )
    dates += [
        figure.known_on
        for figure in figures
        if figure.known_on is not None and not figure.is_known_on_assumed
    ]
    return PartialDate(max(date.first_day() for date in dates).isoformat())


def count(world: World, readings: Sequence[Reading]) -> dict[str, int]:
    """What a build holds, by the names of the run record and of ``expectations.csv``."""
    contents = world.contents
    return {
        "items": len(readings),
        "documents": len(contents.documents),
        "claims": len(contents.claims),
        "claims_from_documents": sum(c.terms.deal_key is None for c in contents.claims),
        "deals": len(contents.deals),
        "deals_curated": sum(d.is_curated for d in contents.deals),
        "deals_confirmed": sum(d.is_confirmed for d in contents.deals),
        "deals_counted": sum(d.standing is not Standing.SHOWN for d in contents.deals),
        "flows": len(contents.flows),
        "entities": world.graph.number_of_nodes(),
        "figures": len(contents.figures),
        "claims_reviewed": sum(c.review is not None for c in contents.claims),
        "claims_rejected": sum(c.is_rejected for c in contents.claims),
        "claims_proposed": sum(c.is_proposed for c in contents.claims),
        "uncovered_sentences": len(contents.missed),
        "issues": len(contents.issues),
        "errors": sum(i.severity is Severity.ERROR for i in contents.issues),
    }
