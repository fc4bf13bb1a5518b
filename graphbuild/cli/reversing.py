"""``graphbuild reverse-stress``."""

from pathlib import Path

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown, give
from graphbuild.cli.clearing_lists import breaking_answer, list_options
from graphbuild.cli.finding import entity_id
from graphbuild.cli.options import answer_options, open_settings
from graphbuild.contagion.model import build_model
from graphbuild.contagion.turning import cut_for_loss, smallest_cuts
from graphbuild.errors import SettingsError
from graphbuild.rebuild.world import open_world
from graphbuild.records.period import PartialDate

SHOWN = (
    Shown("end", ("end",)),
    Shown("failures", ("failures",), Kind.COUNT),
    Shown("smallest cut", ("cut",), Kind.SHARE),
    Shown("who", ("party",)),
    Shown("from", ("quarter",), drop=2),
    Shown("through", ("path",), drop=1),
    Shown("remark", ("reason",)),
)

LOSS = (
    Shown("end", ("end",)),
    Shown("smallest cut", ("cut",), Kind.SHARE),
    Shown("fallen by then", ("failures",), Kind.COUNT),
    Shown("from", ("quarter",), drop=2),
    Shown("through", ("path",), drop=1),
    Shown("remark", ("reason",)),
)


@click.command(name="reverse-stress")
@click.argument("entity", required=False)
@click.option(
    "--of",
    "kind",
    type=click.Choice(("revenue", "funding")),
    default="revenue",
    show_default=True,
    help="What is cut.",
)
@click.option(
    "--failures",
    type=click.IntRange(1, 20),
    default=3,
    show_default=True,
    help="Ask for the cut that makes one, two, ... up to so many fall short.",
)
@click.option("--holder", help="Ask for a loss of this party instead; with --loss.")
@click.option("--loss", type=float, help="Loss in billions of USD.")
@list_options
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=15,
    show_default=True,
    help="Rows shown of a list given with --edges.",
)
@answer_options
def command(
    entity: str | None,
    kind: str,
    failures: int,
    holder: str | None,
    loss: float | None,
    edges: Path | None,
    balances: Path | None,
    kept: float,
    limit: int,
    workspace_path: Path | None,
    as_of: PartialDate | None,
    form: str,
) -> None:
    """The smallest cut in an entity's revenue or funding that makes one, two, ... fall short.

    At the worse end, in the middle and at the better end of every range; with --holder and --loss,
    the smallest cut that costs that party so much.
    """
    if edges or balances:
        give(breaking_answer(edges, balances, entity, kept, limit), form)
        return
    if (holder is None) != (loss is None):
        raise SettingsError("--holder and --loss go together: whose loss, and how many billions")
    workspace, settings = open_settings(workspace_path)
    world = open_world(workspace, as_of)
    model = build_model(world.graph, world.anchors)
    party = model.party(entity_id(world, entity or settings.anchor))
    if holder is not None and loss is not None:
        bearer = model.party(entity_id(world, holder))
        rows = cut_for_loss(model, party, kind, bearer, loss * 1e9)
        words = f"that costs {model.name(bearer)} {loss:g} bn"
    else:
        rows = smallest_cuts(model, party, kind, failures=failures)
        words = "that makes somebody fall short"
    book = model.books[party]
    basis = book.revenue_basis if kind == "revenue" else book.need.basis
    notes = [
        f"cut in every quarter of five years; plan: {basis}",
        "at the worse end the plan is at least what it has signed to pay",
        f"cash: {book.buffer.basis}",
        "parties without a figure for cash are taken to hold; see 'graphbuild stress'",
    ]
    if holder is not None:
        notes.append("a loss of firm money or of contingent money: the two are never added")
    give(
        Answer(
            title=f"Smallest cut in {kind} of {model.name(party)} {words}",
            rows=rows,
            shown=SHOWN if holder is None else LOSS,
            snapshot=world.digest,
            as_of=str(world.as_of),
            flows=len(model.terms),
            tiers=sorted({term.tier for term in model.terms}),
            notes=notes,
        ),
        form,
    )
