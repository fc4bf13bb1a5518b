"""What insiders own of a class of shares, told in sentences of risk factors and related parties.

Accepts: "Brightwater Capital beneficially owned about 12.5% of our outstanding common stock."
Accepts: "Ada Quill beneficially owned 62% of our Class B common stock."
Refuses: "Any person beneficially owning 20% of our common stock must notify us."

Lives here: those sentences, the full name of "Mr. Quill", each class of shares told in one.
Not here: Schedules 13D and 13G (`ownership`, `schedule_covers`), stakes in companies the filer
invests in (`stakes`, `stakes_told`), shares of the voting power.

Flow: Reading -> Claim*; one a class of shares.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from graphbuild.extract.base import Context, Pattern, make_claim
from graphbuild.extract.grammar.parties import Mention
from graphbuild.extract.grammar.sure_names import full_person, is_sure
from graphbuild.extract.sentences.claiming import share_amount
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.telling import told
from graphbuild.records.claim import Claim, Confidence, Role, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_WITH = (
    r"(?:,? (?:and|together with|along with) (?:his|her|its|their|certain|other|the|of|related|"
    r"affiliated|family|estate|planning|funds|managed|by|entities|affiliates?|trusts?|persons|"
    r"members|investment|vehicles|controlled| |-)+)?"
)
_CLASS = (
    r"(?:(?:issued|and|outstanding|total|shares|of|Class [A-H]|[Cc]ommon|[Oo]rdinary|capital|"
    r"voting|Series [A-Z]) )*(?:[Cc]ommon [Ss]tock|[Oo]rdinary [Ss]hares|capital stock|"
    r"[Cc]ommon [Ss]hares|(?:outstanding )?shares|Class [A-H] (?:stock|shares)|voting stock)"
)
_OWNED = (
    r"(?:(?:currently |collectively )?beneficially (?:own(?:s|ed)?|held|holds?)|(?:is|was) the "
    r"beneficial owner of|ha[sd] beneficial ownership of)"
)
_CUE = re.compile("beneficial")
_TOLD = re.compile(
    rf"(?P<title>(?:Mr|Ms|Mrs|Dr)\.? )?<P(?P<who>\d+)>{_WITH},? {_OWNED} (?:a total of |in the "
    rf"aggregate )?(?P<parts><S\d+> of (?:<P\d+>'s|the) {_CLASS}"
    rf"(?:,? and <S\d+> of (?:<P\d+>'s|the) {_CLASS})*)"
)
_COUNTED = re.compile(
    rf"(?P<title>(?:Mr|Ms|Mrs|Dr)\.? )?<P(?P<who>\d+)>{_WITH},? {_OWNED} (?:a total of |in the "
    rf"aggregate |an aggregate of )?[\d,.]+ (?:million )?(?:shares|units)[^<>;]{{0,60}}?,? "
    rf"(?:which )?(?:represent(?:s|ing|ed)|constitut(?:es|ing)|or) "
    rf"(?P<parts><S\d+> of (?:the )?{_CLASS} of <P\d+>|"
    r"<S\d+> of <P\d+>'s)"
)
_PART = re.compile(r"<S(?P<share>\d+)> of (?:(?:[^<>;]{0,60} of )?<P(?P<whose>\d+)>|the)")
_TWO_OWNERS = re.compile(r"(?:>|\b)(?:,| and|, and) $")
_SUPPOSED = re.compile(
    r"\b(?:if|would|may|any person|more than|interested (?:stock|share)holder)\b"
)


def find_insider_stakes(document: Document, context: Context) -> Iterator[Claim]:
    """One claim a class of shares.

    Takes "Ada Quill beneficially owned approximately 62% of our Class B common stock and 3% of our
    Class A common stock"; refuses shares told of several owners together, and voting power.
    """
    for reading in told(document, context).where(_CUE):
        if reading.is_news:
            continue
        found = (*_TOLD.finditer(reading.plain), *_COUNTED.finditer(reading.plain))
        for match in found:
            before = reading.plain[: match.start()]
            if _TWO_OWNERS.search(before) or _SUPPOSED.search(reading.plain):
                continue
            owner = _owner(reading, match, document)
            if is_sure(owner.as_party(Role.SOURCE), document, context):
                yield from _claims(reading, match, owner)


def _owner(reading: Reading, match: re.Match[str], document: Document) -> Mention:
    """The owner; after "Mr." under the full name the document gives elsewhere."""
    mention = reading.parties[int(match["who"])]
    if mention.is_filer or mention.is_unnamed or " " in mention.name or not match["title"]:
        return mention
    return replace(mention, name=full_person(mention.name, document))


def _claims(reading: Reading, match: re.Match[str], owner: Mention) -> Iterator[Claim]:
    for part in _PART.finditer(match["parts"]):
        percent = reading.percents[int(part["share"])]
        issuer = _issuer(reading, part["whose"])
        if issuer is None or issuer.name == owner.name or issuer.is_unnamed:
            continue
        yield make_claim(
            reading.document,
            INSIDER_STAKES.label,
            (reading.start, reading.end),
            InstrumentId.HOLDING,
            (owner.as_party(Role.SOURCE), issuer.as_party(Role.TARGET)),
            share_amount(percent.qualifier),
            Measure.SHARE,
            Status.FUNDED,
            share=percent.fraction,
            confidence=Confidence.LIKELY,
            agreed_on=next((d.date for d in reading.dates if d.cue == "as_of"), None),
        )


def _issuer(reading: Reading, whose: str | None) -> Mention | None:
    """Whose shares they are: the company named, or the filer for "the outstanding shares"."""
    if whose is not None:
        return reading.parties[int(whose)]
    return next((p for p in reading.parties if p.is_filer), None)


INSIDER_STAKES = Pattern("insider_stakes", 1, find_insider_stakes)
