"""Draws between the ends, their sampling error, and what moves the answer."""

import numpy as np
import pytest

from graphbuild.contagion.corners import BETTER, WORST
from graphbuild.contagion.ensemble import (
    FACTORS,
    Draws,
    corner_of,
    draw_places,
    draw_runs,
    factor_rows,
    input_words,
    quantile_rows,
    tornado_rows,
)
from graphbuild.contagion.losses import loss_columns
from graphbuild.contagion.stress import run_corners
from tests.contagion.test_stress import scenario, small_model

SHOCK = scenario("lab.revenue=-60%")


def test_every_draw_lies_between_the_ends():
    model = small_model()
    low, high = loss_columns(model, run_corners(model, SHOCK, (BETTER, WORST)))[0]
    draws = draw_runs(model, SHOCK, 40, seed=3)
    assert low - 1e-6 <= draws.loss.min() <= draws.loss.max() <= high + 1e-6


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("buffer", "cash at hand and undrawn, of all"),
        ("relet", "part that sellers earn again elsewhere, all contracts"),
        ("relet:capacity", "part of capacity that is earned again elsewhere"),
        ("buffer:lab", "cash of Lab"),
        ("known:landlord", "cash of Landlord: no figure is known"),
        ("contracts end at the first shortfall", "contracts end at the first shortfall"),
    ],
)
def test_an_input_is_told_in_words(name, words):
    assert input_words(small_model(), name) == words


def test_same_seed_same_draws_and_another_seed_others():
    model = small_model()
    first, again, other = (draw_runs(model, SHOCK, 6, seed=s) for s in (1, 1, 2))
    assert first.loss.tolist() == again.loss.tolist()
    assert first.loss.tolist() != other.loss.tolist()


def test_common_factor_makes_inputs_bad_together():
    places = draw_runs(small_model(), scenario("lab.revenue=-0.001%"), 400, seed=5).places
    assert np.corrcoef(places.T)[0, 1] == pytest.approx(0.48, abs=0.12)


def test_interval_of_a_quantile_covers_it_as_often_as_it_says():
    chance, hits = np.random.default_rng(0), 0
    for _ in range(300):
        values = chance.random(200)
        draws = Draws(seed=0, places=values[:, None], loss=values, failed={})
        (row,) = quantile_rows(draws, (0.9,))
        hits += row["loss_low"] <= 0.9 <= row["loss_high"]
    assert hits / 300 >= 0.93


def test_rank_correlation_is_minus_one_where_more_is_always_better():
    places = np.random.default_rng(0).random((50, len(FACTORS)))
    draws = Draws(seed=0, places=places, loss=-places[:, 2] + 0.01 * places[:, 0], failed={})
    best = factor_rows(draws)[0]
    assert best["factor"] == "relet"
    assert (best["rank_correlation"], best["partial"]) == pytest.approx((-1.0, -1.0), abs=0.01)


def test_partial_correlation_clears_a_factor_that_only_moves_with_the_others():
    places = draw_places(4000, seed=2)
    draws = Draws(seed=2, places=places, loss=-places[:, 0] - places[:, 1], failed={})
    idle = next(row for row in factor_rows(draws) if row["factor"] == "refinance")
    assert idle["rank_correlation"] < -0.4
    assert abs(idle["partial"]) < 0.05


def test_draws_side_by_side_are_the_same_as_one_at_a_time():
    model = small_model()
    draws = draw_runs(model, SHOCK, 600, seed=4)  # more than run side by side at once
    for number in (0, 311, 511, 512, 599):
        corner = corner_of(number + 1, draws.places[number].tolist())
        alone = loss_columns(model, run_corners(model, SHOCK, (corner,)))[0, 0]
        assert draws.loss[number] == pytest.approx(alone)
    assert sum(draws.first.values()) >= max(draws.failed.values())


def test_tornado_names_single_contracts_and_missing_figures():
    rows = tornado_rows(small_model(), SHOCK)
    names = [row["input"] for row in rows]
    assert "relet:capacity" in names
    assert abs(rows[0]["swing"]) >= abs(rows[-1]["swing"]) > 0
