from decimal import Decimal

import pytest

from graphbuild.scores.base import Options
from graphbuild.scores.resting import EVERYBODY, resting
from tests.scores.graphs import World, anchors, figure

LAB = Options(to="lab")


def rows(world, *figures):
    table = resting(world.graph, anchors(*figures), LAB)
    return {row["holder"]: row for row in table.to_dict("records")}


def company(backlog=400.0, revenue=1000.0):
    return (
        figure("cloud", "market_cap", 2000.0, None, "2026-06-01"),
        figure("cloud", "rpo", backlog, None, "2026-03-31"),
        figure("cloud", "revenue", revenue, "2025-01-01", "2025-12-31"),
    )


def orders():
    world = World()
    world.flow("lab", "cloud", "cloud_contract", firm=100.0, start="2026-01-01", end="2029-12-31")
    return world


def test_the_smaller_of_two_shares_is_stated_and_the_larger_bounds_above():
    # 100 of 400 under contract; 25 due in 2027 over revenue of 1,000.
    row = rows(orders(), *company())["cloud"]
    assert row["contract_share"] == pytest.approx(0.25)
    assert row["annual_share"] == pytest.approx(100 * 365 / 1461 / 1000)
    assert row["exposure_stated"] == pytest.approx(2000 * row["annual_share"])
    assert row["exposure_high"] == pytest.approx(500.0)


def test_disclosed_share_of_revenue_stands_alone():
    share = figure(
        "cloud", "customer_share", None, "2025-01-01", "2025-12-31",
        share=Decimal("0.07"), counterparty="lab",
    )  # fmt: skip
    row = rows(orders(), *company(), share)["cloud"]
    assert row["exposure_low"] == row["exposure_high"] == pytest.approx(140.0)
    assert row["contract_share"] is None


def test_no_share_is_above_everything():
    row = rows(orders(), *company(backlog=50.0, revenue=1.0))["cloud"]
    assert row["exposure_high"] == 2000.0


def test_contract_without_a_figure_leaves_the_high_empty_with_a_reason():
    world = orders()
    world.flow("lab", "cloud", "supply_contract", firm=(0.0, None))
    found = rows(world, *company())
    assert found["cloud"]["exposure_high"] is None
    assert "without a figure" in found["cloud"]["reason"]
    assert found[EVERYBODY]["exposure_high"] is None


def test_sum_adds_market_values_and_exposures():
    world = orders()
    world.flow("lab", "other", "cloud_contract", firm=10.0, start="2026", end="2029")
    extra = (
        figure("other", "market_cap", 500.0, None, "2026-05-01"),
        figure("other", "rpo", 100.0, None, "2026-03-31"),
    )
    found = rows(world, *company(), *extra)
    assert found[EVERYBODY]["market_cap_usd"] == 2500.0
    assert found[EVERYBODY]["exposure_high"] == pytest.approx(500.0 + 50.0)


def test_companies_without_a_market_value_or_dependence_are_left_out():
    world = orders()
    world.flow("bank", "cloud", "loan", firm=1.0)
    assert rows(world, figure("bank", "market_cap", 9.0, None, "2026-06-01")) == {}


def test_market_value_for_each_dollar_is_over_a_full_year_of_revenue():
    world = World()
    world.flow("openai", "cloud", "cloud_contract", firm=5.0, start="2026", end="2030")
    figures = (
        figure("cloud", "backlog", 10, None, "2026-03-31"),
        figure("cloud", "market_cap", 40, None, "2026-06-30"),
    )
    bare = resting(world.graph, anchors(*figures), Options()).iloc[-1]
    assert bare["per_dollar_stated"] is None
    revenue = figure("openai", "revenue", 4, "2025-01-01", "2025-12-31")
    row = resting(world.graph, anchors(*figures, revenue), Options()).iloc[-1]
    assert row["exposure_stated"] == pytest.approx(20.0)
    assert row["per_dollar_stated"] == pytest.approx(5.0)
