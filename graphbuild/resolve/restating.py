"""Balances that a newer report of the same filer replaces.

Liabilities under leases and obligations to buy, owed to nobody named, are told anew in every
report, often under another heading. The latest report's lines stand; those of earlier reports are
shown.
"""

from collections import defaultdict
from collections.abc import Iterable

from graphbuild.records.deal import Deal
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure
from graphbuild.resolve.registry import Registry

_BALANCES = frozenset({
    InstrumentId.LEASE,
    InstrumentId.PURCHASE_COMMITMENT,
    InstrumentId.SUPPLY_CONTRACT,
    InstrumentId.CLOUD_CONTRACT,
})  # fmt: skip
_MEASURES = frozenset({Measure.COMMITTED, Measure.OUTSTANDING})


def restated(deals: Iterable[Deal], registry: Registry) -> list[tuple[str, str]]:
    """Ids of earlier balances with the reason, in id order.

    A line is an earlier balance when the same filer's newer report has a line of the same
    instrument and measure toward the same unnamed parties.
    """
    lines: dict[tuple[str, ...], list[Deal]] = defaultdict(list)
    for deal in deals:
        sides = (*deal.sources, *deal.targets)
        is_open = any(registry.entities[side].is_group for side in sides)
        is_balance = deal.instrument in _BALANCES and deal.measure in _MEASURES
        if is_open and is_balance and deal.agreed_on and len(deal.agreed_on.text) == 10:
            key = ("+".join(deal.sources), "+".join(deal.targets))
            lines[(*key, deal.instrument, deal.measure)].append(deal)
    found = []
    for _, group in sorted(lines.items()):
        newest = max(str(deal.agreed_on) for deal in group)
        found += [
            (
                deal.deal_id,
                f"an earlier balance, of {deal.agreed_on}; a report of {newest} is newer",
            )
            for deal in group
            if str(deal.agreed_on) < newest
        ]
    return sorted(found)
