"""Which tables list debt, and which of their rows owe money, before they become claims.

Accepts: "4.20% notes due 2030 | 4.34 % | $ 1,000" above "Total debt", or among rows of its kind.
Refuses: "Unamortized debt discount | (37)", loans the filer has made, what notes cost in a year.

Lives here: tables, rows, who stands under "Lender" and "Issuer". Not here: the columns of figures
(`debt_columns`), what words mean (`debt_words`), claims (`debt_tables`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from graphbuild.extract.debts.debt_columns import DebtFigures, debt_figures, maturity
from graphbuild.extract.debts.debt_words import (
    LENDER_HEAD,
    debt_instrument,
    is_not_debt,
    lender_in,
    lenders_of_rows,
)
from graphbuild.extract.grammar.name_words import is_legal_form
from graphbuild.extract.tables.columns import (
    BodyRow,
    body_rows,
    currency_of,
    find_date,
    header_words,
    is_of_a_span,
)
from graphbuild.extract.tables.figures import Figure
from graphbuild.records.document import Document, Table
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Amount, exact
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
_KIND_HEAD = re.compile(
    r"^(?:(?:debt|loan|financing|facility|instrument) )?(?:type|kind|nature|description|instrument"
    r"|facility|debt)(?: of (?:debt|loan|financing|instrument|facility))?$",
    re.IGNORECASE,
)
_BORROWER_HEAD = re.compile(
    r"^(?:borrowers?|issuers?|obligors?|debtors?|(?:project|borrowing|legal|issuing) entity|"
    r"project compan(?:y|ies)|subsidiary)(?: name)?$",
    re.IGNORECASE,
)
_NOTE = r"(?:[Nn]otes?|[Bb]onds?|[Dd]ebentures?|NOTES?)"
_OWN_NAME = re.compile(
    r"^(?:\$?[\d,.]+ (?:million|billion),? )?"
    r"(?:\d+(?:\.\d+)?\s?%|(?:[A-Z][a-z]+ )?20\d\d\b|Series [A-Z]\b|Floating)"
    rf"[^|]{{0,60}}?\b(?:{_NOTE}|[Ll]oans?)\b"
    r"|^\d+(?:\.\d+)?\s?% due\b"
    rf"|\b{_NOTE}\b.{{0,40}}\b[Dd]ue\b.{{0,20}}\b20\d\d\b|^[Tt]erm [Ll]oan\b"
    r"|^\$[\d,.]+(?: million| billion)?,? \d+(?:\.\d+)?\s?%",
)
"""What a note or loan is told apart by: "4.2% notes due 2030", "March 2028 Senior Notes"."""
_OWED = re.compile(r"\bprincipal\b|\boutstanding\b|\bcarrying\b", re.IGNORECASE)
_BORROWED = re.compile(
    r"\b(?:notes?|loans?) payable\b|\bborrowings?\b|\bindebtedness\b|\bequipment financings?\b"
    r"|\b(?:our|outstanding|long-term|total|following|short-term) (?:debt|loans)\b|\bdebt \(",
    re.IGNORECASE,
)
_OTHER_KIND = re.compile(r"other (?!.*\b(?:debt|borrowings?|loans?|notes?)\b)\w", re.IGNORECASE)
"""Rows of something else at the end of a list: "Other financial liability"."""
_FACILITY = re.compile(r"\b(?:facility|loan|CLO)\b", re.IGNORECASE)
_NOTES_LEAST = 3
_NOTES_SHARE = 0.7
_COMMITTED = re.compile(r"\b(?:committed|commitments?)\b", re.IGNORECASE)
_USED = re.compile(r"\b(?:borrow\w+|draw\w*|letters of credit|LCs|outstanding)\b", re.IGNORECASE)
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
    r"|\bportfolio compan(?:y|ies)\b|\bunfunded\b|\bsummary of sources\b|\bcapitali[sz]ation\b"
    r"|\btotal (?:share|stock)holders",
    re.IGNORECASE,
)
_OF_CONVERTIBLES = re.compile(
    r"\b(?:of|for) (?:the |our |its |each of the )*(?:outstanding )?(?:convertible|exchangeable)"
    r" (?:senior )?notes\b",
    re.IGNORECASE,
)
_SAME_DATE_DAYS = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class DebtRow:
    """A row that owes money, before it becomes a claim. `label` names the instrument.

    `kind` is what a cell of its own calls the debt; `lender` whom the row is named after, where the
    table's rows are named after lenders, or who stands under "Lender"; `borrower` who stands under
    "Issuer", where that is not the filer.
    """

    row: BodyRow
    label: str
    section: str
    figures: DebtFigures
    as_of: PartialDate | None
    table: Table
    scale: int = 1
    kind: str = ""
    lender: str = ""
    borrower: str = ""

    @property
    def instrument(self) -> InstrumentId | None:
        """What the row's words, its section or its columns call the debt; ``None`` if nothing."""
        told = debt_instrument(f"{self.label} {self.kind}".rstrip(), self.section)
        if self.lender and told not in {InstrumentId.REVOLVER, InstrumentId.CONVERTIBLE}:
            return InstrumentId.LOAN
        if self.figures.size is not None and told in {None, InstrumentId.LOAN}:
            is_term = re.search(r"\bterm\b|\bloan\b", self.label, re.IGNORECASE)
            return told if is_term or not _lists_facilities(self.table) else InstrumentId.REVOLVER
        return told

    @property
    def end(self) -> PartialDate | None:
        """When the row falls due."""
        return maturity(self.row, self.label, self.as_of)

    def amount(self, figure: Figure) -> Amount:
        """A figure of the row in the table's unit and the column's currency."""
        return exact(figure.value * self.scale, currency_of(self.row, figure, self.table))


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
    if any(_DEBT_TOTAL.search(label) for label in labels):
        return True
    return (
        _lists_facilities(table)
        or _lists_notes(table)
        or _lists_lenders(table)
        or _lists_across(table)
        or _is_told_as_debt(table)
    )


