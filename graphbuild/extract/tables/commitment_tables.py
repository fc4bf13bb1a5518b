"""Undiscounted totals of lease and purchase-commitment tables.

Lives here: tables whose rows or columns are years. Not here: debt rows (`debt_tables`), the
sentence about leases to come (`leases_to_come`). Years are never claims.

Flow: Document -> schedule tables -> the total row or total column -> Claim*.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.extract.base import Context, Pattern, filer, make_claim, unnamed
from graphbuild.extract.grammar.gates import Sieve
from graphbuild.extract.tables.columns import (
    BodyRow,
    body_rows,
    currency_of,
    find_dates,
    table_words,
)
from graphbuild.extract.tables.figures import Figure
from graphbuild.records.claim import Claim, Confidence, Role, Status, Terms
from graphbuild.records.document import Document, Table
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Amount, Measure, exact

_YEAR_LABEL = re.compile(
    r"^(?:remainder of |remaining |fiscal (?:year )?|year (?:ending|ended) .{0,20}"
    r"|FY ?)?(?:19|20)\d{2}\b"
    r"|^thereafter$|^(?:rest|remainder|remaining)\b|^year \d\b|^20\d\d and (?:thereafter|beyond)",
    re.IGNORECASE,
)
_TOTAL_LABEL = re.compile(
    r"^(?:total|gross|sum|aggregate|future minimum)\b|\btotal$|^undiscounted\b", re.IGNORECASE
)
_DISCOUNT = re.compile(r"\b(?:imputed|interest|present value|discount)\b", re.IGNORECASE)
LEASE = re.compile(r"\bleases?\b|\bsubleases?\b|\blessees?\b|\brent(?:al)?s?\b", re.IGNORECASE)
_PURCHASE = re.compile(
    r"\b(?:purchase|procurement|supply|capacity|contractual|unconditional"
    r"|non-?cancell?able|future|inventory)\b"
    r".{0,60}\b(?:commitments?|obligations?)\b|\bcommitments (?:to|for) (?:purchase|acquire)",
    re.IGNORECASE,
)
_NOT_PURCHASE = re.compile(
    r"\bperformance obligations?\b|\bamorti[sz]ation\b|\bretirement\b|\bdebt\b|\bnotes\b"
    r"|\bpension\b|\bbenefit\b"
    r"|\bdeferred revenue\b|\bprincipal\b|\bintangible\b|\blicense revenue\b"
    r"|\bfunding commitments?\b",
    re.IGNORECASE,
)
_OF_DEBT = re.compile(
    r"\bprincipal\b|\b(?:long-term|total|our|of) (?:debt|borrowings|notes)\b"
    r"|\bdebt maturit",
    re.IGNORECASE,
)
_RECEIVED = re.compile(
    r"\breceipts?\b|\bto be received\b|\blessor\b|\brental income\b|\blease income\b"
    r"|\blease receivables?\b|\bfrom (?:our )?(?:customers|lessees|tenants)\b"
    r"|\bsublease (?:income|receipts)",
    re.IGNORECASE,
)
_FROM_CUSTOMERS = re.compile(
    r"\b(?:due|payable|receivable|received) (?:to us )?(?:from|by) (?:our |the )?"
    r"(?:customers|tenants|lessees)\b",
    re.IGNORECASE,
)
_PARAGRAPH = 900
"""Letters above a schedule in which its paragraph may say that customers owe the payments."""
_BOUGHT_LABEL = re.compile(
    r"\bpurchase\b|\b(?:construction|procurement|inventory|capacity|hosting|cloud|energy|equipment|"
    r"colocation|network|software|take-or-pay|capital expenditures?|unconditional|supplier|vendor)"
    r"\b.{0,40}\b(?:commitments?|obligations?|agreements?|contracts?)\b",
    re.IGNORECASE,
)
_LESS_COLUMN = re.compile(r"\bless\b|\bsublease\b", re.IGNORECASE)
_SUBLEASED = re.compile(
    r"\bsub-?leases? (?:income|receipts?|rentals?|payments?)\b|\bfrom sub-?leases?\b", re.IGNORECASE
)
_OPERATING = re.compile(r"\boperating\b", re.IGNORECASE)
_FINANCE = re.compile(
    r"\b(?:sales[- ]type|direct financing|finance|financing|capital)\b", re.IGNORECASE
)
_ACROSS = re.compile(
    r"\bthereafter\b|\bless than (?:1|one) year\b|\bmore than (?:5|five) years\b"
    r"|\bpayments due by\b|\b1\s?[-–]\s?3 years\b",
    re.IGNORECASE,
)
NOT_COMMENCED = Sieve(
    re.compile(
        r"\bnot (?:yet )?commenc|\bnot (?:yet )?started\b|\byet to commence\b|\bexpect(?:ed"
        r"|s)? to commence\b"
        r"|\bwill commence\b|\bto commence (?:between|in|from|during)\b"
        r"|\bgenerally expected to commence\b",
        re.IGNORECASE,
    )
)


@dataclass(frozen=True, slots=True)
class _Found:
    """What a total says before it becomes a claim."""

    instrument: InstrumentId
    other_side: str
    measure: Measure
    status: Status
    is_received: bool = False
    confidence: Confidence = Confidence.CERTAIN
    note: str = ""


_LEASE_OWED = _Found(InstrumentId.LEASE, "landlords", Measure.OUTSTANDING, Status.FUNDED)
_LEASE_TO_COME = _Found(InstrumentId.LEASE, "landlords", Measure.COMMITTED, Status.SIGNED)
_LEASE_RECEIVED = _Found(
    InstrumentId.LEASE, "lessees", Measure.OUTSTANDING, Status.FUNDED, is_received=True
)
_SUBLET = _Found(
    InstrumentId.LEASE, "subtenants", Measure.OUTSTANDING, Status.FUNDED, is_received=True
)
_FINANCING = _Found(
    InstrumentId.LEASE,
    "financing-obligation-counterparties",
    Measure.OUTSTANDING,
    Status.FUNDED,
    confidence=Confidence.LIKELY,
    note="financing obligations, read as leases",
)
_BOUGHT = _Found(InstrumentId.PURCHASE_COMMITMENT, "suppliers", Measure.COMMITTED, Status.SIGNED)


def find_commitment_totals(document: Document, _context: Context) -> Iterator[Claim]:
    """Claims of lease and purchase-commitment tables.

    Takes "Total undiscounted lease payments | 18,946 | 9,558 | 28,504" and "Leases not yet
    commenced | 2,695 | ... | 61,627"; refuses "2027 | 2,183" and "Present value of lease
    liabilities".
    """
    if document.filer is None:
        return
    seen: set[tuple[InstrumentId, Measure, str]] = set()
    for table in document.tables:
        if _is_stale(document, table):
            continue
        above = document.text[max(0, table.start - _PARAGRAPH) : table.start]
        for row, figure, kind in (*_years_down(table), *_years_across(table)):
            is_received = kind is _LEASE_OWED and _FROM_CUSTOMERS.search(above)
            found = _LEASE_RECEIVED if is_received else kind
            value = abs(figure.value) if found is _SUBLET else figure.value
            amount = exact(value * table.scale, currency_of(row, figure, table))
            key = (found.instrument, found.measure, str(amount.point))
            if key not in seen and amount.point:
                seen.add(key)
                yield _table_claim(document, row, amount, found)


def _years_down(table: Table) -> Iterator[tuple[BodyRow, Figure, _Found]]:
    rows = list(body_rows(table))
    years = [index for index, row in enumerate(rows) if _YEAR_LABEL.search(row.label)]
    if len(years) < 3:
        return
    total = next((row for row in rows[years[-1] + 1 :] if row.read.money), None)
    if total is None or (_DISCOUNT.search(total.label) and not _TOTAL_LABEL.search(total.label)):
        return
    if total.label and not _TOTAL_LABEL.search(total.label):
        return
    found = _down_kind(table, rows, total)
    if found is not None:
        for figure in _total_figures(total):
            yield total, figure, found
        if found is _LEASE_OWED:
            for figure in total.read.money:
                if _SUBLEASED.search(total.header_of(figure.column)):
                    yield total, figure, _SUBLET


def _down_kind(table: Table, rows: list[BodyRow], total: BodyRow) -> _Found | None:
    """What a schedule by years is about: its total's own words first, then caption and header."""
    if _OF_DEBT.search(f"{table.caption[-250:]} {total.label}"):
        return None
    for text in (
        total.label,
        f"{table.caption[-250:]} {' '.join(row.label for row in rows)}",
        table_words(table),
    ):
        if LEASE.search(text) and not re.search(r"\bfixed payments\b", text, re.IGNORECASE):
            return (
                _LEASE_RECEIVED
                if _RECEIVED.search(f"{total.label} {table.caption[-250:]}")
                else _LEASE_OWED
            )
        if _NOT_PURCHASE.search(text):
            return None
        if _PURCHASE.search(text):
            return _BOUGHT
    return None


