from graphbuild.scores.base import Options
from graphbuild.scores.funding import capital_flows
from graphbuild.scores.vehicles import vehicles
from tests.scores.graphs import World, anchors


def test_debt_outside_the_balance_sheet_with_who_brings_it_back():
    world = World()
    world.party("giant", kind="hyperscaler")
    world.party("vehicle", kind="spv", parent_id="giant", parent_relation="sponsor")
    world.party("own", kind="spv", parent_id="giant", parent_relation="owner")
    world.flow("bank", "vehicle", "bond", firm=27.0, recourse="non_recourse")
    world.flow("giant", "bank", "guarantee", contingent=(0.0, 28.0), on_behalf_of="vehicle")
    world.flow("giant", "vehicle", "lease", firm=30.0)
    world.flow("bank", "own", "loan", firm=(2.0, None))
    first, second = vehicles(world.graph, anchors(), Options()).to_dict("records")
    assert (first["vehicle"], first["relation"], first["is_consolidated"]) == (
        "vehicle",
        "sponsor",
        False,
    )
    assert (first["debt_low"], first["debt_high"], first["recourse"]) == (
        27.0,
        27.0,
        "non_recourse",
    )
    assert (first["guarantors"], first["guaranteed_stated"]) == ("giant", 28.0)
    assert (first["sole_tenant"], first["income_stated"]) == ("giant", 30.0)
    assert (second["is_consolidated"], second["debt_high"]) == (True, None)
    assert second["sole_tenant"] is None


def flows(world):
    table = capital_flows(world.graph, anchors(), Options()).to_dict("records")
    return {(r["grouping"], r["source"], r["target"], r["family"]): r for r in table}


def test_capital_by_tier_and_country():
    world = World()
    world.party("chips", kind="chipmaker", country="US")
    world.party("fund", kind="sovereign", country="AE")
    world.party("lab", kind="ai_lab", country="US")
    world.flow("chips", "lab", "equity", firm=30.0)
    world.flow("fund", "lab", "equity", contingent=(0.0, 9.0))
    world.flow("fund", "lab", "loan", headline=(0.0, None))
    world.flow("lab", "chips", "supply_contract", firm=99.0)
    found = flows(world)
    assert found["tier", "chips", "labs", "equity"]["firm_stated"] == 30.0
    assert found["country", "AE", "labs", "equity"]["contingent_high"] == 9.0
    assert found["tier", "states", "labs", "debt"]["headline_high"] is None
    assert found["tier", "states", "labs", "debt"]["open_deals"] == 1
    assert len(found) == 6


def test_consortium_of_two_countries_is_certain_for_neither():
    world = World()
    world.party("one", country="US")
    world.party("two", country="JP")
    world.joint(["one", "two"], "lab", "equity", "round", firm=10.0)
    found = flows(world)
    for country in ("US", "JP"):
        row = found["country", country, "others", "equity"]
        assert (row["firm_low"], row["firm_high"]) == (0.0, 10.0)
    row = found["tier", "others", "others", "equity"]
    assert (row["firm_low"], row["firm_high"]) == (10.0, 10.0)
