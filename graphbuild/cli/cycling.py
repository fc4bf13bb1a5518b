"""``graphbuild cycles``."""

from pathlib import Path
from typing import Any

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown, give
from graphbuild.cli.edging import NOTE, as_of_words, edges_option, open_edges_or_world
from graphbuild.cli.finding import entity_id
from graphbuild.cli.moving import MOVED, moved_notes
from graphbuild.cli.options import answer_options, limit_option, open_settings
from graphbuild.cli.tables import plain_rows
from graphbuild.errors import NotFoundError
from graphbuild.rebuild.rendering import score_options
from graphbuild.rebuild.world import World
from graphbuild.records.period import PartialDate
from graphbuild.scores.circularity import circularity, loop_contracts

_SHOWN = (
    Shown("loop", ("nodes",)),
    Shown("hops", ("length_hops",), Kind.COUNT),
    Shown("certain round trip", ("bottleneck_low", "bottleneck_firm"), Kind.USD),
    Shown("ceiling", ("bottleneck_high",), Kind.USD),
    Shown("as firm as", ("firmness",)),
    Shown("weakest hop", ("weakest_hop",), drop=1),
    Shown("in time order", ("is_time_ordered",), drop=3),
    Shown("days", ("lag_days",), Kind.DAYS, drop=5),
    Shown("weakest source", ("weakest_tier",), drop=4),
    Shown("id", ("loop_id",), Kind.ID),
    MOVED,
)
_SHOWN_HOPS = (
    Shown("hop", ("hop",), Kind.COUNT),
    Shown("payer", ("payer",)),
    Shown("payee", ("payee",)),
    Shown("instrument", ("instrument",)),
    Shown("contract", ("deal_id",), Kind.ID),
    Shown("state", ("firmness",)),
    Shown("hop, certain", ("hop_low", "hop_firm"), Kind.USD),
    Shown("hop, ceiling", ("hop_high",), Kind.USD),
)


@click.command(name="cycles")
@click.argument("entity", required=False)
@click.option("--loop", "loop_id", help="List the contracts inside this loop.")
@click.option("--max-hops", type=click.IntRange(2, 8), help="Longest loop; default: settings.")
@click.option("--firm", is_flag=True, help="Only loops of which every hop is firm.")
@limit_option(25)
@edges_option
@answer_options
def command(
    entity: str | None,
    loop_id: str | None,
    max_hops: int | None,
    firm: bool,
    limit: int,
    edges: Path | None,
    workspace_path: Path | None,
    as_of: PartialDate | None,
    form: str,
) -> None:
    """Loops of money, of all or through ENTITY, the firmest and largest first.

    A loop visits a company once. Its bottleneck is the smallest hop; bottlenecks of loops that
    share a hop must not be added.
    """
    workspace, settings = open_settings(workspace_path)
    if max_hops is not None:
        settings = settings.model_copy(update={"loop_length_hops": max_hops})
    world = open_edges_or_world(edges, workspace, as_of)
    options = score_options(settings)
    rows = plain_rows(circularity(world.graph, world.anchors, options))
    notes = [
        f"up to {options.loop_length_hops} hops; owned vehicles are taken with their owners",
        "edges were collected because deals looked circular: counts say nothing about significance",
    ]
    if edges:
        notes = [notes[0], NOTE]
    shown: tuple[Shown, ...] = _SHOWN
    if entity:
        wanted = entity_id(world, entity)
        rows = [row for row in rows if wanted in row["nodes"].split(" -> ")]
    if firm:
        rows = [row for row in rows if row["firmness"] == "firm"]
    if loop_id:
        contracts: list[dict[str, Any]] = plain_rows(
            loop_contracts(world.graph, world.anchors, options)
        )
        known = len(rows)
        rows, shown = [row for row in contracts if row["loop_id"] == loop_id], _SHOWN_HOPS
        if not rows:
            raise NotFoundError(
                f"no loop {loop_id!r} among the {known} here; 'graphbuild cycles' lists ids"
            )
    else:
        notes += moved_notes(rows, "nodes")
        if len(rows) > limit:
            notes.append(f"not listed: {len(rows) - limit} of {len(rows)} loops; see --limit")
    give(
        Answer(
            title=f"Contracts of loop {loop_id}" if loop_id else f"Loops ({len(rows)})",
            rows=rows if loop_id else rows[:limit],
            shown=shown,
            snapshot=world.digest,
            as_of=as_of_words(world),
            flows=world.graph.number_of_edges(),
            tiers=_tiers(world, rows),
            notes=notes,
        ),
        form,
    )


def _tiers(world: World, rows: list[dict[str, Any]]) -> list[str]:
    """Tiers behind loops, or behind the contracts of one loop."""
    by_flow = {key: data["tier"] for _, _, key, data in world.graph.edges(keys=True, data=True)}
    return [row.get("weakest_tier") or by_flow[row["flow_id"]] for row in rows]
