import pytest

from graphbuild.scores.base import Options
from graphbuild.scores.circularity import circularity, collapse, find_loops, loop_contracts
from graphbuild.scores.hops import is_in_time_order, make_hop
from graphbuild.scores.readings import counted_contracts
from tests.scores.graphs import World, anchors


def ring(world=None, **change):
    """Chipmaker invests in a lab, the lab pays a cloud, the cloud buys chips."""
    world = world or World()
    world.flow("chips", "lab", "equity", "stake", **({"firm": 30.0} | change.get("stake", {})))
    world.flow(
        "lab", "cloud", "cloud_contract", "cloud", **({"firm": 100.0} | change.get("cloud", {}))
    )
    world.flow(
        "cloud", "chips", "supply_contract", "chips", **({"firm": 40.0} | change.get("chips", {}))
    )
    return world


def rows(world, **options):
    return circularity(world.graph, anchors(), Options(**options)).to_dict("records")


def test_hand_case_of_a_vendor_financing_ring():
    (row,) = rows(ring())
    assert row["nodes"] == "chips -> lab -> cloud"
    assert row["length_hops"] == 3
    assert (row["bottleneck_low"], row["bottleneck_firm"], row["bottleneck_high"]) == (30, 30, 30)
    assert row["binding_hop"] == "chips -> lab"
    assert row["firmness"] == "firm"
    assert row["is_capped"] is False


def test_loop_is_only_as_firm_as_its_weakest_hop():
    (row,) = rows(ring(chips={"firm": 0.0, "contingent": (0.0, 20.0)}))
    assert row["firmness"] == "contingent"
    assert row["weakest_hop"] == "cloud -> chips"
    assert (row["bottleneck_low"], row["bottleneck_firm"], row["bottleneck_high"]) == (0, 0, 20)


def test_parallel_contracts_are_one_hop():
    world = ring()
    world.flow("chips", "lab", "loan", "loan", firm=5.0)
    (row,) = rows(world)
    assert row["bottleneck_low"] == 35.0
    assert row["contracts"] == 4
    assert "chips -> lab: equity, loan" in row["instruments"]


def test_hop_without_a_figure_does_not_bind_and_is_counted():
    (row,) = rows(ring(cloud={"firm": (0.0, None)}))
    assert (row["bottleneck_low"], row["bottleneck_high"], row["open_hops"]) == (0.0, 30.0, 1)


def test_ceiling_of_a_hop_holds_what_may_come_beside_what_is_sure():
    (row,) = rows(ring(stake={"firm": 15.0, "contingent": (0.0, 35.0)}))
    assert (row["bottleneck_low"], row["bottleneck_high"]) == (15.0, 40.0)


def test_past_periods_are_not_added_up():
    world = World()
    world.flow("a", "b", "revenue", past=10.0)
    world.flow("a", "b", "revenue", past=12.0)
    world.flow("b", "a", "equity", firm=50.0)
    (row,) = rows(world)
    assert row["bottleneck_high"] == 12.0
    assert row["firmness"] == "past"


def test_groups_and_unnamed_parties_close_no_loop():
    for mark in ("is_group", "is_unnamed"):
        world = World()
        world.party("cloud", **{mark: True})
        assert rows(ring(world)) == []


def test_payment_in_stock_closes_no_cash_loop():
    world = ring(stake={"paid_in": "stock"})
    assert rows(world) == []
    assert len(rows(world, is_cash_only=False)) == 1


def test_loop_through_an_owned_vehicle_names_it():
    world = World()
    world.party("cloud")
    world.owned("cloud-spv", "cloud")
    ring(world)
    world.flow("bank", "cloud-spv", "loan", firm=1.0)
    world.flow("cloud-spv", "bank", "purchase_commitment", firm=1.0)
    found = {row["nodes"]: row["look_through"] for row in rows(world)}
    assert found["bank -> cloud"] == "cloud-spv as cloud"
    assert found["chips -> lab -> cloud"] == ""
    apart = {row["nodes"] for row in rows(world, is_look_through=False)}
    assert "bank -> cloud-spv" in apart


