from decimal import Decimal

import pytest

from graphbuild.records.money import about, up_to
from graphbuild.resolve.agreement import ASK, MERGE, compare_claims, is_thousandfold
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd

ENTITIES = (entity("lender"), entity("borrower"), entity("lenders", is_group=True))


def loan(amount, document, agreed_on="2025-07-28", known_on=None, **fields):
    return claim(
        "lender", "borrower", "loan", amount, document=document, agreed_on=agreed_on,
        known_on=known_on or agreed_on, **fields,
    )  # fmt: skip


def points(left, right):
    found = compare_claims(left, right, has_unnamed=False)
    again = compare_claims(right, left, has_unnamed=False)
    assert (found.points, bool(found.bar)) == (again.points, bool(again.bar))
    return found


def deals(*claims):
    return resolve_claims(claims, Registry(ENTITIES)).deals


def test_a_newspapers_rounding_days_later_is_the_same_loan():
    filing = loan(usd(2_647_000_000), "8-k")
    relay = loan(about(Decimal(2_600_000_000)), "news", "2025-08-01", tier="named_news")
    assert points(filing, relay).points >= MERGE
    (deal,) = deals(filing, relay)
    assert deal.amount.point == 2_647_000_000
    assert deal.evidence_count == 2


def test_two_facilities_of_one_size_are_told_apart_by_name_and_by_date():
    july = loan(usd(2_600_000_000), "a", facility="DDTL 3.0")
    august = loan(usd(2_600_000_000), "b", "2026-08-10", facility="DDTL 5.5")
    assert "series" in points(july, august).bar
    plain = loan(usd(2_600_000_000), "c"), loan(usd(2_600_000_000), "d", "2026-08-29")
    assert points(*plain).points < MERGE
    assert len(deals(july, august)) == 2


def test_notes_of_another_year_are_other_notes():
    notes = [
        claim("lender", "borrower", "bond", usd(2_000_000_000), ends_on=year, document=year)
        for year in ("2030", "2031")
    ]
    assert "mature in 2030 and 2031" in points(*notes).bar
    assert len(deals(*notes)) == 2


def test_an_increment_is_another_agreement():
    base = loan(usd(4_000_000_000), "a")
    more = loan(usd(6_500_000_000), "b", "2025-08-01")
    object.__setattr__(more, "is_increment", True)
    assert "adds" in points(base, more).bar
    assert sum(deal.amount.point for deal in deals(base, more)) == 10_500_000_000


def test_an_amendment_of_the_only_agreement_replaces_its_figure():
    first = loan(usd(7_500_000_000), "a")
    upsized = loan(usd(8_500_000_000), "b", "2026-03-31", status="amended")
    (deal,) = deals(first, upsized)
    assert deal.amount.point == 8_500_000_000
    assert [state.amount.point for state in deal.states] == [7_500_000_000, 8_500_000_000]


def test_an_amendment_of_one_of_two_agreements_is_shown_and_asked_about():
    one = loan(usd(7_500_000_000), "a", facility="DDTL 2.0")
    two = loan(usd(8_000_000_000), "b", "2025-09-01", facility="DDTL 3.0")
    changed = loan(usd(9_000_000_000), "c", "2026-03-31", status="amended")
    resolution = resolve_claims((one, two, changed), Registry(ENTITIES))
    shown = [deal for deal in resolution.deals if deal.standing == "shown"]
    assert [deal.amount.point for deal in shown] == [9_000_000_000]
    assert "one of 2 agreements" in shown[0].standing_reason
    assert [q.reason for q in resolution.questions] == [
        "a later figure of one of 2 agreements between them"
    ]


def test_a_slip_of_the_unit_does_not_become_the_figure():
    filing = loan(usd(2_600_000), "8-k")
    slip = loan(usd(2_600_000_000), "news", tier="named_news")
    assert is_thousandfold(filing.amount, slip.amount)
    (deal,) = deals(filing, slip)
    assert deal.amount.point == 2_600_000


def test_more_outstanding_than_the_whole_is_another_loan():
    whole = loan(up_to(Decimal(100)), "a", measure="ceiling")
    balance = loan(usd(150), "b", "2026-06-30", measure="outstanding", status="funded")
    assert "more outstanding" in points(whole, balance).bar


def test_one_document_that_tells_two_figures_tells_of_two_loans():
    assert "one document" in points(loan(usd(5), "a"), loan(usd(9), "a")).bar


@pytest.mark.parametrize("days", ["2025-12-01"])
def test_one_figure_months_apart_is_asked_about_and_counted_once(days):
    first, later = loan(usd(1_000_000_000), "a"), loan(usd(1_000_000_000), "b", days)
    assert ASK <= points(first, later).points < MERGE
    found = deals(first, later)
    assert sorted(str(deal.standing) for deal in found) == ["counted", "shown"]


def test_lines_of_a_balance_at_two_dates_are_one_deal_and_the_last_one_stands():
    lines = [
        claim(
            "borrower", "unnamed:landlords", "lease", usd(size), measure="outstanding",
            status="funded", agreed_on=date, known_on=known, document=date,
            facility="Operating lease liabilities",
        )
        for size, date, known in (
            (87, "2023-06-30", "2023-08-04"),
            (95, "2024-12-31", "2025-02-07"),
        )
    ]  # fmt: skip
    (deal,) = deals(*lines)
    assert deal.amount.point == 95


def test_balances_under_another_heading_are_replaced_by_the_newer_report():
    old, new = (
        claim(
            "borrower", "unnamed:suppliers", "purchase_commitment", usd(size), agreed_on=date,
            known_on=known, document=date, facility=heading,
        )
        for size, date, known, heading in (
            (8, "2023-01-29", "2023-02-24", "Total"),
            (30, "2025-01-26", "2025-02-26", ""),
        )
    )  # fmt: skip
    found = {deal.amount.point: deal for deal in deals(old, new)}
    assert found[30].standing == "counted"
    assert found[8].standing_reason == (
        "an earlier balance, of 2023-01-29; a report of 2025-01-26 is newer"
    )


def test_sales_of_shares_in_two_quarters_are_two_and_add_up():
    sales = [
        claim(
            "unnamed:public-investors", "borrower", "equity", usd(size), measure="paid",
            status="funded", agreed_on=date, known_on="2025-11-14", document=date,
        )
        for size, date in ((48, "2025-03-31"), (5, "2025-09-30"))
    ]  # fmt: skip
    assert len(deals(*sales)) == 2


def test_one_deal_under_a_misspelt_name_is_not_counted_twice():
    right = claim("Blue Heron Capital", "borrower", "loan", usd(500), document="a")
    wrong = claim("Blue Herron Capital", "borrower", "loan", usd(500), document="b")
    again = claim("Blue Heron Capital", "borrower", "loan", usd(500), document="c")
    found = {deal.sources[0]: deal for deal in deals(right, wrong, again)}
    assert found["blue-heron-capital"].standing == "counted"
    assert found["blue-herron-capital"].standing == "shown"
    assert "resemble" in found["blue-herron-capital"].standing_reason
