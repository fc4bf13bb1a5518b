"""When the event happened that a claim tells of, if it tells of one.

A date is that of an event where the claim was published within days of it. A date long before
publication is a balance sheet's if it stands at a month's end or belongs to a balance; otherwise
it is the date of an agreement that is told again. An undated claim tells of about the day on
which it was published, if of any.

Lives here: spans of days. Not here: what nearness is worth as evidence (`agreement`).
"""

from dataclasses import dataclass

from graphbuild.records.claim import Claim
from graphbuild.records.money import Measure
from graphbuild.records.period import PartialDate

_EVENT_DAYS = 14
"""A claim published within so many days of its date tells of an event, not of a balance sheet."""
_DAYS_BEFORE_END = 7
_DAYS_AFTER_END = 3
"""Balance sheets of 52 or 53 weeks end on a weekday near the month's end."""
_BALANCES = frozenset({Measure.DRAWN, Measure.OUTSTANDING, Measure.PAID, Measure.VALUE})


@dataclass(frozen=True, slots=True)
class Span:
    """Days, as ordinals, within which an event happened; `is_guessed` from publication alone."""

    first: int
    last: int
    is_guessed: bool = False

    def days_to(self, other: "Span") -> int:
        """Days between two spans; 0 where they touch."""
        return max(self.first - other.last, other.first - self.last, 0)


def event_span(claim: Claim) -> Span | None:
    """The days of the event a claim tells of; ``None`` where it tells of none, or nobody knows."""
    agreed, known = claim.agreed_on, claim.known_on
    if agreed is None:
        if known is None or claim.measure in _BALANCES:
            return None
        day = known.last_day().toordinal()
        return Span(day, day, is_guessed=True)
    first, last = agreed.first_day().toordinal(), agreed.last_day().toordinal()
    if len(agreed.text) < len("2026-06"):
        return None
    if known is not None and (out := known.last_day().toordinal()) - last <= _EVENT_DAYS:
        return Span(first, max(min(last, out), first))
    is_balance = claim.measure in _BALANCES or first != last or _is_at_months_end(agreed)
    return None if is_balance else Span(first, last)


def is_event(claim: Claim) -> bool:
    """Whether the claim tells, to the day, of something that had just happened."""
    if claim.agreed_on is None or claim.known_on is None or len(claim.agreed_on.text) < 10:
        return False
    return (claim.known_on.last_day() - claim.agreed_on.first_day()).days <= _EVENT_DAYS


def _is_at_months_end(date: PartialDate) -> bool:
    day = date.first_day()
    left = PartialDate(date.text[:7]).last_day().day - day.day
    return left <= _DAYS_BEFORE_END or day.day <= _DAYS_AFTER_END
