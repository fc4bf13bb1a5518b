import pytest

from graphbuild.curated.reading import read_table
from graphbuild.curated.schema import TABLES, WatchRow
from tests.curated.cells import MODELS, write

FIGURE = {
    "entity_id": "windmill-ai",
    "metric": "revenue",
    "kind": "reported",
    "period": "2025",
    "period_start": "2025-01-01",
    "period_end": "2025-12-31",
    "value_usd_m": "13",
    "source_url": "https://example.com",
    "verification": "opened",
}
ASSUMPTION = {"key": "relet.cloud", "low": "0.3", "high": "0.8", "unit": "fraction"}
FX = {"currency": "EUR", "usd_per_unit": "1.1", "as_of": "2026-06-30", "source": "a filing"}
WATCH = {"entity_id": "windmill-ai", "cik": "7001", "forms": "10-K|8-K"}
ENTITY = {"entity_id": "windmill-ai", "name": "Windmill AI", "kind": "ai_lab"}
EVENT = {
    "event_id": "e1",
    "event": "waiver",
    "party": "windmill-ai",
    "date": "2024-12",
    "verification": "opened",
    "confidence": "1",
}
JUDGEMENT = {"left": "a", "right": "b", "verdict": "same", "decided_on": "2026-01-01"}
FEED = {"feed_id": "f", "name": "F", "url": "https://example.com/rss", "tier": "named_news"}
EXPECTATION = {"name": "deals", "minimum": "3"}
IGNORED = {"subject": "talk", "reason": "talk", "noted_on": "2026-01-01"}
GOOD = {
    "fundamentals.csv": FIGURE,
    "assumptions.csv": ASSUMPTION,
    "fx.csv": FX,
    "watchlist.csv": WATCH,
    "entities.csv": ENTITY,
    "events.csv": EVENT,
    "judgements.csv": JUDGEMENT,
    "feeds.csv": FEED,
    "expectations.csv": EXPECTATION,
    "ignored.csv": IGNORED,
}


@pytest.mark.parametrize("table", sorted(GOOD))
def test_the_plain_row_of_every_table_is_read(tmp_path, table: str):
    rows, issues = read_table(write(tmp_path / table, MODELS[table], [GOOD[table]]), MODELS[table])
    assert issues == ()
    assert rows[0].line == 2


@pytest.mark.parametrize(
    ("table", "cells", "code", "column"),
    [
        ("fundamentals.csv", {"value_usd_m": ""}, "empty-field", "value_usd_m"),
        ("fundamentals.csv", {"metric": "revenues"}, "unknown-value", "metric"),
        ("fundamentals.csv", {"kind": "guess"}, "unknown-value", "kind"),
        ("fundamentals.csv", {"share": "16"}, "bad-number", "share"),
        ("fundamentals.csv", {"period_end": "2024"}, "bad-date", "period_start"),
        ("fundamentals.csv", {"period_start": ""}, "empty-field", "period_start"),
        ("fundamentals.csv", {"source_url": ""}, "empty-field", "source_url"),
        ("assumptions.csv", {"low": "0.9"}, "low-over-high", "low"),
        ("assumptions.csv", {"high": "1.2"}, "bad-number", "high"),
        ("assumptions.csv", {"source": "a regulation"}, "empty-field", "as_of"),
        ("assumptions.csv", {"unit": "percent"}, "unknown-value", "unit"),
        ("fx.csv", {"currency": "euro"}, "bad-value", "currency"),
        ("fx.csv", {"usd_per_unit": "0"}, "bad-number", "usd_per_unit"),
        ("fx.csv", {"source": ""}, "empty-field", "source"),
        ("watchlist.csv", {"cik": ""}, "bad-value", "forms"),
        ("watchlist.csv", {"forms": "none|8-K"}, "bad-value", "forms"),
        ("watchlist.csv", {"forms": ""}, "empty-field", "forms"),
        ("watchlist.csv", {"cik": "0007001"}, "bad-value", "cik"),
        ("entities.csv", {"kind": "neo_cloud"}, "unknown-value", "kind"),
        ("entities.csv", {"parent_id": "other"}, "empty-field", "parent_relation"),
        ("entities.csv", {"country": "USA"}, "bad-value", "country"),
        ("entities.csv", {"lei": "GRAPHBUILD0000000154"}, "bad-lei", "lei"),
        ("entities.csv", {"lei": "graphbuild0000000153"}, "bad-lei", "lei"),
        ("events.csv", {"event": "waver"}, "unknown-value", "event"),
        ("events.csv", {"date": ""}, "empty-field", "date"),
        ("judgements.csv", {"verdict": "maybe"}, "unknown-value", "verdict"),
        ("feeds.csv", {"url": "feed"}, "bad-value", "url"),
        ("feeds.csv", {"tier": "news"}, "unknown-value", "tier"),
        ("expectations.csv", {"minimum": "-1"}, "bad-number", "minimum"),
        ("expectations.csv", {"minimum": "many"}, "bad-number", "minimum"),
        ("ignored.csv", {"reason": ""}, "empty-field", "reason"),
    ],
)
def test_a_bad_row_of_every_table_is_told(tmp_path, table, cells, code, column):
    model = MODELS[table]
    rows, issues = read_table(write(tmp_path / table, model, [{**GOOD[table], **cells}]), model)
    assert rows == ()
    assert [(issue.code, issue.where) for issue in issues] == [(code, f"{table} row 2, {column}")]


def test_a_private_company_is_listed_and_not_watched():
    private = WatchRow.model_validate({"line": 2, "entity_id": "windmill-ai", "forms": "none"})
    public = WatchRow.model_validate({"line": 2, **WATCH})
    assert (private.is_watched, public.is_watched) == (False, True)
    assert public.forms == ("10-K", "8-K")


def test_every_table_knows_what_makes_a_row_the_same():
    for name, model in TABLES:
        assert model.identity, name
        assert set(model.identity) <= set(model.columns()), name
