import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.scores.base import Options
from graphbuild.scores.chance import rank_by_chance, shuffled
from graphbuild.scores.cycling_index import weighted_reciprocity
from graphbuild.scores.structure import structure
from tests.scores.graphs import World, anchors, figure
from tests.scores.test_cycling_index import EDGES


def test_both_clocks_both_levels_by_hand():
    world = World()
    year = {"start": "2026-01-01", "end": "2026-12-31"}
    world.flow("lab", "cloud", "cloud_contract", firm=10.0, contingent=(0.0, 2.0), **year)
    world.flow("cloud", "lab", "equity", firm=5.0, start="2026-03-01")
    world.flow("fund", "lab", "equity", firm=7.0, start="2020")
    figures = figure("lab", "revenue", 85.0, "2025-01-01", "2025-12-31")
    table = structure(world.graph, anchors(figures), Options()).to_dict("records")
    rows = {(row["clock"], row["level"]): row for row in table}
    row = rows["year", "certain"]
    assert (row["gross"], row["hops"], row["parties"]) == (15.0, 2, 2)
    assert row["circular_share"] == pytest.approx(10 / 15)
    assert row["fci_least"] == pytest.approx(0.5)
    assert row["fci_revenue"] < 0.1
    assert row["reciprocity"] == pytest.approx(10 / 15)
    assert (row["hierarchy"], row["component_share"]) == (0.0, 1.0)
    assert rows["year", "stated"]["gross"] == 17.0
    assert rows["life", "certain"]["gross"] == 22.0
    assert rows["life", "certain"]["fci_revenue"] is None


def test_empty_graph_gives_reasons_instead_of_numbers():
    rows = structure(World().graph, anchors(), Options()).to_dict("records")
    assert [row["reason"] for row in rows] == ["no money moves"] * 4
    assert {row["fci_least"] for row in rows} == {None}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(EDGES, st.integers(0, 9))
def test_shuffles_keep_what_they_promise(edges, seed):
    other = shuffled(edges, random.Random(seed))
    assert [(a, w) for a, _, w in other] == [(a, w) for a, _, w in edges]
    assert sorted(b for _, b, _ in other) == sorted(b for _, b, _ in edges)
    assert len({(a, b) for a, b, _ in other}) == len(edges)
    assert all(a != b for a, b, _ in other)
    found = rank_by_chance(edges, weighted_reciprocity, samples=3, seed=seed)
    assert 1 <= found.rank <= found.of == 4
    assert found.worst_strength < 2


def test_payees_of_other_kinds_stay_where_they_are():
    edges = [("a", "b", 1.0), ("c", "d", 1.0), ("e", "f", 1.0)]
    kinds = {"b": "lab", "d": "cloud", "f": "bank"}
    assert shuffled(edges, random.Random(1), kinds) == edges


def test_rank_counts_ties_against_the_observed_value():
    edges = [("a", "b", 1.0), ("b", "a", 1000.0)]
    found = rank_by_chance(edges, weighted_reciprocity, samples=9, seed=1)
    assert (found.rank, found.of, found.moved) == (10, 10, 0.0)


def test_loops_of_two_rank_first_among_their_shuffles():
    edges = [(f"n{i}", f"n{i ^ 1}", 1.0) for i in range(20)]
    found = rank_by_chance(edges, weighted_reciprocity, samples=19, seed=3)
    assert (found.observed, found.rank) == (1.0, 1)
    assert found.high < 1.0
    assert found == rank_by_chance(edges, weighted_reciprocity, samples=19, seed=3)


def test_nothing_to_rank_is_refused():
    with pytest.raises(ValueError, match="at least 1"):
        rank_by_chance([], weighted_reciprocity, samples=1, seed=1)
