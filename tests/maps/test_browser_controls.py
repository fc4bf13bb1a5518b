"""Every control on every view, in a real browser: it does what it says, and nobody complains."""

import json
from pathlib import Path

import pytest

from graphbuild.maps import VIEWS, render
from tests.maps.browsing import VIOLATIONS, Opened
from tests.maps.graphs import page_facts
from tests.maps.hostile import hostile_facts, hostile_world

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WHERE = """(() => {
  const at = network.getViewPosition();
  return [at.x, at.y, network.getScale()];
})()"""
A_FLOW = """(() => {
  const edge = EDGES.find(passes);
  return edge ? [NODES[edge.source].name, NODES[edge.target].name] : null;
})()"""
NAMES = [view.name for view in VIEWS]
LADDERS = {"exposure"}
"""Views whose opening picture is figures of the scores: filters do not change it."""


@pytest.fixture(scope="module", params=NAMES)
def opened(request, browser, pages):
    page = Opened(browser, pages / f"{request.param}.html", 1440, 900, accept_downloads=True).load()
    yield request.param, page
    page.tab.close()


@pytest.fixture
def view(opened):
    name, page = opened
    page.go()
    yield name, page
    assert page.complaints == []
    assert page.outside == []


def shown(page):
    return page.run("shownEdges.size")


def state(page, key):
    return page.run(f"state.{key}")


def test_search_by_keyboard_opens_what_it_found(view):
    _, page = view
    name = page.run("NODES[0].name")
    page.tab.keyboard.press("/")
    page.tab.keyboard.type(name[:12])
    page.tab.keyboard.press("Enter")
    assert page.text("#panel h2") == name
    page.tab.keyboard.press("Escape")
    assert not page.tab.locator("#panel").is_visible()


def has_filters(page):
    """Whether filters are offered; where they would change nothing, none may be in sight."""
    if not page.run("document.body.classList.contains('of-sums')"):
        return True
    for selector in ("#families", "#statuses", "#minimum", "#firm-only", "#time-bar", "#size-box"):
        assert not page.tab.locator(selector).is_visible()
    assert "filters do not change them" in page.text("#sums-said")
    return False


def test_every_box_of_the_filters_hides_something_and_brings_it_back(view):
    name, page = view
    if not has_filters(page):
        return
    page.run("showEverything(), change({}, 'filters')")
    all_of_them = shown(page)
    boxes = page.tab.locator("#families input, #statuses input")
    hidden = 0
    for number in range(boxes.count()):
        boxes.nth(number).click()
        hidden += shown(page) < all_of_them
        boxes.nth(number).click()
        assert shown(page) == all_of_them
    assert hidden or name in LADDERS
    for state_of_money in ("firm", "contingent", "headline", "past"):
        box = page.tab.locator(f"[data-state={state_of_money}]")
        box.click()
        left = page.run("[...shownEdges].map((number) => EDGES[number].firmness)")
        assert state_of_money not in left
        box.click()
    assert shown(page) == all_of_them
    for box in ("#firm-only", "#unverified", "#uncounted"):
        before = page.tab.locator(box).is_checked()
        page.tab.locator(box).click()
        assert page.tab.locator(box).is_checked() != before
        assert page.run("location.hash") != ""
        page.tab.locator(box).click()


def test_minimum_and_date_are_moved_by_keys_and_said(view):
    name, page = view
    if not has_filters(page):
        return
    page.tab.locator("#minimum").focus()
    for _ in range(20):
        page.tab.keyboard.press("ArrowRight")
    assert page.text("#minimum-text") == "$200bn"
    assert shown(page) <= 2 or name in LADDERS
    if name == "stress":
        assert not page.tab.locator("#time-bar").is_visible()
        return
    page.go()
    page.tab.locator("#until").focus()
    page.tab.keyboard.press("Home")
    assert page.text("#until-text") == page.run("MONTHS[0]")
    assert page.run("location.hash").endswith(f"until={page.run('MONTHS[0]')}")


def test_contract_and_source_are_chosen_from_lists(view):
    _, page = view
    if not has_filters(page):
        return
    page.run("showEverything(), change({}, 'filters')")
    for kind in page.run("[...byId('instrument').options].map((option) => option.value)"):
        page.tab.select_option("#instrument", kind)
        left = set(page.run("[...shownEdges].map((number) => EDGES[number].instrument)"))
        assert not kind or left <= {kind}
    page.tab.select_option("#instrument", "")
    page.tab.select_option("#tier", "filing")
    left = set(page.run("[...shownEdges].map((number) => EDGES[number].tier)"))
    assert left <= {"audited filing", "filing"}
    assert "tier=filing" in page.run("location.hash")
    page.tab.select_option("#tier", "")


def test_where_the_picture_was_moved_stands_in_the_address(view):
    _, page = view
    page.tab.locator("[data-zoom=in]").click()
    page.tab.wait_for_timeout(600)
    address, where = page.run("location.hash"), page.run(WHERE)
    assert "at=" in address
    page.load(address)
    assert page.run(WHERE) == pytest.approx(where, abs=1.5)
    page.tab.locator("[data-zoom=fit]").click()
    page.tab.wait_for_timeout(400)
    assert "at=" not in page.run("location.hash")


def test_play_walks_and_stops(view):
    name, page = view
    if not has_filters(page):
        return
    button = "#unroll" if name == "stress" else "#play"
    page.tab.locator(button).click()
    page.tab.wait_for_timeout(800)
    assert page.run("location.hash") != ""
    page.tab.locator(button).click()
    assert page.run("playing + unrolling") == 0


def test_every_picture_can_be_picked(view):
    _, page = view
    for scene in page.run("currentView().scenes.map((scene) => scene.id)"):
        page.run(f"change({{ scene: {json.dumps(scene)} }}, 'scene')")
        assert page.run("currentScene().id") == scene
        if page.tab.locator("#scene").is_visible():
            assert page.run("byId('scene').value") == scene


