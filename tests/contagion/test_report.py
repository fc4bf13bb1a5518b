"""The HTML report: whole, self-contained, escaped, the same bytes for the same inputs."""

import base64
import hashlib
import html
import re
from html.parser import HTMLParser

import pytest

from graphbuild.contagion.ensemble import tornado_rows
from graphbuild.contagion.outcome import answer_scenario
from graphbuild.contagion.report import html_report
from graphbuild.contagion.scenario import Scenario, parse_shock
from tests.contagion.test_stress import small_model
from tests.maps.browsing import Opened


def _page(story="Why & how <b>so</b>."):
    scenario = Scenario(
        name="t",
        title="A lab <fails>",
        story=story,
        sources=("https://example.org/a", "javascript:x"),
        shocks=(parse_shock("lab.default=-1"),),
    )
    return html_report(answer_scenario(small_model(), scenario), snapshot="abc", as_of="2026-06-30")


def test_page_shows_timeline_waterfall_path_and_sources():
    page = _page()
    assert page.count("<svg") >= 5  # two who fall short, three ends of the waterfall
    for words in ("capacity", "chips-loan", "relet.cloud", "https://example.org/a", "snapshot abc"):
        assert words in page


def test_text_from_files_is_escaped_and_only_web_links_are_links():
    page = _page()
    assert "<fails>" not in page
    assert "<b>so</b>" not in page
    assert 'href="javascript' not in page


def test_page_asks_nothing_of_the_network_and_closes_its_tags():
    page = _page()
    assert "<script" not in page
    assert "src=" not in page
    counts: dict[str, int] = {}

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            counts[tag] = counts.get(tag, 0) + 1

        def handle_endtag(self, tag):
            counts[tag] = counts.get(tag, 0) - 1

    Reader().feed(page)
    closed = {"html", "head", "body", "table", "svg", "ul", "li", "p", "h1", "h2", "td", "tr"}
    assert {tag: counts[tag] for tag in closed} == dict.fromkeys(closed, 0)


def test_style_is_allowed_by_its_hash_and_nothing_else_is():
    page = _page()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"sha256-{digest}" in html.unescape(policy[1])
    assert "default-src" in policy[1]
    assert "unsafe" not in policy[1]
    assert "style=" not in page.replace("<style>", "")


def test_drivers_are_drawn_where_they_are_given():
    model = small_model()
    scenario = Scenario(
        name="t", title="t", story="", sources=(), shocks=(parse_shock("lab.revenue=-60%"),)
    )
    rows = tornado_rows(model, scenario)
    page = html_report(
        answer_scenario(model, scenario), snapshot="a", as_of="2026-06-30", drivers=rows
    )
    assert "What moves the loss most" in page
    assert html.escape(rows[0]["words"]) in page
    assert "What moves the loss most" not in _page()


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1440])
def test_page_opens_in_a_browser_without_complaint_request_or_sideways_scroll(
    browser, tmp_path, width
):
    path = tmp_path / "report.html"
    path.write_text(_page(), encoding="utf-8")
    opened = Opened(browser, path, width, 900)
    opened.tab.goto(opened.address)
    assert opened.complaints == []
    assert opened.outside == []
    assert opened.run("document.documentElement.scrollWidth") <= width
    filled = opened.run("getComputedStyle(document.querySelector('rect.worse, rect.better')).fill")
    assert filled != "rgb(0, 0, 0)"  # the style was not refused
    opened.tab.close()


def test_same_inputs_same_bytes():
    assert _page() == _page()
