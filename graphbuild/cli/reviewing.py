"""``graphbuild review``: what people should look at, and what they said of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown, give
from graphbuild.cli.deciding import Decision, correction_options, decide
from graphbuild.cli.finding import entity_id
from graphbuild.cli.options import (
    DateType,
    format_option,
    limit_option,
    open_snapshot,
    workspace_option,
)
from graphbuild.records.claim import Ruling
from graphbuild.records.period import PartialDate
from graphbuild.workspace import find_workspace

if TYPE_CHECKING:
    from graphbuild.rebuild.review_queue import QueueItem
    from graphbuild.rebuild.world import World
    from graphbuild.records.review import Review

_OPEN = (
    Shown("id", ("id",), Kind.ID),
    Shown("could move", ("could_move_usd",), Kind.USD),
    Shown("figure", ("figure_usd",), Kind.USD),
    Shown("in sums", ("standing",), drop=2),
    Shown("names", ("names",), drop=1),
    Shown("what it says", ("says",)),
    Shown("source", ("tier",), drop=3),
    Shown("file", ("path",), drop=4),
)
_DECIDED = (
    Shown("statement", ("id",), Kind.ID),
    Shown("decision", ("decision",)),
    Shown("on", ("decided_on",)),
    Shown("by", ("reviewer",), drop=2),
    Shown("state", ("state",)),
    Shown("what it was", ("says",), drop=1),
    Shown("reason", ("reason",), drop=3),
    Shown("file", ("path",), drop=4),
)
_WEIGHT = (
    "could move: the figure times its part of all then known of the party of whom least is known; "
    "it orders the list and estimates nothing"
)
_LONGEST = 220
"""Characters of a sentence in the table; the whole of it is in the other forms and by its id."""


@click.command(name="review")
@click.argument("identifier", metavar="[ID]", required=False)
@click.argument(
    "ruling", metavar="[VERDICT]", required=False, type=click.Choice([str(r) for r in Ruling])
)
@click.option(
    "--show",
    type=click.Choice(("missed", "claims", "decided")),
    default="missed",
    show_default=True,
    help="Sentences without a claim, claims nobody looked at, or decisions and their state.",
)
@click.option("--entity", help="Only what names this party.")
@limit_option(20)
@click.option("--reason", default="", help="Why; the next reader has only this.")
@click.option("--reviewer", default="", help="Who decides; may be left out.")
@click.option("--on", "decided_on", type=DateType(), help="Date of the decision; default: today.")
@correction_options
@format_option
@workspace_option
def command(
    identifier: str | None,
    ruling: str | None,
    show: str,
    entity: str | None,
    limit: int,
    reason: str,
    reviewer: str,
    decided_on: PartialDate | None,
    form: str,
    workspace_path: Path | None,
    **correction: Any,
) -> None:
    """List what to review; with ID show it whole; with VERDICT record a decision.

    VERDICT is accept, reject or correct. A decision is a row of reviews.csv; 'graphbuild rebuild'
    applies it, and it asks again when the source's text changes. 'correct' on a missed sentence
    makes a claim of it: give --source, --target, --instrument, --status and the figure.
    """
    world = open_snapshot(workspace_path, None)
    workspace = find_workspace(workspace_path)
    if identifier is None:
        _list(world, _table_rows(workspace), show, entity, limit, form)
    elif ruling is None:
        _show(world, identifier, form)
    else:
        decision = Decision(Ruling(ruling), reason, reviewer, decided_on, correction)
        print(decide(workspace, world, identifier, decision))


def _table_rows(workspace: Any) -> tuple["Review", ...]:
    from graphbuild.curated.loading import load_curated

    return load_curated(workspace).reviews


def _list(
    world: "World",
    reviews: Sequence["Review"],
    show: str,
    entity: str | None,
    limit: int,
    form: str,
) -> None:
    from graphbuild.rebuild import review_queue

    waiting = {r.statement_id for r in reviews} - {r.statement_id for r in world.contents.reviews}
    wanted = entity_id(world, entity) if entity else None
    if show == "decided":
        rows, notes = _decided_rows(world), []
    else:
        queue = review_queue.missed_queue if show == "missed" else review_queue.claims_queue
        items = [
            item
            for item in queue(world)
            if item.statement_id not in waiting and (wanted is None or wanted in item.entities)
        ]
        rows, notes = [_open_row(item) for item in items], _notes(show, items)
    if waiting:
        notes.append(f"{len(waiting)} newer decisions take effect with 'graphbuild rebuild'")
    if form == "table" and len(rows) > limit:
        notes.append(f"{len(rows) - limit} more; see --limit")
    shown = rows[:limit] if form == "table" else rows
    title = {
        "missed": "Sentences with money and a watched name but no claim",
        "claims": "Claims of documents that nobody looked at",
        "decided": "Decisions",
    }[show]
    give(
        Answer(
            title=f"{title} ({len(rows)})",
            rows=[{**row, "says": _shortened(row["says"], form)} for row in shown],
            shown=_DECIDED if show == "decided" else _shown(show),
            snapshot=world.digest,
            as_of=str(world.as_of),
            flows=world.graph.number_of_edges(),
            tiers=[row["tier"] for row in shown if row.get("tier")],
            notes=notes,
        ),
        form,
    )


def _shown(show: str) -> tuple[Shown, ...]:
    return tuple(column for column in _OPEN if show == "claims" or column.header != "in sums")


def _notes(show: str, items: Sequence["QueueItem"]) -> list[str]:
    first = (
        "proposals of a language model come first, then claims of deals in sums"
        if show == "claims"
        else "sentences that name two parties of the graph (the filer counts) come first"
    )
    notes = [f"{first}, then by 'could move'", _WEIGHT]
    silent = sum(item.figure_usd is None for item in items)
    if silent:
        notes.append(f"{silent} without a figure in dollars that a deal could have come last")
    again = sum(item.before is not None for item in items)
    if again:
        notes.append(f"{again} were decided before and read otherwise now; see --show decided")
    return notes


def _open_row(item: "QueueItem") -> dict[str, Any]:
    before = item.before
    return {
        "id": item.item_id,
        "could_move_usd": item.could_move_usd,
        "figure_usd": item.figure_usd,
        "standing": item.standing or "no deal",
        "names": ", ".join(item.names),
        "says": item.says,
        "tier": str(item.tier),
        "path": item.citation.path,
        "item": item.citation.item,
        "start": item.citation.start,
        "end_offset": item.citation.end,
        "decided_before": f"{before.ruling} on {before.mark.decided_on}" if before else None,
    }


def _decided_rows(world: "World") -> list[dict[str, Any]]:
    from graphbuild.rebuild.review_queue import states_of

    return [
        {
            "id": review.statement_id,
            "decision": str(review.ruling),
            "decided_on": review.mark.decided_on,
            "reviewer": review.mark.reviewer,
            "state": f"open again: {state}" if state.is_open_again else str(state),
            "says": review.mark.read_as,
            "reason": review.mark.reason,
            "claim_id": review.mark.claim_id,
            "path": review.path or review.document,
        }
        for review, state in states_of(world.contents)
    ]


def _shortened(text: str, form: str) -> str:
    if form != "table" or len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _show(world: "World", identifier: str, form: str) -> None:
    from graphbuild.cli.review_items import find_item, item_rows

    item = find_item(world, identifier)
    give(
        Answer(
            title=f"{item.item_id}: {item.kind}",
            rows=[{"what": what, "words": words} for what, words in item_rows(item)],
            shown=(Shown("what", ("what",)), Shown("", ("words",))),
            snapshot=world.digest,
            as_of=str(world.as_of),
            flows=0,
            tiers=[str(item.tier)],
        ),
        form,
    )
