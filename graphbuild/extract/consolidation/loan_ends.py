"""When a loan or note falls due where its own sentence leaves that to the next, or to its name.

Accepts: "Corvid lent Alder $40 million. The loan bears 9% interest and matures on May 5, 2029."
Accepts: "Alder sold $90 million of its 2031 Notes."
Refuses: maturities in sentences that tell of another sum.

Lives here: ends of debts told without one. Not here: ends in the sentence itself (`claiming`),
days of deals (`event_dates`).

Flow: Claim* of one document -> Claim*, debts with their maturity.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from graphbuild.extract.consolidation.places import Places
from graphbuild.extract.debts.borrowing_words import NOTES as NOTE_WORDS
from graphbuild.extract.grammar.amounts import may_hold_money
from graphbuild.extract.grammar.dates import find_dates
from graphbuild.extract.grammar.instrument_sets import NOTES
from graphbuild.records.claim import Claim, Status
from graphbuild.records.instrument import Family, InstrumentId, instrument
from graphbuild.records.money import Measure
from graphbuild.records.period import PartialDate

_OF_LOANS = (
    r"(?:[Ll]oans?|[Ff]acilit(?:y|ies)|[Cc]redit [Aa]greement|[Ll]ine of [Cc]redit|[Ff]inancing|"
    r"[Bb]orrowings?|[Rr]evolver|[Cc]ommitments|[Nn]ote)"
)
_SUBJECT = (
    r"(?:^|[,;—] )(?:(?:[Tt]he|[Tt]his|[Tt]hese|[Ss]uch|[Aa]ny|[Aa]ll)(?: [\w-]+){{0,4}}? {noun}\b|"
    r"[Ii]t|[Tt]hey|[Bb]orrowings)(?P<rest>[^.]*)"
)
_IS_DUE = re.compile(
    r"\b(?:matur(?:es?|ing|ity date (?:of|is))|(?:scheduled|due) to mature|will (?:be due|mature|"
    r"expire)|expires?|(?:is|are) (?:due|repayable|payable in full)|"
    r"final maturity(?: date)? (?:of|is)|ha(?:s|ve) a (?:final |stated )?maturity(?: date)? "
    r"(?:of|on)|(?<!not )terminates)\b[^.,;]{0,40}?\b(?:on|in|of|is|due|until)? ?$"
)
_NAMED_YEAR = re.compile(
    r"(?:\b(?:its|the|of|our|in|such|their|new) |\d% )(?P<year>20\d\d) (?:[A-Z][a-z]+ ){0,4}"
    r"Notes\b|\b(?P<year2>20\d\d)[-– ](?:maturing|due)\b"
)
_NEXT = 3


def with_loan_ends(claims: Iterable[Claim], places: Places) -> tuple[Claim, ...]:
    """The claims; debts in force without an end have that of the sentences on them."""
    told = tuple(claims)
    debts: dict[int, set[InstrumentId]] = {}
    for claim in told:
        if instrument(claim.instrument).family is Family.DEBT:
            debts.setdefault(claim.citation.start, set()).add(claim.instrument)
    return tuple(
        _ended(claim, places) if places.opens_sentence(claim) and _may_end(claim, debts) else claim
        for claim in told
    )


def _may_end(claim: Claim, debts: dict[int, set[InstrumentId]]) -> bool:
    return (
        claim.ends_on is None
        and instrument(claim.instrument).family is Family.DEBT
        and claim.status is not Status.TERMINATED
        and claim.measure is not Measure.PAID
        and len(debts[claim.citation.start]) == 1
    )


def _ended(claim: Claim, places: Places) -> Claim:
    found = _by_name(claim) or _told_next(claim, places)
    made = claim.agreed_on
    is_later = found is not None and (made is None or found.last_day() > made.last_day())
    return replace(claim, ends_on=found) if is_later else claim


def _by_name(claim: Claim) -> PartialDate | None:
    """The year in the name of notes: "its 2031 Notes"."""
    if claim.instrument not in NOTES:
        return None
    found = {m["year"] or m["year2"] for m in _NAMED_YEAR.finditer(claim.citation.quote)}
    return PartialDate(found.pop()) if len(found) == 1 else None


def _told_next(claim: Claim, places: Places) -> PartialDate | None:
    """The maturity that one of the next sentences tells of it, before another sum is told."""
    subject = re.compile(
        _SUBJECT.format(noun=NOTE_WORDS if claim.instrument in NOTES else _OF_LOANS)
    )
    for text in places.after(claim, _NEXT):
        about = subject.search(text)
        days = [
            span.date
            for span in find_dates(text)
            if about
            and span.start >= about.start("rest")
            and _IS_DUE.search(text[max(0, span.start - 90) : span.start])
        ]
        if len(days) == 1:
            return days[0]
        if days or (may_hold_money(text) and not about):
            return None
    return None
