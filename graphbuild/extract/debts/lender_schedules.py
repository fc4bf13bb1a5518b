"""Schedules of lenders and their commitments at the end of credit agreements.

Lives here: "Lender | Revolving Commitment" tables. Not here: underwriters and agents, who lend
nothing; the agreement's size told in sentences (`debt`).

Flow: Document -> tables headed by lenders and commitments -> one claim a lender and column.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern, filer, make_claim, party
from graphbuild.extract.debts.debt_words import LENDER_HEAD
from graphbuild.extract.grammar.name_words import is_legal_form
from graphbuild.extract.tables.columns import BodyRow, body_rows, currency_of, table_words
from graphbuild.extract.tables.figures import Figure
from graphbuild.records.claim import Claim, Role, Status, Terms
from graphbuild.records.document import Document, Table
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, exact

_COMMITMENT_HEAD = re.compile(
    r"\bcommitments?\b|\bloan amount\b|\bterm loans?\b|\bprincipal amount\b", re.IGNORECASE
)
_NOT_LENT = re.compile(
    r"\bunderwrit|\bpurchaser|\bletters? of credit\b|\bL/C\b|\bswing ?line\b|\bpercentage\b"
    r"|\bpro rata\b|\bfees?\b",
    re.IGNORECASE,
)
_BANK_WORD = re.compile(
    r"\b(?:bank|capital|credit|trust|lending|finance|financial|funding|securities|partners|fund"
    r"|insurance|branch|corporate|savings|banc|banking|sumitomo|mizuho|barclays|citi\w*|goldman"
    r"|jpmorgan|wells|stanley)\b",
    re.IGNORECASE,
)
_LEAST = 100_000
"""A commitment below this is a percentage or a figure in units the schedule does not tell."""


def find_lender_commitments(document: Document, _context: Context) -> Iterator[Claim]:
    """One claim a lender and kind of commitment.

    Takes "First Quarry Bank, N.A. | $ 125,000,000" under "Lender | Revolving Commitment"; refuses
    totals, percentages and sub-limits for letters of credit.
    """
    if document.filer is None:
        return
    for table in document.tables:
        if not _lists_lenders(table):
            continue
        for row in body_rows(table):
            if not _is_lender(row.label):
                continue
            for figure in row.read.money:
                if claim := _claim(document, table, row, figure):
                    yield claim


def _lists_lenders(table: Table) -> bool:
    heads = [row.cells[0].text.strip(" :") for row in table.rows[:4] if row.cells]
    if not any(LENDER_HEAD.match(head) for head in heads):
        return False
    words = " ".join(cell.text for row in table.rows[:4] for cell in row.cells[1:])
    return bool(_COMMITMENT_HEAD.search(words)) and not re.search(
        r"underwrit", f"{words} {table.caption}", re.IGNORECASE
    )


def _is_lender(label: str) -> bool:
    words = label.replace(",", " ").split()
    if not words or re.match(r"total\b|all\b|each\b|other\b", label, re.IGNORECASE):
        return False
    return any(is_legal_form(word) for word in words[1:]) or bool(_BANK_WORD.search(label))


def _claim(document: Document, table: Table, row: BodyRow, figure: Figure) -> Claim | None:
    head = row.header_of(figure.column)
    amount = figure.value * table.scale
    if amount < _LEAST or _NOT_LENT.search(head) or not _COMMITMENT_HEAD.search(head):
        return None
    words = f"{head} {table_words(table)}"
    is_revolver = bool(re.search(r"\brevolv|\bcredit line\b", words, re.IGNORECASE))
    is_term = bool(re.search(r"\bterm loan|\bdelayed draw\b|\bbridge\b", head, re.IGNORECASE))
    return make_claim(
        document,
        LENDER_SCHEDULES.label,
        (row.read.row.start, row.read.row.end),
        InstrumentId.REVOLVER if is_revolver and not is_term else InstrumentId.LOAN,
        (party(Role.SOURCE, row.label), filer(document, Role.TARGET)),
        exact(amount, currency_of(row, figure, table)),
        Measure.COMMITTED,
        Status.SIGNED,
        terms=Terms(facility=head),
    )


LENDER_SCHEDULES = Pattern("lender_schedule", 1, find_lender_commitments)
