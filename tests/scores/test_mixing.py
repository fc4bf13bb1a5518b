import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from graphbuild.scores.mixing import (
    direct_round_trip,
    in_proportion,
    largest_return,
    reached_parties,
    round_trip,
)

PARTIES = ("a", "b", "c", "v")
HOPS = st.dictionaries(
    st.tuples(st.sampled_from(PARTIES[:3]), st.sampled_from(PARTIES)).filter(
        lambda pair: pair[0] != pair[1]
    ),
    st.integers(1, 9).map(float),
    max_size=7,
)
CAPITAL = st.dictionaries(st.sampled_from(PARTIES[:3]), st.integers(1, 9).map(float), max_size=3)
MORE = st.dictionaries(st.sampled_from(PARTIES[:3]), st.integers(1, 40).map(float), max_size=3)


def resources_of(capital, hops, more):
    """Every party had what came in or went out, whichever is more, and something else."""
    found = {}
    for party in PARTIES[:3]:
        came = capital.get(party, 0.0) + sum(w for (_, c), w in hops.items() if c == party)
        went = sum(w for (b, _), w in hops.items() if b == party)
        found[party] = max(came, went) + more.get(party, 0.0)
    return found


def by_programme(capital, hops, resources, sign):
    """Least (sign 1) or most (-1) return as a linear programme over all ways of mixing."""
    pairs = list(hops)
    exits = list(PARTIES[:3])
    went = {p: sum(w for (b, _), w in hops.items() if b == p) for p in exits}
    balance = []
    for party in exits:
        row = [(payee == party) - (payer == party) for payer, payee in pairs]
        balance.append([float(x) for x in row] + [-float(p == party) for p in exits])
    right = [-capital.get(party, 0.0) for party in exits]
    bounds = [(0.0, hops[pair]) for pair in pairs]
    bounds += [(0.0, resources[p] - went[p]) for p in exits]
    aim = [sign * float(payee == "v") for _, payee in pairs] + [0.0] * len(exits)
    best = linprog(aim, A_eq=balance, b_eq=right, bounds=bounds)
    assert best.status == 0, best.message
    return sign * best.fun


def test_reference_cases(reference):
    text = (reference / "round_trip_cases.json").read_text(encoding="utf-8")
    for case in json.loads(text):
        vendor = case["vendor"]
        edges = {(a, b): w for a, b, w in case["edges"]}
        capital = {b: w for (a, b), w in edges.items() if a == vendor}
        hops = {pair: w for pair, w in edges.items() if pair[0] != vendor}
        resources = dict(case["external_in"])
        for (_, payee), amount in edges.items():
            if payee != vendor:
                resources[payee] = resources.get(payee, 0.0) + amount
        found = round_trip(vendor, capital, hops, resources)
        close = {"abs": case["tolerance_abs"]}
        assert found.lower == pytest.approx(case["lower"], **close)
        assert found.proportional == pytest.approx(case["proportional"], **close)
        assert found.upper == pytest.approx(case["upper"], **close)
        assert found.shares == pytest.approx(
            case["share_of_customer_money_that_is_vendor_money"], **close
        )


def test_what_a_customer_cannot_have_spent_elsewhere_must_return():
    hops = {("lab", "cloud"): 8.0, ("cloud", "vendor"): 5.0}
    found = round_trip("vendor", {"lab": 6.0}, hops, {"lab": 8.0, "cloud": 9.0})
    assert (found.lower, found.upper) == (2.0, 5.0)
    assert found.proportional == pytest.approx(10 / 3)


def test_nothing_must_return_through_a_customer_of_unknown_means():
    hops = {("lab", "vendor"): 6.0}
    assert round_trip("vendor", {"lab": 6.0}, hops, {}).lower == 6.0
    assert round_trip("vendor", {"lab": 6.0}, hops, {}, ["lab"]).lower == 0.0


def test_what_goes_to_a_closed_customer_must_return_beside_one_of_unknown_means():
    hops = {("lab", "vendor"): 6.0, ("vehicle", "vendor"): 4.0}
    found = round_trip("vendor", {"lab": 6.0, "vehicle": 3.0}, hops, {}, ["lab"])
    assert found.lower == 3.0  # all the vehicle had went to the vendor


