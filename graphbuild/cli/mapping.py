"""``graphbuild map``."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import rich_click as click

from graphbuild.cli.finding import entity_id
from graphbuild.cli.options import as_of_option, open_settings, workspace_option
from graphbuild.maps import VIEWS, render, render_png, render_svg
from graphbuild.rebuild.cascading import cascades
from graphbuild.rebuild.changed import changes_since
from graphbuild.rebuild.chronicling import chronicle
from graphbuild.rebuild.pages import page_facts
from graphbuild.rebuild.placing import read_places
from graphbuild.rebuild.rendering import run_scores
from graphbuild.rebuild.snapshots import write_atomically
from graphbuild.rebuild.world import open_world
from graphbuild.records.period import PartialDate

Writer: TypeAlias = Callable[..., str | bytes]

WRITERS: dict[str, Writer] = {".svg": render_svg, ".png": render_png}
"""By the ending of the output; anything else is a page."""


@click.command(name="map")
@click.argument("view", type=click.Choice([view.name for view in VIEWS]), default=VIEWS[0].name)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The file to write.",
)
@click.option("--entity", help="Whom the view is about: id, name or alias.")
@click.option("--to", help="Measured against whom; default: the anchor of the settings.")
@workspace_option
@as_of_option
def command(
    view: str,
    output: Path,
    entity: str | None,
    to: str | None,
    workspace_path: Path | None,
    as_of: PartialDate | None,
) -> None:
    """Write one map, VIEW (default: overview), as a self-contained HTML file.

    A file name that ends in .svg or .png gives the view's opening picture instead, without a
    browser; PNG needs resvg-py: pip install 'graphbuild[png]'.
    In a frame of another page, add #embed=1 to the address of the HTML file.
    """
    workspace, settings = open_settings(workspace_path)
    world = open_world(workspace, as_of)
    anchor = entity_id(world, to) if to else settings.anchor
    focus = entity_id(world, entity) if entity else None
    facts = page_facts(world, settings, anchor, focus)
    if world.folder is not None:  # everybody stands where the published map has them
        facts = replace(facts, before=read_places(world.folder))
    tables = run_scores(world, settings, anchor)
    if view == "stress":
        facts = replace(facts, cascades=cascades(world))
    if view == "timeline":
        facts = replace(facts, chronicle=chronicle(world))
    if view == "changes":
        tables.update(changes_since(workspace, world.digest, world.contents.deals))
    write: Writer = WRITERS.get(output.suffix.lower(), render)
    content = write(view, world.graph, tables, facts)
    write_atomically(output.resolve(), content)
    print(f"{output}: {output.stat().st_size / 1e6:.2f} MB, as of {world.as_of}")
