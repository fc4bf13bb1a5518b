"""Customer concentration: one claim a customer, whichever of sentence, table and XBRL tells best.

Lives here: table rows, XBRL facts, and which reading stands where several tell of one customer.
Not here: the wording of sentences (`customer_sentences`), revenue earned from a partner in money.

Flow: Document -> `CustomerShare`* of three sources -> one each -> Claim*. Shares of receivables are
no claims; only the filing's own quarter or year counts.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from graphbuild.extract.base import Context, Pattern, filer, make_claim, party, unnamed
from graphbuild.extract.grammar.names import gazetteer
from graphbuild.extract.tables.columns import BodyRow, body_rows, find_date, table_words
from graphbuild.extract.tables.figures import Figure
from graphbuild.extract.trade.customer_sentences import CustomerShare, Years, read_shares
from graphbuild.extract.trade.customer_subjects import read_labels
from graphbuild.records.claim import Claim, Role, Status, Terms
from graphbuild.records.document import Document, Fact, Table
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Amount, Measure, Qualifier

_CUSTOMER_WORD = re.compile(
    r"\b(?:customers?|clients?|pool operators?|tenants?|lessees?|distributors?"
    r"|resellers?)\b",
    re.IGNORECASE,
)
_BASE = re.compile(r"\b(?:revenues?|sales)\b", re.IGNORECASE)
_NOT_BASE = re.compile(
    r"\b(?:receivables?|purchases?|suppliers?|vendors?"
    r"|payables?)\b",
    re.IGNORECASE,
)
_NOT_A_CUSTOMER = re.compile(
    r"^(?:total|other|all other|others|remaining|less than|no |top \w+|united states"
    r"|americas|emea|apac|asia|europe|china|domestic"
    r"|international|revenues?|government|commercial|segment|north|rest)\b",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"\bthree months\b|\bquarter\b|\b1[234] weeks\b", re.IGNORECASE)
_REVENUE_MEMBER = re.compile(
    r":(?:SalesRevenue|Revenue|TotalRevenue|NetRevenue|ContractRevenue|NetSales|Sales)\w*Member$",
    re.IGNORECASE,
)
_MEMBER_LABEL = re.compile(
    r"(?P<kind>Indirect)?Customer(?P<id>[A-Z]|\d+|One|Two|Three|Four|Five|Six|Seven|Eight"
    r"|Nine|Ten)Member$"
)
_SAME = Decimal("0.005")
"""A share is rounded to whole percents in words and need not be in a mark."""
_SPAN_DAYS = {"10-Q": (80, 100), "10-K": (340, 380), "20-F": (340, 380)}


def find_concentration(document: Document, context: Context) -> Iterator[Claim]:
    """One claim for each customer whose share of revenue the document states.

    Takes "One customer accounted for 16% of revenue", the row "Customer A | 18 %" and the fact
    ConcentrationRiskPercentage of CustomerAMember; refuses shares of receivables and other periods.
    """
    if document.filer is None:
        return
    told = [*_from_sentences(document, context), *_from_tables(document)]
    marked = [share for share in _from_facts(document) if not _is_told(share, told)]
    for share in _merged([*told, *marked]):
        yield _claim(document, share)


def _is_told(mark: CustomerShare, told: list[CustomerShare]) -> bool:
    """Whether the very words that bear a mark have been read: they know who it is."""
    return any(
        mark.start == share.start and abs(mark.fraction - share.fraction) <= _SAME for share in told
    )


def _merged(readings: Iterable[CustomerShare]) -> list[CustomerShare]:
    """One reading a customer: the best period, the first place; counted ones where they add."""
    best: dict[str, CustomerShare] = {}
    counted: list[CustomerShare] = []
    for share in readings:
        if share.is_counted:
            counted.append(share)
        elif share.label not in best or share.period_rank < best[share.label].period_rank:
            best[share.label] = share
    kept = list(best.values())
    rank = min((share.period_rank for share in (*kept, *counted)), default=0)
    kept = [share for share in kept if share.period_rank == rank]
    for share in counted:
        if share.period_rank == rank and not any(_same_customer(share, other) for other in kept):
            kept.append(replace(share, label=f"{share.label} {_number_of(share, kept)}"))
    return sorted(kept, key=lambda share: (share.start, share.order))


def _same_customer(share: CustomerShare, other: CustomerShare) -> bool:
    """An unlabelled customer is one already known with the same share, told elsewhere."""
    if share.start == other.start and other.is_counted:
        return False
    kinds = ("indirect" in share.label, "indirect" in other.label)
    return abs(share.fraction - other.fraction) <= _SAME and kinds[0] == kinds[1]


def _number_of(share: CustomerShare, kept: list[CustomerShare]) -> int:
    return 1 + sum(other.is_counted and other.label.startswith(share.label) for other in kept)


def _from_sentences(document: Document, context: Context) -> Iterator[CustomerShare]:
    known, years = gazetteer(context.names), _years(document)
    own = document.filer.name if document.filer else ""
    for paragraph in document.paragraphs:
        if (
            "%" not in document.text[paragraph.start : paragraph.end]
            and "percent" not in document.text[paragraph.start : paragraph.end]
        ):
            continue
        for sentence in paragraph.sentences:
            text = document.text[sentence.start : sentence.end]
            yield from read_shares(text, sentence.start, years, known, own)


_ENDED = re.compile(r"\b(?:months|quarters?|year) ended [A-Z][a-z]+ \d{1,2}, (20\d\d)")
"""Where nothing else says which period is a document's own: the latest it tells of."""


