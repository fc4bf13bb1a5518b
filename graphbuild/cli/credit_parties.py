"""With whom the entity of a credit report deals: parties, exposure, loops, vehicles, events.

Lives here: the sections about others, as plain values. Its own money: `credit_page`.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from graphbuild.cli.answers import interval, money
from graphbuild.cli.credit_page import KINDS, Subject, three
from graphbuild.cli.receipts import Refs
from graphbuild.cli.tables import plain_rows

_ROWS = 8
_SIDES = ("customer", "supplier", "lender", "investor", "landlord", "sponsor")


def concentration(subject: Subject) -> list[dict[str, Any]]:
    """Each side of the books with its index and its largest parties."""
    found = []
    shares = [row for row in subject.rows("concentration_shares") if row["basis"] == "all"]
    for row in subject.rows("concentration"):
        if row["basis"] != "all" or row["side"] not in _SIDES:
            continue
        parties = [share for share in shares if share["side"] == row["side"]]
        parties.sort(key=lambda share: (-share["share_high"], -share["share_low"]))
        found.append(
            {
                "side": row["side"],
                "money": three(row, "total"),
                "index": _between(row["hhi_low"], row["hhi_high"], "{:.2f}"),
                "parties": [
                    {
                        "name": subject.name(share["counterparty"]),
                        "share": _between(share["share_low"], share["share_high"], "{:.0%}"),
                        "refs": subject.receipts.refs(subject.deals_of(share["counterparty"]), 3),
                    }
                    for share in parties[:4]
                ],
                "count": row["counterparties"],
                "moves_most": row["moves_most"],
            }
        )
    return found


def _between(low: float | None, high: float | None, form: str) -> str:
    parts = [form.format(end) for end in (low, high) if end is not None]
    return (parts[0] if len(set(parts)) == 1 else " to ".join(parts)) if parts else "?"


def exposure(subject: Subject) -> dict[str, Any] | None:
    """The subject's exposure to the anchor by path; of the anchor, who is exposed to it."""
    if subject.to == subject.entity_id:
        return _exposed_to(subject)
    total = next(iter(subject.rows("exposure", "holder")), None)
    if total is None:
        return None
    paths = subject.rows("exposure_paths", "holder")
    paths.sort(key=lambda row: (-row["attributed_stated"], row["path"]))
    return {
        "is_own": True,
        "kinds": {k: three(total, k) for k in KINDS},
        "total": three(total, "lookthrough"),
        "facts": _beside(total),
        "rows": [
            {
                "name": " → ".join(subject.name(name) for name in row["path"].split(" -> ")),
                "state": row["firmness"],
                "amount": three(row, "amount"),
                "share": _between(row["share_low"], row["share_high"], "{:.0%}"),
                "attributed": three(row, "attributed"),
                "refs": subject.receipts.refs(row["deal_ids"].split(", ")),
            }
            for row in paths[:_ROWS]
        ],
        "more": max(len(paths) - _ROWS, 0),
        "moves_most": total["moves_most"],
        "reason": total["reason"],
    }


def _exposed_to(subject: Subject) -> dict[str, Any]:
    rows = plain_rows(subject.tables["exposure"])
    return {
        "is_own": False,
        "rows": [
            {
                "name": subject.name(row["holder"]),
                **{k: three(row, k) for k in KINDS},
                "total": three(row, "lookthrough"),
                "share": _between(row["backlog_share_low"], row["backlog_share_high"], "{:.0%}"),
                "refs": subject.receipts.refs(subject.deals_of(row["holder"]), 5),
            }
            for row in rows[:_ROWS]
        ],
        "more": max(len(rows) - _ROWS, 0),
    }


