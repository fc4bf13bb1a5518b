"""A world -> the files of its snapshot: tables, graph, scores.

Not here: its pages (`pages`), which load what only pictures want.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.graph.export import edges_csv, graphml, node_link_json, nodes_csv
from graphbuild.rebuild import counting, tables
from graphbuild.rebuild.snapshots import write_atomically
from graphbuild.rebuild.world import World
from graphbuild.resolve.reconcile import Resolution
from graphbuild.scores import SCORES, sharing
from graphbuild.scores.base import Options
from graphbuild.scores.overall import meanings, overall
from graphbuild.settings import Settings

if TYPE_CHECKING:
    import pandas as pd


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
    """Every score's table, by its name, also as CSV; then one long table of all."""
    found = run_scores(world, settings)
    for name, table in found.items():
        write_atomically(folder / "scores" / f"{name}.csv", table.to_csv(index=False))
    listed = {score: found[score.name] for score in SCORES if score.name in found}
    for name, table in (("scores", overall(listed)), ("score_columns", meanings(listed))):
        write_atomically(folder / "tables" / f"{name}.csv", table.to_csv(index=False))
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
