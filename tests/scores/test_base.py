import pytest

from graphbuild.errors import NotFoundError
from graphbuild.records.claim import Verification
from graphbuild.records.figure import FigureKind
from graphbuild.records.period import PartialDate
from graphbuild.scores import SCORES
from graphbuild.scores.base import Column, Options, frame, require_node
from tests.scores.graphs import World, anchors, figure


def year(value, label, kind=FigureKind.REPORTED, **given):
    return figure("x", "revenue", value, f"{label}-01-01", f"{label}-12-31", kind, **given)


def test_revenue_of_a_year_is_never_a_half_year_or_a_quarter():
    known = anchors(
        figure("x", "revenue", 60, "2026-01-01", "2026-06-30"),
        figure("x", "revenue", 30, "2026-04-01", "2026-06-30"),
        year(100, "2025"),
    )
    assert known.annual_revenue("x").value_usd == 100


def test_revenue_of_a_year_is_never_press_estimate_or_run_rate():
    known = anchors(
        year(13, "2025", FigureKind.PRESS),
        year(14, "2025", FigureKind.ESTIMATE),
        figure("x", "revenue_run_rate", 20, "2025-12-01", "2025-12-31", FigureKind.RUN_RATE),
    )
    assert known.annual_revenue("x") is None
    assert known.run_rate("x").value_usd == 20


def test_trailing_twelve_months_count_as_a_year_and_the_later_year_wins():
    known = anchors(year(100, "2025"), figure("x", "revenue", 120, "2025-07-01", "2026-06-30"))
    assert known.annual_revenue("x").value_usd == 120


def test_audited_year_comes_before_reported_twelve_months():
    known = anchors(
        year(100, "2025", FigureKind.AUDITED),
        figure("x", "revenue", 120, "2025-07-01", "2026-06-30"),
    )
    assert known.annual_revenue("x").value_usd == 100


def test_stale_audited_year_gives_way():
    known = anchors(year(50, "2023", FigureKind.AUDITED), year(100, "2025"))
    assert known.annual_revenue("x").value_usd == 100


@pytest.mark.parametrize(("end", "stands"), [("2025-12-15", 50), ("2025-12-16", 100)])
def test_an_audited_year_is_stale_when_a_short_fiscal_year_has_passed(end, stands):
    # 52 weeks, less what a year's end may move by: 350 days from the last day of 2024
    known = anchors(
        year(50, "2024", FigureKind.AUDITED), figure("x", "revenue", 100, "2024-12-20", end)
    )
    assert known.annual_revenue("x").value_usd == stands


def test_figure_published_after_the_as_of_date_is_unknown():
    known = anchors(year(100, "2025", known_on=PartialDate("2026-07")), year(90, "2024"))
    assert known.annual_revenue("x").value_usd == 90


def test_undated_and_unverified_figures_are_not_used():
    known = anchors(
        year(100, "2025", known_on=None), year(90, "2024", verification=Verification.SECONDARY)
    )
    assert known.annual_revenue("x") is None


def test_figure_about_one_counterparty_is_not_the_total():
    known = anchors(
        figure("x", "rpo", 400, None, "2026-03-31", counterparty="openai"),
        figure("x", "rpo", 500, None, "2025-12-31"),
    )
    assert known.contracted("x").value_usd == 500
    assert known.latest("x", "rpo", counterparty="openai").value_usd == 400


def test_contracted_takes_the_later_of_obligations_and_backlog():
    known = anchors(
        figure("x", "rpo", 500, None, "2026-03-31"), figure("x", "backlog", 700, None, "2026-05-31")
    )
    assert known.contracted("x").metric == "backlog"


def test_frame_refuses_an_undeclared_none_and_keeps_a_declared_one():
    columns = (Column("a", float, "USD", ""), Column("b", float, "USD", "", optional=True))
    table = frame(columns, [{"a": 1.0, "b": None}])
    assert table["b"].tolist() == [None]
    assert table["a"].dtype == float
    with pytest.raises(ValueError, match="None is not declared"):
        frame(columns, [{"a": None, "b": None}])
    with pytest.raises(ValueError, match="too many or too few"):
        frame(columns, [{"a": 1.0}])


def test_unknown_entity_is_named_with_its_neighbours():
    world = World()
    world.party("openai")
    with pytest.raises(NotFoundError, match="nearest ids: openai"):
        require_node(world.graph, "opneai")


def test_every_score_runs_on_an_empty_world_and_has_its_declared_columns():
    world = World()
    world.party("openai")
    assert len({score.name for score in SCORES}) == len(SCORES)
    for score in SCORES:
        table = score.run(world.graph, anchors(), Options())
        assert list(table.columns) == [column.name for column in score.columns]
