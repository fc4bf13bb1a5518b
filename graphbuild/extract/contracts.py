"""Contracts between two parties, and which of them buys: services, supply, hosting and leases.

Accepts: "We signed a five-year cloud contract with Meridian, under which we will provide GPU
capacity for $9.7 billion."
Accepts: "Tidepool signed a $3 billion deal to buy computing capacity from Harbor Compute."
Refuses: "Tidepool signed a partnership with Harbor Compute." (nobody can tell who pays)

Lives here: agreements whose verb ("signed", "entered into") does not say who pays; the words
around them do.
Not here: verbs that say it themselves ("committed to spend", "leases from"): `commitment`, `lease`.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern, make_claim
from graphbuild.extract.buying import BUYER_TALK, LEASE, is_same, marks, subject_buys
from graphbuild.extract.claiming import build, mentions_in
from graphbuild.extract.contract_value import money_after
from graphbuild.extract.goods import goods_instrument
from graphbuild.extract.parties import Mention
from graphbuild.extract.reading import Reading, readings
from graphbuild.extract.rules import has_no_statement
from graphbuild.extract.templates import expand
from graphbuild.extract.wording import is_conditional, status_of
from graphbuild.records.claim import Claim, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Amount, Measure

_LABEL = "contracts/1"
_NOUN = (
    r"(?:[Cc]ontracts?|[Aa]greements?|[Dd]eals?|[Oo]rder [Ff]orms?|[Pp]act|"
    r"[Ss]tatements? of [Ww]ork|[Ll]eases?|MSA|SOW|PPA"
    r"|[Aa]rrangements?|[Ww]ork orders?|[Ss]ervice [Oo]rders?|[Tt]erm [Ss]heet|"
    r"[Pp]urchase [Oo]rders?|[Oo]rders?)"
)
_VERB = (
    r"(?:[Ss]ign(?:s|ed|ing)?|[Ee]nter(?:s|ed|ing)? into|[Ee]xecut(?:e[sd]?|ing)|"
    r"[Aa]nnounc(?:e[sd]?|ing)|[Ii]nk(?:s|ed)?|[Ss]tr(?:uck|ikes?)|[Rr]each(?:es|"
    r"ed)?"
    r"|[Hh]a(?:s|ve|d)|[Pp]lac(?:e[sd]?|ing)|[Aa]ward(?:s|ed)?|[Ww][oi]ns?|"
    r"[Ll]and(?:s|ed)?|[Ss]ecur(?:e[sd]?|ing)|[Ss]eal(?:s|ed)?|[Ff]inali[sz]e[sd]?|"
    r"[Aa]mend(?:s|ed)?|[Ee]xtend(?:s|ed)?|[Ee]xpand(?:s|ed)?|[Cc]ommenc(?:e[sd]?|"
    r"ing))"
)
_TEXT = r"(?:(?!<P\d+>(?!'s)|<M)[^;]){0,110}?"
_WITH = re.compile(
    expand(
        rf"{{s}},? {{aux}}{_VERB} (?:(?:[a-z-]+ ){{0,2}}{{m}}(?:, | |-))?{_TEXT}{_NOUN}\b"
        rf"(?! (?:of|and plan))(?:[^<>;]{{0,30}}?(?:worth|valued at|of|for|totaling) {{m2"
        rf"}})?"
        r"(?:(?!<P\d+>(?!'s)|<M)[^;.]){0,90}? (?:with|from) (?:[A-Za-z-]+ ){0,5}?{t}"
    )
)
_TO_BUY = re.compile(
    expand(
        rf"{{s}},? {{aux}}{_VERB} (?:(?:[a-z-]+ ){{0,2}}{{m}}(?:, | |-))?{_TEXT}{_NOUN}\b"
        rf"(?:[^<>;]{{0,30}}?(?:worth|valued at|of|for|totaling) {{m2}})?"
        r" (?:to|for) (?:buy|purchase|rent|use|secure|obtain|procure|access|the "
        r"purchase of)(?:(?!<P)[^;]){0,80}? from {t}"
    )
)
_TO_SUPPLY = re.compile(
    expand(
        rf"{{t}},? {{aux}}{_VERB} (?:(?:[a-z-]+ ){{0,2}}{{m}}(?:, | |-))?{_TEXT}{_NOUN}\b"
        rf"(?:[^<>;]{{0,30}}?(?:worth|valued at|of|for|totaling) {{m2}})?"
        r" to (?:supply|provide|host|deliver(?: to)?|furnish) {s}"
    )
)
_PARTNER = re.compile(
    expand(
        r"{s},? {aux}(?:[Pp]artner(?:s|ed|ing)?|[Tt]eam(?:s|ed|ing)? up|[Cc]ontract(?:s|"
        r"ed|ing)|[Ww]ork(?:s|ed|ing)) with {t}(?= to (?:buy|purchase|procure|supply|"
        r"provide|deliver|rent|lease|secure))"
    )
)
_DEPLOY = re.compile(
    r"(?P<first><P\d+>) and (?P<second><P\d+>) [^<>;]{0,60}?(?:partnership|"
    r"collaboration|agreement|deal|pact) (?:to|for)[^<>;]{0,60}?"
    r"(?:gigawatts?|megawatts?|GW|MW|gw|mw)\b[^<>;]{0,30}? "
    r"(?P<maker><P\d+>)(?!-)(?:'s)? [^<>;]{0,40}?(?:systems|GPUs?|chips?|"
    r"accelerators?|processors|TPUs?|gpus?|tpus?)"
)
_BETWEEN = re.compile(
    expand(
        rf"{{s1}} and {{t}},? {{aux}}{_VERB} (?:(?:[a-z-]+ ){{0,2}}{{m}}(?:, | |"
        rf"-))?{_TEXT}{_NOUN}\b(?:[^<>;]{{0,30}}?(?:worth|valued at|of|for|totaling) {{m2"
        rf"}})?"
    )
)
_VALUED = re.compile(
    expand(
        rf"{_NOUN} between {{s1}} and {{t}}(?:[^<>;]{{0,40}}?(?:worth|valued at|totaling|for) "
        rf"{{m}})?"
    )
)
_NOMINAL = re.compile(
    expand(
        rf"{{s1}}'s (?:[a-z-]+ ){{0,3}}?{{m}}(?: |-)(?:[A-Za-z-]+ ){{0,4}}?{_NOUN}"
        r"(?! to acquire)(?:[^<>;]{0,20})? with {t}"
    )
)
_NAMED_AFTER = re.compile(
    expand(
        rf"{{s1}}(?!'s|-),? {{aux}}{_VERB} (?:its|an?|the) (?:[a-z-]+ )?{{t}} (?:[a-z-]+ "
        rf"){{0,2}}?{_NOUN}"
        r"(?: (?:by|worth|for) {m})?"
    )
)
_FINANCED = re.compile(
    expand(
        r"{s1}(?!'s|-)[^<>;]{0,60}?(?:(?:from|with) <P\d+>)?[^<>;]{0,40}?(?:fund|finance|pay for) "
        rf"(?:its|an?|the) (?:separate |planned |recent )?{{m}}[^<>;]{{0,40}}?{_NOUN} with {{t}}"
    )
)
_WORTH = re.compile(_NOUN + r"|[Pp]artner|[Tt]eam|[Cc]ontract|[Ww]ork")
_OTHER_CONTRACTS = re.compile(
    r"credit (?:agreement|facilit)|loan|underwriting|indenture|\bnotes?\b|merger|"
    r"share purchase|stock purchase|securities purchase|equity|employment"
    r"|settlement|lawsuit|acqui|shares|stake|licen[cs]e|warrant|registration rights|"
    r"indemnif|consulting|separation|voting|escrow"
    r"|confidentiality|non-disclosure|guarant|backstop|placement|sales agent|sales "
    r"agreement|subscription|investment|joint venture"
    r"|purchase and sale|real estate|memorandum|collective bargaining|rights "
    r"agreement|forbearance|amendment to the|partnership agreement"
    r"|distribution agreement|exchange agreement|contribution agreement|transition|"
    r"tax|services agreement with (?:its|our) (?:chief|former)",
    re.IGNORECASE,
)
_SALE_OF_STAKE = re.compile(
    r"\bto (?:sell|acquire|purchase|buy|merge)\b[^;]{0,80}\b(?:stake|interests?|"
    r"business|shares|stock|subsidiary|notes|outstanding|land|building|property|"
    r"real estate)\b"
)
_GOES_ON = re.compile(
    r"(?:The|This|These|Combined|It|Together|In aggregate|Under the|Pursuant to "
    r"the) ?(?:MSA|SOW|[Aa]greements?|[Pp]urchase [Oo]rders?|[Ss]ervice [Oo]rders?|"
    r"[Cc]ontracts?|[Aa]rrangement|,|represents?)"
)
_NEW_PARTY = re.compile(r"(?:with|to) an? (?:new |second |third |different |separate )?<P")
_LATER_VALUE = re.compile(
    r"(?:contract value|aggregate (?:of|amount|revenue|value|payments)|committed to "
    r"(?:spend|pay|purchase)|total (?:consideration|payments|value|revenue|contract|"
    r"purchase price|rent)|annuali[sz]ed revenue)"
    r"[^<>;]{0,50}?<M(\d+)>|<M(\d+)>[^<>;]{0,40}?(?:annuali[sz]ed revenue|of "
    r"revenue|in revenue|contract(?:ed)? value)"
)


def _instrument(reading: Reading, match: re.Match[str], paragraph: str) -> InstrumentId:
    """A lease where the contract is called one; else by the goods, in the sentence or around it."""
    if LEASE.search(match.group()):
        return InstrumentId.LEASE
    is_purchase = bool(BUYER_TALK.search(match.group().lower()))
    ahead = match.string[match.end() : match.end() + 90]
    for words in (
        (match.group(), ahead) if is_purchase else (match.group(), ahead, reading.text, paragraph)
    ):
        kind = goods_instrument(words)
        if kind is not InstrumentId.PURCHASE_COMMITMENT:
            return kind
    return InstrumentId.PURCHASE_COMMITMENT


def _find(document: Document, context: Context) -> Iterator[Claim]:
    everything = readings(document, context)
    for index, reading in enumerate(everything):
        if has_no_statement(reading) or not _WORTH.search(reading.plain):
            continue
        yield from _deployment(reading)
        for pattern in (
            _TO_BUY,
            _TO_SUPPLY,
            _WITH,
            _PARTNER,
            _BETWEEN,
            _VALUED,
            _FINANCED,
            _NOMINAL,
            _NAMED_AFTER,
        ):
            claims = [
                claim
                for match in pattern.finditer(reading.plain)
                for claim in _claims(match, reading, everything[index + 1 : index + 3])
            ]
            yield from claims
            if claims:
                yield from _total(claims, reading)
                yield from _reported_values(claims[0], reading, everything[index + 1 : index + 4])
                yield from _further_values(claims[0], reading, everything[index + 1 : index + 9])
                break


_GPU_SERVICE = re.compile(
    r"\bGPUs?\b(?s:.)*\b(?:services?|months?|years?|annuali[sz]ed|MSA|lease)\b"
)


def _is_service(providers: list[Mention], around: str) -> bool:
    """Whether the filer serves others with processors it keeps, for a time, and sells none."""
    return all(p.is_filer for p in providers) and bool(_GPU_SERVICE.search(around))


_SERVICE = re.compile(r"cloud|comput(?:e|ing) (?:power|capacity|services)|services", re.IGNORECASE)


def _by_provider(instrument: InstrumentId, providers: list[Mention], words: str) -> InstrumentId:
    """What is bought of a cloud is a service, of a maker of chips goods, of a host space."""
    kinds = {provider.kind for provider in providers}
    if instrument is InstrumentId.LEASE or len(kinds) != 1:
        return instrument
    kind = kinds.pop()
    if kind in {"hyperscaler", "neocloud"}:
        return InstrumentId.CLOUD_CONTRACT
    if kind in {"chipmaker", "supplier"} and not _SERVICE.search(words):
        return InstrumentId.SUPPLY_CONTRACT
    is_space = kind == "host" and re.search(r"colocation|data cent", words, re.IGNORECASE)
    return InstrumentId.LEASE if is_space else instrument


_TOTAL = re.compile(
    r"(?:bringing|takes?|taking|raising|raises) (?:the |its |their |that )?(?:(?:[a-z]+ "
    r"){0,3}?(?:total|value|"
    r"commitments?|contracts?)[^<>;]{0,40}?|total )to <M(\d+)>"
)


def _total(claims: list[Claim], reading: Reading) -> Iterator[Claim]:
    """The new total that an enlarged contract reaches: "bringing the total to $22 billion"."""
    told = _TOTAL.search(reading.plain)
    amount = reading.money[int(told.group(1))].amount if told else None
    if amount is not None and len(claims) == 1 and claims[0].amount != amount:
        yield _with_amount(claims[0], reading, amount, reading.start)


def _with_amount(claim: Claim, told: Reading, amount: Amount, start: int) -> Claim:
    return make_claim(
        told.document,
        _LABEL,
        (start, told.end),
        claim.instrument,
        claim.parties,
        amount,
        Measure.HEADLINE,
        claim.status,
        confidence=claim.confidence,
        agreed_on=claim.agreed_on,
        entry=told.entry,
    )


_SAYS_VALUE = re.compile(
    r"\b(?:[Tt]he|[Tt]his) (?:contract|deal|agreement|order|lease) (?:is|was|would be|has been) "
    r"(?:worth|valued at|for) <M(\d+)>|total contract value[^<>;]{0,40}? (?:is|of|was) <M(\d+)>"
)


def _reported_values(
    claim: Claim, reading: Reading, following: tuple[Reading, ...]
) -> Iterator[Claim]:
    """Another value that a report's later sentence gives for the contract."""
    for later in following:
        told = _SAYS_VALUE.search(later.plain)
        if not later.is_news or later.entry is not reading.entry or _WITH.search(later.plain):
            return
        amount = later.money[int(told.group(1) or told.group(2))].amount if told else None
        if amount is not None and amount != claim.amount and claim.amount.is_disclosed:
            yield _with_amount(claim, later, amount, later.start)
            return


