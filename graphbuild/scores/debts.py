"""What entities have borrowed, and what each borrowing costs and falls due in each year.

Lives here: one deal at a time. Sums by entity and vehicle: `debtservice`. Dues of all kinds against
revenue: `coverage`.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import networkx as nx

from graphbuild.records.instrument import Family, InstrumentId, instrument
from graphbuild.records.money import Measure
from graphbuild.records.period import PartialDate, partial_date
from graphbuild.scores.base import Anchors, Options, assumed
from graphbuild.scores.bounds import Contract, deal_bounds
from graphbuild.scores.rates import Rate, read_rate
from graphbuild.scores.readings import counted_contracts
from graphbuild.scores.schedule import TERM_KEY, years_later
from graphbuild.scores.sharing import shared

BASE_KEY = "rate.base"
"""Row of ``assumptions.csv`` that may replace the benchmark rate of the options."""

UNREAD_KEY = "rate.unread"
"""Row of ``assumptions.csv`` whose high may replace the highest rate of a debt not read."""

_FACE = frozenset({InstrumentId.BOND, InstrumentId.CONVERTIBLE})
_ISSUED = _FACE | {InstrumentId.ABS}
_BULLET = _FACE | {InstrumentId.REVOLVER}
_BRIDGE_DAYS = 550
"""A loan of at most a year and a half is a bridge: repaid at the end."""


class Three(NamedTuple):
    """Low, central and high USD."""

    low: float
    central: float
    high: float


NOTHING = Three(0.0, 0.0, 0.0)


def add_up(parts: "list[Three]") -> Three:
    """Sum, end by end."""
    return Three(*(sum(part[end] for part in parts) for end in range(3)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """One deal that has been borrowed under.

    Parameters
    ----------
    borrower : who owes, before look-through; `top` the owner it is taken together with.
    balance_low, balance_high : firm principal; of a loan or line that is committed and of which no
        source says what was drawn, nothing is the low.
    drawn : the latest balance or draw a source gives; else all of a loan, nothing of a revolver.
    undrawn_high : what may still be drawn.
    matures : last day; `is_assumed` where the source gives none (interest then runs that long).
    rate : ``None`` where the words cannot be read; it is then taken to be at most `unread_high`.
    """

    borrower: str
    top: str
    deal_id: str
    instrument: str
    balance_low: float
    balance_high: float
    drawn: float | None
    undrawn_high: float | None
    starts: dt.date
    matures: dt.date
    is_assumed: bool
    rate: Rate | None
    unread_high: float
    words: str

    @property
    def balance(self) -> Three:
        """Principal outstanding; central is the balance of a loan, the face of a bond."""
        middle = (self.balance_low + self.balance_high) / 2
        if self.instrument in _FACE:
            middle = self.balance_high
        elif self.drawn is not None:
            middle = min(max(self.drawn, self.balance_low), self.balance_high)
        return Three(self.balance_low, middle, self.balance_high)

    @property
    def is_bullet(self) -> bool:
        """Whether nothing is repaid before the end: bonds, convertibles, revolvers and bridges."""
        is_bridge = (self.matures - self.starts).days <= _BRIDGE_DAYS and not self.is_assumed
        return self.instrument in _BULLET or is_bridge


@shared
def find_debts(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options, owner: Mapping[str, str]
) -> tuple[list[Debt], list[tuple[str, str]]]:
    """Debts running on the as-of date, by deal, and (top, words) for those left out.

    Debt and convertibles with firm principal count, loans inside one group of owned companies do
    not. A deal about the same money as another of the borrower's is left out.
    """
    base = assumed(anchors, BASE_KEY, options.base_rate_low, options.base_rate_high)
    unread = assumed(anchors, UNREAD_KEY, 0.0, options.unread_rate_high)[1]
    deals: dict[tuple[str, str], list[Contract]] = {}
    for contract in counted_contracts(graph):
        kind = instrument(contract.data["instrument"])
        is_debt = kind.family is Family.DEBT or kind.instrument_id is InstrumentId.CONVERTIBLE
        is_debt = is_debt and contract.data["measure"] != Measure.PAID  # receivables that were sold
        if is_debt and owner[contract.source] != owner[contract.target]:
            deals.setdefault((contract.target, contract.deal_id), []).append(contract)
    found, left_out = [], []
    for (borrower, deal_id), contracts in sorted(deals.items()):
        other = contracts[0].data["same_obligation_as"]
        if (borrower, other) in deals and other != deal_id:
            left_out.append((owner[borrower], f"{deal_id}: the same money as {other}"))
            continue
        debt = _debt(borrower, owner[borrower], deal_id, contracts, anchors, base, unread)
        if isinstance(debt, Debt):
            found.append(debt)
        elif debt:
            left_out.append((owner[borrower], f"{deal_id}: {debt}"))
    return found, left_out


def _debt(
    borrower: str,
    top: str,
    deal_id: str,
    contracts: list[Contract],
    anchors: Anchors,
    base: tuple[float, float],
    unread: float,
) -> Debt | str:
    """The debt, or why it is left out; an empty reason where nothing is owed yet."""
    data = contracts[0].data
    firm, undrawn = (deal_bounds(contracts, name) for name in ("firm", "contingent"))
    if firm.is_nothing:
        return ""
    if firm.high is None:
        return "no principal is stated"
    begins = partial_date(data["start"]) or partial_date(data["agreed_on"])
    begins = begins or partial_date(data["known_on"])
    end, is_assumed = partial_date(data["end"]), bool(data["period_is_assumed"])
    if end is None:
        end, is_assumed = _assumed_end(begins, anchors), True
    if begins is None or end is None:
        return "no dates"
    if end.last_day() < anchors.as_of.first_day():
        return f"was due on {end}, before the as-of date"
    is_open = _is_draw_unknown(contracts[0])
    unsaid = 0.0 if data["instrument"] == InstrumentId.REVOLVER else firm.high
    return Debt(
        borrower=borrower,
        top=top,
        deal_id=deal_id,
        instrument=data["instrument"],
        balance_low=0.0 if is_open else firm.low,
        balance_high=firm.high,
        drawn=unsaid if is_open else data["drawn_usd"],
        undrawn_high=undrawn.high,
        starts=min(begins.first_day(), end.last_day()),
        matures=end.last_day(),
        is_assumed=is_assumed,
        rate=read_rate(data["rate"], base),
        unread_high=unread,
        words=data["rate"],
    )


def _is_draw_unknown(contract: Contract) -> bool:
    """Whether a lender is bound to lend and nobody says how much has been drawn."""
    data = contract.data
    is_line = data["family"] == Family.DEBT and data["instrument"] not in _ISSUED
    return is_line and data["measure"] == Measure.COMMITTED and data["drawn_usd"] is None


def _assumed_end(begins: PartialDate | None, anchors: Anchors) -> PartialDate | None:
    term = anchors.assumptions.get(TERM_KEY)
    if begins is None or term is None:
        return None
    return PartialDate(years_later(begins.first_day(), int(term.high)).isoformat())


def years_of(debt: Debt, as_of: PartialDate) -> Iterator[int]:
    """Calendar years from the as-of year to maturity."""
    yield from range(as_of.year, debt.matures.year + 1)


def principal_due(debt: Debt, year: int, as_of: PartialDate) -> Three:
    """Principal that falls due in a calendar year, what was due before the as-of day left out.

    Bonds, convertibles, revolvers, bridges: all at maturity. Other debt may be repaid evenly from
    the as-of day, or all at the end: low and high are the ends of both, central is even. Nothing
    where the source states no maturity: a wall must not be made of assumed dates. USD.
    """
    if debt.is_assumed:
        return NOTHING
    at_end = 1.0 if year == debt.matures.year else 0.0
    if debt.is_bullet:
        return Three(*(part * at_end for part in debt.balance))
    even = _part(debt, year, as_of)
    low, central, high = debt.balance
    return Three(low * min(even, at_end), central * even, high * max(even, at_end))


def interest_due(debt: Debt, year: int, as_of: PartialDate) -> Three:
    """Interest of a calendar year, USD; where the rate cannot be read, nothing but for the high.

    High: on the whole balance until maturity. Low: on a balance repaid evenly from the as-of day
    on, where it may be repaid early. Central: at the middle of rate and balance, repaid as in
    `principal_due`. The as-of year counts in full from the debt's start.
    """
    first = max(debt.starts, dt.date(year, 1, 1))
    last = min(debt.matures, dt.date(year, 12, 31))
    if last < first:
        return NOTHING
    part = ((last - first).days + 1) / _days(year)
    left = 1.0 if debt.is_bullet else _left(debt, first, last, as_of)
    low, central, high = debt.balance
    if debt.rate is None:
        return Three(0.0, 0.0, high * debt.unread_high * part)
    return Three(
        low * debt.rate.low * part * left,
        central * debt.rate.central * part * left,
        high * debt.rate.high * part,
    )


def _days(year: int) -> int:
    return (dt.date(year + 1, 1, 1) - dt.date(year, 1, 1)).days


def _part(debt: Debt, year: int, as_of: PartialDate) -> float:
    """Part of the days from the as-of day to maturity that lies in a year."""
    start = as_of.last_day()
    if debt.matures <= start:
        return 1.0 if year == debt.matures.year else 0.0
    first = max(start, dt.date(year - 1, 12, 31))
    last = min(debt.matures, dt.date(year, 12, 31))
    return max((last - first).days, 0) / (debt.matures - start).days


def _left(debt: Debt, first: dt.date, last: dt.date, as_of: PartialDate) -> float:
    """Mean part of the balance still owed over some days, if repaid evenly from the as-of day."""
    start = as_of.last_day()
    whole = (debt.matures - start).days
    if whole <= 0 or last <= start:
        return 1.0
    before = max((start - first).days, 0)
    after = (last - max(first, start)).days
    begin, end = max(first, start), last
    middle = ((debt.matures - begin).days + (debt.matures - end).days) / 2 / whole
    return (before + after * middle) / (before + after) if before + after else 1.0
