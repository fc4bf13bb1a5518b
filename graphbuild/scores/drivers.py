"""Which inputs move a result most: one at a time from its low to its high, the others as stated.

Lives here: the ranges of contracts, what a sum becomes at their ends, and the words of the column
`moves_most`. What is measured: each score.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from graphbuild.scores.base import Column
from graphbuild.scores.bounds import FORWARD, Contract, deal_bounds, mirror_groups

MOVES_MOST = Column(
    "moves_most", str, "", "the two inputs that move it most, one at a time, and by how much"
)
"""The column every score carries."""

_NAMED = 2

Ends = dict[str, tuple[float, float | None]]
"""Input -> the result with it at its low, and at its high; ``None`` where that has no bound."""


class Part(NamedTuple):
    """What one deal adds to a sum in one column of money.

    Parts of one `group` are about the same money: the largest counts (`bounds.sum_contracts`).
    """

    name: str
    group: str
    low: float
    stated: float
    high: float | None


def parts_of(contracts: Iterable[Contract], basis: str, weight: float = 1.0) -> list[Part]:
    """Parts of a sum of contracts on one basis: a column, or "all" as in `books.money`.

    Parameters
    ----------
    weight : what each dollar counts with.
    """
    deals: dict[str, dict[str, Contract]] = {}
    for contract in contracts:
        deals.setdefault(contract.deal_id, {})[contract.flow_id] = contract
    leader = mirror_groups(deals)
    found = []
    for deal_id in sorted(deals):
        members = list(deals[deal_id].values())
        for column in FORWARD if basis == "all" else (basis,):
            money = deal_bounds(members, column)
            if money.is_nothing:
                continue
            low = 0.0 if basis == "all" and column != "firm" else money.low
            high = None if money.high is None else money.high * weight
            group = f"{leader[deal_id]}/{column}"
            found.append(Part(deal_id, group, low * weight, money.stated * weight, high))
    return found


def ends_of_sum(parts: Sequence[Part]) -> Ends:
    """The sum with one deal at its low or its high and all others as stated.

    Examples
    --------
    >>> parts = [Part("a", "a/firm", 1.0, 3.0, 3.0), Part("b", "b/firm", 2.0, 2.0, None)]
    >>> ends_of_sum(parts)
    {'a': (3.0, 5.0), 'b': (5.0, None)}
    """
    if len(parts) == 1:
        return {parts[0].name: (parts[0].low, parts[0].high)}
    groups: dict[str, list[Part]] = {}
    for part in parts:
        groups.setdefault(part.group, []).append(part)
    top = {group: max(part.stated for part in members) for group, members in groups.items()}
    total = sum(top.values())
    found: Ends = {}
    for part in parts:
        others = groups[part.group]
        rest = 0.0
        if len(others) > 1:
            rest = max(other.stated for other in others if other is not part)
        low, high = found.get(part.name, (total, total))
        low += max(part.low, rest) - top[part.group]
        if high is not None:
            high = None if part.high is None else high + max(part.high, rest) - top[part.group]
        found[part.name] = (low, high)
    return found


def ends_of_share(own: Sequence[Part], others: Sequence[Part]) -> Ends:
    """A part over the whole with one deal at its low or its high; an open deal can be all of it.

    Examples
    --------
    >>> ends_of_share([Part("a", "a", 1.0, 3.0, 3.0)], [Part("b", "b", 1.0, 1.0, None)])
    {'a': (0.5, 0.75), 'b': (0.75, 0.0)}
    """
    mine, theirs = (sum_of(parts) for parts in (own, others))
    found: Ends = {}
    for name, (low, high) in ends_of_sum(own).items():
        found[name] = (_over(low, theirs), 1.0 if high is None else _over(high, theirs))
    for name, (low, high) in ends_of_sum(others).items():
        found[name] = (_over(mine, low), 0.0 if high is None else _over(mine, high))
    return found


def _over(part: float, rest: float) -> float:
    return part / (part + rest) if part + rest > 0 else 0.0


def sum_of(parts: Sequence[Part]) -> float:
    """The sum as stated, deals about the same money once."""
    top: dict[str, float] = {}
    for part in parts:
        top[part.group] = max(top.get(part.group, 0.0), part.stated)
    return sum(top.values())


def moves_most(ends: Mapping[str, tuple[float, float | None]], unit: str = "USD") -> str:
    """The two inputs with the largest swing in words, then those that may move it without limit.

    Inputs that move nothing are not named.

    Parameters
    ----------
    unit : "USD", or "fraction" for shares, which are told in percentage points.

    Examples
    --------
    >>> moves_most({"a": (1e9, 4e9), "b": (2e9, None), "c": (0.0, 0.0)})
    'a (by 3.00 bn); without a figure: b'
    """
    silent = sorted(name for name, (_, high) in ends.items() if high is None)
    least = 0.005 if unit == "USD" else 5e-5
    swings = ((abs(high - low), name) for name, (low, high) in ends.items() if high is not None)
    order = sorted((-swing, name) for swing, name in swings if swing >= least)
    words = [f"{name} ({_words(-swing, unit)})" for swing, name in order[:_NAMED]]
    if silent:
        more = f" and {len(silent) - _NAMED} more" if len(silent) > _NAMED else ""
        words.append(f"without a figure: {', '.join(silent[:_NAMED])}{more}")
    return "; ".join(words)


def _words(swing: float, unit: str) -> str:
    if unit == "fraction":
        return f"by {swing * 100:.1f} points"
    for size, word, least in ((1e9, " bn", 1e8), (1e6, " m", 1e5)):
        if swing >= least:
            return f"by {swing / size:.2f}{word}"
    return f"by {swing:,.0f}" if swing >= 10 else f"by {swing:.2f}"
