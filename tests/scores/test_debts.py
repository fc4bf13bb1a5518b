import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.records.period import PartialDate
from graphbuild.scores.base import Options
from graphbuild.scores.debts import Debt, find_debts, interest_due, principal_due, years_of
from graphbuild.scores.rates import Rate, RateKind
from graphbuild.scores.readings import owners
from tests.scores.graphs import World, anchors

AS_OF = PartialDate("2026-06-30")


def debt(
    instrument="loan", matures=dt.date(2028, 6, 30), rate=0.10, balance=(80.0, 80.0), **given_
):
    values = {
        "borrower": "cloud",
        "top": "cloud",
        "deal_id": "d",
        "instrument": instrument,
        "balance_low": balance[0],
        "balance_high": balance[1],
        "drawn": None,
        "undrawn_high": 0.0,
        "starts": dt.date(2024, 1, 1),
        "matures": matures,
        "is_assumed": False,
        "rate": None if rate is None else Rate(rate, rate, RateKind.FIXED),
        "unread_high": 0.15,
        "words": "",
    }
    return Debt(**(values | given_))


def test_bond_is_due_at_the_end_and_bears_interest_until_then():
    bond = debt("bond")
    assert principal_due(bond, 2027, AS_OF) == (0, 0, 0)
    assert principal_due(bond, 2028, AS_OF) == (80, 80, 80)
    assert interest_due(bond, 2027, AS_OF) == pytest.approx((8, 8, 8))
    half = 182 / 366  # to 30 June of a leap year
    assert interest_due(bond, 2028, AS_OF) == pytest.approx([8 * half] * 3)


def test_loan_may_be_repaid_evenly_or_at_the_end():
    loan = debt()
    whole = (dt.date(2028, 6, 30) - dt.date(2026, 6, 30)).days
    low, central, high = principal_due(loan, 2027, AS_OF)
    assert low == 0.0
    assert central == high == pytest.approx(80 * 365 / whole)
    low, central, high = principal_due(loan, 2028, AS_OF)
    assert (low, high) == (pytest.approx(80 * 182 / whole), 80.0)
    low, _, high = interest_due(loan, 2027, AS_OF)
    assert high == pytest.approx(8.0)
    assert low == pytest.approx(8.0 * (546 + 182) / 2 / whole)


def test_bridge_and_revolver_are_not_repaid_before_their_end():
    bridge = debt(starts=dt.date(2026, 3, 27), matures=dt.date(2027, 3, 31))
    assert bridge.is_bullet
    assert principal_due(bridge, 2026, AS_OF) == (0, 0, 0)
    assert debt("revolver").is_bullet
    assert not debt().is_bullet


def test_debt_without_a_stated_maturity_is_due_in_no_year():
    loan = debt(is_assumed=True)
    assert all(principal_due(loan, year, AS_OF) == (0, 0, 0) for year in range(2026, 2029))
    assert interest_due(loan, 2027, AS_OF).high == pytest.approx(8.0)


def test_rate_not_read_opens_the_high_end_only():
    assert interest_due(debt(rate=None), 2027, AS_OF) == pytest.approx((0.0, 0.0, 12.0))


def test_central_balance_is_drawn_for_a_loan_and_the_face_for_a_bond():
    assert debt(balance=(10.0, 30.0), drawn=13.0).balance.central == 13.0
    assert debt("bond", balance=(28.0, 30.0), drawn=28.0).balance.central == 30.0
    assert debt(balance=(10.0, 30.0)).balance.central == 20.0


MATURITIES = st.dates(dt.date(2026, 7, 1), dt.date(2034, 12, 31))


