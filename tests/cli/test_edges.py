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


DATED = (
    "source,target,amount,low,high,instrument,start,end,rate\n"
    "lab,cloud,30,24,36,cloud_contract,2026-07-01,2028-12-31,\n"
    "bank,cloud,10,,,loan,2025-01-01,2028-12-31,5%\n"
    "fund,lab,8,,,equity,2026-01-01,,\n"
)
FIGURES = (
    "entity,metric,value,end,start\n"
    "lab,cash,5,2026-06-30,\nlab,revenue,4,2025-12-31,2025-01-01\n"
    "cloud,operating_cash_flow,1,2025-12-31,2025-01-01\ncloud,backlog,60,2026-03-31,\n"
)


@pytest.fixture
def ask_dated(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dated.csv").write_text(DATED, encoding="utf-8")
    (tmp_path / "figures.csv").write_text(FIGURES, encoding="utf-8")

    def run(*words):
        lists = ("--edges", "dated.csv", "--figures", "figures.csv")
        group.main([*words, *lists, "--format", "json"], standalone_mode=False)
        return json.loads(capsys.readouterr().out)

    return run


def test_dues_debt_capacity_exposure_and_dependence_of_a_list(ask_dated):
    dues = ask_dated("coverage", "lab")
    assert dues["as_of"] == "2026-06-30"
    year = next(row for row in dues["rows"] if row["year"] == 2027)
    assert year["firm_ratio_stated"] == pytest.approx(36 * 365 / 915 / 4, abs=0.02)
    quarters = ask_dated("coverage", "lab", "--quarters", "--growth", "0", "0")
    assert any("first quarter it cannot pay" in note for note in quarters["notes"])
    debt = ask_dated("debt", "cloud")["rows"]
    assert sum(row["principal_central"] for row in debt) == pytest.approx(10)
    assert ask_dated("capacity")["rows"][0]["entity_id"] == "cloud"
    exposed = ask_dated("exposure", "--to", "lab")["rows"]
    assert {row["holder"] for row in exposed} >= {"cloud", "fund"}
    assert ask_dated("dependence", "cloud", "--on", "lab")["rows"][0]["is_only"] is True


def test_exposure_of_the_one_it_is_measured_to_is_that_of_everybody_else(ask_dated):
    everybody = ask_dated("exposure", "--to", "lab")["rows"]
    assert everybody
    assert ask_dated("exposure", "lab", "--to", "lab")["rows"] == everybody


def test_every_answer_says_what_moves_it_most(ask_dated):
    for words in (("coverage", "lab"), ("exposure", "--to", "lab"), ("debt",), ("capacity",)):
        answer = ask_dated(*words)
        assert all("moves_most" in row for row in answer["rows"])


def test_figures_without_a_list_and_unreadable_figures_are_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "figures.csv").write_text(FIGURES, encoding="utf-8")
    with pytest.raises(Exception, match="--figures goes with --edges"):
        group.main(["coverage", "lab", "--figures", "figures.csv"], standalone_mode=False)
    (tmp_path / "dated.csv").write_text(DATED, encoding="utf-8")
    (tmp_path / "figures.csv").write_text("entity,metric,value,end\nlab,cash,much,2026\n")
    words = ["coverage", "lab", "--edges", "dated.csv", "--figures", "figures.csv"]
    with pytest.raises(Exception, match="line 2: value or date not readable"):
        group.main(words, standalone_mode=False)


def test_lenders_in_common_of_a_list_and_their_overlap(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lines = [
        "source,target,amount,instrument",
        "bank,one,5,loan",
        "bank,two,3,loan",
        "fund,two,1,loan",
    ]
    (tmp_path / "list.csv").write_text("\n".join(lines), encoding="utf-8")
    words = ["concentration", "one", "--lenders", "--edges", "list.csv", "--format", "json"]
    group.main(words, standalone_mode=False)
    row = json.loads(capsys.readouterr().out)["rows"][0]
    assert (row["borrower"], row["other"], row["lenders"], row["overlap"]) == (
        "one",
        "two",
        "bank",
        0.5,
    )
    with pytest.raises(Exception, match="two tables"):
        group.main([*words, "--disclosed"], standalone_mode=False)


def test_market_value_capital_flows_and_vehicles_are_tables_of_their_own(ask_dated):
    flows = ask_dated("capacity", "--flows", "tier")["rows"]
    assert {row["family"] for row in flows} == {"debt", "equity"}
    assert {row["source"] for row in flows} == {"others"}
    assert ask_dated("debt", "--sponsors")["rows"] == []
    assert ask_dated("exposure", "--to", "lab", "--resting")["rows"] == []
    with pytest.raises(Exception, match="about all together"):
        ask_dated("capacity", "lab", "--flows", "country")


def test_who_cannot_pay_first_is_a_table_of_numbers(ask_dated):
    answer = ask_dated("coverage", "--runway", "--growth", "0", "0")
    assert [row["entity_id"] for row in answer["rows"]] == ["lab"]
    row = answer["rows"][0]
    assert (row["cash"], row["growth_central"]) == (5.0, 0.0)
    assert row["short_low"] < "2028" < row["horizon"]
    assert row["gap_low"] > row["gap_high"] > 0


def test_a_list_has_firm_money_only_and_nothing_of_it_is_open(ask):
    row = next(r for r in ask("exposure", "--to", "o")["rows"] if r["holder"] == "r")
    assert (row["firm_low"], row["firm_high"]) == (8.0, 10.0)
    assert (row["contingent_high"], row["headline_high"], row["lookthrough_high"]) == (0, 0, 10.0)
    assert ask("cycles")["rows"][0]["bottleneck_high"] == 5.0


def test_dues_of_a_list_without_dates_say_what_is_missing(ask):
    with pytest.raises(LookupError, match="give its lines a start and an end"):
        ask("coverage", "o")
