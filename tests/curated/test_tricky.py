"""Cases a capital-flow program gets wrong, asserted by value on the bundled tables."""

from decimal import Decimal

import pytest

from graphbuild.curated import CuratedData, load_curated
from graphbuild.records.claim import Claim, Recourse, Role, Status
from graphbuild.records.document import SourceTier
from graphbuild.records.entity import EntityKind, ParentRelation
from graphbuild.records.figure import FigureKind
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, Qualifier
from graphbuild.workspace import Workspace

B = Decimal(1_000_000_000)
M = Decimal(1_000_000)


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> CuratedData:
    return load_curated(Workspace(tmp_path_factory.mktemp("empty")))


@pytest.fixture(scope="module")
def row(data: CuratedData):
    by_id = {claim.claim_id: claim for claim in data.claims}
    return lambda deal_id, part="": by_id[f"row:{deal_id}{part}"]


def billions(claim: Claim) -> tuple[Decimal | None, ...]:
    amount = claim.amount
    return tuple(None if v is None else v / B for v in (amount.low, amount.point, amount.high))


def sides(claim: Claim) -> tuple[list[str], list[str]]:
    return tuple([p.entity_id for p in claim.with_role(r)] for r in (Role.SOURCE, Role.TARGET))


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


# 4. Amendments that supersede


def test_the_fifth_amendment_is_a_tranche_of_the_old_agreement(row):
    old, tranche = row("crwv-ddtl-2.0-2024-05"), row("crwv-ddtl-2.1-2025-09")
    assert tranche.terms.tranche_of == "crwv-ddtl-2.0-2024-05"
    assert tranche.is_increment
    assert sides(tranche)[1] == sides(old)[1] == ["coreweave-ccac-iv"]


def test_a_waiver_is_an_event_and_no_loan(data):
    (waiver,) = [event for event in data.events if event.event == "waiver"]
    assert (waiver.deal_id, waiver.amount_usd_m) == ("crwv-ddtl-2.0-2024-05", 7600)
    loans = [c for c in data.claims if "blackstone" in sides(c)[0] and c.amount.point == 7_600 * M]
    assert {c.terms.deal_key for c in loans} == {"crwv-ddtl-2.0-2024-05"}


def test_microsofts_april_amendment_reverses_the_share_and_keeps_azure(row):
    share = row("openai-microsoft-revenue-share-2026-04")
    assert sides(share) == (["openai"], ["microsoft"])
    assert (share.amount.is_disclosed, share.measure, str(share.ends_on)) == (
        False,
        Measure.CEILING,
        "2030",
    )
    azure = row("openai-microsoft-azure-2025-10")
    assert (billions(azure), azure.status) == ((250, 250, 250), Status.AMENDED)
    assert azure.is_increment
    assert str(azure.ends_on) == "2032"


@pytest.mark.parametrize(
    ("old", "new", "sizes"),
    [
        ("google-terawulf-backstop-2025-08a", "google-terawulf-backstop-2025-08b", ("1.8", "3.2")),
        ("abilene-jv-2024-10", "abilene-jv-2025-05", ("3.4", "15")),
        ("apld-bridge-2026-05", "apld-notes-7pct-2026-06", ("0.3", "1.59")),
        ("xai-colossus2-spv-2025-10", "valor-xai-vci-2026-01", ("20", "5.4")),
    ],
)
def test_the_new_size_replaces_the_old(row, old, new, sizes):
    assert row(old).terms.superseded_by == new
    assert (row(old).amount.point, row(new).amount.point) == tuple(Decimal(s) * B for s in sizes)


def test_one_customer_takes_the_place_of_another(row):
    left = row("stargate-norway-2025-07")
    assert (left.status, left.terms.superseded_by) == (
        Status.TERMINATED,
        "microsoft-nscale-norway-2026-04",
    )
    assert row("stargate-norway-2025-07", "/before").status is Status.ANNOUNCED
    assert str(left.known_on) == "2026-09-18"
    assert sides(row("microsoft-nscale-norway-2026-04")) == (["microsoft"], ["nscale"])
    assert row("stargate-uk-2025-09").status is Status.TERMINATED


# 5. Paid in compute, credits or shares


