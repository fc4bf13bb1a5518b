"""Sums that the body of a filed guaranty or lease promises: its cap, its whole rent.

Accepts: "Guarantor's aggregate liability hereunder shall not exceed $1,800,000,000."
Accepts: "“Guaranty Cap” means $450,000,000." -> up to
Accepts: "Tenant shall pay aggregate Base Rent of approximately $7,000,000,000 over the Term."
Refuses: caps of fees, costs and insurance; rents of a month or a year; caps of somebody else.

Lives here: these sums. Not here: sizes of loans and prices (`agreement_sizes`).
"""

import re
from dataclasses import replace
from decimal import Decimal

from graphbuild.extract.debts.agreement_kinds import Kind, Paper
from graphbuild.extract.debts.agreement_sizes import Size
from graphbuild.extract.debts.agreement_terms import body_span
from graphbuild.extract.grammar.amounts import find_amounts
from graphbuild.records.document import Document
from graphbuild.records.money import up_to

_SMALLEST = Decimal(1_000_000)
_CAPPED = re.compile(
    r"(?:\bguarantors?(?:['’]s?)?\b[^.;]{0,160}?\b(?:liabilit(?:y|ies)|obligations?)|"
    r"\bliability of (?:the |such )?guarantors?\b|"
    r"\b(?:maximum|aggregate) (?:guarantee[dy]|guaranty) (?:amount|obligations?))\b"
    r"[^.;$€£]{0,140}?\b(?:not exceed|exceed|limited to|capped at|maximum of|up to)\b"
    r"[^.;$€£]{0,60}$",
    re.IGNORECASE,
)
_CAP = re.compile(
    r"[“\"](?:(?:Maximum|Aggregate|Guarantee[dy]?|Guaranty|Guarantor|Liability) )*"
    r"(?:Cap|Maximum (?:Amount|Liability)|Guaranteed Amount|Guaranty Amount|Maximum Guaranteed "
    r"(?:Amount|Obligations))[”\"]\s*(?:shall mean|means?|is|:)[^“”\"$€£.]{0,160}$",
    re.IGNORECASE,
)
_OTHER_CAP = re.compile(
    r"\b(?:fees?|costs?|expenses?|enforcement|insurance|deductible|attorneys?)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_WHOLE_RENT = re.compile(
    r"\b(?:aggregate|total)(?: (?:minimum|fixed|base|basic|contract|annual|monthly)){0,2} "
    r"(?:rents?|rental|lease payments|payments)\b[^.;$€£]{0,80}$",
    re.IGNORECASE,
)
_BY_TIME = re.compile(
    r"\b(?:annual|monthly|per (?:month|year|annum)|each (?:month|year))\b", re.IGNORECASE
)
_BEFORE = 320


def promised_in(document: Document, paper: Paper) -> tuple[Size, ...]:
    """The one cap of a guaranty, the one whole rent of a lease; empty where there are several."""
    reader = {Kind.GUARANTEE: _is_cap, Kind.LEASE: _is_rent}.get(paper.kind)
    if reader is None or paper.is_amendment:
        return ()
    start, end = body_span(document, paper)
    text = document.text[start:end]
    found: list[Size] = []
    for money in find_amounts(text):
        before = text[max(0, money.figure_start - _BEFORE) : money.figure_start]
        point = money.amount.point or money.amount.central
        if point is None or point < _SMALLEST or not reader(before, text[money.end :][:60]):
            continue
        found.append(
            Size(amount=money.amount, span=_sentence(document, start, money.start, money.end))
        )
    if len({size.amount.point for size in found}) != 1:
        return ()
    first = found[0]
    return (_limit(first),) if paper.kind is Kind.GUARANTEE else (first,)


def _is_cap(before: str, _after: str) -> bool:
    is_told = _CAPPED.search(before) or _CAP.search(before)
    return bool(is_told) and not _OTHER_CAP.search(before)


def _is_rent(before: str, after: str) -> bool:
    told = _WHOLE_RENT.search(before)
    return told is not None and not _BY_TIME.search(told[0] + after)


def _sentence(document: Document, offset: int, start: int, end: int) -> tuple[int, int]:
    """From the beginning of the figure's sentence to the figure's end."""
    at = offset + start
    edge = max(document.text.rfind(stop, 0, at) for stop in (". ", ";", "\n"))
    first = max(edge + 1, at - 600)
    lead = len(document.text[first:at]) - len(document.text[first:at].lstrip())
    return first + lead, offset + end


def _limit(size: Size) -> Size:
    amount = size.amount
    ceiling = up_to(amount.point, amount.currency) if amount.point is not None else amount
    return replace(size, amount=ceiling, is_facility=True)
