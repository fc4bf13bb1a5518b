"""How far one company depends on another: its capital, supply, sales and guarantees, side by side.

Lives here: shares between one entity and one party. Concentration over all parties:
`concentration`. Dependence along chains of customers: `dependence`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import networkx as nx

from graphbuild.records.figure import Figure
from graphbuild.records.instrument import InstrumentId
from graphbuild.scores.base import STATED, Anchors, Column, Options, Score, frame
from graphbuild.scores.books import Book, Side, books, money
from graphbuild.scores.bounds import Contract, sum_contracts
from graphbuild.scores.drivers import (
    MOVES_MOST,
    Ends,
    ends_of_share,
    ends_of_sum,
    moves_most,
    parts_of,
)
from graphbuild.scores.ratios import share_bounds
from graphbuild.scores.readings import counted_contracts, owners

if TYPE_CHECKING:
    import pandas as pd

KINDS: Mapping[Side, str] = {
    Side.INVESTOR: "equity and convertibles",
    Side.LENDER: "debt",
    Side.FUNDER: "capital",
    Side.SUPPLIER: "supply",
    Side.CUSTOMER: "contracts sold",
}
"""What a side of the books says about dependence."""

GUARANTEES = "guarantees"
"""Guarantees of the entity's obligations."""

_DISCLOSED = {
    "customer_share": "revenue",
    "receivable_share": "receivables",
    "rpo_share": "performance obligations",
    "backlog_share": "backlog",
}

COLUMNS = (
    Column("entity_id", str, "", "who depends"),
    Column("party", str, "", "on whom"),
    Column("kind", str, "", "of what: capital, debt, supply, contracts sold, guarantees, ..."),
    Column("share_low", float, "fraction", "the party's part, low", optional=True),
    Column("share_stated", float, "fraction", "its own contracts over all, stated", optional=True),
    Column("share_high", float, "fraction", "the party's part, high", optional=True),
    Column("usd_low", float, "USD", "its money, firm low", optional=True),
    Column("usd_stated", float, "USD", "its money, all that is named", optional=True),
    Column("usd_high", float, "USD", "its money, high", optional=True),
    Column("of_usd", float, "USD", "money of all parties, stated", optional=True),
    Column("deals", int, "", "contracts of the party; 0 for a disclosed share"),
    Column("joint_deals", int, "", "of these, consortia whose split is not known"),
    Column("is_only", bool, "", "no other party of this kind is known here: sole supplier, tenant"),
    MOVES_MOST,
    Column("basis", str, "", "contracts known here, or the figure that discloses it"),
)


def dependence_profile(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options
) -> "pd.DataFrame":
    """Every party's share of each entity's capital, supply, sales and guarantees.

    Share of contracts: the party's money over that of all parties known here, each contract from
    its firm low to all that is stated for it; low and high are exact (`ratios.share_bounds`).
    Stated: the party's own contracts over all, at what sources name; what a consortium lends
    together is nobody's own and is in the total only. Disclosed shares (of revenue, receivables,
    performance obligations, backlog) are those of the latest period in which that party is named.
    Direction: capital and guarantees come from the party, supply is bought from it, contracts
    are sold to it. Shares are of contracts known here, not of a balance sheet. USD.
    """
    owner = owners(graph, is_look_through=options.is_look_through)
    rows: list[dict[str, Any]] = []
    for book in books(graph, options):
        if book.basis == "all":
            rows += _book_rows(book)
    rows += _guarantee_rows(graph, owner)
    rows += _disclosed_rows(graph, anchors)
    rows.sort(
        key=lambda row: (row["entity_id"], row["kind"], -(row["share_high"] or 0.0), row["party"])
    )
    return frame(COLUMNS, rows)


def _book_rows(book: Book) -> Iterator[dict[str, Any]]:
    own = dict(zip(book.names, book.stated, strict=False))
    whole = sum(book.stated)
    for position, name in enumerate(book.names):
        contracts = [contract for party, contract in book.contracts if party == name]
        low, high = share_bounds(position, book.amounts, book.pools)
        held = money(contracts, book.basis)
        yield {
            "entity_id": book.entity_id,
            "party": name,
            "kind": KINDS[book.side],
            "share_low": low,
            "share_stated": own[name] / whole if whole else None,
            "share_high": high,
            "usd_low": held.low,
            "usd_stated": own[name],
            "usd_high": held.high,
            "of_usd": whole,
            **_counts(contracts),
            "is_only": len(book.names) == 1 and not book.amounts[position].is_group,
            "moves_most": moves_most(_ends_of(book, contracts), "fraction"),
            "basis": "contracts known here",
        }


def _ends_of(book: Book, held: Sequence[Contract]) -> Ends:
    """The party's own contracts over all as stated, with one deal at its low or its high."""
    own = [c for c in held if not c.data["is_joint"]]
    mine = {c.flow_id for c in own}
    others = [c for _, c in book.contracts if c.flow_id not in mine]
    return ends_of_share(parts_of(own, book.basis), parts_of(others, book.basis))


def _guarantee_ends(given: Mapping[str, Sequence[Contract]], name: str) -> Ends:
    others = [part for other in given if other != name for part in parts_of(given[other], "all")]
    return ends_of_share(parts_of(given[name], "all"), others)


def _counts(contracts: Sequence[Contract]) -> dict[str, int]:
    joint = {contract.deal_id for contract in contracts if contract.data["is_joint"]}
    return {"deals": len({c.deal_id for c in contracts}), "joint_deals": len(joint)}