@pytest.mark.parametrize(
    ("deal_id", "paid_in"),
    [
        ("openai-cerebras-loan-2026-01", "cash"),
        ("coreweave-openai-equity-2025-03", "contract consideration"),
        ("microsoft-openai-equity-2019", "cash and credits"),
        ("google-anthropic-equity-2026-04", "cash and compute"),
        ("spacex-xai-merger-2026-02", "stock"),
        ("spacex-cursor-2026-08", "stock"),
        ("meta-hyperion-equity-2025-10", "assets"),
        ("nvidia-sbenergy-ports-guarantee-2026-08", "none"),
    ],
)
def test_what_is_paid_is_told(row, deal_id, paid_in):
    assert row(deal_id).terms.paid_in == paid_in


def test_a_loan_repaid_in_service_says_so(row):
    claim = row("openai-cerebras-loan-2026-01")
    assert claim.terms.in_return == "repaid in service credits, not cash"
    assert sides(claim) == (["openai"], ["cerebras"])


def test_licences_are_not_equity(row):
    groq = row("nvidia-groq-license-2025-12")
    assert groq.instrument is InstrumentId.SUPPLY_CONTRACT
    assert groq.amount.point == 20 * B
    assert row("nvidia-groq-license-2025-12", "/drawn").amount.point == 15_944 * M
    assert row("nvidia-poolside-2026-08").instrument is InstrumentId.SUPPLY_CONTRACT
    assert row("nvidia-poolside-equity-2026-08").instrument is InstrumentId.EQUITY


# 6. Warrants


@pytest.mark.parametrize(
    ("deal_id", "holder", "issuer"),
    [
        ("amd-openai-warrants-2025-10", "openai", "amd"),
        ("amd-meta-warrants-2026-02", "meta", "amd"),
        ("terawulf-google-warrants-2025-08a", "google", "terawulf"),
        ("terawulf-google-warrants-2025-08b", "google", "terawulf"),
        ("cipher-google-warrants-2025", "google", "cipher"),
        ("sbenergy-openai-warrants", "openai", "sb-energy"),
    ],
)
def test_warrants_run_from_holder_to_issuer_and_cost_nothing_at_grant(row, deal_id, holder, issuer):
    claim = row(deal_id)
    assert sides(claim) == ([holder], [issuer])
    assert (claim.instrument, claim.terms.paid_in) == (InstrumentId.WARRANT, "none")


def test_a_warrants_worth_is_a_band_of_its_day(row):
    assert billions(row("amd-openai-warrants-2025-10")) == (33, 33, 35)
    assert str(row("amd-openai-warrants-2025-10").known_on) == "2025-10-06"
    assert not row("terawulf-google-warrants-2025-08a").amount.is_disclosed


# 7. Recourse is not a yes or no


@pytest.mark.parametrize(
    ("deal_id", "recourse"),
    [
        ("crwv-ddtl-1.0-2023-07", Recourse.GUARANTEED),
        ("crwv-ddtl-2.0-2024-05", Recourse.GUARANTEED),
        ("crwv-ddtl-2.1-2025-09", Recourse.GUARANTEED),
        ("crwv-ddtl-3.0-2025-07", Recourse.GUARANTEED),
        ("crwv-ddtl-4.0-2026-03", Recourse.NON_RECOURSE),
        ("crwv-ddtl-5.0-2026-05", Recourse.GUARANTEED),
        ("anthropic-xpv-spv-2026-06", Recourse.NON_RECOURSE),
        ("beignet-bond-2025-10", Recourse.GUARANTEED),
    ],
)
def test_recourse_of_vehicle_debt(data, row, deal_id, recourse):
    claim = row(deal_id)
    assert claim.terms.recourse is recourse
    kinds = {entity.entity_id: entity.kind for entity in data.entities}
    assert kinds[sides(claim)[1][0]] is EntityKind.VEHICLE


def test_a_guaranty_without_a_cap_has_no_amount(row):
    claim = row("coreweave-apld-springing-guaranty-eln03")
    assert not claim.amount.is_disclosed
    assert [p.entity_id for p in claim.with_role(Role.OBLIGOR)] == ["coreweave-ccac-viii"]


def test_residual_value_guarantees_are_capped_and_off_the_balance_sheet(row):
    for deal_id, cap, end in (
        ("meta-hyperion-rvg-2025-10", 28, "2049-05-30"),
        ("meta-elpaso-rvg-2026", 13, "2048-11-30"),
    ):
        claim = row(deal_id)
        assert billions(claim)[2] == cap
        assert (claim.terms.term_years, claim.terms.off_balance_sheet) == (16, True)
        bond = {28: "beignet-bond-2025-10", 13: "sopaipilla-bond-2026-07"}[cap]
        assert str(row(bond).ends_on) == end
    assert row("meta-hyperion-lease-2025-10").terms.term_years == 4


