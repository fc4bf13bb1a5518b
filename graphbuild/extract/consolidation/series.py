"""Sums told in a row: one verb, then "$3 billion from one, $2 billion from another".

Accepts: "Tidepool will buy $9 billion of computing from Meridian, $5 billion from Quillstone and
$2 billion from Ashgrove." Where a reader has the first sum, the others are claims like it.
Refuses: rows whose first sum no reader takes.

Lives here: the rest of such a row. Not here: what the first sum is (the patterns).

Flow: claims of a report, its readings -> further `Claim`*.
"""

import re
from collections.abc import Iterable, Iterator

from graphbuild.extract.base import Context, make_claim
from graphbuild.extract.grammar.parties import Mention
from graphbuild.extract.sentences.claiming import amount_of, mentions_in
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.telling import told
from graphbuild.records.claim import Claim, PartyMention
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_ROW = re.compile(
    r"(?P<head><M\d+>)(?:[^<>;,]{0,60}?)? (?P<prep>from|to|with|in|into|for|on) (?:[a-z-]+ ){0,2}?"
    r"(?P<first><P\d+>)(?!['’]s)"
    r"(?P<rest>(?:(?:,|,? and|,? plus)(?: (?:another|an|additional|about|roughly))*"
    r" <M\d+>(?: (?:of|in) [a-z]+)? (?P=prep) (?:[a-z-]+ ){0,2}?<P\d+>(?!['’]s))+)"
)
_ITEM = re.compile(r"(?P<sum><M\d+>)(?: (?:of|in) (?P<kind>[a-z]+))?[^<>]*(?P<who><P\d+>)")
_KINDS = {
    "equity": InstrumentId.EQUITY,
    "debt": InstrumentId.LOAN,
    "loans": InstrumentId.LOAN,
    "notes": InstrumentId.BOND,
}
"""What a sum of the row is where it says so: "$2 billion in equity and $8 billion in debt"."""


def row_claims(claims: Iterable[Claim], document: Document, context: Context) -> Iterator[Claim]:
    """The further claims of rows, in a report, whose first sum is among the claims."""
    sentences = told(document, context)
    if not sentences.is_news:
        return
    by_place: dict[tuple[int, int], list[Claim]] = {}
    for claim in claims:
        place = (claim.citation.start, claim.citation.end)
        by_place.setdefault(place, []).append(claim)
    for reading in sentences:
        here = by_place.get((reading.start, reading.end))
        row = _ROW.search(reading.plain) if here else None
        if here and row:
            yield from _rest(reading, row, here)


def _rest(reading: Reading, row: re.Match[str], claims: list[Claim]) -> Iterator[Claim]:
    """The claims of the sums after the first, made like the one claim of the first."""
    (first,) = mentions_in(reading, row.group("first"))
    head = amount_of(reading, row.group("head"))
    like = next((c for c in claims if c.amount == head and _has(c, first)), None)
    taken = {claim.amount.central for claim in claims}
    if like is None or first.is_unnamed:
        return
    for item in _ITEM.finditer(row.group("rest")):
        (who,) = mentions_in(reading, item.group("who"))
        amount = amount_of(reading, item.group("sum"))
        kind = _KINDS.get(item["kind"], like.instrument)
        if amount is not None and amount.central not in taken and not who.is_unnamed:
            yield make_claim(
                reading.document,
                like.pattern,
                (reading.start, reading.end),
                kind,
                tuple(_instead(party, first, who) for party in like.parties),
                amount,
                like.measure if kind is like.instrument else Measure.HEADLINE,
                like.status,
                confidence=like.confidence,
                agreed_on=like.agreed_on,
                entry=reading.entry,
            )


def _has(claim: Claim, mention: Mention) -> bool:
    return any(party.name == mention.name for party in claim.parties)


def _instead(party: PartyMention, first: Mention, who: Mention) -> PartyMention:
    return who.as_party(party.role) if party.name == first.name else party
