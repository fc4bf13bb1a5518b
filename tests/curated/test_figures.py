from decimal import Decimal

from graphbuild.curated.figures import assumption, figure, fx_rate
from graphbuild.curated.schema import AssumptionRow, FigureRow, FxRow
from graphbuild.records.claim import Verification
from graphbuild.records.figure import FigureKind

CELLS = {
    "line": 2,
    "entity_id": "windmill-ai",
    "metric": "revenue",
    "kind": "reported",
    "period": "2025",
    "period_start": "2025-01-01",
    "period_end": "2025-12-31",
    "value_usd_m": "13070.5",
    "known_on": "2026-06",
    "source_url": "https://example.com/accounts",
    "verification": "relayed",
}


def row(**cells: str) -> FigureRow:
    return FigureRow.model_validate({k: v for k, v in {**CELLS, **cells}.items() if v != ""})


def test_millions_become_dollars():
    found = figure(row())
    assert found.value_usd == Decimal(13_070_500_000)
    assert found.kind is FigureKind.REPORTED
    assert found.verification is Verification.RELAYED
    assert (str(found.known_on), found.is_known_on_assumed) == ("2026-06", False)


def test_losses_stay_negative():
    assert figure(row(metric="net_income", value_usd_m="-38530")).value_usd == -38_530_000_000


def test_an_undated_figure_is_known_when_the_slowest_filer_reports_and_says_assumed():
    found = figure(row(known_on=""))
    assert (str(found.known_on), found.is_known_on_assumed) == ("2026-03-31", True)


def test_an_undated_market_value_is_seen_on_its_day():
    found = figure(row(known_on="", metric="market_cap"))
    assert found.known_on == found.period_end


def test_a_share_may_stand_without_dollars():
    found = figure(
        row(metric="receivable_share", value_usd_m="", share="0.22", counterparty="unnamed:a")
    )
    assert (found.value_usd, found.share) == (None, Decimal("0.22"))


def test_ids_depend_on_what_the_figure_is_and_not_on_its_value():
    assert figure(row()).figure_id == figure(row(value_usd_m="1", note="x")).figure_id
    others = [row(kind="press"), row(period="2024"), row(counterparty="unnamed:a")]
    assert len({figure(other).figure_id for other in (row(), *others)}) == 4


def test_an_assumption_without_source_is_assumed():
    cells = {"line": 2, "key": "relet.cloud", "low": "0.3", "high": "0.8", "unit": "fraction"}
    assert assumption(AssumptionRow.model_validate(cells)).is_assumed
    sourced = {
        **cells,
        "source": "a regulation",
        "as_of": "2023-01-01",
        "url": "https://example.com",
    }
    found = assumption(AssumptionRow.model_validate(sourced))
    assert not found.is_assumed
    assert (found.low, found.high, str(found.as_of)) == (
        Decimal("0.3"),
        Decimal("0.8"),
        "2023-01-01",
    )


def test_a_rate_keeps_its_date_and_source():
    cells = {"line": 2, "currency": "EUR", "usd_per_unit": "1.1395", "as_of": "2026-06-30"}
    rate = fx_rate(FxRow.model_validate({**cells, "source": "a filing"}))
    assert (rate.currency, rate.usd_per_unit) == ("EUR", Decimal("1.1395"))
    assert (str(rate.as_of), rate.source, rate.url) == ("2026-06-30", "a filing", "")
