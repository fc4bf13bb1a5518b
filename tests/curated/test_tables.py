"""The bundled tables: every row stands, says where it comes from, and is told in the manual."""

import csv
import re
import time
from decimal import Decimal
from pathlib import Path

import pytest

from graphbuild.curated import CuratedData, Metric, load_curated
from graphbuild.curated.deal_row import DealRow
from graphbuild.curated.metrics import FLOWS
from graphbuild.curated.schema import TABLES
from graphbuild.records.claim import ENDED, Role, Verification
from graphbuild.records.document import SourceTier
from graphbuild.records.figure import Figure, FigureKind
from graphbuild.records.instrument import INSTRUMENTS
from graphbuild.records.money import Measure, Qualifier
from graphbuild.workspace import Workspace, bundled_folder

MANUAL = Path(__file__).resolve().parents[2] / "data" / "README.md"


def test_every_bundled_row_is_valid(data: CuratedData):
    assert [str(issue) for issue in data.issues] == []


def test_every_line_of_the_files_arrives(data: CuratedData):
    lines = {}
    for name, _ in TABLES:
        with (bundled_folder() / name).open(encoding="utf-8", newline="") as file:
            lines[name] = sum(1 for _ in csv.reader(file)) - 1
    assert lines == {
        "entities.csv": len(data.entities),
        "deals.csv": len(data.deals),
        "events.csv": len(data.events),
        "fundamentals.csv": len(data.figures),
        "assumptions.csv": len(data.assumptions),
        "fx.csv": len(data.fx),
        "judgements.csv": len(data.judgements),
        "watchlist.csv": len(data.watchlist),
        "feeds.csv": len(data.feeds),
        "expectations.csv": len(data.expectations),
        "ignored.csv": len(data.ignored),
        "reviews.csv": len(data.reviews),
    }


def test_no_table_lies_there_unread():
    known = {name for name, _ in TABLES}
    assert {path.name for path in bundled_folder().glob("*.csv")} == known


def test_the_counts_promised_are_met(data: CuratedData):
    counts = {
        "deals_curated": len(data.deals),
        "claims": len(data.claims),
        "figures": len(data.figures),
        "entities": len({p.entity_id for c in data.claims for p in c.parties}),
        "flows": sum(len(row.source) * len(row.target) for row in data.deals),
    }
    promised = {expectation.name: expectation.minimum for expectation in data.expectations}
    assert counts.keys() == promised.keys()
    for name, minimum in promised.items():
        assert minimum <= counts[name] <= minimum * Decimal("1.2"), name


def test_every_row_names_its_public_source_or_is_unverified(data: CuratedData):
    for row in (*data.deals, *data.events):
        has_source = bool(row.source_url or row.accession)
        assert has_source or row.verification is Verification.SECONDARY, row.line
    for figure in data.figures:
        has_source = bool(figure.url or figure.accession)
        assert has_source or figure.verification is Verification.SECONDARY, figure.figure_id


def test_nothing_is_known_before_it_happened(data: CuratedData):
    for row in data.deals:
        main = next(c for c in data.claims if c.claim_id == f"row:{row.deal_id}")
        assert main.known_on is not None, row.deal_id
        first = [d.first_day() for d in (row.announced_date, row.effective_date) if d]
        assert main.known_on.last_day() >= min(first), row.deal_id
    for claim in data.claims:
        if claim.claim_id.endswith("/drawn"):
            assert claim.known_on.last_day() >= claim.agreed_on.first_day(), claim.claim_id


def test_relayed_rows_never_outrank_news(data: CuratedData):
    for claim in data.claims:
        if claim.verification is not Verification.OPENED:
            assert claim.tier.rank >= SourceTier.NEWS.rank, claim.claim_id


def test_ceilings_start_at_nothing_and_exact_figures_have_no_band(data: CuratedData):
    for claim in data.claims:
        amount = claim.amount
        if amount.qualifier is Qualifier.UP_TO:
            assert (amount.low, claim.measure) == (0, Measure.CEILING), claim.claim_id
        if amount.qualifier is Qualifier.EXACT:
            assert amount.low == amount.high == amount.point, claim.claim_id
        if amount.qualifier is Qualifier.RANGE and amount.point is not None:
            assert amount.low <= amount.point <= amount.high, claim.claim_id


