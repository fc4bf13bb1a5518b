import json

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.scores.base import Options
from graphbuild.scores.circulation import circulation, circulation_hops, largest_circulation
from tests.scores.graphs import World, anchors

EDGES = st.dictionaries(
    st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] != pair[1]),
    st.integers(1, 9),
    max_size=14,
)


def by_network_simplex(edges):
    """Largest circulation as a min-cost flow in whole units."""
    graph = nx.DiGraph()
    for payer, payee, capacity in edges:
        graph.add_edge(payer, payee, capacity=int(capacity), weight=-1)
    return -nx.network_simplex(graph)[0] if edges else 0


def test_reference_cases(reference):
    text = (reference / "circulation_cases.json").read_text(encoding="utf-8")
    for case in json.loads(text):
        found = largest_circulation([tuple(edge) for edge in case["edges"]])
        close = {"abs": case["tolerance_abs"]}
        assert found.total == pytest.approx(case["max_circulation"], **close)
        if case["per_edge_min"] is not None:
            assert [low for low, _ in found.ranges] == pytest.approx(case["per_edge_min"], **close)
            assert [high for _, high in found.ranges] == pytest.approx(
                case["per_edge_max"], **close
            )


def test_taking_the_largest_loop_first_is_not_best():
    # Two loops share an edge: the short one first leaves 10, together they carry 14.
    edges = [("a", "b", 4), ("b", "c", 3), ("c", "d", 3), ("d", "a", 3), ("b", "a", 3)]
    found = largest_circulation([(a, b, float(c)) for a, b, c in edges])
    assert found.total == 14.0


@settings(max_examples=40, deadline=None, derandomize=True)
@given(EDGES)
def test_total_is_that_of_a_network_simplex_and_ranges_hold_it(edges):
    listed = [(f"n{a}", f"n{b}", float(c)) for (a, b), c in sorted(edges.items())]
    found = largest_circulation(listed)
    assert found.total == pytest.approx(by_network_simplex(listed), abs=1e-6)
    assert sum(low for low, _ in found.ranges) <= found.total + 1e-6
    assert sum(high for _, high in found.ranges) >= found.total - 1e-6
    for (_, _, capacity), (low, high) in zip(listed, found.ranges, strict=True):
        assert -1e-9 <= low <= high + 1e-9 <= capacity + 1e-6


def test_large_amounts_keep_their_dollars():
    edges = [("a", "b", 439e9), ("b", "a", 1234.0)]
    assert largest_circulation(edges).total == pytest.approx(2468.0, abs=500)


def test_score_shows_certain_and_stated_apart():
    world = World()
    world.flow("a", "b", "equity", firm=10.0, contingent=(0.0, 5.0))
    world.flow("b", "a", "cloud_contract", firm=12.0)
    world.flow("b", "c", "lease", firm=(0.0, None))
    certain, stated = circulation(world.graph, anchors(), Options()).to_dict("records")
    assert (certain["circulation"], stated["circulation"]) == (20.0, 24.0)
    assert certain["circular_share"] == pytest.approx(20 / 22)
    assert stated["open_hops"] == 1
    hops = circulation_hops(world.graph, anchors(), Options())
    assert set(zip(hops["payer"], hops["payee"], strict=True)) == {("a", "b"), ("b", "a")}


def test_without_loops_nothing_circulates():
    world = World()
    world.flow("a", "b", "loan", firm=3.0)
    table = circulation(world.graph, anchors(), Options())
    assert table["circulation"].tolist() == [0.0, 0.0]
    assert table["circular_share"].tolist() == [0.0, 0.0]
