import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.maps import ordering
from graphbuild.maps.layout import Spot, place_columns, place_fan, place_ring
from graphbuild.maps.ordering import crossings, order_columns


def _overlaps(places, radii):
    return [
        (one, other)
        for one, other in combinations(sorted(places), 2)
        if (places[one].x - places[other].x) ** 2 + (places[one].y - places[other].y) ** 2
        < (radii[one] + radii[other]) ** 2
    ]


def _spots_and_links(count, links, seed):
    chance = random.Random(seed)
    spots = [
        Spot(f"n{i:03}", chance.randrange(6), chance.uniform(4.5, 44), chance.randrange(2))
        for i in range(count)
    ]
    names = [spot.name for spot in spots]
    return spots, [(*chance.sample(names, 2), chance.uniform(1, 20)) for _ in range(links)]


@pytest.mark.parametrize("seed", range(4))
def test_no_two_discs_of_the_columns_overlap(seed):
    spots, links = _spots_and_links(120, 300, seed)
    assert not _overlaps(place_columns(spots, links), {s.name: s.radius for s in spots})


def test_places_do_not_depend_on_the_order_of_the_input():
    spots, links = _spots_and_links(60, 150, 1)
    chance = random.Random(2)
    shuffled = spots.copy()
    chance.shuffle(shuffled)
    turned = links.copy()
    chance.shuffle(turned)
    assert list(place_columns(shuffled, turned).items()) == list(
        place_columns(spots, links).items()
    )


def test_columns_run_left_to_right_and_empty_ones_take_no_room():
    spots = [Spot("bank", 0, 5), Spot("cloud", 3, 5), Spot("lab", 4, 5)]
    places = place_columns(spots, [("bank", "lab", 1.0)])
    assert places["bank"].x < places["cloud"].x < places["lab"].x
    assert places["cloud"].x - places["bank"].x == places["lab"].x - places["cloud"].x
    assert (places["bank"].side, places["lab"].side) == ("left", "right")


def test_what_is_hidden_at_first_stands_below_everything_else():
    spots = [Spot(f"m{i}", i % 3, 8) for i in range(9)] + [
        Spot(f"z{i}", i % 3, 8, 1) for i in range(9)
    ]
    places = place_columns(spots, [("m0", "z1", 1.0)])
    assert max(p.y for n, p in places.items() if n[0] == "m") < min(
        p.y for n, p in places.items() if n[0] == "z"
    )


def test_neighbours_end_up_at_about_one_height():
    spots = [
        Spot(f"{side}{i}", column, 5) for column, side in ((0, "l"), (4, "r")) for i in range(8)
    ]
    links = [(f"l{i}", f"r{7 - i}", 1.0) for i in range(8)]
    places = place_columns(spots, links)
    assert all(abs(places[one].y - places[other].y) < 1.0 for one, other, _ in links)


def test_a_tangle_that_can_be_undone_is_undone():
    columns = {0: [f"a{i}" for i in range(6)], 1: [f"b{i}" for i in range(6)]}
    links = [(f"a{i}", f"b{5 - i}", 1.0) for i in range(6)]
    assert crossings(columns, links) == 15
    assert crossings(order_columns(columns, links), links) == 0


@given(st.integers(0, 10_000))
@settings(max_examples=40)
def test_ordering_never_makes_it_worse_and_loses_nobody(seed):
    chance = random.Random(seed)
    columns = {c: [f"{c}-{i}" for i in range(chance.randint(1, 7))] for c in range(4)}
    names = [name for members in columns.values() for name in members]
    links = [(*chance.sample(names, 2), 1.0) for _ in range(12)]
    order = order_columns(columns, links)
    assert crossings(order, links) <= crossings(columns, links)
    assert {c: sorted(members) for c, members in order.items()} == columns


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=25))
def test_crossings_agree_with_comparing_every_pair(pairs):
    columns = {0: [f"a{i}" for i in range(7)], 1: [f"b{i}" for i in range(7)]}
    links = [(f"a{i}", f"b{j}", 1.0) for i, j in pairs]
    slow = sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(pairs, 2))
    assert crossings(columns, links) == slow


def test_sweeps_are_bounded():
    assert ordering.SWEEPS <= 50


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8])
def test_ring_does_not_overlap_and_runs_clockwise(count):
    names = [f"n{i}" for i in range(count)]
    radii = dict.fromkeys(names, 44.0)
    places = place_ring(names, radii)
    assert not _overlaps(places, radii)
    if count > 2:
        assert places["n0"].y == min(p.y for p in places.values())
        assert places["n1"].x > places["n0"].x


@given(
    st.lists(st.floats(4.5, 44), max_size=30),
    st.lists(st.floats(4.5, 44), max_size=30),
    st.floats(4.5, 44),
)
@settings(max_examples=40)
def test_fan_does_not_overlap_whatever_the_sizes(left, right, centre):
    radii = {"centre": centre}
    radii |= {f"l{i}": r for i, r in enumerate(left)} | {f"r{i}": r for i, r in enumerate(right)}
    lefts, rights = [f"l{i}" for i in range(len(left))], [f"r{i}" for i in range(len(right))]
    places = place_fan("centre", lefts, rights, radii)
    assert set(places) == set(radii)
    assert not _overlaps(places, radii)
    assert all(places[name].x < 0 for name in lefts)
    assert all(places[name].x > 0 for name in rights)
