"""``graphbuild coverage``."""

from pathlib import Path

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown, give, money
from graphbuild.cli.finding import entity_id
from graphbuild.cli.options import answer_options, open_settings
from graphbuild.cli.tables import plain_rows
from graphbuild.rebuild.rendering import score_options
from graphbuild.rebuild.world import open_world
from graphbuild.records.period import PartialDate
from graphbuild.scores.coverage import coverage, coverage_totals

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
)


@click.command(name="coverage")
@click.argument("entity", required=False)
@answer_options
def command(
    entity: str | None, workspace_path: Path | None, as_of: PartialDate | None, form: str
) -> None:
    """What ENTITY (default: the anchor) owes per year against its latest full year of revenue.

    Contracts are spread evenly over their term; where no dates are stated, over a declared default
    that is counted in the column "dates assumed".
    """
    workspace, settings = open_settings(workspace_path)
    world = open_world(workspace, as_of)
    wanted = entity_id(world, entity or settings.anchor)
    options = score_options(settings)
    rows = plain_rows(coverage(world.graph, world.anchors, options))
    rows = [row for row in rows if row["entity_id"] == wanted and not row["is_past"]]
    totals = plain_rows(coverage_totals(world.graph, world.anchors, options))
    total = next((row for row in totals if row["entity_id"] == wanted), None)
    notes = []
    if total is not None:
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
        notes += [text for text in (total["unscheduled"], total["reason"]) if text]
    give(
        Answer(
            title=f"Dues of {world.graph.nodes[wanted]['name']} by calendar year",
            rows=rows,
            shown=_SHOWN,
            snapshot=world.digest,
            as_of=str(world.as_of),
            flows=world.graph.number_of_edges(),
            tiers=[
                data["tier"]
                for source, target, data in world.graph.edges(data=True)
                if wanted in (source, target)
            ],
            notes=notes,
        ),
        form,
    )
