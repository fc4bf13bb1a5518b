"""Reverse stress and knock-out on the small world of the stress tests."""

import pytest

from graphbuild.contagion.corners import BETTER, MIDDLE, WORSE
from graphbuild.contagion.losses import COLUMNS, loss_columns
from graphbuild.contagion.reverse import smallest_shock
from graphbuild.contagion.stress import run_corners, run_scenario
from graphbuild.contagion.turning import _who_owes, cut_for_loss, knock_out, smallest_cuts
from tests.contagion.test_stress import scenario, small_model


def test_the_cut_found_breaks_and_a_little_less_does_not():
    model = small_model()
    for row in smallest_cuts(model, "lab", "revenue", failures=2):
        corner = {"worse": WORSE, "middle": MIDDLE, "better": BETTER}[row["end"]]
        if row["cut"] is None:
            continue
        broken = run_scenario(model, scenario(f"lab.revenue={-row['cut']:.9f}"), corner)
        whole = run_scenario(model, scenario(f"lab.revenue={-row['cut'] + 1e-4:.9f}"), corner)
        assert len(broken.failed) >= row["failures"] > len(whole.failed)


def test_first_failure_is_where_the_sum_of_cuts_meets_the_cash():
    # Better end: 10 a quarter are planned over 20 quarters, cash is 10: a cut above 5 percent.
    rows = smallest_cuts(small_model(), "lab", "revenue", failures=1)
    better = next(row for row in rows if row["end"] == "better")
    assert better["cut"] == pytest.approx(0.05, abs=1e-3)


def test_more_failures_need_no_smaller_cut():
    rows = smallest_cuts(small_model(), "lab", "revenue", failures=3)
    worse = [row["cut"] for row in rows if row["end"] == "worse" and row["cut"] is not None]
    assert worse == sorted(worse)
    assert worse


def test_a_loss_of_a_holder_is_reached_at_the_cut_and_says_how_it_came():
    row = cut_for_loss(small_model(), "lab", "revenue", "cloud", 10.0)[0]
    assert row["end"] == "worse"
    assert 0 < row["cut"] < 1
    assert row["path"].startswith("capacity")


def test_what_cannot_be_reached_is_said_so():
    rows = cut_for_loss(small_model(), "lab", "revenue", "cloud", 1e6)
    assert {row["cut"] for row in rows} == {None}
    assert all("not even" in row["reason"] for row in rows)


def test_the_stone_that_carries_most_comes_first():
    rows = knock_out(small_model(), "parties")
    assert rows[0]["what"] == "lab"
    assert "cloud" in rows[0]["falls"]
    assert all(row[f"{c}_low"] <= row[f"{c}_high"] for row in rows for c in COLUMNS)
    contracts = {row["what"]: row for row in knock_out(small_model(), "contracts")}
    assert contracts["capacity"]["firm_high"] > contracts["hall"]["firm_high"]


def test_a_guarantee_is_told_by_what_others_lose_without_it():
    (row,) = knock_out(small_model(), "guarantees")
    assert row["what"] == "backstop"
    owed = 30 * 0.4 + 80 * 0.5  # by the cloud, less recovery
    assert row["firm_high"] + row["contingent_high"] <= owed


def test_no_shock_is_found_where_nothing_breaks():
    assert smallest_shock(lambda cut: False) is None
    assert smallest_shock(lambda cut: True) == 0.0


def test_contingent_money_is_ranked_and_shown_beside_firm_money_and_not_in_it():
    model = small_model()
    for row in knock_out(model, "parties"):
        shock = scenario(f"{row['what']}.default=-1")
        block = run_corners(model, shock, (BETTER, MIDDLE, WORSE))
        alone = loss_columns(model, block, but=row["what"])
        for number, column in enumerate(COLUMNS):
            assert row[f"{column}_high"] == pytest.approx(alone[number, [0, 2]].max())
            assert row[f"{column}_middle"] == pytest.approx(alone[number, 1])
    order = [row["firm_high"] for row in knock_out(model, "parties")]
    assert order == sorted(order, reverse=True)


def test_a_party_that_owes_and_holds_nothing_cannot_hurt_anybody():
    model = small_model()
    harmless = set(model.nodes) - _who_owes(model)
    for name in sorted(harmless):
        block = run_corners(model, scenario(f"{name}.default=-1"), (BETTER, MIDDLE, WORSE))
        assert not loss_columns(model, block, but=name).any()
        assert all(set(block.column(number).failed) <= {name} for number in range(3))
