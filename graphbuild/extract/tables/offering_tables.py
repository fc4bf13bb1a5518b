"""The price table of an offering: "Public offering price | $ 12.50 | $ 25,000,000".

Lives here: that table of a prospectus, and the table of a note that splits an offering's gross
proceeds by closing. Not here: proceeds told in sentences (`share_sales`, `offerings`), offerings of
notes, which their own sentences tell.

Flow: Document -> tables of offerings -> the row of the price, or the rows of closings -> Claim*.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from graphbuild.extract.base import Context, Pattern, filer, make_claim, unnamed
from graphbuild.extract.tables.columns import BodyRow, body_rows, currency_of
from graphbuild.extract.tables.figures import Figure
from graphbuild.records.claim import Claim, Role, Status
from graphbuild.records.document import Document, Table
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, exact

_PRICE = re.compile(
    r"^(?:(?:initial|assumed|combined|total|the) )*(?:(?:public|registered|direct|private|offering|"
    r"placement|subscription|purchase|share|unit) )*price(?: to (?:the )?(?:public|investors))?$",
    re.IGNORECASE,
)
_OF_OFFERING = re.compile(r"offering|placement|public|subscription|investors", re.IGNORECASE)
_PER_SHARE = re.compile(r"\bper\b[^%]{0,60}?\b(?:share|ads|unit|stock|warrant)", re.IGNORECASE)
_PER_NOTE = re.compile(r"\bnotes?\b|\bbonds?\b|debenture", re.IGNORECASE)
_TOTAL = re.compile(r"\btotal\b", re.IGNORECASE)
_PROCEEDS = re.compile(r"\bproceeds\b", re.IGNORECASE)
_TO_HOLDERS = re.compile(r"selling (?:share|stock|security|unit)?holder", re.IGNORECASE)
_ASSUMED = re.compile(r"\bassum|minimum|maximum|hypothetical", re.IGNORECASE)

_GROSS = re.compile(r"^gross (?:offering )?proceeds\b", re.IGNORECASE)
_CLOSING = re.compile(
    r"^(?:(?:initial|first|second|third|final|subsequent|additional|base|firm|option|"
    r"over-?allotment|greenshoe|shares?|units?|exercise|of|the|underwriters?['’]s?) )*"
    r"(?:closing|option|over-?allotment)(?: (?:closing|shares|exercise))?$",
    re.IGNORECASE,
)
_BY_UNDERWRITERS = re.compile(r"option|over-?allotment|greenshoe", re.IGNORECASE)
_CAPITAL = re.compile(r"offering|placement|registered direct", re.IGNORECASE)
_SMALLEST = 100_000
"""Smaller totals are prices of one share, or leave out their scale."""


def find_offerings(document: Document, _context: Context) -> Iterator[Claim]:
    """The gross size of an offering of shares, as its table prints it.

    Takes the row "Public offering price" under "Per share | Total"; refuses tables of notes, of
    holders who sell what they own, and prices that are only assumed.
    """
    if document.filer is None:
        return
    seen: set[Decimal] = set()
    for table in document.tables:
        for row, figure, scale in (*_priced(table), *_closings(table)):
            size = figure.value * scale
            if size >= _SMALLEST and size not in seen:
                seen.add(size)
                yield _claim(document, table, row, figure, size, is_priced=scale == 1)


def _priced(table: Table) -> Iterator[tuple[BodyRow, Figure, int]]:
    """The row of the price with its total, where the proceeds go to the filer."""
    rows = body_rows(table)
    words = " ".join(cell.text for row in table.rows for cell in row.cells)
    if not _PROCEEDS.search(words) or _TO_HOLDERS.search(words) or _ASSUMED.search(words):
        return
    for row in rows:
        if not (_PRICE.match(row.label) and _OF_OFFERING.search(row.label)):
            continue
        heads = {figure.column: row.header_of(figure.column) for figure in row.read.money}
        told = " ".join(heads.values())
        totals = [figure for figure in row.read.money if _TOTAL.search(heads[figure.column])]
        if len(totals) == 1 and _PER_SHARE.search(told) and not _PER_NOTE.search(told):
            yield row, totals[0], 1
        return


def _closings(table: Table) -> Iterator[tuple[BodyRow, Figure, int]]:
    """The closings that a note's table adds up to gross proceeds; their sum is no claim."""
    if not _CAPITAL.search(table.caption[-300:]) or not _PROCEEDS.search(table.caption[-300:]):
        return
    for row in body_rows(table):
        is_whole = bool(_GROSS.match(row.label))
        is_part = bool(_GROSS.match(row.section) and _CLOSING.match(row.label))
        if (is_whole or is_part) and len(row.read.money) == 1:
            yield row, row.read.money[0], table.scale


def _claim(
    document: Document,
    table: Table,
    row: BodyRow,
    figure: Figure,
    size: Decimal,
    *,
    is_priced: bool,
) -> Claim:
    who = "underwriters" if _BY_UNDERWRITERS.search(row.label) else "public-investors"
    return make_claim(
        document,
        OFFERING_TABLES.label,
        (row.read.row.start, row.read.row.end),
        InstrumentId.EQUITY,
        (unnamed(Role.SOURCE, who), filer(document, Role.TARGET)),
        exact(size, currency_of(row, figure, table)),
        Measure.HEADLINE if is_priced else Measure.PAID,
        Status.SIGNED if is_priced else Status.FUNDED,
    )


OFFERING_TABLES = Pattern("offering_table", 1, find_offerings)
