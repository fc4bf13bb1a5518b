"""One claim a row of a debt note: "3.20 % Notes Due 2026 | 1.1 | 3.31 % | $ 1,000 | $ 1,000".

Lives here: the claims that rows make. Not here: which tables and rows list debt (`debt_lists`), the
columns (`debt_columns`), what words mean (`debt_words`), maturity schedules and lease tables
(`commitment_tables`), facilities told in sentences.

Flow: Document -> tables that list debt -> rows -> Claim*, all toward the filer.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from graphbuild.extract.base import Context, Pattern, filer, make_claim, party, unnamed
from graphbuild.extract.debts.debt_columns import stated_rate
from graphbuild.extract.debts.debt_lists import DebtRow, newest_rows
from graphbuild.extract.debts.debt_words import holder_label, named_lender
from graphbuild.extract.grammar.dates import find_dates
from graphbuild.extract.grammar.instrument_sets import NOTES
from graphbuild.extract.tables.figures import Figure
from graphbuild.records.claim import Claim, Confidence, PartyMention, Role, Status, Terms
from graphbuild.records.document import Document, Sentence
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, undisclosed
from graphbuild.records.period import PartialDate

_REPAID = re.compile(
    r"\b(?:repaid|re-paid|redeemed|retired|matured|paid off|fully paid|extinguished)\b",
    re.IGNORECASE,
)
_NAME_LENGTH = 8


def find_debt_rows(document: Document, context: Context) -> Iterator[Claim]:
    """Claims of all debt tables.

    Takes "3.20 % Notes Due 2026 (1) | 1.6 | 3.31 % | $ 1,000" and "2016 Notes issuance | 2026 |
    2.00 % | 2,000"; refuses "Unamortized debt discount | (37)" and a row at zero.
    """
    if document.filer is None:
        return
    seen: set[tuple[str, Decimal, str]] = set()
    for debt in newest_rows(document):
        owed = debt.figures.owed
        worth = owed.value * debt.scale if owed is not None else Decimal(0)
        key = (_plain(debt.label), worth, str(debt.end))
        if key not in seen:
            seen.add(key)
            yield from _claims(document, debt, context)


def _claims(document: Document, debt: DebtRow, context: Context) -> Iterator[Claim]:
    """Size, balance and, beside a zero, the repayment that a sentence tells."""
    figures = debt.figures
    if figures.owed is not None and figures.owed.value > 0:
        yield _claim(document, debt, figures.owed, Measure.OUTSTANDING, context)
    elif figures.unused is not None and figures.size is None:
        yield _claim(document, debt, figures.unused, Measure.CEILING, context, "none of it drawn")
    elif sentence := _repayment(document, debt.label):
        yield _repaid(document, debt, sentence, context)
    if figures.size is not None and debt.instrument not in NOTES:
        yield _claim(document, debt, figures.size, Measure.CEILING, context)


def _claim(
    document: Document,
    debt: DebtRow,
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
        (_source(document, debt, context), _target(document, debt)),
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


def _repaid(document: Document, debt: DebtRow, sentence: Sentence, context: Context) -> Claim:
    """A row at zero whose repayment a sentence tells; the sum is that of the earlier date."""
    before, row = debt.figures.before, debt.row.read.row
    return make_claim(
        document,
        DEBT_TABLES.label,
        (row.start, row.end) if before else (sentence.start, sentence.end),
        debt.instrument or InstrumentId.LOAN,
        (_source(document, debt, context), _target(document, debt)),
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


def _target(document: Document, debt: DebtRow) -> PartyMention:
    return party(Role.TARGET, debt.borrower) if debt.borrower else filer(document, Role.TARGET)


def _source(document: Document, debt: DebtRow, context: Context) -> PartyMention:
    own = document.filer.name.lower() if document.filer else ""
    instrument = debt.instrument
    known = dict.fromkeys(context.names, "") | dict(context.kinds)
    is_loan = instrument not in NOTES and not debt.borrower
    lender = named_lender(debt.label, known, document.text, own) if is_loan else None
    lender = lender or debt.lender
    if lender and not own.startswith(lender.lower()):
        return party(Role.SOURCE, lender)
    label = holder_label(instrument, f"{debt.section} {debt.label}")
    return unnamed(Role.SOURCE, label, debt.label)


def _plain(label: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", label.lower()).strip()


DEBT_TABLES = Pattern("debt_table", 1, find_debt_rows)
