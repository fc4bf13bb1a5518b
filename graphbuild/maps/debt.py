"""What one company owes: a ladder of its debts by borrower, rank and maturity.

One scene a company, with the vehicles below it: what a vehicle owes is claimed from the vehicle
first, so each borrower has its own part of the ladder. A consortium's loan is one bar.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphbuild.maps import bars, words
from graphbuild.maps.bars import STATES, Ruler
from graphbuild.maps.base import (
    Block,
    Column,
    Drawing,
    Graph,
    Ladder,
    Note,
    PageFacts,
    Scene,
    Tables,
)
from graphbuild.maps.drawing import EdgeRow, Sheet
from graphbuild.maps.sums import deal_part
from graphbuild.records.instrument import Family, Rank, instrument

COMPANIES = 60
ROW = 42.0
LENDER = 50
"""Letters of a lender's name: more than a label on a map holds."""
BARS_LEFT, BARS_LENGTH = 360.0, 330.0
COLUMNS = ((0.0, "Debt and lenders"), (BARS_LEFT, "Amount, solid where drawn"),
           (860.0, "Rank"), (940.0, "Matures"), (1040.0, "Rate"))  # fmt: skip
_RANKS = list(Rank)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Debt:
    """One deal toward one borrower; `flows` are its lenders' in id order."""

    flows: tuple[EdgeRow, ...]
    data: Mapping[str, Any]

    @property
    def edge(self) -> EdgeRow:
        return self.flows[0]

    @property
    def usd(self) -> float | None:
        known = [flow.usd for flow in self.flows if flow.usd is not None]
        if not known:
            return None
        return known[0] if self.edge.is_joint else sum(known)

    @property
    def rank(self) -> Rank:
        return instrument(self.data["instrument"]).rank

    @property
    def order(self) -> tuple[int, str, float, str]:
        end = self.data["end"] or "9999"
        return (_RANKS.index(self.rank), str(end), -(self.usd or 0.0), self.edge.flow_id)


def draw_debt(sheet: Sheet, graph: Graph, tables: Tables, facts: PageFacts) -> Drawing:
    """Ladders of all companies that owe, the focus first, then by the number of debts."""
    del tables
    owed = _by_company(sheet, graph)
    focus = facts.focus_id
    total = {
        name: sum(debt.usd or 0.0 for debts in groups.values() for debt in debts)
        for name, groups in owed.items()
    }
    size = {name: sum(len(debts) for debts in groups.values()) for name, groups in owed.items()}
    ranked = sorted(owed, key=lambda name: (name != focus, -size[name], -total[name], name))
    more = len(ranked) - COMPANIES
    return Drawing(
        name="debt",
        title="Debt",
        scenes=tuple(_scene(sheet, name, owed[name]) for name in ranked[:COMPANIES]),
        picking="Who owes",
        left_out=f"{words.plural(more, 'smaller debtor has', 'smaller debtors have')} no picture."
        if more > 0
        else "",
        empty="" if ranked else "No debt is known in this snapshot.",
        table=_columns(sheet, ranked, owed),
        table_title="Debts by borrower, one deal a row, in US dollars.",
    )


def _by_company(sheet: Sheet, graph: Graph) -> dict[str, dict[str, list[_Debt]]]:
    """Debts by company and borrower; a vehicle's count for the company above it."""
    deals: dict[tuple[str, str], list[tuple[EdgeRow, Mapping[str, Any]]]] = defaultdict(list)
    for _, target, key, data in sorted(graph.edges(keys=True, data=True), key=lambda e: e[2]):
        edge = sheet.edges[key]
        if edge.family == Family.DEBT and edge.is_shown_at(0.0):
            deals[target, edge.deal_id].append((edge, data))
    owed: dict[str, dict[str, list[_Debt]]] = defaultdict(lambda: defaultdict(list))
    for (borrower, _), flows in deals.items():
        node = sheet.nodes[borrower]
        is_below = node.kind == "spv" and node.parent_id in sheet.nodes
        company = str(node.parent_id) if is_below else borrower
        debt = _Debt(flows=tuple(edge for edge, _ in flows), data=flows[0][1])
        owed[company][borrower].append(debt)
    return {company: dict(groups) for company, groups in owed.items()}


def _scene(sheet: Sheet, company: str, groups: Mapping[str, Sequence[_Debt]]) -> Scene:
    largest = max((d.usd or 0.0 for debts in groups.values() for d in debts), default=0.0)
    ruler = Ruler(BARS_LEFT, BARS_LENGTH, largest or 1.0)
    blocks: list[Block] = []
    notes = bars.headings(COLUMNS, -14.0)
    top, y = -34.0, 16.0
    tops = [top]
    for borrower in sorted(groups, key=lambda name: (name != company, name)):
        tops.append(y - 17)
        notes.append(_borrower(sheet, company, borrower, y))
        blocks.append(bars.line(0.0, y + 13, 1230.0, 1.0))
        y += 34.0
        for debt in sorted(groups[borrower], key=lambda d: d.order):
            tops.append(y - 20)
            blocks += _bar(debt, ruler, y)
            notes += _words(sheet, debt, ruler, y, is_below=borrower != company)
            y += ROW
        y += 10.0
    return Scene(
        scene_id=company,
        title=f"What {sheet.nodes[company].label} owes",
        caption=_caption(groups, company),
        remark=_remark(groups),
        places={},
        strokes=(),
        frame=(-22.0, top, 1250.0, y),
        blocks=tuple(blocks),
        notes=tuple(notes),
        ladder=Ladder(tops=tuple(tops), columns=COLUMNS),
    )


def _borrower(sheet: Sheet, company: str, borrower: str, y: float) -> Note:
    node = sheet.nodes[borrower]
    said = node.says.get("parent", "")
    tail = f", {said}" if said and borrower != company else ""
    return Note(x=0.0, y=y, text=f"{words.clipped(node.name, 90)}{tail}", size=14.0, is_strong=True)