def _total_figures(row: BodyRow) -> tuple[Figure, ...]:
    """Operating and finance columns where both stand there, else the total column, or the first."""
    money = tuple(f for f in row.read.money if not _LESS_COLUMN.search(row.header_of(f.column)))
    heads = {figure.column: row.header_of(figure.column) for figure in money}
    split = tuple(
        f
        for f in money
        if bool(_OPERATING.search(heads[f.column])) != bool(_FINANCE.search(heads[f.column]))
    )
    kinds = {bool(_OPERATING.search(heads[figure.column])) for figure in split}
    if len(kinds) == 2:
        return split
    totals = tuple(f for f in money if re.search(r"\btotal\b", heads[f.column], re.IGNORECASE))
    return totals[-1:] or money[:1]


def _years_across(table: Table) -> Iterator[tuple[BodyRow, Figure, _Found]]:
    is_across = bool(_ACROSS.search(table_words(table)))
    for row in body_rows(table):
        heads = [row.header_of(figure.column) for figure in row.read.money]
        if len(heads) < 2 or not (is_across or _ACROSS.search(" ".join(heads))):
            continue
        totals = [
            f
            for f, head in zip(row.read.money, heads, strict=True)
            if re.search(r"\btotal\b", head, re.IGNORECASE)
        ]
        found = _across_kind(row.label)
        if totals and found is not None:
            yield row, totals[0], found


