from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.curated.deals import deal_claims, known_on, row_amount, row_tier
from graphbuild.curated.entities import curated_entities
from graphbuild.curated.schema import EntityRow
from graphbuild.records.claim import Claim, Role, Status, Verification
from graphbuild.records.document import SourceTier
from graphbuild.records.money import Amount, Measure, Qualifier
from graphbuild.records.period import PartialDate
from tests.curated.cells import ENTITIES, deal_row

KNOWN = {
    entity.entity_id: entity
    for entity in curated_entities(EntityRow.model_validate({"line": 2, **row}) for row in ENTITIES)
}
M = Decimal(1_000_000)


def claims(**cells: str) -> tuple[Claim, ...]:
    return deal_claims(deal_row(**cells), KNOWN)


def amount(qualifier: str, point: str = "", low: str = "", high: str = "") -> Amount:
    row = deal_row(
        qualifier=qualifier, amount_usd_m=point, amount_low_usd_m=low, amount_high_usd_m=high
    )
    return row_amount(row)


@pytest.mark.parametrize(
    ("cells", "low", "point", "high", "qualifier", "is_assumed"),
    [
        (("exact", "27293.8"), "27293.8", "27293.8", "27293.8", Qualifier.EXACT, False),
        (("about", "200"), "190", "200", "210", Qualifier.ABOUT, True),
        (("up_to", "42000"), "0", "42000", "42000", Qualifier.UP_TO, False),
        (("at_least", "1000"), "1000", "1000", None, Qualifier.AT_LEAST, False),
        (("range", "25000", "20000", "25000"), "20000", "25000", "25000", Qualifier.RANGE, False),
        (("range", "", "5", "9"), "5", None, "9", Qualifier.RANGE, False),
        (("range", "30000", "", "31400"), "30000", "30000", "31400", Qualifier.RANGE, False),
        (("about", "200", "111.1", "200"), "111.1", "200", "200", Qualifier.RANGE, False),
        (("exact", "100", "90", ""), "90", "100", "100", Qualifier.RANGE, False),
        (("exact", "100", "100", "100"), "100", "100", "100", Qualifier.EXACT, False),
        (("about", "300", "", "320"), "285", "300", "320", Qualifier.RANGE, True),
        (("about", "300", "280", ""), "280", "300", "315", Qualifier.RANGE, True),
        (("undisclosed",), None, None, None, Qualifier.UNDISCLOSED, False),
    ],
)
def test_words_become_bounds(cells, low, point, high, qualifier, is_assumed):
    found = amount(*cells)
    expected = [None if text is None else Decimal(text) * M for text in (low, point, high)]
    assert [found.low, found.point, found.high] == expected
    assert (found.qualifier, found.is_assumed, found.currency) == (qualifier, is_assumed, "USD")


def test_a_foreign_contract_keeps_its_currency():
    found = row_amount(
        deal_row(amount_usd_m="2279", original_currency="EUR", original_amount_m="2000")
    )
    assert (found.currency, found.point) == ("EUR", 2000 * M)


POSITIVE = st.decimals(min_value="0.001", max_value=10**6, places=3)


@given(low=POSITIVE, middle=POSITIVE, high=POSITIVE, qualifier=st.sampled_from(["exact", "about"]))
def test_a_researchers_band_always_holds_the_point(low, middle, high, qualifier):
    low, middle, high = sorted((low, middle, high))
    found = amount(qualifier, str(middle), str(low), str(high))
    assert found.low == low * M
    assert found.high == high * M
    assert found.low <= found.central <= found.high


def test_one_row_gives_one_claim_that_points_back_to_it():
    (claim,) = claims(note="first", accession="0001045810-26-000075")
    assert claim.claim_id == "row:mill-loan-2025"
    assert claim.terms.deal_key == "mill-loan-2025"
    assert claim.pattern == "curated/1"
    citation = claim.citation
    assert (citation.start, citation.end, citation.quote) == (-1, -1, "")
    assert (citation.path, citation.item) == ("deals.csv", "mill-loan-2025")
    assert citation.url == "https://example.com/loan"
    assert citation.document_id == citation.accession == "0001045810-26-000075"
    assert claim.note == "first; the editor's confidence in the row: 0.9"


def test_two_rows_from_one_address_are_one_document():
    first, second = claims()[0], claims(deal_id="another")[0]
    assert first.citation.document_id == second.citation.document_id
    other = claims(source_url="https://example.com/other")[0]
    assert first.citation.document_id != other.citation.document_id


def test_a_row_without_address_is_a_document_of_its_own():
    (claim,) = claims(source_url="", verification="secondary", source_type="secondary")
    assert claim.citation.document_id == "row:mill-loan-2025"
    assert claim.citation.url is None


def test_every_member_of_a_consortium_is_a_source_of_one_amount():
    (claim,) = claims(source="stone-bank+mill-lenders")
    assert [p.entity_id for p in claim.with_role(Role.SOURCE)] == ["stone-bank", "mill-lenders"]
    assert [p.entity_id for p in claim.with_role(Role.TARGET)] == ["windmill-ai"]
    assert claim.with_role(Role.TARGET)[0].cik == "7001"
    assert claim.amount.point == 100 * M


def test_the_guaranteed_party_is_the_obligor():
    (claim,) = claims(instrument="guarantee", on_behalf_of="brook-cloud")
    assert [p.entity_id for p in claim.with_role(Role.OBLIGOR)] == ["brook-cloud"]


def test_an_unnamed_party_stays_unnamed():
    (claim,) = claims(source="unnamed:noteholders")
    (party,) = claim.with_role(Role.SOURCE)
    assert (party.name, party.is_unnamed, party.entity_id) == ("noteholders", True, None)


