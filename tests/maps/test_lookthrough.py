from graphbuild.maps import draw
from graphbuild.maps.lookthrough import HEADINGS
from tests.maps.graphs import World, page_facts


def project():
    """A vehicle below an owner: lender, guarantor, tenant, and the owner's own customer."""
    world = World()
    world.party("owner", "neocloud")
    world.party("site", "spv", parent_id="owner", parent_relation="owner")
    world.party("lender", "bank")
    world.flow("lender", "site", 4e9, "loan")
    world.flow("tenant", "site", 6e9, "lease")
    world.flow("backer", "site", 2e9, "guarantee", "contingent")
    world.flow("customer", "owner", 9e9, "cloud_contract")
    world.flow("lender", "elsewhere", 1e9, "loan")
    return world.graph


def scenes():
    _, drawing = draw("lookthrough", project(), {}, page_facts(anchor_id=""))
    return {scene.scene_id: scene for scene in drawing.scenes}


def test_money_in_stands_left_and_payers_right_of_vehicle_and_owner():
    scene = scenes()["owner"]
    x = {name: place.x for name, place in scene.places.items()}
    assert x["lender"] < x["site"] < x["owner"] < x["tenant"]
    assert x["tenant"] == x["backer"] == x["customer"]
    assert tuple(text for _, text in scene.headings) == HEADINGS


def test_an_owner_is_tied_to_its_vehicle_and_is_nobody_s_debtor_by_that():
    scene = scenes()["owner"]
    assert [s.flow_id for s in scene.strokes if s.role == "tie"] == ["site"]
    assert all("owner" not in s.flow_id for s in scene.strokes if s.flow_id.startswith("lender"))


def test_a_lender_s_picture_holds_its_own_loans_only():
    scene = scenes()["from-lender"]
    assert {"site", "elsewhere", "owner", "tenant"} <= set(scene.places)
    loans = {s.flow_id for s in scene.strokes if s.flow_id.endswith("loan")}
    assert loans == {"lender-site-loan", "lender-elsewhere-loan"}


def test_a_lender_that_owns_a_vehicle_stands_where_the_money_comes_from():
    world = World()
    world.party("fund", "asset_manager")
    world.party("site", "spv", parent_id="fund", parent_relation="joint_venture")
    world.flow("fund", "site", 4e9, "loan")
    _, drawing = draw("lookthrough", world.graph, {}, page_facts(anchor_id=""))
    scene = next(each for each in drawing.scenes if each.scene_id == "from-fund")
    assert scene.places["fund"].x < scene.places["site"].x


def test_all_vehicles_come_first():
    assert next(iter(scenes())) == "all"


def test_without_vehicles_and_lenders_it_says_so():
    _, drawing = draw("lookthrough", World().graph, {}, page_facts())
    assert drawing.empty.startswith("No vehicle and no lender")