def test_alphabets_backstops_are_on_the_balance_sheet(data):
    own = [c for c in data.claims if c.claim_id.startswith("row:google-credit-derivatives")]
    parts = [c for c in data.claims if c.terms.part_of == "google-credit-derivatives-2026-06"]
    assert len(own) == 8
    assert len({c.terms.deal_key for c in parts}) == 5
    assert {c.terms.off_balance_sheet for c in (*own, *parts)} == {False}


def test_broadcoms_backstop_is_a_ceiling_on_behalf_of_the_customer(row):
    claim = row("broadcom-anthropic-spv-rvg-2026-06")
    assert billions(claim) == (0, 29, 29)
    assert [p.entity_id for p in claim.with_role(Role.OBLIGOR)] == ["anthropic"]


def test_the_indemnity_mirrors_the_guarantee_and_both_stay(row):
    guarantee = row("nvidia-sbenergy-ports-guarantee-2026-08")
    indemnity = row("openai-nvidia-ports-indemnity-2026-08")
    assert indemnity.terms.same_obligation_as == "nvidia-sbenergy-ports-guarantee-2026-08"
    assert guarantee.terms.same_obligation_as is None
    assert billions(indemnity) == billions(guarantee) == (0, 105, 105)
    assert sides(indemnity) == (["openai"], ["nvidia"])
    assert sides(guarantee) == (["nvidia"], ["sb-energy"])


def test_a_holding_is_no_mirror_of_the_equity_that_bought_it(row):
    for deal_id in ("nvidia-coreweave-holding-2026-06", "nvidia-spacex-holding-2026-06"):
        claim = row(deal_id)
        assert (claim.measure, claim.instrument) == (Measure.VALUE, InstrumentId.HOLDING)
        assert claim.terms.same_obligation_as is None
    assert row("nvidia-coreweave-equity-2026-01").terms.same_obligation_as is None


# 8. Gigawatts and currency


@pytest.mark.parametrize(
    "deal_id",
    [
        "amd-openai-6gw-2025-10",
        "broadcom-openai-10gw-2025-10",
        "openai-nvidia-5gw-2026-02",
        "anthropic-broadcom-tpu-2026-04",
        "anthropic-amd-2gw-2026-07",
        "openai-sbenergy-milam-lease-2026-01",
        "coreweave-galaxy-helios-lease",
    ],
)
def test_gigawatts_are_not_dollars(row, deal_id):
    assert row(deal_id).amount.qualifier is Qualifier.UNDISCLOSED


def test_euro_notes_stay_in_euros_with_a_dated_rate_beside(data, row):
    claim = row("crwv-notes-2032-eur-2026-06")
    assert (claim.amount.currency, claim.amount.point) == ("EUR", 2 * B)
    (rate,) = [rate for rate in data.fx if rate.currency == "EUR"]
    assert claim.amount.point * rate.usd_per_unit == 2_279 * M
    assert str(rate.as_of) == "2026-06-30"


# 9. Parent, subsidiary, developer


@pytest.mark.parametrize(
    ("deal_id", "borrower"),
    [
        ("oracle-vantage-loans-2025-11", "vantage-oracle-sites"),
        ("oracle-jupiter-loan-2025-11", "project-jupiter"),
        ("saline-bonds-2026-04", "related-saline"),
    ],
)
def test_a_landlords_debt_is_not_the_tenants(data, row, deal_id, borrower):
    assert sides(row(deal_id))[1] == [borrower]
    parents = {entity.entity_id: entity.parent_id for entity in data.entities}
    assert parents[borrower] not in ("oracle", None)
    assert row(deal_id).terms.recourse is Recourse.NON_RECOURSE


def test_xai_belongs_to_spacex_only_since_the_merger(data):
    xai = next(entity for entity in data.entities if entity.entity_id == "xai")
    assert (xai.parent_id, xai.parent_relation) == ("spacex", ParentRelation.OWNER)
    assert str(xai.parent_from) == "2026-02-02"


# 10. Stock and flow


def test_puts_are_notional_and_the_price_paid_is_another_measure(row):
    claim = row("scion-palantir-puts-2025-09")
    assert (claim.amount.point, claim.measure) == (912 * M, Measure.VALUE)
    assert claim.amount.low > 800 * M
    paid = row("scion-palantir-puts-2025-09", "/drawn")
    assert (paid.amount.point, paid.measure) == (Decimal("9.2") * M, Measure.PAID)


