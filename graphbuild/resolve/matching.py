"""Whether two readings speak of one agreement: an answer with its reasons.

Lives here: keys that group the claims of documents among themselves, and the comparison of such a
group with a curated deal. Not here: what is done with the answer (`reconcile`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from graphbuild.records.claim import Claim
from graphbuild.records.instrument import Family, InstrumentId, instrument
from graphbuild.records.money import Amount, exact

SAME_FIGURE = Decimal("0.02")
"""Relative difference up to which two figures are one figure, rounded differently."""

_TALKS_DAYS = 120
"""How long before an agreement documents may already speak of it."""
_SAME_TIME_DAYS = 200
"""How far from an agreement a relay that names one side only may be dated."""

_POSITIONS = frozenset({InstrumentId.HOLDING, InstrumentId.OWNERSHIP})
_DEBT_LIKE = frozenset({Family.DEBT})


class Likeness(StrEnum):
    """How a reading relates to a known deal."""

    CONFIRMS = "confirms"
    MENTIONS = "mentions"
    UNCLEAR = "unclear"
    UNRELATED = "unrelated"
    JOINS = "joins"


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim with its parties resolved to entity ids.

    `told_by` is the document whose story the claim's document relays; empty for its own.
    """

    claim: Claim
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    obligor: str | None
    told_by: str = ""

    @property
    def story(self) -> str:
        """Id of the document that told it first."""
        return self.told_by or self.claim.citation.document_id


def is_same_figure(left: Amount, right: Amount) -> bool:
    """Whether two amounts state one figure, within `SAME_FIGURE` and in one currency.

    Of a range its ends may be meant; the band around "about" is ours, and nobody stated its ends.
    """
    if left.currency != right.currency:
        return False
    ours = [left.point] if left.point is not None else [left.low, left.high]
    is_ours = right.is_assumed and right.point is not None
    theirs = [right.point] if is_ours else [right.point, right.low, right.high]
    return any(
        a is not None and b is not None and max(a, b) > 0 and abs(a - b) <= SAME_FIGURE * max(a, b)
        for a in ours
        for b in theirs
    )


def agreement_key(reading: Reading) -> tuple[str, ...]:
    """What must be equal for two claims of documents to be about one agreement.

    Notes and loans are known by maturity and rate, positions by holder and issuer, a customer's
    share by its period, everything else by its figure.
    """
    claim = reading.claim
    parties = ("+".join(reading.sources), "+".join(reading.targets), reading.obligor or "")
    kind = instrument(claim.instrument)
    base = (*parties, str(claim.instrument))
    if claim.instrument in _POSITIONS:
        return (*base, claim.terms.facility)
    if claim.instrument is InstrumentId.REVENUE:
        return (*base, str(claim.agreed_on or ""), str(claim.measure))
    is_debt = kind.family in _DEBT_LIKE or claim.instrument is InstrumentId.CONVERTIBLE
    if is_debt and claim.ends_on is not None:
        return (*base, str(claim.ends_on.year), claim.terms.rate)
    if claim.amount.point is not None:
        return (*base, claim.amount.currency, _three_digits(claim.amount.point))
    return (*base, str(claim.agreed_on or "")[:7], str(claim.status))


def likeness(reading: Reading, known: Reading, known_amounts: Iterable[Amount]) -> Likeness:
    """How a document's reading relates to a curated deal between the same parties and family.

    Only a figure confirms. The same parties with another figure is left to people.
    """
    curated, obligor = known.claim, known.obligor
    claim = reading.claim
    if reading.obligor and obligor and reading.obligor != obligor:
        return Likeness.UNRELATED
    if _is_before(claim, curated):
        return Likeness.UNRELATED
    if claim.share is not None and curated.share is not None:
        near = abs(claim.share - curated.share) <= Decimal("0.005")
        return Likeness.CONFIRMS if near else Likeness.UNCLEAR
    if not claim.amount.is_disclosed:
        return Likeness.MENTIONS
    if any(is_same_figure(claim.amount, amount) for amount in known_amounts):
        ends = claim.ends_on, curated.ends_on
        if ends[0] and ends[1] and ends[0].year != ends[1].year:
            return Likeness.UNCLEAR
        return Likeness.CONFIRMS
    return Likeness.UNCLEAR


def could_relay(half: Reading, known: Reading) -> bool:
    """Whether a reading that names one side only may tell of a deal at all.

    The same instrument, about the same time, and a contract's own figure: a filer's total toward
    many is near some contract's size too often.
    """
    claim, curated = half.claim, known.claim
    if claim.terms.is_aggregate or claim.instrument is not curated.instrument:
        return False
    if claim.ends_on and curated.ends_on:
        return claim.ends_on.year == curated.ends_on.year
    if claim.agreed_on is None or curated.agreed_on is None:
        return False
    apart = claim.agreed_on.first_day() - curated.agreed_on.first_day()
    return abs(apart.days) <= _SAME_TIME_DAYS


def _is_before(claim: Claim, curated: Claim) -> bool:
    """Whether a document is too old to speak of an agreement."""
    told = claim.known_on or claim.agreed_on
    if told is None or curated.agreed_on is None:
        return False
    return (curated.agreed_on.first_day() - told.last_day()).days > _TALKS_DAYS


def do_parts_add_up(parts: Iterable[Amount], whole: Amount) -> bool:
    """Whether at least two different figures of one document add up to a known one."""
    figures = {(part.currency, part.point) for part in parts if part.point is not None}
    if len(figures) < 2 or {currency for currency, _ in figures} != {whole.currency}:
        return False
    together = sum((point for _, point in figures if point is not None), Decimal(0))
    return is_same_figure(exact(together, whole.currency), whole)


def _three_digits(value: Decimal) -> str:
    return f"{value:.2e}"
