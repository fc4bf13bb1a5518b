"""Who owes whom how much, in which rank, and who stands behind it: the input of clearing.

Lives here: `Obligations`, `Guarantee` and their checks. How much is paid: `clearing`. All amounts
are in one unit (here USD), due within one horizon; nodes are numbers from 0.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from graphbuild.contagion.fixedpoint import Array

Index = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarantee:
    """A promise to make good one claim.

    Parameters
    ----------
    guarantor : node that is called.
    claim : position of the guaranteed claim among the claims.
    cap : most that can be called, in the claims' unit.
    part : fraction of the shortfall that this guarantor covers; all guarantors of one claim
        together at most 1.
    rank : where the call stands among the guarantor's own debts; 0 is paid first.
    """

    guarantor: int
    claim: int
    cap: float = np.inf
    part: float = 1.0
    rank: int = 0


@dataclass(frozen=True, kw_only=True)
class Obligations:
    """Claims as parallel arrays, debts to outsiders, guarantees.

    Parameters
    ----------
    size : number of nodes.
    debtor, creditor, amount, rank : one entry a claim; rank 0 is paid first, equal ranks share.
    outside : (size, ranks) debts to creditors that are no nodes; a vector means rank 0.
    """

    size: int
    debtor: Index
    creditor: Index
    amount: Array
    rank: Index
    outside: Array
    guarantees: tuple[Guarantee, ...] = field(default=())

    @staticmethod
    def build(
        size: int,
        debtor: Any,
        creditor: Any,
        amount: Any,
        *,
        rank: Any = None,
        outside: Any = None,
        guarantees: tuple[Guarantee, ...] = (),
    ) -> "Obligations":
        """Checked obligations from array-likes.

        Raises
        ------
        ValueError
            arrays of different lengths, nodes out of range, negative or infinite amounts, a node
            that owes itself, or guarantors that together cover more than the whole of a claim.
        """
        owed = np.asarray(amount, dtype=float).ravel()
        by, to = (np.asarray(x, dtype=np.intp).ravel() for x in (debtor, creditor))
        order = np.zeros(len(owed), np.intp) if rank is None else np.asarray(rank, np.intp).ravel()
        ranks = 1 + max([int(order.max(initial=0)), *(g.rank for g in guarantees)])
        rest = np.zeros((size, ranks))
        if outside is not None:
            given = np.asarray(outside, dtype=float)
            given = given[:, None] if given.ndim == 1 else given
            rest = np.zeros((size, max(ranks, given.shape[1])))
            rest[:, : given.shape[1]] = given
        found = Obligations(
            size=size,
            debtor=by,
            creditor=to,
            amount=owed,
            rank=order,
            outside=rest,
            guarantees=guarantees,
        )
        _check(found)
        return found

    @staticmethod
    def from_matrix(owed: Any, *, outside: Any = None) -> "Obligations":
        """Claims of one rank from a dense matrix, ``owed[i][j]`` = amount i owes j."""
        matrix = np.asarray(owed, dtype=float)
        by, to = np.nonzero(matrix)
        return Obligations.build(len(matrix), by, to, matrix[by, to], outside=outside)

    @property
    def ranks(self) -> int:
        """Number of ranks."""
        return int(self.outside.shape[1])

    @cached_property
    def due(self) -> Array:
        """(size, ranks) all that each node owes in each rank, guarantees not called."""
        total = self.outside.copy()
        np.add.at(total, (self.debtor, self.rank), self.amount)
        return total

    @cached_property
    def receipts(self) -> "sp.csr_array[Any]":
        """(size, size x ranks) matrix that turns fractions paid into money received."""
        columns = self.debtor * self.ranks + self.rank
        shape = (self.size, self.size * self.ranks)
        return sp.csr_array((self.amount, (self.creditor, columns)), shape=shape)


def _check(found: Obligations) -> None:
    if not len(found.amount) == len(found.debtor) == len(found.creditor) == len(found.rank):
        raise ValueError("debtor, creditor, amount and rank differ in length")
    for name, nodes in (("debtor", found.debtor), ("creditor", found.creditor)):
        if len(nodes) and not 0 <= nodes.min() <= nodes.max() < found.size:
            raise ValueError(f"a {name} is not among the nodes 0 to {found.size - 1}")
    if not (np.isfinite(found.amount).all() and np.isfinite(found.outside).all()):
        raise ValueError("an amount owed is not a finite number")
    if (found.amount < 0).any() or (found.outside < 0).any() or (found.rank < 0).any():
        raise ValueError("an amount owed or a rank is negative; turn the claim round instead")
    if (found.debtor == found.creditor).any():
        raise ValueError("a node owes itself; leave such claims out")
    if found.outside.shape[0] != found.size:
        raise ValueError("outside debts need one row a node")
    _check_guarantees(found)


def _check_guarantees(found: Obligations) -> None:
    covered = np.zeros(len(found.amount))
    for guarantee in found.guarantees:
        if not (0 <= guarantee.claim < len(covered) and 0 <= guarantee.guarantor < found.size):
            raise ValueError("a guarantee names a claim or a guarantor that is not there")
        if guarantee.cap < 0 or guarantee.part < 0:
            raise ValueError("a guarantee's cap and part are not negative")
        if guarantee.guarantor == found.debtor[guarantee.claim]:
            raise ValueError("a debtor cannot guarantee its own claim")
        covered[guarantee.claim] += guarantee.part
    if (covered > 1 + 1e-12).any():
        raise ValueError("guarantors of one claim cover more than the whole of it")
