"""Termination, cross-default, costs saved, dearer debt and power, guarantees: hand cases."""

import pytest

from graphbuild.contagion.corners import BETTER, WORSE
from graphbuild.contagion.outcome import answer_scenario, failure_rows
from graphbuild.contagion.stress import run_scenario
from tests.contagion.test_stress import scenario, small_model
from tests.scores.graphs import figure


def test_termination_ends_a_contract_for_good_and_proportion_keeps_it():
    # The lab lacks cash from the third quarter; terminated, nothing is paid from the fourth on.
    model = small_model()
    row = next(i for i, t in enumerate(model.terms) if t.deal_id == "capacity")
    ended = run_scenario(model, scenario("lab.revenue=-50%"), WORSE)
    first = ended.failed["lab"]
    assert ended.paid[row, first] > 0
    assert ended.paid[row, first + 1 :].sum() == 0
    kept = run_scenario(model, scenario("lab.revenue=-50%"), BETTER)
    assert (kept.paid[row, kept.failed["lab"] + 1 : 8] > 0).all()


def test_cross_default_takes_all_debts_of_a_party_and_not_those_of_its_walled_vehicle():
    def debts(world):
        world.flow("fund", "cloud", "bond", "notes", firm=10.0, drawn_usd=10.0)
        world.owned("vehicle", "cloud")
        world.flow("fund", "vehicle", "loan", "spv-loan", firm=9.0, recourse="non_recourse")

    outcome = answer_scenario(small_model(debts), scenario("lab.default=-1"))
    assert "cloud" in outcome.worse.failed  # it misses its rent, and with that everything
    deals = {loss.deal_id for loss in outcome.losses if loss.kind == "debt"}
    assert {"chips-loan", "notes"} <= deals
    assert "spv-loan" not in deals


def test_the_middle_lies_between_the_ends():
    for typed in ("lab.revenue=-60%", "lab.default=-1", "cloud.default=-1"):
        for loss in answer_scenario(small_model(), scenario(typed)).losses:
            if loss.kind != "equity":  # of promised equity the better end pays more, and loses it
                low, high = sum(loss.better), sum(loss.worse)
                assert low - 1e-9 <= sum(loss.middle) <= high + 1e-9


def test_what_a_seller_saves_is_not_lost():
    plain = run_scenario(small_model(), scenario("lab.default=-1"), BETTER)
    model = small_model(ranges={"saved__cloud": (0.0, 0.6)})
    saving = run_scenario(model, scenario("lab.default=-1"), BETTER)
    row = next(i for i, t in enumerate(model.terms) if t.deal_id == "capacity")
    whole = 160 * 0.25
    assert plain.lost[row].sum() + plain.called.sum() == pytest.approx(whole)
    assert saving.lost[row].sum() + saving.called.sum() == pytest.approx(whole * 0.4)
    worse = run_scenario(model, scenario("lab.default=-1"), WORSE)
    assert worse.lost[row].sum() + worse.called.sum() == pytest.approx(160 * 0.75)


def test_dearer_debt_costs_what_floats_at_the_better_end_and_all_at_the_worse():
    def floating(world):
        dates = {"start": "2026-01-01", "end": "2031-12-31"}
        world.flow("f", "lab", "loan", "fl", firm=40.0, drawn_usd=40.0, rate="SOFR+2%", **dates)

    debt = figure("lab", "total_debt", 100.0, None, "2026-03-31")
    model = small_model(floating, figures=(debt,))
    for corner, owed in ((BETTER, 40.0), (WORSE, 100.0)):
        run = run_scenario(model, scenario("lab.rates=0.02"), corner)
        assert run.pressure.cash[model.place["lab"], 0] == pytest.approx(owed * 0.02 / 4)


def test_a_party_hit_itself_is_told_from_one_that_was_infected():
    rows = {
        r["party"]: r
        for r in failure_rows(answer_scenario(small_model(), scenario("lab.revenue=-90%")))
    }
    assert rows["lab"]["cause"] == "hit itself"
    assert rows["cloud"]["cause"] == "passed on"


def test_dearer_power_eats_what_clouds_are_paid_and_nobody_else():
    model = small_model(ranges={"cost__power": (0.1, 0.2)})
    for corner, part in ((BETTER, 0.1), (WORSE, 0.2)):
        run = run_scenario(model, scenario("power_price=0.5"), corner)
        assert run.pressure.cash[model.place["cloud"]].sum() == pytest.approx(160 * 0.5 * part)
        assert run.pressure.cash.sum() == pytest.approx(160 * 0.5 * part)
    one = run_scenario(model, scenario("landlord.power_price=0.5"), WORSE)
    assert one.pressure.cash.sum() == 0  # a landlord's power is paid by its tenant


def test_a_parents_guarantee_of_a_walled_vehicle_covers_all_or_nothing_by_the_end():
    def vehicle(world):
        world.owned("vehicle", "backer")
        world.flow("fund", "vehicle", "loan", "spv-loan", firm=9.0, recourse="non_recourse")
        dates = {"start": "2026-07-01", "end": "2027-06-30", "recourse": "guaranteed"}
        world.flow("vehicle", "landlord", "lease", "spv-hall", firm=40.0, **dates)

    model = small_model(vehicle)
    outcome = answer_scenario(model, scenario("vehicle.default=-1"))
    found = {(loss.holder, loss.kind): loss for loss in outcome.losses}
    parent, landlord = found["backer", "guarantee"], found["landlord", "receipts"]
    assert (sum(parent.better), sum(parent.worse)) == pytest.approx((0.0, 20.0))
    assert (sum(landlord.better), sum(landlord.worse)) == pytest.approx((0.0, 20.0))
    for end in (outcome.better, outcome.middle, outcome.worse):
        assert end.called.sum() + end.lost.sum() == pytest.approx(20.0)
    assert "spv-loan" in {loss.deal_id for loss in outcome.losses}  # the wall holds for lenders


def test_a_plan_begins_with_the_latest_period_and_not_with_a_year_long_past():
    later = figure("lab", "revenue", 15.0, "2026-01-01", "2026-03-31")
    book = small_model(figures=(later,)).books["lab"]
    assert book.revenue_in(2027) == pytest.approx((15 * 365.25 / 90,) * 2)
    older = figure("lab", "revenue", 15.0, "2025-01-01", "2025-03-31")
    assert small_model(figures=(older,)).books["lab"].revenue_in(2027) == (40.0, 40.0)
