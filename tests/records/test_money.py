from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.records.money import (
    Amount,
    Qualifier,
    about,
    at_least,
    between,
    exact,
    qualified,
    scaled,
    total,
    undisclosed,
    up_to,
)

MONEY = st.decimals(min_value=0, max_value=10**13, places=2, allow_nan=False)


def test_up_to_amount_has_no_floor():
    amount = up_to(Decimal("6.5e9"))
    assert (amount.low, amount.high, amount.point) == (0, Decimal("6.5e9"), Decimal("6.5e9"))


def test_about_is_a_band_of_five_percent_and_says_it_is_assumed():
    amount = about(Decimal("38e9"))
    assert (amount.low, amount.high) == (Decimal("36.1e9"), Decimal("39.9e9"))
    assert amount.is_assumed


def test_at_least_is_open_above():
    amount = at_least(Decimal("2e9"))
    assert (amount.low, amount.high) == (Decimal("2e9"), None)


def test_undisclosed_has_no_figure():
    assert not undisclosed().is_disclosed
    assert undisclosed().central is None


def test_central_of_a_range_without_a_figure_is_its_middle():
    assert between(Decimal(10), Decimal(30)).central == 20
    assert between(Decimal(10), Decimal(30), Decimal(12)).central == 12


def test_central_of_an_interval_open_at_one_end_is_the_end_that_is_known():
    floor = Amount(low=Decimal(10), high=None, qualifier=Qualifier.AT_LEAST)
    ceiling = Amount(low=None, high=Decimal(30), qualifier=Qualifier.RANGE)
    assert (floor.central, ceiling.central) == (10, 30)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"low": Decimal(2), "high": Decimal(1), "qualifier": Qualifier.RANGE}, "exceeds"),
        ({"low": Decimal(-1), "high": Decimal(1), "qualifier": Qualifier.RANGE}, "at least 0"),
        ({"low": Decimal(1), "high": Decimal(2)}, "exact amount"),
        ({"low": Decimal(1), "high": Decimal(2), "qualifier": Qualifier.UP_TO}, "up to"),
        ({"low": Decimal(1), "high": Decimal(1), "currency": "dollars"}, "ISO 4217"),
        ({"low": Decimal("NaN"), "high": None, "qualifier": Qualifier.AT_LEAST}, "finite"),
    ],
)
def test_impossible_amounts_are_refused_with_the_field_named(fields, words):
    with pytest.raises(ValueError, match=words):
        Amount(**fields)


def test_sum_adds_bounds_and_an_open_part_opens_it():
    found = total([exact(Decimal(10)), up_to(Decimal(5)), at_least(Decimal(1))])
    assert (found.low, found.high) == (11, None)
    closed = total([exact(Decimal(10)), up_to(Decimal(5))])
    assert (closed.low, closed.high) == (10, 15)


def test_sum_of_two_currencies_is_refused():
    with pytest.raises(ValueError, match="EUR"):
        total([exact(Decimal(1)), exact(Decimal(1), "EUR")])


@given(MONEY, st.sampled_from(["exact", "about", "up_to", "at_least"]))
def test_every_qualifier_keeps_the_figure_within_its_bounds(value, qualifier):
    amount = qualified(Qualifier(qualifier), value)
    assert amount.point == value
    assert amount.low <= value
    assert amount.high is None or amount.high >= value


@given(st.lists(MONEY, max_size=5), st.decimals(min_value=0, max_value=1, places=3))
def test_scaling_a_sum_is_the_sum_of_the_scaled(values, factor):
    amounts = [up_to(value) for value in values]
    assert scaled(total(amounts), factor).high == total(scaled(a, factor) for a in amounts).high
