from decimal import Decimal

from graphbuild.records.money import about
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd

ENTITIES = (entity("lender"), entity("borrower"))
WORDS = (
    "Borrower said on Monday it had signed a loan of $2.6 billion with Lender to build a campus."
)


def article(document, known_on="2025-07-30", quote=WORDS, tier="named_news"):
    return claim(
        "lender", "borrower", "loan", about(Decimal(2_600_000_000)), document=document,
        agreed_on="2025-07-28", known_on=known_on, tier=tier, quote=quote,
    )  # fmt: skip


def deal_of(*claims, stories=None):
    (deal,) = resolve_claims(claims, Registry(ENTITIES), stories=stories or {}).deals
    return deal


def test_a_marked_relay_is_no_evidence_of_its_own():
    wire, paper = article("wire", quote=""), article("paper", "2025-07-31", quote="")
    assert deal_of(wire, paper).evidence_count == 2
    deal = deal_of(wire, paper, stories={"paper": "wire"})
    assert deal.evidence_count == 1
    assert deal.relays == ((paper.claim_id, wire.claim_id),)


def test_relays_of_a_story_we_do_not_hold_count_once():
    papers = [article(name, quote="") for name in ("a", "b", "c")]
    deal = deal_of(*papers, stories=dict.fromkeys(("a", "b", "c"), "somewhere"))
    assert deal.evidence_count == 1
    assert len(deal.relays) == 2


def test_a_newspaper_that_repeats_anothers_words_relays_it():
    wire = article("wire")
    paper = article("paper", "2025-07-31", quote=WORDS.replace("on Monday ", ""))
    words = (
        "Bankers close to Lender put the credit for the new data centre at $2.6 billion, we hear."
    )
    own = article("own", "2025-07-31", quote=words)
    deal = deal_of(wire, paper, own)
    assert deal.evidence_count == 2
    assert deal.relays == ((paper.claim_id, wire.claim_id),)


def test_a_filing_that_repeats_its_words_is_evidence():
    filings = [article(name, tier="filing") for name in ("8-k", "10-q")]
    assert deal_of(*filings).evidence_count == 2


def test_what_comes_first_is_the_story_in_whatever_order_it_is_read():
    wire, paper = article("wire"), article("paper", "2025-07-31")
    assert deal_of(paper, wire) == deal_of(wire, paper)
    assert deal_of(paper, wire).relays == ((paper.claim_id, wire.claim_id),)


def test_two_claims_of_one_article_are_not_relays_of_each_other():
    both = article("wire"), claim(
        "lender", "borrower", "loan", usd(1_000_000_000), document="wire", measure="drawn",
        agreed_on="2025-07-28", known_on="2025-07-30", tier="named_news", quote=WORDS,
    )  # fmt: skip
    assert deal_of(*both).relays == ()
