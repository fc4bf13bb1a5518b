"""Which deals enter sums: containers and their parts, replaced deals, unverified rows.

Rules, in this order:

* an unverified row (no public source) is shown only;
* a deal replaced by another that is known is shown only;
* a total without listed parts that is known to overlap another deal is shown only;
* a container and its parts never both count in full. If the container's own figure is firmer
  (committed, where a part is only a headline), the container counts and that part is shown;
  otherwise the parts count, and the container counts for the residual they leave.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from graphbuild.records.claim import Verification
from graphbuild.records.deal import Deal, Standing, State
from graphbuild.records.money import Amount, Measure, between
from graphbuild.resolve.firmness import drawn_amount

_MOVED = frozenset({Measure.DRAWN, Measure.OUTSTANDING, Measure.PAID})
_FIRM_MEASURES = frozenset(
    {Measure.COMMITTED, Measure.DRAWN, Measure.OUTSTANDING, Measure.PAID, Measure.RECOGNISED}
)


def settle_standing(deals: Sequence[Deal]) -> list[Deal]:
    """The deals with `standing` decided, in the same order."""
    by_id = {deal.deal_id: deal for deal in deals}
    for deal in deals:
        if deal.verification is Verification.SECONDARY:
            by_id[deal.deal_id] = _shown(deal, "unverified: no public source yet")
        elif deal.terms.superseded_by in by_id:
            by_id[deal.deal_id] = _shown(deal, f"replaced by {deal.terms.superseded_by}")
        elif deal.terms.is_aggregate and (known := by_id.keys() & set(deal.terms.overlaps)):
            by_id[deal.deal_id] = _shown(deal, f"a total that overlaps {', '.join(sorted(known))}")
    parts: dict[str, list[str]] = defaultdict(list)
    for deal in deals:
        whole = deal.terms.part_of
        if whole in by_id and by_id[deal.deal_id].standing is not Standing.SHOWN:
            parts[whole].append(deal.deal_id)
    for whole, members in sorted(parts.items()):
        _settle_container(by_id, whole, members)
    return [by_id[deal.deal_id] for deal in deals]


def _settle_container(by_id: dict[str, Deal], whole_id: str, part_ids: Sequence[str]) -> None:
    whole = by_id[whole_id]
    if whole.standing is Standing.SHOWN:
        return
    counted = []
    for part_id in part_ids:
        part = by_id[part_id]
        if _is_firmer(whole, part):
            by_id[part_id] = _shown(part, f"contained in {whole_id}, whose figure is firmer")
        else:
            counted.append(part)
    if counted:
        by_id[whole_id] = _residual(whole, counted)


def _is_firmer(whole: Deal, part: Deal) -> bool:
    same_parties = whole.sources == part.sources and whole.targets == part.targets
    return same_parties and whole.measure in _FIRM_MEASURES and part.measure not in _FIRM_MEASURES


def _residual(whole: Deal, parts: Sequence[Deal]) -> Deal:
    """The container reduced to what its parts leave of it, bounds kept."""
    names = ", ".join(part.deal_id for part in parts)
    remaining = _minus(whole.amount, [part.amount for part in parts])
    if remaining is None or remaining.high == 0:
        return _shown(whole, f"its parts count instead: {names}")
    own_sources = tuple(
        source for source in whole.sources if all(source not in part.sources for part in parts)
    )
    return replace(
        whole,
        standing=Standing.RESIDUAL,
        standing_reason=f"counted for what these leave of it: {names}",
        sources=own_sources or whole.sources,
        amount=remaining,
        states=_left_states(whole, parts),
    )


def _left_states(whole: Deal, parts: Sequence[Deal]) -> tuple[State, ...]:
    """The container's figures, where what has moved is reduced by what moved of its parts."""
    taken = [moved for part in parts if (moved := drawn_amount(part.states)) is not None]
    left = []
    for state in whole.states:
        amount: Amount | None = state.amount
        if state.measure in _MOVED and taken:
            amount = _minus(state.amount, taken)
        left.append(
            replace(state, is_deciding=False) if amount is None else replace(state, amount=amount)
        )
    return tuple(left)


def _minus(whole: Amount, parts: Sequence[Amount]) -> Amount | None:
    """What is left of an interval; ``None`` where it cannot be said."""
    if whole.low is None or any(part.currency != whole.currency for part in parts):
        return None
    zero = Decimal(0)
    taken_low = sum((part.low or zero for part in parts), zero)
    taken_high = sum((part.high or zero for part in parts), zero)
    is_open = any(part.high is None for part in parts)
    low = zero if is_open else max(whole.low - taken_high, zero)
    if whole.high is None:
        return replace(whole, low=low, point=None) if low else None
    are_ceilings = whole.low == 0 and not any(part.low for part in parts)
    taken = taken_high if are_ceilings else taken_low  # ceilings exhaust a ceiling
    high = max(whole.high - taken, zero)
    middle = None
    if whole.central is not None:
        taken_central = sum((part.central or zero for part in parts), zero)
        middle = min(max(whole.central - taken_central, low), high)
    return between(low, high, middle, whole.currency)


def _shown(deal: Deal, reason: str) -> Deal:
    return replace(deal, standing=Standing.SHOWN, standing_reason=deal.standing_reason or reason)
