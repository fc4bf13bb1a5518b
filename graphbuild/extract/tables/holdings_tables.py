"""Equity the filer holds, from the tables of its investment notes.

Lives here: publicly held and non-marketable equity, equity-method stakes, at carrying or fair
value. Not here: stakes told in sentences, 13F positions (`ownership`), debt securities.

Flow: Document -> rows of equity holdings -> the latest figure -> Claim*; one claim a kind.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.extract.base import Context, Pattern, filer, make_claim, unnamed
from graphbuild.extract.tables.columns import (
    BodyRow,
    body_rows,
    currency_of,
    find_dates,
    is_of_a_span,
    latest,
    table_words,
)
from graphbuild.extract.tables.figures import Figure
from graphbuild.records.claim import Claim, Role, Status, Terms
from graphbuild.records.document import Document, Table
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, exact

_PUBLIC = re.compile(
    r"^(?:total )?(?:publicly[- ](?:held|traded)|marketable) equity (?:securities|investments)\b"
    r"|^investments? in publicly[- ](?:held|traded)\b",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"^(?:total )?(?:non-?marketable (?:equity (?:securities|investments)|investments"
    r"|and other equity)"
    r"|(?:privately[- ]held|private) (?:equity|company|companies)\b.{0,30}"
    r"|equity securities without readily determinable fair values?)",
    re.IGNORECASE,
)
_METHOD = re.compile(
    r"^(?:total )?(?:equity[- ]method (?:investments?|investees)|investments? (?:under"
    r"|in) (?:the )?equity[- ]method)",
    re.IGNORECASE,
)
_BALANCE_END = re.compile(
    r"^(?:(?:ending )?balance(?:,| at| as of)?(?: the)? ?(?:end\b.*|\w+ \d{1,2}, (?:19"
    r"|20)\d{2})|carrying value.*end\b.*)$",
    re.IGNORECASE,
)
_CARRYING = re.compile(r"^(?:total )?carrying (?:value|amount)\b", re.IGNORECASE)
_NOT_A_BALANCE = re.compile(
    r"\bgains?\b|\bloss(?:es)?\b|\bproceeds\b|\bpurchases?\b|\bimpairments?\b"
    r"|\badjustments?\b|\bunrealized\b|\bincome\b"
    r"|\bchange\b|\bsales?\b|\bcash flows\b|\bobservable\b",
    re.IGNORECASE,
)
_ROLLFORWARD_OF = re.compile(
    r"\bnon-?marketable (?:equity|investments)|\bprivately[- ]held|\bwithout readily determinable",
    re.IGNORECASE,
)
_FAIR_VALUE_HEAD = re.compile(
    r"\b(?:estimated )?fair value\b|\bcarrying\b"
    r"|\btotal\b",
    re.IGNORECASE,
)
_WORSE_HEAD = re.compile(
    r"\bcost\b|\bgains?\b|\bloss(?:es)?\b|\breported\b|\bcash equivalents\b|\badjust", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Kind:
    label: str
    note: str


_PUBLICLY = _Kind("public-companies", "publicly held equity securities")
_PRIVATELY = _Kind("private-companies", "non-marketable equity securities")
_BY_METHOD = _Kind("equity-method-investees", "equity-method investments, carrying value")


def find_holdings(document: Document, _context: Context) -> Iterator[Claim]:
    """Claims of equity holdings in tables, one a kind: the first table that states it.

    Takes "Publicly-held equity securities | Level 1 | 3,199" and "Balance at end of period | 3,799"
    of a table on non-marketable equity; refuses gains, purchases and zero rows.
    """
    if document.filer is None:
        return
    found: dict[str, tuple[int, Claim]] = {}
    for table in document.tables:
        if _is_stale(document, table):
            continue
        for rank, row, figure, kind in _rows(table):
            known = found.get(kind.label)
            if figure.value > 0 and (known is None or rank < known[0]):
                found[kind.label] = (rank, _claim(document, table, row, figure, kind))
    for _, claim in sorted(found.values(), key=lambda item: item[1].citation.start):
        yield claim


def _rows(table: Table) -> Iterator[tuple[int, BodyRow, Figure, _Kind]]:
    """Rows that state a holding, with a rank: 0 a note's own total, 1 a line among others."""
    words, is_flow = table_words(table), is_of_a_span(table)
    is_rollforward = bool(_ROLLFORWARD_OF.search(words)) and any(
        re.match(r"(?:beginning )?balance\b.*", row.cells[0].text, re.IGNORECASE)
        for row in table.rows
        if row.cells
    )
    for row in body_rows(table):
        figure = _value(row)
        if is_rollforward and _BALANCE_END.match(row.label):
            kind: _Kind | None = _PRIVATELY
            rank = 0
        elif is_flow or _NOT_A_BALANCE.search(row.label):
            continue
        elif _CARRYING.match(row.label):
            yield from _by_column(row)
            continue
        else:
            kind = _kind(row.label, words)
            rank = 0 if row.label.lower().startswith("total") else 1
        if kind is not None and figure is not None:
            yield rank, row, figure, kind


