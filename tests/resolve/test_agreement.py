from decimal import Decimal

import pytest

from graphbuild.records.money import about, up_to
from graphbuild.resolve.agreement import ASK, MERGE, compare_claims
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from graphbuild.resolve.rounding import is_thousandfold
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


@pytest.mark.parametrize("agreed_on", ["2025-07", None])
def test_a_relay_that_tells_the_month_or_no_date_joins_by_its_publication(agreed_on):
    filing = loan(usd(540_000_000), "8-k")
    relay = loan(
        about(Decimal(540_000_000)), "news", agreed_on, "2025-07-31", tier="named_news"
    )  # fmt: skip
    assert points(filing, relay).points >= MERGE
    late = loan(about(Decimal(540_000_000)), "late", agreed_on, "2026-06-30", tier="named_news")
    assert points(filing, late).points < MERGE


def test_a_rounding_to_one_digit_joins_at_the_time_only_and_never_becomes_the_figure():
    filing = loan(usd(36_700_000_000), "8-k")
    relay = loan(about(Decimal(40_000_000_000)), "news", "2025-07-31", tier="named_news")
    assert points(filing, relay).points >= MERGE
    (deal,) = deals(filing, relay)
    assert deal.amount.point == 36_700_000_000
    later = loan(about(Decimal(40_000_000_000)), "b", "2025-12-01", tier="named_news")
    assert points(filing, later).points < ASK


def test_an_annual_report_that_tells_the_agreement_again_joins_it():
    filing = loan(usd(500_000_000), "8-k")
    report = loan(usd(500_000_000), "10-k", known_on="2026-02-20", tier="audited_filing")
    assert len(deals(filing, report)) == 1


def test_what_is_outstanding_of_an_increment_belongs_to_it():
    first = loan(usd(4_000_000_000), "a")
    object.__setattr__(first, "is_increment", True)
    balance = loan(
        usd(1_000_000_000), "b", "2026-06-30", "2026-08-12", measure="outstanding", status="funded"
    )
    assert not points(first, balance).bar
    (deal,) = deals(first, balance)
    assert deal.amount.point == 4_000_000_000


def test_balances_far_apart_in_size_are_one_agreements_where_the_whole_is_known():
    whole = loan(usd(1_900_000_000), "a")
    paid_down = [
        loan(usd(size), date, date, measure="outstanding", status="funded")
        for size, date in ((1_100_000_000, "2025-12-31"), (290_000_000, "2026-06-30"))
    ]
    (deal,) = deals(whole, *paid_down)
    assert len(deal.states) == 3


def test_an_end_stands_though_an_older_agreement_is_told_again_later():
    first = loan(usd(900_000_000), "a")
    end = loan(usd(900_000_000), "b", "2026-01-15", status="terminated")
    report = loan(usd(900_000_000), "c", known_on="2026-02-20", tier="audited_filing")
    (deal,) = deals(first, end, report)
    assert deal.status == "terminated"
    assert deal.standing == "shown"


def test_of_two_figures_that_may_be_each_other_one_is_counted():
    """Three loans in a row, each like the next: what is shown must not take the last one away."""
    loans = [
        loan(usd(700_000_000), name, date)
        for name, date in (("a", "2025-01-10"), ("b", "2025-05-10"), ("c", "2025-09-10"))
    ]
    found = deals(*loans)
    counted = [deal for deal in found if deal.standing == "counted"]
    assert len(found) == 3
    assert len(counted) == 1


def test_of_three_articles_the_one_with_a_wrong_unit_never_leads():
    told = [
        loan(about(Decimal(size)), name, "2025-07-30", tier="named_news")
        for name, size in (("a", 33_000_000_000_000), ("b", 33_000_000_000), ("c", 30_000_000_000))
    ]
    assert sum(d.amount.point for d in deals(*told) if d.standing == "counted") <= 33_000_000_000


