"""A small world through scenarios: hand cases, both ends, monotony, missing figures."""

import numpy as np
import pytest

from graphbuild.contagion.books import read_books
from graphbuild.contagion.corners import BETTER, WORSE, WORST
from graphbuild.contagion.losses import losses
from graphbuild.contagion.model import book_rows, build_model
from graphbuild.contagion.outcome import (
    CORNERS,
    answer_scenario,
    assumption_notes,
    failure_rows,
    holder_rows,
    loss_rows,
)
from graphbuild.contagion.scenario import Scenario, parse_shock
from graphbuild.contagion.stress import path_of, run_corners, run_scenario
from graphbuild.errors import NotFoundError
from graphbuild.records.figure import FigureKind
from tests.scores.graphs import World, anchors, figure

RANGES = {
    "relet__cloud": (0.25, 0.75),
    "relet__lease": (0.5, 0.5),
    "recovery__secured": (0.6, 0.7),
    "recovery__senior": (0.5, 0.6),
    "recovery__equity": (0.0, 0.1),
}
FIGURES = (
    figure("lab", "cash", 10.0, None, "2026-03-31"),
    figure("lab", "revenue", 40.0, "2025-01-01", "2025-12-31"),
    figure("lab", "cash_burn", -1.0, "2026-01-01", "2026-03-31"),
    figure("cloud", "cash", 4.0, None, "2026-03-31"),
    figure("cloud", "equity", 20.0, None, "2026-03-31"),
    figure("backer", "cash", 100.0, None, "2026-03-31"),
)


def small_model(*more, figures=(), ranges=None, **given):
    """lab -> cloud 20 a quarter over two years, cloud -> landlord lease, backer's guarantee."""
    world = World()
    dates = {"start": "2026-07-01", "end": "2028-06-30"}
    world.flow("lab", "cloud", "cloud_contract", "capacity", firm=160.0, **dates)
    world.flow("cloud", "landlord", "lease", "hall", firm=80.0, **dates)
    world.flow("bank", "cloud", "loan", "chips-loan", firm=30.0, drawn_usd=30.0, in_return="GPUs")
    world.flow("backer", "cloud", "guarantee", "backstop", contingent=15.0, on_behalf_of="lab")
    world.flow("backer", "lab", "equity", "round", firm=8.0, status="funded", drawn_usd=8.0)
    for add in more:
        add(world)
    return build_model(
        world.graph, anchors(*FIGURES, *figures, **(RANGES | (ranges or {}))), **given
    )


def scenario(*typed: str) -> Scenario:
    shocks = tuple(parse_shock(text) for text in typed)
    return Scenario(name="t", title="t", story="", sources=(), shocks=shocks)


def test_plan_pays_everything_where_nothing_is_taken_away():
    model = small_model()
    tiny = scenario("lab.revenue=-0.0001%")
    for corner in (WORSE, BETTER, WORST):
        run = run_scenario(model, tiny, corner)
        assert run.failed == {}
        assert run.paid.sum() == pytest.approx(240.0 - 0.0, rel=0.01)


def test_cash_lasts_as_long_as_it_can_be_counted_by_hand():
    # 40 a year is planned and half of it gone: 5 a quarter, and 10 of cash last two quarters. At
    # the worse end the plan is at least what was signed, 80 a year from July: 5, then 10.
    model = small_model()
    runs = [run_scenario(model, scenario("lab.revenue=-50%"), c) for c in (BETTER, WORSE)]
    assert [model.quarters[run.failed["lab"]] for run in runs] == ["2026-Q4", "2026-Q3"]
    assert runs[1].short[model.place["lab"], 1] == pytest.approx(
        5.0, rel=0.02
    )  # days, not quarters


def test_seller_loses_price_less_what_it_relets_and_never_the_face():
    model = small_model()
    row = next(i for i, t in enumerate(model.terms) if t.deal_id == "capacity")
    for corner, kept in ((WORSE, 0.75), (BETTER, 0.25)):
        run = run_scenario(model, scenario("lab.default=-1"), corner)
        assert run.paid[row].sum() == 0
        covered = run.called.sum()
        assert run.lost[row].sum() + covered == pytest.approx(160.0 * kept)


def test_guarantor_pays_up_to_its_cap_and_no_more_over_all_quarters():
    run = run_scenario(small_model(), scenario("lab.default=-1"), WORSE)
    assert run.called.sum() == pytest.approx(15.0)
    bare = run_scenario(small_model(), scenario("lab.default=-1", "backer.guarantee=-1"), WORSE)
    assert bare.called.sum() == 0
    assert bare.lost.sum() >= run.lost.sum() + 15.0 - 1e-9