def _years(document: Document) -> Years:
    focus = next((f for f in document.facts if f.concept.endswith("DocumentFiscalYearFocus")), None)
    text = (focus.text or str(focus.value or "")) if focus else ""
    close = document.period_end
    told = () if close else _ENDED.findall(document.text)
    latest = max(map(int, told), default=None)
    return Years(
        calendar=close.year if close else latest,
        fiscal=int(text) if text.isdecimal() and len(text) == 4 else None,
    )


def _from_tables(document: Document) -> Iterator[CustomerShare]:
    for table in document.tables:
        words = f"{table_words(table)} {' '.join(r.cells[0].text for r in table.rows if r.cells)}"
        if not _CUSTOMER_WORD.search(words):
            continue
        lists_customers = _lists_customers(table)
        for row in body_rows(table):
            labels = read_labels(row.label)
            is_named = not labels and lists_customers and not _NOT_A_CUSTOMER.match(row.label)
            figure = _share_figure(row, table) if labels or is_named else None
            if figure is not None and row.label:
                yield CustomerShare(
                    label=labels[0] if labels else row.label,
                    fraction=figure.value / 100,
                    qualifier=Qualifier.EXACT,
                    start=row.read.row.start,
                    end=row.read.row.end,
                    is_named=is_named,
                )


def _lists_customers(table: Table) -> bool:
    """Whether the words above announce customers by name: "customers which represented 10%"."""
    return bool(
        re.search(
            r"\bcustomers?\b.{0,80}\b(?:accounted|accounting|represent\w*|compris\w*|individually|"
            r"exceed\w*|more than|greater than)\b.{0,80}\b(?:revenues?|sales)\b",
            table.caption[-300:],
            re.IGNORECASE,
        )
    ) and not re.search(
        r"\bgeograph|\bcountr|\bregion|\bsegments?\b(?! and)", table.caption[-120:], re.IGNORECASE
    )


def _share_figure(row: BodyRow, table: Table) -> Figure | None:
    """The row's percent of revenue in the latest period; ``None`` for a star or another base."""
    usable = [
        f for f in row.read.percents if 0 < f.value <= 100 and _is_revenue_column(row, f, table)
    ]
    columns = sorted(
        {f.column for f in row.read.figures}
        | {c.column for c in row.read.words if c.text.strip("() ") in "*—–-"}
    )
    if not usable:
        return None
    dated = [(date.last_day(), f) for f in usable if (date := row.date_of(f))]
    newest = max((day for day, _ in dated), default=None)
    heads = [
        d.last_day() for column in columns if column > 0 and (d := find_date(row.header_of(column)))
    ]
    # A star or dash under the latest date says that the customer was below the line in that period.
    if newest and heads and newest < max(heads):
        return None
    latest = [f for day, f in dated if day == newest] or usable
    return next((f for f in latest if _QUARTER.search(row.header_of(f.column))), latest[0])