def test_rpo_and_backlog_differ(data):
    latest = {
        f.metric: f.value_usd
        for f in data.figures
        if f.entity_id == "coreweave"
        and f.period == "2026-06-30"
        and f.metric in ("rpo", "backlog")
    }
    assert latest == {"rpo": Decimal("103.7") * B, "backlog": Decimal("104.2") * B}


def test_a_run_rate_is_not_the_years_revenue(data):
    found = {
        (f.metric, f.kind): f.value_usd
        for f in data.figures
        if f.entity_id == "openai" and f.period in ("2024", "2024-12") and "revenue" in f.metric
    }
    assert found == {
        ("revenue", FigureKind.REPORTED): Decimal("3.7") * B,
        ("revenue_run_rate", FigureKind.RUN_RATE): 6 * B,
    }


def test_net_and_operating_loss_are_two_figures(data):
    found = {
        f.metric: f.value_usd / B
        for f in data.figures
        if (f.entity_id, f.period) == ("openai", "2025") and f.metric.endswith("income")
    }
    assert found == {"net_income": Decimal("-38.53"), "operating_income": Decimal("-20.92")}


def test_recognised_revenue_is_not_paid_and_keeps_its_period(data, row):
    claim = row("openai-microsoft-revenue-fy2026")
    assert claim.measure is Measure.RECOGNISED
    assert (str(claim.starts_on), str(claim.ends_on)) == ("2025-07-01", "2026-06-30")
    assert "row:openai-microsoft-revenue-fy2026/drawn" not in {c.claim_id for c in data.claims}
    overlap = row("openai-microsoft-payments-2025")
    assert overlap.terms.same_obligation_as == "openai-microsoft-revenue-fy2026"


# 11. Sources that disagree, totals that overlap


@pytest.mark.parametrize(
    ("deal_id", "bounds"),
    [
        ("anthropic-google-cloud-2026", ("111.1", "200", "200")),
        ("openai-compute-commitments-aggregate-2026", ("600", "600", "1400")),
        ("meta-bond-2025-10", ("25", "30", "30")),
    ],
)
def test_disagreement_is_kept_as_bounds(row, deal_id, bounds):
    assert billions(row(deal_id)) == tuple(Decimal(b) for b in bounds)


def test_a_rate_nobody_confirms_is_left_out(data, row):
    assert row("crwv-ddtl-1.0-2023-07").terms.rate.startswith("SOFR+9.62%")
    assert any("2.75 percent" in entry.subject for entry in data.ignored)


def test_the_revenue_share_runs_from_openai_to_microsoft(row):
    for deal_id in (
        "openai-microsoft-revenue-share-2025-9m",
        "openai-microsoft-revenue-share-2026-04",
    ):
        assert sides(row(deal_id)) == (["openai"], ["microsoft"])


@pytest.mark.parametrize(
    ("total", "among"),
    [
        ("openai-compute-commitments-aggregate-2026", "openai-oracle-cloud-2025-07"),
        ("anthropic-compute-commitments-2026", "anthropic-nscale-2026-08"),
        ("nvidia-anthropic-indirect-contracts-2026-09", "anthropic-compute-commitments-2026"),
        ("softbank-openai-cumulative-2026", "softbank-openai-equity-2026-02"),
        ("nvidia-equity-commitments-2026-07", "nvidia-anthropic-equity-2025-11"),
        ("google-credit-derivatives-2026-03", "google-terawulf-backstop-2025-08b"),
    ],
)
def test_a_total_that_overlaps_other_rows_says_which(row, total, among):
    assert row(total).terms.is_aggregate
    assert among in row(total).terms.overlaps


def test_the_same_programme_told_twice_is_linked(row):
    for deal_id in ("nvidia-firmus-offtake-2026-06", "nvidia-sharonai-mcsa-2026"):
        assert row(deal_id).terms.same_obligation_as == "nvidia-ai-cloud-agreements-2026-07"
    twin = row("google-vie-equity-derivative-2026-06").terms.same_obligation_as
    assert twin == "google-anthropic-equity-2026-04"


def test_a_mislabelled_facility_stays_unverified(row):
    claim = row("fluidstack-google-facility-2026")
    assert claim.verification == "secondary"
    assert claim.terms.same_obligation_as == "fluidstack-terawulf-lease-2025-08"
