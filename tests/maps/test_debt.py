import pytest

from graphbuild.maps import draw
from tests.maps.graphs import World, page_facts, small_world


def company():
    """Heath with notes of its own and a vehicle with a joint loan drawn in part."""
    world = World()
    world.party("heath", "neocloud", name="Heathrow Compute, Inc.")
    above = {"parent_id": "heath", "parent_relation": "owner"}
    world.party("spv", "spv", name="Heath Vehicle I, LLC", **above)
    world.joint(
        ["alder", "birch"],
        "spv",
        8e9,
        "ddtl",
        drawn_usd=2e9,
        end="2030-08",
        facility="DDTL 2.0; Heath Vehicle I, LLC",
        rate="SOFR+6%",
        recourse="guaranteed",
    )
    world.flow("cedar", "heath", 1e9, "bond", deal_id="late", end="2032", facility="Late notes")
    world.flow("cedar", "heath", 2e9, "bond", deal_id="early", end="2029", facility="Early notes")
    world.flow("cedar", "heath", 3e9, "loan", deal_id="loan", facility="Secured loan")
    world.flow(
        "cedar",
        "heath",
        9e9,
        "bond",
        deal_id="dead",
        status="terminated",
        standing="shown",
        standing_reason="ended",
    )
    world.flow("cedar", "heath", None, "bond", deal_id="mute", facility="Notes without a figure")
    return world.graph  # fmt: skip


def drawn(graph=None, **facts):
    facts = {"anchor_id": "", **facts}
    return draw("debt", company() if graph is None else graph, {}, page_facts(**facts))[1]


def texts(scene):
    return [note.text for note in scene.notes]


def test_one_ladder_a_company_with_its_vehicles_below():
    (scene,) = drawn().scenes
    assert scene.scene_id == "heath"
    said = texts(scene)
    vehicle = said.index("Heath Vehicle I, LLC, owned by Heathrow Compute, Inc.")
    assert said.index("Heathrow Compute, Inc.") < vehicle < said.index("DDTL 2.0")


def test_a_rank_is_paid_before_the_next_and_within_it_the_nearest_maturity_first():
    said = texts(drawn().scenes[0])
    order = [said.index(t) for t in ("Secured loan", "Early notes", "Late notes")]
    assert order == sorted(order)
    assert said[said.index("Secured loan") :].index("secured") < 6


def test_a_joint_loan_is_one_bar_with_its_drawn_part_solid():
    (scene,) = drawn().scenes
    blocks = [b for b in scene.blocks if b.flow_id.startswith("ddtl")]
    widths = {b.fill: b.width for b in blocks}
    assert widths["firm"] / widths["contingent"] == pytest.approx(2 / 8)
    assert "$8bn, $2bn drawn" in texts(scene)
    assert "Alder, Birch" in texts(scene)


def test_ended_debt_is_left_out_and_a_debt_without_a_figure_has_no_bar():
    (scene,) = drawn().scenes
    assert "dead" not in {b.flow_id for b in scene.blocks}
    assert "Notes without a figure" in texts(scene)
    assert "mute" not in {b.flow_id for b in scene.blocks}


def test_caption_sums_by_state_counting_a_consortium_once():
    (scene,) = drawn().scenes
    assert "Counted, by state: $14bn firm." in scene.caption
    assert scene.remark == "$14bn firm"


def test_table_lists_every_debt_with_its_borrower():
    drawing = drawn()
    columns = {column.title: column for column in drawing.table}
    assert len(columns["Debt"].texts) == 5
    assert columns["Amount"].numbers.count(None) == 1
    assert set(columns["Borrower"].texts) == {"Heathrow Compute, Inc.", "Heath Vehicle I, LLC"}


def test_focus_comes_first():
    world = World()
    world.flow("alder", "big", 9e9, "loan")
    world.flow("alder", "small", 1e9, "loan")
    assert drawn(world.graph, focus_id="small").scenes[0].scene_id == "small"
    assert [s.scene_id for s in drawn(world.graph).scenes] == ["big", "small"]


def test_no_debt_says_so():
    assert drawn(World().graph).empty == "No debt is known in this snapshot."
    assert drawn(small_world()).scenes[0].scene_id == "heath"
