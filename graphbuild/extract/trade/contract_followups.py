"""What later words say of a contract already read: its value, a further one, the new total.

Lives here: values outside the clause that names the contract. Not here: that clause (`contracts`).

Flow: `Reading` of the contract, following readings -> amount, or further Claim*.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.sentences.claiming import event_date, retold
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.trade.contract_wording import WITH
from graphbuild.records.claim import Claim
from graphbuild.records.money import Amount, Measure

_GOES_ON = re.compile(
    r"(?:The|This|These|Combined|It|Together|In aggregate|Under the|Pursuant to "
    r"the) ?(?:MSA|SOW|[Aa]greements?|[Pp]urchase [Oo]rders?|[Ss]ervice [Oo]rders?|"
    r"[Cc]ontracts?|[Aa]rrangement|,|represents?)"
)
_NEW_PARTY = re.compile(r"(?:with|to) an? (?:new |second |third |different |separate )?<P")
_LATER_VALUE = re.compile(
    r"(?:contract value|aggregate (?:of|amount|revenue|value|payments)|committed to (?:spend|pay|"
    r"purchase)|total (?:future |minimum |lease |undiscounted )*(?:consideration|payments|value|"
    r"revenue|contract|purchase price|rent)|annuali[sz]ed revenue|represents? annual revenue|"
    r"revenue opportunity)[^<>;]{0,50}?<M(\d+)>|<M(\d+)>[^<>;]{0,40}?(?:annuali[sz]ed revenue|of "
    r"(?:annual )?revenue|in revenue|contract(?:ed)? (?:lease |rental |rent )?(?:value|revenues?))"
)

_OF_SHARES = re.compile(r"\b(?:shares|stock|warrants)\b[^.;]*$", re.IGNORECASE)


def _value_in(later: Reading) -> re.Match[str] | None:
    """The value a sentence gives a contract; that of shares beside it is none."""
    value = _LATER_VALUE.search(later.plain)
    return None if value and _OF_SHARES.search(later.plain[: value.start()]) else value


_TOTAL = re.compile(
    r"(?:bringing|\btakes?|taking|raising|raises) (?:the |its |their |that "
    r")?(?:(?:[a-z]+ ){0,3}?(?:total|value|commitments?|contracts?)[^<>;]{0,40}?|total )to <M(\d+)>"
)


_SUPPOSED = re.compile(r"\b(?:could|would|may|might|options?|if)\b")


def total(claims: list[Claim], reading: Reading) -> Iterator[Claim]:
    """The new total that an enlarged contract reaches: "bringing the total to $22 billion"."""
    told = _TOTAL.search(reading.plain)
    if told and _SUPPOSED.search(reading.plain[max(0, told.start() - 40) : told.start()]):
        told = None
    amount = reading.money[int(told.group(1))].amount if told else None
    if amount is not None and len(claims) == 1 and claims[0].amount != amount:
        yield retold(claims[0], reading, reading.start, amount)


_SAYS_VALUE = re.compile(
    r"\b(?:[Tt]he|[Tt]his) (?:contract|deal|agreement|order|lease) (?:is|was|would be|has been) "
    r"(?:worth|valued at|for) <M(\d+)>|total contract value[^<>;]{0,40}? (?:is|of|was) <M(\d+)>"
)


def reported_values(
    claim: Claim, reading: Reading, following: tuple[Reading, ...]
) -> Iterator[Claim]:
    """Another value that a report's later sentence gives for the contract."""
    for later in following:
        told = _SAYS_VALUE.search(later.plain)
        if not later.is_news or later.entry is not reading.entry or WITH.search(later.plain):
            return
        amount = later.money[int(told.group(1) or told.group(2))].amount if told else None
        if amount is not None and amount != claim.amount and claim.amount.is_disclosed:
            yield retold(claim, later, later.start, amount)
            return


_FURTHER = re.compile(
    r"^(?:On|In) [^,]{4,40}\d{4}, [^.]{0,80}?\b(?:signed|entered|executed|finali[sz]ed|amended|"
    r"agreed)\b"
)
"""A sentence that begins a further contract, of its own date."""


