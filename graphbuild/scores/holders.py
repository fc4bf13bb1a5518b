"""A holder's exposure beside its own size: revenue, backlog, market value.

Lives here: which anchor is used and the shares it gives. Not here: the exposure itself.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import networkx as nx

from graphbuild.records.instrument import Family, InstrumentId
from graphbuild.records.period import partial_date
from graphbuild.scores.attribution import Scene
from graphbuild.scores.base import Anchors, Column
from graphbuild.scores.books import money
from graphbuild.scores.bounds import Contract, add, scale
from graphbuild.scores.readings import Exposed
from graphbuild.scores.schedule import schedule


def anchor_columns() -> tuple[Column, ...]:
    """Columns that set an exposure beside the holder's size."""
    return (
        Column("revenue_share", float, "fraction", "part of revenue from the other", optional=True),
        Column("revenue_basis", str, "", "figure or flow it comes from", optional=True),
        Column("backlog_usd", float, "USD", "the holder's backlog", optional=True),
        Column("backlog_basis", str, "", "metric and date", optional=True),
        Column("backlog_share_low", float, "", "firm contracts over it, low", optional=True),
        Column("backlog_share_high", float, "", "all contracts over it, high", optional=True),
        Column("backlog_share_stated", float, "", "all contracts stated over it", optional=True),
        Column("market_cap_usd", float, "USD", "market value of the holder", optional=True),
        Column("market_cap_date", str, "", "on which day", optional=True),
        Column("market_cap_share_low", float, "", "firm claims over it, low", optional=True),
        Column("market_cap_share_stated", float, "", "all claims stated over it", optional=True),
        Column("equity_usd", float, "USD", "book equity of the holder", optional=True),
        Column("equity_date", str, "", "on which day", optional=True),
        Column("equity_share_low", float, "", "firm claims over it, low", optional=True),
        Column("equity_share_stated", float, "", "all claims stated over it", optional=True),
        Column("service_usd", float, "USD", "its debt service in the year ahead", optional=True),
        Column("service_year", int, "", "that calendar year", optional=True),
        Column("service_share_low", float, "", "firm dues of the year over it", optional=True),
        Column("service_share_stated", float, "", "all dues stated over it", optional=True),
    )


def anchor_shares(
    graph: "nx.MultiDiGraph[str]",
    anchors: Anchors,
    scene: Scene,
    holder: str,
    claims: Sequence[Exposed],
) -> tuple[dict[str, Any], list[str]]:
    """Values of `anchor_columns` for claims of a holder's group, and remarks.

    Revenue share is what was earned from the other party in one year over that year's revenue,
    never contracts of several years over one. Backlog share sets purchase contracts against the
    backlog; it may pass 1 where "up to" amounts or newer contracts are not in the backlog. Debt
    service is interest and principal, central, of the year after the as-of year; beside it stands
    what the other is due to pay the holder in that same year. Claims over book equity are left out
    where there is none, or it is negative.
    """
    share, basis = revenue_share(graph, anchors, holder, scene.to)
    backlog = anchors.contracted(holder)
    purchases = [c.contract for c in claims if c.contract.data["family"] == Family.COMMITMENT]
    bought = money(purchases, "all")
    size = float(backlog.value_usd) if backlog and backlog.value_usd else None
    market = anchors.latest(holder, "market_cap")
    value = float(market.value_usd) if market and market.value_usd else None
    held = money([claim.contract for claim in claims], "all")
    notes = []
    own = anchors.latest(holder, "equity")
    book = float(own.value_usd) if own and own.value_usd and own.value_usd > 0 else None
    if own is not None and book is None:
        notes.append(f"book equity is not positive ({own.period}): no share of it")
    if size and bought.stated > size:
        notes.append("contracts exceed the backlog: ceilings or newer contracts are not in it")
    return {
        "revenue_share": share,
        "revenue_basis": basis,
        "backlog_usd": size,
        "backlog_basis": f"{backlog.metric} of {backlog.period}" if backlog and size else None,
        "backlog_share_low": bought.low / size if size else None,
        "backlog_share_high": bought.high / size if size and bought.high is not None else None,
        "backlog_share_stated": bought.stated / size if size else None,
        "market_cap_usd": value,
        "market_cap_date": market.period if market and value else None,
        "market_cap_share_low": held.low / value if value else None,
        "market_cap_share_stated": held.stated / value if value else None,
        "equity_usd": book,
        "equity_date": own.period if own and book else None,
        "equity_share_low": held.low / book if book else None,
        "equity_share_stated": held.stated / book if book else None,
        **_service_shares(anchors, scene, holder, purchases),
    }, notes


def _service_shares(
    anchors: Anchors, scene: Scene, holder: str, purchases: Sequence[Contract]
) -> dict[str, Any]:
    """What the other is due to pay in the year ahead over the holder's debt service then."""
    service, year = scene.service.get(holder), anchors.as_of.year + 1
    due = []
    for contract in purchases:
        plan = schedule(contract, anchors.as_of, anchors.assumptions)
        due.append(scale(money([contract], "all"), *plan.shares.get(year, (0.0, 0.0))))
    paid = add(due)
    return {
        "service_usd": service,
        "service_year": year if service else None,
        "service_share_low": paid.low / service if service else None,
        "service_share_stated": paid.stated / service if service else None,
    }


def revenue_share(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, holder: str, to: str
) -> tuple[float | None, str | None]:
    """Part of a holder's revenue that came from the other party, and where that is read.

    A disclosed share comes first; else revenue recognised over a year that ends with the
    holder's own full year, over that year's revenue.
    """
    for figure in anchors.series(holder, "customer_share", counterparty=to):
        if figure.share is not None:
            return float(figure.share), f"customer_share of {figure.period}"
    revenue = anchors.annual_revenue(holder)
    if revenue is None or revenue.period_end is None or not revenue.value_usd:
        return None, None
    year_end = revenue.period_end.last_day()
    between = graph.get_edge_data(to, holder) or {}
    for flow_id, data in sorted(between.items()):
        if data["instrument"] == InstrumentId.REVENUE and _covers(data, year_end):
            return data["past_high"] / float(revenue.value_usd), f"{flow_id} over {revenue.period}"
    return None, None


def _covers(data: dict[str, Any], year_end: dt.date) -> bool:
    """Whether recognised revenue is of the full year that ends on a day."""
    start, end = partial_date(data["start"]), partial_date(data["end"])
    if data["past_high"] is None or start is None or end is None:
        return False
    days = (end.last_day() - start.first_day()).days + 1
    return end.last_day() == year_end and 350 <= days <= 380 and data["standing"] != "shown"