def _further_values(
    claim: Claim, reading: Reading, following: tuple[Reading, ...]
) -> Iterator[Claim]:
    """Values that later sentences of the paragraph give for contracts between the same two."""
    for later in following:
        goes_on = later.paragraph == reading.paragraph or (
            later.heading == reading.heading and bool(_GOES_ON.match(later.text))
        )
        if not goes_on or later.is_news or _NEW_PARTY.search(later.plain):
            return
        value = _LATER_VALUE.search(later.plain)
        amount = later.money[int(value.group(1) or value.group(2))].amount if value else None
        if amount is None or amount == claim.amount:
            continue
        yield _with_amount(claim, later, amount, reading.start)


def _deployment(reading: Reading) -> Iterator[Claim]:
    """By "A and B announce a partnership to deploy 6 gigawatts of B's chips", A buys from B."""
    match = _DEPLOY.search(reading.plain)
    if not match:
        return
    first, second, maker = match.group("first"), match.group("second"), match.group("maker")
    pairs = {first: second, second: first}
    seller = next((mark for mark in pairs if is_same(reading, maker, mark)), None)
    if seller:
        yield from build(
            reading,
            _LABEL,
            instrument=InstrumentId.SUPPLY_CONTRACT,
            sources=mentions_in(reading, pairs[seller]),
            targets=mentions_in(reading, seller),
            status=Status.ANNOUNCED,
        )


