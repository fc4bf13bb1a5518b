"""Narrow windows: fans, rings and ribbons are drawn narrower and fit, and widen again."""

import pytest

from graphbuild.maps import render
from tests.maps.browsing import Opened
from tests.maps.graphs import loop_tables, page_facts, small_world

pytestmark = pytest.mark.browser

ENDS = """(() => {
  const scene = currentScene();
  const bands = scene.bands.flatMap((band) => [band.path[0], band.path[6]]);
  const xs = [...scenePlaces(scene).map((item) => item.x), ...bands];
  return xs.map((x) => network.canvasToDOM({ x, y: 0 }).x);
})()"""
ARROWS = """sceneStrokes(currentScene()).filter((s) => s.role === "f").map((s) => {
  const item = scenePlaces(currentScene()).find((each) => each.node.number === s.edge.target);
  return Math.abs(s.tip[0] - item.x) / item.node.r;
})"""
GIVEN = "JSON.stringify([currentScene().xy, currentScene().paths, currentScene().notes])"


@pytest.mark.parametrize("view", ["ego", "loops", "sankey"])
def test_picture_fits_a_narrow_window_and_widens_again(browser, tmp_path, view):
    path = tmp_path / "map.html"
    path.write_text(render(view, small_world(), loop_tables(), page_facts()), encoding="utf-8")
    page = Opened(browser, path, 1440, 844).load()
    wide = page.run(GIVEN)
    page.tab.set_viewport_size({"width": 390, "height": 844})
    page.tab.wait_for_timeout(150)
    ends = page.run(ENDS)
    assert min(ends) >= 0
    assert max(ends) <= 390
    if view != "sankey":  # arrows still end at their discs, not under them
        assert all(0.6 <= away <= 1.6 for away in page.run(ARROWS))
    page.tab.set_viewport_size({"width": 1440, "height": 844})
    page.tab.wait_for_timeout(150)
    again = page.run(GIVEN)
    assert again == wide
    assert page.complaints == []
    page.tab.close()
