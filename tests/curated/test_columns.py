from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from graphbuild.curated.columns import is_unnamed, whole_units

MILLIONS = st.decimals(
    min_value=0, max_value=10**7, places=6, allow_nan=False, allow_infinity=False
)


@given(MILLIONS)
def test_millions_become_whole_units_exactly(value: Decimal):
    units = whole_units(value)
    assert units == value * 1_000_000
    assert "E" not in str(units)


def test_a_tenth_of_a_million_keeps_no_stray_decimals():
    assert str(whole_units(Decimal("77.5"))) == "77500000"
    assert str(whole_units(Decimal("0.0000005"))) == "0.5000000"


def test_unnamed_parties_carry_the_prefix():
    assert is_unnamed("unnamed:customer-a")
    assert not is_unnamed("openai")
