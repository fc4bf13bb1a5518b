"""Tables of investees by name: a stake in percent and what it is carried at.

Lives here: equity-method investees and joint ventures, one a row. Not here: subsidiaries
(`subsidiaries`), kinds of equity without names (`holdings_tables`).

Flow: Document -> tables of investees -> rows -> a stake and a holding each -> Claim*.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern, filer, make_claim, party
from graphbuild.extract.tables.columns import (
    BodyRow,
    body_rows,
    currency_of,
    find_dates,
    is_span,
    latest,
    table_words,
)
from graphbuild.extract.tables.concentration import no_money
from graphbuild.extract.tables.figures import Figure
from graphbuild.records.claim import Claim, Role, Status
from graphbuild.records.document import Document, Table
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, Qualifier, exact

_ABOUT = re.compile(
    r"\bequity[- ]method\b|\bjoint ventures?\b|\bunconsolidated\b|\binvestees?\b|\baffiliates\b",
    re.IGNORECASE,
)
_SHARE_HEAD = re.compile(r"\bowner(?:ship)?\b|\bowned\b|\binterest\b|%", re.IGNORECASE)
_VALUE_HEAD = re.compile(
    r"\bcarrying\b|\bbalance\b|\bbook value\b|\bfair value\b|\binvestments?\b(?! income)",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\bnumber of\b|\b(?:properties|units|shares|sites|MW|megawatts|square feet)\b", re.IGNORECASE
)
_SECURITY = re.compile(
    r"\s[-–—]\s(?:common|preferred|class [a-z]) (?:equity |stock |unit )*(?:interests?)?$",
    re.IGNORECASE,
)
"""What of one investee a row is about: "Tidepool JV - Preferred Equity Interest"."""
_OF_VALUES = re.compile(
    r"\b(?:summari[sz]es|our|the Company['’]s|following)(?: \w+){0,3} (?:equity[- ]method )?"
    r"investments\b",
    re.IGNORECASE,
)
"""What the figures under bare dates are, by the caption: what the stakes are carried at."""
_NOT_A_NAME = re.compile(
    r"^(?:total|other|others|all other|various|balance|less|net|equity[- ]method|joint ventures?"
    r"|investments?|unconsolidated|share of|income|loss|revenue|assets|liabilities|current)\b",
    re.IGNORECASE,
)


def find_investees(document: Document, _context: Context) -> Iterator[Claim]:
    """Two claims a row: the stake, and the value it is carried at.

    Takes "Tidepool JV, LLC | 20 % | $ 62"; refuses totals, "Other" and tables without a column of
    stakes.
    """
    if document.filer is None:
        return
    seen: set[str] = set()
    for table in document.tables:
        if not _ABOUT.search(f"{table.caption[-250:]} {table.heading[-80:]}") or _is_other(
            document, table
        ):
            continue
        for row in body_rows(table):
            share = _share(row)
            if share is None or not _is_name(row.label) or row.label in seen:
                continue
            seen.add(row.label)
            yield from _claims(document, table, row, share)


def _is_other(document: Document, table: Table) -> bool:
    words = table_words(table)
    if is_span(table.caption[-120:]):
        return True
    dates = [date for date in find_dates(words) if len(date.text) == 10]
    newest = max((date.last_day() for date in dates), default=None)
    end = document.period_end
    return bool(newest and end and (end.last_day() - newest).days > 45)


def _is_name(label: str) -> bool:
    return bool(re.match(r"[A-Z0-9]", label)) and not _NOT_A_NAME.match(label) and len(label) > 2


def _share(row: BodyRow) -> Figure | None:
    figures = tuple(
        figure
        for figure in row.read.percents
        if 0 < figure.value <= 100
        and _SHARE_HEAD.search(head := row.header_of(figure.column))
        and not is_span(head)
    )
    return next(iter(latest(row, figures)), None)


def _claims(document: Document, table: Table, row: BodyRow, share: Figure) -> Iterator[Claim]:
    span = (row.read.row.start, row.read.row.end)
    name = _SECURITY.sub("", row.label)
    parties = (filer(document, Role.SOURCE), party(Role.TARGET, name))
    yield make_claim(
        document,
        INVESTEE_TABLES.label,
        span,
        InstrumentId.OWNERSHIP,
        parties,
        no_money(Qualifier.UNDISCLOSED),
        Measure.SHARE,
        Status.FUNDED,
        share=share.value / 100,
    )
    value = _value(table, row)
    if value is not None and value.value > 0:
        yield make_claim(
            document,
            INVESTEE_TABLES.label,
            span,
            InstrumentId.HOLDING,
            parties,
            exact(value.value * table.scale, currency_of(row, value, table)),
            Measure.VALUE,
            Status.FUNDED,
        )


def _value(table: Table, row: BodyRow) -> Figure | None:
    """What the stake is carried at: by a head, else, where the caption says so, under a date."""
    heads = [(figure, row.header_of(figure.column)) for figure in row.read.money]
    balances = [(f, head) for f, head in heads if not is_span(head) and not _COUNT.search(head)]
    named = tuple(figure for figure, head in balances if _VALUE_HEAD.search(head))
    if not named and _OF_VALUES.search(table.caption[-250:]):
        named = tuple(figure for figure, _ in balances if row.date_of(figure))
    return next(iter(latest(row, named)), None)


INVESTEE_TABLES = Pattern("investee_table", 1, find_investees)
