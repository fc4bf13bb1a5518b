"""``graphbuild exposure``."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown, give, interval
from graphbuild.cli.edging import (
    NOTE,
    as_of_words,
    dated_edges_options,
    open_edges_or_world,
)
from graphbuild.cli.finding import entity_id
from graphbuild.cli.moving import MOVED, moved_note, moved_notes
from graphbuild.cli.options import answer_options, limit_option, open_settings
from graphbuild.cli.tables import plain_rows
from graphbuild.rebuild.rendering import score_options
from graphbuild.rebuild.world import World
from graphbuild.records.period import PartialDate
from graphbuild.scores.exposure import exposure, exposure_paths
from graphbuild.scores.resting import RESTING

if TYPE_CHECKING:
    from graphbuild.scores.base import Options


def _ends(name: str) -> tuple[str, str, str]:
    return f"{name}_low", f"{name}_high", f"{name}_stated"


_SHOWN = (
    Shown("who", ("holder",)),
    Shown("firm", _ends("firm"), Kind.USD),
    Shown("contingent", _ends("contingent"), Kind.USD),
    Shown("headline", _ends("headline"), Kind.USD),
    Shown("position", ("position_low", "position_high"), Kind.USD, drop=4),
    Shown(
        "with others",
        _ends("lookthrough"),
        Kind.USD,
    ),
    Shown("of revenue", ("revenue_share",), Kind.SHARE, drop=3),
    Shown("of backlog", ("backlog_share_low", "backlog_share_high"), Kind.SHARE, drop=2),
    Shown("deals", ("deals",), Kind.COUNT, drop=6),
    Shown("weakest source", ("weakest_tier",), drop=5),
    MOVED,
)
_SHOWN_PATHS = (
    Shown("path", ("path",)),
    Shown("kind", ("kind",), drop=2),
    Shown("contracts", ("deal_ids",), Kind.ID),
    Shown("state", ("firmness",), drop=1),
    Shown("amount", _ends("amount"), Kind.USD),
    Shown("part", ("share_low", "share_high"), Kind.SHARE),
    Shown("attributed", _ends("attributed"), Kind.USD),
    MOVED,
)


_SHOWN_RESTING = (
    Shown("company", ("holder",)),
    Shown("market value", ("market_cap_usd",), Kind.USD),
    Shown("on", ("market_cap_date",), drop=3),
    Shown("of contracts", ("contract_share",), Kind.SHARE, drop=1),
    Shown("of a year", ("annual_share",), Kind.SHARE, drop=2),
    Shown("exposed", _ends("exposure"), Kind.USD),
    Shown("for each dollar", ("per_dollar_low", "per_dollar_high"), Kind.NUMBER),
    Shown("as stated", ("per_dollar_stated",), Kind.NUMBER),
    MOVED,
)


@click.command(name="exposure")
@click.argument("entity", required=False)
@click.option("--to", "to", help="Exposed to whom; default: the anchor of the settings.")
@click.option("--resting", is_flag=True, help="Market value beside what hangs on it.")
@limit_option(25)
@dated_edges_options
@answer_options
def command(
    entity: str | None,
    to: str | None,
    resting: bool,
    limit: int,
    edges: Path | None,
    figures: Path | None,
    workspace_path: Path | None,
    as_of: PartialDate | None,
    form: str,
) -> None:
    """Who is exposed to an entity; with ENTITY, through which contracts and paths.

    ENTITY itself being whom exposure is measured to, everybody exposed to it is listed.
    Firm, contingent and headline stand apart and are never added. "With others" brackets
    everything, own, owned and indirect: its low end is firm money only. Exposure is not loss.
    """
    workspace, settings = open_settings(workspace_path)
    world = open_edges_or_world(edges, workspace, as_of, figures)
    anchor = entity_id(world, to or settings.anchor)
    options = score_options(settings, to=anchor)
    if resting:
        answer = _resting(world, options, entity_id(world, entity) if entity else None)
        give(replace(answer, notes=[*answer.notes, NOTE]) if edges else answer, form)
        return
    rows = plain_rows(exposure(world.graph, world.anchors, options))
    holder = entity_id(world, entity) if entity else anchor
    if holder != anchor:
        answer = _of_one(world, options, holder, rows)
    else:
        answer = _of_all(world, anchor, rows, limit)
    give(replace(answer, notes=[*answer.notes, NOTE]) if edges else answer, form)


def _resting(world: World, options: "Options", holder: str | None) -> Answer:
    rows = plain_rows(RESTING.run(world.graph, world.anchors, options))
    rows = [row for row in rows if holder in (None, row["holder"])]
    name = world.graph.nodes[options.to]["name"]
    revenue = world.anchors.annual_revenue(options.to)
    notes = ["exposure of market value, not what would be lost; days of market values differ"]
    if revenue is not None:
        notes.append(
            f"for each dollar: of revenue of {name} in {revenue.period} "
            f"({float(revenue.value_usd or 0) / 1e9:.1f} bn)"
        )
    return Answer(
        title=f"Market value resting on {name}",
        rows=rows,
        shown=_SHOWN_RESTING,
        snapshot=world.digest,
        as_of=as_of_words(world),
        flows=world.graph.number_of_edges(),
        tiers=[data["tier"] for _, _, data in world.graph.edges(data=True)],
        notes=[*notes, *moved_notes(rows[-1:], "holder")],
    )


def _of_all(world: World, anchor: str, rows: list[dict[str, Any]], limit: int) -> Answer:
    notes = [
        "exposure, not loss; what is certain first, then what is named",
        "rows of owned companies repeat what their owner's row includes",
        "an open bound is a deal without a figure",
        "'of backlog' may pass 100 % where ceilings or newer contracts are not in the backlog",
    ]
    notes += moved_notes(rows, "holder")
    if len(rows) > limit:
        notes.append(f"{len(rows) - limit} smaller exposures; see --limit")
    return Answer(
        title=f"Exposure to {world.graph.nodes[anchor]['name']}",
        rows=rows[:limit],
        shown=_SHOWN,
        snapshot=world.digest,
        as_of=as_of_words(world),
        flows=world.graph.number_of_edges(),
        tiers=[row["weakest_tier"] for row in rows if row["weakest_tier"]],
        notes=notes,
    )


def _of_one(world: World, options: "Options", holder: str, rows: list[dict[str, Any]]) -> Answer:
    total = next((row for row in rows if row["holder"] == holder), None)
    paths = plain_rows(exposure_paths(world.graph, world.anchors, options, holder))
    name = world.graph.nodes[holder]["name"]
    to = world.graph.nodes[options.to]["name"]
    deals = {deal for row in paths for deal in row["deal_ids"].split(", ")}
    notes = []
    if total is not None:
        notes += _summary(total)
    notes.append("exposure, not loss; 'graphbuild explain ID' shows the evidence of a contract")
    return Answer(
        title=f"Exposure of {name} to {to}",
        rows=paths,
        shown=_SHOWN_PATHS,
        snapshot=world.digest,
        as_of=as_of_words(world),
        flows=len(deals),
        tiers=[
            data["tier"] for _, _, data in world.graph.edges(data=True) if data["deal_id"] in deals
        ],
        notes=notes,
    )


def _summary(total: dict[str, Any]) -> list[str]:
    columns = ", ".join(
        f"{word} {interval(total[f'{word}_low'], total[f'{word}_high'])}"
        for word in ("firm", "contingent", "headline")
    )
    found = [f"own claims: {columns.replace('·', 'none')}"]
    if total["position_high"]:
        found.append(
            f"position at market value {interval(total['position_low'], total['position_high'])}, "
            "in no other column"
        )
    found.append(
        "with owned and third parties, firm low to everything stated: "
        f"{interval(total['lookthrough_low'], total['lookthrough_high'])}"
    )
    if total["revenue_share"] is not None:
        found.append(f"{total['revenue_share']:.1%} of revenue ({total['revenue_basis']})")
    if total["service_share_stated"] is not None:
        found.append(
            f"its dues of {total['service_year']} are {total['service_share_stated']:.0%} of the "
            f"holder's debt service of that year ({total['service_usd'] / 1e9:,.2f} bn)"
        )
    if total["equity_share_stated"] is not None:
        found.append(
            f"claims stated are {total['equity_share_stated']:.1%} of book equity "
            f"({total['equity_date']})"
        )
    if total["backlog_share_stated"] is not None:
        found.append(
            f"contracts stated are {total['backlog_share_stated']:.0%} of backlog "
            f"({total['backlog_basis']})"
        )
    found += moved_note(total, "all of it is")
    return [*found, *([total["reason"]] if total["reason"] else [])]
