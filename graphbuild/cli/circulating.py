"""``graphbuild circulation``."""

from pathlib import Path

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown, give, money
from graphbuild.cli.edging import NOTE, as_of_words, edges_option, open_edges_or_world
from graphbuild.cli.moving import moved_note
from graphbuild.cli.options import answer_options, limit_option, open_settings
from graphbuild.cli.tables import plain_rows
from graphbuild.rebuild.rendering import score_options
from graphbuild.records.period import PartialDate
from graphbuild.scores.circulation import circulation, circulation_hops

_SHOWN = (
    Shown("level", ("level",)),
    Shown("payer", ("payer",)),
    Shown("payee", ("payee",)),
    Shown("money", ("capacity",), Kind.USD),
    Shown("circulating", ("circulating_low", "circulating_high"), Kind.USD),
    Shown("remark", ("reason",)),
)


@click.command(name="circulation")
@limit_option(30)
@edges_option
@answer_options
def command(
    limit: int,
    edges: Path | None,
    workspace_path: Path | None,
    as_of: PartialDate | None,
    form: str,
) -> None:
    """How much money can run in circles at most, over all loops together, hop by hop.

    The total is unique; what a single hop carries is not, hence its least and its most.
    """
    workspace, settings = open_settings(workspace_path)
    world = open_edges_or_world(edges, workspace, as_of)
    options = score_options(settings)
    rows = plain_rows(circulation_hops(world.graph, world.anchors, options))
    rows.sort(key=lambda row: (row["level"], -row["capacity"], row["payer"], row["payee"]))
    notes = [NOTE] if edges else []
    for total in plain_rows(circulation(world.graph, world.anchors, options)):
        share = total["circular_share"]
        part = "" if share is None else f" ({share:.1%} of {money(total['gross'])})"
        notes.append(f"{total['level']}: {money(total['circulation'])} can circulate{part}")
        notes += moved_note(total, f"{total['level']}:")
    notes.append("a dollar that passes four hops counts four times")
    if len(rows) > limit:
        notes.append(f"{len(rows) - limit} more hops; see --limit")
    give(
        Answer(
            title="Largest circulation of money",
            rows=rows[:limit],
            shown=_SHOWN,
            snapshot=world.digest,
            as_of=as_of_words(world),
            flows=world.graph.number_of_edges(),
            tiers=[data["tier"] for _, _, data in world.graph.edges(data=True)],
            notes=notes,
        ),
        form,
    )
