"""Money in running text, as amounts with their place.

Lives here: the grammar (currency x number x scale x range x qualifier). Not here: which contract a
figure belongs to (the patterns), percentages (`percents`), figures in tables (`debt_tables` and
others).

Flow: text -> `MoneySpan`*, in order, never overlapping. Gigawatts, shares and
chips are not money and are never returned. Inline XBRL settles what "$ 15,700" means where the
filer writes prose in thousands: see `tagged_amounts`.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from string import ascii_letters

from graphbuild.extract.grammar.amounts_in_words import WrittenSum, amounts_in_words
from graphbuild.extract.grammar.number_words import UP_TO_TEN
from graphbuild.records.money import Amount, Qualifier, about, at_least, between, qualified

_SYMBOLS = {
    "US$": "USD", "U.S.$": "USD", "USD$": "USD", "USD": "USD", "$": "USD",
    "A$": "AUD", "AU$": "AUD", "AUD": "AUD", "C$": "CAD", "CA$": "CAD", "CDN$": "CAD",
    "Cdn$": "CAD", "CAD": "CAD", "HK$": "HKD", "HKD": "HKD", "NT$": "TWD",
    "S$": "SGD", "R$": "BRL", "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP", "¥": "JPY",
    "JPY": "JPY", "RMB": "CNY", "CNY": "CNY", "₩": "KRW", "KRW": "KRW", "₹": "INR", "INR": "INR",
    "CHF": "CHF", "SEK": "SEK", "NOK": "NOK", "DKK": "DKK", "ILS": "ILS", "NIS": "ILS",
    "SAR": "SAR", "AED": "AED", "Dhs": "AED", "Dh": "AED", "Rs.": "INR", "Rs": "INR",
}  # fmt: skip
_WORDS = {
    "dollar": "USD", "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD",
    "canadian dollar": "CAD", "australian dollar": "AUD", "euro": "EUR", "pound": "GBP",
    "pounds sterling": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "won": "KRW",
    "rupee": "INR", "swiss franc": "CHF", "usd": "USD", "cad": "CAD", "aud": "AUD", "eur": "EUR",
    "gbp": "GBP",
}  # fmt: skip
_SCALES = {
    "trillion": 12, "trillions": 12, "trln": 12, "trn": 12, "tn": 12, "t": 12,
    "billion": 9, "billions": 9, "bln": 9, "bn": 9, "b": 9,
    "million": 6, "millions": 6, "mln": 6, "mn": 6, "mm": 6, "m": 6,
    "thousand": 3, "thousands": 3, "k": 3, "crore": 7, "lakh": 5, "lakh crore": 12,
}  # fmt: skip
_NUMBER_WORDS = {word: Decimal(value) for word, value in UP_TO_TEN.items()} | {
    "a": Decimal(1), "half a": Decimal("0.5"),
}  # fmt: skip

_CUR = r"(?:U\.S\. ?\$|(?:CAD|USD|AUD|CDN|HKD|SGD)\s\$|" + "|".join(
    re.escape(symbol) for symbol in sorted(_SYMBOLS, key=len, reverse=True)
) + r")"  # fmt: skip
NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_SCALE = (
    r"(?:[\s-]?(?i:trillions?|billions?|millions?|thousand|trln|bln|mln)|\s?(?:trn|tn|bn|mn|mm|MM)"
    r"|\s(?:lakh )?crore|\slakh|[TBMKbmk]|\s[BM](?![.&'’-]))(?![A-Za-z0-9])"
)
_CURWORD = (
    r"(?:(?:U\.?S\.?|Canadian|Australian|American)\s)?[Dd]ollars?|euros?|pounds sterling|pounds?"
    r"|yen|yuan|renminbi|won|rupees?|Swiss francs?|USD|CAD|AUD|EUR|GBP"
)
_FIGURE = re.compile(
    rf"(?<![A-Za-z0-9.])(?P<cur>{_CUR})\s?(?P<num>{NUMBER})(?!\d)(?P<scale>{_SCALE})?"
    rf"|(?<![\w.,$€£¥-])(?P<num2>{NUMBER}|(?i:half a|{'|'.join(UP_TO_TEN)}))"
    rf"(?P<scale2>[\s-](?i:trillion|billion|million|bln|bn|mln))[\s-](?P<word>{_CURWORD})\b"
)
_TRAILING_CODE = re.compile(r"\s?\(?(?:USD|CAD|AUD|HKD|SGD)\)?(?![A-Za-z])")
_IN_UNITS = re.compile(r"\s?\(in (thousands|millions|billions)\)", re.IGNORECASE)
_SECOND = re.compile(
    rf"(?P<join>\s?(?:-|–|—|to|and|or)\s?)(?:{_CUR})?\s?(?P<num>{NUMBER})(?!\d)(?P<scale>{_SCALE})?"
)
_UP_TO = (
    r"up to|as much as|as high as|no more than|not more than|not to exceed|not "
    r"exceeding|at most|(?:a )?maximum(?: amount)? of|capped at|a cap of|less than|"
    r"under|below|limited to|upto"
)
_AT_LEAST = (
    r"at least|more than|in excess of|over|not less than|no less than|no fewer than|"
    r"a minimum of|minimum of|above(?: its)?|exceeding|greater than|upwards? of|north of|"
    r"exceeds|surpassing|topping"
)
_ABOUT = (
    r"approximately|about|roughly|nearly|around|almost|close to|some|an estimated|"
    r"estimated|c\.|circa|approx\.?|an approximate|an approximately"
)
_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(“\"'’—–-]))(?:(?P<up_to>{_UP_TO})|(?P<at_least>{_AT_LEAST})|"
    rf"(?P<about>{_ABOUT})"
    r"|(?P<between>between|ranging from|(?:in )?(?:a|the) range of)|(?P<from>from)"
    r"|(?P<more>an additional|another|an incremental|additional|incremental|a further|an extra)"
    r"|(?P<the>the|a total of|an aggregate of|an aggregate|a combined))\s+$",
    re.IGNORECASE,
)
_TILDES = ("~", "≈", "∼")
_PLUS = re.compile(r"\s?(?:\+|-(?:plus|Plus)\b|plus\b(?! (?:interest|accrued|a |an ))|or more\b)")
_PER = re.compile(
    r"\s?(?:,\s)?(?:per|a|an|/|each)\s?(?P<unit>common share|ordinary share|share|"
    r"ADS|unit|warrant|note"
    r"|month|year|annum|quarter|hour|day|kilowatt|kW|MW|megawatt|gigawatt|GW|token|"
    r"ton|barrel|employee)\b"
    r"|\s(?P<often>monthly|annually|annualized|annualised|yearly|quarterly)\b"
    r"|\s(?P<denomination>principal amount of (?:the )?(?:\w+ )?notes (?:or|and) |"
    r"in denominations)",
)
_VALUED_BEFORE = re.compile(
    r"(?:valuation (?:of|at)|(?<!deal )(?<!transaction )(?<!contract )(?<!agreement "
    r")valued (?:at|it at)|valu(?:ing|es) (?:[\w.’' &-]{1,40} )?at|"
    r"(?:could|would|may|might|will|to) value (?:[\w.’' &-]{1,40} )?at"
    r"|market (?:cap(?:italization)?|value) of)\s+(?:\w+ ){0,3}$",
    re.IGNORECASE,
)
_CONTRACT_VALUED = re.compile(
    r"(?:\b(?:[Cc]ontracts?|[Aa]greements?|[Ll]eases?|[Dd]eals?|[Oo]rders?|"
    r"[Pp]act)\b[^.;$€£]{0,110}\b[Vv]alued (?:at|[Aa]t)|"
    r"\b(?:shares|stake) valued at)\s+(?:\w+ ){0,3}$"
)
_OF_CONTRACT = re.compile(
    r" (?:in|of) (?:[a-z-]+ ){0,3}(?:contract(?:ed)?|lease|rental|revenues?|rent)\b"
)
_VALUED_AFTER = re.compile(
    r"[\s-]*(?:\(?(?:post|pre)[- ]money|valuation|market (?:cap|value)|-?valued\b)", re.IGNORECASE
)
_PRICE_UNITS = frozenset({
    "share", "common share", "ordinary share", "ads", "unit", "warrant", "note", "kilowatt", "kw",
    "mw", "megawatt", "gigawatt", "gw", "token", "ton", "barrel", "employee", "hour", "day",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneySpan:
    """One money figure and where it stands, qualifier words included.

    Parameters
    ----------
    amount : interval, point, currency and qualifier.
    start, end : half-open span of the whole expression ("up to about $4 billion").
    figure_start : where the (first) number's currency sign or digits begin.
    per : "share", "month", "year", ... where the figure is a price or a rate; else empty.
    is_additional : "an additional $4 billion".
    is_old : "from $10 billion to $12 billion": the first of the two.
    is_valuation : the worth of a company, not money paid.
    has_scale : a scale word or letter was written.
    """

    amount: Amount
    start: int
    end: int
    figure_start: int
    per: str = ""
    is_additional: bool = False
    is_old: bool = False
    is_valuation: bool = False
    has_scale: bool = False

    @property
    def is_price(self) -> bool:
        """A price of one share, unit or hour: never the size of a contract."""
        return self.per in _PRICE_UNITS


def _power(scale: str | None) -> int:
    return _SCALES[scale.strip(" -\xa0\n").lower()] if scale else 0


def number_in(text: str) -> Decimal:
    """The number that digits, or a word from one to ten, spell."""
    word = text.lower()
    return _NUMBER_WORDS[word] if word in _NUMBER_WORDS else Decimal(text.replace(",", ""))


def qualifiers_before(text: str, start: int) -> tuple[int, frozenset[str]]:
    """Walk left over qualifier words; where they begin and which kinds they are."""
    kinds: set[str] = set()
    if text[start - 1 : start] in _TILDES:
        start, kinds = start - 1, {"about"}
    while match := _BEFORE.search(text, max(0, start - 40), start):
        kind = str(match.lastgroup)
        if kind == "the" and match.group("the").lower() == "the":
            break
        kinds.add(kind)
        start = match.start(kind)
    return start, frozenset(kinds)


def qualifier_of(kinds: frozenset[str]) -> Qualifier:
    """The strongest of the words: a ceiling beats "about", and so does a floor."""
    for kind in ("up_to", "at_least", "about"):
        if kind in kinds:
            return Qualifier(kind)
    return Qualifier.EXACT


def _first_figure(text: str, match: re.Match[str]) -> tuple[Decimal, int, str, int]:
    """Number, power of ten, currency and end of one figure."""
    if match.group("cur"):
        sign = re.sub(r"\s", "", match.group("cur"))
        currency = _SYMBOLS.get(sign) or _SYMBOLS[sign.rstrip("$")]
        number, scale, end = match.group("num"), match.group("scale"), match.end()
        code = _TRAILING_CODE.match(text, end)
        if code and currency == "USD":
            currency, end = code.group().strip(" ()"), code.end()
    else:
        word = match.group("word").lower().replace("\xa0", " ").replace("u.s.", "us")
        currency = _WORDS.get(word) or _WORDS[word.rstrip("s")]
        number, scale, end = match.group("num2"), match.group("scale2"), match.end()
    power = _power(scale)
    units = _IN_UNITS.match(text, end)
    if units and not scale:
        power, end = _SCALES[units.group(1).lower()], units.end()
    return number_in(number), power, currency, end


def _range(
    text: str, first: tuple[Decimal, int, str, int], kinds: frozenset[str]
) -> tuple[Amount, int] | None:
    """A stated range beginning with the figure, or ``None``."""
    number, power, currency, end = first
    second = _SECOND.match(text, end)
    if second is None or "from" in kinds:
        return None
    join = second.group("join").strip().lower()
    follows_currency = re.match(rf"\s?(?:{_CUR})", text[second.end("join") :])
    if join in {"and", "or"} and "between" not in kinds:
        return None
    if not follows_currency and not second.group("scale") and "between" not in kinds:
        return None
    high_power = _power(second.group("scale"))
    low = number * Decimal(10) ** (power or high_power)
    high = number_in(second.group("num")) * Decimal(10) ** (high_power or power)
    return (between(low, high, currency=currency), second.end()) if low < high else None


def _per(text: str, end: int) -> str:
    match = _PER.match(text, end)
    if match is None:
        return ""
    if match.group("denomination"):
        return "note"
    often = {"monthly": "month", "quarterly": "quarter"}
    return (
        match.group("unit").lower()
        if match.group("unit")
        else often.get(match.group("often"), "year")
    )


_BY = re.compile(
    r"\b(?:increas|reduc|decreas|upsiz|expand|rais|doubl|tripl|boost|lift|enlarg)\w*\b[^.;]{0,80}\bby\s$"
)


def _span(text: str, match: re.Match[str]) -> MoneySpan:
    start, kinds = qualifiers_before(text, match.start())
    first = _first_figure(text, match)
    number, power, currency, end = first
    # "increased by $50 million to $150 million" is a step and a new size, no range
    ranged = None if _BY.search(text, 0, start) else _range(text, first, kinds)
    if ranged:
        amount, end = ranged
    else:
        value = number * Decimal(10) ** power
        plus = _PLUS.match(text, end)
        if plus and qualifier_of(kinds) is not Qualifier.UP_TO:
            amount, end = at_least(value, currency), plus.end()
        else:
            amount = qualified(qualifier_of(kinds), value, currency)
    return MoneySpan(
        amount=amount,
        start=start,
        end=end,
        figure_start=match.start(),
        per=_per(text, end),
        is_additional="more" in kinds,
        is_old="from" in kinds and bool(re.match(r"\s?to\b", text[end:])),
        is_valuation=bool(
            (
                _VALUED_BEFORE.search(text, max(0, start - 60), start)
                and not _CONTRACT_VALUED.search(text, max(0, start - 140), start)
                and not _OF_CONTRACT.match(text, end)
            )
            or _VALUED_AFTER.match(text, end)
        ),
        has_scale=power > 0,
    )


def _is_about_too(text: str, first: MoneySpan, second: MoneySpan) -> bool:
    """Whether one word is of both: "approximately $9 billion and $1 billion, respectively"."""
    kinds = (first.amount.qualifier, second.amount.qualifier)
    is_pair = text[first.end : second.start].strip() == "and"
    is_shared = is_pair and kinds == (Qualifier.ABOUT, Qualifier.EXACT)
    return is_shared and "respectively" in text[second.end : second.end + 60]


def find_amounts(text: str) -> tuple[MoneySpan, ...]:
    """Every money figure of the text, in order, not overlapping.

    >>> [str(span.amount.point) for span in find_amounts("up to $6.5 billion")]
    ['6500000000.0']
    """
    spans: list[MoneySpan] = []
    if not may_hold_money(text):
        return ()
    position = 0
    while match := _FIGURE.search(text, position):
        span = _span(text, match)
        if spans and _is_about_too(text, spans[-1], span) and span.amount.point is not None:
            span = replace(span, amount=about(span.amount.point, span.amount.currency))
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
        else:
            spans.append(replace(span, start=match.start()))
        position = max(span.end, match.end())
    if _CURRENCY_WORD.search(text):
        for words in amounts_in_words(text):
            kept = [s for s in spans if s.end <= words.start or words.end <= s.start]
            spans = sorted([*kept, _written_span(text, words)], key=lambda span: span.start)
    return tuple(spans)


_CURRENCY_WORD = re.compile(r"\s(?:[Dd]ollars|[Ee]uros|[Pp]ounds|[Yy]en|DOLLARS)\b")


def _written_span(text: str, words: WrittenSum) -> MoneySpan:
    start, kinds = qualifiers_before(text, words.start)
    return MoneySpan(
        amount=qualified(qualifier_of(kinds), words.value, words.currency),
        start=start,
        end=words.end,
        figure_start=words.start,
        per=_per(text, words.end),
        is_additional="more" in kinds,
        has_scale=True,
    )


_SIGNS = re.compile(f"[{''.join(sorted({s[-1] for s in _SYMBOLS} - {'.'} - set(ascii_letters)))}]")
_CODE = re.compile(r"(?:[A-Z][A-Z][A-Z]|Rs\.?|Dhs?)\s?[\d.]")


def may_hold_money(text: str) -> bool:
    """Whether there is a currency's sign, a code before digits or a scale: without, no figure."""
    if _SIGNS.search(text):
        return True
    lowered = text.lower()
    has_scale = any(scale in lowered for scale in ("illion", "bn", "bln", "mln", "crore", "lakh"))
    return has_scale or bool(_CODE.search(text))
