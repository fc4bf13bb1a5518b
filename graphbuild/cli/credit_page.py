"""What a credit report says of an entity's own money, as plain values for its template.

Lives here: choosing rows of the scores' tables and putting them into words, each with its receipts.
Nothing is computed but sums of what a table already holds. Others: `credit_parties`. Drawings:
`credit_bars`. The page: ``templates/report.html``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphbuild.cli.answers import interval, money
from graphbuild.cli.credit_bars import Bar, bar_chart, line_chart
from graphbuild.cli.receipts import Receipts
from graphbuild.cli.tables import plain_rows
from graphbuild.rebuild.world import World
from graphbuild.scores.base import Options
from graphbuild.scores.coverage import planned_dues
from graphbuild.scores.debts import find_debts
from graphbuild.scores.debtservice import ALL
from graphbuild.scores.readings import owners

if TYPE_CHECKING:
    import pandas as pd

KINDS = ("firm", "contingent", "headline")
_YEARS = 10
_ROWS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Whom the report is about, and everything its sections read.

    `to` is the party exposure is measured against; the subject itself where it is the anchor.
    """

    world: World
    entity_id: str
    to: str
    options: Options
    tables: "Mapping[str, pd.DataFrame]"
    receipts: Receipts

    def rows(self, table: str, key: str = "entity_id", value: str = "") -> list[dict[str, Any]]:
        """Rows of one table about the subject."""
        frame = self.tables[table]
        return plain_rows(frame[frame[key] == (value or self.entity_id)])

    def name(self, entity_id: str) -> str:
        """An entity's name, or its id where the graph does not hold it."""
        nodes = self.world.graph.nodes
        return str(nodes[entity_id]["name"]) if entity_id in nodes else entity_id

    def deals_of(self, *names: str) -> set[str]:
        """Deals between the subject and any of some parties, on either end."""
        found = set()
        for source, target, data in self.world.graph.edges(data=True):
            ends = {source, target, data["on_behalf_of"]}
            if self.entity_id in ends and ends & set(names):
                found.add(str(data["deal_id"]))
        return found


def tiles(subject: Subject) -> list[dict[str, Any]]:
    """The few figures a reader wants first."""
    total = next(iter(subject.rows("coverage_totals")), None)
    path = next(iter(subject.rows("runway")), None)
    debt = next(iter(subject.rows("fragility")), None)
    found = []
    revenue = subject.world.anchors.annual_revenue(subject.entity_id)
    if revenue is not None and revenue.value_usd is not None:
        run = subject.world.anchors.run_rate(subject.entity_id)
        beside = f"; run rate {money(float(run.value_usd or 0))} ({run.period})" if run else ""
        found.append(_tile("Revenue", money(float(revenue.value_usd)), f"{revenue.period}{beside}"))
    cash = subject.world.anchors.latest(subject.entity_id, "cash")
    if cash is not None and cash.value_usd is not None:
        found.append(_tile("Cash", money(float(cash.value_usd)), cash.period))
    if total is not None and total["first_year"]:
        whole = three(total, "firm").replace("·", "none")
        ratio = total["total_firm_ratio"]
        times = f"; {ratio:.1f} x a year's revenue" if ratio else ""
        words = f"{total['first_year']} to {total['last_year']}{times}"
        found.append(_tile("Firm dues ahead", whole, words))
        if total["peak_year"]:
            ratio = total["peak_firm_ratio"]
            words = f"{ratio:.1f} x a year's revenue" if ratio else "revenue not known"
            stated = money(total["peak_firm_stated"])
            found.append(_tile(f"Peak year {total['peak_year']}", stated, words))
    if path is not None and path["cash"] is not None and path["gap_central"] is not None:
        quarters = [path[f"short_{end}"] or "later" for end in ("low", "high")]
        central = path["short_central"] or f"not by {path['horizon']}"
        words = f"worst path {quarters[0]}, best {quarters[1]}"
        found.append(_tile("First quarter it cannot pay", central, words))
    if subject.to != subject.entity_id:
        claim = next(iter(subject.rows("exposure", "holder")), None)
        if claim is not None:
            whole = three(claim, "lookthrough").replace("·", "none")
            label = f"Exposure to {subject.name(subject.to)}"
            found.append(_tile(label, whole, "own, owned and through others; not loss"))
    if debt is not None and (debt["minsky"] or debt["minsky_worst"]):
        at_best = debt["minsky_best"] or "?"
        words = f"at best {at_best}, at worst {debt['minsky_worst'] or '?'}"
        found.append(_tile("Minsky class", debt["minsky"] or "not certain", words))
    return found


