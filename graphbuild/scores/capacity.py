"""How long what funders have and earn lasts for what they have promised.

Lives here: the paths and the two tables. Their parts: `funds`. What is owed when: `coverage`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from graphbuild.scores.base import Anchors, Column, Options, Score, frame
from graphbuild.scores.coverage import Planned, planned_dues
from graphbuild.scores.debts import find_debts
from graphbuild.scores.drivers import MOVES_MOST, Ends, moves_most
from graphbuild.scores.funds import (
    Flow,
    Stock,
    Year,
    capex_of,
    cash_flow_of,
    open_calls,
    stock_of,
    years_of_money,
)
from graphbuild.scores.readings import Exposed, exposed_parties, owners
from graphbuild.scores.sharing import shared

if TYPE_CHECKING:
    import pandas as pd

PATHS = ("low", "central", "high")
"""From the worst to the best for the funder."""

_PARTS = ("cash_flow", "purchases", "capex", "equity", "principal", "funding")


_WORDS = {name: name.replace("_", " ") for name in _PARTS}


def _path_columns(name: str, meaning: str, *, optional: bool = False) -> tuple[Column, ...]:
    return tuple(
        Column(f"{name}_{path}", float, "USD", f"{meaning}, {path} path", optional=optional)
        for path in PATHS
    )


COLUMNS = (
    Column("entity_id", str, "", "funder, taken together with what it owns"),
    Column("year", int, "", "calendar year; the as-of year from the as-of day"),
    *_path_columns("cash_flow", "operating cash flow"),
    *_path_columns("funding", "others' unpaid investments in it"),
    *_path_columns("purchases", "contracts due beyond what the cash flow already paid"),
    *_path_columns("capex", "capital expenditure, uncontracted"),
    *_path_columns("equity", "promised investments"),
    *_path_columns("principal", "debt due"),
    *_path_columns("net", "what the year adds or takes"),
    *_path_columns("left", "cash and saleable left at the end", optional=True),
    Column("calls", float, "USD", "conditional promises, in no path"),
    MOVES_MOST,
)

TOTAL_COLUMNS = (
    Column("entity_id", str, "", "funder, taken together with what it owns"),
    Column("cash_flow", float, "USD", "operating cash flow or cash burn of a year"),
    Column("cash_flow_basis", str, "", "figure it is from"),
    Column(
        "capex", float, "USD", "of the latest full year, else a part made annual", optional=True
    ),
    Column("cash", float, "USD", "cash, with securities where the figure says so", optional=True),
    Column("cash_date", str, "", "of which day", optional=True),
    Column("lines", float, "USD", "undrawn facilities"),
    Column("listed", float, "USD", "listed holdings at market value"),
    Column("private", float, "USD", "further equity investments held, at carrying value"),
    Column("promised_firm", float, "USD", "investments promised and not paid, stated"),
    Column("calls", float, "USD", "conditional promises, in no path"),
    *_path_columns("need", "most that must come from cash, sales or new funding"),
    Column("need_year", int, "", "by the end of which year, central path"),
    Column("dry_low", int, "", "first year without money, low path", optional=True),
    Column("dry_central", int, "", "first year without money, central path", optional=True),
    Column("dry_high", int, "", "first year without money, high path", optional=True),
    Column("to_sell", float, "USD", "need beyond cash and lines, central path", optional=True),
    Column("horizon", int, "", "last year looked at"),
    MOVES_MOST,
    Column("reason", str, "", "assumptions, and why a value is missing"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Funder:
    """One party with what it has and its years."""

    entity_id: str
    flow: Flow
    capex: float | None
    stock: Stock
    years: Sequence[Year]
    open_deals: int

    @property
    def promised(self) -> float:
        """Investments promised and not paid."""
        return sum(year.equity.central for year in self.years)


def net(year: Year, path: int, part: str = "", other: int = 1) -> float:
    """What a year adds on a path (0 low, 1 central, 2 high); one part may be on another path.

    On a funder's low path what it must pay is at its high end.
    """
    total = 0.0
    for name in _PARTS:
        chosen = other if name == part else path
        is_income = name in ("cash_flow", "funding")
        end = chosen if is_income else 2 - chosen
        amount = getattr(year, name)[end]
        total += amount if is_income else -amount
    return total


def need(years: Sequence[Year], path: int, part: str = "", other: int = 1) -> tuple[float, int]:
    """Largest cumulative shortfall of the years, and the year in which it is reached."""
    left, worst, when = 0.0, 0.0, years[0].year
    for year in years:
        left += net(year, path, part, other)
        if -left > worst:
            worst, when = -left, year.year
    return worst, when


@shared
def funders(graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options) -> list[Funder]:
    """Every party with a known cash flow, owners with what they own."""
    owner = owners(graph, is_look_through=options.is_look_through)
    planned = dict(planned_dues(graph, anchors, options))
    debts, _ = find_debts(graph, anchors, options, owner)
    calls = open_calls(graph, owner)
    held: dict[str, list[Exposed]] = {}
    for claim in exposed_parties(graph, owner):
        held.setdefault(owner[claim.holder], []).append(claim)
    incoming = owed_to(planned, owner)
    found = []
    for party in sorted(graph):
        flow = cash_flow_of(anchors, party)
        if flow is None or owner[party] != party or graph.nodes[party]["is_group"]:
            continue
        own = [debt for debt in debts if debt.top == party]
        capex = capex_of(anchors, party)
        funder = Funder(
            entity_id=party,
            flow=flow,
            capex=capex[0] if capex else None,
            stock=stock_of(graph, anchors, options, party, own, held.get(party, [])),
            years=years_of_money(
                anchors,
                options,
                flow,
                capex or (0.0, 0.0),
                planned.get(party, []),
                incoming.get(party, []),
                own,
                calls.get(party, 0.0),
            ),
            open_deals=sum(item.due.money["firm"].high is None for item in planned.get(party, [])),
        )
        found.append(funder)
    return found


def owed_to(
    planned: Mapping[str, Sequence[Planned]], owner: Mapping[str, str]
) -> dict[str, list[Planned]]:
    """What others owe each party for its shares and its goods, a deal with several payers once."""
    found: dict[str, dict[str, Planned]] = {}
    for party in sorted(planned):
        for item in planned[party]:
            for contract in item.due.contracts:
                target = owner[contract.target]
                if target != party and owner[contract.source] == party:
                    found.setdefault(target, {}).setdefault(item.due.deal_id, item)
    return {target: list(deals.values()) for target, deals in found.items()}


def capacity(graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options) -> "pd.DataFrame":
    """What every funder earns, must pay and has left, by calendar year and on three paths.

    net = cash flow + funding - purchases - capex - equity - principal; left = stock + sum of net.

    Cash flow: a full year's, growing at assumed rates (`funds.cash_flow_path`), or with an assumed
    margin on contracted sales beyond those of its own year, whichever is more. Purchases: firm
    contracts of the year beyond those of the cash flow's own year; on the low path all of them
    on top. Capital expenditure: as in the latest full year on the central path, at a newer pace if
    that is faster on the low one; what is not contracted could be stopped, hence none on the
    high one. Equity: promised and not paid.
    Principal: `debts.principal_due`. Conditional promises are beside, not in it; announced ones
    are left out. Interest is inside the cash flow as far as it was paid then; refinancing, new
    debt and new promises are not foreseen. Stock: low cash, central with undrawn lines and
    listed holdings less a haircut, high with all equity investments. USD.
    """
    rows = []
    for funder in funders(graph, anchors, options):
        left = [funder.stock.amount(path) for path in range(3)]
        for year in funder.years:
            for path in range(3):
                amount = left[path]
                left[path] = None if amount is None else amount + net(year, path)
            rows.append(_year_row(funder.entity_id, year, left))
    return frame(COLUMNS, rows)


def _year_row(entity_id: str, year: Year, left: Sequence[float | None]) -> dict[str, Any]:
    row: dict[str, Any] = {"entity_id": entity_id, "year": year.year, "calls": year.calls}
    ends = {_WORDS[name]: (net(year, 1, name, 0), net(year, 1, name, 2)) for name in _PARTS}
    row["moves_most"] = moves_most(ends)
    for path, word in enumerate(PATHS):
        for name in _PARTS:
            end = path if name in ("cash_flow", "funding") else 2 - path
            row[f"{name}_{word}"] = getattr(year, name)[end]
        row[f"net_{word}"] = net(year, path)
        row[f"left_{word}"] = left[path]
    return row


def capacity_totals(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options
) -> "pd.DataFrame":
    """What every funder needs beyond its cash flow, and the year in which it runs dry.

    Need is the largest cumulative shortfall within the horizon, whatever is in the bank; a funder
    runs dry in the first year in which its stock is gone, where its cash is known.
    """
    rows = [_total_row(funder) for funder in funders(graph, anchors, options)]
    rows.sort(key=lambda row: (-row["need_central"], row["entity_id"]))
    return frame(TOTAL_COLUMNS, rows)


def _total_row(funder: Funder) -> dict[str, Any]:
    stock, years = funder.stock, funder.years
    needs = [need(years, path) for path in range(3)]
    ready = None if stock.cash is None else stock.cash + stock.lines
    calls = sum(year.calls for year in years)
    return {
        "entity_id": funder.entity_id,
        "cash_flow": funder.flow.yearly.value,
        "cash_flow_basis": funder.flow.yearly.basis,
        "capex": funder.capex,
        "cash": stock.cash,
        "cash_date": stock.cash_date,
        "lines": stock.lines,
        "listed": stock.listed,
        "private": stock.private,
        "promised_firm": funder.promised,
        "calls": calls,
        **{f"need_{word}": needs[path][0] for path, word in enumerate(PATHS)},
        "need_year": needs[1][1],
        **{f"dry_{word}": _dry(funder, path) for path, word in enumerate(PATHS)},
        "to_sell": None if ready is None else max(needs[1][0] - ready, 0.0),
        "horizon": years[-1].year,
        "moves_most": moves_most(_ends_of(years)),
        "reason": _reason(funder, calls),
    }


def _dry(funder: Funder, path: int) -> int | None:
    left = funder.stock.amount(path)
    if left is None:
        return None
    for year in funder.years:
        left += net(year, path)
        if left < 0:
            return year.year
    return None


def _ends_of(years: Sequence[Year]) -> Ends:
    """The central need with one part alone on its low or its high path."""
    return {
        _WORDS[name]: (need(years, 1, name, 0)[0], need(years, 1, name, 2)[0]) for name in _PARTS
    }


def _reason(funder: Funder, calls: float) -> str:
    reasons = []
    if funder.stock.cash is None:
        reasons.append(
            "cash is not known: only the need can be told, and what loans brought in is not set "
            "against it"
        )
    if funder.capex is None:
        reasons.append("capital expenditure is not known and counts as none")
    if funder.open_deals:
        reasons.append(f"firm deals without a figure are in no path: {funder.open_deals}")
    if calls:
        reasons.append(f"conditional promises of {calls / 1e9:.1f} bn are in no path")
    reasons.append("growth, margin on contracts and cost of sales are assumed")
    return "; ".join(reasons)


CAPACITY = Score(
    name="capacity",
    title="Funding capacity by year",
    columns=COLUMNS,
    run=capacity,
)

CAPACITY_TOTALS = Score(
    name="capacity_totals",
    title="Funding capacity: need, and the year it runs dry",
    columns=TOTAL_COLUMNS,
    run=capacity_totals,
)
