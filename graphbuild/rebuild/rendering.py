"""A world -> the files of its snapshot: tables, graph, scores, maps."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.graph.export import edges_csv, graphml, node_link_json, nodes_csv
from graphbuild.rebuild import tables
from graphbuild.rebuild.reading import Reading
from graphbuild.rebuild.snapshots import write_atomically
from graphbuild.rebuild.world import World
from graphbuild.resolve.reconcile import Resolution
from graphbuild.scores import SCORES
from graphbuild.scores.base import Options
from graphbuild.settings import Settings

if TYPE_CHECKING:
    import pandas as pd


def write_tables(
    folder: Path, world: World, resolution: Resolution, readings: Sequence[Reading]
) -> None:
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
        "unresolved_names": tables.candidates_csv(resolution.candidates),
        "uncovered_sentences": tables.uncovered_csv(c for r in readings for c in r.uncovered),
    }
    for name, text in texts.items():
        write_atomically(folder / "tables" / f"{name}.csv", text)


def write_graph(folder: Path, world: World) -> None:
    """The graph as node-link JSON and GraphML."""
    write_atomically(folder / "graph.json", node_link_json(world.graph))
    write_atomically(folder / "graph.graphml", graphml(world.graph))


def write_scores(folder: Path, world: World, settings: Settings) -> "dict[str, pd.DataFrame]":
    """Every score's table, by its name."""
    options = score_options(settings)
    found = {}
    for score in SCORES:
        table = score.run(world.graph, world.anchors, options)
        write_atomically(folder / "scores" / f"{score.name}.csv", table.to_csv(index=False))
        found[score.name] = table
    return found


def score_options(settings: Settings, to: str = "openai") -> Options:
    """Bounds of scores from the settings."""
    return Options(
        to=to,
        loop_length_hops=settings.loop_length_hops,
        loop_limit=settings.loop_limit,
        exposure_length_hops=settings.exposure_length_hops,
    )


def write_maps(
    folder: Path, world: World, scores: "Mapping[str, pd.DataFrame]", settings: Settings
) -> None:
    """Every view's page."""
