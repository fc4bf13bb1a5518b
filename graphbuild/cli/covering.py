"""``graphbuild coverage``."""

from pathlib import Path
from typing import Any

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
from graphbuild.cli.options import RateType, answer_options, open_settings
from graphbuild.cli.tables import plain_rows
from graphbuild.errors import NotFoundError
from graphbuild.rebuild.rendering import score_options
from graphbuild.rebuild.world import World
from graphbuild.records.period import PartialDate
from graphbuild.scores.base import Anchors, Options
from graphbuild.scores.coverage import coverage, coverage_totals
from graphbuild.scores.means import GROWTH_KEY
from graphbuild.scores.runway import coverage_quarters, runway_totals


def _ends(name: str) -> tuple[str, str, str]:
    return f"{name}_low", f"{name}_high", f"{name}_stated"


_SHOWN = (
    Shown("year", ("year",)),
    Shown("firm", _ends("firm"), Kind.USD),
    Shown("contingent", _ends("contingent"), Kind.USD),
    Shown("headline", _ends("headline"), Kind.USD),
    Shown("firm, as stated", ("firm_stated",), Kind.USD),
    Shown("over revenue", ("firm_ratio_stated",), Kind.NUMBER),
    Shown("deals", ("deals",), Kind.COUNT, drop=2),
    Shown("dates assumed", ("assumed_deals",), Kind.COUNT, drop=1),
    Shown("no figure", ("open_deals",), Kind.COUNT, drop=3),
    MOVED,
)
_SHOWN_QUARTERS = (
    Shown("quarter", ("quarter",)),
    Shown("firm", _ends("firm"), Kind.USD),
    Shown("firm, as stated", ("firm_stated",), Kind.USD, drop=1),
    Shown("contingent", _ends("contingent"), Kind.USD, drop=3),
    Shown("headline", _ends("headline"), Kind.USD, drop=4),
    Shown("revenue", ("revenue_low", "revenue_high"), Kind.USD),
    Shown("interest", ("interest_high", "interest_low"), Kind.USD, drop=5),
    Shown("funding", ("funding",), Kind.USD, drop=2),
    Shown("left, worst", ("left_low",), Kind.USD),
    Shown("central", ("left_central",), Kind.USD),
    Shown("best", ("left_high",), Kind.USD),
    MOVED,
)

_PATHS = ("low", "central", "high")


_SHOWN_RUNWAYS = (
    Shown("who", ("entity_id",)),
    Shown("cash", ("cash",), Kind.USD),
    Shown("revenue", ("revenue_year", "revenue_base"), Kind.USD, drop=2),
    Shown("short, worst", ("short_low",)),
    Shown("central", ("short_central",)),
    Shown("best", ("short_high",)),
    Shown("gap, worst", ("gap_low",), Kind.USD),
    Shown("central", ("gap_central",), Kind.USD),
    Shown("growth needed", ("growth_needed",), Kind.SHARE, drop=1),
    MOVED,
)


@click.command(name="coverage")
@click.argument("entity", required=False)
@click.option("--quarters", is_flag=True, help="By quarter, with what is left of the means to pay.")
@click.option("--runway", is_flag=True, help="Who cannot pay first: all entities, or ENTITY.")
@click.option(
    "--growth",
    type=(RateType(), RateType()),
    metavar="LOW HIGH",
    help="Yearly growth of revenue on the worst and the best path, e.g. 0 50%; default: assumed.",
)
@dated_edges_options
@answer_options
def command(
    entity: str | None,
    quarters: bool,
    runway: bool,
    growth: tuple[float, float] | None,
    edges: Path | None,
    figures: Path | None,
    workspace_path: Path | None,
    as_of: PartialDate | None,
    form: str,
) -> None:
    """What ENTITY (default: the anchor) owes per year or quarter against what it can pay with.

    Contracts are spread evenly over their term; where no dates are stated, over a declared default
    that is counted in the column "dates assumed". The first quarter in which it cannot pay is told
    as if nothing but firm dues had to be paid, so that the real one comes earlier.
    """
    if growth is not None and not -1 < growth[0] <= growth[1]:
        raise click.UsageError("--growth takes the low rate, then the high one, both above -1")
    workspace, settings = open_settings(workspace_path)
    world = open_edges_or_world(edges, workspace, as_of, figures)
    options = score_options(settings)
    anchors = world.anchors
    if growth is not None:
        anchors = anchors.assuming(GROWTH_KEY, *growth)
    if runway:
        one = entity_id(world, entity) if entity else None
        give(_runways(world, anchors, options, one, [NOTE] if edges else []), form)
        return
    wanted = entity_id(world, entity or settings.anchor)
    score = coverage_quarters if quarters else coverage
    rows = [r for r in plain_rows(score(world.graph, anchors, options)) if r["entity_id"] == wanted]
    rows = [row for row in rows if not row.get("is_past")]
    paths = plain_rows(runway_totals(world.graph, anchors, options))
    path = next((row for row in paths if row["entity_id"] == wanted), None)
    if edges and not rows:
        raise NotFoundError(
            f"{edges}: nothing that {wanted!r} owes has dates; give its lines a start and an end, "
            "and the list an --as-of date or --figures"
        )
    notes = [*_revenue_notes(world, options, wanted), *(_path_notes(path) if path else [])]
    grain = "quarter" if quarters else "year"
    give(
        Answer(
            title=f"Dues of {world.graph.nodes[wanted]['name']} by calendar {grain}",
            rows=rows,
            shown=_SHOWN_QUARTERS if quarters else _SHOWN,
            snapshot=world.digest,
            as_of=as_of_words(world),
            flows=world.graph.number_of_edges(),
            tiers=[
                data["tier"]
                for source, target, data in world.graph.edges(data=True)
                if wanted in (source, target)
            ],
            notes=[*notes, *([NOTE] if edges else [])],
        ),
        form,
    )