def _beside(total: Mapping[str, Any]) -> list[tuple[str, str]]:
    found = []
    if total["revenue_share"] is not None:
        found.append(("of revenue", f"{total['revenue_share']:.1%} ({total['revenue_basis']})"))
    if total["backlog_share_stated"] is not None:
        share = _between(total["backlog_share_low"], total["backlog_share_high"], "{:.0%}")
        found.append(("of backlog", f"{share} ({total['backlog_basis']})"))
    if total["market_cap_share_stated"] is not None:
        words = f"{total['market_cap_share_stated']:.1%} ({total['market_cap_date']})"
        found.append(("of market value", words))
    if total["equity_share_stated"] is not None:
        words = f"{total['equity_share_stated']:.1%} ({total['equity_date']})"
        found.append(("of book equity", words))
    if total["service_share_stated"] is not None:
        words = f"{total['service_share_stated']:.0%} by its dues of {total['service_year']}"
        found.append(("of debt service", words))
    return found


def loops(subject: Subject) -> dict[str, Any] | None:
    """Loops of money through the subject, the firmest first."""
    rows = [
        row
        for row in plain_rows(subject.tables["circularity"])
        if subject.entity_id in row["nodes"].split(" -> ")
    ]
    if not rows:
        return None
    contracts = subject.tables["loop_contracts"]
    return {
        "rows": [
            {
                "name": " → ".join(subject.name(name) for name in row["nodes"].split(" -> ")),
                "certain": interval(row["bottleneck_low"], row["bottleneck_firm"]),
                "ceiling": money(row["bottleneck_high"]) if row["bottleneck_high"] else "open",
                "firmness": row["firmness"],
                "order": {True: "yes", False: "no", None: "not known"}[row["is_time_ordered"]],
                "refs": subject.receipts.refs(
                    contracts[contracts["loop_id"] == row["loop_id"]]["deal_id"], 6
                ),
            }
            for row in rows[:_ROWS]
        ],
        "more": max(len(rows) - _ROWS, 0),
    }


def dependence(subject: Subject) -> list[dict[str, Any]]:
    """Parties of which a fifth or more of something may hang, and sole ones."""
    rows = [
        row
        for row in subject.rows("dependence_profile")
        if row["is_only"] or (row["share_stated"] or 0.0) >= 0.2
    ]
    rows.sort(key=lambda row: (-(row["share_stated"] or 0.0), row["kind"], row["party"]))
    return [
        {
            "kind": row["kind"],
            "party": subject.name(row["party"]),
            "share": _between(row["share_low"], row["share_high"], "{:.0%}"),
            "stated": "" if row["share_stated"] is None else f"{row['share_stated']:.0%}",
            "sole": row["is_only"],
            "basis": row["basis"],
            "refs": subject.receipts.refs(subject.deals_of(row["party"]), 4)
            if row["deals"]
            else Refs(),
        }
        for row in rows[: _ROWS + 4]
    ]


def vehicles(subject: Subject) -> list[dict[str, Any]]:
    """Vehicles behind which the subject stands, consolidated or not, with its role."""
    found = []
    for row in plain_rows(subject.tables["vehicles"]):
        ends = {row["behind"], *row["guarantors"].split(", "), *row["tenants"].split(", ")}
        if subject.entity_id not in ends:
            continue
        roles = [str(row["relation"])] if row["behind"] == subject.entity_id else []
        roles += ["guarantor"] if subject.entity_id in row["guarantors"].split(", ") else []
        roles += ["tenant"] if subject.entity_id in row["tenants"].split(", ") else []
        found.append(
            {
                "name": subject.name(row["vehicle"]),
                "role": ", ".join(roles),
                "is_consolidated": row["is_consolidated"],
                "debt": interval(row["debt_low"], row["debt_high"]),
                "guaranteed": interval(0.0, row["guaranteed_high"])
                if row["guarantors"]
                else "none known",
                "recourse": row["recourse"].replace("_", " ") or "not told",
            }
        )
    return found[: _ROWS + 2]


def happened(subject: Subject, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Events with the receipts of their deals."""
    return [
        {
            **row,
            "words": row["words"].partition("the editor's confidence")[0].rstrip("; "),
            "money": money(row["usd"]) if row["usd"] else "",
            "refs": _one(subject, row),
        }
        for row in list(rows)[: _ROWS + 4]
    ]


def _one(subject: Subject, row: Mapping[str, Any]) -> Refs:
    return subject.receipts.refs([row["deal_id"]] if row["deal_id"] else [])
