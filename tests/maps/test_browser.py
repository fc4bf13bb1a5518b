"""The page in a real browser, opened from a file, with nothing to talk to."""

import json
from pathlib import Path

import pytest

from graphbuild.maps import render
from tests.maps.browsing import Opened
from tests.maps.graphs import World, loop_tables, page_facts, random_world, small_world
from tests.maps.hostile import hostile_world

PLACE_OF_ORIEL = """(() => {
  const item = scenePlaces(currentScene()).find((each) => each.node.id === "oriel");
  return [item.x, item.y];
})()"""
INTRUDER = """(() => {
  const script = document.createElement("script");
  script.textContent = "window.hacked = 1";
  document.body.append(script);
  new Image().src = "https://evil.example/x.png";
})()"""
# Contrast as WCAG 2.1 defines it, of every colour words are written in.
CONTRASTS = """(() => {
  const style = getComputedStyle(document.documentElement);
  const light = (name) => [1, 3, 5]
    .map((at) => parseInt(style.getPropertyValue(`--${name}`).trim().slice(at, at + 2), 16) / 255)
    .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (one, other) => {
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  return ["ink", "muted", "link", "core"].flatMap((word) =>
    ["paper", "panel"].map((ground) => [word, ground, ratio(word, ground)]));
})()"""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("maps")
    pages = {
        "small": render("overview", small_world(), loop_tables(), page_facts()),
        "empty": render("overview", World().graph, {}, page_facts()),
        "hostile": render("overview", hostile_world(), {}, page_facts(anchor_id="hub")),
    }
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def tab(browser, files):
    opened = Opened(browser, files / "small.html", 1440, 900).load()
    yield opened
    opened.tab.close()


@pytest.fixture
def small(tab):
    yield tab
    assert tab.complaints == []
    assert tab.outside == []


def test_page_opens_from_a_file_and_asks_for_nothing(small):
    small.load()
    assert small.run("document.compatMode") == "CSS1Compat"
    assert small.text("#counts") == "Shown: 9 of 12 deals, 11 flows."
    assert small.tab.locator("#network canvas").count() == 1


def test_click_on_a_line_tells_its_amount_state_and_source(small):
    small.go()
    x, y = small.run(
        "pointOn(sceneStrokes(currentScene()).find((s) => s.edge && s.edge.id === "
        "'granite-oriel-equity'), 0.4)"
    )
    small.click_map(x, y)
    assert small.text("#panel-amount") == "$30bn"
    panel = small.text("#panel")
    assert "Granite Silicon Corporation" in panel
    assert "investor → issuer" in panel
    assert "Contracts the other way" in panel
    link = small.tab.locator("#panel a")
    assert link.get_attribute("href") == "https://example.com/10-k"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_click_on_a_party_lists_its_flows_and_sums_by_state(small):
    small.go()
    place = small.run(PLACE_OF_ORIEL)
    small.click_map(*place)
    panel = small.text("#panel")
    assert "Oriel Labs, Inc." in panel
    assert "Gives to (3)" in panel
    assert "Gets from (3)" in panel
    assert small.run("location.hash") == "#sel=n%3Aoriel"


def test_search_selects_with_the_keyboard_alone(small):
    small.go()
    small.tab.keyboard.press("/")
    small.tab.keyboard.type("granite sil")
    assert small.tab.locator("#found li").count() >= 1
    small.tab.keyboard.press("Enter")
    assert "Granite Silicon Corporation" in small.text("#panel h2")
    small.tab.keyboard.press("Escape")
    assert small.tab.locator("#panel").is_hidden()


def test_filters_hide_and_say_what_they_hid(small):
    small.go()
    small.tab.uncheck("[data-family=equity]")
    assert small.text("#counts") == "Shown: 6 of 12 deals, 8 flows."
    assert "4 kind of contract" in small.text("#left-out")
    small.tab.check("#firm-only")
    assert small.text("#counts") == "Shown: 3 of 12 deals, 5 flows."
    small.tab.get_by_role("button", name="Show everything").click()
    assert small.text("#counts") == "Shown: 10 of 12 deals, 12 flows."
    assert "unc=1" in small.run("location.hash")


