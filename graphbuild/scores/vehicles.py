"""Vehicles and those behind them: debt that is on nobody's balance sheet, and what brings it back.

Lives here: one row a vehicle. Debt by year: `debtservice`.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import networkx as nx

from graphbuild.records.entity import EntityKind
from graphbuild.records.instrument import Family, InstrumentId
from graphbuild.scores.base import Anchors, Column, Options, Score, frame
from graphbuild.scores.books import money
from graphbuild.scores.bounds import Bounds, Contract
from graphbuild.scores.drivers import MOVES_MOST, ends_of_sum, moves_most, parts_of
from graphbuild.scores.readings import counted_contracts

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    Column("vehicle", str, "", "the vehicle"),
    Column("behind", str, "", "owner, sponsor, venturer or arranger, as curated", optional=True),
    Column("relation", str, "", "which of these; only an owner consolidates", optional=True),
    Column("is_consolidated", bool, "", "its owner's balance sheet holds it"),
    Column("debt_low", float, "USD", "borrowed by the vehicle, firm low"),
    Column("debt_stated", float, "USD", "borrowed, all that is named"),
    Column("debt_high", float, "USD", "borrowed, high", optional=True),
    Column("recourse", str, "", "what sources say of recourse beyond the vehicle"),
    Column("guarantors", str, "", "who guarantees for it"),
    Column("guaranteed_stated", float, "USD", "guarantees for it, as stated"),
    Column("guaranteed_high", float, "USD", "guarantees for it, high", optional=True),
    Column("tenants", str, "", "who pays it under leases and contracts"),
    Column("income_stated", float, "USD", "what they owe it over the contracts' lives"),
    Column("sole_tenant", str, "", "the tenant where there is one only", optional=True),
    MOVES_MOST,
)


def vehicles(graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options) -> "pd.DataFrame":
    """Every special-purpose vehicle with its debt, guarantors and tenants, the largest debt first.

    A vehicle is consolidated where somebody is curated as its owner; sponsors, venturers and
    arrangers are not. Guarantees are those on its behalf; leases and purchases from it are its
    income. Amounts run from the firm low to all that is stated. Debt that a developer borrows in
    its own name is not here. `anchors` and `options` are not used. USD.
    """
    del anchors, options
    owed: dict[str, list[Contract]] = {}
    given: dict[str, list[Contract]] = {}
    paid: dict[str, list[Contract]] = {}
    for contract in counted_contracts(graph):
        data = contract.data
        if data["family"] == Family.DEBT:
            owed.setdefault(contract.target, []).append(contract)
        elif data["instrument"] == InstrumentId.GUARANTEE:
            given.setdefault(data["on_behalf_of"] or contract.target, []).append(contract)
        elif data["family"] == Family.COMMITMENT:
            paid.setdefault(contract.target, []).append(contract)
    rows = [
        _row(graph.nodes[name], name, owed.get(name, []), given.get(name, []), paid.get(name, []))
        for name in sorted(graph)
        if graph.nodes[name]["kind"] == EntityKind.VEHICLE and not graph.nodes[name]["is_group"]
    ]
    rows.sort(key=lambda row: (-row["debt_stated"], row["vehicle"]))
    return frame(COLUMNS, rows)


def _row(
    node: Mapping[str, Any],
    name: str,
    owed: Sequence[Contract],
    given: Sequence[Contract],
    paid: Sequence[Contract],
) -> dict[str, Any]:
    debt, guaranteed, income = (_all(contracts) for contracts in (owed, given, paid))
    tenants = sorted({contract.source for contract in paid})
    return {
        "vehicle": name,
        "behind": node["parent_id"],
        "relation": node["parent_relation"],
        "is_consolidated": node["parent_relation"] == "owner",
        "debt_low": debt.low,
        "debt_stated": debt.stated,
        "debt_high": debt.high,
        "recourse": ", ".join(sorted({str(contract.data["recourse"]) for contract in owed})),
        "guarantors": ", ".join(sorted({contract.source for contract in given})),
        "guaranteed_stated": guaranteed.stated,
        "guaranteed_high": guaranteed.high,
        "tenants": ", ".join(tenants),
        "income_stated": income.stated,
        "sole_tenant": tenants[0] if len(tenants) == 1 else None,
        "moves_most": moves_most(ends_of_sum(parts_of(owed, "all"))),
    }


def _all(contracts: Sequence[Contract]) -> Bounds:
    return money(list(contracts), "all")


VEHICLES = Score(
    name="vehicles",
    title="Vehicles, their debt and who stands behind it",
    columns=COLUMNS,
    run=vehicles,
)
