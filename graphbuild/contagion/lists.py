"""Clearing of plain lists: claims and balances from two CSV files, without a graph.

Lives here: reading ``debtor,creditor,amount[,rank]`` and ``node,external_assets[,outside_debt,
equity]``, and the answer as rows. Amounts in any one unit. Rank 1 is paid first; ranks are whole
numbers, all equal where there is no such column.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from graphbuild.contagion.clearing import clear
from graphbuild.contagion.distress import impact_weights, linear_distress
from graphbuild.contagion.fixedpoint import Array
from graphbuild.contagion.obligations import Obligations
from graphbuild.contagion.reverse import breaking_points
from graphbuild.contagion.scenario import Shock
from graphbuild.errors import NotFoundError, SettingsError


@dataclass(frozen=True, kw_only=True)
class System:
    """Nodes in order of name, their claims on one another and what they own.

    `equity` is ``None`` where the balances lack the column.
    """

    nodes: tuple[str, ...]
    obligations: Obligations
    cash: Array
    equity: Array | None


def read_system(edges: Path, balances: Path) -> System:
    """The system of two files.

    Raises
    ------
    SettingsError
        a file or a column is missing, a cell is no number, or a node has claims and no balance.
    """
    claims = _rows(edges, ("debtor", "creditor", "amount"))
    owned = _rows(balances, ("node", "external_assets"))
    names = [row["node"].strip() for row in owned]
    if len(set(names)) != len(names):
        raise SettingsError(f"{balances}: a node stands there twice; keep one row of each")
    place = {name: number for number, name in enumerate(sorted(names))}
    for line, row in enumerate(claims, 2):
        for side in ("debtor", "creditor"):
            if row[side].strip() not in place:
                raise SettingsError(f"{edges}, line {line}: {row[side]!r} has no row in {balances}")
    by, to = ([place[row[side].strip()] for row in claims] for side in ("debtor", "creditor"))
    amounts = _numbers(edges, claims, "amount")
    ranks = _numbers(edges, claims, "rank") if claims and "rank" in claims[0] else None
    dense = None if ranks is None else np.unique(ranks, return_inverse=True)[1]
    columns = {
        name: _by_place(place, owned, _numbers(balances, owned, name))
        for name in ("external_assets", "outside_debt", "equity")
        if owned and name in owned[0]
    }
    try:
        obligations = Obligations.build(
            len(place), by, to, amounts, rank=dense, outside=columns.get("outside_debt")
        )
    except ValueError as error:
        raise SettingsError(f"{edges}: {error}") from error
    return System(
        nodes=tuple(sorted(names)),
        obligations=obligations,
        cash=columns["external_assets"],
        equity=columns.get("equity"),
    )


def _rows(path: Path, needed: Iterable[str]) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            header = reader.fieldnames or []
            missing = [name for name in needed if name not in header]
            if missing:
                raise SettingsError(f"{path}: no column {', '.join(missing)}; it has {header}")
            return [{key: value or "" for key, value in row.items() if key} for row in reader]
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read: {error}") from error


def _numbers(path: Path, rows: list[dict[str, str]], column: str) -> Array:
    found = []
    for line, row in enumerate(rows, 2):
        try:
            found.append(float(row[column]))
        except ValueError as error:
            raise SettingsError(
                f"{path}, line {line}: {column} is {row[column]!r}, not a number"
            ) from error
    return np.array(found)


def _by_place(place: Mapping[str, int], rows: list[dict[str, str]], values: Array) -> Array:
    found = np.zeros(len(place))
    for row, value in zip(rows, values, strict=True):
        found[place[row["node"].strip()]] = value
    return found


def shocked(system: System, shocks: Iterable[Shock]) -> Array:
    """Outside assets after the shocks: ``revenue`` takes a fraction, ``default`` all of them.

    Raises
    ------
    NotFoundError
        a shock is on somebody without a balance.
    SettingsError
        a kind of shock that a plain list has no place for.
    """
    cash = system.cash.copy()
    for shock in shocks:
        if shock.kind not in ("revenue", "default"):
            raise SettingsError(f"{shock.words}: lists of claims take revenue and default only")
        if shock.on not in system.nodes:
            raise NotFoundError(f"{shock.words}: no such node in the balances")
        left = 1 + shock.by if shock.kind == "revenue" else 0.0
        cash[system.nodes.index(shock.on)] *= left
    return cash


def clearing_rows(
    system: System, cash: Array, *, alpha: float = 1.0, beta: float = 1.0
) -> list[dict[str, Any]]:
    """One row a node: dues and what is paid of them in the greatest and the least solution.

    `distress` is linear DebtRank of the same shock, where the balances give equity.
    """
    ends = [
        clear(system.obligations, cash, alpha=alpha, beta=beta, solution=solution)
        for solution in ("greatest", "least")
    ]
    distress = _distress(system, cash)
    rows = []
    for number, node in enumerate(system.nodes):
        high, low = ends
        rows.append(
            {
                "node": node,
                "dues": float(high.dues[number]),
                "paid_low": float(low.paid[number]),
                "paid_high": float(high.paid[number]),
                "equity_low": float(low.equity[number]),
                "equity_high": float(high.equity[number]),
                "defaults": _certainty(bool(high.defaults[number]), bool(low.defaults[number])),
                "distress": None if distress is None else float(distress[number]),
            }
        )
    return rows


def breaking_rows(system: System, node: str, *, alpha: float = 1.0) -> list[dict[str, Any]]:
    """Smallest part of a node's outside assets whose loss makes each node default, first first.

    In the greatest and the least solution; a node that stands whatever is lost is absent, one that
    defaults before anything is lost has a cut of 0.

    Raises
    ------
    NotFoundError
        no such node.
    """
    if node not in system.nodes:
        raise NotFoundError(f"{node}: no such node in the balances")
    place, found = system.nodes.index(node), dict[int, dict[str, float]]()
    for solution in ("greatest", "least"):
        for number, cut in breaking_points(
            system.obligations, system.cash, place, alpha=alpha, solution=solution, precision=1e-8
        ).items():
            found.setdefault(number, {})[solution] = cut
    rows = [
        {"node": system.nodes[n], "cut": cuts.get("greatest"), "cut_least": cuts.get("least")}
        for n, cuts in found.items()
    ]
    return sorted(rows, key=lambda row: (_or_one(row["cut"]), row["cut_least"], row["node"]))


def _or_one(cut: Any) -> float:
    return 2.0 if cut is None else float(cut)


def removal_rows(system: System, *, alpha: float = 1.0) -> list[dict[str, Any]]:
    """What others lose if one node loses all outside assets, the worst first.

    `falls` counts nodes that default then and did not before; `loss` is what all others are paid
    less, in the lists' own unit, creditors outside the list among them.
    """
    count = len(system.nodes)
    cash = np.repeat(system.cash[:, None], count + 1, axis=1)  # the last column: nothing removed
    places = np.arange(count)
    cash[places, places] = np.minimum(system.cash, 0.0)
    found = clear(system.obligations, cash, alpha=alpha, beta=alpha)
    outside = np.einsum("nr,nrc->c", system.obligations.outside, found.fractions)
    worth = np.maximum(found.equity, 0.0)
    rows = []
    for number, node in enumerate(system.nodes):
        others = places != number
        new = found.defaults[:, number] & ~found.defaults[:, -1] & others
        lost = (worth[others, -1] - worth[others, number]).sum() + outside[-1] - outside[number]
        names = [system.nodes[i] for i in np.flatnonzero(new)]
        rows.append(
            {"what": node, "falls": len(names), "loss": float(lost), "who_falls": ", ".join(names)}
        )
    return sorted(rows, key=lambda row: (-row["loss"], -row["falls"], row["what"]))


def _certainty(in_greatest: bool, in_least: bool) -> str:
    if in_greatest:
        return "yes"
    return "only in the least solution" if in_least else "no"


def _distress(system: System, cash: Array) -> Array | None:
    if system.equity is None or (system.equity <= 0).any():
        return None
    owed = system.obligations
    weights = impact_weights(owed.size, owed.creditor, owed.debtor, owed.amount, system.equity)
    first = np.clip((system.cash - cash) / system.equity, 0.0, 1.0)
    return linear_distress(weights, first)
