"""The size of an agreement: the figure over its title, in its recitals, in its definitions.

Lives here: which figure of an agreement's first pages is its size. Not here: who its parties are
(`agreement_roles`), the grammar of money (`amounts`).

Flow: Document, `Paper` -> `Size`*; empty where no figure is surely the agreement's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from graphbuild.extract.debts.agreement_kinds import Kind, Paper
from graphbuild.extract.grammar.amounts import find_amounts
from graphbuild.extract.grammar.wording import debt_instrument
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Amount, Qualifier

_SMALLEST = Decimal(50_000)
_DEFINED_WITHIN = 60_000
_COVER_TITLE = re.compile(
    r"[^$€£]{0,12}?(?P<words>(?:[A-Z0-9.,%&/'’-]+[\s|]+){0,8}?"
    r"(?:CREDIT|LOANS?|FACILIT(?:Y|IES)|NOTES?|BONDS?|DEBENTURES|COMMITMENTS?|REVOLV\w+|TERM))\b",
    re.IGNORECASE,
)
_ONE_NOTE = re.compile(r"^(?!.*\b(?:revolv|facilit|line of|grid|agreement)).*\bnote\b")
"""A note is money lent; what may be drawn is a facility."""
_NOT_LENT = re.compile(r"letters? of credit|swing|l/c\b", re.IGNORECASE)
_LOAN_SAID = re.compile(
    r"\b(?:loans?|lend|advances?|credit|borrow|facilit(?:y|ies)|commitments?|financing|"
    r"principal (?:sum|amount)|promise[s]? to pay)\b[^.;$€£]{0,220}$",
    re.IGNORECASE,
)
_NOTES_SAID = re.compile(
    r"\b(?:notes?|bonds?|debentures?|issu\w+|sell|sale|authorized)\b[^.;$€£]{0,220}$", re.IGNORECASE
)
_PRICE_SAID = re.compile(
    r"\b(?:aggregate (?:purchase|subscription) price|purchase price|subscription (?:price|amount)|"
    r"aggregate (?:offering )?(?:price|consideration|amount)|principal amount|contract price|"
    r"merger consideration|total consideration)\b[^.;$€£]{0,120}$",
    re.IGNORECASE,
)
_PER_SHARE = re.compile(r"\s*(?:per|a|each)\s+(?:share|unit|warrant|security|ads)", re.IGNORECASE)
_SIDE_SUM = re.compile(
    r"\b(?:existing|outstanding|previous|prior|minimum|maximum leverage|fees?|deposit|net worth|"
    r"liquidity|insurance|equity (?:contribution|investment)|sub-?limit|letters? of credit|"
    r"swing\s?line|increments?|multiples?|integral|incremental|accordion|par value|denominations|"
    r"budget|costs?|threshold|default|judgments?|exceeding|excess of|less than)\b[^.;]{0,70}$",
    re.IGNORECASE,
)
_DEFINITION = re.compile(
    r"[“\"](?P<term>(?:(?:Aggregate|Total|Maximum|Revolving|Term|Initial|Loan|Credit|Facility|Line|"
    r"of|Committed|Construction|Closing Date|Borrowing) )*(?:Commitments?|Commitment Amount|"
    r"Loan Amount|Credit Limit|Facility Amount|Line of Credit|Maximum Amount|Credit Amount|"
    r"Maximum Loan Amount|Loan))[”\"]\s*(?:shall mean|means?|is|:|shall have)[^“”\"]{0,700}?"
    r"(?=[$€£])",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """One figure of an agreement.

    Parameters
    ----------
    span : the words to quote, which hold the figure.
    instrument : what the words by the figure call it, or ``None`` where they leave it open.
    is_facility : money that may be drawn, not money that was paid.
    """

    amount: Amount
    span: tuple[int, int]
    instrument: InstrumentId | None = None
    is_facility: bool = False


def sizes_in(document: Document, paper: Paper) -> tuple[Size, ...]:
    """The agreement's own figures: over the title, else in the recitals, else in a definition."""
    if paper.is_amendment or paper.kind in {Kind.LEASE, Kind.GUARANTEE}:
        return ()
    for reader in (_on_cover, _in_recitals, _in_definitions):
        found = tuple(reader(document, paper))
        if found:
            return found
    return ()


