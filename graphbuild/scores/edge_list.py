"""Anybody's list of payments as a graph the scores can read: CSV with source, target, amount.

Lives here: reading the list strictly and giving every attribute a default. Not here: our own deals
(`graph.build`).
"""

import csv
import difflib
import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from graphbuild.errors import ParseError
from graphbuild.graph.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Attribute
from graphbuild.records.document import SourceTier
from graphbuild.records.instrument import INSTRUMENTS, Family, InstrumentId, Side, instrument
from graphbuild.records.period import PartialDate

OUTSIDE = "(outside)"
"""Source or target that stands for everybody who is not in the list."""

REQUIRED = ("source", "target", "amount")
OPTIONAL = ("low", "high", "instrument", "start", "end", "rate")

_PAYING = tuple(row.instrument_id for row in INSTRUMENTS if row.payer_is is Side.SOURCE)
_DEFAULT = InstrumentId.PURCHASE_COMMITMENT
_EMPTY = {str: "", bool: False, int: 1, float: 0.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """One line: `source` pays `target`; without an amount the high bound is open."""

    line: int
    source: str
    target: str
    amount: float | None
    low: float
    high: float | None
    instrument: InstrumentId
    is_typed: bool
    start: str | None = None
    end: str | None = None
    rate: str = ""

    @property
    def is_capital(self) -> bool:
        """Whether the line says that it is equity or debt."""
        return instrument(self.instrument).family in (Family.EQUITY, Family.DEBT)


def read_payments(text: str, where: str) -> tuple[Payment, ...]:
    r"""All lines of an edge list.

    Parameters
    ----------
    text : CSV with a header; columns ``source,target,amount[,low,high][,instrument]`` and, for
        what is owed when, ``[,start,end,rate]``, in any order. An empty amount is a payment without
        a figure; low and high default to the amount.
    where : name of the file, for messages.

    Raises
    ------
    ParseError
        a missing or unknown column, an amount that is no number or negative, bounds out of order, a
        payment to oneself, an unknown instrument; line and column are named.

    Examples
    --------
    >>> [
    ...     (p.source, p.target, p.low, p.high)
    ...     for p in read_payments("source,target,amount,high\na,b,5,6\nb,a,,\n", "demo")
    ... ]
    [('a', 'b', 5.0, 6.0), ('b', 'a', 0.0, None)]
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        header = [name.strip() for name in reader.fieldnames or ()]
        _check_header(header, where)
        reader.fieldnames = header
        found = [
            _payment(row, f"{where}, line {reader.line_num}", reader.line_num) for row in reader
        ]
    except csv.Error as error:
        raise ParseError(
            f"{where}, line {reader.line_num}: not readable as CSV: {error}"
        ) from error
    if not found:
        raise ParseError(f"{where}: no line below the header; give at least one payment")
    return tuple(found)


def _check_header(header: Sequence[str], where: str) -> None:
    for name in REQUIRED:
        if name not in header:
            raise ParseError(
                f"{where}: no column {name!r}; the header must be {','.join(REQUIRED)}"
                f"[,{','.join(OPTIONAL)}]"
            )
    for name in header:
        known = (*REQUIRED, *OPTIONAL)
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
            raise ParseError(f"{where}: unknown column {name!r}; {hint}")
    if len(set(header)) < len(header):
        raise ParseError(f"{where}: a column stands twice in the header")


def _payment(row: Mapping[str, str | None], place: str, line: int) -> Payment:
    if None in row or None in row.values():
        raise ParseError(f"{place}: not as many cells as the header has columns")
    cells = {name: (value or "").strip() for name, value in row.items()}
    source, target = cells["source"], cells["target"]
    if not source or not target or source == target:
        raise ParseError(f"{place}: source {source!r} and target {target!r} must be two names")
    amount = _number(cells["amount"], "amount", place)
    low, high = (_number(cells.get(name, ""), name, place) for name in ("low", "high"))
    low = low if low is not None else (amount or 0.0)
    high = high if high is not None else amount
    middle = low if amount is None else amount
    if not low <= middle or (high is not None and middle > high):
        raise ParseError(f"{place}: low {low}, amount {amount} and high {high} are out of order")
    return Payment(
        line=line,
        source=source,
        target=target,
        amount=amount,
        low=low,
        high=high,
        instrument=_instrument(cells.get("instrument", ""), place),
        is_typed=bool(cells.get("instrument")),
        start=_date(cells.get("start", ""), "start", place),
        end=_date(cells.get("end", ""), "end", place),
        rate=cells.get("rate", ""),
    )


def _number(text: str, column: str, place: str) -> float | None:
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or value < 0:
        raise ParseError(f"{place}: {column} {text!r} is no number of at least 0; write 1234.5")
    return value


def _date(text: str, column: str, place: str) -> str | None:
    try:
        return str(PartialDate(text)) if text else None
    except ValueError as error:
        raise ParseError(f"{place}: {column}: {error}") from error


def _instrument(text: str, place: str) -> InstrumentId:
    if not text:
        return _DEFAULT
    if text not in _PAYING:
        near = difflib.get_close_matches(text, _PAYING, n=1)
        hint = f"did you mean {str(near[0])!r}?" if near else f"known: {', '.join(_PAYING)}"
        raise ParseError(f"{place}: no instrument {text!r} by which the source pays; {hint}")
    return InstrumentId(text)


def edge_graph(payments: Sequence[Payment]) -> "nx.MultiDiGraph[str]":
    """Payments as firm, counted flows with every declared attribute; `OUTSIDE` is a group."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name in sorted({name for p in payments for name in (p.source, p.target)}):
        given = {"name": name, "kind": "other", "is_group": name == OUTSIDE}
        graph.add_node(name, **(_defaults(NODE_ATTRIBUTES) | given))
    for payment in payments:
        key = f"line-{payment.line:06d}"
        graph.add_edge(payment.source, payment.target, key=key, **_edge(payment, key))
    return graph


def _defaults(attributes: Sequence[Attribute]) -> dict[str, object]:
    return {a.name: None if a.optional else _EMPTY[a.type] for a in attributes}


def _edge(payment: Payment, key: str) -> dict[str, object]:
    is_exact = payment.low == payment.high
    return _defaults(EDGE_ATTRIBUTES) | {
        "deal_id": key,
        "title": f"{payment.source} pays {payment.target}",
        "instrument": str(payment.instrument),
        "family": str(instrument(payment.instrument).family),
        "status": "signed",
        "firmness": "firm",
        "standing": "counted",
        "measure": "committed",
        "qualifier": "exact"
        if is_exact
        else "range"
        if payment.high is not None
        else "undisclosed",
        "usd_low": payment.low,
        "usd_point": payment.amount,
        "usd_high": payment.high,
        "firm_low": payment.low,
        "firm_high": payment.high,
        "paid_in": "cash",
        "recourse": "unknown",
        "tier": str(SourceTier.UNNAMED),
        "start": payment.start,
        "end": payment.end,
        "rate": payment.rate,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePeriod:
    """An edge list as money of one period around a vendor; what `mixing.round_trip` takes."""

    capital: dict[str, float]
    hops: dict[tuple[str, str], float]
    resources: dict[str, float]


def one_period(payments: Sequence[Payment], vendor: str, end: str) -> OnePeriod:
    """The list at one end of its amounts ("low", "amount" or "high") around a vendor.

    Capital is what the vendor pays by equity or debt, or, where no line of its names an instrument,
    all it pays. What else it pays is ordinary money of its receivers. Lines with `OUTSIDE` say
    what parties had from elsewhere and spent there. A line without a figure counts with its low.
    """
    own = [p for p in payments if p.source == vendor and p.target != OUTSIDE]
    is_typed = any(p.is_typed for p in own)
    capital: dict[str, float] = {}
    hops: dict[tuple[str, str], float] = {}
    came: dict[str, float] = {}
    went: dict[str, float] = {}
    for payment in payments:
        chosen = getattr(payment, end)
        amount = payment.low if chosen is None else float(chosen)
        source, target = payment.source, payment.target
        came[target] = came.get(target, 0.0) + amount
        went[source] = went.get(source, 0.0) + amount
        if source == vendor:
            if target != OUTSIDE and (payment.is_capital or not is_typed):
                capital[target] = capital.get(target, 0.0) + amount
        elif OUTSIDE not in (source, target) and not (target == vendor and payment.is_capital):
            hops[source, target] = hops.get((source, target), 0.0) + amount
    parties = sorted({*came, *went} - {vendor, OUTSIDE})
    resources = {p: max(came.get(p, 0.0), went.get(p, 0.0)) for p in parties}
    return OnePeriod(capital=capital, hops=hops, resources=resources)
