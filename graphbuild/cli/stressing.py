"""``graphbuild stress``."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from graphbuild.cli.answers import give
from graphbuild.cli.between_ends import draws_answer, tornado_answer
from graphbuild.cli.clearing_lists import list_answer, list_options
from graphbuild.cli.finding import entity_id
from graphbuild.cli.options import answer_options, limit_option, open_snapshot
from graphbuild.cli.stress_tables import (
    TABLES,
    books_answer,
    distress_answer,
    outcome_answer,
    runway_answer,
)
from graphbuild.cli.terminal import print_table
from graphbuild.cli.widths import Column
from graphbuild.contagion.ensemble import tornado_rows
from graphbuild.contagion.model import build_model
from graphbuild.contagion.outcome import answer_scenario
from graphbuild.contagion.report import html_report
from graphbuild.contagion.scenario import (
    KINDS,
    Scenario,
    bundled_scenarios,
    find_scenario,
    parse_shock,
)
from graphbuild.errors import SettingsError
from graphbuild.records.period import PartialDate

if TYPE_CHECKING:
    from graphbuild.rebuild.world import World


@click.command(name="stress")
@click.option(
    "--scenario",
    "names",
    multiple=True,
    help="A bundled scenario, or a TOML file; may be repeated.",
)
@click.option(
    "--shock", "typed", multiple=True, help="ENTITY.KIND=SIZE[@FROM..UNTIL]; may be repeated."
)
@click.option("--list", "is_list", is_flag=True, help="Scenarios and kinds of shock, and stop.")
@click.option(
    "--show",
    type=click.Choice(TABLES),
    help="One table; default: failures and holders, and holders alone in other formats.",
)
@click.option(
    "--draws",
    type=click.IntRange(20),
    default=2000,
    show_default=True,
    help="How many, with --show draws.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="Of the draws.")
@click.option("--holder", help="Whose loss, with --show draws or tornado; default: all together.")
@click.option("--headline", is_flag=True, help="Plans also hold announced and doubtful money.")
@list_options
@click.option(
    "--html",
    "page",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write a report with timeline and waterfall.",
)
@limit_option(15)
@answer_options
def command(
    names: tuple[str, ...],
    typed: tuple[str, ...],
    is_list: bool,
    show: str | None,
    draws: int,
    seed: int,
    holder: str | None,
    headline: bool,
    edges: Path | None,
    balances: Path | None,
    kept: float,
    page: Path | None,
    limit: int,
    workspace_path: Path | None,
    as_of: PartialDate | None,
    form: str,
) -> None:
    """Who falls short of cash if something happens, in what order, and who bears the losses.

    Five years by quarter, through contracts: dues before promised funding, guarantees called, a
    seller loses the price less what it earns again. Ranges have two ends; neither is a forecast.
    """
    if is_list:
        _list()
        return
    if edges or balances:
        give(list_answer(edges, balances, typed, kept, limit), form)
        return
    if not names and not typed and show not in ("books", "runway"):
        raise SettingsError("name a --scenario or a --shock; 'graphbuild stress --list' shows both")
    world = open_snapshot(workspace_path, as_of)
    model = build_model(world.graph, world.anchors, with_headline=headline)
    if show in ("books", "runway"):
        make = books_answer if show == "books" else runway_answer
        give(make(world, model, limit), form)
        return
    scenario = chosen(world, names, typed)
    if show in ("draws", "tornado"):
        whose = model.party(entity_id(world, holder)) if holder else ""
        if show == "draws":
            give(draws_answer(world, model, scenario, whose, draws, seed), form)
        else:
            give(tornado_answer(world, model, scenario, whose, limit), form)
        return
    if show == "distress":
        give(distress_answer(world, model, scenario, limit), form)
        return
    outcome = answer_scenario(model, scenario)
    if page:
        text = html_report(
            outcome,
            snapshot=world.digest,
            as_of=str(world.as_of),
            drivers=tornado_rows(model, scenario),
        )
        page.write_text(text, encoding="utf-8")
    wanted = [show] if show else ["failures", "holders"] if form == "table" else ["holders"]
    for table in wanted:
        give(outcome_answer(world, outcome, table, limit, is_sure=not show), form)


def chosen(world: "World", names: Sequence[str], typed: Sequence[str]) -> Scenario:
    """The scenarios named and the shocks typed, together; entities in any form people use."""
    shocks = []
    for text in typed:
        shock = parse_shock(text)
        is_deal = any(d["deal_id"] == shock.on for _, _, d in world.graph.edges(data=True))
        on = shock.on if is_deal or not shock.on else entity_id(world, shock.on)
        shocks.append(replace(shock, on=on))
    if names:
        found = reduce(Scenario.together, [find_scenario(name) for name in names])
        return found.joined(tuple(shocks))
    title = ", ".join(shock.words for shock in shocks)
    return Scenario(name="typed", title=title, story="", sources=(), shocks=tuple(shocks))


def _list() -> None:
    from rich.console import Console

    console = Console(highlight=False)
    scenarios = [[name, scenario.title] for name, scenario in bundled_scenarios().items()]
    for header, rows in (
        ("scenario", scenarios),
        ("shock", [list(pair) for pair in KINDS.items()]),
    ):
        columns = [Column(header, False, 0, is_id=True), Column("what happens", False, 0)]
        print_table(console, columns, rows)
        console.print()
    console.print("a shock is typed as ENTITY.KIND=SIZE, such as openai.revenue=-30%")
