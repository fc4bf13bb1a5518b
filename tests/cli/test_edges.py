"""Questions about a list of payments, without a workspace."""

import json

import pytest

from graphbuild.cli import group

LIST = "source,target,amount,high\nv,o,6,\no,r,8,10\nr,v,5,\n(outside),o,2,\nr,(outside),4,\n"


@pytest.fixture
def ask(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")

    def run(*words):
        group.main([*words, "--edges", str(path), "--format", "json"], standalone_mode=False)
        return json.loads(capsys.readouterr().out)

    return run


def test_round_trip_of_a_list(ask):
    answer = ask("roundtrip", "v")
    row = next(row for row in answer["rows"] if row["amounts"] == "amount")
    assert (row["capital"], row["revenue"], row["upper"]) == (6.0, 5.0, 5.0)
    assert row["lower"] <= row["proportional"] <= row["upper"]
    assert answer["snapshot"].startswith("edges ")
    assert answer["as_of"] == "undated"


def test_loops_circulation_concentration_and_structure_of_a_list(ask):
    assert [row["nodes"] for row in ask("cycles")["rows"]] == ["o -> r -> v"]
    rows = ask("circulation")["rows"]
    assert {row["circulating_low"] for row in rows} == {5.0}
    sides = {(row["entity_id"], row["side"]) for row in ask("concentration")["rows"]}
    assert ("v", "customer") in sides
    rows = ask("structure", "--null", "5")["rows"]
    assert {row["clock"] for row in rows} == {"life"}
    assert any("rank" in note for note in ask("structure", "--null", "5")["notes"])


def test_vendor_that_is_not_in_the_list_is_named(ask):
    with pytest.raises(LookupError, match="pays nobody"):
        ask("roundtrip", "nobody")
