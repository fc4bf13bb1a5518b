"""Business with related parties, and with customers by name, from the tables of their notes.

Lives here: rows that name the party ("Quill Robotics Ltd. | 1,250" under "Revenue from related
parties", or "from our largest customers"), and rows by kind of service where the heading names it
("Transactions with Tidepool").
Not here: loans and leases among related parties, balances due, customers' shares of revenue
(`concentration`).

Flow: Document -> tables of the note -> rows of the own period -> Claim*.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern, filer, make_claim, party
from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.tables.columns import BodyRow, body_rows, currency_of, latest, table_words
from graphbuild.extract.tables.figures import Figure
from graphbuild.extract.tables.named_cells import name_in_column, whole_name
from graphbuild.records.claim import Claim, Role, Status, Terms
from graphbuild.records.document import Document, Table
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, exact

_RELATED = re.compile(
    r"\brelated[- ]part(?:y|ies)\b|\baffiliat(?:es|ed compan(?:y|ies))\b", re.IGNORECASE
)
_WITH = re.compile(r"\b(?:[Tt]ransactions?|[Aa]rrangements?|[Aa]greements?) with (?P<who>[^/|]+)$")
_REVENUE = re.compile(
    r"\b(?:revenues?|sales)\b(?!.{0,20}\b(?:and marketing|commission|cost))", re.IGNORECASE
)
_PURCHASES = re.compile(r"\bpurchases?\b|\bcosts? (?:from|paid)\b", re.IGNORECASE)
_NOT_FLOW = re.compile(
    r"\bdue (?:from|to)\b|\breceivables?\b|\bpayables?\b|\bbalances?\b|\bdeferred\b|\bloans?\b|"
    r"\bguarant|\bleases?\b|\bsubsidiar|\bexpenses?\b",
    re.IGNORECASE,
)
_NATURE = re.compile(r"^(?:nature|type|description|kind)\b", re.IGNORECASE)
"""The head of a column that says what was done with the party of the row."""
_PARTY_HEAD = re.compile(r"^(?:related part(?:y|ies)|affiliates?)(?: name)?$", re.IGNORECASE)
_BY_CUSTOMER = re.compile(
    r"\b(?:revenues?|sales) (?:from|by|to|earned from) (?:(?:our|its|the|each|significant|major|"
    r"largest|individual|named|following) )*customers?\b",
    re.IGNORECASE,
)
_BY_PLACE = re.compile(
    r"\bgeograph|\bregions?\b|\bcountr(?:y|ies)\b|\blocations?\b|\bheadquarter", re.IGNORECASE
)
_SUM = re.compile(r"^(?:sub-?)?total\b|^(?:all )?others?\b", re.IGNORECASE)


def find_related(document: Document, context: Context) -> Iterator[Claim]:
    """One claim a row with a party: what it paid the filer, or was paid by it.

    Takes "Quill Robotics Ltd. | 1,250" under "Sales to related parties"; refuses totals, balances
    due and rows without a name.
    """
    if document.filer is None:
        return
    for table in document.tables:
        words = f"{table.caption[-250:]} / {table.heading[-200:]}"
        if not _RELATED.search(words) and not _is_by_customer(table):
            continue
        partner = _partner(table, context)
        for row in body_rows(table):
            yield from _row(document, table, row, partner, context)


def _is_by_customer(table: Table) -> bool:
    words = f"{table.caption[-250:]} {table.heading[-80:]}"
    return bool(_BY_CUSTOMER.search(table.caption[-250:])) and not _BY_PLACE.search(words)


def _row(
    document: Document, table: Table, row: BodyRow, partner: str, context: Context
) -> Iterator[Claim]:
    own_words = row.label if partner else row.words_under(_NATURE)
    told = f"{table.caption[-250:]} {row.section} {own_words}"
    figure = next(iter(latest(row, row.read.money)), None)
    listed = name_in_column(row.words_under(_PARTY_HEAD), context)
    name = whole_name(row.label, context) or listed or partner
    if figure is None or figure.value <= 0 or figure.is_dash or not name:
        return
    if _SUM.match(row.label) or _NOT_FLOW.search(told) or _is_own(document, name):
        return
    is_revenue, is_purchase = bool(_REVENUE.search(told)), bool(_PURCHASES.search(told))
    if is_revenue is not is_purchase:
        yield _claim(document, table, row, figure, name, is_revenue)


def _partner(table: Table, context: Context) -> str:
    """Whom the heading names as the other side of all rows, or empty text."""
    found = _WITH.search(table.heading.strip())
    return whole_name(found["who"], context) if found else ""


def _is_own(document: Document, name: str) -> bool:
    own = document.filer.name if document.filer else ""
    return plain_name(name) == plain_name(own)


def _claim(
    document: Document, table: Table, row: BodyRow, figure: Figure, name: str, is_revenue: bool
) -> Claim:
    own = filer(document, Role.TARGET if is_revenue else Role.SOURCE)
    other = party(Role.SOURCE if is_revenue else Role.TARGET, name)
    return make_claim(
        document,
        RELATED_PARTY_TABLES.label,
        (row.read.row.start, row.read.row.end),
        InstrumentId.REVENUE if is_revenue else InstrumentId.SUPPLY_CONTRACT,
        (other, own) if is_revenue else (own, other),
        exact(figure.value * table.scale, currency_of(row, figure, table)),
        Measure.RECOGNISED,
        Status.FUNDED,
        terms=Terms(facility="" if row.label == name else row.label),
        note=f"related party; {_period(table, row, figure)}".rstrip("; "),
    )


def _period(table: Table, row: BodyRow, figure: Figure) -> str:
    return row.header_of(figure.column) or table_words(table)[:60]


RELATED_PARTY_TABLES = Pattern("related_party_tables", 1, find_related)
