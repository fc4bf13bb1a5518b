"""Loops of financing: money that can come back to where it started.

Lives here: the score, and its table of contracts. Enumeration: `loops`. What one hop holds: `hops`.
How much money can circulate in all: `circulation`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from graphbuild.records.deal import Firmness
from graphbuild.records.document import SourceTier
from graphbuild.records.keys import content_id
from graphbuild.scores.base import Anchors, Column, Options, Score, frame
from graphbuild.scores.bounds import Contract
from graphbuild.scores.drivers import MOVES_MOST, Ends, moves_most
from graphbuild.scores.hops import FIRMNESS_RANK, Hop, is_in_time_order, make_hop
from graphbuild.scores.loops import simple_loops
from graphbuild.scores.readings import owners, paying_contracts
from graphbuild.scores.sharing import shared

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    Column("loop_id", str, "", "stable id, from the nodes"),
    Column("nodes", str, "", "entity ids in the direction money flows, from the smallest"),
    Column("length_hops", int, "", "number of hops"),
    Column("bottleneck_low", float, "USD", "certain money of the smallest hop, low"),
    Column("bottleneck_firm", float, "USD", "the same, high", optional=True),
    Column("bottleneck_high", float, "USD", "smallest ceiling of a hop", optional=True),
    Column("binding_hop", str, "", "hop with the smallest ceiling", optional=True),
    Column("weakest_hop", str, "", "least firm hop"),
    Column("firmness", str, "", "of the weakest hop, hence of the loop"),
    Column("is_time_ordered", bool, "", "payable in this order; empty: unknown", optional=True),
    Column("instruments", str, "", "instruments of each hop"),
    Column("contracts", int, "", "contracts in all hops"),
    Column("open_hops", int, "", "hops of which no ceiling is known"),
    Column("has_unknown_payment", bool, "", "some hop rests on contracts not known to be cash"),
    Column("weakest_tier", str, "", "worst source any hop must rest on"),
    Column("look_through", str, "", "parties taken together with their owners"),
    MOVES_MOST,
    Column("is_capped", bool, "", "the listing stopped at its limit; there are more loops"),
)

HOP_COLUMNS = (
    Column("loop_id", str, "", "loop the hop belongs to"),
    Column("hop", int, "", "place of the hop, from 1"),
    Column("payer", str, "", "entity id after look-through"),
    Column("payee", str, "", "entity id after look-through"),
    Column("flow_id", str, "", "contract"),
    Column("deal_id", str, "", "deal of the contract"),
    Column("source", str, "", "contract's own payer"),
    Column("target", str, "", "contract's own payee"),
    Column("instrument", str, "", "instrument"),
    Column("firmness", str, "", "firmness of the deal"),
    Column("hop_low", float, "USD", "certain money of the whole hop, low"),
    Column("hop_firm", float, "USD", "certain money of the whole hop, high", optional=True),
    Column("hop_high", float, "USD", "ceiling of the whole hop", optional=True),
)


@dataclass(frozen=True, slots=True)
class Loop:
    """A simple loop with its hops in order."""

    loop_id: str
    nodes: tuple[str, ...]
    hops: tuple[Hop, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Loops found; `is_capped` says that there are more."""

    loops: tuple[Loop, ...]
    is_capped: bool


@shared
def find_loops(graph: "nx.MultiDiGraph[str]", options: Options) -> Listing:
    """All loops of at most `loop_length_hops` on the payments reading, shorter ones first.

    Groups and unnamed parties stand for nobody in particular and close no loop. Of more than
    `loop_limit` loops the shortest are listed.
    """
    hops = collapse(graph, options)
    successors: dict[str, list[str]] = {}
    for payer, payee in hops:
        successors.setdefault(payer, []).append(payee)
    found: list[Loop] = []
    for length in range(2, options.loop_length_hops + 1):
        for nodes in simple_loops(successors, length):
            if len(nodes) < length:
                continue
            if len(found) == options.loop_limit:
                return Listing(tuple(found), is_capped=True)
            pairs = zip(nodes, nodes[1:] + nodes[:1], strict=True)
            loop_id = content_id("loop", *nodes)
            found.append(Loop(loop_id, nodes, tuple(hops[pair] for pair in pairs)))
    return Listing(tuple(found), is_capped=False)


@shared
def collapse(graph: "nx.MultiDiGraph[str]", options: Options) -> dict[tuple[str, str], Hop]:
    """Parallel contracts between the same two parties, as one hop each, in order of the pair."""
    owner = owners(graph, is_look_through=options.is_look_through)
    nameless = {n for n, data in graph.nodes(data=True) if data["is_group"] or data["is_unnamed"]}
    contracts: dict[tuple[str, str], list[Contract]] = {}
    for contract in paying_contracts(graph, is_cash_only=options.is_cash_only):
        pair = (owner[contract.source], owner[contract.target])
        if pair[0] != pair[1] and not nameless & {contract.source, contract.target, *pair}:
            contracts.setdefault(pair, []).append(contract)
    return {pair: make_hop(*pair, contracts[pair]) for pair in sorted(contracts)}


