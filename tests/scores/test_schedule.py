import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.scores.readings import counted_contracts
from graphbuild.scores.schedule import schedule
from tests.scores.graphs import AS_OF, World, anchors


def plan(kind="cloud_contract", years=(5, 5), **given_dates):
    world = World()
    world.flow("payer", "payee", kind, firm=1.0, **given_dates)
    assumed = anchors(term__default_years=years).assumptions if years else {}
    return schedule(counted_contracts(world.graph)[0], AS_OF, assumed)


def test_purchase_is_spread_evenly_by_days():
    found = plan(start="2026-01-01", end="2029-12-31")
    assert found.shares[2026] == pytest.approx((365 / 1461, 365 / 1461))
    assert found.shares[2028] == pytest.approx((366 / 1461, 366 / 1461))
    assert not found.is_assumed


def test_partial_dates_reach_from_their_first_to_their_last_day():
    found = plan(start="2026-07", end="2027")
    assert found.shares[2026][0] == pytest.approx(184 / 549)


def test_debt_falls_due_at_maturity_and_equity_when_agreed():
    assert plan("bond", start="2025-01-01", end="2031-06-30").shares == {2031: (1.0, 1.0)}
    assert plan("convertible", start="2025-01-01", end="2031").shares == {2031: (1.0, 1.0)}
    assert plan("equity", start="2027-02").shares == {2027: (1.0, 1.0)}


def test_unpaid_equity_of_an_earlier_year_is_due_in_the_as_of_year():
    found = plan("equity", start="2023-02")
    assert found.shares == {2026: (1.0, 1.0)}
    assert found.is_assumed


def test_without_an_end_five_years_are_assumed_and_flagged():
    found = plan(agreed_on="2026-01-01")
    assert sorted(found.shares) == [2026, 2027, 2028, 2029, 2030]
    assert found.is_assumed
    assert plan("loan", agreed_on="2026-01-01").shares == {2030: (1.0, 1.0)}


def test_term_between_bounds_gives_each_year_its_least_and_most():
    found = plan(years=(2, 4), start="2026-01-01")
    assert found.shares[2026] == pytest.approx((365 / 1461, 365 / 730))
    assert found.shares[2028] == pytest.approx((0.0, 366 / 1096), abs=1e-9)
    assert found.shares[2029][0] == 0.0


def test_without_dates_or_assumption_there_is_a_reason_and_no_guess():
    assert "neither a start nor" in plan().reason
    found = plan(years=None, start="2026-01-01")
    assert found.shares == {}
    assert "term.default_years" in found.reason


def test_leap_day_start_keeps_whole_years():
    assert sorted(plan(start="2028-02-29").shares) == [2028, 2029, 2030, 2031, 2032, 2033]


@settings(max_examples=50, deadline=None, derandomize=True)
@given(st.dates(), st.integers(0, 9000))
def test_fractions_of_known_dates_add_to_one(start, days):
    if start.year < 9900:
        end = start.fromordinal(min(start.toordinal() + days, 3_600_000))
        found = plan(start=start.isoformat(), end=end.isoformat())
        assert sum(low for low, _ in found.shares.values()) == pytest.approx(1.0)
