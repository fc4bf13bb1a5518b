"""A world -> the files of its snapshot: tables, graph, scores, maps."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.graph.export import edges_csv, graphml, node_link_json, nodes_csv
from graphbuild.rebuild import counting, tables
from graphbuild.rebuild.changed import changes_since
from graphbuild.rebuild.snapshots import write_atomically
from graphbuild.rebuild.world import World
from graphbuild.records.claim import Verification
from graphbuild.records.figure import Figure
from graphbuild.resolve.reconcile import Resolution
from graphbuild.scores import SCORES, sharing
from graphbuild.scores.base import Options
from graphbuild.settings import Settings
from graphbuild.workspace import Workspace

if TYPE_CHECKING:
    import pandas as pd

    from graphbuild.maps import PageFacts
    from graphbuild.maps.cascade import Cascade
    from graphbuild.maps.chronicle import Chronicle


def write_tables(folder: Path, world: World, resolution: Resolution) -> None:
    """All CSV tables of a snapshot."""
    contents = world.contents
    texts = {
        "deals": tables.deals_csv(contents.deals),
        "claims": tables.claims_csv(contents.claims),
        "documents": tables.documents_csv(contents),
        "flows": edges_csv(world.graph),
        "entities": nodes_csv(world.graph),
        "coverage_of_curated_deals": tables.coverage_csv(contents),
        "decisions": tables.decisions_csv(contents),
        "conflicts": counting.conflicts_csv(contents),
        "double_counting": counting.double_counting_csv(contents),
        "questions": counting.questions_csv(resolution.questions),
        "unresolved_names": tables.candidates_csv(resolution.candidates),
        "uncovered_sentences": tables.uncovered_csv(contents.missed),
    }
    for name, text in texts.items():
        write_atomically(folder / "tables" / f"{name}.csv", text)


def write_graph(folder: Path, world: World) -> None:
    """The graph as node-link JSON and GraphML."""
    write_atomically(folder / "graph.json", node_link_json(world.graph))
    write_atomically(folder / "graph.graphml", graphml(world.graph))


def write_scores(folder: Path, world: World, settings: Settings) -> "dict[str, pd.DataFrame]":
    """Every score's table, by its name, also as CSV."""
    found = run_scores(world, settings)
    for name, table in found.items():
        write_atomically(folder / "scores" / f"{name}.csv", table.to_csv(index=False))
    return found


def run_scores(
    world: World, settings: Settings, to: str | None = None
) -> "dict[str, pd.DataFrame]":
    """Every score's table, by its name; those about `to` only where it is in the graph."""
    options = score_options(settings, to)
    is_known = options.to in world.graph
    with sharing():
        return {
            score.name: score.run(world.graph, world.anchors, options)
            for score in SCORES
            if is_known or not score.is_about_one
        }


def score_options(settings: Settings, to: str | None = None) -> Options:
    """Bounds of scores from the settings; `to` where a question names another anchor."""
    return Options(
        to=to or settings.anchor,
        loop_length_hops=settings.loop_length_hops,
        loop_limit=settings.loop_limit,
        exposure_length_hops=settings.exposure_length_hops,
    )


def write_maps(
    folder: Path, world: World, scores: "Mapping[str, pd.DataFrame]", settings: Settings
) -> None:
    """Every view's page, and ``index.html``, which leads to them.

    `folder` lies in the outputs of the workspace whose snapshots the changes are told against.
    """
    from graphbuild.maps import VIEWS, draw, render, render_index  # noqa: PLC0415 - slow to load
    from graphbuild.rebuild.placing import places_before, places_text  # noqa: PLC0415 - as above

    workspace = Workspace(folder.parent.parent)
    before, since = places_before(workspace, world.digest)
    facts = replace(
        page_facts(world, settings),
        index_page="index.html",
        cascades=stress_cascades(world),
        chronicle=known_by_month(world),
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


def stress_cascades(world: World) -> "tuple[Cascade, ...]":
    """The bundled stress scenarios at every size of their shock."""
    from graphbuild.rebuild.cascading import cascades  # noqa: PLC0415 - only maps want it

    return cascades(world)


def known_by_month(world: World) -> "Chronicle":
    """What was known at the end of every month."""
    from graphbuild.rebuild.chronicling import chronicle  # noqa: PLC0415 - only maps want it

    return chronicle(world)


def page_facts(
    world: World, settings: Settings, anchor: str | None = None, focus: str | None = None
) -> "PageFacts":
    """What a page says about its snapshot; where the anchor is unknown, nothing about it."""
    from graphbuild.maps import PageFacts  # noqa: PLC0415 - pyvis is slow to load
    from graphbuild.rebuild.stating import statements  # noqa: PLC0415 - as above

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
    from graphbuild.maps.words import short_name, usd  # noqa: PLC0415 - pyvis is slow to load

    value = usd(float(revenue.value_usd or 0))
    kind = str(revenue.kind).replace("_", " ")
    return f"{short_name(name)}’s revenue of {value} in {revenue.period} ({kind})"


def _first_words(note: str) -> str:
    """A note up to its first semicolon, on one line of at most 60 letters."""
    from graphbuild.maps.words import cut_at_word  # noqa: PLC0415 - pyvis is slow to load

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
