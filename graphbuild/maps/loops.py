"""Loops of financing as rings: money that can come back to where it started.

Reads two tables of the scores: ``circularity`` (one loop a row, its parties in order of payment,
the most that can go round) and ``loop_contracts`` (the flows behind each hop). Nothing is computed
here; the ring shows what the tables say.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from graphbuild.maps import words
from graphbuild.maps.base import Drawing, Graph, PageFacts, Scene, Tables
from graphbuild.maps.drawing import Sheet
from graphbuild.maps.framing import frame
from graphbuild.maps.layout import place_ring
from graphbuild.maps.routing import Hop, route_ring

LOOPS = 60
ARROW = " -> "

Rows = Sequence[Mapping[Any, Any]]


def draw_loops(sheet: Sheet, graph: Graph, tables: Tables, facts: PageFacts) -> Drawing:
    """One ring for each of the first loops of the table, in the table's order."""
    del graph, facts
    table = tables.get("circularity", pd.DataFrame())
    contracts = _by_loop(tables.get("loop_contracts", pd.DataFrame()))
    scenes = [
        scene
        for row in table.head(LOOPS).to_dict("records")
        if (scene := _scene(sheet, row, contracts.get(str(row["loop_id"]), ()))) is not None
    ]
    more = len(table) - len(scenes)
    return Drawing(
        name="loops",
        title="Loops",
        picking="Loop",
        scenes=tuple(scenes),
        left_out=f"{words.plural(more, 'loop is', 'loops are')} in the table only." if more else "",
        empty="" if scenes else "No loop of financing was found in this snapshot.",
    )


def _by_loop(table: pd.DataFrame) -> dict[str, list[Mapping[Any, Any]]]:
    grouped: dict[str, list[Mapping[Any, Any]]] = {}
    for row in table.to_dict("records"):
        grouped.setdefault(str(row["loop_id"]), []).append(row)
    return grouped


def _scene(sheet: Sheet, row: Mapping[Any, Any], contracts: Rows) -> Scene | None:
    """The ring of one loop; ``None`` where a party or a contract is not in this graph."""
    names = str(row["nodes"]).split(ARROW)
    flow_ids = [str(contract["flow_id"]) for contract in contracts]
    if not set(names) <= set(sheet.nodes) or not set(flow_ids) <= set(sheet.edges):
        return None
    places = place_ring(names, {name: sheet.nodes[name].radius for name in names})
    hops = [
        Hop(sheet.edges[flow_id], str(contract["payer"]), str(contract["payee"]))
        for flow_id, contract in zip(flow_ids, contracts, strict=True)
    ]
    hops.sort(key=lambda hop: (hop.payer, hop.payee, -(hop.edge.usd or 0.0), hop.edge.flow_id))
    binding = _text(row.get("binding_hop"))
    labels = [sheet.nodes[name].label for name in [*names, names[0]]]
    strokes = route_ring(hops, sheet.nodes, places)
    return Scene(
        scene_id=str(row["loop_id"]),
        title=" → ".join(labels),
        caption=_caption(sheet, row),
        remark=_remark(row),
        places=places,
        strokes=strokes,
        frame=frame(places, sheet.nodes, strokes),
        marks=tuple(
            hop.edge.flow_id for hop in hops if binding == f"{hop.payer}{ARROW}{hop.payee}"
        ),
        has_amounts=True,
    )


def _remark(row: Mapping[Any, Any]) -> str:
    ceiling = _money(row.get("bottleneck_high"))
    return "no ceiling stated" if ceiling is None else f"up to {words.usd(ceiling)}"


def _caption(sheet: Sheet, row: Mapping[Any, Any]) -> str:
    ceiling = _money(row.get("bottleneck_high"))
    certain = words.interval(
        _money(row.get("bottleneck_low")) or 0.0, _money(row.get("bottleneck_firm"))
    )
    parts = []
    if ceiling is None:
        parts.append("No step states a ceiling, so what can go round is not known.")
    else:
        parts.append(f"At most {words.usd(ceiling)} can go round; the narrowest step glows.")
    parts.append(f"Firm all the way round: {certain or 'nothing'}.")
    firmness = words.FIRMNESS_WORD.get(_text(row.get("firmness")), "")
    if firmness:
        parts.append(f"Its weakest step is {firmness}.")
    taken = [_taken_as(sheet, pair) for pair in _text(row.get("look_through")).split("; ") if pair]
    if taken:
        parts.append(f"Owners stand for what they own: {'; '.join(taken)}.")
    return " ".join(parts)


def _taken_as(sheet: Sheet, pair: str) -> str:
    """``"sb-energy as softbank"`` with the names a reader knows."""
    ids = pair.split(" as ")
    return " as ".join(sheet.nodes[one].label if one in sheet.nodes else one for one in ids)


def _money(value: Any) -> float | None:
    return None if value is None or pd.isna(value) else float(value)


def _text(value: Any) -> str:
    return "" if value is None or pd.isna(value) else str(value)
