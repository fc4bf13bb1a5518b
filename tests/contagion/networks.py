"""Small random systems for the tests, integer amounts so that brute force can be exact."""

from fractions import Fraction
from itertools import product

import numpy as np


def random_system(seed: int, size: int = 4):
    """Claims, cash, outside debts; dense enough for rings, poor enough for defaults."""
    draw = np.random.default_rng(seed)
    owed = draw.integers(0, 12, (size, size)) * (draw.random((size, size)) < 0.6)
    np.fill_diagonal(owed, 0)
    return owed.astype(float), draw.integers(0, 9, size).astype(float), draw.integers(0, 6, size)


def all_solutions(owed, cash, outside, alpha=1, beta=1):
    """Every clearing vector that one set of defaulting nodes determines, by trying all sets.

    Exact rational elimination; sets whose equations are singular are left out.
    """
    size = len(cash)
    due = [Fraction(int(sum(owed[i]) + outside[i])) for i in range(size)]
    part = [
        [Fraction(int(owed[i][j])) / due[i] if due[i] else Fraction(0) for j in range(size)]
        for i in range(size)
    ]
    found = []
    for chosen in product((False, True), repeat=size):
        rows = []
        for i in range(size):
            row = [Fraction(int(i == j)) for j in range(size)]
            if chosen[i]:
                row = [row[j] - beta * part[j][i] for j in range(size)]
                rows.append([*row, alpha * Fraction(int(cash[i]))])
            else:
                rows.append([*row, due[i]])
        paid = _eliminate(rows)
        if paid is None or any(p < 0 for p in paid):
            continue
        assets = [
            Fraction(int(cash[i])) + sum(part[j][i] * paid[j] for j in range(size))
            for i in range(size)
        ]
        if all((assets[i] < due[i]) == chosen[i] for i in range(size)):
            found.append([float(p) for p in paid])
    return found


def _eliminate(rows):
    size = len(rows)
    for column in range(size):
        pivot = next((r for r in range(column, size) if rows[r][column] != 0), None)
        if pivot is None:
            return None
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [x / rows[column][column] for x in rows[column]]
        for other in range(size):
            if other != column and rows[other][column] != 0:
                factor = rows[other][column]
                rows[other] = [
                    x - factor * y for x, y in zip(rows[other], rows[column], strict=True)
                ]
    return [row[-1] for row in rows]
