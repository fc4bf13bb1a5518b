"""Balances of one filer toward many that must not all be added.

Liabilities under leases and obligations to buy, owed to nobody named, are told anew in every
report, often under another heading. The latest report's lines stand; those of earlier reports are
shown (`restated`). Within one report a total stands, and lines that add up to it are shown
(`contained`).
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

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
_SAME_SUM = Decimal("0.01")
"""Relative difference up to which rounded parts add up to their total."""
_MOST_LINES = 10
"""Lines of one report that are tried for sums; more are left as they are."""


def restated(deals: Iterable[Deal], registry: Registry) -> list[tuple[str, str]]:
    """Ids of earlier balances with the reason, in id order.

    A line is an earlier balance when the same filer's newer report has a line of the same
    instrument and measure toward the same unnamed parties.
    """
    found = []
    for group in _lines(deals, registry):
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


def contained(deals: Iterable[Deal], registry: Registry) -> list[tuple[str, str]]:
    """Ids of lines that add up to a larger line of one report, with the reason, in id order."""
    found: list[tuple[str, str]] = []
    for group in _lines(deals, registry):
        by_date: dict[str, list[Deal]] = defaultdict(list)
        for deal in group:
            if deal.amount.point is not None:
                by_date[str(deal.agreed_on)].append(deal)
        for lines in by_date.values():
            found += _parts_of_a_total(lines)
    return sorted(set(found))


def _lines(deals: Iterable[Deal], registry: Registry) -> Iterator[list[Deal]]:
    """Balances of one filer, instrument and measure toward the same unnamed parties."""
    lines: dict[tuple[str, ...], list[Deal]] = defaultdict(list)
    for deal in deals:
        sides = (*deal.sources, *deal.targets)
        is_open = any(registry.entities[side].is_group for side in sides)
        is_balance = deal.instrument in _BALANCES and deal.measure in _MEASURES
        if is_open and is_balance and deal.agreed_on and len(deal.agreed_on.text) == 10:
            key = ("+".join(deal.sources), "+".join(deal.targets))
            lines[(*key, deal.instrument, deal.measure)].append(deal)
    for _, group in sorted(lines.items()):
        yield group


def _parts_of_a_total(lines: Sequence[Deal]) -> Iterator[tuple[str, str]]:
    ranked = sorted(lines, key=lambda d: (-(d.amount.point or 0), d.deal_id))
    if not 3 <= len(ranked) <= _MOST_LINES:
        return
    total, others = ranked[0], ranked[1:]
    whole = total.amount.point or Decimal(0)
    for size in range(len(others), 1, -1):
        for parts in itertools.combinations(others, size):
            together = sum((part.amount.point or Decimal(0) for part in parts), Decimal(0))
            if abs(together - whole) <= _SAME_SUM * whole:
                for part in parts:
                    yield part.deal_id, f"a part of the total in {total.deal_id}"
                return
