"""Sankey pictures: who gives to whom in sums, by tier of the value chain and by funder.

One scene for each state of the money, because states are never added. Left gives, right gets, so
that no ribbon has to turn back. Widths are in proportion to dollars: upper bounds, or lower ones
where there is no upper. A consortium whose members do not share both ends stands apart, because
the source does not say who has how much.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphbuild.graph.projections import owner_of, summed_edges
from graphbuild.maps import encoding, words
from graphbuild.maps.base import Band, Block, Drawing, Graph, Note, PageFacts, Scene, Tables
from graphbuild.maps.drawing import Sheet
from graphbuild.maps.sums import deal_part

FULL = 620.0
GAP = 15.0
WIDTH = 640.0
THICK = 16.0
SIDE = 250.0
MOST = 15
UNSPLIT = "Consortia, split not stated"
STATES = (
    ("firm", "firm money"),
    ("contingent", "contingent money"),
    ("headline", "headlines"),
)  # fmt: skip
_FUNDING = frozenset({"equity", "debt", "position"})


@dataclass(slots=True)
class _Ribbon:
    """Flows of one family between two ends, with the dollars each adds."""

    left: str
    right: str
    family: str
    parts: dict[str, float] = field(default_factory=dict)

    @property
    def usd(self) -> float:
        return sum(self.parts.values())


def draw_tiers(sheet: Sheet, graph: Graph, tables: Tables, facts: PageFacts) -> Drawing:
    """Tiers in each state, then funders in each state; a state without money has no scene."""
    del tables, facts
    scenes = []
    for kind, naming in (("tiers", _tier_ends(sheet)), ("funders", _funder_ends(sheet, graph))):
        for state, title in STATES:
            ribbons = _ribbons(graph, state, naming, only_funding=kind == "funders")
            if ribbons:
                scenes.append(_scene(sheet, f"{kind}-{state}", _title(kind, title), ribbons))
    return Drawing(
        name="sankey",
        title="Sankey",
        scenes=tuple(scenes),
        picking="Ends and state",
        empty="" if scenes else "No money with a figure enters a sum in this snapshot.",
    )


def _title(kind: str, state: str) -> str:
    return f"Between tiers: {state}" if kind == "tiers" else f"From funders: {state}"


_Ends = Mapping[tuple[str, str], str]


def _tier_ends(sheet: Sheet) -> _Ends:
    """(side, entity) -> tier."""
    return {
        (side, name): encoding.COLUMNS[node.column]
        for name, node in sheet.nodes.items()
        for side in ("left", "right")
    }


def _funder_ends(sheet: Sheet, graph: Graph) -> _Ends:
    """(side, entity) -> id: who gives as they are, who gets as the owner it belongs to."""
    ends = {("left", name): name for name in sheet.nodes}
    ends.update({("right", name): owner_of(graph, name) for name in sheet.nodes})
    return ends


def _ribbons(graph: Graph, state: str, ends: _Ends, *, only_funding: bool) -> list[_Ribbon]:
    deals: dict[str, list[tuple[str, str, str, Mapping[str, Any]]]] = defaultdict(list)
    for source, target, key, data in summed_edges(graph):
        if not only_funding or data["family"] in _FUNDING:
            deals[data["deal_id"]].append((source, target, key, data))
    found: dict[tuple[str, str, str], _Ribbon] = {}
    for flows in deals.values():
        if flows[0][3]["is_joint"]:
            groups = _joint_groups(flows, ends)
        else:
            groups = [(ends["left", s], ends["right", t], [(k, d)]) for s, t, k, d in flows]
        for left, right, members in groups:
            usd = deal_part([d for _, d in members], state)[2]
            if (usd and left != right) or (usd and not only_funding):
                ends_and_kind = (left, right, str(flows[0][3]["family"]))
                ribbon = found.setdefault(ends_and_kind, _Ribbon(*ends_and_kind))
                for number, (flow_id, _) in enumerate(members):
                    ribbon.parts[flow_id] = usd if number == 0 else 0.0
    return [found[key] for key in sorted(found)]


_Group = tuple[str, str, list[tuple[str, Mapping[str, Any]]]]


def _joint_groups(
    flows: Sequence[tuple[str, str, str, Mapping[str, Any]]], ends: _Ends
) -> list[_Group]:
    """All members as one: at their common ends, else at the end for an unknown split."""
    lefts = {ends["left", source] for source, _, _, _ in flows}
    rights = {ends["right", target] for _, target, _, _ in flows}
    left = lefts.pop() if len(lefts) == 1 else UNSPLIT
    right = rights.pop() if len(rights) == 1 else UNSPLIT
    return [(left, right, [(key, data) for _, _, key, data in flows])]


def _scene(sheet: Sheet, scene_id: str, title: str, ribbons: list[_Ribbon]) -> Scene:
    state = scene_id.partition("-")[2]
    ribbons = _fewer(ribbons, "left", "Other funders")
    ribbons = _fewer(ribbons, "right", "Other recipients")
    total = sum(ribbon.usd for ribbon in ribbons)
    scale = FULL / total
    lefts, rights = _stack(ribbons, "left", scale), _stack(ribbons, "right", scale)
    blocks, notes = [], []
    for side, tops in (("left", lefts), ("right", rights)):
        for name, top in tops.items():
            usd = sum(r.usd for r in ribbons if _end(r, side) == name)
            blocks.append(_block(sheet, name, side, top, usd, scale))
            notes.append(_note(sheet, name, side, top, usd, scale))
    bands = _bands(sheet, scene_id, state, ribbons, lefts, rights, scale)
    bottom = max(block.y + block.height for block in blocks)
    notes += [
        Note(x=0.0, y=-26.0, text="GIVES", anchor="end", tone="muted", size=11.5, is_strong=True),
        Note(x=WIDTH, y=-26.0, text="GETS", tone="muted", size=11.5, is_strong=True),
    ]
    return Scene(
        scene_id=scene_id,
        title=title,
        caption=(
            f"{words.usd(total)} in {len(ribbons)} ribbons, widths in proportion to dollars; "
            "only what enters sums, each deal once. States are never added."
        ),
        remark="",
        places={},
        strokes=(),
        frame=(-SIDE, -48.0, WIDTH + SIDE, bottom + 16.0),
        blocks=tuple(blocks),
        notes=tuple(notes),
        bands=bands,
    )


def _fewer(ribbons: list[_Ribbon], side: str, rest: str) -> list[_Ribbon]:
    """The largest ends as they are, all others as one."""
    usd: dict[str, float] = defaultdict(float)
    for ribbon in ribbons:
        usd[_end(ribbon, side)] += ribbon.usd
    kept = set(sorted(usd, key=lambda name: (-usd[name], name))[:MOST])
    if len(usd) <= MOST + 1:
        return ribbons
    merged: dict[tuple[str, str, str], _Ribbon] = {}
    for ribbon in ribbons:
        left, right = ribbon.left, ribbon.right
        if side == "left" and left not in kept:
            left = rest
        if side == "right" and right not in kept:
            right = rest
        key = (left, right, ribbon.family)
        merged.setdefault(key, _Ribbon(*key)).parts.update(ribbon.parts)
    return [merged[key] for key in sorted(merged)]


def _end(ribbon: _Ribbon, side: str) -> str:
    return ribbon.left if side == "left" else ribbon.right


def _stack(ribbons: Sequence[_Ribbon], side: str, scale: float) -> dict[str, float]:
    """Top of every end: tiers in their order, others by dollars, the unknown split last."""
    usd: dict[str, float] = defaultdict(float)
    for ribbon in ribbons:
        usd[_end(ribbon, side)] += ribbon.usd
    tier = {name: rank for rank, name in enumerate(encoding.COLUMNS)}

    def order(name: str) -> tuple[bool, int, float, str]:
        is_last = name == UNSPLIT or name.startswith("Other ")
        return (is_last, tier.get(name, 0), -usd[name], name)

    tops, y = {}, 0.0
    for name in sorted(usd, key=order):
        tops[name] = y
        y += max(usd[name] * scale, 3.0) + GAP
    return tops


def _block(sheet: Sheet, name: str, side: str, top: float, usd: float, scale: float) -> Block:
    label = sheet.nodes[name].label if name in sheet.nodes else name
    verb = "gives" if side == "left" else "gets"
    return Block(
        x=-THICK if side == "left" else WIDTH, y=top, width=THICK, height=max(usd * scale, 1.5),
        tone="plain", fill="firm", says=f"{label} {verb} {words.usd(usd)}",
        entity_id=name if name in sheet.nodes else "",
    )  # fmt: skip


def _note(sheet: Sheet, name: str, side: str, top: float, usd: float, scale: float) -> Note:
    label = sheet.nodes[name].label if name in sheet.nodes else name
    x = -THICK - 8 if side == "left" else WIDTH + THICK + 8
    return Note(
        x=x, y=top + max(usd * scale, 3.0) / 2, text=f"{label}  {words.usd(usd)}",
        anchor="end" if side == "left" else "start",
        is_strong=usd * scale > 40, size=13.0 if usd * scale > 18 else 12.0,
    )  # fmt: skip


def _bands(
    sheet: Sheet,
    scene_id: str,
    state: str,
    ribbons: Sequence[_Ribbon],
    lefts: Mapping[str, float],
    rights: Mapping[str, float],
    scale: float,
) -> tuple[Band, ...]:
    """Ribbons leave and arrive in the order of their other ends, so that few of them cross."""
    walked: dict[tuple[str, str], float] = defaultdict(float)
    starts: dict[int, float] = {}
    finishes: dict[int, float] = {}
    numbered = list(enumerate(ribbons))
    for number, ribbon in sorted(numbered, key=lambda n: (rights[n[1].right], n[1].family)):
        starts[number] = lefts[ribbon.left] + walked["left", ribbon.left] + ribbon.usd * scale / 2
        walked["left", ribbon.left] += ribbon.usd * scale
    for number, ribbon in sorted(numbered, key=lambda n: (lefts[n[1].left], n[1].family)):
        finishes[number] = (
            rights[ribbon.right] + walked["right", ribbon.right] + ribbon.usd * scale / 2
        )
        walked["right", ribbon.right] += ribbon.usd * scale
    bands = []
    for number, ribbon in numbered:
        left, right = (
            sheet.nodes[name].label if name in sheet.nodes else name
            for name in (ribbon.left, ribbon.right)
        )
        y0, y1 = starts[number], finishes[number]
        bands.append(
            Band(
                band_id=f"{scene_id}/{ribbon.left}/{ribbon.right}/{ribbon.family}",
                title=f"{left} → {right}",
                family=ribbon.family,
                firmness=state,
                width=max(ribbon.usd * scale, 0.6),
                path=(0.0, y0, WIDTH * 0.5, y0, WIDTH * 0.5, y1, WIDTH, y1),
                flow_ids=tuple(ribbon.parts),
                parts=tuple(ribbon.parts.values()),
            )
        )
    return tuple(bands)
