"""A world as CSV tables for spreadsheets and diffs: deals, claims, documents, decisions.

Stable columns, stable order, plain text; the graph's own tables are made by `graph.export`.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from graphbuild.ledger.contents import Contents
from graphbuild.records.claim import Claim, Role
from graphbuild.records.deal import Deal
from graphbuild.records.review import Missed
from graphbuild.resolve.candidates import Candidate


def to_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """CSV text with Unix line ends; ``None`` is an empty cell."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow(["" if cell is None else cell for cell in row])
    return buffer.getvalue()


def deals_csv(deals: Iterable[Deal]) -> str:
    """One row a deal; amounts in whole units of `currency`."""
    header = (
        "deal_id", "title", "instrument", "sources", "targets", "on_behalf_of", "low", "point",
        "high", "currency", "qualifier", "measure", "status", "firmness", "standing",
        "standing_reason", "start", "end", "agreed_on", "known_on", "tier", "verification",
        "evidence_count", "is_curated", "is_confirmed", "share", "note",
    )  # fmt: skip
    return to_csv(
        header,
        (
            (
                d.deal_id, d.title, d.instrument, "+".join(d.sources), "+".join(d.targets),
                d.on_behalf_of, _money(d.amount.low), _money(d.amount.point),
                _money(d.amount.high), d.amount.currency, d.amount.qualifier, d.measure, d.status,
                d.firmness, d.standing, d.standing_reason, d.period.start, d.period.end,
                d.agreed_on, d.known_on, d.tier, d.verification, d.evidence_count, d.is_curated,
                d.is_confirmed, d.share, d.note,
            )
            for d in deals
        ),
    )  # fmt: skip


def claims_csv(claims: Iterable[Claim]) -> str:
    """One row a claim, with its quote and place."""
    header = (
        "claim_id", "document_id", "path", "item", "instrument", "sources", "targets",
        "on_behalf_of", "low", "point", "high", "currency", "qualifier", "measure", "share",
        "status", "agreed_on", "ends_on", "known_on", "tier", "pattern", "confidence", "start",
        "end_offset", "quote", "url", "review", "read_as",
    )  # fmt: skip
    return to_csv(
        header,
        (
            (
                c.claim_id, c.citation.document_id, c.citation.path, c.citation.item, c.instrument,
                _names(c, Role.SOURCE), _names(c, Role.TARGET), _names(c, Role.OBLIGOR),
                _money(c.amount.low), _money(c.amount.point), _money(c.amount.high),
                c.amount.currency, c.amount.qualifier, c.measure, c.share, c.status, c.agreed_on,
                c.ends_on, c.known_on, c.tier, c.pattern, c.confidence, c.citation.start,
                c.citation.end, c.citation.quote, c.citation.url,
                c.review.ruling if c.review else None, c.review.read_as if c.review else None,
            )
            for c in claims
        ),
    )  # fmt: skip


def documents_csv(contents: Contents) -> str:
    """One row a document, with how many claims it gave."""
    given: dict[str, int] = {}
    for claim in contents.claims:
        key = claim.citation.document_id
        given[key] = given.get(key, 0) + 1
    header = (
        "document_id", "path", "kind", "form", "filer", "published_on", "tier", "claims",
        "characters", "sha256", "url",
    )  # fmt: skip
    return to_csv(
        header,
        (
            (
                d.document_id, d.path, d.kind, d.form, d.filer, d.published_on, d.tier,
                given.get(d.document_id, 0), d.characters, d.sha256, d.url,
            )
            for d in contents.documents
        ),
    )  # fmt: skip


def coverage_csv(contents: Contents) -> str:
    """Curated deals against documents: confirmed, mentioned, contradicted or only asserted."""
    answers: dict[str, list[str]] = {}
    for decision in contents.decisions:
        answers.setdefault(decision.deal_id, []).append(decision.likeness)
    rows = []
    for deal in contents.deals:
        if not deal.is_curated:
            continue
        likenesses = answers.get(deal.deal_id, [])
        word = "only asserted"
        if deal.is_confirmed:
            word = "confirmed"
        elif "mentions" in likenesses:
            word = "mentioned without a figure"
        elif "unclear" in likenesses:
            word = "another figure in a document"
        rows.append((deal.deal_id, word, deal.verification, deal.tier, len(likenesses)))
    return to_csv(("deal_id", "documents_say", "verification", "tier", "claims"), rows)


def decisions_csv(contents: Contents) -> str:
    """Why each document's claim about a curated deal went where it went."""
    return to_csv(
        ("claim_id", "deal_id", "likeness", "reason"),
        ((d.claim_id, d.deal_id, d.likeness, d.reason) for d in contents.decisions),
    )


def candidates_csv(candidates: Iterable[Candidate]) -> str:
    """Unresolved names and the known entities they resemble, for people to judge."""
    return to_csv(
        ("name", "entity_id", "candidate_id", "score", "reason"),
        ((c.name, c.entity_id, c.candidate_id, c.score, c.reason) for c in candidates),
    )


def uncovered_csv(missed: Iterable[Missed]) -> str:
    """Sentences with money and a watched name but no claim: what extraction may have missed."""
    return to_csv(
        (
            "missed_id", "document_id", "path", "item", "start", "end_offset", "names", "figure",
            "currency", "known_on", "quote",
        ),
        (
            (
                m.missed_id, m.citation.document_id, m.citation.path, m.citation.item,
                m.citation.start, m.citation.end, "|".join(m.names),
                _money(m.amount.central) if m.amount else None,
                m.amount.currency if m.amount else None, m.known_on, m.citation.quote,
            )
            for m in missed
        ),
    )  # fmt: skip


def _names(claim: Claim, role: Role) -> str:
    return "+".join(
        f"unnamed:{party.name}" if party.is_unnamed else party.name
        for party in claim.with_role(role)
    )


def _money(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
