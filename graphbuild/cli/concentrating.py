"""``graphbuild concentration``."""

from pathlib import Path
from typing import Any

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown, give
from graphbuild.cli.edging import NOTE, as_of_words, edges_option, open_edges_or_world
from graphbuild.cli.finding import entity_id
from graphbuild.cli.moving import MOVED, moved_notes
from graphbuild.cli.options import answer_options, limit_option, open_settings
from graphbuild.cli.tables import plain_rows
from graphbuild.rebuild.rendering import score_options
from graphbuild.rebuild.world import World
from graphbuild.records.period import PartialDate
from graphbuild.scores.books import Side
from graphbuild.scores.concentration import concentration
from graphbuild.scores.customers import CUSTOMERS
from graphbuild.scores.lenders import LENDER_OVERLAP

_SIDES = tuple(str(side) for side in Side)
_SHOWN = (
    Shown("entity", ("entity_id",)),
    Shown("side", ("side",)),
    Shown("basis", ("basis",)),
    Shown("parties", ("counterparties",), Kind.COUNT, drop=3),
    Shown("money", ("total_low", "total_high"), Kind.USD),
    Shown("HHI", ("hhi_low", "hhi_high"), Kind.NUMBER),
    Shown("as stated", ("hhi_stated",), Kind.NUMBER, drop=2),
    Shown("Gini", ("gini_stated",), Kind.NUMBER, drop=5),
    Shown("effective number", ("effective_low", "effective_high"), Kind.NUMBER, drop=3),
    Shown("share of largest", ("cr1_low", "cr1_high"), Kind.SHARE, drop=1),
    Shown("largest", ("largest",)),
    Shown("remark", ("reason",), drop=4),
    MOVED,
)
_DISCLOSED = (
    Shown("company", ("entity_id",)),
    Shown("of its", ("benchmark",)),
    Shown("period", ("period",)),
    Shown("customers", ("customers",)),
    Shown("together", ("disclosed_share",), Kind.SHARE),
    Shown("HHI", ("hhi_low", "hhi_high"), Kind.NUMBER, drop=1),
    Shown("source", ("source",), drop=3),
    Shown("remark", ("reason",), drop=2),
    MOVED,
)
_OVERLAP = (
    Shown("borrower", ("borrower",)),
    Shown("other", ("other",)),
    Shown("common", ("common",), Kind.COUNT),
    Shown("overlap", ("overlap",), Kind.SHARE),
    Shown("its debt with them", ("usd",), Kind.USD),
    Shown("the other's", ("other_usd",), Kind.USD),
    Shown("lenders", ("lenders",), drop=1),
    MOVED,
)


@click.command(name="concentration")
@click.argument("entity", required=False)
@click.option("--side", type=click.Choice(_SIDES), help="Only this kind of counterparty.")
@click.option(
    "--basis",
    type=click.Choice(("firm", "contingent", "headline", "all")),
    help="Only money in this state; default: each of the first three in rows of its own.",
)
@click.option("--disclosed", is_flag=True, help="Shares of customers that companies disclose.")
@click.option("--lenders", is_flag=True, help="Borrowers with lenders in common, pair by pair.")
@limit_option(30)
@edges_option
@answer_options
def command(
    entity: str | None,
    side: str | None,
    basis: str | None,
    disclosed: bool,
    lenders: bool,
    limit: int,
    edges: Path | None,
    workspace_path: Path | None,
    as_of: PartialDate | None,
    form: str,
) -> None:
    """How few counterparties the money of all entities, or of ENTITY, depends on.

    The Herfindahl index runs from 0 to 1 and is an interval wherever amounts are; firm, contingent
    and headline money stand apart. Only "--basis all" takes them as one: it bounds, and is no sum.
    """
    if disclosed and lenders:
        raise click.UsageError("--disclosed and --lenders are two tables; ask for one")
    if (disclosed or lenders) and (side or basis):
        raise click.UsageError("--side and --basis have no meaning with --disclosed or --lenders")
    workspace, settings = open_settings(workspace_path)
    world = open_edges_or_world(edges, workspace, as_of)
    options = score_options(settings)
    wanted = entity_id(world, entity) if entity else None
    if disclosed or lenders:
        score, table = (CUSTOMERS, _DISCLOSED) if disclosed else (LENDER_OVERLAP, _OVERLAP)
        rows = plain_rows(score.run(world.graph, world.anchors, options))
        keys = ("entity_id",) if disclosed else ("borrower", "other")
        rows = [row for row in rows if wanted is None or wanted in [row[key] for key in keys]]
        give(_answer(world, score.title, rows, table, limit, [NOTE] if edges else []), form)
        return
    rows = plain_rows(concentration(world.graph, world.anchors, options))
    rows = [row for row in rows if wanted is None or row["entity_id"] == wanted]
    for row in rows:
        if row["largest"] and not row["is_largest_certain"]:
            row["largest"] = f"not certain ({row['largest']} may be)"
    if side:
        rows = [row for row in rows if row["side"] == side]
    rows = [row for row in rows if row["basis"] == basis or (not basis and row["basis"] != "all")]
    if not entity:
        rows.sort(key=lambda row: (-(row["total_high"] or row["total_low"]), row["entity_id"]))
    notes = [*([NOTE] if edges else []), "shares are of the contracts known here, not of a market"]
    give(_answer(world, "Concentration of counterparties", rows, _SHOWN, limit, notes), form)


def _answer(
    world: World,
    title: str,
    rows: list[dict[str, Any]],
    shown: tuple[Shown, ...],
    limit: int,
    notes: list[str],
) -> Answer:
    names = ["entity_id", "side", "basis"] if shown is _SHOWN else [shown[0].keys[0]]
    more = [f"{len(rows) - limit} more rows; see --limit"] if len(rows) > limit else []
    return Answer(
        title=title,
        rows=rows[:limit],
        shown=shown,
        snapshot=world.digest,
        as_of=as_of_words(world),
        flows=world.graph.number_of_edges(),
        tiers=[data["tier"] for _, _, data in world.graph.edges(data=True)],
        notes=[*moved_notes(rows, *names), *more, *notes],
    )
