"""``graphbuild stress --show draws`` and ``--show tornado``: between the two ends."""

from typing import TYPE_CHECKING

from graphbuild.cli.answers import Answer, Kind, Shown
from graphbuild.contagion.ensemble import (
    COMMON_PART,
    draw_runs,
    factor_rows,
    quantile_rows,
    tornado_rows,
)
from graphbuild.contagion.model import Model
from graphbuild.contagion.scenario import Scenario

if TYPE_CHECKING:
    from graphbuild.rebuild.world import World

QUANTILES = (
    Shown("quantile", ("quantile",), Kind.SHARE),
    Shown("all holders lose", ("loss",), Kind.USD),
    Shown("sampling error, 95 %", ("loss_low", "loss_high"), Kind.USD),
)
TORNADO = (
    Shown("input", ("words",)),
    Shown("at its worse end", ("loss_worse",), Kind.USD),
    Shown("at its better end", ("loss_better",), Kind.USD),
    Shown("swing", ("swing",), Kind.USD),
)


def between_answer(
    world: "World", model: Model, scenario: Scenario, show: str, count: int, seed: int, limit: int
) -> Answer:
    """Quantiles of many draws, or one input at a time."""
    shown: tuple[Shown, ...]
    if show == "tornado":
        rows, shown, words = tornado_rows(model, scenario), TORNADO, "what moves the loss most"
        notes = ["one input at a time, all others in the middle; what to find out first is first"]
    else:
        draws = draw_runs(model, scenario, count, seed)
        rows, shown, words = quantile_rows(draws), QUANTILES, f"{count} draws, seed {seed}"
        strongest = ", ".join(
            f"{row['factor']} {row['partial']:+.2f}" for row in factor_rows(draws)
        )
        often = sorted(draws.failed.items(), key=lambda pair: (-pair[1], pair[0]))[:8]
        notes = [
            "a share of draws is no probability: nobody knows where in the ranges the truth lies",
            f"factors share {COMMON_PART:.0%} of their variance",
            "parties without a figure for cash hold in every draw; see --show tornado",
            f"partial rank correlation with the loss: {strongest}",
            "fall short in: " + ", ".join(f"{n} {times / count:.0%}" for n, times in often),
        ]
    if len(rows) > limit:
        notes.append(f"{len(rows) - limit} further rows; see --limit")
    return Answer(
        title=f"{scenario.title}: {words}",
        rows=rows[:limit],
        shown=shown,
        snapshot=world.digest,
        as_of=str(world.as_of),
        flows=len(model.terms),
        tiers=sorted({term.tier for term in model.terms}),
        notes=notes,
    )
