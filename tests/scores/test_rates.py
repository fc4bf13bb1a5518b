import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.scores.rates import RateKind, read_rate

BASE = (0.03, 0.04)


@pytest.mark.parametrize(
    ("words", "low", "high", "kind"),
    [
        ("9.25%", 0.0925, 0.0925, RateKind.FIXED),
        ("6.581% (T+225)", 0.06581, 0.06581, RateKind.FIXED),
        ("7.5% at 98.75", 0.075, 0.075, RateKind.FIXED),
        ("8.50% EUR", 0.085, 0.085, RateKind.FIXED),
        ("about 9%", 0.0855, 0.0945, RateKind.FIXED),
        ("about 11%; 9-10% in 2025", 0.1045, 0.1155, RateKind.FIXED),
        ("SOFR+4.25%", 0.0725, 0.0825, RateKind.FLOATING),
        ("SOFR+3.00%, 99.5", 0.06, 0.07, RateKind.FLOATING),
        ("SOFR+4.00%; effective 9%", 0.07, 0.08, RateKind.FLOATING),
        ("SOFR+2.25% floating; about 5.9% fixed", 0.0525, 0.0625, RateKind.SEVERAL),
        ("effective 12%", 0.12, 0.12, RateKind.EFFECTIVE),
        ("SOFR+6.00-6.50% IG, +13.00% non-IG; effective 11%", 0.11, 0.11, RateKind.EFFECTIVE),
    ],
)
def test_clear_words_are_read(words, low, high, kind):
    rate = read_rate(words, BASE)
    assert (rate.low, rate.high) == pytest.approx((low, high))
    assert rate.kind is kind


@pytest.mark.parametrize(
    "words",
    [
        "",
        "SOFR+250 talk",
        "9.25% yield at 98.5",
        "10y at about T+145",
        "A1 T+100bp; A2 5.75%; B 8.5%",
        "up to about 12.5%",
        "up to 3.75 points over benchmark",
        "SOFR based",
        "0.01 strike",
        "A- to BBB",
        "SOFR+6.00-6.50%",
        "effective 9%; effective 11%",
        "1234%",
    ],
)
def test_words_that_leave_a_choice_are_not_read(words):
    assert read_rate(words, BASE) is None


@given(st.text(max_size=40))
def test_no_words_are_read_as_a_rate_below_zero_or_out_of_order(words):
    rate = read_rate(words, BASE)
    assert rate is None or 0 <= rate.low <= rate.high
