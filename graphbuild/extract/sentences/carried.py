"""What the sentences before leave to one: the parties it may mean without naming them.

Lives here: what is carried over, and what one sentence gives of it. Not here: how far it is carried
(`telling`), "the company" at the head of a sentence (`subjects`), other epithets (`epithets`).
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.parties import Mention, Voice, find_parties
from graphbuild.records.document import Document, Entry


class Carries(Protocol):
    """What a sentence may ask of those before it."""

    @property
    def lender(self) -> Mention | None:
        """Whom the section named as the other side of the facility it speaks of."""

    @property
    def borrower(self) -> Mention | None:
        """The vehicle that the section named "as borrower" of its facility."""

    @property
    def venture(self) -> Mention | None:
        """The joint venture or vehicle without a name that the story told of last."""

    @property
    def antecedent(self) -> Mention | None:
        """The one other party the paragraph has named, for "the notes"."""

    @property
    def named(self) -> Collection[Mention]:
        """The other parties the paragraph has named so far."""

    @property
    def raiser(self) -> Mention | None:
        """In a report, the company that raises money by the headline of the item."""

    @property
    def subject(self) -> Mention | None:
        """In a report, whom the sentence before was about."""


@dataclass(frozen=True, slots=True)
class _Nothing:
    """`Carries` for a sentence that stands alone."""

    lender: Mention | None = None
    borrower: Mention | None = None
    venture: Mention | None = None
    antecedent: Mention | None = None
    named: tuple[Mention, ...] = ()
    raiser: Mention | None = None
    subject: Mention | None = None


NOTHING_BEFORE: Carries = _Nothing()


LENDER = re.compile(
    r"(?:[Cc]redit|[Ll]oan|[Pp]romissory [Nn]ote|[Ff]inancing|[Ff]acilit(?:y|ies)|[Ll]ine of "
    r"[Cc]redit)(?:(?!<P)[^;]){0,60}? (?:with|from|provided by) (?:the |an agent,? "
    r")?<P(\d+)>"
)


SEVERAL = re.compile(r"(?:, <P\d+>)+,? (?:and|&)\b|,? (?:and|&) <P\d+>(?!'s)")
"""After a lender's name: he is one of several, and lends no whole facility."""
_AGREED_WITH = re.compile(r"[Aa]greement with <P\d+>$")
"""Nobody but a company agrees on a loan."""


def lender_in(plain: str, parties: tuple[Mention, ...]) -> Mention | None:
    """The named party with whom, by this sentence, a facility was agreed."""
    match = LENDER.search(plain)
    if match and SEVERAL.match(plain, match.end()):
        return None
    party = parties[int(match.group(1))] if match else None
    if match and party and party.is_weak and _AGREED_WITH.search(match.group()):
        return replace(party, is_weak=False)
    return party if party and is_counterparty(party) else None


def defined_borrower(document: Document, voice: Voice) -> Mention | None:
    """In the report of one event, the company it calls "the Borrower"."""
    full = dict(voice.terms).get("Borrower") if document.kind.startswith("8-K") else None
    return Mention(name=full, start=-1, end=-1, as_written="Borrower") if full else None


_BORROWER = re.compile(r"<P(\d+)>,? as (?:the )?[Bb]orrower\b")


def borrower_in(full: str, parties: tuple[Mention, ...]) -> Mention | None:
    """The company that a sentence calls the borrower."""
    match = _BORROWER.search(full)
    party = parties[int(match.group(1))] if match else None
    return party if party and not party.is_unnamed and not party.is_weak else None


_UNIT_OWES = re.compile(
    r"<P(\d+)>(?!'s),? (?:(?:has|have|had|will|intends? to|plans? to|proposes? to) )*(?:offer|pric|"
    r"issu|sold|clos|enter|sign|complet|secur|obtain|borrow|execut|rais|amend)\w*\b[^;]{0,200}?"
    r"\b(?:[Nn]otes|[Bb]onds|[Dd]ebentures|[Ll]oans?|[Cc]redit|[Ff]acility|[Ff]inancing)\b"
)


def unit_in(plain: str, parties: tuple[Mention, ...]) -> Mention | None:
    """The company's unit that, by what a release announces, borrows or sells notes."""
    match = _UNIT_OWES.match(plain)
    party = parties[int(match.group(1))] if match else None
    return party if party and is_counterparty(party) else None


VENTURE = re.compile(r"\b(?:joint venture|JV|venture|vehicle|SPV)\b")


