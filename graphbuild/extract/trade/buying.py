"""Which of two parties to a contract buys, told by the words around its name.

Lives here: `subject_buys` and the words it asks. Not here: finding contracts (`contracts`),
what words beside a party call it (`callings`).
"""

import re

from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.parties import Mention
from graphbuild.extract.sentences.claiming import mentions_in
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.trade.callings import (
    is_customer,
    is_provider,
    is_utility_buying,
    operates,
)

LEASE = re.compile(r"\bleas(?:e|es|ing)\b|colocation|co-location|sublease", re.IGNORECASE)

_WHO_PROVIDES = re.compile(
    r"(?:(?:under|pursuant to) which|whereby|that (?:obliges|requires|commits)),? "
    r"(?P<who><P\d+>|it|they)? ?(?:(?:has |have |had )?(?:agreed|committed|contracted|undertaken) "
    r"to|(?:is|are|was) (?:obligated|required|committed|expected) to|will|shall|is to|would|to)(?: "
    r"be)? ?(?P<verb>[a-z]+)"
)
_SELLS = re.compile(r"^(?:subleas|provid|suppl|deliver|host|furnish|sell|install|operate)")

_BUYS = re.compile(
    r"^(?:pay|purchas|buy|use|spend|rent|leas|receiv|procur|obtain|secur|prepay|"
    r"access|expand|boost|gain|power|train|run|make|manufactur|produc|build)"
)

_TO = re.compile(
    r"^,? ?(?:(?:[^<>;]|<M\d+>){0,40}?)(?:to|for) (?:(?:develop|design|help) and "
    r")?(?P<verb>[a-z]+)\b"
)

_WINS_FROM = re.compile(
    r"\b(?:[Ww][oi]ns?|[Ll]ands?|[Ll]anded|[Aa]warded|[Ss]ecure[sd]?|"
    r"[Rr]eceive[sd]?|[Gg](?:ot|ets?)|[Cc]linch(?:es|ed)?|[Bb]ag(?:s|ged)) [^;]* from "
    r"(?:[A-Za-z-]+ )*$"
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
    r"\brent\b|square f|\bacres\b|\bland\b|\boffices?\b|landlord|premises|monthly payments|lease "
    r"payments|security deposit|base rent|equipment lease|total payments|aggregate "
    r"payments|lessor|\bas lessee|\bour (?:bitcoin |mining )?(?:miners|mining machines)\b"
)

_FOR_GOODS = re.compile(
    r"^,? for (?:(?:the )?(?:[A-Za-z-]+ ){0,6}?(?:[Cc]ompute|[Cc]omputing|[Cc]loud|"
    r"[Cc]apacity|[Cc]hips?|GPUs?|TPUs?|servers?|infrastructure|(?:hydro)?power|electricity|"
    r"miners?|equipment)|the purchase of\b|"
    r"the supply of (?:[\w.,-]+ ){0,3}?(?:power|electricity|energy|natural gas)|"
    r"(?:[\w.,-]+ ){0,4}?(?:turbines?|transformers?|generators?|switchgear|batteries))"
)

BUYER_TALK = re.compile(
    r"purchase (?:order|agreement|commitment)|supply agreement|procurement|power "
    r"purchase|energy (?:supply|services)|capacity agreement|electric service"
)


RANK = {
    "ai_lab": 5, "hyperscaler": 4, "neocloud": 3, "host": 2, "chipmaker": 1, "supplier": 1,
}  # fmt: skip
"""Who stands further from the silicon buys: labs from clouds, clouds from hosts, all from makers.

The order is how the trade works, not a fact about anybody; words that tell who pays come first.
"""
_FOR_WHOM = re.compile(
    r"^,? ?[^<>;]{0,40}?\b(?:to|for) (?:power|support|expand|boost|train|run|fuel|meet|serve) "
    r"(?P<who><P\d+>)'s"
)
_HOSTING = re.compile(
    r"\bleas(?:e|es|ing)\b|colocation|co-location|hosting|sublease", re.IGNORECASE
)


