"""Banks said to be in the syndicate of a facility that a sentence before has told of.

Accepts: "Lenders under our term loan include Northgate Bank, N.A. and Brightwater Capital."
Accepts: "Northgate Bank, N.A. joined the syndicate of Harbor Compute's revolving credit facility."
Refuses: "Participants in the offering of the notes include Northgate Bank, N.A. and others."

Lives here: members of a group of lenders and the facility it is the group of. Not here: what the
facility is worth (`debt`, `facility_lists`), loans between two parties (`lending`).

Flow: sentence with a list of members -> the sentence that tells of their facility -> Claim*.
"""

import re
from collections.abc import Collection, Iterator

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.grammar.lenders import is_lender
from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.parties import Mention, filer_mention
from graphbuild.extract.grammar.wording import debt_instrument, is_rumour
from graphbuild.extract.sentences.claiming import build, mentions_in
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.ruling import has_no_statement
from graphbuild.extract.sentences.sides import acting_subsidiary
from graphbuild.extract.sentences.telling import Told, told
from graphbuild.records.claim import Claim, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId

_LABEL = "syndicates/1"
_CUE = re.compile(
    r"\b(?:[Ss]yndicates?|[Ll]ead by|[Aa]nchored by|[Cc]ommitments (?:from|by|of)|[Ll]ed by|"
    r"[Pp]articipa\w+|[Ll]enders|as [Ll]ender|[Bb]ank group|[Ll]ending group|[Cc]lub|"
    r"[Pp]rovided by|[Uu]nderwritten by|[Jj]oined|[Ff]unded by|[Cc]onsortium|"
    r"(?:[Oo]riginated|[Ff]unded|[Pp]rovided|[Ee]xtended|[Uu]nderwrote) (?:the|this))\b"
)
_MORE = r"(?:(?:the|certain|its|also|existing|new|funds|managed|by|affiliates|of|both) ){0,4}"
_ONE = rf"{_MORE}<P\d+>(?!['’]s)(?: \([^()]*\))?"
_WHO = rf"(?P<who>{_ONE}(?:(?:,? and|,? as well as|,? along with|,| &) {_ONE})*)"
_GROUP = (
    r"(?:[Ss]yndicate|[Bb]ank group|[Ll]end(?:ing|er) group|[Ll]enders|[Pp]articipants|"
    r"[Pp]articipating (?:banks|lenders|institutions)|[Bb]ank syndicate|[Cc]lub|[Cc]onsortium)"
)
_NAMES = (
    r"(?:(?:also|currently|initially) )?(?:include[sd]?|including|compris\w+(?: of)?|"
    r"consist(?:s|ed|ing)? of|(?:is|are|was|were)(?: (?:made up|composed|formed) (?:of|by))?|"
    r"of|led by|such as)"
)
_LENT = r"(?:[Ff]acilit(?:y|ies)|[Ll]oans?|[Ff]inancings?|[Cc]redit|[Rr]evolver|DDTL|[Dd]ebt)"
_FIRST_ACTS = r",? (?:(?:has|have|had|each|all|both|also|will|is|are|were|was) ){0,3}"
_MEMBERS = tuple(
    re.compile(expression)
    for expression in (
        (
            rf"\b{_GROUP}(?: (?:of|for|in|under|to|supporting|backing|providing)(?: [a-z-]+| [A-Z]"
            rf"[a-z]+| <P\d+>'s){{1,6}}?)?,? {_NAMES} {_WHO}"
        ),
        (
            rf"{_WHO}{_FIRST_ACTS}(?:participat(?:e[sd]?|ing)|took part|join(?:s|ed|ing)|members?) "
            r"(?:as (?:an? )?(?:[a-z]+ )?lenders? )?(?:in |of )?(?:the |<P\d+>'s )?(?:[a-z]+ ){0,3}"
            rf"(?:syndicate|bank group|{_LENT})"
        ),
        (
            rf"{_WHO}{_FIRST_ACTS}(?:participat(?:e[sd]?|ing)|act(?:s|ed|ing)?|serv(?:e[sd]?|ing)|"
            r"join(?:s|ed|ing)?|are|were|is|was)(?: as)? (?:the |an? |(?:initial|additional|"
            r"participating|original|lead|senior|sole|other) )*[Ll]enders?\b"
        ),
        (
            rf"{_WHO}{_FIRST_ACTS}(?:co-)?(?:originated|provided|funded|extended|underwrote) "
            rf"(?:the|this) (?:[a-z0-9-]+,? ){{0,4}}{_LENT}"
        ),
        (
            rf"\b(?:participation|commitments|funding|additional commitments) (?:also )?(?:from|by|"
            rf"of) (?:banks |lenders |institutions )?(?:including )?{_WHO}"
        ),
        (
            rf"\bas (?:the |an? )?(?:[a-z]+ ){{0,4}}agent,?(?: and)? {_WHO},? (?:each )?as "
            r"(?:the |an? )?(?:[a-z]+ )?[Ll]enders?\b"
        ),
        (
            rf"\b{_LENT}(?: \(?[a-z]+\)?){{0,2}},? (?:(?:which|is|was|were|are|being|has|have|"
            r"been) ){0,3}(?:co-)?(?:led|anchored|provided|funded|backed|extended|supplied|"
            r"(?:fully )?underwritten)(?: jointly)? by (?:(?:an? )?(?:syndicate|group|consortium|"
            rf"club)(?: of (?:[a-z]+ )+?)?(?: (?:led by|including|of|comprising))? )?{_WHO}"
        ),
    )
)
_NO_LOAN = re.compile(
    r"\b(?:underwriters|book-?runn\w+|initial purchasers?|placement|equity|shares|series [a-h]|"
    r"investors|round|counsel|advis\w+|claims?|defendants?|customers?|may(?! \d)|could|would|if|"
    r"repaid|prepaid|stakes?|terminat\w+|replaced|former|previously provided|payoff|"
    r"(?:will|would|to) (?:later |then )?be refinanced|investigation|settlement|clinical|auction|"
    r"conference|panel|index|LIBOR|SOFR panel)\b",
    re.IGNORECASE,
)
_FACILITY = re.compile(
    r"\b(?:[Rr]evolv\w+|[Tt]erm [Ll]oan|[Cc]redit [Ff]acilit\w+|[Cc]redit [Aa]greement|[Ll]oan "
    r"[Aa]greement|DDTL|[Dd]elayed[- ][Dd]raw|[Bb]ridge [Ll]oan|(?:[Dd]ebt|[Ll]oan|[Ff]inancing|"
    r"[Cc]onstruction|[Gg]reen) [Ff]acilit\w+|[Dd]ebt [Ff]inancing|[Pp]roject [Ff]inanc\w+|"
    r"[Cc]onstruction (?:[Ll]oan|[Ff]inancing)|[Ll]oans?)\b"
)
_OTHER_PAPER = re.compile(r"\b(?:[Nn]otes|[Bb]onds|[Oo]ffering)\b")
_FURTHEST = 25
_ALSO = re.compile(r"\balso (?:includes?|comprises|consists)\b")


