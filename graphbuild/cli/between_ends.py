"""``graphbuild stress --show draws`` and ``--show tornado``: between the two ends."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graphbuild.cli.answers import Answer, Kind, Shown, money
from graphbuild.cli.stress_tables import model_answer
from graphbuild.contagion.ensemble import (
    COMMON_PART,
    draw_runs,
    factor_rows,
    leading_column,
    quantile_rows,
    tornado_rows,
)
from graphbuild.contagion.losses import COLUMNS
from graphbuild.contagion.model import Model
from graphbuild.contagion.scenario import Scenario

if TYPE_CHECKING:
    from graphbuild.contagion.fixedpoint import Array
    from graphbuild.rebuild.world import World

QUANTILES = (
    Shown("quantile", ("quantile",), Kind.SHARE),
    Shown("loss", ("loss",), Kind.USD),
    Shown("sampling error, 95 %", ("loss_low", "loss_high"), Kind.USD),
)
TORNADO = (
    Shown("input", ("words",)),
    Shown("at its worse end", ("loss_worse",), Kind.USD),
    Shown("at its better end", ("loss_better",), Kind.USD),
    Shown("swing", ("swing",), Kind.USD),
)


def tornado_answer(
    world: "World", model: Model, scenario: Scenario, holder: str, limit: int
) -> Answer:
    """One input at a time.

    Parameters
    ----------
    holder : whose loss; of all holders where empty.
    """
    column, most = leading_column(model, scenario, holder=holder)
    rows = tornado_rows(model, scenario, holder=holder, column=column)
    notes = ["one input at a time, all others in the middle; what to find out first is first"]
    notes += _others(column, most)
    words = f"what moves {_whose(model, holder, column)} most"
    return _answer(world, model, f"{scenario.title}: {words}", rows, TORNADO, notes, holder, limit)


def draws_answer(
    world: "World", model: Model, scenario: Scenario, holder: str, count: int, seed: int
) -> Answer:
    """Quantiles of many draws, with what moves them and who falls short how often.

    Parameters
    ----------
    holder : whose loss; of all holders where empty.
    """
    column, most = leading_column(model, scenario, holder=holder)
    draws = draw_runs(model, scenario, count, seed, holder=holder, column=column)
    strongest = ", ".join(f"{row['factor']} {row['partial']:+.2f}" for row in factor_rows(draws))
    often = sorted(draws.failed.items(), key=lambda pair: (-pair[1], pair[0]))[:8]
    notes = [
        "a share of draws is no probability: nobody knows where in the ranges the truth lies",
        f"factors share {COMMON_PART:.0%} of their variance",
        "parties without a figure for cash hold in every draw; see --show tornado",
        f"partial rank correlation with the loss: {strongest}",
        "fall short in: " + ", ".join(f"{n} {times / count:.0%}" for n, times in often),
    ]
    title = f"{scenario.title}: {_whose(model, holder, column)} in {count} draws, seed {seed}"
    notes += _others(column, most)
    rows = quantile_rows(draws)
    return _answer(world, model, title, rows, QUANTILES, notes, holder, len(rows))


def _whose(model: Model, holder: str, column: str) -> str:
    return f"the {column} loss of {model.name(holder) if holder else 'all holders'}"


def _others(column: str, most: "Array") -> list[str]:
    """What is lost in the other states of money is told and not added."""
    return [
        f"{name} losses, up to {money(float(usd))}, are not in it: they are never added"
        for name, usd in zip(COLUMNS, most, strict=True)
        if name != column and usd >= 1
    ]


def _answer(
    world: "World",
    model: Model,
    title: str,
    rows: Sequence[Mapping[str, Any]],
    shown: Sequence[Shown],
    notes: list[str],
    holder: str,
    limit: int,
) -> Answer:
    if not holder:
        notes.append("what a company and its owners lose is partly the same money; see --holder")
    return model_answer(world, model, title, rows, shown, notes, limit)
