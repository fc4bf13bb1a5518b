"""Same entity, same place: what a rebuild may move, and by how much."""

import random
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.maps.drawing import draw_sheet
from graphbuild.maps.layout import Spot, place_columns, standing
from graphbuild.maps.overview import draw_overview
from graphbuild.maps.standing import Stand, Standing
from tests.maps.graphs import page_facts, random_world


def overview(graph, before=None):
    facts = page_facts(anchor_id="party-0004", before=before)
    drawing = draw_overview(draw_sheet(graph, facts), graph, {}, facts)
    return drawing.scenes[0].places, drawing.standing


def without(graph, deals):
    smaller = graph.copy()
    smaller.remove_edges_from([edge for edge in graph.edges(keys=True) if edge[2] in deals])
    return smaller


def moves(old, new):
    both = old.keys() & new.keys()
    return sorted(((old[n].x - new[n].x) ** 2 + (old[n].y - new[n].y) ** 2) ** 0.5 for n in both)


@pytest.mark.parametrize("seed", range(5))
def test_ten_more_deals_leave_almost_everybody_in_place(seed):
    graph = random_world(150, 380, seed=seed)
    deals = sorted(key for *_, key in graph.edges(keys=True))
    added = set(random.Random(seed).sample(deals, 10))
    old, kept = overview(without(graph, added))
    anew = moves(old, overview(graph)[0])
    moved = moves(old, overview(graph, kept)[0])
    assert median(moved) < 2
    nine_tenths = int(0.9 * len(moved))
    assert moved[nine_tenths] < 0.5 * anew[nine_tenths]


def test_the_same_graph_on_its_own_places_does_not_move():
    graph = random_world(120, 300)
    places, kept = overview(graph)
    again, kept_again = overview(graph, kept)
    assert moves(places, again)[-1] <= 0.3
    assert overview(graph, kept_again)[0] == again


def test_newcomer_stands_beside_its_neighbour():
    old = [Spot("a", 0, 5.0), Spot("b", 1, 5.0), Spot("c", 1, 5.0), Spot("d", 1, 5.0)]
    links = [("a", "c", 1.0)]
    before = standing(old, place_columns(old, links))
    new = place_columns([*old, Spot("new", 1, 5.0)], [*links, ("new", "a", 1.0)], before)
    heights = sorted((abs(new[name].y - new["a"].y), name) for name in ("b", "c", "d", "new"))
    assert "new" in {name for _, name in heights[:2]}


def test_with_few_known_parties_the_picture_is_laid_out_anew():
    spots = [Spot(f"p{i}", i % 3, 5.0) for i in range(10)]
    before = Standing(300.0, {f"p{i}": Stand(i % 3, 0, 5000.0) for i in range(4)})
    assert place_columns(spots, [], before) == place_columns(spots, [])


def test_who_changed_column_is_a_newcomer():
    before = Standing(236.0, {"a": Stand(0, 0, 10.0), "b": Stand(0, 0, 900.0)})
    assert before.known({"a": (0, 0), "b": (1, 0)}) == {"a": 10.0}


@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.floats(4.5, 44.0), st.booleans(), st.floats(0, 900)),
        min_size=1, max_size=30,
    )
)  # fmt: skip
def test_no_two_discs_of_a_column_overlap_whatever_was_kept(given_spots):
    spots = [Spot(f"p{i:02}", column, r) for i, (column, r, _, _) in enumerate(given_spots)]
    stands = {
        spot.name: Stand(spot.column, 0, y)
        for spot, (_, _, is_known, y) in zip(spots, given_spots, strict=True)
        if is_known
    }
    places = place_columns(spots, [], Standing(236.0, stands))
    for one in spots:
        for other in spots:
            if one.name < other.name and one.column == other.column:
                apart = abs(places[one.name].y - places[other.name].y)
                assert apart >= one.radius + other.radius


def test_places_survive_the_file_and_nonsense_is_refused():
    before = Standing(240.0, {"b": Stand(1, 0, 12.5), "a": Stand(0, 1, -3.0)})
    assert Standing.from_json(before.as_json()) == before
    short, worded = {"a": [1, 0]}, {"a": ["left", 0, 1.0]}
    places = ({"step": 1, "places": given} for given in ({"a": 3}, short, worded))
    for nonsense in ({}, {"step": 1}, [], *places):
        with pytest.raises(ValueError, match="not a list of places"):
            Standing.from_json(nonsense)
