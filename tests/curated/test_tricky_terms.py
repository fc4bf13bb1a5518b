"""Amendments, payment in kind, warrants, recourse: by value, on the bundled tables."""

from decimal import Decimal

import pytest

from graphbuild.records.claim import Recourse, Role, Status
from graphbuild.records.entity import EntityKind
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure
from tests.curated.bundled import B, M, billions, sides

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
