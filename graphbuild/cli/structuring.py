"""``graphbuild structure``."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown, give
from graphbuild.cli.edging import NOTE, as_of_words, edges_option, open_edges_or_world
from graphbuild.cli.moving import MOVED, moved_notes
from graphbuild.cli.options import answer_options, open_settings
from graphbuild.cli.tables import plain_rows
from graphbuild.rebuild.rendering import score_options
from graphbuild.rebuild.world import World
from graphbuild.records.period import PartialDate
from graphbuild.scores.chance import WARNING, rank_by_chance
from graphbuild.scores.circularity import collapse
from graphbuild.scores.circulation import Edge, largest_circulation
from graphbuild.scores.structure import structure

if TYPE_CHECKING:
    from graphbuild.scores.base import Options

_SHOWN = (
    Shown("clock", ("clock",)),
    Shown("level", ("level",)),
    Shown("hops", ("hops",), Kind.COUNT, drop=4),
    Shown("gross", ("gross",), Kind.USD),
    Shown("circulating", ("circular_share",), Kind.SHARE),
    Shown("Finn, least", ("fci_least",), Kind.SHARE),
    Shown("Finn, revenue", ("fci_revenue",), Kind.SHARE),
    Shown("reciprocity", ("reciprocity",), Kind.SHARE, drop=1),
    Shown("hierarchy", ("hierarchy",), Kind.SHARE, drop=2),
    Shown("incoherence", ("incoherence",), Kind.NUMBER, drop=3),
    MOVED,
)
_OWN_LIST = "a rank says nothing unless the list was drawn up without looking for loops"


@click.command(name="structure")
@click.option("--null", "samples", type=click.IntRange(1, 9999), help="Compare with N shuffles.")
@click.option("--seed", type=int, default=1, show_default=True, help="Of the shuffles.")
@click.option("--within-kinds", is_flag=True, help="Shuffle payees of one kind among themselves.")
@edges_option
@answer_options
def command(
    samples: int | None,
    seed: int,
    within_kinds: bool,
    edges: Path | None,
    workspace_path: Path | None,
    as_of: PartialDate | None,
    form: str,
) -> None:
    """How circular the payments are as a whole, with the closure of every figure stated.

    Finn's index is shown with the least outside money that balances every party, and with revenue
    as outside money: the difference is how much it hangs on that choice.
    """
    workspace, settings = open_settings(workspace_path)
    world = open_edges_or_world(edges, workspace, as_of)
    options = score_options(settings)
    notes = [
        "year: what moves in the as-of year; life: whole contracts, stocks and flows mixed",
        "a dollar that passes four hops counts four times in gross and in what circulates",
    ]
    rows = plain_rows(structure(world.graph, world.anchors, options))
    if edges:
        rows = [row for row in rows if row["clock"] == "life"]
        notes = [NOTE, notes[1]]
    notes += [
        f"Finn's index, {note}" for note in moved_notes(rows, "clock", "level", most=len(rows))
    ]
    if samples is not None:
        notes.append(_chance(world, options, samples, seed, is_within=within_kinds))
    notes.append(_OWN_LIST if edges else WARNING)
    give(
        Answer(
            title="Circularity of the whole graph",
            rows=rows,
            shown=_SHOWN,
            snapshot=world.digest,
            as_of=as_of_words(world),
            flows=world.graph.number_of_edges(),
            tiers=[data["tier"] for _, _, data in world.graph.edges(data=True)],
            notes=notes,
        ),
        form,
    )


def _chance(world: World, options: "Options", samples: int, seed: int, *, is_within: bool) -> str:
    hops = collapse(world.graph, options).values()
    edges = [(hop.payer, hop.payee, hop.stated) for hop in hops if hop.stated > 0]
    if not edges:
        return "no hop has money: nothing to shuffle"
    kinds = {node: str(data["kind"]) for node, data in world.graph.nodes(data=True)}
    found = rank_by_chance(
        edges, _share, samples=samples, seed=seed, kinds=kinds if is_within else None
    )
    return (
        f"circulating share at whole lives, stated: {found.observed:.1%}, rank {found.rank} of "
        f"{found.of} among shuffles (seed {seed}) of {found.low:.1%} to {found.high:.1%}, median "
        f"{found.median:.1%}; shuffles keep who pays how often and how much and who receives how "
        f"often, what a party receives changes up to {found.worst_strength:.1f} times, "
        f"{found.moved:.0%} of hops move"
    )


def _share(edges: Sequence[Edge]) -> float:
    return largest_circulation(edges, is_ranged=False).total / sum(amount for _, _, amount in edges)
