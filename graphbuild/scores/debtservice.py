"""Interest and principal that fall due, by year and by vehicle: the refinancing wall.

Lives here: the table. One debt at a time: `debts`. Against cash flow: `fragility`.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import networkx as nx

from graphbuild.records.period import PartialDate
from graphbuild.scores.base import Anchors, Column, Options, Score, frame
from graphbuild.scores.debts import (
    Debt,
    Three,
    add_up,
    find_debts,
    interest_due,
    principal_due,
    years_of,
)
from graphbuild.scores.drivers import MOVES_MOST, moves_most
from graphbuild.scores.readings import owners

if TYPE_CHECKING:
    import pandas as pd

ALL = "(all)"
"""Label of the rows that add the vehicles of one owner."""

COLUMNS = (
    Column("entity_id", str, "", "who owes, vehicles taken together with their owners"),
    Column("vehicle", str, "", "which company borrowed, or (all)"),
    Column("year", int, "", "calendar year, the as-of year included"),
    Column("principal_low", float, "USD", "principal due, low"),
    Column("principal_central", float, "USD", "bonds at the end, other debt evenly"),
    Column("principal_high", float, "USD", "principal due, high"),
    Column("interest_low", float, "USD", "interest due, low, where rates can be read"),
    Column("interest_central", float, "USD", "interest due, central, where rates can be read"),
    Column("interest_high", float, "USD", "interest due, high, rates not read at most assumed"),
    Column("deals", int, "", "debts running in the year"),
    Column("undated_deals", int, "", "of these, debts without a stated maturity"),
    Column("undated_usd", float, "USD", "principal of those, high; in no year's principal"),
    Column("unrated_deals", int, "", "of these, debts whose rate cannot be read"),
    Column("unrated_usd", float, "USD", "principal of those, high"),
    MOVES_MOST,
    Column("reason", str, "", "what a figure takes for granted"),
)


def debt_service(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options
) -> "pd.DataFrame":
    """Principal and interest due by calendar year, for every vehicle and for its owner.

    Only debts known here: a company's other debt is in `fragility` as a difference. Principal of
    the as-of year counts from the as-of day, interest in full. Bounds as in
    `debts.principal_due` and `debts.interest_due`; floating rates add a benchmark between two
    assumed ends, and a rate that cannot be read enters the high only, at an assumed one. What is
    still undrawn is not owed. USD.
    """
    owner = owners(graph, is_look_through=options.is_look_through)
    debts, _ = find_debts(graph, anchors, options, owner)
    rows = []
    for top in sorted({debt.top for debt in debts}):
        if graph.nodes[top]["is_group"] or graph.nodes[top]["is_unnamed"]:
            continue
        own = [debt for debt in debts if debt.top == top]
        rows += _rows(top, ALL, own, anchors.as_of)
        for vehicle in sorted({debt.borrower for debt in own}):
            borrowed = [debt for debt in own if debt.borrower == vehicle]
            rows += _rows(top, vehicle, borrowed, anchors.as_of)
    return frame(COLUMNS, rows)


def interest_of_year(debts: Sequence[Debt], year: int, as_of: PartialDate) -> Three:
    """Interest of all debts; those whose rate cannot be read are in the high only."""
    return add_up([interest_due(debt, year, as_of) for debt in debts])


def principal_of_year(debts: Sequence[Debt], year: int, as_of: PartialDate) -> Three:
    """Principal of all debts."""
    return add_up([principal_due(debt, year, as_of) for debt in debts])


def _rows(
    top: str, vehicle: str, debts: Sequence[Debt], as_of: PartialDate
) -> list[dict[str, Any]]:
    years = sorted({year for debt in debts for year in years_of(debt, as_of)})
    return [_row(top, vehicle, debts, year, as_of) for year in years]


def _row(
    top: str, vehicle: str, debts: Sequence[Debt], year: int, as_of: PartialDate
) -> dict[str, Any]:
    running = [debt for debt in debts if year <= debt.matures.year]
    unrated = [debt for debt in running if debt.rate is None]
    undated = [debt for debt in running if debt.is_assumed]
    principal = principal_of_year(running, year, as_of)
    interest = interest_of_year(running, year, as_of)
    names = ", ".join(f"{debt.deal_id} ({debt.words or 'no rate'})" for debt in unrated)
    return {
        "entity_id": top,
        "vehicle": vehicle,
        "year": year,
        "principal_low": principal.low,
        "principal_central": principal.central,
        "principal_high": principal.high,
        "interest_low": interest.low,
        "interest_central": interest.central,
        "interest_high": interest.high,
        "deals": len(running),
        "undated_deals": len(undated),
        "undated_usd": sum(debt.balance_high for debt in undated),
        "unrated_deals": len(unrated),
        "unrated_usd": sum(debt.balance_high for debt in unrated),
        "moves_most": moves_most({debt.deal_id: due_ends(debt, year, as_of) for debt in running}),
        "reason": f"rate not read: {names}" if names else "",
    }


def due_ends(debt: Debt, year: int, as_of: PartialDate) -> tuple[float, float]:
    """Least and most that one debt takes in a year, its balance, repayment and rate together."""
    parts = (principal_due(debt, year, as_of), interest_due(debt, year, as_of))
    return sum(part.low for part in parts), sum(part.high for part in parts)


DEBT_SERVICE = Score(
    name="debt_service",
    title="Interest and principal due",
    columns=COLUMNS,
    run=debt_service,
)
