"""Questions turned round: the smallest cut that does it, and what falls if one stone is taken out.

Lives here: `smallest_cuts` for revenue or funding of one party, `knock_out` for parties, contracts
and guarantees. Both ask `stress` again and again; a plan without warrants or swaps is monotone, so
bisection is sound.
"""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from graphbuild.contagion.corners import BETTER, MIDDLE, WORSE, Corner
from graphbuild.contagion.fixedpoint import Array
from graphbuild.contagion.losses import loss_sums
from graphbuild.contagion.model import Model
from graphbuild.contagion.reverse import smallest_shock
from graphbuild.contagion.scenario import Scenario, Shock
from graphbuild.contagion.stress import NEVER, Block, Run, path_of, run_corners, run_scenario

PRECISION = 1e-5
"""A cut is told to a thousandth of a percent; inputs are not known better."""


_ENDS = (WORSE, MIDDLE, BETTER)


def scenario_of(*shocks: Shock) -> Scenario:
    """A scenario without a story."""
    title = ", ".join(shock.words for shock in shocks)
    return Scenario(name="asked", title=title, story="", sources=(), shocks=shocks)


def smallest_cuts(
    model: Model, party: str, kind: str, *, failures: int = 3
) -> list[dict[str, Any]]:
    """Smallest part of a party's planned revenue or funding whose loss makes 1, 2, ... fall short.

    Parameters
    ----------
    kind : "revenue" or "funding".

    Returns
    -------
    One row for each end and number of failures: `cut` as a fraction, or ``None`` where even the
    whole is not enough, with the party that falls at that cut, its quarter and the chain.
    """
    rows = []
    for corner in _ENDS:
        before: set[str] = set()
        for count in range(1, failures + 1):
            cut = smallest_cut(model, party, kind, corner, _at_least(count))
            if cut is None:
                rows.append(_no_row(corner, count))
                break
            run = run_scenario(model, scenario_of(Shock(kind=kind, on=party, by=-cut)), corner)
            new = [node for node in run.failed if node not in before] or list(run.failed)
            before |= set(run.failed)
            rows.append(_row(model, run, corner, count, cut, new[0]))
    return rows


def _at_least(count: int) -> Callable[[Block], bool]:
    return lambda block: bool((block.failed != NEVER).sum() >= count)


def cut_for_loss(
    model: Model, party: str, kind: str, holder: str, loss_usd: float
) -> list[dict[str, Any]]:
    """Smallest cut at which one holder loses at least `loss_usd`, at each end."""
    rows = []
    for corner in _ENDS:
        cut = smallest_cut(
            model,
            party,
            kind,
            corner,
            lambda block: loss_sums(model, block, of=holder)[0] >= loss_usd,
        )
        if cut is None:
            rows.append(_no_row(corner, 0))
            continue
        run = run_scenario(model, scenario_of(Shock(kind=kind, on=party, by=-cut)), corner)
        rows.append(_row(model, run, corner, len(run.failed), cut, holder))
    return rows


def smallest_cut(
    model: Model, party: str, kind: str, corner: Corner, breaks: Callable[[Block], bool]
) -> float | None:
    """Smallest cut, as a fraction, after which a run answers yes; ``None`` if none does."""

    def asked(cut: float) -> bool:
        if cut == 0:
            return False
        shock = Shock(kind=kind, on=party, by=-cut)
        return breaks(run_corners(model, scenario_of(shock), (corner,)))

    return smallest_shock(asked, precision=PRECISION)


def _row(
    model: Model, run: Run, corner: Corner, count: int, cut: float, node: str
) -> dict[str, Any]:
    quarter = model.quarters[run.failed[node]] if node in run.failed else None
    return {
        "end": corner.name,
        "failures": count,
        "cut": cut,
        "party": node,
        "quarter": quarter,
        "path": " <- ".join(path_of(model, run, node)),
        "reason": "",
    }


def _no_row(corner: Corner, count: int) -> dict[str, Any]:
    return {
        "end": corner.name,
        "failures": count,
        "cut": None,
        "party": None,
        "quarter": None,
        "path": None,
        "reason": "not even if all of it is lost, for five years",
    }


def knock_out(model: Model, what: str) -> list[dict[str, Any]]:
    """What falls if one thing is taken out at once, the worst first.

    Parameters
    ----------
    what : "parties" (each in default), "contracts" (each ended) or "guarantees" (each gone while
        the party it stands behind is in default; told as the difference it makes).
    """
    rows = []
    for name, shocks, without in _stones(model, what):
        falls, sums = _fall(model, name, shocks)
        if without:
            before, already = _fall(model, name, without)
            falls = [fallen - base for fallen, base in zip(falls, before, strict=True)]
            sums = np.maximum(sums - already, 0.0)
        if not falls[2] and sums.max() < 1:
            continue
        rows.append(
            {
                "what": name,
                "falls_low": len(falls[0]),
                "falls_high": len(falls[2]),
                "loss_low": float(min(sums[0], sums[2])),
                "loss_high": float(max(sums[0], sums[2])),
                "falls": ", ".join(sorted(falls[2])),
                "falls_middle": len(falls[1]),
                "loss_middle": float(sums[1]),
            }
        )
    return sorted(rows, key=lambda row: (-row["loss_high"], row["what"]))


def _fall(model: Model, name: str, shocks: list[Shock]) -> tuple[list[set[str]], Array]:
    """Who else falls, and what others lose, at the better end, in the middle, at the worse end."""
    block = run_corners(model, scenario_of(*shocks), (BETTER, MIDDLE, WORSE))
    falls = [set(block.column(number).failed) - {name} for number in range(3)]
    return falls, loss_sums(model, block, but=name)


def _stones(model: Model, what: str) -> Iterator[tuple[str, list[Shock], list[Shock]]]:
    if what == "parties":
        for node in model.nodes:
            yield node, [Shock(kind="default", on=node)], []
    elif what == "contracts":
        for deal in sorted(model.deal_ids):
            yield deal, [Shock(kind="terminate", on=deal)], []
    else:
        for promise in model.promises:
            fall = Shock(kind="default", on=promise.obligor)
            gone = Shock(kind="guarantee", on=promise.deal_id)
            yield promise.deal_id, [fall, gone], [fall]
