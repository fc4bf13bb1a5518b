import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from importlib import resources

import networkx as nx
import pytest

from graphbuild.errors import ExpectationError
from graphbuild.maps import VIEWS, render
from graphbuild.maps.page import SCRIPTS, refuse_outside_references
from graphbuild.maps.statement import Statement
from tests.maps.graphs import World, loop_tables, page_facts, random_world, small_world
from tests.maps.hostile import NAMES, hostile_facts, hostile_world
from tests.maps.test_packing import unpack

_WRITERS = (
    "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function",
    "fetch(", "XMLHttpRequest", "WebSocket", "localStorage", "import(",
)  # fmt: skip


@pytest.fixture(scope="module")
def page():
    return render("overview", small_world(), loop_tables(), page_facts())


class _Blocks(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.blocks, self._key = [], {}, None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._key = dict(attrs).get("id", tag) if tag in {"script", "style", "title"} else None

    def handle_data(self, data):
        if self._key:
            self.blocks.setdefault(self._key, []).append(data)

    def handle_endtag(self, tag):
        self._key = None


def _data(page, block="atlas"):
    return json.loads("".join(_Blocks(page).blocks[block]))


def test_page_is_a_standards_document_with_language_and_title(page):
    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert "<title>Who finances whom</title>" in page
    assert page.count("<h1>") == 1


def test_policy_names_the_hash_of_every_script_and_style_and_nothing_else(page):
    blocks = _Blocks(page)
    policy = next(
        a["content"] for t, a in blocks.tags if a.get("http-equiv") == "Content-Security-Policy"
    )
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in policy
    assert "http" not in policy
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert len(scripts) == 2
    assert rules["script-src"].split() == [_hash(text) for text in scripts]
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert rules["style-src"] == _hash(style)


def _hash(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_no_element_refers_to_anything_outside(page):
    for tag, attributes in _Blocks(page).tags:
        for name in ("src", "href", "srcset", "action", "poster"):
            value = attributes.get(name, "")
            assert value is None or value.startswith(("#", "data:")) or not value, (tag, value)
        assert not [name for name in attributes if name.startswith("on")]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="https://evil.example/x.png">',
        '<link rel="stylesheet" href="//evil.example/x.css">',
        '<script src="lib/x.js"></script>',
        '<p style="background: url(https://evil.example/)">',
        "<style>@import 'https://evil.example/x.css';</style>",
        "<style>p { background: url(  'x.png') }</style>",
        '<meta http-equiv="refresh" content="0;url=https://evil.example">',
        '<a href="https://evil.example">x</a>',
        '<p onclick="x()">',
        '<iframe srcdoc="<p>"></iframe>',
    ],
)
def test_page_that_reaches_out_is_refused(markup):
    with pytest.raises(ExpectationError, match="refers outside itself"):
        refuse_outside_references(f"<!doctype html><html><body>{markup}</body></html>")


def test_page_may_refer_to_itself():
    refuse_outside_references(
        '<a href="#x">x</a><link rel="icon" href="data:,">'
        "<style>p { background: url(data:,) }</style>"
    )


def test_data_holds_every_party_and_flow_once_with_places(page):
    data = _data(page)
    nodes, edges = unpack(data["nodes"]), unpack(data["edges"])
    assert {row["id"] for row in nodes} == set(small_world())
    by_id = {row["id"]: row for row in edges}
    assert len(by_id) == 12
    deal = by_id["oriel-nimbus-cloud_contract"]
    line = unpack(_data(page, "vis-edges"))[edges.index(deal)]
    assert [nodes[line[end]]["id"] for end in ("from", "to")] == ["oriel", "nimbus"]
    assert (deal["label"], deal["usd"], deal["quote"]) == ("$300bn", 300_000_000_000, "We agreed.")
    overview = data["views"][0]["scenes"][0]
    assert len(overview["xy"]) == 2 * len(overview["nodes"]) == 18
    assert len(overview["paths"]) == 8 * len(overview["roles"])
    assert [view["name"] for view in data["views"]] == [
        "overview", "ego", "loops", "exposure", "debt", "lookthrough", "sankey",
    ]  # fmt: skip


