"""Old debt that new debt has retired: both stay visible, only the new one is owed.

A curated row names the deal that refinanced it; a document's claim names what it repays. The old
deal ends on the day of the new agreement. Where a name fits no debt or several of the same
borrower, nothing is retired and a notice says so.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graphbuild.records.claim import ENDED, Status
from graphbuild.records.deal import Deal, Firmness, Standing
from graphbuild.records.instrument import Family, InstrumentId, instrument
from graphbuild.records.issue import Issue, Severity
from graphbuild.records.period import PartialDate
from graphbuild.resolve.agreement import own_words
from graphbuild.resolve.registry import Registry


@dataclass(frozen=True, slots=True)
class Refinanced:
    """The deals in their order, and names of retired debt that lead nowhere."""

    deals: tuple[Deal, ...]
    issues: tuple[Issue, ...]


def settle_refinancing(deals: Sequence[Deal], registry: Registry) -> Refinanced:
    """The deals, where those that others refinanced have ended."""
    by_id = {deal.deal_id: deal for deal in deals}
    owed: dict[str, list[Deal]] = defaultdict(list)
    for deal in deals:
        if _is_debt(deal):
            for borrower in {registry.owner(side) for side in deal.targets}:
                owed[borrower].append(deal)
    issues = []
    heirs = {d.deal_id: h for d in deals if (h := d.terms.refinanced_by) in by_id}
    for heir in deals:
        borrower = registry.owner(heir.targets[0])
        for name in heir.terms.retires:
            old = [d for d in owed[borrower] if d is not heir and _is_meant(d, name, heir)]
            if len(old) == 1:
                heirs.setdefault(old[0].deal_id, heir.deal_id)
            else:
                issues.append(_unclear(heir, name, old))
    for old_id, heir_id in heirs.items():
        by_id[old_id] = _retired(by_id[old_id], by_id[heir_id])
    return Refinanced(tuple(by_id[deal.deal_id] for deal in deals), tuple(issues))


def _is_debt(deal: Deal) -> bool:
    is_debt = instrument(deal.instrument).family is Family.DEBT
    return is_debt or deal.instrument is InstrumentId.CONVERTIBLE


def _is_meant(deal: Deal, name: str, heir: Deal) -> bool:
    """Whether a name is a deal's facility: all words of its own, and agreed before the new one."""
    if name == deal.deal_id:
        return True
    words = own_words(name)
    if not words or not words <= own_words(deal.terms.facility):
        return False
    old, new = deal.agreed_on, heir.agreed_on
    return old is None or new is None or old.first_day() < new.last_day()


def _retired(old: Deal, heir: Deal) -> Deal:
    terms = replace(old.terms, refinanced_by=heir.deal_id)
    if old.status in ENDED:
        return replace(old, terms=terms)
    on = heir.agreed_on or heir.known_on
    return replace(
        old,
        terms=terms,
        status=Status.TERMINATED,
        firmness=Firmness.PAST,
        standing=Standing.SHOWN,
        standing_reason=f"refinanced by {heir.deal_id}{f' on {on}' if on else ''}",
        period=replace(old.period, end=_earlier(old.period.end, on, old.period.start)),
    )


def _earlier(
    end: PartialDate | None, on: PartialDate | None, start: PartialDate | None
) -> PartialDate | None:
    """The day of the refinancing, where it lies within the old term."""
    if on is None or (start is not None and on.last_day() < start.first_day()):
        return end
    return on if end is None or on.last_day() < end.last_day() else end


def _unclear(heir: Deal, name: str, fitting: Sequence[Deal]) -> Issue:
    ids = ", ".join(deal.deal_id for deal in fitting)
    return Issue(
        stage="resolve",
        severity=Severity.NOTICE,
        code="refinancing-unclear",
        where=heir.deal_id,
        message=f"is said to repay {name!r}, which "
        + (f"may be any of {ids}" if fitting else "no known debt of this borrower is called"),
        advice="name the new deal in refinanced_by of the old one's row in deals.csv",
    )
