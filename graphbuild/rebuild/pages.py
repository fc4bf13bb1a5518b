"""A world -> the pages of its snapshot, and what every page says about it.

Not here: what is drawn (`maps`), the files without pictures (`rendering`). Only the commands that
draw load this: maps and the stress runs behind them take a fifth of a second to load.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd

from graphbuild.maps import VIEWS, PageFacts, draw, render, render_index
from graphbuild.maps.words import cut_at_word, short_name, usd
from graphbuild.rebuild.cascading import cascades
from graphbuild.rebuild.changed import changes_since
from graphbuild.rebuild.chronicling import chronicle
from graphbuild.rebuild.placing import places_before, places_text
from graphbuild.rebuild.snapshots import write_atomically
from graphbuild.rebuild.stating import statements
from graphbuild.rebuild.world import World
from graphbuild.records.claim import Verification
from graphbuild.records.figure import Figure
from graphbuild.settings import Settings
from graphbuild.workspace import Workspace


def write_maps(
    folder: Path, world: World, scores: Mapping[str, pd.DataFrame], settings: Settings
) -> None:
    """Every view's page, and ``index.html``, which leads to them.

    `folder` lies in the outputs of the workspace whose snapshots the changes are told against.
    """
    workspace = Workspace(folder.parent.parent)
    before, since = places_before(workspace, world.digest)
    facts = replace(
        page_facts(world, settings),
        index_page="index.html",
        cascades=cascades(world),
        chronicle=chronicle(world),
        before=before,
    )
    drawn = {**scores, **changes_since(workspace, world.digest, world.contents.deals)}
    for view in VIEWS:
        page = render(view.name, world.graph, drawn, facts)
        write_atomically(folder / "maps" / f"{view.name}.html", page)
    write_atomically(folder / "maps" / "index.html", render_index(world.graph, drawn, facts))
    kept = draw("overview", world.graph, drawn, facts)[1].standing
    if kept is not None:
        write_atomically(folder / "maps" / "places.json", places_text(kept, since))


def page_facts(
    world: World, settings: Settings, anchor: str | None = None, focus: str | None = None
) -> PageFacts:
    """What a page says about its snapshot; where the anchor is unknown, nothing about it."""
    anchor = anchor or settings.anchor
    is_known = anchor in world.graph
    revenue = world.anchors.annual_revenue(anchor) if is_known else None
    name = world.graph.nodes[anchor]["name"] if is_known else ""
    return PageFacts(
        title="Who finances whom in AI",
        digest=world.digest,
        as_of=str(world.as_of),
        anchor_id=anchor if is_known else "",
        revenue_usd=float(revenue.value_usd) if revenue and revenue.value_usd else None,
        revenue_text=_revenue_words(name, revenue) if revenue else "",
        revenue_source=_first_words(revenue.note) if revenue else "",
        revenue_url=(revenue.url or "") if revenue else "",
        deals_total=len(world.contents.deals),
        notes=_page_notes(world),
        map_nodes=settings.map_nodes,
        focus_id=focus,
        statements=statements(world),
    )


def _revenue_words(name: str, revenue: Figure) -> str:
    """``OpenAI's revenue of $13.1bn in 2025 (reported)``."""
    value = usd(float(revenue.value_usd or 0))
    kind = str(revenue.kind).replace("_", " ")
    return f"{short_name(name)}’s revenue of {value} in {revenue.period} ({kind})"


def _first_words(note: str) -> str:
    """A note up to its first semicolon, on one line of at most 60 letters."""
    return cut_at_word(note.partition(";")[0], 60)


def _page_notes(world: World) -> tuple[str, ...]:
    deals = world.contents.deals
    unverified = sum(d.verification is Verification.SECONDARY for d in deals)
    silent = sum(not d.amount.is_disclosed and d.share is None for d in deals)
    notes = []
    if silent:
        notes.append(f"{silent} deals have no figure in money and are drawn thin.")
    if unverified:
        notes.append(f"{unverified} deals have no public source yet: faint, and in no sum.")
    return tuple(notes)