def three(row: Mapping[str, Any], name: str) -> str:
    """Low, high and stated of one quantity of a row, for people."""
    return interval(row[f"{name}_low"], row[f"{name}_high"], row[f"{name}_stated"])


def _tile(label: str, value: str, note: str) -> dict[str, Any]:
    return {"label": label, "value": value, "note": note}


def dues(subject: Subject) -> dict[str, Any] | None:
    """What is owed by year: bars of the three kinds, a table with receipts."""
    rows = [row for row in subject.rows("coverage") if not row["is_past"]]
    if not rows:
        return None
    total = next(iter(subject.rows("coverage_totals")))
    behind = _deals_by_year(subject)
    shown = rows[:_YEARS]
    groups = [(str(row["year"]), [_due_bar(row, kind) for kind in KINDS]) for row in shown]
    revenue = rows[0]["revenue_usd"]
    line = (revenue, f"revenue {rows[0]['revenue_period']}") if revenue else None
    return {
        "chart": bar_chart("Dues by year and kind of money", groups, line),
        "rows": [
            {
                "year": row["year"],
                **{k: three(row, k) for k in KINDS},
                "ratio": row["firm_ratio_stated"],
                "refs": subject.receipts.refs(behind.get(row["year"], ()), most=6),
            }
            for row in shown
        ],
        "later": _later(rows[_YEARS:]),
        "moves_most": total["moves_most"],
        "notes": [total[name] for name in ("reason", "unscheduled") if total[name]],
    }


def _due_bar(row: Mapping[str, Any], kind: str) -> Bar:
    low, high, stated = (row[f"{kind}_{end}"] for end in ("low", "high", "stated"))
    words = f"{row['year']}, {kind}: {three(row, kind).replace('·', 'none')}"
    return Bar(kind=kind, low=low, stated=stated, high=high, words=words)


def _later(rows: Sequence[Mapping[str, Any]]) -> str:
    """Years beyond those drawn, in one line."""
    if not rows:
        return ""
    parts = []
    for kind in KINDS:
        highs = [row[f"{kind}_high"] for row in rows]
        high = None if None in highs else sum(highs)
        low, stated = (sum(row[f"{kind}_{end}"] for row in rows) for end in ("low", "stated"))
        words = interval(low, high, stated)
        parts.append(f"{kind} {words.replace('·', 'none')}")
    return f"{rows[0]['year']} to {rows[-1]['year']} together: {', '.join(parts)}"


def _deals_by_year(subject: Subject) -> dict[int, set[str]]:
    world, found = subject.world, dict[int, set[str]]()
    planned = dict(planned_dues(world.graph, world.anchors, subject.options))
    for item in planned.get(subject.entity_id, []):
        for year in item.plan.shares:
            found.setdefault(year, set()).add(item.due.deal_id)
    return found


def reach(subject: Subject) -> dict[str, Any] | None:
    """Until when the money reaches: what is left by quarter on three paths."""
    path = next(iter(subject.rows("runway")), None)
    rows = subject.rows("coverage_quarters")
    if path is None or path["gap_central"] is None or path["cash"] is None:
        return None
    lines = [
        (kind, [row[f"left_{end}"] for row in rows])
        for kind, end in (("worst", "low"), ("central", "central"), ("best", "high"))
    ]
    growth = path["growth_needed"]
    needed = "no growth of revenue alone would do"
    if growth is not None:
        needed = f"{growth:.0%} a year" if growth > 0 else "none"
    ends = ("low", "central", "high")
    return {
        "chart": line_chart("Money left by quarter", [row["quarter"] for row in rows], lines),
        "paths": [
            {
                "name": name,
                "growth": f"{path[f'growth_{end}']:+.0%}",
                "short": path[f"short_{end}"] or f"not by {path['horizon']}",
                "gap": money(path[f"gap_{end}"]),
            }
            for name, end in zip(("worst", "central", "best"), ends, strict=True)
        ],
        "means": f"cash {money(path['cash'])} of {path['cash_date']}, undrawn lines "
        f"{money(path['lines'])}, firm funding to come {money(path['funding'])}; "
        f"revenue: {str(path['revenue_basis']).replace('_', ' ')}",
        "needed": needed,
        "moves_most": path["moves_most"],
        "reason": path["reason"],
    }


