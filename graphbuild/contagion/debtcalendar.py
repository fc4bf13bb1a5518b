"""Interest and principal by quarter: what each borrower owes its lenders within five years.

Lives here: `Service` and `read_services`. Balances, rates and maturities: `scores.debts`. Lenders
are not made short by what they miss here; what they lose when a borrower fails is the balance less
a recovery (`losses`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

from graphbuild.contagion.fixedpoint import Array
from graphbuild.records.period import PartialDate
from graphbuild.scores.base import Anchors, Options
from graphbuild.scores.debts import Debt, find_debts, interest_due, principal_due
from graphbuild.scores.rates import RateKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One borrowing of one party, USD by quarter.

    Parameters
    ----------
    interest : at the middle of rate and balance; nothing where the rate cannot be read.
    principal : what falls due by a stated maturity, evenly where it may be repaid before.
    floating, balance : USD outstanding at a floating rate, and in all.
    is_dated : a source states the maturity; an assumed one puts no principal into the calendar.
    """

    deal_id: str
    payer: str
    interest: Array
    principal: Array
    floating: float
    balance: float
    is_dated: bool

    @property
    def due(self) -> Array:
        """(quarters,) interest and principal."""
        return self.interest + self.principal


def read_services(
    graph: "nx.MultiDiGraph[str]",
    anchors: Anchors,
    owner: Mapping[str, str],
    quarters: Sequence[str],
) -> list[Service]:
    """Debt service of everybody, by deal; amounts of a year in equal parts over its quarters."""
    debts, _ = find_debts(graph, anchors, Options(), owner)
    return [_service(debt, anchors.as_of, quarters) for debt in debts]


def _service(debt: Debt, as_of: PartialDate, quarters: Sequence[str]) -> Service:
    interest, principal = np.zeros(len(quarters)), np.zeros(len(quarters))
    first, last = (f"{day.year}-Q{(day.month + 2) // 3}" for day in (debt.starts, debt.matures))
    for year in sorted({int(name[:4]) for name in quarters}):
        mine = [i for i, name in enumerate(quarters) if int(name[:4]) == year]
        places = [i for i in mine if first <= quarters[i] <= last]
        if not places:
            continue
        begins = int(first[-1]) if year == debt.starts.year else 1
        ends = int(last[-1]) if year == debt.matures.year else 4
        interest[places] = interest_due(debt, year, as_of).central / (ends - begins + 1)
        owed = principal_due(debt, year, as_of).central
        if debt.is_bullet:
            principal[places[-1]] += owed
        else:
            principal[places] = owed / len(places)
    is_floating = debt.rate is not None and debt.rate.kind is RateKind.FLOATING
    return Service(
        deal_id=debt.deal_id,
        payer=debt.top,
        interest=interest,
        principal=principal,
        floating=debt.balance.central if is_floating else 0.0,
        balance=debt.balance.central,
        is_dated=not debt.is_assumed,
    )
