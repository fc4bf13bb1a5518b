"""review, asked of the small world with one more filing in it."""

import csv
import datetime as dt
import json
import shutil

import pytest
from click.testing import CliRunner

from graphbuild.cli import group
from graphbuild.rebuild.inputs import Folder
from graphbuild.rebuild.run import rebuild
from graphbuild.rebuild.world import open_world
from graphbuild.settings import load_settings
from tests.rebuild.worlds import DOCUMENTS, NOW, replace_in, small_world

LOAN = "On May 4, 2026, Summit Bank lent Lodestar $300 million under a term loan."
PRAISE = "Lodestar praised the $9 billion campus that Cinder Semiconductor Corp. described."
SMALL = "Cinder Semiconductor Corp. praised a $2 million gift of chips."
FILING = f"""<html><head><title>Harbor Compute, Inc. 8-K</title></head><body>
<p>UNITED STATES SECURITIES AND EXCHANGE COMMISSION</p><p><b>FORM 8-K</b></p>
<p><b>Harbor Compute, Inc.</b></p><p><b>Item 8.01 Other Events</b></p>
<p>{LOAN}</p><p>{PRAISE}</p><p>{SMALL}</p></body></html>"""
HEADER = "path,kind,company,cik,accession,filed,period\n"
ROW = "harbor-8k.htm,8-K,Harbor Compute,9000002,0009000002-26-000009,2026-05-05,2026-05-04\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    root = tmp_path_factory.mktemp("review")
    folder = root / "documents"
    shutil.copytree(DOCUMENTS.path, folder)
    (folder / "harbor-8k.htm").write_text(FILING, encoding="utf-8")
    text = (folder / "manifest.csv").read_text(encoding="utf-8").rstrip("\n") + "\n"
    assert text.startswith(HEADER)
    (folder / "manifest.csv").write_text(text + ROW, encoding="utf-8")
    workspace = small_world(root / "w")
    build(workspace)
    return workspace


@pytest.fixture
def workspace(built, tmp_path):
    shutil.copytree(built.root.parent, tmp_path / "copy")
    return type(built)(tmp_path / "copy" / "w")


def build(workspace):
    """A rebuild an hour after the last one: snapshots are named by the second."""
    built = len(list(workspace.snapshots.glob("*"))) if workspace.snapshots.is_dir() else 0
    now = NOW + dt.timedelta(hours=built)
    folder = Folder(path=workspace.root.parent / "documents")
    return rebuild(workspace, load_settings(workspace.root, {}), now, [folder], is_forced=True)


def run(workspace, *arguments):
    return CliRunner().invoke(group, (*arguments, "--workspace", str(workspace.root)))


def ask(workspace, *arguments):
    result = run(workspace, "review", *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def decide(workspace, *arguments):
    result = run(workspace, "review", *arguments, "--reason", "we read it", "--on", "2026-08-01")
    assert result.exit_code == 0, (result.output, result.exception)
    return result.output


def loan_of(workspace):
    rows = ask(workspace, "--show", "claims")["rows"]
    return next(row for row in rows if row["figure_usd"] == 300e6)


def test_missed_sentences_are_listed_by_how_much_they_could_move(built):
    rows = ask(built)["rows"]
    assert [row["says"] for row in rows] == [PRAISE, SMALL]
    assert [row["figure_usd"] for row in rows] == [9e9, 2e6]
    assert rows[0]["could_move_usd"] > rows[1]["could_move_usd"] > 0
    assert (rows[0]["path"], rows[0]["names"]) == (
        "harbor-8k.htm",
        "Lodestar, Cinder Semiconductor Corp.",
    )


def test_the_weight_is_the_figure_times_its_part_of_what_is_then_known(built):
    (known,) = {round(9e9 * 9e9 / row["could_move_usd"] - 9e9) for row in ask(built)["rows"][:1]}
    world = open_world(built)
    sums = {"lodestar": [0.0] * 3, "cinder": [0.0] * 3, "harbor": [0.0] * 3}
    for source, target, data in world.graph.edges(data=True):
        if data["standing"] != "shown":
            for party in {source, target} & sums.keys():
                for i, column in enumerate(("firm", "contingent", "headline")):
                    high = data[f"{column}_high"]
                    sums[party][i] += data[f"{column}_low"] if high is None else high
    assert known == round(min(max(columns) for columns in sums.values()))


def test_a_party_limits_the_list(built):
    assert [row["says"] for row in ask(built, "--entity", "lodestar")["rows"]] == [PRAISE]


def test_an_id_shows_the_whole_text_and_how_it_was_read(built):
    item = loan_of(built)
    rows = {row["what"]: row["words"] for row in ask(built, item["id"])["rows"]}
    assert rows["text"] == f"“{LOAN}”"
    assert rows["read as"].startswith("Summit Bank -> Lodestar; loan; USD 300,000,000 (exact)")
    assert rows["decision"] == "none"
    assert ask(built, item["id"][:9])["title"].startswith(item["id"])


def test_a_decision_is_a_row_and_leaves_the_list_at_once(workspace):
    first = ask(workspace)["rows"][0]["id"]
    said = decide(workspace, first, "reject")
    assert "'graphbuild rebuild' applies it" in said
    with (workspace.curated / "reviews.csv").open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["statement_id"], row["decision"], row["decided_on"], row["reviewer"]) == (
        first, "reject", "2026-08-01", "",
    )  # fmt: skip
    answer = ask(workspace)
    assert [row["says"] for row in answer["rows"]] == [SMALL]
    assert "1 newer decisions take effect with 'graphbuild rebuild'" in answer["notes"]


