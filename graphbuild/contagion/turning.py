"""Questions turned round: the smallest cut that does it, and what falls if one stone is taken out.

Lives here: `smallest_cuts` for revenue or funding of one party, `knock_out` for parties, contracts
and guarantees. Both ask `stress` again and again. A plan without warrants or swaps is monotone, so
bisection is sound, but for one thing: a guarantee whose cap is used up early frees its guarantor
for other dues later. So cuts below the one that is found are tried as well.
"""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from graphbuild.contagion.corners import BETTER, MIDDLE, WORSE, Corner
from graphbuild.contagion.fixedpoint import Array
from graphbuild.contagion.losses import COLUMNS, claim_kind, loss_columns, obligor_of
from graphbuild.contagion.model import Model
from graphbuild.contagion.reverse import smallest_shock
from graphbuild.contagion.scenario import Scenario, Shock
from graphbuild.contagion.stress import NEVER, Block, Run, path_of, run_corners, run_scenario
from graphbuild.scores.sharing import sharing

PRECISION = 1e-5
"""A cut is told to a thousandth of a percent; inputs are not known better."""


_TRIED = 6
"""Cuts below the one found are tried at so many equal steps, less one."""

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
    """Smallest cut at which one holder loses `loss_usd` or more of one state of money, by end."""
    rows = []
    for corner in _ENDS:
        cut = smallest_cut(
            model,
            party,
            kind,
            corner,
            lambda block: bool(loss_columns(model, block, of=holder).max() >= loss_usd),
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

    found = smallest_shock(asked, precision=PRECISION)
    for part in range(1, _TRIED):
        lower = found * part / _TRIED if found else 0.0
        if lower and asked(lower):
            return smallest_shock(asked, upper=lower, precision=PRECISION)
    return found


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
        "reason": "not even all of it, for five years",
    }


def knock_out(model: Model, what: str) -> list[dict[str, Any]]:
    """What falls if one thing is taken out at once, the worst first.

    Parameters
    ----------
    what : "parties" (each in default), "contracts" (each ended) or "guarantees" (each gone while
        the party it stands behind is in default; told as the difference it makes).

    Returns
    -------
    Rows with who falls and, for each of `losses.COLUMNS`, what others lose at both ends and in the
    middle; by firm loss, then by contingent loss.
    """
    with sharing():  # what depends on the model alone is worked out once for all runs
        rows = list(_fallen(model, what))
    return sorted(rows, key=lambda row: (-row["firm_high"], -row["contingent_high"], row["what"]))


def _fallen(model: Model, what: str) -> Iterator[dict[str, Any]]:
    for name, shocks, without in _stones(model, what):
        falls, sums = _fall(model, name, shocks)
        if without:
            before, already = _fall(model, name, without)
            falls = [fallen - base for fallen, base in zip(falls, before, strict=True)]
            sums = np.maximum(sums - already, 0.0)
        if falls[2] or sums.max() >= 1:
            yield {
                "what": name,
                "falls_low": len(falls[0]),
                "falls_high": len(falls[2]),
                "falls": ", ".join(sorted(falls[2])),
                "falls_middle": len(falls[1]),
                **_by_column(sums),
            }


def _by_column(sums: Array) -> dict[str, float]:
    """States of money side by side: better to worse end, and the middle."""
    found = {}
    for column, (better, middle, worse) in zip(COLUMNS, sums.tolist(), strict=True):
        found[f"{column}_low"] = min(better, worse)
        found[f"{column}_high"] = max(better, worse)
        found[f"{column}_middle"] = middle
    return found


def _fall(model: Model, name: str, shocks: list[Shock]) -> tuple[list[set[str]], Array]:
    """Who else falls, and (3, 3) what others lose by state of money at better, middle, worse."""
    block = run_corners(model, scenario_of(*shocks), (BETTER, MIDDLE, WORSE))
    falls = [set(block.column(number).failed) - {name} for number in range(3)]
    return falls, loss_columns(model, block, but=name)


def _stones(model: Model, what: str) -> Iterator[tuple[str, list[Shock], list[Shock]]]:
    if what == "parties":
        owing = _who_owes(model)
        for node in model.nodes:
            if node in owing:
                yield node, [Shock(kind="default", on=node)], []
    elif what == "contracts":
        for deal in sorted(model.deal_ids):
            yield deal, [Shock(kind="terminate", on=deal)], []
    else:
        for promise in model.promises:
            fall = Shock(kind="default", on=promise.obligor)
            gone = Shock(kind="guarantee", on=promise.deal_id)
            yield promise.deal_id, [fall, gone], [fall]


def _who_owes(model: Model) -> set[str]:
    """Parties whose default can reach another: nobody loses by one that owes and holds nothing."""
    payers = {term.payer for term in model.terms}
    promises = {name for each in model.promises for name in (each.guarantor, each.obligor)}
    obligors = {obligor_of(model, claim) for claim in model.claims}
    sellers = {
        model.owner.get(claim.holder, claim.holder)
        for claim in model.claims
        if claim_kind(claim) == "position"
    }
    return payers | promises | obligors | sellers
