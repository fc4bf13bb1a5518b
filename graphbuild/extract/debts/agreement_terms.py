"""When a filed loan falls due and what it costs, by the definitions of its agreement.

Accepts: "“Maturity Date” means May 16, 2030."
Accepts: "“Applicable Margin” means, (a) with respect to SOFR Loans, 4.00% per annum and ..."
Refuses: "“Maturity Date” means the earlier of ..." with several days; "the fifth anniversary of the
Closing Date", which is no date.

Lives here: terms that no size and no party tells. Not here: sizes (`agreement_sizes`), sums that a
guarantor or tenant promises (`agreement_promises`).
"""

import re

from graphbuild.extract.debts.agreement_kinds import Kind, Paper
from graphbuild.extract.grammar.dates import find_dates
from graphbuild.records.document import Document
from graphbuild.records.period import PartialDate

_DEFINED_WITHIN = 150_000
_MEANS = r"[”\"]\s*(?:shall mean|means?|is|:)[,:]?\s*(?P<meaning>[^“”\"]{0,500})"
_MATURITY = re.compile(
    r"[“\"](?:(?:Stated|Scheduled|Final|Initial|Term(?: Loan)?|Facility|Loan|Revolving(?: Credit)?|"
    rf"DDTL|Delayed Draw) )*(?:Maturity|Termination) Date{_MEANS}"
)
_NOTE_DUE = re.compile(
    r"\b(?:due and payable|payable in full|shall mature|matures?|maturity date (?:is|of))\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
_MARGIN = re.compile(rf"[“\"](?:Applicable (?:Margin|Rate)|Margin|Spread){_MEANS}", re.IGNORECASE)
_PERCENT = re.compile(r"(?P<rate>\d{1,2}(?:\.\d{1,4})?)\s?%")
_KIND_OF_RATE = re.compile(r"\b(SOFR|EURIBOR|SONIA|LIBOR|Base Rate|ABR)\b", re.IGNORECASE)
_NO_DATE = re.compile(r"\banniversary\b|\bearliest\b|\bsprings?\b", re.IGNORECASE)


def falls_due(document: Document, paper: Paper) -> PartialDate | None:
    """The day the agreement's loans are due, where its definitions or a note's words give one."""
    if paper.kind not in {Kind.LOAN, Kind.NOTES}:
        return None
    text = _body(document, paper)
    days: set[str] = set()
    for found in _MATURITY.finditer(text):
        meaning = found["meaning"].partition(". ")[0]
        told = [span.date for span in find_dates(meaning) if len(span.date.text) == 10]
        if _NO_DATE.search(meaning) or len(told) != 1:
            return None
        days.add(told[0].text)
    if not days and "note" in paper.title:
        spans = find_dates(text)
        days |= {
            s.date.text for s in spans if _NOTE_DUE.search(text[max(0, s.start - 120) : s.start])
        }
    return PartialDate(days.pop()) if len(days) == 1 else None


def margin(document: Document, paper: Paper) -> str:
    """The margin as the definition words it: "SOFR + 4.00%"; empty where it depends on a table."""
    if paper.kind is not Kind.LOAN:
        return ""
    found = _MARGIN.search(_body(document, paper))
    if found is None:
        return ""
    meaning = found["meaning"].partition("; ")[0]
    rates = list(_PERCENT.finditer(meaning))
    kinds = list(_KIND_OF_RATE.finditer(meaning))
    if not rates or len(rates) > max(1, len(kinds)):
        return ""
    first = rates[0]["rate"]
    return f"{kinds[0][0]} + {first}%" if kinds else f"{first}%"


def body_span(document: Document, paper: Paper) -> tuple[int, int]:
    """The agreement from its cover on, as far as it is read, within its own exhibit."""
    start = paper.cover[0]
    inside = paper.preamble[0]
    here = next((p.part for p in document.paragraphs if p.end > inside), "")
    ends = (p.start for p in document.paragraphs if p.start > inside and p.part != here)
    return start, min(next(ends, len(document.text)), start + _DEFINED_WITHIN)


def _body(document: Document, paper: Paper) -> str:
    start, end = body_span(document, paper)
    return document.text[start:end]