def test_second_figures_never_repeat_the_first(data: CuratedData):
    by_deal: dict[str, list] = {}
    for claim in data.claims:
        by_deal.setdefault(claim.terms.deal_key, []).append(claim)
    for deal_id, claims in by_deal.items():
        drawn = [c for c in claims if c.claim_id.endswith("/drawn")]
        assert all(c.measure is not claims[0].measure for c in drawn), deal_id


def test_ended_and_replaced_rows_do_not_replace_others(data: CuratedData):
    rows = {row.deal_id: row for row in data.deals}
    for row in data.deals:
        if row.superseded_by:
            assert rows[row.superseded_by].status not in ENDED, row.deal_id


def test_groups_have_no_cik_and_ciks_are_unique(data: CuratedData):
    ciks = [entity.cik for entity in data.entities if entity.cik]
    assert len(ciks) == len(set(ciks))
    assert not [e.entity_id for e in data.entities if e.is_group and e.cik]


def test_private_companies_are_watched_for_nothing(data: CuratedData):
    ciks = {entity.entity_id: entity.cik for entity in data.entities}
    for row in data.watchlist:
        assert row.is_watched <= bool(ciks[row.entity_id])
    listed = {row.entity_id for row in data.watchlist}
    assert {e.entity_id for e in data.entities if e.cik} <= listed
    assert {"openai", "anthropic", "lambda", "crusoe", "fluidstack"} <= listed
    watched = {row.entity_id: row.forms for row in data.watchlist if row.is_watched}
    assert {"20-F", "6-K"} <= set(watched["nebius"])
    assert {"10-Q", "424B*", "4", "144", "SC 13G"} <= set(watched["coreweave"])
    assert watched["scion"] == ("13F-HR",)
    assert "openai" not in watched


def test_untried_feeds_say_so(data: CuratedData):
    assert len(data.feeds) >= 12
    assert all(feed.verified_on is None for feed in data.feeds)
    assert len({feed.url for feed in data.feeds}) == len(data.feeds)


def test_assumptions_cover_every_instrument_and_the_unsourced_ones_say_so(data: CuratedData):
    keys = {row.recovery_key for row in INSTRUMENTS} | {"term.default_years"}
    assert keys <= data.assumptions.keys()
    assumed = {key for key, row in data.assumptions.items() if row.is_assumed}
    assert assumed == {
        "relet.cloud", "relet.supply", "relet.lease", "none", "term.default_years", "rate.base",
        "rate.unread", "growth.cash_flow", "growth.revenue", "margin.contract", "sale.haircut",
        "saved.supply", "saved.lease", "refinance.hit", "impact.listed", "impact.chips",
    }  # fmt: skip
    secured, senior = data.assumptions["recovery.secured"], data.assumptions["recovery.senior"]
    # CRE32.6: supervisory loss 45 % (financial institutions), 40 % (other corporates);
    # CRE32.11: 25 % where other physical collateral covers the claim.
    assert (secured.low, secured.high) == (Decimal("0.60"), Decimal("0.75"))
    assert (senior.low, senior.high) == (Decimal("0.55"), Decimal("0.60"))
    assert "CRE32.6" in senior.source
    assert data.assumptions["term.default_years"].low == 5


def figures(data: CuratedData, entity: str, metric: str) -> list[Figure]:
    return [f for f in data.figures if (f.entity_id, f.metric) == (entity, metric)]


@pytest.mark.parametrize(
    ("entity", "period", "start", "end"),
    [
        ("nvidia", "FY2026", "2025-01-27", "2026-01-25"),
        ("nvidia", "Q2 FY2027", "2026-04-27", "2026-07-26"),
        ("oracle", "FY2026", "2025-06-01", "2026-05-31"),
        ("oracle", "FQ1 FY27", "2026-06-01", "2026-08-31"),
        ("microsoft", "FY2026", "2025-07-01", "2026-06-30"),
        ("broadcom", "FY2025", "2024-11-04", "2025-11-02"),
        ("marvell", "FY2026", "2025-02-02", "2026-01-31"),
        ("amd", "2025", "2024-12-29", "2025-12-27"),
        ("coreweave", "2025", "2025-01-01", "2025-12-31"),
        ("coreweave", "TTM 2026-06-30", "2025-07-01", "2026-06-30"),
        ("softbank", "FY2025 (to 2026-03-31)", "2025-04-01", "2026-03-31"),
        ("openai", "2026-Q1", "2026-01-01", "2026-03-31"),
    ],
)
def test_fiscal_labels_mean_days(data: CuratedData, entity, period, start, end):
    found = [f for f in figures(data, entity, "revenue") if f.period == period]
    assert {(str(f.period_start), str(f.period_end)) for f in found} == {(start, end)}


