"""The graph as a stress model: parties, calendar of payments, debt service, guarantees, books.

Lives here: `Model` and `build_model`. Where in its range an input stands: `corners`; what a
scenario does: `pressure`; how it runs: `stress`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import networkx as nx
import numpy as np
import scipy.sparse as sp

from graphbuild.contagion.books import Book, Span, read_books
from graphbuild.contagion.corners import Corner, places
from graphbuild.contagion.debtcalendar import Service, read_services
from graphbuild.contagion.fixedpoint import Array
from graphbuild.contagion.obligations import Index
from graphbuild.contagion.terms import COLUMNS, Term, parties, quarter_names, read_terms
from graphbuild.errors import NotFoundError
from graphbuild.records.claim import Recourse
from graphbuild.records.instrument import InstrumentId
from graphbuild.scores.base import Anchors
from graphbuild.scores.bounds import FORWARD, closed
from graphbuild.scores.readings import Exposed, counted_contracts, exposed_parties, owners

ENOUGH = 1e15
"""USD; stands for a buffer that holds whatever comes, the high end where no figure is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A guarantee of the graph: `cap` in USD, infinite where none is stated.

    `is_of_parent`: no deal of its own, but a contract of a walled vehicle that its parent is said
    to guarantee. How far is not said, so it covers all at the better end and nothing at the worse.
    """

    deal_id: str
    guarantor: str
    obligor: str
    beneficiary: str
    cap: float
    is_of_parent: bool = False


@dataclass(frozen=True, kw_only=True)
class Model:
    """Everything a run needs; amounts in USD, by quarter."""

    graph: "nx.MultiDiGraph[str]"
    anchors: Anchors
    owner: dict[str, str]
    terms: tuple[Term, ...]
    services: tuple[Service, ...]
    promises: tuple[Promise, ...]
    books: dict[str, Book]
    quarters: tuple[str, ...]

    @cached_property
    def nodes(self) -> tuple[str, ...]:
        """Parties in order of id."""
        return tuple(sorted(set(self.owner.values())))

    @cached_property
    def place(self) -> dict[str, int]:
        """Party -> number."""
        return {node: number for number, node in enumerate(self.nodes)}

    @cached_property
    def payer(self) -> Index:
        """Number of the payer of each term."""
        return np.array([self.place[term.payer] for term in self.terms], dtype=np.intp)

    @cached_property
    def payee(self) -> Index:
        """Number of the payee of each term."""
        return np.array([self.place[term.payee] for term in self.terms], dtype=np.intp)

    @cached_property
    def rank(self) -> Index:
        """Rank of each term among its payer's: 0 dues, 1 promised funding."""
        return np.array([int(term.is_funding) for term in self.terms], dtype=np.intp)

    @cached_property
    def planned(self) -> Array:
        """(terms, quarters) USD planned."""
        planned = [term.planned for term in self.terms]
        return np.array(planned).reshape(len(planned), len(self.quarters))

    @cached_property
    def debt_due(self) -> Array:
        """(parties, quarters) USD of interest and principal that fall due."""
        return self._of_services([service.due for service in self.services])

    @cached_property
    def maturing(self) -> Array:
        """(parties, quarters) USD of principal that falls due; the plan refinances it."""
        return self._of_services([service.principal for service in self.services])

    def _of_services(self, amounts: Sequence[Array]) -> Array:
        found = np.zeros((len(self.nodes), len(self.quarters)))
        for service, amount in zip(self.services, amounts, strict=True):
            found[self.place[service.payer]] += amount
        return found

    @cached_property
    def pays(self) -> "sp.csr_array[Any]":
        """(parties, terms) 1 where a party pays a term."""
        return self._incidence(self.payer)

    @cached_property
    def gets(self) -> "sp.csr_array[Any]":
        """(parties, terms) 1 where a party is paid by a term."""
        return self._incidence(self.payee)

    def _incidence(self, end: Index) -> "sp.csr_array[Any]":
        shape = (len(self.nodes), len(self.terms))
        return sp.csr_array((np.ones(len(end)), (end, np.arange(len(end)))), shape=shape)

    @cached_property
    def claims(self) -> tuple[Exposed, ...]:
        """Who is exposed to whom by which contract."""
        return tuple(exposed_parties(self.graph, self.owner))

    @cached_property
    def deal_ids(self) -> frozenset[str]:
        """Deals with payments to come."""
        return frozenset(term.deal_id for term in self.terms)

    def party(self, entity_id: str) -> str:
        """Whom an entity is taken together with.

        Raises
        ------
        NotFoundError
            it is not in the graph.
        """
        if entity_id not in self.owner:
            raise NotFoundError(f"no entity {entity_id!r} in the graph; see 'graphbuild flows'")
        return self.owner[entity_id]

    def name(self, node: str) -> str:
        """Its name for people."""
        return str(self.graph.nodes[node]["name"]) if node in self.graph else node


