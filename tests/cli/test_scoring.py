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


@pytest.mark.parametrize("rates", [("0", "0.5"), ("0%", "50%")])
def test_growth_is_taken_as_percent_or_fraction(root, rates):
    notes = " ".join(ask_json(root, "coverage", "lodestar", "--growth", *rates)["notes"])
    assert "revenue growing +0%, +25%, +50% a year" in notes


@pytest.mark.parametrize("rate", ["50", "much", "nan"])
def test_growth_without_its_percent_sign_is_refused_and_not_believed(root, rate):
    result = ask(root, "coverage", "lodestar", "--growth", "0", rate)
    assert result.exit_code == 2


def test_an_unknown_loop_is_an_error_and_no_empty_answer(root):
    assert "no loop 'loop-x'" in str(ask(root, "cycles", "--loop", "loop-x").exception)


def test_concentration_takes_states_of_money_as_one_only_when_asked(root):
    assert "all" not in {row["basis"] for row in ask_json(root, "concentration")["rows"]}
    both = ask_json(root, "concentration", "--basis", "all")["rows"]
    assert {row["basis"] for row in both} == {"all"}
    assert ask(root, "concentration", "--disclosed", "--side", "lender").exit_code == 2


def test_notes_on_what_moves_a_row_name_the_row(root):
    notes = [n for n in ask_json(root, "structure")["notes"] if n.startswith("Finn's index")]
    names = [note.split(":")[0] for note in notes]
    assert len(names) == len(set(names)) > 0


def test_events_without_a_date_come_after_those_with_one(root):
    dates = [row["date"] == "undated" for row in ask_json(root, "events")["rows"]]
    assert dates == sorted(dates)
