"""Who "the company" and "it" are at the head of a sentence of a report.

Lives here: telling the sentence that goes on about the party of the one before. Not here: "we" and
"the Company" of filings, which are the filer (`parties`).
"""

import re
from dataclasses import replace

from graphbuild.extract.parties import Mention

_INTRO = (
    r"(?:(?:Additionally|Separately|Meanwhile|In addition|Moreover|Also|Later|Recently|"
    r"In (?:a|an) [^,]{3,40}|In (?:[A-Z][a-z]+ )?\d{4}|In [A-Z][a-z]+|As part of [^,]{3,60}|"
    r"Under the [^,]{3,40}),? )?"
)
_VERB = (
    r"(?:has|had|will|is|was|also|recently|then|raised|raises|signed|signs|plans?|planned|agreed|"
    r"secured|expects?|said|says|owns?|holds?|held|bought|issued|received|closed|completed|"
    r"entered|borrowed|sold|acquired|invested|priced|announced|disclosed|previously|concluded)"
)
_BACK = re.compile(
    rf"^{_INTRO}(?P<who>[Tt]he (?:company|firm|startup|start-up|group|chipmaker|lab|"
    rf"[A-Z][a-z]+ (?:company|firm|group|conglomerate))|[Ii]t)(?= {_VERB}\b)"
)
_EMPTY = re.compile(
    r"[Ii]t (?:is|was|will be|has been) (?:\w+ly )?(?:\w+ )?(?:that|to|clear|not)\b"
)
_HEAD = re.compile(r"[^<]{0,60}<P(\d+)>(?!'s|-)")


def subject_in(text: str, subject: Mention | None) -> Mention | None:
    """The mention that "The company" or "It" at the head of the sentence makes of its subject."""
    match = _BACK.match(text) if subject else None
    if subject is None or match is None or _EMPTY.match(text, match.start("who")):
        return None
    start, end = match.span("who")
    return replace(subject, start=start, end=end, as_written=match.group("who"))


def subject_of(plain: str, parties: tuple[Mention, ...], before: Mention | None) -> Mention | None:
    """The party a sentence is about: the first one, where it has a name; else the one before."""
    match = _HEAD.match(plain)
    if match is None:
        return before
    found = parties[int(match.group(1))]
    return before if found.is_unnamed or found.is_agent or found.is_weak else found