def build_model(
    graph: "nx.MultiDiGraph[str]", anchors: Anchors, *, with_headline: bool = False
) -> Model:
    """The stress model of a graph and its sourced figures.

    Parameters
    ----------
    with_headline : plans also hold what was announced or is a figure of unknown state.
    """
    top = owners(graph, is_look_through=True)
    owner = parties(graph, top)
    quarters = quarter_names(anchors.as_of)
    terms = read_terms(graph, anchors, owner, FORWARD if with_headline else COLUMNS)
    return Model(
        graph=graph,
        anchors=anchors,
        owner=owner,
        terms=tuple(terms),
        services=tuple(read_services(graph, anchors, owner, quarters)),
        promises=(*_promises(graph, owner), *_of_parents(terms, owner, top)),
        books=read_books(set(owner.values()), anchors),
        quarters=quarters,
    )


def _promises(graph: "nx.MultiDiGraph[str]", owner: dict[str, str]) -> list[Promise]:
    found = []
    for contract in counted_contracts(graph):
        obligor = contract.data["on_behalf_of"]
        if contract.data["instrument"] != InstrumentId.GUARANTEE or obligor not in owner:
            continue
        parts = [
            closed(contract.data[f"{c}_low"], contract.data[f"{c}_high"])
            for c in ("firm", "contingent")
        ]
        is_open = any(part.high is None for part in parts)
        found.append(
            Promise(
                deal_id=contract.deal_id,
                guarantor=owner[contract.source],
                obligor=owner[obligor],
                beneficiary=owner[contract.target],
                cap=np.inf if is_open else sum(part.stated for part in parts),
            )
        )
    return [p for p in found if p.guarantor != p.obligor and p.beneficiary != p.guarantor]


def _of_parents(
    terms: Sequence[Term], owner: Mapping[str, str], top: Mapping[str, str]
) -> list[Promise]:
    """Parents' guarantees of what vehicles that stand alone owe, where a source says so."""
    found = {}
    for term in terms:
        parent = owner.get(top.get(term.payer, term.payer), term.payer)
        is_meant = term.recourse in (Recourse.GUARANTEED, Recourse.RECOURSE)
        if is_meant and parent not in (term.payer, term.payee) and not term.is_funding:
            found[term.payer, term.payee] = Promise(
                deal_id=term.deal_id,
                guarantor=parent,
                obligor=term.payer,
                beneficiary=term.payee,
                cap=np.inf,
                is_of_parent=True,
            )
    return [found[key] for key in sorted(found)]


def at(span: Span, place: float, known: float = 1.0) -> float:
    """A span's value from its low end (0) to its high end (1)."""
    if span.high is None:
        return ENOUGH if known >= 0.5 else span.low
    return span.low + (span.high - span.low) * place


def buffers(model: Model, corners: Sequence[Corner]) -> Array:
    """(parties, corners) USD of cash at hand and undrawn."""
    place, known = places(corners, lambda c: c.buffer), places(corners, lambda c: c.known)
    found = np.empty((len(model.nodes), len(corners)))
    for number, node in enumerate(model.nodes):
        span = model.books[node].buffer
        if span.high is None:
            found[number] = np.where(known >= 0.5, ENOUGH, span.low)
        else:
            found[number] = span.low + (span.high - span.low) * place
    for column, corner in enumerate(corners):
        for key, where in corner.turned.items():
            kind, _, node = key.partition(":")
            if kind in ("buffer", "known"):
                found[model.place[node], column] = at(model.books[node].buffer, where, where)
    return found


def book_rows(model: Model) -> list[dict[str, object]]:
    """Balance sheets of everybody with payments to make or to get: USD, with the basis of each.

    An open high is ``None``: from nothing to enough, because no figure is known.
    """
    payers = {term.payer for term in model.terms} | {term.payee for term in model.terms}
    rows: list[dict[str, object]] = []
    for node in sorted(payers):
        book = model.books[node]
        revenue = book.revenue_in(int(model.quarters[0][:4]))
        rows.append(
            {
                "party": node,
                "cash_low": book.buffer.low,
                "cash_high": book.buffer.high,
                "need_low": book.need.low,
                "need_high": book.need.high,
                "revenue_low": revenue[0] if revenue else 0.0,
                "revenue_high": revenue[1] if revenue else None,
                "debt_low": book.debt.low,
                "debt_high": book.debt.high,
                "equity": book.equity,
                "market": book.market,
                "basis": f"{book.buffer.basis}; {book.need.basis}; {book.debt.basis}",
                "debt_due": float(model.debt_due[model.place[node]].sum()),
                "maturing": float(model.maturing[model.place[node]].sum()),
            }
        )
    return rows
