"""One quarter's clearing, side by side, against `clearing.clear` on the same claims."""

from types import SimpleNamespace

import numpy as np
import pytest
import scipy.sparse as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.contagion.clearing import clear
from graphbuild.contagion.obligations import Guarantee, Obligations
from graphbuild.contagion.quarter import Backing, cleared

NODES = 5


def _claims(seed):
    """Random claims of two ranks, parts that are lost for good, debt service, one guarantee."""
    draw = np.random.default_rng(seed)
    by, to = draw.integers(0, NODES, (2, 9))
    by, to = by[by != to], to[by != to]
    offered = draw.integers(1, 9, len(by)).astype(float)
    keep = draw.choice([0.25, 0.5, 1.0], (len(by), 3))
    rank = draw.integers(0, 2, len(by))
    debt = draw.integers(0, 4, NODES).astype(float)
    own = draw.integers(0, 9, (NODES, 3)).astype(float)
    return by, to, offered, keep, rank, debt, own


def _model(by, to, rank, debt):
    def incidence(end):
        return sp.csr_array((np.ones(len(end)), (end, np.arange(len(end)))), (NODES, len(end)))

    return SimpleNamespace(
        pays=incidence(by), gets=incidence(to), rank=rank, payer=by, debt_due=debt[:, None]
    )


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_side_by_side_is_the_same_as_clearing_alone(seed):
    by, to, offered, keep, rank, debt, own = _claims(seed)
    term = next((i for i in range(len(by)) if rank[i] == 0), None)
    links, left = [], np.zeros((0, 3))
    if term is not None:
        guarantor = next(n for n in range(NODES) if n not in (by[term], to[term]))
        links, left = [Backing(0, term, guarantor, int(to[term]))], np.full((1, 3), 4.0)
    found = cleared(_model(by, to, rank, debt), offered, keep, own, links, left, left * 0 + 1, 0)
    for column in range(3):
        outside = np.zeros((NODES, 2))
        np.add.at(outside, (by, rank), offered * (1 - keep[:, column]))
        outside[:, 0] += debt
        backed = tuple(Guarantee(guarantor=b.guarantor, claim=b.term, cap=4.0) for b in links)
        alone = clear(
            Obligations.build(
                NODES,
                by,
                to,
                offered * keep[:, column],
                rank=rank,
                outside=outside,
                guarantees=backed,
            ),
            own[:, column],
        )
        assert found.part[:, column] == pytest.approx(alone.fractions[by, rank], abs=1e-8)
        assert found.equity[:, column] == pytest.approx(alone.equity, abs=1e-7)
        assert found.called_paid[:, column] == pytest.approx(alone.called_paid, abs=1e-8)


def test_guarantors_of_one_deal_are_called_one_after_the_other():
    by, to, rank = np.array([0]), np.array([1]), np.array([0])
    links = [Backing(0, 0, 2, 1), Backing(1, 0, 3, 1)]
    own = np.array([[0.0], [0.0], [9.0], [9.0], [0.0]])
    model = _model(by, to, rank, np.zeros(NODES))
    caps = np.array([[4.0], [9.0]])
    found = cleared(model, np.array([6.0]), np.ones((1, 1)), own, links, caps, np.ones((2, 1)), 0)
    assert found.called_paid[:, 0].tolist() == [4.0, 2.0]
    assert found.equity[2:4, 0].tolist() == [5.0, 7.0]


def test_one_cap_stands_behind_several_deals_and_is_used_once():
    by, to, rank = np.array([0, 0]), np.array([1, 1]), np.array([0, 0])
    links = [Backing(0, 0, 2, 1), Backing(0, 1, 2, 1)]
    own = np.array([[0.0], [0.0], [9.0], [0.0], [0.0]])
    model = _model(by, to, rank, np.zeros(NODES))
    found = cleared(
        model,
        np.array([3.0, 5.0]),
        np.ones((2, 1)),
        own,
        links,
        np.array([[4.0]]),
        np.ones((1, 1)),
        0,
    )
    assert found.called_paid[:, 0].tolist() == [3.0, 1.0]