@given(MATURITIES, st.sampled_from(["loan", "bond", "vendor_financing"]), st.floats(0, 0.2))
def test_principal_of_all_years_is_the_balance(matures, instrument, rate):
    loan = debt(instrument, matures=matures, rate=rate)
    parts = [principal_due(loan, year, AS_OF) for year in years_of(loan, AS_OF)]
    assert sum(part.central for part in parts) == pytest.approx(80.0)
    for year, part in zip(years_of(loan, AS_OF), parts, strict=True):
        assert part.low <= part.central + 1e-9 <= part.high + 2e-9
        paid = interest_due(loan, year, AS_OF)
        assert 0 <= paid.low <= paid.central + 1e-9 <= paid.high + 2e-9 <= 80 * rate + 1e-6


def listed(world, **options):
    owner = owners(world.graph, is_look_through=True)
    return find_debts(world.graph, anchors(), Options(**options), owner)


def test_vehicles_debt_is_its_owners_and_loans_inside_a_group_are_nobodys():
    world = World()
    world.party("cloud")
    world.owned("vehicle", "cloud")
    world.flow("bank", "vehicle", "loan", "d1", firm=5.0, end="2030-01-31", rate="SOFR+1.00%")
    world.flow("cloud", "vehicle", "loan", "d2", firm=9.0, start="2026-01", end="2030-01-31")
    world.flow("bank", "vehicle", "loan", "d3", contingent=(0.0, 9.0), end="2030-01-31")
    graph = world.graph
    graph.edges["bank", "vehicle", "d1"]["start"] = "2026-01"
    (found,), left_out = listed(world)
    assert (found.deal_id, found.borrower, found.top) == ("d1", "vehicle", "cloud")
    assert (found.rate.low, found.rate.high) == pytest.approx((0.04, 0.055))
    assert found.matures == dt.date(2030, 1, 31)
    assert left_out == []


def test_consortium_lends_once():
    world = World()
    world.joint(["a", "b"], "cloud", "bond", "d", firm=10.0, start="2026-01", end="2030-01")
    (found,), _ = listed(world)
    assert (found.balance_low, found.balance_high) == (10.0, 10.0)


@pytest.mark.parametrize(
    ("kind", "given_", "expected"),
    [
        ("loan", {}, (0.0, 10.0, 10.0)),
        ("revolver", {}, (0.0, 0.0, 10.0)),
        ("bond", {}, (10.0, 10.0, 10.0)),
        ("loan", {"drawn_usd": 10.0}, (10.0, 10.0, 10.0)),
        ("loan", {"measure": "outstanding"}, (10.0, 10.0, 10.0)),
    ],
)
def test_promise_to_lend_is_no_debt_before_it_is_drawn(kind, given_, expected):
    world = World()
    world.flow("a", "cloud", kind, "d", firm=10.0, start="2026-01", end="2030-01", **given_)
    (found,), _ = listed(world)
    assert found.balance == expected


def test_what_is_left_out_is_listed():
    world = World()
    world.flow("a", "cloud", "loan", "old", firm=1.0, start="2020", end="2026-05-31")
    world.flow("a", "cloud", "loan", "open", firm=(1.0, None), start="2020", end="2030")
    world.flow("a", "cloud", "loan", "undated", firm=1.0)
    world.flow("a", "cloud", "loan", "one", firm=1.0, start="2026", end="2030")
    world.flow(
        "b", "cloud", "loan", "two", firm=1.0, start="2026", end="2030", same_obligation_as="one"
    )
    found, left_out = listed(world)
    assert [item.deal_id for item in found] == ["one"]
    assert [words.split(":")[0] for _, words in left_out] == ["old", "open", "two", "undated"]


def test_rows_of_the_assumptions_replace_the_options():
    world = World()
    for name, words in (("d1", "SOFR+1.00%"), ("d2", "")):
        world.flow("a", "cloud", "loan", name, firm=1.0, start="2026", end="2030", rate=words)
    owner = owners(world.graph, is_look_through=True)
    given_ = anchors(rate__base=(0.01, 0.02), rate__unread=(0, 0.3))
    (one, two), _ = find_debts(world.graph, given_, Options(), owner)
    assert (one.rate.low, one.rate.high) == pytest.approx((0.02, 0.03))
    assert two.unread_high == 0.3
