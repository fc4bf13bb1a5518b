"""Debt against cash flow: coverage of interest and Minsky's class, with the numbers behind it.

Lives here: the table. Interest and principal by year: `debtservice`. Which figure is a year:
`yearly`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import networkx as nx

from graphbuild.records.period import PartialDate
from graphbuild.scores.base import Anchors, Column, Options, Score, frame
from graphbuild.scores.debts import Debt, Three, add_up, find_debts
from graphbuild.scores.debtservice import due_ends, interest_of_year, principal_of_year
from graphbuild.scores.drivers import MOVES_MOST, Ends, moves_most
from graphbuild.scores.readings import owners
from graphbuild.scores.yearly import Yearly, full_year, newest_year

if TYPE_CHECKING:
    import pandas as pd


class MinskyClass(StrEnum):
    """How debt is served: from cash flow, by rolling principal over, or by borrowing interest."""

    HEDGE = "hedge"
    SPECULATIVE = "speculative"
    PONZI = "ponzi"


COLUMNS = (
    Column("entity_id", str, "", "borrower with what it owns"),
    Column("year", int, "", "calendar year of interest and principal: the one after the as-of"),
    Column("known_debt_low", float, "USD", "principal of debts known here, low"),
    Column("known_debt_central", float, "USD", "the same, central"),
    Column("known_debt_high", float, "USD", "the same, high"),
    Column("total_debt", float, "USD", "debt as the company reports it", optional=True),
    Column("total_debt_date", str, "", "of which day", optional=True),
    Column("interest_low", float, "USD", "a year's interest, low", optional=True),
    Column(
        "interest_central", float, "USD", "the larger of contracts' and reported", optional=True
    ),
    Column("interest_high", float, "USD", "a year's interest, high"),
    Column("interest_contracts", float, "USD", "interest of the year under debts known here"),
    Column("interest_reported", float, "USD", "reported, made annual", optional=True),
    Column("interest_basis", str, "", "figure that is from", optional=True),
    Column("principal_low", float, "USD", "principal due in the year, low"),
    Column("principal_central", float, "USD", "principal due in the year, central"),
    Column("principal_high", float, "USD", "principal due in the year, high"),
    Column("cash_flow", float, "USD", "operating cash flow, after interest", optional=True),
    Column("cash_flow_basis", str, "", "figure it is from", optional=True),
    Column("interest_in_cash_flow", float, "USD", "interest already taken off it", optional=True),
    Column("coverage_low", float, "", "cash flow before interest over interest", optional=True),
    Column("coverage_central", float, "", "the same, central", optional=True),
    Column("coverage_high", float, "", "the same, high", optional=True),
    Column(
        "borrowed_interest_share", float, "fraction", "interest cash flow misses", optional=True
    ),
    Column("growth_to_hedge", float, "", "cash flow needed over cash flow", optional=True),
    Column("minsky_best", str, "", "class at the low ends of what is due", optional=True),
    Column("minsky", str, "", "class at central figures", optional=True),
    Column("minsky_worst", str, "", "class at the high ends", optional=True),
    MOVES_MOST,
    Column("reason", str, "", "assumptions, and why a value is missing"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Inputs:
    """What one borrower's row is made of; complete where all its debt and maturities are known."""

    debts: Sequence[Debt]
    principal: Three
    contracts: Three
    reported: Yearly | None
    cash_flow: Yearly | None
    is_complete: bool

    @property
    def interest(self) -> tuple[float | None, float | None, float]:
        """A year's interest: low, central, high.

        Reported interest lags behind new debt and known debts may not be all, so that the larger of
        both is central, and the reported one, where there is one, is low. Without it the central
        figure is missing if a rate cannot be read, and the low one if none can.
        """
        if self.reported is not None:
            value = self.reported.value
            high = max(value, self.contracts.high)
            return value, max(value, self.contracts.central), high
        unread = [debt.rate is None for debt in self.debts]
        low = None if all(unread) else self.contracts.low
        return low, None if any(unread) else self.contracts.central, self.contracts.high


