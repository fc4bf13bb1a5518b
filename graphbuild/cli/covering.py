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
from graphbuild.cli.moving import MOVED, moved_note
from graphbuild.cli.options import answer_options, open_settings
from graphbuild.cli.tables import plain_rows
from graphbuild.rebuild.rendering import score_options
from graphbuild.rebuild.world import World
from graphbuild.records.period import PartialDate
from graphbuild.scores.base import Options
from graphbuild.scores.coverage import coverage, coverage_totals
from graphbuild.scores.runway import GROWTH_KEY, coverage_quarters, runway_totals

_SHOWN = (
    Shown("year", ("year",)),
    Shown("firm", ("firm_low", "firm_high"), Kind.USD),
    Shown("contingent", ("contingent_low", "contingent_high"), Kind.USD),
    Shown("headline", ("headline_low", "headline_high"), Kind.USD),
    Shown("firm, as stated", ("firm_stated",), Kind.USD),
    Shown("over revenue", ("firm_ratio_stated",), Kind.NUMBER),
    Shown("deals", ("deals",), Kind.COUNT, drop=2),
    Shown("dates assumed", ("assumed_deals",), Kind.COUNT, drop=1),
    Shown("no figure", ("open_deals",), Kind.COUNT, drop=3),
    MOVED,
)
_SHOWN_QUARTERS = (
    Shown("quarter", ("quarter",)),
    Shown("firm", ("firm_low", "firm_high"), Kind.USD),
    Shown("firm, as stated", ("firm_stated",), Kind.USD, drop=1),
    Shown("contingent", ("contingent_low", "contingent_high"), Kind.USD, drop=3),
    Shown("headline", ("headline_low", "headline_high"), Kind.USD, drop=4),
    Shown("revenue", ("revenue_low", "revenue_high"), Kind.USD),
    Shown("funding", ("funding",), Kind.USD, drop=2),
    Shown("left, worst", ("left_low",), Kind.USD),
    Shown("central", ("left_central",), Kind.USD),
    Shown("best", ("left_high",), Kind.USD),
    MOVED,
)

_PATHS = ("low", "central", "high")


@click.command(name="coverage")
@click.argument("entity", required=False)
@click.option("--quarters", is_flag=True, help="By quarter, with what is left of the means to pay.")
@click.option(
    "--growth",
    type=(float, float),
    metavar="LOW HIGH",
    help="Yearly growth of revenue on the worst and the best path, e.g. 0 0.5; default: assumed.",
)
@dated_edges_options
@answer_options
def command(
    entity: str | None,
    quarters: bool,
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
    wanted = entity_id(world, entity or settings.anchor)
    options = score_options(settings)
    anchors = world.anchors
    if growth is not None:
        anchors = anchors.assuming(GROWTH_KEY, *growth)
    score = coverage_quarters if quarters else coverage
    rows = [r for r in plain_rows(score(world.graph, anchors, options)) if r["entity_id"] == wanted]
    rows = [row for row in rows if not row.get("is_past")]
    paths = plain_rows(runway_totals(world.graph, anchors, options))
    path = next((row for row in paths if row["entity_id"] == wanted), None)
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
            f"first quarter it cannot pay firm dues: worst path {told[0]}, central {told[1]}, "
            f"best {told[2]}"
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
        return "its revenue need not grow to pay the firm dues known here"
    return f"revenue would have to grow {growth:.0%} a year to pay all firm dues and nothing else"
