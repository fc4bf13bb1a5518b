"""Claims of each deal as the panel of a map tells them: both parties' versions, and others'.

Who speaks is the filer of the document, or the one in whose EDGAR folder the row's source lies.
Not here: which figure stands (`resolve`).
"""

import re
from collections.abc import Mapping

from graphbuild.maps import words
from graphbuild.maps.statement import Statement
from graphbuild.rebuild.world import World
from graphbuild.records.claim import Claim, Role
from graphbuild.records.deal import Deal
from graphbuild.records.entity import Entity

_EDGAR_FOLDER = re.compile(r"sec\.gov/Archives/edgar/data/0*(\d+)/", re.IGNORECASE)
_UNSPOKEN = frozenset({"named_news", "unnamed"})
"""Tiers of sources that speak for neither party."""


def statements(world: World) -> dict[str, tuple[Statement, ...]]:
    """What each source says of each deal, newest first; a sentence said twice is told once."""
    entities = {entity.entity_id: entity for entity in world.contents.entities}
    by_cik = {e.cik.lstrip("0"): e for e in entities.values() if e.cik}
    filers = {row.document_id: row.filer for row in world.contents.documents}
    found = {}
    for deal in world.contents.deals:
        claims = [world.claims[key] for key in deal.claim_ids if key in world.claims]
        told = {_statement(deal, claim, entities, by_cik, filers): None for claim in claims}
        found[deal.deal_id] = tuple(
            sorted(told, key=lambda s: (s.said_on, s.stands, s.figure, s.url), reverse=True)
        )
    return found


def _statement(
    deal: Deal,
    claim: Claim,
    entities: Mapping[str, Entity],
    by_cik: Mapping[str, Entity],
    filers: Mapping[str, str | None],
) -> Statement:
    speaker, side = _speaker(deal, claim, entities, by_cik, filers)
    return Statement(
        side=side,
        speaker=words.clipped(speaker, words.NAME_LIMIT),
        figure=_figure(claim),
        tier=words.TIER_WORD.get(str(claim.tier), str(claim.tier)),
        said_on=str(claim.known_on or ""),
        url=words.safe_url(claim.citation.url or ""),
        stands=claim.amount == deal.amount and claim.amount.is_disclosed,
    )


def _speaker(
    deal: Deal,
    claim: Claim,
    entities: Mapping[str, Entity],
    by_cik: Mapping[str, Entity],
    filers: Mapping[str, str | None],
) -> tuple[str, str]:
    """Name of who speaks, and on which side of the deal that is."""
    filer = filers.get(claim.citation.document_id)
    if filer:
        for role, side in ((Role.SOURCE, "source"), (Role.TARGET, "target")):
            if any(party.name == filer for party in claim.with_role(role)):
                return filer, side
    folder = _EDGAR_FOLDER.search(claim.citation.url or "")
    entity = by_cik.get(folder[1]) if folder else None
    if entity is None:
        is_silent = not filer and str(claim.tier) not in _UNSPOKEN
        return filer or "", "unknown" if is_silent else "other"
    for parties, side in ((deal.sources, "source"), (deal.targets, "target")):
        if any(_is_of(name, entity.entity_id, entities) for name in parties):
            return entity.name, side
    return entity.name, "other"


def _is_of(name: str, filer_id: str, entities: Mapping[str, Entity]) -> bool:
    """Whether a party is the filer or stands below it."""
    seen: set[str] = set()
    at: str | None = name
    while at is not None and at not in seen:
        if at == filer_id:
            return True
        seen.add(at)
        at = entities[at].parent_id if at in entities else None
    return False


def _figure(claim: Claim) -> str:
    """``up to $6.5bn, ceiling``; a foreign amount under its own currency's code."""
    amount = claim.amount
    number = {
        "is_joint": False,
        "qualifier": str(amount.qualifier),
        "share": float(claim.share) if claim.share is not None else None,
        **{
            f"usd_{bound}": None if value is None else float(value)
            for bound, value in (
                ("low", amount.low),
                ("point", amount.point),
                ("high", amount.high),
            )
        },
    }
    said = words.amount(number)
    if said == "no figure":
        return ""
    if amount.currency != "USD":
        said = said.replace("$", f"{amount.currency} ")
    return f"{said}, {claim.measure}"
