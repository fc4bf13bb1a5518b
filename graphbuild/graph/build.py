"""Deals, flows, entities, rates -> `networkx.MultiDiGraph`, edge key = flow_id.

Every attribute written here is declared in `attributes`. Dollars are derived: an amount in another
currency is converted with the latest dated rate not after the as-of date, or stays without
dollars and is listed.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import networkx as nx

from graphbuild.records.claim import Claim
from graphbuild.records.deal import Deal, Flow
from graphbuild.records.entity import Entity, EntityKind
from graphbuild.records.figure import FxRate
from graphbuild.records.instrument import instrument
from graphbuild.records.issue import Issue, Severity
from graphbuild.records.money import Amount, Measure
from graphbuild.records.period import PartialDate

_MOVED = frozenset({Measure.DRAWN, Measure.PAID, Measure.OUTSTANDING})


@dataclass(frozen=True, slots=True)
class Built:
    """The graph and what could not be expressed in dollars."""

    graph: "nx.MultiDiGraph[str]"
    issues: tuple[Issue, ...]


def build_graph(
    deals: Sequence[Deal],
    flows: Sequence[Flow],
    entities: Iterable[Entity],
    claims: Mapping[str, Claim],
    fx: Sequence[FxRate] = (),
    as_of: PartialDate | None = None,
) -> Built:
    """The multigraph of all flows, ended and merely shown ones included and marked so.

    Parameters
    ----------
    entities : all known ones; those that no flow names are left out, but for parents.
    claims : by id, for quote and link; a deal's best evidence is shown.
    as_of : decides which parents are in force and which rates may be used.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity in _involved(entities, flows):
        graph.add_node(entity.entity_id, **_node(entity, as_of))
    deal_of = {deal.deal_id: deal for deal in deals}
    members: dict[str, int] = {}
    for flow in flows:
        members[flow.deal_id] = members.get(flow.deal_id, 0) + 1
    issues = []
    for flow in sorted(flows, key=lambda f: f.flow_id):
        deal = deal_of[flow.deal_id]
        rate = _rate(flow.amount.currency, fx, as_of)
        if rate is None and flow.amount.is_disclosed:
            issues.append(_no_rate(flow))
        edge = _edge(flow, deal, rate, members[flow.deal_id], claims)
        graph.add_edge(flow.source, flow.target, key=flow.flow_id, **edge)
    return Built(graph, tuple(issues))


def _involved(entities: Iterable[Entity], flows: Sequence[Flow]) -> list[Entity]:
    """Entities that a flow names, and their parents, in id order."""
    known = {entity.entity_id: entity for entity in entities}
    wanted: set[str] = set()
    for flow in flows:
        for side in (flow.source, flow.target, flow.on_behalf_of):
            while side is not None and side in known and side not in wanted:
                wanted.add(side)
                side = known[side].parent_id
    return [known[entity_id] for entity_id in sorted(wanted)]


def _node(entity: Entity, as_of: PartialDate | None) -> dict[str, object]:
    in_force = (
        entity.parent_from is None
        or as_of is None
        or entity.parent_from.first_day() <= as_of.last_day()
    )
    has_parent = entity.parent_id is not None and in_force
    return {
        "name": entity.name,
        "kind": str(entity.kind),
        "country": entity.country,
        "ticker": entity.ticker,
        "cik": entity.cik,
        "parent_id": entity.parent_id if has_parent else None,
        "parent_relation": str(entity.parent_relation)
        if has_parent and entity.parent_relation
        else None,
        "is_group": entity.is_group,
        "is_unnamed": entity.kind is EntityKind.UNNAMED,
        "is_provisional": entity.is_provisional,
    }


