"""history, entity, conflicts and judge, asked of the small world."""

import csv
import json
import sqlite3
import subprocess
import sys

import pytest
from click.testing import CliRunner

from graphbuild.cli import group
from tests.rebuild.worlds import build, small_world


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    found = small_world(tmp_path_factory.mktemp("world") / "w")
    build(found)
    return found


def ask(workspace, *arguments):
    command = (*arguments, "--workspace", str(workspace.root), "--format", "json")
    result = CliRunner().invoke(group, command)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)["rows"]


def judge(workspace, *arguments):
    command = [sys.executable, "-m", "graphbuild", "judge", *arguments, "--reason", "we asked them"]
    return subprocess.run(
        [*command, "--workspace", str(workspace.root)], capture_output=True, text=True, check=False
    )


def test_history_tells_when_the_deal_was_first_known_and_what_changed_it(workspace):
    rows = ask(workspace, "history", "harbor-spv-loan-2026")
    assert rows[0]["known_on"] == "2026-03-20"
    assert rows[0]["effect"].startswith("first known: USD 2,500,000,000 (exact, committed)")
    assert rows[1]["effect"].endswith("drawn 900,000,000 USD")


def test_history_tells_that_a_letter_was_replaced_by_a_deal_of_its_own(workspace):
    rows = ask(workspace, "history", "cinder-lodestar-letter-2025")
    assert rows[-1]["who"] == "a related deal"
    assert rows[-1]["known_on"] == "2026-03-05"
    assert "counted -> shown (replaced by cinder-lodestar-equity-2026)" in rows[-1]["effect"]


def test_history_as_of_a_day_knows_nothing_later(workspace):
    rows = ask(workspace, "history", "cinder-lodestar-letter-2025", "--as-of", "2026-03-04")
    assert [row["known_on"] for row in rows] == ["2025-10-01"]


def test_explain_shows_each_state_of_the_money_with_its_date(workspace):
    rows = {row["what"]: row["words"] for row in ask(workspace, "explain", "harbor-spv-loan-2026")}
    assert rows["committed now"].startswith("USD 2,500,000,000 (exact")
    assert rows["drawn now"].startswith("USD 900,000,000 (exact")
    assert "as of 2026-06-30" in rows["drawn now"]
    assert rows["remaining now"].startswith("USD 1,600,000,000 (range), as of 2026-06-30")


def test_entity_shows_identifiers_vehicles_and_flows(workspace):
    rows = [(row["what"], row["words"]) for row in ask(workspace, "entity", "HBRC")]
    assert ("CIK", "9000002") in rows
    assert any(what == "under it" and "harbor-spv-i" in words for what, words in rows)
    supply = next(words for what, words in rows if what == "gives supply_contract")
    assert supply == "1 flow: firm 4 bn"


def test_conflicts_of_a_world_without_any_are_none(workspace):
    assert ask(workspace, "conflicts", "summit") == []


def test_a_judgement_is_a_dated_row_and_is_applied(tmp_path):
    workspace = small_world(tmp_path / "w")
    done = judge(workspace, "Lodestar Labs", "lodestar", "same", "--on", "2026-08-01")
    assert done.returncode == 0, done.stderr
    with (workspace.curated / "judgements.csv").open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert row == {
        "left": "Lodestar Labs", "right": "lodestar", "verdict": "same",
        "decided_on": "2026-08-01", "reason": "we asked them",
    }  # fmt: skip
    build(workspace)
    assert ask(workspace, "entity", "Lodestar Labs")[0]["words"] == "lodestar"


def test_a_judgement_that_contradicts_is_refused_with_the_path(tmp_path):
    workspace = small_world(tmp_path / "w")
    assert judge(workspace, "Lodestar Labs", "lodestar", "same").returncode == 0
    before = (workspace.curated / "judgements.csv").read_bytes()
    done = judge(workspace, "Lodestar Labs", "cinder", "same")
    assert done.returncode == 1
    assert "name:lodestar labs = id:lodestar (judged the same on" in done.stderr.replace("\n", " ")
    again = judge(workspace, "lodestar", "Lodestar Labs", "different")
    assert again.returncode == 1
    assert "were judged same" in again.stderr.replace("\n", " ")
    assert (workspace.curated / "judgements.csv").read_bytes() == before


