"""One deal's life: who said what when, and which of it changed the number.

The deal is resolved anew at every date on which something about it, or about a deal it is tied to,
became public. Nothing here knows more than an as-of answer of that date would.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graphbuild.ledger.contents import Contents
from graphbuild.rebuild.stories import story_of
from graphbuild.records.claim import Claim
from graphbuild.records.deal import Deal
from graphbuild.records.money import Amount
from graphbuild.records.period import PartialDate
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What one claim said about a deal, or what became of the deal by the news about another.

    Parameters
    ----------
    known_on : when the public could know; ``None`` for undated evidence, which changes nothing.
    claim : what was said; ``None`` where only a related deal changed.
    effect : what changed for the deal by it, in words; empty if nothing did.
    """

    known_on: PartialDate | None
    claim: Claim | None
    effect: str
    deal: Deal | None


def deal_history(contents: Contents, deal: Deal) -> tuple[Event, ...]:
    """Events in the order in which they became public; undated evidence last."""
    claims = {claim.claim_id: claim for claim in contents.claims}
    own = [claims[key] for key in deal.claim_ids if key in claims]
    tied = [claims[key] for key in _tied_claims(contents, deal) if key in claims]
    dates = sorted(
        {c.known_on for c in (*own, *tied) if c.known_on is not None},
        key=lambda date: (date.last_day(), date.text),
    )
    events: list[Event] = []
    before: Deal | None = None
    for date in dates:
        now = _deal_on(contents, deal, (*own, *tied), date)
        said = [claim for claim in own if claim.known_on == date]
        events += _events_on(date, said, before, now)
        before = now
    undated = [claim for claim in own if claim.known_on is None]
    events += [Event(known_on=None, claim=claim, effect="", deal=before) for claim in undated]
    return tuple(events)


def _tied_claims(contents: Contents, deal: Deal) -> list[str]:
    """Claims of deals that replace, refinance, contain, mirror or overlap it, and of its parts."""
    terms = deal.terms
    named = {
        terms.superseded_by,
        terms.refinanced_by,
        terms.part_of,
        terms.same_obligation_as,
        terms.tranche_of,
    }
    named.update(terms.overlaps)
    return sorted(
        claim_id
        for other in contents.deals
        if other.deal_id in named
        or deal.deal_id in (other.terms.part_of, other.terms.refinanced_by)
        for claim_id in other.claim_ids
    )


def _deal_on(
    contents: Contents, deal: Deal, claims: Sequence[Claim], date: PartialDate
) -> Deal | None:
    curated = [entity for entity in contents.entities if not entity.is_provisional]
    registry = Registry(curated, contents.judgements)
    found = resolve_claims(claims, registry, date, story_of(contents.documents)).deals
    own = set(deal.claim_ids)
    ours = [d for d in found if d.deal_id == deal.deal_id or own & set(d.claim_ids)]
    return min(
        ours,
        key=lambda d: (d.deal_id != deal.deal_id, -len(own & set(d.claim_ids)), d.deal_id),
        default=None,
    )


def _events_on(
    date: PartialDate, said: Sequence[Claim], before: Deal | None, now: Deal | None
) -> list[Event]:
    """The day's claims; what changed is written beside the one that gives the new figure."""
    effect = _change(before, now)
    cause = next((c for c in said if now is not None and c.amount == now.amount), None)
    cause = cause or (said[0] if said else None)
    events = [
        Event(known_on=date, claim=claim, effect=effect if claim is cause else "", deal=now)
        for claim in said
    ]
    if not said and effect:
        events.append(Event(known_on=date, claim=None, effect=effect, deal=now))
    return events


def _change(before: Deal | None, now: Deal | None) -> str:
    if now is None:
        return ""
    if before is None:
        return f"first known: {_figure(now)}, {now.status}, {now.firmness}"
    parts = []
    if _figure(before) != _figure(now):
        parts.append(f"{_figure(before)} -> {_figure(now)}")
    for label, old, new in (
        ("", before.status, now.status),
        ("money is ", before.firmness, now.firmness),
        ("in sums: ", before.standing, now.standing),
    ):
        if old != new:
            reason = f" ({now.standing_reason})" if label == "in sums: " else ""
            parts.append(f"{label}{old} -> {new}{reason}")
    moved = [s for s in now.states if s not in before.states and s.amount != now.amount]
    parts += [f"{s.measure} {s.amount.central:,.0f} {s.amount.currency}" for s in moved]
    return "; ".join(parts)


def _figure(deal: Deal) -> str:
    if deal.share is not None:
        return f"{float(deal.share):.1%}"
    if not deal.amount.is_disclosed:
        return "no figure"
    return f"{deal.amount.currency} {_size(deal.amount)} ({deal.amount.qualifier}, {deal.measure})"


def _size(amount: Amount) -> str:
    if amount.point is not None:
        return f"{amount.point:,.0f}"
    if amount.high is None:
        return f"{amount.low or 0:,.0f} or more"
    return f"{amount.low or 0:,.0f} to {amount.high:,.0f}"
