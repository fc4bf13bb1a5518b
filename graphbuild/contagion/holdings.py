"""Companies that own one another: what they are worth to outsiders.

After Elliott, Golub and Jackson (American Economic Review 104, 2014, 3115,
doi:10.1257/aer.104.10.3115). Clearing with holdings of equity: `clearing`.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from graphbuild.contagion.fixedpoint import Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """Values in the unit of the assets.

    `market` is what outsiders hold of each company and sums to the assets; `book` counts every
    holding again; `inflation` is book in sum over assets in sum.
    """

    dependency: Array
    market: Array
    book: Array
    inflation: float


def cross_holdings(shares: Any, assets: Any) -> Worth:
    """Look through holdings of holdings.

    Parameters
    ----------
    shares : ``shares[i][j]`` = fraction of j that i owns; each column below 1 in sum.
    assets : (size,) value of what each company owns beside shares in the others.
    """
    owned, own = np.asarray(shares, dtype=float), np.asarray(assets, dtype=float)
    outside = 1.0 - owned.sum(axis=0)
    if (owned < 0).any() or (outside <= 0).any():
        raise ValueError("shares are fractions, and outsiders must hold a part of every company")
    book = np.linalg.solve(np.eye(len(own)) - owned, own)
    inverse = np.linalg.inv(np.eye(len(own)) - owned)
    total = float(own.sum())
    return Worth(
        dependency=outside[:, None] * inverse,
        market=outside * book,
        book=book,
        inflation=float(book.sum() / total) if total else 1.0,
    )
