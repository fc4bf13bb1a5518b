"""``graphbuild evidence``: which deals documents bear out, and how much was said more than once."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown, give
from graphbuild.cli.finding import entity_id
from graphbuild.cli.options import answer_options, limit_option, open_snapshot
from graphbuild.records.deal import Deal
from graphbuild.records.period import PartialDate

if TYPE_CHECKING:
    from graphbuild.rebuild.world import World

_DEALS = (
    Shown("deal", ("deal_id",), Kind.ID),
    Shown("documents say", ("documents_say",)),
    Shown("amount", ("amount_usd",), Kind.USD),
    Shown("checked", ("verification",), drop=1),
    Shown("best source", ("tier",), drop=2),
    Shown("claims", ("claims",), Kind.COUNT, drop=3),
)
_COUNTING = (
    Shown("column", ("column",)),
    Shown("claims", ("claims",), Kind.COUNT, drop=2),
    Shown("all claims", ("raw_usd",), Kind.USD),
    Shown("counted", ("counted_usd",), Kind.USD),
    Shown("said again", ("said_again_usd",), Kind.USD),
    Shown("shown only", ("shown_usd",), Kind.USD),
    Shown("left out", ("removed_share",), Kind.SHARE, drop=1),
)
_ORDER = (
    "another figure in a document",
    "confirmed",
    "mentioned without a figure",
    "named, but perhaps another deal",
    "only asserted",
)


@click.command(name="evidence")
@click.argument("entity", required=False)
@click.option("--counting", is_flag=True, help="All claims against what counts, in dollars.")
@limit_option(30)
@answer_options
def command(
    entity: str | None,
    counting: bool,
    limit: int,
    workspace_path: Path | None,
    as_of: PartialDate | None,
    form: str,
) -> None:
    """What the documents we hold say of the curated deals (of ENTITY), contradictions first.

    Confirmed: a document states the deal's figure. With --counting: what adding every claim would
    give, what counts, and what of the rest was said again or is only shown.
    """
    world = open_snapshot(workspace_path, as_of)
    wanted = entity_id(world, entity) if entity else None
    deals = [
        deal
        for deal in world.contents.deals
        if wanted is None or wanted in (*deal.sources, *deal.targets)
    ]
    rows, notes = _counting(world, deals) if counting else _coverage(world, deals)
    if form == "table" and len(rows) > limit:
        notes.append(f"{len(rows) - limit} more; see --limit")
        rows = rows[:limit]
    give(
        Answer(
            title="Claims against deals" if counting else "Curated deals and documents",
            rows=rows,
            shown=_COUNTING if counting else _DEALS,
            snapshot=world.digest,
            as_of=str(world.as_of),
            flows=sum(flow.deal_id in {d.deal_id for d in deals} for flow in world.contents.flows),
            tiers=[str(deal.tier) for deal in deals],
            notes=notes,
        ),
        form,
    )


def _coverage(world: "World", deals: list[Deal]) -> tuple[list[dict[str, Any]], list[str]]:
    from graphbuild.rebuild.tables import coverage_rows

    known = {deal.deal_id: deal for deal in deals}
    rows = [
        {**row, "amount_usd": _usd(known[row["deal_id"]])}
        for row in coverage_rows(world.contents)
        if row["deal_id"] in known
    ]
    rows.sort(
        key=lambda row: (_ORDER.index(row["documents_say"]), -(row["amount_usd"] or 0.0),
                         row["deal_id"])
    )  # fmt: skip
    counts = Counter(row["documents_say"] for row in rows)
    told = ", ".join(f"{counts[word]} {word}" for word in _ORDER if counts[word])
    documents = len(world.contents.documents)
    return rows, [
        f"{told or 'no curated deal'}, by {documents} documents read",
        "'only asserted': no document that was read tells of it",
        "checked, by people: opened the source, had it relayed, or from a secondary one",
    ]


def _counting(world: "World", deals: list[Deal]) -> tuple[list[dict[str, Any]], list[str]]:
    from dataclasses import replace

    from graphbuild.rebuild.counting import double_counting_rows

    rows = double_counting_rows(replace(world.contents, deals=tuple(deals)))
    for row in rows:
        for name in ("raw_usd", "counted_usd", "said_again_usd", "shown_usd", "removed_share"):
            row[name] = None if row[name] is None else float(row[name])
    return rows, [
        "central figures in US dollars; columns are never added, other currencies are left out",
        "said again: further claims of a deal; shown only: parts, totals, replaced, doubtful deals",
    ]


def _usd(deal: Deal) -> float | None:
    central = deal.amount.central
    return None if central is None or deal.amount.currency != "USD" else float(central)
