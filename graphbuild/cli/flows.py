"""``graphbuild flows``."""

from pathlib import Path
from typing import Any

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown, give
from graphbuild.cli.finding import entity_id, in_force
from graphbuild.cli.options import answer_options, effective_option, limit_option, open_snapshot
from graphbuild.records.document import SourceTier
from graphbuild.records.instrument import INSTRUMENTS, Family
from graphbuild.records.period import PartialDate

_SHOWN = (
    Shown("from whom to whom", ("source", "target"), Kind.PAIR),
    Shown("instrument", ("instrument",), Kind.CODE),
    Shown("firm", ("firm_low", "firm_high"), Kind.USD),
    Shown("contingent", ("contingent_low", "contingent_high"), Kind.USD),
    Shown("headline", ("headline_low", "headline_high"), Kind.USD),
    Shown("past or value", ("past_low", "past_high"), Kind.USD),
    Shown("status", ("status",), drop=2),
    Shown("agreed", ("agreed_on",), drop=5),
    Shown("source", ("tier",), Kind.CODE, drop=4),
    Shown("in sums", ("standing",), drop=3),
    Shown("id", ("flow_id",), Kind.ID),
)


@click.command(name="flows")
@click.argument("entity", required=False)
@click.option(
    "--instrument",
    type=click.Choice([str(row.instrument_id) for row in INSTRUMENTS]),
    help="Only this instrument.",
)
@click.option(
    "--family", type=click.Choice([str(family) for family in Family]), help="Only this family."
)
@click.option("--counted", is_flag=True, help="Only flows that enter sums.")
@click.option(
    "--tier",
    type=click.Choice([str(tier) for tier in SourceTier]),
    help="Only flows whose best source is of this kind; the weakest is unnamed.",
)
@limit_option(40)
@effective_option
@answer_options
def command(
    entity: str | None,
    instrument: str | None,
    family: str | None,
    counted: bool,
    tier: str | None,
    limit: int,
    effective: PartialDate | None,
    workspace_path: Path | None,
    as_of: PartialDate | None,
    form: str,
) -> None:
    """List capital flows, the largest first, of everybody or of ENTITY (id, name or alias)."""
    world = open_snapshot(workspace_path, as_of)
    caveats: list[str] = []
    if effective is not None:
        world, caveats = in_force(world, effective)
    wanted = entity_id(world, entity) if entity else None
    rows: list[dict[str, Any]] = []
    for source, target, key, data in world.graph.edges(keys=True, data=True):
        if wanted and wanted not in (source, target, data["on_behalf_of"]):
            continue
        if instrument and data["instrument"] != instrument:
            continue
        if family and data["family"] != family:
            continue
        if counted and data["standing"] == "shown":
            continue
        if tier and data["tier"] != tier:
            continue
        rows.append({"flow_id": key, "source": source, "target": target, **data})
    rows.sort(key=lambda row: (-(row["usd_high"] or row["usd_low"] or 0.0), row["flow_id"]))
    notes = (
        [f"{len(rows) - limit} smaller flows not listed; see --limit"] if len(rows) > limit else []
    )
    if any(row["standing"] == "shown" for row in rows[:limit]):
        notes.append(
            "'shown' is displayed with its reason ('graphbuild explain ID') and never added"
        )
    notes += caveats
    give(
        Answer(
            title=f"Flows of {world.graph.nodes[wanted]['name']}" if wanted else "Flows",
            rows=rows[:limit],
            shown=_SHOWN,
            snapshot=world.digest,
            as_of=str(world.as_of),
            flows=len(rows),
            tiers=[row["tier"] for row in rows],
            notes=notes,
        ),
        form,
    )
