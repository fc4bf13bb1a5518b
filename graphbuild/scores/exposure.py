"""Who is exposed to one party, by how much, directly and through others. Exposure is not loss.

Lives here: the tables and their columns. Paths and attribution: `attribution`, `dependence`.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import networkx as nx

from graphbuild.records.document import SourceTier
from graphbuild.scores.attribution import (
    Path,
    Scene,
    claims_on,
    find_paths,
    group_claims,
    indirect,
    indirect_parts,
    read_scene,
)
from graphbuild.scores.base import Anchors, Column, Options, Score, frame, require_node
from graphbuild.scores.books import money
from graphbuild.scores.bounds import FORWARD, Bounds, Contract, add, sum_contracts
from graphbuild.scores.claims import equity_cost, largest_past, latest_position
from graphbuild.scores.dependence import Customer
from graphbuild.scores.drivers import (
    MOVES_MOST,
    Ends,
    ends_of_sum,
    moves_most,
    parts_of,
    sum_of,
)
from graphbuild.scores.holders import anchor_columns, anchor_shares
from graphbuild.scores.readings import Exposed

if TYPE_CHECKING:
    import pandas as pd


def _triple(name: str, meaning: str) -> tuple[Column, ...]:
    return (
        Column(f"{name}_low", float, "USD", f"{meaning}, low"),
        Column(f"{name}_high", float, "USD", f"{meaning}, high; empty: open", optional=True),
        Column(f"{name}_stated", float, "USD", f"{meaning}, as far as sources name it"),
    )


def _pair(name: str, meaning: str) -> tuple[Column, ...]:
    return _triple(name, meaning)[:2]


COLUMNS = (
    Column("holder", str, "", "entity that is exposed"),
    Column("name", str, "", "its name"),
    Column("kind", str, "", "what it is"),
    Column("owner_id", str, "", "owner whose row includes this one", optional=True),
    *_triple("firm", "the holder's own firm claims"),
    *_triple("contingent", "the holder's own contingent claims"),
    *_triple("headline", "the holder's own announced claims"),
    *_pair("past", "largest single period already recognised or paid"),
    *_pair("position", "market value of holdings, in no other column"),
    *_pair("equity_cost", "part of firm that is equity at cost"),
    *_triple("lookthrough", "own, owned and indirect, firm low to everything stated"),
    *_triple("indirect", "part of that through third parties"),
    *anchor_columns(),
    Column("deals", int, "", "deals with claims of the holder or what it owns"),
    Column("open_deals", int, "", "of these, deals without a figure or open above"),
    Column("paths", int, "", "paths, own claims included"),
    Column("weakest_tier", str, "", "worst source among the deals", optional=True),
    MOVES_MOST,
    Column("reason", str, "", "why a value is missing, or how it is to be read"),
)

PATH_COLUMNS = (
    Column("holder", str, "", "entity that is exposed"),
    Column("path", str, "", "entity ids from the holder to the other party"),
    Column("kind", str, "", "direct, owned, vehicle, indirect, without_recourse"),
    Column("length_hops", int, "", "number of hops"),
    Column("deal_ids", str, "", "contracts of the first hop"),
    Column("firmness", str, "", "firmness of these"),
    *_triple("amount", "money of the first hop"),
    Column("share_low", float, "fraction", "part that hangs on the other party, low"),
    Column("share_high", float, "fraction", "part that hangs on the other party, high"),
    *_triple("attributed", "amount times share"),
    Column("contracts", str, "", "contracts of the further hops"),
    Column("basis", str, "", "what the shares are shares of"),
    MOVES_MOST,
)


def exposure(graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options) -> "pd.DataFrame":
    """Exposure of every holder to `options.to`, one row a holder. It is exposure, never loss.

    Direct: sum over the holder's own contracts by which it loses if `to` fails, as the
    instrument table says (supplier to customer, lender to borrower, investor to issuer,
    guarantor to obligor); firm, contingent and headline apart, never added. Equity stands at
    cost; holdings at market value have their own column.

    Look-through: own claims, claims of companies the holder owns (relation "owner" only), claims on
    companies `to` owns unless without recourse, and indirect ones:

        indirect_i = sum over j of x_ij * d_j,
        d_j = sum over chains j - c1 - ... - to of the product of shares,
        share of customer c in j = contracts of c with j / backlog of j,

    x_ij being i's claims on j. The denominator is j's remaining performance obligations or
    backlog where known, else the contracts in the graph, which overstates. Chains visit nobody
    twice, are at most `exposure_length_hops` hops long and avoid the holder's group, groups and
    unnamed parties. No deal counts twice. It is assumed that a claim suffers in proportion to
    its obligor's contracts. The low end holds firm money only, the high end everything stated:
    it brackets, it adds no columns up.

    Rows of owned companies repeat what their owner's row includes: see `owner_id` before adding.

    Raises
    ------
    NotFoundError
        `to` is not in the graph.
    """
    require_node(graph, options.to)
    scene = read_scene(graph, anchors, options)
    rows = []
    for holder in _holders(scene):
        row = _row(scene, holder, graph, anchors)
        if row is not None:
            rows.append(row)
    rows.sort(key=lambda row: (-row["lookthrough_stated"], -row["lookthrough_low"], row["holder"]))
    return frame(COLUMNS, rows)


def exposure_paths(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options, holder: str
) -> "pd.DataFrame":
    """Every path of one holder to `options.to`, with contracts, amounts and what is attributed.

    Members of one joint deal and deals about the same money stand on rows of their own; the sums of
    `exposure` count them once, so the rows may add to more.

    Raises
    ------
    NotFoundError
        `to` or the holder is not in the graph.
    """
    require_node(graph, options.to)
    require_node(graph, holder)
    scene = read_scene(graph, anchors, options)
    return frame(PATH_COLUMNS, [_path_row(scene, holder, path) for path in _paths(scene, holder)])


def all_paths(graph: "nx.MultiDiGraph[str]", anchors: Anchors, options: Options) -> "pd.DataFrame":
    """`exposure_paths` of every holder."""
    require_node(graph, options.to)
    scene = read_scene(graph, anchors, options)
    rows = [
        _path_row(scene, holder, path)
        for holder in _holders(scene)
        for path in _paths(scene, holder)
    ]
    return frame(PATH_COLUMNS, rows)


def _holders(scene: Scene) -> list[str]:
    """Everybody who may be exposed: holders of claims and their owners."""
    direct = set(scene.claims)
    owning = {node for node, group in scene.members.items() if not direct.isdisjoint(group)}
    return sorted((direct | owning) - scene.to_group)


def _paths(scene: Scene, holder: str) -> Iterator[Path]:
    if holder not in scene.to_group:
        for path in find_paths(scene, holder):
            if not path.money.is_nothing:
                yield path


def _row(
    scene: Scene, holder: str, graph: "nx.MultiDiGraph[str]", anchors: Anchors
) -> dict[str, Any] | None:
    grouped = claims_on(scene, group_claims(scene, holder))
    own = [c for c in grouped if c.holder == holder and c.obligor == scene.to]
    paths = list(_paths(scene, holder))
    through = indirect(scene, holder)
    if not own and not grouped and through.is_nothing:
        return None
    contracts = [claim.contract for claim in grouped]
    total = add([money(contracts, "all"), through])
    at_risk = [c for c in contracts if not money([c], "all").is_nothing]
    open_deals = {c.deal_id for c in at_risk if money([c], "all").high is None}
    shares, notes = anchor_shares(graph, anchors, scene, holder, grouped)
    above = scene.owner[holder]
    return {
        "holder": holder,
        "name": graph.nodes[holder]["name"],
        "kind": graph.nodes[holder]["kind"],
        "owner_id": above if above != holder else None,
        **_own(own),
        **_ends("lookthrough", total),
        **_ends("indirect", through),
        **shares,
        "deals": len({c.deal_id for c in contracts}),
        "open_deals": len(open_deals),
        "paths": len(paths),
        "weakest_tier": _weakest(grouped),
        "moves_most": moves_most(_ends_of(scene, holder, contracts)),
        "reason": "; ".join([*_open_note(open_deals), *notes]),
    }


def _ends_of(scene: Scene, holder: str, contracts: Sequence[Contract]) -> Ends:
    """What is stated with others, with one deal or one dependence at its low or its high."""
    parts = parts_of(contracts, "all")
    through = indirect_parts(scene, holder)
    parts += [part for _, _, listed in through for part in listed]
    ends = ends_of_sum(parts)
    for top, share, listed in through:
        amount = sum_of(listed)
        if amount and share.stated:
            ends[f"part of {top} that hangs on {scene.to}"] = (
                amount * share.low / share.stated,
                amount * share.high / share.stated,
            )
    return ends


def _own(own: Sequence[Exposed]) -> dict[str, float | None]:
    contracts = [claim.contract for claim in own]
    found: dict[str, float | None] = {}
    for column in FORWARD:
        found |= _ends(column, sum_contracts(contracts, column))
    for name, amount in (
        ("past", largest_past(own)),
        ("position", latest_position(own)),
        ("equity_cost", equity_cost(own)),
    ):
        found |= {f"{name}_low": amount.low, f"{name}_high": amount.high}
    return found


def _ends(name: str, amount: Bounds) -> dict[str, float | None]:
    return {
        f"{name}_low": amount.low,
        f"{name}_high": amount.high,
        f"{name}_stated": amount.stated,
    }


def _open_note(open_deals: set[str]) -> list[str]:
    return [f"deals without a figure leave the high open: {len(open_deals)}"] if open_deals else []


def _weakest(claims: Sequence[Exposed]) -> str | None:
    tiers = [SourceTier(claim.contract.data["tier"]) for claim in claims]
    return str(max(tiers, key=lambda tier: tier.rank)) if tiers else None


def _path_row(scene: Scene, holder: str, path: Path) -> dict[str, Any]:
    first = path.claims[0]
    nodes = [holder]
    if path.kind == "indirect":
        nodes += [first.top, *(link.customer for link in path.links)]
    else:
        nodes = list(dict.fromkeys((holder, first.holder, first.obligor, scene.to)))
    contracts = [claim.contract for claim in path.claims]
    return {
        "holder": holder,
        "path": " -> ".join(nodes),
        "kind": path.kind,
        "length_hops": len(nodes) - 1,
        "deal_ids": ", ".join(sorted({contract.deal_id for contract in contracts})),
        "firmness": ", ".join(sorted({str(contract.data["firmness"]) for contract in contracts})),
        **_ends("amount", path.money),
        "share_low": path.share.low,
        "share_high": path.share.high,
        **_ends("attributed", path.attributed),
        "contracts": "; ".join(_link_text(link) for link in path.links),
        "basis": "; ".join(f"{link.vendor}: {link.basis}" for link in path.links),
        "moves_most": moves_most(_path_ends(path)),
    }


def _path_ends(path: Path) -> Ends:
    contracts = [claim.contract for claim in path.claims]
    ends = ends_of_sum(parts_of(contracts, "all", path.share.stated))
    amount = path.money.stated
    ends["part that hangs on the other"] = (amount * path.share.low, amount * path.share.high)
    return ends


def _link_text(link: Customer) -> str:
    deals = ", ".join(sorted({contract.deal_id for contract in link.contracts}))
    return f"{link.customer} -> {link.vendor}: {deals}"


EXPOSURE = Score(
    name="exposure",
    title="Exposure to one party",
    columns=COLUMNS,
    run=exposure,
    is_about_one=True,
)

EXPOSURE_PATHS = Score(
    name="exposure_paths",
    title="Paths of exposure to one party",
    columns=PATH_COLUMNS,
    run=all_paths,
    is_about_one=True,
)
