import json

import pytest

from graphbuild.scores.base import Options
from graphbuild.scores.coverage import coverage, coverage_totals
from tests.scores.graphs import World, anchors, figure

REVENUE = figure("lab", "revenue", 13.0, "2025-01-01", "2025-12-31")


def years(world, *figures, entity="lab", **assumptions):
    table = coverage(world.graph, anchors(*figures, **assumptions), Options())
    return {row["year"]: row for row in table.to_dict("records") if row["entity_id"] == entity}


def totals(world, *figures, **assumptions):
    table = coverage_totals(world.graph, anchors(*figures, **assumptions), Options())
    return {row["entity_id"]: row for row in table.to_dict("records")}


def test_dues_of_a_year_stand_against_one_year_of_revenue():
    world = World()
    world.flow("lab", "cloud", "cloud_contract", firm=52.0, start="2026-01-01", end="2027-12-31")
    found = years(world, REVENUE)
    assert found[2026]["firm_low"] == pytest.approx(26.0)
    assert found[2026]["firm_ratio_low"] == pytest.approx(2.0)
    assert found[2027]["revenue_period"] == "2025-12-31"
    total = totals(world, REVENUE)["lab"]
    assert total["total_firm_ratio"] == pytest.approx(4.0)
    assert (total["first_year"], total["last_year"]) == (2026, 2027)


def test_reference_ratio_of_all_commitments_to_one_year(reference):
    case = json.loads((reference / "misc_cases.json").read_text(encoding="utf-8"))["leverage"]
    world = World()
    for amount in case["commitments"]:
        world.flow("lab", "cloud", "cloud_contract", firm=amount, start="2026", end="2030")
    revenue = figure("lab", "revenue", case["revenue"], "2025-01-01", "2025-12-31")
    assert totals(world, revenue)["lab"]["total_firm_ratio"] == pytest.approx(case["ratio"])


def test_columns_stand_apart_and_the_peak_is_one_year():
    world = World()
    world.flow("lab", "a", "cloud_contract", firm=10.0, start="2027-01-01", end="2027-12-31")
    world.flow("lab", "b", "cloud_contract", contingent=(0.0, 9.0), start="2027", end="2027")
    world.flow("lab", "c", "lease", headline=(4.0, 6.0), start="2028", end="2028")
    row = years(world, REVENUE)[2027]
    assert (row["firm_high"], row["contingent_low"], row["contingent_high"]) == (10.0, 0.0, 9.0)
    assert row["headline_high"] == 0.0
    total = totals(world, REVENUE)["lab"]
    assert (total["peak_year"], total["peak_firm_ratio"]) == (2027, pytest.approx(10 / 13))
    assert (total["headline_low"], total["headline_high"]) == (4.0, 6.0)


def test_past_years_are_shown_and_in_no_total():
    world = World()
    world.flow("lab", "a", "cloud_contract", firm=30.0, start="2024-01-01", end="2026-12-31")
    assert years(world, REVENUE)[2024]["is_past"] is True
    assert totals(world, REVENUE)["lab"]["firm_high"] == pytest.approx(30 * 365 / 1096)


def test_assumed_terms_are_counted():
    world = World()
    world.flow("lab", "a", "cloud_contract", firm=5.0, agreed_on="2026-01-01")
    row = years(world, REVENUE, term__default_years=(5, 5))[2027]
    assert row["assumed_deals"] == 1
    assert row["firm_low"] == pytest.approx(365 / 365.2, rel=1e-3)


def test_no_schedule_and_no_revenue_are_reasons_not_zeros():
    world = World()
    world.flow("lab", "a", "cloud_contract", "endless", firm=5.0, agreed_on="2026-01-01")
    world.flow("lab", "a", "cloud_contract", "dated", firm=5.0, start="2026", end="2026")
    total = totals(world)["lab"]
    assert "endless: no end is known" in total["unscheduled"]
    assert total["firm_high"] == 5.0
    assert total["total_firm_ratio"] is None
    assert "no full year of revenue known on 2026-06-30" in total["reason"]


def test_deal_without_a_figure_leaves_the_high_open_and_the_stated_sum_whole():
    world = World()
    world.flow("lab", "a", "cloud_contract", firm=5.0, start="2026", end="2026")
    world.flow("lab", "b", "supply_contract", firm=(0.0, None), start="2026", end="2026")
    row = years(world, REVENUE)[2026]
    assert (row["firm_low"], row["firm_high"], row["firm_stated"]) == (5.0, None, 5.0)
    assert row["firm_ratio_high"] is None
    assert row["open_deals"] == 1


def test_mirrored_obligations_are_due_once():
    world = World()
    dates = {"start": "2026", "end": "2026"}
    world.flow("lab", "a", "lease", "lease", firm=5.0, **dates)
    world.flow("lab", "b", "lease", "same", firm=4.0, same_obligation_as="lease", **dates)
    assert years(world, REVENUE)[2026]["firm_high"] == 5.0


def test_term_between_bounds_never_counts_more_than_the_whole():
    world = World()
    world.flow("lab", "a", "cloud_contract", firm=10.0, agreed_on="2026-01-01")
    total = totals(world, REVENUE, term__default_years=(2, 8))["lab"]
    assert total["firm_low"] <= total["firm_high"] == 10.0


def test_groups_owe_in_nobodys_name():
    world = World()
    world.party("suppliers", is_group=True)
    world.flow("suppliers", "a", "lease", firm=5.0, start="2026", end="2026")
    assert totals(world) == {}


def test_run_rate_stands_beside_revenue():
    world = World()
    world.flow("lab", "a", "lease", firm=13.0, start="2026", end="2026")
    rate = figure("lab", "revenue_run_rate", 40.0, "2026-05-01", "2026-05-31", "run_rate")
    total = totals(world, REVENUE, rate)["lab"]
    assert (total["run_rate_usd"], total["total_firm_ratio"]) == (40.0, pytest.approx(1.0))
