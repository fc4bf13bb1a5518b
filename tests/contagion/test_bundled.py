"""The bundled scenarios on the bundled tables, and what docs/contagion.md says of them."""

import datetime as dt
import re

import numpy as np
import pytest

from graphbuild.contagion.corners import BETTER, MIDDLE, WORSE
from graphbuild.contagion.ensemble import draw_runs
from graphbuild.contagion.losses import loss_columns
from graphbuild.contagion.model import build_model
from graphbuild.contagion.outcome import (
    BOTH,
    CORNERS,
    UNKNOWN,
    answer_scenario,
    failure_rows,
    holder_rows,
    waterfall_rows,
)
from graphbuild.contagion.runway import runway_rows
from graphbuild.contagion.scenario import Scenario, Shock, bundled_scenarios
from graphbuild.contagion.stress import NEVER, run_corners
from graphbuild.rebuild.run import rebuild
from graphbuild.rebuild.world import open_world
from graphbuild.settings import load_settings
from graphbuild.workspace import Workspace
from tests.contagion.test_docs import PAGE, example

pytestmark = pytest.mark.slow

NAMES = sorted(bundled_scenarios())


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    found = Workspace(tmp_path_factory.mktemp("bundled"))
    now = dt.datetime(2026, 10, 9, tzinfo=dt.UTC)
    rebuild(found, load_settings(found.root, {}), now, [])
    return found


@pytest.fixture(scope="module")
def model(workspace):
    world = open_world(workspace)
    return build_model(world.graph, world.anchors)


@pytest.fixture(scope="module")
def outcomes(model):
    return {name: answer_scenario(model, bundled_scenarios()[name]) for name in NAMES}


def test_without_a_shock_nobody_falls_short_at_any_end(model):
    idle = Scenario(
        name="", title="", story="", sources=(), shocks=(Shock(kind="refinance", by=-1e-12),)
    )
    block = run_corners(model, idle, CORNERS)
    assert (block.failed == NEVER).all()
    assert loss_columns(model, block) == pytest.approx(np.zeros((3, 4)), abs=1.0)


@pytest.mark.parametrize("name", NAMES)
def test_nobody_but_whom_the_scenario_names_falls_in_its_first_quarter_for_sure(outcomes, name):
    outcome = outcomes[name]
    hit = {outcome.model.owner.get(shock.on, shock.on) for shock in outcome.scenario.shocks}
    for row in failure_rows(outcome):
        if row["certainty"] == BOTH:
            assert row["party"] in hit


@pytest.mark.parametrize("name", NAMES)
def test_money_adds_up_and_the_middle_stands_between(outcomes, name):
    outcome = outcomes[name]
    for row in waterfall_rows(outcome):
        parts = [row[part] for part in ("paid", "again", "called", "lost")]
        assert sum(parts) == pytest.approx(row["planned"])
        assert min(parts) > -1.0
    for row in holder_rows(outcome):
        for column in ("firm", "contingent"):
            low, middle, high = (row[f"{column}_{end}"] for end in ("low", "middle", "high"))
            assert low <= middle <= high


@pytest.mark.parametrize("name", NAMES)
def test_the_page_names_who_falls_first_and_when(outcomes, name):
    line = next(
        row for row in PAGE.read_text(encoding="utf-8").splitlines() if f"| `{name}`" in row
    )
    sure = [row for row in failure_rows(outcomes[name]) if row["certainty"] != UNKNOWN]
    told = re.findall(r"(\w+) (\d{4}-Q\d)(?: / (\S+) / ([^\s;|]+)| at all ends)", line)
    assert told or "by decree" in line
    for who, quarter, middle, better in told:
        if not any(who.lower() == row["party"] for row in sure):
            continue  # "cannot be said", or told of another scenario
        row = next(row for row in sure if who.lower() == row["party"])
        ends = (row["quarter"], row["quarter_middle"], row["quarter_better"])
        said = (quarter, middle or quarter, better or quarter)
        assert said == tuple(end or "·" for end in ends)


def test_draws_lie_between_the_ends(model):
    scenario = bundled_scenarios()["openai-revenue-30"]
    low, high = loss_columns(model, run_corners(model, scenario, (BETTER, WORSE)))[0]
    draws = draw_runs(model, scenario, 2000, seed=3)
    assert low - 1 <= draws.loss.min() <= draws.loss.max() <= high + 1
    middle = loss_columns(model, run_corners(model, scenario, (MIDDLE,)))[0, 0]
    assert np.quantile(draws.loss, 0.05) <= middle <= np.quantile(draws.loss, 0.95)


def test_runway_names_those_who_live_on_outside_money(model):
    rows = {row["party"]: row for row in runway_rows(model)}
    assert rows["coreweave"]["dry_better"] is not None
    assert rows["coreweave"]["maturing"] > 1e9
    assert rows["microsoft"]["dry_worse"] is None
    assert rows["anthropic"]["remark"]


def test_second_example_of_the_page_runs(workspace, monkeypatch):
    monkeypatch.chdir(workspace.root)
    monkeypatch.setenv("GRAPHBUILD_WORKSPACE", str(workspace.root))
    names: dict[str, object] = {}
    exec(compile(example(1).replace("10_000", "200"), str(PAGE), "exec"), names)
    assert names["rows"]
    assert len(names["draws"].loss) == 200
