import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.scores.cycling_index import (
    finn_cycling,
    flow_hierarchy,
    trophic_incoherence,
    weighted_reciprocity,
)

EDGES = st.dictionaries(
    st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] != pair[1]),
    st.integers(1, 9),
    min_size=1,
    max_size=14,
).map(lambda found: [(f"n{a}", f"n{b}", float(c)) for (a, b), c in sorted(found.items())])


def test_published_and_run_models_of_the_cycling_index(reference):
    cases = json.loads((reference / "fci_models.json").read_text(encoding="utf-8"))
    assert len(cases["models"]) >= 17
    exact = 0
    for model in cases["models"]:
        edges = [(f"{a:03d}", f"{b:03d}", amount) for a, b, amount in model["flows"]]
        inflow = {f"{number:03d}": amount for number, amount in enumerate(model["input"])}
        found = finn_cycling(edges, inflow)
        # A node that passes on more than it gets is given the difference here, and is not there.
        is_exact = found.throughflow == pytest.approx(model["TST"], rel=1e-9)
        close = cases["tolerance_rel"] if is_exact else 1e-4
        exact += is_exact
        if model["balanced"]:
            assert found.throughflow == pytest.approx(model["TST"], rel=1e-4), model["name"]
            assert found.index == pytest.approx(model["FCI"], rel=close, abs=1e-12), model["name"]
    assert exact >= 12


def test_reference_of_incoherence_and_reciprocity(reference):
    cases = json.loads((reference / "misc_cases.json").read_text(encoding="utf-8"))
    trophic = cases["trophic_incoherence_mackay_2020"]
    for case in trophic["cases"]:
        edges = [(str(a), str(b), float(w)) for a, b, w in case["edges"]]
        value, levels = trophic_incoherence(edges)
        close = {"abs": trophic["tolerance_abs"]}
        assert value == pytest.approx(case["F0"], **close)
        assert list(levels.values()) == pytest.approx(case["levels"], **close)
    case = cases["weighted_reciprocity"]
    edges = [(str(a), str(b), w) for a, row in enumerate(case["W"]) for b, w in enumerate(row) if w]
    assert weighted_reciprocity(edges) == pytest.approx(case["r"], abs=case["tolerance_abs"])


def test_half_of_what_a_party_gets_comes_back_by_hand():
    # a pays b 10, b returns 5 and keeps 5: of a's 10, 5 are its own come back.
    found = finn_cycling([("a", "b", 10.0), ("b", "a", 5.0)])
    assert found.returned == pytest.approx({"a": 0.5, "b": 0.5})
    assert found.index == pytest.approx(0.5)


def test_outside_money_dilutes_what_comes_back():
    edges = [("a", "b", 10.0), ("b", "a", 5.0)]
    least = finn_cycling(edges).index
    assert finn_cycling(edges, {"a": 85.0}).index < least / 3


def test_closed_ring_has_no_index_and_says_why():
    found = finn_cycling([("a", "b", 5.0), ("b", "c", 5.0), ("c", "a", 5.0), ("d", "a", 1e-12)])
    assert found.index is None
    assert "among themselves" in found.reason
    assert finn_cycling([]).reason == "no money moves"


def test_no_loop_no_index():
    found = finn_cycling([("a", "b", 3.0), ("b", "c", 2.0)])
    assert found.index == pytest.approx(0.0)


def test_one_edge_swings_the_hierarchy():
    chain = [("a", "b", 3.0), ("b", "c", 3.0)]
    assert flow_hierarchy(chain) == 1.0
    assert flow_hierarchy([*chain, ("c", "a", 1e-6)]) == pytest.approx(0.0)
    assert flow_hierarchy([]) is None
    assert weighted_reciprocity([]) is None
    assert trophic_incoherence([]) is None


def simulated(edges, steps=4000):
    """Finn's index by following the money: throughflow due to each party's own first visits."""
    names = sorted({name for a, b, _ in edges for name in (a, b)})
    place = {name: i for i, name in enumerate(names)}
    flows = np.zeros((len(names), len(names)))
    for a, b, w in edges:
        flows[place[a], place[b]] += w
    through = np.maximum(flows.sum(axis=0), flows.sum(axis=1))
    moves = flows / through[:, None]
    recycled = 0.0
    for i in range(len(names)):
        here, visits = np.eye(len(names))[i], 0.0
        for _ in range(steps):
            here = here @ moves
            visits += here[i]
        recycled += through[i] * visits / (1 + visits)
    return recycled / through.sum()


@settings(max_examples=25, deadline=None, derandomize=True)
@given(EDGES)
def test_index_is_that_of_money_followed_step_by_step(edges):
    found = finn_cycling(edges)
    if found.index is not None:
        assert 0 <= found.index < 1
        assert found.index == pytest.approx(simulated(edges), abs=1e-4)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(EDGES, st.floats(0.001, 1000))
def test_measures_do_not_change_with_the_unit_or_the_names(edges, factor):
    scaled = [(f"z{9 - int(a[1:])}", f"z{9 - int(b[1:])}", w * factor) for a, b, w in edges]
    one, other = finn_cycling(edges), finn_cycling(scaled)
    assert (one.index is None) == (other.index is None)
    if one.index is not None:
        assert other.index == pytest.approx(one.index, abs=1e-9)
    assert weighted_reciprocity(scaled) == pytest.approx(weighted_reciprocity(edges))
    assert flow_hierarchy(scaled) == pytest.approx(flow_hierarchy(edges), abs=1e-12)
    assert trophic_incoherence(scaled)[0] == pytest.approx(trophic_incoherence(edges)[0], abs=1e-9)


@given(
    st.lists(
        st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg"), st.floats(0.1, 9)),
        min_size=1,
        max_size=16,
    )
)
def test_the_index_by_strong_components_is_that_of_one_large_inverse(edges):
    found = finn_cycling(edges)
    if found.index is None:
        return
    names = sorted({name for payer, payee, _ in edges for name in (payer, payee)})
    flows = np.zeros((len(names), len(names)))
    for payer, payee, amount in edges:
        flows[names.index(payer), names.index(payee)] += amount
    through = np.maximum(flows.sum(axis=0), flows.sum(axis=1))
    diagonal = np.diag(np.linalg.inv(np.eye(len(names)) - flows / through[:, None]))
    whole = (through * (1 - 1 / diagonal)).sum() / through.sum()
    assert found.index == pytest.approx(whole, abs=1e-7)
