"""Letters of intent, ceilings, one deal in many outlets: by value, on the bundled tables."""

from decimal import Decimal

import pytest

from graphbuild.records.claim import Role, Status
from graphbuild.records.document import SourceTier
from graphbuild.records.money import Measure, Qualifier
from tests.curated.bundled import B, M, billions, sides

# 1. Announced, definitive, closed


def test_the_letter_of_intent_is_replaced_by_the_smaller_cheque(row):
    letter, cheque = row("nvidia-openai-loi-2025-09"), row("nvidia-openai-equity-2026-03")
    assert (letter.status, letter.terms.superseded_by) == (
        Status.TERMINATED,
        "nvidia-openai-equity-2026-03",
    )
    assert billions(letter) == (0, 100, 100)
    assert billions(cheque) == (30, 30, 30)
    assert billions(row("nvidia-openai-equity-2026-03", "/drawn"))[1] == 30
    assert billions(row("nvidia-openai-loi-2025-09", "/drawn"))[1] == 0


def test_the_end_of_the_letter_is_not_known_before_it_ended(row):
    before = row("nvidia-openai-loi-2025-09", "/before")
    assert (before.status, str(before.known_on)) == (Status.ANNOUNCED, "2025-09-22")
    assert str(row("nvidia-openai-loi-2025-09").known_on) == "2026-02-27"


@pytest.mark.parametrize(
    ("deal_id", "status"),
    [
        ("broadcom-openai-10gw-2025-10", Status.ANNOUNCED),
        ("stargate-jv-2025-01", Status.ANNOUNCED),
        ("stargate-argentina-2025-10", Status.ANNOUNCED),
        ("nvidia-asset-manager-mou-2026-08", Status.ANNOUNCED),
        ("openai-ipo-filing-2026", Status.ANNOUNCED),
        ("anthropic-ipo-2026-11", Status.ANNOUNCED),
        ("openai-round-talks-2026-10", Status.RUMOURED),
    ],
)
def test_targets_and_memoranda_are_not_signed(row, deal_id, status):
    assert row(deal_id).status is status


def test_a_signed_takeover_that_has_not_closed_is_conditional(row):
    claim = row("nvidia-huggingface-2026-09")
    assert (claim.status, claim.measure) == (Status.SIGNED, Measure.CEILING)
    assert billions(claim) == (Decimal("11.9"), Decimal("12.93"), Decimal("12.93"))
    assert billions(row("nvidia-huggingface-2026-09", "/drawn"))[1] == 0
    assert row("nvidia-sbenergy-class-n-2026-08").measure is Measure.CEILING


def test_an_ipo_without_a_price_has_no_amount_and_no_end(row):
    for deal_id in ("openai-ipo-filing-2026", "anthropic-ipo-2026-11", "nscale-ipo-2026-09"):
        assert not row(deal_id).amount.is_disclosed
        assert row(deal_id).ends_on is None


# 2. "Up to" is not "committed"


@pytest.mark.parametrize(
    ("deal_id", "high"),
    [
        ("openai-coreweave-cloud-2025-03", "11.9"),
        ("openai-coreweave-cloud-2025-05", "4"),
        ("openai-coreweave-cloud-2025-09", "6.5"),
        ("meta-coreweave-cloud-2025-09", "14.2"),
        ("google-anthropic-equity-2026-04", "40"),
    ],
)
def test_up_to_has_no_floor(row, deal_id, high):
    claim = row(deal_id)
    assert billions(claim) == (0, Decimal(high), Decimal(high))
    assert (claim.amount.qualifier, claim.measure) == (Qualifier.UP_TO, Measure.CEILING)


def test_the_three_orders_make_their_total_which_is_never_added(row):
    orders = [row(f"openai-coreweave-cloud-2025-{month}") for month in ("03", "05", "09")]
    total = row("openai-coreweave-cloud-total")
    assert sum(order.amount.point for order in orders) == total.amount.point == Decimal("22.4") * B
    assert total.terms.is_aggregate
    assert {order.terms.part_of for order in orders} == {"openai-coreweave-cloud-total"}
    assert [order.is_increment for order in orders] == [False, True, True]


def test_amazons_cheque_is_paid_and_googles_only_begun(row):
    amazon = row("amazon-openai-equity-2026-02")
    assert (amazon.status, amazon.measure) == (Status.FUNDED, Measure.COMMITTED)
    assert billions(row("amazon-openai-equity-2026-02", "/drawn")) == (50, 50, 50)
    assert billions(row("google-anthropic-equity-2026-04", "/drawn")) == (10, 10, 10)
    assert row("google-anthropic-equity-2026-04").terms.paid_in == "cash and compute"


