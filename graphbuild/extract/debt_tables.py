"""One claim a row of a debt note: "3.20 % Notes Due 2026 | 1.1 | 3.31 % | $ 1,000 | $ 1,000".

Lives here: which tables list debt, which rows are instruments, what they owe at the latest date.
Not here: which words mean which instrument (`debt_words`), maturity schedules and lease tables
(`commitment_tables`), facilities told in sentences.

Flow: Document -> tables that list debt -> rows -> Claim*, all toward the filer.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from graphbuild.extract.base import Context, Pattern, filer, make_claim, party, unnamed
from graphbuild.extract.columns import (
    BodyRow,
    body_rows,
    find_date,
    is_span,
    last_date,
    latest,
    table_words,
)
from graphbuild.extract.debt_words import debt_instrument, holder_label, is_not_debt, named_lender
from graphbuild.extract.figures import Figure
from graphbuild.records.claim import Claim, Confidence, PartyMention, Role, Status, Terms
from graphbuild.records.document import Document, Sentence, Table
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, exact, undisclosed
from graphbuild.records.period import PartialDate

_DEBT_TOTAL = re.compile(
    r"\b(?:total|net|long-term|less)\b.{0,60}\b(?:debt|borrowings?|loans?|notes?)\b"
    r"|\bunamortized\b.{0,40}\b(?:discount|premium|issuance|costs?)\b"
    r"|\b(?:debt|notes?|loans?|borrowings?)\b.{0,40}\b(?:net|total)\b",
    re.IGNORECASE,
)
_SKIP_ROW = re.compile(
    r"^(?:sub-?)?total\b|\btotal$|^less\b|^net\b|^plus\b|\bunamortized\b|\bdiscounts?\b"
        r"|\bpremiums?\b"
    r"|\bissuance costs?\b|\bcurrent (?:portion|maturit)|\bshort-term portion\b"
        r"|\blong-term portion\b"
    r"|\bnoncurrent\b|\bnon-current\b|\bhedg|\bfair value adjust|\bswaps?\b|\baccrued interest\b"
    r"|\blong-term debt(?:,| net|$)|\bnet carrying\b|\b(?:loans?|notes?) payable, net\b"
        r"|\bdue within\b"
    r"|\b(?:finance|capital|operating) leases?\b|^carrying (?:value|amount)\b"
        r"|\bweighted[- ]average\b",
    re.IGNORECASE,
)  # fmt: skip
_OTHER_TABLE = re.compile(
    r"\binterest (?:expense|cost)|\bcash flows?\b|\bmaturit(?:y|ies) of (?:our "
        r"|the )?(?:long-term )?debt"
    r"|\bfuture (?:minimum )?(?:principal )?(?:payments|maturities)|\b(?:principal"
        r"|debt) (?:payments|maturities)\b"
    r"|\bhierarchy\b|\blevel [123]\b|\bproceeds from\b|\bincorporated by reference\b|\bexhibit\b"
    r"|\btotal assets\b|\btotal liabilities\b|\bnet income\b|\bnet loss\b|\bdiluted\b"
        r"|\bunrealized\b"
    r"|\bamortized cost\b|\bpayments due by period\b|\bnotional\b|\breceivables?\b"
        r"|\bheld[- ]for[- ]investment\b"
    r"|\bthereafter\b|\bsummary of sources\b|\bcapitali[sz]ation\b|\btotal shareholders"
        r"|\btotal stockholders",
    re.IGNORECASE,
)  # fmt: skip
_WORSE_COLUMN = re.compile(
    r"fair value|discount|issuance cost|unused|available|undrawn|commit|capacity"
    r"|remaining|interest|rate"
    r"|premium|original|issued|face amount at|current|term \(|years",
    re.IGNORECASE,
)
_UNUSED = re.compile(
    r"\b(?:unused|undrawn|unutilized)\b.{0,30}\b(?:committed|commitments?|capacity|amounts?)\b",
    re.IGNORECASE,
)
_REPAID = re.compile(
    r"\b(?:repaid|re-paid|redeemed|retired|matured|paid off|fully paid"
    r"|extinguished)\b",
    re.IGNORECASE,
)
_SAME_DATE_DAYS = 45
_NAME_LENGTH = 8
_WORSE = 3
_BEST_COLUMN = re.compile(r"principal|outstanding|face|\bamount\b|balance", re.IGNORECASE)
_GOOD_COLUMN = re.compile(r"carrying|net|total", re.IGNORECASE)
_DUE = re.compile(r"\b(?:due|maturing|matures?|maturity)\b\s*(?:in|on)?\s*(.{4,40})", re.IGNORECASE)
_HELD_BY_MANY = frozenset({InstrumentId.BOND, InstrumentId.CONVERTIBLE, InstrumentId.ABS})
_RATE = re.compile(r"\d+(?:\.\d+)?(?:\s?%)?\s?[-–]\s?\d+(?:\.\d+)?\s?%|\d+(?:\.\d+)?\s?%")


@dataclass(frozen=True, slots=True, kw_only=True)
class _DebtRow:
    """A row that owes money, before it becomes a claim."""

    row: BodyRow
    figure: Figure
    as_of: PartialDate | None
    scale: int
    is_unused: bool = False
    before: Figure | None = None

    @property
    def amount(self) -> Decimal:
        return self.figure.value * self.scale


def find_debt_rows(document: Document, context: Context) -> Iterator[Claim]:
    """Claims of all debt tables.

    Takes "3.20 % Notes Due 2026 (1) | 1.6 | 3.31 % | $ 1,000" and "2016 Notes issuance | 2026 |
    2.00 % | 2,000"; refuses "Unamortized debt discount | (37)" and a row at zero.
    """
    if document.filer is None:
        return
    seen: set[tuple[str, Decimal, str]] = set()
    for debt in _newest(document):
        end = _maturity(debt.row, debt.as_of)
        key = (_plain(debt.row.label), debt.amount, str(end))
        if key in seen:
            continue
        seen.add(key)
        if debt.figure.value > 0:
            yield _claim(document, debt, end, context)
        elif sentence := _repayment(document, debt.row.label):
            yield _repaid(document, debt, end, sentence, context)


def is_debt_table(table: Table) -> bool:
    """Whether a table lists what the filer owes, one instrument a row, at a balance date."""
    text = " ".join(" ".join(cell.text for cell in row.cells) for row in table.rows)
    if (
        _OTHER_TABLE.search(text)
        or _OTHER_TABLE.search(table.caption[-160:])
        or is_span(table_words(table))
    ):
        return False
    labels = [row.cells[0].text for row in table.rows if row.cells]
    if not any(_DEBT_TOTAL.search(label) for label in labels):
        return False
    return any(
        debt_instrument(row.label, row.section) is not None and not _SKIP_ROW.search(row.label)
        for row in body_rows(table)
    )


def _newest(document: Document) -> Iterator[_DebtRow]:
    """Rows of the debt tables whose balance date is the latest one any debt table has."""
    found = [
        rows
        for table in document.tables
        if is_debt_table(table) and (rows := list(_debt_rows(table)))
    ]
    dates = [rows[0].as_of for rows in found if rows[0].as_of is not None]
    newest = max((date.last_day() for date in dates), default=None)
    for rows in found:
        as_of = rows[0].as_of
        if as_of is None or newest is None or (newest - as_of.last_day()).days < _SAME_DATE_DAYS:
            yield from rows


def _debt_rows(table: Table) -> Iterator[_DebtRow]:
    caption_date = find_date(table.caption[-200:])
    for row in body_rows(table):
        if (
            not row.label
            or _SKIP_ROW.search(row.label)
            or is_not_debt(f"{row.section} {row.label}")
        ):
            continue
        figure, unused = _owed(row)
        if figure is None or figure.value < 0:
            continue
        yield _DebtRow(
            row=row,
            figure=unused if unused is not None and not figure.value else figure,
            as_of=row.date_of(figure) or caption_date,
            scale=table.scale,
            is_unused=unused is not None and not figure.value,
            before=_before(row, figure),
        )


def _owed(row: BodyRow) -> tuple[Figure | None, Figure | None]:
    """What is owed at the latest date, and the committed, unused sum that may stand beside it."""
    figures = tuple(
        figure
        for figure in row.read.money
        if not _is_maturity_column(row, figure) and not _is_year_value(row, figure)
    )
    newest = latest(row, figures)
    ranked = sorted(newest, key=lambda figure: (_column_rank(row, figure), figure.column))
    owed = ranked[0] if ranked and _column_rank(row, ranked[0]) < _WORSE else None
    unused = next(
        (f for f in newest if f.value > 0 and _UNUSED.search(row.header_of(f.column))), None
    )
    return owed, unused


def _before(row: BodyRow, figure: Figure) -> Figure | None:
    """The figure of an earlier date beside a zero: what was repaid."""
    own = row.date_of(figure)
    others = [
        f
        for f in row.read.money
        if f.value > 0 and (d := row.date_of(f)) and own and d.last_day() < own.last_day()
    ]
    return others[0] if others and not figure.value else None


def _repayment(document: Document, label: str) -> Sentence | None:
    """The sentence that tells the repayment of a row at zero; without one there is no claim."""
    name = re.sub(r"\s*\(.*?\)", "", label).strip()
    if len(name) < _NAME_LENGTH or not re.search(r"\d", name):
        return None
    for paragraph in document.paragraphs:
        if name.lower() not in document.text[paragraph.start : paragraph.end].lower():
            continue
        for sentence in paragraph.sentences:
            text = document.text[sentence.start : sentence.end]
            if name.lower() in text.lower() and _REPAID.search(text):
                return sentence
    return None


def _column_rank(row: BodyRow, figure: Figure) -> int:
    words = row.header_of(figure.column)
    if _WORSE_COLUMN.search(words):
        return _WORSE
    if _BEST_COLUMN.search(words):
        return 0
    return 1 if _GOOD_COLUMN.search(words) or row.date_of(figure) else 2


def _is_maturity_column(row: BodyRow, figure: Figure) -> bool:
    return bool(
        re.search(
            r"\bmaturit|\bdue\b|\bexpir|\bissuance\b"
            r"|\bissued\b",
            row.header_of(figure.column),
            re.IGNORECASE,
        )
    )


def _is_year_value(row: BodyRow, figure: Figure) -> bool:
    """A bare four-digit number without a sign beside real money is a year of issue or maturity."""
    return (
        bool(re.fullmatch(r"(?:19|20)\d{2}", figure.text))
        and len(row.read.money) > 1
        and figure is row.read.money[0]
    )


def _maturity(row: BodyRow, as_of: PartialDate | None) -> PartialDate | None:
    """End of the row: "due 2026" in its label, the maturity column, else "2030 Senior Notes"."""
    due = _DUE.search(row.label)
    if due and (date := find_date(due[1])):
        return date
    for cell in row.read.row.cells[1:]:
        if re.search(r"\bmaturit|\bdue\b|\bexpir", row.header_of(cell.column), re.IGNORECASE) and (
            date := last_date(cell.text)
        ):
            return date
    named_for = re.match(r"(?:19|20)\d{2}\b(?=.{0,40}\bNotes?\b)", row.label)
    # "2030 Notes" fall due in 2030; a year that is past names the issue.
    return (
        PartialDate(named_for[0])
        if named_for and as_of and int(named_for[0]) > as_of.year
        else None
    )


def _rate(row: BodyRow) -> str:
    """The stated rate as printed: in the label, else the first percent of the row."""
    in_label = _RATE.search(row.label)
    if in_label:
        return in_label[0].replace(" %", "%")
    for cell in row.read.row.cells[1:]:
        if found := _RATE.search(cell.text):
            return found[0].replace(" %", "%")
    percents = row.read.percents
    return f"{percents[0].value}%" if percents else ""


def _claim(document: Document, debt: _DebtRow, end: PartialDate | None, context: Context) -> Claim:
    row = debt.row
    instrument = debt_instrument(row.label, row.section)
    return make_claim(
        document,
        DEBT_TABLES.label,
        (row.read.row.start, row.read.row.end),
        instrument or InstrumentId.LOAN,
        (_source(document, row, instrument, context), filer(document, Role.TARGET)),
        exact(debt.amount, debt.figure.currency or "USD"),
        Measure.CEILING if debt.is_unused else Measure.OUTSTANDING,
        Status.FUNDED,
        agreed_on=debt.as_of,
        ends_on=end,
        confidence=Confidence.CERTAIN if instrument else Confidence.LIKELY,
        terms=Terms(facility=row.label, rate=_rate(row)),
        note="committed and unused" if debt.is_unused else "",
    )


def _repaid(
    document: Document,
    debt: _DebtRow,
    end: PartialDate | None,
    sentence: Sentence,
    context: Context,
) -> Claim:
    """A row at zero whose repayment a sentence tells; the sum is that of the earlier date."""
    row, before = debt.row, debt.before
    instrument = debt_instrument(row.label, row.section)
    return make_claim(
        document,
        DEBT_TABLES.label,
        (row.read.row.start, row.read.row.end) if before else (sentence.start, sentence.end),
        instrument or InstrumentId.LOAN,
        (_source(document, row, instrument, context), filer(document, Role.TARGET)),
        exact(before.value * debt.scale, before.currency or "USD") if before else undisclosed(),
        Measure.PAID if before else Measure.HEADLINE,
        Status.TERMINATED,
        agreed_on=debt.as_of,
        ends_on=end,
        terms=Terms(facility=row.label, rate=_rate(row)),
        note=document.text[sentence.start : sentence.end][:200],
    )


def _source(
    document: Document, row: BodyRow, instrument: InstrumentId | None, context: Context
) -> PartyMention:
    own = document.filer.name.lower() if document.filer else ""
    lender = named_lender(row.label, context.names) if instrument not in _HELD_BY_MANY else None
    if lender and not own.startswith(lender.lower()):
        return party(Role.SOURCE, lender)
    return unnamed(Role.SOURCE, holder_label(instrument, f"{row.section} {row.label}"), row.label)


def _plain(label: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", label.lower()).strip()


DEBT_TABLES = Pattern("debt_table", 1, find_debt_rows)
