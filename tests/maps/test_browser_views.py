"""Every view in a real browser: opened, walked by keyboard, exported, looked at by axe."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pandas as pd
import pytest

from graphbuild.maps import render, render_index
from tests.maps.browsing import VIOLATIONS, Opened
from tests.maps.graphs import exposure_tables, loop_tables, page_facts, small_world
from tests.maps.hostile import hostile_world

pytestmark = pytest.mark.browser

VIEWS = ("overview", "ego", "loops", "exposure", "debt", "lookthrough", "sankey")


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("views")
    tables = {**loop_tables(), **exposure_tables()}
    rows = [("ddtl", "new", "Term loan", "signed"), ("dead", "ended", "Equity", "terminated")]
    changes = pd.DataFrame(rows, columns=["deal_id", "change", "title", "words"])
    facts = page_facts(index_page="index.html")
    pages = {
        "all": render("overview", small_world(), tables, facts),
        "changes": render("changes", small_world(), {"changes": changes}, page_facts()),
        "index": render_index(small_world(), tables, page_facts()),
        "hostile": render("overview", hostile_world(), {}, page_facts(anchor_id="hub")),
    }
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def tab(browser, files):
    opened = Opened(browser, files / "all.html", 1440, 900).load()
    yield opened
    opened.tab.close()


@pytest.fixture
def page(tab):
    yield tab
    assert tab.complaints == []
    assert tab.outside == []


@pytest.mark.parametrize("view", VIEWS)
def test_every_scene_of_a_view_opens_without_complaint(page, view):
    page.go(f"#v={view}")
    assert page.text("[aria-current=page]") != ""
    scenes = page.run("currentView().scenes.map((scene) => scene.id)")
    assert scenes
    for scene in scenes:
        page.run(f"change({{ scene: {scene!r}, selected: null }}, 'scene')")
        assert page.run("currentScene().id") == scene
        assert page.run("stops(currentScene()).length") > 0


@pytest.mark.parametrize("view", VIEWS)
def test_arrow_keys_reach_something_in_every_view(page, view):
    page.go(f"#v={view}")
    page.tab.focus("#network")
    page.tab.keyboard.press("ArrowDown")
    assert page.tab.locator("#panel").is_visible()
    seen = {page.run("state.selected.row.id")}
    for key in ("ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"):
        page.tab.keyboard.press(key)
        seen.add(page.run("state.selected.row.id"))
    assert len(seen) > 1 or page.run("stops(currentScene()).length") == 1
    page.tab.keyboard.press("Escape")
    assert page.tab.locator("#panel").is_hidden()


def test_click_on_a_bar_opens_the_party_it_stands_for(page):
    page.go("#v=exposure")
    at = page.run(
        "(({ x, y, w, h }) => [x + w / 2, y + h / 2])(sceneBlocks(currentScene()).find((block) => "
        "block.row && block.row.id === 'nimbus' && block.fill === 'firm'))"
    )
    page.click_map(*at)
    assert page.text("#panel h2") == "Nimbus Cloud Corp."
    assert page.run("state.view") == "exposure"


def test_click_on_a_debt_opens_its_flow(page):
    page.go("#v=debt")
    at = page.run("(({ x, y }) => [x + 5, y + 5])(sceneBlocks(currentScene()).find((b) => b.row))")
    page.click_map(*at)
    assert page.text("#panel-amount") == "part of $7.6bn"


def test_a_ribbon_lists_its_flows_and_shrinks_with_the_filters(page):
    page.go("#v=sankey")
    whole = page.run("bandWidth(BANDS.find((band) => band.title === 'Labs → Clouds'))")
    page.run("select('b', BANDS.find((band) => band.title === 'Labs → Clouds'))")
    assert page.text("#panel-amount") == "$300bn"
    assert "cloud" in page.text("#panel .flows")
    assert "sel=b%3A" in page.run("location.hash")
    page.run("change({ hidden: new Set(['commitment']) }, 'filters')")
    left = page.run("bandWidth(BANDS.find((band) => band.title === 'Labs → Clouds'))")
    assert whole > left == 0


def test_wheel_walks_down_a_ladder_and_never_past_its_ends(page):
    page.go("#v=exposure")
    before = page.run("network.getViewPosition().y")
    scale = page.run("network.getScale()")
    page.run("slideReading(0, 1e6)")
    assert page.run("network.getViewPosition().y") >= before
    page.run("slideReading(0, -1e6)")
    assert page.run("network.getViewPosition().y") == pytest.approx(before, abs=1)
    assert page.run("network.getScale()") == scale


def test_a_view_s_own_figures_are_in_the_table_sorted_and_exported(page):
    page.go("#v=exposure&t=1")
    firsts = page.tab.locator("#table .own tbody th")
    assert firsts.first.inner_text() == "Nimbus Cloud Corp."
    page.tab.get_by_role("button", name="Headline", exact=True).click()
    assert firsts.first.inner_text() == "Suppliers (group)"
    assert page.tab.locator("#table .own th[aria-sort=descending]").count() == 1
    page.tab.click("#export summary")
    with page.tab.expect_download() as saved:
        page.tab.click("[data-export=own]")
    lines = Path(saved.value.path()).read_text("utf-8-sig").splitlines()
    assert lines[1].startswith('"Nimbus') or lines[1].startswith("Nimbus Cloud Corp.,300000000000")


def test_way_between_two_parties_is_found_lit_and_linked(page):
    page.go()
    page.tab.keyboard.press("w")
    page.tab.keyboard.type("Granite Silicon")
    page.tab.keyboard.press("Tab")
    page.tab.keyboard.type("heathrow compute")
    page.tab.keyboard.press("Enter")
    assert page.text("#way-said") == "1 step, along the arrows."
    assert page.run("[...litFlows].map((n) => EDGES[n].id)") == ["granite-heath-guarantee"]
    assert page.run("location.hash").endswith("from=granite&to=heath")
    page.go("#from=alder&to=nimbus")
    assert page.text("#way-said") == "No way between them through what the filters show."
    page.go("#from=nimbus&to=granite")
    assert page.text("#way-said") == "2 steps, along the arrows."
    page.tab.click("#way-clear")
    assert page.run("litFlows") is None


def test_way_needs_two_known_parties(page):
    page.go()
    page.tab.keyboard.press("w")
    page.tab.keyboard.type("zebra")
    page.tab.keyboard.press("Enter")
    assert page.text("#way-said") == "Name two parties of this page."
    page.tab.fill("#way-from", "")


def test_months_glow_with_what_became_known(page):
    page.go("#until=2026-03")
    assert page.text("#month-said") == ("9 deals new in this month, glowing; figures are today’s")
    page.go()
    assert page.text("#month-said") == ""


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_exports_a_picture_that_is_whole_xml(page, view):
    page.go(f"#v={view}")
    root = ET.fromstring(page.run("pictureText()"))
    said = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert said[0].startswith("Who finances whom: ")
    assert "As of 2026-06-30" in said[-1]
    assert len(said) > 4


@pytest.mark.slow
def test_hostile_names_stay_text_in_an_exported_picture(browser, files):
    opened = Opened(browser, files / "hostile.html", 1440, 900).load()
    for view in opened.run("VIEWS.filter((view) => view.scenes.length).map((view) => view.name)"):
        opened.run(f"change({{ view: {view!r}, scene: '', selected: null }}, 'view')")
        root = ET.fromstring(opened.run("pictureText()"))
        tags = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert tags <= {"svg", "title", "rect", "text", "line", "path", "polygon", "circle"}
    assert opened.complaints == []
    opened.tab.close()


def test_frame_mode_shows_the_map_and_its_credit_alone(browser, files):
    opened = Opened(browser, files / "all.html", 700, 480).load("#embed=1&v=loops")
    assert opened.tab.locator("#controls").is_hidden()
    assert opened.tab.locator(".tools").is_hidden()
    assert "As of 2026-06-30" in opened.text("#credit")
    assert opened.run("holder.clientHeight") > 300
    assert opened.run("document.documentElement.scrollWidth") == 700
    opened.run("change({ minimum: 1 }, 'filters')")
    assert "embed=1" in opened.run("location.hash")
    assert opened.complaints == []
    opened.tab.close()


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS)
def test_narrow_screen_never_scrolls_sideways(browser, files, view):
    opened = Opened(browser, files / "all.html", 390, 844).load(f"#v={view}")
    assert opened.run("document.documentElement.scrollWidth") == 390
    box = opened.tab.locator("[aria-current=page]").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert opened.complaints == []
    opened.tab.close()


@pytest.mark.slow
def test_changes_page_shows_an_ended_deal_on_request_only(browser, files):
    opened = Opened(browser, files / "changes.html", 1440, 900).load()
    assert opened.text("#scene-title") == "New deals"
    opened.load("#t=1")
    assert opened.tab.locator("#table .own tbody tr").count() == 2
    assert opened.complaints == []
    opened.tab.close()


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_violation_in_any_view(browser, files, axe, theme):
    opened = Opened(browser, files / "all.html", 1440, 900, color_scheme=theme)
    states = [f"#v={view}" for view in VIEWS]
    states += ["#t=1", "#v=exposure&t=1", "#sel=n%3Aoriel", "#sel=f%3Agranite-oriel-equity",
               "#embed=1", "#from=granite&to=heath"]  # fmt: skip
    found = {}
    for state in states:
        opened.load(state)
        opened.run(f"{axe};0")
        found[state] = opened.run(VIOLATIONS)
    opened.address = (files / "index.html").as_uri()
    opened.tab.goto(opened.address)
    opened.run(f"{axe};0")
    found["index"] = opened.run(VIOLATIONS)
    assert {state: rules for state, rules in found.items() if rules} == {}
    opened.tab.close()