def venture_in(parties: tuple[Mention, ...]) -> Mention | None:
    """The last joint venture or vehicle a sentence speaks of without a name."""
    found = [p for p in parties if p.is_unnamed and VENTURE.search(p.name)]
    return found[-1] if found else None


_RAISES = re.compile(r"\b(?:[Rr]ais(?:es|ed|ing)|[Ss]eries [A-H]\b|[Ff]unding|[Cc]loses)")


def raiser_of(entry: Entry | None, voice: Voice) -> Mention | None:
    """Who, by the headline, raises money: its first party before the verb."""
    raises = _RAISES.search(entry.title) if entry else None
    if entry is None or raises is None:
        return None
    parties = find_parties(entry.title, voice, headline=True)
    before = [p for p in parties if p.end <= raises.start() and not p.is_unnamed]
    return before[0] if len(before) == 1 else None


_ROUND_OF = re.compile(
    r"<P(\d+)>,? (?:(?:is|are|has|have|been|will|plans to|also) )*(?:rais\w+|expand\w+|lift\w+|"
    r"increas\w+|upsiz\w+) (?:(?!<P|<M)[^;]){0,50}?(?:financing|fundrais\w+|funding)\b|"
    r"<P(\d+)>,? (?:has |have )?(?:selected|tapped|picked|chosen|hired|chose) "
    r"<P\d+>(?:(?:,|,? and) <P\d+>)* to (?:lead|arrange|provide)(?:(?!<P)[^;]){0,60}financing|"
    r"<M\d+> (?:[a-z-]+ ){0,3}?(?:financing|funding)(?: package| deal)? (?:for|to) "
    r"(?:(?!<P|alongside)[^;]){0,30}?<P(\d+)>(?!'s)|"
    r"[Ii]nvest\w* in(?:to)? <P(\d+)> as part of (?:(?!<P)[^;]){0,60}round|"
    r"<P(\d+)>,? (?:(?!<P)[^;]){0,60}? to raise (?:[a-z-]+ ){0,4}<M\d+>(?! (?:[a-z-]+ ){0,6}?"
    r"(?:debt|loans?|notes|bonds|credit)\b)|"
    r"<P(\d+)>,? (?:which |has |have )*(?:[Rr]ais(?:es|ed|ing)|secured|landed) "
    r"(?:an? [a-z-]+ )?<M\d+>(?! (?:[a-z-]+ ){0,6}?(?:debt|loans?|notes|bonds|credit|contract|"
    r"order|deal|backlog)\b)|"
    r"<P(\d+)>'s (?:[a-z]+ ){0,2}(?:funding|financing)? ?(?:round|[Ss]eries [A-H])\b|"
    r"<P(\d+)>,? (?:(?!<P)[^;]){0,90}?(?:[Rr]ais(?:es|ed|ing)|[Cc]los(?:es|ed)|[Ss]ecured|"
    r"[Ll]anded|[Cc]ompleted|[Aa]cquired(?= <M\d+> in )|"
    r"[Aa]nnounc(?:es|ed)(?= (?:(?!<P)[^;]){0,60}?<M))"
    r"(?:(?!<P)[^;]){0,60}?(?:[Ss]eries [A-H]|[Rr]ound|(?<=> )investment(?! in)|(?<=> )in "
    r"(?:[a-z-]+ )?(?:funding|equity|financing))\b|"
    r"<P(\d+)>,? (?:has )?announced (?:an? )?(?:new |fresh |equity )(?:funding|financing|round)\b|"
    r"(?:[Rr]ound|[Ss]eries [A-H]) (?:in|for|of) (?:(?!<P|alongside)[^;]){0,50}?<P(\d+)>"
)


def raised_in(plain: str, parties: tuple[Mention, ...]) -> Mention | None:
    """The company whose round a sentence of a report tells of."""
    match = _ROUND_OF.search(plain)
    party = parties[int(next(filter(None, match.groups())))] if match else None
    return party if party and not party.is_unnamed and not party.is_agent else None


def counterparties(parties: Iterable[Mention]) -> dict[str, Mention]:
    """The named others among the parties, by plain name; of two wordings the later one."""
    return {plain_name(p.name): p for p in parties if p.is_certain and not p.is_filer}


def is_counterparty(mention: Mention) -> bool:
    """Whether a mention names another company, and no mere agent."""
    return bool(counterparties([mention]))
