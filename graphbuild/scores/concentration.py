"""How much of an entity's money hangs on few counterparties: Herfindahl index and ratios.

Lives here: the score over the graph. Who the counterparties are: `books`. Formulas: `shares`,
`herfindahl`, `ratios`. Customer shares of revenue that companies disclose: `customers`.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import networkx as nx

from graphbuild.scores.base import Anchors, Column, Options, Score, frame
from graphbuild.scores.books import Book, books, money
from graphbuild.scores.bounds import Contract
from graphbuild.scores.drivers import (
    MOVES_MOST,
    Ends,
    ends_of_sum,
    moves_most,
    parts_of,
    sum_of,
)
from graphbuild.scores.herfindahl import IndexBounds, herfindahl_bounds
from graphbuild.scores.ratios import ratio_bounds, share_bounds
from graphbuild.scores.shares import effective_number, herfindahl, normalised_herfindahl

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    Column("entity_id", str, "", "whose counterparties"),
    Column("side", str, "", "customer, supplier, lender, investor, funder (lender or investor)"),
    Column("basis", str, "", "firm, contingent, headline, or all of them as one interval"),
    Column("counterparties", int, "", "counterparties with money on this basis"),
    Column("groups", int, "", "of these, groups that stand for an unknown number"),
    Column("open_deals", int, "", "deals without a figure, or open above"),
    Column("total_low", float, "USD", "money of all counterparties, low"),
    Column("total_high", float, "USD", "money of all counterparties, high", optional=True),
    Column("total_stated", float, "USD", "what sources name, without what they leave open"),
    Column("hhi_low", float, "fraction", "Herfindahl index, low", optional=True),
    Column("hhi_high", float, "fraction", "Herfindahl index, high", optional=True),
    Column(
        "hhi_stated", float, "fraction", "at stated figures, a consortium as one", optional=True
    ),
    Column("is_exact", bool, "", "the bounds are attained, not only safe"),
    Column("normalised_low", float, "fraction", "(H - 1/n) / (1 - 1/n), low", optional=True),
    Column("normalised_high", float, "fraction", "(H - 1/n) / (1 - 1/n), high", optional=True),
    Column("effective_low", float, "", "effective number of counterparties, low", optional=True),
    Column("effective_high", float, "", "effective number of counterparties, high", optional=True),
    Column("cr1_low", float, "fraction", "share of the largest, low", optional=True),
    Column("cr1_high", float, "fraction", "share of the largest, high", optional=True),
    Column("cr3_low", float, "fraction", "share of the three largest, low", optional=True),
    Column("cr3_high", float, "fraction", "share of the three largest, high", optional=True),
    Column("largest", str, "", "counterparty that can have most", optional=True),
    Column("is_largest_certain", bool, "", "no other can have more"),
    MOVES_MOST,
    Column("reason", str, "", "why a value is missing or an interval wide"),
)

SHARE_COLUMNS = (
    *COLUMNS[:3],
    Column("counterparty", str, "", "the other party"),
    Column("usd_low", float, "USD", "its money, low; 0 for a member of a consortium"),
    Column("usd_high", float, "USD", "its money, high; the whole for a member", optional=True),
    Column("share_low", float, "fraction", "its share, low"),
    Column("share_high", float, "fraction", "its share, high"),
    Column("deals", int, "", "contracts behind it"),
)


def concentration(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options
) -> "pd.DataFrame":
    """Concentration of every entity's counterparties, a row for each side and basis with money.

    H = sum of squared shares; normalised (H - 1/n) / (1 - 1/n); effective number 1 / H; CR-k the
    share of the k largest. Direction: a customer is the source of a purchase contract, a lender
    or investor the source of a debt or equity contract. Shares are fractions of 0 to 1.

    Bounds: every contract lies in its interval, a consortium's members share one total, an
    undisclosed contract may be of any size (then the index reaches 1 and the reason says so).
    Basis "all" lets each contract lie anywhere between its firm low and everything stated for it.
    Thresholds of merger control do not apply: they are about markets.

    Contracts inside one group of owned companies are left out when looking through.

    See `herfindahl` and `shares` for sources, complexity and examples. `anchors` is not used.
    """
    del anchors
    return frame(COLUMNS, [_row(book) for book in books(graph, options)])


def concentration_shares(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options
) -> "pd.DataFrame":
    """Every counterparty's share behind `concentration`, as an exact interval."""
    del anchors
    rows = [row for book in books(graph, options) for row in _share_rows(book)]
    return frame(SHARE_COLUMNS, rows)


