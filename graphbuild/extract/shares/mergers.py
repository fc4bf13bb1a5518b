"""Merger agreements told by roles: a parent, its merger vehicle and the company that is bought.

Accepts: "On May 4, 2026, the Company, Ashgrove Partners LLC (“Parent”) and Ash Merger Sub, Inc., a
wholly owned subsidiary of Parent, entered into an Agreement and Plan of Merger."
Accepts: "On May 4, 2026, we signed a merger agreement with Ashgrove Partners LLC. The Company will
become a wholly owned subsidiary of Ashgrove Partners LLC."
Refuses: "On May 4, 2026, we and Lumen terminated the Agreement and Plan of Merger."

Lives here: who of the parties of such an agreement buys whom. Not here: purchases told by a verb
(`acquisition`), prices told later (`purchase_prices`).
"""

import re
from collections.abc import Iterable, Iterator

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.parties import Mention
from graphbuild.extract.sentences.claiming import build
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.ruling import has_no_statement
from graphbuild.extract.sentences.telling import told
from graphbuild.records.claim import Claim, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId

_LABEL = "mergers/1"
_CUE = re.compile(
    r"\b(?:[Aa]greement and [Pp]lan of (?:[Mm]erger|[Rr]eorganization)|[Mm]erger [Aa]greement|"
    r"[Bb]usiness [Cc]ombination [Aa]greement|[Aa]rrangement [Aa]greement)"
)
_SIGNED = re.compile(
    r"\b(?:entered into|enters into|executed|signed|announced|is (?:a )?party to|are parties to)\b"
)
_NOT_SIGNED = re.compile(
    r"\b(?:terminat\w+|[Aa]mend(?:ed|ments?|s)?|pursuant to (?:the|an?|that certain) (?:[Mm]erger|"
    r"[Aa]greement and [Pp]lan|[Bb]usiness)|waive\w*|copy of|foregoing|lawsuit|complaint"
    r"|stockholders of)\b"
)
_ROLE = re.compile(
    r"\s*(?:,[^()<>]{0,110})?\(\s*(?:(?:the|together|collectively|referred|to|as|or)[ ,]+)*"
    r"[“\"‘'](?P<role>[^”\"’']{2,24})[”\"’']"
)
_BUYER = re.compile(r"(?:Parent|Acquir[eo]r|Buyer|Purchaser)$")
_VEHICLE = re.compile(
    r"\b(?:Merger|Acquisition|Purchaser?) ?(?:Sub|Vehicle)\b|\bMerger ?(?:Co|Corp)\b|\bBidco\b|"
    r"\bMerger\b.{0,12}\b(?:Sub|Inc|LLC|Corp)\b"
)
_OWNED = re.compile(
    r"<P(?P<vehicle>\d+)>(?:(?!<P)[^;]){0,90}?subsidiary of (?:the )?(?:<P(?P<owner>\d+)>|Parent)"
)
_SUBSIDIARY = re.compile(r",[^,;]{0,40}(?:,| and)?[^,;]{0,60}subsidiary of\b")
_SHARES = r"(?:'s)?(?: [A-Za-z]+){0,4} (?:shares?|stock|units)\b"
_LATER = (
    re.compile(
        r"<P(?P<buyer>\d+)>(?!'s),? (?:has |have )?(?:will|would|shall|agreed to|is to) "
        r"(?:indirectly )?acquire (?:all |100% |the |of |outstanding |issued |and |shares |"
        r"equity |capital |stock |interests |<S\d+> )*<P(?P<bought>\d+)>"
    ),
    re.compile(
        r"<P(?P<bought>\d+)>(?!'s),? (?:(?:will|would|shall|to) )?(?:surviv|continu|becom|be\b)"
        r"(?:(?!<P)[^;]){0,110}? subsidiary of <P(?P<buyer>\d+)>"
    ),
    re.compile(
        rf"<P(?P<bought>\d+)>{_SHARES}[^;]{{0,260}}? (?:converted|exchanged)"
        rf"[^;]{{0,180}}? (?:of|in) <P(?P<buyer>\d+)>{_SHARES}"
    ),
)
_REACH = 5
"""Sentences after the agreement that may tell who becomes whose subsidiary."""


