"""Money that another deal holds already: net beside gross of one sale of shares, marked totals.

Not here: lines of one report that add up (`restating`), totals whose parts a curated row lists
(`standing`), the same within one document (`extract.consolidation`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from graphbuild.records.deal import Deal, Standing
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure
from graphbuild.resolve.matching import Reading
from graphbuild.resolve.registry import Registry

_LEAST_NET = Decimal("0.75")
"""What fees leave of the gross at least; those of small offerings take a fifth and more."""
_NET = re.compile(r"\b[Nn]et (?:cash )?proceeds\b|\bnet of\b")
_SHARES = re.compile(r"\b(\d{1,3}(?:,\d{3})+) (?:[A-Za-z-]+ ){0,5}?shares\b")


def held_elsewhere(
    deals: Mapping[str, Deal], named: Mapping[str, Sequence[Reading]], registry: Registry
) -> Iterator[tuple[str, str]]:
    """Ids of deals that must not be added to another, with the reason, in id order.

    Net proceeds go beside the gross of a sale of as many shares by the same company; a headline
    total of many unnamed parties, marked as one, beside any deal of its kind with that company.
    """
    counted = [d for _, d in sorted(deals.items()) if d.standing is Standing.COUNTED]
    for deal in counted:
        like = [
            other
            for other in counted
            if other is not deal
            and other.instrument is deal.instrument
            and other.targets == deal.targets
        ]
        for other in like:
            if _is_net_of(deal, other, named):
                yield deal.deal_id, f"what fees left of the sale in {other.deal_id}"
                break
            if _is_total(deal, registry) and not other.terms.is_aggregate:
                yield deal.deal_id, f"a total of several deals, {other.deal_id} among them"
                break


def _is_total(deal: Deal, registry: Registry) -> bool:
    is_open = all(registry.entities[side].is_group for side in deal.sources)
    return deal.terms.is_aggregate and deal.measure is Measure.HEADLINE and is_open


def _is_net_of(deal: Deal, gross: Deal, named: Mapping[str, Sequence[Reading]]) -> bool:
    left, right = deal.amount.central, gross.amount.central
    if deal.instrument is not InstrumentId.EQUITY or left is None or right is None:
        return False
    is_less = deal.amount.currency == gross.amount.currency and _LEAST_NET * right <= left < right
    ours, theirs = (_quotes(d, named) for d in (deal, gross))
    return is_less and bool(_NET.search(ours)) and bool(lots(ours) & lots(theirs))


def _quotes(deal: Deal, named: Mapping[str, Sequence[Reading]]) -> str:
    return "\n".join(reading.claim.citation.quote for reading in named.get(deal.deal_id, ()))


def lots(quotes: str) -> set[str]:
    """Numbers of shares that sentences tell, as written.

    >>> sorted(lots("it sold 67,246,628 ordinary shares for $242.9 million"))
    ['67,246,628']
    """
    return set(_SHARES.findall(quotes))