def test_failure_travels_and_the_path_says_by_which_contract():
    model = small_model()
    run = run_scenario(model, scenario("lab.default=-1"), WORSE)
    assert next(iter(run.failed)) == "lab"
    assert "cloud" in run.failed
    assert path_of(model, run, "cloud") == ["capacity", "shock"]
    assert path_of(model, run, "landlord") == ["hall", "capacity", "shock"]


def test_missing_cash_is_neither_nothing_nor_enough_without_saying_so():
    outcome = answer_scenario(small_model(), scenario("lab.default=-1"))
    rows = {row["party"]: row for row in failure_rows(outcome)}
    assert rows["landlord"]["certainty"] == "cannot be said: no figure for cash"
    assert rows["lab"]["certainty"] == "at both ends"
    assert "no figure for cash" in rows["landlord"]["buffer_basis"]


def test_losses_stand_between_two_ends_and_debt_is_lost_less_recovery():
    model = small_model()
    outcome = answer_scenario(model, scenario("lab.default=-1"))
    for loss in outcome.losses:
        for better, worse, worst in zip(loss.better, loss.worse, loss.worst, strict=True):
            assert 0 <= better <= worse <= worst
    loan = next(loss for loss in outcome.losses if loss.deal_id == "chips-loan")
    assert loan.worse.firm == pytest.approx(30 * 0.4)
    stake = next(loss for loss in outcome.losses if loss.deal_id == "round")
    assert (stake.better.firm, stake.worse.firm) == pytest.approx((8 * 0.9, 8.0))
    holders = {row["holder"]: row for row in holder_rows(outcome)}
    assert holders["bank"]["firm_high"] == pytest.approx(12.0)
    assert holders["backer"]["contingent_high"] == pytest.approx(15.0)
    assert holders["cloud"]["of_equity"] == pytest.approx(holders["cloud"]["firm_high"] / 20)
    assert {row["deal_id"] for row in loss_rows(outcome)} >= {"capacity", "chips-loan"}
    assert any("relet.cloud" in note for note in assumption_notes(outcome))


def test_chips_at_half_price_halve_what_a_secured_lender_recovers():
    model = small_model()
    block = run_corners(model, scenario("cloud.default=-1", "chip_price=-50%"), CORNERS)
    loan = next(loss for loss in losses(model, block) if loss.deal_id == "chips-loan")
    assert (loan.better.firm, loan.worse.firm) == pytest.approx((30 * 0.65, 30 * 0.7))


def test_a_vehicle_without_recourse_fails_alone():
    def vehicle(world):
        world.owned("vehicle", "cloud")
        world.flow("fund", "vehicle", "loan", "spv-loan", firm=9.0, recourse="non_recourse")

    model = small_model(vehicle)
    outcome = answer_scenario(model, scenario("vehicle.default=-1"))
    assert set(outcome.better.failed) == {"vehicle"}
    assert {loss.deal_id for loss in outcome.losses} == {"spv-loan"}
    alone = answer_scenario(model, scenario("cloud.default=-1"))
    assert "spv-loan" not in {loss.deal_id for loss in alone.losses}


def test_worse_shocks_hurt_more_in_every_quarter():
    model = small_model()
    lost = [
        run_scenario(model, scenario(f"lab.revenue=-{cut}%"), WORSE).lost.sum()
        for cut in (10, 25, 50, 75, 100)
    ]
    assert lost == sorted(lost)
    assert lost[0] < lost[-1]


def test_withdrawn_funding_is_a_gap_for_the_funded_and_not_a_loss():
    def promise(world):
        world.flow(
            "backer", "lab", "equity", "next-round", firm=40.0, end="2027-12-31", start="2026-07-01"
        )

    outcome = answer_scenario(small_model(promise), scenario("backer.withdraw=-1"))
    kinds = {loss.kind for loss in outcome.losses if loss.deal_id == "next-round"}
    assert kinds == {"funding"}
    assert "lab" not in {row["holder"] for row in holder_rows(outcome)}
    assert "lab" in outcome.worse.failed  # 10 of cash, 40 promised in six quarters


def test_headline_money_is_in_the_plan_only_where_asked_for():
    def talk(world):
        world.flow(
            "lab",
            "cloud",
            "cloud_contract",
            "talks",
            headline=50.0,
            start="2026-07-01",
            end="2027-06-30",
        )

    assert "talks" not in small_model(talk).deal_ids
    assert "talks" in small_model(talk, with_headline=True).deal_ids


