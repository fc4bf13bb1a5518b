"""The plan itself, before any shock: how long each party lasts if nobody gives it new money.

Lives here: `runway_rows`. This is the baseline a scenario is read against: who runs dry without
outside money needs no shock to do so, and what a scenario shows of it is not the shock's doing.
"""

from typing import Any

from graphbuild.contagion.corners import BETTER, MIDDLE, WORSE
from graphbuild.contagion.model import Model
from graphbuild.contagion.scenario import Scenario, Shock
from graphbuild.contagion.stress import NEVER, run_corners
from graphbuild.errors import NotFoundError


def runway_rows(model: Model) -> list[dict[str, Any]]:
    """One row a party with payments or debt to come: USD, and the quarter in which cash ends.

    Each party is asked alone, with everybody else funded as planned. A quarter is ``None`` where
    cash lasts for the whole horizon, or where `remark` says why it cannot be said.
    """
    payers = {term.payer for term in model.terms} | {service.payer for service in model.services}
    rows = [_row(model, node) for node in sorted(payers)]
    far = "9999"
    return sorted(rows, key=lambda r: (r["dry_worse"] or far, r["remark"], r["party"]))


def _row(model: Model, node: str) -> dict[str, Any]:
    book, place = model.books[node], model.place[node]
    dry: list[str | None] = [None, None, None]
    remark = "" if not book.buffer.is_missing else book.buffer.basis
    if not remark:
        shock = Shock(kind="funding", on=node, by=-1.0)
        alone = Scenario(name="", title="", story="", sources=(), shocks=(shock,))
        try:
            first = run_corners(model, alone, (BETTER, MIDDLE, WORSE)).failed[place]
            dry = [None if quarter == NEVER else model.quarters[quarter] for quarter in first]
        except NotFoundError as error:
            remark = str(error)
    services = [service for service in model.services if service.payer == node]
    return {
        "party": node,
        "cash_low": book.buffer.low,
        "cash_high": book.buffer.high,
        "need_low": book.need.low,
        "need_high": book.need.high,
        "interest": float(sum(service.interest.sum() for service in services)),
        "maturing": float(model.maturing[place].sum()),
        "undated": float(sum(service.balance for service in services if not service.is_dated)),
        "dry_better": dry[0],
        "dry_middle": dry[1],
        "dry_worse": dry[2],
        "remark": remark,
    }