def _edge(
    flow: Flow, deal: Deal, rate: Decimal | None, members: int, claims: Mapping[str, Claim]
) -> dict[str, object]:
    evidence = _best_evidence(deal, claims)
    kind = instrument(flow.instrument)
    moved = [state for state in deal.states if state.measure in _MOVED and state.is_deciding]
    drawn = (
        max(moved, key=lambda s: s.as_of.last_day() if s.as_of else dt.date.min).amount
        if moved
        else None
    )
    joint = _bounds("joint", deal.amount, rate)
    return {
        "deal_id": deal.deal_id,
        "title": deal.title,
        "instrument": str(flow.instrument),
        "family": str(kind.family),
        "status": str(deal.status),
        "firmness": str(deal.firmness),
        "standing": str(deal.standing),
        "standing_reason": deal.standing_reason,
        "measure": str(deal.measure),
        "qualifier": str(flow.amount.qualifier),
        **_bounds("usd", flow.amount, rate),
        "usd_point": _usd(flow.amount.point, rate),
        **_money("firm", flow.firm, rate),
        **_money("contingent", flow.contingent, rate),
        **_money("headline", flow.headline, rate),
        **_money("past", flow.past, rate),
        "drawn_usd": _usd(drawn.point, rate) if drawn and drawn.point is not None else None,
        "share": float(deal.share) if deal.share is not None else None,
        "is_joint": flow.is_joint,
        "joint_usd": joint["joint_high"] if flow.is_joint else None,
        "joint_low_usd": joint["joint_low"] if flow.is_joint else None,
        "joint_members": members,
        "on_behalf_of": flow.on_behalf_of,
        "same_obligation_as": deal.terms.same_obligation_as,
        "paid_in": deal.terms.paid_in or "unknown",
        "recourse": str(deal.terms.recourse),
        "start": _text(deal.period.start),
        "end": _text(deal.period.end),
        "period_is_assumed": deal.period.is_assumed,
        "agreed_on": _text(deal.agreed_on),
        "known_on": _text(deal.known_on),
        "tier": str(deal.tier),
        "verification": str(deal.verification or ""),
        "is_confirmed": deal.is_confirmed,
        "evidence_count": deal.evidence_count,
        "facility": deal.terms.facility,
        "rate": deal.terms.rate,
        "in_return": deal.terms.in_return,
        "quote": evidence.citation.quote if evidence else "",
        "url": (evidence.citation.url or "") if evidence else "",
        "accession": (evidence.citation.accession or "") if evidence else "",
        "note": deal.note,
    }


def _best_evidence(deal: Deal, claims: Mapping[str, Claim]) -> Claim | None:
    known = [claims[claim_id] for claim_id in deal.claim_ids if claim_id in claims]
    if not known:
        return None
    return min(known, key=lambda c: (c.tier.rank, not c.citation.quote, c.claim_id))


def _bounds(prefix: str, amount: Amount, rate: Decimal | None) -> dict[str, float | None]:
    return {f"{prefix}_low": _usd(amount.low, rate), f"{prefix}_high": _usd(amount.high, rate)}


def _money(prefix: str, amount: Amount, rate: Decimal | None) -> dict[str, float | None]:
    """Bounds of a column: an unknown low is nothing that can be counted on."""
    low, high = _usd(amount.low, rate), _usd(amount.high, rate)
    return {f"{prefix}_low": low or 0.0, f"{prefix}_high": high}


def _usd(value: Decimal | None, rate: Decimal | None) -> float | None:
    if value is not None and value == 0:
        return 0.0  # nothing is nothing in any currency
    return None if value is None or rate is None else float(value * rate)


def _rate(currency: str, fx: Sequence[FxRate], as_of: PartialDate | None) -> Decimal | None:
    if currency == "USD":
        return Decimal(1)
    usable = [
        rate
        for rate in fx
        if rate.currency == currency
        and (as_of is None or rate.as_of.last_day() <= as_of.last_day())
    ]
    return max(usable, key=lambda r: r.as_of.last_day()).usd_per_unit if usable else None


def _no_rate(flow: Flow) -> Issue:
    return Issue(
        stage="build",
        severity=Severity.WARNING,
        code="no-rate",
        where=f"flow {flow.flow_id}",
        message=f"no dated rate for {flow.amount.currency}; the amount stays out of dollar sums",
        advice="add a row with its source to fx.csv",
    )


def _text(date: PartialDate | None) -> str | None:
    return str(date) if date else None
