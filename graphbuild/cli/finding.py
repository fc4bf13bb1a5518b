"""From what a person types to the entity, the deal or the part of the world that is meant."""

import difflib
from typing import TYPE_CHECKING

from graphbuild.errors import NotFoundError
from graphbuild.records.claim import PartyMention, Role
from graphbuild.records.deal import Deal
from graphbuild.records.identifiers import is_lei
from graphbuild.records.period import PartialDate
from graphbuild.resolve.names import plain_name
from graphbuild.resolve.registry import Registry

if TYPE_CHECKING:
    from graphbuild.rebuild.world import World


def entity_id(world: "World", words: str) -> str:
    """The entity that an id, name, alias, ticker, CIK or LEI means, present in the graph.

    Raises
    ------
    NotFoundError
        nobody answers to it, or nothing is known about them; near names are given.
    """
    if words in world.graph:
        return words
    registry = Registry(world.contents.entities, world.contents.judgements)
    by_ticker = {e.ticker.lower(): e.entity_id for e in world.contents.entities if e.ticker}
    found = by_ticker.get(words.lower())
    if found is None:
        cik = words.lstrip("0") if words.isdigit() else None
        lei = words.upper() if is_lei(words.upper()) else None
        mention = PartyMention(role=Role.SOURCE, name=words, cik=cik, lei=lei)
        found = registry.resolve(mention, "")
    if found in world.graph:
        return found
    if not registry.entities[found].is_provisional:
        raise NotFoundError(
            f"{words!r} is known as {found}, but nothing public on {world.as_of} names it in a flow"
        )
    names = {plain_name(data["name"]): node for node, data in world.graph.nodes(data=True)}
    names.update({node: node for node in world.graph})
    near = difflib.get_close_matches(plain_name(words), sorted(names), n=3, cutoff=0.5)
    hint = ", ".join(sorted({names[name] for name in near})) or "none near"
    raise NotFoundError(f"nobody answers to {words!r}; nearest: {hint}")


def deal_of(world: "World", identifier: str) -> Deal:
    """The deal that a deal, flow or claim id belongs to.

    Raises
    ------
    NotFoundError
        no such id; deals whose id contains it are named.
    """
    deals = {deal.deal_id: deal for deal in world.contents.deals}
    if identifier in deals:
        return deals[identifier]
    for flow in world.contents.flows:
        if flow.flow_id == identifier:
            return deals[flow.deal_id]
    # A corrected claim has an id of its own; that of the first reading leads to it too.
    corrected = {
        name: claim.claim_id
        for claim in world.contents.claims
        if claim.review is not None
        for name in (claim.review.claim_id, claim.review.statement_id)
    }
    for deal in deals.values():
        if identifier in deal.claim_ids or corrected.get(identifier) in deal.claim_ids:
            return deal
    near = [key for key in sorted(deals) if identifier.lower() in key]
    hint = f"ids that contain it: {', '.join(near[:5])}" if near else "'graphbuild flows' lists ids"
    if len(near) > 5:
        hint += f" and {len(near) - 5} more"
    if identifier in world.graph:
        hint = f"that is a party: 'graphbuild entity {identifier}' shows it; {hint}"
    raise NotFoundError(f"no deal, flow or claim {identifier!r}; {hint}")


def in_force(world: "World", date: PartialDate) -> "tuple[World, list[str]]":
    """The world with only the flows that applied on a date, and what a reader should know of it."""
    from graphbuild.rebuild.effective import effective_on

    found = effective_on(world, date)
    notes = [f"in force on {date}; what applied earlier or later is left out"]
    if found.undated:
        notes.append(f"{found.undated} flows of unknown start are listed: they may apply")
    if found.open_ended:
        notes.append(f"{found.open_ended} flows of unknown end are listed from their start on")
    if found.ended_later:
        notes.append(
            f"{found.ended_later} flows ended later and show no money; "
            f"'--as-of {date}' gives what was known of them"
        )
    return found.world, notes
