import pytest

from graphbuild.scores.base import Options
from graphbuild.scores.roundtrip import roundtrip
from tests.scores.graphs import World, anchors, figure

YEAR = ("2025-07-01", "2026-06-30")


def vendor_and_lab(**purchase):
    """A vendor with revenue 20 gives a lab 6; the lab earned 14 and buys from the vendor."""
    world = World()
    world.flow("vendor", "lab", "equity", firm=6.0, start="2026-01-15")
    world.flow("lab", "vendor", "supply_contract", start=YEAR[0], end=YEAR[1], **purchase)
    figures = (figure("vendor", "revenue", 20, *YEAR), figure("lab", "revenue", 14, *YEAR))
    table = roundtrip(world.graph, anchors(*figures), Options())
    return {row["clock"]: row for row in table.to_dict("records")}


def test_direct_customer_by_hand():
    year = vendor_and_lab(firm=5.0)["year"]
    assert (year["capital_low"], year["contracted_usd"], year["direct"]) == (6.0, 5.0, 5.0)
    assert year["lower"] == 0.0  # 15 of 20 can have gone elsewhere
    assert year["proportional"] == pytest.approx(6 / 20 * 5)
    assert (year["upper"], year["ceiling"]) == (5.0, 5.0)
    assert year["upper_share"] == 0.25
    assert year["capital_share"] == 0.3
    assert year["customers_funded"] == "lab 30.0%"


def test_life_clock_has_no_mixture_and_says_why():
    life = vendor_and_lab(firm=5.0)["life"]
    assert (life["lower"], life["proportional"], life["upper"]) == (None, None, 5.0)
    assert "not known" in life["reason"]


def test_purchase_without_a_figure_is_a_ceiling_not_an_upper_figure():
    year = vendor_and_lab(firm=(0.0, None))["year"]
    assert (year["upper"], year["ceiling"]) == (0.0, 6.0)
    assert (year["proportional_low"], year["proportional"]) == (0.0, 0.0)
    assert year["proportional_high"] == pytest.approx(6.0)  # all the lab had may have gone there
    assert year["moves_most"] == "lab -> vendor (by 6.00)"
    assert "no figure for lab -> vendor" in year["reason"]


def test_capital_given_in_another_year_is_of_another_year():
    world = World()
    world.flow("vendor", "lab", "equity", firm=6.0, start="2024-01-15")
    world.flow("lab", "vendor", "supply_contract", start=YEAR[0], end=YEAR[1], firm=5.0)
    figures = (figure("vendor", "revenue", 20, *YEAR), figure("lab", "revenue", 14, *YEAR))
    (row,) = roundtrip(world.graph, anchors(*figures), Options()).to_dict("records")
    assert row["clock"] == "life"


def test_consortium_is_flagged_and_certain_for_nobody():
    world = World()
    world.joint(["vendor", "fund"], "lab", "equity", "round", firm=10.0, start="2026-01-15")
    world.flow("lab", "vendor", "supply_contract", start=YEAR[0], end=YEAR[1], firm=5.0)
    figures = (figure("vendor", "revenue", 20, *YEAR), figure("lab", "revenue", 14, *YEAR))
    row = roundtrip(world.graph, anchors(*figures), Options()).to_dict("records")[0]
    assert (row["capital_low"], row["capital_stated"], row["capital_joint"]) == (0.0, 10.0, 10.0)
    assert row["proportional_low"] == 0.0


def test_bounds_stand_in_order_through_a_cloud():
    world = World()
    world.flow("vendor", "lab", "equity", firm=6.0, start="2026-01-15")
    world.flow("lab", "cloud", "cloud_contract", firm=(6.0, 8.0), start=YEAR[0], end=YEAR[1])
    world.flow("cloud", "vendor", "supply_contract", firm=(3.0, 5.0), start=YEAR[0], end=YEAR[1])
    figures = (
        figure("vendor", "revenue", 20, *YEAR),
        figure("lab", "revenue", 14, *YEAR),
        figure("cloud", "revenue", 18, *YEAR),
    )
    row = roundtrip(world.graph, anchors(*figures), Options()).to_dict("records")[0]
    assert row["proportional"] == pytest.approx(6 / 20 * 8 / 18 * 5, abs=0.005)  # to the cent
    order = [row[name] for name in ("lower", "proportional_low", "proportional", "upper")]
    assert order == sorted(order)
    assert row["moves_most"].startswith("cloud -> vendor (by 0.")


def test_purchases_of_the_vendor_itself_are_not_capital():
    world = World()
    world.flow("vendor", "cloud", "cloud_contract", firm=9.0, start=YEAR[0], end=YEAR[1])
    world.flow("cloud", "vendor", "supply_contract", firm=9.0, start=YEAR[0], end=YEAR[1])
    assert roundtrip(world.graph, anchors(figure("vendor", "revenue", 20, *YEAR)), Options()).empty
