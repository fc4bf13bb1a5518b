import csv
import datetime as dt
import json
import os
import shutil
from pathlib import Path

import pytest
from filelock import FileLock

from graphbuild.errors import ExpectationError, GraphbuildError
from graphbuild.ledger.reading import read_ledger
from graphbuild.rebuild import run
from graphbuild.rebuild.inputs import Folder
from graphbuild.rebuild.snapshots import write_atomically
from graphbuild.rebuild.world import latest_snapshot, open_world
from graphbuild.records.period import PartialDate
from graphbuild.settings import load_settings
from tests.rebuild.worlds import DOCUMENTS, NOW, build, replace_in, small_world


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    workspace = small_world(tmp_path_factory.mktemp("world") / "w")
    return workspace, build(workspace)


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "index.json"
    }


def _rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_snapshot_holds_ledger_tables_graph_scores_and_maps(published):
    _, outcome = published
    names = set(_files(outcome.folder))
    assert {
        "ledger.sqlite", "graph.json", "graph.graphml", "issues.jsonl", "changes.md",
        "tables/deals.csv", "tables/claims.csv", "tables/flows.csv", "scores/exposure.csv",
        "scores/circularity.csv", "scores/coverage.csv", "scores/concentration.csv",
        "maps/index.html", "maps/overview.html",
    } <= names  # fmt: skip


def test_run_record_tells_counts_and_time(published):
    _, outcome = published
    record = json.loads((outcome.folder / "index.json").read_text("utf-8"))
    assert record["started_at"] == "2026-09-01T12:00:00+00:00"
    assert record["counts"]["deals_curated"] == 12
    assert record["counts"]["documents"] == 1


def test_document_confirms_curated_notes_and_adds_those_nobody_entered(published):
    _, outcome = published
    deals = {row["deal_id"]: row for row in _rows(outcome.folder, "deals")}
    assert deals["harbor-notes-2025"]["is_confirmed"] == "True"
    new = [row for row in deals.values() if row["is_curated"] == "False"]
    assert ("unnamed:noteholders@harbor", "450000000") in {
        (row["sources"], row["point"]) for row in new
    }
    rows = _rows(outcome.folder, "coverage_of_curated_deals")
    coverage = {row["deal_id"]: row["documents_say"] for row in rows}
    assert coverage["harbor-notes-2025"] == "confirmed"
    assert coverage["summit-lodestar-cloud-2026"] == "only asserted"


def test_a_replaced_letter_and_an_unverified_row_enter_no_sum(published):
    _, outcome = published
    standing = {row["deal_id"]: row["standing"] for row in _rows(outcome.folder, "deals")}
    assert standing["cinder-lodestar-letter-2025"] == "shown"
    assert standing["summit-harbor-option-2026"] == "shown"
    assert standing["cinder-lodestar-equity-2026"] == "counted"


def test_same_inputs_same_bytes(published, tmp_path):
    _, first = published
    again = build(small_world(tmp_path / "elsewhere"), minutes=90)
    assert again.digest == first.digest
    assert _files(again.folder) == _files(first.folder)


def test_rebuild_from_the_memo_gives_the_same_bytes(published):
    workspace, first = published
    again = build(workspace, minutes=5, is_forced=True)
    before, after = _files(first.folder), _files(again.folder)
    assert after == before


def test_nothing_changed_publishes_nothing_and_says_so(tmp_path):
    workspace = small_world(tmp_path / "w")
    first = build(workspace)
    again = build(workspace, minutes=1)
    assert not again.published
    assert again.folder == first.folder
    assert len(list(workspace.snapshots.iterdir())) == 1


def test_a_change_is_published_and_told(tmp_path):
    workspace = small_world(tmp_path / "w")
    build(workspace)
    replace_in(
        workspace.curated / "deals.csv",
        "cinder,lodestar,equity,,1500,",
        "cinder,lodestar,equity,,1600,",
    )
    outcome = build(workspace, minutes=1)
    assert outcome.published
    changes = (outcome.folder / "changes.md").read_text("utf-8")
    assert "1.5 bn USD -> 1.6 bn USD" in changes
    assert latest_snapshot(workspace) == outcome.folder