def _claims(
    match: re.Match[str], reading: Reading, following: tuple[Reading, ...]
) -> Iterator[Claim]:
    tail = match.string[match.end() : match.end() + 110]
    if _OTHER_CONTRACTS.search(match.group()) or _SALE_OF_STAKE.search(tail):
        return
    if is_conditional(match.string[: match.start()]):
        return
    auxiliary = match.groupdict().get("aux") or ""
    status = status_of(auxiliary, reading.text, Status.SIGNED, is_news=reading.is_news)
    first, second = marks(match)
    if match.re in {_TO_BUY, _TO_SUPPLY}:
        buys: bool | None = True
    else:
        buys = subject_buys(reading, match)
    if status is None or buys is None:
        return
    left, right = mentions_in(reading, first), mentions_in(reading, second)
    customers, providers = (left, right) if buys else (right, left)
    groups = match.groupdict()
    mark = groups.get("amount") or groups.get("amount2") or money_after(match.string, match.end())
    amount = reading.money[int(mark[2:-1])].amount if mark else None
    end = reading.end
    if amount is None:
        amount, end = _value_told_next(reading, following, instrument_is_lease(match))
    around = " ".join(
        [reading.text, *(r.text for r in following if r.paragraph == reading.paragraph)]
    )
    instrument = _instrument(reading, match, around)
    if instrument is InstrumentId.SUPPLY_CONTRACT and _is_service(providers, around):
        instrument = InstrumentId.CLOUD_CONTRACT
    instrument = _by_provider(instrument, providers, match.group())
    if instrument is InstrumentId.PURCHASE_COMMITMENT and amount is None:
        return  # neither what is bought nor for how much
    yield from build(
        reading,
        _LABEL,
        instrument=instrument,
        sources=customers,
        targets=providers,
        status=status if status is not Status.FUNDED else Status.SIGNED,
        amount=amount,
        measure=Measure.HEADLINE,
        end=end,
        is_bare_fine=any(d.cue == "event" for d in reading.dates),
    )


