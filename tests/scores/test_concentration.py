import pytest

from graphbuild.scores.base import Options
from graphbuild.scores.books import Side, books
from graphbuild.scores.concentration import concentration, concentration_shares
from tests.scores.graphs import World, anchors


def rows(world, entity, side, **options):
    table = concentration(world.graph, anchors(), Options(**options))
    return {
        row["basis"]: row
        for row in table.to_dict("records")
        if (row["entity_id"], row["side"]) == (entity, side)
    }


def test_customers_are_the_sources_of_purchases_and_suppliers_their_targets():
    world = World()
    world.flow("a", "cloud", "cloud_contract", firm=60.0)
    world.flow("b", "cloud", "lease", firm=20.0)
    world.flow("c", "cloud", "supply_contract", firm=20.0)
    row = rows(world, "cloud", "customer")["firm"]
    assert row["counterparties"] == 3
    assert row["total_high"] == 100.0
    assert row["hhi_low"] == row["hhi_high"] == pytest.approx(0.44)
    assert row["normalised_low"] == pytest.approx((0.44 - 1 / 3) / (2 / 3))
    assert row["effective_low"] == pytest.approx(1 / 0.44)
    assert (row["cr1_low"], row["cr3_high"]) == (pytest.approx(0.6), pytest.approx(1.0))
    assert (row["largest"], row["is_largest_certain"]) == ("a", True)
    assert rows(world, "a", "supplier")["firm"]["hhi_high"] == 1.0


def test_firm_contingent_and_headline_are_measured_apart():
    world = World()
    world.flow("a", "cloud", "cloud_contract", firm=10.0)
    world.flow("b", "cloud", "cloud_contract", contingent=(0.0, 30.0))
    found = rows(world, "cloud", "customer")
    assert set(found) == {"firm", "contingent", "all"}
    assert found["firm"]["counterparties"] == 1
    assert found["contingent"]["hhi_low"] == 1.0
    everything = found["all"]
    assert (everything["total_low"], everything["total_high"]) == (10.0, 40.0)
    assert everything["hhi_low"] == pytest.approx(0.5)
    assert everything["hhi_high"] == pytest.approx(1.0)
    assert everything["hhi_stated"] == pytest.approx((1 + 9) / 16)


def test_consortium_has_one_total_and_an_unknown_split():
    world = World()
    world.joint(["p", "q"], "x", "loan", "syndicate", firm=10.0)
    world.flow("r", "x", "bond", firm=10.0)
    row = rows(world, "x", "lender")["firm"]
    assert row["total_low"] == row["total_high"] == 20.0
    assert (row["hhi_low"], row["hhi_high"]) == (pytest.approx(0.375), pytest.approx(0.5))
    assert "unknown split: 1" in row["reason"]


def test_contract_without_a_figure_opens_everything_and_says_so():
    world = World()
    world.flow("a", "x", "lease", firm=10.0)
    world.flow("b", "x", "lease", firm=(0.0, None))
    row = rows(world, "x", "customer")["firm"]
    assert (row["total_high"], row["hhi_high"], row["open_deals"]) == (None, 1.0, 1)
    assert row["total_stated"] == 10.0
    assert "of any size: 1" in row["reason"]


def test_group_of_lenders_has_no_normalised_index():
    world = World()
    world.party("lenders", is_group=True)
    world.flow("lenders", "x", "loan", firm=10.0)
    world.flow("bank", "x", "loan", firm=10.0)
    row = rows(world, "x", "lender")["firm"]
    assert row["normalised_low"] is None
    assert row["hhi_low"] == pytest.approx(0.25)
    assert row["groups"] == 1


def test_owned_counterparties_count_as_one_and_business_inside_a_group_as_none():
    world = World()
    world.party("parent")
    world.owned("left", "parent")
    world.owned("right", "parent")
    world.flow("left", "x", "lease", firm=10.0)
    world.flow("right", "x", "lease", firm=10.0)
    world.flow("left", "right", "lease", firm=99.0)
    assert rows(world, "x", "customer")["firm"]["counterparties"] == 1
    assert rows(world, "parent", "customer") == {}
    apart = rows(world, "x", "customer", is_look_through=False)["firm"]
    assert apart["hhi_high"] == pytest.approx(0.5)


