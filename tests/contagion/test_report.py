"""The HTML report: whole, self-contained, escaped, the same bytes for the same inputs."""

from html.parser import HTMLParser

from graphbuild.contagion.outcome import answer_scenario
from graphbuild.contagion.report import html_report
from graphbuild.contagion.scenario import Scenario, parse_shock
from tests.contagion.test_stress import small_model


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
    assert page.count("<svg") == 2
    for words in ("capacity", "chips-loan", "relet.cloud", "https://example.org/a", "snapshot abc"):
        assert words in page


def test_text_from_files_is_escaped_and_only_web_links_are_links():
    page = _page()
    assert "<fails>" not in page
    assert "<b>so</b>" not in page
    assert "href='javascript" not in page


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


def test_same_inputs_same_bytes():
    assert _page() == _page()
