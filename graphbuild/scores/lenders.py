"""Which borrowers share lenders: one lender's trouble, or caution, reaches all of them at once.

Lives here: pairs of borrowers. Concentration of one borrower's lenders: `concentration`.
"""

import itertools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import networkx as nx

from graphbuild.records.instrument import Family
from graphbuild.scores.base import Anchors, Column, Options, Score, frame
from graphbuild.scores.books import money
from graphbuild.scores.bounds import Contract
from graphbuild.scores.drivers import MOVES_MOST, ends_of_sum, moves_most, parts_of
from graphbuild.scores.readings import counted_contracts, owners

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    Column("borrower", str, "", "taken together with its owner; the smaller id"),
    Column("other", str, "", "the other borrower"),
    Column("common", int, "", "lenders of both"),
    Column("lenders", str, "", "their ids"),
    Column("overlap", float, "fraction", "lenders of both over lenders of either"),
    Column("usd", float, "USD", "stated debt of the borrower in which a common lender has a part"),
    Column("other_usd", float, "USD", "the same of the other borrower"),
    Column("share", float, "fraction", "that over all its debt with named lenders"),
    Column("other_share", float, "fraction", "the same of the other borrower"),
    MOVES_MOST,
)


def lender_overlap(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options
) -> "pd.DataFrame":
    """Pairs of borrowers with at least one lender in common, the largest common debt first.

    overlap = |lenders of both| / |lenders of either| (Jaccard). Money is that of whole deals in
    which a common lender takes part, firm to announced, as stated: a consortium's split is not
    known, so it is what a common lender has a say in, not what it lent. Groups ("banks") and
    unnamed lenders are nobody in particular and are left out. `anchors` is not used. USD.
    """
    del anchors
    loans = _loans(graph, options)
    rows = []
    for borrower, other in itertools.combinations(sorted(loans), 2):
        common = set(loans[borrower]) & set(loans[other])
        if common:
            rows.append(_row(borrower, other, common, loans))
    rows.sort(key=lambda row: (-min(row["usd"], row["other_usd"]), row["borrower"], row["other"]))
    return frame(COLUMNS, rows)


def _loans(graph: "nx.MultiDiGraph[str]", options: Options) -> dict[str, dict[str, list[Contract]]]:
    """Borrower -> lender -> contracts."""
    owner = owners(graph, is_look_through=options.is_look_through)
    nameless = {n for n, data in graph.nodes(data=True) if data["is_group"] or data["is_unnamed"]}
    found: dict[str, dict[str, list[Contract]]] = {}
    for contract in counted_contracts(graph):
        lender, borrower = owner[contract.source], owner[contract.target]
        if contract.data["family"] != Family.DEBT or lender == borrower:
            continue
        if not {contract.source, lender, borrower} & nameless:
            found.setdefault(borrower, {}).setdefault(lender, []).append(contract)
    return found


def _row(
    borrower: str,
    other: str,
    common: set[str],
    loans: Mapping[str, Mapping[str, list[Contract]]],
) -> dict[str, Any]:
    shared = {name: _stated(loans[name], common) for name in (borrower, other)}
    whole = {name: _stated(loans[name], set(loans[name])) for name in (borrower, other)}
    return {
        "borrower": borrower,
        "other": other,
        "common": len(common),
        "lenders": ", ".join(sorted(common)),
        "overlap": len(common) / len(set(loans[borrower]) | set(loans[other])),
        "usd": shared[borrower],
        "other_usd": shared[other],
        "share": shared[borrower] / whole[borrower] if whole[borrower] else 0.0,
        "other_share": shared[other] / whole[other] if whole[other] else 0.0,
        "moves_most": moves_most(
            {
                deal: ends
                for name in (borrower, other)
                for deal, ends in ends_of_sum(parts_of(_of(loans[name], common), "all")).items()
            }
        ),
    }


def _stated(lent: Mapping[str, list[Contract]], lenders: set[str]) -> float:
    return money(_of(lent, lenders), "all").stated


def _of(lent: Mapping[str, list[Contract]], lenders: set[str]) -> list[Contract]:
    return [contract for name in sorted(lenders) for contract in lent[name]]


LENDER_OVERLAP = Score(
    name="lender_overlap",
    title="Borrowers with lenders in common",
    columns=COLUMNS,
    run=lender_overlap,
)
