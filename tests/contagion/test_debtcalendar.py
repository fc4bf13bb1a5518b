"""Interest and principal by quarter, and what happens when nobody renews them."""

import numpy as np
import pytest

from graphbuild.contagion.corners import BETTER, WORSE
from graphbuild.contagion.debtcalendar import read_services
from graphbuild.contagion.runway import runway_rows
from graphbuild.contagion.stress import run_scenario
from graphbuild.contagion.terms import quarter_names
from graphbuild.scores.base import Options
from graphbuild.scores.debts import find_debts, interest_due, principal_due
from tests.contagion.test_stress import scenario, small_model
from tests.scores.graphs import AS_OF, World, anchors

BOND = {"rate": "8%", "start": "2026-07-01", "end": "2028-06-30", "period_is_assumed": False}


def bond(world):
    world.flow("fund", "lab", "bond", "lab-bond", firm=20.0, drawn_usd=20.0, **BOND)


def test_bond_bears_interest_until_it_falls_due_in_one_quarter():
    model = small_model(bond)
    (service,) = [s for s in model.services if s.deal_id == "lab-bond"]
    due = dict(zip(model.quarters, service.principal, strict=True))
    assert due.pop("2028-Q2") == pytest.approx(20.0)
    assert set(due.values()) == {0.0}
    assert service.interest[model.quarters.index("2027-Q1")] == pytest.approx(20 * 0.08 / 4)
    assert service.interest[model.quarters.index("2028-Q3")] == 0
    assert service.is_dated


def test_quarters_add_up_to_the_years_of_the_debt_score():
    world = World()
    world.flow("f", "a", "bond", "b1", firm=20.0, drawn_usd=20.0, **BOND)
    dates = {"start": "2027-04-01", "end": "2030-09-30", "period_is_assumed": False}
    world.flow("f", "a", "loan", "l1", firm=9.0, drawn_usd=9.0, rate="SOFR+2%", **dates)
    owner = {"f": "f", "a": "a"}
    names = quarter_names(AS_OF)
    debts, _ = find_debts(world.graph, anchors(), Options(), owner)
    services = read_services(world.graph, anchors(), owner, names)
    for debt, service in zip(debts, services, strict=True):
        for year in range(2027, 2031):
            places = [i for i, name in enumerate(names) if name.startswith(str(year))]
            whole = principal_due(debt, year, AS_OF).central
            assert service.principal[places].sum() == pytest.approx(whole)
            assert service.interest[places].sum() == pytest.approx(
                interest_due(debt, year, AS_OF).central
            )


def test_debt_without_a_stated_maturity_makes_no_wall_and_says_so():
    def undated(world):
        terms = BOND | {"end": None, "period_is_assumed": True}
        world.flow("fund", "lab", "bond", "lab-bond", firm=20.0, drawn_usd=20.0, **terms)

    model = small_model(undated, ranges={"term__default_years": (5, 5)})
    (service,) = [s for s in model.services if s.deal_id == "lab-bond"]
    assert service.principal.sum() == 0
    assert not service.is_dated
    assert next(r for r in runway_rows(model) if r["party"] == "lab")["undated"] == 20.0


def test_maturing_debt_is_refinanced_unless_a_shock_says_otherwise():
    model = small_model(bond)
    quiet = run_scenario(model, scenario("lab.revenue=-0.0001%"), BETTER)
    assert quiet.failed == {}
    run = run_scenario(model, scenario("lab.refinance=-100%"), BETTER)
    assert model.quarters[run.failed["lab"]] == "2028-Q2"  # 20 are due, 10 of cash are there
    half = run_scenario(model, scenario("lab.refinance=-50%"), BETTER)
    assert half.failed == {}  # 10 are due, and 10 are there


def test_refused_debt_is_refused_once_however_many_shocks_name_it():
    model = small_model(bond)
    once = run_scenario(model, scenario("lab.refinance=-100%"), WORSE)
    both = run_scenario(model, scenario("lab.refinance=-100%", "refinance=-50%"), WORSE)
    assert both.pressure.cash == pytest.approx(once.pressure.cash)


def test_who_is_hit_is_refused_in_proportion_to_the_cut():
    def maturing(**ranges):
        model = small_model(bond, ranges=ranges)
        run = run_scenario(model, scenario("lab.revenue=-30%"), WORSE)
        bare = run_scenario(small_model(), scenario("lab.revenue=-30%"), WORSE)
        place = model.place["lab"]
        plain = bare.pressure.cash[small_model().place["lab"]]
        return float((run.pressure.cash[place] - plain).sum())

    assert maturing() == 0
    assert maturing(refinance__hit=(0.5, 1.0)) == pytest.approx(20 * 0.3 * 0.5)


def test_runway_counts_to_the_quarter_in_which_cash_and_lenders_are_gone():
    rows = {row["party"]: row for row in runway_rows(small_model(bond))}
    # Better end: 10 of cash, about 1.015 a quarter, and 20 of principal in the eighth quarter.
    assert rows["lab"]["dry_better"] == "2028-Q2"
    assert rows["lab"]["maturing"] == pytest.approx(20.0)
    assert rows["lab"]["dry_worse"] < rows["lab"]["dry_better"]
    assert rows["cloud"]["dry_better"] is None
    assert "cash flow" in rows["cloud"]["remark"]
    without = {row["party"]: row for row in runway_rows(small_model())}
    assert without["lab"]["dry_better"] == "2028-Q3"  # 10 last nine quarters from 2026-Q2


def test_service_ranks_with_dues_and_before_promised_funding():
    def more(world):
        bond(world)
        dates = {"start": "2026-07-01", "end": "2027-06-30"}
        world.flow("lab", "startup", "equity", "stake", firm=8.0, **dates)

    model = small_model(more)
    run = run_scenario(model, scenario("lab.revenue=-50%"), BETTER)
    stake = next(i for i, t in enumerate(model.terms) if t.deal_id == "stake")
    until = run.failed["lab"]
    assert run.paid[stake, until] == 0
    assert (run.short[model.place["lab"]] >= 0).all()
    assert np.isfinite(run.short).all()
