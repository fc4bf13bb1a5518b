"""Who rests on the anchor: every party that loses if it does not pay, as a tree of bars.

Reads three tables of the scores: ``exposure`` (one party a row), ``exposure_paths`` (through whom)
and ``resting`` (what of a market value depends on it). Nothing is computed here but the order;
below each party stand those that reach the anchor through it. Exposure is not loss.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

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
from graphbuild.maps.branches import Branch, grow_tree, through_others
from graphbuild.maps.cells import money, text
from graphbuild.maps.drawing import Sheet
from graphbuild.maps.reaching import path_scenes

MOST_CHILDREN = (26, 4, 2)
"""Parties drawn below the anchor, below each of these, and below each of those."""

ROW = 25.0
INDENT = 22.0
NAME = 36
"""Letters of a name beside a bar: more than a label on a map holds."""
BARS_LEFT, BARS_LENGTH = 290.0, 440.0
MARKET_LEFT, SHARE_LENGTH = 1000.0, 60.0
TOP, REVENUE = -74.0, -28.0

Row = Mapping[Any, Any]


def draw_exposure(sheet: Sheet, graph: Graph, tables: Tables, facts: PageFacts) -> Drawing:
    """The tree of all, then the ways of each of the largest holders one by one."""
    del graph
    table = tables.get("exposure", pd.DataFrame())
    paths = tables.get("exposure_paths", pd.DataFrame())
    if table.empty or facts.anchor_id not in sheet.nodes:
        empty = "No exposure to draw: the anchor is not in this snapshot, or nobody is exposed."
        return Drawing(name="exposure", title="Exposure", scenes=(), empty=empty)
    name = sheet.nodes[facts.anchor_id].label
    root = grow_tree(table, paths, facts.anchor_id)
    return Drawing(
        name="exposure",
        title="Exposure",
        scenes=(
            _tree_scene(sheet, root, tables.get("resting", pd.DataFrame()), facts),
            *path_scenes(sheet, table, paths, facts.anchor_id),
        ),
        picking="Through whom",
        table=_columns(sheet, table, root),
        table_title=f"Exposure to {name} by holder and state, in US dollars. Exposure is not loss.",
    )


def _tree_scene(sheet: Sheet, root: Branch, resting: pd.DataFrame, facts: PageFacts) -> Scene:
    known = {text(row["holder"]): row for row in resting.to_dict("records")}
    largest = max([branch.total for branch in root.children.values()], default=0.0)
    ruler = Ruler(BARS_LEFT, BARS_LENGTH, max(largest, facts.revenue_usd or 0.0, 1.0))
    rungs = _Rungs(sheet, ruler, known, facts)
    rungs.start()
    rungs.grow(root, 0)
    name = sheet.nodes[facts.anchor_id].label
    bottom = rungs.y + ROW
    return Scene(
        scene_id="all",
        title=f"Who rests on {name}’s revenue",
        caption=(
            f"Red bars: what {name} owes a party, or the party has in it or stands behind. Grey, "
            "below it: who rests on the anchor through that party, in proportion. Agreed money "
            "comes first. Exposure is not loss."
        ),
        places={},
        strokes=(),
        frame=(-22.0, TOP, MARKET_LEFT + 330.0, bottom),
        blocks=tuple(rungs.blocks),
        notes=tuple(rungs.notes),
        ladder=Ladder(tops=tuple(rungs.tops), columns=tuple(rungs.columns)),
    )


class _Rungs:
    """Writes one row after the other from the top down."""

    def __init__(
        self, sheet: Sheet, ruler: Ruler, resting: Mapping[str, Row], facts: PageFacts
    ) -> None:
        self.sheet, self.ruler, self.resting, self.facts = sheet, ruler, resting, facts
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.tops = [TOP]
        self.columns = [(0.0, "Who, and through whom"), (BARS_LEFT, "Exposure, one scale")]
        if resting:
            self.columns.append((MARKET_LEFT, "Market value, and what of it rests on this"))
        self.y = 0.0

    def start(self) -> None:
        """Headings, and the revenue everything is measured against, to the same scale."""
        self.notes += bars.headings(self.columns, -56.0)
        revenue = self.facts.revenue_usd
        if not revenue:
            return
        name = self.sheet.nodes[self.facts.anchor_id].label
        said = f"{words.usd(revenue)} a year"
        width = self.ruler.px(revenue)
        self.tops.append(REVENUE - ROW / 2)
        self.notes.append(
            Note(x=0.0, y=REVENUE, text=f"{name}’s revenue", tone="core", is_strong=True)
        )
        self.blocks.append(
            Block(
                x=BARS_LEFT, y=REVENUE - bars.THICKNESS / 2, width=width, height=bars.THICKNESS,
                tone="core", fill="firm", says=f"Revenue: {said}", entity_id=self.facts.anchor_id,
            )
        )  # fmt: skip
        self.notes.append(Note(x=BARS_LEFT + width + 8, y=REVENUE, text=said, tone="core"))

    def grow(self, branch: Branch, depth: int) -> None:
        """Rows of all children, each with its own below it."""
        if depth >= len(MOST_CHILDREN):
            return
        ranked = [b for b in branch.ranked() if b.entity_id in self.sheet.nodes]
        shown = ranked[: MOST_CHILDREN[depth]]
        top, last = self.y, self.y
        for child in shown:
            last = self.y
            self._row(child, depth)
            if child.children:
                self.grow(child, depth + 1)
        more = ranked[len(shown) :]
        if more:
            last = self.y
            self._rest(more, depth)
        if depth and last >= top and (shown or more):
            x = (depth - 1) * INDENT + 5.0
            self.blocks.append(bars.line(x, top - ROW / 2 - 2, 1.0, last - top + ROW / 2 + 2))

    def _row(self, branch: Branch, depth: int) -> None:
        x, y = depth * INDENT, self.y
        node = self.sheet.nodes[branch.entity_id]
        said, name = self._words(branch, depth), words.short_name(node.name, NAME)
        self.tops.append(y - ROW / 2)
        self.notes.append(
            Note(x=x, y=y, text=name, size=13.0 if depth == 0 else 12.0, is_strong=depth == 0)
        )
        self.blocks.append(
            Block(
                x=x - 4, y=y - ROW / 2 + 2, width=BARS_LEFT - x - 4, height=ROW - 4,
                tone="plain", fill="none", says=f"{node.label}: {said}", entity_id=branch.entity_id,
            )
        )  # fmt: skip
        if depth:
            self.blocks.append(bars.line(x - INDENT + 5, y, INDENT - 9, 1.0))
        drawn, end = bars.stacked(
            self.ruler, y, branch.parts, "strong" if depth == 0 else "plain", said,
            branch.entity_id,
        )  # fmt: skip
        self.blocks += drawn
        tone = "ink" if depth == 0 else "muted"
        self.notes.append(Note(x=end + 8, y=y, text=said, size=12.0, tone=tone))
        if depth == 0:
            self._market(branch.entity_id, y)
        self.y += ROW

    def _words(self, branch: Branch, depth: int) -> str:
        said = _by_state(branch.parts, self.facts.revenue_usd if depth == 0 else None)
        if branch.is_open:
            return f"{said}, more without a figure" if said else "no figure"
        return said or "nothing attributed"

    def _market(self, entity_id: str, y: float) -> None:
        """Market value, and what of it rests on the anchor: as stated, and at most."""
        row = self.resting.get(entity_id)
        value = money(row["market_cap_usd"]) if row else None
        if row is None or not value:
            return
        self.notes.append(Note(x=MARKET_LEFT, y=y, text=words.usd(value), size=12.0))
        stated, high = money(row["exposure_stated"]) or 0.0, money(row["exposure_high"])
        if not stated and not high:
            return
        said = f"about {words.usd(stated)}"
        if high is None:
            said += ", no upper bound"
        elif words.usd(high) != words.usd(stated):
            said += f", at most {words.usd(high)}"
        x = MARKET_LEFT + 62.0
        shares = (("open", 1.0), ("contingent", (high or 0.0) / value), ("firm", stated / value))
        for fill, share in shares:
            if share:
                self.blocks.append(
                    Block(
                        x=x, y=y - 5, width=SHARE_LENGTH * min(share, 1.0), height=10.0,
                        tone="plain", fill=fill, entity_id=entity_id,
                        says=f"{said}: {text(row['contract_basis'])}; {text(row['annual_basis'])}",
                    )
                )  # fmt: skip
        self.notes.append(Note(x=x + SHARE_LENGTH + 8, y=y, text=said, size=12.0))

    def _rest(self, more: list[Branch], depth: int) -> None:
        parts = {state: sum(branch.parts[state] for branch in more) for state in STATES}
        said = f"and {words.plural(len(more), 'more party', 'more parties')}"
        sums = _by_state(parts, None) if depth else ""  # those of the first rank share contracts
        self.tops.append(self.y - ROW / 2)
        self.notes.append(
            Note(
                x=depth * INDENT, y=self.y, text=f"{said}: {sums}" if sums else said,
                size=12.0, tone="muted",
            )
        )  # fmt: skip
        self.y += ROW


def _by_state(parts: Mapping[str, float], revenue_usd: float | None) -> str:
    """Dollars of each state, never added; the firm part also in years of revenue."""
    said = []
    for state in STATES:
        usd = parts[state]
        if not usd:
            continue
        years = ""
        if state == "firm" and revenue_usd and usd >= revenue_usd:
            years = f" ({usd / revenue_usd:.1f}× revenue)"
        said.append(f"{words.usd(usd)} {state}{years}")
    return ", ".join(said)


def _columns(sheet: Sheet, table: pd.DataFrame, root: Branch) -> tuple[Column, ...]:
    """Every holder of the scores' table, also what the tree leaves out; each state by itself."""
    rows = table.to_dict("records")
    through = through_others(root)
    names = tuple(_label(sheet, text(row["holder"]), text(row["name"])) for row in rows)
    columns = [Column(title="Who", texts=names)]
    for state in STATES:
        direct = (money(row[f"{state}_stated"]) for row in rows)
        columns.append(_figures(state.title(), direct))
    for state in STATES:
        indirect = (through.get(text(row["holder"]), {}).get(state) for row in rows)
        columns.append(_figures(f"{state.title()}, through others", indirect))
    columns.append(_figures("Market value", (money(row["market_cap_usd"]) for row in rows)))
    remarks = tuple(words.clipped(text(row["reason"]), 200) for row in rows)
    return (*columns, Column(title="Remark", texts=remarks))


def _figures(title: str, values: Iterable[float | None]) -> Column:
    numbers = tuple(values)
    texts = tuple(words.usd(number) if number else "" for number in numbers)
    return Column(title=title, texts=texts, numbers=numbers)


def _label(sheet: Sheet, entity_id: str, name: str) -> str:
    return sheet.nodes[entity_id].name if entity_id in sheet.nodes else name or entity_id
