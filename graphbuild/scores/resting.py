"""Market value of companies beside what of their business hangs on one party. Exposure, not loss.

Not here: exposure of contracts (`exposure`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from graphbuild.scores.attribution import Scene, dependence_chains, read_scene
from graphbuild.scores.base import Anchors, Column, Options, Score, frame, require_node
from graphbuild.scores.books import money
from graphbuild.scores.bounds import add, scale
from graphbuild.scores.dependence import Chain, Share, product, total_share
from graphbuild.scores.drivers import MOVES_MOST, Ends, moves_most
from graphbuild.scores.holders import revenue_share
from graphbuild.scores.schedule import schedule

if TYPE_CHECKING:
    import pandas as pd

EVERYBODY = "(sum)"
"""Label of the row that adds the others."""

COLUMNS = (
    Column("holder", str, "", "listed company, or (sum)"),
    Column("market_cap_usd", float, "USD", "market value"),
    Column("market_cap_date", str, "", "on which day", optional=True),
    Column("contract_share", float, "fraction", "part of what is under contract", optional=True),
    Column("contract_basis", str, "", "what that is a part of", optional=True),
    Column("annual_share", float, "fraction", "a year's dues over a year's revenue", optional=True),
    Column("annual_basis", str, "", "which year, or the disclosed share", optional=True),
    Column("exposure_low", float, "USD", "market value times the smaller low share"),
    Column("exposure_high", float, "USD", "times the larger high share", optional=True),
    Column("exposure_stated", float, "USD", "times the smaller stated share"),
    MOVES_MOST,
    Column("reason", str, "", "why a value is missing"),
)


@dataclass(frozen=True, slots=True)
class _Part:
    """One way to say how much of a business hangs on the other party."""

    share: Share
    basis: str


def resting(graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options) -> "pd.DataFrame":
    """Market value beside the share of each company's business that hangs on `options.to`.

    exposure = market value x share. The share is that of a full year's revenue where it is
    disclosed. Else there are two, and both err upwards: contracts over backlog (`dependence`,
    through customers too), since most business may not be under contract; and what `to` is due
    to pay in the year after the as-of year over the latest full year of revenue, since revenue
    grows until then. The low and the stated figure take the smaller, the high the larger; no
    share is above 1.

    The sum is exposure of market value, not what would be lost: prices move by more or by less
    than the share. Market values of different days are added as they are, each with its day. A
    contract without a figure leaves the high empty. Companies owned by another are left out.
    USD.

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
    chains = dependence_chains(scene, holder, holder)
    is_open = any(link.is_open for chain in chains for link in chain.links)
    annual = _disclosed(graph, anchors, holder, scene.to)
    contract = None
    if annual is None:
        contract = _by_contracts(chains)
        annual = _by_year(anchors, holder, chains)
    else:
        is_open = False
    parts = [part for part in (contract, annual) if part is not None]
    if not parts or max(part.share.high for part in parts) == 0:
        return None
    value = float(market.value_usd)
    return {
        "holder": holder,
        "market_cap_usd": value,
        "market_cap_date": market.period,
        "contract_share": contract.share.stated if contract else None,
        "contract_basis": contract.basis if contract else None,
        "annual_share": annual.share.stated if annual else None,
        "annual_basis": annual.basis if annual else None,
        "exposure_low": value * min(part.share.low for part in parts),
        "exposure_high": None if is_open else value * max(part.share.high for part in parts),
        "exposure_stated": value * min(part.share.stated for part in parts),
        "moves_most": moves_most(_ends_of(value, parts)),
        "reason": "a contract without a figure leaves the high open" if is_open else "",
    }


def _ends_of(value: float, parts: Sequence[_Part]) -> Ends:
    """The stated exposure with one of the shares at its low or its high."""
    found: Ends = {}
    for part in parts:
        others = [other.share.stated for other in parts if other is not part]
        low, high = (min([end, *others]) for end in (part.share.low, part.share.high))
        found[part.basis] = (value * low, value * high)
    return found


def _disclosed(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, holder: str, to: str
) -> _Part | None:
    earned, basis = revenue_share(graph, anchors, holder, to)
    return None if earned is None else _Part(Share(earned, earned, earned), f"revenue: {basis}")


def _by_contracts(chains: Sequence[Chain]) -> _Part | None:
    if not chains:
        return None
    bases = sorted({chain.links[0].basis for chain in chains})
    return _Part(total_share(list(chains)), "; ".join(bases))


def _by_year(anchors: Anchors, holder: str, chains: Sequence[Chain]) -> _Part | None:
    """Dues of the next calendar year over revenue, passed on along each chain."""
    revenue = anchors.annual_revenue(holder)
    if revenue is None or not revenue.value_usd or not chains:
        return None
    year = anchors.as_of.year + 1
    low = high = stated = 0.0
    for chain in chains:
        first = chain.links[0]
        due = []
        for contract in first.contracts:
            plan = schedule(contract, anchors.as_of, anchors.assumptions)
            due.append(scale(money([contract], "all"), *plan.shares.get(year, (0.0, 0.0))))
        paid = add(due)
        rest = product(chain.links[1:])
        low += paid.low * rest.low
        stated += paid.stated * rest.stated
        high += (paid.stated if paid.high is None else paid.high) * rest.high
    size = float(revenue.value_usd)
    share = Share(min(low / size, 1.0), min(high / size, 1.0), min(stated / size, 1.0))
    return _Part(share, f"dues of {year} over revenue of {revenue.period}")


def _sum(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    highs = [row["exposure_high"] for row in rows]
    return {
        "holder": EVERYBODY,
        "market_cap_usd": sum(row["market_cap_usd"] for row in rows),
        "market_cap_date": None,
        "contract_share": None,
        "contract_basis": None,
        "annual_share": None,
        "annual_basis": None,
        "exposure_low": sum(row["exposure_low"] for row in rows),
        "exposure_high": None if None in highs else sum(highs),
        "exposure_stated": sum(row["exposure_stated"] for row in rows),
        "moves_most": moves_most(
            {str(row["holder"]): (row["exposure_low"], row["exposure_high"]) for row in rows}
        ),
        "reason": "shares of companies on different bases are not averaged",
    }


RESTING = Score(
    name="resting",
    title="Market value resting on one party",
    columns=COLUMNS,
    run=resting,
    is_about_one=True,
)