def test_stocks_stand_at_a_date(data: CuratedData):
    for figure in data.figures:
        if Metric(figure.metric) not in FLOWS:
            assert figure.period_start == figure.period_end, figure.figure_id


def test_kinds_are_kept_apart(data: CuratedData):
    revenue = {f.kind: f for f in figures(data, "openai", "revenue") if f.period == "2025"}
    assert revenue[FigureKind.REPORTED].value_usd == 13_070_000_000
    assert revenue[FigureKind.PRESS].value_usd == 13_100_000_000
    assert all(
        f.kind is FigureKind.RUN_RATE for f in data.figures if f.metric == "revenue_run_rate"
    )
    expected = [f for f in data.figures if re.search(r"\d{4}E", f.period)]
    assert len(expected) > 8
    assert {f.kind for f in expected} == {FigureKind.ESTIMATE}
    nvidia = [f for f in figures(data, "nvidia", "revenue") if f.period == "FY2026"]
    assert [(f.kind, f.value_usd) for f in nvidia] == [(FigureKind.AUDITED, 215_938_000_000)]
    audited = [f for f in data.figures if f.kind is FigureKind.AUDITED]
    assert len(audited) > 60
    assert all(f.value_usd is not None for f in audited)


def test_figures_are_dated_by_their_filing_where_it_is_known(data: CuratedData):
    nvidia = next(f for f in figures(data, "nvidia", "revenue") if f.period == "FY2026")
    assert (str(nvidia.known_on), nvidia.is_known_on_assumed) == ("2026-02-25", False)
    for figure in data.figures:
        if figure.is_known_on_assumed:
            assert figure.known_on.last_day() >= figure.period_end.last_day()
    dated = sum(not figure.is_known_on_assumed for figure in data.figures)
    assert dated > len(data.figures) / 2


def test_unnamed_counterparties_are_not_given_names(data: CuratedData):
    shares = [f for f in figures(data, "nvidia", "customer_share") if f.period == "H1 FY2027"]
    assert {(f.counterparty, f.share) for f in shares} == {
        ("unnamed:direct-customer-a", Decimal("0.16")),
        ("unnamed:direct-customer-b", Decimal("0.15")),
        ("unnamed:direct-customer-c", Decimal("0.13")),
    }


def test_loading_takes_a_fraction_of_half_a_second(tmp_path: Path):
    def seconds() -> float:
        start = time.process_time()
        load_curated(Workspace(tmp_path))
        return time.process_time() - start

    assert min(seconds() for _ in range(3)) < 0.5


def test_every_claim_has_both_ends(data: CuratedData):
    known = {entity.entity_id for entity in data.entities}
    for claim in data.claims:
        assert {p.entity_id for p in claim.parties} <= known, claim.claim_id
        assert claim.with_role(Role.SOURCE)


@pytest.mark.parametrize(("name", "model"), TABLES)
def test_the_manual_tells_every_column(name: str, model):
    manual = MANUAL.read_text(encoding="utf-8")
    section = manual.split(f"`{name}`:" if f"`{name}`:" in manual else f"## {name}", 1)[1]
    section = re.split(r"\n## |\n\* `[a-z]+\.csv`", section, maxsplit=1)[0]
    missing = [column for column in model.columns() if f"`{column}`" not in section]
    assert missing == []


def test_the_manual_tells_every_metric_and_every_value_people_may_write():
    manual = MANUAL.read_text(encoding="utf-8")
    words = [*Metric, *Measure, *Qualifier, *Verification, *FigureKind]
    words += [row.instrument_id for row in INSTRUMENTS]
    words += list(DealRow.model_fields["paid_in"].annotation.__args__)
    assert [word for word in words if f"`{word}`" not in manual] == []


def test_the_manual_tells_licence_corrections_and_that_it_is_no_advice():
    manual = MANUAL.read_text(encoding="utf-8")
    for words in ("CC BY 4.0", "Corrections are made in public", "investment advice"):
        assert words in manual
