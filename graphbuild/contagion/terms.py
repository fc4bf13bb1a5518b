"""The contracts of the graph as a calendar of payments, quarter by quarter.

Lives here: `Quarter` labels, `Term` (one deal between one payer and one payee) and `read_terms`.
What is owed and how it is spread over years: `scores.dues`, `scores.schedule`. Interest and
principal: `debtcalendar`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

from graphbuild.contagion.fixedpoint import Array
from graphbuild.records.claim import Recourse
from graphbuild.records.instrument import Family, InstrumentId, instrument
from graphbuild.records.period import PartialDate, partial_date
from graphbuild.scores.base import Anchors
from graphbuild.scores.bounds import FORWARD, Contract
from graphbuild.scores.dues import Due, find_dues
from graphbuild.scores.schedule import schedule

QUARTERS = 20
"""Five years."""

COLUMNS = ("firm", "contingent")
"""Money that a plan holds unless headline money is asked for."""


_NOT_INCOME = (InstrumentId.CONVERTIBLE, InstrumentId.ACQUISITION)
"""What is lent is not owed by calendar; who is bought gets nothing, its owners do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """What one payer plans to pay one payee under one deal, in USD a quarter.

    Parameters
    ----------
    firm, contingent, headline : (quarters,) amounts as stated: the high end, or the low one where
        it is open; headline money is nothing unless it was asked for.
    is_assumed : dates or the split of a consortium are assumed.
    relet : low and high part that the payee earns again from others; nothing of funding.
    saved : low and high part of what it does not earn again that it saves by not building and not
        running; nothing of funding, and nothing where no row of the table says so.
    is_funding : an unpaid commitment to provide equity: paid after all dues.
    """

    deal_id: str
    title: str
    payer: str
    payee: str
    instrument: str
    recourse: str
    firm: Array
    contingent: Array
    headline: Array
    relet: tuple[float, float]
    saved: tuple[float, float]
    is_funding: bool
    is_assumed: bool
    tier: str

    @property
    def planned(self) -> Array:
        """(quarters,) all columns together."""
        return self.firm + self.contingent + self.headline


def quarter_names(as_of: PartialDate, count: int = QUARTERS) -> tuple[str, ...]:
    """Labels from the quarter in which `as_of` lies: "2026-Q4", ..."""
    day = as_of.last_day()
    first = day.year * 4 + (day.month - 1) // 3
    return tuple(f"{n // 4}-Q{n % 4 + 1}" for n in range(first, first + count))


def parties(graph: "nx.MultiDiGraph[str]", owner: Mapping[str, str]) -> dict[str, str]:
    """Entity -> whom its payments are taken together with.

    Owned vehicles go with their owner, except those with debt without recourse: they stand alone.
    """
    alone = {
        target
        for _, target, data in graph.edges(data=True)
        if data["family"] == Family.DEBT
        and data["recourse"] == Recourse.NON_RECOURSE
        and owner.get(target, target) != target
    }
    return {node: node if node in alone else top for node, top in owner.items()}


def read_terms(
    graph: "nx.MultiDiGraph[str]",
    anchors: Anchors,
    owner: Mapping[str, str],
    columns: Sequence[str] = COLUMNS,
) -> list[Term]:
    """Deals with cash still to be paid between two parties, by deal and payer."""
    found = []
    for dues in find_dues(graph, owner).values():
        for due in dues:
            data = due.contracts[0].data
            if data["family"] == Family.DEBT or data["instrument"] in _NOT_INCOME:
                continue
            found += _terms_of(due, anchors, owner, columns)
    return sorted(found, key=lambda term: (term.deal_id, term.payer, term.payee))


def _terms_of(
    due: Due, anchors: Anchors, owner: Mapping[str, str], columns: Sequence[str]
) -> list[Term]:
    spread, is_assumed = _by_quarter(due.contracts[0], anchors)
    payees = sorted({owner[contract.target] for contract in due.contracts} - {due.obligor})
    data = due.contracts[0].data
    kind = instrument(data["instrument"])
    is_funding = kind.family is Family.EQUITY
    part = 1.0
    if data["is_joint"]:  # how a consortium splits is not known: in equal parts, and said so
        part, is_assumed = len(due.contracts) / max(data["joint_members"], 1), True
    terms = []
    for payee in payees:
        firm, contingent, headline = (
            due.money[column].stated * part / len(payees) * spread * (column in columns)
            for column in FORWARD
        )
        if not (firm.any() or contingent.any() or headline.any()):
            continue
        terms.append(
            Term(
                deal_id=due.deal_id,
                title=data["title"],
                payer=due.obligor,
                payee=payee,
                instrument=data["instrument"],
                recourse=data["recourse"],
                firm=firm,
                contingent=contingent,
                headline=headline,
                relet=(0.0, 0.0) if is_funding else _range(anchors, kind.recovery_key),
                saved=_saved(anchors, kind.recovery_key) if not is_funding else (0.0, 0.0),
                is_funding=is_funding,
                is_assumed=is_assumed,
                tier=data["tier"],
            )
        )
    return terms


def _range(anchors: Anchors, key: str) -> tuple[float, float]:
    """An assumption's range; the whole interval where the table lacks it."""
    row = anchors.assumptions.get(key)
    return (0.0, 1.0) if row is None else (float(row.low), float(row.high))


def _saved(anchors: Anchors, recovery_key: str) -> tuple[float, float]:
    """Beside "relet.cloud" stands "saved.cloud"; without a row nothing is taken to be saved."""
    row = anchors.assumptions.get(recovery_key.replace("relet.", "saved."))
    if row is None or not recovery_key.startswith("relet."):
        return (0.0, 0.0)
    return (float(row.low), float(row.high))


def _by_quarter(contract: Contract, anchors: Anchors) -> tuple[Array, bool]:
    """Part of the whole that falls into each quarter; a year's part over its open quarters."""
    names = quarter_names(anchors.as_of)
    found = np.zeros(len(names))
    timing = schedule(contract, anchors.as_of, anchors.assumptions)
    begins = partial_date(contract.data["start"])
    whole = max(sum(high for _, high in timing.shares.values()), 1.0)  # no more than is owed
    for place, name in enumerate(names):
        year, number = int(name[:4]), int(name[-1])
        share = timing.shares.get(year, (0.0, 0.0))[1] / whole
        first = 1
        if begins is not None and begins.year == year:
            first = (begins.first_day().month + 2) // 3
        if number >= first:
            found[place] = share / (5 - first)
    return found, timing.is_assumed


def planned_by_payer(terms: Sequence[Term]) -> dict[str, Array]:
    """Payer -> (quarters,) firm dues of all its deals, in USD."""
    found: dict[str, Array] = {}
    for term in terms:
        found[term.payer] = found.get(term.payer, np.zeros(len(term.firm))) + term.firm
    return found
