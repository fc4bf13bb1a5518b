"""Warrants outstanding, from the table of their activity in the notes.

Lives here: the last balance of "A summary of warrant activity is as follows". Not here: warrants
told in sentences (`warrant`, `counted_warrants`), options and restricted stock.

Flow: Document -> tables announced as warrants' activity -> one claim a table, its latest balance.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern, filer, make_claim, unnamed
from graphbuild.extract.tables.columns import BodyRow, body_rows, find_dates
from graphbuild.extract.tables.concentration import no_money
from graphbuild.records.claim import Claim, Role, Status
from graphbuild.records.document import Document, Table
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, Qualifier

_WARRANTS = re.compile(r"\bwarrants?\b", re.IGNORECASE)
_ACTIVITY = re.compile(
    r"\b(?:activity|roll-?forward|changes|summary|movements?|outstanding)\b", re.IGNORECASE
)
_OTHER_AWARDS = re.compile(
    r"\b(?:stock|share) options?\b|\boptions? (?:activity|outstanding)|\brestricted stock\b"
    r"|\brsus?\b|\bliabilit|\bfair value\b|\bmine\b",
    re.IGNORECASE,
)
_BALANCE = re.compile(
    r"^(?:(?:warrants|number|total|shares) )*(?:outstanding|balance|ending balance)\b",
    re.IGNORECASE,
)
_START = re.compile(r"\bbeginning\b|\bstart\b|\bopening\b", re.IGNORECASE)


def find_warrants_outstanding(document: Document, _context: Context) -> Iterator[Claim]:
    """The warrants outstanding at the end of each table of warrants' activity.

    Takes "Outstanding as of June 30, 2026 | 324,375 | $ 25.00" below "A summary of warrant activity
    is as follows"; refuses options, values of warrants, and a last balance of none.
    """
    if document.filer is None:
        return
    for table in document.tables:
        row = _last_balance(table) if _is_on_warrants(table) else None
        if row is not None:
            yield make_claim(
                document,
                WARRANT_TABLES.label,
                (row.read.row.start, row.read.row.end),
                InstrumentId.WARRANT,
                (unnamed(Role.SOURCE, "warrant-holders"), filer(document, Role.TARGET)),
                no_money(Qualifier.UNDISCLOSED),
                Measure.OUTSTANDING,
                Status.FUNDED,
            )


def _is_on_warrants(table: Table) -> bool:
    announced = table.caption[-220:]
    return bool(
        _WARRANTS.search(announced)
        and _ACTIVITY.search(announced)
        and not _OTHER_AWARDS.search(announced)
    )


def _last_balance(table: Table) -> BodyRow | None:
    """The balance at the latest date of a table that follows a number of warrants over time."""
    balances = [row for row in body_rows(table) if _BALANCE.match(row.label)]
    if len(balances) < 2:  # one balance alone may be of anything
        return None
    last: BodyRow | None
    dated = [(days[-1].last_day(), row) for row in balances if (days := find_dates(row.label))]
    if dated:
        last = max(dated, key=lambda pair: pair[0])[1]
    else:
        last = next((row for row in reversed(balances) if not _START.search(row.label)), None)
    figures = last.read.figures if last is not None else ()
    return last if figures and figures[0].value > 1 else None


WARRANT_TABLES = Pattern("warrant_table", 1, find_warrants_outstanding)
