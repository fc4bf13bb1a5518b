import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize

from graphbuild.scores.herfindahl import (
    Amount,
    IndexBounds,
    Pool,
    cheapest_shares,
    herfindahl_bounds,
)
from graphbuild.scores.ratios import ratio_bounds, share_bounds

QUICK = settings(max_examples=30, deadline=None, derandomize=True)
CASH = st.integers(0, 20).map(float)
BOX = st.tuples(CASH, CASH).map(lambda pair: Amount(pair[0], pair[0] + pair[1]))


@st.composite
def problems(draw, pools=2):
    boxes = draw(st.lists(BOX, min_size=2, max_size=4))
    shared = []
    for _ in range(draw(st.integers(0, pools))):
        members = draw(st.sets(st.integers(0, len(boxes) - 1), min_size=1))
        low = draw(CASH)
        shared.append(Pool(tuple(sorted(members)), low, low + draw(CASH)))
    if sum(box.high for box in boxes) + sum(pool.high for pool in shared) == 0:
        boxes[0] = Amount(1.0, 2.0)
    return boxes, shared


def corners(boxes, pools):
    """Every corner of the feasible amounts, by listing."""
    choices = itertools.product(
        *({box.low, box.high} for box in boxes),
        *(
            {(member, total) for member in pool.members for total in (pool.low, pool.high)}
            for pool in pools
        ),
    )
    for choice in choices:
        amounts = list(choice[: len(boxes)])
        for member, total in choice[len(boxes) :]:
            amounts[member] += total
        if sum(amounts) > 0:
            yield np.array(amounts)


def index(amounts):
    return float((amounts**2).sum() / amounts.sum() ** 2)


def smallest_by_solver(boxes, pools):
    """Least index by a general solver over the hull of all corners, in shares."""
    points = np.array([amounts / amounts.sum() for amounts in corners(boxes, pools)])
    found = minimize(
        lambda w: float(((w @ points) ** 2).sum()),
        np.full(len(points), 1 / len(points)),
        jac=lambda w: 2 * points @ (w @ points),
        bounds=[(0, 1)] * len(points),
        constraints={"type": "eq", "fun": lambda w: w.sum() - 1, "jac": np.ones_like},
        method="SLSQP",
        options={"maxiter": 300, "ftol": 1e-12},
    )
    return found.fun


def test_hand_case_of_two_counterparties():
    # one has 1, the other 1 to 3: equal shares give 1/2, 1 against 3 gives 10/16.
    assert herfindahl_bounds([Amount(1, 1), Amount(1, 3)]) == IndexBounds(0.5, 0.625, True)


def test_fixed_amounts_give_a_point():
    found = herfindahl_bounds([Amount(30, 30), Amount(30, 30), Amount(20, 20), Amount(20, 20)])
    assert found.low == pytest.approx(0.26)
    assert found.high == pytest.approx(0.26)


def test_hand_case_of_a_consortium():
    # p and q share 10, r has 10: evenly 5, 5, 10 -> 6/16; all to one 10, 10 -> 1/2.
    found = herfindahl_bounds([Amount(0, 0), Amount(0, 0), Amount(10, 10)], [Pool((0, 1), 10, 10)])
    assert found.low == pytest.approx(0.375)
    assert found.high == pytest.approx(0.5)


def test_amount_without_a_figure_may_be_everything():
    found = herfindahl_bounds([Amount(10, 10), Amount(10, 10), Amount(0, None)])
    assert found.high == 1.0
    assert found.low == pytest.approx(1 / 3)


def test_ceilings_alone_say_nothing():
    assert herfindahl_bounds([Amount(0, 5), Amount(0, 9)]) == IndexBounds(0.5, 1.0, True)


def test_no_money_gives_no_index():
    assert herfindahl_bounds([Amount(0, 0), Amount(0, 0)]) is None


def test_group_may_be_very_many_parties():
    found = herfindahl_bounds([Amount(10, 10), Amount(10, 10, is_group=True)])
    assert found.low == pytest.approx(0.25)
    assert found.high == pytest.approx(0.5)


def test_several_at_their_high_can_beat_one():
    # 100 and 99 against ten fixed at 50: both at their high concentrate more than one alone.
    boxes = [Amount(5, 200), Amount(5, 199), *[Amount(10, 10)] * 10]
    found = herfindahl_bounds(boxes)
    assert found.is_exact
    assert found.high == pytest.approx(max(index(c) for c in corners(boxes, [])))