def _row(book: Book) -> dict[str, Any]:
    index = herfindahl_bounds(book.amounts, book.pools)
    groups = sum(amount.is_group for amount in book.amounts)
    cr1 = ratio_bounds(1, book.amounts, book.pools)
    cr3 = ratio_bounds(3, book.amounts, book.pools)
    largest, is_certain = _largest(book)
    return {
        "entity_id": book.entity_id,
        "side": str(book.side),
        "basis": book.basis,
        "counterparties": len(book.names),
        "groups": groups,
        "open_deals": book.open_deals,
        "total_low": book.total.low,
        "total_high": book.total.high,
        "total_stated": book.total.stated,
        **_index_columns(index, len(book.names), groups),
        "hhi_stated": _stated_index(book),
        "cr1_low": cr1[0],
        "cr1_high": cr1[1],
        "cr3_low": cr3[0],
        "cr3_high": cr3[1],
        "largest": largest,
        "is_largest_certain": is_certain,
        "moves_most": moves_most(_ends_of(book), "fraction"),
        "reason": _reason(book, groups),
    }


def _index_columns(index: IndexBounds | None, count: int, groups: int) -> dict[str, Any]:
    low, high = (None, None) if index is None else (index.low, index.high)
    is_counted = low is not None and high is not None and not groups
    return {
        "hhi_low": low,
        "hhi_high": high,
        "is_exact": index is not None and index.is_exact,
        "normalised_low": max(normalised_herfindahl(low, count), 0.0)
        if low is not None and is_counted
        else None,
        "normalised_high": normalised_herfindahl(high, count)
        if high is not None and is_counted
        else None,
        "effective_low": effective_number(high) if high else None,
        "effective_high": effective_number(low) if low else None,
    }


def _stated_index(book: Book) -> float | None:
    """Herfindahl index with every amount at its stated figure and each consortium as one party."""
    return herfindahl(book.stated) if sum(book.stated) > 0 else None


def _ends_of(book: Book) -> Ends:
    """The index as stated, with one deal at its low or its high; an open deal can be all."""
    holders: dict[str, list[Contract]] = {}
    for name, contract in book.contracts:
        key = contract.deal_id if contract.data["is_joint"] else f"of {name}"
        holders.setdefault(key, []).append(contract)
    parts = {key: parts_of(contracts, book.basis) for key, contracts in holders.items()}
    amounts = {key: sum_of(listed) for key, listed in parts.items()}
    total, squares = sum(amounts.values()), sum(value**2 for value in amounts.values())
    found: Ends = {}
    for key, listed in parts.items():
        others, rest = squares - amounts[key] ** 2, total - amounts[key]
        for name, (low, high) in ends_of_sum(listed).items():
            found[name] = (
                _index(low, others, rest),
                1.0 if high is None else _index(high, others, rest),
            )
    return found


def _index(amount: float, squares: float, rest: float) -> float:
    whole = amount + rest
    return (squares + amount**2) / whole**2 if whole > 0 else 0.0


def _largest(book: Book) -> tuple[str | None, bool]:
    """The counterparty whose share can be largest, and whether no other can have more."""
    shares = [share_bounds(i, book.amounts, book.pools) for i in range(len(book.names))]
    order = sorted(range(len(shares)), key=lambda i: (-shares[i][1], -shares[i][0], i))
    if not order:
        return None, False
    first = order[0]
    least = book.amounts[first].low
    rivals = [_most(i, book) for i in order[1:]]
    return book.names[first], all(most is not None and most <= least for most in rivals)


def _most(position: int, book: Book) -> float | None:
    parts = [book.amounts[position].high]
    parts += [pool.high for pool in book.pools if position in pool.members]
    return None if None in parts else sum(part for part in parts if part is not None)


def _reason(book: Book, groups: int) -> str:
    reasons = []
    if book.open_deals:
        reasons.append(f"deals without a figure, of any size: {book.open_deals}")
    if groups:
        reasons.append(f"groups of an unknown number of parties: {groups}")
    if book.pools:
        reasons.append(f"joint deals with an unknown split: {len(book.pools)}")
    return "; ".join(reasons)


def _share_rows(book: Book) -> Iterator[dict[str, Any]]:
    for position, name in enumerate(book.names):
        contracts = [contract for party, contract in book.contracts if party == name]
        whole = money(contracts, book.basis)
        low, high = share_bounds(position, book.amounts, book.pools)
        yield {
            "entity_id": book.entity_id,
            "side": str(book.side),
            "basis": book.basis,
            "counterparty": name,
            "usd_low": whole.low,
            "usd_high": whole.high,
            "share_low": low,
            "share_high": high,
            "deals": len({contract.deal_id for contract in contracts}),
        }


CONCENTRATION = Score(
    name="concentration",
    title="Concentration of counterparties",
    columns=COLUMNS,
    run=concentration,
)

CONCENTRATION_SHARES = Score(
    name="concentration_shares",
    title="Shares of counterparties",
    columns=SHARE_COLUMNS,
    run=concentration_shares,
)