def _find(document: Document, context: Context) -> Iterator[Claim]:
    sentences = told(document, context)
    for index, reading in sentences.places(_CUE):
        if has_no_statement(reading) or _NO_LOAN.search(reading.text):
            continue
        members = _members(reading)
        facility = _facility(sentences, index, reading, members) if members else None
        if facility is None or not members:
            continue
        instrument, borrower, is_planned = facility
        if _ALSO.search(reading.text) and index:
            members = _agents(sentences.reading(index - 1)) + members
        status = Status.RUMOURED if is_planned else Status.FUNDED
        yield from _claims(reading, members, borrower, instrument, status)


_TO_COME = re.compile(
    r"\b(?:preparing|in talks|planning|will be (?:underwriting|lending|providing))\b"
)


def _claims(
    reading: Reading,
    members: list[Mention],
    borrower: Mention,
    instrument: InstrumentId,
    status: Status,
) -> Iterator[Claim]:
    seen = {plain_name(borrower.name)}
    is_talk = reading.is_news and (is_rumour(reading.text) or _TO_COME.search(reading.text))
    for member in members:
        if plain_name(member.name) in seen:
            continue
        seen.add(plain_name(member.name))
        yield from build(
            reading,
            _LABEL,
            instrument=instrument,
            sources=[member],
            targets=[borrower],
            status=Status.RUMOURED if is_talk else status,
        )


def _members(reading: Reading) -> list[Mention]:
    """Those named as members, where the sentence gives no sum that would be shared by them."""
    words = _with_words(reading)
    found: list[Mention] = []
    for number, expression in enumerate(_MEMBERS):
        if number == len(_MEMBERS) - 1 and "<M" in words:
            continue
        for match in expression.finditer(words):
            found += mentions_in(reading, match.group("who"))
    if any(m.is_filer for m in found):
        return []
    return [m for m in found if not (m.is_unnamed or m.is_agent)]


def _with_words(reading: Reading) -> str:
    """The marked sentence, but groups without a name and "Lenders" in words."""
    return re.sub(
        r"<P(\d+)>",
        lambda m: _written(reading.parties[int(m.group(1))], m.group()),
        reading.plain,
    )


