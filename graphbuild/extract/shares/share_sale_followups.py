"""What a sale of shares brought in, where the next sentence tells it.

Accepts: "In the first quarter of 2026 we sold 2,400,000 ordinary shares under the programme. We
received net proceeds of $38.1 million."
Accepts: "We completed a registered direct offering of our shares to Corvid. The gross proceeds were
$12 million."
Refuses: "We issued 40,000 shares to our employees. We received proceeds of $2 million."

Lives here: the two sentences read as one statement, quoted as one. Not here: sales told in one
sentence (`share_sales`, `offerings`).

Flow: `Reading` of a sale without money, the next ones of its paragraph -> Claim.
"""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.grammar.gates import WORDS
from graphbuild.extract.grammar.parties import Mention, filer_mention, unnamed_mention
from graphbuild.extract.sentences.claiming import build, mentions_in
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.ruling import has_no_statement
from graphbuild.extract.sentences.telling import told
from graphbuild.extract.sentences.templates import compiled, outline
from graphbuild.extract.shares.share_sales import COUNT, NO_SALE, OFFER, SELLS, SMALLEST_SALE, STOCK
from graphbuild.records.claim import Claim, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_NEXT = 2
"""Sentences after the sale that may still tell what it brought in."""

_SHARES = re.compile(r"shares|stock|units|ADS|offering|placement|warrants", re.IGNORECASE)
_NO_HEAD = re.compile(NO_SALE.replace("|warrant", "").replace("|exercise", ""))
_NO_PROCEEDS = re.compile(
    r"\bnotes?\b|debenture|\bbonds?\b|intend|\bmay\b|\bcould\b|\bif\b|used|use of|repurchas|loan|"
    r"exercise of|term loan|credit"
)
_TO = r"(?:(?:(?!<M|<P)[^;]){0,160}? to {s}(?!'s))?"
_AGREES = r"{t},? {aux}(?:entered into )?(?:(?:an?|the|definitive) )*"
_TO_SELL = (
    r"(?:(?!<M)[^;]){0,300}?\b(?:sell|issue|sale|issuance|offering|issued|sold)\b"
    r"(?:(?!<M)[^;]){0,160}?(?:shares|stock|ADSs|[Uu]nits)"
)
_HEADS = (
    rf"{{t}},? {{aux}}{SELLS} {COUNT} {STOCK}{_TO}",
    (
        r"{t},? {aux}(?:completed|closed|consummated|conducted|priced)(?: on)? (?:the (?:closing|"
        rf"sale) of )?{OFFER}{_TO}"
    ),
    (
        rf"{_AGREES}(?:[Ss]ecurities|[Ss]ubscription|[Ss]hare|[Ss]tock)(?: [Pp]urchase| "
        rf"[Ss]ubscription)? [Aa]greements?,? (?:with {{s}})?{_TO_SELL}"
    ),
    rf"{_AGREES}(?:[Uu]nderwriting|[Pp]lacement(?: [Aa]gency)?) [Aa]greements?{_TO_SELL}",
)
_TOLD = (
    (
        r"^(?:[^<>;]{0,60}, )?(?P<target><P\d+>),? (?P<aux>(?:has |have |also "
        r")*)(?:receiv(?:ed|es)|raised|generated|reali[sz]ed) (?:[a-z]+ ){0,5}?proceeds(?:[^<>;]|"
        r"<P\d+>){0,70}? of {m}"
    ),
    (
        r"^(?:The |Our |Total |Aggregate )?(?:[A-Za-z]+ ){0,3}?[Pp]roceeds(?:[^<>;]|"
        r"<[PV]\d+>){0,90}? (?P<aux>were|was|are|is|totaled|totalled|amounted to|will be|"
        r"(?:are|is) expected to be) {m}"
    ),
)
_SHARES_OF = re.compile(r"(?:shares|stock|interests?|units)\b[^<;]{0,20}? (?:of|in) <P(\d+)>(?!'s)")
_SELLS_ON = re.compile(r"underwriter|agent|public", re.IGNORECASE)
_PAID_LATER = re.compile(r"\b(?:will|expected)\b")


def _find(document: Document, context: Context) -> Iterator[Claim]:
    sentences = told(document, context)
    if sentences.is_news:
        return
    for index, reading in sentences.places(_SHARES, *_needs()):
        if "<M" in reading.plain or has_no_statement(reading):
            continue
        head = _head(reading)
        if head is not None:
            yield from _told_next(reading, head, sentences.following(index, _NEXT))


@cache
def _needs() -> tuple[int, ...]:
    return tuple(WORDS.need(outline(template)) for template in _HEADS)


def _head(reading: Reading) -> re.Match[str] | None:
    """The words that tell of a sale for money, its size left open."""
    if _NO_HEAD.search(reading.plain.lower()) or _is_of_another(reading):
        return None
    found = (compiled(template).search(reading.plain) for template in _HEADS)
    return next((match for match in found if match and _sells(reading, match)), None)


def _is_of_another(reading: Reading) -> bool:
    """Whether the shares are those of a company that the seller owns: "shares of Quillstone"."""
    owned = [reading.parties[int(i)] for i in _SHARES_OF.findall(reading.plain)]
    return any(not party.is_filer and not party.is_unnamed for party in owned)


def _sells(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the seller is a company the words name; holders sell what is not new."""
    seller = mentions_in(reading, match.group("target"))
    return len(seller) == 1 and not (seller[0].is_unnamed or seller[0].is_agent)


def _told_next(
    reading: Reading, head: re.Match[str], following: tuple[Reading, ...]
) -> Iterator[Claim]:
    for later in following:
        if later.paragraph != reading.paragraph or any(
            compiled(template).search(later.plain) for template in _HEADS
        ):
            return
        match = _proceeds(later)
        if match is not None:
            yield from _claims(reading, head, later, match)
        if match is not None or "<M" in later.plain:
            return


def _proceeds(later: Reading) -> re.Match[str] | None:
    if _NO_PROCEEDS.search(later.plain.lower()):
        return None
    found = (compiled(template).search(later.plain) for template in _TOLD)
    return next((match for match in found if match), None)


def _claims(
    reading: Reading, head: re.Match[str], later: Reading, match: re.Match[str]
) -> Iterator[Claim]:
    target = mentions_in(reading, head.group("target"))
    amount = later.money[int(match.group("amount")[2:-1])].amount
    receiver = match.groupdict().get("target")
    if receiver and mentions_in(later, receiver)[0].name not in _names(target, reading):
        return
    if (amount.central or 0) < SMALLEST_SALE:
        return
    is_later = bool(_PAID_LATER.search(match.group("aux")))
    yield from build(
        reading,
        PATTERN.label,
        instrument=InstrumentId.EQUITY,
        sources=_buyers(reading, head),
        targets=target,
        status=Status.SIGNED if is_later else Status.FUNDED,
        amount=amount,
        measure=Measure.HEADLINE if is_later else Measure.PAID,
        end=later.end,
    )


def _names(target: list[Mention], reading: Reading) -> set[str]:
    """Who may receive the money: the seller, or the filer that speaks for a subsidiary."""
    filer = [filer_mention(reading.filer)] if reading.filer else []
    return {mention.name for mention in [*target, *filer]}


def _buyers(reading: Reading, head: re.Match[str]) -> list[Mention]:
    sources = mentions_in(reading, head.groupdict().get("source"))
    named = [m for m in sources if not (m.is_agent or (m.is_unnamed and _SELLS_ON.search(m.name)))]
    return named or [unnamed_mention("public-investors")]


PATTERN = Pattern(name="share_sale_followups", version=1, find=_find)