def debt(subject: Subject) -> dict[str, Any] | None:
    """The wall of maturities with interest, and the class with the numbers that put it there."""
    rows = [row for row in subject.rows("debt_service") if row["vehicle"] == ALL]
    if not rows:
        return None
    total = next(iter(subject.rows("fragility")), None)
    groups = [
        (
            str(row["year"]),
            [_debt_bar(row, part) for part in ("principal", "interest")],
        )
        for row in rows[:_YEARS]
    ]
    world = subject.world
    owner = owners(world.graph, is_look_through=subject.options.is_look_through)
    debts, _ = find_debts(world.graph, world.anchors, subject.options, owner)
    behind = [item.deal_id for item in debts if item.top == subject.entity_id]
    return {
        "chart": bar_chart("Principal and interest due by year", groups),
        "facts": _verdict(total) if total else [],
        "vehicles": _by_vehicle(subject),
        "refs": subject.receipts.refs(behind, most=20),
        "moves_most": total["moves_most"] if total else "",
        "reason": total["reason"] if total else "",
    }


def _debt_bar(row: Mapping[str, Any], part: str) -> Bar:
    low, central, high = (row[f"{part}_{end}"] for end in ("low", "central", "high"))
    words = f"{row['year']}, {part}: {money(central)} ({interval(low, high)})"
    return Bar(kind=part, low=low, stated=central, high=high, words=words)


def _verdict(total: Mapping[str, Any]) -> list[tuple[str, str]]:
    facts = [
        ("debt known here", interval(total["known_debt_low"], total["known_debt_high"])),
        (f"principal of {total['year']}", _range(total, "principal")),
        ("interest of a year", _range(total, "interest")),
    ]
    if total["total_debt"] is not None:
        facts.append(
            ("debt as reported", f"{money(total['total_debt'])} ({total['total_debt_date']})")
        )
    if total["cash_flow"] is not None:
        basis = total["cash_flow_basis"]
        facts.append(("operating cash flow", f"{money(total['cash_flow'])} ({basis})"))
    if total["coverage_low"] is not None or total["coverage_high"] is not None:
        ends = [total[f"coverage_{end}"] for end in ("low", "central", "high")]
        words = [f"{end:.2f}" if end is not None else "?" for end in ends]
        facts.append(("it covers interest", f"{words[1]} times ({words[0]} to {words[2]})"))
    if total["borrowed_interest_share"]:
        facts.append(("interest it does not pay", f"{total['borrowed_interest_share']:.0%}"))
    if total["growth_to_hedge"] is not None:
        facts.append(("cash flow needed", f"{total['growth_to_hedge']:.2f} times what it was"))
    return facts


def _range(total: Mapping[str, Any], part: str) -> str:
    words = interval(total[f"{part}_low"] or 0.0, total[f"{part}_high"]).replace("·", "none")
    central = total[f"{part}_central"]
    return words if central is None else f"{money(central)} ({words})"


def _by_vehicle(subject: Subject) -> list[dict[str, Any]]:
    """Principal still due by borrowing company, the largest first."""
    found: dict[str, float] = {}
    for row in subject.rows("debt_service"):
        if row["vehicle"] != ALL:
            found[row["vehicle"]] = found.get(row["vehicle"], 0.0) + row["principal_central"]
    order = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return [{"name": subject.name(name), "usd": money(usd)} for name, usd in order[:_ROWS] if usd]
