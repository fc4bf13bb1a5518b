"""Contracts between two parties, and which of them buys: services, supply, hosting and leases.

Accepts: "We signed a five-year cloud contract with Meridian, under which we will provide GPU capacity for $9.7 billion."
Accepts: "Tidepool signed a $3 billion deal to buy computing capacity from Harbor Compute."
Refuses: "Tidepool signed a partnership with Harbor Compute." (nobody can tell who pays)

Lives here: agreements whose verb ("signed", "entered into") does not say who pays; the words around them do.
Not here: verbs that say it themselves ("committed to spend", "leases from"): `commitment`, `lease`.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern, make_claim
from graphbuild.extract.goods import goods_instrument
from graphbuild.extract.names import without_legal_form
from graphbuild.extract.reading import Reading, readings
from graphbuild.extract.rules import build, expand, has_no_statement, mentions_in, money_after
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
_LEASE = re.compile(r"\bleas(?:e|es|ing)\b|colocation|co-location|sublease", re.IGNORECASE)
_WHO_PROVIDES = re.compile(
    r"(?:under|pursuant to) which,? (?P<who><P\d+>|it|they)? ?(?:will|has agreed to|"
    r"have agreed to|agreed to|shall|is to|would)(?: be)? ?"
    r"(?P<verb>[a-z]+)"
)
_SELLS = re.compile(r"^(?:subleas|provid|suppl|deliver|host|furnish|sell|install|operate)")
_BUYS = re.compile(
    r"^(?:pay|purchas|buy|use|spend|rent|leas|receiv|procur|obtain|secur|prepay|"
    r"access|expand|boost|gain|power|train|run|make|manufactur|produc|build)"
)
_TO = re.compile(
    r"^,? ?(?:[^<>;]{0,40}?)(?:to|for) (?:(?:develop|design|help) and )?(?P<verb>[a-z]+)\b"
)
_CUSTOMER_BEFORE = re.compile(r"(?:customers?|clients?|tenants?)\s*$")
_PROVIDER_BEFORE = re.compile(
    r"(?:providers?|suppliers?|vendors?|manufacturers?|chip ?makers?|landlords?|"
    r"hyperscaler|neocloud|foundry"
    r"|cloud (?:company|firm|startup|operator|service)|data[- ]cent(?:er|re) "
    r"(?:operator|company|developer|firm)|(?:bitcoin )?miner|utility|developer)\s*$"
)
_APPOSITION = re.compile(
    r"^,? (?:an?|the|one of)\b[^,<>]{0,60}\b(?:owners?|operators?|providers?|"
    r"developers?|neocloud|miners?|suppliers?|manufacturers?|landlord)\b"
)
_SELLER_TALK = re.compile(
    r"contract(?:ed)? (?:value|revenue|backlog)|annuali[sz]ed revenue|in revenue|"
    r"(?:total|aggregate|lease|rental|expected|anticipated|recurring|additional|"
    r"annual|incremental) revenues?"
    r"|prepayment|customer (?:contract|agreement|deposit)|revenue of|generate|as (?:the )?tenant"
)
_EFFORTS = re.compile(
    r"use (?:its |their )?(?:commercially |reasonable |best |good faith )+efforts"
)
_TENANT_TALK = re.compile(
    r"\brent\b|square f|\boffices?\b|landlord|premises|monthly payments|lease "
    r"payments|security deposit|base rent|equipment lease|total payments|aggregate "
    r"payments|lessor|\bas lessee"
)
_FOR_GOODS = re.compile(
    r"^,? for (?:the )?(?:[A-Za-z-]+ ){0,4}?(?:[Cc]ompute|[Cc]omputing|[Cc]loud|"
    r"[Cc]apacity|[Cc]hips?|GPUs?|TPUs?|servers?|infrastructure|power|electricity|"
    r"miners?|equipment)"
)
_BUYER_TALK = re.compile(
    r"purchase (?:order|agreement|commitment)|supply agreement|procurement|power "
    r"purchase|energy (?:supply|services)|capacity agreement|electric service"
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


def _described(reading: Reading, mark: str, pattern: re.Pattern[str]) -> bool:
    before = reading.plain[: reading.plain.find(mark)]
    return bool(pattern.search(before[-40:].lower()))


def _is_customer(reading: Reading, mark: str) -> bool:
    mention = mentions_in(reading, mark)[0]
    words = mention.name.lower()
    is_called = mention.is_unnamed and re.search(r"customer|client|tenant|hyperscaler", words)
    return bool(is_called) or _described(reading, mark, _CUSTOMER_BEFORE)


def _is_provider(reading: Reading, mark: str) -> bool:
    mention = mentions_in(reading, mark)[0]
    words = mention.name.lower()
    is_called = mention.is_unnamed and re.search(
        r"supplier|vendor|provider|landlord|manufac", words
    )
    return bool(is_called) or _described(reading, mark, _PROVIDER_BEFORE)


def subject_buys(reading: Reading, match: re.Match[str]) -> bool | None:
    """Whether the first party pays the second; ``None`` where the words do not tell.

    Asked in this order: what each will do under the contract, the purpose after the second party, what
    the parties are called, how the contract and its value are named.
    """
    first, second = _marks(match)
    tail, whole = match.string[match.end() :], match.string[match.start() :]
    if re.search(
        r"\b(?:[Ww][oi]ns?|[Ll]ands?|[Ll]anded|[Aa]warded|[Ss]ecure[sd]?) [^;]* from "
        r"(?:[A-Za-z-]+ )*$",
        whole[: match.end() - match.start() - len(second)],
    ):
        return False
    told = _WHO_PROVIDES.search(tail)
    if told:
        if _EFFORTS.match(tail[told.start("verb") :]):
            return is_named_second(reading, told.group("who"), second)
        is_second = _is_same(reading, told.group("who"), second)
        if _SELLS.match(told.group("verb")):
            return is_second
        if _BUYS.match(told.group("verb")):
            return not is_second
    purpose = _TO.match(tail)
    if purpose and _BUYS.match(purpose.group("verb")):
        return True
    named_purchase = _BUYER_TALK.search(match.group().lower())
    if named_purchase and not _is_customer(reading, second):
        return True
    if purpose and _SELLS.match(purpose.group("verb")):
        return False
    if _is_customer(reading, second) or _is_provider(reading, first) or _operates(reading, first):
        return False
    if _is_provider(reading, second) or _is_customer(reading, first):
        return True
    if _SELLER_TALK.search(whole):
        return False
    if purpose_is_goods(tail) and not _LEASE.search(match.group()):
        return True
    is_rented = _LEASE.search(match.group()) and _TENANT_TALK.search(reading.text)
    return True if is_rented else None


def is_named_second(reading: Reading, who: str | None, second: str) -> bool:
    """Whether the one who promises efforts is the second party: then the first is served."""
    return _is_same(reading, who, second)


def purpose_is_goods(tail: str) -> bool:
    """Whether "for computing capacity" follows: one signs with a seller for what he sells."""
    return bool(_FOR_GOODS.match(tail))


def _operates(reading: Reading, mark: str) -> bool:
    """Whether an apposition calls the party an owner, operator or provider of such things."""
    after = reading.full[reading.full.find(mark) + len(mark) :]
    return bool(_APPOSITION.match(after))


def _is_same(reading: Reading, mark: str | None, other: str) -> bool:
    """Whether two marks name one party; "it" is the first party, not the second."""
    if not mark or not mark.startswith("<P"):
        return False
    left, right = mentions_in(reading, mark)[0], mentions_in(reading, other)[0]
    plain = without_legal_form(left.name).lower(), without_legal_form(right.name).lower()
    return plain[0].startswith(plain[1]) or plain[1].startswith(plain[0])


def _marks(match: re.Match[str]) -> tuple[str, str]:
    source = match.group("source") if "source" in match.re.groupindex else match.group("first")
    return re.findall(r"<P\d+>", source)[0], re.findall(r"<P\d+>", match.group("target"))[0]


def _instrument(reading: Reading, match: re.Match[str], paragraph: str) -> InstrumentId:
    """A lease where the contract is called one; else by the goods, in the sentence or around it."""
    if _LEASE.search(match.group()):
        return InstrumentId.LEASE
    is_purchase = bool(_BUYER_TALK.search(match.group().lower()))
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
        for pattern in (_TO_BUY, _TO_SUPPLY, _WITH, _PARTNER, _BETWEEN):
            claims = [
                claim
                for match in pattern.finditer(reading.plain)
                for claim in _claims(match, reading, everything[index + 1 : index + 3])
            ]
            yield from claims
            if claims:
                yield from _further_values(claims[0], reading, everything[index + 1 : index + 9])
                break


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
        yield make_claim(
            later.document,
            _LABEL,
            (reading.start, later.end),
            claim.instrument,
            claim.parties,
            amount,
            Measure.HEADLINE,
            claim.status,
            confidence=claim.confidence,
            agreed_on=claim.agreed_on,
            entry=later.entry,
        )


def _deployment(reading: Reading) -> Iterator[Claim]:
    """ "A and B announce a partnership to deploy 6 gigawatts of B's chips": A buys from B."""
    match = _DEPLOY.search(reading.plain)
    if not match:
        return
    first, second, maker = match.group("first"), match.group("second"), match.group("maker")
    pairs = {maker_is: buyer for maker_is, buyer in ((first, second), (second, first))}
    seller = next((mark for mark in pairs if _is_same(reading, maker, mark)), None)
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
    status = status_of(match.group("aux"), reading.text, Status.SIGNED, is_news=reading.is_news)
    first, second = _marks(match)
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
        amount, end = _value_told_next(reading, following)
    around = " ".join(
        [reading.text, *(r.text for r in following if r.paragraph == reading.paragraph)]
    )
    instrument = _instrument(reading, match, around)
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


def _value_told_next(reading: Reading, following: tuple[Reading, ...]) -> tuple[Amount | None, int]:
    """The contract's value where one of the next sentences of the paragraph gives it."""
    for later in following:
        if later.paragraph != reading.paragraph or _WITH.search(later.plain):
            break
        value = _LATER_VALUE.search(later.plain)
        if value:
            index = int(value.group(1) or value.group(2))
            return later.money[index].amount, later.end
    return None, reading.end


PATTERN = Pattern(name="contracts", version=1, find=_find)
