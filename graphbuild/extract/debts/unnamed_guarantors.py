"""Who guarantees a debt by a filing, described or named: "guaranteed by certain subsidiaries".

Accepts: "The obligations under the Credit Agreement are guaranteed by certain subsidiaries of the
Company."
Accepts: "The 2031 notes will be guaranteed, jointly and severally, by all of our subsidiaries in
Arcadia."
Refuses: "The notes are not guaranteed by any of our subsidiaries."

The holders have no name, so the filer, who owes, is the target: the claim says that the debt has
further debtors. Lives here: that one wording, with names where notes are to be issued. Not here:
guarantors of notes there are (`guarantees_of_debt`), guaranties filed as exhibits (`agreements`).
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern, make_claim
from graphbuild.extract.debts.guarantees_of_debt import ISSUED
from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.parties import Mention, filer_mention, unnamed_mention
from graphbuild.extract.grammar.wording import is_conditional
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.rules import paragraph_of
from graphbuild.extract.sentences.ruling import has_no_statement
from graphbuild.extract.sentences.telling import told
from graphbuild.extract.sentences.templates import compiled
from graphbuild.records.claim import Claim, Confidence, Role, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, undisclosed

_IN_NAME = r"(?:(?<=\b[A-Z])|(?<=\bInc)|(?<=\bCorp)|(?<=\bLtd))\."
"""A stop that ends no sentence."""
_GUARANTEED = re.compile(
    r"(?P<owed>[Oo]bligations|[Bb]orrowings|[Ll]oans?|[Nn]otes|[Ss]ecurities|[Ii]ndebtedness|"
    r"[Ff]acilit(?:y|ies)|[Aa]greement|[Dd]ebentures|[Bb]onds|[Ll]ine of [Cc]redit|[Dd]ebt)\b"
    r"(?P<between>[^.;]{0,220}?)\bguarantee?d\b(?P<how>[^.;]{0,120}?) by "
    rf"(?P<who>(?:[^.;]|{_IN_NAME}){{3,500}})"
)
_DENIED = re.compile(r"\b(?:not|neither|nor|never|may|might|could|would|if|unless|no longer)\b")
_OWN = (
    r"(?:the Company['’]s|our|its|the Borrower['’]s|the Issuers?['’]s?|the Parent['’]s|Parent['’]s)"
)
_SUBSIDIARIES = re.compile(
    rf"\b(?:(?:certain|each|all|some|any|substantially all|most|one|several)(?: of)?|{_OWN})"
    rf"(?:[^,;.]|{_IN_NAME}){{0,90}}?\bsubsidiar(?:y|ies)\b",
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
_CUE = re.compile(r"guarant")
_NOTES = re.compile(r"\b(?:notes|securities|debentures|bonds|indenture|issuers?)\b", re.IGNORECASE)


def find_unnamed_guarantors(document: Document, context: Context) -> Iterator[Claim]:
    """One claim a sentence and described guarantor."""
    sentences = told(document, context)
    if sentences.is_news:
        return
    for reading in sentences.where(_CUE):
        if reading.filer and not has_no_statement(reading):
            yield from _claims(reading)


def _claims(reading: Reading) -> Iterator[Claim]:
    match = _GUARANTEED.search(reading.text)
    if match is None or reading.filer is None:
        return
    if _DENIED.search(match["between"][-40:]) or is_conditional(reading.text[: match.start()]):
        return
    stop = _ENDS.search(match["who"])
    who = match["who"][: stop.start()] if stop else match["who"]
    paper = match["owed"] + match["between"]
    owed = "noteholders" if _NOTES.search(paper) else "lenders"
    named = False
    is_to_come = re.search(r"\b(?:will|shall|to) be\b", match["between"])
    first = match.start("who")
    owner = _owner(reading, match)
    vouches = _vouches(reading, match)
    debtor = owner or _default(reading, match, vouches=vouches)
    is_promised = bool(owed == "noteholders" and is_to_come)
    if is_promised and not compiled(ISSUED).search(paragraph_of(reading)):
        return
    named_ones = {(plain_name(p.name), p.name[-2:]): p for p in reversed(reading.parties)}
    for party in sorted(named_ones.values(), key=lambda p: p.start) if is_promised else ():
        is_owner = party.is_possessive or _GOES_ON.match(reading.text, party.end)
        is_there = first <= party.start < first + len(who) and not is_owner
        if is_there and party.is_certain:
            named = named or not party.is_filer
            yield _claim(reading, party, debtor, owed, Status.ANNOUNCED)
    if vouches and not is_promised:
        yield _claim(reading, filer_mention(reading.filer), debtor, owed, Status.FUNDED)
    for label in () if named else _described(who):
        yield _claim(reading, unnamed_mention(label), debtor, owed, Status.FUNDED)


_OF = re.compile(r"\b(?:of|owed by|issued by) (?:the )?$")
_OF_SOMEBODY = re.compile(r"\bof the (?:[Ii]ssuers?|[Bb]orrowers?|[Cc]o-[Ii]ssuers)\b")
_GOES_ON = re.compile(r"['’]s| (?!Corp|Inc|LLC)[A-Z]")
_FIRST = re.compile(r"(?:(?:each|both|all) of )?(?:the )?(?:[A-Z][\w.&’'-]*,? (?:and )?){0,6}$")


def _owner(reading: Reading, match: re.Match[str]) -> Mention | None:
    """Whose debt it is by the words: "the obligations of Alder LLC are guaranteed"."""
    first, last = match.span("between")
    for party in reading.parties:
        if first <= party.start < last and _OF.search(reading.text, first, party.start):
            return None if party.is_unnamed or party.is_weak else party
    return None


def _vouches(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the filer stands first among the guarantors: the debt is not its own."""
    start = match.start("who")
    return any(
        p.is_filer
        and not p.is_possessive
        and not _GOES_ON.match(reading.text, p.end)
        and start <= p.start
        and _FIRST.fullmatch(reading.text, start, p.start)
        for p in reading.parties
    )


