"""What happened to a party and its deals: defaults, waivers, amendments, listings, insiders' sales.

Lives here: one list from curated events, deals whose status changed, and sales by insiders. What
changed a deal's number claim by claim: `history`.
"""

from collections.abc import Sequence
from typing import Any

from graphbuild.curated.schema import EventRow
from graphbuild.rebuild.world import World
from graphbuild.records.claim import Status, Verification
from graphbuild.records.deal import Deal, Standing
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.period import PartialDate

_REST = "the whole less its parts, which stand apart"

_CHANGED = (Status.AMENDED, Status.TERMINATED, Status.EXPIRED)


def happenings(
    world: World, events: Sequence[EventRow], entity_id: str | None = None
) -> list[dict[str, Any]]:
    """Everything dated that happened by the as-of day, the newest first.

    Parameters
    ----------
    entity_id : only what concerns it, its vehicles and its group; ``None`` for everybody.

    Returns
    -------
    One row an event: date, what, party, counterparty, deal_id, usd (``None`` where no figure is
    known), words, source, verification. An event without a public source is left out. A status is
    dated by the day its evidence became known; a sale says how long after the listing it was,
    where the listing is a row of ``events.csv``.
    """
    members = None if entity_id is None else _members(world, entity_id)
    day = world.as_of.last_day()
    known = [row for row in events if _known_on(row).last_day() <= day and _is_sourced(row)]
    rows = [_event(row) for row in known if _concerns(members, row.party, row.counterparty)]
    for deal in world.contents.deals:
        if deal.verification is Verification.SECONDARY:
            continue
        if not _concerns(members, *deal.sources, *deal.targets, deal.on_behalf_of):
            continue
        if deal.status in _CHANGED:
            rows.append(_status(world, deal))
        if deal.instrument is InstrumentId.INSIDER_SALE:
            rows.append(_sale(world, deal, known))
    rows.sort(key=lambda row: (row["date"], row["what"], row["deal_id"] or ""), reverse=True)
    return sorted(rows, key=lambda row: row["date"] == "undated")  # what is dated comes first


def _members(world: World, entity_id: str) -> set[str]:
    """The entity with all whose parent, by any relation, it is."""
    found, above = {entity_id}, {e.entity_id: e.parent_id for e in world.contents.entities}
    while True:
        more = {name for name, parent in above.items() if parent in found} - found
        if not more:
            return found
        found |= more


def _concerns(members: set[str] | None, *names: str | None) -> bool:
    return members is None or not members.isdisjoint(name for name in names if name)


def _known_on(row: EventRow) -> PartialDate:
    return row.source_date or row.date


def _is_sourced(row: EventRow) -> bool:
    return row.verification is not Verification.SECONDARY and bool(row.source_url or row.accession)


def _event(row: EventRow) -> dict[str, Any]:
    amount = None if row.amount_usd_m is None else float(row.amount_usd_m) * 1e6
    return {
        "date": str(row.date),
        "what": row.event.replace("_", " "),
        "party": row.party,
        "counterparty": row.counterparty or "",
        "deal_id": row.deal_id,
        "usd": amount,
        "words": row.note,
        "source": str(row.source_url or row.accession),
        "verification": str(row.verification),
    }


def _status(world: World, deal: Deal) -> dict[str, Any]:
    return _row(world, deal, str(deal.known_on or "undated"), str(deal.status), deal.note)


def _sale(world: World, deal: Deal, events: Sequence[EventRow]) -> dict[str, Any]:
    sold_on = deal.period.start or deal.agreed_on
    above = {e.entity_id: e.parent_id for e in world.contents.entities}
    companies = {*deal.targets, *(above.get(name) for name in deal.targets)}
    words = [_after(row, sold_on) for row in events if row.party in companies]
    note = "; ".join([*(text for text in words if text), *([deal.note] if deal.note else [])])
    return _row(world, deal, str(sold_on or "undated"), "insider sale", note)


def _after(row: EventRow, sold_on: PartialDate | None) -> str:
    """How long after a listing or the end of a lock-up, where both days are known."""
    if row.event not in ("listing", "lock_up_end") or sold_on is None:
        return ""
    if any(date.first_day() != date.last_day() for date in (row.date, sold_on)):
        return ""
    days = (sold_on.first_day() - row.date.first_day()).days
    what = "the listing" if row.event == "listing" else "the end of the lock-up"
    if days == 0:
        return f"on the day of {what}"
    return f"{abs(days)} days {'after' if days > 0 else 'before'} {what}"


def _row(world: World, deal: Deal, date: str, what: str, words: str) -> dict[str, Any]:
    claims = [world.claims[name] for name in deal.claim_ids if name in world.claims]
    places = (c.citation.url or c.citation.accession or c.citation.path for c in claims)
    if deal.standing is Standing.RESIDUAL:
        words = "; ".join([_REST, *([words] if words else [])])
    central = deal.amount.central
    is_usd = central is not None and deal.amount.currency == "USD"
    return {
        "date": date,
        "what": what,
        "party": ", ".join(deal.targets),
        "counterparty": ", ".join(deal.sources),
        "deal_id": deal.deal_id,
        "usd": float(central or 0) if is_usd else None,
        "words": words,
        "source": next((str(place) for place in places if place), ""),
        "verification": str(deal.verification or ""),
    }