def _lists_notes(table: Table) -> bool:
    """Whether nearly all rows are notes or loans that a rate, a year or a kind sets apart."""
    labels = [row.label for row in _told_rows(table)]
    named = sum(1 for label in labels if _OWN_NAME.search(label))
    least = 2 if _OWED.search(header_words(table)) else _NOTES_LEAST
    return named >= least and named >= _NOTES_SHARE * len(labels)


def _lists_lenders(table: Table) -> bool:
    """Whether a column names lenders, and caption or heads say that money is owed to them."""
    words = f"{table.caption[-160:]} {header_words(table)}"
    has_lenders = any(row.words_under(LENDER_HEAD) for row in body_rows(table))
    return has_lenders and bool(_BORROWED.search(words) or _lists_draws(table))


def _is_told_as_debt(table: Table) -> bool:
    """Whether most rows are called like debt, and the words above or the heads speak of it."""
    above = f"{table.heading[-80:]} {table.caption[-160:]}"
    if not _lists_draws(table) and not _BORROWED.search(above):
        return False
    rows = _told_rows(table)
    named = [row for row in rows if debt_instrument(row.label) or _FACILITY.search(row.label)]
    return len(named) >= 2 and len(named) >= _NOTES_SHARE * len(rows)


def _told_rows(table: Table) -> list[BodyRow]:
    """The rows with a figure and words of their own: no totals, no discounts."""
    rows = [row for row in body_rows(table) if row.label and row.read.money]
    return [row for row in rows if not _SKIP_ROW.search(_own_words(row.label))]


def _lists_draws(table: Table) -> bool:
    heads = header_words(table)
    return bool(_COMMITTED.search(heads) and _USED.search(heads))


def _lists_across(table: Table) -> bool:
    """Whether the heads name notes and a row below gives the principal of each."""
    for row in body_rows(table):
        heads = [row.header_of(figure.column) for figure in row.read.money]
        if _PRINCIPAL_ROW.match(row.label) and heads:
            return all(_OWN_NAME.search(head) for head in heads)
    return False


