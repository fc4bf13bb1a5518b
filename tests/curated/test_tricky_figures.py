"""Gigawatts, parents, stocks and flows, overlaps: by value, on the bundled tables."""

from decimal import Decimal

import pytest

from graphbuild.records.claim import Recourse
from graphbuild.records.entity import ParentRelation
from graphbuild.records.figure import FigureKind
from graphbuild.records.money import Measure, Qualifier
from tests.curated.bundled import B, M, billions, sides

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
