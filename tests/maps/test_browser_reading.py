"""What a stranger sees on any window: nothing cut, nothing on another, a legend that is true."""

import math

import pytest

from graphbuild.maps import render
from tests.maps.browsing import Opened
from tests.maps.graphs import World, page_facts

pytestmark = pytest.mark.browser

LADDERS = ("exposure", "debt")
PICTURES = ("overview", "ego", "loops", "lookthrough", "timeline", "stress")
WINDOWS = ((390, 844), (1024, 768), (1440, 900))

NOTES = """(() => {
  const boxes = [], given = currentScene().notes;
  drawNotes(probe, currentScene(), boxes);
  return given.map((note, i) => [note[2], ...boxes[i]]);
})()"""
BARS = """sceneBlocks(currentScene()).filter((b) => b.fill !== "line" && b.fill !== "none")
  .map((b) => [b.says, b.fill, b.x, b.y, b.w, b.h])"""
NAMES = """namesOnMap.map(({ box, node }) => {
  const from = network.canvasToDOM({ x: box[0], y: box[1] });
  const to = network.canvasToDOM({ x: box[2], y: box[3] });
  return [node.id, from.x, from.y, to.x, to.y];
})"""
SHAPES = """scenePlaces(currentScene()).filter((each) => shownNodes.has(each.node.number))
  .map((item) => {
  const at = network.canvasToDOM({ x: item.x, y: item.y });
  return [item.node.id, at.x, at.y, item.node.r * network.getScale()];
})"""
LEGEND = """[...document.querySelectorAll("#scales .mark")].map((line, i) => [
  document.querySelectorAll("#scales text")[i].textContent,
  Number(line.getAttribute("stroke-width"))])"""
UNITS = {"tn": 1e12, "bn": 1e9, "m": 1e6, "k": 1e3}


def dollars(text):
    """The number behind ``$300bn``."""
    unit = next((u for u in UNITS if text.endswith(u)), "")
    return float(text[1:].removesuffix(unit)) * UNITS.get(unit, 1.0)


