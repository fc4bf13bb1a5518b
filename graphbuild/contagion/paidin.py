"""What investors and lenders have lately paid in, party by party: a hint where no cash is known.

Lives here: `paid_in_lately`. It bounds no balance sheet (operations earn and spend as well) and no
run uses it; it tells a reader how likely "no figure for cash" means none.
"""

import datetime as dt
from collections.abc import Mapping

import networkx as nx

from graphbuild.records.claim import Status
from graphbuild.records.instrument import Family, InstrumentId
from graphbuild.records.period import PartialDate, partial_date
from graphbuild.scores.bounds import Contract, deal_bounds
from graphbuild.scores.readings import counted_contracts

YEARS = 2
"""How far back; older money is spent."""

_NOT_PAID_IN = (InstrumentId.WARRANT, InstrumentId.ACQUISITION)


def paid_in_lately(
    graph: "nx.MultiDiGraph[str]", owner: Mapping[str, str], as_of: PartialDate
) -> dict[str, tuple[float, float]]:
    """Party -> low and high USD of equity and debt paid in cash in the last `YEARS` years.

    Money inside one group is left out. A deal that is only signed counts for nothing at the low
    end; one without a date is left out.
    """
    since = as_of.last_day() - dt.timedelta(days=round(365.25 * YEARS))
    deals: dict[tuple[str, str], list[Contract]] = {}
    for contract in counted_contracts(graph):
        source, target = owner[contract.source], owner[contract.target]
        if source != target and _is_money_in(contract, since):
            deals.setdefault((target, contract.deal_id), []).append(contract)
    found: dict[str, tuple[float, float]] = {}
    for (party, _), contracts in sorted(deals.items()):
        low, high = _paid(contracts)
        before = found.get(party, (0.0, 0.0))
        found[party] = (before[0] + low, before[1] + high)
    return {party: ends for party, ends in found.items() if ends[1] > 0}


def _is_money_in(contract: Contract, since: dt.date) -> bool:
    data = contract.data
    if data["family"] not in (Family.EQUITY, Family.DEBT) or data["instrument"] in _NOT_PAID_IN:
        return False
    if "cash" not in data["paid_in"]:
        return False
    day = partial_date(data["agreed_on"]) or partial_date(data["start"])
    return day is not None and day.last_day() >= since


def _paid(contracts: list[Contract]) -> tuple[float, float]:
    """What a figure says was drawn or paid; else all of a funded deal, and nothing to all of it."""
    data = contracts[0].data
    if data["drawn_usd"] is not None:
        return float(data["drawn_usd"]), float(data["drawn_usd"])
    firm = deal_bounds(contracts, "firm")
    return (firm.low if data["status"] == Status.FUNDED else 0.0), firm.stated
