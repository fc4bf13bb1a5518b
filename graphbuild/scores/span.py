"""How much of a contract's money moves within given days.

Lives here: one span of days. By calendar year, and what is owed: `schedule`, `dues`.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graphbuild.records.figure import Assumption
from graphbuild.records.instrument import Family
from graphbuild.records.period import PartialDate, partial_date
from graphbuild.scores.bounds import (
    FORWARD,
    NOTHING,
    Bounds,
    Contract,
    add,
    are_plain,
    column_bounds,
    deal_bounds,
    larger,
    mirror_groups,
    scale,
    sum_plain,
)
from graphbuild.scores.schedule import TERM_KEY, years_later

_FUNDING = (Family.EQUITY, Family.DEBT)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included."""

    first: dt.date
    last: dt.date

    def share_of(self, first: dt.date, last: dt.date) -> float:
        """Part of a period's days that lies in the span."""
        days = (min(last, self.last) - max(first, self.first)).days + 1
        return max(days, 0) / ((last - first).days + 1)

    def __str__(self) -> str:
        return f"{self.first} to {self.last}"


def moved_share(
    contract: Contract, span: Span, assumptions: Mapping[str, Assumption]
) -> tuple[float, float]:
    """Least and most part of a contract's money that moves in a span.

    Equity and debt move when agreed: a date known only by month or year may lie inside or out. All
    else moves evenly from start to end, or over the assumed term; without dates anything is
    possible.

    Examples
    --------
    >>> data = {
    ...     "family": "equity",
    ...     "start": "2026-03",
    ...     "end": None,
    ...     "agreed_on": None,
    ...     "known_on": None,
    ... }
    >>> half = Span(dt.date(2026, 1, 1), dt.date(2026, 3, 15))
    >>> moved_share(Contract("a", "b", "f", data), half, {})
    (0.0, 1.0)
    """
    data = contract.data
    begins = partial_date(data["start"]) or partial_date(data["agreed_on"])
    begins = begins or partial_date(data["known_on"])
    if begins is None:
        return 0.0, 1.0
    if data["family"] in _FUNDING:
        part = span.share_of(begins.first_day(), begins.last_day())
        return (1.0, 1.0) if part == 1 else (0.0, 1.0 if part > 0 else 0.0)
    end = partial_date(data["end"])
    if end is not None and end.last_day() >= begins.first_day():
        part = span.share_of(begins.first_day(), end.last_day())
        return part, part
    term = assumptions.get(TERM_KEY)
    return (0.0, 1.0) if term is None else _over_terms(begins, span, term)


def _over_terms(begins: PartialDate, span: Span, term: Assumption) -> tuple[float, float]:
    first = begins.first_day()
    terms = (max(int(term.low), 1), max(int(term.high), 1))
    parts = [span.share_of(first, years_later(first, years)) for years in terms]
    return min(parts), max(parts)


def sum_moved(
    contracts: Iterable[Contract], span: Span | None, assumptions: Mapping[str, Assumption]
) -> Bounds:
    """Money of contracts that moves in a span, or over their lives where there is none.

    Low: firm money only. Stated and high: firm, contingent and announced together. Money already
    recognised or paid counts where it is more; several of its periods are not added. Joint deals
    and mirrored obligations count as in `bounds.sum_contracts`.
    """
    listed = list(contracts)
    if are_plain(listed):
        return _sum_plain(listed, span, assumptions)
    deals: dict[str, dict[str, Contract]] = {}
    for contract in listed:
        deals.setdefault(contract.deal_id, {})[contract.flow_id] = contract
    leader = mirror_groups(deals)
    groups: dict[str, list[Bounds]] = {}
    past = [NOTHING]
    for deal_id in sorted(deals):
        members = list(deals[deal_id].values())
        low, high = (1.0, 1.0) if span is None else moved_share(members[0], span, assumptions)
        columns = [scale(deal_bounds(members, column), low, high) for column in FORWARD]
        every = add(columns)
        groups.setdefault(leader[deal_id], []).append(
            Bounds(columns[0].low, every.high, every.stated)
        )
        past += [scale(column_bounds(member, "past"), low, high) for member in members]
    return larger([add(larger(group) for group in groups.values()), larger(past)])


def _sum_plain(
    contracts: Sequence[Contract], span: Span | None, assumptions: Mapping[str, Assumption]
) -> Bounds:
    """`sum_moved` of contracts that simply add up."""
    forward, past = [], [NOTHING]
    for contract in {c.flow_id: c for c in contracts}.values():
        low, high = (1.0, 1.0) if span is None else moved_share(contract, span, assumptions)
        every = scale(sum_plain((contract,), FORWARD), low, high)
        firm = column_bounds(contract, "firm").low * low
        forward.append(Bounds(firm, every.high, every.stated))
        past.append(scale(column_bounds(contract, "past"), low, high))
    return larger([add(forward), larger(past)])