def test_way_between_two_parties(view):
    _, page = view
    page.tab.keyboard.press("w")
    flow = page.run(A_FLOW)
    if flow is None:  # all contracts of this page ended
        assert page.text("#way-said") == ""
        return
    page.tab.fill("#way-from", flow[0])
    page.tab.fill("#way-to", flow[1])
    page.tab.keyboard.press("Enter")
    assert page.text("#way-said") == "1 step, along the arrows."
    page.tab.locator("#way-clear").click()
    assert page.text("#way-said") == ""


def test_table_sorts_by_every_column_and_back(view):
    _, page = view
    page.tab.keyboard.press("t")
    assert page.tab.locator("#table table").count() >= 1
    heads = page.tab.locator("#table th button")
    count = heads.count()
    assert count >= 3
    for number in range(min(count, 24)):
        heads.nth(number).click()
        column = page.tab.locator("#table th").filter(has=page.tab.locator("button")).nth(number)
        if column.get_attribute("scope") == "col":
            assert column.get_attribute("aria-sort") in {"ascending", "descending"}
    page.tab.locator("#table-toggle").click()
    assert not page.tab.locator("#table").is_visible()


def test_every_export_gives_a_file(view):
    name, page = view
    for kind in ("csv", "own", "json", "svg", "png"):
        page.tab.locator("#export summary").click()
        button = page.tab.locator(f"[data-export={kind}]")
        if not button.is_visible():
            assert kind == "own"
            assert page.run("currentView().table.length") == 0
            page.tab.locator("#export summary").click()
            continue
        with page.tab.expect_download() as download:
            button.click()
        path = Path(download.value.path())
        assert path.stat().st_size > 40
        assert name in download.value.suggested_filename
        if kind == "png":
            assert path.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
        if kind == "json":
            assert json.loads(path.read_text())["inputs"] == "0123456789ab"


def test_theme_help_and_zoom(view):
    _, page = view
    page.tab.locator("#theme").click()
    assert page.run("document.documentElement.dataset.theme") == "dark"
    page.tab.locator("#theme").click()
    assert page.run("document.documentElement.dataset.theme") == "light"
    page.tab.locator("#help").click()
    assert page.tab.locator("#keys").is_visible()
    page.tab.keyboard.press("Escape")
    assert not page.tab.locator("#keys").is_visible()
    scale = page.run("network.getScale()")
    page.tab.locator("[data-zoom=in]").click()
    page.tab.wait_for_timeout(250)
    assert page.run("network.getScale()") > scale
    page.tab.locator("[data-zoom=out]").click()
    page.tab.wait_for_timeout(250)
    page.tab.locator("[data-zoom=fit]").click()
    assert page.run("network.getScale()") == pytest.approx(scale)


def test_closing_the_details_leaves_the_picture_where_it_was(view):
    _, page = view
    before = page.run(WHERE)
    rows = page.run("stops(currentScene()).map((stop) => [stop.kind, stop.row.id])")
    assert rows
    for kind, row in (rows[0], rows[-1]):
        page.run(
            f"select({json.dumps(kind)}, ({{ n: NODE_OF_ID, f: EDGE_OF_ID, b: BAND_OF_ID }})"
            f"[{json.dumps(kind)}].get({json.dumps(row)}))"
        )
        assert page.tab.locator("#panel").is_visible()
        page.tab.wait_for_timeout(60)
        page.tab.locator("#panel-close").click()
        page.tab.wait_for_timeout(60)
        after = page.run(WHERE)
        assert after == pytest.approx(before, abs=1.0)


def test_address_alone_brings_everything_back(view):
    _, page = view
    page.run("change({ firmOnly: true, theme: 'dark', table: true }, 'filters')")
    address = page.run("location.hash")
    said = page.text("#counts"), page.run("[...shownEdges].join()")
    page.go()
    page.go(address)
    assert (page.text("#counts"), page.run("[...shownEdges].join()")) == said
    assert page.run("document.documentElement.dataset.theme") == "dark"
    assert page.tab.locator("#table").is_visible()


@pytest.mark.parametrize("name", NAMES)
def test_hostile_words_are_text_on_every_view(browser, tmp_path, name):
    facts = page_facts(anchor_id="hub", title="=1+1 <b>", **hostile_facts())
    path = tmp_path / "hostile.html"
    path.write_text(render(name, hostile_world(), {}, facts), encoding="utf-8")
    page = Opened(browser, path, 390, 844).load("#t=1")
    page.run("NODES.forEach((row) => select('n', row)), EDGES.forEach((row) => select('f', row))")
    page.run("MONTHS.forEach((month) => change({ until: month }, 'filters'))")
    page.run("change({ table: false, until: '', selected: null }, 'table')")
    assert page.run("window.hacked") is None
    assert page.tab.locator("main img, main script, #panel img, #panel style, main b").count() == 0
    assert page.run("document.documentElement.scrollWidth <= innerWidth")
    assert page.complaints == []
    assert page.outside == []
    page.tab.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_no_violation_on_the_page_of_any_view(browser, pages, axe, name, theme):
    found = {}
    for width, address in ((1440, "#t=1&min=0"), (1440, "#min=0"), (390, "")):
        page = Opened(browser, pages / f"{name}.html", width, 844, color_scheme=theme)
        page.load(address)
        if address == "#min=0":  # with details open
            page.run("select(stops(currentScene())[0].kind, stops(currentScene())[0].row)")
        page.run(f"{axe};0")
        found[width, address] = page.run(VIOLATIONS)
        page.tab.close()
    assert {key: rules for key, rules in found.items() if rules} == {}