def test_unverified_and_small_flows_can_be_hidden(small):
    small.go()
    small.tab.uncheck("#unverified")
    assert small.text("#counts") == "Shown: 8 of 12 deals, 10 flows."
    small.tab.locator("#minimum").evaluate(
        "(box) => { box.value = box.max; box.dispatchEvent(new Event('input')); }"
    )
    assert small.text("#minimum-text") == "$200bn"
    assert small.text("#counts") == "Shown: 2 of 12 deals, 2 flows."
    assert "1 no figure" in small.text("#left-out")


def test_table_shows_the_same_flows_and_sorts(small):
    small.go()
    small.tab.keyboard.press("t")
    rows = small.tab.locator("#table tbody tr")
    assert rows.count() == 11
    assert "Suppliers (group)" in rows.first.inner_text()  # 500 billion comes first
    head = small.tab.locator("#table thead button")
    head.nth(0).click()
    assert rows.first.inner_text().startswith("Alder Bank")
    assert small.tab.locator("#table thead th").first.get_attribute("aria-sort") == "ascending"
    head.nth(0).click()
    assert rows.first.inner_text().startswith("Oriel Labs")
    rows.first.locator("button").click()
    assert small.tab.locator("#panel").is_visible()


def test_address_restores_view_selection_filters_and_theme(small):
    small.load("#v=ego&s=heath&sel=f%3Addtl%3Abirch&hide=equity&theme=dark&min=1000000000")
    assert small.run("document.documentElement.dataset.theme") == "dark"
    assert small.text("#scene-title") == "Heathrow Compute, Inc."
    assert small.text("#panel-amount") == "part of $7.6bn"
    assert "who has how much is not stated" in small.text("#panel")
    assert not small.tab.is_checked("[data-family=equity]")
    assert small.text("#minimum-text") == "$1bn"
    assert small.run("(() => { writeHash(); return location.hash; })()").count("=") == 6


def test_address_of_nonsense_is_ignored(small):
    small.go("#v=nope&s=x&sel=f:none&hide=bogus&min=-5&until=never&theme=puce&lit=zzz")
    assert small.text("#counts") == "Shown: 9 of 12 deals, 11 flows."


def test_loop_is_shown_as_a_ring_and_lit_on_the_whole_map(small):
    small.go("#v=loops")
    assert small.text("#scene-title") == "Nimbus Cloud → Oriel Labs → Nimbus Cloud"
    small.tab.click("#light")
    assert small.run("[...litFlows].map((n) => EDGES[n].id).sort()") == [
        "nimbus-oriel-equity", "oriel-nimbus-cloud_contract",
    ]  # fmt: skip
    assert "can go round" in small.text("#scene-caption")
    small.tab.click("#light")
    assert small.run("litFlows") is None


def test_arrows_walk_and_escape_goes_back(small):
    small.go()
    small.tab.focus("#network")
    small.tab.keyboard.press("ArrowRight")
    assert small.run("state.selected.row.id") == "oriel"
    small.tab.keyboard.press("ArrowLeft")
    assert small.run("state.selected.row.id") == "nimbus"
    small.tab.keyboard.press("Escape")
    assert small.run("state.selected") is None


def test_time_hides_what_was_not_known(small):
    small.go()
    small.run("EDGES[0].known = '2027-01-01', MONTHS.push('2027-01'), change({ until: '2026-03' })")
    assert "1 known later" in small.text("#left-out")
    small.load()


