"""What a party has, earns and must pay, year by year: the parts of its funding capacity.

Lives here: each part as low, central and high USD. What is left of them, and when nothing is:
`capacity`.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from graphbuild.records.figure import Figure
from graphbuild.records.instrument import Family, InstrumentId, instrument
from graphbuild.scores.base import Anchors, Options, assumed
from graphbuild.scores.bounds import Bounds, Contract, deal_bounds
from graphbuild.scores.claims import latest_position
from graphbuild.scores.coverage import Planned, sum_planned
from graphbuild.scores.debts import Debt, Three
from graphbuild.scores.debtservice import principal_of_year
from graphbuild.scores.readings import Exposed, counted_contracts
from graphbuild.scores.yearly import Yearly, full_year, newest_year

GROWTH_KEY = "growth.cash_flow"
"""Row of ``assumptions.csv`` that may replace the growth of a positive cash flow."""

MARGIN_KEY = "margin.contract"
"""Row of ``assumptions.csv`` that may replace the cash margin on contracted sales."""

_LISTED_ONES = "unnamed:public-companies@"
"""Ids of what stands for all listed companies of which a filer holds shares."""

HAIRCUT_KEY = "sale.haircut"
"""Row of ``assumptions.csv`` that may replace what the sale of a listed holding costs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """One calendar year's money of a party, of the as-of year what is still to come.

    Parameters
    ----------
    cash_flow : operating cash flow; low is the bad end, high the good one.
    purchases : contracts due, beyond what the cash flow's own year already paid but in the low.
    capex : the central path spends as in the latest full year, the low one as in the newest period
        made annual if that is more, the high one could stop.
    equity, principal : promised investments, and debt due; here low is the least that is due.
    funding : others' unpaid investments in the party.
    calls : what lenders and investors may still call from it: shown, in no path.
    """

    year: int
    cash_flow: Three
    purchases: Three
    capex: Three
    equity: Three
    principal: Three
    funding: Three
    calls: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What a party can draw on; ``None`` where no source gives it. USD.

    `lines` are undrawn facilities, `listed` holdings of listed companies at market value, `private`
    further equity investments at carrying value.
    """

    cash: float | None
    cash_date: str | None
    lines: float
    listed: float
    private: float
    haircut: tuple[float, float]

    def amount(self, path: int) -> float | None:
        """Low: cash. Central: with lines and listed holdings. High: with all investments."""
        if self.cash is None:
            return None
        saleable = self.listed * (1 - sum(self.haircut) / 2)
        full = self.listed * (1 - self.haircut[0])
        return (
            self.cash
            + (
                0.0,
                self.lines + saleable,
                self.lines + full + self.private,
            )[path]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A party's yearly operating cash flow and the calendar year most of it belongs to."""

    yearly: Yearly
    year: int


def cash_flow_of(anchors: Anchors, party: str) -> Flow | None:
    """Operating cash flow of the latest full year, else the newest part of one, else cash burn."""
    for metric in ("operating_cash_flow", "cash_burn"):
        for found, figure in (
            (full_year(anchors, party, metric), anchors.latest_year(party, metric)),
            (newest_year(anchors, party, metric), anchors.latest(party, metric)),
        ):
            if found is not None and figure is not None:
                return Flow(yearly=found, year=_middle_year(figure))
    return None


def capex_of(anchors: Anchors, party: str) -> tuple[float, float] | None:
    """Capital expenditure of the latest full year, and the larger of that and the newest pace.

    The full year is what the cash flow's own year spent; a newer pace may be a build-up that lasts.
    """
    whole, newest = full_year(anchors, party, "capex"), newest_year(anchors, party, "capex")
    found = whole or newest
    if found is None or newest is None:
        return None
    return found.value, max(found.value, newest.value)


def _middle_year(figure: Figure) -> int:
    if figure.period_start is None or figure.period_end is None:
        return figure.known_on.year if figure.known_on else 0
    first, last = figure.period_start.first_day(), figure.period_end.last_day()
    return (first + (last - first) / 2).year


