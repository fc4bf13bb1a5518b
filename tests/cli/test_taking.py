"""import-ftm: investigators' files beside the small world."""

import csv
import json

import pytest
from click.testing import CliRunner

from graphbuild.cli import group
from tests.rebuild.worlds import build, small_world

LINES = (
    {"id": "x-1", "schema": "Company",
     "properties": {"name": ["HARBOR COMPUTE"], "cikCode": ["0009000002"]}},
    {"id": "x-2", "schema": "Person", "properties": {"name": ["Ada Example"]}},
    {"id": "x-3", "schema": "Debt",
     "properties": {"creditor": ["x-2"], "debtor": ["x-1"], "amount": ["5000000"],
                    "currency": ["USD"]}},
    {"id": "x-4", "schema": "Vessel", "properties": {"name": ["Pine"]}},
)  # fmt: skip


@pytest.fixture
def workspace(tmp_path):
    found = small_world(tmp_path / "w")
    build(found)
    return found


def take(workspace, tmp_path, *options):
    path = tmp_path / "theirs.ftm.json"
    path.write_text("".join(json.dumps(line) + "\n" for line in LINES), encoding="utf-8")
    command = ("import-ftm", str(path), "--workspace", str(workspace.root), "--format", "json")
    result = CliRunner().invoke(group, (*command, *options))
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_parties_are_matched_by_identifier_and_relations_are_listed(workspace, tmp_path):
    found = take(workspace, tmp_path)
    rows = {row["theirs"]: row for row in found["rows"]}
    assert (rows["HARBOR COMPUTE"]["what"], rows["HARBOR COMPUTE"]["ours"]) == ("party", "harbor")
    assert rows["Ada Example"]["what"] == "new party"
    assert rows["x-3"]["ours"] == "ada-example -> harbor"
    assert rows["x-3"]["amount_usd"] == 5_000_000
    assert any("1 Vessel" in note for note in found["notes"])


def test_new_parties_become_rows_once(workspace, tmp_path):
    take(workspace, tmp_path, "--add")
    with (workspace.curated / "entities.csv").open(encoding="utf-8", newline="") as stream:
        rows = {row["entity_id"]: row for row in csv.DictReader(stream)}
    assert rows["ada-example"]["name"] == "Ada Example"
    assert rows["ada-example"]["kind"] == "person"
    build(workspace, minutes=5)
    again = take(workspace, tmp_path)
    assert {row["what"] for row in again["rows"]} == {"party", "Debt"}
