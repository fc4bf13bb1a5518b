import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.records.identifiers import is_lei

LEI = "GRAPHBUILD0000000153"


def test_a_register_number_with_right_check_digits_is_one():
    assert is_lei(LEI)


@pytest.mark.parametrize(
    "text", ["", LEI.lower(), LEI[:-1], LEI + "0", "GRAPHBUILD00000001X3", "\u0661" * 20]
)
def test_what_is_not_twenty_characters_with_two_digits_is_none(text):
    assert not is_lei(text)


@given(st.integers(10, 19), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_seen(place, other):
    wrong = LEI[:place] + other + LEI[place + 1 :]
    assert is_lei(wrong) == (wrong == LEI)


@given(st.integers(0, 18))
def test_two_neighbours_exchanged_are_seen(place):
    wrong = LEI[:place] + LEI[place + 1] + LEI[place] + LEI[place + 2 :]
    assert is_lei(wrong) == (wrong == LEI)
