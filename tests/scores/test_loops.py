import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.scores.loops import simple_loops

EDGES = st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=30)


def successors(edges):
    found = {}
    for payer, payee in sorted(edges):
        found.setdefault(f"n{payer}", []).append(f"n{payee}")
    return found


def rotated(nodes):
    first = nodes.index(min(nodes))
    return tuple(nodes[first:] + nodes[:first])


def by_networkx(edges, bound):
    graph = nx.DiGraph((f"n{a}", f"n{b}") for a, b in edges)
    return {rotated(c) for c in nx.simple_cycles(graph, length_bound=bound) if len(c) > 1}


@settings(max_examples=150, deadline=None, derandomize=True)
@given(EDGES, st.integers(2, 8))
def test_the_loops_are_those_of_networkx_each_once(edges, bound):
    found = list(simple_loops(successors(edges), bound))
    assert len(found) == len(set(found))
    assert set(found) == by_networkx(edges, bound)


def test_loops_are_the_same_list_whatever_the_order_of_edges():
    forward = {"a": ["b", "c"], "b": ["c", "a"], "c": ["a", "b"]}
    backward = {"c": ["b", "a"], "b": ["a", "c"], "a": ["c", "b"]}
    assert list(simple_loops(forward, 3)) == list(simple_loops(backward, 3))


def test_self_loops_and_bounds_below_two_give_nothing():
    assert list(simple_loops({"a": ["a", "b"], "b": ["a"]}, 2)) == [("a", "b")]
    assert list(simple_loops({"a": ["a", "b"], "b": ["a"]}, 1)) == []


def test_number_of_loops_in_a_complete_graph():
    # K5 has 10 loops of two, 20 of three, 30 of four and 24 of five nodes.
    complete = {a: [b for b in "abcde" if b != a] for a in "abcde"}
    counts = [sum(len(x) == k for x in simple_loops(complete, 5)) for k in (2, 3, 4, 5)]
    assert counts == [10, 20, 30, 24]