def test_a_contract_with_90_days_notice_is_firm_for_one_quarter(row):
    whole = row("anthropic-spacex-colossus-2026-05")
    firm = row("anthropic-spacex-colossus-2026-05-notice")
    assert billions(whole) == (0, 45, 45)
    assert firm.amount.point == Decimal("1.25") * 3 * B
    assert (firm.measure, firm.amount.qualifier) == (Measure.COMMITTED, Qualifier.ABOUT)
    assert firm.terms.part_of == "anthropic-spacex-colossus-2026-05"


@pytest.mark.parametrize(
    ("deal_id", "size", "moved"),
    [
        ("crwv-ddtl-1.0-2023-07", "2.3", "1.3"),
        ("crwv-ddtl-2.0-2024-05", "7.6", "3.19"),
        ("crwv-ddtl-4.0-2026-03", "8.5", "2.837"),
    ],
)
def test_size_and_balance_are_two_figures(row, deal_id, size, moved):
    balance = row(deal_id, "/drawn")
    assert row(deal_id).amount.point == Decimal(size) * B
    assert balance.amount.point == Decimal(moved) * B
    assert balance.measure is Measure.OUTSTANDING
    assert str(balance.agreed_on) == "2026-06-30"
    assert str(balance.known_on) == "2026-08-12"
    assert row(deal_id).known_on.last_day() < balance.known_on.last_day()


@pytest.mark.parametrize(
    ("deal_id", "firm", "option"),
    [
        ("fluidstack-terawulf-lease-2025-08", "6.7", "9.3"),
        ("fluidstack-hut8-lease-2025-12", "7", "10.7"),
        ("fluidstack-cipher-lease-2025-09", "3.83", "5.17"),
        ("meta-nebius-2026-03", "12", "15"),
        ("microsoft-nebius-2025-09", "17.393", "2.007"),
        ("anthropic-akamai-2026-09", "11.6", "9"),
    ],
)
def test_extensions_and_options_are_not_firm(row, deal_id, firm, option):
    base, more = row(deal_id), row(f"{deal_id}-option")
    assert billions(base) == (Decimal(firm),) * 3
    assert billions(more) == (0, Decimal(option), Decimal(option))
    assert (more.measure, more.terms.tranche_of) == (Measure.CEILING, deal_id)


# 3. One deal, many outlets


def test_one_contract_under_two_dates_is_one_row(data, row):
    claim = row("openai-oracle-cloud-2025-07")
    assert billions(claim) == (300, 300, 300)
    assert (str(claim.agreed_on), str(claim.known_on), str(claim.starts_on)) == (
        "2025-07",
        "2025-09-10",
        "2027",
    )
    pair = [c for c in data.claims if sides(c) == (["openai"], ["oracle"])]
    assert [c.claim_id for c in pair] == ["row:openai-oracle-cloud-2025-07"]


def test_the_expansion_adds_to_the_first_contract(row):
    first, more = row("openai-aws-cloud-2025-11"), row("openai-aws-cloud-2026-02")
    assert (billions(first)[1], billions(more)[1]) == (38, 100)
    assert (first.is_increment, more.is_increment) == (False, True)


def test_the_round_contains_its_cheques_and_has_one_size(row):
    whole = row("openai-round-2026-03")
    assert billions(whole) == (122, 122, 122)
    assert whole.terms.is_aggregate
    parts = ["amazon-openai-equity-2026-02", "nvidia-openai-equity-2026-03"]
    parts.append("softbank-openai-equity-2026-02")
    assert {row(part).terms.part_of for part in parts} == {"openai-round-2026-03"}
    assert sum(row(part).amount.point for part in parts) == 110 * B


def test_a_consortiums_total_is_one_amount_of_many(row):
    claim = row("openai-round-2026-03")
    sources, targets = sides(claim)
    assert len(sources) == 7
    assert targets == ["openai"]
    assert len(sides(row("crwv-ddtl-1.0-2023-07"))[0]) == 7


def test_equal_sizes_are_two_facilities(row):
    third, later = row("crwv-ddtl-3.0-2025-07"), row("crwv-ddtl-5.5-2026-08")
    assert billions(third) == billions(later) == (Decimal("2.6"),) * 3
    assert third.terms.facility.startswith("DDTL 3.0")
    assert later.terms.facility.startswith("DDTL 5.5")
    assert (third.terms.rate[:10], later.terms.rate[:10]) == ("SOFR+4.00%", "SOFR+5.50%")
    assert str(row("crwv-ddtl-5.5-2026-08", "/drawn").agreed_on) == "2026-08-10"