def test_mixing_alone_is_the_mixing_of_the_whole():
    hops = {("lab", "cloud"): 8.0, ("cloud", "vendor"): 5.0}
    resources = {"lab": 20.0, "cloud": 18.0}
    whole = round_trip("vendor", {"lab": 6.0}, hops, resources)
    assert in_proportion("vendor", {"lab": 6.0}, hops, resources) == whole.proportional
    assert whole.worth == pytest.approx({"lab": 8 / 20 * 5 / 18, "cloud": 5 / 18})


def test_money_that_circulates_for_ever_has_no_steady_state():
    hops = {("a", "b"): 4.0, ("b", "a"): 3.0}
    found = round_trip("v", {"a": 1.0}, hops, {"a": 4.0, "b": 3.0})
    assert found.proportional == 0.0
    closed = round_trip("v", {"a": 0.0, "c": 1.0}, hops, {})
    assert closed.proportional == 0.0  # the ring is not reached
    ring = round_trip("v", {"a": 1e-300}, {("a", "b"): 4.0, ("b", "a"): 4.0}, {"a": 4.0, "b": 4.0})
    assert ring.proportional is None


def test_a_ring_of_billions_keeps_going_round_however_its_cents_are_added():
    # What the hub gets adds up to a ten-millionth more than what it spends: no way out.
    amounts = {"x": 1e9 / 7, "y": 2e9 / 7, "z": 3e9 / 7}
    hops = {("hub", spoke): amount for spoke, amount in amounts.items()}
    hops |= {(spoke, "hub"): amounts[spoke] for spoke in ("z", "y", "x")}
    assert sum(amounts[spoke] for spoke in "xyz") != sum(amounts[spoke] for spoke in "zyx")
    assert round_trip("v", {"hub": 1e-300}, hops, {}).proportional is None


def test_money_reaches_those_paid_by_whom_it_reached_and_not_the_vendor_itself():
    hops = {("b", "c"): 1.0, ("c", "v"): 1.0, ("d", "e"): 2.0, ("c", "f"): 0.0}
    assert reached_parties({"a": 0.0, "b": 1.0, "v": 5.0}, hops, "v") == ["b", "c"]


def test_hop_without_a_figure_lets_all_capital_return():
    hops = {("lab", "vendor"): float("inf"), ("cloud", "vendor"): 1.0}
    assert largest_return("vendor", {"lab": 6.0, "cloud": 2.0}, hops) == 7.0


def test_direct_counts_the_smaller_side_customer_by_customer():
    assert direct_round_trip({"a": 5.0, "b": 1.0}, {"a": 2.0, "b": 9.0, "c": 4.0}) == 3.0


@settings(max_examples=60, deadline=None, derandomize=True)
@given(CAPITAL, HOPS, MORE)
def test_bounds_are_those_of_a_linear_programme_and_hold_the_mixture(capital, hops, more):
    resources = resources_of(capital, hops, more)
    found = round_trip("v", capital, hops, resources)
    assert found.lower == pytest.approx(by_programme(capital, hops, resources, 1), abs=1e-6)
    assert found.upper == pytest.approx(by_programme(capital, hops, resources, -1), abs=1e-6)
    if found.proportional is not None:
        assert found.lower - 1e-9 <= found.proportional <= found.upper + 1e-9


@settings(max_examples=40, deadline=None, derandomize=True)
@given(CAPITAL, HOPS, MORE, st.floats(0.01, 100))
def test_scaling_all_money_scales_the_answers(capital, hops, more, factor):
    resources = resources_of(capital, hops, more)
    one = round_trip("v", capital, hops, resources)
    times = [{key: w * factor for key, w in part.items()} for part in (capital, hops, resources)]
    other = round_trip("v", *times)
    assert other.lower == pytest.approx(one.lower * factor, abs=1e-6)
    assert other.upper == pytest.approx(one.upper * factor)
    assert other.shares == pytest.approx(one.shares)
