"""One claim a row of a debt note: "3.20 % Notes Due 2026 | 1.1 | 3.31 % | $ 1,000 | $ 1,000".

Lives here: which tables list debt, which rows are instruments, the claims they make. Not here: the
columns (`debt_columns`), what words mean (`debt_words`), maturity schedules and lease tables
(`commitment_tables`), facilities told in sentences.

Flow: Document -> tables that list debt -> rows -> Claim*, all toward the filer.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from graphbuild.extract.base import Context, Pattern, filer, make_claim, party, unnamed
from graphbuild.extract.debts.debt_columns import DebtFigures, debt_figures, maturity, stated_rate
from graphbuild.extract.debts.debt_words import (
    debt_instrument,
    holder_label,
    is_not_debt,
    lenders_of_rows,
    named_lender,
)
from graphbuild.extract.grammar.dates import find_dates
from graphbuild.extract.grammar.instrument_sets import NOTES
from graphbuild.extract.tables.columns import (
    BodyRow,
    body_rows,
    currency_of,
    find_date,
    is_of_a_span,
)
from graphbuild.extract.tables.figures import Figure
from graphbuild.records.claim import Claim, Confidence, PartyMention, Role, Status, Terms
from graphbuild.records.document import Document, Sentence, Table
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Amount, Measure, exact, undisclosed
from graphbuild.records.period import PartialDate

_DEBT_TOTAL = re.compile(
    r"\b(?:total|net|long-term|less)\b.{0,60}\b(?:debt|borrowings?|loans?|notes?|indebtedness)\b"
    r"|\b(?:unamortized|deferred)\b.{0,40}\b(?:discount|premium|issuance|costs?)\b"
    r"|\b(?:debt|notes?|loans?|borrowings?)\b.{0,40}\b(?:net|total)\b",
    re.IGNORECASE,
)
_SKIP_ROW = re.compile(
    r"^(?:sub-?)?total\b|\btotal$|^less\b|^net\b|^plus\b|\bunamortized\b|\bdiscounts?\b"
    r"|\bpremiums?\b|\bissuance costs?\b|\bfinancing costs?\b|\bloan costs\b|\bdebt costs\b"
    r"|\bcurrent (?:portion|maturit)|\bshort-term portion\b|\blong-term portion\b"
    r"|\bnon-?current\b|\bhedg|\bfair value adjust|\bswaps?\b|\baccrued interest\b"
    r"|\blong-term debt(?:,| net|$)|\bnet carrying\b|\b(?:loans?|notes?) payable, net\b"
    r"|\bdue within\b|\b(?:financ(?:e|ing)|capital|operating) leases?\b"
    r"|^carrying (?:value|amount)\b"
    r"|\bweighted[- ]average\b|\binterest rates?$|^maturity\b|\bfair value\b|\bequity component\b"
    r"|\b(?:prior to|before) (?:reclass|unamort|debt|deferred|current)",
    re.IGNORECASE,
)
_PART_OF_ROW = re.compile(r",? \(?(?:net of|including|less|plus|excluding)\b.*")
_OWN_TERMS = re.compile(r"\d\s?%|\bdue\b.{0,20}\d{4}|^Term [Ll]oan [A-Z]\b")
"""A row with a rate or a year of its own is an instrument, whatever is netted from it."""
_COMMITTED = re.compile(r"\b(?:committed|commitments?)\b", re.IGNORECASE)
_USED = re.compile(r"\b(?:borrow\w+|draw\w*|letters of credit|LCs)\b", re.IGNORECASE)
_STILL_FREE = re.compile(r"\b(?:unused|undrawn|available|availability|remaining)\b", re.IGNORECASE)
_NO_UNIT = 100_000
"""Figures below this, of a table for which nothing tells a unit, are no dollars."""
_PRINCIPAL_ROW = re.compile(
    r"^(?:outstanding )?(?:aggregate )?(?:principal|face (?:value|amount))(?: amount| balance)?"
    r"(?: outstanding)?$",
    re.IGNORECASE,
)
_OTHER_TABLE = re.compile(
    r"\binterest (?:expense|cost)|\bcash flows?\b|\bhierarchy\b|\blevel [123]\b|\bproceeds from\b"
    r"|\bmaturit(?:y|ies) of (?:our |the )?(?:long-term )?debt"
    r"|\bfuture (?:minimum )?(?:principal )?(?:payments|maturities)"
    r"|\b(?:principal|debt) (?:payments|maturities)\b|\bincorporated by reference\b|\bexhibit\b"
    r"|\btotal assets\b|\btotal liabilities\b|\bnet income\b|\bnet loss\b|\bdiluted\b"
    r"|\bunrealized\b|\bamortized cost\b|\bpayments due by period\b|\bnotional\b"
    r"|\b(?:notes?|loans?|financing) receivables?\b|\bheld[- ]for[- ]investment\b|\bthereafter\b"
    r"|\ballowance for\b|\bcredit losses\b|\bnon-?accrual\b|\bloan portfolio\b"
    r"|\bsummary of sources\b|\bcapitali[sz]ation\b|\btotal (?:share|stock)holders",
    re.IGNORECASE,
)
_REPAID = re.compile(
    r"\b(?:repaid|re-paid|redeemed|retired|matured|paid off|fully paid|extinguished)\b",
    re.IGNORECASE,
)
_SAME_DATE_DAYS = 45
_NAME_LENGTH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _DebtRow:
    """A row that owes money, before it becomes a claim. `label` names the instrument.

    `lender` is whom the row is named after, where the table's rows are named after lenders.
    """

    row: BodyRow
    label: str
    section: str
    figures: DebtFigures
    as_of: PartialDate | None
    table: Table
    lender: str = ""

    @property
    def instrument(self) -> InstrumentId | None:
        if self.lender:
            return InstrumentId.LOAN
        told = debt_instrument(self.label, self.section)
        if self.figures.size is not None and told in {None, InstrumentId.LOAN}:
            is_term = re.search(r"\bterm\b|\bloan\b", self.label, re.IGNORECASE)
            return told if is_term or not _lists_facilities(self.table) else InstrumentId.REVOLVER
        return told

    @property
    def end(self) -> PartialDate | None:
        return maturity(self.row, self.label, self.as_of)

    def amount(self, figure: Figure) -> Amount:
        return exact(figure.value * self.table.scale, currency_of(self.row, figure, self.table))


def find_debt_rows(document: Document, context: Context) -> Iterator[Claim]:
    """Claims of all debt tables.

    Takes "3.20 % Notes Due 2026 (1) | 1.6 | 3.31 % | $ 1,000" and "2016 Notes issuance | 2026 |
    2.00 % | 2,000"; refuses "Unamortized debt discount | (37)" and a row at zero.
    """
    if document.filer is None:
        return
    seen: set[tuple[str, Decimal, str]] = set()
    for debt in _newest(document):
        owed = debt.figures.owed
        worth = owed.value * debt.table.scale if owed is not None else Decimal(0)
        key = (_plain(debt.label), worth, str(debt.end))
        if key not in seen:
            seen.add(key)
            yield from _claims(document, debt, context)


def is_debt_table(table: Table) -> bool:
    """Whether a table lists what the filer owes, one instrument a row, at a balance date."""
    text = " ".join(" ".join(cell.text for cell in row.cells) for row in table.rows)
    if (
        _OTHER_TABLE.search(text)
        or _OTHER_TABLE.search(table.caption[-160:])
        or is_of_a_span(table)
    ):
        return False
    labels = [row.cells[0].text for row in table.rows if row.cells]
    return any(_DEBT_TOTAL.search(label) for label in labels) or _lists_facilities(table)


def _lists_facilities(table: Table) -> bool:
    """Whether the heads say what lenders have promised, what of it is used and what is free."""
    heads = " ".join(cell.text for row in table.rows[:3] for cell in row.cells)
    return all(words.search(heads) for words in (_COMMITTED, _USED, _STILL_FREE))


def _is_in_unknown_units(rows: Sequence[_DebtRow]) -> bool:
    """Whether the figures are too small for dollars and the document names no other unit."""
    owed = [r.figures.owed.value for r in rows if r.figures.owed is not None]
    return rows[0].table.scale == 1 and max(owed, default=Decimal(0)) < _NO_UNIT


def _newest(document: Document) -> Iterator[_DebtRow]:
    """Rows of the debt tables whose balance date is the latest one any debt table has."""
    found = [
        rows
        for table in document.tables
        if is_debt_table(table)
        and (rows := list(_debt_rows(table)))
        and any(r.instrument for r in rows)
        and not _is_in_unknown_units(rows)
    ]
    dates = [rows[0].as_of for rows in found if rows[0].as_of is not None]
    newest = max((date.last_day() for date in dates), default=None)
    for rows in found:
        as_of = rows[0].as_of
        if as_of is None or newest is None or (newest - as_of.last_day()).days < _SAME_DATE_DAYS:
            yield from rows


def _debt_rows(table: Table) -> Iterator[_DebtRow]:
    caption_date = find_date(table.caption[-200:])
    lenders = lenders_of_rows(row.label for row in body_rows(table))
    for row in body_rows(table):
        if _PRINCIPAL_ROW.match(row.label):
            yield from _by_column(table, row, caption_date)
        elif row.label and not _SKIP_ROW.search(_own_words(row.label)):
            figures = debt_figures(row)
            if figures.owed is None or figures.owed.value < 0:
                continue
            if is_not_debt(f"{row.section} {row.label}"):
                continue
            yield _DebtRow(
                row=row,
                label=row.label,
                section=row.section,
                figures=figures,
                as_of=row.date_of(figures.owed) or caption_date,
                table=table,
                lender=lenders.get(row.label, ""),
            )


def _own_words(label: str) -> str:
    """What a row calls itself, without what is netted: "4.75% Notes due 2031, net of discount"."""
    bare = _PART_OF_ROW.sub("", label)
    return bare if _OWN_TERMS.search(bare) else label


def _by_column(table: Table, row: BodyRow, date: PartialDate | None) -> Iterator[_DebtRow]:
    """A row "Principal" above its discount: the heads name the notes, or section and caption do."""
    newest = debt_figures(row)
    for figure in row.read.money:
        head = row.header_of(figure.column)
        named = debt_instrument(head) is not None
        if (
            figure.value <= 0
            or not (named or figure is newest.owed)
            or re.search(r"\btotal\b", head, re.IGNORECASE)
        ):
            continue
        words = head if named else _note_name(f"{table.caption[-200:]} {table.heading[-80:]}")
        label = words or row.section
        if debt_instrument(label) is not None and not is_not_debt(label):
            yield _DebtRow(
                row=row,
                label=label,
                section="",
                figures=DebtFigures(owed=figure),
                as_of=date if named else row.date_of(figure) or date,
                table=table,
            )
        if not named:
            return


def _note_name(text: str) -> str:
    """The last name of notes in a caption: "the 2030 Convertible Senior Notes"."""
    names = re.findall(
        r"(?:\d+(?:\.\d+)?\s?% )?(?:20\d\d )?(?:[A-Z][a-z]+ ){0,3}Notes?(?: due (?:\w+ )?20\d\d)?",
        text,
    )
    return names[-1].strip() if names else ""


def _claims(document: Document, debt: _DebtRow, context: Context) -> Iterator[Claim]:
    """Size, balance and, beside a zero, the repayment that a sentence tells."""
    figures = debt.figures
    if figures.owed is not None and figures.owed.value > 0:
        yield _claim(document, debt, figures.owed, Measure.OUTSTANDING, context)
    elif figures.unused is not None and figures.size is None:
        yield _claim(document, debt, figures.unused, Measure.CEILING, context, "none of it drawn")
    elif sentence := _repayment(document, debt.label):
        yield _repaid(document, debt, sentence, context)
    if figures.size is not None:
        yield _claim(document, debt, figures.size, Measure.CEILING, context)


def _claim(
    document: Document,
    debt: _DebtRow,
    figure: Figure,
    measure: Measure,
    context: Context,
    note: str = "",
) -> Claim:
    return make_claim(
        document,
        DEBT_TABLES.label,
        (debt.row.read.row.start, debt.row.read.row.end),
        debt.instrument or InstrumentId.LOAN,
        (_source(document, debt, context), filer(document, Role.TARGET)),
        debt.amount(figure),
        measure,
        Status.FUNDED,
        agreed_on=debt.as_of,
        ends_on=debt.end,
        confidence=Confidence.CERTAIN if debt.instrument else Confidence.LIKELY,
        terms=Terms(facility=debt.label, rate=stated_rate(debt.row, debt.label)),
        note=note,
    )


def _repayment(document: Document, label: str) -> Sentence | None:
    """The sentence that tells the repayment of a row at zero; without one there is no claim."""
    name = re.sub(r"\s*\(.*?\)", "", label).strip().lower()
    if len(name) < _NAME_LENGTH or not re.search(r"\d", name):
        return None
    for paragraph in document.paragraphs:
        if name not in document.text[paragraph.start : paragraph.end].lower():
            continue
        for sentence in paragraph.sentences:
            text = document.text[sentence.start : sentence.end]
            if name in text.lower() and _REPAID.search(text):
                return sentence
    return None


def _repaid(document: Document, debt: _DebtRow, sentence: Sentence, context: Context) -> Claim:
    """A row at zero whose repayment a sentence tells; the sum is that of the earlier date."""
    before, row = debt.figures.before, debt.row.read.row
    return make_claim(
        document,
        DEBT_TABLES.label,
        (row.start, row.end) if before else (sentence.start, sentence.end),
        debt.instrument or InstrumentId.LOAN,
        (_source(document, debt, context), filer(document, Role.TARGET)),
        debt.amount(before) if before else undisclosed(),
        Measure.PAID if before else Measure.HEADLINE,
        Status.TERMINATED,
        agreed_on=_day_of(document.text[sentence.start : sentence.end]) or debt.as_of,
        ends_on=debt.end,
        terms=Terms(facility=debt.label, rate=stated_rate(debt.row, debt.label)),
        note=document.text[sentence.start : sentence.end][:200],
    )


def _day_of(text: str) -> PartialDate | None:
    """The day or month on which a sentence says that something was done."""
    days = (s.date for s in find_dates(text) if s.cue == "event" and len(s.date.text) > _YEAR)
    return next(days, None)


_YEAR = len("2026")


def _source(document: Document, debt: _DebtRow, context: Context) -> PartyMention:
    own = document.filer.name.lower() if document.filer else ""
    instrument = debt.instrument
    known = dict.fromkeys(context.names, "") | dict(context.kinds)
    is_loan = instrument not in NOTES
    lender = named_lender(debt.label, known, document.text, own) if is_loan else None
    lender = lender or debt.lender
    if lender and not own.startswith(lender.lower()):
        return party(Role.SOURCE, lender)
    label = holder_label(instrument, f"{debt.section} {debt.label}")
    return unnamed(Role.SOURCE, label, debt.label)


def _plain(label: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", label.lower()).strip()


DEBT_TABLES = Pattern("debt_table", 1, find_debt_rows)