def test_two_series_due_2031_stay_two(row):
    nine, more = row("crwv-notes-2031-900-2025-07"), row("crwv-notes-2031-975-2026-04")
    assert (billions(nine)[1], billions(more)[1]) == (Decimal("1.75"), Decimal("2.75"))
    assert (nine.terms.rate, more.terms.rate) == ("9.00%", "9.75%")
    assert (str(nine.ends_on), str(more.ends_on)) == ("2031-02-01", "2031-10-15")


def test_hyperion_names_debt_equity_guarantee_and_a_payment_back(data, row):
    assert row("beignet-bond-2025-10").amount.point == 27_294 * M
    assert billions(row("blueowl-hyperion-equity-2025-10")) == (Decimal("2.5"), 7, 7)
    assert billions(row("meta-hyperion-rvg-2025-10")) == (0, 28, 28)
    (back,) = [e for e in data.events if e.event == "distribution"]
    assert (back.party, back.counterparty, back.amount_usd_m) == ("beignet-investor", "meta", 3000)
    assert sides(row("blueowl-hyperion-equity-2025-10")) == (["blue-owl"], ["beignet-investor"])


def test_river_bend_was_signed_in_december(row):
    for deal_id in ("google-hut8-backstop-2025-12", "fluidstack-hut8-lease-2025-12"):
        assert str(row(deal_id).agreed_on) == str(row(deal_id).known_on) == "2025-12-17"
    assert str(row("hut8-river-bend-notes-2026").known_on) == "2026-05-01"
    assert billions(row("hut8-beacon-point-2026-06")) == (Decimal("4.25"),) * 3


def test_ciphers_second_backstop_replaces_the_first(row):
    first, second = row("google-cipher-backstop-2025-09"), row("google-cipher-backstop-2025")
    assert billions(first)[2] == Decimal("1.4")
    assert billions(second)[2] == Decimal("1.73")
    assert first.terms.superseded_by == "google-cipher-backstop-2025"
    assert (str(first.known_on), str(second.known_on)) == ("2025-09-25", "2025-11-20")
    assert first.terms.part_of is None
    assert second.terms.part_of == "google-credit-derivatives-2026-06"


def test_one_programme_is_finished_and_the_other_untouched(row):
    oracle = row("oracle-atm-2026", "/drawn")
    assert (billions(oracle)[1], str(oracle.known_on)) == (Decimal("19.9"), "2026-09-10")
    assert row("oracle-atm-2026").status is Status.FUNDED
    alphabet = row("alphabet-atm-2026-06", "/drawn")
    assert (billions(alphabet)[1], str(alphabet.agreed_on)) == (0, "2026-06-30")
    assert row("alphabet-atm-2026-06").measure is Measure.CEILING


def test_the_sum_of_contracts_contains_the_norway_capacity(row):
    assert row("microsoft-nscale-total-2026").terms.is_aggregate
    norway = row("microsoft-nscale-norway-2026-04")
    assert norway.terms.part_of == "microsoft-nscale-total-2026"


def test_the_ports_guarantee_is_the_filings_cap_from_fiscal_2029(data, row):
    claim = row("nvidia-sbenergy-ports-guarantee-2026-08")
    assert billions(claim) == (0, 105, 105)
    assert (str(claim.starts_on), str(claim.agreed_on)) == ("2028-01-31", "2026-08-17")
    assert [p.entity_id for p in claim.with_role(Role.OBLIGOR)] == ["openai"]
    assert claim.tier is SourceTier.FILING
    talk = [entry for entry in data.ignored if "PORTS lease" in entry.subject]
    assert any("250, 500 and 750 billion" in entry.figure for entry in talk)


def test_the_ports_lease_is_our_estimate_and_not_the_whole_backlog(data, row):
    claim = row("openai-sbenergy-ports-lease-2026-08")
    assert claim.amount.point == 391 * B
    assert claim.amount.high < 439 * B
    assert claim.measure is Measure.HEADLINE
    (backlog,) = [f for f in data.figures if (f.entity_id, f.metric) == ("sb-energy", "backlog")]
    assert backlog.value_usd == 439 * B


def test_a_form_4_is_known_by_its_accession(row):
    claim = row("coreweave-intrator-form4-2026-07")
    assert claim.citation.document_id == "0001769628-26-000318"
