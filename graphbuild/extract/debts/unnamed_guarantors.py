"""Guarantors a filing only describes: "guaranteed by certain of the Company's subsidiaries".

Accepts: "The obligations under the Credit Agreement are guaranteed by certain subsidiaries of the
Company."
Accepts: "The notes will be fully and unconditionally guaranteed by each of our domestic
subsidiaries."
Refuses: "The notes are not guaranteed by any of our subsidiaries."

Both sides stay without a name, the filer is obligor: the claim says that the debt has further
debtors. Lives here: that one wording. Not here: guarantors with a name (`guarantees_of_debt`),
guaranties filed as exhibits (`agreements`).
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern, make_claim
from graphbuild.extract.grammar.parties import filer_mention, unnamed_mention
from graphbuild.extract.grammar.wording import is_conditional
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.ruling import has_no_statement
from graphbuild.extract.sentences.telling import told
from graphbuild.records.claim import Claim, Confidence, Role, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, undisclosed

_GUARANTEED = re.compile(
    r"(?P<owed>[Oo]bligations|[Bb]orrowings|[Ll]oans?|[Nn]otes|[Ss]ecurities|[Ii]ndebtedness|"
    r"[Ff]acilit(?:y|ies)|[Aa]greement|[Dd]ebentures|[Bb]onds|[Ll]ine of [Cc]redit|[Dd]ebt)\b"
    r"(?P<between>[^.;]{0,220}?)\bguarantee?d\b(?P<how>[^.;]{0,120}?) by (?P<who>[^.;]{3,400})"
)
_DENIED = re.compile(r"\b(?:not|neither|nor|never|may|might|could|would|if|unless|no longer)\b")
_OWN = (
    r"(?:the Company['’]s|our|its|the Borrower['’]s|the Issuers?['’]s?|the Parent['’]s|Parent['’]s)"
)
_SUBSIDIARIES = re.compile(
    rf"\b(?:(?:certain|each|all|some|any|substantially all|most|one|several)(?: of)?|{_OWN})"
    rf"[^,;.]{{0,90}}?\bsubsidiar(?:y|ies)\b",
    re.IGNORECASE,
)
_HOLDERS = re.compile(
    rf"\b(?:one|certain|some|two|several|an?)(?: of)? (?:{_OWN} )?(?:principal |majority |"
    r"significant |controlling )?"
    r"(?P<who>stockholders?|shareholders?|officers?|directors?|members?)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:and|are|is) (?:are |is )?(?:also )?(?:secured|collateralized)|\bpursuant to"
)
_NOTES = re.compile(r"\b(?:notes|securities|debentures|bonds|indenture)\b", re.IGNORECASE)


def find_unnamed_guarantors(document: Document, context: Context) -> Iterator[Claim]:
    """One claim a sentence and described guarantor."""
    sentences = told(document, context)
    if sentences.is_news:
        return
    for index in range(len(sentences)):
        if "guarant" not in sentences.text(index):
            continue
        reading = sentences.reading(index)
        if reading is not None and reading.filer and not has_no_statement(reading):
            yield from _claims(reading)


def _claims(reading: Reading) -> Iterator[Claim]:
    match = _GUARANTEED.search(reading.text)
    if match is None or reading.filer is None:
        return
    if _DENIED.search(match["between"][-40:]) or is_conditional(reading.text[: match.start()]):
        return
    stop = _ENDS.search(match["who"])
    who = match["who"][: stop.start()] if stop else match["who"]
    owed = "noteholders" if _NOTES.search(match["owed"]) else "lenders"
    for label in _described(who):
        yield make_claim(
            reading.document,
            UNNAMED_GUARANTORS.label,
            (reading.start, reading.end),
            InstrumentId.GUARANTEE,
            (
                unnamed_mention(label).as_party(Role.SOURCE),
                unnamed_mention(owed).as_party(Role.TARGET),
                filer_mention(reading.filer).as_party(Role.OBLIGOR),
            ),
            undisclosed(),
            Measure.HEADLINE,
            Status.FUNDED,
            confidence=Confidence.LIKELY,
            note="the filing describes the guarantor without a name",
        )


def _described(who: str) -> Iterator[str]:
    """Labels of the guarantors that the words describe."""
    if _SUBSIDIARIES.search(who) and not re.search(r"\bnone of\b", who):
        yield "subsidiary guarantors"
    holder = _HOLDERS.search(who)
    if holder:
        yield holder["who"].lower().rstrip("s")


UNNAMED_GUARANTORS = Pattern("unnamed_guarantors", 1, find_unnamed_guarantors)
PATTERN = UNNAMED_GUARANTORS