def test_payments_inside_a_group_are_no_loop():
    world = World()
    world.party("parent")
    world.owned("child", "parent")
    world.flow("parent", "child", "equity", firm=1.0)
    world.flow("child", "parent", "lease", firm=1.0)
    assert rows(world) == []


def test_listing_stops_at_its_limit_with_the_shortest_and_says_so():
    world = ring()
    world.flow("lab", "chips", "supply_contract", "direct", firm=1.0)
    assert len(rows(world)) == 2
    (row,) = rows(world, loop_limit=1)
    assert row["nodes"] == "chips -> lab"
    assert row["is_capped"] is True


def test_longer_loops_than_asked_for_are_left_out():
    assert rows(ring(), loop_length_hops=2) == []


def test_loop_whose_money_came_back_before_it_left_is_out_of_order():
    dated = ring(
        stake={"start": "2026-03"},
        cloud={"start": "2025", "end": "2025"},
        chips={"start": "2023", "end": "2024-06"},
    )
    assert rows(dated)[0]["is_time_ordered"] is False
    running = ring(
        stake={"start": "2026-03"},
        cloud={"start": "2025", "end": "2030"},
        chips={"start": "2023", "end": "2031"},
    )
    assert rows(running)[0]["is_time_ordered"] is True


def test_order_in_time_is_unknown_where_it_hangs_on_an_unknown_date():
    world = ring(
        stake={"start": "2026-03"}, chips={"start": "2023", "end": "2024"}, cloud={"start": None}
    )
    assert rows(world)[0]["is_time_ordered"] is None


def test_time_order_starts_anywhere_in_the_loop():
    world = World()
    world.flow("a", "b", "equity", "first", firm=1.0, start="2026-01-01")
    world.flow("b", "a", "equity", "second", firm=1.0, start="2025-01-01")
    hops = [make_hop(c.source, c.target, [c]) for c in counted_contracts(world.graph)]
    assert is_in_time_order(hops) is True
    assert is_in_time_order(hops[::-1]) is True


def test_every_contract_of_a_loop_is_listed_in_its_hop():
    world = ring()
    world.flow("chips", "lab", "loan", "loan", firm=5.0)
    table = loop_contracts(world.graph, anchors(), Options())
    assert table["flow_id"].tolist() == ["loan", "stake", "cloud", "chips"]
    assert table["hop"].tolist() == [1, 1, 2, 3]
    (loop,) = find_loops(world.graph, Options()).loops
    assert set(table["loop_id"]) == {loop.loop_id}


def test_money_scales_with_the_amounts():
    double = ring(stake={"firm": 60.0}, cloud={"firm": 200.0}, chips={"firm": 80.0})
    assert rows(double)[0]["bottleneck_low"] == pytest.approx(2 * rows(ring())[0]["bottleneck_low"])


def test_equity_moves_when_it_is_paid_and_not_ever_after():
    # The lab's only money before 2021 went out in 2019; the stake of 2020 cannot follow on it.
    world = ring(
        stake={"start": "2020", "end": None},
        cloud={"start": "2019", "end": "2019"},
        chips={"start": "2021", "end": "2030"},
    )
    assert rows(world)[0]["is_time_ordered"] is False


def test_collapsed_hops_join_two_different_parties():
    world = World()
    world.party("parent")
    world.owned("child", "parent")
    world.flow("parent", "child", "equity", firm=1.0)
    world.flow("bank", "child", "loan", firm=1.0)
    assert list(collapse(world.graph, Options())) == [("bank", "parent")]


def test_days_until_money_is_back_are_those_of_the_best_start():
    world = World()
    world.flow("lab", "cloud", "cloud_contract", firm=3.0, start="2026-03-01", end="2026-12-31")
    world.flow("cloud", "lab", "equity", firm=2.0, start="2026-01-15")
    assert rows(world)[0]["lag_days"] == 45  # from the equity of 15 January to 1 March
    late = World()
    late.flow("lab", "cloud", "equity", firm=3.0, start="2026-01-15")
    late.flow("cloud", "lab", "equity", firm=2.0)
    assert rows(late)[0]["lag_days"] is None
