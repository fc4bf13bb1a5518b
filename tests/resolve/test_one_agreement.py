"""Each way in which one agreement comes to be told more than once, or changed, as a hand case."""

from decimal import Decimal

from graphbuild.records.money import about, up_to
from graphbuild.records.period import PartialDate
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd

ENTITIES = (
    entity("lender"), entity("other-lender"), entity("cloud"), entity("lab"),
    entity("cloud-spv-iv", "Cloud Compute Acquisition Co. IV, LLC", parent="cloud"),
)  # fmt: skip
BN = 1_000_000_000


def told(source, target, kind, amount, document, on="2025-05-16", known_on=None, **fields):
    return claim(
        source, target, kind, amount, document=document, agreed_on=on, known_on=known_on or on,
        **fields,
    )  # fmt: skip


def deals(*claims, as_of=None):
    found = resolve_claims(claims, Registry(ENTITIES), as_of and PartialDate(as_of))
    return sorted(found.deals, key=lambda deal: str(deal.agreed_on))


def test_the_parent_and_its_vehicle_borrow_one_loan():
    filing = told(
        "lender", "Cloud Compute Acquisition Co. IV, LLC", "loan", usd(7_600 * 10**6), "a"
    )
    article = told("lender", "Cloud", "loan", about(Decimal(7_600 * 10**6)), "b", "2025-05-17",
                   tier="named_news")  # fmt: skip
    (deal,) = deals(filing, article)
    assert deal.targets == ("cloud-spv-iv",)
    assert deal.evidence_count == 2


def test_both_sides_filings_of_one_contract_are_one_deal():
    buyer = told("lab", "cloud", "purchase_commitment", usd(12 * BN), "lab 10-Q")
    seller = told("lab", "cloud", "cloud_contract", usd(12 * BN), "cloud 8-K", "2025-05-18")
    (deal,) = deals(buyer, seller)
    assert deal.evidence_count == 2


def test_six_tellings_of_one_contract_are_one_deal_with_six_pieces_of_evidence():
    tellings = [
        told("lab", "cloud", "cloud_contract", usd(11_900 * 10**6), "8-K"),
        told("lab", "cloud", "cloud_contract", usd(11_900 * 10**6), "10-Q", known_on="2025-08-12"),
        *(
            told("Lab Inc.", "CLOUD INC", "cloud_contract", about(Decimal(12 * BN)), name,
                 f"2025-05-{day}", tier="named_news")
            for name, day in (("one", 17), ("two", 18), ("three", 19))
        ),
        told("lab", "cloud", "cloud_contract", usd(11_900 * 10**9), "slip", "2025-05-18",
             tier="named_news"),
    ]  # fmt: skip
    (deal,) = deals(*tellings)
    assert deal.amount.point == 11_900 * 10**6
    assert deal.evidence_count == 6


def test_an_upsized_facility_is_one_deal_of_the_later_size():
    first = told("lender", "cloud", "loan", usd(7_500 * 10**6), "8-K", facility="DDTL 2.0")
    upsized = told("lender", "cloud", "loan", up_to(Decimal(7_600 * 10**6)), "S-1", "2025-12-03",
                   measure="ceiling", status="amended", facility="DDTL 2.0 Facility")  # fmt: skip
    (deal,) = deals(first, upsized)
    assert (deal.amount.high, deal.measure) == (7_600 * 10**6, "ceiling")
    (before,) = deals(first, upsized, as_of="2025-12-02")
    assert before.amount.point == 7_500 * 10**6


def test_a_tranche_of_its_own_name_is_a_deal_of_its_own():
    found = deals(
        told("lender", "cloud", "loan", usd(2 * BN), "a", facility="DDTL 3.0"),
        told("lender", "cloud", "loan", usd(2 * BN), "b", "2025-05-20", facility="DDTL 4.0"),
    )
    assert [deal.standing for deal in found] == ["counted", "counted"]


def test_a_partial_draw_is_a_state_of_the_loan():
    (deal,) = deals(
        told("lender", "cloud", "loan", up_to(Decimal(7_600 * 10**6)), "a", measure="ceiling"),
        told("lender", "cloud", "loan", usd(3_190 * 10**6), "b", "2026-06-30", "2026-08-12",
             measure="drawn", status="funded"),
    )  # fmt: skip
    assert {str(state.measure) for state in deal.states} == {"ceiling", "drawn"}
    assert deal.amount.high == 7_600 * 10**6


def test_a_waiver_brings_no_money():
    found = deals(
        told("lender", "cloud", "loan", usd(7_600 * 10**6), "a", facility="DDTL 2.0"),
        told("lender", "cloud", "loan", None, "b", "2025-12-31", status="amended",
             facility="DDTL 2.0 Facility"),
    )  # fmt: skip
    assert (
        sum(deal.amount.point or 0 for deal in found if deal.standing == "counted") == 7_600 * 10**6
    )
    assert len(found) == 1


def test_a_termination_takes_the_money_out_from_its_day():
    signed = told("lab", "cloud", "lease", usd(4 * BN), "a")
    ended = told("lab", "cloud", "lease", None, "b", "2026-02-01", status="terminated")
    (deal,) = deals(signed, ended)
    assert (deal.status, deal.standing) == ("terminated", "shown")
    (before,) = deals(signed, ended, as_of="2026-01-31")
    assert before.standing == "counted"


def test_two_lenders_are_two_loans_however_alike():
    found = deals(
        told("lender", "cloud", "loan", usd(BN), "a"),
        told("other-lender", "cloud", "loan", usd(BN), "b"),
    )
    assert len(found) == 2
