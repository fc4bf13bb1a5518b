"""Balances of one filer toward many that must not all be added.

What is owed to nobody named (leases, obligations to buy, notes, credit lines) is told anew in every
report, often under another heading. The latest report's lines stand; those of earlier reports are
shown (`restated`), and so is an issue of notes told by its size where a later debt table lists what
is owed (`issued`). Within one report a total stands, and lines that add up to it are shown
(`contained`).
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from graphbuild.records.claim import Status
from graphbuild.records.deal import Deal
from graphbuild.records.instrument import Family, InstrumentId, instrument
from graphbuild.records.money import Measure
from graphbuild.resolve.registry import Registry
from graphbuild.resolve.timing import is_balance_day

_OBLIGATIONS = frozenset({
    InstrumentId.LEASE,
    InstrumentId.PURCHASE_COMMITMENT,
    InstrumentId.SUPPLY_CONTRACT,
    InstrumentId.CLOUD_CONTRACT,
})  # fmt: skip
_NOTES = frozenset({InstrumentId.BOND, InstrumentId.CONVERTIBLE})
_BALANCES = frozenset({Measure.COMMITTED, Measure.OUTSTANDING})
_LINES_OF_CREDIT = frozenset({Measure.CEILING, Measure.OUTSTANDING})
_FULL = Decimal("0.5")
"""Part of an earlier debt table that a newer one must reach to be taken for a table at all."""
_SAME_SUM = Decimal("0.01")
"""Relative difference up to which rounded parts add up to their total."""
_EVENT_DAYS = 14
_MOST_LINES = 10
"""Lines of one report that are tried for sums; more are left as they are."""


def restated(deals: Iterable[Deal], registry: Registry) -> list[tuple[str, str]]:
    """Ids of earlier balances with the reason, in id order.

    A line is an earlier balance when the same filer's newer report has a line of the same
    instrument and measure toward the same unnamed parties. A newer report that tells less than half
    of an earlier debt table is no table, and replaces nothing.
    """
    found = []
    for group in _lines(deals, registry):
        totals: dict[str, Decimal] = defaultdict(Decimal)
        for deal in group:
            totals[str(deal.agreed_on)] += deal.amount.central or 0
        is_debt = instrument(group[0].instrument).family is Family.DEBT
        for deal in group:
            told = str(deal.agreed_on)
            least = totals[told] * _FULL if is_debt else Decimal(0)
            newest = max((d for d in totals if d > told and totals[d] >= least), default=None)
            if newest is not None:
                words = f"an earlier balance, of {told}; a report of {newest} is newer"
                found.append((deal.deal_id, words))
    return sorted(found)


def issued(deals: Iterable[Deal], registry: Registry) -> list[tuple[str, str]]:
    """Ids of issues that a later debt table of their issuer lists line by line, in id order."""
    deals = list(deals)
    tables: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for group in _lines(deals, registry):
        kind = (*group[0].targets, str(group[0].instrument))
        if group[0].instrument in _NOTES and group[0].measure is Measure.OUTSTANDING:
            tables[kind] += [str(deal.agreed_on) for deal in group]
    found = []
    for deal in deals:
        if deal.instrument not in _NOTES or deal.measure is not Measure.HEADLINE:
            continue
        is_open = all(registry.entities[side].is_group for side in deal.sources)
        if deal.status is not Status.FUNDED or deal.agreed_on is None or not is_open:
            continue
        days = tables.get((*deal.targets, str(deal.instrument)), [])
        sold = deal.agreed_on.last_day().isoformat()
        later = sorted(day for day in set(days) if day >= sold and days.count(day) > 1)
        if later:
            words = f"sold before the debt table of {later[-1]}, which lists what is owed"
            found.append((deal.deal_id, words))
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
        if is_open and _is_balance(deal) and deal.agreed_on and len(deal.agreed_on.text) == 10:
            key = ("+".join(deal.sources), "+".join(deal.targets))
            lines[(*key, deal.instrument, deal.measure)].append(deal)
    for _, group in sorted(lines.items()):
        yield group


def _is_balance(deal: Deal) -> bool:
    """Whether the deal is a line that every report of its filer tells anew."""
    if deal.agreed_on is None or not is_balance_day(deal.agreed_on):
        return False
    if deal.measure is Measure.HEADLINE:  # "estimated spend as of June 30"
        return deal.instrument is InstrumentId.PURCHASE_COMMITMENT and not _is_event(deal)
    if deal.instrument in _OBLIGATIONS:
        return deal.measure in _BALANCES
    if deal.instrument is InstrumentId.REVOLVER:
        return deal.measure in _LINES_OF_CREDIT and not _is_event(deal)
    is_debt = instrument(deal.instrument).family is Family.DEBT
    return is_debt and deal.measure is Measure.OUTSTANDING and bool(deal.terms.facility)


def _is_event(deal: Deal) -> bool:
    """Whether it was told within days of its date, which a balance sheet never is.

    A year or a month of publication cannot say so.
    """
    if deal.agreed_on is None or deal.known_on is None or len(deal.known_on.text) < 10:
        return False
    days = deal.known_on.last_day() - deal.agreed_on.first_day()
    return 0 <= days.days <= _EVENT_DAYS


def _is_another_issue(line: Deal, total: Deal) -> bool:
    """Whether both fall due on days of their own: one issue is no part of another."""
    if instrument(total.instrument).family is not Family.DEBT:
        return False
    ours, theirs = line.period.end, total.period.end
    has_own_rate = bool(
        line.terms.rate and total.terms.rate and line.terms.rate != total.terms.rate
    )
    return has_own_rate or (ours is not None and theirs is not None and ours != theirs)


def _parts_of_a_total(lines: Sequence[Deal]) -> Iterator[tuple[str, str]]:
    ranked = sorted(lines, key=lambda d: (-(d.amount.point or 0), d.deal_id))
    if not 3 <= len(ranked) <= _MOST_LINES:
        return
    total = ranked[0]
    others = [line for line in ranked[1:] if not _is_another_issue(line, total)]
    whole = total.amount.point or Decimal(0)
    for size in range(len(others), 1, -1):
        for parts in itertools.combinations(others, size):
            together = sum((part.amount.point or Decimal(0) for part in parts), Decimal(0))
            if abs(together - whole) <= _SAME_SUM * whole:
                for part in parts:
                    yield part.deal_id, f"a part of the total in {total.deal_id}"
                return