def instrument_is_lease(match: re.Match[str]) -> bool:
    """Whether the contract is called a lease."""
    return bool(LEASE.search(match.group()))


_LEASE_VALUE = re.compile(
    r"(?:[Tt]he [Ll]eases?\b(?:(?!<M)[^;]){0,120}?(?:represents?|(?:total )?contract(?:ed)? "
    r"(?:value|revenue)|total (?:rent|payments))[^<>;]{0,40}?|[Tt]he (?:initial |total |"
    r"aggregate )?"
    r"lease (?:commitment|payment|obligation)s?[^<>;]{0,30}? (?:is|are|was|were)) <M(\d+)>"
)


def _value_told_next(
    reading: Reading, following: tuple[Reading, ...], is_lease: bool
) -> tuple[Amount | None, int]:
    """The contract's value where one of the next sentences of the paragraph gives it."""
    for later in following:
        told = _LEASE_VALUE.match(later.plain) if is_lease and not later.is_news else None
        if told:
            return later.money[int(told.group(1))].amount, later.end
        if later.paragraph != reading.paragraph or _WITH.search(later.plain):
            break
        value = _LATER_VALUE.search(later.plain)
        if value:
            index = int(value.group(1) or value.group(2))
            return later.money[index].amount, later.end
    return None, reading.end


PATTERN = Pattern(name="contracts", version=1, find=_find)
