from decimal import Decimal

import pytest

from graphbuild.records.money import about, between, exact, undisclosed
from graphbuild.resolve.matching import is_same_figure
from graphbuild.resolve.rounding import Rounding, digits, is_thousandfold, rounding
from tests.factories import usd


@pytest.mark.parametrize(
    ("value", "count"), [("2647000000", 4), ("3.0E+9", 1), ("0.5", 1), ("0", 0), ("104.50", 4)]
)
def test_digits_are_those_that_say_something(value, count):
    assert digits(Decimal(value)) == count


@pytest.mark.parametrize(
    ("rough", "fine", "answer"),
    [
        (2_600_000_000, 2_647_000_000, Rounding.CLOSE),
        (2_700_000_000, 2_647_000_000, Rounding.NONE),
        (40_000_000_000, 36_700_000_000, Rounding.WIDE),
        (3_000_000_000, 3_000_000_000, Rounding.NONE),
        (2_400_000_000, 3_000_000_000, Rounding.NONE),
    ],
)
def test_a_rounding_is_the_finer_figure_cut_to_fewer_digits(rough, fine, answer):
    assert rounding(usd(rough), usd(fine)) is answer
    assert rounding(usd(fine), usd(rough)) is answer


def test_figures_of_two_currencies_or_none_are_no_rounding():
    assert rounding(usd(2_600), exact(Decimal(2_647), "EUR")) is Rounding.NONE
    assert rounding(usd(2_600), undisclosed()) is Rounding.NONE


@pytest.mark.parametrize(
    ("small", "large", "answer"),
    [
        (2_600_000, 2_600_000_000, True),
        (2_600_000, 2_647_000_000, True),
        (75_000_000, 76_000_000_000, False),
        (2_600, 2_600_000_000, True),
        (2_600_000, 26_000_000_000, False),
        (0, 1_000, False),
    ],
)
def test_a_slip_of_the_unit_keeps_the_digits(small, large, answer):
    assert is_thousandfold(usd(small), usd(large)) is answer
    assert is_thousandfold(usd(large), usd(small)) is answer


def test_the_band_around_about_states_no_figure():
    assert not is_same_figure(about(Decimal("20.9")), about(Decimal("20.2")))
    assert is_same_figure(about(Decimal("20.9")), about(Decimal("20.7")))
    assert is_same_figure(exact(Decimal(25)), between(Decimal(20), Decimal(25)))
