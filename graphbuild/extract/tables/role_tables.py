"""Tables with a column of companies whose head says what they are: "Landlord | Site | Payments".

Lives here: suppliers, landlords, tenants, customers, guaranteed debtors, buyers of securities and
companies bought, one a row, with what the filer owes or is owed. Not here: the heads
(`role_columns`), lenders and issuers (`debts.debt_tables`, `debts.lender_schedules`), shares of
revenue (`concentration`), stakes in percent (`investee_tables`).

Flow: Document -> tables with such a head -> rows -> Claim*, each toward or from the filer.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern, filer, make_claim, party, unnamed
from graphbuild.extract.grammar.goods import goods_instrument
from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.tables.columns import (
    BodyRow,
    body_rows,
    currency_of,
    find_date,
    is_span,
    last_date,
    latest,
    table_words,
)
from graphbuild.extract.tables.commitment_tables import NOT_COMMENCED
from graphbuild.extract.tables.figures import Figure
from graphbuild.extract.tables.named_cells import name_in_column, withheld_name
from graphbuild.extract.tables.role_columns import (
    BENEFICIARY,
    COLUMNS,
    GUARANTEED,
    MAXIMUM,
    RoleColumn,
)
from graphbuild.records.claim import Claim, PartyMention, Role, Status
from graphbuild.records.document import Document, Table
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Amount, Measure, exact, undisclosed, up_to
from graphbuild.records.period import PartialDate

_ENDS = re.compile(r"\b(?:expir|maturit|lease end|end date|through\b)", re.IGNORECASE)
_DONE = re.compile(r"\b(?:closing|acquisition|effective|signing)? ?date\b|^closed$", re.IGNORECASE)
_LEASES = re.compile(r"\b(?:sub)?leas(?:e[sd]?|ing)\b|\bcolocation\b", re.IGNORECASE)


def find_roles(document: Document, context: Context) -> Iterator[Claim]:
    """One claim a row.

    Takes "Quarry Park Partners LP | 15 years | $1,240" under "Landlord | Term | Undiscounted
    payments"; refuses kinds ("Various suppliers"), totals, and heads that do not say what a figure
    is.
    """
    if document.filer is None:
        return
    for table in document.tables:
        for row in body_rows(table):
            if debtor := _name(document, row.words_under(GUARANTEED), context):
                yield from _guarantee(document, table, row, debtor, context)
            else:
                yield from _of_row(document, table, row, context)


def _of_row(document: Document, table: Table, row: BodyRow, context: Context) -> Iterator[Claim]:
    for column in COLUMNS:
        words = row.words_under(column.head)
        if not words or (column.about and not column.about.search(_around(table))):
            continue
        other = _party(document, words, column, context)
        figure = _sum(row, column.sums)
        if other is not None and (figure is not None or not column.needs_sum):
            yield _claim(document, table, row, column, other, figure)
        return


def _party(
    document: Document, words: str, column: RoleColumn, context: Context
) -> PartyMention | None:
    role = Role.SOURCE if column.is_payer else Role.TARGET
    if label := withheld_name(words):
        return unnamed(role, label)
    name = _name(document, words, context)
    return party(role, name) if name else None


def _name(document: Document, words: str, context: Context) -> str:
    """The organisation a cell names, where that is not the filer."""
    own = plain_name(document.filer.name) if document.filer else ""
    name = name_in_column(words, context) if words else ""
    return name if name and plain_name(name) != own else ""


def _around(table: Table) -> str:
    return f"{table.heading[-80:]} {table.caption[-250:]} {table_words(table)[-300:]}"


def _sum(row: BodyRow, heads: tuple[re.Pattern[str], ...]) -> Figure | None:
    """The figure under the best of these heads, at the latest date."""
    for head in heads:
        under = tuple(
            figure
            for figure in row.read.money
            if figure.value > 0
            and head.search(over := row.header_of(figure.column))
            and not is_span(over)
        )
        if under:
            return latest(row, under)[0]
    return None


def _claim(
    document: Document,
    table: Table,
    row: BodyRow,
    column: RoleColumn,
    other: PartyMention,
    figure: Figure | None,
) -> Claim:
    own = filer(document, Role.TARGET if column.is_payer else Role.SOURCE)
    instrument = column.instrument or _sold(table, row)
    is_to_come = instrument is InstrumentId.LEASE and NOT_COMMENCED.search(_around(table))
    done = row.words_under(_DONE)
    return make_claim(
        document,
        ROLE_TABLES.label,
        (row.read.row.start, row.read.row.end),
        instrument,
        (other, own) if column.is_payer else (own, other),
        _amount(table, row, figure),
        column.measure if figure is not None else Measure.HEADLINE,
        Status.SIGNED if is_to_come else column.status,
        agreed_on=find_date(done) if done else None,
        ends_on=_end(row),
    )


def _sold(table: Table, row: BodyRow) -> InstrumentId:
    """What is sold, by the words of the row, else by those of caption and heads."""
    around = f"{table.caption[-250:]} {table_words(table)[-300:]}"
    if _LEASES.search(around):
        return InstrumentId.LEASE
    cells = " ".join(cell.text for cell in row.read.words[1:])
    told = goods_instrument(cells)
    return goods_instrument(around) if told is InstrumentId.PURCHASE_COMMITMENT else told


def _amount(table: Table, row: BodyRow, figure: Figure | None) -> Amount:
    if figure is None:
        return undisclosed()
    return exact(figure.value * table.scale, currency_of(row, figure, table))


def _end(row: BodyRow) -> PartialDate | None:
    """When the row's contract ends: the date, or the bare year, under such a head."""
    for cell in row.read.row.cells:
        if cell.column and _ENDS.search(row.header_of(cell.column)):
            return last_date(cell.text)
    return None


def _guarantee(
    document: Document, table: Table, row: BodyRow, debtor: str, context: Context
) -> Iterator[Claim]:
    """The filer's guarantee: toward who would be paid, on behalf of the debtor."""
    figure = _sum(row, MAXIMUM)
    if figure is None:
        return
    creditor = _name(document, row.words_under(BENEFICIARY), context)
    parties = [filer(document, Role.SOURCE), party(Role.TARGET, creditor or debtor)]
    if creditor:
        parties.append(party(Role.OBLIGOR, debtor))
    sum_ = figure.value * table.scale
    yield make_claim(
        document,
        ROLE_TABLES.label,
        (row.read.row.start, row.read.row.end),
        InstrumentId.GUARANTEE,
        tuple(parties),
        up_to(sum_, currency_of(row, figure, table)),
        Measure.CEILING,
        Status.FUNDED,
        ends_on=_end(row),
    )


ROLE_TABLES = Pattern("role_tables", 1, find_roles)
