import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.scores.base import Options
from graphbuild.scores.capacity import capacity, capacity_totals, need, net
from graphbuild.scores.debts import Three
from graphbuild.scores.funds import Year, cash_flow_path
from tests.scores.graphs import World, anchors, figure

FLAT = Options(growth_low=0.0, growth_high=0.0, capacity_years=2)
YEAR = ("2025-01-01", "2025-12-31")


def flow(value, entity="fund"):
    return figure(entity, "operating_cash_flow", value, *YEAR)


def cash(value, entity="fund"):
    return figure(entity, "cash", value, None, "2026-06-30")


def run(world, *figures, options=FLAT):
    years = capacity(world.graph, anchors(*figures), options).to_dict("records")
    (total,) = capacity_totals(world.graph, anchors(*figures), options).to_dict("records")
    return {row["year"]: row for row in years}, total


def test_promised_equity_and_debt_due_by_hand():
    world = World()
    world.flow("fund", "lab", "equity", firm=30.0, start="2026-03", end="2026-12-31")
    world.flow("bank", "fund", "bond", firm=40.0, start="2024", end="2027-03-31")
    years, total = run(world, flow(10.0), cash(55.0))
    rest = 185 / 365  # 30 June itself is still to come
    assert years[2026]["cash_flow_central"] == pytest.approx(10 * rest)
    assert years[2026]["equity_central"] == 30.0
    assert years[2027]["net_central"] == pytest.approx(10 - 40)
    assert total["promised_firm"] == 30.0
    assert total["need_central"] == pytest.approx(70 - 10 - years[2026]["cash_flow_central"])
    assert total["need_year"] == 2027
    assert total["dry_central"] is None
    _, poor = run(world, flow(10.0), cash(40.0))
    assert poor["dry_central"] == 2027


def test_need_is_told_without_cash_but_no_year_is():
    world = World()
    world.flow("bank", "fund", "bond", firm=40.0, start="2024", end="2027-03-31")
    _, total = run(world, flow(0.0))
    assert (total["cash"], total["dry_low"], total["to_sell"]) == (None, None, None)
    assert total["need_central"] == 40.0
    assert "cash is not known" in total["reason"]


def test_purchases_of_the_cash_flows_own_year_are_in_it_already():
    world = World()
    world.flow("fund", "cloud", "cloud_contract", firm=36.0, start="2025", end="2027-12-31")
    years, _ = run(world, flow(0.0))
    assert years[2027]["purchases_central"] == pytest.approx(0.0, abs=0.1)
    assert years[2027]["purchases_low"] == pytest.approx(12.0, abs=0.1)  # the worst path


def test_further_contracted_sales_bring_their_margin_and_not_growth_as_well():
    world = World()
    world.flow("lab", "fund", "cloud_contract", firm=100.0, start="2027", end="2027-12-31")
    years, _ = run(world, flow(20.0))
    assert years[2027]["cash_flow_central"] == pytest.approx(20 + 100 * 0.5)
    assert years[2028]["cash_flow_central"] == 20.0
    grown = Options(growth_low=1.0, growth_high=1.0, capacity_years=2)
    years, _ = run(world, flow(20.0), options=grown)
    assert years[2027]["cash_flow_central"] == 80.0  # 20 x 2 x 2 is more than 70


def test_conditional_promises_stand_beside():
    world = World()
    world.flow("fund", "lab", "equity", contingent=(0.0, 9.0), start="2026-03")
    years, total = run(world, flow(0.0), cash(1.0))
    assert (total["calls"], total["need_low"]) == (9.0, 0.0)
    assert years[2026]["calls"] == 9.0


def test_holdings_are_sold_on_the_central_path_below_market():
    world = World()
    world.party("listed", ticker="LSTD")
    world.flow("fund", "listed", "holding", past=20.0, start="2026-03-31")
    world.flow("bank", "fund", "bond", firm=40.0, start="2024", end="2027-03-31")
    years, total = run(world, flow(0.0), cash(25.0))
    assert total["listed"] == 20.0
    assert years[2027]["left_central"] == pytest.approx(25 + 20 * 0.9 - 40)
    assert years[2027]["left_low"] == pytest.approx(-15.0)
    assert (total["dry_low"], total["dry_central"], total["to_sell"]) == (2027, None, 15.0)


def test_only_what_trades_is_listed_and_a_total_contains_what_is_named():
    world = World()
    world.party("listed", ticker="LSTD")
    for party in ("unnamed:public-companies@fund", "unnamed:private-companies@fund"):
        world.party(party, is_group=True)
    world.flow("fund", "listed", "holding", past=20.0, start="2025-09-30")
    world.flow("fund", "in-a-13f", "holding", past=4.0, start="2025-09-30", facility="COM")
    world.flow("fund", "lab", "holding", past=138.0, start="2025-12-31")
    world.flow("fund", "unnamed:private-companies@fund", "holding", past=355.0,
               start="2025-12-31", facility="non-marketable equity securities")  # fmt: skip
    _, total = run(world, flow(0.0), cash(25.0))
    assert total["listed"] == 24.0
    for past in (46.0, 33.0):  # with warrants and without
        world.flow(
            "fund", "unnamed:public-companies@fund", "holding", past=past, start="2025-12-31"
        )
    _, total = run(world, flow(0.0), cash(25.0))
    assert total["listed"] == 46.0


def test_capital_expenditure_of_the_full_year_a_faster_pace_or_none():
    world = World()
    world.party("fund")
    spent = (
        figure("fund", "capex", 10.0, *YEAR),
        figure("fund", "capex", 20.0, "2026-01-01", "2026-06-30"),
    )
    years, total = run(world, flow(0.0), *spent)
    assert total["capex"] == 10.0
    assert years[2027]["capex_central"] == 10.0
    assert years[2027]["capex_low"] == pytest.approx(20 * 365.25 / 181)
    assert years[2027]["capex_high"] == 0.0


def test_cash_burn_stands_for_a_cash_flow_that_is_not_told():
    world = World()
    world.party("fund")
    burn = figure("fund", "cash_burn", -25.0, "2026-01-01", "2026-03-31")
    _, total = run(world, burn, cash(100.0))
    assert total["cash_flow"] == pytest.approx(-25 * 365.25 / 90)
    assert "made annual" in total["cash_flow_basis"]
    assert total["dry_central"] == 2027


@given(st.floats(-100, 100), st.floats(-0.5, 0.2), st.floats(0, 1), st.integers(0, 6))
def test_cash_flow_paths_stand_in_order(value, low, more, years):
    path = cash_flow_path(value, (low, low + more), years)
    assert path.low <= path.central + 1e-9
    assert path.central <= path.high + 1e-9


THREE = st.tuples(*[st.floats(0, 100)] * 3).map(lambda ends: Three(*sorted(ends)))


@given(st.lists(st.tuples(*[THREE] * 6), min_size=1, max_size=5))
def test_worse_paths_need_more(years):
    names = ("cash_flow", "purchases", "capex", "equity", "principal", "funding")
    listed = [
        Year(year=2026 + n, calls=0.0, **dict(zip(names, parts, strict=True)))
        for n, parts in enumerate(years)
    ]
    worst, central, best = (need(listed, path)[0] for path in range(3))
    assert worst >= central >= best >= 0
    for year in listed:
        assert net(year, 0) <= net(year, 1) <= net(year, 2)
        assert net(year, 1, "capex", 0) <= net(year, 1) <= net(year, 1, "capex", 2)
