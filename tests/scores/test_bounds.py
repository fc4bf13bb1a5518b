import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.scores.bounds import Bounds, add, closed, larger, scale, sum_contracts
from graphbuild.scores.readings import counted_contracts
from tests.scores.graphs import World


def total(world, column="firm", keep=lambda contract: True):
    return sum_contracts([c for c in counted_contracts(world.graph) if keep(c)], column)


def test_columns_are_summed_apart():
    world = World()
    world.flow("a", "b", "loan", firm=3.0, contingent=(0.0, 4.0))
    world.flow("a", "b", "loan", firm=(1.0, 2.0))
    assert total(world) == Bounds(4.0, 5.0, 5.0)
    assert total(world, "contingent") == Bounds(0.0, 4.0, 4.0)


def test_undisclosed_contract_opens_the_sum_and_adds_nothing_to_the_low():
    world = World()
    world.flow("a", "b", "loan", firm=3.0)
    world.flow("a", "b", "loan", firm=(0.0, None))
    assert total(world) == Bounds(3.0, None, 3.0)


def test_all_members_of_a_joint_deal_have_the_whole_once():
    world = World()
    world.joint(["a", "b", "c"], "x", "loan", "syndicate", firm=9.0)
    assert total(world) == Bounds(9.0, 9.0, 9.0)


def test_some_members_of_a_joint_deal_have_anything_up_to_the_whole():
    world = World()
    world.joint(["a", "b", "c"], "x", "loan", "syndicate", firm=9.0)
    assert total(world, keep=lambda c: c.source != "c") == Bounds(0.0, 9.0, 9.0)


def test_joint_facility_keeps_drawn_firm_and_undrawn_unsure():
    world = World()
    world.joint(["a", "b"], "x", "loan", "facility", firm=3.0, contingent=4.0)
    assert total(world, "firm") == Bounds(3.0, 3.0, 3.0)
    assert total(world, "contingent") == Bounds(0.0, 4.0, 4.0)


def test_joint_loan_partly_repaid_is_at_least_what_is_outstanding():
    world = World()
    world.joint(["a", "b"], "x", "loan", "term", firm=10.0, drawn_usd=6.0)
    assert total(world) == Bounds(6.0, 10.0, 10.0)


def test_guarantee_and_its_indemnity_count_once():
    world = World()
    world.flow("n", "s", "guarantee", "guarantee", contingent=(0.0, 105.0))
    world.flow(
        "o", "n", "guarantee", "indemnity", contingent=(0.0, 90.0), same_obligation_as="guarantee"
    )
    assert total(world, "contingent") == Bounds(0.0, 105.0, 105.0)


def test_mirror_of_a_deal_that_is_not_there_counts():
    world = World()
    world.flow("o", "n", "guarantee", contingent=(0.0, 90.0), same_obligation_as="elsewhere")
    assert total(world, "contingent").high == 90.0


def test_shown_deals_enter_no_sum():
    world = World()
    world.flow("a", "b", "loan", firm=3.0, standing="shown")
    world.flow("a", "b", "loan", firm=4.0, standing="residual")
    assert total(world).high == 4.0


def test_the_same_flow_twice_counts_once():
    world = World()
    world.flow("a", "b", "loan", firm=3.0)
    contracts = counted_contracts(world.graph)
    assert sum_contracts(contracts * 2, "firm").high == 3.0


def test_payment_already_made_for_goods_is_past_money():
    world = World()
    world.flow("a", "b", "purchase_commitment", firm=3.0, measure="paid")
    assert total(world, "firm").is_nothing
    assert total(world, "past").high == 3.0


def test_scaling_by_nothing_closes_even_an_open_amount():
    assert scale(closed(1.0, None), 0.0, 0.0) == Bounds(0.0, 0.0, 0.0)
    assert scale(closed(2.0, 4.0), 0.5, 1.0) == Bounds(1.0, 4.0, 4.0)


intervals = st.tuples(st.floats(0, 1e12), st.one_of(st.none(), st.floats(0, 1e12))).map(
    lambda pair: closed(pair[0], None if pair[1] is None else pair[0] + pair[1])
)


@settings(max_examples=50, deadline=None, derandomize=True)
@given(st.lists(intervals, min_size=1, max_size=6))
def test_bounds_stay_ordered(parts):
    for found in (add(parts), larger(parts)):
        assert found.low <= found.stated * (1 + 1e-12)
        assert found.high is None or found.stated <= found.high * (1 + 1e-12)
    assert (add(parts).high is None) == any(part.high is None for part in parts)


@settings(max_examples=50, deadline=None, derandomize=True)
@given(st.permutations([closed(1.0, 2.0), closed(0.1, None), closed(0.3, 0.7), closed(4.0, 4.0)]))
def test_order_of_parts_does_not_matter(parts):
    assert add(parts).low == pytest.approx(5.4)
    assert larger(parts) == Bounds(4.0, None, 4.0)
