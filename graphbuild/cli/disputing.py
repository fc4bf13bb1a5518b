"""``graphbuild conflicts``: sources that disagree, side by side, and what hangs on it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown, give
from graphbuild.cli.finding import entity_id
from graphbuild.cli.options import answer_options, open_snapshot
from graphbuild.records.deal import Deal, Standing
from graphbuild.records.money import Amount
from graphbuild.records.period import PartialDate

if TYPE_CHECKING:
    from graphbuild.rebuild.world import World
    from graphbuild.resolve.conflicts import Conflict

_SHOWN = (
    Shown("deal", ("deal_id",)),
    Shown("about", ("kind",), drop=4),
    Shown("stands", ("stands_usd",), Kind.USD),
    Shown("source", ("stands_tier",), drop=5),
    Shown("known on", ("stands_known_on",), drop=3),
    Shown("the other", ("other_usd",), Kind.USD),
    Shown("source", ("other_tier",), drop=5),
    Shown("known on", ("other_known_on",), drop=3),
    Shown("why", ("why",), drop=1),
    Shown("column", ("column",), drop=2),
    Shown("sum now", ("sum_now_usd",), Kind.USD, drop=2),
    Shown("the other way", ("sum_other_way_usd",), Kind.USD, drop=2),
)


@click.command(name="conflicts")
@click.argument("entity", required=False)
@answer_options
def command(
    entity: str | None, workspace_path: Path | None, as_of: PartialDate | None, form: str
) -> None:
    """List deals of which sources give two figures, a band, or two directions (of ENTITY).

    The sums are over all flows that enter sums in the deal's own column (firm, contingent,
    headline or past), at central figures: as they are, and had the other account stood.
    """
    from graphbuild.resolve.conflicts import find_conflicts  # noqa: PLC0415 (quick help)

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
    give(
        Answer(
            title="Sources that disagree",
            rows=rows,
            shown=_SHOWN,
            snapshot=world.digest,
            as_of=str(world.as_of),
            flows=sum(_touches(world, conflict) for conflict in found),
            tiers=[str(c.other.tier) for c in found] + [str(c.stands.tier) for c in found],
            notes=[
                "sums are of all flows in one column at central figures; columns are never added",
                "amounts in other currencies have no dollars here and enter no sum",
            ],
        ),
        form,
    )


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
