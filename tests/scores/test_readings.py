from graphbuild.scores.readings import counted_contracts, exposed_parties, owners, paying_contracts
from tests.scores.graphs import World


def pairs(world, **options):
    owner = owners(world.graph, is_look_through=options.get("through", True))
    return [(e.holder, e.obligor, e.top) for e in exposed_parties(world.graph, owner)]


def test_supplier_lender_and_investor_are_exposed_to_who_owes_them():
    world = World()
    world.flow("customer", "cloud", "cloud_contract", firm=1.0)
    world.flow("bank", "borrower", "loan", firm=1.0)
    world.flow("fund", "issuer", "equity", firm=1.0)
    assert [pair[:2] for pair in pairs(world)] == [
        ("cloud", "customer"),
        ("bank", "borrower"),
        ("fund", "issuer"),
    ]


def test_guarantor_is_exposed_to_the_obligor_and_the_beneficiary_to_the_guarantor():
    world = World()
    world.party("tenant")
    world.flow("guarantor", "landlord", "guarantee", contingent=(0.0, 5.0), on_behalf_of="tenant")
    assert sorted(pair[:2] for pair in pairs(world)) == [
        ("guarantor", "tenant"),
        ("landlord", "guarantor"),
    ]


def test_guarantee_without_a_named_beneficiary_exposes_only_the_guarantor():
    world = World()
    world.flow("guarantor", "tenant", "guarantee", contingent=(0.0, 5.0), on_behalf_of="tenant")
    assert [pair[:2] for pair in pairs(world)] == [("guarantor", "tenant")]


def test_vehicle_is_its_owner_unless_without_recourse():
    world = World()
    world.party("parent")
    world.owned("spv", "parent")
    world.flow("bank", "spv", "loan", "with", firm=1.0)
    world.flow("bank", "spv", "loan", "without", firm=1.0, recourse="non_recourse")
    assert pairs(world) == [("bank", "spv", "parent"), ("bank", "spv", "spv")]
    assert pairs(world, through=False)[0] == ("bank", "spv", "spv")


def test_sponsors_and_joint_ventures_are_not_owners():
    world = World()
    world.party("sponsor")
    world.party("fund", parent_id="sponsor", parent_relation="sponsor")
    world.party("venture", parent_id="sponsor", parent_relation="joint_venture")
    owner = owners(world.graph, is_look_through=True)
    assert (owner["fund"], owner["venture"]) == ("fund", "venture")


def test_owners_of_owners_are_followed_and_circles_end():
    world = World()
    world.owned("a", "b")
    world.owned("b", "c")
    world.owned("c", "gone")
    assert owners(world.graph, is_look_through=True)["a"] in {"a", "c"}
    circle = World()
    circle.owned("a", "b")
    circle.owned("b", "a")
    assert set(owners(circle.graph, is_look_through=True)) == {"a", "b"}


def test_nothing_inside_one_group_is_an_exposure():
    world = World()
    world.party("parent")
    world.owned("spv", "parent")
    world.flow("parent", "spv", "loan", firm=1.0)
    assert pairs(world) == []


def test_only_cash_and_unknown_payment_are_followed_and_only_what_closes_loops():
    world = World()
    world.flow("a", "b", "equity", "cash", firm=1.0)
    world.flow("a", "b", "equity", "both", firm=1.0, paid_in="cash and credits")
    world.flow("a", "b", "equity", "silent", firm=1.0, paid_in="unknown")
    world.flow("a", "b", "equity", "stock", firm=1.0, paid_in="stock")
    world.flow("a", "b", "holding", "held", past=1.0)
    world.flow("a", "b", "warrant", "warrant", contingent=(0.0, 1.0), paid_in="none")
    found = [c.flow_id for c in paying_contracts(world.graph, is_cash_only=True)]
    assert found == ["both", "cash", "silent"]
    everything = [c.flow_id for c in paying_contracts(world.graph, is_cash_only=False)]
    assert everything == ["both", "cash", "silent", "stock"]


def test_contracts_come_in_order_of_flow_id():
    world = World()
    for flow_id in ("c", "a", "b"):
        world.flow("x", "y", "loan", flow_id, firm=1.0)
    assert [c.flow_id for c in counted_contracts(world.graph)] == ["a", "b", "c"]
