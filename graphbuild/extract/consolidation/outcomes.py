"""What later words of a filing say became of a deal: it runs, was closed, or has ended.

Accepts: "We signed a hosting agreement with Quillstone. This agreement expired in October 2025."
Accepts: "In 2023 we took an $8 billion loan (the "Term Loan"). ... The Term Loan has been repaid."
Refuses: "The agreement is for a year unless terminated by either party."

Lives here: which words change the status of which claims. Not here: what a sentence says of its own
deal (`grammar.wording`), loans repaid in a sentence that names their lender (`debts`).

Flow: Claim* of one document -> Claim*, each with the status the document ends with.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graphbuild.extract.consolidation.places import Places
from graphbuild.extract.grammar.instrument_sets import LOANS, SOLD
from graphbuild.extract.sentences.reading import is_news
from graphbuild.records.claim import Claim, Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, Qualifier, exact

_SERVICES = frozenset({InstrumentId.LEASE, InstrumentId.CLOUD_CONTRACT})
_CONTRACTS = _SERVICES | {
    InstrumentId.SUPPLY_CONTRACT, InstrumentId.PURCHASE_COMMITMENT, InstrumentId.REVENUE_SHARE,
}  # fmt: skip
_ACQUISITION = frozenset({InstrumentId.ACQUISITION})
_BEFORE_MONEY = frozenset({Status.ANNOUNCED, Status.SIGNED})
_ALIVE = _BEFORE_MONEY | {Status.FUNDED}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """Words that give claims of some instruments, in some states, another status."""

    words: re.Pattern[str]
    of: frozenset[InstrumentId]
    was: frozenset[Status]
    status: Status


_HAS = r"(?:(?:has|have|had|was|were|been|since|then|mutually|subsequently|also) ){0,3}"
_WHEN = r"(?= (?:on|in|at|as of|effective|by|and|early|upon|during|after|following)\b|[.,;]|$)"
_OVER = r"(?:expired|terminated|ended|cancell?ed|concluded|lapsed)"
_ENDED = re.compile(
    r"(?:^|[.;] )(?:[Tt]h(?:e|is|ese|at)|[Bb]oth|[Oo]ur|[Ss]uch)(?: [\w-]+){0,4}? (?:agreements?|"
    rf"contracts?|arrangements?|leases?|orders?)(?: with [^.;]{{1,60}}?)?,? {_HAS}{_OVER}\b{_WHEN}|"
    r"\b[Ss]ervices? (?:provided )?under (?:the|this|that|such|these) (?:[\w-]+ ){0,3}?"
    rf"(?:orders?|agreements?|contracts?|MSA|SOW) {_HAS}(?:ceased|{_OVER})\b{_WHEN}"
)
_RUNS = re.compile(
    r"\b(?:[Dd]eployments?|[Rr]evenue generation|[Ss]ervices|[Bb]illing|[Hh]osting|[Tt]he (?:lease|"
    r"sublease|term|contract|agreement)(?: of the (?:[Ss]ub)?[Ll]ease)?)(?: [\w-]+){0,3}? (?:has |"
    r"have )?(?:commenced|began|begun|started)\b|\b(?:began|commenced|started|has begun) "
    r"(?:earning|generating|billing|delivering|providing|receiving) |"
    r"\b(?:was|were) (?:deployed|energi[sz]ed) (?:in|on)\b"
)
_CLOSED = r"(?:closed|(?:was|were) (?:completed|consummated|settled|issued)|occurred|took place)"
_SALE_CLOSED = re.compile(
    r"\b(?:[Oo]ffering|[Pp]lacement|[Ss]ale|[Ii]ssuance|[Nn]otes|[Tt]ransactions?|[Cc]losing)"
    rf"(?: of the [^.;,]{{1,50}}?)? (?:has |have )?{_CLOSED} on\b"
    r"|\b(?:consummated|completed|closed) the (?:[\w-]+ ){0,2}(?:offering|placement|sale|"
    r"transactions?)(?: of the [^.;,]{1,50}?)? on\b"
)
_PURCHASE_CLOSED = re.compile(
    r"\b[Tt]he (?:acquisition|transactions?|merger|purchase|sale|closing)(?: of [^.;,]{1,50}?)? "
    rf"(?:has )?{_CLOSED} (?:on|in|during)\b"
    r"|\b(?:consummated|completed|closed) the (?:[\w-]+ ){0,2}(?:acquisition|transactions?|merger|"
    r"purchase|sale)(?: of [^.;,]{1,50}?)? (?:on|in|during)\b"
)
_LOAN_OVER = re.compile(
    r"\b[Tt]h(?:e|is|ese) (?:[a-z-]+ ){0,2}?loans?(?: and [^.;]{1,90}?)? (?:(?:was|were|has been|"
    r"have been|had been) (?:(?:then|subsequently|later|since) )?(?:effectively settled|repaid in "
    r"full|fully repaid|paid off|extinguished)|matured) (?:in|on|and|by|during|with)\b"
    r"|\brefinanced the (?:entire |remaining )?outstanding balance\b"
)
_OUTCOMES = (
    _Outcome(words=_ENDED, of=_CONTRACTS, was=_ALIVE, status=Status.TERMINATED),
    _Outcome(words=_RUNS, of=_SERVICES, was=_BEFORE_MONEY, status=Status.FUNDED),
    _Outcome(words=_LOAN_OVER, of=LOANS, was=_ALIVE, status=Status.TERMINATED),
    _Outcome(words=_SALE_CLOSED, of=SOLD, was=_BEFORE_MONEY, status=Status.FUNDED),
    _Outcome(words=_PURCHASE_CLOSED, of=_ACQUISITION, was=_BEFORE_MONEY, status=Status.FUNDED),
)
_FARTHEST = 2500
_NEXT_DEAL = re.compile(
    r"[.;]\s+(?:[Oo]n|[Ii]n|[Dd]uring|[Ee]ffective|[Ss]ubsequently|[Aa]lso|[Ww]e|[Tt]he Company)\b"
    r"[^.;]{0,90}?\b(?:entered into|executed|signed|finali[sz]ed) (?:an?|the|two|three|another|its|"
    r"additional|separate)\b(?! (?:[\w-]+ ){0,2}(?:[Aa]mend|[Ee]xten|[Rr]enew|[Ss]uppl))"
)
"""Where the passage about a deal ends: another contract is told."""


def with_outcomes(claims: Iterable[Claim], places: Places) -> tuple[Claim, ...]:
    """The claims of sentences, with what the rest of a filing says became of each deal."""
    told = tuple(claims)
    if is_news(places.document):
        return told
    of_sentences = [places.opens_sentence(c) and c.status in _ALIVE for c in told]
    closed = {
        _pair(c)
        for c, is_told in zip(told, of_sentences, strict=True)
        if is_told and _is_named_loan(c) and _NOT_YET.search(_passage(c, places))
    }
    return tuple(
        _with_outcome(c, places, is_closed=_pair(c) in closed) if is_told else c
        for c, is_told in zip(told, of_sentences, strict=True)
    )


def _pair(claim: Claim) -> tuple[str, ...]:
    return tuple(party.name for party in claim.parties)


def _is_named_loan(claim: Claim) -> bool:
    """A loan in force, by the words, from a lender who has a name."""
    is_size = claim.measure in {Measure.CEILING, Measure.HEADLINE}
    named = not any(party.is_unnamed for party in claim.parties)
    return claim.instrument in LOANS and claim.status is Status.FUNDED and is_size and named


def _with_outcome(claim: Claim, places: Places, *, is_closed: bool) -> Claim:
    passage, quote = _passage(claim, places), claim.citation.quote
    if claim.instrument in SOLD and _is_exercised(claim, passage):
        return _exercised(claim)
    for outcome in _OUTCOMES:
        applies = claim.instrument in outcome.of and claim.status in outcome.was
        if applies and _says(outcome.words, passage, quote):
            return replace(claim, status=outcome.status)
    if claim.instrument in _CONTRACTS:
        section = places.section_after(claim, 3 * _FARTHEST)
        if _is_named_in(_ALL_ENDED, quote, section):
            return replace(claim, status=Status.TERMINATED)
        if claim.status in _BEFORE_MONEY and _is_named_in(_PROVIDES, quote, section):
            return replace(claim, status=Status.FUNDED)
    if is_closed and _is_named_loan(claim):
        return replace(claim, status=Status.SIGNED)
    text = places.document.text
    over = any(_is_over(term, at, text) for term, at in _terms(claim, text))
    return replace(claim, status=Status.TERMINATED) if over else claim


_HYPOTHETICAL = re.compile(
    r"\b(?:if|may(?! \d)|might|could|would|will|shall|should|can|unless|until|upon|in the event|"
    r"to be|either|not|neither|required|intends?|expect(?:s|ed)?|any|prior to|whether|"
    r"when(?:ever)?|portion|part of|partial(?:ly)?)\b",
    re.IGNORECASE,
)


_OF_OTHERS = re.compile(r"\b(?:prior|previous|former|earlier|old|other|existing|predecessor)\b")
_WHOSE = re.compile(r" (?:with|of) (?:the )?(?!Offering|Notes|Merger|Sale|Shares)([A-Z][\w&-]+)")


def _says(words: re.Pattern[str], passage: str, quote: str) -> bool:
    """Whether the passage says so as a fact, and not of a deal with somebody else."""
    for found in words.finditer(passage):
        before = re.split(r"[.;]\s", passage[: found.start() + 2])[-1]
        is_open = _HYPOTHETICAL.search(before + found.group()[2:])
        others = (name for name in _WHOSE.findall(found.group()) if name not in quote)
        if not is_open and not _OF_OTHERS.search(found.group()) and not any(others):
            return True
    return False


def _passage(claim: Claim, places: Places) -> str:
    """The deal's own words and the rest of its paragraph, up to where another contract is told.

    A quote of several sentences may tell of more contracts: the last one is the claim's. Of a loan
    the whole section speaks.
    """
    text, start, end = places.document.text, claim.citation.start, claim.citation.end
    opened = [found.start() + 1 for found in _NEXT_DEAL.finditer(text, start, end - 1)]
    section = places.section_after(claim, 3 * _FARTHEST)
    rest = section if claim.instrument in LOANS else section.partition("\n")[0]
    other = _NEXT_DEAL.search(f".{rest[:_FARTHEST]}")
    return text[(opened or [start])[-1] : end] + rest[: other.start() if other else _FARTHEST]


_NAME = r"(?P<name>[A-Z][\w&.-]*[\w&])(?:'s)?"
_ALL_ENDED = re.compile(
    r"(?:[Aa]fter|[Ff]ollowing|[Ss]ince|[Oo]nce|[Ww]hen|[Aa]ll|[Bb]oth|[Oo]ur)(?: of)?(?: the| our|"
    rf" all)?(?: [\w-]+)? (?:contracts|agreements|leases|arrangements|orders) with {_NAME}"
    rf"(?: [A-Z][\w.]*)* {_HAS}{_OVER}\b"
)
"""Several contracts with one party, ended by one sentence."""
_PROVIDES = re.compile(
    rf"[Aa]s of [A-Z][a-z]+ \d{{1,2}}, \d{{4}}, {_NAME}(?: [A-Z][\w.]*)* (?:was )?(?:provid(?:ed|"
    r"es|ing)|host(?:ed|s|ing)|suppl(?:ied|ies|ying)) (?:us |the Company )?(?:with )?(?:about |"
    r"approximately )?[\d.,]+ (?:MW|megawatts|GPUs|servers|miners)\b"
)
_NOT_YET = re.compile(
    r"\b[Ff]acilit(?:y|ies) (?:has|have|is|are) not yet (?:been )?(?:authori[sz]ed|available|made "
    r"available|effective)\b|\bno (?:borrowings|amounts|funds) (?:were|are) (?:yet )?available\b"
)


def _is_named_in(words: re.Pattern[str], quote: str, section: str) -> bool:
    """Whether the section says so of one whom the quote names."""
    return any(
        re.search(rf"\b{re.escape(found['name'])}\b", quote) for found in words.finditer(section)
    )


_EXERCISED = re.compile(
    r"\bexercised (?:in full|(?:the|their|its|this|such) (?:[\w’'-]+ ){0,4}?[Oo]ptions?"
    r"(?: to purchase [^.;]{0,100}?)?,? in full)|\b[Oo]ption(?:s)? (?:was|were) (?:fully exercised|"
    r"exercised in full)|\bfully exercised (?:the|their|its|such) (?:[\w’'-]+ ){0,4}?[Oo]ption|"
    r"\bwhich additional (?:[Nn]otes|[Ss]hares) were (?:purchased|issued|sold)\b"
)
_OPTION = re.compile(r"\b[Oo]ptions?\b")


def _is_exercised(claim: Claim, passage: str) -> bool:
    is_open = claim.amount.qualifier in {Qualifier.UP_TO, Qualifier.UNDISCLOSED}
    is_option = is_open and claim.status in _BEFORE_MONEY and _OPTION.search(claim.citation.quote)
    return bool(is_option) and _says(_EXERCISED, passage, claim.citation.quote)


def _exercised(claim: Claim) -> Claim:
    """An option taken up in full is no longer a ceiling."""
    point = claim.amount.high
    if point is None:
        return replace(claim, status=Status.FUNDED)
    amount = exact(point, claim.amount.currency)
    return replace(claim, status=Status.FUNDED, amount=amount, measure=Measure.HEADLINE)


_DEFINED = re.compile(
    r"[“\"](?:the )?(?P<term>(?:[A-Z0-9][\w.&/-]*|of)(?: (?:[A-Z0-9&][\w.&/-]*|of)){1,6})[”\"]"
)
_NAMED_FOR = (
    (re.compile(r"(?:Loans?|Facilit(?:y|ies)|Revolver|Line of Credit|Credit Agreement|Mortgage|"
                r"Loan Agreement|Master Loan|Financing Agreement)$"), LOANS),
    (re.compile(r"(?:Merger|Acquisition|Transaction|Arrangement) Agreement$"), _ACQUISITION),
    (re.compile(r"(?:ATM|Sales|Distribution|Market)(?: \w+){0,2} (?:Agreement|Program|Offering)$"),
     frozenset({InstrumentId.EQUITY})),
    (re.compile(r"(?:Lease|(?:Lease|Services?|Hosting|Supply|Colocation|Power|Capacity)(?: \w+)? "
                r"(?:Agreement|Contract))$"), _CONTRACTS),
)  # fmt: skip
_FACT = r"(?:(?:fully|subsequently|mutually|also|then|effectively|automatically|since|later) )*"
_DONE_WITH = (
    r"(?:terminated|repaid|paid off|extinguished|settled|refinanced|replaced|cancell?ed|retired)"
)
_AFTER = re.compile(
    rf"(?:(?:was|were|has been|have been|had been) {_FACT}{_DONE_WITH}\b(?! (?:quarterly|monthly|"
    rf"in part|by \$))|{_FACT}(?:terminated|expired|matured)\b(?: on| in| by its|,|\.| and))"
)
_AHEAD = re.compile(
    rf"\b(?:effectively settled|agreed to terminate|{_DONE_WITH}|redeemed)(?: and (?:repaid|"
    r"terminated|retired))?(?:,? in full,?)?(?: all)?(?: of)?(?: (?:amounts|borrowings|"
    r"obligations))?(?: outstanding)?(?: under| of)?(?: the| its| our)?"
    r"(?: existing| outstanding| remaining| entire)? $"
)
_PART_OF = re.compile(r"\b(?:of|under|on|to|with|by|for|from|in) (?:the|its|our) $")
_WHOLE_OF = re.compile(
    r"\b(?:entire|full|all|outstanding|remaining)(?: [\w-]+){0,4} (?:of|under|on) (?:the|its|our) $"
)


def _terms(claim: Claim, text: str) -> Iterator[tuple[str, int]]:
    """What the quote says its own deal is called from now on: the “Term Loan”; and from where."""
    for found in _DEFINED.finditer(claim.citation.quote):
        term = found["term"]
        if any(noun.search(term) and claim.instrument in of for noun, of in _NAMED_FOR):
            yield term, claim.citation.end
            joint = re.search(
                rf"together with the {re.escape(term)}, the [“\"]([^”\"]+)[”\"]", text
            )
            if joint:
                yield joint[1], joint.end()


def _is_over(term: str, at: int, text: str) -> bool:
    """Whether a later sentence says that the deal of this name came to an end."""
    while (at := text.find(term, at)) >= 0:
        if text[at - 1] in '“"':
            return False  # the name is given to another deal
        begin = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at)) + 1
        before, after = text[begin:at], text[at + len(term) : at + len(term) + 120].lstrip(" ")
        at += len(term)
        if _HYPOTHETICAL.search(before):
            continue
        is_part = _PART_OF.search(before) and not _WHOLE_OF.search(before)
        if _AHEAD.search(before) or (_AFTER.match(after) and not is_part):
            return True
    return False
