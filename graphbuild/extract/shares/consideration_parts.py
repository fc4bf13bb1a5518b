"""What a purchase was paid with: cash, shares, earn-outs, each part a claim of its own.

Accepts: "On May 4, 2026, we acquired Quillstone Data Ltd. for $30 million in cash and shares of our
common stock valued at $12 million."
Accepts: "On May 4, 2026, we acquired Quillstone Data Ltd. The consideration consisted of $30
million in cash and up to $5 million of contingent earn-out payments."
Refuses: "We sell servers for $30 million in cash and shares valued at $12 million."

Lives here: the parts. Not here: the purchase itself (`acquisition`), its price in a later sentence
(`purchase_prices`).

Flow: `Reading` of a purchase with one buyer and one thing bought -> parts told beside it -> Claim*.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from graphbuild.extract.base import Context, Pattern, make_claim
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.ruling import has_no_statement
from graphbuild.extract.sentences.telling import told
from graphbuild.extract.shares.purchases import purchase_needs, purchases_in
from graphbuild.records.claim import Claim, Role, Status
from graphbuild.records.document import Document
from graphbuild.records.money import Amount, Measure

_NEXT = 5
"""Sentences after the purchase that may still tell what it was paid with."""
_BUYS = re.compile(r"acqui|purchas|merg|licens", re.IGNORECASE)
_VALUE = r"(?:an? )?(?:(?:aggregate|total|fair|market|estimated|approximate|implied|agreed) )*value"
_PAPER = r"(?:shares|common stock|ordinary shares|units|stock)"
_CASH = re.compile(
    r"<M(?P<a>\d+)>(?: of| in)? (?:(?:aggregate|total|net|upfront|initial|closing|an?|all) "
    r")*cash\b|\bcash (?:(?:purchase|closing|upfront) )?(?:consideration|price|payments?|"
    r"portion)(?: at closing)?(?: of| in the amount of| equal to| totaling) <M(?P<b>\d+)>|"
    r"<M(?P<c>\d+)> (?:was |were |to be )?(?:paid|payable|due) (?:in full )?(?:at|upon|on) (?:the "
    r")?(?:[Cc]losing|completion)"
)
_DEFERRED = re.compile(
    r"<M(?P<a>\d+)>(?:, [^<>;,]{3,50},| [^<>;,]{3,30}?)? (?:is |are |was |to be |will be )?"
    r"(?:payable|due|deferred|paid) (?:(?:within|over|in|on or before|upon|after|no later than)\b|"
    r"[a-z]+ (?:days|months|years|anniversar)|on the [a-z]+ anniversar)"
)
_SHARES = re.compile(
    rf"\b{_PAPER}\b(?:[^<>;]|<P\d+>(?:'s)?|<V\d+> per share){{0,160}}?\b(?:valued at|with "
    rf"{_VALUE} of|having {_VALUE} of|worth) <[MV](?P<a>\d+)>(?! per)|"
    r"<M(?P<b>\d+)> (?:of|in|worth of) "
    rf"(?:(?!cash)[^<>;,]|<P\d+>(?:'s)?){{0,40}}?{_PAPER}\b"
)
_EARN_OUT = re.compile(
    r"\b(?:earn-?outs?|contingent (?:consideration|payments?)|milestone payments?|deferred "
    r"consideration)\b[^<>;]{0,80}?(?:of|to|totaling|amount) <M(?P<a>\d+)>|"
    r"<M(?P<b>\d+)>[^<>;]{0,50}?\b(?:earn-?outs?|contingent (?:consideration|payments?)|"
    r"milestone)"
)
_SPEAKS_OF_PRICE = re.compile(r"consideration|purchase price|paid|transferred", re.IGNORECASE)
_NO_PART = re.compile(
    r"\b(?:net of|acquired cash|cash acquired|cash on hand|fair value of (?:the )?contingent|"
    r"(?<!current )liabilit|impair|goodwill|revalu|remeasur|pro forma|escrow|per share in cash)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    amount: Amount
    measure: Measure
    is_to_come: bool = False


def find_parts(document: Document, context: Context) -> Iterator[Claim]:
    """The parts of each purchase that its own or the next sentences tell."""
    sentences = told(document, context)
    if sentences.is_news:
        return
    for index, reading in sentences.places(_BUYS, *purchase_needs()):
        if has_no_statement(reading):
            continue
        deal = _deal(reading)
        if deal is None:
            continue
        yield from _claims(deal, reading, reading)
        for later in sentences.following(index, _NEXT):
            if later.paragraph != reading.paragraph or _is_other(later):
                break
            if _SPEAKS_OF_PRICE.search(later.text):
                yield from _claims(deal, reading, later)


def _deal(reading: Reading) -> Claim | None:
    """The one purchase between two named sides that a sentence tells of."""
    claims = tuple(purchases_in(reading, PATTERN.label))
    if len({tuple(p.name for p in claim.parties) for claim in claims}) != 1:
        return None
    claim = claims[0]
    named = not any(p.is_unnamed for p in claim.with_role(Role.SOURCE))
    return claim if named and claim.status is not Status.TERMINATED else None


def _is_other(later: Reading) -> bool:
    """Whether a later sentence tells of a purchase of its own."""
    return any(True for _ in purchases_in(later, PATTERN.label))


def _claims(deal: Claim, first: Reading, reading: Reading) -> Iterator[Claim]:
    if _NO_PART.search(reading.text):
        return
    parts = tuple(_parts(reading))
    fewest = 1 if reading is first and not deal.amount.is_disclosed else 2
    if len(parts) < fewest or (len(parts) > 1 and _is_total_told(parts, deal, reading)):
        return  # one sum alone, or the sum of all, is the price and told elsewhere
    for part in parts:
        yield make_claim(
            reading.document,
            PATTERN.label,
            (first.start, reading.end) if first is not reading else (reading.start, reading.end),
            deal.instrument,
            deal.parties,
            part.amount,
            part.measure,
            Status.SIGNED if part.is_to_come else deal.status,
            confidence=deal.confidence,
            agreed_on=deal.agreed_on,
        )


def _is_total_told(parts: tuple[_Part, ...], deal: Claim, reading: Reading) -> bool:
    """Whether the parts only split a price that is told as well."""
    whole = sum((part.amount.central or Decimal(0) for part in parts), Decimal(0))
    told_sums = [deal.amount.central, *(money.amount.central for money in reading.money)]
    return any(one is not None and abs(one - whole) <= whole / 100 for one in told_sums)


_TO_COME = (_EARN_OUT, _DEFERRED)


def _parts(reading: Reading) -> Iterator[_Part]:
    seen: set[int] = set()
    for pattern, measure in (
        (_EARN_OUT, Measure.CEILING),
        (_SHARES, Measure.VALUE),
        (_CASH, Measure.PAID),
        (_DEFERRED, Measure.HEADLINE),
    ):
        for match in pattern.finditer(reading.full):
            number = int(next(found for found in match.groups() if found))
            money = reading.money[number]
            if number in seen or money.is_price or money.is_old:
                continue
            seen.add(number)
            yield _Part(amount=money.amount, measure=measure, is_to_come=pattern in _TO_COME)


PATTERN = Pattern(name="consideration_parts", version=1, find=find_parts)