_NEXT_PROMISE = re.compile(
    r"(?P<who><P\d+>),? (?:is|are|will be|has|have)? ?(?:obligated|obliged|committed|required|"
    r"agreed|contracted) to (?P<verb>[a-z]+)|(?:[Pp]ursuant to|[Uu]nder) "
    r"[^<>;]{0,60}?(?:[Aa]greements?|[Cc]ontracts?|[Aa]rrangements?|[Oo]rders?|MSA),? "
    r"(?P<who2><P\d+>),? (?:(?:shall|will|has|have|also|is to) ){0,2}(?P<verb2>[a-z]+)"
)
_CONTRACT_REVENUE = re.compile(
    r"(?:contract(?:ed)? value|annuali[sz]ed revenues?|annual revenues? of|revenue opportunity|"
    r"total revenues? of)\b|in revenues? (?:over|for) the term"
)
_SERVICE_FORM = re.compile(r"order forms?|services? agreement|\bMSA\b|capacity|cloud|comput")
_RENTED_CHIPS = re.compile(
    r"\bGPU (?:server )?(?:lease|rental)|(?:lease|rental) of GPUs", re.IGNORECASE
)
_WON = re.compile(
    r"\b(?:secur|land|w[io]n)(?:s|ed|es|ing|ning)? (?:of )?[^;]*\b(?:contract|deal|order)"
)
_POWER = re.compile(
    r"\b(?:(?:hydro)?power|nuclear|hydroelectric|electricity|energy|solar|wind|geothermal|"
    r"gas)\b(?: [a-z-]+){0,3} (?:deals?|contracts?|agreements?|pacts?|PPAs?)\b",
    re.IGNORECASE,
)
_GROUND = re.compile(r"ground lease|\bland\b|\bacres\b|\boffices?\b")
CLOUD_CONTRACT = re.compile(
    r"\b(?:cloud|comput(?:e|ing)|GPUs?|GPU services?|AI infrastructure)(?: [a-z]+){0,2} "
    r"(?:contract|deal|agreement)",
    re.IGNORECASE,
)
_GOODS = re.compile(
    r"chips?\b|gpus?\b|accelerators?|servers?\b|hardware|equipment|suppl|systems", re.IGNORECASE
)


def _by_next(reading: Reading, match: re.Match[str], following: tuple[Reading, ...]) -> bool | None:
    """What the next sentence of a filing's paragraph obliges one of the two to do."""
    first, second = (mentions_in(reading, mark)[0] for mark in marks(match))
    for later in following:
        told = _NEXT_PROMISE.search(later.plain)
        if later.is_news or later.paragraph != reading.paragraph:
            continue
        if told is None:
            if first.is_filer and _CONTRACT_REVENUE.search(later.plain):
                return False
            continue
        mark, verb = (told.group("who") or told.group("who2")), told.group("verb", "verb2")
        who = mentions_in(later, mark)[0]
        is_second = not who.is_filer if first.is_filer else _is_short_for(who, second)
        if re.match(r"purchas|buy|pay", verb[0] or verb[1]):
            return not is_second
        if _SELLS.match(verb[0] or verb[1]):
            return is_second
    return None


def _is_short_for(left: Mention, right: Mention) -> bool:
    """Whether one is the head of the other: "Tidepool" for "Tidepool Computing"."""
    a, b = (plain_name(mention.name) for mention in (left, right))
    return f"{a} ".startswith(f"{b} ") or f"{b} ".startswith(f"{a} ")


def subject_buys(
    reading: Reading, match: re.Match[str], following: tuple[Reading, ...] = ()
) -> bool | None:
    """Whether the first party pays the second; ``None`` where the words do not tell.

    Asked in this order: who wins a contract from whom, what each will do under it, the purpose
    after the second party, what the parties are called and known to be, how the contract and its
    value are named.
    """
    for ask in (
        _by_winning, _by_promise, _by_purpose, _by_calling, _by_kind, _by_noun, _by_supply,
        _by_value,
    ):  # fmt: skip
        if ask is _by_kind and (answer := _by_next(reading, match, following)) is not None:
            return answer
        answer = ask(reading, match)
        if answer is not None:
            return answer
    return None


def _by_winning(_reading: Reading, match: re.Match[str]) -> bool | None:
    """One wins or lands a contract from a customer."""
    _, second = marks(match)
    before = match.group()[: -len(second)]
    return False if _WINS_FROM.search(before) else None