def test_a_missed_expectation_leaves_the_last_snapshot(tmp_path):
    workspace = small_world(tmp_path / "w")
    first = build(workspace)
    replace_in(workspace.curated / "expectations.csv", "deals_curated,10", "deals_curated,99")
    with pytest.raises(ExpectationError, match="12 found, at least 99"):
        build(workspace, minutes=1)
    assert latest_snapshot(workspace) == first.folder
    (failed,) = workspace.failed.iterdir()
    assert "expectation-missed" in (failed / "issues.jsonl").read_text("utf-8")


def test_without_curated_deals_documents_alone_make_a_graph(tmp_path):
    workspace = small_world(tmp_path / "w")
    (workspace.curated / "deals.csv").unlink()
    outcome = build(workspace)
    assert outcome.counts["deals_curated"] == 0
    assert outcome.counts["flows"] >= 3
    assert open_world(workspace).graph.number_of_edges() == outcome.counts["flows"]


def test_nothing_at_all_is_refused_with_what_to_do(tmp_path):
    workspace = small_world(tmp_path / "w")
    (workspace.curated / "deals.csv").unlink()
    with pytest.raises(ExpectationError, match="--documents DIR"):
        build(workspace, documents=False)


def test_a_broken_row_costs_that_row_only(tmp_path):
    workspace = small_world(tmp_path / "w")
    replace_in(workspace.curated / "deals.csv", "harbor,quarry,lease,", "harbor,quarry,mortgage,")
    outcome = build(workspace)
    assert outcome.counts["deals_curated"] == 11
    (issue,) = [i for i in outcome.issues if "mortgage" in i.message]
    assert "deals.csv" in issue.where
    assert issue.advice


def test_one_rebuild_at_a_time(tmp_path):
    workspace = small_world(tmp_path / "w")
    workspace.lock.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(workspace.lock), pytest.raises(GraphbuildError, match="another rebuild"):
        build(workspace)


@pytest.mark.parametrize("stage", ["write_scores", "write_maps", "publish"])
def test_a_crash_in_any_late_stage_leaves_the_last_snapshot(tmp_path, monkeypatch, stage):
    workspace = small_world(tmp_path / "w")
    first = build(workspace)

    def crash(*_, **__):
        raise OSError("disk full")

    monkeypatch.setattr(run, stage, crash)
    with pytest.raises(OSError, match="disk full"):
        build(workspace, minutes=1, is_forced=True)
    assert latest_snapshot(workspace) == first.folder
    assert [path.name for path in workspace.outputs.glob(".staging*")] == []


def test_old_snapshots_are_pruned(tmp_path):
    workspace = small_world(tmp_path / "w")
    (workspace.root / "graphbuild.toml").write_text('anchor = "lodestar"\nsnapshots_kept = 2\n')
    for minute in range(4):
        latest = build(workspace, minutes=minute, is_forced=True)
    kept = sorted(path.name for path in workspace.snapshots.iterdir())
    assert len(kept) == 2
    assert kept[-1] == latest.run_id


def test_as_of_shows_what_was_public_then_and_nothing_later(tmp_path):
    workspace = small_world(tmp_path / "w")
    build(workspace)
    then = open_world(workspace, PartialDate("2025-12-31"))
    assert sorted(deal.deal_id for deal in then.contents.deals) == [
        "cinder-lodestar-letter-2025",
        "harbor-notes-2025",
    ]
    letter = then.contents.deals[0]
    assert letter.standing == "counted"
    now = open_world(workspace, PartialDate("2027"))
    assert len(now.contents.deals) == len(open_world(workspace).contents.deals)


def test_every_flow_leads_back_to_a_claim(published):
    _, outcome = published
    contents = read_ledger(outcome.folder / "ledger.sqlite")
    claims = {claim.claim_id for claim in contents.claims}
    deals = {deal.deal_id: deal for deal in contents.deals}
    assert contents.flows
    assert all(set(deals[flow.deal_id].claim_ids) & claims for flow in contents.flows)


