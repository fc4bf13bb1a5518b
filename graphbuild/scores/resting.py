"""Market value of companies beside what of their business hangs on one party. Exposure, not loss.

Not here: exposure of contracts (`exposure`).
"""

from typing import TYPE_CHECKING, Any

import networkx as nx

from graphbuild.scores.attribution import Scene, dependence_chains, read_scene
from graphbuild.scores.base import Anchors, Column, Options, Score, frame, require_node
from graphbuild.scores.dependence import Share, total_share
from graphbuild.scores.holders import revenue_share

if TYPE_CHECKING:
    import pandas as pd

EVERYBODY = "(sum)"
"""Label of the row that adds the others."""

COLUMNS = (
    Column("holder", str, "", "listed company, or (sum)"),
    Column("market_cap_usd", float, "USD", "market value"),
    Column("market_cap_date", str, "", "on which day", optional=True),
    Column(
        "share_low", float, "fraction", "part of its business that hangs on `to`", optional=True
    ),
    Column("share_high", float, "fraction", "the same, high", optional=True),
    Column("share_stated", float, "fraction", "the same, as stated", optional=True),
    Column("basis", str, "", "revenue of a year, or contracts over backlog", optional=True),
    Column("exposure_low", float, "USD", "market value times share, low", optional=True),
    Column("exposure_high", float, "USD", "market value times share, high", optional=True),
    Column("exposure_stated", float, "USD", "market value times share, stated", optional=True),
    Column("reason", str, "", "why a value is missing"),
)


def resting(graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options) -> "pd.DataFrame":
    """Market value beside the share of each company's business that hangs on `options.to`.

    exposure_i = market value_i x share_i; the share is that of a full year's revenue where
    known, else dependence d_i of `dependence` (contracts over backlog, directly and through
    customers). The sum is exposure of market value, not what would be lost: prices move by more
    or less than the share. Companies in the graph with a market value and any dependence are
    listed; the last row adds them. Market values of different days are added as they are, each
    with its day. Companies owned by another one listed are left out. USD; O(paths).

    Raises
    ------
    NotFoundError
        `to` is not in the graph.
    """
    require_node(graph, options.to)
    scene = read_scene(graph, anchors, options)
    rows = []
    for holder in sorted(graph):
        if scene.owner[holder] == holder and holder not in scene.to_group:
            row = _row(graph, anchors, scene, holder)
            if row is not None:
                rows.append(row)
    rows.sort(key=lambda row: (-row["exposure_stated"], row["holder"]))
    return frame(COLUMNS, [*rows, _sum(rows)] if rows else [])


def _row(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, scene: Scene, holder: str
) -> dict[str, Any] | None:
    market = anchors.latest(holder, "market_cap")
    if market is None or not market.value_usd:
        return None
    share, basis = _share(graph, anchors, scene, holder)
    if share.high == 0:
        return None
    value = float(market.value_usd)
    return {
        "holder": holder,
        "market_cap_usd": value,
        "market_cap_date": market.period,
        "share_low": share.low,
        "share_high": share.high,
        "share_stated": share.stated,
        "basis": basis,
        "exposure_low": value * share.low,
        "exposure_high": value * share.high,
        "exposure_stated": value * share.stated,
        "reason": "",
    }


def _share(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, scene: Scene, holder: str
) -> tuple[Share, str]:
    earned, basis = revenue_share(graph, anchors, holder, scene.to)
    if earned is not None:
        return Share(earned, earned, earned), f"revenue: {basis}"
    found = dependence_chains(scene, holder, holder)
    bases = sorted({link.basis for chain in found for link in chain.links[:1]})
    return total_share(found), f"contracts: {', '.join(bases)}"


def _sum(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "holder": EVERYBODY,
        "market_cap_usd": sum(row["market_cap_usd"] for row in rows),
        "market_cap_date": None,
        "share_low": None,
        "share_high": None,
        "share_stated": None,
        "basis": None,
        "exposure_low": sum(row["exposure_low"] for row in rows),
        "exposure_high": sum(row["exposure_high"] for row in rows),
        "exposure_stated": sum(row["exposure_stated"] for row in rows),
        "reason": "shares of companies on different bases are not averaged",
    }


RESTING = Score(
    name="resting",
    title="Market value resting on one party",
    columns=COLUMNS,
    run=resting,
    is_about_one=True,
)
