"""Funding that does not come: commitments are what a funder pays last, after its own dues.

After Gai and Kapadia (Proc. Royal Society A 466, 2010, 2401) with the direction turned round: from
funder to funded. A commitment to fund is a claim of the lowest rank, so withdrawal is clearing.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from graphbuild.contagion.clearing import Solution, clear
from graphbuild.contagion.fixedpoint import Array
from graphbuild.contagion.obligations import Obligations


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """What is funded and paid, one entry a tranche or due, and what each node lacks, in USD."""

    funded: Array
    paid: Array
    short: Array


def withdraw(
    size: int,
    cash: Any,
    tranches: tuple[Any, Any, Any],
    dues: tuple[Any, Any, Any],
    *,
    outside_dues: Any = None,
    kept: Any = 1.0,
    solution: Solution = "greatest",
) -> Withdrawal:
    """Who still funds whom once everybody pays its own dues first.

    Parameters
    ----------
    cash : (size,) cash and inflow from outside within the horizon, USD.
    tranches : funder, funded, amount; undrawn commitments that fall within the horizon.
    dues : debtor, creditor, amount; paid before any commitment.
    outside_dues : (size,) dues to outsiders, of equal rank with `dues`.
    kept : part of each commitment whose conditions are met; 1 less what a scare withdraws.
    """
    funder, funded, committed = (np.asarray(x) for x in tranches)
    debtor, creditor, owed = (np.asarray(x) for x in dues)
    offered = committed * np.asarray(kept, dtype=float)
    obligations = Obligations.build(
        size,
        np.concatenate([debtor, funder]),
        np.concatenate([creditor, funded]),
        np.concatenate([owed, offered]),
        rank=np.concatenate([np.zeros(len(owed), int), np.ones(len(offered), int)]),
        outside=outside_dues,
    )
    found = clear(obligations, cash, solution=solution)
    first = obligations.due[:, 0]
    return Withdrawal(
        funded=offered * found.fractions[funder.astype(int), -1],
        paid=owed * found.fractions[debtor.astype(int), 0],
        short=first * (1.0 - found.fractions[:, 0]),
    )
