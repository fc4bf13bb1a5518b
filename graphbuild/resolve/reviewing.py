"""Decisions of people applied to what was read, and what became of each decision.

Lives here: `apply_reviews`, `review_states`. Not here: the table (`curated.reviews`), what is worth
a person's time (`rebuild.review_queue`).

Flow: claims of documents, missed sentences, reviews -> claims with their marks. A rejected claim is
kept with its mark and `reconcile` makes nothing of it; a corrected one takes the place of the
reading and carries it in words; a missed sentence with a correction becomes a claim.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from graphbuild.records.claim import Claim, Confidence, PartyMention, ReviewMark, Role, Ruling
from graphbuild.records.document import Citation
from graphbuild.records.issue import Issue, Severity
from graphbuild.records.keys import content_id
from graphbuild.records.money import Amount, Measure, undisclosed
from graphbuild.records.review import (
    Correction,
    Missed,
    Review,
    place_of,
    statement_id,
    text_digest,
)

PATTERN = "review/1"
_UNNAMED = "unnamed:"
_SIDES = {Role.SOURCE: "source", Role.TARGET: "target", Role.OBLIGOR: "on_behalf_of"}


class ReviewState(StrEnum):
    """Whether a decision still has something to decide."""

    APPLIED = "applied"
    REPLACED = "replaced"
    TEXT_CHANGED = "text changed"
    READING_CHANGED = "reading changed"
    NOT_READ = "document not read"

    @property
    def is_open_again(self) -> bool:
        """Whether the text is there, but not as it was decided about."""
        return self in {ReviewState.TEXT_CHANGED, ReviewState.READING_CHANGED}


def apply_reviews(
    claims: Iterable[Claim],
    missed: Iterable[Missed],
    reviews: Sequence[Review],
    entity_ids: Collection[str] = (),
) -> tuple[Claim, ...]:
    """The claims as people left them, in order, and those made of missed sentences.

    Parameters
    ----------
    claims : as read from documents; curated ones are no matter of review.
    reviews : in the order of their table; of several about one statement the last stands.
    entity_ids : words of a correction that are one of these mean that entity.
    """
    standing = {review.statement_id: review for review in reviews}
    found = []
    for claim in claims:
        review = standing.get(statement_id(claim)) if standing else None
        found.append(claim if review is None else _reviewed(claim, review, entity_ids))
    for sentence in missed if standing else ():
        review = standing.get(sentence.missed_id)
        if review is not None and review.correction is not None:
            found.append(_made(sentence, review.mark, review.correction, entity_ids))
    return tuple(found)


def _reviewed(claim: Claim, review: Review, entity_ids: Collection[str]) -> Claim:
    mark = replace(review.mark, claim_id=claim.claim_id, read_as=claim_in_words(claim))
    if review.ruling is Ruling.ACCEPT:
        return replace(claim, review=mark, confidence=Confidence.CERTAIN)
    if review.correction is None:
        return replace(claim, review=mark)
    fixed = review.correction
    figure = claim.amount if fixed.amount is None else fixed.amount
    return replace(
        claim,
        claim_id=_corrected_id(claim.claim_id, fixed),
        instrument=fixed.instrument or claim.instrument,
        parties=_parties(claim.parties, fixed, entity_ids),
        amount=figure,
        measure=fixed.measure or claim.measure,
        status=fixed.status or claim.status,
        share=claim.share if fixed.share is None else fixed.share,
        agreed_on=fixed.agreed_on or claim.agreed_on,
        ends_on=fixed.ends_on or claim.ends_on,
        confidence=Confidence.CERTAIN,
        review=mark,
    )


def _made(
    sentence: Missed, mark: ReviewMark, fixed: Correction, entity_ids: Collection[str]
) -> Claim:
    """A claim of a sentence nobody had read; the table's checks saw to what it needs.

    Raises
    ------
    ValueError
        no instrument or status.
    """
    if fixed.instrument is None or fixed.status is None:
        raise ValueError(f"review of {sentence.missed_id}: needs an instrument and a status")
    default = Measure.SHARE if fixed.share is not None else Measure.HEADLINE
    return Claim(
        claim_id=_corrected_id(sentence.missed_id, fixed),
        citation=sentence.citation,
        instrument=fixed.instrument,
        parties=_parties((), fixed, entity_ids),
        amount=fixed.amount or undisclosed(),
        measure=fixed.measure or default,
        status=fixed.status,
        tier=sentence.tier,
        pattern=PATTERN,
        share=fixed.share,
        agreed_on=fixed.agreed_on or sentence.known_on,
        ends_on=fixed.ends_on,
        known_on=sentence.known_on,
        review=replace(mark, read_as="not read: a sentence without a claim"),
    )


def _corrected_id(first: str, fixed: Correction) -> str:
    return content_id("clm", first, PATTERN, repr(fixed))


def _parties(
    read: tuple[PartyMention, ...], fixed: Correction, entity_ids: Collection[str]
) -> tuple[PartyMention, ...]:
    given = {
        Role.SOURCE: fixed.source,
        Role.TARGET: fixed.target,
        Role.OBLIGOR: (fixed.on_behalf_of,) if fixed.on_behalf_of else (),
    }
    kept = [party for party in read if not given.get(party.role)]
    new = [_party(role, words, entity_ids) for role, names in given.items() for words in names]
    order = list(Role)
    return tuple(sorted((*new, *kept), key=lambda party: order.index(party.role)))


def _party(role: Role, words: str, entity_ids: Collection[str]) -> PartyMention:
    is_unnamed = words.startswith(_UNNAMED)
    return PartyMention(
        role=role,
        name=words.removeprefix(_UNNAMED),
        as_written=words,
        is_unnamed=is_unnamed,
        entity_id=words if words in entity_ids else None,
    )


def claim_in_words(claim: Claim) -> str:
    """What a claim says, on one line, with the pattern that read it."""
    sides = " -> ".join(_names(claim, role) for role in (Role.SOURCE, Role.TARGET))
    obligor = _names(claim, Role.OBLIGOR)
    share = f"{float(claim.share):.1%}" if claim.share is not None else ""
    figure = _figure(claim.amount) if claim.amount.is_disclosed or not share else ""
    parts = [
        f"{sides}{f' for {obligor}' if obligor else ''}",
        str(claim.instrument),
        " ".join(part for part in (share, figure) if part),
        str(claim.measure),
        str(claim.status),
        f"read by {claim.pattern}",
    ]
    return "; ".join(parts)


def _names(claim: Claim, role: Role) -> str:
    return " + ".join(
        f"{_UNNAMED}{party.name}" if party.is_unnamed else party.name
        for party in claim.with_role(role)
    )


def _figure(amount: Amount) -> str:
    if not amount.is_disclosed:
        return "no figure"
    bounds = [amount.point] if amount.point is not None else [amount.low, amount.high]
    words = " to ".join("?" if value is None else f"{value:,.0f}" for value in bounds)
    return f"{amount.currency} {words} ({amount.qualifier})"


def review_states(
    claims: Iterable[Claim],
    missed: Iterable[Missed],
    reviews: Sequence[Review],
    documents: Mapping[str, str],
) -> tuple[tuple[Review, ReviewState], ...]:
    """Every decision, in order, with what became of it.

    Parameters
    ----------
    claims : as `apply_reviews` left them.
    documents : path by id, of every document that was read.
    """
    claims, missed = tuple(claims), tuple(missed)
    decided = {c.review.statement_id for c in claims if c.review} | {m.missed_id for m in missed}
    texts = {_found(c.citation) for c in claims} | {_found(m.citation) for m in missed}
    places = {document for document, _ in texts} | set(documents)
    paths = set(documents.values())
    last = {review.statement_id: number for number, review in enumerate(reviews)}
    states = []
    for number, review in enumerate(reviews):
        if last[review.statement_id] != number:
            state = ReviewState.REPLACED
        elif review.statement_id in decided:
            state = ReviewState.APPLIED
        elif (review.document, review.text_sha256) in texts:
            state = ReviewState.READING_CHANGED
        elif review.document in places or (review.path and review.path in paths):
            state = ReviewState.TEXT_CHANGED
        else:
            state = ReviewState.NOT_READ
        states.append((review, state))
    return tuple(states)


def _found(citation: Citation) -> tuple[str, str]:
    """Which text it is: the document and the digest of the words."""
    return place_of(citation), text_digest(citation.quote)


def review_issues(states: Iterable[tuple[Review, ReviewState]]) -> tuple[Issue, ...]:
    """A warning for every decision that is open again, a notice for one that waits."""
    issues = []
    for review, state in states:
        if state in {ReviewState.APPLIED, ReviewState.REPLACED}:
            continue
        what = f"{review.ruling} of {review.mark.decided_on}: {state}"
        issues.append(
            Issue(
                stage="resolve",
                severity=Severity.WARNING if state.is_open_again else Severity.NOTICE,
                code="review-open-again" if state.is_open_again else "review-waits",
                where=f"reviews.csv, {review.statement_id} ({review.path or review.document})",
                message=f"{what}; the decision has no effect",
                advice="'graphbuild review --show decided' lists it; decide about the new text"
                if state.is_open_again
                else "nothing to do, or give the folder that holds the document",
            )
        )
    return tuple(issues)


def open_again(states: Iterable[tuple[Review, ReviewState]], citation: Citation) -> Review | None:
    """The latest decision about this text that has lost its statement."""
    here = _found(citation)
    near = [
        review
        for review, state in states
        if state.is_open_again and (review.document, review.text_sha256) == here
    ]
    return near[-1] if near else None
