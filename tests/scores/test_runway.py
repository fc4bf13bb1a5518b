"""Quarters by hand: when money no longer reaches, by how much, and what growth would do."""

import datetime as dt

import pytest

from graphbuild.records.figure import FigureKind
from graphbuild.records.period import PartialDate
from graphbuild.scores.base import Options
from graphbuild.scores.bounds import Contract
from graphbuild.scores.coverage import coverage
from graphbuild.scores.runway import coverage_quarters, runway_totals
from graphbuild.scores.schedule import Grain, quarter_name, schedule
from tests.scores.graphs import World, anchors, figure

FLAT = Options(revenue_growth_low=0.0, revenue_growth_high=0.0, capacity_years=2)


def lab(cash=10e9, revenue=4e9, **given):
    """A lab that owes 36 bn evenly over 2026-07 to 2028-12, 3.6 bn a quarter."""
    world = World()
    world.flow(
        "lab", "cloud", "cloud_contract", "hours", start="2026-07-01", end="2028-12-31", **given
    )
    figures = []
    if cash is not None:
        figures.append(figure("lab", "cash", cash, None, "2026-06-30"))
    if revenue is not None:
        figures.append(figure("lab", "revenue", revenue, "2025-01-01", "2025-12-31"))
    return world, figures


def total(world, figures, options=FLAT, **assumed):
    rows = runway_totals(world.graph, anchors(*figures, **assumed), options)
    return rows.set_index("entity_id").loc["lab"]


def test_the_first_quarter_is_the_one_in_which_cash_and_revenue_no_longer_reach():
    row = total(*lab(firm=36e9))
    # 10 + q x (1 - 3.6) is below nothing from the fourth quarter on: 2027-Q2
    assert (row["short_low"], row["short_central"], row["short_high"]) == ("2027-Q2",) * 3
    assert row["gap_central"] == pytest.approx(36e9 - 10e9 - 10e9)
    assert row["horizon"] == "2028-Q4"


def test_quarters_add_up_to_the_year_and_carry_what_is_left():
    world, figures = lab(firm=(30e9, 36e9))
    given = anchors(*figures)
    quarters = coverage_quarters(world.graph, given, FLAT)
    years = coverage(world.graph, given, FLAT).set_index("year")
    assert list(quarters["quarter"][:3]) == ["2026-Q3", "2026-Q4", "2027-Q1"]
    of_2027 = quarters[quarters["quarter"].str.startswith("2027")]
    for end in ("low", "high", "stated"):
        assert of_2027[f"firm_{end}"].sum() == pytest.approx(years.loc[2027, f"firm_{end}"])
    first = quarters.iloc[0]
    assert first["left_low"] == pytest.approx(10e9 + 1e9 - first["firm_high"])
    assert first["left_high"] == pytest.approx(10e9 + 1e9 - first["firm_low"])


def test_growth_needed_pays_everything_and_a_little_less_does_not():
    world, figures = lab(firm=36e9)
    needed = total(world, figures)["growth_needed"]
    enough, short = (
        total(world, figures, growth__revenue=(needed + step, needed + step))["gap_central"]
        for step in (1e-4, -1e-3)
    )
    assert enough == 0
    assert short > 0


def test_no_growth_is_enough_where_the_first_quarter_already_fails():
    world, figures = lab(cash=0.0, revenue=1.0, firm=36e9)
    row = total(world, figures)
    assert row["growth_needed"] is None
    assert row["short_high"] == "2026-Q3"


def test_committed_funding_and_lines_count_and_worst_path_has_no_lines():
    world, figures = lab(firm=36e9)
    world.flow("fund", "lab", "equity", "round", firm=9e9, start="2026-08-15", drawn_usd=0.0)
    world.flow(
        "bank", "lab", "loan", "line", firm=1e9, contingent=(0.0, 5e9), start="2026", end="2031"
    )
    row = total(world, figures)
    assert (row["funding"], row["lines"]) == (9e9, 5e9)
    assert row["short_low"] < row["short_central"]
    assert row["gap_low"] - row["gap_central"] == pytest.approx(5e9)


def test_a_newer_run_rate_is_the_base_of_the_better_paths_only():
    world, figures = lab(firm=36e9)
    rate = figure("lab", "revenue_run_rate", 20e9, None, "2026-05-31", FigureKind.RUN_RATE)
    row = total(world, [*figures, rate])
    assert (row["revenue_year"], row["revenue_base"]) == (4e9, 20e9)
    assert (row["short_low"], row["short_central"]) == ("2027-Q2", None)


def test_without_revenue_nothing_is_told_and_without_cash_only_a_gap():
    blind = total(*lab(revenue=None, firm=36e9))
    assert (blind["gap_central"], blind["short_central"]) == (None, None)
    assert "no revenue is known" in blind["reason"]
    poor = total(*lab(cash=None, firm=36e9))
    assert poor["short_central"] is None
    assert poor["gap_central"] == pytest.approx(36e9 - 2.75 * 4e9)  # from the as-of quarter on


def test_the_growth_and_the_widest_deal_move_the_gap_most_as_run_again():
    world, figures = lab(firm=(26e9, 36e9))
    options = Options(revenue_growth_low=0.0, revenue_growth_high=0.4, capacity_years=2)
    words = total(world, figures, options)["moves_most"]
    assert words.startswith("growth of revenue (by ")
    ends = []
    for amount in (26e9, 36e9):
        other, same = lab(firm=amount)
        ends.append(total(other, same, options)["gap_central"])
    assert f"hours (by {(ends[1] - ends[0]) / 1e9:.2f} bn)" in words


def test_contingent_dues_stand_beside_and_move_no_path():
    world, figures = lab(firm=36e9)
    plain = total(world, figures)
    world.flow(
        "lab", "host", "lease", "option", contingent=(0.0, 50e9), start="2026-07", end="2028-12"
    )
    assert total(world, figures)["gap_central"] == plain["gap_central"]
    rows = coverage_quarters(world.graph, anchors(*figures), FLAT)
    assert rows["contingent_high"].max() > 4e9


def test_quarters_are_numbered_on_and_have_their_days():
    first = Grain.QUARTER.number(dt.date(2026, 12, 31))
    assert [quarter_name(first + step) for step in (0, 1)] == ["2026-Q4", "2027-Q1"]
    for number in range(first, first + 8):
        begins, ends = Grain.QUARTER.days(number)
        assert Grain.QUARTER.number(begins) == Grain.QUARTER.number(ends) == number
        assert Grain.QUARTER.days(number + 1)[0] == ends + dt.timedelta(days=1)


def test_a_maturity_known_by_year_only_is_due_at_its_end_and_counts_as_assumed():
    data = {
        "start": "2025-01-01", "end": "2028", "agreed_on": None, "known_on": None,
        "period_is_assumed": False, "family": "debt", "instrument": "bond",
    }  # fmt: skip
    contract = Contract("bank", "cloud", "f", data)
    found = schedule(contract, PartialDate("2026-06-30"), {}, Grain.QUARTER)
    assert [quarter_name(number) for number in found.shares] == ["2028-Q4"]
    assert found.is_assumed