def _on_cover(document: Document, paper: Paper) -> Iterator[Size]:
    """Figures that stand over the title: "$150,000,000 REVOLVING CREDIT FACILITY"."""
    if paper.kind not in {Kind.LOAN, Kind.NOTES}:
        return
    start, end = paper.cover
    cover = document.text[start:end]
    seen: set[Decimal] = set()
    for money in find_amounts(cover):
        named = _COVER_TITLE.match(cover, money.end)
        point = money.amount.central
        if named is None or point is None or point < _SMALLEST or point in seen:
            continue
        if _NOT_LENT.search(named["words"] + cover[named.end() : named.end() + 12]):
            continue
        if not re.match(r"\s*(?:[|\n]|$)|^[^a-z]*$", cover[max(0, money.start - 3) : money.start]):
            continue
        seen.add(point)
        yield Size(
            amount=money.amount,
            span=(start + money.start, start + named.end()),
            instrument=_kind(named["words"]) if paper.kind is Kind.LOAN else None,
            is_facility=paper.kind is Kind.LOAN and not _ONE_NOTE.search(paper.title),
        )


def _kind(words: str) -> InstrumentId | None:
    found = debt_instrument(words)
    lowered = words.lower()
    if "364-day" in lowered:
        return InstrumentId.REVOLVER
    sure = re.search(r"revolv|term|line of credit|convertible", lowered)
    return found if sure and found is not InstrumentId.BOND else None


_SAID = {
    Kind.LOAN: _LOAN_SAID,
    Kind.NOTES: _NOTES_SAID,
    Kind.SECURITIES: _PRICE_SAID,
    Kind.ASSETS: _PRICE_SAID,
    Kind.MERGER: _PRICE_SAID,
    Kind.SUPPLY: _PRICE_SAID,
}


def _in_recitals(document: Document, paper: Paper) -> Iterator[Size]:
    """The first figure of the recitals that their words call the loan or the price."""
    has_preamble = paper.preamble[1] > paper.preamble[0]
    start, end = (paper.preamble if has_preamble else paper.cover)[0], paper.recitals[1]
    words = document.text[start:end]
    for money in find_amounts(words):
        before = words[max(0, money.start - 320) : money.start]
        point = money.amount.central
        if point is None or point < _SMALLEST or money.is_old or money.is_valuation:
            continue
        if not _SAID[paper.kind].search(before) or _SIDE_SUM.search(before):
            continue
        if _PER_SHARE.match(words, money.end):
            continue
        yield _size(document, start + money.start, start + money.end, money.amount, paper, before)
        return


def _in_definitions(document: Document, paper: Paper) -> Iterator[Size]:
    """Figures of facilities: “Aggregate Commitments” means ... $400,000,000."""
    if paper.kind is not Kind.LOAN:
        return
    start = paper.preamble[0]
    words = document.text[start : start + _DEFINED_WITHIN]
    for match in _DEFINITION.finditer(words):
        if _SIDE_SUM.search(match.group()):
            continue
        money = next(iter(find_amounts(words[match.end() : match.end() + 60])), None)
        point = money.amount.central if money and money.start == 0 else None
        if money is None or point is None or point < _SMALLEST:
            continue
        at = start + match.end()
        yield _size(document, at, at + money.end, money.amount, paper, match["term"])
        return


def _size(document: Document, at: int, end: int, amount: Amount, paper: Paper, before: str) -> Size:
    """The figure with the words around it, back to where its sentence begins."""
    edge = max(document.text.rfind(stop, 0, at) for stop in (". ", ";", "\n\n", "WHEREAS"))
    first = max(edge + 1, at - 600)
    first += len(document.text[first:at]) - len(document.text[first:at].lstrip())
    lowered = before[-160:].lower()
    kind = _kind(lowered) if paper.kind is Kind.LOAN else None
    facility = paper.kind is Kind.LOAN and bool(re.search(r"facilit|commit|line|revolv", lowered))
    ceiling = amount.qualifier is Qualifier.UP_TO
    return Size(amount=amount, span=(first, end), instrument=kind, is_facility=facility or ceiling)
