"""``graphbuild history``: who said what when, and what changed the number."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown, give
from graphbuild.cli.finding import deal_of
from graphbuild.cli.options import answer_options, open_snapshot
from graphbuild.records.claim import Claim
from graphbuild.records.period import PartialDate

if TYPE_CHECKING:
    from graphbuild.rebuild.history import Event
    from graphbuild.rebuild.world import World

_SHOWN = (
    Shown("known on", ("known_on",)),
    Shown("who says", ("who",)),
    Shown("what", ("says",)),
    Shown("what changed", ("effect",)),
    Shown("as of", ("agreed_on",), drop=2),
    Shown("claim", ("claim_id",), Kind.ID),
    Shown("place", ("place",), drop=1),
)


@click.command(name="history")
@click.argument("identifier", metavar="ID")
@answer_options
def command(
    identifier: str, workspace_path: Path | None, as_of: PartialDate | None, form: str
) -> None:
    """Show who said what about a deal and when, and which document or row changed the number.

    ID is a deal, flow or claim id as other answers print it.
    """
    from graphbuild.rebuild.history import deal_history

    world = open_snapshot(workspace_path, as_of)
    deal = deal_of(world, identifier)
    events = deal_history(world.contents, deal)
    reasons = {d.claim_id: f"{d.likeness}: {d.reason}" for d in world.contents.decisions}
    notes = ["each figure is what its source said then; figures of one deal are never added"]
    if any(event.known_on is None for event in events):
        notes.append("evidence without a publication date stands last and changes no as-of answer")
    give(
        Answer(
            title=f"History of {deal.deal_id}: {deal.title}",
            rows=[_row(event, world, reasons) for event in events],
            shown=_SHOWN,
            snapshot=world.digest,
            as_of=str(world.as_of),
            flows=sum(flow.deal_id == deal.deal_id for flow in world.contents.flows),
            tiers=[str(event.claim.tier) for event in events if event.claim],
            notes=notes,
        ),
        form,
    )


def _row(event: "Event", world: "World", reasons: dict[str, str]) -> dict[str, Any]:
    claim = event.claim
    deal = event.deal
    told = world.claims.get(dict(deal.relays).get(claim.claim_id, "")) if claim and deal else None
    relay = f"a relay of {_who(world, told)}, {told.known_on or 'undated'}" if told else ""
    return {
        "known_on": str(event.known_on) if event.known_on else "undated",
        "who": _who(world, claim) if claim else "a related deal",
        "says": _says(claim) if claim else "",
        "effect": "; ".join(words for words in (event.effect, relay) if words),
        "relay_of": told.claim_id if told else None,
        "agreed_on": str(claim.agreed_on) if claim and claim.agreed_on else None,
        "claim_id": claim.claim_id if claim else None,
        "told_low": _number(claim.amount.low) if claim else None,
        "told_high": _number(claim.amount.high) if claim else None,
        "told_currency": claim.amount.currency if claim else None,
        "place": (claim.citation.url or claim.citation.path) if claim else None,
        "quote": " ".join(claim.citation.quote.split()) if claim else None,
        "decision": reasons.get(claim.claim_id) if claim else None,
        "amount": _number(deal.amount.central) if deal else None,
        "currency": deal.amount.currency if deal else None,
        "measure": str(deal.measure) if deal else None,
        "status": str(deal.status) if deal else None,
        "standing": str(deal.standing) if deal else None,
    }


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))


def _who(world: "World", claim: Claim) -> str:
    if claim.terms.deal_key:
        words = f"curated row ({claim.tier}"
        return f"{words}, {claim.verification})" if claim.verification else f"{words})"
    documents = {d.document_id: d for d in world.contents.documents}
    document = documents.get(claim.citation.document_id)
    if document is None:
        return str(claim.tier)
    return " ".join(part for part in (document.filer, document.form or document.kind) if part)


def _says(claim: Claim) -> str:
    if claim.share is not None:
        return f"{float(claim.share):.1%} {claim.measure}, {claim.status}"
    from graphbuild.rebuild.changes import amount_words

    return f"{amount_words(claim.amount)}, {claim.measure}, {claim.status}"
