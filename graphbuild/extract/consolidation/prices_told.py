"""The price of a deal that a report tells a sentence or a paragraph after the deal.

Accepts: "Corvid has agreed to acquire Tidepool. [New paragraph.] The deal is worth about $2
billion."
Accepts: "Corvid to buy Tidepool. [New paragraph.] The $2 billion transaction should close in May."
Refuses: the same where a sentence between the two tells of another company's deal.

Lives here: the sentence of the price and the deal it belongs to. Not here: the deal itself (the
patterns), prices in a filing's paragraph (`purchase_prices`, `consideration`).

Flow: claims of a report, its readings -> the same claims with a figure.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graphbuild.extract.base import Context
from graphbuild.extract.grammar.instrument_sets import LENT, TRADED
from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.parties import unnamed_mention
from graphbuild.extract.grammar.wording import measure_of
from graphbuild.extract.sentences.claiming import retold
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.telling import told
from graphbuild.records.claim import ENDED, Claim, Role, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Amount, Measure

_REACH = 4
"""Sentences from the price back to its deal."""

_BUYS = frozenset({InstrumentId.ACQUISITION})
_LETS = frozenset({InstrumentId.LEASE})
_PUTS_IN = frozenset({InstrumentId.EQUITY})
_NOUNS = (
    (re.compile(r"acquisition|takeover|buy-?out|purchase|price|merger"), _BUYS),
    (re.compile(r"invest|round|equity"), _PUTS_IN),
    (re.compile(r"lease"), _LETS),
    (re.compile(r"loan|facility|credit|financing"), LENT),
    (re.compile(r"order|contract"), TRADED),
    (re.compile(r""), TRADED | _BUYS | _LETS | _PUTS_IN),
)
"""Which claims a noun may mean; the last stands for "deal" and its like."""
_NOUN = (
    r"(?P<noun>deal|transaction|agreement|contract|pact|order|lease|acquisition|takeover|buy-?out|"
    r"purchase|(?:purchase |sale )?price(?: tag)?|merger|investment|round|loan|(?:credit "
    r")?facility|financing)"
)
_ADJECTIVES = r"(?:(?!first|second|other|previous|earlier|similar|next|last|latter)[a-z-]+ ){0,4}?"
_SIZED = r"(?:about |roughly |around |nearly |over |almost )?<[MV](?P<{}>\d+)>"
_PRICE = re.compile(
    r"^(?:But |And )?(?:(?:[Tt]he|[Tt]his) (?:(?:size|value|total) of the )?"
    rf"{_ADJECTIVES}{_NOUN}(?:,? which [^,<>;]{{3,60}},)? "
    r"(?:(?:is|was|has been|would be|could be) (?:(?:reportedly|said to be|believed to be|also|"
    r"estimated to be|expected to be|potentially|now) )*(?:(?:worth|valued at|priced at|for|"
    r"estimated at) )?|totals |totaled |totalled |amounts to |amounted to |comes to |came to )"
    rf"(?:an? )?(?:(?:estimated|total of|reported) )?{_SIZED.format('a')}"
    r"|(?:Under (?:the|its|their|that|this) (?:[a-z-]+ ){0,3}?(?:deal|agreement|contract|pact),? )?"
    r"<P(?P<payer>\d+)>,? (?:has |had )?(?:paid|pays|is paying|(?:will|agreed to|is to) (?:pay|"
    rf"spend))(?: <P\d+>)? {_SIZED.format('b')}(?: over [a-z]+ years| in (?:cash|stock|shares)"
    r"(?: and (?:stock|shares))?)?(?: for (?:it|the (?:company|startup|business|firm)|<P\d+>))?"
    r"(?=[.,]|$)"
    rf"|(?:The|This) {_SIZED.format('c')}(?:[ -](?!facility|campus|plant|"
    rf"investment)[a-z-]+){{0,3}}?"
    r"[ -](?P<noun2>deal|transaction|acquisition|takeover|buy-?out|purchase|merger|lease|contract|"
    r"loan|agreement|pact|order)\b(?!s|[ -]to | (?:with|between|for|by|of|from) )"
    rf"|(?:The|This) (?:{_ADJECTIVES})(?P<noun3>deal|transaction|acquisition|takeover|buy-?out|"
    r"purchase|merger|lease|contract|loan|agreement|round|investment), (?:reportedly )?(?:worth|"
    rf"valued at|of) {_SIZED.format('d')})"
)
_NOT_ITS_SIZE = re.compile(
    r",? (?:(?:a|per|each|every) (?:year|month|quarter|share)|annually|upfront|(?:deposit|fee|"
    r"loss|charge|gain)s?\b|in (?:savings|synergies|fees|damages|profits?))"
)


def prices_told(claims: Iterable[Claim], document: Document, context: Context) -> Iterator[Claim]:
    """Claims of a report whose price a later sentence tells, with that price."""
    sentences = told(document, context)
    if not sentences.is_news:
        return
    made = tuple(claims)
    told_of: set[str] = set()
    for index, later in sentences.places(_CUE):
        match = _PRICE.match(later.plain)
        if match is None or _NOT_ITS_SIZE.match(later.plain, match.end()):
            continue
        mark = next(match[name] for name in "abcd" if match[name])
        noun = match["noun"] or match["noun2"] or match["noun3"] or "deal"
        may_be = next(kinds for wording, kinds in _NOUNS if wording.search(noun))
        deal = _deal_before(sentences.before(index, _REACH), later, made, may_be)
        is_worth = f"<V{mark}>" in match.group()  # of a round, that is the company's
        if is_worth and deal is not None and deal.instrument not in _BUYS:
            continue
        if deal is not None and deal.claim_id not in told_of and _may_be_said(deal, match, later):
            told_of.add(deal.claim_id)
            yield _priced(deal, later, later.money[int(mark)].amount)


_CUE = re.compile(
    r"\b(?:pays?|paid|paying|spend)\b|^(?:(?:But|And) )?(?:[Tt]he|[Tt]his)\b[^;]{0,120}(?:worth|"
    r"valued|price|is|was|total|amount|comes? to|came to|\$|€|£|million|billion)"
)


def _deal_before(
    before: tuple[Reading, ...],
    later: Reading,
    claims: tuple[Claim, ...],
    may_be: frozenset[InstrumentId],
) -> Claim | None:
    """The one open deal of the nearest sentence that tells any, if of nobody else is spoken."""
    named = _named(later)
    for reading in reversed(before):
        if reading.entry is not later.entry:
            return None
        here = [c for c in claims if reading.start <= c.citation.start < reading.end]
        if not here:
            named |= _named(reading)
            continue
        deal = _one_of([c for c in here if c.instrument in may_be])
        if deal is None or not _is_open(deal, claims):
            return None
        return deal if named <= {plain_name(p.name) for c in here for p in c.parties} else None
    return None


def _one_of(found: list[Claim]) -> Claim | None:
    """The deal that the claims of a sentence tell of, if it is one; of many who pay, the group."""
    if len({(c.instrument, _names(c, Role.TARGET)) for c in found}) != 1:
        return None
    payers = {_names(c, Role.SOURCE) for c in found}
    if len(payers) == 1:
        return found[0]
    group = unnamed_mention("consortium").as_party(Role.SOURCE)
    return replace(found[0], parties=(group, *found[0].with_role(Role.TARGET)))


def _names(claim: Claim, role: Role) -> tuple[str, ...]:
    return tuple(plain_name(p.name) for p in claim.with_role(role))


def _named(reading: Reading) -> set[str]:
    return {plain_name(p.name) for p in reading.parties if not p.is_unnamed}


def _is_open(deal: Claim, claims: tuple[Claim, ...]) -> bool:
    """Neither the claim nor another of the story between the same two has a figure."""
    parties = {plain_name(p.name) for p in deal.parties}
    return deal.status not in ENDED and not any(
        (c.amount.is_disclosed or c.share is not None)
        and c.instrument is deal.instrument
        and c.citation.item == deal.citation.item
        and {plain_name(p.name) for p in c.parties} <= parties | {"consortium", "investors"}
        for c in claims
    )


def _may_be_said(deal: Claim, match: re.Match[str], later: Reading) -> bool:
    """Who pays must be the one who buys; "could be worth" is said only of what is mere talk."""
    if match["payer"]:
        return plain_name(later.parties[int(match["payer"])].name) in _names(deal, Role.SOURCE)
    is_supposed = re.search(r"\b(?:would|could) be\b", match.group())
    return deal.status is Status.RUMOURED or not is_supposed


def _priced(deal: Claim, later: Reading, amount: Amount) -> Claim:
    return retold(
        deal,
        later,
        deal.citation.start,
        amount,
        measure_of(Measure.HEADLINE, amount),
        ends_on=deal.ends_on,
    )
