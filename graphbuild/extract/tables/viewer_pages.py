"""Pages of EDGAR's XBRL viewer (R4.htm): debt and customers by member, one page a note's table.

Lives here: "(Details)" tables, where a line names the members and the lines below it give their
figures. Not here: the marks of an inline filing (`xbrl_facts`), the filing's own tables
(`debt_tables`, `concentration`).

Flow: Document -> tables headed "... (Details) - USD ($) $ in Millions" -> Claim*. The quote runs
from the members' line to the figure's, so that it says whose figure it is.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern, filer, make_claim, party, unnamed
from graphbuild.extract.debts.debt_words import (
    debt_instrument,
    holder_label,
    is_not_debt,
    named_lender,
)
from graphbuild.extract.grammar.instrument_sets import LENT
from graphbuild.extract.tables.columns import BodyRow, body_rows, find_date, latest
from graphbuild.extract.tables.concentration import no_money
from graphbuild.extract.tables.figures import Figure, plain_label
from graphbuild.records.claim import Claim, Role, Status, Terms
from graphbuild.records.document import Document, Table
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, Qualifier, exact, up_to

_TITLE = re.compile(r"\((?:[\w -]+ )?details\b[^)]*\)(?: \(\w+\))?(?: - |$)", re.IGNORECASE)
_MEASURES = (
    (
        re.compile(
            r"^(?:maximum borrowing capacity|line of credit facility, maximum|.*\bmaximum "
            r"(?:borrowing|principal))",
            re.IGNORECASE,
        ),
        Measure.CEILING,
    ),
    (
        re.compile(
            r"^(?:long-term debt, gross|(?:outstanding|aggregate|remaining)? ?principal\b"
            r"|principal amount outstanding|(?:total )?(?:long-term debt|notes payable|borrowings)"
            r"|amounts? outstanding|outstanding (?:amount|balance|borrowings)"
            r"|long-term line of credit)\b",
            re.IGNORECASE,
        ),
        Measure.OUTSTANDING,
    ),
    (re.compile(r"^(?:debt instrument, )?face amount\b", re.IGNORECASE), Measure.HEADLINE),
)
_ADJUSTED = re.compile(
    r"\b(?:net of|current|noncurrent|fair value|interest|fees?|discount|premium|issuance costs)\b",
    re.IGNORECASE,
)
_CUSTOMER = re.compile(r"^(?P<who>customer [a-z0-9]{1,5}|[a-z]+ customer|[A-Z][\w .&,'-]+)$")
_CONCENTRATED = re.compile(r"\bcustomer concentration risk\b", re.IGNORECASE)
_OF_REVENUE = re.compile(r"\brevenues?\b|\bsales\b", re.IGNORECASE)
_SHARE = re.compile(
    r"^(?:concentration risk,? percentage|percentage of (?:net )?revenue)", re.IGNORECASE
)


def find_viewer_claims(document: Document, context: Context) -> Iterator[Claim]:
    """Claims of the newest column of a details page.

    Takes "8.25% Senior Notes due 2030 | Senior Notes" above "Long-term debt, gross | $ 1,000", and
    "Customer A | Revenue | Customer Concentration Risk" above "Concentration risk, percentage |
    23%"; refuses totals, interest, discounts, and shares of receivables.
    """
    if document.filer is None:
        return
    for table in document.tables:
        if not _is_details(table):
            continue
        told: set[tuple[str, Measure]] = set()
        for row in body_rows(table):
            figure = next(iter(latest(row, row.read.figures)), None)
            if figure is None or figure.value <= 0 or "[" in row.section or not row.section:
                continue
            claim = _debt(document, table, row, figure, context) or _customer(
                document, table, row, figure
            )
            if claim is not None and (row.section, claim.measure) not in told:
                told.add((row.section, claim.measure))
                yield claim


def _is_details(table: Table) -> bool:
    first = next((row.cells[0].text for row in table.rows if row.cells), "")
    return bool(_TITLE.search(first))


def _debt(
    document: Document, table: Table, row: BodyRow, figure: Figure, context: Context
) -> Claim | None:
    name = row.section.split("|")[0].strip()
    instrument = debt_instrument(name, row.section)
    measure = next((kind for words, kind in _MEASURES if words.search(row.label)), None)
    if measure is None or instrument is None or figure.is_percent or _ADJUSTED.search(row.label):
        return None
    if is_not_debt(row.section):
        return None
    lender = named_lender(name, context.kinds) if instrument in LENT else None
    value = figure.value * table.scale
    return make_claim(
        document,
        VIEWER_PAGES.label,
        _span(table, row),
        instrument,
        (
            party(Role.SOURCE, lender)
            if lender
            else unnamed(Role.SOURCE, holder_label(instrument, row.section), name),
            filer(document, Role.TARGET),
        ),
        up_to(value) if measure is Measure.CEILING else exact(value),
        measure,
        Status.FUNDED,
        agreed_on=row.date_of(figure),
        ends_on=find_date(name.partition(" due ")[2]),
        terms=Terms(facility=name),
    )


def _customer(document: Document, table: Table, row: BodyRow, figure: Figure) -> Claim | None:
    members = [part.strip() for part in row.section.split("|")]
    others = " ".join(members[1:])
    named = _CUSTOMER.match(members[0])
    is_share = bool(_SHARE.search(row.label)) and figure.is_percent and figure.value <= 100
    if not (named and is_share and _CONCENTRATED.search(others) and _OF_REVENUE.search(others)):
        return None
    name = members[0]
    is_withheld = "customer" in name.lower()
    return make_claim(
        document,
        VIEWER_PAGES.label,
        _span(table, row),
        InstrumentId.REVENUE,
        (
            unnamed(Role.SOURCE, name, name) if is_withheld else party(Role.SOURCE, name),
            filer(document, Role.TARGET),
        ),
        no_money(Qualifier.UNDISCLOSED),
        Measure.SHARE,
        Status.FUNDED,
        share=figure.value / 100,
        agreed_on=row.date_of(figure),
    )


def _span(table: Table, row: BodyRow) -> tuple[int, int]:
    """From the line that names the members to the figure's own."""
    start = row.read.row.start
    for above in table.rows:
        if above.start >= row.read.row.start:
            break
        if len(above.cells) == 1 and plain_label(above.cells[0].text) == row.section:
            start = above.start
    return start, row.read.row.end


VIEWER_PAGES = Pattern("viewer_page", 1, find_viewer_claims)
