"""Graph -> sheet: one row a party, one row a flow, with everything that is drawn or said of it.

Places belong to scenes (`layout`, `routing`); a sheet is the same whatever the view. All values
are plain text, numbers and booleans, ready for JSON.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graphbuild.graph.projections import SUMMED
from graphbuild.maps import encoding, panel, words
from graphbuild.maps.base import Graph, PageFacts
from graphbuild.maps.encoding import RootScale
from graphbuild.maps.sums import PartySums, party_sums

_MONEY = tuple(
    f"{state}_{bound}"
    for state in ("firm", "contingent", "headline", "past")
    for bound in ("low", "high")
)
_NAMELESS_KINDS = frozenset({"unnamed", "unknown"})
_FUNDING_FAMILIES = frozenset({"equity", "debt", "position"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeRow:
    """One party.

    Parameters
    ----------
    label : short name for the map; the full name is `name`.
    column : index into `encoding.COLUMNS`.
    size_usd, firm_usd : dollars of the outer shape and of its solid part.
    radius, firm_radius, core_radius : pixels; the core is the anchor's revenue, else 0.
    is_open : drawn as an outline: it stands for nobody in particular.
    says : lines of the panel.
    """

    entity_id: str
    name: str
    label: str
    kind: str
    column: int
    shape: str
    size_usd: float
    firm_usd: float
    radius: float
    firm_radius: float
    core_radius: float
    is_anchor: bool
    is_open: bool
    parent_id: str | None
    says: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeRow:
    """One flow.

    Parameters
    ----------
    usd : dollars it is drawn and filtered by: the figure as written, for a consortium's member the
        consortium's; ``None`` without a figure.
    width : of the line; `sleeve` the width of the paler line behind it that shows the upper bound,
        0 where the bounds say no more than the figure.
    opacity : by source tier; unverified is faint whatever the tier.
    money : bounds of each state in US dollars, as the graph has them: "firm_low", "firm_high", ...
    says : lines of the panel.
    """

    flow_id: str
    deal_id: str
    source: str
    target: str
    family: str
    firmness: str
    status: str
    label: str
    usd: float | None
    width: float
    sleeve: float
    opacity: float
    is_joint: bool
    is_unverified: bool
    is_counted: bool
    known_on: str
    money: Mapping[str, float | None]
    says: Mapping[str, str]

    def is_shown_at(self, minimum_usd: float) -> bool:
        """Whether it is visible before a reader touches any filter."""
        return (
            self.status not in encoding.ENDED_STATUSES
            and (self.is_counted or self.is_unverified)
            and (self.usd or 0.0) >= minimum_usd
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Every party and every flow once, by id and in id order, with the scales they share."""

    nodes: Mapping[str, NodeRow]
    edges: Mapping[str, EdgeRow]
    widths: RootScale
    radii: RootScale


def draw_sheet(graph: Graph, facts: PageFacts) -> Sheet:
    """The rows of all parties that have a flow or a parent, and of all flows."""
    flows = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[2])
    widths = encoding.width_scale(usd for _, _, _, data in flows if (usd := drawn_usd(data)))
    sums = party_sums(graph)
    revenue = facts.revenue_usd or 0.0
    sizes = [part.size_usd for part in sums.values()]
    radii = encoding.radius_scale([*sizes, revenue])
    edges = {
        key: _edge_row(graph, (source, target, key), data, widths)
        for source, target, key, data in flows
    }
    nodes = {
        entity_id: _node_row(graph, entity_id, sums[entity_id], radii, facts)
        for entity_id in sorted(graph.nodes)
        if graph.degree(entity_id) or graph.nodes[entity_id]["parent_id"]
    }
    return Sheet(nodes=nodes, edges=edges, widths=widths, radii=radii)


