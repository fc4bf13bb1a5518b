"""One group of readings -> one deal: which figure stands for it, how far it has come.

The figure is the latest of the measure that says most about the agreement: a ceiling before the
part of it that is drawn, a commitment before a headline. A curated row keeps the figure its
editors chose; documents add evidence and never change it silently.
"""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from graphbuild.records.claim import ENDED, Claim, Status, Terms
from graphbuild.records.deal import Deal, Standing, State
from graphbuild.records.instrument import InstrumentId, instrument
from graphbuild.records.money import Measure
from graphbuild.records.period import PartialDate, Period
from graphbuild.resolve.agreement import told_rounding
from graphbuild.resolve.firmness import split_amount
from graphbuild.resolve.matching import Reading, is_same_figure
from graphbuild.resolve.registry import Registry
from graphbuild.resolve.relays import count_evidence, find_relays
from graphbuild.resolve.rounding import Rounding, digits, is_thousandfold
from graphbuild.resolve.timing import event_span

_MEASURE_ORDER = (
    Measure.CEILING,
    Measure.COMMITTED,
    Measure.OUTSTANDING,
    Measure.PAID,
    Measure.DRAWN,
    Measure.RECOGNISED,
    Measure.VALUE,
    Measure.SHARE,
    Measure.HEADLINE,
)
_MOVED = frozenset({Measure.DRAWN, Measure.PAID, Measure.OUTSTANDING})


def deal_from_readings(
    deal_id: str,
    group: Sequence[Reading],
    evidence: Sequence[Reading],
    registry: Registry,
    *,
    is_curated: bool,
    is_confirmed: bool = False,
) -> Deal:
    """The deal of one group.

    Parameters
    ----------
    group : readings that define it; for a curated deal its own rows.
    evidence : documents' readings that confirm or mention a curated deal.
    is_confirmed : one of them states its figure.
    """
    lead = _lead(group, is_curated=is_curated)
    claims = [reading.claim for reading in (*group, *evidence)]
    own = {reading.claim.claim_id for reading in group}
    relays = find_relays((*group, *evidence))
    states = tuple(replace(s, is_deciding=s.claim_id in own) for s in _states(claims))
    status = lead.claim.status if is_curated else _latest_status(claims)
    if status is Status.AMENDED and any(s.measure in _MOVED and s.is_deciding for s in states):
        status = Status.FUNDED
    kind = instrument(lead.claim.instrument)
    split = split_amount(kind, status, lead.claim.measure, lead.claim.amount, states)
    share = next((str(c.share) for c in [lead.claim] if c.share is not None), None)
    return Deal(
        deal_id=deal_id,
        title=_title(lead, registry),
        instrument=lead.claim.instrument,
        sources=lead.sources,
        targets=lead.targets,
        on_behalf_of=lead.obligor,
        amount=lead.claim.amount,
        measure=lead.claim.measure,
        states=states,
        status=status,
        firmness=split.firmness,
        standing=Standing.SHOWN if status in ENDED else Standing.COUNTED,
        standing_reason=str(status) if status in ENDED else "",
        period=_period(lead.claim),
        agreed_on=lead.claim.agreed_on,
        known_on=_first_known(claims) if not is_curated else lead.claim.known_on,
        tier=min((c.tier for c in claims), key=lambda tier: tier.rank),
        verification=lead.claim.verification,
        claim_ids=tuple(dict.fromkeys(c.claim_id for c in claims)),
        evidence_count=count_evidence((*group, *evidence), relays),
        relays=tuple(sorted(relays.items())),
        share=share,
        terms=_terms(lead.claim, claims),
        note=lead.claim.note,
        is_curated=is_curated,
        is_confirmed=is_confirmed,
    )


def _terms(lead: Claim, claims: Sequence[Claim]) -> Terms:
    """The leading claim's terms; what the deal retires is whatever any of its claims says."""
    retires = dict.fromkeys(name for claim in claims for name in claim.terms.retires)
    return replace(lead.terms, retires=tuple(sorted(retires))) if retires else lead.terms


def _lead(group: Sequence[Reading], *, is_curated: bool) -> Reading:
    """The reading whose figure stands for the deal."""
    if is_curated:
        own = [r for r in group if r.claim.measure not in _MOVED]
        return min(
            own or group,
            key=lambda r: (_descending(r.claim.known_on), _order(r.claim), r.claim.claim_id),
        )
    told = [r for r in group if r.claim.amount.is_disclosed or r.claim.share is not None]
    first = min(_order(reading.claim) for reading in told or group)
    same = without_slips([r for r in told or group if _order(r.claim) == first])
    latest = min(same, key=lambda r: (_descending(r.claim.agreed_on), *_trust(r.claim)))
    alike = [r for r in same if _is_told_by(latest.claim, r.claim)] or [latest]
    return min(alike, key=lambda r: (*_trust(r.claim), _descending(r.claim.agreed_on)))


def _is_told_by(latest: Claim, other: Claim) -> bool:
    """Whether the latest figure is the other one, or may be that one rounded.

    Balances of two dates are two figures, however near.
    """
    if latest.agreed_on != other.agreed_on and not (event_span(latest) and event_span(other)):
        return False
    if is_same_figure(latest.amount, other.amount):
        return True
    is_rougher = digits(latest.amount.point) < digits(other.amount.point)
    return is_rougher and told_rounding(latest, other) is not Rounding.NONE


