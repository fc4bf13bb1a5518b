import re

import pytest

from graphbuild.errors import ExpectationError
from graphbuild.maps import VIEWS, render_index
from graphbuild.maps.page import refuse_outside_references
from tests.maps.graphs import World, exposure_tables, loop_tables, page_facts, small_world
from tests.maps.hostile import NAMES, hostile_world
from tests.maps.told import cascade, chronicle


@pytest.fixture(scope="module")
def index():
    return _index()


def _index():
    facts = page_facts(cascades=(cascade(),), chronicle=chronicle(small_world()))
    return render_index(small_world(), {**loop_tables(), **exposure_tables()}, facts)


def test_every_view_has_a_card_that_leads_to_its_page(index):
    assert re.findall(r'<li><a href="([^"]+)">', index) == [f"{view.name}.html" for view in VIEWS]
    for view in VIEWS:
        assert view.purpose in index


def test_views_with_something_to_draw_have_a_picture(index):
    assert index.count("<svg") == len(VIEWS) - 1  # nothing to compare a first snapshot with
    assert "This is the first snapshot" in index


def test_index_runs_no_script_and_is_small(index):
    assert "<script" not in index
    assert "script-src &#39;none&#39;" in index
    assert len(index.encode()) < 100_000


def test_same_inputs_same_bytes(index):
    assert _index() == index


def test_hostile_names_do_not_reach_the_index_as_markup():
    page = render_index(hostile_world(), {}, page_facts(anchor_id="hub", title=NAMES[0]))
    assert "<script" not in page


def test_empty_snapshot_has_an_index():
    assert render_index(World().graph, {}, page_facts()).count("<li>") == len(VIEWS)


def test_only_named_neighbours_may_be_linked():
    refuse_outside_references('<a href="ego.html">x</a>', pages=frozenset({"ego.html"}))
    with pytest.raises(ExpectationError):
        refuse_outside_references('<a href="other.html">x</a>', pages=frozenset({"ego.html"}))
    with pytest.raises(ExpectationError):
        refuse_outside_references('<img src="ego.html">', pages=frozenset({"ego.html"}))
