"""Decisions applied: what is rejected makes nothing, what changed asks again."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.records.claim import Confidence, ReviewMark, Role, Ruling, Status
from graphbuild.records.document import Citation, SourceTier
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import about, up_to
from graphbuild.records.period import PartialDate
from graphbuild.records.review import (
    Correction,
    Missed,
    Review,
    missed_id,
    statement_id,
    text_digest,
)
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from graphbuild.resolve.reviewing import (
    ReviewState,
    apply_reviews,
    claim_in_words,
    review_issues,
    review_states,
)
from tests.factories import claim, entity, usd

QUOTE = "Stone Bank lent Windmill AI $100 million."
LOAN = replace(claim("Stone Bank", "Windmill AI", amount=usd(10**8), quote=QUOTE), pattern="debt/1")
SENTENCE = Missed(
    citation=Citation(
        document_id="doc-1", path="doc-1.htm", quote="River Bank may lend up to $9 billion.",
        start=60, end=97,
    ),
    names=("River Bank",),
    amount=up_to(Decimal(9 * 10**9)),
    tier=SourceTier.FILING,
    known_on=PartialDate("2026-03-01"),
)  # fmt: skip
DOCUMENTS = {"doc-1": "doc-1.htm"}


def decided(statement: str, ruling: str, quote: str = QUOTE, **correction) -> Review:
    return Review(
        mark=ReviewMark(
            statement_id=statement, ruling=Ruling(ruling), decided_on="2026-06-01", reason="why"
        ),
        document="doc-1",
        path="doc-1.htm",
        text_sha256=text_digest(quote),
        correction=Correction(**correction) if correction else None,
    )


REJECT = decided(statement_id(LOAN), "reject")
CORRECT = decided(statement_id(LOAN), "correct", amount=about(Decimal(10**8)), target=("windmill",))
MADE = decided(
    SENTENCE.missed_id, "correct", SENTENCE.citation.quote, source=("River Bank",),
    target=("windmill",), instrument=InstrumentId.LOAN, status=Status.SIGNED,
    amount=up_to(Decimal(9 * 10**9)),
)  # fmt: skip


def test_a_rejected_claim_is_kept_with_its_mark_and_makes_no_deal():
    (found,) = apply_reviews([LOAN], [], [REJECT])
    assert found.is_rejected
    assert found.review.read_as.startswith("Stone Bank -> Windmill AI; loan; USD 100,000,000")
    assert resolve_claims([found], Registry(())).deals == ()
    assert len(resolve_claims([LOAN], Registry(())).deals) == 1


def test_a_corrected_claim_carries_both_versions():
    (found,) = apply_reviews([LOAN], [], [CORRECT], {"windmill"})
    assert found.claim_id != LOAN.claim_id == found.review.claim_id
    assert found.amount == about(Decimal(10**8))
    assert found.with_role(Role.TARGET)[0].entity_id == "windmill"
    assert found.with_role(Role.SOURCE) == LOAN.with_role(Role.SOURCE)
    assert found.review.read_as == claim_in_words(LOAN)
    (deal,) = resolve_claims([found], Registry((entity("windmill"),))).deals
    assert deal.targets == ("windmill",)


def test_an_accepted_claim_is_certain_and_else_as_read():
    weak = replace(LOAN, confidence=Confidence.WEAK)
    (found,) = apply_reviews([weak], [], [decided(statement_id(weak), "accept")])
    assert found.confidence is Confidence.CERTAIN
    assert replace(found, confidence=Confidence.WEAK, review=None) == weak


def test_a_missed_sentence_becomes_a_claim_of_its_document():
    read, made = apply_reviews([LOAN], [SENTENCE], [MADE], {"windmill"})
    assert read == LOAN
    assert made.citation == SENTENCE.citation
    assert (made.pattern, made.known_on) == ("review/1", SENTENCE.known_on)
    assert made.amount == up_to(Decimal(9 * 10**9))


def test_a_missed_sentence_that_says_nothing_stays_without_a_claim():
    said = decided(SENTENCE.missed_id, "reject", SENTENCE.citation.quote)
    assert apply_reviews([LOAN], [SENTENCE], [said]) == (LOAN,)
    assert states([LOAN], [SENTENCE], said) == [ReviewState.APPLIED]


def test_the_last_decision_about_a_statement_stands():
    accept = decided(statement_id(LOAN), "accept")
    (found,) = apply_reviews([LOAN], [], [REJECT, accept])
    assert not found.is_rejected
    assert states([found], [], REJECT, accept) == [ReviewState.REPLACED, ReviewState.APPLIED]


def test_a_decision_survives_new_offsets_spaces_and_a_new_version_of_the_pattern():
    moved = replace(
        LOAN,
        claim_id="clm-other",
        pattern="debt/2",
        citation=replace(LOAN.citation, start=7, end=60, quote=QUOTE.replace(" ", "\n ")),
    )
    (found,) = apply_reviews([moved], [], [REJECT])
    assert found.is_rejected


def states(claims, missed, *reviews, documents=DOCUMENTS):
    return [state for _, state in review_states(claims, missed, reviews, documents)]


def test_another_text_opens_the_decision_again():
    other = replace(LOAN, citation=replace(LOAN.citation, quote=QUOTE.replace("100", "150")))
    (found,) = apply_reviews([other], [], [REJECT])
    assert not found.is_rejected
    assert states([found], [], REJECT) == [ReviewState.TEXT_CHANGED]
    (issue,) = review_issues(review_states([found], [], [REJECT], DOCUMENTS))
    assert issue.code == "review-open-again"
    assert "reject of 2026-06-01: text changed" in issue.message


def test_another_reading_of_the_same_text_opens_it_again():
    other = replace(LOAN, amount=usd(10**9))
    assert apply_reviews([other], [], [REJECT]) == (other,)
    assert states([other], [], REJECT) == [ReviewState.READING_CHANGED]


def test_a_sentence_that_a_pattern_reads_now_is_no_longer_the_reviewers():
    read = replace(LOAN, citation=SENTENCE.citation)
    assert apply_reviews([read], [], [MADE]) == (read,)
    assert states([read], [], MADE) == [ReviewState.READING_CHANGED]


def test_a_document_that_is_not_there_waits_and_a_changed_file_does_not():
    assert states([], [], REJECT, documents={}) == [ReviewState.NOT_READ]
    assert states([], [], REJECT, documents={"doc-2": "doc-1.htm"}) == [ReviewState.TEXT_CHANGED]


def test_of_a_feed_the_item_counts_and_not_the_copy_it_came_in():
    item = "https://example.com/item"
    first = replace(LOAN, citation=replace(LOAN.citation, item=item))
    later = replace(first, citation=replace(first.citation, document_id="doc-9"))
    assert statement_id(first) == statement_id(later) != statement_id(LOAN)
    assert missed_id(first.citation) == missed_id(later.citation)


@given(st.permutations([REJECT, CORRECT, MADE]), st.booleans())
def test_claims_that_nobody_decided_about_pass_unchanged(reviews, has_missed):
    other = replace(LOAN, citation=replace(LOAN.citation, document_id="elsewhere"))
    missed = [SENTENCE] if has_missed else []
    found = apply_reviews([other, LOAN], missed, reviews)
    assert found[0] == other
    assert len(found) == 2 + has_missed


def test_a_row_that_lacks_what_a_claim_needs_is_refused():
    bare = replace(MADE, correction=Correction(source=("a",), target=("b",)))
    with pytest.raises(ValueError, match="needs an instrument and a status"):
        apply_reviews([], [SENTENCE], [bare])
