"""What an entity still has to pay: its obligations, deal by deal.

Lives here: which end of a contract owes money, and how much of it is unpaid. When it falls due:
`schedule`. Sums by year: `coverage`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from graphbuild.records.claim import Status
from graphbuild.records.instrument import Family, InstrumentId, instrument
from graphbuild.records.money import Measure
from graphbuild.scores.bounds import (
    FORWARD,
    NOTHING,
    Bounds,
    Contract,
    closed,
    deal_bounds,
)
from graphbuild.scores.readings import counted_contracts


@dataclass(frozen=True, slots=True)
class Due:
    """One deal's money that one entity owes, by column; `contracts` are its flows with the
    entity.
    """

    obligor: str
    deal_id: str
    contracts: tuple[Contract, ...]
    money: Mapping[str, Bounds]

    @property
    def is_open(self) -> bool:
        """Whether a column has no ceiling."""
        return any(part.high is None for part in self.money.values())


def find_dues(graph: "nx.MultiDiGraph[str]", owner: Mapping[str, str]) -> dict[str, list[Due]]:
    """Obligations of every entity in cash, by entity and deal.

    The source of a purchase, lease or revenue share owes it; the target of a debt or
    convertible owes the principal; the source of equity or an acquisition owes what is not paid
    yet. Stock, credits and other payment in kind are not owed in cash. Guarantees and warrants
    fall due on events, not on dates, and are not among them; neither is interest. Contracts
    inside one group are left out.
    """
    found: dict[tuple[str, str, bool], list[Contract]] = {}
    for contract in counted_contracts(graph):
        source, target = owner[contract.source], owner[contract.target]
        if source == target:
            continue
        if _owes_principal(contract):
            found.setdefault((target, contract.deal_id, False), []).append(contract)
        if _owes_payment(contract):
            found.setdefault((source, contract.deal_id, True), []).append(contract)
    dues: dict[str, list[Due]] = {}
    for obligor, deal_id, is_payer in sorted(found):
        contracts = found[obligor, deal_id, is_payer]
        money = {column: _unpaid(contracts, column, is_payer=is_payer) for column in FORWARD}
        if any(not part.is_nothing for part in money.values()):
            dues.setdefault(obligor, []).append(Due(obligor, deal_id, tuple(contracts), money))
    return dues


def _owes_principal(contract: Contract) -> bool:
    """Whether it is a borrowing; receivables that were sold and paid for are owed by others."""
    kind = instrument(contract.data["instrument"])
    if contract.data["measure"] == Measure.PAID:
        return False
    return kind.family is Family.DEBT or kind.instrument_id is InstrumentId.CONVERTIBLE


def _owes_payment(contract: Contract) -> bool:
    paid_in = contract.data["paid_in"]
    if "cash" not in paid_in and paid_in != "unknown":
        return False
    kind = instrument(contract.data["instrument"])
    if kind.instrument_id is InstrumentId.REVENUE_SHARE or kind.family is Family.COMMITMENT:
        return True
    return kind.family is Family.EQUITY and not kind.is_always_contingent


def _unpaid(contracts: Sequence[Contract], column: str, *, is_payer: bool) -> Bounds:
    """A column's money without what has been paid already on an equity commitment.

    A deal that is funded, with no paid figure of its own, is paid in full, also where its size is
    only a headline: a round that was raised, a company that was bought.
    """
    whole = deal_bounds(contracts, column)
    data = contracts[0].data
    if not is_payer or data["family"] != Family.EQUITY:
        return whole
    if column == "headline" and data["status"] == Status.FUNDED:
        return NOTHING
    if column != "firm":
        return whole
    paid = data["drawn_usd"]
    if paid is None:
        return NOTHING if data["status"] == Status.FUNDED else whole
    is_promised = data["measure"] == Measure.COMMITTED and not data["is_joint"]
    low = max(whole.low, data["usd_low"] or 0.0) if is_promised else whole.low
    high = None if whole.high is None else max(whole.high - paid, 0.0)
    return closed(max(low - paid, 0.0), high)
