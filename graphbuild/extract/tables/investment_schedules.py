"""Schedules of investments of business development companies and interval funds.

Lives here: tables with a portfolio company, a kind of investment, cost and fair value. Not here:
securities by class without issuers (`holdings_tables`), Form N-PORT (`fund_positions`).

Flow: Document -> rows of such tables -> one claim a position, at fair value. The company's name
stands on its first row only and is carried on to the next name or total; a page without the header
gives nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.extract.base import Context, Pattern, filer, make_claim, party
from graphbuild.extract.grammar.name_words import is_legal_form
from graphbuild.extract.tables.columns import (
    BodyRow,
    body_rows,
    currency_of,
    find_date,
    table_words,
)
from graphbuild.extract.tables.figures import Figure, plain_label
from graphbuild.records.claim import Claim, Role, Status, Terms
from graphbuild.records.document import Cell, Document, Table
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, exact
from graphbuild.records.period import PartialDate

_COMPANY_HEAD = re.compile(
    r"^(?:portfolio )?(?:compan(?:y|ies)|issuers?|borrowers?|investments?)\b", re.IGNORECASE
)
_FAIR_HEAD = re.compile(r"\bfair\s+value\b", re.IGNORECASE)
_COST_HEAD = re.compile(r"\bcost\b", re.IGNORECASE)
_PRINCIPAL_HEAD = re.compile(r"\bprincipal\b|\bpar\b|\bshares\b|\bunits\b", re.IGNORECASE)
_MATURITY_HEAD = re.compile(r"\bmaturit", re.IGNORECASE)
_TYPE_HEAD = re.compile(r"\btype\b|\binvestment\b|\bsecurity\b|\binstrument\b", re.IGNORECASE)
_RATE_HEAD = re.compile(r"\brate\b|\bcoupon\b|\bspread\b", re.IGNORECASE)
_KINDS = tuple(
    (re.compile(expression, re.IGNORECASE), instrument)
    for expression, instrument in (
        (r"\bwarrants?\b", InstrumentId.WARRANT),
        (r"\bconvertible (?:note|debt|bond)", InstrumentId.CONVERTIBLE),
        (r"\brevolv|\bline of credit\b", InstrumentId.REVOLVER),
        (r"\bloans?\b|\blien\b|\bunitranche\b|\bterm\b|\bdelayed draw\b", InstrumentId.LOAN),
        (r"\bnotes?\b|\bbonds?\b|\bdebentures?\b|\bdebt\b", InstrumentId.BOND),
        (
            r"\bstock\b|\bequity\b|\bshares?\b|\bunits?\b|\bmember(?:ship)?\b|\bpartnership\b",
            InstrumentId.HOLDING,
        ),
    )
)
_UNFUNDED = re.compile(r"\bunfunded\b|\bundrawn\b", re.IGNORECASE)
_SUM = re.compile(r"^(?:sub-?)?totals?\b|\bnet assets\b|\bliabilities\b", re.IGNORECASE)
_REFERENCES = re.compile(r"(?:\s*[(\[]\s*\w{1,3}\s*[)\]])+\s*$|[*†‡^+~]+$")
_SCHEDULE = re.compile(r"\bschedules? of (?:portfolio )?investments\b", re.IGNORECASE)
_SCHEDULE_HEAD = re.compile(
    r"\b(?:type of investment|investment type|portfolio compan)", re.IGNORECASE
)
_HEADER_ROWS = 6


@dataclass(slots=True)
class _Company:
    """The company that rows without a name belong to."""

    name: str = ""
    section: str = ""

    def take(self, section: str, label: str) -> None:
        """A row's section and label: a company, a kind of investment below one, or neither."""
        if section != self.section:
            self.section = section
            bare = _REFERENCES.sub("", section).strip(" ,")
            self.name = bare if _is_company(bare) else ""
        if label and (_is_company(label) or _instrument(label, "") is None):
            self.name = label if _is_company(label) else ""


def find_investments(document: Document, _context: Context) -> Iterator[Claim]:
    """One claim a position of a schedule of investments.

    Takes "Cinder Power Holdings, LLC | First lien term loan | 8.9% | 6/30/2031 | 12,000 | 11,820 |
    11,760" and the row "| Revolver | ... | 900" below it; refuses totals, unfunded commitments,
    rows by industry, and tables of securities that name no company.
    """
    if document.filer is None:
        return
    for table in document.tables:
        if not is_schedule(table):
            continue
        above = _Company()
        for row in body_rows(table):
            if claim := _position(document, table, row, above):
                yield claim