def drawn_usd(data: Mapping[str, Any]) -> float | None:
    """The one figure a flow is drawn by: joint total, figure as written, middle, or only bound."""
    if data["is_joint"]:
        joint: float | None = data["joint_usd"]
        return joint
    point, low, high = data["usd_point"], data["usd_low"], data["usd_high"]
    if point is not None:
        return float(point)
    if low is not None and high is not None:
        return (float(low) + float(high)) / 2
    bound = low if low is not None else high
    return None if bound is None else float(bound)


def column_of(graph: Graph, entity_id: str) -> int:
    """The party's tier: by its kind, and where that says nothing, by what it does in its flows.

    A company of another trade stands with the users unless it mostly funds. A party without a name
    stands where most of its flows put it: who lets is a host, who is bought from a supplier.
    """
    kind = graph.nodes[entity_id]["kind"]
    column = encoding.COLUMN_OF_KIND.get(kind, encoding.USERS)
    if column != encoding.USERS:
        return column
    votes = Counter(_columns_by_role(graph, entity_id))
    if kind not in _NAMELESS_KINDS:
        is_funder = 2 * votes[encoding.FUNDERS] > votes.total()
        return encoding.FUNDERS if is_funder else encoding.USERS
    return max(sorted(votes, reverse=True), key=lambda tier: votes[tier], default=encoding.USERS)


def _columns_by_role(graph: Graph, entity_id: str) -> Iterator[int]:
    for _, _, data in graph.out_edges(entity_id, data=True):
        yield encoding.FUNDERS if data["family"] in _FUNDING_FAMILIES else encoding.USERS
    for _, _, data in graph.in_edges(entity_id, data=True):
        yield encoding.COLUMN_OF_SELLER.get(data["instrument"], encoding.USERS)


def _node_row(
    graph: Graph, entity_id: str, sums: PartySums, radii: RootScale, facts: PageFacts
) -> NodeRow:
    data = graph.nodes[entity_id]
    is_anchor = entity_id == facts.anchor_id
    core = radii.exact_px(facts.revenue_usd) if is_anchor and facts.revenue_usd else 0.0
    return NodeRow(
        entity_id=entity_id,
        name=words.clipped(data["name"], words.NAME_LIMIT),
        label=words.short_name(data["name"]),
        kind=data["kind"],
        column=column_of(graph, entity_id),
        shape=encoding.SHAPE_OF_KIND.get(data["kind"], "circle"),
        size_usd=sums.size_usd,
        firm_usd=sums.firm_usd,
        radius=radii.px(sums.size_usd),
        firm_radius=round(radii.exact_px(sums.firm_usd), 2),
        core_radius=round(core, 2),
        is_anchor=is_anchor,
        is_open=data["is_group"] or data["is_unnamed"],
        parent_id=data["parent_id"],
        says=panel.about_party(graph, entity_id, sums),
    )


def _edge_row(
    graph: Graph, edge: tuple[str, str, str], data: Mapping[str, Any], widths: RootScale
) -> EdgeRow:
    source, target, flow_id = edge
    is_unverified = data["verification"] == "secondary"
    usd = drawn_usd(data)
    is_joint = data["is_joint"]
    return EdgeRow(
        flow_id=flow_id,
        deal_id=data["deal_id"],
        source=source,
        target=target,
        family=data["family"],
        firmness=data["firmness"],
        status=data["status"],
        label=words.amount(data),
        usd=usd,
        width=encoding.HAIRLINE if is_joint else widths.px(usd),
        sleeve=0.0 if is_joint else _sleeve(usd, data["usd_high"], widths),
        opacity=(
            encoding.UNVERIFIED_OPACITY if is_unverified else encoding.OPACITY_OF_TIER[data["tier"]]
        ),
        is_joint=is_joint,
        is_unverified=is_unverified,
        is_counted=data["standing"] in SUMMED,
        known_on=data["known_on"] or "",
        money={name: data[name] for name in _MONEY},
        says=panel.about_flow(graph, data),
    )


def _sleeve(usd: float | None, high: float | None, widths: RootScale) -> float:
    """Width of the upper bound where it is more than a tenth above the figure."""
    if usd is None or high is None or high <= usd * 1.1:
        return 0.0
    return widths.px(high)
