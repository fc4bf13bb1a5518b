"""A small world through scenarios: hand cases, both ends, monotony, missing figures."""

import numpy as np
import pytest

from graphbuild.contagion.books import read_books
from graphbuild.contagion.corners import BETTER, WORSE, WORST
from graphbuild.contagion.losses import loss_columns, losses
from graphbuild.contagion.model import build_model
from graphbuild.contagion.outcome import (
    CORNERS,
    answer_scenario,
    assumption_notes,
    failure_rows,
    holder_rows,
    loss_rows,
)
from graphbuild.contagion.scenario import Scenario, parse_shock
from graphbuild.contagion.sheets import book_rows
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
    # 60 % to 70 % of 30 is recovered: 9 lost at the better end, 10.5 between, 12 at the worse
    bank = [holders["bank"][f"firm_{end}"] for end in ("low", "middle", "high")]
    assert bank == pytest.approx([9.0, 10.5, 12.0])
    assert holders["backer"]["contingent_high"] == pytest.approx(15.0)
    block = run_corners(model, scenario("lab.default=-1"), (WORSE,))
    whole, own, others = (
        loss_columns(model, block, **who)[:, 0] for who in ({}, {"of": "bank"}, {"but": "bank"})
    )
    assert own.tolist() == pytest.approx([12.0, 0.0, 0.0])
    assert whole.tolist() == pytest.approx((own + others).tolist())
    assert others[0] == pytest.approx(whole[0] - 12.0)
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


def test_without_a_figure_for_need_what_dues_exceed_revenue_by_is_lacking():
    # Signed for 40 a year from July, 30 of revenue: 2.5 a quarter, and 4 of cash last one quarter.
    revenue = figure("cloud", "revenue", 30.0, "2025-01-01", "2025-12-31")
    model = small_model(figures=(revenue,))
    worse = run_scenario(model, scenario("cloud.funding=-1"), WORSE)
    assert model.quarters[worse.failed["cloud"]] == "2026-Q4"
    assert "cloud" not in run_scenario(model, scenario("cloud.funding=-1"), BETTER).failed
    with pytest.raises(NotFoundError, match="what landlord needs"):
        run_scenario(model, scenario("landlord.funding=-1"), WORSE)


def test_what_operations_may_leave_over_pays_at_the_better_end_only():
    # 40 of revenue a year, half of it gone: 5 a quarter. Operations leave up to 8 a year, but what
    # was spent on plant is not known: 9, 4 + 2, 1 + 2, -2 at the better end; 9, 4, -1 at the worse.
    def shop(world):
        world.flow("shop", "landlord", "lease", "shed", firm=2.0, end="2028-06-30")

    known = (
        figure("shop", "cash", 9.0, None, "2026-03-31"),
        figure("shop", "revenue", 40.0, "2025-01-01", "2025-12-31"),
        figure("shop", "operating_cash_flow", 8.0, "2025-01-01", "2025-12-31"),
    )
    model = small_model(shop, figures=known)
    runs = [run_scenario(model, scenario("shop.revenue=-50%"), c) for c in (BETTER, WORSE)]
    assert [run.failed["shop"] for run in runs] == [2, 1]


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


def test_a_deal_of_two_to_four_years_is_planned_once_and_not_once_a_length():
    def undated(world):
        world.flow("lab", "mill", "cloud_contract", "hours", firm=76.0, agreed_on="2026-07-01")

    model = small_model(undated, ranges={"term__default_years": (2.0, 4.0)})
    (term,) = (term for term in model.terms if term.deal_id == "hours")
    assert term.is_assumed
    # A quarter holds up to 1/8 of it for two years, 1/12 in the third, 1/16 in the fourth: 19/12.
    assert term.planned.sum() == pytest.approx(76.0)
    quarters = [term.planned[model.quarters.index(name)] for name in ("2026-Q4", "2028-Q4")]
    assert quarters == pytest.approx([76 / 8 * 12 / 19, 76 / 12 * 12 / 19], rel=0.03)


def test_balance_sheets_leave_open_what_nobody_published():
    rows = {row["party"]: row for row in book_rows(small_model())}
    assert (rows["lab"]["cash_low"], rows["lab"]["cash_high"]) == (10.0, 10.0)
    assert rows["landlord"]["cash_high"] is None
    assert "no figure for cash" in rows["landlord"]["basis"]
    assert (rows["cloud"]["secured"], rows["cloud"]["on_chips"]) == (0.0, 0.0)  # a loan undated


def test_balance_sheets_hold_debts_by_rank_and_promises_of_funders():
    def more(world):
        dates = {"start": "2026-01-01", "end": "2029-12-31"}
        loan = {"in_return": "GPUs pledged", "drawn_usd": 20.0, **dates}
        world.flow("bank", "cloud", "loan", "more", firm=20.0, **loan)
        world.flow("fund", "cloud", "bond", "notes", firm=10.0, drawn_usd=10.0, **dates)
        world.flow(
            "backer", "cloud", "equity", "round-2", firm=8.0, start="2026-07-01", end="2027-12-31"
        )

    row = next(r for r in book_rows(small_model(more)) if r["party"] == "cloud")
    assert (row["secured"], row["on_chips"], row["senior"]) == (20.0, 20.0, 10.0)
    assert row["maturing"] == pytest.approx(30.0)
    assert row["promised"] == pytest.approx(8.0)


def test_where_no_cash_is_known_it_is_said_what_was_paid_in():
    def rounds(world):
        paid = {"drawn_usd": 6.0, "status": "funded", "agreed_on": "2025-09-01"}
        world.flow("fund", "landlord", "equity", "new", firm=6.0, **paid)
        old = paid | {"agreed_on": "2020-01-01"}
        world.flow("fund", "landlord", "equity", "old", firm=50.0, **old)
        world.flow("fund", "landlord", "loan", "signed", firm=4.0, agreed_on="2026-01-01")

    model = small_model(rounds)
    assert model.paid_in["landlord"] == (6.0, 10.0)
    rows = {r["party"]: r for r in failure_rows(answer_scenario(model, scenario("lab.default=-1")))}
    assert "paid in within two years" in rows["landlord"]["buffer_basis"]
    assert "paid in" not in rows["lab"]["buffer_basis"]