def test_of_one_filing_in_two_files_the_fuller_is_read(tmp_path):
    workspace = small_world(tmp_path / "w")
    folder = tmp_path / "documents"
    folder.mkdir()
    whole = (DOCUMENTS.path / "harbor-10q.htm").read_text("utf-8")
    (folder / "b-whole.htm").write_text(whole, encoding="utf-8")
    (folder / "a-part.htm").write_text(whole.split("<p><b>Note 7.")[0] + "</body></html>")
    same = '10-Q,"Harbor Compute, Inc.",9000002,0009000002-26-000007,2026-08-10,2026-06-30\n'
    (folder / "manifest.csv").write_text(
        f"path,kind,company,cik,accession,filed,period\na-part.htm,{same}b-whole.htm,{same}"
    )
    outcome = run.rebuild(workspace, load_settings(workspace.root, {}), NOW, [Folder(path=folder)])
    rows = [r for r in _rows(outcome.folder, "claims") if r["path"].endswith(".htm")]
    assert {row["path"] for row in rows} == {"b-whole.htm"}
    assert outcome.counts["documents"] == 1


def test_bad_rows_stop_nothing_else(tmp_path):
    workspace = small_world(tmp_path / "w")
    deals = workspace.curated / "deals.csv"
    text = deals.read_text("utf-8")
    for name in (
        "harbor,quarry,lease,",
        "lodestar,summit,cloud_contract,",
        "cinder,harbor,holding,",
    ):
        text = text.replace(name, name.rsplit(",", 2)[0] + ",mortgage,")
    deals.write_text(text, encoding="utf-8")
    outcome = build(workspace)
    assert outcome.counts["deals_curated"] == 9  # below the minimum of 10, but told row by row
    assert sum("mortgage" in issue.message for issue in outcome.issues) == 3


def test_an_unreadable_table_is_named_when_nothing_can_be_published(tmp_path):
    workspace = small_world(tmp_path / "w")
    (workspace.curated / "deals.csv").write_bytes(b"\x00\xff\xfe" * 100)
    with pytest.raises(ExpectationError, match=r"deals\.csv"):
        build(workspace)


def test_an_edited_manifest_is_a_change(tmp_path):
    workspace = small_world(tmp_path / "w")
    folder = tmp_path / "documents"
    shutil.copytree(DOCUMENTS.path, folder)
    settings = load_settings(workspace.root, {})
    first = run.rebuild(workspace, settings, NOW, [Folder(path=folder)])
    replace_in(folder / "manifest.csv", "0009000002-26-000007", "0009000002-26-000008")
    later = NOW + dt.timedelta(minutes=1)
    again = run.rebuild(workspace, settings, later, [Folder(path=folder)])
    assert again.published
    assert again.digest != first.digest


def test_where_a_folder_lies_changes_no_byte(tmp_path):
    snapshots = []
    for name in ("here", "elsewhere/deeper"):
        workspace = small_world(tmp_path / name / "w")
        folder = tmp_path / name / "documents"
        shutil.copytree(DOCUMENTS.path, folder)
        (folder / "unlisted.htm").write_text("<p>nobody lists me</p>")
        settings = load_settings(workspace.root, {})
        outcome = run.rebuild(workspace, settings, NOW, [Folder(path=folder)])
        assert any(issue.code == "unlisted-file" for issue in outcome.issues)
        snapshots.append(_files(outcome.folder))
    assert snapshots[0] == snapshots[1]


def test_a_damaged_ledger_is_built_again_though_no_input_changed(tmp_path):
    workspace = small_world(tmp_path / "w")
    last = build(workspace)
    for minutes, kept in ((1, 5000), (2, 0)):
        ledger = last.folder / "ledger.sqlite"
        ledger.write_bytes(ledger.read_bytes()[:kept])
        last = build(workspace, minutes=minutes)
        assert last.published
        assert read_ledger(last.folder / "ledger.sqlite").deals
    assert not build(workspace, minutes=3).published


def test_a_file_is_written_through_a_device_or_pipe_and_does_not_replace_it(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_atomically(pipe, "told")
        assert os.read(reader, 9) == b"told"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
