import pytest

from graphbuild.records.figure import FigureKind
from graphbuild.scores.base import Options
from graphbuild.scores.lenders import lender_overlap
from graphbuild.scores.profile import backlog_check, dependence_profile
from tests.scores.graphs import World, anchors, figure


def profile(world, *figures):
    table = dependence_profile(world.graph, anchors(*figures), Options())
    return {(row["entity_id"], row["party"], row["kind"]): row for row in table.to_dict("records")}


def test_vehicle_of_its_supplier_by_hand():
    world = World()
    world.party("cloud")
    world.owned("vehicle", "cloud")
    world.flow("chips", "cloud", "equity", firm=2.0)
    world.flow("public", "cloud", "equity", firm=6.0)
    world.flow("bank", "vehicle", "loan", firm=12.0)
    world.flow("cloud", "chips", "supply_contract", firm=9.0)
    world.flow("cloud", "power", "lease", firm=3.0)
    world.flow("chips", "cloud", "purchase_commitment", contingent=(0.0, 5.0))
    world.flow("chips", "bank", "guarantee", contingent=(0.0, 4.0), on_behalf_of="vehicle")
    found = profile(world)
    assert found["cloud", "chips", "equity and convertibles"]["share_stated"] == 0.25
    assert found["cloud", "chips", "capital"]["share_stated"] == pytest.approx(0.1)
    assert found["cloud", "chips", "supply"]["share_low"] == 0.75
    assert found["cloud", "chips", "contracts sold"]["share_high"] == 1.0
    assert found["cloud", "chips", "guarantees"]["usd_high"] == 4.0
    assert found["cloud", "bank", "debt"]["share_low"] == 1.0
    only = {key for key, row in found.items() if row["is_only"] and key[0] != "chips"}
    assert only == {
        ("cloud", "bank", "debt"),
        ("cloud", "chips", "contracts sold"),
        ("cloud", "chips", "guarantees"),
        ("power", "cloud", "contracts sold"),  # a power host with one tenant
    }


def test_consortium_is_in_the_total_and_nobodys_own():
    world = World()
    world.joint(["a", "b"], "cloud", "loan", "d", firm=10.0)
    world.flow("a", "cloud", "loan", "own", firm=5.0)
    found = profile(world)
    row = found["cloud", "a", "debt"]
    assert (row["share_low"], row["share_high"]) == (pytest.approx(1 / 3), 1.0)
    assert row["share_stated"] == pytest.approx(1 / 3)
    assert (row["deals"], row["joint_deals"], row["of_usd"]) == (2, 1, 15.0)
    assert found["cloud", "b", "debt"]["share_high"] == pytest.approx(2 / 3)


def test_own_guarantee_is_no_dependence():
    world = World()
    world.party("cloud")
    world.owned("vehicle", "cloud")
    world.flow("cloud", "bank", "guarantee", contingent=(0.0, 4.0), on_behalf_of="vehicle")
    assert profile(world) == {}


def test_guarantee_without_a_figure_may_be_all_of_them():
    world = World()
    world.flow("a", "bank", "guarantee", contingent=(0.0, None), on_behalf_of="cloud")
    world.flow("b", "bank", "guarantee", contingent=(0.0, 4.0), on_behalf_of="cloud")
    world.party("cloud")
    found = profile(world)
    assert found["cloud", "a", "guarantees"]["share_high"] == 1.0
    assert found["cloud", "b", "guarantees"]["share_low"] == 0.0


def test_latest_disclosed_share_stands_apart_from_contracts():
    world = World()
    world.party("cloud")
    shares = [
        figure(
            "cloud",
            "customer_share",
            value,
            f"{year}-01-01",
            f"{year}-12-31",
            FigureKind.REPORTED,
            share=share,
            counterparty="lab",
        )
        for year, share, value in ((2024, 0.5, 5.0), (2025, 0.25, 8.0))
    ]
    row = profile(world, *shares)["cloud", "lab", "revenue"]
    assert (row["share_low"], row["usd_stated"], row["of_usd"]) == (0.25, 8.0, 32.0)
    assert row["deals"] == 0


def test_backlog_beside_contracts():
    world = World()
    world.flow("lab", "cloud", "cloud_contract", firm=30.0)
    world.flow("other", "cloud", "cloud_contract", contingent=(0.0, 50.0))
    world.flow("third", "cloud", "cloud_contract", firm=(0.0, None))
    figures = figure("cloud", "rpo", 100.0, None, "2026-03-31")
    (row,) = backlog_check(world.graph, anchors(figures), Options()).to_dict("records")
    assert (row["firm_share"], row["all_share"], row["open_deals"]) == (0.3, 0.8, 1)
    assert "missing here" in row["reason"]


def test_borrowers_with_lenders_in_common():
    world = World()
    world.party("banks", is_group=True)
    world.joint(["a", "b"], "cloud", "loan", "d1", firm=10.0)
    world.flow("c", "cloud", "bond", "d2", firm=30.0)
    world.flow("a", "host", "loan", "d3", firm=4.0)
    world.flow("banks", "host", "loan", "d4", firm=9.0)
    world.flow("banks", "cloud", "loan", "d5", firm=9.0)
    (row,) = lender_overlap(world.graph, anchors(), Options()).to_dict("records")
    assert (row["borrower"], row["other"], row["lenders"]) == ("cloud", "host", "a")
    assert row["overlap"] == pytest.approx(1 / 3)
    assert (row["usd"], row["share"]) == (10.0, 0.25)
    assert (row["other_usd"], row["other_share"]) == (4.0, 1.0)