def _runways(
    world: World, anchors: Anchors, options: Options, wanted: str | None, notes: list[str]
) -> Answer:
    """Those whose means are known, the earliest first quarter first."""
    rows = plain_rows(runway_totals(world.graph, anchors, options))
    rows = [row for row in rows if wanted in (None, row["entity_id"])]
    told = [row for row in rows if row["gap_central"] is not None]
    told.sort(key=_shortest_first)
    silent = len(rows) - len(told)
    return Answer(
        title="First quarter in which firm dues and interest cannot be paid",
        rows=told,
        shown=_SHOWN_RUNWAYS,
        snapshot=world.digest,
        as_of=as_of_words(world),
        flows=world.graph.number_of_edges(),
        tiers=[data["tier"] for _, _, data in world.graph.edges(data=True)],
        notes=[
            "as if nothing else had to be paid: the real quarter comes earlier",
            "without a figure for cash there is a gap and no quarter",
            *([f"entities with dues of which no revenue is known: {silent}"] if silent else []),
            *moved_notes(told, "entity_id"),
            *notes,
        ],
    )


def _shortest_first(row: dict[str, Any]) -> tuple[str, str, float, str]:
    central, low = (row[f"short_{end}"] or "~" for end in ("central", "low"))
    return central, low, -row["gap_low"], row["entity_id"]


def _revenue_notes(world: World, options: Options, wanted: str) -> list[str]:
    totals = plain_rows(coverage_totals(world.graph, world.anchors, options))
    total = next((row for row in totals if row["entity_id"] == wanted), None)
    if total is None:
        return []
    notes = []
    if total["revenue_usd"] is not None:
        notes.append(
            f"revenue {money(total['revenue_usd'])} ({total['revenue_period']}, "
            f"{total['revenue_kind']})"
        )
    if total["run_rate_usd"] is not None:
        notes.append(
            f"annualised run rate {money(total['run_rate_usd'])} ({total['run_rate_period']}), "
            "not used in the ratios"
        )
    if total["total_firm_ratio"] is not None:
        notes.append(
            f"firm dues of {total['first_year']} to {total['last_year']} together are "
            f"{total['total_firm_ratio']:.1f} times one year's revenue"
        )
    if total["peak_firm_ratio"] is not None:
        notes.append(
            f"the peak year {total['peak_year']} alone {total['peak_firm_ratio']:.1f} times"
        )
    notes += moved_note(total, "the sum of firm dues is")
    if total["revenue_usd"] is not None and world.folder is not None:
        notes.append(f"'graphbuild explain {wanted}.revenue' shows where a figure comes from")
    return [*notes, *(text for text in (total["unscheduled"], total["reason"]) if text)]


def _path_notes(path: dict[str, Any]) -> list[str]:
    """Until when the money reaches, on three paths."""
    if path["gap_central"] is None:
        return [path["reason"]]
    cash = f"{money(path['cash'])} ({path['cash_date']})" if path["cash_date"] else "not known"
    growth = ", ".join(f"{path[f'growth_{end}']:+.0%}" for end in _PATHS)
    means = [f"cash {cash}", f"undrawn lines {money(path['lines'])}"]
    means += [f"firm funding to come {money(path['funding'])}"]
    means += [f"revenue growing {growth} a year ({path['revenue_basis']})"]
    notes = [f"means on the worst, central and best path: {', '.join(means)}"]
    if path["cash"] is not None:
        told = [path[f"short_{end}"] or f"not by {path['horizon']}" for end in _PATHS]
        notes.append(
            "first quarter it cannot pay firm dues and interest: "
            f"worst path {told[0]}, central {told[1]}, best {told[2]}"
        )
    gaps = [money(path[f"gap_{end}"]) for end in _PATHS]
    notes.append(
        f"funding gap up to {path['horizon']}: worst path {gaps[0]}, central {gaps[1]}, "
        f"best {gaps[2]}"
    )
    notes.append(_needed(path["growth_needed"]))
    return [*notes, *moved_note(path, "the central gap is"), path["reason"]]


def _needed(growth: float | None) -> str:
    if growth is None:
        return "no growth of revenue alone would pay all firm dues in time"
    if growth <= 0:
        return "its revenue need not grow to pay the firm dues and interest known here alone"
    return f"to pay firm dues and interest alone revenue would have to grow {growth:.0%} a year"