def cash_flow_path(value: float, growth: tuple[float, float], years_ahead: int) -> Three:
    """A yearly cash flow some years on.

    A positive one grows at the low, middle and high rate. A negative one grows at the high rate in
    the low path, stays in the central one and shrinks at the high rate in the high one: a business
    that loses money does not lose less because it grows less.

    Examples
    --------
    >>> [round(part, 6) for part in cash_flow_path(100.0, (-0.1, 0.3), 1)]
    [90.0, 110.0, 130.0]
    >>> [round(part, 6) for part in cash_flow_path(-100.0, (-0.1, 0.3), 1)]
    [-130.0, -100.0, -70.0]
    """
    low, high = growth
    speed = max(high, 0.0)
    rates = (low, (low + high) / 2, high) if value >= 0 else (speed, 0.0, -min(speed, 1.0))
    return Three(*(value * (1 + rate) ** years_ahead for rate in rates))


def stock_of(
    graph: "nx.MultiDiGraph[str]",
    anchors: Anchors,
    options: Options,
    party: str,
    debts: Sequence[Debt],
    held: Sequence[Exposed],
) -> Stock:
    """Cash, undrawn lines and holdings of a party and what it owns."""
    cash = anchors.latest(party, "cash")
    lines = anchors.latest(party, "undrawn_facilities")
    drawable = sum(debt.undrawn_high or 0.0 for debt in debts)
    listed = _listed(graph, held)
    invested = anchors.latest(party, "equity_investments_held")
    total = float(invested.value_usd or 0) if invested else 0.0
    haircut = assumed(anchors, HAIRCUT_KEY, options.haircut_low, options.haircut_high)
    return Stock(
        cash=float(cash.value_usd) if cash and cash.value_usd is not None else None,
        cash_date=cash.period if cash else None,
        lines=float(lines.value_usd or 0) if lines else drawable,
        listed=listed,
        private=max(total - listed, 0.0),
        haircut=haircut,
    )


def _listed(graph: "nx.MultiDiGraph[str]", held: Sequence[Exposed]) -> float:
    """Latest market value of shares that can be sold on an exchange, at what is stated.

    Of each issuer the latest date. A filer's total of its listed holdings contains those that
    other documents name; the larger of the two counts. Stakes in private companies are not here.
    """
    issuers: dict[str, list[Exposed]] = {}
    totals: dict[str, list[Exposed]] = {}
    for claim in held:
        if claim.contract.data["family"] != Family.POSITION:
            continue
        if claim.top.startswith(_LISTED_ONES):
            totals.setdefault(_reported_on(claim), []).append(claim)
        elif _is_listed(graph, claim):
            issuers.setdefault(claim.top, []).append(claim)
    named = sum(latest_position(claims).stated for _, claims in sorted(issuers.items()))
    newest = totals[max(totals)] if totals else []
    return max(named, *(latest_position([claim]).stated for claim in newest), 0.0)


def _is_listed(graph: "nx.MultiDiGraph[str]", claim: Exposed) -> bool:
    """Whether the issuer has a ticker, or the position is a line of a list of listed shares."""
    node = graph.nodes[claim.contract.target]
    return bool(node["ticker"]) or bool(claim.contract.data["facility"] and not node["is_group"])


def _reported_on(claim: Exposed) -> str:
    data = claim.contract.data
    return str(data["agreed_on"] or data["start"] or data["known_on"] or "")


