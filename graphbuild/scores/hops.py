"""One hop of a loop: all contracts by which one party pays another, taken together.

Lives here: the hop's money, how firm it is, when it can be paid. Not here: which hops make a loop
(`circularity`).
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graphbuild.records.deal import Firmness
from graphbuild.records.instrument import Family
from graphbuild.records.period import partial_date
from graphbuild.scores.bounds import (
    FORWARD,
    Bounds,
    Contract,
    add,
    column_bounds,
    larger,
    sum_contracts,
)
from graphbuild.scores.drivers import Ends, ends_of_sum, parts_of

FIRMNESS_RANK = {
    Firmness.FIRM: 0,
    Firmness.PAST: 1,
    Firmness.CONTINGENT: 2,
    Firmness.HEADLINE: 3,
}
"""Firmest first; money that has already moved is nearly as good as money that must."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """What one party pays another.

    Parameters
    ----------
    firm : certain money: what is firm, or the largest single past period if that is more.
    ceiling_high : the most that is stated for the hop: firm, contingent and announced highs
        together; ``None`` where a contract is open.
    stated : the ceiling where it is closed, else what is named of it.
    firmness : of the firmest contract in it.
    ends : `stated` with one deal at its low or its high.
    """

    payer: str
    payee: str
    contracts: tuple[Contract, ...]
    firm: Bounds
    ceiling_high: float | None
    stated: float
    firmness: Firmness
    ends: Ends = field(default_factory=dict)


def make_hop(payer: str, payee: str, contracts: Sequence[Contract]) -> Hop:
    """Collapse parallel contracts into one hop.

    Past money is not summed over contracts, since their periods may overlap, and never added to
    money to come.
    """
    columns = {column: sum_contracts(contracts, column) for column in FORWARD}
    past = larger([column_bounds(contract, "past") for contract in contracts])
    forward = add(columns.values())
    firmness = Firmness.HEADLINE
    for candidate in sorted(FIRMNESS_RANK, key=FIRMNESS_RANK.__getitem__):
        money = past if candidate is Firmness.PAST else columns[str(candidate)]
        if not money.is_nothing:
            firmness = candidate
            break
    return Hop(
        payer=payer,
        payee=payee,
        contracts=tuple(contracts),
        firm=larger([columns["firm"], past]),
        ceiling_high=larger([forward, past]).high,
        stated=larger([forward, past]).stated,
        firmness=firmness,
        ends={
            name: (max(low, past.stated), None if high is None else max(high, past.stated))
            for name, (low, high) in ends_of_sum(parts_of(contracts, "all")).items()
        },
    )


@dataclass(frozen=True, slots=True)
class Window:
    """When a contract can be paid; ``None`` is open, unless `is_unknown`."""

    first: dt.date | None
    last: dt.date | None
    is_unknown: bool = False


def payment_window(contract: Contract) -> Window:
    """Days on which a contract's money can move.

    Purchases and revenue are paid over their period; equity and debt that are firm, when agreed;
    money that is not firm yet, from then on.
    """
    data = contract.data
    start = partial_date(data["start"]) or partial_date(data["agreed_on"])
    end = partial_date(data["end"])
    if start is None:
        return Window(None, None, is_unknown=True)
    is_funding = data["family"] in (Family.EQUITY, Family.DEBT)
    if is_funding and data["firmness"] in (Firmness.FIRM, Firmness.PAST):
        return Window(start.first_day(), start.last_day())
    if is_funding or end is None:
        return Window(start.first_day(), None)
    return Window(start.first_day(), end.last_day())


def is_in_time_order(hops: Sequence[Hop]) -> bool | None:
    """Whether money can run round the loop without going back in time, from any of its nodes.

    ``None``: it depends on dates that are not known.
    """
    windows = [[payment_window(contract) for contract in hop.contracts] for hop in hops]
    turns = [windows[first:] + windows[:first] for first in range(len(windows))]
    if any(_arrives(turn, is_hopeful=False) for turn in turns):
        return True
    return None if any(_arrives(turn, is_hopeful=True) for turn in turns) else False


def _arrives(turn: Iterable[Sequence[Window]], *, is_hopeful: bool) -> bool:
    """Follow the earliest possible payment through each hop."""
    day = dt.date.min
    for windows in turn:
        reached = []
        for window in windows:
            if window.is_unknown:
                if is_hopeful:
                    reached.append(day)
            elif window.last is None or window.last >= day:
                reached.append(max(day, window.first or day))
        if not reached:
            return False
        day = min(reached)
    return True
