"""What must hold for every score: order of input, unit of money, and wider inputs."""

from dataclasses import replace
from decimal import Decimal

import networkx as nx
import pytest

from graphbuild.scores import SCORES, Options
from graphbuild.scores.capacity import capacity_totals
from graphbuild.scores.concentration import concentration
from graphbuild.scores.coverage import coverage
from graphbuild.scores.exposure import exposure
from graphbuild.scores.vehicles import vehicles
from tests.scores.graphs import anchors, figure
from tests.scores.test_drivers import COLUMNS, PARTIES, chance_world

OPTIONS = Options(loop_length_hops=4)
MONEY = ("usd_low", "usd_point", "usd_high", "joint_usd", "drawn_usd")


def given():
    return anchors(
        *(figure(name, "revenue", 8e9, "2025-01-01", "2025-12-31") for name in PARTIES),
        *(figure(name, "backlog", 9e10, None, "2026-03-31") for name in PARTIES),
        *(figure(name, "cash", 3e9, None, "2026-03-31") for name in PARTIES[:3]),
        *(
            figure(name, "operating_cash_flow", 2e9, "2025-01-01", "2025-12-31")
            for name in PARTIES[:4]
        ),
        *(figure(name, "market_cap", 5e10, None, "2026-03-31") for name in PARTIES[:4]),
        term__default_years=(3, 5),
    )


def reordered(graph):
    """The same graph with parties and deals put in from the last to the first."""
    other = nx.MultiDiGraph()
    for node, data in reversed(list(graph.nodes(data=True))):
        other.add_node(node, **data)
    for source, target, key, data in reversed(list(graph.edges(keys=True, data=True))):
        other.add_edge(source, target, key=key, **data)
    return other


def scaled(graph, anchors_, factor):
    """All money times a factor."""
    other = graph.copy()
    for _, _, data in other.edges(data=True):
        for name in (*MONEY, *(f"{c}_{e}" for c in (*COLUMNS, "past") for e in ("low", "high"))):
            if data[name] is not None:
                data[name] *= factor
    figures = tuple(
        replace(f, value_usd=None if f.value_usd is None else f.value_usd * Decimal(factor))
        for f in anchors_.figures
    )
    return other, replace(anchors_, figures=figures)


def plain(values, factor=1):
    """Numbers to compare; -1 stands for a value that is not known."""
    return [-1.0 if value is None else value * factor for value in values]


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("score", SCORES, ids=lambda score: score.name)
def test_the_order_of_the_input_changes_nothing(score, seed):
    graph = chance_world(seed)
    one = score.run(graph, given(), OPTIONS)
    other = score.run(reordered(graph), given(), OPTIONS)
    for column in score.columns:
        left, right = list(one[column.name]), list(other[column.name])
        if column.type is float:
            assert plain(left) == pytest.approx(plain(right), rel=1e-9, abs=1e-9), column.name
        else:
            assert left == right, column.name


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("score", SCORES, ids=lambda score: score.name)
def test_another_unit_of_money_scales_dollars_and_leaves_shares(score, seed):
    graph, figures = chance_world(seed), given()
    one = score.run(graph, figures, OPTIONS)
    other = score.run(*scaled(graph, figures, 1024), OPTIONS)
    assert len(one) == len(other)
    for column in score.columns:
        if column.type is not float:
            continue
        factor = 1024 if column.unit == "USD" else 1
        left, right = plain(one[column.name], factor), plain(other[column.name])
        assert left == pytest.approx(right, rel=1e-6, abs=1e-6), column.name


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(
    ("score", "keys", "measures"),
    [
        (exposure, ("holder",), ("firm", "lookthrough")),
        (coverage, ("entity_id", "year"), ("firm",)),
        (concentration, ("entity_id", "side", "basis"), ("hhi", "cr1", "total")),
        (vehicles, ("vehicle",), ("debt",)),
    ],
    ids=["exposure", "coverage", "concentration", "vehicles"],
)
def test_a_wider_deal_never_narrows_what_is_told(seed, score, keys, measures):
    graph = chance_world(seed)
    before = _by_key(score(graph, given(), OPTIONS), keys)
    wide = graph.copy()
    for _, _, key, data in wide.edges(keys=True, data=True):
        if data["firm_high"] and not data["is_joint"] and key.endswith(("3", "7")):
            data["firm_low"] *= 0.5
            data["firm_high"] *= 2.0
    after = _by_key(score(wide, given(), OPTIONS), keys)
    for key, row in before.items():
        for measure in measures:
            low, high = row[f"{measure}_low"], row[f"{measure}_high"]
            if low is None:
                continue
            assert after[key][f"{measure}_low"] <= low * (1 + 1e-9) + 1e-9
            other = after[key][f"{measure}_high"]
            assert other is None or high is None or other >= high * (1 - 1e-9) - 1e-9


def _by_key(table, keys):
    return {tuple(row[k] for k in keys): row for row in table.to_dict("records")}


def test_a_better_path_is_never_worse():
    rows = capacity_totals(chance_world(1), given(), OPTIONS)
    assert len(rows)
    for row in rows.to_dict("records"):
        assert row["need_low"] >= row["need_central"] >= row["need_high"]
