"""Forced sales of listed shares and of pledged chips, and distress on the graph: hand cases."""

import numpy as np
import pytest

from graphbuild.contagion.corners import WORSE
from graphbuild.contagion.graph_distress import distress_of
from graphbuild.contagion.losses import amounts
from graphbuild.contagion.outcome import CORNERS, answer_scenario, waterfall_rows
from graphbuild.contagion.selling import chip_prices, share_prices
from graphbuild.contagion.stress import run_corners
from tests.contagion.test_stress import scenario, small_model
from tests.scores.graphs import figure

DEPTH = {"impact__listed": (1.0, 1.0), "impact__chips": (0.2, 0.2)}


def holdings(world):
    """Two holders of shares of a listed company, and one more lender on chips."""
    for holder, value in (("backer", 6.0), ("fund", 4.0)):
        world.flow(holder, "listed", "holding", f"{holder}-stake", past=value, status="funded")
    world.flow("bank", "other", "loan", "other-loan", firm=10.0, drawn_usd=10.0, in_return="GPUs")


MARKET = (figure("listed", "market_cap", 100.0, None, "2026-03-31"),)


def test_a_told_sale_moves_the_price_for_all_holders():
    model = small_model(holdings, figures=MARKET, ranges=DEPTH)
    block = run_corners(model, scenario("backer.sale=-50%"), CORNERS)
    price = np.exp(-3.0 / 100)  # 3 of 100 are sold
    assert share_prices(model, block)["listed"] == pytest.approx(price)
    lost = {deal: money.sum() / 4 for (_, _, deal, _), money in amounts(model, block).items()}
    assert lost["fund-stake"] == pytest.approx(4 * (1 - price))
    assert lost["backer-stake"] == pytest.approx(6 * (1 - price))


def test_who_lacks_cash_sells_until_it_is_covered_and_no_more_than_it_holds():
    figures = (*MARKET, figure("fund", "revenue", 40.0, "2025-01-01", "2025-12-31"))
    figures += (figure("fund", "cash", 0.0, None, "2026-03-31"),)
    model = small_model(holdings, figures=figures, ranges=DEPTH)
    run = run_corners(model, scenario("fund.revenue=-20%"), (WORSE,))
    price = share_prices(model, run)["listed"][0]
    assert price == pytest.approx(np.exp(-(2.0 / price) / 100))  # 2 a quarter are lacking
    whole = run_corners(model, scenario("fund.revenue=-100%"), (WORSE,))
    assert share_prices(model, whole)["listed"][0] == pytest.approx(np.exp(-4.0 / 100))


def test_shares_of_unknown_number_are_sold_by_nobody():
    def open_stake(world):
        holdings(world)
        world.flow("estate", "listed", "holding", "old-stake", past=(0.0, None), status="funded")

    model = small_model(open_stake, figures=MARKET, ranges=DEPTH)
    block = run_corners(model, scenario("backer.sale=-50%"), CORNERS)
    assert share_prices(model, block)["listed"] == pytest.approx(np.exp(-3.0 / 100))


def test_nothing_is_said_of_shares_without_a_market_value():
    model = small_model(holdings, ranges=DEPTH)
    block = run_corners(model, scenario("backer.sale=-50%"), (WORSE,))
    assert share_prices(model, block) == {}


def test_lenders_who_seize_together_push_the_price_of_chips_down():
    model = small_model(holdings, ranges=DEPTH)
    one = run_corners(model, scenario("cloud.default=-1"), (WORSE,))
    assert chip_prices(model, one)[0] == pytest.approx(0.8 ** (30 / 40))
    both = run_corners(model, scenario("cloud.default=-1", "other.default=-1"), (WORSE,))
    assert chip_prices(model, both)[0] == pytest.approx(0.8)
    none = run_corners(model, scenario("backer.sale=-50%"), (WORSE,))
    assert chip_prices(model, none)[0] == 1.0


def test_collateral_that_is_no_chips_does_not_fall_with_them():
    def hall(world):
        world.flow(
            "bank", "landlord", "loan", "hall-loan", firm=8.0, drawn_usd=8.0, in_return="rents"
        )

    model = small_model(hall, ranges=DEPTH)
    shocks = scenario("landlord.default=-1", "chip_price=-50%")
    found = {
        key[2]: money for key, money in amounts(model, run_corners(model, shocks, (WORSE,))).items()
    }
    assert found["hall-loan"].sum() == pytest.approx(8 * 0.4)


def test_distress_is_the_closed_form_of_a_chain():
    figures = (
        figure("lab", "market_cap", 200.0, None, "2026-03-31"),
        figure("landlord", "equity", 80.0, None, "2026-03-31"),
    )
    model = small_model(figures=figures)
    found = distress_of(model, scenario("lab.market_value=-10%"))
    rows = {row["party"]: row for row in found.rows}
    assert rows["lab"]["first_high"] == pytest.approx(0.1)
    # Worse end: 160 of contracts, a quarter is re-let; the cloud's buffer is its equity of 20.
    cloud = min(160 * 0.75 / 20 * 0.1, 1.0)
    assert rows["cloud"]["whole_high"] == pytest.approx(cloud, rel=0.01)
    assert rows["landlord"]["whole_high"] == pytest.approx(80 * 0.5 / 80 * cloud, rel=0.01)
    assert rows["landlord"]["added_high"] == pytest.approx(40 * cloud, rel=0.01)
    assert "bank" in found.left_out
    assert found.gain == (0.0, 0.0)  # a chain has no loop


@pytest.mark.parametrize("typed", ["lab.default=-1", "lab.revenue=-60%", "lab.funding=-1"])
def test_planned_money_is_paid_earned_elsewhere_made_good_or_lost(typed):
    for row in waterfall_rows(answer_scenario(small_model(), scenario(typed))):
        parts = [row[part] for part in ("paid", "again", "called", "lost")]
        assert sum(parts) == pytest.approx(row["planned"])
        assert min(parts) >= -1e-9
