"""Intervals of dollars and how contracts add up to one.

Lives here: `Bounds`, and `sum_contracts` with the three rules every score shares: members of a
consortium together have one total; two deals about the same money count once; columns (firm,
contingent, headline, past) are never mixed. Not here: which contracts belong together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

COLUMNS = ("firm", "contingent", "headline", "past")
"""The four columns of money an edge carries."""

_ENDS = {column: (f"{column}_low", f"{column}_high") for column in COLUMNS}

FORWARD = COLUMNS[:3]
"""The columns of money still to come or at risk."""


class Bounds(NamedTuple):
    """An interval of USD. `high` is ``None`` where it is open above.

    `stated` is the high bound where it is closed and the low bound where it is not: what sources
    name, without what they leave open.
    """

    low: float
    high: float | None
    stated: float

    @property
    def is_nothing(self) -> bool:
        """Whether there is certainly no money."""
        return self.high == 0


NOTHING = Bounds(0.0, 0.0, 0.0)


def closed(low: float, high: float | None) -> Bounds:
    """Bounds whose stated figure follows from the two ends."""
    return Bounds(low, high, low if high is None else high)


def add(parts: Iterable[Bounds]) -> Bounds:
    """Sum of intervals; one open part opens the sum.

    >>> add([closed(1.0, 2.0), closed(5.0, None)])
    Bounds(low=6.0, high=None, stated=7.0)
    """
    low, stated = 0.0, 0.0
    high: float | None = 0.0
    for part in parts:
        low += part.low
        stated += part.stated
        high = None if high is None or part.high is None else high + part.high
    return Bounds(low, high, stated)


def larger(parts: Sequence[Bounds]) -> Bounds:
    """The larger of figures about the same money, bound by bound."""
    if len(parts) == 1:
        return parts[0]
    highs = [part.high for part in parts]
    return Bounds(
        max(part.low for part in parts),
        None if None in highs else max(high for high in highs if high is not None),
        max(part.stated for part in parts),
    )


def scale(money: Bounds, share_low: float, share_high: float) -> Bounds:
    """The part of the money that a share of between two fractions is."""
    high = 0.0 if share_high == 0 else None if money.high is None else money.high * share_high
    return Bounds(money.low * share_low, high, money.stated * share_high)


@dataclass(frozen=True, slots=True)
class Contract:
    """One flow of the graph with its attributes as `graph.attributes` declares them."""

    source: str
    target: str
    flow_id: str
    data: Mapping[str, Any]

    @property
    def deal_id(self) -> str:
        """The deal it belongs to."""
        return str(self.data["deal_id"])


def column_bounds(contract: Contract, column: str) -> Bounds:
    """One contract's money in one column."""
    low, high = (contract.data[end] for end in _ENDS[column])
    return Bounds(low, high, low if high is None else high)


def sum_contracts(contracts: Iterable[Contract], column: str) -> Bounds:
    """Money of several contracts in one column.

    Each flow counts once. Members of one joint deal count as `deal_bounds` says. Deals linked by
    `same_obligation_as` count once, the larger of them.
    """
    listed = list(contracts)
    if are_plain(listed):
        return sum_plain(listed, (column,))
    deals: dict[str, dict[str, Contract]] = {}
    for contract in listed:
        deals.setdefault(contract.deal_id, {})[contract.flow_id] = contract
    mirrored = mirror_groups(deals)
    groups: dict[str, list[Bounds]] = {}
    for deal_id in sorted(deals):
        money = deal_bounds(list(deals[deal_id].values()), column)
        groups.setdefault(mirrored[deal_id], []).append(money)
    return add(larger(group) for group in groups.values())


def are_plain(contracts: Sequence[Contract]) -> bool:
    """Whether money simply adds up: no consortium, no second deal about the same money."""
    return not any(c.data["is_joint"] or c.data["same_obligation_as"] for c in contracts)


def sum_plain(contracts: Sequence[Contract], columns: Sequence[str]) -> Bounds:
    """Money of plain contracts in some columns together, each flow once."""
    low = stated = 0.0
    high: float | None = 0.0
    for contract in {c.flow_id: c for c in contracts}.values() if len(contracts) > 1 else contracts:
        data = contract.data
        for column in columns:
            least, most = _ENDS[column]
            part, top = data[least], data[most]
            low += part
            if top is None:
                stated, high = stated + part, None
            else:
                stated += top
                high = None if high is None else high + top
    return Bounds(low, high, stated)


def deal_bounds(members: Sequence[Contract], column: str) -> Bounds:
    """Money of some flows of one deal in one column.

    A consortium's split is unknown: some members have between nothing and the whole, all members
    together have the whole. The whole is `joint_usd` over all columns, so that one column holds at
    least what the others cannot; of a contingent part nothing is sure.
    """
    if not members[0].data["is_joint"]:
        if len(members) == 1:
            return column_bounds(members[0], column)
        return add(column_bounds(member, column) for member in members)
    whole = {name: larger([column_bounds(m, name) for m in members]) for name in COLUMNS}
    high = whole[column].high
    is_all = len(members) >= members[0].data["joint_members"]
    if not is_all or high is None or column == "contingent":
        return closed(0.0, high)
    return closed(min(_joint_low(members[0], whole, column), high), high)


def _joint_low(member: Contract, whole: Mapping[str, Bounds], column: str) -> float:
    total = member.data["joint_usd"]
    if total is None:
        return 0.0
    for name, money in whole.items():
        if name != column:
            if money.high is None:
                return 0.0
            total -= money.high
    drawn = member.data["drawn_usd"]
    if column == "firm" and drawn is not None:
        total = min(total, drawn)  # an amortised or partly paid deal: what is at risk at least
    return max(float(total), 0.0)


def mirror_groups(deals: Mapping[str, Mapping[str, Contract]]) -> dict[str, str]:
    """Deal -> name of its group of deals about the same money, linked by `same_obligation_as`."""
    if not any(c.data["same_obligation_as"] for flows in deals.values() for c in flows.values()):
        return {deal_id: deal_id for deal_id in deals}
    leader = {deal_id: deal_id for deal_id in deals}
    for deal_id in sorted(deals):
        for contract in deals[deal_id].values():
            other = contract.data["same_obligation_as"]
            if other in leader:
                old, new = leader[deal_id], leader[other]
                leader = {key: new if value == old else value for key, value in leader.items()}
    return leader
