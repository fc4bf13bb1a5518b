"""``graphbuild report``: one entity on one page, for a credit committee."""

from pathlib import Path

import jinja2
import rich_click as click

from graphbuild.cli import credit_page, credit_parties
from graphbuild.cli.finding import entity_id
from graphbuild.cli.options import as_of_option, open_settings, workspace_option
from graphbuild.cli.receipts import Receipts
from graphbuild.curated.loading import load_curated
from graphbuild.rebuild.happenings import happenings
from graphbuild.rebuild.rendering import run_scores, score_options
from graphbuild.rebuild.snapshots import write_atomically
from graphbuild.rebuild.world import World, open_world
from graphbuild.records.period import PartialDate
from graphbuild.resolve.conflicts import find_conflicts


@click.command(name="report")
@click.argument("entity")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The file to write.",
)
@click.option("--to", help="Exposure to whom; default: the anchor of the settings.")
@workspace_option
@as_of_option
def command(
    entity: str,
    output: Path,
    to: str | None,
    workspace_path: Path | None,
    as_of: PartialDate | None,
) -> None:
    """Write a self-contained page on ENTITY: what it owes, to whom, until when it can pay.

    Dues and debt by year, concentration, exposure, loops, dependence, vehicles, events, open
    questions, and a numbered receipt for every deal behind a figure. It prints on A4.
    """
    workspace, settings = open_settings(workspace_path)
    world = open_world(workspace, as_of)
    wanted = entity_id(world, entity)
    anchor = entity_id(world, to or settings.anchor)
    subject = credit_page.Subject(
        world=world,
        entity_id=wanted,
        to=anchor,
        options=score_options(settings, to=anchor),
        tables=run_scores(world, settings, anchor),
        receipts=Receipts(world),
    )
    events = happenings(world, load_curated(workspace).events, wanted)
    page = _render(world, subject, events)
    write_atomically(output.resolve(), page)
    print(f"{output}: {len(page.encode()) / 1e3:.0f} kB, as of {world.as_of}")


def _render(world: World, subject: credit_page.Subject, events: list[dict[str, object]]) -> str:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("graphbuild.cli"),
        autoescape=jinja2.select_autoescape(["html"]),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    sections = {
        "tiles": credit_page.tiles(subject),
        "dues": credit_page.dues(subject),
        "reach": credit_page.reach(subject),
        "debt": credit_page.debt(subject),
        "concentration": credit_parties.concentration(subject),
        "exposure": credit_parties.exposure(subject),
        "loops": credit_parties.loops(subject),
        "dependence": credit_parties.dependence(subject),
        "vehicles": credit_parties.vehicles(subject),
        "events": credit_parties.happened(subject, events),
        "conflicts": _conflicts(world, subject),
    }
    data = world.graph.nodes[subject.entity_id]
    return environment.get_template("report.html").render(
        name=data["name"],
        kind=str(data["kind"]).replace("_", " "),
        country=data["country"],
        anchor=subject.name(subject.to),
        as_of=str(world.as_of),
        digest=world.digest,
        receipts=subject.receipts.listed(),
        **sections,
    )


def _conflicts(world: World, subject: credit_page.Subject) -> list[dict[str, object]]:
    """Deals of the entity about which sources disagree."""
    found = []
    for conflict in find_conflicts(world.contents.deals, world.claims):
        deal = conflict.deal
        if subject.entity_id in (*deal.sources, *deal.targets):
            found.append(
                {
                    "title": deal.title,
                    "why": conflict.why,
                    "refs": subject.receipts.refs([deal.deal_id]),
                }
            )
    return found