def further_values(
    claim: Claim, reading: Reading, following: tuple[Reading, ...]
) -> Iterator[Claim]:
    """Values that later sentences of the paragraph give for contracts between the same two."""
    agreed_on = None
    for later in following:
        goes_on = later.paragraph == reading.paragraph or (
            later.heading == reading.heading and bool(_GOES_ON.match(later.text))
        )
        if not goes_on or later.is_news or _NEW_PARTY.search(later.plain):
            return
        if _names_another(later, reading):
            return
        agreed_on = event_date(later) if _FURTHER.match(later.text) else agreed_on
        value = _value_in(later)
        amount = later.money[int(value.group(1) or value.group(2))].amount if value else None
        if value is None or amount is None or amount == claim.amount or _is_of_shares(value):
            continue
        is_most = _AT_MOST.search(_around(later, value))
        measure = Measure.CEILING if is_most else Measure.HEADLINE
        yield retold(claim, later, reading.start, amount, measure, agreed_on=agreed_on)


_AT_MOST = re.compile(
    r"\b(?:(?:potential|maximum) (?:total |aggregate )?(?:contract(?:ed)? )?(?:value|revenue)|"
    r"potential|options? to|assuming|at full capacity|if fully)\b"
)
"""The contract may come to be worth this, if the customer wants as much: a ceiling."""


def _is_of_shares(value: re.Match[str]) -> bool:
    """Whether the value is that of shares given beside the contract, not the contract's."""
    return bool(_SHARES.search(value.string, max(0, value.start() - 90), value.start()))


_SHARES = re.compile(r"\b(?:shares|stock|warrants|units)\b[^;.]*$")


def _around(later: Reading, value: re.Match[str]) -> str:
    return later.plain[max(0, value.start() - 90) : value.end() + 90]


_LEASE_VALUE = re.compile(
    r"(?:[Tt]he [Ll]eases?\b(?:(?!<M)[^;]){0,120}?(?:represents?|(?:total )?contract(?:ed)? "
    r"(?:value|revenue)|total (?:rent|payments))[^<>;]{0,40}?|[Tt]he (?:initial |total |aggregate "
    r")?lease (?:commitment|payment|obligation)s?[^<>;]{0,30}? (?:is|are|was|were)|(?:Under "
    r")?[Tt]he lease, valued at) <M(\d+)>"
)


_THE_ORDER = re.compile(
    r"(?:The|This) (?:Order|Agreement|MSA|Contract|Lease|SOW)\b[^<>;]{0,20}(?:has|is)\b"
)


def _goes_on(later: Reading, reading: Reading) -> bool:
    """Still the same paragraph; in a report, whose paragraphs are short, the same story."""
    if later.paragraph == reading.paragraph:
        return True
    if later.entry is not reading.entry:
        return False
    if not reading.is_news and not _THE_ORDER.match(later.plain):
        return False
    return _names_no_other(later, reading)


def _names_no_other(later: Reading, reading: Reading) -> bool:
    told = {plain_name(p.name) for p in reading.parties}
    return all(plain_name(p.name) in told for p in later.parties if not p.is_unnamed)


_OF_PARTY = re.compile(r"\b(?:value|revenue|amount|contract|price)[^<>;]{0,30}? with <P(\d+)>")


def _names_another(later: Reading, reading: Reading) -> bool:
    """Whether a value is told to be of a contract with somebody whom the first does not name."""
    told = {plain_name(p.name) for p in reading.parties}
    of = _OF_PARTY.search(later.plain)
    party = later.parties[int(of.group(1))] if of else None
    return party is not None and not party.is_filer and plain_name(party.name) not in told


def value_told_next(
    reading: Reading, following: tuple[Reading, ...], *, is_lease: bool
) -> tuple[Amount | None, int]:
    """The contract's value where one of the next sentences of the paragraph gives it."""
    for later in following:
        told = _LEASE_VALUE.match(later.plain) if is_lease and not later.is_news else None
        if told:
            return later.money[int(told.group(1))].amount, later.end
        if not _goes_on(later, reading) or WITH.search(later.plain):
            break
        value = _value_in(later)
        if value and _names_another(later, reading):
            break
        index = value and (value.group(1) or value.group(2))
        if value and index and not _is_of_shares(value):
            return later.money[int(index)].amount, later.end
    return None, reading.end


def measure_told_next(reading: Reading, end: int) -> Measure:
    """What a value after the contract's sentence counts: a ceiling where it only may be reached."""
    words = reading.document.text[reading.end : end].rpartition(". ")[2]
    return Measure.CEILING if _AT_MOST.search(words) else Measure.HEADLINE
