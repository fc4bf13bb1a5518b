"""What a scenario takes away: cash by party and quarter, payments by deal and quarter.

Lives here: the meaning of every kind of shock. How it is passed on: `stress`.
"""

from dataclasses import dataclass

import numpy as np

from graphbuild.contagion.fixedpoint import Array, Flags
from graphbuild.contagion.model import Corner, Model
from graphbuild.contagion.scenario import Scenario, Shock
from graphbuild.contagion.terms import planned_by_payer
from graphbuild.errors import NotFoundError


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressure:
    """First effects in one corner.

    Parameters
    ----------
    cash : (parties, quarters) USD taken away.
    offered : (terms, quarters) USD still owed under each deal.
    is_failed : (parties, quarters) pays nothing, by decree.
    backing : (promises, quarters) fraction of each guarantee that stands.
    chip_price : fraction of today's price of chips and of rents for them that is left.
    marked : party -> fraction of its market value that is gone.
    """

    cash: Array
    offered: Array
    is_failed: Flags
    backing: Array
    chip_price: float
    marked: dict[str, float]


def apply_scenario(model: Model, scenario: Scenario, corner: Corner) -> Pressure:
    """The scenario's shocks together; shocks on the same money follow one another.

    Raises
    ------
    NotFoundError
        a shock names an entity or a deal that the model does not hold, or takes away revenue or
        funding of which no figure is known.
    """
    count = len(model.quarters)
    found = Pressure(
        cash=np.zeros((len(model.nodes), count)),
        offered=model.planned.copy(),
        is_failed=np.zeros((len(model.nodes), count), dtype=bool),
        backing=np.ones((len(model.promises), count)),
        chip_price=_chip_price(scenario),
        marked={},
    )
    for shock in scenario.shocks:
        active = np.array([shock.holds_in(quarter) for quarter in model.quarters])
        _apply(found, model, shock, corner, active)
    return found


def _chip_price(scenario: Scenario) -> float:
    left = 1.0
    for shock in scenario.shocks:
        if shock.kind == "chip_price":
            left *= 1 + shock.by
    return left


def _apply(found: Pressure, model: Model, shock: Shock, corner: Corner, active: Flags) -> None:
    if shock.kind == "chip_price":
        return
    if shock.kind in ("terminate", "delay", "withdraw"):
        _cut_terms(found, model, shock, active)
        return
    if shock.kind == "guarantee":
        _cut_guarantees(found, model, shock, active)
        return
    party = model.party(shock.on)
    place = model.place[party]
    if shock.kind == "default":
        found.is_failed[place] |= active
    elif shock.kind == "market_value":
        found.marked[party] = 1 - (1 - found.marked.get(party, 0.0)) * (1 + shock.by)
    elif shock.kind == "rates":
        found.cash[place] += active * shock.by * _debt(model, party) / 4
    else:
        yearly = _revenue if shock.kind == "revenue" else _need
        found.cash[place] += active * -shock.by * yearly(model, party, corner) / 4


def _revenue(model: Model, party: str, corner: Corner) -> Array:
    """USD a year, by quarter; the worse end of a lost part is that of the larger plan.

    Who has signed for more than it is known to earn plans to earn it: the worse end is at least
    the firm dues of the quarter.
    """
    book = model.books[party]
    dues = planned_by_payer(model.terms).get(party, np.zeros(len(model.quarters))) * 4
    found = []
    for quarter, due in zip(model.quarters, dues, strict=True):
        plan = book.revenue_in(int(quarter[:4]))
        if plan is None:
            raise NotFoundError(f"no revenue of {party} is known; add a figure to fundamentals.csv")
        high = max(plan[1], float(due))
        found.append(high + (plan[0] - high) * corner.revenue)
    return np.array(found)


def _need(model: Model, party: str, corner: Corner) -> Array:
    """USD of outside funding needed a year, by quarter.

    The better end is what its operations lacked of late; the worse one adds firm dues beyond
    what it earns at the low end.
    """
    book = model.books[party]
    dues = planned_by_payer(model.terms).get(party, np.zeros(len(model.quarters))) * 4
    plans = [book.revenue_in(int(quarter[:4])) for quarter in model.quarters]
    if book.need.high is None and None in plans and not book.need.low:
        raise NotFoundError(
            f"what {party} needs from outside is not known; add its cash flow to fundamentals.csv"
        )
    gap = [due - (plan[0] if plan else due) for due, plan in zip(dues, plans, strict=True)]
    low = np.full(len(gap), book.need.low)
    high = np.maximum(low, np.array(gap))
    return np.asarray(high + (low - high) * corner.revenue)


def _debt(model: Model, party: str) -> float:
    debt = model.books[party].debt
    if debt.high is None:
        raise NotFoundError(f"no debt of {party} is known; add a figure to fundamentals.csv")
    return debt.high


def _cut_guarantees(found: Pressure, model: Model, shock: Shock, active: Flags) -> None:
    party = model.owner.get(shock.on)
    touched = 0
    for number, promise in enumerate(model.promises):
        if shock.on == promise.deal_id or party == promise.guarantor:
            found.backing[number] *= np.where(active, 1 + shock.by, 1.0)
            touched += 1
    if not touched:
        raise NotFoundError(f"{shock.words}: no guarantee of such a party, or under such a deal")


def _cut_terms(found: Pressure, model: Model, shock: Shock, active: Flags) -> None:
    party = model.owner.get(shock.on)
    touched = 0
    for number, term in enumerate(model.terms):
        if not _is_meant(shock, term.deal_id, term.payer, term.payee, party):
            continue
        if shock.kind == "withdraw" and not term.is_funding:
            continue
        touched += 1
        if shock.kind == "delay":
            later = min(round(shock.by), len(active))
            moved = np.where(active, found.offered[number], 0.0)
            found.offered[number] -= moved
            found.offered[number, later:] += moved[: len(active) - later]
        else:
            found.offered[number] *= np.where(active, 1 + shock.by, 1.0)
    if not touched:
        raise NotFoundError(f"{shock.words}: no payments to come under such a deal or party")


def _is_meant(shock: Shock, deal_id: str, payer: str, payee: str, party: str | None) -> bool:
    if party is None:
        return deal_id == shock.on
    return (payee if shock.kind == "delay" else payer) == party
