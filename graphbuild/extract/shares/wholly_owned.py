"""Companies owned by words: "Tidepool Finance LLC, a wholly-owned subsidiary of the Company".

Accepts: "Tidepool Finance LLC, a wholly-owned subsidiary of the Company, borrowed $5 million."
Accepts: "Quillstone Motors LLC, a majority-owned joint venture of the Company, ..."
Refuses: "The accounts include those of our wholly-owned subsidiaries."

Lives here: those words with both names. Not here: lists of subsidiaries (`subsidiaries`), stakes in
percent (`majorities`, `stakes`, `stakes_told`), subsidiaries without a name.

Flow: Reading -> Claim*; one a pair, a share of 1 where the words say "wholly", else none.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from graphbuild.extract.base import Context, Pattern, make_claim
from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.parties import Mention
from graphbuild.extract.grammar.sure_names import is_sure
from graphbuild.extract.sentences.claiming import mentions_in
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.telling import told
from graphbuild.extract.tables.concentration import no_money
from graphbuild.records.claim import Claim, Confidence, Role, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, Qualifier

_WHOLLY = r"wholly[- –]owned"
_KIND = r"(?:(?:new(?:ly)?[- ]formed|direct|indirect|or|and|[A-Z]\w+) )*"
_WORTH = re.compile(
    r"\bits (?:[\w-]+,? ){0,5}?subsidiary\b|\bwholly\b|\bsole\b|\bmajority[- –]owned\b|"
    r"\bcontrolled\b|\bparent\b|\bowned by\b"
)
_SUBS = r"(?P<sub><P\d+>(?:(?:,? and |, )<P\d+>)*)"
_BRACKET = r"(?: ?\([^()]{0,60}\))?"
_OF = re.compile(
    rf"(?P<sub><P\d+>){_BRACKET},? (?:(?:which )?(?:is|was|becomes?|became) )?"
    r"(?:and )?(?:an? (?:[A-Z][\w.]+ ){1,3}(?:[A-Za-z]+,? ){1,4}(?:and )?)?"
    rf"(?:an? |the )?{_KIND}{_WHOLLY} {_KIND}subsidiary of (?:the )?(?P<parent><P\d+>)"
)
_THROUGH = re.compile(
    rf"(?P<parent><P\d+>){_BRACKET},? (?:acting )?through (?:its|an?) {_KIND}{_WHOLLY} {_KIND}"
    r"subsidiary,? (?P<sub><P\d+>)(?!'s)"
)
_OUR = re.compile(
    rf"(?P<parent><P\d+>)'s {_KIND}{_WHOLLY} {_KIND}subsidiary,? (?P<sub><P\d+>)(?!'s)"
)
_SOLE = re.compile(
    rf"(?P<parent><P\d+>){_BRACKET},? (?:(?:which |who )?(?:is|was|becomes?|became) |as )?"
    r"(?:the|its) sole (?:(?:and|direct|indirect|beneficial|equity) )*"
    r"(?:share|stock|equity ?|unit)?(?:holder|member|owner) (?:of|in) (?:the )?"
    r"(?P<sub><P\d+>)(?!'s)"
)
_OWNED_BY = re.compile(
    rf"{_SUBS}{_BRACKET},? (?:which |each of which |each |both )?(?:is|are|was|were) "
    rf"(?:[a-z]+ly )?{_WHOLLY.replace('[- –]', ' ')} by (?:the )?(?P<parent><P\d+>)"
)
_SOLE_CALLED = re.compile(
    rf"(?P<parent><P\d+>){_BRACKET},? (?:is|was|becomes?|became) (?P<role><P\d+>) of (?:the )?"
    rf"{_SUBS}(?!'s)"
)
"""The same where "the sole shareholder" is read as somebody without a name."""
_ITS_UNIT = rf"(?:{_KIND}(?P<wholly>{_WHOLLY}) )?{_KIND}subsidiary"
_ITS = re.compile(
    rf"\b[Ii]ts {_ITS_UNIT},? (?P<sub><P\d+>)(?!'s| and <P)|"
    rf"(?P<sub2><P\d+>){_BRACKET}, (?:an? |each )?its {_ITS_UNIT.replace('wholly>', 'wholly2>')}\b"
)
"""The same where "its" is of the one company that the sentence has named before."""
_WHOLE = (_OF, _OUR, _THROUGH, _SOLE, _SOLE_CALLED, _OWNED_BY)
_MAJORITY = re.compile(
    rf"(?P<sub><P\d+>){_BRACKET},? (?:(?:which )?(?:is|was) )?an? (?:consolidated |indirect |"
    rf"direct )*(?:majority|partially)[- –](?:owned|controlled) (?:[a-z]+ ){{0,2}}?(?:subsidiary|"
    rf"joint venture|affiliate|company|entity) of (?:the )?(?P<parent><P\d+>)"
)
_OUR_MAJORITY = re.compile(
    r"(?P<parent><P\d+>)'s (?:consolidated )?majority[- –](?:owned|controlled) (?:[a-z]+ ){0,2}?"
    r"(?:subsidiary|joint venture|affiliate),? (?P<sub><P\d+>)(?!'s)"
)
_CONTROLLED = re.compile(
    rf"{_SUBS}{_BRACKET},? (?:which |each of which |each |both )?(?:is|are|was|were) "
    r"(?:[a-z]+ly |majority[- ])*(?:owned and )?(?:controlled|owned)(?: and controlled)? by "
    r"(?:the )?(?P<parent><P\d+>)(?!'s| and <P|, <P)"
)
_PARENT = re.compile(
    rf"(?P<parent><P\d+>){_BRACKET},? (?:which )?(?:is|was) the (?:ultimate |direct |indirect |"
    rf"immediate )*parent(?: company| corporation| entity)? of (?:the )?{_SUBS}(?!'s)"
)
_IN_PART = (_MAJORITY, _OUR_MAJORITY, _CONTROLLED, _PARENT)
"""Words of control that tell no share."""


def find_wholly_owned(document: Document, context: Context) -> Iterator[Claim]:
    """One claim a pair of names: parent and subsidiary.

    Takes "Tidepool Finance LLC, a direct wholly-owned subsidiary of Tidepool, Inc." and "Quill
    Holdings Inc. is controlled by Ada Quill", the latter without a share; refuses
    "our wholly-owned subsidiaries" and subsidiaries whose name nothing marks as one.
    """
    seen: set[tuple[str, str]] = set()
    for reading in told(document, context).where(_WORTH):
        if reading.is_news:
            continue
        for parent, sub, is_whole in (*_pairs(reading), *_of_its_own(reading)):
            key = (plain_name(parent.name), plain_name(sub.name))
            parties = (parent.as_party(Role.SOURCE), sub.as_party(Role.TARGET))
            if key in seen or key[0] == key[1]:
                continue
            if not all(is_sure(p, document, context) for p in parties):
                continue
            seen.add(key)
            yield _claim(reading, parent, sub, Decimal(1) if is_whole else None)


def _pairs(reading: Reading) -> Iterator[tuple[Mention, Mention, bool]]:
    """Parent, subsidiary and whether all of it is the parent's."""
    for expression in (*_WHOLE, *_IN_PART):
        for match in expression.finditer(reading.full):
            (parent,) = mentions_in(reading, match["parent"])
            role = mentions_in(reading, match.groupdict().get("role"))
            if any(not _IS_SOLE.match(called.name) for called in role):
                continue
            for sub in mentions_in(reading, match["sub"]):
                yield parent, sub, expression in _WHOLE