def _kind(label: str, words: str) -> _Kind | None:
    if label.lower() == "equity securities" and re.search(
        r"\bmarketable securities\b", words, re.IGNORECASE
    ):
        return _PUBLICLY
    if label.lower() in {"equity securities", "equity investments"} and re.search(
        r"\bLevel 1\b", words, re.IGNORECASE
    ):
        return _PUBLICLY
    if re.search(r"\bunder (?:the )?equity method\b", label, re.IGNORECASE) or _METHOD.match(label):
        return _BY_METHOD
    if _PUBLIC.match(label):
        return _PUBLICLY
    return _PRIVATELY if _PRIVATE.match(label) else None


def _by_column(row: BodyRow) -> Iterator[tuple[int, BodyRow, Figure, _Kind]]:
    """The row "Carrying value" of a table whose columns are the kinds of equity."""
    for figure in latest(row, row.read.money):
        head = row.header_of(figure.column)
        if re.search(r"\bnon-?marketable equity\b", head, re.IGNORECASE):
            yield 0, row, figure, _PRIVATELY
        elif re.search(r"\bmarketable equity\b", head, re.IGNORECASE):
            yield 0, row, figure, _PUBLICLY


def _value(row: BodyRow) -> Figure | None:
    """The figure under the latest date, fair value or total before cost and parts."""
    figures = latest(row, row.read.money)
    usable = [figure for figure in figures if not _WORSE_HEAD.search(row.header_of(figure.column))]
    best = [figure for figure in usable if _FAIR_VALUE_HEAD.search(row.header_of(figure.column))]
    return next(iter(best or usable), None)


def _is_stale(document: Document, table: Table) -> bool:
    if document.period_end is None:
        return False
    header = " ".join(" ".join(cell.text for cell in row.cells) for row in table.rows[:3])
    dates = [d for d in find_dates(f"{table.caption[-200:]} {header}") if len(d.text) == 10]
    newest = max((date.last_day() for date in dates), default=None)
    return newest is not None and (document.period_end.last_day() - newest).days > 45


def _claim(document: Document, table: Table, row: BodyRow, figure: Figure, kind: _Kind) -> Claim:
    return make_claim(
        document,
        HOLDINGS_TABLES.label,
        (row.read.row.start, row.read.row.end),
        InstrumentId.HOLDING,
        (filer(document, Role.SOURCE), unnamed(Role.TARGET, kind.label, row.label)),
        exact(figure.value * table.scale, currency_of(row, figure, table)),
        Measure.VALUE,
        Status.FUNDED,
        terms=Terms(facility=kind.note, is_aggregate=True),
        note=kind.note,
    )


HOLDINGS_TABLES = Pattern("holdings_table", 1, find_holdings)
