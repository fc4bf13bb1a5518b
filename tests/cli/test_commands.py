import json
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from graphbuild.cli import COMMANDS, group
from tests.rebuild.worlds import DOCUMENTS, build, small_world


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    workspace = small_world(tmp_path_factory.mktemp("world") / "w")
    build(workspace)
    return str(workspace.root)


def ask(*arguments: str):
    return CliRunner().invoke(group, arguments)


def ask_json(root: str, *arguments: str):
    result = ask(*arguments, "--workspace", root, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_listed_command_exists_and_explains_itself(name):
    result = ask(name, "--help")
    assert result.exit_code == 0
    assert "Usage" in result.output


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_option_says_what_it_does(name):
    command = group.get_command(click.Context(group), name)
    parts = list(command.commands.values()) if isinstance(command, click.Group) else [command]
    for option in (each for part in parts for each in part.params):
        assert not isinstance(option, click.Option) or option.help, option.name


def test_help_loads_nothing_heavy():
    code = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from graphbuild.cli import group\n"
        "assert CliRunner().invoke(group, ['--help']).exit_code == 0\n"
        "heavy = {'pandas', 'networkx', 'pyvis', 'scipy', 'lxml', 'requests', 'pydantic'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "arguments",
    [("flows",), ("exposure",), ("exposure", "harbor"), ("cycles",), ("concentration",),
     ("coverage",), ("explain", "harbor-notes-2025"), ("status",)],
    ids=" ".join,
)  # fmt: skip
def test_every_answer_ends_with_snapshot_date_and_weakest_source(root, arguments):
    table = ask(*arguments, "--workspace", root)
    assert table.exit_code == 0, table.output
    closing = table.stdout.strip().splitlines()[-1]
    assert closing.startswith("snapshot ")
    assert "as of 2026-08-10" in closing
    assert "weakest source: " in closing
    answer = ask_json(root, *arguments)
    assert {"snapshot", "as_of", "flows", "weakest_source", "rows"} <= set(answer)


def test_csv_holds_plain_numbers_and_keeps_the_closing_line_aside(root):
    result = ask("exposure", "--workspace", root, "--format", "csv")
    header, first = result.stdout.splitlines()[:2]
    assert header.split(",")[0] == "holder"
    assert first.startswith("summit,")
    assert "snapshot" not in result.stdout
    assert "weakest source" in result.stderr


def test_exposure_of_the_cloud_is_its_ceiling_and_not_firm(root):
    rows = {row["holder"]: row for row in ask_json(root, "exposure")["rows"]}
    assert (rows["harbor"]["contingent_low"], rows["harbor"]["contingent_high"]) == (0, 6e9)
    assert rows["harbor"]["firm_high"] == 0
    assert rows["summit"]["firm_low"] == rows["summit"]["firm_high"] == 33e9


def test_flows_of_an_alias_are_those_of_the_entity(root):
    by_alias = ask_json(root, "flows", "Harbor Compute")["rows"]
    by_ticker = ask_json(root, "flows", "HBRC")["rows"]
    assert by_alias == by_ticker
    assert {row["flow_id"] for row in by_alias} >= {"harbor-notes-2025", "harbor-quarry-lease-2026"}


def test_explain_shows_the_sentence_and_where_it_stands(root):
    rows = ask_json(root, "explain", "harbor-notes-2025")["rows"]
    words = " ".join(row["words"] for row in rows)
    assert "8.25% Senior Notes due 2030" in words
    assert "accession 0009000002-26-000007" in words
    assert "https://example.com/harbor-notes-2025" in words


