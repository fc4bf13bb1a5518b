import re
import xml.etree.ElementTree as ET
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.errors import NotFoundError
from graphbuild.maps import draw, render_svg
from graphbuild.maps.inking import INK
from graphbuild.maps.labelling import place_labels
from graphbuild.maps.svg import element, words
from tests.maps.graphs import exposure_tables, loop_tables, page_facts, random_world, small_world
from tests.maps.hostile import hostile_world

NS = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def picture():
    return ET.fromstring(render_svg("overview", small_world(), {}, page_facts()))


def _texts(picture):
    return [node.text for node in picture.iter(f"{NS}text")]


def test_picture_says_what_it_is_as_of_when_and_from_what(picture):
    texts = _texts(picture)
    assert "Who finances whom" in texts
    assert (
        "Measured against Oriel’s revenue of $13bn in 2025. 9 of 12 deals, as of 2026-06-30."
        in texts
    )
    assert any("Inputs 0123456789ab." in text for text in texts)
    assert picture.find(f"{NS}title").text == "Who finances whom"


def test_picture_names_the_parties_and_the_columns(picture):
    assert {"Oriel Labs", "Nimbus Cloud", "CLOUDS", "LABS", "● revenue $13bn"} <= set(
        _texts(picture)
    )


def test_picture_draws_what_the_page_shows_at_first(picture):
    marks = _texts(picture).count("?")
    assert marks == 1  # the unverified deal; the ended one is not there
    stems = [p for p in picture.iter(f"{NS}path") if p.get("stroke-dasharray") == "9 5"]
    assert len(stems) == 2 + 1  # two contingent flows and the legend


def test_picture_has_no_script_style_or_link(picture):
    tags = {node.tag.removeprefix(NS) for node in picture.iter()}
    assert tags <= {"svg", "title", "desc", "rect", "line", "path", "polygon", "circle", "text"}
    assert not [n for node in picture.iter() for n in node.attrib if n.endswith("href")]


def test_hostile_text_stays_text():
    root = ET.fromstring(render_svg("overview", hostile_world(), {}, page_facts(anchor_id="hub")))
    assert {node.tag.removeprefix(NS) for node in root.iter()} <= {
        "svg", "title", "desc", "rect", "line", "path", "polygon", "circle", "text",
    }  # fmt: skip


@given(st.text(max_size=40))
def test_any_text_makes_well_formed_xml(text):
    ET.fromstring(element("text", words(text), fill=text))


def test_labels_do_not_lie_on_each_other():
    sheet, drawing = draw("overview", random_world(90, 300), {}, page_facts(anchor_id=""))
    boxes = list(place_labels(list(sheet.nodes.values()), drawing.scenes[0].places, 14).values())
    assert len(boxes) > 30
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])


def test_loop_makes_a_picture_and_an_empty_view_says_why_not():
    assert "<svg" in render_svg("loops", small_world(), loop_tables(), page_facts())
    with pytest.raises(NotFoundError, match="nothing to draw: No loop"):
        render_svg("loops", small_world(), {}, page_facts())


def test_picture_is_the_same_twice():
    one, other = (render_svg("overview", small_world(), {}, page_facts()) for _ in range(2))
    assert one == other


def test_inks_are_those_of_the_style_sheet():
    style = (resources.files("graphbuild.maps") / "templates" / "style.css").read_text("utf-8")
    light = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", style.split("}")[0]))
    assert {name: light[name] for name in INK} == INK


@pytest.mark.parametrize("view", ["exposure", "debt", "sankey", "lookthrough"])
def test_ladders_and_ribbons_are_in_the_still_picture_too(view):
    tables = {**loop_tables(), **exposure_tables()}
    document = render_svg(view, small_world(), tables, page_facts())
    root = ET.fromstring(document)
    _, drawing = draw(view, small_world(), tables, page_facts())
    said = {element.text for element in root.iter(f"{NS}text")}
    assert {note.text for note in drawing.scenes[0].notes} <= said
    solid = [block for block in drawing.scenes[0].blocks if block.fill == "firm"]
    assert len(list(root.iter(f"{NS}rect"))) >= len(solid) + 2
    assert document == render_svg(view, small_world(), tables, page_facts())