def test_drawn_money_is_a_second_claim_with_its_own_date():
    main, drawn = claims(
        drawn_or_paid_usd_m="40", drawn_measure="outstanding", drawn_as_of="2026-06-30"
    )
    assert (main.measure, main.known_on) == (Measure.COMMITTED, PartialDate("2025-03-02"))
    assert drawn.claim_id == "row:mill-loan-2025/drawn"
    assert (drawn.measure, drawn.amount.point) == (Measure.OUTSTANDING, 40 * M)
    assert drawn.agreed_on == drawn.known_on == PartialDate("2026-06-30")
    assert drawn.terms == main.terms


def test_nothing_drawn_is_a_figure_too():
    _, drawn = claims(drawn_or_paid_usd_m="0", drawn_measure="paid", drawn_as_of="2025-03-02")
    assert (drawn.amount.low, drawn.amount.high) == (0, 0)


def test_a_balance_is_known_when_it_was_published_not_on_its_own_day():
    _, drawn = claims(
        drawn_or_paid_usd_m="40",
        drawn_measure="drawn",
        drawn_as_of="2026-06-30",
        drawn_known_on="2026-08-12",
    )
    assert drawn.known_on == PartialDate("2026-08-12")


def test_a_source_later_than_the_balance_decides_when_it_was_known():
    _, drawn = claims(
        drawn_or_paid_usd_m="40",
        drawn_measure="drawn",
        drawn_as_of="2025-03",
        source_date="2025-09",
    )
    assert drawn.known_on == PartialDate("2025-09")


def test_partial_dates_count_with_their_last_day():
    row = deal_row(source_date="", announced_date="2025-03-30", effective_date="2025-03")
    assert known_on(row) == (PartialDate("2025-03"), True)


def test_an_undated_source_takes_the_latest_date_of_the_row_and_says_assumed():
    row = deal_row(
        source_date="",
        announced_date="2025-03-01",
        effective_date="2025-04",
        drawn_or_paid_usd_m="1",
        drawn_measure="drawn",
        drawn_as_of="2025-12",
    )
    assert known_on(row) == (PartialDate("2025-12"), True)
    assert known_on(deal_row()) == (PartialDate("2025-03-02"), False)


def test_a_row_without_any_date_is_known_never():
    assert known_on(deal_row(source_date="", announced_date="")) == (None, False)


def test_a_later_ending_does_not_reach_back():
    cells = {"status": "terminated", "status_before": "announced", "status_since": "2026-02-27"}
    main, before = claims(**cells)
    assert (main.status, main.known_on) == (Status.TERMINATED, PartialDate("2026-02-27"))
    assert (before.status, before.known_on) == (Status.ANNOUNCED, PartialDate("2025-03-02"))
    assert main.claim_id < before.claim_id
    assert main.amount == before.amount


def test_agreed_is_the_earlier_and_start_the_stated_date():
    (claim,) = claims(announced_date="2025-09-10", effective_date="2025-07", start="2027")
    assert (str(claim.agreed_on), str(claim.starts_on)) == ("2025-07", "2027")
    (claim,) = claims(effective_date="2025-07")
    assert str(claim.starts_on) == "2025-07"


@pytest.mark.parametrize(
    ("source_type", "verification", "tier"),
    [
        ("sec_filing", "opened", SourceTier.FILING),
        ("sec_filing", "relayed", SourceTier.NEWS),
        ("sec_filing", "secondary", SourceTier.UNNAMED),
        ("press_release", "opened", SourceTier.RELEASE),
        ("press_release", "relayed", SourceTier.NEWS),
        ("news", "opened", SourceTier.NEWS),
        ("news", "relayed", SourceTier.NEWS),
        ("blog", "opened", SourceTier.UNNAMED),
        ("blog", "relayed", SourceTier.UNNAMED),
        ("secondary", "opened", SourceTier.UNNAMED),
    ],
)
def test_what_was_only_relayed_ranks_no_higher_than_news(source_type, verification, tier):
    row = deal_row(source_type=source_type, verification=verification)
    assert row_tier(row) is tier


def test_terms_carry_what_a_sum_must_know():
    (claim,) = claims(
        is_aggregate="yes",
        overlaps="a+b",
        part_of="whole",
        superseded_by="newer",
        same_obligation_as="mirror",
        tranche_of="first",
        paid_in="cash and compute",
        recourse="non_recourse",
        off_balance_sheet="no",
        term_years="4.4",
        facility="Mill facility",
        rate="SOFR+4%",
        in_return="interest",
    )
    terms = claim.terms
    assert terms.is_aggregate
    assert (terms.overlaps, terms.part_of, terms.superseded_by) == (("a", "b"), "whole", "newer")
    assert (terms.same_obligation_as, terms.tranche_of) == ("mirror", "first")
    assert (terms.paid_in, terms.recourse) == ("cash and compute", "non_recourse")
    assert terms.off_balance_sheet is False
    assert terms.term_years == Decimal("4.4")
    assert (terms.facility, terms.rate, terms.in_return) == ("Mill facility", "SOFR+4%", "interest")
    assert claim.verification is Verification.OPENED


def test_an_increment_is_marked():
    assert claims(is_increment="yes")[0].is_increment
    assert not claims()[0].is_increment


def test_a_stake_carries_its_share():
    (claim,) = claims(
        instrument="ownership",
        measure="share",
        share="0.27",
        qualifier="undisclosed",
        amount_usd_m="",
    )
    assert (claim.measure, claim.share) == (Measure.SHARE, Decimal("0.27"))


def test_a_range_that_was_never_checked_is_refused():
    row = deal_row(qualifier="range", amount_high_usd_m="200")
    with pytest.raises(ValueError, match="two ends"):
        row_amount(row.model_copy(update={"amount_usd_m": None}))
