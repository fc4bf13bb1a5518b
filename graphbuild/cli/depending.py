"""``graphbuild dependence``."""

from pathlib import Path

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown, give, money
from graphbuild.cli.edging import (
    NOTE,
    as_of_words,
    dated_edges_options,
    open_edges_or_world,
)
from graphbuild.cli.finding import entity_id
from graphbuild.cli.moving import MOVED, moved_notes
from graphbuild.cli.options import answer_options, limit_option, open_settings
from graphbuild.cli.tables import plain_rows
from graphbuild.rebuild.rendering import score_options
from graphbuild.records.period import PartialDate
from graphbuild.scores.lenders import lender_overlap
from graphbuild.scores.profile import backlog_check, dependence_profile

_SHOWN = (
    Shown("of its", ("kind",)),
    Shown("on", ("party",)),
    Shown("share", ("share_low", "share_high"), Kind.SHARE),
    Shown("stated", ("share_stated",), Kind.SHARE),
    Shown("money", ("usd_low", "usd_high"), Kind.USD),
    Shown("of", ("of_usd",), Kind.USD),
    Shown("contracts", ("deals",), Kind.COUNT, drop=2),
    Shown("joint", ("joint_deals",), Kind.COUNT, drop=4),
    Shown("the only one", ("is_only",), drop=3),
    Shown("basis", ("basis",), drop=1),
    MOVED,
)


@click.command(name="dependence")
@click.argument("entity")
@click.option("--on", "party", help="Only what depends on this party.")
@limit_option(40)
@dated_edges_options
@answer_options
def command(
    entity: str,
    party: str | None,
    limit: int,
    edges: Path | None,
    figures: Path | None,
    workspace_path: Path | None,
    as_of: PartialDate | None,
    form: str,
) -> None:
    """Which parts of ENTITY's capital, supply, sales and guarantees come from whom.

    Shares are of contracts known here, as intervals; what a company discloses itself stands in rows
    of its own.
    """
    workspace, settings = open_settings(workspace_path)
    world = open_edges_or_world(edges, workspace, as_of, figures)
    options = score_options(settings)
    wanted = entity_id(world, entity)
    rows = plain_rows(dependence_profile(world.graph, world.anchors, options))
    rows = [row for row in rows if row["entity_id"] == wanted]
    title = f"Dependence of {world.graph.nodes[wanted]['name']}"
    notes = [
        "a member of a consortium has between nothing and the whole; 'stated' is its own alone"
    ]
    if party:
        other = entity_id(world, party)
        kinds = {row["kind"] for row in rows}
        rows = [row for row in rows if row["party"] == other]
        title += f" on {world.graph.nodes[other]['name']}"
        absent = sorted(kinds - {row["kind"] for row in rows})
        if absent:
            notes.append(f"no contract with it is known here in: {', '.join(absent)}")
    for row in plain_rows(backlog_check(world.graph, world.anchors, options)):
        if row["entity_id"] == wanted:
            notes.append(
                f"contracts sold that are known here come to {money(row['all_stated'])} "
                f"({row['all_share']:.0%}) of {row['backlog_basis']}: {row['reason']}"
            )
    pairs = plain_rows(lender_overlap(world.graph, world.anchors, options))
    near = [row for row in pairs if wanted in (row["borrower"], row["other"])]
    if near and not party:
        names = [
            f"{row['other'] if row['borrower'] == wanted else row['borrower']} ({row['lenders']})"
            for row in near[:3]
        ]
        notes.append(f"shares lenders with {len(near)} borrowers, most with {'; '.join(names)}")
    notes += moved_notes(rows, "kind")
    if len(rows) > limit:
        notes.append(f"{len(rows) - limit} more rows; see --limit")
    give(
        Answer(
            title=title,
            rows=rows[:limit],
            shown=_SHOWN,
            snapshot=world.digest,
            as_of=as_of_words(world),
            flows=world.graph.number_of_edges(),
            tiers=[data["tier"] for _, _, data in world.graph.edges(data=True)],
            notes=[*notes, *([NOTE] if edges else [])],
        ),
        form,
    )
