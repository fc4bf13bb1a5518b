"""``graphbuild stress``."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown, give
from graphbuild.cli.between_ends import between_answer
from graphbuild.cli.clearing_lists import list_answer
from graphbuild.cli.finding import entity_id
from graphbuild.cli.options import answer_options, open_snapshot
from graphbuild.contagion.model import Model, book_rows, build_model
from graphbuild.contagion.outcome import (
    Outcome,
    answer_scenario,
    assumption_notes,
    failure_rows,
    holder_rows,
    loss_rows,
)
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

FAILURES = (
    Shown("from", ("quarter",)),
    Shown("who falls short", ("party",)),
    Shown("how sure", ("certainty",)),
    Shown("short by", ("short_low", "short_high"), Kind.USD),
    Shown("through", ("path",), drop=1),
    Shown("clause", ("clause",), drop=2),
)
HOLDERS = (
    Shown("who bears it", ("holder",)),
    Shown("firm", ("firm_low", "firm_high"), Kind.USD),
    Shown("contingent", ("contingent_low", "contingent_high"), Kind.USD),
    Shown("if missing", ("if_missing",), Kind.USD, drop=3),
    Shown("of equity", ("of_equity",), Kind.SHARE, drop=4),
    Shown("kinds", ("kinds",), drop=5),
    Shown("largest, and how it came", ("path",), drop=1),
)
BOOKS = (
    Shown("party", ("party",)),
    Shown("cash and undrawn", ("cash_low", "cash_high"), Kind.USD),
    Shown("need a year", ("need_low", "need_high"), Kind.USD),
    Shown("revenue", ("revenue_low", "revenue_high"), Kind.USD),
    Shown("debt", ("debt_low", "debt_high"), Kind.USD),
    Shown("equity", ("equity",), Kind.USD, drop=2),
    Shown("market value", ("market",), Kind.USD, drop=1),
    Shown("basis", ("basis",), drop=3),
)
CONTRACTS = (
    Shown("who bears it", ("holder",)),
    Shown("contract", ("deal_id",)),
    Shown("kind", ("kind",)),
    Shown("firm", ("firm_low", "firm_high"), Kind.USD),
    Shown("contingent", ("contingent_low", "contingent_high"), Kind.USD),
    Shown("clause", ("clause",), drop=1),
    Shown("path", ("path",), drop=2),
)


@click.command(name="stress")
@click.option("--scenario", "name", help="A bundled scenario, or a TOML file.")
@click.option("--shock", "typed", multiple=True, help="ENTITY.KIND=SIZE; may be repeated.")
@click.option("--list", "is_list", is_flag=True, help="Scenarios and kinds of shock, and stop.")
@click.option(
    "--show",
    type=click.Choice(("failures", "holders", "contracts", "draws", "tornado", "books")),
    help="One table; default: failures and holders, and holders alone in other formats.",
)
@click.option("--draws", type=click.IntRange(20), default=200, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True, help="Of the draws.")
@click.option("--headline", is_flag=True, help="Plans also hold announced and doubtful money.")
@click.option(
    "--edges",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Clear this CSV (debtor,creditor,amount[,rank]) instead; with --balances.",
)
@click.option(
    "--balances",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="CSV (node,external_assets[,outside_debt,equity]) for --edges.",
)
@click.option(
    "--kept",
    type=click.FloatRange(0, 1),
    default=1.0,
    show_default=True,
    help="Part of its assets that a defaulting node of --edges can still pay out.",
)
@click.option(
    "--html",
    "page",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write a report with timeline and waterfall.",
)
@click.option("--limit", type=click.IntRange(1), default=15, show_default=True)
@answer_options
def command(
    name: str | None,
    typed: tuple[str, ...],
    is_list: bool,
    show: str | None,
    draws: int,
    seed: int,
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
    if not name and not typed:
        raise SettingsError("name a --scenario or a --shock; 'graphbuild stress --list' shows both")
    world = open_snapshot(workspace_path, as_of)
    scenario = chosen(world, name, typed)
    model = build_model(world.graph, world.anchors, with_headline=headline)
    if show in ("draws", "tornado"):
        give(between_answer(world, model, scenario, show, draws, seed, limit), form)
        return
    if show == "books":
        give(_books(world, model, scenario), form)
        return
    outcome = answer_scenario(model, scenario)
    if page:
        text = html_report(outcome, snapshot=world.digest, as_of=str(world.as_of))
        page.write_text(text, encoding="utf-8")
    wanted = [show] if show else ["failures", "holders"] if form == "table" else ["holders"]
    for table in wanted:
        give(_answer(world, outcome, table, limit), form)


def chosen(world: "World", name: str | None, typed: tuple[str, ...]) -> Scenario:
    """The scenario named, with the shocks typed; names of entities in any form people use."""
    shocks = []
    for text in typed:
        shock = parse_shock(text)
        is_deal = any(d["deal_id"] == shock.on for _, _, d in world.graph.edges(data=True))
        on = shock.on if is_deal or not shock.on else entity_id(world, shock.on)
        shocks.append(type(shock)(kind=shock.kind, on=on, by=shock.by))
    if name:
        return find_scenario(name).joined(tuple(shocks))
    title = ", ".join(shock.words for shock in shocks)
    return Scenario(name="typed", title=title, story="", sources=(), shocks=tuple(shocks))


def _answer(world: "World", outcome: Outcome, table: str, limit: int) -> Answer:
    makers: dict[str, Any] = {
        "failures": (failure_rows, FAILURES, "who falls short of cash, in order"),
        "holders": (holder_rows, HOLDERS, "who bears losses, better to worse end"),
        "contracts": (loss_rows, CONTRACTS, "losses by contract, better to worse end"),
    }
    make, shown, words = makers[table]
    rows = make(outcome)
    notes = []
    if table != "failures":
        notes = [
            *assumption_notes(outcome),
            *(f"source: {url}" for url in outcome.scenario.sources),
        ]
        if outcome.scenario.story:
            notes.insert(0, outcome.scenario.story)
    if len(rows) > limit:
        notes.append(f"{len(rows) - limit} further rows; see --limit")
    tiers = {term.tier for term in outcome.model.terms}
    return Answer(
        title=f"{outcome.scenario.title}: {words}",
        rows=rows[:limit],
        shown=shown,
        snapshot=world.digest,
        as_of=str(world.as_of),
        flows=len(outcome.model.terms),
        tiers=sorted(tiers),
        notes=notes,
    )


def _books(world: "World", model: Model, scenario: Scenario) -> Answer:
    return Answer(
        title=f"{scenario.title}: what each party can pay with",
        rows=book_rows(model),
        shown=BOOKS,
        snapshot=world.digest,
        as_of=str(world.as_of),
        flows=len(model.terms),
        notes=[
            "'not disclosed': no figure; holds at both ends, and has none in a third run",
            "need: outside funding a year beyond what operations bring, by the latest figures",
        ],
    )


def _list() -> None:
    for name, scenario in bundled_scenarios().items():
        print(f"{name:28} {scenario.title}")
    print()
    for kind, words in KINDS.items():
        print(f"{kind:28} {words}")
