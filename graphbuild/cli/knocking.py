"""``graphbuild knock-out``."""

from pathlib import Path

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown, give
from graphbuild.cli.clearing_lists import list_options, removal_answer
from graphbuild.cli.options import answer_options, limit_option, open_snapshot
from graphbuild.contagion.model import build_model
from graphbuild.contagion.turning import knock_out
from graphbuild.records.period import PartialDate

SHOWN = (
    Shown("taken out", ("what",), Kind.ID),
    Shown("fall, better end", ("falls_low",), Kind.COUNT),
    Shown("fall, worse end", ("falls_high",), Kind.COUNT),
    Shown("others lose, firm", ("firm_low", "firm_high"), Kind.USD),
    Shown("middle", ("firm_middle",), Kind.USD, drop=2),
    Shown("contingent", ("contingent_low", "contingent_high"), Kind.USD),
    Shown("middle", ("contingent_middle",), Kind.USD, drop=2),
    Shown("who falls at the worse end", ("falls",), drop=1),
)


@click.command(name="knock-out")
@click.argument(
    "what", type=click.Choice(("parties", "contracts", "guarantees")), default="parties"
)
@list_options
@limit_option(15)
@answer_options
def command(
    what: str,
    edges: Path | None,
    balances: Path | None,
    kept: float,
    limit: int,
    workspace_path: Path | None,
    as_of: PartialDate | None,
    form: str,
) -> None:
    """What falls if one party, contract or guarantee is taken out, by what others lose.

    A party pays nothing from now on; a contract ends; a guarantee is gone while the party it
    stands behind pays nothing, told as the difference that makes.
    """
    if edges or balances:
        give(removal_answer(edges, balances, kept, limit), form)
        return
    world = open_snapshot(workspace_path, as_of)
    model = build_model(world.graph, world.anchors)
    rows = knock_out(model, what)
    notes = [
        "losses over five years, better to worse end; firm and contingent money are not added",
        "of all others together: what a company and its owners lose is partly the same money",
        "for one case see 'graphbuild stress --shock NAME.default=-1 --show contracts'",
        "parties without a figure for cash are taken to hold; not a forecast",
    ]
    if len(rows) > limit:
        notes.append(f"{len(rows) - limit} further rows; see --limit")
    give(
        Answer(
            title=f"Knock-out of {what}",
            rows=rows[:limit],
            shown=SHOWN,
            snapshot=world.digest,
            as_of=str(world.as_of),
            flows=len(model.terms),
            tiers=sorted({term.tier for term in model.terms}),
            notes=notes,
        ),
        form,
    )