def _across_kind(label: str) -> _Found | None:
    if _TOTAL_LABEL.search(label) or re.search(r"\bnet of sublease\b", label, re.IGNORECASE):
        return None
    if _SUBLEASED.search(label):
        return _SUBLET
    if LEASE.search(label):
        if re.search(r"\bsublease|\breceipts?\b|\bincome\b", label, re.IGNORECASE):
            return None
        return _LEASE_TO_COME if NOT_COMMENCED.search(label) else _LEASE_OWED
    if re.search(r"\bfinancing obligations?\b", label, re.IGNORECASE):
        return _FINANCING
    if _BOUGHT_LABEL.search(label) and not _NOT_PURCHASE.search(label):
        return _BOUGHT
    return None


def _is_stale(document: Document, table: Table) -> bool:
    """Whether the caption dates the table well before the document's period."""
    if document.period_end is None:
        return False
    dates = [date for date in find_dates(table.caption[-250:]) if len(date.text) == 10]
    newest = max((date.last_day() for date in dates), default=None)
    return newest is not None and (document.period_end.last_day() - newest).days > 45


def _table_claim(document: Document, row: BodyRow, amount: Amount, found: _Found) -> Claim:
    roles = (Role.TARGET, Role.SOURCE) if found.is_received else (Role.SOURCE, Role.TARGET)
    return make_claim(
        document,
        COMMITMENT_TABLES.label,
        (row.read.row.start, row.read.row.end),
        found.instrument,
        (filer(document, roles[0]), unnamed(roles[1], found.other_side, row.label)),
        amount,
        found.measure,
        found.status,
        confidence=found.confidence,
        terms=Terms(facility=row.label, is_aggregate=True),
        note=found.note,
    )


COMMITMENT_TABLES = Pattern("commitment_table", 1, find_commitment_totals)