def meet(one, other):
    """Whether two boxes (left, top, right, bottom) share more than a hair."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    return across > 0.5 and min(one[3], other[3]) - max(one[1], other[1]) > 0.5


@pytest.fixture(params=LADDERS)
def ladder(request, browser, pages):
    opened = Opened(browser, pages / f"{request.param}.html", 1440, 900).load()
    yield opened
    assert opened.complaints == []
    assert opened.outside == []
    opened.tab.close()


def resize(opened, width, height=844):
    opened.tab.set_viewport_size({"width": width, "height": height})
    opened.tab.wait_for_timeout(200)


@pytest.mark.parametrize("width", [390, 1024])
def test_narrow_ladder_fits_its_window_and_says_all_it_said(ladder, width):
    wide = ladder.run(NOTES)
    resize(ladder, width)
    room = ladder.run("holder.clientWidth")
    right = ladder.run("currentScene().frame[2]")
    assert right - ladder.run("currentScene().frame[0]") == room
    narrow = ladder.run(NOTES)
    assert max(box[3] for box in narrow) <= right
    assert max(x + w for _, _, x, _, w, _ in ladder.run(BARS)) <= right
    words = " ".join(text for text, *_ in narrow)
    for text, *_ in wide:
        # lines are broken and headings joined, but no figure, name or date is lost
        assert all(word.strip(",;:") in words for word in text.split())


@pytest.mark.parametrize("width", [390, 1024])
def test_words_and_bars_of_a_narrow_ladder_stand_clear_of_each_other(ladder, width):
    resize(ladder, width)
    words = [tuple(box) for _, *box in ladder.run(NOTES)]
    bars = [(x, y, x + w, y + h) for _, _, x, y, w, h in ladder.run(BARS)]
    for i, one in enumerate(words):
        assert not [other for other in words[i + 1 :] if meet(one, other)]
        assert not [bar for bar in bars if meet(one, bar)]


def test_bars_keep_their_proportions_and_the_ladder_widens_again(ladder):
    wide, notes = ladder.run(BARS), ladder.run(NOTES)
    longest = max(bar[4] for bar in wide)
    resize(ladder, 390)
    narrow = ladder.run(BARS)
    by_size = {(says, fill): w for says, fill, _, _, w, _ in narrow}
    part = max(bar[4] for bar in narrow) / longest
    assert part < 1
    for says, fill, _, _, w, _ in wide:
        if w > 5 and (says, fill) in by_size:
            assert by_size[says, fill] == pytest.approx(w * part, abs=0.9)
    resize(ladder, 1440, 900)
    assert ladder.run(BARS) == wide
    assert ladder.run(NOTES) == notes


@pytest.fixture(scope="module")
def long_ladder(tmp_path_factory):
    """A debtor with more loans than a window has rows."""
    world = World()
    debtor = world.party("debtor", "neocloud")
    for number in range(40):
        lender = world.party(f"bank-{number:02d}", "bank")
        world.flow(lender, debtor, 1e9 + number, "loan", deal_id=f"loan-{number:02d}")
    path = tmp_path_factory.mktemp("long") / "debt.html"
    text = render("debt", world.graph, {}, page_facts(anchor_id=debtor))
    path.write_text(text, encoding="utf-8")
    return path


def test_the_row_being_read_stays_when_the_window_becomes_narrower(browser, long_ladder):
    opened = Opened(browser, long_ladder, 1440, 800).load()
    opened.run("slideReading(0, 600)")
    before = opened.run("topRow(currentScene())")
    assert before > 5
    resize(opened, 390)
    assert abs(opened.run("topRow(currentScene())") - before) <= 1
    resize(opened, 1440, 800)
    assert abs(opened.run("topRow(currentScene())") - before) <= 1
    opened.tab.close()


@pytest.mark.parametrize(("width", "height"), WINDOWS)
@pytest.mark.parametrize("view", PICTURES)
def test_no_name_is_cut_or_stands_on_another_name_or_shape(browser, pages, view, width, height):
    opened = Opened(browser, pages / f"{view}.html", width, height).load()
    opened.tab.wait_for_timeout(150)
    names, room = opened.run(NAMES), opened.run("holder.clientWidth")
    assert names
    assert min(left for _, left, *_ in names) >= -0.5
    assert max(right for *_, right, _ in names) <= room + 0.5
    for i, (name, *box) in enumerate(names):
        assert not [other for other, *its in names[i + 1 :] if meet(box, its)]
        for party, x, y, r in opened.run(SHAPES):
            if party != name:
                assert not meet(box, (x - r - 8, y - 0.7 * r, x + r + 8, y + 0.7 * r)), (
                    f"{name} on {party}"
                )
    opened.tab.close()


@pytest.mark.parametrize("view", ["overview", "timeline", "stress", "lookthrough"])
def test_all_columns_are_in_the_window_of_a_phone(browser, pages, view):
    opened = Opened(browser, pages / f"{view}.html", 390, 844).load()
    opened.tab.wait_for_timeout(150)
    places = opened.run(SHAPES)
    assert min(x - r for _, x, _, r in places) >= 0
    assert max(x + r for _, x, _, r in places) <= 390
    high = opened.run("holder.clientHeight")
    assert max(bottom for *_, bottom in opened.run(NAMES)) <= high
    opened.tab.close()


def test_opening_details_moves_no_column(browser, pages):
    opened = Opened(browser, pages / "overview.html", 1440, 900).load()
    places = "JSON.stringify(currentScene().xy)"
    before = opened.run(places)
    opened.run("select('n', NODE_OF_ID.get('oriel'))")
    assert opened.run(places) == before
    opened.tab.close()


def test_a_place_in_an_address_is_the_same_on_another_window(browser, pages):
    wide = Opened(browser, pages / "overview.html", 1440, 900).load()
    at = wide.run("(() => { const item = placeOf(currentScene(), NODE_OF_ID.get('nimbus'));"
                  " return [acrossWide(currentScene(), item.x), item.y]; })()")  # fmt: skip
    wide.tab.close()
    phone = Opened(browser, pages / "overview.html", 390, 844)
    phone.load(f"#at={round(at[0])},{round(at[1])},1")
    middle = phone.run("network.getViewPosition()")
    nimbus = phone.run("placeOf(currentScene(), NODE_OF_ID.get('nimbus'))")
    assert middle["x"] == pytest.approx(nimbus["x"], abs=2)
    assert middle["y"] == pytest.approx(nimbus["y"], abs=2)
    phone.tab.close()


@pytest.mark.parametrize("zoom", [0.5, 1.0, 4.0])
def test_legend_is_as_wide_as_the_picture_draws_the_same_dollars(browser, pages, zoom):
    opened = Opened(browser, pages / "overview.html", 1440, 900).load()
    opened.run(f"network.moveTo({{ scale: {zoom} }}), network.redraw()")
    opened.tab.wait_for_timeout(100)
    drawn = opened.run(
        "sceneStrokes(currentScene()).filter((s) => s.role === 'f' && s.edge.usd > 1e9)"
        ".map((s) => [s.edge.usd, s.width * network.getScale()])"
    )
    legend = [(dollars(text), px) for text, px in opened.run(LEGEND)]
    assert len(legend) == 3
    assert max(px for _, px in legend) <= 22
    amount, px = legend[0]
    for usd, width in drawn:
        assert width / px == pytest.approx(math.sqrt(usd / amount), rel=0.02)
    opened.tab.close()


def test_legend_of_areas_is_true_too(browser, pages):
    opened = Opened(browser, pages / "overview.html", 1440, 900).load()
    ring, text = opened.run(
        "[Number(document.querySelector('#scales .ring').getAttribute('r')),"
        " document.querySelectorAll('#scales text')[3].textContent]"
    )
    mark = opened.run("ATLAS.legend.areas[0]")
    on_screen = mark["px"] * opened.run("network.getScale()")
    assert ring / on_screen == pytest.approx(math.sqrt(dollars(text) / mark["usd"]), rel=0.01)
    opened.tab.close()


def test_a_click_on_a_name_opens_the_party(browser, pages):
    opened = Opened(browser, pages / "overview.html", 1440, 900).load()
    name, left, top, right, bottom = opened.run(NAMES)[0]
    box = opened.tab.locator("#network").bounding_box()
    opened.tab.mouse.click(box["x"] + (left + right) / 2, box["y"] + (top + bottom) / 2)
    opened.tab.wait_for_timeout(100)
    assert opened.run("state.selected.row.id") == name
    opened.tab.close()


def test_a_picture_that_filters_emptied_says_so_and_offers_the_way_back(browser, pages):
    opened = Opened(browser, pages / "overview.html", 1440, 900).load()
    assert opened.tab.locator("#nothing").is_hidden()
    opened.run("change({ statuses: new Set() }, 'filters')")
    assert "No flow passes the filters" in opened.text("#nothing")
    opened.tab.click("#nothing-reset")
    assert opened.tab.locator("#nothing").is_hidden()
    assert opened.run("shownEdges.size") > 0
    opened.tab.close()


def test_a_minimum_in_the_address_is_one_the_slider_can_say(browser, pages):
    opened = Opened(browser, pages / "overview.html", 1440, 900).load("#min=3000000000000")
    assert opened.text("#minimum-text") == "$200bn"
    assert opened.run("state.minimum") == 2e11
    opened.tab.close()


def test_a_ladder_is_printed_whole(browser, long_ladder):
    opened = Opened(browser, long_ladder, 1440, 800).load()
    before = opened.run("network.canvas.frame.canvas.clientHeight")
    opened.run("slideReading(0, 600), dispatchEvent(new Event('beforeprint'))")
    high = opened.run("network.canvas.frame.canvas.clientHeight")
    top, bottom = opened.run("[currentScene().frame[1], currentScene().frame[3]]")
    scale = opened.run("network.getScale()")
    assert before < high == pytest.approx((bottom - top) * scale, abs=2)
    assert opened.run("network.DOMtoCanvas({ x: 0, y: 0 }).y") == pytest.approx(top, abs=1)
    opened.run("dispatchEvent(new Event('afterprint'))")
    assert opened.run("network.canvas.frame.canvas.clientHeight") == before
    opened.tab.close()


def test_a_lying_phone_scrolls_rather_than_leave_the_map_no_room(browser, pages):
    opened = Opened(browser, pages / "overview.html", 700, 340).load()
    assert opened.run("holder.clientHeight") >= 250
    assert opened.run("document.documentElement.scrollHeight") > 340
    assert opened.run("document.documentElement.scrollWidth") <= 700
    opened.tab.close()


def test_without_script_a_page_says_what_to_open_instead(browser, pages):
    tab = browser.new_page(java_script_enabled=False, viewport={"width": 390, "height": 844})
    tab.goto((pages / "overview.html").as_uri())
    assert "needs JavaScript" in tab.locator(".noscript").inner_text()
    assert tab.locator(".noscript a").get_attribute("href") == "index.html"
    for dead in ("#search", "#play", "#theme"):
        assert not tab.locator(dead).is_visible()
    tab.close()


def test_amounts_of_the_table_are_in_the_window_of_a_phone(browser, pages):
    opened = Opened(browser, pages / "overview.html", 390, 844).load("#t=1")
    cell = opened.tab.locator(".flows-table tbody tr").first.locator("td").nth(1)
    assert "$" in cell.inner_text()
    box = cell.bounding_box()
    assert box["x"] + box["width"] <= 390
    caption = opened.tab.locator(".flows-table caption span").bounding_box()
    assert caption["width"] <= 390
    opened.tab.close()


@pytest.mark.parametrize("width", [390, 1440])
def test_states_of_money_are_not_broken_inside_a_word(browser, pages, width):
    opened = Opened(browser, pages / "overview.html", width, 844).load("#sel=n%3Aoriel")
    heads = opened.tab.locator("#panel .states tbody th")
    assert heads.count() == 3
    for number in range(3):
        assert heads.nth(number).bounding_box()["height"] < 60
        assert opened.run(
            f"(() => {{ const th = document.querySelectorAll('#panel .states tbody th')[{number}];"
            " return th.scrollWidth <= th.clientWidth; })()"
        )
    opened.tab.close()


@pytest.mark.parametrize("view", ["overview", "loops", "timeline", "stress", "exposure"])
def test_a_finger_finds_every_control_of_a_phone(browser, pages, view):
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    tab = context.new_page()
    tab.goto((pages / f"{view}.html").as_uri())
    tab.wait_for_selector("body[data-ready]", state="attached")
    small = tab.evaluate(
        """[...document.querySelectorAll("button, select, summary, input")]
          .filter((each) => each.offsetParent && !each.closest(".sr, .skip"))
          .map((each) => [each.id || each.textContent, each.getBoundingClientRect()])
          .filter(([, box]) => box.width && (box.width < 24 || box.height < 24))
          .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""
    )
    assert small == []
    context.close()


def test_a_finger_beside_a_small_shape_opens_it(browser, pages):
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    tab = context.new_page()
    tab.goto((pages / "overview.html").as_uri())
    tab.wait_for_selector("body[data-ready]", state="attached")
    found = tab.evaluate(
        """(() => {
          const item = placeOf(currentScene(), NODE_OF_ID.get("suppliers"));
          const away = (item.node.r + 8 / network.getScale());
          const party = partyUnder(currentScene(), { x: item.x + away, y: item.y });
          return party && party.id;
        })()"""
    )
    assert found == "suppliers"
    context.close()
