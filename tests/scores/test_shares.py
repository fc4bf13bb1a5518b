import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.scores.shares import (
    concentration_ratio,
    disclosed_herfindahl,
    effective_number,
    entropy_number,
    gini,
    herfindahl,
    normalised_herfindahl,
)

amounts = st.lists(st.floats(0.01, 1e9), min_size=1, max_size=12)


def test_published_example_of_four_firms():
    # US Department of Justice: shares of 30, 30, 20 and 20 per cent make 2,600 points.
    assert herfindahl([30, 30, 20, 20]) * 10_000 == pytest.approx(2600)


def test_reference_values(reference):
    cases = json.loads((reference / "concentration_cases.json").read_text(encoding="utf-8"))
    for case in cases:
        close = {"abs": case["tolerance_abs"]}
        if "HHI_bounds" in case:
            found = disclosed_herfindahl(case["known"], case["cap"])
            assert [found.low, found.high] == pytest.approx(case["HHI_bounds"], **close)
            continue
        values, expected = case["values"], case["expected"]
        index = herfindahl(values)
        assert index == pytest.approx(expected["HHI"], **close)
        assert normalised_herfindahl(index, len(values)) == pytest.approx(
            expected["HHI_normalised"], **close
        )
        assert effective_number(index) == pytest.approx(expected["effective_number_hhi"], **close)
        assert entropy_number(values) == pytest.approx(
            expected["effective_number_entropy"], **close
        )
        assert gini(values) == pytest.approx(expected["gini"], **close)
        for count in (1, 2, 4):
            assert concentration_ratio(values, count) == pytest.approx(
                expected[f"CR{count}"], **close
            )


def test_who_gets_nothing_is_no_counterparty_of_the_entropy():
    assert entropy_number([5.0, 5.0, 0.0]) == pytest.approx(2.0)


def test_zero_names_do_not_change_the_index_but_the_count_does():
    assert herfindahl([100, 0, 0]) == 1.0
    assert normalised_herfindahl(0.5, 2) == 0.0
    assert normalised_herfindahl(0.5, 3) == pytest.approx(0.25)


def test_no_amounts_and_negative_amounts_are_refused():
    with pytest.raises(ValueError, match="no shares"):
        herfindahl([0.0, 0.0])
    with pytest.raises(ValueError, match="negative"):
        herfindahl([1.0, -1.0])


@settings(max_examples=50, deadline=None, derandomize=True)
@given(amounts, st.floats(0.001, 1000))
def test_index_ignores_scale_and_order_and_stays_within_bounds(values, factor):
    index = herfindahl(values)
    assert herfindahl([v * factor for v in reversed(values)]) == pytest.approx(index)
    assert 1 / len(values) - 1e-12 <= index <= 1 + 1e-12


def test_disclosed_shares_of_more_than_everything_are_refused():
    with pytest.raises(ValueError, match="more than 1"):
        disclosed_herfindahl([0.7, 0.5], 0.1)
    with pytest.raises(ValueError, match="threshold"):
        disclosed_herfindahl([0.7], 0.0)


def test_customer_of_at_least_ten_per_cent_may_hold_the_rest():
    plain = disclosed_herfindahl([0.5, 0.1], 0.1)
    open_ended = disclosed_herfindahl([0.5, 0.1], 0.1, [False, True])
    assert open_ended.low == plain.low
    assert open_ended.high == pytest.approx(0.5**2 + 0.5**2)


@settings(max_examples=50, deadline=None, derandomize=True)
@given(st.lists(st.floats(0.1, 0.3), max_size=3), st.integers(1, 40))
def test_every_way_of_filling_the_rest_lies_within_the_bounds(known, pieces):
    rest = 1 - sum(known)
    piece = rest / pieces
    bounds = disclosed_herfindahl(known, 0.1)
    if piece < 0.1:
        index = sum(share**2 for share in known) + pieces * piece**2
        assert bounds.low - 1e-12 <= index <= bounds.high + 1e-12