def years_of_money(
    anchors: Anchors,
    options: Options,
    flow: Flow,
    capex: tuple[float, float],
    planned: Sequence[Planned],
    incoming: Sequence[Planned],
    debts: Sequence[Debt],
    calls: float,
) -> list[Year]:
    """The years from the as-of year on, the first one from the as-of day.

    `planned` is what the party owes, `incoming` what others owe it; `capex` as in `capex_of`.
    """
    growth = assumed(anchors, GROWTH_KEY, options.growth_low, options.growth_high)
    purchases = [item for item in planned if _is(item, Family.COMMITMENT, Family.REVENUE)]
    equity = [item for item in planned if _is(item, Family.EQUITY) and not _is_principal(item)]
    sales = [item for item in incoming if _is(item, Family.COMMITMENT, Family.REVENUE)]
    funding = [item for item in incoming if _is(item, Family.EQUITY)]
    margin = assumed(anchors, MARGIN_KEY, options.margin_low, options.margin_high)
    base = sum_planned(purchases, "firm", (flow.year,))
    sold = sum_planned(sales, "firm", (flow.year,))
    found = []
    first = anchors.as_of.year
    for year in range(first, first + options.capacity_years + 1):
        part = _rest_of_year(anchors.as_of.last_day()) if year == first else 1.0
        grown = cash_flow_path(flow.yearly.value, growth, max(year - flow.year, 0))
        selling = sum_planned(sales, "firm", (year,))
        path = _with_contracts(flow.yearly.value, grown, _more(selling, sold), margin)
        bought = sum_planned(purchases, "firm", (year,))
        due = Three(*(end * part for end in _more(bought, base)))
        promised = _three(sum_planned(equity, "firm", (year,)))
        found.append(
            Year(
                year=year,
                cash_flow=Three(*(end * part for end in path)),
                purchases=due,
                capex=Three(0.0, capex[0] * part, capex[1] * part),
                equity=promised,
                principal=principal_of_year(debts, year, anchors.as_of),
                funding=_three(sum_planned(funding, "firm", (year,))),
                calls=calls if year == first else 0.0,
            )
        )
    return found


def _with_contracts(value: float, grown: Three, more: Three, margin: tuple[float, float]) -> Three:
    """The larger of growth and of what further contracted sales bring; both would count twice."""
    low, high = margin
    rates = (low, (low + high) / 2, high)
    ends = zip(grown, (more.low, more.central, more.central), rates, strict=True)
    return Three(
        *(max(path, value + sales * rate) if sales else path for path, sales, rate in ends)
    )


def _rest_of_year(day: dt.date) -> float:
    start, end = dt.date(day.year, 1, 1), dt.date(day.year + 1, 1, 1)
    return (end - day).days / (end - start).days


def _more(bought: Bounds, base: Bounds) -> Three:
    """Contracts beyond those of the cash flow's own year; the high end takes all of them on top."""
    high = bought.stated if bought.high is None else bought.high
    return Three(
        max(bought.low - base.stated, 0.0), max(bought.stated - base.stated, 0.0), max(high, 0.0)
    )


def _three(money: Bounds) -> Three:
    return Three(money.low, money.stated, money.stated if money.high is None else money.high)


def _is(item: Planned, *families: Family) -> bool:
    return item.due.contracts[0].data["family"] in families


def _is_principal(item: Planned) -> bool:
    """Whether the party owes a convertible's principal, not its price."""
    return bool(item.due.contracts[0].data["instrument"] == InstrumentId.CONVERTIBLE)


def open_calls(graph: "nx.MultiDiGraph[str]", owner: Mapping[str, str]) -> dict[str, float]:
    """What others may still call from each party: equity and debt it promised on conditions."""
    deals: dict[tuple[str, str], list[Contract]] = {}
    for contract in counted_contracts(graph):
        kind = instrument(contract.data["instrument"])
        is_funding = kind.family in (Family.DEBT, Family.EQUITY) and not kind.is_always_contingent
        if is_funding and owner[contract.source] != owner[contract.target]:
            deals.setdefault((owner[contract.source], contract.deal_id), []).append(contract)
    found: dict[str, float] = {}
    for (party, _), contracts in sorted(deals.items()):
        found[party] = found.get(party, 0.0) + deal_bounds(contracts, "contingent").stated
    return found