def test_two_filings_do_not_round_so_far():
    left, right = loan(usd(2_800_000_000), "a"), loan(usd(3_000_000_000), "b", "2025-07-30")
    assert points(left, right).points < ASK
    assert len(deals(left, right)) == 2


def test_two_rounds_of_one_size_are_told_apart_by_their_letters():
    rounds = [
        claim("unnamed:investors", "borrower", "equity", usd(6_000_000_000), measure="headline",
              agreed_on=on, known_on=on, document=on, quote=f"Borrower raises $6B Series {letter}.")
        for letter, on in (("B", "2024-05-26"), ("C", "2024-12-23"))
    ]  # fmt: skip
    found = deals(*rounds)
    assert [deal.standing for deal in found] == ["counted", "counted"]


def test_two_events_of_one_filer_months_apart_are_not_a_restatement():
    signed = [
        claim("unnamed:customer", "borrower", "cloud_contract", usd(300_000), measure="headline",
              agreed_on=on, known_on=None, document=on)
        for on in ("2024-11-06", "2025-02-06")
    ]  # fmt: skip
    assert len(deals(*signed)) == 2


def test_two_figures_of_one_document_for_one_period_stay_two():
    told = [
        claim("lender", "borrower", "revenue", usd(size), measure="recognised", document="10-q")
        for size in (4_000_000, 1_000_000)
    ]
    assert sorted(int(deal.amount.point) for deal in deals(*told)) == [1_000_000, 4_000_000]


def test_a_rate_written_with_another_zero_is_the_same_rate():
    notes = [
        claim("unnamed:noteholders", "borrower", "bond", usd(750), measure="outstanding",
              ends_on="2030", agreed_on=on, known_on="2026-08-12", document=on, rate=rate,
              facility=f"{rate} Senior Notes Due 2030")
        for rate, on in (("2.95%", "2025-07-01"), ("2.950%", "2025-12-30"))
    ]  # fmt: skip
    assert len(deals(*notes)) == 1


def test_a_vague_word_about_nobody_named_mentions_no_deal():
    row = claim("lender", "lenders", "bond", usd(50), deal_key="total", document="row")
    word = claim("lender", "unnamed:noteholders", "bond", measure="headline", document="news")
    found = resolve_claims((row, word), Registry(ENTITIES))
    assert found.decisions == ()
    assert len(found.deals) == 2


def test_a_slip_under_the_right_name_is_shown_and_not_the_filing_under_a_misspelt_one():
    filing = claim("Pine Lender", "Crest Indstries", "loan", usd(3_009_000_000), document="8-k",
                   agreed_on="2025-08-16", known_on="2025-08-17")  # fmt: skip
    slip = claim("Pine Lender", "Crest Industries", "loan", usd(3_009_000_000_000), document="news",
                 agreed_on="2025-08-17", known_on="2025-08-18", tier="named_news")  # fmt: skip
    known = claim("Pine Lender", "Crest Industries", "lease", usd(7_000_000), document="10-k")
    counted = [
        deal.amount.point for deal in deals(filing, slip, known) if deal.standing == "counted"
    ]
    assert sorted(counted) == [7_000_000, 3_009_000_000]


def told_standing(word, row):
    (deal,) = [d for d in deals(word, row) if not d.is_curated]
    return deal.standing, deal.standing_reason


def test_that_one_buys_of_the_other_opens_no_sum_once_a_contract_gives_the_figure():
    row = claim("lender", "borrower", "cloud_contract", usd(50), deal_key="contract",
                agreed_on="2026-04-07", known_on="2026-04-07", document="row")  # fmt: skip
    word = claim("lender", "borrower", "cloud_contract", measure="headline", status="funded",
                 agreed_on="2024-12-31", known_on="2025-02-07", document="10-k")  # fmt: skip
    standing, reason = told_standing(word, row)
    assert standing == "shown"
    assert "contract, no figure, told before it was agreed" in reason