def _guarantee_rows(
    graph: "nx.MultiDiGraph[str]", owner: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    """Guarantees by obligor and guarantor; a guarantor's own obligations are not dependence."""
    found: dict[str, dict[str, list[Contract]]] = {}
    for contract in counted_contracts(graph):
        obligor = contract.data["on_behalf_of"] or contract.target
        if contract.data["instrument"] != InstrumentId.GUARANTEE or obligor not in owner:
            continue
        top, guarantor = owner[obligor], owner[contract.source]
        if top != guarantor:
            found.setdefault(top, {}).setdefault(guarantor, []).append(contract)
    for entity in sorted(found):
        given = {name: money(contracts, "all") for name, contracts in found[entity].items()}
        for name in sorted(given):
            others = [part for other, part in given.items() if other != name]
            rest_high = (
                None
                if any(part.high is None for part in others)
                else sum(part.high or 0.0 for part in others)
            )
            mine = given[name]
            rest_low = sum(part.low for part in others)
            whole = sum(part.stated for part in given.values())
            yield {
                "entity_id": entity,
                "party": name,
                "kind": GUARANTEES,
                "share_low": _part(mine.low, rest_high),
                "share_stated": mine.stated / whole if whole else None,
                "share_high": 1.0 if mine.high is None else _part(mine.high, rest_low),
                "usd_low": mine.low,
                "usd_stated": mine.stated,
                "usd_high": mine.high,
                "of_usd": whole,
                **_counts(found[entity][name]),
                "is_only": len(given) == 1,
                "moves_most": moves_most(_guarantee_ends(found[entity], name), "fraction"),
                "basis": "guarantees known here",
            }


def _part(mine: float, rest: float | None) -> float:
    return 0.0 if rest is None or mine == 0 else mine / (mine + rest)


def _disclosed_rows(graph: "nx.MultiDiGraph[str]", anchors: Anchors) -> Iterator[dict[str, Any]]:
    pairs = {(f.entity_id, f.metric, f.counterparty or "") for f in anchors.figures}
    for entity, metric, party in sorted(pairs):
        if metric not in _DISCLOSED or entity not in graph or not party:
            continue
        for figure in anchors.series(entity, metric, STATED, party):
            if figure.share is not None:
                yield _disclosed_row(figure, _DISCLOSED[metric])
                break


def _disclosed_row(figure: Figure, kind: str) -> dict[str, Any]:
    share = float(figure.share or 0)
    value = float(figure.value_usd) if figure.value_usd is not None else None
    return {
        "entity_id": figure.entity_id,
        "party": figure.counterparty,
        "kind": kind,
        "share_low": share,
        "share_stated": share,
        "share_high": share,
        "usd_low": value,
        "usd_stated": value,
        "usd_high": value,
        "of_usd": value / share if value is not None and share else None,
        "deals": 0,
        "joint_deals": 0,
        "is_only": False,
        "moves_most": "",
        "basis": f"{figure.metric} of {figure.period}",
    }


BACKLOG_COLUMNS = (
    Column("entity_id", str, "", "vendor"),
    Column("backlog_usd", float, "USD", "performance obligations or backlog, as reported"),
    Column("backlog_basis", str, "", "metric and date"),
    Column("firm_low", float, "USD", "contracts of customers known here, firm low"),
    Column("firm_stated", float, "USD", "firm, stated"),
    Column("all_stated", float, "USD", "with conditional and announced ones, stated"),
    Column("firm_share", float, "", "firm stated over backlog"),
    Column("all_share", float, "", "all stated over backlog"),
    Column("open_deals", int, "", "contracts without a figure"),
    MOVES_MOST,
    Column("reason", str, "", "what the difference can be"),
)


def backlog_check(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options
) -> "pd.DataFrame":
    """What vendors report as backlog beside the sum of their customers' contracts known here.

    Contracts count with their whole lives, so that what was delivered already makes the sum too
    large; below 1 customers are missing here, above 1 ceilings or delivered parts are in it. USD.
    """
    owner = owners(graph, is_look_through=options.is_look_through)
    sold: dict[str, list[Contract]] = {}
    for contract in counted_contracts(graph):
        vendor, customer = owner[contract.target], owner[contract.source]
        if contract.data["family"] == "commitment" and vendor != customer:
            sold.setdefault(vendor, []).append(contract)
    rows = []
    for vendor in sorted(sold):
        backlog = anchors.contracted(vendor)
        if backlog is not None and backlog.value_usd:
            rows.append(_backlog_row(vendor, backlog, sold[vendor]))
    return frame(BACKLOG_COLUMNS, rows)


def _backlog_row(vendor: str, backlog: Figure, contracts: Sequence[Contract]) -> dict[str, Any]:
    size = float(backlog.value_usd or 0)
    firm, every = sum_contracts(contracts, "firm"), money(contracts, "all")
    missing = len({c.deal_id for c in contracts if money([c], "all").high is None})
    reasons = []
    if every.stated < size:
        reasons.append("customers or contracts are missing here")
    if every.stated > size:
        reasons.append("ceilings, newer contracts or parts delivered already are in the sum")
    if missing:
        reasons.append(f"contracts without a figure: {missing}")
    return {
        "entity_id": vendor,
        "backlog_usd": size,
        "backlog_basis": f"{backlog.metric} of {backlog.period}",
        "firm_low": firm.low,
        "firm_stated": firm.stated,
        "all_stated": every.stated,
        "firm_share": firm.stated / size,
        "all_share": every.stated / size,
        "open_deals": missing,
        "moves_most": moves_most(ends_of_sum(parts_of(contracts, "all"))),
        "reason": "; ".join(reasons),
    }


DEPENDENCE = Score(
    name="dependence_profile",
    title="Dependence of one company on another",
    columns=COLUMNS,
    run=dependence_profile,
)

BACKLOG = Score(
    name="backlog_check",
    title="Backlog reported against contracts known",
    columns=BACKLOG_COLUMNS,
    run=backlog_check,
)
