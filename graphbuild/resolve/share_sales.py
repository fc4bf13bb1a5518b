"""Shares sold in a year and in its quarters: one sum and its parts, told side by side.

A company that sells shares from day to day tells what it sold in each quarter and in the year. The
year contains the quarters: it counts, they are shown. Parts are known by the numbers of shares,
which add up to the whole's, or by the calendar, where both tell of sales at the market.
Not here: gross and net of one sale (`one_sale`).
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from graphbuild.records.deal import Deal, Standing
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure
from graphbuild.resolve.matching import Reading
from graphbuild.resolve.one_sale import lots
from graphbuild.resolve.registry import Registry

_AT_MARKET = re.compile(r"\bat[- ]the[- ]market\b|\bATM\b", re.IGNORECASE)
_MOST_PARTS = 8
"""Sales tried for sums of shares; a year of months has more, and its quarters are told as well."""


@dataclass(frozen=True, slots=True)
class _Sale:
    deal: Deal
    shares: int
    is_at_market: bool

    @property
    def when(self) -> str:
        return str(self.deal.agreed_on or "")

    @property
    def money(self) -> Decimal:
        return self.deal.amount.central or Decimal(0)


def inside_years(
    deals: Mapping[str, Deal], named: Mapping[str, Sequence[Reading]], registry: Registry
) -> Iterator[tuple[str, str]]:
    """Ids of sales that a longer period's sum contains, with the reason."""
    issuers: dict[tuple[str, ...], list[_Sale]] = defaultdict(list)
    for _, deal in sorted(deals.items()):
        sale = _sale(deal, named.get(deal.deal_id, ()), registry)
        if sale is not None:
            issuers[deal.targets].append(sale)
    for _, sales in sorted(issuers.items()):
        found: dict[str, str] = {}
        for whole in sorted(sales, key=lambda s: (-s.shares, s.deal.deal_id)):
            smaller = [s for s in sales if s.shares < whole.shares and s.money < whole.money]
            for part in (*_by_calendar(whole, smaller), *_by_shares(whole, smaller)):
                found.setdefault(part.deal.deal_id, f"inside the sales in {whole.deal.deal_id}")
        yield from sorted(found.items())


def _sale(deal: Deal, told: Sequence[Reading], registry: Registry) -> _Sale | None:
    is_sale = deal.instrument is InstrumentId.EQUITY and deal.measure is Measure.PAID
    is_open = all(registry.entities[side].is_group for side in deal.sources)
    if not is_sale or not is_open or deal.standing is not Standing.COUNTED:
        return None
    quotes = "\n".join(r.claim.citation.quote for r in told if r.claim.amount == deal.amount)
    numbers = lots(quotes)
    if len(numbers) != 1:
        return None
    shares = int(numbers.pop().replace(",", ""))
    return _Sale(deal, shares, bool(_AT_MARKET.search(quotes)))


def _by_calendar(whole: _Sale, smaller: Sequence[_Sale]) -> list[_Sale]:
    """Sales at the market of a day, month or quarter of the year that the whole is dated by."""
    if len(whole.when) != 4 or not whole.is_at_market:
        return []
    return [s for s in smaller if s.is_at_market and s.when.startswith(f"{whole.when}-")]


def _by_shares(whole: _Sale, smaller: Sequence[_Sale]) -> Sequence[_Sale]:
    """Sales whose numbers of shares, to the last one, add up to the whole's."""
    if len(smaller) > _MOST_PARTS:
        return ()
    for size in range(2, len(smaller) + 1):
        for parts in itertools.combinations(smaller, size):
            if sum(part.shares for part in parts) == whole.shares:
                return parts
    return ()