_PARTS_WITH = re.compile(r"\b(?:sold|sells?|selling|sale of|divest\w*|dispos\w* of|spun off) $")


def _of_its_own(reading: Reading) -> Iterator[tuple[Mention, Mention, bool]]:
    """The same told with "its": the owner is whoever alone the sentence has named before."""
    for match in _ITS.finditer(reading.full):
        (sub,) = mentions_in(reading, match["sub"] or match["sub2"])
        before = mentions_in(reading, reading.full[: match.start()])
        owners = {p.name: p for p in before if p.is_certain}
        if len(owners) == 1 and not _PARTS_WITH.search(reading.full, 0, match.start()):
            yield next(iter(owners.values())), sub, bool(match["wholly"] or match["wholly2"])


_IS_SOLE = re.compile(r"the sole (?:share|stock|equity ?|unit)?(?:holder|member|owner)s?$")


def _claim(reading: Reading, parent: Mention, sub: Mention, share: Decimal | None) -> Claim:
    return make_claim(
        reading.document,
        WHOLLY_OWNED.label,
        (reading.start, reading.end),
        InstrumentId.OWNERSHIP,
        (parent.as_party(Role.SOURCE), sub.as_party(Role.TARGET)),
        no_money(Qualifier.UNDISCLOSED),
        Measure.SHARE,
        Status.FUNDED,
        share=share,
        confidence=Confidence.LIKELY,
        entry=reading.entry,
    )


WHOLLY_OWNED = Pattern("wholly_owned", 1, find_wholly_owned)
