"""What unrolls with time, in a real browser: a scenario by quarter, the past by month."""

import pytest

from graphbuild.maps import render
from graphbuild.maps.statement import Statement
from tests.maps.browsing import Opened
from tests.maps.graphs import page_facts, small_world

pytestmark = pytest.mark.browser


def test_shock_and_quarter_unroll_the_scenario(browser, pages):
    page = Opened(browser, pages / "stress.html", 1440, 900).load()
    assert page.text("#short-said") == (
        "Short of cash by 2027-Q1: 1 at both ends, 1 at the worse end only."
    )
    assert "up to $5bn" in page.text("#short-rows")
    assert "$1bn to $9bn firm" in page.text("#bearer-rows")
    assert page.text("#shock-text") == "30%, as told"
    page.tab.locator("#quarter").focus()
    page.tab.keyboard.press("ArrowLeft")
    assert page.text("#short-said").startswith("Short of cash by 2026-Q4: 1 at the worse end")
    page.tab.keyboard.press("Home")
    assert page.text("#short-said") == "Nobody is short of cash by 2026-Q3."
    page.tab.keyboard.press("End")
    page.tab.locator("#shock").focus()
    page.tab.keyboard.press("Home")
    assert page.text("#shock-text") == "10%"
    assert page.text("#short-said") == "Nobody is short of cash by 2027-Q1."
    assert page.run("location.hash") == "#shock=0&q=2027-Q1"
    page.load("#shock=1&q=2026-Q4")
    assert page.run("[...stressNow.unpaid.values()]") == [[0, 3e9]]
    page.run("change({ scene: 'granite-too' }, 'scene')")
    assert page.text("#shock-text") == "30%, as told"
    assert page.complaints == []
    page.tab.close()


def test_timeline_shows_the_figures_of_the_day(browser, pages):
    page = Opened(browser, pages / "timeline.html", 1440, 900).load("#min=0")
    cloud = "EDGES.find((edge) => edge.id === 'oriel-nimbus-cloud_contract')"
    wide = page.run(f"sceneStrokes(currentScene()).find((s) => s.edge === {cloud}).width")
    page.tab.locator("#until").focus()
    page.tab.keyboard.press("Home")
    assert page.run("[...shownEdges].map((number) => EDGES[number].id)") == [
        "oriel-nimbus-cloud_contract"
    ]
    assert page.run(f"[{cloud}.label, {cloud}.firmness, {cloud}.status]") == [
        "$100bn", "headline", "announced",
    ]  # fmt: skip
    then = page.run(f"sceneStrokes(currentScene()).find((s) => s.edge === {cloud}).width")
    assert then == pytest.approx(wide / 3**0.5, rel=0.02)
    page.run(f"select('f', {cloud})")
    assert "As known by the end of 2026-01: headline, announced. Today it is $300bn" in page.text(
        "#panel"
    )
    page.tab.locator("#panel-close").click()
    assert page.text("#moment-title") == "Known by the end of 2026-01: 1 deal"
    page.tab.locator("#until").focus()
    page.tab.keyboard.press("End")
    assert page.run(f"{cloud}.label") == "$300bn"
    assert "$100bn, announced → $300bn, signed" in page.text("#moment-events")
    assert page.complaints == []
    page.tab.close()


def test_details_tell_both_parties_versions(browser, tmp_path):
    said = {
        "granite-oriel-equity": (
            Statement(
                side="target", speaker="Oriel Labs, Inc.", figure="$30bn, paid", tier="filing",
                said_on="2026-03-01", url="https://example.com/10-k", stands=True,
            ),
            Statement(
                side="other", speaker="", figure="up to $40bn, ceiling", tier="named news",
                said_on="2026-02-01", url="", stands=False,
            ),
        )
    }  # fmt: skip
    path = tmp_path / "map.html"
    path.write_text(render("overview", small_world(), {}, page_facts(statements=said)), "utf-8")
    page = Opened(browser, path, 1440, 900).load("#sel=f%3Agranite-oriel-equity")
    told = page.text("#panel .versions").splitlines()
    assert told == [
        "Granite Silicon, who gives", "no filing of its own is among the inputs",
        "Oriel Labs, who gets",
        "$30bn, paid, stands filing, 2026-03-01, Oriel Labs, Inc. source",
        "Others", "up to $40bn, ceiling named news, 2026-02-01",
    ]  # fmt: skip
    assert page.tab.locator("#panel .versions a").get_attribute("href") == (
        "https://example.com/10-k"
    )
    assert page.complaints == []
    page.tab.close()