def _find(document: Document, context: Context) -> Iterator[Claim]:
    sentences = told(document, context)
    if sentences.is_news:
        return
    for index, reading in sentences.places(_CUE):
        if not _is_signing(reading):
            continue
        sides = (
            _sides(reading)
            or _by_exchange(reading)
            or _told_later(reading, sentences.following(index, _REACH))
        )
        if sides is not None:
            yield from build(
                reading,
                _LABEL,
                instrument=InstrumentId.ACQUISITION,
                sources=[sides[0]],
                targets=[sides[1]],
                status=Status.SIGNED,
            )


def _is_signing(reading: Reading) -> bool:
    is_dated = any(date.cue == "event" for date in reading.dates)
    is_told = _SIGNED.search(reading.text) and not _NOT_SIGNED.search(reading.text)
    return bool(is_dated and is_told) and not has_no_statement(reading)


def _companies(reading: Reading) -> list[Mention]:
    """The parties beyond doubt, each once; the first mention of a party stands."""
    sure = [p for p in reading.parties if p.is_certain]
    return list({plain_name(p.name): p for p in reversed(sure)}.values())[::-1]


def _role(reading: Reading, mention: Mention) -> str:
    """What the agreement calls a party: "Parent" of "Ashgrove LLC (“Parent”)"."""
    others = (p.start for p in reading.parties if p.name != mention.name and not p.is_unnamed)
    stop = min((start for start in others if start > mention.end), default=len(reading.text))
    found = _ROLE.match(reading.text, mention.end, stop)
    return found.group("role").removeprefix("the ") if found else ""


def _is_vehicle(reading: Reading, mention: Mention) -> bool:
    """By its name, its role, or because it is somebody's subsidiary made to acquire."""
    if _VEHICLE.search(mention.name) or _VEHICLE.search(_role(reading, mention)):
        return True
    return "Acquisition" in mention.name and bool(_SUBSIDIARY.match(reading.text, mention.end))


_EXCHANGE = re.compile(
    r"(?:exchanged for|converted into|right to receive) [^;]{0,60}?\bshares? of "
    r"(?:<P(?P<buyer>\d+)>'s|(?:[A-Za-z]+ ){1,5}of <P(?P<buyer2>\d+)>)"
)


def _by_exchange(reading: Reading) -> tuple[Mention, Mention] | None:
    """Buyer and bought where shares of the one are given for those of the other."""
    match = _EXCHANGE.search(reading.plain)
    if match is None:
        return None
    buyer = reading.parties[int(match["buyer"] or match["buyer2"])]
    others = [m for m in _companies(reading) if plain_name(m.name) != plain_name(buyer.name)]
    return (buyer, others[0]) if len(others) == 1 else None


def _sides(reading: Reading) -> tuple[Mention, Mention] | None:
    """Buyer and bought by the roles of the sentence alone."""
    companies = _companies(reading)
    buyers = [m for m in companies if _BUYER.search(_role(reading, m))]
    vehicles = {plain_name(m.name) for m in companies if _is_vehicle(reading, m)}
    buyers += [m for m in _owners(reading, vehicles) if not buyers]
    names = {plain_name(m.name) for m in buyers} - vehicles
    if len(names) != 1:
        return None
    others = [m for m in companies if plain_name(m.name) not in names | vehicles]
    own = [m for m in others if m.is_filer]
    bought = own if own and len(others) > 1 else others
    return (buyers[0], bought[0]) if len(bought) == 1 else None


def _owners(reading: Reading, vehicles: set[str]) -> Iterator[Mention]:
    """Whose subsidiaries the merger vehicles are."""
    for match in _OWNED.finditer(reading.full):
        vehicle = reading.parties[int(match.group("vehicle"))]
        if match.group("owner") and plain_name(vehicle.name) in vehicles:
            yield reading.parties[int(match.group("owner"))]


def _told_later(reading: Reading, later: Iterable[Reading]) -> tuple[Mention, Mention] | None:
    """Buyer and bought of an agreement of two, by what the next sentences say becomes of them."""
    companies = {plain_name(m.name): m for m in _companies(reading)}
    if len(companies) != 2:
        return None
    for following in later:
        for pattern in _LATER:
            for match in pattern.finditer(following.full):
                sides = [following.parties[int(match[side])] for side in ("buyer", "bought")]
                if {plain_name(m.name) for m in sides} == set(companies):
                    return companies[plain_name(sides[0].name)], companies[
                        plain_name(sides[1].name)
                    ]
    return None


PATTERN = Pattern(name="mergers", version=1, find=_find)