def classify(cash_flow: float, interest: float, principal: float) -> MinskyClass:
    """Minsky's class of a borrower.

    Parameters
    ----------
    cash_flow : operating cash flow of a year before interest.
    interest, principal : due in a year.

    References
    ----------
    Minsky, "The Financial Instability Hypothesis", Levy Economics Institute Working Paper 74
    (1992): hedge units can pay both out of cash flow, speculative ones the interest only, Ponzi
    units neither.

    Examples
    --------
    >>> [str(classify(10.0, 4.0, principal)) for principal in (6.0, 7.0)]
    ['hedge', 'speculative']
    >>> str(classify(3.0, 4.0, 0.0))
    'ponzi'
    """
    if cash_flow < interest:
        return MinskyClass.PONZI
    return MinskyClass.HEDGE if cash_flow >= interest + principal else MinskyClass.SPECULATIVE


def fragility(graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options) -> "pd.DataFrame":
    """Interest and principal of the coming calendar year against a year's operating cash flow.

    Cash flow is the latest full year, else the newest part of a year made annual; what it was
    before interest adds the interest reported for the same time. Coverage = that, at least nothing,
    over a year's interest. It is set against the coming year as if it stayed what it was:
    `growth_to_hedge` says by what it must be multiplied to pay all that is due.
    `borrowed_interest_share` is the part of interest the cash flow does not pay: borrowed, sold or
    taken from cash.

    Debt of unknown maturity is due in no year; debt beyond what is known here (the difference to
    `total_debt`) neither: both are named in the reason, and nobody is then certainly a hedge unit.
    Where the interest inside the cash flow is not known, coverage errs low. USD.
    """
    owner = owners(graph, is_look_through=options.is_look_through)
    debts, left_out = find_debts(graph, anchors, options, owner)
    rows = []
    for top in sorted({debt.top for debt in debts}):
        if not graph.nodes[top]["is_group"] and not graph.nodes[top]["is_unnamed"]:
            own = [debt for debt in debts if debt.top == top]
            gone = [words for name, words in left_out if name == top]
            rows.append(_row(anchors, top, own, gone))
    return frame(COLUMNS, rows)


def _row(anchors: Anchors, top: str, debts: Sequence[Debt], gone: list[str]) -> dict[str, Any]:
    year = anchors.as_of.year + 1
    cash_flow = full_year(anchors, top, "operating_cash_flow")
    known = add_up([debt.balance for debt in debts])
    total = anchors.latest(top, "total_debt")
    beyond = float(total.value_usd or 0) - known.high if total else 0.0
    inputs = _Inputs(
        debts=debts,
        principal=principal_of_year(debts, year, anchors.as_of),
        contracts=interest_of_year(debts, year, anchors.as_of),
        reported=newest_year(anchors, top, "interest_expense"),
        cash_flow=cash_flow or newest_year(anchors, top, "operating_cash_flow"),
        is_complete=not any(debt.is_assumed for debt in debts) and beyond <= 0,
    )
    low, central, high = inputs.interest
    flow, taken = inputs.cash_flow, _interest_taken(anchors, top, inputs.cash_flow)
    before = None if flow is None else flow.value + (taken or 0.0)
    return {
        "entity_id": top,
        "year": year,
        "known_debt_low": known.low,
        "known_debt_central": known.central,
        "known_debt_high": known.high,
        "total_debt": float(total.value_usd) if total and total.value_usd else None,
        "total_debt_date": total.period if total else None,
        "interest_low": low,
        "interest_central": central,
        "interest_high": high,
        "interest_contracts": inputs.contracts.central,
        "interest_reported": inputs.reported.value if inputs.reported else None,
        "interest_basis": inputs.reported.basis if inputs.reported else None,
        "principal_low": inputs.principal.low,
        "principal_central": inputs.principal.central,
        "principal_high": inputs.principal.high,
        "cash_flow": flow.value if flow else None,
        "cash_flow_basis": flow.basis if flow else None,
        "interest_in_cash_flow": taken,
        **_verdict(before, inputs),
        "moves_most": moves_most(_ends_of(inputs, year, anchors.as_of)),
        "reason": "; ".join([*_reasons(inputs, known, anchors, top), *gone]),
    }


