"""Plans of directors and officers to sell shares, told in tables.

The statement is that of Item 408(a) of Regulation S-K (17 CFR 229.408): a row a person, with what
was done (adopted, terminated), the day, and the shares to be sold. Not here: such plans told in
sentences (`trading_plans`), tables of owners (`beneficial_tables`).

Flow: Document -> tables about trading plans -> rows with a person -> Claim*.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.grammar.dates import find_dates
from graphbuild.extract.grammar.officers import officers_in
from graphbuild.extract.shares.trading_plans import SALE, TRADING_PLAN, plan_claim
from graphbuild.extract.tables.columns import find_date
from graphbuild.records.claim import Claim, Status
from graphbuild.records.document import Cell, Document, Row, Table
from graphbuild.records.period import PartialDate

_NAME_HEAD = re.compile(r"\bname\b|\b(?:director|officer|insider|person)s?\b", re.IGNORECASE)
_SHARES_HEAD = re.compile(r"\b(?:shares|securities|number|amount)\b", re.IGNORECASE)
_LAPSE_HEAD = re.compile(r"\bexpir|\bend\b|\bduration\b|\bscheduled\b|\bfirst\b", re.IGNORECASE)
_END_HEAD = re.compile(r"\bexpir|\bend\b|\bduration\b|\bterminat", re.IGNORECASE)
_DAY = len("2026-06-30")
_BUYS = re.compile(r"\bpurchase", re.IGNORECASE)
_ACTIONS = (
    (Status.TERMINATED, re.compile(r"^(?:early )?(?:terminat|cancel|revo)", re.IGNORECASE)),
    (Status.AMENDED, re.compile(r"^(?:modif|amend)", re.IGNORECASE)),
    (Status.ANNOUNCED, re.compile(r"^(?:new |plan )?(?:adopt|enter|establish)", re.IGNORECASE)),
)
_NUMBER = re.compile(r"(?:up to )?(\d[\d,]*)", re.IGNORECASE)


def find_plan_tables(document: Document, _context: Context) -> Iterator[Claim]:
    """One claim a row: a person, what was done, and the day.

    Takes "Ada Quill | Director | Adoption | May 6, 2026 | 9,000"; refuses rows of plans to
    purchase and tables that do not tell whether a plan was adopted or ended.
    """
    if document.filer is None or document.rows:
        return
    for table in document.tables:
        about = f"{table.caption[-400:]} {table.heading[-120:]}"
        words = " ".join(cell.text for row in table.rows[:3] for cell in row.cells)
        if not TRADING_PLAN.search(f"{about} {words}") or not SALE.search(f"{about} {words}"):
            continue
        yield from _table_claims(document, table, about)


def _table_claims(document: Document, table: Table, about: str) -> Iterator[Claim]:
    heads: dict[int, str] = {}
    for row in table.rows:
        if not _is_of_a_person(row, heads, document):
            for cell in row.cells:
                heads[cell.column] = f"{heads.get(cell.column, '')} {cell.text}"
            continue
        found = _action(row, heads, about)
        if found is None or _is_to_buy(row, heads):
            continue
        status, day = found
        yield plan_claim(
            document,
            TRADING_PLAN_TABLES.label,
            (row.start, row.end),
            officers_in(row.cells[0].text, document)[0],
            status,
            date=find_date(day.text) if day else None,
            ends_on=_end(row, heads, day) if status is not Status.TERMINATED else None,
            shares=_shares(row, heads),
        )


def _is_of_a_person(row: Row, heads: dict[int, str], document: Document) -> bool:
    """A first cell with a name, under a head that has been read, and a date or figure behind it."""
    return bool(
        row.cells
        and _NAME_HEAD.search(" ".join(heads.values()))
        and any(re.search(r"\d", cell.text) for cell in row.cells[1:])
        and officers_in(row.cells[0].text, document)
    )


def _action(row: Row, heads: dict[int, str], about: str) -> tuple[Status, Cell | None] | None:
    """What was done, by the row's own word, else by the head over its day, else by the caption."""
    days = [
        cell
        for cell in row.cells[1:]
        if (date := find_date(cell.text))
        and len(date.text) == 10
        and not _LAPSE_HEAD.search(_head(cell, heads))
    ]
    for cell in row.cells[1:]:
        for status, word in _ACTIONS:
            if word.search(cell.text):
                own = find_date(cell.text)
                return status, cell if own else (days[0] if days else None)
    for words in (*(_head(cell, heads) for cell in days[:1]), about):
        stated = [
            s
            for s, word in _ACTIONS
            if re.search(word.pattern.replace("^", r"\b"), words, re.IGNORECASE)
        ]
        if len(stated) == 1 and days:
            return stated[0], days[0]
    return None


def _end(row: Row, heads: dict[int, str], adopted: Cell | None) -> PartialDate | None:
    """The last day of the row's column of ends; "first sale" and the like are none."""
    for cell in row.cells[1:]:
        if cell is not adopted and _END_HEAD.search(_head(cell, heads)):
            days = [span.date for span in find_dates(cell.text) if len(span.date.text) == _DAY]
            return days[-1] if days else find_date(cell.text)
    return None


def _head(cell: Cell, heads: dict[int, str]) -> str:
    columns = [column for column in heads if column <= cell.column]
    return heads[max(columns)] if columns else ""


def _is_to_buy(row: Row, heads: dict[int, str]) -> bool:
    """Whether all that the row counts is to be purchased."""
    counted = [head for cell in row.cells[1:] if _SHARES_HEAD.search(head := _head(cell, heads))]
    return any(_BUYS.search(h) and not SALE.search(h) for h in counted) or any(
        re.fullmatch(r"(?:purchase|buy)s?", cell.text.strip(), re.IGNORECASE) for cell in row.cells
    )


def _shares(row: Row, heads: dict[int, str]) -> str:
    for cell in reversed(row.cells[1:]):
        number = _NUMBER.match(cell.text.strip())
        if number and _SHARES_HEAD.search(_head(cell, heads)) and find_date(cell.text) is None:
            return number[1]
    return ""


TRADING_PLAN_TABLES = Pattern("trading_plan_tables", 1, find_plan_tables)