def test_link_that_is_no_web_address_never_reaches_the_page():
    page = render("overview", hostile_world(), {}, page_facts(anchor_id=""))
    assert "javascript:" not in "".join(_Blocks(page).blocks["atlas"])


def test_versions_of_a_deal_are_held_once_and_counted_where_they_are_many():
    def said(figure, url=""):
        return Statement(
            side="target", speaker="Nimbus Cloud Corp.", figure=figure, tier="filing",
            said_on="2026-03-01", url=url, stands=True,
        )  # fmt: skip

    cloud = "oriel-nimbus-cloud_contract"
    told = {
        cloud: tuple(said(f"${n}bn") for n in range(1, 12)),
        "granite-oriel-equity": (said("$30bn", "https://example.com/10-k"),),
        "no-such-deal": (said("$1bn"),),
    }
    data = _data(render("debt", small_world(), {}, page_facts(statements=told)))
    rows, edges = unpack(data["said"]), unpack(data["edges"])
    of_cloud = [row for row in rows if edges[row["of"]]["deal"] in {cloud, ""} and row["all"] > 1]
    assert [row["figure"] for row in of_cloud] == [f"${n}bn" for n in range(1, 9)]
    assert {row["all"] for row in of_cloud} == {11}
    (equity,) = [row for row in rows if row["figure"] == "$30bn"]
    assert equity["url"] == "="


def test_page_of_one_view_has_no_others():
    data = _data(render("ego", small_world(), {}, page_facts()))
    assert [view["name"] for view in data["views"]] == ["ego"]


def test_same_inputs_same_bytes_whatever_the_order_of_the_graph(page):
    graph = small_world()
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    for source, target, key, data in reversed(list(graph.edges(keys=True, data=True))):
        turned.add_edge(source, target, key=key, **data)
    assert render("overview", turned, loop_tables(), page_facts()) == page


def test_drawing_leaves_the_graph_as_it_was():
    graph = small_world()
    render("overview", graph, {}, page_facts())
    assert nx.utils.graphs_equal(graph, small_world())


@pytest.mark.parametrize("view", [view.name for view in VIEWS])
def test_hostile_text_stays_inside_the_data(view):
    facts = page_facts(
        title=NAMES[0], notes=NAMES[:5], revenue_text=NAMES[1], anchor_id="hub", **hostile_facts()
    )
    page = render(view, hostile_world(), {}, facts)
    plain = render(view, small_world(), {}, page_facts(notes=("",) * 5))
    assert [t for t, _ in _Blocks(page).tags] == [t for t, _ in _Blocks(plain).tags]
    assert "window.hacked = 1</script>" not in page
    names = {row["name"][:200] for row in unpack(_data(page)["nodes"])}
    assert view == "loops" or NAMES[0] in names
    assert len(page) < 1_200_000


def test_empty_graph_still_makes_a_page():
    page = render("overview", World().graph, {}, page_facts())
    assert _data(page)["views"][0]["empty"] == "The graph has no flows to draw."


def test_every_script_of_the_folder_is_in_the_page():
    folder = resources.files("graphbuild.maps") / "templates"
    assert sorted(SCRIPTS) == sorted(f.name for f in folder.iterdir() if f.name.endswith(".js"))


def test_scripts_never_write_markup():
    folder = resources.files("graphbuild.maps") / "templates"
    text = "".join((folder / name).read_text(encoding="utf-8") for name in SCRIPTS)
    for forbidden in _WRITERS:
        assert forbidden not in text, forbidden


def test_page_of_500_parties_and_3000_flows_stays_below_the_limit():
    graph = random_world(500, 3000)
    page = render("overview", graph, {}, page_facts(anchor_id="party-0004", map_nodes=500))
    assert len(page.encode()) < 1_500_000
