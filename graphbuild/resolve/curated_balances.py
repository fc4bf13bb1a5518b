"""Balances and issues of documents that a curated row toward nobody named holds already.

An editor's row may hold what a filer owes to all its suppliers, or all the notes it sold in a year.
A report's own balance of the same kind, of whatever date, is that balance again, and a single issue
of the row's last weeks is inside it: both are shown. Not here: claims between named parties
(`comparison`), earlier balances of documents among themselves (`restating`).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from graphbuild.records.deal import Deal, Standing
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure
from graphbuild.resolve.registry import Registry
from graphbuild.resolve.timing import is_balance_day

_OBLIGATIONS = frozenset({
    InstrumentId.LEASE,
    InstrumentId.PURCHASE_COMMITMENT,
    InstrumentId.SUPPLY_CONTRACT,
    InstrumentId.CLOUD_CONTRACT,
})  # fmt: skip
_LAST_WEEKS = 62
"""Days before a total's date within which an announced issue is taken to be in it."""

_Ends: TypeAlias = tuple[tuple[str, ...], tuple[str, ...], str]


def settle_balances(deals: Sequence[Deal], registry: Registry) -> list[Deal]:
    """The deals in their order, where those a curated row holds already are shown.

    Parameters
    ----------
    deals : with their standing settled: a row that is not counted itself holds nothing.
    """
    rows: dict[_Ends, list[Deal]] = defaultdict(list)
    for deal in deals:
        if deal.is_curated and deal.standing is not Standing.SHOWN and _is_open(deal, registry):
            rows[_ends(deal, registry)].append(deal)
    settled = []
    for deal in deals:
        reason = ""
        if not deal.is_curated and deal.standing is Standing.COUNTED and _is_open(deal, registry):
            held = rows.get(_ends(deal, registry), ())
            reason = next(_reasons(deal, held), "")
        shown = replace(deal, standing=Standing.SHOWN, standing_reason=reason) if reason else deal
        settled.append(shown)
    return settled


def _reasons(deal: Deal, rows: Sequence[Deal]) -> Iterator[str]:
    for row in rows:
        if _is_balance(deal) and _is_balance(row):
            yield f"a balance of {deal.agreed_on}; {row.deal_id} gives that of {row.agreed_on}"
        elif row.terms.is_aggregate and _is_inside(deal, row):
            yield f"inside the total of {row.deal_id}"


def _ends(deal: Deal, registry: Registry) -> _Ends:
    """Named owners on both ends, the unnamed as nobody, and the instrument."""
    sources, targets = (
        tuple(
            sorted(
                {"" if registry.entities[side].is_group else registry.owner(side) for side in end}
            )
        )
        for end in (deal.sources, deal.targets)
    )
    return sources, targets, str(deal.instrument)


def _is_open(deal: Deal, registry: Registry) -> bool:
    """Whether one end stands for nobody in particular, and the other for somebody."""
    groups = [
        all(registry.entities[side].is_group for side in end)
        for end in (deal.sources, deal.targets)
    ]
    return groups[0] != groups[1]


def _is_balance(deal: Deal) -> bool:
    """Whether it is what is owed in all on a balance sheet's day."""
    if deal.instrument not in _OBLIGATIONS or deal.measure is not Measure.COMMITTED:
        return False
    day = deal.agreed_on
    return day is not None and len(day.text) == 10 and is_balance_day(day)


def _is_inside(deal: Deal, row: Deal) -> bool:
    """Whether a single issue is of the weeks up to a total's date, and not larger."""
    ours, theirs = deal.agreed_on, row.agreed_on
    size, whole = deal.amount.central, row.amount.high
    if ours is None or theirs is None or size is None or whole is None or size > whole:
        return False
    if deal.measure is Measure.OUTSTANDING or len(ours.text) < 7:
        return False
    days = (theirs.last_day() - ours.first_day()).days
    return 0 <= days <= _LAST_WEEKS
