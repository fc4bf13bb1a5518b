"""All patterns over one document: order, evidence, what is left uncovered."""

from dataclasses import replace

from graphbuild.extract import PATTERNS
from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.extraction import extract_claims
from graphbuild.extract.prose import PROSE_PATTERNS
from graphbuild.records.document import Document, Filer
from tests.extract.writing import CONTEXT, filing, news

LOAN = "On May 4, 2026, Brightwater Capital lent $250 million to Lumen Robotics, Inc."
NOTES = "In June 2026, we issued $600 million of 7.25% senior notes due 2031."


def test_every_quote_stands_at_its_offsets_and_holds_its_figure():
    document = filing(LOAN, NOTES)
    claims = extract_claims(document, CONTEXT).claims
    assert len(claims) == 2
    for claim in claims:
        cited = claim.citation
        assert document.text[cited.start : cited.end] == cited.quote
        assert any(figure in cited.quote for figure in ("$250 million", "$600 million"))


def test_claims_come_in_the_order_of_the_text_whatever_pattern_finds_them():
    document = filing(NOTES, LOAN)
    found = [claim.citation.start for claim in extract_claims(document, CONTEXT).claims]
    assert found == sorted(found)
    backwards = extract_claims(document, CONTEXT, PATTERNS[::-1]).claims
    assert [c.citation.start for c in backwards] == found


def test_the_same_document_gives_the_same_claims():
    one = extract_claims(filing(LOAN, NOTES), CONTEXT)
    two = extract_claims(filing(LOAN, NOTES), CONTEXT)
    assert one == two


def test_reading_another_document_between_changes_nothing():
    document = filing(LOAN)
    first = extract_claims(document, CONTEXT)
    extract_claims(news("Tidepool raises $2 billion"), CONTEXT)
    assert extract_claims(document, CONTEXT) == first


def test_the_date_of_the_sentence_is_the_date_of_the_claim():
    loan, notes = extract_claims(filing(LOAN, NOTES), CONTEXT).claims
    assert str(loan.agreed_on) == "2026-05-04"
    assert str(notes.agreed_on) == "2026-06"
    assert str(notes.ends_on) == "2031"
    assert str(notes.known_on) == "2026-08-05"


def test_a_quote_that_does_not_stand_in_the_text_is_dropped_with_an_issue():
    good = next(p for p in PROSE_PATTERNS if p.name == "notes")

    def lying(document: Document, context: Context):
        for claim in good.find(document, context):
            yield replace(claim, citation=replace(claim.citation, quote="something else"))

    broken = Pattern(name="notes", version=1, find=lying)
    found = extract_claims(filing(NOTES), CONTEXT, [broken])
    assert found.claims == ()
    assert [issue.code for issue in found.issues] == ["unsupported-claim"]


def test_a_pattern_for_another_kind_of_document_is_not_asked():
    notes = next(p for p in PROSE_PATTERNS if p.name == "notes")
    only_13f = replace(notes, kinds=frozenset({"13F"}))
    assert extract_claims(filing(NOTES), CONTEXT, [only_13f]).claims == ()


def test_money_and_a_known_name_without_a_claim_are_listed_as_uncovered():
    sentence = "Meridian Cloud Corporation praised the $3 billion campus at length."
    found = extract_claims(filing(sentence), CONTEXT)
    assert found.claims == ()
    (missed,) = found.uncovered
    assert missed.citation.quote == sentence
    assert (missed.names, missed.amount.point) == (("Meridian Cloud Corporation",), 3 * 10**9)


def test_what_a_claim_quotes_is_not_uncovered():
    assert extract_claims(filing(LOAN), CONTEXT).uncovered == ()


def test_an_empty_document_gives_nothing():
    assert extract_claims(filing(), CONTEXT).claims == ()


def test_a_filer_without_a_name_to_speak_of_is_no_trouble():
    assert extract_claims(filing(LOAN, filer=Filer(name=" ")), CONTEXT).issues == ()
