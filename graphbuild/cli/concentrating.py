"""``graphbuild concentration``."""

from pathlib import Path

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown, give
from graphbuild.cli.edging import NOTE, as_of_words, edges_option, open_edges_or_world
from graphbuild.cli.finding import entity_id
from graphbuild.cli.moving import MOVED, moved_notes
from graphbuild.cli.options import answer_options, open_settings
from graphbuild.cli.tables import plain_rows
from graphbuild.rebuild.rendering import score_options
from graphbuild.records.period import PartialDate
from graphbuild.scores.concentration import concentration

_SIDES = ("customer", "supplier", "lender", "investor", "funder")
_SHOWN = (
    Shown("entity", ("entity_id",)),
    Shown("side", ("side",)),
    Shown("basis", ("basis",)),
    Shown("parties", ("counterparties",), Kind.COUNT, drop=2),
    Shown("money", ("total_low", "total_high"), Kind.USD),
    Shown("HHI", ("hhi_low", "hhi_high"), Kind.NUMBER),
    Shown("as stated", ("hhi_stated",), Kind.NUMBER, drop=1),
    Shown("effective number", ("effective_low", "effective_high"), Kind.NUMBER, drop=3),
    Shown("share of largest", ("cr1_low", "cr1_high"), Kind.SHARE),
    Shown("largest", ("largest",)),
    Shown("remark", ("reason",), drop=4),
    MOVED,
)


@click.command(name="concentration")
@click.argument("entity", required=False)
@click.option("--side", type=click.Choice(_SIDES), help="Only this kind of counterparty.")
@click.option("--basis", type=click.Choice(("firm", "contingent", "headline", "all")))
@click.option("--limit", type=click.IntRange(1), default=30, show_default=True)
@edges_option
@answer_options
def command(
    entity: str | None,
    side: str | None,
    basis: str | None,
    limit: int,
    edges: Path | None,
    workspace_path: Path | None,
    as_of: PartialDate | None,
    form: str,
) -> None:
    """How few counterparties the money of all entities, or of ENTITY, depends on.

    The Herfindahl index runs from 0 to 1 and is an interval wherever amounts are; firm, contingent
    and headline money are never mixed unless the basis is "all".
    """
    workspace, settings = open_settings(workspace_path)
    world = open_edges_or_world(edges, workspace, as_of)
    rows = plain_rows(concentration(world.graph, world.anchors, score_options(settings)))
    if entity:
        wanted = entity_id(world, entity)
        rows = [row for row in rows if row["entity_id"] == wanted]
    for row in rows:
        if row["largest"] and not row["is_largest_certain"]:
            row["largest"] = f"not certain ({row['largest']} may be)"
    if side:
        rows = [row for row in rows if row["side"] == side]
    if basis:
        rows = [row for row in rows if row["basis"] == basis]
    if not entity:
        rows.sort(key=lambda row: (-(row["total_high"] or row["total_low"]), row["entity_id"]))
    notes = moved_notes(rows, "side")
    notes += [f"{len(rows) - limit} more rows; see --limit"] if len(rows) > limit else []
    give(
        Answer(
            title="Concentration of counterparties",
            rows=rows[:limit],
            shown=_SHOWN,
            snapshot=world.digest,
            as_of=as_of_words(world),
            flows=world.graph.number_of_edges(),
            tiers=[data["tier"] for _, _, data in world.graph.edges(data=True)],
            notes=[
                *notes,
                *([NOTE] if edges else []),
                "shares are of the contracts known here, not of a market",
            ],
        ),
        form,
    )
