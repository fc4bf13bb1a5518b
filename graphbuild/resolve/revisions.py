"""Schedules of minimum payments that the same two parties revised, told one after the other.

A filing tells what was first agreed for each year, what the first revision made of it and what the
last one did. Only the last schedule is owed. A schedule is several figures of one agreement, one
document and one date; a single new figure may be another contract and replaces nothing.
Not here: one figure amended (`agreement`), balances told anew (`restating`).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from graphbuild.records.claim import Status
from graphbuild.records.deal import Deal, Standing
from graphbuild.records.instrument import Family, instrument
from graphbuild.records.money import Measure
from graphbuild.resolve.matching import Reading
from graphbuild.resolve.registry import Registry

_FEWEST = 2
"""Figures of one date that make a schedule."""


def revised(
    deals: Mapping[str, Deal], named: Mapping[str, Sequence[Reading]], registry: Registry
) -> Iterator[tuple[str, str]]:
    """Ids of figures whose schedule was revised later, with the reason, in id order."""
    schedules: dict[tuple[str, ...], dict[str, list[Deal]]] = defaultdict(lambda: defaultdict(list))
    for _, deal in sorted(deals.items()):
        if _is_minimum(deal, registry):
            for document in sorted({r.claim.citation.document_id for r in named[deal.deal_id]}):
                ends = ("+".join(deal.sources), "+".join(deal.targets), str(deal.instrument))
                schedules[(*ends, document)][str(deal.agreed_on)].append(deal)
    found: dict[str, str] = {}
    for _, by_date in sorted(schedules.items()):
        whole = {day: lines for day, lines in by_date.items() if len(lines) >= _FEWEST}
        last = max(
            (d for d, lines in whole.items() if all(x.status is Status.AMENDED for x in lines)),
            default="",
        )
        for day, lines in whole.items():
            if day < last:
                found.update((d.deal_id, f"the schedule was revised in {last}") for d in lines)
    yield from sorted(found.items())


def _is_minimum(deal: Deal, registry: Registry) -> bool:
    """Whether it is a counted promise to buy, between two that are named, of a known date."""
    is_named = not any(registry.entities[s].is_group for s in (*deal.sources, *deal.targets))
    is_firm = deal.measure is Measure.COMMITTED and deal.amount.is_disclosed
    is_purchase = instrument(deal.instrument).family is Family.COMMITMENT
    is_dated = deal.agreed_on is not None
    return is_named and is_firm and is_purchase and is_dated and deal.standing is Standing.COUNTED
