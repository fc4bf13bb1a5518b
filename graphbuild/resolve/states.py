"""The money of one deal by state: headline, ceiling, committed, drawn, paid, ... remaining.

Each state is its latest dated figure. States describe one another and are never added: what is
drawn is inside the ceiling, what is outstanding is what was drawn and not yet repaid. Only
*remaining* is computed: what the agreement's own size leaves after what has moved.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from graphbuild.records.claim import ENDED, Claim
from graphbuild.records.deal import Deal, State
from graphbuild.records.instrument import instrument
from graphbuild.records.money import Amount, Measure, between
from graphbuild.records.period import PartialDate

_WHOLE = (Measure.CEILING, Measure.COMMITTED)
_USED_UP = (Measure.DRAWN, Measure.PAID)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyState:
    """One state of a deal's money.

    Parameters
    ----------
    name : a `Measure`, or "remaining".
    as_of : the date the figure is for; ``None`` where its source gives none.
    basis : the claim that gives it, or how it was derived.
    """

    name: str
    amount: Amount
    as_of: PartialDate | None
    basis: str


def money_states(deal: Deal, claims: Mapping[str, Claim]) -> tuple[MoneyState, ...]:
    """The states of a deal in the order of `Measure`, then what remains.

    Parameters
    ----------
    claims : by id; where two give a figure of one date, the better source stands.
    """
    latest: dict[Measure, State] = {}
    for state in sorted(
        (s for s in deal.states if s.is_deciding), key=lambda s: _precedence(s, claims)
    ):
        latest[state.measure] = state
    found = [
        MoneyState(
            name=str(measure),
            amount=latest[measure].amount,
            as_of=latest[measure].as_of,
            basis=latest[measure].claim_id,
        )
        for measure in Measure
        if measure in latest
    ]
    left = _remaining(deal, latest)
    return (*found, left) if left is not None else tuple(found)


def _precedence(state: State, claims: Mapping[str, Claim]) -> tuple[int, int, str]:
    """Later, then better sourced, then a fixed order; the last one stands."""
    claim = claims.get(state.claim_id)
    day = state.as_of.last_day().toordinal() if state.as_of else 0
    return day, -claim.tier.rank if claim else -9, state.claim_id


def _remaining(deal: Deal, latest: Mapping[Measure, State]) -> MoneyState | None:
    if deal.status in ENDED or not instrument(deal.instrument).is_forward:
        return None
    whole = next((latest[measure] for measure in _WHOLE if measure in latest), None)
    if whole is None or whole.amount.high is None:
        return None
    used = max(
        (latest[m] for m in _USED_UP if m in latest),
        key=lambda s: str(s.as_of or ""),
        default=None,
    )
    balance = latest.get(Measure.OUTSTANDING)
    low, high = whole.amount.low or Decimal(0), whole.amount.high
    if used is not None and used.amount.currency == whole.amount.currency:
        taken_low = used.amount.low or Decimal(0)
        low = max(low - (used.amount.high if used.amount.high is not None else low), Decimal(0))
        left = between(low, max(high - taken_low, low), currency=whole.amount.currency)
        return _left(left, used, f"{whole.measure} less {used.measure}")
    if balance is not None and balance.amount.currency == whole.amount.currency:
        taken = balance.amount.low or Decimal(0)
        left = between(Decimal(0), max(high - taken, Decimal(0)), currency=whole.amount.currency)
        return _left(left, balance, f"at most {whole.measure} less outstanding; repaid is unknown")
    return None


def _left(amount: Amount, state: State, basis: str) -> MoneyState:
    return MoneyState(name="remaining", amount=amount, as_of=state.as_of, basis=basis)