def _interest_taken(anchors: Anchors, top: str, flow: Yearly | None) -> float | None:
    """Interest of the cash flow's own year, where it is reported for the very same days."""
    year = anchors.latest_year(top, "operating_cash_flow")
    if flow is None or year is None:
        return None
    for figure in anchors.series(top, "interest_expense"):
        if (figure.period_start, figure.period_end) == (year.period_start, year.period_end):
            return None if figure.value_usd is None else float(figure.value_usd)
    return None


def _verdict(before: float | None, inputs: _Inputs) -> dict[str, Any]:
    low, central, high = inputs.interest
    due = inputs.principal
    share = None
    growth = None
    if before is not None and central is not None:
        missing = max(central - max(before, 0.0), 0.0)
        share = missing / central if central else 0.0
        growth = (central + due.central) / before if before > 0 else None

    def over(interest: float | None) -> float | None:
        return None if before is None or not interest else max(before, 0.0) / interest

    best, middle, worst = _classes(before, inputs)
    return {
        "coverage_low": over(high),
        "coverage_central": over(central),
        "coverage_high": over(low),
        "borrowed_interest_share": share,
        "growth_to_hedge": growth,
        "minsky_best": None if best is None else str(best),
        "minsky": None if middle is None else str(middle),
        "minsky_worst": None if worst is None else str(worst),
    }


def _classes(
    before: float | None, inputs: _Inputs
) -> tuple[MinskyClass | None, MinskyClass | None, MinskyClass | None]:
    """Best, central and worst class; who fails at the least that is due fails at more.

    Where not all debt or not every maturity is known, nobody is certainly a hedge unit.
    """
    low, central, high = inputs.interest
    due = inputs.principal
    if before is None:
        return None, None, None
    best = None if low is None else classify(before, low, due.low)
    if best is MinskyClass.PONZI:
        return best, best, best
    middle = None if central is None else classify(before, central, due.central)
    worst = classify(before, high, due.high)
    if worst is MinskyClass.HEDGE and not inputs.is_complete:
        worst = MinskyClass.SPECULATIVE
    return best, middle, worst


def _ends_of(inputs: _Inputs, year: int, as_of: PartialDate) -> Ends:
    """What is due in the year with one debt at its low or its high, and cash flow made annual."""
    found: Ends = {debt.deal_id: due_ends(debt, year, as_of) for debt in inputs.debts}
    if inputs.cash_flow is not None and inputs.cash_flow.is_annualised:
        found["cash flow made annual"] = (0.0, abs(inputs.cash_flow.value))
    return found


def _reasons(inputs: _Inputs, known: Three, anchors: Anchors, top: str) -> list[str]:
    found = []
    if inputs.cash_flow is None:
        found.append("operating cash flow is not known")
    elif _interest_taken(anchors, top, inputs.cash_flow) is None:
        found.append("interest inside the cash flow is not known: coverage errs low")
    total = anchors.latest(top, "total_debt")
    if total is not None and total.value_usd and float(total.value_usd) > known.high:
        rest = float(total.value_usd) - known.high
        found.append(f"reported debt beyond what is known here: {rest / 1e9:.1f} bn, dates unknown")
    undated = sum(debt.balance_high for debt in inputs.debts if debt.is_assumed)
    if undated:
        found.append(f"debt without a stated maturity, due in no year: {undated / 1e9:.1f} bn")
    unrated = sum(debt.balance_high for debt in inputs.debts if debt.rate is None)
    if unrated:
        most = max(debt.unread_high for debt in inputs.debts)
        found.append(
            f"debt whose rate cannot be read, assumed between 0 and {most:.0%}: "
            f"{unrated / 1e9:.1f} bn"
        )
    if any(debt.rate and debt.rate.low != debt.rate.high for debt in inputs.debts):
        found.append("floating rates add an assumed benchmark")
    return found


FRAGILITY = Score(
    name="fragility",
    title="Debt service against cash flow",
    columns=COLUMNS,
    run=fragility,
)
