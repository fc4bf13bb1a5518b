"""``graphbuild conflicts``: sources that disagree, side by side, and what hangs on it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from graphbuild.cli.answers import Answer, Shown, give, money
from graphbuild.cli.finding import entity_id
from graphbuild.cli.options import answer_options, limit_option, open_snapshot
from graphbuild.records.deal import Deal, Standing
from graphbuild.records.money import Amount
from graphbuild.records.period import PartialDate

if TYPE_CHECKING:
    from graphbuild.rebuild.world import World
    from graphbuild.resolve.conflicts import Conflict

_SHOWN = (Shown("what", ("what",)), Shown("", ("words",)))


@click.command(name="conflicts")
@click.argument("entity", required=False)
@limit_option(10)
@answer_options
def command(
    entity: str | None,
    limit: int,
    workspace_path: Path | None,
    as_of: PartialDate | None,
    form: str,
) -> None:
    """List deals of which sources give two figures, a band, or two directions (of ENTITY).

    Both accounts stand side by side with source and date; then which one answers use, and why. The
    sums are over all flows that enter sums in the deal's own column (firm, contingent, headline or
    past), at central figures: as they are, and had the other account stood.
    """
    from graphbuild.resolve.conflicts import find_conflicts

    world = open_snapshot(workspace_path, as_of)
    wanted = entity_id(world, entity) if entity else None
    found = [
        conflict
        for conflict in find_conflicts(world.contents.deals, world.claims)
        if wanted is None or wanted in (*conflict.deal.sources, *conflict.deal.targets)
    ]
    sums = _sums(world.contents.deals)
    rows = [_row(conflict, sums) for conflict in found]
    rows.sort(key=lambda row: (-abs(row["difference_usd"] or 0.0), row["deal_id"], row["kind"]))
    notes = [
        "sums are of all flows in one column at central figures; columns are never added",
        "amounts in other currencies have no dollars here and enter no sum",
    ]
    if form == "table" and len(rows) > limit:
        notes.append(f"{len(rows) - limit} more that matter less; see --limit")
    give(
        Answer(
            title=f"Sources that disagree ({len(rows)})",
            rows=_side_by_side(rows[:limit]) if form == "table" else rows,
            shown=_SHOWN,
            snapshot=world.digest,
            as_of=str(world.as_of),
            flows=sum(_touches(world, conflict) for conflict in found),
            tiers=[str(c.other.tier) for c in found] + [str(c.stands.tier) for c in found],
            notes=notes,
        ),
        form,
    )


def _side_by_side(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each conflict as a few lines for people: the deal, both accounts, why, and the sums."""
    lines = []
    for row in rows:
        about = row["title"] or row["deal_id"]
        lines += [
            ("deal", f"{row['deal_id']}: {about}"),
            ("stands", _account_words(row, "stands")),
            ("the other", _account_words(row, "other")),
            ("why", row["why"]),
            ("sum", _sum_words(row)),
        ]
    return [{"what": what, "words": words} for what, words in lines]


def _account_words(row: dict[str, Any], side: str) -> str:
    figure = money(row[f"{side}_usd"])
    tier = row[f"{side}_tier"].replace("_", " ")
    source = "unnamed source or blog" if tier == "unnamed" else tier
    return (
        f"{figure} {row[f'{side}_measure']}, {row[f'{side}_from']} -> {row[f'{side}_to']}; "
        f"{source} of {row[f'{side}_known_on']}"
    )


def _sum_words(row: dict[str, Any]) -> str:
    if row["in_sums"] == str(Standing.SHOWN):
        return "in no sum, whichever stands"
    now = money(row["sum_now_usd"])
    if row["difference_usd"] is None:
        return f"{row['column']} {now}; the other way cannot be said in dollars"
    if row["difference_usd"] == 0.0:
        words = f"{row['column']} {now} either way"
        if row["kind"] == "direction":
            words += "; the money would run the other way"
        return words
    other = money(row["sum_other_way_usd"])
    sign = "+" if row["difference_usd"] > 0 else "-"
    change = money(abs(row["difference_usd"]))
    return f"{row['column']} {now} now, {other} the other way ({sign}{change})"


def _touches(world: "World", conflict: "Conflict") -> int:
    return sum(flow.deal_id == conflict.deal.deal_id for flow in world.contents.flows)


def _sums(deals: tuple[Deal, ...]) -> dict[str, float]:
    sums: dict[str, float] = {}
    for deal in deals:
        if deal.standing is not Standing.SHOWN:
            column = str(deal.firmness)
            sums[column] = sums.get(column, 0.0) + (_usd(deal.amount) or 0.0)
    return sums


def _row(conflict: "Conflict", sums: dict[str, float]) -> dict[str, Any]:
    deal, stands, other = conflict.deal, conflict.stands, conflict.other
    now = sums.get(str(deal.firmness), 0.0)
    change = _change(conflict)
    return {
        "deal_id": deal.deal_id,
        "title": deal.title,
        "kind": str(conflict.kind),
        "stands_from": stands.source,
        "stands_to": stands.target,
        "stands_usd": _usd(stands.amount),
        "stands_measure": str(stands.measure),
        "stands_tier": str(stands.tier),
        "stands_known_on": str(stands.known_on or "undated"),
        "stands_claim": stands.claim_id,
        "other_from": other.source,
        "other_to": other.target,
        "other_usd": _usd(other.amount),
        "other_measure": str(other.measure),
        "other_tier": str(other.tier),
        "other_known_on": str(other.known_on or "undated"),
        "other_claim": other.claim_id,
        "why": conflict.why,
        "column": str(deal.firmness),
        "in_sums": str(deal.standing),
        "sum_now_usd": now,
        "sum_other_way_usd": None if change is None else now + change,
        "difference_usd": change,
    }


def _change(conflict: "Conflict") -> float | None:
    """What the other account would add to the column's sum; nothing for the other direction."""
    if conflict.deal.standing is Standing.SHOWN or conflict.stands.source == conflict.other.target:
        return 0.0
    ours, theirs = _usd(conflict.stands.amount), _usd(conflict.other.amount)
    return None if ours is None or theirs is None else theirs - ours


def _usd(amount: Amount) -> float | None:
    central = amount.central
    return None if central is None or amount.currency != "USD" else float(central)
