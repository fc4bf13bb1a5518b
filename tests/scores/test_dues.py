from graphbuild.scores.bounds import Bounds
from graphbuild.scores.dues import find_dues
from graphbuild.scores.readings import owners
from tests.scores.graphs import World


def dues(world, entity):
    found = find_dues(world.graph, owners(world.graph, is_look_through=True))
    return {due.deal_id: due.money for due in found.get(entity, [])}


def test_buyers_borrowers_and_investors_owe():
    world = World()
    world.flow("lab", "cloud", "cloud_contract", "cloud", firm=10.0)
    world.flow("bank", "lab", "loan", "loan", firm=3.0, contingent=(0.0, 2.0))
    world.flow("lab", "startup", "equity", "stake", firm=4.0)
    world.flow("lab", "partner", "revenue_share", "share", firm=(0.0, None))
    found = dues(world, "lab")
    assert {deal: money["firm"] for deal, money in found.items()} == {
        "cloud": Bounds(10.0, 10.0, 10.0),
        "loan": Bounds(3.0, 3.0, 3.0),
        "share": Bounds(0.0, None, 0.0),
        "stake": Bounds(4.0, 4.0, 4.0),
    }
    assert found["loan"]["contingent"] == Bounds(0.0, 2.0, 2.0)
    assert dues(world, "cloud") == {}


def test_guarantees_warrants_and_past_money_fall_due_on_no_date():
    world = World()
    world.flow("lab", "landlord", "guarantee", contingent=(0.0, 5.0))
    world.flow("lab", "vendor", "warrant", contingent=(0.0, 5.0))
    world.flow("lab", "vendor", "revenue", past=5.0)
    world.flow("lab", "vendor", "purchase_commitment", firm=5.0, measure="paid")
    assert dues(world, "lab") == {}


def test_paid_equity_is_not_due_again():
    world = World()
    world.flow("fund", "lab", "equity", "closed", firm=30.0, status="funded")
    world.flow("fund", "lab", "equity", "paid", firm=30.0, status="funded", drawn_usd=30.0)
    world.flow("fund", "lab", "equity", "part", firm=(11.0, 13.0), usd_low=13.0, drawn_usd=11.0)
    world.flow("fund", "lab", "equity", "swap", firm=9.0, paid_in="stock")
    assert {deal: money["firm"] for deal, money in dues(world, "fund").items()} == {
        "part": Bounds(2.0, 2.0, 2.0)
    }


def test_ceiling_is_not_taken_for_a_promise():
    world = World()
    deal = world.flow(
        "fund",
        "lab",
        "acquisition",
        firm=0.0,
        contingent=(0.0, 13.0),
        measure="ceiling",
        usd_low=12.0,
        drawn_usd=0.0,
    )
    money = dues(world, "fund")[deal]
    assert (money["firm"], money["contingent"]) == (Bounds(0, 0, 0), Bounds(0.0, 13.0, 13.0))


def test_debt_of_an_owned_vehicle_is_the_owners_and_joint_lenders_are_one_debt():
    world = World()
    world.party("cloud")
    world.owned("spv", "cloud")
    world.joint(["a", "b"], "spv", "loan", "facility", firm=7.0)
    world.flow("cloud", "spv", "loan", "inside", firm=1.0)
    assert dues(world, "cloud")["facility"]["firm"] == Bounds(7.0, 7.0, 7.0)
    assert set(dues(world, "cloud")) == {"facility"}


def test_a_company_that_was_bought_is_not_due_again():
    world = World()
    world.flow("maker", "bought", "acquisition", "closed", headline=48.8, status="funded")
    world.flow("maker", "wanted", "acquisition", "open", headline=6.0, status="announced")
    assert {deal: money["headline"] for deal, money in dues(world, "maker").items()} == {
        "open": Bounds(6.0, 6.0, 6.0)
    }


def test_receivables_that_were_sold_are_no_debt_of_the_seller():
    world = World()
    world.flow("bank", "maker", "vendor_financing", "sold", firm=5.0, measure="paid")
    assert dues(world, "maker") == {}
