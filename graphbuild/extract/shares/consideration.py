"""What a company cost, where a note on the purchase sums up what was or may be transferred for it.

Accepts: "On May 4, 2026, we acquired 100% of Quillstone Data Ltd. for about C$60 million. The
consideration transferred totaled $44.2 million at fair value."
Accepts: "On May 4, 2026, Harbor acquired 100% of Quillstone Data Ltd. for about C$41 million. Total
purchase consideration paid for the acquisition was $30.5 million."
Refuses: "On May 4, 2026, we acquired 100% of Quillstone Data Ltd. The contingent consideration
transferred was $9 million."

Lives here: that sum, the most that may come on top of it ("the maximum contingent consideration is
$1.4 million"), and the purchase it belongs to, under one heading. Not here: a price told in
the purchase's own paragraph as such (`purchase_prices`).

Flow: the sentence of the sum -> the nearest purchase before it under the heading -> Claim.
"""

import re
from collections.abc import Iterator
from itertools import islice

from graphbuild.extract.base import Context, Pattern, make_claim
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.ruling import apply_rules
from graphbuild.extract.sentences.telling import Told, told
from graphbuild.extract.shares.acquisition import ACQUISITION_RULES
from graphbuild.records.claim import Claim, Status
from graphbuild.records.document import Document
from graphbuild.records.money import Measure, Qualifier, up_to

_CUE = re.compile(r"onsideration transferred|onsideration paid")
_SUM = re.compile(
    r"^(?:[Tt]he |[Tt]otal )?(?:(?:total|aggregate|estimated|preliminary|acquisition-date|fair|"
    r"value|of|the|purchase|[Aa]cquisition-date|[Ff]air|[Pp]urchase) )*[Cc]onsideration "
    r"(?:transferred|paid)(?: (?:for|in) (?:the |this )?(?:acquisition|transaction|business "
    r"combination))? (?:was|totaled|totalled|amounted to|is|equaled) <M(?P<mark>\d+)>"
)
_MAY_COME = re.compile(
    r"aximum (?:cash )?pay|ontingent|arn-?[Oo]ut|ilestone|dditional [Cc]onsideration"
)
_WHAT = (
    r"(?:[Cc]ontingent (?:[Cc]onsideration|[Pp]ayments?|cash payments?)|[Ee]arn-?[Oo]uts?"
    r"(?: [Pp]ayments?| [Cc]onsideration)?|[Mm]ilestone [Pp]ayments?|"
    r"[Aa]dditional [Cc]onsideration)"
)
_MOST = re.compile(
    r"\b(?:[Mm]aximum|[Tt]otal potential|[Mm]aximum (?:amount|value) of(?: the)?|[Mm]aximum "
    rf"(?:potential|possible|aggregate)) (?:{_WHAT}|(?:cash )?pay(?:out|ment)s?)(?:[^<>;.]|"
    rf"<P\d+>){{0,80}}? (?:is|was|be|of|to|exceed) <M(?P<a>\d+)>|{_WHAT}(?:[^<>;.]|"
    r"<P\d+>){0,80}? (?:up to|(?:not|never) (?:to )?exceed|(?:capped|limited) (?:at|to)|"
    r"maximum(?: amount)? of)(?: (?:an?|the|aggregate|additional|maximum|total|of))* <M(?P<b>\d+)>|"
    rf"{_WHAT}(?:[^<>;.]|<P\d+>){{0,60}}? (?:of|to|totaling|for) <M(?P<ceiling>\d+)>|"
    r"(?:receive|earn|entitled to|pay|payable|plus)(?: [a-z]+){0,3}? <M(?P<c>\d+)> (?:of|in|as) "
    rf"(?:[a-z]+ ){{0,3}}?{_WHAT}"
)
_IS_OF_ACCOUNTS = re.compile(
    r"fair value|liabilit|remeasur|recorded|recogni[sz]ed|was paid|were paid|settled|forfeit|"
    r"expired|no (?:contingent|earn)|Level 3|discount",
    re.IGNORECASE,
)
_REACH = 8
"""Sentences back to the purchase: a note tells why it was made before what it cost."""
_LONGEST = 2500
"""Characters that one quote may take."""


def find_consideration(document: Document, context: Context) -> Iterator[Claim]:
    """The sum transferred for the purchase that the note is on."""
    sentences = told(document, context)
    yield from _may_come(document, sentences)
    for index, reading in sentences.places(_CUE):
        match = _SUM.search(reading.plain)
        if match is None or reading.is_news:
            continue
        bought = _bought_before(sentences, index)
        if bought is not None and reading.end - bought.citation.start <= _LONGEST:
            yield make_claim(
                document,
                PATTERN.label,
                (bought.citation.start, reading.end),
                bought.instrument,
                bought.parties,
                reading.money[int(match["mark"])].amount,
                Measure.PAID,
                bought.status,
                agreed_on=bought.agreed_on,
                confidence=bought.confidence,
            )


def _may_come(document: Document, sentences: Told) -> Iterator[Claim]:
    """The most that the sellers may get later, in a sentence after the purchase."""
    for index, reading in sentences.places(_MAY_COME):
        match = _MOST.search(reading.full)
        if match is None or reading.is_news or _IS_OF_ACCOUNTS.search(reading.text):
            continue
        most = reading.money[int(next(found for found in match.groups() if found))].amount
        if most.point is None or (match["ceiling"] and most.qualifier is not Qualifier.UP_TO):
            continue
        bought = None if _purchases(reading) else _bought_before(sentences, index)
        if bought is not None and reading.end - bought.citation.start <= _LONGEST:
            yield make_claim(
                document,
                PATTERN.label,
                (bought.citation.start, reading.end),
                bought.instrument,
                bought.parties,
                up_to(most.point, most.currency),
                Measure.CEILING,
                Status.SIGNED,
                agreed_on=bought.agreed_on,
                confidence=bought.confidence,
            )


def _bought_before(sentences: Told, index: int) -> Claim | None:
    """The nearest purchase told before, if it is one and complete."""
    for earlier in islice(sentences.earlier_in_section(index), _REACH):
        reading = sentences.reading(earlier)
        claims = _purchases(reading) if reading is not None else ()
        if claims:
            is_one = len(claims) == 1 and claims[0].status is Status.FUNDED
            return claims[0] if is_one else None
    return None


def _purchases(reading: Reading) -> tuple[Claim, ...]:
    return tuple(apply_rules(ACQUISITION_RULES, reading, PATTERN.label))


PATTERN = Pattern(name="consideration", version=1, find=find_consideration)
