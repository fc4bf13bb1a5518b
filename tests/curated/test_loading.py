from pathlib import Path

import pytest

from graphbuild.curated.loading import load_curated, tables_digest
from graphbuild.curated.schema import TABLES
from graphbuild.records.issue import Severity
from graphbuild.records.judgement import Verdict
from graphbuild.workspace import Workspace
from tests.curated.cells import DEAL, deal, world
from tests.curated.test_schema import ASSUMPTION, EVENT, FEED, FIGURE, FX, JUDGEMENT, WATCH


@pytest.fixture
def full(tmp_path: Path) -> Workspace:
    folder = world(
        tmp_path,
        deals=[deal(), deal(deal_id="second", part_of="mill-loan-2025")],
        events=[{**EVENT, "deal_id": "second"}],
        fundamentals=[FIGURE],
        assumptions=[ASSUMPTION],
        fx=[FX],
        judgements=[JUDGEMENT],
        watchlist=[WATCH],
        feeds=[FEED],
        expectations=[{"name": "deals_curated", "minimum": "2"}],
        ignored=[{"subject": "talk", "reason": "talk", "noted_on": "2026-01-01"}],
    )
    return Workspace(folder)


def test_every_table_arrives(full: Workspace):
    data = load_curated(full)
    assert [claim.claim_id for claim in data.claims] == ["row:mill-loan-2025", "row:second"]
    assert [row.deal_id for row in data.deals] == ["mill-loan-2025", "second"]
    assert [event.event_id for event in data.events] == ["e1"]
    assert data.entities[0].entity_id == "windmill-ai"
    assert [figure.metric for figure in data.figures] == ["revenue"]
    assert str(data.assumptions["relet.cloud"].high) == "0.8"
    assert [rate.currency for rate in data.fx] == ["EUR"]
    assert [judged.verdict for judged in data.judgements] == [Verdict.SAME]
    assert [watch.forms for watch in data.watchlist] == [("10-K", "8-K")]
    assert [feed.feed_id for feed in data.feeds] == ["f"]
    assert [(e.name, e.minimum) for e in data.expectations] == [("deals_curated", 2)]
    assert [row.subject for row in data.ignored] == ["talk"]
    assert {issue.code for issue in data.issues} == {"missing-assumption"}


def test_trouble_in_one_table_leaves_the_others(full: Workspace):
    (full.curated / "fundamentals.csv").write_text("nonsense\n")
    (full.curated / "events.csv").unlink()
    data = load_curated(full)
    assert (len(data.claims), data.figures, data.events) == (2, (), ())
    severities = {issue.where: issue.severity for issue in data.issues}
    assert severities["fundamentals.csv"] is Severity.ERROR
    assert severities["events.csv"] is Severity.NOTICE


def test_a_bad_container_does_not_take_its_parts_along(tmp_path: Path):
    rows = [deal(amount_usd_m="1,2"), deal(deal_id="second", part_of="mill-loan-2025")]
    data = load_curated(Workspace(world(tmp_path, deals=rows)))
    assert [row.deal_id for row in data.deals] == ["second"]


def test_deals_of_a_bad_entity_are_left_out(tmp_path: Path):
    entities = [
        {"entity_id": "windmill-ai", "name": "Windmill", "kind": "ai_lab"},
        {"entity_id": "stone-bank", "name": "Stone Bank", "kind": "banc"},
    ]
    data = load_curated(Workspace(world(tmp_path, entities=entities, deals=[DEAL])))
    assert data.claims == ()
    codes = [issue.code for issue in data.issues if issue.code != "missing-assumption"]
    assert codes == ["unknown-value", "unknown-entity"]


def test_a_workspace_without_tables_uses_the_bundled_ones(tmp_path: Path):
    assert len(load_curated(Workspace(tmp_path)).deals) > 250


def test_the_same_tables_give_the_same_records_and_digest(full: Workspace):
    first, second = load_curated(full), load_curated(full)
    assert first == second
    assert len(first.digest) == 64


@pytest.mark.parametrize("name", [name for name, _ in TABLES])
def test_any_changed_byte_of_any_table_changes_the_digest(full: Workspace, name: str):
    before = tables_digest(full)
    path = full.curated / name
    path.write_bytes(path.read_bytes() + b"\n")
    changed = tables_digest(full)
    path.unlink()
    assert len({before, changed, tables_digest(full)}) == 3


def test_bytes_cannot_move_from_one_table_to_the_next_unseen(full: Workspace):
    before = tables_digest(full)
    entities, deals = full.curated / "entities.csv", full.curated / "deals.csv"
    tail = entities.read_bytes()[-5:]
    entities.write_bytes(entities.read_bytes()[:-5])
    deals.write_bytes(tail + deals.read_bytes())
    assert tables_digest(full) != before