def test_shown_deals_and_warrants_are_nobodys_concentration():
    world = World()
    world.flow("a", "x", "equity", firm=10.0, standing="shown")
    world.flow("a", "x", "warrant", contingent=(0.0, 5.0))
    assert list(books(world.graph, Options())) == []


def test_funders_are_lenders_and_investors_together():
    world = World()
    world.flow("bank", "x", "loan", firm=30.0)
    world.flow("fund", "x", "equity", firm=10.0)
    found = {book.side: book for book in books(world.graph, Options()) if book.basis == "firm"}
    assert found[Side.FUNDER].names == ("bank", "fund")
    assert found[Side.LENDER].names == ("bank",)
    assert found[Side.INVESTOR].names == ("fund",)


def test_shares_are_intervals_that_hold_the_truth():
    world = World()
    world.joint(["p", "q"], "x", "loan", "syndicate", firm=10.0)
    world.flow("r", "x", "bond", firm=(10.0, 30.0))
    table = concentration_shares(world.graph, anchors(), Options())
    found = {
        row["counterparty"]: (row["share_low"], row["share_high"])
        for row in table.to_dict("records")
        if (row["side"], row["basis"]) == ("lender", "firm")
    }
    assert found == {"p": (0.0, 0.5), "q": (0.0, 0.5), "r": (0.5, 0.75)}


def test_order_of_edges_does_not_change_a_row():
    def build(order):
        world = World()
        deals = {"d1": ("a", 5.0), "d2": ("b", 7.0), "d3": ("c", 2.0)}
        for deal in order:
            world.flow(deals[deal][0], "x", "lease", deal, firm=deals[deal][1])
        return concentration(world.graph, anchors(), Options())

    assert build(["d1", "d2", "d3"]).equals(build(["d3", "d1", "d2"]))


def test_landlords_and_tenants_are_the_two_ends_of_leases_alone():
    world = World()
    world.flow("lab", "host", "lease", firm=60.0)
    world.flow("lab", "cloud", "cloud_contract", firm=20.0)
    assert rows(world, "lab", "landlord")["firm"]["largest"] == "host"
    assert rows(world, "host", "tenant")["firm"]["counterparties"] == 1
    assert rows(world, "cloud", "tenant") == {}


def test_funding_by_instrument_takes_a_consortium_s_deal_as_one():
    world = World()
    world.joint(["a", "b", "c"], "cloud", "loan", "club", firm=60.0)
    world.flow("d", "cloud", "bond", firm=20.0)
    row = rows(world, "cloud", "instrument")["firm"]
    assert row["hhi_low"] == row["hhi_high"] == pytest.approx(0.75**2 + 0.25**2)
    assert row["hhi_stated"] == pytest.approx(row["hhi_low"])
    assert row["gini_stated"] == pytest.approx(0.25)
    assert row["largest"] == "loan"


def test_funding_by_country_holds_an_unknown_country_for_nobody_in_particular():
    world = World()
    for name, country in (("a", "US"), ("b", "US"), ("c", None)):
        world.party(name, country=country)
    world.flow("a", "cloud", "loan", firm=30.0)
    world.flow("b", "cloud", "equity", firm=20.0)
    world.flow("c", "cloud", "bond", firm=50.0)
    row = rows(world, "cloud", "country")["firm"]
    assert (row["counterparties"], row["groups"]) == (2, 1)
    assert row["hhi_stated"] == pytest.approx(0.5)
    assert row["hhi_low"] < row["hhi_high"]


def test_vehicles_stand_for_who_is_behind_them():
    world = World()
    world.party("owl")
    for name in ("spv-one", "spv-two"):
        world.party(name, kind="spv", parent_id="owl", parent_relation="sponsor")
    world.flow("meta", "spv-one", "lease", firm=60.0)
    world.flow("meta", "spv-two", "lease", firm=40.0)
    world.flow("meta", "host", "lease", firm=40.0)
    row = rows(world, "meta", "sponsor")["firm"]
    assert (row["counterparties"], row["largest"], row["total_low"]) == (1, "owl", 100.0)
    assert rows(world, "meta", "landlord")["firm"]["counterparties"] == 3