def _is_revenue_column(row: BodyRow, figure: Figure, table: Table) -> bool:
    for words in (row.header_of(figure.column), row.section, table.caption[-250:]):
        if _BASE.search(words):
            return True
        if _NOT_BASE.search(words):
            return False
    return bool(_BASE.search(table_words(table)))


def _from_facts(document: Document) -> Iterator[CustomerShare]:
    facts = [fact for fact in document.facts if _is_share(fact, document)]
    for order, fact in enumerate(sorted(facts, key=lambda fact: fact.start)):
        member = {axis.split(":")[-1]: name for axis, name in fact.members}["MajorCustomersAxis"]
        span = _place_of(document, fact)
        if span is None or fact.value is None:
            continue
        match = _MEMBER_LABEL.search(member)
        kind = "indirect " if match and match["kind"] else ""
        yield CustomerShare(
            label=f"{kind}customer {match['id'].lower()}" if match else "customer",
            fraction=fact.value,
            qualifier=Qualifier.EXACT,
            start=span[0],
            end=span[1],
            is_counted=match is None,
            order=order,
        )


def _is_share(fact: Fact, document: Document) -> bool:
    axes = {axis.split(":")[-1]: member for axis, member in fact.members}
    if (
        not fact.concept.endswith(":ConcentrationRiskPercentage")
        or fact.value is None
        or not 0 < fact.value <= 1
    ):
        return False
    if "MajorCustomersAxis" not in axes or fact.start < 0:
        return False
    if not _REVENUE_MEMBER.search(axes.get("ConcentrationRiskByBenchmarkAxis", "")):
        return False
    if fact.period_start is None or fact.period_end is None or document.period_end is None:
        return False
    days = (fact.period_end - fact.period_start).days
    low, high = _SPAN_DAYS.get(document.kind.split("/")[0], (0, 400))
    return low <= days <= high and abs((document.period_end.last_day() - fact.period_end).days) < 15


def _place_of(document: Document, fact: Fact) -> tuple[int, int] | None:
    """The sentence or the table row that shows a fact."""
    paragraphs = document.paragraphs
    index = bisect_right(paragraphs, fact.start, key=lambda p: p.start) - 1
    if index >= 0 and fact.start < paragraphs[index].end:
        for sentence in paragraphs[index].sentences:
            if sentence.start <= fact.start < sentence.end:
                return sentence.start, sentence.end
    for table in document.tables:
        if table.start <= fact.start < table.end:
            row = next((r for r in table.rows if r.start <= fact.start < r.end), None)
            return (row.start, row.end) if row else None
    return None


def _claim(document: Document, share: CustomerShare) -> Claim:
    if share.is_named:
        source = party(Role.SOURCE, share.label)
    else:
        source = unnamed(Role.SOURCE, share.label, share.label)
    return make_claim(
        document,
        CONCENTRATION.label,
        (share.start, share.end),
        InstrumentId.REVENUE,
        (source, filer(document, Role.TARGET)),
        share.amount or no_money(share.qualifier),
        Measure.SHARE,
        Status.FUNDED,
        share=share.fraction,
        terms=Terms(is_aggregate=share.is_group),
        note="several customers together" if share.is_group else "",
    )


def no_money(qualifier: Qualifier) -> Amount:
    """No figure in money; "about" and "at least" are kept, they qualify the share."""
    if qualifier in (Qualifier.ABOUT, Qualifier.AT_LEAST):
        return Amount(low=None, high=None, qualifier=qualifier)
    return Amount(low=None, high=None, qualifier=Qualifier.UNDISCLOSED)


CONCENTRATION = Pattern("concentration", 1, find_concentration)
