"""``graphbuild roundtrip``."""

from pathlib import Path

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown, give
from graphbuild.cli.finding import entity_id
from graphbuild.cli.options import answer_options, open_settings
from graphbuild.cli.tables import plain_rows
from graphbuild.rebuild.rendering import score_options
from graphbuild.rebuild.world import open_world
from graphbuild.records.period import PartialDate
from graphbuild.scores.roundtrip import roundtrip

_SHOWN = (
    Shown("vendor", ("vendor",)),
    Shown("clock", ("clock",)),
    Shown("capital given", ("capital_low", "capital_stated"), Kind.USD),
    Shown("at least", ("lower",), Kind.USD),
    Shown("in proportion", ("proportional_low", "proportional_high"), Kind.USD),
    Shown("at most", ("upper",), Kind.USD),
    Shown("ceiling", ("ceiling",), Kind.USD),
    Shown("of revenue", ("proportional_share", "ceiling_share"), Kind.SHARE),
)


@click.command(name="roundtrip")
@click.argument("vendor", required=False)
@answer_options
def command(
    vendor: str | None, workspace_path: Path | None, as_of: PartialDate | None, form: str
) -> None:
    """How much of what a VENDOR gives to others can come back to it as revenue.

    Money is fungible: the least that must return, what returns if everybody spends in proportion,
    and the most that can. The most alone says nothing.
    """
    workspace, settings = open_settings(workspace_path)
    world = open_world(workspace, as_of)
    rows = plain_rows(roundtrip(world.graph, world.anchors, score_options(settings)))
    notes = [
        "year: what moves within the vendor's latest full year; life: contracts' whole lives",
        "'of revenue' runs from the proportional figure at what is named to the ceiling",
        "'at most' takes contracts at what is named, 'ceiling' leaves those without a figure open",
        "capital of a consortium is counted whole: each member's part is unknown",
    ]
    if vendor:
        wanted = entity_id(world, vendor)
        rows = [row for row in rows if row["vendor"] == wanted]
        for row in rows:
            parts = [row["moves_most"] and f"moved most by {row['moves_most']}", row["reason"]]
            notes.append(f"{row['clock']}: {'; '.join(part for part in parts if part)}")
    give(
        Answer(
            title="Vendor financing that can come back as revenue",
            rows=rows,
            shown=_SHOWN,
            snapshot=world.digest,
            as_of=str(world.as_of),
            flows=world.graph.number_of_edges(),
            tiers=[data["tier"] for _, _, data in world.graph.edges(data=True)],
            notes=notes,
        ),
        form,
    )