def test_check_finds_a_sound_ledger_sound_also_in_depth(workspace):
    rows = ask(workspace, "check", "--deep")
    assert [row["result"] for row in rows] == ["ok", "ok", "ok"]


def test_check_tells_of_a_deal_that_no_claim_gives(tmp_path):
    workspace = small_world(tmp_path / "w")
    folder = build(workspace).folder
    with sqlite3.connect(folder / "ledger.sqlite") as connection:
        connection.execute("DELETE FROM flow WHERE rowid = 1")
    connection.close()
    command = ("check", "--deep", "--workspace", str(workspace.root), "--format", "json")
    result = CliRunner().invoke(group, command, standalone_mode=False)
    assert result.return_value == 1
    rows = json.loads(result.stdout)["rows"]
    assert [row["result"] for row in rows] == ["ok", "wrong", "wrong"]
    assert "flows: 1 records differ" in rows[2]["words"]


def test_evidence_tells_of_each_curated_deal_what_documents_say(workspace):
    rows = {row["deal_id"]: row["documents_say"] for row in ask(workspace, "evidence")}
    assert "confirmed" in rows.values()
    assert "only asserted" in rows.values()
    assert 0 < len(ask(workspace, "evidence", "harbor")) < len(rows)


def test_counting_splits_what_claims_add_up_to(workspace):
    for row in ask(workspace, "evidence", "--counting"):
        parts = row["counted_usd"] + row["said_again_usd"] + row["shown_usd"]
        assert parts == pytest.approx(row["raw_usd"])
        assert row["removed_share"] is None or row["removed_share"] <= 1


def test_explain_leads_a_figure_of_the_accounts_back_to_its_source(workspace):
    (row,) = ask(workspace, "explain", "lodestar.revenue")
    assert row["what"] == "2025"
    assert row["words"].startswith("USD 2,000,000,000; audited; known on 2026-03-31")
    assert "https://example.com/accounts" in row["words"]


def test_explain_takes_any_name_of_the_entity_and_knows_nothing_later(workspace):
    assert ask(workspace, "explain", "HBRC.rpo") == ask(workspace, "explain", "harbor.rpo")
    result = CliRunner().invoke(
        group,
        ["explain", "harbor.rpo", "--as-of", "2026-08-09", "--workspace", str(workspace.root)],
    )
    assert "no figure 'rpo' of harbor by 2026-08-09; known: " in str(result.exception)


def test_explain_shows_the_source_of_a_range_or_that_there_is_none(workspace):
    rows = {row["what"]: row["words"] for row in ask(workspace, "explain", "assumptions")}
    assert rows["recovery.secured"].startswith("0.60 to 0.75 (fraction); Basel Committee")
    assert "https://www.bis.org/" in rows["recovery.secured"]
    assert "assumed here: no outside source" in rows["relet.cloud"]
    assert {row["what"] for row in ask(workspace, "explain", "recovery")} < set(rows)


def test_entity_names_the_figures_that_can_be_explained(workspace):
    rows = {row["what"]: row["words"] for row in ask(workspace, "entity", "harbor")}
    names, hint = rows["figures"].split("; ")
    assert {"revenue", "rpo"} <= set(names.split(", "))
    assert hint == f"'graphbuild explain harbor.{names.split(', ')[0]}' shows the sources"


def test_a_party_given_for_a_deal_is_told_apart_from_one(workspace):
    command = ["explain", "harbor", "--workspace", str(workspace.root)]
    told = str(CliRunner().invoke(group, command).exception)
    assert "that is a party: 'graphbuild entity harbor' shows it" in told
    assert "ids that contain it: " in told