def _trust(claim: Claim) -> tuple[int, int, str]:
    """Better source first, then the figure written with more digits."""
    point = claim.amount.point
    digits = len(f"{point.normalize():E}".split("E")[0]) if point else 0
    return claim.tier.rank, -digits, claim.claim_id


def without_slips(group: Sequence[Reading]) -> list[Reading]:
    """Readings of one measure, but for those a thousandth or a thousandfold of a better one.

    The best source's figure is taken to be right, then the one that most claims state, then the
    smaller one: a unit too large is the commoner slip, and the costlier one.
    """
    told = [r for r in group if r.claim.amount.is_disclosed]
    pairs = ((a.claim.amount, b.claim.amount) for i, a in enumerate(told) for b in told[i + 1 :])
    if not any(is_thousandfold(a, b) for a, b in pairs):
        return list(group)
    ranked = sorted(told, key=lambda r: _plausibility(r, told))
    slips = {
        r.claim.claim_id
        for place, r in enumerate(ranked)
        if any(is_thousandfold(r.claim.amount, better.claim.amount) for better in ranked[:place])
    }
    return [r for r in group if r.claim.claim_id not in slips]


def _plausibility(reading: Reading, told: Sequence[Reading]) -> tuple[int, int, Decimal, str]:
    claim = reading.claim
    votes = sum(is_same_figure(claim.amount, other.claim.amount) for other in told)
    return claim.tier.rank, -votes, claim.amount.central or Decimal(0), claim.claim_id


def _order(claim: Claim) -> int:
    return _MEASURE_ORDER.index(claim.measure)


def _descending(date: PartialDate | None) -> int:
    return -date.last_day().toordinal() if date else 0


def _states(claims: Sequence[Claim]) -> tuple[State, ...]:
    seen: dict[tuple[str, str, str], State] = {}
    for claim in claims:
        if not claim.amount.is_disclosed:
            continue
        key = (str(claim.measure), str(claim.amount.central), str(claim.agreed_on))
        seen.setdefault(
            key,
            State(
                measure=claim.measure,
                amount=claim.amount,
                as_of=claim.agreed_on,
                claim_id=claim.claim_id,
            ),
        )
    return tuple(seen[key] for key in sorted(seen, key=lambda k: (k[2], k[0], k[1])))


def _latest_status(claims: Sequence[Claim]) -> Status:
    """What was last told; an end stands unless something later than it was told since."""
    ended = [c for c in claims if c.status in ENDED]
    if ended:
        last = max(ended, key=_when_told)
        day = _when_told(last)[0]
        if not any(c.agreed_on and str(c.agreed_on.first_day()) > day for c in claims):
            return last.status
    return max(claims, key=lambda c: (*_when_told(c)[:2], c.status in ENDED, c.claim_id)).status


def _when_told(claim: Claim) -> tuple[str, str, str]:
    known = str(claim.known_on.last_day()) if claim.known_on else ""
    return known, str(claim.agreed_on or ""), claim.claim_id


def _first_known(claims: Sequence[Claim]) -> PartialDate | None:
    dates = [c.known_on for c in claims if c.known_on is not None]
    return min(dates, key=lambda date: date.last_day()) if dates else None


def _period(claim: Claim) -> Period:
    start = claim.starts_on or claim.agreed_on
    end = claim.ends_on
    if end is None and start is not None and claim.terms.term_years is not None:
        end = _years_later(start, claim.terms.term_years)
    if start is not None and end is not None and start.first_day() > end.last_day():
        return Period(start=None, end=end)
    return Period(start=start, end=end)


def _years_later(start: PartialDate, years: Decimal) -> PartialDate:
    """The last year, month or day of a term, as precise as its start.

    Five years from 2027 end with 2031, from October 2025 with September 2030.
    """
    if len(start.text) == 4:
        return PartialDate(str(start.year + max(math.ceil(years), 1) - 1))
    first = start.first_day()
    months = first.year * 12 + first.month - 1 + max(round(years * 12), 1)
    if len(start.text) == 7:
        months -= 1
        return PartialDate(f"{months // 12:04d}-{months % 12 + 1:02d}")
    month = PartialDate(f"{months // 12:04d}-{months % 12 + 1:02d}")
    day = min(first.day, month.last_day().day)
    end = month.first_day() + dt.timedelta(days=day - 2)
    return PartialDate(end.isoformat())


def _title(lead: Reading, registry: Registry) -> str:
    names = [registry.entities[side].name for side in lead.sources]
    who = names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} others"
    to = registry.entities[lead.targets[0]].name
    kind = instrument(lead.claim.instrument).label
    if lead.claim.instrument is InstrumentId.GUARANTEE and lead.obligor:
        return f"{who} {kind} to {to} for {registry.entities[lead.obligor].name}"
    facility = f" ({lead.claim.terms.facility})" if lead.claim.terms.facility else ""
    return f"{who} {kind} to {to}{facility}"