@pytest.mark.parametrize(
    "typed",
    [
        "nobody.revenue=-10%",
        "landlord.revenue=-10%",
        "landlord.rates=0.01",
        "landlord.terminate=-1",
    ],
)
def test_a_shock_to_what_is_not_known_is_refused(typed):
    with pytest.raises(NotFoundError):
        run_scenario(small_model(), scenario(typed), WORSE)


def test_delay_moves_payments_and_loses_none_inside_the_horizon():
    model = small_model()
    run = run_scenario(model, scenario("capacity.delay=2"), WORSE)
    row = next(i for i, t in enumerate(model.terms) if t.deal_id == "capacity")
    assert run.pressure.offered[row].sum() == pytest.approx(model.terms[row].planned.sum())
    assert run.pressure.offered[row][:2].sum() == 0


def test_books_take_only_what_was_known_and_interpolate_projections():
    given = (
        figure("lab", "revenue", 10.0, "2025-01-01", "2025-12-31"),
        figure(
            "lab",
            "revenue",
            100.0,
            "2028-01-01",
            "2028-12-31",
            FigureKind.ESTIMATE,
            known_on=figure("x", "cash", 1.0, None, "2026-01-31").known_on,
        ),
        figure("lab", "operating_cash_flow", 5.0, "2025-01-01", "2025-12-31"),
        figure("lab", "capex", 9.0, "2025-01-01", "2025-12-31"),
    )
    book = read_books(["lab", "nobody"], anchors(*given))["lab"]
    assert book.revenue_in(2027) == pytest.approx((10.0, 55.0))
    assert book.revenue_in(2040) == pytest.approx((10.0, 100.0))
    assert (book.need.low, book.need.high, book.surplus.high) == (4.0, 4.0, 0.0)
    assert book.buffer.is_missing
    assert read_books(["nobody"], anchors())["nobody"].revenue_in(2027) is None


def test_same_inputs_give_the_same_answer():
    one, two = (
        failure_rows(answer_scenario(small_model(), scenario("lab.default=-1"))) for _ in "ab"
    )
    assert one == two
    assert np.isfinite([row["short_high"] for row in one]).all()


def test_outside_money_that_does_not_come_is_what_operations_lack():
    # Better end: a burn of 1 in the quarter of 2026 is 4.06 a year; 10 of cash last nine quarters.
    run = run_scenario(small_model(), scenario("lab.funding=-1"), BETTER)
    assert run.failed["lab"] == 9
    worse = run_scenario(small_model(), scenario("lab.funding=-1"), WORSE)
    assert worse.failed["lab"] < 9  # signed for 80 a year, and the last year brought 40


def test_a_party_marked_down_costs_its_holders_and_makes_nobody_fail():
    outcome = answer_scenario(small_model(), scenario("lab.market_value=-25%"))
    assert outcome.failures == {}
    (loss,) = outcome.losses
    assert (loss.deal_id, loss.better.firm, loss.worse.firm) == ("round", 2.0, 2.0)


def test_dearer_debt_needs_a_figure_for_debt():
    model = small_model()
    with pytest.raises(NotFoundError, match="no debt of lab"):
        run_scenario(model, scenario("lab.rates=0.02"), WORSE)


def test_members_of_a_consortium_plan_the_whole_once():
    def venture(world):
        dates = {"start": "2026-07-01", "end": "2027-06-30"}
        world.joint(["a", "b", "c"], "venture", "equity", "jv", firm=30.0, **dates)

    model = small_model(venture)
    parts = [term.planned.sum() for term in model.terms if term.deal_id == "jv"]
    assert parts == pytest.approx([10.0, 10.0, 10.0])
    assert all(term.is_assumed for term in model.terms if term.deal_id == "jv")


def test_no_term_plans_more_than_its_deal_holds():
    totals = {"capacity": 160.0, "hall": 80.0}
    for term in small_model().terms:
        assert term.planned.sum() <= totals[term.deal_id] + 1e-9


def test_balance_sheets_leave_open_what_nobody_published():
    rows = {row["party"]: row for row in book_rows(small_model())}
    assert (rows["lab"]["cash_low"], rows["lab"]["cash_high"]) == (10.0, 10.0)
    assert rows["landlord"]["cash_high"] is None
    assert "no figure for cash" in rows["landlord"]["basis"]


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
