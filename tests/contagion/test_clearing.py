"""Clearing against hand cases, brute force over all default sets, and what must hold always."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.contagion.clearing import clear
from graphbuild.contagion.obligations import Guarantee, Obligations
from tests.contagion.networks import all_solutions, random_system

RING = Obligations.from_matrix([[0, 1], [1, 0]])
seeds = st.integers(0, 10_000)


def test_ring_without_outside_cash_pays_in_full_or_not_at_all():
    assert clear(RING, [0, 0]).paid.tolist() == [1, 1]
    assert clear(RING, [0, 0], solution="least").paid.tolist() == [0, 0]


def test_a_cent_of_outside_cash_makes_the_ring_pay_in_full_in_both():
    least = clear(RING, [0.01, 0], solution="least")
    assert least.paid == pytest.approx([1, 1])
    assert not least.defaults.any()


def test_slow_ring_is_solved_and_not_stopped_early():
    # Each round only a millionth leaks out: iteration alone would stop far from the answer.
    leak = 1e-6
    owed = Obligations.from_matrix([[0, 1 - leak], [1, 0]], outside=[leak, 0])
    assert clear(owed, [0, 0]).paid == pytest.approx([0, 0], abs=1e-12)
    paid = clear(owed, [leak / 2, 0]).paid
    assert paid == pytest.approx([0.5, 0.5 * (1 - leak)], rel=1e-9)


def test_outside_creditors_before_or_beside_change_recovery_more_than_any_algorithm():
    beside = Obligations.build(3, [0, 1, 2], [1, 2, 0], [4, 3, 2], outside=[17, 18, 8])
    before = Obligations.build(
        3, [0, 1, 2], [1, 2, 0], [4, 3, 2], rank=[1] * 3, outside=[17, 18, 8]
    )
    assert clear(beside, [18, 18, 9]).fractions[0, 0] == pytest.approx(20 / 21)
    assert clear(before, [18, 18, 9]).fractions[0].tolist() == pytest.approx([1, 3 / 4])


def test_solvency_is_judged_before_default_costs():
    owed = Obligations.from_matrix([[0, 10], [0, 0]])
    assert clear(owed, [10, 0], alpha=0.4).paid[0] == 10
    assert clear(owed, [9, 0], alpha=0.4).paid[0] == pytest.approx(3.6)


def test_default_costs_have_two_solutions_in_a_ring():
    owed = Obligations.from_matrix([[0, 10], [10, 0]], outside=[1, 1])
    assert clear(owed, [2, 2], alpha=0.5, beta=0.5).paid == pytest.approx([11, 11])
    least = clear(owed, [2, 2], alpha=0.5, beta=0.5, solution="least")
    assert least.paid == pytest.approx([11 / 6, 11 / 6])


def test_debt_to_outsiders_before_all_ranks_is_negative_cash():
    owed = Obligations.from_matrix([[0, 5, 0], [0, 0, 4], [0, 0, 0]])
    found = clear(owed, [5, -3, 0])
    assert found.paid.tolist() == [5, 2, 0]
    assert found.equity[1] == -2


@settings(max_examples=60, deadline=None)
@given(seeds)
def test_greatest_and_least_bracket_every_solution_there_is(seed):
    owed, cash, outside = random_system(seed)
    system = Obligations.from_matrix(owed, outside=outside)
    great, least = (clear(system, cash, solution=s).paid for s in ("greatest", "least"))
    solutions = all_solutions(owed, cash, outside)
    for paid in solutions:
        assert (np.asarray(paid) <= great + 1e-8).all()
        assert (np.asarray(paid) >= least - 1e-8).all()
    if solutions:  # singular sets are left out by the search, so it may find none
        assert great == pytest.approx(np.max(solutions, axis=0), abs=1e-8)


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_with_default_costs_the_greatest_of_all_default_sets_is_found(seed):
    owed, cash, outside = random_system(seed)
    half = Fraction(1, 2)
    solutions = all_solutions(owed, cash, outside, half, half)
    system = Obligations.from_matrix(owed, outside=outside)
    great, least = (
        clear(system, cash, alpha=0.5, beta=0.5, solution=s).paid for s in ("greatest", "least")
    )
    assert great == pytest.approx(np.max(solutions, axis=0), abs=1e-8)
    assert least == pytest.approx(np.min(solutions, axis=0), abs=1e-8)


@settings(max_examples=30, deadline=None)
@given(seeds)
def test_cash_is_neither_made_nor_lost(seed):
    owed, cash, outside = random_system(seed, 6)
    found = clear(Obligations.from_matrix(owed, outside=outside), cash)
    to_outsiders = (found.fractions[:, 0] * outside).sum()
    assert np.maximum(found.equity, 0).sum() + to_outsiders == pytest.approx(cash.sum())


@settings(max_examples=25, deadline=None)
@given(seeds, st.integers(0, 5))
def test_more_cash_never_pays_anybody_less(seed, node):
    owed, cash, outside = random_system(seed, 6)
    system = Obligations.from_matrix(owed, outside=outside)
    richer = cash.copy()
    richer[node] += 1.5
    for rule in ({}, {"alpha": 0.6, "beta": 0.8}):
        for solution in ("greatest", "least"):
            less, more = (clear(system, c, solution=solution, **rule).paid for c in (cash, richer))
            assert (more >= less - 1e-9).all()


@settings(max_examples=25, deadline=None)
@given(seeds)
def test_names_of_nodes_do_not_matter(seed):
    owed, cash, outside = random_system(seed, 6)
    order = np.random.default_rng(seed).permutation(6)
    straight = clear(Obligations.from_matrix(owed, outside=outside), cash).paid
    turned = clear(
        Obligations.from_matrix(owed[np.ix_(order, order)], outside=outside[order]), cash[order]
    ).paid
    assert turned == pytest.approx(straight[order], abs=1e-9)


def test_scenarios_side_by_side_equal_one_at_a_time():
    owed, cash, outside = random_system(7, 6)
    system = Obligations.from_matrix(owed, outside=outside)
    block = np.stack([cash, cash * 0.5, cash * 0], axis=1)
    together = clear(system, block, alpha=0.9).paid
    for column in range(3):
        alone = clear(system, block[:, column], alpha=0.9).paid
        assert together[:, column] == pytest.approx(alone, abs=1e-9)


SPV, BANK, PARENT, OTHER = range(4)


def _guaranteed(**given):
    guarantee = Guarantee(guarantor=PARENT, claim=0, **given)
    return Obligations.build(4, [SPV, PARENT], [BANK, OTHER], [10, 5], guarantees=(guarantee,))


def test_without_recourse_the_vehicle_fails_alone():
    bare = Obligations.build(4, [SPV, PARENT], [BANK, OTHER], [10, 5])
    found = clear(bare, [4, 0, 8, 0])
    assert found.assets.tolist() == [4, 4, 8, 5]
    assert found.defaults.tolist() == [True, False, False, False]


def test_call_is_face_less_recovery_and_ranks_where_it_is_said_to():
    equal = clear(_guaranteed(), [4, 0, 8, 0])
    assert equal.calls.tolist() == [6]
    assert equal.assets[BANK] == pytest.approx(4 + 8 * 6 / 11)
    assert equal.assets[OTHER] == pytest.approx(8 * 5 / 11)
    junior = clear(_guaranteed(rank=1), [4, 0, 8, 0])
    assert junior.assets[[BANK, OTHER]].tolist() == [7, 5]


def test_cap_and_part_of_a_guarantee_limit_the_call():
    assert clear(_guaranteed(cap=2.0), [4, 0, 8, 0]).assets[BANK] == 6
    assert clear(_guaranteed(part=0.5), [4, 0, 8, 0]).assets[BANK] == 7


MONEY = st.floats(0, 12).map(lambda value: round(value, 6))
"""Money has a smallest unit; a millionth of the unit here is far below a cent of a billion."""


@settings(max_examples=60, deadline=None)
@given(MONEY, MONEY, MONEY, st.integers(0, 1))
def test_a_guarantee_moves_loss_and_neither_makes_nor_destroys_it(own, strength, cap, rank):
    cash = [own, 0, strength, 0]
    bare = clear(Obligations.build(4, [SPV, PARENT], [BANK, OTHER], [10, 5]), cash)
    backed = clear(_guaranteed(cap=cap, rank=rank), cash)
    assert np.maximum(bare.equity, 0).sum() == pytest.approx(np.maximum(backed.equity, 0).sum())
    assert backed.assets[BANK] >= bare.assets[BANK] - 1e-9


@pytest.mark.parametrize(
    ("arrays", "words"),
    [
        (([0], [0], [1.0]), "owes itself"),
        (([0], [2], [1.0]), "not among the nodes"),
        (([0], [1], [-1.0]), "negative"),
        (([0], [1], [float("nan")]), "finite"),
        (([0, 1], [1], [1.0]), "differ in length"),
    ],
)
def test_obligations_that_make_no_sense_are_refused(arrays, words):
    with pytest.raises(ValueError, match=words):
        Obligations.build(2, *arrays)


def test_guarantors_cannot_cover_more_than_the_whole():
    pair = (Guarantee(guarantor=2, claim=0), Guarantee(guarantor=3, claim=0))
    with pytest.raises(ValueError, match="more than the whole"):
        Obligations.build(4, [0], [1], [1.0], guarantees=pair)


def test_cash_that_is_not_a_number_is_refused():
    with pytest.raises(ValueError, match="finite"):
        clear(RING, [float("nan"), 1])


def _random_guarantees(seed, owed):
    """A few guarantees of random claims by nodes that do not owe them, at two ranks."""
    draw = np.random.default_rng(seed)
    by, _ = np.nonzero(owed)
    found = []
    for claim in draw.permutation(len(by))[:3]:
        others = [node for node in range(len(owed)) if node != by[claim]]
        found.append(
            Guarantee(
                guarantor=int(draw.choice(others)),
                claim=int(claim),
                cap=float(draw.integers(1, 10)),
                part=float(draw.choice([0.5, 1.0])),
                rank=int(draw.integers(0, 2)),
            )
        )
    return tuple(found)


@settings(max_examples=40, deadline=None)
@given(seeds, st.integers(0, 4))
def test_with_guarantees_order_conservation_and_monotony_still_hold(seed, node):
    owed, cash, outside = random_system(seed, 5)
    by, to = np.nonzero(owed)
    system = Obligations.build(
        5, by, to, owed[by, to], outside=outside, guarantees=_random_guarantees(seed, owed)
    )
    great, least = (clear(system, cash, solution=s) for s in ("greatest", "least"))
    assert (great.fractions >= least.fractions - 1e-9).all()
    assert (great.called_paid <= great.calls + 1e-9).all()
    for found in (great, least):
        to_outsiders = (found.fractions[:, 0] * outside).sum()
        assert np.maximum(found.equity, 0).sum() + to_outsiders == pytest.approx(cash.sum())
    richer = cash + np.eye(5)[node]
    assert (clear(system, richer).assets >= great.assets - 1e-9).all()


@pytest.mark.parametrize("has", [0.0, 4.0, 8.0, 15.0, 20.0])
def test_an_indemnity_by_the_debtor_divides_its_estate_as_the_guarantee_alone_does(has):
    """A guarantor that pays in full and then proves in the creditor's place gets what he got.

    Both may not prove for the same debt, so a call for what the debtor leaves unpaid already holds
    what an indemnity by the debtor is worth.
    """
    debtor, creditor, other, guarantor = range(4)
    called = Obligations.build(
        4,
        [debtor, debtor],
        [creditor, other],
        [10, 10],
        guarantees=(Guarantee(guarantor=guarantor, claim=0),),
    )
    proved = Obligations.build(
        4, [debtor, debtor, guarantor], [guarantor, other, creditor], [10, 10, 10]
    )
    cash = [has, 0, 0, 30]
    alone, indemnified = (clear(owed, cash).equity for owed in (called, proved))
    assert alone == pytest.approx(indemnified)
    assert alone[creditor] == pytest.approx(10)
    assert alone[guarantor] == pytest.approx(30 - (10 - has / 2))