def _lists_facilities(table: Table) -> bool:
    """Whether the heads say what lenders have promised, what of it is used and what is free."""
    heads = " ".join(cell.text for row in table.rows[:3] for cell in row.cells)
    return all(words.search(heads) for words in (_COMMITTED, _USED, _STILL_FREE))


def _is_in_unknown_units(rows: Sequence[DebtRow]) -> bool:
    """Whether the figures are too small for dollars and the document names no other unit."""
    owed = [r.figures.owed.value for r in rows if r.figures.owed is not None]
    return rows[0].scale == 1 and max(owed, default=Decimal(0)) < _NO_UNIT


def newest_rows(document: Document) -> Iterator[DebtRow]:
    """Rows of the debt tables whose balance date is the latest one any debt table has."""
    found = [
        rows
        for table in document.tables
        if is_debt_table(table)
        and (rows := list(_debt_rows(table, _scale(document, table))))
        and any(r.instrument for r in rows)
        and not _is_in_unknown_units(rows)
    ]
    dates = [rows[0].as_of for rows in found if rows[0].as_of is not None]
    newest = max((date.last_day() for date in dates), default=None)
    for rows in found:
        as_of = rows[0].as_of
        if as_of is None or newest is None or (newest - as_of.last_day()).days < _SAME_DATE_DAYS:
            yield from rows


def _scale(document: Document, table: Table) -> int:
    """The table's unit, else the only one that a line of the document states for all it holds."""
    if table.scale != 1:
        return table.scale
    stated = {word.lower() for word in _UNIT_LINE.findall(document.text)}
    return _UNITS[stated.pop()] if len(stated) == 1 else 1


_UNIT_LINE = re.compile(
    r"^\s*\((?:(?:dollars?|amounts?|\$|u\.?s\.?) )*in (thousands|millions)\b[^)\n]{0,140}\)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_UNITS = {"thousands": 1_000, "millions": 1_000_000}


def _debt_rows(table: Table, scale: int) -> Iterator[DebtRow]:
    caption_date = find_date(table.caption[-200:])
    lenders = lenders_of_rows(row.label for row in body_rows(table))
    for row in body_rows(table):
        if _PRINCIPAL_ROW.match(row.label):
            yield from _by_column(table, row, caption_date, scale)
        elif row.label and not _SKIP_ROW.search(_own_words(row.label)):
            figures = debt_figures(row)
            if figures.owed is None or figures.owed.value < 0:
                continue
            if is_not_debt(f"{row.section} {row.label}") or _OTHER_KIND.match(row.label):
                continue
            yield DebtRow(
                row=row,
                label=row.label,
                section=row.section,
                figures=figures,
                as_of=row.date_of(figures.owed) or caption_date,
                table=table,
                scale=scale,
                kind=row.words_under(_KIND_HEAD),
                lender=lenders.get(row.label, "") or lender_in(row.words_under(LENDER_HEAD)),
                borrower=_borrower(row),
            )


def _borrower(row: BodyRow) -> str:
    """The company with a legal form under a head that says who owes."""
    name = row.words_under(_BORROWER_HEAD)
    words = name.replace(",", " ").split()
    return name if len(words) > 1 and is_legal_form(words[-1]) else ""


def _own_words(label: str) -> str:
    """What a row calls itself, without what is netted: "4.75% Notes due 2031, net of discount"."""
    bare = _PART_OF_ROW.sub("", label)
    return bare if _OWN_TERMS.search(bare) else label


def _by_column(
    table: Table, row: BodyRow, date: PartialDate | None, scale: int
) -> Iterator[DebtRow]:
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
            yield DebtRow(
                row=row,
                label=label,
                section="",
                figures=DebtFigures(owed=figure),
                as_of=date if named else row.date_of(figure) or date,
                table=table,
                scale=scale,
                kind="convertible" if _OF_CONVERTIBLES.search(table.caption[-200:]) else "",
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
