import csv
import json
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


def export(workspace, form, output):
    command = ("export", form, "-o", str(output), "--workspace", str(workspace.root))
    result = CliRunner().invoke(group, command)
    assert result.exit_code == 0, result.output


def test_ftm_has_a_line_for_each_party_and_contract(workspace, tmp_path):
    export(workspace, "ftm", tmp_path / "world.ftm.json")
    lines = (tmp_path / "world.ftm.json").read_text("utf-8").splitlines()
    things = {thing["id"]: thing for thing in map(json.loads, lines)}
    assert things["harbor"]["properties"]["cikCode"] == ["9000002"]
    award = things["flow..lodestar-harbor-cloud-2026"]
    assert award["schema"] == "ContractAward"
    contract = things[award["properties"]["contract"][0]]
    assert contract["properties"]["authority"] == ["lodestar"]
    assert things["flow..cinder-quarry-guarantee-2026"]["schema"] == "UnknownLink"


def test_csv_has_a_file_for_each_table_of_the_ledger(workspace, tmp_path):
    export(workspace, "csv", tmp_path)
    with (tmp_path / "deals.csv").open(encoding="utf-8", newline="") as stream:
        rows = {row["deal_id"]: row for row in csv.DictReader(stream)}
    assert rows["harbor-notes-2025"]["amount.point"] == "1000000000"
    assert {path.stem for path in tmp_path.glob("*.csv")} >= {
        "claims", "deals", "flows", "entities", "documents", "decisions", "figures", "meta",
    }  # fmt: skip


def test_parquet_holds_the_same_rows(workspace, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    export(workspace, "parquet", tmp_path)
    rows = {
        row["deal_id"]: row for row in parquet.read_table(tmp_path / "deals.parquet").to_pylist()
    }
    assert rows["harbor-notes-2025"]["amount.point"] == "1000000000"


def test_parquet_without_pyarrow_says_what_to_install(workspace, tmp_path):
    code = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "from graphbuild.cli import main\n"
        f"sys.argv = ['graphbuild', 'export', 'parquet', '-o', {str(tmp_path)!r}, "
        f"'--workspace', {str(workspace.root)!r}]\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "graphbuild[parquet]" in done.stderr