def circularity(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options
) -> "pd.DataFrame":
    """Loops of payments, one row each.

    Edges run payer -> payee over instruments that close loops, cash only unless the option says
    otherwise; parallel contracts are one hop. Bottleneck b = min over hops of the hop's money,
    in USD over the contracts' lives, as three figures: certain low, certain high, ceiling. The
    ceiling of a hop adds its firm, contingent and announced highs; an open hop does not bind.

    A loop is as firm as its weakest hop. Bottlenecks of loops that share a hop must never be
    added (`circulation` does that sum). The loop is in time order if, from some node, each hop
    can be paid no earlier than the one before it.

    Complexity: see `loops.simple_loops`. Source: Johnson, SIAM J. Comput. 4 (1975) 77,
    doi:10.1137/0204007. `anchors` is not used.
    """
    del anchors
    listing = find_loops(graph, options)
    owner = owners(graph, is_look_through=options.is_look_through)
    rows = [_row(loop, owner, is_capped=listing.is_capped) for loop in listing.loops]
    return frame(COLUMNS, sorted(rows, key=_order))


def loop_contracts(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options
) -> "pd.DataFrame":
    """Every contract inside every hop of every loop of `circularity`."""
    del anchors
    rows = [row for loop in find_loops(graph, options).loops for row in _contract_rows(loop)]
    return frame(HOP_COLUMNS, rows)


def _order(row: Mapping[str, Any]) -> tuple[int, float, str]:
    """Firmest first, then the largest ceiling; a loop without one after those with one."""
    high = row["bottleneck_high"]
    return FIRMNESS_RANK[Firmness(row["firmness"])], 0.0 if high is None else -high, row["nodes"]


def _row(loop: Loop, owner: Mapping[str, str], *, is_capped: bool) -> dict[str, Any]:
    certain = [hop.firm.high for hop in loop.hops if hop.firm.high is not None]
    ceilings = [hop.ceiling_high for hop in loop.hops if hop.ceiling_high is not None]
    weakest = max(loop.hops, key=lambda hop: (FIRMNESS_RANK[hop.firmness], -_ceiling(hop)))
    binding = min(loop.hops, key=_ceiling)
    parties = {party for hop in loop.hops for c in hop.contracts for party in (c.source, c.target)}
    return {
        "loop_id": loop.loop_id,
        "nodes": " -> ".join(loop.nodes),
        "length_hops": len(loop.nodes),
        "bottleneck_low": min(hop.firm.low for hop in loop.hops),
        "bottleneck_firm": min(certain, default=None),
        "bottleneck_high": min(ceilings, default=None),
        "binding_hop": _name(binding) if ceilings else None,
        "weakest_hop": _name(weakest),
        "firmness": str(weakest.firmness),
        "is_time_ordered": is_in_time_order(loop.hops),
        "instruments": "; ".join(_instruments(hop) for hop in loop.hops),
        "contracts": sum(len(hop.contracts) for hop in loop.hops),
        "open_hops": len(loop.hops) - len(ceilings),
        "has_unknown_payment": any(_is_unknown(hop.contracts) for hop in loop.hops),
        "weakest_tier": str(max((_tier(hop) for hop in loop.hops), key=lambda tier: tier.rank)),
        "look_through": "; ".join(f"{p} as {owner[p]}" for p in sorted(parties) if owner[p] != p),
        "moves_most": moves_most(_ends_of(loop)),
        "is_capped": is_capped,
    }


def _ends_of(loop: Loop) -> Ends:
    """The smallest hop's money as stated, with one deal at its low or its high."""
    found: Ends = {}
    for hop in loop.hops:
        rest = min(other.stated for other in loop.hops if other is not hop)
        for name, (low, high) in hop.ends.items():
            found[name] = (min(low, rest), rest if high is None else min(high, rest))
    return found


def _ceiling(hop: Hop) -> float:
    return float("inf") if hop.ceiling_high is None else hop.ceiling_high


def _name(hop: Hop) -> str:
    return f"{hop.payer} -> {hop.payee}"


def _instruments(hop: Hop) -> str:
    names = sorted({str(contract.data["instrument"]) for contract in hop.contracts})
    return f"{_name(hop)}: {', '.join(names)}"


def _is_unknown(contracts: Sequence[Contract]) -> bool:
    return not any("cash" in contract.data["paid_in"] for contract in contracts)


def _tier(hop: Hop) -> SourceTier:
    """The best source among the hop's contracts: one good contract is enough to close it."""
    return min((SourceTier(c.data["tier"]) for c in hop.contracts), key=lambda tier: tier.rank)


def _contract_rows(loop: Loop) -> Iterator[dict[str, Any]]:
    for place, hop in enumerate(loop.hops, start=1):
        for contract in hop.contracts:
            yield {
                "loop_id": loop.loop_id,
                "hop": place,
                "payer": hop.payer,
                "payee": hop.payee,
                "flow_id": contract.flow_id,
                "deal_id": contract.deal_id,
                "source": contract.source,
                "target": contract.target,
                "instrument": contract.data["instrument"],
                "firmness": contract.data["firmness"],
                "hop_low": hop.firm.low,
                "hop_firm": hop.firm.high,
                "hop_high": hop.ceiling_high,
            }


CIRCULARITY = Score(
    name="circularity",
    title="Loops of financing",
    columns=COLUMNS,
    run=circularity,
)

LOOP_CONTRACTS = Score(
    name="loop_contracts",
    title="Contracts in loops",
    columns=HOP_COLUMNS,
    run=loop_contracts,
)
