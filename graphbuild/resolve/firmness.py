"""How binding the money of a deal is: firm, contingent, headline or past, each with bounds.

The rule, for one deal (`decisions` in ``docs/decisions``):

* past: recognised revenue, a purchase that was paid, a stake's share, a position's market value,
  an insider's sale;
* headline: announced or rumoured, or signed with a figure of unknown state;
* contingent: a guarantee, a warrant, the undrawn part of a ceiling;
* firm: signed or funded, and committed, drawn, outstanding or paid.

Ended deals have no money in any column.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from graphbuild.records.claim import ENDED, Status
from graphbuild.records.deal import Firmness, State
from graphbuild.records.instrument import Family, Instrument
from graphbuild.records.money import Amount, Measure, Qualifier, between, exact, up_to

_PAST_MEASURES = frozenset({Measure.VALUE, Measure.RECOGNISED, Measure.SHARE})
_MOVED = frozenset({Measure.DRAWN, Measure.PAID, Measure.OUTSTANDING})
_TALK = frozenset({Status.RUMOURED, Status.ANNOUNCED})


@dataclass(frozen=True, slots=True)
class Split:
    """A deal's money in the four columns, and the column that names the deal."""

    firmness: Firmness
    firm: Amount
    contingent: Amount
    headline: Amount
    past: Amount


def drawn_amount(states: tuple[State, ...]) -> Amount | None:
    """The latest drawn, paid or outstanding figure, or ``None``."""
    moved = [state for state in states if state.measure in _MOVED and state.is_deciding]
    if not moved:
        return None
    return max(moved, key=lambda s: s.as_of.last_day() if s.as_of else dt.date.min).amount


def split_amount(
    instrument: Instrument,
    status: Status,
    measure: Measure,
    amount: Amount,
    states: tuple[State, ...] = (),
) -> Split:
    """Put the money of one deal into its columns.

    Bounds: a drawn figure smaller than the commitment is the low bound of the firm part, since the
    balance of an amortising loan and the paid part of a subscription are what is at risk at least.
    """
    zero = exact(Decimal(0), amount.currency)
    columns = dict.fromkeys(Firmness, zero)
    if status in ENDED:
        return _split(Firmness.PAST, columns)
    drawn = drawn_amount(states)
    if not instrument.is_forward and not instrument.is_always_contingent:
        columns[Firmness.PAST] = amount
        return _split(Firmness.PAST, columns)
    is_purchase = instrument.family is Family.COMMITMENT
    if measure in _PAST_MEASURES or (is_purchase and measure is Measure.PAID):
        columns[Firmness.PAST] = amount
        return _split(Firmness.PAST, columns)
    if status in _TALK:
        columns[Firmness.HEADLINE] = amount
        return _split(Firmness.HEADLINE, columns)
    if instrument.is_always_contingent or measure is Measure.CEILING:
        columns[Firmness.FIRM] = drawn or zero
        columns[Firmness.CONTINGENT] = _undrawn(amount, drawn)
        has_money = drawn is not None and drawn.high is not None and drawn.high > 0
        return _split(Firmness.FIRM if has_money else Firmness.CONTINGENT, columns)
    if measure is Measure.HEADLINE:
        columns[Firmness.HEADLINE] = amount
        return _split(Firmness.HEADLINE, columns)
    columns[Firmness.FIRM] = amount if is_purchase else _at_least_drawn(amount, drawn)
    return _split(Firmness.FIRM, columns)


def _split(firmness: Firmness, columns: dict[Firmness, Amount]) -> Split:
    return Split(
        firmness,
        columns[Firmness.FIRM],
        columns[Firmness.CONTINGENT],
        columns[Firmness.HEADLINE],
        columns[Firmness.PAST],
    )


def _undrawn(amount: Amount, drawn: Amount | None) -> Amount:
    if amount.high is None:
        return amount
    taken = drawn.low if drawn is not None and drawn.low is not None else Decimal(0)
    return up_to(max(amount.high - taken, Decimal(0)), amount.currency)


def _at_least_drawn(amount: Amount, drawn: Amount | None) -> Amount:
    if drawn is None or drawn.low is None or amount.low is None or amount.high is None:
        return amount
    if drawn.currency != amount.currency or drawn.low >= amount.low:
        return amount
    if amount.qualifier is Qualifier.UP_TO:
        return amount
    return between(drawn.low, amount.high, amount.point, amount.currency)
