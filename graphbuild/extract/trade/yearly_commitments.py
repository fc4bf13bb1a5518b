"""Sums promised year by year: "minimum commitments of $50 million in 2026 and $75 million in 2027".

Accepts: "Tidepool made minimum commitments to us of $50 million and $75 million for fiscal years
2026 and 2027."
Accepts: "We have minimum purchase commitments with Corvid of $3 million in 2026 and $4 million in
2027."
Refuses: "Meridian's purchase commitments were $50 million and $75 million in 2025 and 2024."

Lives here: sentences that give one sum a year. Not here: one sum for all years (`commitment`,
`obligations`), tables (`commitment_tables`).

Flow: Reading -> who promises whom, sums that stand in a row -> Claim*.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.grammar.gates import Sieve
from graphbuild.extract.grammar.goods import goods_instrument
from graphbuild.extract.grammar.parties import Mention, filer_mention
from graphbuild.extract.grammar.wording import is_conditional
from graphbuild.extract.sentences.claiming import build
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.ruling import has_no_statement
from graphbuild.extract.sentences.telling import told
from graphbuild.records.claim import Claim, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Amount, Measure, Qualifier, at_least

_LABEL = "yearly_commitments/1"
_NOUN = (
    r"(?:(?:minimum|annual|non-cancell?able|take-or-pay|total|purchase|revenue|spend(?:ing)?|"
    r"service|capacity|cloud),? (?:and )?){1,5}(?:commitments?|payments?|purchases?|spend)"
)
_CUE = re.compile(r"\b20\d\d\b.*\b20\d\d\b", re.DOTALL)
"""A sum a year takes two years."""
_PROMISE = Sieve(
    re.compile(
        rf"(?P<who><P\d+>)(?:'s (?:[a-z-]+ ){{0,3}}?|,? (?:[a-z]+ ){{0,3}}?(?:made|ha[sd]|have|"
        rf"agreed to|committed to|undertook|provided|is|are) (?:[a-z-]+,? ){{0,4}}?)"
        rf"(?P<noun>{_NOUN}|(?:[a-z]+ )?commitments?)\b(?:,? (?:to|with|from) (?P<whom><P\d+>))?"
    )
)
_BETWEEN = re.compile(
    r"^(?: (?:in|for|during) (?:the |each of the )?(?:fiscal |calendar |contract )*(?:years?|"
    r"quarters?|periods?)?(?: end(?:ed|ing))?,? ?(?:[A-Z][a-z]+ \d{1,2}, )?(?:20\d\d)?)?"
    r"(?:,? and|,|;|; and)? $"
)
_YEAR = re.compile(r"\b20\d\d\b")
_CHANGED = re.compile(r"\b(?:revis|amend|modif|restat|extend)\w*")
_OTHER = re.compile(
    r"\b(?:loans?|lend|lenders?|lease|guarant|equity|capital commitment|performance obligation|"
    r"credit|fund(?:s|ing)?|dividend|notes)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:were|was|totaled|amounted to|recorded|recogni[sz]ed|compared)\b")


def _find(document: Document, context: Context) -> Iterator[Claim]:
    for _, reading in told(document, context).places(_CUE, _PROMISE.need()):
        if len(reading.money) < 2 or reading.filer is None or has_no_statement(reading):
            continue
        if _OTHER.search(reading.text):
            continue
        match = next(_PROMISE.finditer(reading.plain), None)
        if match is None or is_conditional(reading.plain[: match.start()]):
            continue
        sides = _sides(reading, match)
        if sides and not _PAST.search(match.string[match.end() : match.end() + 40]):
            yield from _claims(reading, *sides, match.group())


def _sides(reading: Reading, match: re.Match[str]) -> tuple[Mention, Mention] | None:
    """Who promises whom; a named party's promise in a filing is to the filer."""
    if reading.filer is None:
        return None
    who = _mention(reading, match.group("who"))
    whom = _mention(reading, match.group("whom")) if match.group("whom") else None
    us = filer_mention(reading.filer)
    if not who.is_filer:
        is_bad = who.is_unnamed or who.is_agent or (whom and not whom.is_filer)
        return None if is_bad or reading.is_news else (who, us)
    if whom is None or whom.is_filer or whom.is_unnamed:
        return None
    return us, whom


def _mention(reading: Reading, mark: str) -> Mention:
    return reading.parties[int(mark[2:-1])]


def _sums(reading: Reading) -> list[Amount]:
    """The longest row of sums with nothing but their years between, as many years as sums."""
    rows: list[list[int]] = [[0]]
    for index, (before, after) in enumerate(
        zip(reading.money, reading.money[1:], strict=False), start=1
    ):
        if _BETWEEN.match(reading.text[before.end : after.start]):
            rows[-1].append(index)
        else:
            rows.append([index])
    longest = max(rows, key=len)
    tail = reading.text[reading.money[longest[0]].start : reading.money[longest[-1]].end + 140]
    years = set(_YEAR.findall(tail))
    if len(longest) < 2 or len(years) < len(longest):
        return []
    return [reading.money[i].amount for i in longest]


def _claims(reading: Reading, source: Mention, target: Mention, words: str) -> Iterator[Claim]:
    instrument = goods_instrument(words)
    if instrument is InstrumentId.SUPPLY_CONTRACT:
        instrument = InstrumentId.PURCHASE_COMMITMENT
    is_least = bool(re.search(r"minimum|at least", words))
    for amount in _sums(reading):
        yield from build(
            replace(reading, dates=tuple(d for d in reading.dates if d.cue == "event")),
            _LABEL,
            instrument=instrument,
            sources=[source],
            targets=[target],
            status=Status.AMENDED if _CHANGED.search(reading.text) else Status.SIGNED,
            amount=_least(amount) if is_least else amount,
            measure=Measure.COMMITTED,
        )


def _least(amount: Amount) -> Amount:
    if amount.point is None or amount.qualifier is not Qualifier.EXACT:
        return amount
    return at_least(amount.point, amount.currency)


YEARLY_COMMITMENTS = Pattern(name="yearly_commitments", version=1, find=_find)