def _bar(debt: _Debt, ruler: Ruler, y: float) -> list[Block]:
    usd, drawn = debt.usd, debt.data["drawn_usd"]
    if not usd:
        return []
    edge = debt.edge
    says = _amount(debt)
    sizes = [(usd, edge.firmness)]
    if drawn is not None and drawn < usd:
        undrawn = "headline" if edge.firmness == "headline" else "contingent"
        sizes = [(usd, undrawn), (drawn, "firm")]
    return [
        Block(
            x=ruler.left, y=y - bars.THICKNESS / 2, width=ruler.px(size), height=bars.THICKNESS,
            tone="debt", fill=fill, says=says, flow_id=edge.flow_id,
        )
        for size, fill in sizes if size
    ]  # fmt: skip


def _words(sheet: Sheet, debt: _Debt, ruler: Ruler, y: float, *, is_below: bool) -> list[Note]:
    data, edge = debt.data, debt.edge
    title = words.cut_at_word(_name(debt), 48)
    said = ", ".join(words.short_name(sheet.nodes[f.source].name, LENDER) for f in debt.flows)
    end = ruler.left + ruler.px(debt.usd or 0.0) + 8
    recourse = words.RECOURSE_WORD.get(data["recourse"], "") if is_below else ""
    cells = [
        (COLUMNS[2][0], str(debt.rank)),
        (COLUMNS[3][0], data["end"] or "not stated"),
        (COLUMNS[4][0], words.cut_at_word(data["rate"], 30) or "not stated"),
    ]
    notes = [
        Note(x=0.0, y=y - 7, text=title + (" ?" if edge.is_unverified else "")),
        Note(x=0.0, y=y + 9, text=words.cut_at_word(said, 54), tone="muted", size=12.0),
        Note(x=end, y=y, text=_amount(debt), size=12.0),
        *(Note(x=x, y=y - 7, text=cell, size=12.0) for x, cell in cells),
    ]
    if recourse:
        notes.append(Note(x=COLUMNS[2][0], y=y + 9, text=recourse, tone="muted", size=12.0))
    return notes


def _name(debt: _Debt) -> str:
    """The facility without the vehicle that heads its part, else what kind of debt it is."""
    facility = str(debt.data["facility"]).partition(";")[0].strip()
    label = instrument(debt.data["instrument"]).label
    return facility or f"{label[:1].upper()}{label[1:]}"


def _amount(debt: _Debt) -> str:
    drawn = debt.data["drawn_usd"]
    if debt.edge.is_joint:
        said = words.usd(debt.usd) if debt.usd is not None else "no figure"
    elif len(debt.flows) > 1 and debt.usd is not None:
        said = words.usd(debt.usd)
    else:
        said = debt.edge.label
    return said if drawn is None else f"{said}, {words.usd(drawn)} drawn"


def _caption(groups: Mapping[str, Sequence[_Debt]], company: str) -> str:
    stated = [f"{words.usd(usd)} {state}" for state, usd in _sums(groups).items() if usd]
    below = len(set(groups) - {company})
    said = f"Counted, by state: {', '.join(stated) or 'nothing with a figure'}."
    if below:
        said += f" {words.plural(below, 'vehicle owes', 'vehicles owe')} part of it."
    return f"{said} Nearest maturity first within a rank; lenders of one loan share one bar."


def _remark(groups: Mapping[str, Sequence[_Debt]]) -> str:
    """The firmest sum: states are never added."""
    stated = [f"{words.usd(usd)} {state}" for state, usd in _sums(groups).items() if usd]
    return stated[0] if stated else "no sum"


def _sums(groups: Mapping[str, Sequence[_Debt]]) -> dict[str, float]:
    """Dollars of each state over the debts that count."""
    sums = dict.fromkeys(STATES, 0.0)
    for debt in (debt for debts in groups.values() for debt in debts if debt.edge.is_counted):
        flows = [
            {**flow.money, "is_joint": flow.is_joint, "joint_members": len(debt.flows)}
            for flow in debt.flows
        ]
        for state in STATES:
            parts = [flows] if debt.edge.is_joint else [[flow] for flow in flows]
            sums[state] += sum(deal_part(part, state)[2] for part in parts)
    return sums


def _columns(
    sheet: Sheet, ranked: Sequence[str], owed: Mapping[str, Mapping[str, Sequence[_Debt]]]
) -> tuple[Column, ...]:
    rows = [
        (company, borrower, debt)
        for company in ranked
        for borrower in sorted(owed[company], key=lambda name: (name != company, name))
        for debt in sorted(owed[company][borrower], key=lambda d: d.order)
    ]
    numbers = tuple(debt.usd for _, _, debt in rows)
    texts = {
        "Company": [sheet.nodes[company].label for company, _, _ in rows],
        "Borrower": [sheet.nodes[borrower].name for _, borrower, _ in rows],
        "Debt": [words.clipped(_name(d), 200) for _, _, d in rows],
        "Lenders": [", ".join(sheet.nodes[f.source].label for f in d.flows) for _, _, d in rows],
        "Rank": [str(debt.rank) for _, _, debt in rows],
        "Matures": [debt.data["end"] or "" for _, _, debt in rows],
        "Rate": [words.clipped(debt.data["rate"], 200) for _, _, debt in rows],
        "State": [debt.edge.firmness for _, _, debt in rows],
    }
    amount = Column(title="Amount", texts=tuple(_amount(d) for _, _, d in rows), numbers=numbers)
    columns = [Column(title=title, texts=tuple(cells)) for title, cells in texts.items()]
    return (*columns[:4], amount, *columns[4:])