def _by_promise(reading: Reading, match: re.Match[str]) -> bool | None:
    """What "under which Meridian will provide ..." tells who sells, "will pay" who buys."""
    told = _WHO_PROVIDES.search(match.string, match.end())
    if told is None:
        return None
    first, second = marks(match)
    is_second = is_same(reading, told.group("who"), second)
    if (told.group("who") or "").startswith("<P"):
        is_us = mentions_in(reading, told.group("who"))[0].is_filer
        is_second = is_second or (mentions_in(reading, first)[0].is_filer and not is_us)
    elif mentions_in(reading, first)[0].is_filer:  # "whereby it will provide us with power"
        to = re.match(r" (?:[^;<>]{0,80} from )?(<P\d+>)(?!'s)", match.string[told.end() :])
        is_second = bool(to) and mentions_in(reading, to and to.group(1))[0].is_filer
    if _EFFORTS.match(match.string[told.start("verb") :]) or _SELLS.match(told.group("verb")):
        return is_second
    return not is_second if _BUYS.match(told.group("verb")) else None


def _by_purpose(reading: Reading, match: re.Match[str]) -> bool | None:
    """By "to use" the first buys; "to power Lumen's models" is for Lumen, whoever comes first."""
    _, second = marks(match)
    told = _FOR_WHOM.match(match.string[match.end() :])
    if told:
        return not is_same(reading, told.group("who"), second)
    if provided := _PROVIDED.match(match.string, match.end()):
        to = provided.group("to")
        first = marks(match)[0]
        return is_same(reading, to, first) if to else (None if reading.is_news else False)
    purpose = _purpose(match)
    if _IS_FOR_EITHER.match(purpose) and _by_kind(reading, match) is not None:
        return None
    if purpose.startswith("sell"):
        return False
    if re.match(r"[^<>;]{0,40}\b(?:leas|rent)[a-z]* back\b", match.string[match.end() :]):
        return False  # who sold the machines rents them
    return True if _BUYS.match(purpose) else None


_PROVIDED = re.compile(r",? for the provision of [^<>;]{0,60}?\bservices?\b(?: to (?P<to><P\d+>))?")
"""What a filer has agreements "for the provision of" it provides, unless they say to whom."""
_IS_FOR_EITHER = re.compile(r"access|power|train|run|boost|expand|support|fuel|meet|build|deploy")
"""What either side may be said to do: "signs a deal with Tidepool to power Claude models"."""


def _by_kind(reading: Reading, match: re.Match[str]) -> bool | None:
    """What the parties are known to be; of one alone, only who leases and who lets."""
    first, second = (mentions_in(reading, mark)[0].kind for mark in marks(match))
    left, right = RANK.get(first, 0), RANK.get(second, 0)
    words = match.group()
    if _is_maker_tenant(left, right, words):
        return left == 1
    if not min(left, right) and (answer := _by_known_one(left, right, words)) is not None:
        return answer
    if 1 in (left, right) and _SERVICE_FORM.search(words) and not _GOODS.search(words):
        is_cloud = {left, right} & {2, 3} and CLOUD_CONTRACT.search(words)
        return left == 1 if is_cloud else None
    if left and right:
        if left == right:
            return _among_clouds(reading, match)
        return left > right
    if (left or right) and _GROUND.search(match.string):
        return bool(left)
    if not _HOSTING.search(match.group()) or not (left or right) or 1 in (left, right):
        return None
    return left > 2 if left else right == 2


def _by_known_one(left: int, right: int, words: str) -> bool | None:
    """What the goods tell where only one of the two is of the trade."""
    if max(left, right) > 2 and _POWER.search(words):
        return left > 2  # who computes buys the power
    if {left, right} == {0, 1} and _GOODS.search(words):
        return right == 1
    if {left, right} & {3, 5} and 0 in (left, right) and CLOUD_CONTRACT.search(words):
        # A lab rents what it computes on, and a cloud company sells to whoever is of no trade.
        return left == 5 or right == 3
    if left in {2, 3} and _WON.search(words):
        return False
    if max(left, right) == 5 and CLOUD_CONTRACT.search(words):
        return left == 5  # labs rent computing and let none
    return None


def _is_maker_tenant(left: int, right: int, words: str) -> bool:
    """Makers of chips rent them back from clouds, and space from hosts; they let none."""
    pair = {left, right}
    return bool(
        (pair == {1, 3} and _RENTED_CHIPS.search(words))
        or (pair == {1, 2} and _HOSTING.search(words))
    )


_SECURES = re.compile(
    r"\b(?:secure[sd]?|w[oi]ns?|land(?:s|ed)|(?:new|customer) [^<>]{0,30}contracts)\b"
)