def test_a_rejected_claim_is_in_no_deal_after_a_rebuild_and_explains_itself(workspace):
    item = loan_of(workspace)
    before = build(workspace).counts["deals"]
    decide(workspace, item["id"], "reject", "--reviewer", "R. Iver")
    outcome = build(workspace)
    assert outcome.counts["deals"] == before - 1
    assert outcome.counts["claims_rejected"] == 1
    result = run(workspace, "explain", item["id"], "--format", "json")
    rows = {row["what"]: row["words"] for row in json.loads(result.stdout)["rows"]}
    assert rows["review"] == "reject on 2026-08-01 by R. Iver: we read it"
    assert rows["in sums"].startswith("no;")
    as_of = run(workspace, "flows", "--as-of", "2026-07-01", "--format", "json")
    assert 300e6 not in [row["usd_high"] for row in json.loads(as_of.stdout)["rows"]]


def test_a_corrected_claim_shows_both_versions_under_either_id(workspace):
    item = loan_of(workspace)
    decide(workspace, item["id"], "correct", "--amount", "350", "--qualifier", "up_to")
    build(workspace)
    result = run(workspace, "explain", item["id"], "--format", "json")
    words = " ".join(row["words"] for row in json.loads(result.stdout)["rows"])
    assert "USD 0 to 350,000,000 (up_to" in words
    assert f"was read as: {item['says']} ({item['id']})" in words
    assert "review: correct on 2026-08-01: we read it" in words


def test_a_missed_sentence_becomes_a_claim_and_a_deal(workspace):
    first = ask(workspace)["rows"][0]["id"]
    decide(
        workspace, first, "correct", "--source", "cinder", "--target", "lodestar",
        "--instrument", "vendor_financing", "--status", "announced", "--amount", "9000",
    )  # fmt: skip
    build(workspace)
    result = run(workspace, "explain", first, "--format", "json")
    assert result.exit_code == 0, result.output
    words = {row["what"]: row["words"] for row in json.loads(result.stdout)["rows"]}
    assert words["who to whom"] == "cinder -> lodestar"
    assert PRAISE in words["evidence"]


def test_a_changed_text_opens_the_decision_again_and_says_so(workspace):
    decide(workspace, loan_of(workspace)["id"], "reject")
    build(workspace)
    assert [row["state"] for row in ask(workspace, "--show", "decided")["rows"]] == ["applied"]
    replace_in(
        workspace.root.parent / "documents" / "harbor-8k.htm", "$300 million", "$310 million"
    )
    outcome = build(workspace)
    assert [i.code for i in outcome.issues if i.code.startswith("review")] == ["review-open-again"]
    (row,) = ask(workspace, "--show", "decided")["rows"]
    assert row["state"] == "open again: text changed"
    figures = [row["figure_usd"] for row in ask(workspace, "--show", "claims")["rows"]]
    assert 310e6 in figures


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("MISSED", "accept", "--reason", "x"), "has no claim to accept"),
        (("MISSED", "correct", "--reason", "x"), "a sentence made a claim needs"),
        (("MISSED", "reject"), "no --reason"),
        (("clm-nothing", "reject", "--reason", "x"), "no claim or missed sentence"),
        (("LOAN", "correct", "--reason", "x"), "a correction that corrects nothing"),
    ],
)
def test_what_cannot_be_decided_is_refused_and_nothing_written(workspace, arguments, words):
    names = {"MISSED": ask(workspace)["rows"][0]["id"], "LOAN": loan_of(workspace)["id"]}
    result = run(workspace, "review", *(names.get(word, word) for word in arguments))
    assert words in str(result.exception)
    assert not (workspace.curated / "reviews.csv").exists()


def test_a_decision_can_be_changed_and_the_row_stays(workspace):
    item = loan_of(workspace)["id"]
    decide(workspace, item, "reject")
    build(workspace)
    said = decide(workspace, item, "accept")
    assert "it replaces the decision of 2026-08-01" in said
    build(workspace)
    states = [row["state"] for row in ask(workspace, "--show", "decided")["rows"]]
    assert states == ["replaced", "applied"]