def test_exports_are_the_shown_flows_as_numbers(small):
    small.go()
    small.tab.click("#export summary")
    with small.tab.expect_download() as csv:
        small.tab.click("[data-export=csv]")
    lines = Path(csv.value.path()).read_text("utf-8-sig").splitlines()
    assert len(lines) == 12
    assert lines[0].startswith("source,source_name,target,target_name,id,deal,instrument")
    assert any(",300000000000," in line for line in lines)
    small.tab.click("#export summary")
    with small.tab.expect_download() as exported:
        small.tab.click("[data-export=json]")
    flows = json.loads(Path(exported.value.path()).read_text("utf-8"))
    assert len(flows["flows"]) == 11
    assert flows["inputs"] == "0123456789ab"
    small.tab.click("#export summary")
    with small.tab.expect_download() as picture:
        small.tab.click("[data-export=png]")
    assert Path(picture.value.path()).read_bytes()[:4] == b"\x89PNG"


def test_hostile_text_is_shown_and_never_obeyed(browser, files):
    opened = Opened(browser, files / "hostile.html", 1440, 900).load("#t=1")
    opened.run("NODES.forEach((row) => select('n', row)), EDGES.forEach((row) => select('f', row))")
    assert opened.run("window.hacked") is None
    assert opened.tab.locator("#panel img, #panel script, #table img, #table style").count() == 0
    assert opened.tab.locator("#panel a").count() == 0
    opened.tab.keyboard.press("/")
    opened.tab.keyboard.type("script")
    assert "</script>" in opened.text("#found")
    assert opened.run("csvCell('=HYPERLINK(1)')") == "'=HYPERLINK(1)"
    assert opened.run("document.documentElement.scrollWidth <= innerWidth")
    assert opened.complaints == []
    assert opened.outside == []
    opened.tab.close()


def test_policy_stops_a_script_that_got_in(browser, files):
    opened = Opened(browser, files / "small.html", 1440, 900).load()
    opened.run(INTRUDER)
    opened.tab.wait_for_timeout(100)
    assert opened.run("window.hacked") is None
    assert len(opened.complaints) == 2
    assert all("Content Security Policy" in text for text in opened.complaints)
    assert opened.failed == ["csp"]  # named by the browser, and never sent
    opened.tab.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_is_legible_on_paper_and_panel(browser, files, theme):
    opened = Opened(browser, files / "small.html", 1440, 900, color_scheme=theme).load()
    pairs = opened.run(CONTRASTS)
    assert [pair for pair in pairs if pair[2] < 4.5] == []
    assert opened.run("document.documentElement.dataset.theme") == theme
    opened.tab.close()


def test_narrow_screen_turns_panels_into_sheets(browser, files):
    opened = Opened(browser, files / "small.html", 390, 844).load("#sel=n%3Aoriel")
    box = opened.tab.locator("#panel").bounding_box()
    assert box["width"] == 390
    assert box["y"] > 300
    assert opened.tab.locator("#controls").is_hidden()
    opened.tab.click("#panel-close")
    opened.tab.click("#filters-toggle")
    assert opened.tab.locator("#controls").is_visible()
    assert opened.run("document.documentElement.scrollWidth") == 390
    assert opened.complaints == []
    opened.tab.close()


def test_empty_page_says_that_it_is_empty(browser, files):
    opened = Opened(browser, files / "empty.html", 1440, 900).load()
    assert opened.text("#scene-caption") == "The graph has no flows to draw."
    assert opened.complaints == []
    opened.tab.close()


@pytest.mark.slow
def test_large_page_is_usable_soon(browser, tmp_path):
    facts = page_facts(anchor_id="party-0004", map_nodes=500)
    path = tmp_path / "large.html"
    path.write_text(render("overview", random_world(500, 3000), {}, facts), encoding="utf-8")
    opened = Opened(browser, path, 1440, 900).load()
    seconds = opened.run("performance.now()") / 1000
    assert seconds < 10  # about half a second on a quiet machine; see benchmarks/maps.py
    assert opened.complaints == []
    opened.tab.close()