def _among_clouds(reading: Reading, match: re.Match[str]) -> bool | None:
    """Of two alike the first buys its rival's cloud; telling itself of contracts won, it sells."""
    first = mentions_in(reading, marks(match)[0])[0]
    if not CLOUD_CONTRACT.search(match.group()):
        return None
    is_won = first.kind == "neocloud" and _SECURES.search(match.group())
    return not (first.is_filer and is_won)


def _by_noun(reading: Reading, match: re.Match[str]) -> bool | None:
    """By a contract called a purchase order or supply agreement: the first buys."""
    first, second = marks(match)
    is_purchase = BUYER_TALK.search(match.group().lower()) and not is_customer(reading, second)
    seller, buyer = mentions_in(reading, first)[0], mentions_in(reading, second)[0]
    if is_purchase and UTILITY.search(seller.name) and not UTILITY.search(buyer.name):
        return False if buyer.is_filer or buyer.kind in RANK else None
    if is_purchase and (seller.kind, buyer.kind) == ("supplier", "chipmaker"):
        return False  # parts go into chips, whoever is named first
    if is_purchase and RANK.get(seller.kind, 0) < 2 <= RANK.get(buyer.kind, 0):
        return False  # who computes is supplied
    if is_purchase and seller.kind == buyer.kind == "supplier":
        return None
    return True if is_purchase else None


UTILITY = re.compile(r"\b(?:Energy|Power|Electric|Utilit(?:y|ies)|Hydro|Edison|Nuclear)\b")
"""Who sells power under a "power purchase agreement", whoever is named first."""


def _by_supply(_reading: Reading, match: re.Match[str]) -> bool | None:
    """By "to supply" after the second party, whom nothing calls a provider: the first one sells."""
    return False if _SELLS.match(_purpose(match)) else None


def _purpose(match: re.Match[str]) -> str:
    purpose = _TO.match(match.string[match.end() :])
    return purpose.group("verb") if purpose else ""


def _by_calling(reading: Reading, match: re.Match[str]) -> bool | None:
    """As "a new customer", "cloud provider Harbor", "an owner and operator of data centers"."""
    first, second = marks(match)
    if LEASE.search(match.group()) and _is_let_to_cloud(reading, first, second):
        return None
    both_known = all(mentions_in(reading, mark)[0].kind in RANK for mark in (first, second))
    if reading.is_news and both_known and LEASE.search(match.group()):
        return None  # a "cloud provider" rents from a host: who they are tells more than a word
    if is_customer(reading, second) or is_provider(reading, first) or operates(reading, first):
        return False
    if is_utility_buying(reading, second):
        return False
    return True if is_provider(reading, second) or is_customer(reading, first) else None


def _is_let_to_cloud(reading: Reading, first: str, second: str) -> bool:
    """A host lets to "an AI cloud provider", however that is called a provider."""
    host, other = (mentions_in(reading, mark)[0] for mark in (first, second))
    return host.kind == "host" and other.is_unnamed and bool(_CLOUD_FIRM.search(other.name))


_CLOUD_FIRM = re.compile(r"\b(?:cloud|AI|neocloud|hyperscale\w*)\b", re.IGNORECASE)


def _by_value(reading: Reading, match: re.Match[str]) -> bool | None:
    """Contracted revenue is the seller's word; rent and "for computing capacity" the buyer's."""
    if _SELLER_TALK.search(match.string, match.start()):
        return False
    is_lease = bool(_HOSTING.search(match.group()))
    if purpose_is_goods(match.string[match.end() :]) and not is_lease:
        return True
    return True if is_lease and _TENANT_TALK.search(reading.text) else None


def purpose_is_goods(tail: str) -> bool:
    """Whether "for computing capacity" follows: one signs with a seller for what he sells."""
    return bool(_FOR_GOODS.match(tail))


def is_same(reading: Reading, mark: str | None, other: str) -> bool:
    """Whether two marks name one party; "it" is the first party, not the second."""
    if not mark or not mark.startswith("<P"):
        return False
    left, right = mentions_in(reading, mark)[0], mentions_in(reading, other)[0]
    plain = plain_name(left.name), plain_name(right.name)
    return plain[0].startswith(plain[1]) or plain[1].startswith(plain[0])


def marks(match: re.Match[str]) -> tuple[str, str]:
    """The marks of the two parties of a matched contract."""
    groups = match.groupdict()
    source = groups.get("source") or groups.get("source2") or groups["first"]
    return re.findall(r"<P\d+>", source)[0], re.findall(r"<P\d+>", match.group("target"))[0]
