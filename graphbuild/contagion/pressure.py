"""What a scenario takes away: cash by party and quarter, payments by deal and quarter.

Lives here: the meaning of every kind of shock. How it is passed on: `stress`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from graphbuild.contagion.corners import Corner, places
from graphbuild.contagion.fixedpoint import Array, Flags
from graphbuild.contagion.model import Model
from graphbuild.contagion.scenario import Scenario, Shock
from graphbuild.contagion.terms import planned_by_payer
from graphbuild.errors import NotFoundError


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressure:
    """First effects, in several corners side by side.

    Parameters
    ----------
    cash : (parties, quarters, corners) USD taken away.
    offered : (terms, quarters) USD still owed under each deal.
    is_failed : (parties, quarters) pays nothing, by decree.
    backing : (promises, quarters) fraction of each guarantee that stands.
    chip_price : fraction of today's price of chips and of rents for them that is left.
    marked : party -> fraction of its market value that is gone.
    sold : party -> fraction of its listed holdings that it must sell.
    """

    cash: Array
    offered: Array
    is_failed: Flags
    backing: Array
    chip_price: float
    marked: dict[str, float]
    sold: dict[str, float]

    def column(self, number: int) -> "Pressure":
        """One corner alone; `cash` is then (parties, quarters)."""
        return replace(self, cash=self.cash[:, :, number])


def apply_scenario(model: Model, scenario: Scenario, corners: Sequence[Corner]) -> Pressure:
    """The scenario's shocks together; shocks on the same money follow one another.

    Raises
    ------
    NotFoundError
        a shock names an entity or a deal that the model does not hold, or takes away revenue or
        funding of which no figure is known.
    """
    count = len(model.quarters)
    found = Pressure(
        cash=np.zeros((len(model.nodes), count, len(corners))),
        offered=model.planned.copy(),
        is_failed=np.zeros((len(model.nodes), count), dtype=bool),
        backing=np.ones((len(model.promises), count)),
        chip_price=_chip_price(scenario),
        marked={},
        sold={},
    )
    refused = np.zeros(found.cash.shape)
    for shock in scenario.shocks:
        active = np.array([shock.holds_in(quarter) for quarter in model.quarters])
        _apply(found, model, shock, corners, active)
        _refuse(refused, model, shock, corners, active)
    found.cash[:] += refused * model.maturing[:, :, None]
    return found


def _chip_price(scenario: Scenario) -> float:
    left = 1.0
    for shock in scenario.shocks:
        if shock.kind == "chip_price":
            left *= 1 + shock.by
    return left


def _apply(
    found: Pressure, model: Model, shock: Shock, corners: Sequence[Corner], active: Flags
) -> None:
    if shock.kind in ("chip_price", "refinance"):
        return
    if shock.kind == "power_price":
        _dearer_power(found, model, shock, corners, active)
        return
    if shock.kind in ("terminate", "delay", "withdraw"):
        _cut_terms(found, model, shock, active)
    elif shock.kind == "guarantee":
        _cut_guarantees(found, model, shock, active)
    else:
        party = model.party(shock.on)
        if shock.kind == "default":
            found.is_failed[model.place[party]] |= active
        elif shock.kind == "market_value":
            found.marked[party] = 1 - (1 - found.marked.get(party, 0.0)) * (1 + shock.by)
        elif shock.kind == "sale":
            found.sold[party] = min(found.sold.get(party, 0.0) - shock.by, 1.0)
        else:
            found.cash[model.place[party]] += _cash(model, shock, party, corners, active)


def _cash(
    model: Model, shock: Shock, party: str, corners: Sequence[Corner], active: Flags
) -> Array:
    """(quarters, corners) USD that a shock on revenue, funding or rates takes."""
    count = len(model.quarters)
    if shock.kind == "revenue":
        low, high = _revenue(model, party)
    elif shock.kind == "funding":
        low, high = _need(model, party)
    else:
        low, high = (np.full(count, end) for end in _debt(model, party))
    where = places(corners, lambda corner: corner.revenue)
    ends = high[:, None] + (low - high)[:, None] * where
    return np.asarray(active[:, None] * abs(shock.by) * ends / 4)


def _dearer_power(
    found: Pressure, model: Model, shock: Shock, corners: Sequence[Corner], active: Flags
) -> None:
    """Dearer power eats a part of what clouds are paid; whether they may pass it on is not known.

    The part of the price that power costs is a range of the table; nothing is lost without a row.
    """
    row = model.anchors.assumptions.get("cost.power")
    if row is None:
        return
    is_cloud = np.array([term.instrument == "cloud_contract" for term in model.terms], dtype=float)
    receipts = model.gets @ (model.planned * is_cloud[:, None])
    where = places(corners, lambda corner: corner.revenue)
    part = float(row.high) + (float(row.low) - float(row.high)) * where
    rows = slice(None) if not shock.on else [model.place[model.party(shock.on)]]
    taken = (active * shock.by * receipts)[:, :, None] * part
    found.cash[rows] += taken[rows]


def _refuse(
    refused: Array, model: Model, shock: Shock, corners: Sequence[Corner], active: Flags
) -> None:
    """Parts of maturing debt that nobody renews; what is refused once is not refused again."""
    if shock.kind not in ("revenue", "funding", "refinance"):
        return
    rows = slice(None) if not shock.on else [model.place[model.party(shock.on)]]
    part = np.full(len(corners), abs(shock.by))
    if shock.kind == "revenue":
        part = part * _refused(model, 1 - places(corners, lambda corner: corner.refinance))
    refused[rows] = 1 - (1 - refused[rows]) * (1 - active[None, :, None] * part)


def _refused(model: Model, place: Array) -> Array:
    """Part of maturing debt that lenders of a party that is hit do not renew; 0 is the better."""
    row = model.anchors.assumptions.get("refinance.hit")
    if row is None:
        return place * 0.0
    best, worst = 1 - float(row.high), 1 - float(row.low)
    return best + (worst - best) * place


def _revenue(model: Model, party: str) -> tuple[Array, Array]:
    """USD a year, by quarter, better and worse end: of a larger plan a larger part is lost.

    Who has signed for more than it is known to earn plans to earn it: the worse end is at least
    the firm dues of the quarter.
    """
    book = model.books[party]
    dues = planned_by_payer(model.terms).get(party, np.zeros(len(model.quarters))) * 4
    plans = [book.revenue_in(int(quarter[:4])) for quarter in model.quarters]
    if None in plans:
        raise NotFoundError(f"no revenue of {party} is known; add a figure to fundamentals.csv")
    ends = np.array([plan for plan in plans if plan is not None])
    return ends[:, 0], np.maximum(ends[:, 1], dues)


def _need(model: Model, party: str) -> tuple[Array, Array]:
    """USD of outside funding needed a year, by quarter, without what matures.

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
    return low, np.maximum(low, np.array(gap))


def _debt(model: Model, party: str) -> tuple[float, float]:
    """USD that becomes dearer at once: what is known to float, and at most all debt."""
    debt = model.books[party].debt
    if debt.high is None:
        raise NotFoundError(f"no debt of {party} is known; add a figure to fundamentals.csv")
    floating = sum(s.floating for s in model.services if s.payer == party)
    return min(floating, debt.high), debt.high


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
