"""Every score's command on a small published world."""

import json

import pytest
from click.testing import CliRunner

from graphbuild.cli import group
from tests.rebuild.worlds import build, small_world


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    workspace = small_world(tmp_path_factory.mktemp("world") / "w")
    build(workspace)
    return str(workspace.root)


def ask(root, *arguments):
    return CliRunner().invoke(group, [*arguments, "--workspace", root])


def ask_json(root, *arguments):
    result = ask(root, *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.mark.parametrize(
    "arguments",
    [("roundtrip",), ("roundtrip", "summit"), ("debt",), ("debt", "harbor"),
     ("debt", "harbor", "--vehicles"), ("capacity",), ("capacity", "harbor"),
     ("dependence", "harbor"), ("dependence", "harbor", "--on", "summit"), ("structure",),
     ("structure", "--null", "9", "--within-kinds"), ("circulation",)],
    ids=" ".join,
)  # fmt: skip
def test_every_answer_ends_with_its_receipt(root, arguments):
    table = ask(root, *arguments)
    assert table.exit_code == 0, table.output
    assert table.stdout.strip().splitlines()[-1].startswith("snapshot ")
    assert {"rows", "notes", "snapshot"} <= set(ask_json(root, *arguments))


def test_debt_of_one_borrower_by_year_ends_with_its_maturity(root):
    rows = ask_json(root, "debt", "harbor")["rows"]
    assert rows == sorted(rows, key=lambda row: row["year"])
    assert {row["vehicle"] for row in rows} == {"(all)"}
    assert sum(row["principal_central"] for row in rows) > 0


def test_rank_carries_its_warning(root):
    for arguments in (("structure",), ("structure", "--null", "3")):
        notes = ask_json(root, *arguments)["notes"]
        assert any("no sampling frame" in note for note in notes)


def test_party_without_contracts_is_said_to_have_none(root):
    notes = ask_json(root, "dependence", "harbor", "--on", "summit")["notes"]
    assert any("no contract with it is known here" in note for note in notes)