def test_an_earlier_investment_without_a_figure_is_another_one():
    row = claim("lender", "borrower", "equity", usd(50), deal_key="round",
                agreed_on="2026-04-07", known_on="2026-04-07", document="row")  # fmt: skip
    word = claim("lender", "borrower", "equity", measure="headline", status="funded",
                 agreed_on="2024-12-31", known_on="2025-02-07", document="post")  # fmt: skip
    assert told_standing(word, row)[0] == "counted"


@pytest.mark.parametrize(("told", "standing"), [("2026-04-08", "shown"), ("2026-06-01", "counted")])
def test_a_contract_with_a_site_nobody_names_may_be_the_known_one_of_those_days(told, standing):
    row = claim("lender", "borrower", "lease", usd(50), deal_key="lease",
                agreed_on="2026-04-07", known_on="2026-04-07", document="row")  # fmt: skip
    word = claim("lender", "unnamed:data-center", "lease", measure="headline", status="announced",
                 agreed_on=told, known_on=told, tier="named_news", document="story")  # fmt: skip
    assert told_standing(word, row)[0] == standing


def test_an_investment_in_somebody_not_named_is_not_the_known_one_of_those_days():
    row = claim("lender", "borrower", "equity", usd(50), deal_key="stake",
                agreed_on="2026-04-07", known_on="2026-04-07", document="row")  # fmt: skip
    word = claim("lender", "unnamed:new-company", "equity", measure="headline", status="announced",
                 agreed_on="2026-04-08", known_on="2026-04-08", document="post")  # fmt: skip
    assert told_standing(word, row)[0] == "counted"


def buys(document, on, known_on, status="funded", instrument="supply_contract", quote=""):
    return claim("lender", "borrower", instrument, measure="headline", status=status, quote=quote,
                 agreed_on=on, known_on=known_on, document=document)  # fmt: skip


def test_that_one_buys_of_the_other_is_one_relation_however_many_reports_say_so():
    one = buys("10-K of 2023", "2023-01-29", "2023-02-24", quote="We use Borrower for assembly.")
    two = buys("10-K of 2025", "2025-01-26", "2025-02-26", quote="Packaging is by Borrower.")
    (deal,) = deals(one, two)
    assert len(deal.claim_ids) == 2


def test_contracts_told_on_days_of_their_own_stay_two():
    one = buys("8-K", "2023-01-12", "2023-01-13", "signed")
    two = buys("10-K of 2025", "2025-01-26", "2025-02-26")
    assert len(deals(one, two)) == 2
    leases = [buys(f"10-K of {y}", f"{y}-12-31", f"{y + 1}-02-24", instrument="lease")
              for y in (2023, 2025)]  # fmt: skip
    assert len(deals(*leases)) == 2


def purchase(amount, document, on, known_on, words=""):
    quote = words or (
        "Pursuant to the Purchase Agreement we agreed to purchase from Borrower a mill together "
        f"with the underlying land for a cash purchase price of ${amount}.2 million."
    )
    return claim("lender", "borrower", "acquisition", usd(amount), measure="headline", quote=quote,
                 agreed_on=on, known_on=known_on, document=document)  # fmt: skip


def test_one_purchase_told_again_at_another_price_is_the_later_one():
    first = purchase(53, "10-Q 1", "2025-04-10", "2025-05-14")
    again = purchase(45, "10-Q 2", "2025-05-20", "2025-08-14")
    (deal,) = deals(first, again)
    assert deal.amount.point == 45


def test_two_purchases_of_one_seller_in_other_words_are_two():
    first = purchase(53, "10-Q 1", "2025-04-10", "2025-05-14")
    other = purchase(45, "10-Q 2", "2025-05-20", "2025-08-14",
                     "We bought a second mill from Borrower, with looms and stocks of yarn, and "
                     "paid $45 million at once.")  # fmt: skip
    assert len(deals(first, other)) == 2
