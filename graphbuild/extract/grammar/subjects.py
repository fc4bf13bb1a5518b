"""Who "the company" and "it" are at the head of a sentence of a report.

Lives here: telling the sentence that goes on about the party of the one before. Not here: "we" and
"the Company" of filings, which are the filer (`parties`).
"""

import re
from dataclasses import replace

from graphbuild.extract.grammar.called import may_be_called
from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.parties import Mention

_INTRO = (
    r"(?:(?:But|And|Now|Crucially|Notably|Importantly|Then|Still|Since then|Additionally"
    r"|Separately|"
    r"Meanwhile|In addition|Moreover|Also|Later|Earlier|Recently|"
    r"(?:Last|This|Earlier this|Later that|Just last) (?:week|month|year|quarter|summer|fall)|"
    r"(?:A|Two|Three|Four|Several|Some) (?:few )?(?:days?|weeks?|months?|years?) (?:later|earlier|"
    r"ago|after that)|"
    r"In (?:a|an) [^,]{3,40}|(?:In|On|By|Since|Back in) (?:[A-Z][a-z]+ )?(?:\d\d?, )?\d{4}|"
    r"(?:In|On|By|Since|Back in) (?:early |late |mid-)?[A-Z][a-z]+(?: \d\d?)?|"
    r"As part of [^,]{3,60}|Under the [^,]{3,40}),? )?"
)
_VERB = (
    r"(?:(?:has|had|have|will|would|is|are|was|were|also|recently|then|just|now|reportedly|"
    r"allegedly|previously|separately|already|said|says|plans?|could|may|might|aims|intends|wants|"
    r"hopes|expects|seeks)|[a-z]{3,}(?:ed|s)|bought|sold|struck|won|took|made|built|put|spent|got|"
    r"held|led|paid|lent|sought|began|gave)"
)
NOUN = (
    r"(?:company|companies|firm|startup|start-up|group|chip ?maker|lab|giant|titan|behemoth|"
    r"conglomerate|developer|provider|maker|operator|miner|hyperscaler|neocloud|lender|bank|"
    r"utility|retailer|insurer|manufacturer|supplier|builder|landlord|automaker|carmaker|"
    r"powerhouse|unicorn|heavyweight|investor|fund manager|asset manager)"
)
_OWN = (
    r"(?:[a-z-]+ ){0,3}(?:investors?|backers?|shareholders?|lenders?|customers?|suppliers?|debt|"
    r"backlog|deals?|contracts?|agreements?|investments?|stakes?|rounds?|commitments?|loans?|"
    r"bonds?|notes|CEO|CFO|chief)\b"
)
_BACK = re.compile(
    rf"^{_INTRO}(?P<who>[Tt]he (?:(?:[A-Z]?[A-Za-z0-9.-]+|[a-z][a-z-]+ing) ){{0,3}}?{NOUN}|"
    rf"[Ii]t|[Tt]hey)(?:(?<=[a-z]{{3}})(?P<own>['’]s)(?= {_OWN})|(?= {_VERB}\b)|"
    r"(?=, (?:which|whose)\b))"
)
_SAID_OF_NOBODY = (
    r"[Ii]t (?:(?:(?:may|can|could|will|should|must) be|(?:has|had) been|is|was|also|widely|"
    r"recently) )+(?:(?:recalled|remembered|noted|understood|reported|said|believed|known|"
    r"estimated|thought|assumed|likely|unlikely)\b(?! to\b)|(?:unclear|clear|important|possible|"
    r"worth)\b)"
)
_EMPTY = re.compile(
    r"[Ii]t (?:was|is|had been) (?:last |most recently |recently )?valued\b|"
    r"[Ii]t (?:is|was|will be|has been|would be) (?:\w+ly )?(?:"
    r"(?:\w+ )?(?:that|to|clear|not)\b|(?:an?|the|one|all|about|what|how|why|no|only|also)\b)|"
    r"[Ii]t (?:takes|took|seems|appears|means|comes|came|remains|makes|looks|turns|turned|depends|"
    r"helps|shows|marks|happened|follows|gives|brings|adds up)\b|" + _SAID_OF_NOBODY
)
_OWNS = re.compile(r"[Ii]t (?:is|was) (?:an?|the) (?:[a-z]+ ){0,2}(?:investor|shareholder|backer)")
_HEAD = re.compile(r"[^<]{0,60}<P(\d+)>(?!'s|-)")
_HEAD_LIST = re.compile(r"[^<]{0,60}<P\d+>(?:, <P\d+>)*,? (?:and|&) (?:[a-z-]+ ){0,3}<P\d+>")
_DONE_BY = re.compile(
    r"[^<]{0,60}\b(?:led|backed|joined|funded|provided|supported) by [^<]{0,30}<P"
)
"""In "The round was led by Corvid" it is the round that is spoken of."""
"""Of two companies that act together "the company" after them may be either."""


def subject_in(text: str, subject: Mention | None) -> Mention | None:
    """The mention that "The company" or "It" at the head of the sentence makes of its subject."""
    match = _BACK.match(text) if subject else None
    if subject is None or match is None:
        return None
    start, end = match.span("who")
    who = match.group("who")
    if _EMPTY.match(text, start) and not _OWNS.match(text, start):
        return None
    if who.lower() not in {"it", "they"} and not may_be_called(who, subject):
        return None
    own = match.end("own") - match.start("own")
    return replace(subject, start=start, end=end + own, as_written=who, is_possessive=own > 0)


def subject_of(plain: str, parties: tuple[Mention, ...], before: Mention | None) -> Mention | None:
    """The party a sentence is about: the first one, where it has a name; else the one before."""
    match = _HEAD.match(plain)
    if re.match(_SAID_OF_NOBODY, plain):
        # "It is worth noting that the sum is swelled by Tidepool, which ...": "it" is nobody.
        named = list({plain_name(p.name): p for p in parties if not p.is_unnamed}.values())
        is_one = len(named) == 1 and not named[0].is_weak
        return named[0] if is_one else None if named else before
    if match is None or _HEAD_LIST.match(plain) or _DONE_BY.match(plain):
        return before
    found = parties[int(match.group(1))]
    return before if found.is_unnamed or found.is_agent or found.is_weak else found