_ROLE = re.compile(r"(?:Participants|Lenders|Banks|Syndicate|Members|Participating \w+)$")


def _written(party: Mention, mark: str) -> str:
    is_role = party.is_unnamed or (party.is_weak and _ROLE.match(party.name))
    return (party.as_written or party.name) if is_role else mark


def _agents(before: Reading | None) -> list[Mention]:
    """Agents of the sentence before "the syndicate also includes": they are in it."""
    if before is None:
        return []
    return [m for m in before.parties if m.is_agent and not m.is_weak]


_PLANNED = re.compile(
    r"\b(?:seek(?:s|ing)?|is preparing|are preparing|prepar(?:e|es|ing) to|plan(?:s|ning)? to|in "
    r"talks|aim(?:s|ing)? to|weigh(?:s|ing)|consider(?:s|ing)|(?:will|would) be "
    r"(?:underwrit|provid|lend)\w+|nearing|close to|looking to|negotiat\w+)\b"
)


_MADE = re.compile(
    r"\b(?:closed|signed|secured|obtained|completed|finali[sz]ed|landed|raised|received|lent|provided|"
    r"borrowed)\b"
)
"""What the money is planned for then says nothing of the loan."""


def _facility(
    sentences: Told, index: int, reading: Reading, members: list[Mention]
) -> tuple[InstrumentId, Mention, bool] | None:
    """What the group lends, to whom, and whether it is still to come.

    By this sentence, or the nearest before that tells of a loan.
    """
    borrower: Mention | None = None
    for earlier in (reading, *_earlier(sentences, index)):
        if not _FACILITY.search(earlier.text):
            if _OTHER_PAPER.search(earlier.text):
                return None
            continue
        is_own = earlier is reading and _THIS_LOAN.search(reading.plain)
        found = _borrower(earlier, {plain_name(m.name) for m in members})
        borrower = found if not is_own else _lent_to(reading)
        kind = debt_instrument(earlier.text)
        if borrower is not None:
            known = {InstrumentId.REVOLVER, InstrumentId.LOAN}
            told = f"{earlier.text} {reading.text}" if reading.is_news else ""
            is_planned = bool(_PLANNED.search(told)) and not _MADE.search(told)
            return (kind if kind in known else InstrumentId.LOAN), borrower, is_planned
    return None


_THIS_LOAN = re.compile(
    rf">,? (?:have )?(?:co-)?(?:originated|provided|funded|extended|underwrote) (?:the|this) "
    rf"(?:[a-z0-9-]+,? ){{0,4}}{_LENT}(?P<to> to (?:[a-z-]+ ){{0,4}}?<P\d+>)?"
)


def _lent_to(reading: Reading) -> Mention | None:
    """To whom "the loan" went, if the sentence says so; it may name others."""
    match = _THIS_LOAN.search(reading.plain)
    found = mentions_in(reading, match["to"]) if match and match["to"] else []
    return next((m for m in found if not m.is_unnamed), None)


def _earlier(sentences: Told, index: int) -> Iterator[Reading]:
    for number, earlier in enumerate(sentences.earlier_in_story(index)):
        if number >= _FURTHEST:
            return
        reading = sentences.reading(earlier)
        if reading is not None:
            yield reading


_ONE_OF_SEVERAL = re.compile(
    r"(?:[A-Z][a-z]+ )?(?:an? |the |their )?<P(\d+)> (?:of|between|among|by|involving|formed by) <P"
)


_OTHER_THING = re.compile(
    r"['’]s (?!(?:[\w$.,%-]+ ){0,6}?\(?(?:facilit|loan|credit|financing|revolv|debt|DDTL|term|"
    r"senior|line|borrow))",
    re.IGNORECASE,
)
"""After the owner of something that is no loan: "before Alder's IPO"."""


def _borrower(reading: Reading, members: Collection[str]) -> Mention | None:
    """The first party of the sentence that is no bank; in a filing else the filer.

    A joint venture "of Alder, Corvid and others" is one party, and none of its members.
    """
    one = _ONE_OF_SEVERAL.match(reading.plain)
    if one:
        return reading.parties[int(one.group(1))]
    acting = acting_subsidiary(reading)
    if acting:
        return acting
    for party in reading.parties:
        if plain_name(party.name) in members or _OTHER_THING.match(reading.text, party.end):
            continue
        if party.is_certain and not is_lender(party):
            return party
    if reading.is_news or reading.filer is None:
        return reading.before.raiser or reading.before.subject if reading.is_news else None
    return filer_mention(reading.filer)


PATTERN = Pattern(name="syndicates", version=1, find=_find)
"""What banks lend together, each without a sum of its own."""
