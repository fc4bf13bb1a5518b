"""The graph as a stress model: parties, calendar of payments, guarantees, books, and corners.

Lives here: `Model`, `build_model`, `Corner`. What a scenario does to it: `pressure`; how it runs:
`stress`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import networkx as nx
import numpy as np

from graphbuild.contagion.books import Book, Span, read_books
from graphbuild.contagion.fixedpoint import Array
from graphbuild.contagion.obligations import Index
from graphbuild.contagion.terms import COLUMNS, Term, parties, quarter_names, read_terms
from graphbuild.errors import NotFoundError
from graphbuild.records.instrument import InstrumentId
from graphbuild.scores.base import Anchors
from graphbuild.scores.bounds import FORWARD, closed
from graphbuild.scores.readings import Exposed, counted_contracts, exposed_parties, owners

ENOUGH = 1e15
"""USD; stands for a buffer that holds whatever comes, the high end where no figure is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corner:
    """Where in its range every uncertain input stands: 0 is the worse end, 1 the better one.

    `is_ending`: contracts of a party that falls short end at once; else it goes on paying what it
    can, all contracts cut in proportion. `known` is what a missing figure is taken for: nothing
    below one half, enough above. `turned` puts single inputs elsewhere: "relet:DEAL",
    "buffer:PARTY", "known:PARTY" -> place.
    """

    name: str
    buffer: float
    revenue: float
    relet: float
    recovery: float
    known: float
    is_ending: bool
    turned: Mapping[str, float] = field(default_factory=dict)


WORST = Corner(
    name="worst", buffer=0.0, revenue=0.0, relet=0.0, recovery=0.0, known=0.0, is_ending=True
)
"""The worse end, and parties without a figure for cash have none."""

WORSE = replace(WORST, name="worse", known=1.0)
"""Every range at its worse end; parties without a figure for cash hold."""

BETTER = Corner(
    name="better", buffer=1.0, revenue=1.0, relet=1.0, recovery=1.0, known=1.0, is_ending=False
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A guarantee of the graph: `cap` in USD, infinite where none is stated."""

    deal_id: str
    guarantor: str
    obligor: str
    beneficiary: str
    cap: float


@dataclass(frozen=True, kw_only=True)
class Model:
    """Everything a run needs; amounts in USD, by quarter."""

    graph: "nx.MultiDiGraph[str]"
    anchors: Anchors
    owner: dict[str, str]
    terms: tuple[Term, ...]
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
    terms = read_terms(graph, anchors, owner, FORWARD if with_headline else COLUMNS)
    return Model(
        graph=graph,
        anchors=anchors,
        owner=owner,
        terms=tuple(terms),
        promises=tuple(_promises(graph, owner)),
        books=read_books(set(owner.values()), anchors),
        quarters=quarter_names(anchors.as_of),
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


def at(span: Span, place: float, known: float = 1.0) -> float:
    """A span's value from its low end (0) to its high end (1)."""
    if span.high is None:
        return ENOUGH if known >= 0.5 else span.low
    return span.low + (span.high - span.low) * place


def buffers(model: Model, corner: Corner) -> Array:
    """Cash at hand and undrawn, USD, by party."""
    found = []
    for node in model.nodes:
        place = corner.turned.get(f"buffer:{node}", corner.buffer)
        known = corner.turned.get(f"known:{node}", corner.known)
        found.append(at(model.books[node].buffer, place, known))
    return np.array(found)


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
            }
        )
    return rows
