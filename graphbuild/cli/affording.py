"""``graphbuild capacity``."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown, give, money
from graphbuild.cli.edging import (
    NOTE,
    as_of_words,
    dated_edges_options,
    open_edges_or_world,
)
from graphbuild.cli.finding import entity_id
from graphbuild.cli.moving import MOVED, moved_note, moved_notes
from graphbuild.cli.options import answer_options, open_settings
from graphbuild.cli.tables import plain_rows
from graphbuild.rebuild.rendering import score_options
from graphbuild.rebuild.world import World
from graphbuild.records.period import PartialDate
from graphbuild.scores.capacity import capacity, capacity_totals
from graphbuild.scores.funding import CAPITAL_FLOWS

if TYPE_CHECKING:
    from graphbuild.scores.base import Options

_SHOWN = (
    Shown("funder", ("entity_id",)),
    Shown("cash flow", ("cash_flow",), Kind.USD),
    Shown("capex", ("capex",), Kind.USD),
    Shown("cash", ("cash",), Kind.USD),
    Shown("lines", ("lines",), Kind.USD, drop=3),
    Shown("listed", ("listed",), Kind.USD, drop=2),
    Shown("promised", ("promised_firm",), Kind.USD, drop=1),
    Shown("need", ("need_high", "need_low"), Kind.USD),
    Shown("dry at worst", ("dry_low",)),
    Shown("central", ("dry_central",)),
    MOVED,
)
_SHOWN_YEARS = (
    Shown("year", ("year",)),
    Shown("cash flow", ("cash_flow_central",), Kind.USD),
    Shown("funding", ("funding_central",), Kind.USD, drop=4),
    Shown("purchases", ("purchases_central",), Kind.USD, drop=1),
    Shown("capex", ("capex_central",), Kind.USD, drop=2),
    Shown("equity", ("equity_central",), Kind.USD, drop=5),
    Shown("debt due", ("principal_central",), Kind.USD, drop=3),
    Shown("net, worst", ("net_low",), Kind.USD),
    Shown("central", ("net_central",), Kind.USD),
    Shown("best", ("net_high",), Kind.USD),
    Shown("left, central", ("left_central",), Kind.USD),
    MOVED,
)


_SHOWN_FLOWS = (
    Shown("from", ("source",)),
    Shown("to", ("target",)),
    Shown("as", ("family",)),
    Shown("firm", ("firm_low", "firm_high", "firm_stated"), Kind.USD),
    Shown("contingent", ("contingent_low", "contingent_high", "contingent_stated"), Kind.USD),
    Shown("headline", ("headline_low", "headline_high", "headline_stated"), Kind.USD),
    Shown("deals", ("deals",), Kind.COUNT, drop=1),
    MOVED,
)


@click.command(name="capacity")
@click.argument("entity", required=False)
@click.option(
    "--flows",
    "grouping",
    type=click.Choice(("tier", "country")),
    help="Capital by tier of the value chain, or by country of who gives it.",
)
@dated_edges_options
@answer_options
def command(
    entity: str | None,
    grouping: str | None,
    edges: Path | None,
    figures: Path | None,
    workspace_path: Path | None,
    as_of: PartialDate | None,
    form: str,
) -> None:
    """How long what funders have and earn lasts, or of ENTITY year by year.

    Firm promises, contracts and debt due against cash flow, cash, undrawn lines and holdings, on
    three paths under stated assumptions. No refinancing and no new promise is foreseen.
    """
    workspace, settings = open_settings(workspace_path)
    world = open_edges_or_world(edges, workspace, as_of, figures)
    options = score_options(settings)
    if grouping:
        if entity:
            raise click.UsageError("--flows is about all together; leave out the entity")
        give(_flows(world, options, grouping, [NOTE] if edges else []), form)
        return
    totals = plain_rows(capacity_totals(world.graph, world.anchors, options))
    notes = [
        "not a forecast: what firm contracts and last year's habits would take, nothing refinanced",
        _assumptions(options),
    ]
    notes += [] if entity else moved_notes(totals, "entity_id")
    shown: tuple[Shown, ...] = _SHOWN
    rows, title = totals, "Funding capacity"
    if entity:
        wanted = entity_id(world, entity)
        rows = plain_rows(capacity(world.graph, world.anchors, options))
        rows = [row for row in rows if row["entity_id"] == wanted]
        shown, title = _SHOWN_YEARS, f"Funding capacity of {world.graph.nodes[wanted]['name']}"
        notes = [*_summary(totals, wanted), *notes]
    give(
        Answer(
            title=title,
            rows=rows,
            shown=shown,
            snapshot=world.digest,
            as_of=as_of_words(world),
            flows=world.graph.number_of_edges(),
            tiers=[data["tier"] for _, _, data in world.graph.edges(data=True)],
            notes=[*notes, *([NOTE] if edges else [])],
        ),
        form,
    )


def _flows(world: World, options: "Options", grouping: str, notes: list[str]) -> Answer:
    rows = plain_rows(CAPITAL_FLOWS.run(world.graph, world.anchors, options))
    rows = [row for row in rows if row["grouping"] == grouping]
    rows.sort(key=lambda row: (-row["firm_stated"], row["source"], row["target"], row["family"]))
    return Answer(
        title=f"Capital by {grouping}",
        rows=rows,
        shown=_SHOWN_FLOWS,
        snapshot=world.digest,
        as_of=as_of_words(world),
        flows=world.graph.number_of_edges(),
        tiers=[data["tier"] for _, _, data in world.graph.edges(data=True)],
        notes=[
            "a consortium of several may be all of any of them: rows must not be added",
            *moved_notes(rows, "source"),
            *notes,
        ],
    )


def _assumptions(options: "Options") -> str:
    growth = f"cash flow grows {options.growth_low:+.0%} to {options.growth_high:+.0%} a year"
    margin = f"{options.margin_low:.0%} to {options.margin_high:.0%}"
    haircut = f"{options.haircut_low:.0%} to {options.haircut_high:.0%}"
    return (
        f"assumed: {growth}, further contracted sales leave {margin}, listed holdings sell "
        f"{haircut} below market"
    )


def _summary(totals: list[dict[str, Any]], wanted: str) -> list[str]:
    total = next((row for row in totals if row["entity_id"] == wanted), None)
    if total is None:
        return ["no operating cash flow or cash burn is known: nothing can be said"]
    paths = f"best path {money(total['need_high'])}, worst {money(total['need_low'])}"
    stock = [f"cash {money(total['cash'])} ({total['cash_date'] or 'not known'})"]
    stock += [f"undrawn lines {money(total['lines'])}", f"listed {money(total['listed'])}"]
    needed = money(total["need_central"])
    found = [f"beyond its cash flow it needs {needed} by {total['need_year']} ({paths})"]
    found.append(", ".join(stock))
    if total["cash"] is not None:
        years = [total[f"dry_{path}"] or "not before the horizon" for path in ("low", "central")]
        found.append(f"runs dry: worst path {years[0]}, central path {years[1]}")
    found += moved_note(total, "the need is")
    return [*found, total["reason"]]
