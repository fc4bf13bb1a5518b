"""Smaller parties: folded away, counted in words by state, brought back by a reader."""

import pytest

from graphbuild.maps import draw, render, render_svg
from graphbuild.maps.overview import largest_parties
from graphbuild.maps.sums import touching_sums
from tests.maps.browsing import Opened
from tests.maps.graphs import page_facts, random_world, small_world


def facts(**given):
    return page_facts(anchor_id="party-0004", map_nodes=30, **given)


@pytest.fixture(scope="module")
def drawn():
    return draw("overview", random_world(80, 200), {}, facts())


def test_largest_stay_and_everybody_else_is_folded_once(drawn):
    sheet, drawing = drawn
    (scene,) = drawing.scenes
    assert scene.folded == set(sheet.nodes) - largest_parties(sheet, 30)
    assert sum(len(fold.entity_ids) for fold in scene.rest) == len(scene.folded)
    assert set(scene.places) == set(sheet.nodes)
    assert drawing.left_out == ""


def test_folded_parties_stand_below_all_others(drawn):
    (scene,) = drawn[1].scenes
    lowest = max(place.y for name, place in scene.places.items() if name not in scene.folded)
    assert all(scene.places[name].y > lowest for name in scene.folded)


def test_a_fold_says_its_sums_by_state_and_each_deal_once():
    graph = small_world()
    sums = touching_sums(graph, frozenset({"alder", "birch", "cedar", "heath-spv"}))
    assert sums == {"firm": 7.6e9, "contingent": 0.0, "headline": 0.0}
    (scene,) = draw("overview", graph, {}, page_facts(map_nodes=4))[1].scenes
    funders = next(fold for fold in scene.rest if "alder" in fold.entity_ids)
    assert funders.says == "3 smaller parties, contracts of firm $7.6bn"


def test_a_still_picture_leaves_folded_parties_out(drawn):
    picture = render_svg("overview", random_world(80, 200), {}, facts())
    (scene,) = drawn[1].scenes
    assert not [name for name in scene.folded if f">{name.title()}<" in picture]


@pytest.mark.browser
def test_a_click_on_the_fold_brings_the_parties_back(browser, tmp_path):
    path = tmp_path / "map.html"
    path.write_text(render("overview", random_world(80, 200), {}, facts()), encoding="utf-8")
    page = Opened(browser, path, 1440, 900).load("#min=0")
    folded = page.run("foldedNow.size")
    assert folded == 50
    assert "of smaller parties" in page.text("#left-out")
    before = page.run("shownEdges.size")
    x = page.run("network.canvasToDOM({ x: currentScene().rest[0][0], y: 0 }).x")
    box = page.tab.locator("#network").bounding_box()
    page.tab.mouse.move(box["x"] + x, box["y"] + 34)
    page.tab.wait_for_timeout(60)
    assert "click to unfold" in page.text("#tip")
    page.tab.mouse.click(box["x"] + x, box["y"] + 34)
    page.tab.wait_for_timeout(400)
    assert page.run("shownEdges.size") > before
    assert "rest=1" in page.run("location.hash")
    assert page.tab.locator("#rest").is_checked()
    page.tab.locator("#rest").uncheck()
    assert page.run("shownEdges.size") == before
    assert page.complaints == []
    page.tab.close()
