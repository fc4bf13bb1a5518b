import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.scores.base import Options
from graphbuild.scores.debtservice import ALL, debt_service
from graphbuild.scores.fragility import MinskyClass, classify, fragility
from tests.scores.graphs import World, anchors, figure

YEAR = ("2025-01-01", "2025-12-31")


def borrower():
    """A bond of 100 at 10 % due in 2030 and a loan of 40 at 5 %, bridge-like, due in 2027."""
    world = World()
    world.party("cloud")
    world.owned("vehicle", "cloud")
    world.flow("x", "cloud", "bond", "b", firm=100.0, start="2025", end="2030-12-31", rate="10%")
    world.flow(
        "y", "vehicle", "loan", "l", firm=40.0, start="2026-06-01", end="2027-06-30", rate="5%"
    )
    return world


def row_of(world, *figures):
    (row,) = fragility(world.graph, anchors(*figures), Options()).to_dict("records")
    return row


def flow(value):
    return figure("cloud", "operating_cash_flow", value, *YEAR)


@pytest.mark.parametrize(
    ("cash_flow", "expected"), [(52.0, "hedge"), (12.0, "speculative"), (10.0, "ponzi")]
)
def test_class_by_hand(cash_flow, expected):
    row = row_of(borrower(), flow(cash_flow))
    assert row["year"] == 2027
    assert row["principal_central"] == 40.0
    assert row["interest_central"] == pytest.approx(10 + 40 * 0.05 * 181 / 365)
    assert row["minsky"] == expected
    assert row["coverage_central"] == pytest.approx(cash_flow / row["interest_central"])
    assert row["growth_to_hedge"] == pytest.approx((row["interest_central"] + 40) / cash_flow)


def test_interest_inside_the_cash_flow_is_added_back_for_the_same_days_only():
    same = figure("cloud", "interest_expense", 6, *YEAR)
    row = row_of(borrower(), flow(12.0), same)
    assert row["interest_in_cash_flow"] == 6.0
    assert row["coverage_central"] == pytest.approx(18 / row["interest_central"])
    other = figure("cloud", "interest_expense", 6, "2026-01-01", "2026-06-30")
    row = row_of(borrower(), flow(12.0), other)
    assert row["interest_in_cash_flow"] is None
    assert "coverage errs low" in row["reason"]


def test_reported_interest_of_a_half_year_is_made_annual_and_said_to_be():
    half = figure("cloud", "interest_expense", 8, "2026-01-01", "2026-06-30")
    row = row_of(borrower(), flow(100.0), half)
    assert row["interest_reported"] == pytest.approx(8 * 365.25 / 181)
    assert "made annual" in row["interest_basis"]
    assert row["interest_low"] == row["interest_central"] == row["interest_reported"]


def test_nobody_is_certainly_hedged_while_debt_is_unknown():
    row = row_of(borrower(), flow(1000.0), figure("cloud", "total_debt", 150, None, "2026-06-30"))
    assert (row["minsky"], row["minsky_worst"]) == ("hedge", "speculative")
    assert "beyond what is known here" in row["reason"]
    known = row_of(borrower(), flow(1000.0), figure("cloud", "total_debt", 140, None, "2026-06-30"))
    assert known["minsky_worst"] == "hedge"


def test_rate_not_read_leaves_the_central_class_open_unless_cash_flow_is_negative():
    world = World()
    world.flow("x", "cloud", "loan", "l", firm=100.0, start="2025", end="2030-12-31", rate="?")
    world.flow("x", "cloud", "bond", "b", firm=10.0, start="2025", end="2030-12-31", rate="10%")
    row = row_of(world, flow(5.0))
    assert (row["minsky_best"], row["minsky"], row["minsky_worst"]) == ("hedge", None, "ponzi")
    row = row_of(world, flow(-5.0))
    assert (row["minsky_best"], row["minsky"], row["minsky_worst"]) == ("ponzi",) * 3
    assert (row["coverage_low"], row["borrowed_interest_share"]) == (0.0, None)


def test_without_a_cash_flow_there_is_no_class():
    row = row_of(borrower())
    assert row["minsky"] is None
    assert row["minsky_worst"] is None
    assert "not known" in row["reason"]


def test_missing_interest_is_what_must_be_borrowed():
    row = row_of(borrower(), flow(5.0))
    missing = row["interest_central"] - 5.0
    assert row["borrowed_interest_share"] == pytest.approx(missing / row["interest_central"])


@given(st.floats(-10, 100), st.floats(0, 50), st.floats(0, 50), st.floats(0, 10))
def test_more_due_never_makes_a_better_class(cash_flow, interest, principal, more):
    order = list(MinskyClass)
    before = order.index(classify(cash_flow, interest, principal))
    assert order.index(classify(cash_flow, interest + more, principal)) >= before
    assert order.index(classify(cash_flow, interest, principal + more)) >= before


def test_owner_adds_its_vehicles_year_by_year():
    table = debt_service(borrower().graph, anchors(), Options())
    rows = {(row["vehicle"], row["year"]): row for row in table.to_dict("records")}
    assert rows[ALL, 2027]["principal_high"] == rows["vehicle", 2027]["principal_high"] == 40.0
    assert rows[ALL, 2030]["principal_central"] == rows["cloud", 2030]["principal_central"] == 100.0
    for year in (2026, 2027):
        parts = sum(rows[name, year]["interest_central"] for name in ("cloud", "vehicle"))
        assert rows[ALL, year]["interest_central"] == pytest.approx(parts)
    assert set(table["entity_id"]) == {"cloud"}


def test_rate_that_cannot_be_read_is_named():
    world = World()
    world.flow("x", "cloud", "loan", "l", firm=100.0, start="2025", end="2028", rate="SOFR talk")
    row = debt_service(world.graph, anchors(), Options()).to_dict("records")[0]
    assert (row["unrated_deals"], row["unrated_usd"]) == (1, 100.0)
    assert "l (SOFR talk)" in row["reason"]
