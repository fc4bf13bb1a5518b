import pandas as pd
import pytest

from graphbuild.errors import NotFoundError
from graphbuild.maps import VIEWS, draw, encoding
from graphbuild.maps.overview import LINES_AT_FIRST, MINIMA
from tests.maps.graphs import World, loop_tables, page_facts, random_world, small_world


def test_views_are_registered_once_and_their_companions_exist():
    names = [view.name for view in VIEWS]
    assert names == [
        "overview", "ego", "loops", "exposure", "debt", "lookthrough", "sankey", "timeline",
        "stress", "changes",
    ]  # fmt: skip
    assert all(set(view.companions) <= set(names) - {view.name} for view in VIEWS)


def test_unknown_view_is_named_with_those_there_are():
    with pytest.raises(NotFoundError, match="overview, ego, loops"):
        draw("pie", small_world(), {}, page_facts())


def test_overview_places_every_party_in_its_column_with_a_heading():
    sheet, drawing = draw("overview", small_world(), {}, page_facts())
    (scene,) = drawing.scenes
    x_of = {text: x for x, text in scene.headings}
    assert list(x_of) == ["Funders", "Chips & power", "Vehicles & hosts", "Clouds", "Labs"]
    for name, place in scene.places.items():
        assert place.x == x_of[encoding.COLUMNS[sheet.nodes[name].column]]
    assert set(scene.places) == set(sheet.nodes)
    assert drawing.minimum_usd == 0
    assert drawing.left_out == ""


def test_frame_holds_every_disc_that_is_shown_at_first():
    sheet, drawing = draw("overview", small_world(), {}, page_facts())
    (scene,) = drawing.scenes
    left, top, right, bottom = scene.frame
    for name, place in scene.places.items():
        radius = sheet.nodes[name].radius
        assert left < place.x - radius < place.x + radius < right
        assert top < place.y - radius < place.y + radius < bottom


def test_overview_keeps_the_largest_and_counts_the_rest_in_words(monkeypatch):
    monkeypatch.setattr("graphbuild.maps.overview.FOLDED", 0)
    sheet, drawing = draw("overview", small_world(), {}, page_facts(map_nodes=3))
    assert set(drawing.scenes[0].places) == {"oriel", "nimbus", "suppliers"}
    assert drawing.left_out.startswith("Left out: 6 smaller parties and 9 flows that touch them.")
    assert len(sheet.nodes) == 9


def test_dense_overview_opens_with_a_minimum_that_keeps_it_legible():
    sheet, drawing = draw("overview", random_world(80, 600), {}, page_facts(anchor_id=""))
    assert drawing.minimum_usd in MINIMA
    assert drawing.minimum_usd > 0
    shown = [e for e in sheet.edges.values() if e.is_shown_at(drawing.minimum_usd)]
    assert 0 < len(shown) <= LINES_AT_FIRST


def test_minimum_never_hides_everything():
    world = World()
    for i in range(300):
        world.flow("a", "b", 3e9, flow_id=f"flow-{i}")
    _, drawing = draw("overview", world.graph, {}, page_facts())
    assert drawing.minimum_usd == 2e9


def test_empty_graph_gives_words_and_no_picture():
    _, drawing = draw("overview", World().graph, {}, page_facts())
    assert drawing.empty == "The graph has no flows to draw."
    _, drawing = draw("ego", World().graph, {}, page_facts())
    assert drawing.scenes == ()
    assert drawing.empty


def test_ego_opens_with_the_anchor_payers_left_and_payees_right():
    _, drawing = draw("ego", small_world(), {}, page_facts())
    scene = drawing.scenes[0]
    assert scene.scene_id == "oriel"
    assert (scene.places["oriel"].x, scene.places["oriel"].y) == (0, 0)
    assert scene.places["nimbus"].x > 0  # gets 300 billion, gives 13
    assert scene.places["granite"].x < 0
    assert "birch" not in scene.places


def test_ego_of_an_owner_shows_who_lends_to_its_vehicle():
    _, drawing = draw("ego", small_world(), {}, page_facts(focus_id="heath"))
    scene = drawing.scenes[0]
    assert {"heath-spv", "alder", "birch", "cedar"} <= set(scene.places)
    assert [s.role for s in scene.strokes].count("stem") == 1


def test_ego_of_a_stranger_is_refused():
    with pytest.raises(NotFoundError, match="zebra"):
        draw("ego", small_world(), {}, page_facts(focus_id="zebra"))


def test_loop_is_a_ring_of_its_contracts_with_the_narrowest_marked():
    _, drawing = draw("loops", small_world(), loop_tables(), page_facts())
    (scene,) = drawing.scenes
    assert scene.title == "Nimbus Cloud → Oriel Labs → Nimbus Cloud"
    assert scene.remark == "up to $13bn"
    assert "At most $13bn can go round" in scene.caption
    assert {s.flow_id for s in scene.strokes} == {
        "nimbus-oriel-equity",
        "oriel-nimbus-cloud_contract",
    }
    assert scene.marks == ("nimbus-oriel-equity",)


def test_loop_of_another_graph_is_counted_and_not_drawn():
    tables = loop_tables()
    foreign = tables["circularity"].assign(loop_id="loop-2", nodes="nimbus -> mars")
    tables["circularity"] = pd.concat([tables["circularity"], foreign])
    _, drawing = draw("loops", small_world(), tables, page_facts())
    assert len(drawing.scenes) == 1
    assert drawing.left_out == "1 loop is in the table only."


def test_loops_without_a_table_say_that_there_are_none():
    _, drawing = draw("loops", small_world(), {}, page_facts())
    assert drawing.empty == "No loop of financing was found in this snapshot."


def test_loop_without_a_ceiling_says_that_it_is_unknown():
    tables = loop_tables()
    tables["circularity"]["bottleneck_high"] = [None]
    _, drawing = draw("loops", small_world(), tables, page_facts())
    assert drawing.scenes[0].remark == "no ceiling stated"
    assert "not known" in drawing.scenes[0].caption
