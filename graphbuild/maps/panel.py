"""What the side panel says about a flow or a party: attributes -> short lines of plain text.

Keys are column names of the page's data; the page puts the headings. An empty line is left out.
Every text is data: the page inserts it as text, never as markup.
"""

from collections.abc import Mapping
from typing import Any

from graphbuild.graph.projections import SUMMED
from graphbuild.maps import words
from graphbuild.maps.base import Graph
from graphbuild.maps.sums import STATES, PartySums, Sum
from graphbuild.records.instrument import instrument


def about_flow(graph: Graph, data: Mapping[str, Any]) -> dict[str, str]:
    """The lines of one flow."""
    kind = instrument(data["instrument"])
    return {
        "title": words.clipped(data["title"], 300),
        "instrument": kind.label,
        "roles": f"{kind.source_is} → {kind.target_is}",
        "bounds": _bounds(data),
        **{state: _state(data, state) for state in (*STATES, "past")},
        "drawn": _drawn(data),
        "joint": _joint(data),
        "measure": data["measure"],
        "counted": _counted(data),
        "agreed_on": data["agreed_on"] or "",
        "runs": _runs(data),
        "paid_in": "" if data["paid_in"] == "unknown" else words.clipped(data["paid_in"], 120),
        "rate": words.clipped(data["rate"], 200),
        "facility": words.clipped(data["facility"], 200),
        "recourse": words.RECOURSE_WORD.get(data["recourse"], data["recourse"]),
        "on_behalf_of": _name(graph, data["on_behalf_of"]),
        "mirrors": words.clipped(data["same_obligation_as"] or "", 200),
        "in_return": words.clipped(data["in_return"]),
        "tier": words.TIER_WORD.get(data["tier"], data["tier"]),
        "checked": _checked(data),
        "quote": words.clipped(data["quote"]),
        "url": words.safe_url(data["url"]),
        "accession": data["accession"],
        "note": words.clipped(data["note"]),
    }


def about_party(graph: Graph, entity_id: str, sums: PartySums) -> dict[str, str]:
    """The lines of one party."""
    data = graph.nodes[entity_id]
    relation = words.RELATION_WORD.get(data["parent_relation"] or "", "belongs to")
    parent = _name(graph, data["parent_id"])
    return {
        "kind": words.KIND_WORD.get(data["kind"], data["kind"]),
        "country": data["country"] or "",
        "ticker": data["ticker"] or "",
        "parent": f"{relation} {parent}" if parent else "",
        "remark": _remark(data),
        **{f"sends_{state}": _sum(sums.sends[state]) for state in STATES},
        **{f"receives_{state}": _sum(sums.receives[state]) for state in STATES},
    }


def _name(graph: Graph, entity_id: str | None) -> str:
    if entity_id is None:
        return ""
    name = graph.nodes[entity_id]["name"] if entity_id in graph else entity_id
    return words.clipped(name, words.NAME_LIMIT)


def _remark(data: Mapping[str, Any]) -> str:
    if data["is_unnamed"]:
        return "The document withholds the name."
    if data["is_group"]:
        return "Stands for several parties nobody lists."
    if data["is_provisional"]:
        return "Name found in a document; no curated entity answers to it yet."
    return ""


def _sum(part: Sum) -> str:
    return words.interval(part.low, part.high) if part.high != 0 else ""


def _state(data: Mapping[str, Any], state: str) -> str:
    low, high = data[f"{state}_low"], data[f"{state}_high"]
    if high is None and not low:
        return "no figure" if data["firmness"] == state else ""
    return words.interval(low, high)


def _bounds(data: Mapping[str, Any]) -> str:
    low, high = data["usd_low"], data["usd_high"]
    if data["is_joint"]:
        return "nothing to the whole: the split is not stated"
    if low is None and high is None:
        return "no figure in dollars stated"
    text = words.interval(low, high) or "$0"
    return "" if text == words.amount(data) else text


def _drawn(data: Mapping[str, Any]) -> str:
    if data["drawn_usd"] is None:
        return ""
    whole = " by all members together" if data["is_joint"] else ""
    return f"{words.usd(data['drawn_usd'])}{whole}"


def _joint(data: Mapping[str, Any]) -> str:
    if not data["is_joint"]:
        return ""
    members = words.plural(data["joint_members"], "party", "parties")
    total = words.usd(data["joint_usd"]) if data["joint_usd"] is not None else "an unstated amount"
    return f"{members} together have {total}; who has how much is not stated"


def _counted(data: Mapping[str, Any]) -> str:
    if data["standing"] not in SUMMED:
        return f"Shown, not counted: {words.clipped(data['standing_reason'], 400)}"
    if data["standing"] == "residual":
        return f"Counted in part: {words.clipped(data['standing_reason'], 400)}"
    return "Counted."


def _runs(data: Mapping[str, Any]) -> str:
    start, end = data["start"], data["end"]
    if not start and not end:
        return ""
    text = f"{start or 'start not stated'} to {end or 'no end stated'}"
    return f"{text} (assumed in part)" if data["period_is_assumed"] else text


def _checked(data: Mapping[str, Any]) -> str:
    text = words.VERIFICATION_WORD.get(data["verification"], data["verification"])
    count = words.plural(data["evidence_count"], "piece of evidence", "pieces of evidence")
    confirmed = "; a document we hold confirms it" if data["is_confirmed"] else ""
    return f"{text}; {count}{confirmed}"