def _default(reading: Reading, match: re.Match[str], *, vouches: bool) -> Mention | None:
    """Who owes where no name says so: the borrower of the section, else the filer."""
    if vouches or _OF_SOMEBODY.search(match["between"]):
        return reading.before.borrower
    filer = filer_mention(reading.filer) if reading.filer else None
    return reading.before.borrower or filer


def _claim(
    reading: Reading, guarantor: Mention, debtor: Mention | None, owed: str, status: Status
) -> Claim:
    """Who would be paid has no name: the obligor is the target, unless he is the guarantor."""
    if debtor and plain_name(debtor.name) == plain_name(guarantor.name):
        debtor = None
    obligors = (debtor.as_party(Role.OBLIGOR),) if debtor else ()
    return make_claim(
        reading.document,
        UNNAMED_GUARANTORS.label,
        (reading.start, reading.end),
        InstrumentId.GUARANTEE,
        (
            guarantor.as_party(Role.SOURCE),
            (debtor or unnamed_mention(owed)).as_party(Role.TARGET),
            *obligors,
        ),
        undisclosed(),
        Measure.HEADLINE,
        status,
        confidence=Confidence.LIKELY,
        note="" if not guarantor.is_unnamed else _WITHOUT_NAME,
    )


_WITHOUT_NAME = "the filing describes the guarantor without a name"


def _described(who: str) -> Iterator[str]:
    """Labels of the guarantors that the words describe."""
    if _SUBSIDIARIES.search(who) and not re.search(r"\bnone of\b", who):
        yield "subsidiary guarantors"
    holder = _HOLDERS.search(who)
    if holder:
        yield holder["who"].lower().rstrip("s")


UNNAMED_GUARANTORS = Pattern("unnamed_guarantors", 1, find_unnamed_guarantors)
PATTERN = UNNAMED_GUARANTORS
