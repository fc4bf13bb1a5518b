"""The grid of shocks against the loss model it is made from, on the bundled tables."""

import pytest

from graphbuild.contagion.outcome import answer_scenario, failure_rows, holder_rows
from graphbuild.contagion.scenario import Scenario, bundled_scenarios, parse_shock
from graphbuild.rebuild.cascading import cascades, scaled, sizes_of
from tests.contagion.test_stress import small_model


def scenario(*typed):
    shocks = tuple(parse_shock(text) for text in typed)
    return Scenario(name="t", title="t", story="", sources=(), shocks=shocks)


def test_sizes_are_tenths_of_the_largest_shock_and_the_story_s_own():
    assert sizes_of(scenario("lab.revenue=-25%")) == (
        0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0,
    )  # fmt: skip
    assert sizes_of(scenario("lab.default")) == (None,)
    assert sizes_of(scenario("lab.rates=0.02")) == (0.02, 0.04, 0.06, 0.08)


def test_scaling_keeps_proportions_and_leaves_a_default_alone():
    told = scenario("lab.revenue=-30%", "cloud.funding=-60%", "bank.default")
    half = scaled(told, 0.3)
    assert [shock.by for shock in half.shocks] == [-0.15, -0.3, -1.0]
    assert scaled(told, 0.6) == told
    assert scaled(told, None) == told


class _World:
    """What `cascades` asks of a world."""

    def __init__(self, model):
        self.graph, self.anchors = model.graph, model.anchors


@pytest.fixture
def two_scenarios(monkeypatch):
    found = {
        "lab-fails": scenario("lab.revenue=-90%", "lab.funding=-90%"),
        "on-mars": scenario("mars.revenue=-30%"),
    }
    monkeypatch.setattr("graphbuild.rebuild.cascading.bundled_scenarios", lambda: found)
    return found


def test_story_step_says_what_the_stress_command_says(two_scenarios):
    model = small_model()
    (cascade,) = cascades(_World(model))
    outcome = answer_scenario(model, two_scenarios["lab-fails"])
    step = cascade.steps[cascade.opening]
    rows = {row["party"]: row for row in failure_rows(outcome)}
    assert rows
    assert {short.entity_id for short in step.shortfalls} == set(rows)
    for short in step.shortfalls:
        row = rows[short.entity_id]
        assert short.high[-1] == pytest.approx(row["short_high"])
        assert short.low[-1] == pytest.approx(row["short_low"])
        first = min(q for q in (short.worse, short.missing, short.better) if q is not None)
        assert cascade.quarters[first] <= row["quarter"]
    holders = holder_rows(outcome)
    assert [(b.firm, b.missing) for b in step.bearers] == [
        ((row["firm_low"], row["firm_high"]), row["if_missing"]) for row in holders
    ]


def test_scenario_on_somebody_unknown_is_left_out(two_scenarios):
    assert [c.name for c in cascades(_World(small_model()))] == ["t"]


def test_a_larger_shock_never_leaves_less_unpaid(two_scenarios):
    (cascade,) = cascades(_World(small_model()))
    totals = [sum(u.high[-1] for u in step.unpaid) for step in cascade.steps]
    assert totals == sorted(totals)
    assert totals[-1] > 0
    for step in cascade.steps:
        for unpaid in step.unpaid:
            assert list(unpaid.high) == sorted(unpaid.high)
            assert unpaid.low[-1] <= unpaid.high[-1]


def test_every_bundled_scenario_has_its_own_size_on_the_slider():
    for each in bundled_scenarios().values():
        assert sum(scaled(each, size) == each for size in sizes_of(each)) == 1, each.name