def test_unknown_name_is_told_with_the_nearest(root):
    result = subprocess.run(
        [sys.executable, "-m", "graphbuild", "flows", "Harbour Comput", "--workspace", root],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 1
    assert "nearest: harbor" in result.stderr


def test_a_workspace_without_snapshot_says_what_to_do(tmp_path):
    result = subprocess.run(
        [sys.executable, "-m", "graphbuild", "flows", "--workspace", str(tmp_path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 1
    assert "graphbuild rebuild --offline" in result.stderr


def test_wrong_usage_exits_with_two():
    done = subprocess.run(
        [sys.executable, "-m", "graphbuild", "flows", "--as-of", "June"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "2026-06" in done.stderr


def test_map_is_written_as_one_file(root, tmp_path):
    page = tmp_path / "map.html"
    result = ask("map", "overview", "-o", str(page), "--workspace", root)
    assert result.exit_code == 0, result.output
    assert "Lodestar AI" in page.read_text("utf-8")


def test_extract_writes_claims_that_quote_their_document():
    result = ask("extract", "--documents", str(DOCUMENTS.path))
    assert result.exit_code == 0, result.output
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert all(row["doc"] == "harbor-10q.htm" for row in rows)
    notes = [row for row in rows if row["instrument"] == "bond"]
    assert sorted(row["amount"] for row in notes) == [450_000_000, 1_000_000_000]
    assert all(row["quote"] for row in rows)


def test_extract_tells_people_figures_dates_and_what_gives_no_claims(tmp_path):
    (tmp_path / "lent.txt").write_text(
        "DALLAS, March 4, 2025 -- Harbor Compute, Inc. said that it borrowed up to $750 million "
        "from Northgate Bank, N.A. under a term loan.\n"
    )
    facts = {"cik": 1, "entityName": "N", "facts": {"us-gaap": {"Revenues": {"units": {"USD": [
        {"start": "2025-01-01", "end": "2025-12-31", "val": 5, "accn": "0000000001-26-000001",
         "fy": 2025, "fp": "FY", "form": "10-K", "filed": "2026-02-26"}]}}}}}  # fmt: skip
    (tmp_path / "facts.json").write_text(json.dumps(facts))
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "unknown").write_text("nothing much\n")
    result = ask("extract", "--documents", str(tmp_path), "--format", "table")
    assert result.exit_code == 0, result.output
    assert "| loan | up to USD 750,000,000 | " in result.stdout
    assert "| 2025-03-04 | lent.txt" in result.stdout
    told = result.stderr
    assert "facts.json: a company's own figures" in told
    assert "pdftotext" in told
    assert "unknown: nothing in it tells what it is (save it as" in told


def test_import_stores_once_and_rebuild_reads_the_archive(tmp_path):
    workspace = small_world(tmp_path / "w")
    first = ask("import", str(DOCUMENTS.path), "--workspace", str(workspace.root))
    again = ask("import", str(DOCUMENTS.path), "--workspace", str(workspace.root))
    assert first.stdout.startswith("1 files stored, 0 already there")
    assert again.stdout.startswith("0 files stored, 1 already there")
    assert build(workspace, documents=False).counts["documents"] == 1


def test_init_copies_tables_and_leaves_edited_ones_alone(tmp_path):
    assert ask("init", str(tmp_path)).exit_code == 0
    deals = tmp_path / "data" / "curated" / "deals.csv"
    deals.write_text("mine")
    result = ask("init", str(tmp_path))
    assert deals.read_text() == "mine"
    assert f"kept {deals}" in result.stdout


def test_online_rebuild_without_identity_asks_for_it_before_any_request(tmp_path):
    workspace = small_world(tmp_path / "w")
    done = subprocess.run(
        [sys.executable, "-m", "graphbuild", "rebuild", "--workspace", str(workspace.root)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "GRAPHBUILD_SEC_IDENTITY" in done.stderr


def test_evaluate_tells_four_tiers_and_what_was_missed(tmp_path):
    found = tmp_path / "found.jsonl"
    found.write_text(ask("extract", "--documents", str(DOCUMENTS.path)).stdout)
    notes = {
        "doc": "harbor-10q.htm", "source": "unnamed:noteholders", "target": "harbor-compute",
        "target_name": "Harbor Compute, Inc.", "instrument": "bond", "amount": 450_000_000,
        "currency": "USD", "qualifier": "exact", "status": "funded", "core": True,
    }  # fmt: skip
    gold = tmp_path / "gold.jsonl"
    missed = {**notes, "amount": 7_000_000, "hint": "seven million of other notes"}
    gold.write_text("\n".join(json.dumps(claim) for claim in (notes, missed)))
    scope = tmp_path / "scope.csv"
    scope.write_text("doc,scope,sections\nharbor-10q.htm,partial,\n")
    result = ask(
        "evaluate", str(found), "--gold", str(gold), "--scope", str(scope), "--errors", "5"
    )
    assert result.exit_code == 0, result.output
    assert "fact      precision 0.000  recall 0.500" in result.stdout
    assert "seven million of other notes" in result.stdout


def test_a_reader_that_has_seen_enough_is_no_failure(root):
    command = f"{sys.executable} -m graphbuild flows --limit 300 --workspace {root}"
    script = f"set -o pipefail; {command} | head -n 1"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_coverage_without_any_figure_of_the_company_answers(tmp_path):
    workspace = small_world(tmp_path / "w")
    (workspace.curated / "deals.csv").unlink()
    build(workspace)
    result = ask("coverage", "Harbor Compute", "--workspace", str(workspace.root))
    assert result.exit_code == 0, result.output


def test_a_rebuild_without_the_folder_of_the_last_one_says_so(tmp_path):
    workspace = small_world(tmp_path / "w")
    build(workspace)
    result = ask("rebuild", "--offline", "--workspace", str(workspace.root))
    assert f"graphbuild import {DOCUMENTS.path}" in result.stderr


def test_an_impossible_folder_is_told_and_not_thrown(tmp_path):
    (tmp_path / "file").write_text("in the way")
    done = subprocess.run(
        [sys.executable, "-m", "graphbuild", "init", str(tmp_path / "file" / "x")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "name another folder" in done.stderr


def test_a_folder_without_any_file_is_refused_and_not_taken_for_no_folder(tmp_path):
    workspace = small_world(tmp_path / "w")
    (tmp_path / "empty").mkdir()
    result = ask(
        "rebuild", "--offline", "--workspace", str(workspace.root),
        "--documents", str(tmp_path / "empty"),
    )  # fmt: skip
    assert result.exit_code == 1
    assert "no documents in" in str(result.exception)
    assert not workspace.outputs.exists()


def test_flows_of_one_kind_of_source_are_those_the_closing_line_means(root):
    everything = ask_json(root, "flows", "--limit", "999")
    weakest = everything["weakest_source"]
    rows = ask_json(root, "flows", "--tier", weakest, "--limit", "999")["rows"]
    wanted = [row["flow_id"] for row in everything["rows"] if row["tier"] == weakest]
    assert [row["flow_id"] for row in rows] == wanted != []


@pytest.mark.parametrize("width", [80, 100, 120, 200])
def test_every_flow_shows_its_money_and_its_id_at_any_usual_width(root, width):
    shown = CliRunner().invoke(
        group, ["flows", "--limit", "99", "--workspace", root], env={"COLUMNS": str(width)}
    )
    for row in ask_json(root, "flows", "--limit", "99")["rows"]:
        assert row["flow_id"] in shown.stdout
    hidden = [line for line in shown.stdout.splitlines() if "not shown" in line]
    for column in ("firm", "contingent", "headline", "past or value"):
        assert column.split()[0] in shown.stdout.splitlines()[1]
        assert not any(column in line for line in hidden)
