"""``graphbuild debt``."""

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
from graphbuild.cli.options import answer_options, open_settings
from graphbuild.cli.tables import plain_rows
from graphbuild.rebuild.rendering import score_options
from graphbuild.rebuild.world import World
from graphbuild.records.period import PartialDate
from graphbuild.scores.debtservice import ALL, debt_service
from graphbuild.scores.fragility import fragility
from graphbuild.scores.vehicles import VEHICLES

if TYPE_CHECKING:
    from graphbuild.scores.base import Options

_SHOWN = (
    Shown("borrower", ("entity_id",)),
    Shown("debt known", ("known_debt_low", "known_debt_high"), Kind.USD),
    Shown("interest", ("interest_low", "interest_high"), Kind.USD),
    Shown("principal", ("principal_low", "principal_high"), Kind.USD),
    Shown("cash flow", ("cash_flow",), Kind.USD),
    Shown("covered", ("coverage_low", "coverage_high"), Kind.NUMBER),
    Shown("class", ("minsky",), drop=1),
    Shown("at worst", ("minsky_worst",)),
    MOVED,
)
_SHOWN_YEARS = (
    Shown("year", ("year",)),
    Shown("borrowed by", ("vehicle",)),
    Shown("principal", ("principal_low", "principal_high"), Kind.USD),
    Shown("central", ("principal_central",), Kind.USD),
    Shown("interest", ("interest_low", "interest_high"), Kind.USD),
    Shown("central", ("interest_central",), Kind.USD),
    Shown("debts", ("deals",), Kind.COUNT, drop=4),
    Shown("rate not read", ("unrated_usd",), Kind.USD, drop=2),
    Shown("no maturity", ("undated_usd",), Kind.USD, drop=3),
    MOVED,
)


_SHOWN_VEHICLES = (
    Shown("behind", ("behind",)),
    Shown("as", ("relation",)),
    Shown("vehicle", ("vehicle",)),
    Shown("on its books", ("is_consolidated",)),
    Shown("debt", ("debt_low", "debt_high", "debt_stated"), Kind.USD),
    Shown("recourse", ("recourse",), drop=2),
    Shown("guarantors", ("guarantors",), drop=3),
    Shown("guaranteed", ("guaranteed_stated",), Kind.USD),
    Shown("tenants", ("tenants",), drop=1),
    MOVED,
)


@click.command(name="debt")
@click.argument("entity", required=False)
@click.option("--vehicles", is_flag=True, help="Every company that borrowed in a row of its own.")
@click.option(
    "--sponsors", is_flag=True, help="Vehicles and who stands behind each, guarantees too."
)
@dated_edges_options
@answer_options
def command(
    entity: str | None,
    vehicles: bool,
    sponsors: bool,
    edges: Path | None,
    figures: Path | None,
    workspace_path: Path | None,
    as_of: PartialDate | None,
    form: str,
) -> None:
    """Interest and principal of all borrowers, or of ENTITY by year, against cash flow.

    The class is Minsky's: hedge pays interest and principal out of cash flow, speculative the
    interest only, ponzi neither. It takes cash flow as it was and debts as far as they are known.
    """
    workspace, settings = open_settings(workspace_path)
    world = open_edges_or_world(edges, workspace, as_of, figures)
    options = score_options(settings)
    if sponsors:
        behind = _of_vehicles(world, options, entity_id(world, entity) if entity else None)
        give(replace(behind, notes=[*behind.notes, NOTE]) if edges else behind, form)
        return
    rows = plain_rows(fragility(world.graph, world.anchors, options))
    if entity:
        wanted = entity_id(world, entity)
        answer = _of_one(world, options, wanted, rows, is_split=vehicles)
    else:
        rows.sort(key=lambda row: (-row["known_debt_high"], row["entity_id"]))
        answer = _answer(
            world, "Debt against cash flow", rows, _SHOWN, moved_notes(rows, "entity_id")
        )
    give(replace(answer, notes=[*answer.notes, NOTE]) if edges else answer, form)


def _of_vehicles(world: World, options: "Options", wanted: str | None) -> Answer:
    """Vehicles by sponsor: on whose balance sheet, and what could bring their debt back."""
    rows = plain_rows(VEHICLES.run(world.graph, world.anchors, options))
    rows = [row for row in rows if wanted is None or wanted in _roles(row)]
    rows.sort(key=lambda row: (row["behind"] or "~", -row["debt_stated"], row["vehicle"]))
    away = [row for row in rows if not row["is_consolidated"] and row["debt_stated"]]
    backed = [row for row in away if row["guarantors"]]
    words = f"{len(away)}, with guarantees that can bring their debt back: {len(backed)}"
    notes = [f"indebted vehicles on nobody's balance sheet here: {words}"]
    shown = _answer(world, "Vehicles by who stands behind them", rows, _SHOWN_VEHICLES, notes)
    return replace(shown, notes=[*notes, *moved_notes(rows, "vehicle")])


def _roles(row: dict[str, Any]) -> set[str]:
    return {row["behind"], *row["guarantors"].split(", "), *row["tenants"].split(", ")}


def _of_one(
    world: World, options: "Options", wanted: str, rows: list[dict[str, Any]], *, is_split: bool
) -> Answer:
    years = plain_rows(debt_service(world.graph, world.anchors, options))
    years = [
        row for row in years if row["entity_id"] == wanted and (is_split == (row["vehicle"] != ALL))
    ]
    years.sort(key=lambda row: (row["year"], row["vehicle"]))
    total = next((row for row in rows if row["entity_id"] == wanted), None)
    name = world.graph.nodes[wanted]["name"]
    notes = _summary(total) if total else []
    return _answer(world, f"Debt service of {name} by year", years, _SHOWN_YEARS, notes)


def _summary(total: dict[str, Any]) -> list[str]:
    due = interval(total["principal_low"], total["principal_high"]).replace("·", "none")
    interest = interval(total["interest_low"], total["interest_high"])
    basis = total["interest_basis"] or "not known"
    found = [f"interest of a year {interest} (reported: {basis})"]
    found.append(f"principal of {total['year']}: {due}")
    if total["cash_flow"] is not None:
        found.append(
            f"operating cash flow {total['cash_flow'] / 1e9:,.2f} bn ({total['cash_flow_basis']})"
        )
    if total["coverage_central"] is not None:
        found.append(f"it covers interest {total['coverage_central']:.2f} times")
    if total["growth_to_hedge"] is not None:
        found.append(f"to pay all that is due it would have to be x {total['growth_to_hedge']:.1f}")
    if total["minsky_worst"] is not None:
        classes = [total[name] or "?" for name in ("minsky_best", "minsky", "minsky_worst")]
        found.append(f"Minsky class at best, centrally, at worst: {', '.join(classes)}")
    found += moved_note(total, "what is due is")
    return [*found, *([total["reason"]] if total["reason"] else [])]


def _answer(
    world: World,
    title: str,
    rows: list[dict[str, Any]],
    shown: tuple[Shown, ...],
    notes: list[str],
) -> Answer:
    return Answer(
        title=title,
        rows=rows,
        shown=shown,
        snapshot=world.digest,
        as_of=as_of_words(world),
        flows=world.graph.number_of_edges(),
        tiers=[
            data["tier"]
            for _, _, data in world.graph.edges(data=True)
            if data["family"] == "debt" or data["instrument"] == "convertible"
        ],
        notes=[
            *notes,
            "loans: repaid evenly or all at the end, the agreements' schedules are not known here",
        ],
    )
