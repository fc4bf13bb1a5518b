"""``graphbuild events``."""

from pathlib import Path

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown, give
from graphbuild.cli.finding import entity_id
from graphbuild.cli.options import answer_options, open_settings
from graphbuild.curated.loading import load_curated
from graphbuild.rebuild.happenings import happenings
from graphbuild.rebuild.world import open_world
from graphbuild.records.period import PartialDate

_SHOWN = (
    Shown("date", ("date",)),
    Shown("what", ("what",)),
    Shown("party", ("party",)),
    Shown("with", ("counterparty",), drop=2),
    Shown("deal", ("deal_id",), Kind.ID),
    Shown("money", ("usd",), Kind.USD),
    Shown("note", ("words",), drop=4),
    Shown("source", ("source",), drop=5),
    Shown("verification", ("verification",), drop=6),
)


@click.command(name="events")
@click.argument("entity", required=False)
@answer_options
def command(
    entity: str | None, workspace_path: Path | None, as_of: PartialDate | None, form: str
) -> None:
    """Defaults, waivers, amendments, endings, listings and insiders' sales (of ENTITY), dated.

    Vehicles and groups of ENTITY are taken with it. Money is that of the deal or the event; nothing
    is added up.
    """
    workspace, _ = open_settings(workspace_path)
    world = open_world(workspace, as_of)
    wanted = entity_id(world, entity) if entity else None
    rows = happenings(world, load_curated(workspace).events, wanted)
    name = f" around {world.graph.nodes[wanted]['name']}" if wanted else ""
    touched = {row["deal_id"] for row in rows}
    edges = [data for *_, data in world.graph.edges(data=True) if data["deal_id"] in touched]
    give(
        Answer(
            title=f"What happened{name}",
            rows=rows,
            shown=_SHOWN,
            snapshot=world.digest,
            as_of=str(world.as_of),
            flows=len(edges),
            tiers=[data["tier"] for data in edges],
            notes=[
                "a status is dated by the day its evidence became known",
                "only what a public source told is here: no entry does not mean that nothing was",
            ],
        ),
        form,
    )
