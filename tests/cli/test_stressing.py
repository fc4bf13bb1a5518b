"""``stress``, ``reverse-stress`` and ``knock-out`` on the small bundled-like world."""

import csv
import io
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


def ask(*arguments: str):
    return CliRunner().invoke(group, arguments)


def test_list_names_scenarios_and_kinds():
    shown = ask("stress", "--list")
    assert shown.exit_code == 0
    assert "openai-revenue-30" in shown.output
    assert "chip_price" in shown.output


def test_a_default_is_answered_in_two_tables_with_receipts(root):
    shown = ask("stress", "--shock", "harbor.default=-1", "--workspace", root)
    assert shown.exit_code == 0, shown.output
    assert "who falls short of cash" in shown.stdout
    assert "who bears losses" in shown.stdout
    assert shown.stdout.strip().splitlines()[-1].startswith("snapshot ")
    assert "nothing here is a forecast" in shown.stdout


@pytest.mark.parametrize("show", ["failures", "holders", "contracts", "books"])
def test_csv_and_json_hold_the_same_rows(root, show):
    given = ("stress", "--shock", "harbor.default=-1", "--show", show, "--workspace", root)
    rows = json.loads(ask(*given, "--format", "json").stdout)["rows"]
    lines = list(csv.DictReader(io.StringIO(ask(*given, "--format", "csv").stdout)))
    assert len(rows) == len(lines) > 0
    assert list(rows[0]) == list(lines[0])


@pytest.mark.parametrize("show", ["draws", "tornado", "distress", "runway"])
def test_every_table_is_given_with_its_receipts(root, show):
    given = ("stress", "--shock", "harbor.default=-1", "--show", show, "--draws", "40")
    shown = ask(*given, "--workspace", root)
    assert shown.exit_code == 0, shown.output
    assert shown.stdout.strip().splitlines()[-1].startswith("snapshot ")


def test_draws_and_tornado_of_one_holder(root):
    given = ("stress", "--shock", "harbor.default=-1", "--draws", "40", "--workspace", root)
    rows = json.loads(ask(*given, "--show", "holders", "--format", "json").stdout)["rows"]
    holder = next(row["holder"] for row in rows if " + " not in row["holder"])
    for show in ("draws", "tornado"):
        shown = ask(*given, "--show", show, "--holder", holder)
        assert shown.exit_code == 0, shown.output
        assert " loss of " in shown.output.split("\n")[0]


def test_books_and_runway_need_no_scenario(root):
    for show in ("books", "runway"):
        assert ask("stress", "--show", show, "--workspace", root).exit_code == 0


def test_keys_that_others_read_are_all_there(root):
    given = ("stress", "--shock", "harbor.default=-1", "--format", "json", "--workspace", root)
    (row, *_) = json.loads(ask(*given, "--show", "failures").stdout)["rows"]
    assert {"quarter", "quarter_better", "quarter_middle", "party", "name", "certainty"} <= set(row)
    assert {"short_low", "short_high", "path", "clause", "buffer_basis", "cause"} <= set(row)
    (held, *_) = json.loads(ask(*given, "--show", "holders").stdout)["rows"]
    columns = [f"{c}_{e}" for c in ("firm", "contingent") for e in ("low", "middle", "high")]
    assert {"holder", "if_missing", "of_equity", "path", *columns} <= set(held)


def test_shocks_are_joined_and_the_report_is_written(root, tmp_path):
    page = tmp_path / "r.html"
    given = ("stress", "--shock", "harbor.default=-1", "--shock", "power_price=0.5@2027-Q1")
    shown = ask(*given, "--html", str(page), "--workspace", root)
    assert shown.exit_code == 0, shown.output
    assert "power_price=+0.5@2027-Q1" in shown.stdout
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    "arguments",
    [("knock-out",), ("knock-out", "contracts"), ("knock-out", "guarantees")],
    ids=" ".join,
)
def test_knock_out_ends_with_its_receipts(root, arguments):
    shown = ask(*arguments, "--workspace", root)
    assert shown.exit_code == 0, shown.output
    assert shown.stdout.strip().splitlines()[-1].startswith("snapshot ")


def _words(result):
    return result.output + str(result.exception)


def test_what_cannot_be_asked_is_said(root):
    assert "name a --scenario or a --shock" in _words(ask("stress", "--workspace", root))
    unknown = ask("stress", "--scenario", "nothing", "--workspace", root)
    assert "no scenario" in _words(unknown)
    half = ask("reverse-stress", "harbor", "--loss", "3", "--workspace", root)
    assert "go together" in _words(half)
    missing = ask("reverse-stress", "harbor", "--workspace", root)
    assert missing.exit_code != 0 or "worse" in missing.output


def test_lists_of_claims_are_cleared_without_a_workspace(tmp_path):
    edges, balances = tmp_path / "e.csv", tmp_path / "b.csv"
    edges.write_text("debtor,creditor,amount\no,p,10\np,q,9\n", encoding="utf-8")
    balances.write_text("node,external_assets\no,12\np,1\nq,1\n", encoding="utf-8")
    given = ("stress", "--edges", str(edges), "--balances", str(balances))
    rows = json.loads(ask(*given, "--shock", "o.revenue=-40%", "--format", "json").stdout)["rows"]
    assert [(row["node"], row["defaults"]) for row in rows] == [
        ("o", "yes"),
        ("p", "yes"),
        ("q", "no"),
    ]
    assert "go together" in _words(ask("stress", "--edges", str(edges)))
    lists = ("--edges", str(edges), "--balances", str(balances))
    turned = json.loads(ask("reverse-stress", "o", *lists, "--format", "json").stdout)["rows"]
    assert [row["node"] for row in turned] == ["o", "p"]
    assert "name the node" in _words(ask("reverse-stress", *lists))
    stones = json.loads(ask("knock-out", *lists, "--format", "json").stdout)["rows"]
    assert stones[0]["what"] == "o"
    assert "Clearing of e.csv" in ask(*given, "--kept", "0.5").stdout
