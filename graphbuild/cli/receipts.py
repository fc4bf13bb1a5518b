"""Numbered receipts of a report: every figure carries the numbers of the deals behind it.

Lives here: the numbering, and what is told of a deal in the list at the end.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from graphbuild.cli.answers import interval
from graphbuild.rebuild.world import World
from graphbuild.records.deal import Deal

_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One deal in the list: what a reader needs to check it."""

    number: int
    deal_id: str
    title: str
    money: str
    state: str
    tier: str
    known_on: str
    places: tuple[tuple[str, str], ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refs:
    """Numbers beside a figure; `more` deals are behind it whose numbers are not written out."""

    numbers: tuple[int, ...] = ()
    more: int = 0


class Receipts:
    """Deals in the order in which a page first names them."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._deals = {deal.deal_id: deal for deal in world.contents.deals}
        self._numbers: dict[str, int] = {}

    def refs(self, deal_ids: Iterable[str], most: int = _SHOWN) -> Refs:
        """Numbers of some deals; those beyond `most` are in the list too, and counted."""
        known = sorted({name for name in deal_ids if name in self._deals})
        numbers = [self._numbers.setdefault(name, len(self._numbers) + 1) for name in known]
        numbers.sort()
        return Refs(numbers=tuple(numbers[:most]), more=max(len(numbers) - most, 0))

    def listed(self) -> list[Receipt]:
        """All deals that were named, by number."""
        return [self._receipt(self._deals[name], n) for name, n in self._numbers.items()]

    def _receipt(self, deal: Deal, number: int) -> Receipt:
        claims = [self._world.claims[c] for c in deal.claim_ids if c in self._world.claims]
        places: dict[str, str] = {}
        for claim in claims:
            place = claim.citation
            url = place.url or ""
            address = url if url.startswith("https://") else ""
            words = place.accession or (address.split("/")[2] if address else place.path) or ""
            if words and (words not in places or not places[words]):
                places[words] = address
        low, high = deal.amount.low, deal.amount.high
        money = interval(None if low is None else float(low), None if high is None else float(high))
        unit = "" if deal.amount.currency == "USD" else f"{deal.amount.currency} "
        is_told = deal.amount.is_disclosed
        return Receipt(
            number=number,
            deal_id=deal.deal_id,
            title=deal.title,
            money=f"{unit}{money}, {deal.measure}" if is_told else "no figure",
            state=f"{deal.status}, {deal.firmness}",
            tier=str(deal.tier).replace("_", " "),
            known_on=str(deal.known_on or "undated"),
            places=tuple(places.items()),
            note=deal.note,
        )