@QUICK
@given(problems(pools=0))
def test_box_maximum_is_the_best_corner(problem):
    boxes, pools = problem
    found = herfindahl_bounds(boxes, pools)
    if sum(box.low for box in boxes) > 0:
        assert found.high == pytest.approx(max(index(c) for c in corners(boxes, pools)))


@QUICK
@given(problems())
def test_no_corner_leaves_the_bounds_and_the_maximum_is_one(problem):
    boxes, pools = problem
    found = herfindahl_bounds(boxes, pools)
    reached = [index(c) for c in corners(boxes, pools)]
    assert min(reached) >= found.low - 1e-9
    if sum(box.low for box in boxes) + sum(pool.low for pool in pools) > 0 and found.is_exact:
        assert max(reached) == pytest.approx(found.high)


@QUICK
@given(problems())
def test_minimum_is_that_of_a_general_solver(problem):
    boxes, pools = problem
    found = herfindahl_bounds(boxes, pools)
    if sum(box.low for box in boxes) + sum(pool.low for pool in pools) > 0:
        solved = smallest_by_solver(boxes, pools)
        assert found.low <= solved + 1e-9
        assert found.low == pytest.approx(solved, abs=2e-4)


@QUICK
@given(problems(), st.lists(st.floats(-1, 1), min_size=4, max_size=4))
def test_cheapest_shares_are_cheapest(problem, weights):
    boxes, pools = problem
    weights = np.array(weights[: len(boxes)])
    best = min(float(weights @ (c / c.sum())) for c in corners(boxes, pools))
    found = np.array(cheapest_shares(weights.tolist(), boxes, pools))
    assert float(weights @ found) == pytest.approx(best, abs=1e-12)


@QUICK
@given(problems(), st.floats(0.01, 100))
def test_scale_does_not_matter(problem, factor):
    boxes, pools = problem
    scaled = herfindahl_bounds(
        [Amount(b.low * factor, b.high * factor) for b in boxes],
        [Pool(p.members, p.low * factor, p.high * factor) for p in pools],
    )
    found = herfindahl_bounds(boxes, pools)
    assert (scaled.low, scaled.high) == pytest.approx((found.low, found.high), abs=1e-6)


@QUICK
@given(problems())
def test_shares_and_ratios_are_those_of_the_corners(problem):
    boxes, pools = problem
    shares = [c / c.sum() for c in corners(boxes, pools)]
    for position in range(len(boxes)):
        low, high = share_bounds(position, boxes, pools)
        reached = [s[position] for s in shares]
        assert low <= min(reached) + 1e-12
        assert high >= max(reached) - 1e-12
        assert (low, high) == pytest.approx((min(reached), max(reached)))
    for count in (1, 2):
        low, high = ratio_bounds(count, boxes, pools)
        reached = [float(np.sort(s)[::-1][:count].sum()) for s in shares]
        assert low <= min(reached) + 1e-9
        assert high == pytest.approx(max(reached))


def test_too_many_assignments_give_a_safe_bound_that_is_not_called_exact():
    boxes = [Amount(1, 1)] * 8
    pools = [Pool(tuple(range(4)), 2, 3) for _ in range(5)]
    found = herfindahl_bounds(boxes, pools)
    assert not found.is_exact
    given_all = np.array([1.0] * 8) + np.array([15.0] + [0.0] * 7)
    assert found.high >= index(given_all) - 1e-12


def test_many_boxes_are_still_exact_or_safe():
    boxes = [Amount(float(i % 3), float(i % 3 + i % 5 + 1)) for i in range(40)]
    found = herfindahl_bounds(boxes)
    rng = np.random.default_rng(7)
    for _ in range(200):
        pick = np.array([b.low + rng.integers(0, 2) * (b.high - b.low) for b in boxes])
        assert found.low <= index(pick) <= found.high + 1e-12


def test_the_widest_amount_need_not_be_the_one_at_its_high():
    # 20 against 7 concentrates more than 10 against 24, though 7 to 24 is the wider interval.
    found = herfindahl_bounds([Amount(10, 20), Amount(7, 24)])
    assert found.high == pytest.approx((400 + 49) / 27**2)


def test_group_is_never_among_the_largest_for_the_low_ratio():
    boxes = [Amount(10, 10), Amount(30, 30, is_group=True)]
    assert ratio_bounds(1, boxes) == (pytest.approx(0.25), pytest.approx(0.75))
