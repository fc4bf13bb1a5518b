"""Customer concentration as companies disclose it: shares of revenue of a few named customers.

Direction: customer -> vendor. Two sources, never mixed in one row: flows of instrument revenue with
a share, and curated figures "customer_share". Contracts still to come: `concentration`.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from graphbuild.records.instrument import InstrumentId
from graphbuild.scores.base import STATED, Anchors, Column, Options, Score, frame
from graphbuild.scores.drivers import MOVES_MOST, Ends, moves_most
from graphbuild.scores.readings import counted_contracts
from graphbuild.scores.shares import Disclosed, disclosed_herfindahl

if TYPE_CHECKING:
    import pandas as pd

THRESHOLD_KEY = "disclosure.customer_threshold"
"""Row of ``assumptions.csv`` that may replace `THRESHOLD`."""

THRESHOLD = 0.10
"""Revenue share from which US filers must name or count a customer (FASB ASC 280-10-50-42)."""

COLUMNS = (
    Column("entity_id", str, "", "vendor"),
    Column("source", str, "", "documents or figures"),
    Column("period", str, "", "period of the shares, as the source gives it"),
    Column("customers", str, "", "disclosed customers with their shares"),
    Column("disclosed_share", float, "fraction", "shares together", optional=True),
    Column("largest_share", float, "fraction", "share of the largest", optional=True),
    Column("hhi_low", float, "fraction", "the rest spread over very many", optional=True),
    Column("hhi_high", float, "fraction", "the rest in blocks under the threshold", optional=True),
    Column("threshold", float, "fraction", "share from which a customer is disclosed"),
    MOVES_MOST,
    Column("reason", str, "", "why a value is missing, or what it takes for granted"),
)

_COMPLETE = "takes for granted that every customer from the threshold is in the table"
_SEVERAL = ("top", "tenants", "customers", "two", "three", "several")


@dataclass(frozen=True, slots=True)
class _Share:
    vendor: str
    source: str
    period: str
    customer: str
    share: float
    is_at_least: bool
    is_group: bool


def customers(graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options) -> "pd.DataFrame":
    """Herfindahl index of disclosed customers, one row a vendor, source and period.

    Only customers from 10 % of revenue are disclosed, so the index lies between sum of known
    squares and that with the rest packed into blocks just under the threshold (`shares`). A
    label that stands for several customers ("top five") gives no index. Shares of receivables
    are not shares of revenue and are not used. Customer A of one year need not be customer A of
    the next.
    """
    del options
    assumed = anchors.assumptions.get(THRESHOLD_KEY)
    threshold = float(assumed.high) if assumed else THRESHOLD
    found: dict[tuple[str, str, str], dict[str, _Share]] = {}
    for share in (*_from_flows(graph), *_from_figures(graph, anchors)):
        key = (share.vendor, share.source, share.period)
        found.setdefault(key, {}).setdefault(share.customer, share)
    rows = [_row(key, list(found[key].values()), threshold) for key in sorted(found)]
    return frame(COLUMNS, rows)


def _from_flows(graph: "nx.MultiDiGraph[str]") -> Iterator[_Share]:
    for contract in counted_contracts(graph):
        data = contract.data
        if data["instrument"] != InstrumentId.REVENUE or data["share"] is None:
            continue
        starts, ends = data["start"], data["end"] or data["agreed_on"]
        period = f"{starts} to {ends}" if starts and ends else str(ends or starts or "undated")
        yield _Share(
            contract.target,
            "documents",
            period,
            contract.source,
            data["share"],
            data["qualifier"] == "at_least",
            graph.nodes[contract.source]["is_group"],
        )


def _from_figures(graph: "nx.MultiDiGraph[str]", anchors: Anchors) -> Iterator[_Share]:
    parties = {(f.entity_id, f.counterparty) for f in anchors.figures if f.counterparty}
    for vendor, label in sorted((v, c or "") for v, c in parties):
        if vendor not in graph:
            continue
        for figure in anchors.series(vendor, "customer_share", STATED, label):
            if figure.share is not None:
                words = re.split(r"[^a-z]+", label.lower())
                is_group = label not in graph and any(word in words for word in _SEVERAL)
                share = float(figure.share)
                yield _Share(vendor, "figures", figure.period, label, share, False, is_group)


def _row(key: tuple[str, str, str], shares: list[_Share], threshold: float) -> dict[str, Any]:
    shares.sort(key=lambda s: (-s.share, s.customer))
    known = [share.share for share in shares]
    reason = _unusable(shares)
    bounds = None
    if not reason:
        bounds = disclosed_herfindahl(known, threshold, [s.is_at_least for s in shares])
    vendor, source, period = key
    return {
        "entity_id": vendor,
        "source": source,
        "period": period,
        "customers": "; ".join(f"{share.customer} {share.share:.1%}" for share in shares),
        "disclosed_share": None if reason else math.fsum(known),
        "largest_share": known[0],
        "hhi_low": bounds.low if bounds else None,
        "hhi_high": bounds.high if bounds else None,
        "threshold": threshold,
        "moves_most": moves_most(_ends_of(shares, bounds), "fraction"),
        "reason": reason or _COMPLETE,
    }


def _ends_of(shares: list[_Share], bounds: Disclosed | None) -> Ends:
    """The index with all customers nobody named very many, or in blocks under the threshold."""
    if bounds is None:
        return {}
    found: Ends = {"customers under the threshold": (bounds.low, bounds.high)}
    rest = max(1 - math.fsum(share.share for share in shares), 0.0)
    for share in shares:
        if share.is_at_least:
            most = (share.share + rest) ** 2 - share.share**2
            found[f"share of {share.customer}"] = (0.0, most)
    return found


def _unusable(shares: list[_Share]) -> str:
    groups = [share.customer for share in shares if share.is_group]
    if groups:
        return f"stands for several customers: {', '.join(groups)}"
    if math.fsum(share.share for share in shares) > 1 + 1e-9:
        return "shares add to more than 1: they are not of one revenue"
    return ""


CUSTOMERS = Score(
    name="customers",
    title="Disclosed customer concentration",
    columns=COLUMNS,
    run=customers,
)
