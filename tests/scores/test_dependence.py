from decimal import Decimal

import pytest

from graphbuild.scores.dependence import chains, find_customers, total_share
from graphbuild.scores.readings import owners
from tests.scores.graphs import World, anchors, figure


def customers(world, *figures):
    owner = owners(world.graph, is_look_through=True)
    found = find_customers(world.graph, anchors(*figures), owner)
    return {(c.vendor, c.customer): c for listed in found.values() for c in listed}


def shares(customer):
    return (customer.share.low, customer.share.high, customer.share.stated)


def test_backlog_is_the_denominator_where_it_is_known():
    world = World()
    world.flow("lab", "cloud", "cloud_contract", firm=20.0, contingent=(0.0, 10.0))
    backlog = figure("cloud", "backlog", 100.0, None, "2026-03-31")
    found = customers(world, backlog)["cloud", "lab"]
    assert shares(found) == (0.2, 0.3, 0.3)
    assert found.basis == "backlog of 2026-03-31"


def test_ceilings_beyond_the_backlog_are_cut_at_everything():
    world = World()
    world.flow("lab", "cloud", "cloud_contract", contingent=(0.0, 300.0))
    found = customers(world, figure("cloud", "rpo", 100.0, None, "2026-03-31"))
    assert shares(found["cloud", "lab"]) == (0.0, 1.0, 1.0)


def test_stated_share_of_backlog_comes_first():
    world = World()
    world.flow("lab", "cloud", "cloud_contract", firm=(0.0, None))
    share = figure(
        "cloud", "rpo_share", None, None, "2026-05-31", share=Decimal("0.5"), counterparty="lab"
    )
    found = customers(world, share, figure("cloud", "rpo", 9.0, None, "2026-06-01"))
    assert shares(found["cloud", "lab"]) == (0.5, 0.5, 0.5)
    assert not found["cloud", "lab"].is_open


def test_without_a_backlog_known_contracts_are_only_the_high_bound():
    world = World()
    world.flow("lab", "cloud", "cloud_contract", firm=30.0)
    world.flow("other", "cloud", "lease", firm=10.0)
    assert shares(customers(world)["cloud", "lab"]) == (0.0, 0.75, 0.0)


def test_vehicle_lives_on_its_known_contracts():
    world = World()
    world.party("spv", kind="spv")
    world.flow("lab", "spv", "lease", firm=30.0)
    world.flow("other", "spv", "lease", firm=(10.0, 30.0))
    assert shares(customers(world)["spv", "lab"]) == (0.5, 0.75, 0.5)


def test_chain_multiplies_and_chains_add_up_to_one():
    world = World()
    for name in ("a", "b", "c"):
        world.party(name, kind="spv")
    world.flow("b", "a", "lease", firm=50.0)
    world.flow("lab", "a", "lease", firm=50.0)
    world.flow("lab", "b", "lease", firm=20.0)
    world.flow("c", "b", "lease", firm=80.0)
    world.flow("lab", "c", "lease", firm=1.0)
    owner = owners(world.graph, is_look_through=True)
    listed = find_customers(world.graph, anchors(), owner)
    found = {chain.nodes: chain.share.low for chain in chains(listed, "a", "lab", 3)}
    assert found == {
        ("a", "lab"): pytest.approx(0.5),
        ("a", "b", "lab"): pytest.approx(0.1),
        ("a", "b", "c", "lab"): pytest.approx(0.4),
    }
    assert total_share(list(chains(listed, "a", "lab", 3))).low == pytest.approx(1.0)
    assert len(list(chains(listed, "a", "lab", 2))) == 2
    assert len(list(chains(listed, "a", "lab", 3, frozenset({"b"})))) == 1


def test_chains_visit_nobody_twice():
    world = World()
    world.flow("b", "a", "lease", firm=1.0)
    world.flow("a", "b", "lease", firm=1.0)
    world.flow("lab", "b", "lease", firm=1.0)
    owner = owners(world.graph, is_look_through=True)
    listed = find_customers(world.graph, anchors(), owner)
    assert [chain.nodes for chain in chains(listed, "a", "lab", 6)] == [("a", "b", "lab")]


def test_groups_are_in_the_denominator_but_no_links():
    world = World()
    world.party("spv", kind="spv")
    world.party("customers", is_group=True)
    world.flow("lab", "spv", "lease", firm=10.0)
    world.flow("customers", "spv", "lease", firm=30.0)
    found = customers(world)
    assert set(found) == {("spv", "lab")}
    assert found["spv", "lab"].share.low == pytest.approx(0.25)