def is_schedule(table: Table) -> bool:
    """A company column, cost and fair value; and maturities, kinds, or the name of the schedule."""
    head = " ".join(cell.text for row in table.rows[:_HEADER_ROWS] for cell in row.cells)
    if not (_FAIR_HEAD.search(head) and _COST_HEAD.search(head)):
        return False
    first = [row.cells[0].text.strip() for row in table.rows[:_HEADER_ROWS] if row.cells]
    if not any(_COMPANY_HEAD.match(text) for text in first):
        return False
    is_named = _SCHEDULE.search(table_words(table)) or _SCHEDULE_HEAD.search(head)
    return bool(is_named or _MATURITY_HEAD.search(head))


def _position(document: Document, table: Table, row: BodyRow, above: _Company) -> Claim | None:
    words = " ".join(cell.text for cell in row.read.words)
    label = _first_words(row)
    if _SUM.search(words):
        above.name = ""
        return None
    above.take(row.section, label)
    instrument = _instrument(words, above.name)
    fair = _under(row, _FAIR_HEAD)
    if not above.name or instrument is None or fair is None or fair.value <= 0:
        return None
    if _UNFUNDED.search(words):
        return None
    return make_claim(
        document,
        INVESTMENT_SCHEDULES.label,
        (row.read.row.start, row.read.row.end),
        instrument,
        (filer(document, Role.SOURCE), party(Role.TARGET, above.name)),
        exact(fair.value * table.scale, currency_of(row, fair, table)),
        Measure.VALUE,
        Status.FUNDED,
        agreed_on=document.period_end,
        ends_on=_maturity(row),
        terms=Terms(facility=_kind_words(row), rate=_words_under(row, _RATE_HEAD)),
        note=_note(table, row),
    )


def _first_words(row: BodyRow) -> str:
    """The words in the label column, without marks of footnotes."""
    first = row.read.row.cells[0]
    if first.column > 0 or first not in row.read.words:
        return ""
    return _REFERENCES.sub("", plain_label(first.text)).strip(" ,")


def _is_company(label: str) -> bool:
    """A name with a legal form; industries and kinds of investment have none."""
    words = label.replace(",", " ").replace("(", " ").replace(")", " ").split()
    return len(words) > 1 and any(is_legal_form(word) for word in words[1:])


def _instrument(words: str, company: str) -> InstrumentId | None:
    """The kind of investment by the row's words, the company's own name left out."""
    rest = words.replace(company, " ") if company else words
    return next((kind for pattern, kind in _KINDS if pattern.search(rest)), None)


def _under(row: BodyRow, head: re.Pattern[str]) -> Figure | None:
    found = [f for f in row.read.money if head.search(row.header_of(f.column)) and not f.is_percent]
    return found[0] if found else None


def _words_under(row: BodyRow, head: re.Pattern[str]) -> str:
    texts = [c.text for c in _cells(row) if head.search(row.header_of(c.column))]
    return " ".join(" ".join(texts).split())


def _cells(row: BodyRow) -> tuple[Cell, ...]:
    return tuple(cell for cell in row.read.row.cells if cell.column > 0)


def _kind_words(row: BodyRow) -> str:
    texts = [
        cell.text
        for cell in row.read.words
        if cell.column > 0 and _TYPE_HEAD.search(row.header_of(cell.column))
    ]
    return " ".join(" ".join(texts).split())


def _maturity(row: BodyRow) -> PartialDate | None:
    return find_date(_words_under(row, _MATURITY_HEAD))


def _note(table: Table, row: BodyRow) -> str:
    """Principal and cost beside the fair value, in the table's currency."""
    parts = ["fair value"]
    for label, head in (("principal or shares", _PRINCIPAL_HEAD), ("cost", _COST_HEAD)):
        figure = _under(row, head)
        if figure is not None:
            size = figure.value * table.scale if label == "cost" else figure.value
            parts.append(f"{label} {size:,f}" + ("" if label == "cost" else " as written"))
    return "; ".join(parts)


INVESTMENT_SCHEDULES = Pattern("investment_schedule", 1, find_investments)
