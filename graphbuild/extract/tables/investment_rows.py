"""Rows of a balance sheet or note that name the company invested in: "Investment in Tidepool AI".

Lives here: such rows, and the footnote that names whom "Investment in a SAFE (c)" is in. Not here:
stakes in percent (`investee_tables`), kinds of equity without names (`holdings_tables`), schedules
of funds (`investment_schedules`).

Flow: Document -> rows of investments by name -> the latest value -> Claim*; one a company.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern, filer, make_claim, party
from graphbuild.extract.grammar.name_words import is_legal_form
from graphbuild.extract.grammar.names import find_names, gazetteer, plain_name
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
from graphbuild.extract.tables.investment_schedules import is_schedule
from graphbuild.records.claim import Claim, Confidence, Role, Status
from graphbuild.records.document import Document, Table
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, exact

_KIND = (
    r"(?:equity|strategic|long-term|minority|preferred|common|ordinary|private|direct|"
    r"equity[- ]method|non-?marketable|limited partnership|membership|partnership|ownership|"
    r"convertible|debt|other|our|[Tt]he)"
)
_IN_ROW = re.compile(
    rf"^(?:{_KIND},? )*(?:investments?|interests?|stakes?|shares|stock)"
    r"(?:,? (?:at (?:cost|fair value)|net|held))?,? (?:in|of) (?:the |an? )?(?P<who>.+)$",
    re.IGNORECASE,
)
_SECURITY = re.compile(
    r"[\s,:–—-]+(?:(?:Series|Class) [A-Z0-9-]+,? )*(?:(?:convertible|redeemable|participating)"
    r" )*(?:(?:common|preferred|preference|ordinary|capital) (?:stock|shares?|units?)|equity"
    r"(?: interests?| securities| investments?| stake)?|membership (?:interests?|units)|"
    r"shares|LP interests?|SAFE|convertible notes?)$",
    re.IGNORECASE,
)
_MARKS = re.compile(r"(?:\s*[(\[](?:\d{1,2}|[a-z])[)\]]|[*†‡]+)+\s*$")
_MARK = re.compile(r"\((?P<mark>\d{1,2}|[a-z])\)\s*$")
_DEFINED = re.compile(r"\s*\((?:the )?[“\"'][^()]{1,60}[”\"']\)")
_BRACKET = re.compile(r"\s*\([^()]{0,60}\)\s*$")
_GENERIC = re.compile(
    r"^(?:(?:un)?consolidated|affiliate[sd]?|associates?|associated|joint|venture|ventures|"
    r"entit(?:y|ies)|subsidiar(?:y|ies)|compan(?:y|ies)|securit(?:y|ies)|marketable|equity|debt|"
    r"real|estate|properties|partnerships?|limited|treasury|government|u\.?s\.?|mutual|funds?|"
    r"money|market|private|public|investees?|other|others|third|part(?:y|ies)|safes?|financing|"
    r"leases?|digital|assets?|bitcoin|land|equipment|loans?|notes?|and|the|of|in|non-affiliated|"
    r"investments?|corporate|municipal|bonds?|trading|available-for-sale|certain|various|level|"
    r"tier|\d+|agency|foreign|sovereign|commercial|paper|mortgage-backed|asset-backed|index|"
    r"exchange-traded|hedge|tax|credit|affordable|housing|renewable|alternative|low|income|bank|"
    r"certificates?|deposits?|term|short-term|long-term|hotels?|power|plants?|life|insurance)$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:equity|strategic|long-term|non-?marketable|cost[- ]method|equity[- ]method|minority|"
    r"privately[- ]held|private|venture|other)\s+(?:equity\s+)?(?:investments?|securities|"
    r"compan(?:y|ies))\b|\binvestment securities\b|\binvestees?\b|\binvestments? (?:in|portfolio|"
    r"consist|compris|were|are|was|as of|balance)",
    re.IGNORECASE,
)
_FLOW = re.compile(
    r"\bcash flows?\b|\bgains?\b|\bloss(?:es)?\b|\bincome\b|\bpurchases?\b|\bproceeds\b|"
    r"\bstatements? of operations\b|\bconcentration\b|\bmaturit|\broll-?forward\b|"
    r"\bnoncontrolling\b|\bchanges? in\b|\bassets acquired\b|\bpurchase price\b",
    re.IGNORECASE,
)
_WORSE_HEAD = re.compile(
    r"\bcost\b|\bgains?\b|\bloss(?:es)?\b|\bshares\b|\bunits\b|\badjust|\bimpair|\bincome\b"
    r"|\blevel\b|\bdate\b|%|\bpercent",
    re.IGNORECASE,
)
_VALUE_HEAD = re.compile(r"\bfair value\b|\bcarrying\b|\bbook value\b", re.IGNORECASE)
_EARLIER_DAYS = 45
_FOOTNOTE_REACH = 12_000


def find_investment_rows(document: Document, context: Context) -> Iterator[Claim]:
    """One claim a company whose value a table states.

    Takes "Investment in Auburn Labs Limited (“Auburn”) (a) | $ 94,534", "Quill Robotics, Inc.
    Series B preferred stock | 12,000" of a table on investments, and "Investment in a SAFE (c)"
    where footnote (c) names one company; refuses kinds of securities, flows and zero rows.
    """
    if document.filer is None:
        return
    seen: set[str] = set()
    for table in document.tables:
        if _is_flow(table) or _is_stale(document, table) or is_schedule(table):
            continue
        is_about = bool(_ABOUT.search(f"{table.caption[-200:]} {table.heading[-80:]}"))
        for row in body_rows(table):
            name = _investee(document, table, row, context, is_about=is_about)
            figure = _value(row) if name else None
            if not name or figure is None or figure.value <= 0:
                continue
            key = plain_name(name)
            if key in seen or key == plain_name(document.filer.name):
                continue
            seen.add(key)
            yield _claim(document, table, row, figure, name)


def _is_flow(table: Table) -> bool:
    """Whether the table tells what happened over a time, not what is held at its end."""
    return is_of_a_span(table) or bool(
        _FLOW.search(f"{table.caption[-250:]} {table.heading[-80:]}")
    )


def _is_stale(document: Document, table: Table) -> bool:
    dates = [d for d in find_dates(table_words(table)) if len(d.text) == 10]
    newest = max((date.last_day() for date in dates), default=None)
    end = document.period_end
    return bool(newest and end and (end.last_day() - newest).days > _EARLIER_DAYS)


def _investee(
    document: Document, table: Table, row: BodyRow, context: Context, *, is_about: bool
) -> str:
    """The company a row is about, or empty text."""
    if not row.read.words or row.read.words[0].column > 0 or _has_stake(row):
        return ""
    raw = " ".join(row.read.words[0].text.replace("\u200b", "").split()).rstrip(" :")
    label = _MARKS.sub("", raw)
    told = _IN_ROW.match(label)
    if told:
        name = _name(told["who"], context.names)
        return name or _of_footnote(document, table, raw, context)
    if not is_about:
        return ""
    bare = _SECURITY.sub("", label)
    name = _name(bare, context.names)
    return name if bare != label or _ends_legally(name) else ""


def _has_stake(row: BodyRow) -> bool:
    """A row with a percentage is read as a stake with its value."""
    return any(0 < figure.value <= 100 for figure in row.read.percents)


def _name(words: str, known: frozenset[str]) -> str:
    """The name at the head of the words where it is all they say, definitions left out."""
    is_defined = bool(_DEFINED.search(words))
    bare = _DEFINED.sub("", words)
    bare = _SECURITY.sub("", bare).strip(" ,")
    bare = _BRACKET.sub("", bare).strip(" ,")
    parts = re.findall(r"[\w.&'’-]+", bare)
    if not parts or not bare[0].isupper() or all(_GENERIC.match(part) for part in parts):
        return ""
    spans = find_names(bare, gazetteer(known))
    whole = [s for s in spans if s.start == 0 and s.end >= len(bare.rstrip("."))]
    if any(s.is_organisation or s.is_known for s in whole):
        return bare
    if is_defined and all(part[0].isupper() or part in {"of", "and", "&"} for part in parts):
        return bare
    return ""


def _ends_legally(name: str) -> bool:
    return bool(name) and is_legal_form(name.replace(",", " ").split()[-1])


def _of_footnote(document: Document, table: Table, raw: str, context: Context) -> str:
    """The one organisation the row's footnote names besides the filer."""
    mark = _MARK.search(raw)
    if mark is None or document.filer is None:
        return ""
    lines = re.compile(rf"^\s*\({re.escape(mark['mark'])}\)\s[^\n]*(?:\n[^\n]+)?", re.MULTILINE)
    note = lines.search(document.text, table.end, table.end + _FOOTNOTE_REACH)
    if note is None:
        return ""
    own = plain_name(document.filer.name)
    names = [
        span.name
        for span in find_names(note.group(), gazetteer(context.names))
        if (span.is_known or _ends_legally(span.name)) and not span.name.lower().startswith(own)
    ]
    distinct = {plain_name(name) for name in names}
    return names[0] if len(distinct) == 1 else ""


def _value(row: BodyRow) -> Figure | None:
    """The figure under the latest date: fair or carrying value before others."""
    figures = [f for f in latest(row, row.read.money) if not f.is_percent]
    usable = [f for f in figures if not _WORSE_HEAD.search(row.header_of(f.column))]
    best = [f for f in usable if _VALUE_HEAD.search(row.header_of(f.column))]
    return next(iter(best or usable), None)


def _claim(document: Document, table: Table, row: BodyRow, figure: Figure, name: str) -> Claim:
    return make_claim(
        document,
        INVESTMENT_ROWS.label,
        (row.read.row.start, row.read.row.end),
        InstrumentId.HOLDING,
        (filer(document, Role.SOURCE), party(Role.TARGET, name)),
        exact(figure.value * table.scale, currency_of(row, figure, table)),
        Measure.VALUE,
        Status.FUNDED,
        confidence=Confidence.CERTAIN,
    )


INVESTMENT_ROWS = Pattern("investment_rows", 1, find_investment_rows)
