"""The tables of ``graphbuild stress``: columns, rows and notes of each."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graphbuild.cli.answers import Answer, Kind, Shown, money
from graphbuild.contagion.graph_distress import distress_of
from graphbuild.contagion.model import Model
from graphbuild.contagion.outcome import (
    UNKNOWN,
    Outcome,
    assumption_notes,
    failure_rows,
    holder_rows,
    loss_rows,
)
from graphbuild.contagion.runway import runway_rows
from graphbuild.contagion.scenario import Scenario
from graphbuild.contagion.sheets import book_rows

if TYPE_CHECKING:
    from graphbuild.rebuild.world import World

TABLES = (
    "failures",
    "holders",
    "contracts",
    "draws",
    "tornado",
    "distress",
    "books",
    "runway",
)
"""What ``--show`` takes."""

FAILURES = (
    Shown("worse end", ("quarter",)),
    Shown("middle", ("quarter_middle",)),
    Shown("better", ("quarter_better",)),
    Shown("who falls short", ("party",)),
    Shown("how sure", ("certainty",), drop=4),
    Shown("short by, at first", ("short_first_low", "short_first_high"), Kind.USD),
    Shown("through", ("path",)),
    Shown("clause", ("clause",), drop=2),
)
HOLDERS = (
    Shown("who bears it", ("holder",)),
    Shown("firm", ("firm_low", "firm_high"), Kind.USD),
    Shown("middle", ("firm_middle",), Kind.USD),
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
    Shown("secured", ("secured",), Kind.USD, drop=4),
    Shown("on chips", ("on_chips",), Kind.USD, drop=4),
    Shown("matures", ("maturing",), Kind.USD, drop=2),
    Shown("paid in", ("paid_in_low", "paid_in_high"), Kind.USD, drop=3),
    Shown("promised", ("promised",), Kind.USD, drop=4),
    Shown("equity", ("equity",), Kind.USD, drop=2),
    Shown("market value", ("market",), Kind.USD, drop=1),
    Shown("basis", ("basis",), drop=5),
)
CONTRACTS = (
    Shown("who bears it", ("holder",)),
    Shown("contract", ("deal_id",), Kind.ID),
    Shown("kind", ("kind",)),
    Shown("firm", ("firm_low", "firm_high"), Kind.USD),
    Shown("contingent", ("contingent_low", "contingent_high"), Kind.USD),
    Shown("clause", ("clause",), drop=1),
    Shown("path", ("path",), drop=2),
)
RUNWAY = (
    Shown("party", ("party",)),
    Shown("cash and undrawn", ("cash_low", "cash_high"), Kind.USD),
    Shown("need a year", ("need_low", "need_high"), Kind.USD),
    Shown("matures", ("maturing",), Kind.USD),
    Shown("interest", ("interest",), Kind.USD, drop=3),
    Shown("undated debt", ("undated",), Kind.USD, drop=2),
    Shown("dry, worse", ("dry_worse",)),
    Shown("middle", ("dry_middle",)),
    Shown("better", ("dry_better",)),
    Shown("remark", ("remark",), drop=1),
)
DISTRESS = (
    Shown("party", ("party",)),
    Shown("buffer", ("buffer",), Kind.USD),
    Shown("which is", ("buffer_is",), drop=1),
    Shown("first loss", ("first_low", "first_high"), Kind.SHARE),
    Shown("in the end", ("whole_low", "whole_high"), Kind.SHARE),
    Shown("added", ("added_low", "added_high"), Kind.USD),
)


def outcome_answer(
    world: "World", outcome: Outcome, table: str, limit: int, *, is_sure: bool = False
) -> Answer:
    """Failures, holders or contracts of one outcome.

    Parameters
    ----------
    is_sure : failures of whom no figure for cash is known stand in one line below the others.
    """
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
    elif is_sure:
        unsure = [_unsure_words(outcome, row) for row in rows if _is_unsure(row)]
        rows = [row for row in rows if not _is_unsure(row)]
        if unsure:
            words_for = "would follow if they had no cash, of which no figure is known"
            notes = [f"{words_for}: {', '.join(unsure)}"]
    title = f"{outcome.scenario.title}: {words}"
    return model_answer(world, outcome.model, title, rows, shown, notes, limit)


def _unsure_words(outcome: Outcome, row: dict[str, Any]) -> str:
    """Name and quarter; what was lately paid in makes "no cash" more or less likely."""
    _, high = outcome.model.paid_in.get(row["party"], (0.0, 0.0))
    hint = f" ({money(high)} paid in within two years)" if high >= 1e9 else ""
    return f"{row['party']} {row['quarter']}{hint}"


def _is_unsure(row: dict[str, Any]) -> bool:
    return bool(row["certainty"] == UNKNOWN)


def books_answer(world: "World", model: Model, limit: int) -> Answer:
    """What each party can pay with."""
    notes = [
        "'not disclosed': no figure; holds at both ends, and has none in a fourth run",
        "need: outside funding a year beyond what operations bring, by the latest figures",
        "matures: principal due within five years by a stated maturity; secured: by the deals",
        "paid in: equity and debt within two years, as far as deals say; no run uses it",
    ]
    rows = sorted(book_rows(model), key=lambda row: (row["cash_high"] is None, row["party"]))
    return model_answer(world, model, "What each party can pay with", rows, BOOKS, notes, limit)


def runway_answer(world: "World", model: Model, limit: int) -> Answer:
    """How long each party lasts without new money, before any shock."""
    notes = [
        "no shock: each party alone finds no new money and nobody to refinance it",
        "empty: lasts five years, or cannot be said; then the remark says why",
        "better end: what operations lacked of late; worse end: what it has signed to pay, too",
        "undated debt: no maturity is stated; it is in no quarter, so the true end may be nearer",
    ]
    title = "How long cash lasts without new money"
    return model_answer(world, model, title, runway_rows(model), RUNWAY, notes, limit)


def distress_answer(world: "World", model: Model, scenario: Scenario, limit: int) -> Answer:
    """Linear DebtRank of a scenario's first losses."""
    found = distress_of(model, scenario)
    low, high = found.gain
    notes = [
        "value lost on claims in step with the debtor's, before anybody defaults (linear DebtRank)",
        f"loop gain {low:.3f} to {high:.3f}: below 1 losses die out, near 0 loops add little",
        "buffers are today's; a private company's is the value of its last round",
        f"no figure for equity, so not among them: {len(found.left_out)} holders of claims",
        "not to be added to what 'failures' and 'holders' show: another model of the same scenario",
    ]
    title = f"{scenario.title}: distress before default"
    return model_answer(world, model, title, found.rows, DISTRESS, notes, limit)


def model_answer(
    world: "World",
    model: Model,
    title: str,
    rows: Sequence[Mapping[str, Any]],
    shown: Sequence[Shown],
    notes: list[str],
    limit: int,
) -> Answer:
    """An answer of a loss model, cut at a limit and saying so, with the world it was made of."""
    if len(rows) > limit:
        notes = [*notes, f"{len(rows) - limit} further rows; see --limit"]
    return Answer(
        title=title,
        rows=rows[:limit],
        shown=shown,
        snapshot=world.digest,
        as_of=str(world.as_of),
        flows=len(model.terms),
        tiers=sorted({term.tier for term in model.terms}),
        notes=notes,
    )
