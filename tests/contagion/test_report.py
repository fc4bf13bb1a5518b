"""The HTML report: whole, self-contained, escaped, the same bytes for the same inputs."""

import base64
import hashlib
import html
import re
from html.parser import HTMLParser

from graphbuild.contagion.ensemble import tornado_rows
from graphbuild.contagion.outcome import answer_scenario
from graphbuild.contagion.report import html_report, span
from graphbuild.contagion.scenario import Scenario, parse_shock
from tests.contagion.test_stress import small_model


def page_of(story="Why & how <b>so</b>."):
    scenario = Scenario(
        name="t",
        title="A lab <fails>",
        story=story,
        sources=("https://example.org/a", "javascript:x"),
        shocks=(parse_shock("lab.default=-1"),),
    )
    return html_report(answer_scenario(small_model(), scenario), snapshot="abc", as_of="2026-06-30")


def test_page_shows_timeline_waterfall_path_and_sources():
    page = page_of()
    assert page.count("<svg") >= 5  # two who fall short, three ends of the waterfall
    for words in ("capacity", "chips-loan", "relet.cloud", "https://example.org/a", "snapshot abc"):
        assert words in page


def test_text_from_files_is_escaped_and_only_web_links_are_links():
    page = page_of()
    assert "<fails>" not in page
    assert "<b>so</b>" not in page
    assert 'href="javascript' not in page


def test_page_asks_nothing_of_the_network_and_closes_its_tags():
    page = page_of()
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
    page = page_of()
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
    assert "What moves the loss of firm money most" in page
    assert html.escape(rows[0]["words"]) in page
    assert "What moves the loss of firm money most" not in page_of()


def test_same_inputs_same_bytes():
    assert page_of() == page_of()


def test_intervals_say_their_unit_once():
    assert span(1.9e9, 18.3e9) == "1.9 to 18.3 bn"
    assert span(4e7, 18.3e9) == "40.0 m to 18.3 bn"
    assert span(0.0, 5e8) == "up to 0.5 bn"
    assert span(2e11, 2e11) == "200 bn"
