"""A filer's balance toward nobody named, beside contracts of the same kind that are known by name.

"Leases not yet commenced of 35 billion" holds leases that the ledger knows landlord by landlord,
as far as they were signed by then. Which of them it holds no report says: the balance therefore
runs from what the named ones leave of it to the whole, and its low end is what sums are sure of.
Not here: containers whose parts a curated row lists (`standing`).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from graphbuild.records.claim import ENDED
from graphbuild.records.deal import Deal, Standing
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, between
from graphbuild.resolve.agreement import instrument_kind
from graphbuild.resolve.registry import Registry
from graphbuild.resolve.timing import is_balance_day

_OBLIGATIONS = frozenset({
    InstrumentId.LEASE,
    InstrumentId.PURCHASE_COMMITMENT,
    InstrumentId.SUPPLY_CONTRACT,
    InstrumentId.CLOUD_CONTRACT,
})  # fmt: skip
_BALANCES = frozenset({Measure.COMMITTED, Measure.OUTSTANDING})
_NAMED_IN_WORDS = 3
"""Deals that a reason names; more are counted."""


def settle_named_inside(deals: Sequence[Deal], registry: Registry) -> list[Deal]:
    """The deals in their order, where balances are reduced to what named contracts leave of them.

    Parameters
    ----------
    deals : with their standing settled; only documents' balances change.
    """
    named: dict[tuple[str, str], list[Deal]] = defaultdict(list)
    for deal in deals:
        if _is_named_contract(deal, registry):
            named[_payer_and_kind(deal, registry)].append(deal)
    return [_reduced(deal, named, registry) for deal in deals]


def _reduced(
    deal: Deal, named: Mapping[tuple[str, str], Sequence[Deal]], registry: Registry
) -> Deal:
    if not _is_balance(deal, registry) or deal.amount.high is None:
        return deal
    known = [d for d in named.get(_payer_and_kind(deal, registry), ()) if _could_hold(deal, d)]
    taken = sum((d.amount.high or Decimal(0) for d in known), Decimal(0))
    if not taken:
        return deal
    low = max((deal.amount.low or Decimal(0)) - taken, Decimal(0))
    ids = sorted(d.deal_id for d in known)
    words = ", ".join(ids[:_NAMED_IN_WORDS])
    more = f" and {len(ids) - _NAMED_IN_WORDS} more" if len(ids) > _NAMED_IN_WORDS else ""
    return replace(
        deal,
        amount=between(low, deal.amount.high, low, deal.amount.currency),
        states=tuple(replace(state, is_deciding=False) for state in deal.states),
        standing=Standing.RESIDUAL,
        standing_reason=f"may hold these, which count by name: {words}{more}",
    )


def _payer_and_kind(deal: Deal, registry: Registry) -> tuple[str, str]:
    owners = sorted({registry.owner(side) for side in deal.sources})
    return "+".join(owners), instrument_kind(deal.instrument)


def _is_named_contract(deal: Deal, registry: Registry) -> bool:
    is_open = any(registry.entities[side].is_group for side in (*deal.sources, *deal.targets))
    is_firm = deal.measure in _BALANCES and deal.status not in ENDED
    is_counted = deal.standing is not Standing.SHOWN and deal.amount.is_disclosed
    return deal.instrument in _OBLIGATIONS and is_firm and is_counted and not is_open


def _is_balance(deal: Deal, registry: Registry) -> bool:
    """Whether it is a counted line of a report's obligations toward nobody named."""
    if deal.is_curated or deal.standing is not Standing.COUNTED:
        return False
    if deal.instrument not in _OBLIGATIONS or deal.measure not in _BALANCES:
        return False
    day = deal.agreed_on
    is_dated = day is not None and len(day.text) == 10 and is_balance_day(day)
    return is_dated and all(registry.entities[side].is_group for side in deal.targets)


def _could_hold(balance: Deal, contract: Deal) -> bool:
    """Whether a contract was signed by the balance's day, and had not ended by then."""
    if balance.agreed_on is None or contract.agreed_on is None:
        return False
    day, end = balance.agreed_on.last_day(), contract.period.end
    is_signed = contract.agreed_on.last_day() <= day
    is_running = end is None or end.last_day() >= day
    return is_signed and is_running and balance.amount.currency == contract.amount.currency
