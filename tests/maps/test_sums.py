import pytest

from graphbuild.maps.sums import party_sums
from tests.maps.graphs import World, small_world


def test_sums_are_kept_by_state_and_side():
    sums = party_sums(small_world())["oriel"]
    assert sums.sends["firm"].low == sums.sends["firm"].high == 300e9
    assert (sums.sends["contingent"].low, sums.sends["contingent"].high) == (0, 20e9)
    assert sums.sends["headline"].high == 500e9
    assert sums.receives["firm"].high == 43e9  # the unverified billion is shown, not added


def test_size_is_the_larger_side_and_firm_is_of_that_side():
    sums = party_sums(small_world())["oriel"]
    assert sums.size_usd == 820e9
    assert sums.firm_usd == 300e9


def test_consortium_counts_once_where_it_meets_and_for_nothing_sure_at_a_member():
    sums = party_sums(small_world())
    assert sums["heath-spv"].receives["firm"].low == 7.6e9
    assert sums["heath-spv"].size_usd == 7.6e9
    member = sums["alder"].sends["firm"]
    assert (member.low, member.high) == (0, 7.6e9)
    assert sums["alder"].size_usd == 0


def test_ended_and_merely_shown_deals_are_not_added():
    sums = party_sums(small_world())["granite"]
    assert sums.sends["firm"].high == 30e9


def test_open_amount_opens_the_sum_but_is_drawn_by_its_floor():
    world = World()
    world.flow("a", "b", 2e9, qualifier="at_least", usd_high=None, firm_high=None)
    world.flow("a", "b", 1e9, "bond")
    sums = party_sums(world.graph)["a"]
    assert sums.sends["firm"].high is None
    assert sums.sends["firm"].low == 3e9
    assert sums.size_usd == pytest.approx(3e9)


def test_residual_is_added_and_past_is_not():
    world = World()
    world.flow("a", "b", 2e9, standing="residual")
    world.flow("a", "b", 5e9, "revenue", "past")
    assert party_sums(world.graph)["b"].size_usd == 2e9
