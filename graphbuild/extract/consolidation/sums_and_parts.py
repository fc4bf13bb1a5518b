"""Sums beside their parts, net beside gross, one figure in two currencies: the further one goes.

Accepts as one: "$10 billion of facilities, $4 billion due in 2029 and $6 billion due in 2031".
Accepts as one: "we sold 5,000,000 shares ... net proceeds of $47 million" and the same shares "for
gross proceeds of $50 million"; "CAD 60 million (USD 43.8 million)" and "USD 43.8 million".
Keeps: figures that add up by chance, of notes with a coupon or maturity of their own.

Lives here: figures of one document that contain one another. Not here: the same figure told again
(`restatements`), sums across documents (`resolve`).

Flow: Claim* of one document, each figure once -> Claim*.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from graphbuild.extract.consolidation.restatements import are_of_two_years
from graphbuild.extract.grammar.amounts import find_amounts
from graphbuild.records.claim import ENDED, Claim, Confidence, Role, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import Family, InstrumentId, instrument
from graphbuild.records.money import Measure

_SUMMED = frozenset({Measure.HEADLINE, Measure.CEILING, Measure.PAID, Measure.OUTSTANDING})
_CLOSE, _CLOSE_ENOUGH = Decimal("0.002"), Decimal("0.02")
_LEAST_NET = Decimal("0.75")
"""What is left of the gross at least: fees of small offerings take a fifth and more."""
_MOST_PARTS = 4
_COUPON = re.compile(r"\b\d{1,2}\.\d{1,3} ?%")
_SHARES = re.compile(r"\b(\d{1,3}(?:,\d{3})+) (?:[A-Za-z-]+ ){0,5}?shares\b")
_PRICE = re.compile(r"\$ ?(\d+\.\d+) (?:per|a) (?:[a-z]+ )?share")
_NET = re.compile(r"\b[Nn]et (?:cash )?proceeds\b|\bnet of\b")
_LONG = re.compile(r"\b\d{1,3}(?:,\d{3})+\b")
_AFTER_COSTS = Decimal("0.95")
_CASH_FLOW = re.compile(r"\bfinancing activities\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r" ?\((?:approximately |about |or |equivalent to |US|USD|,|~| )*")


_ADDED = re.compile(r"\bby (?:(?:an?|additional|further|aggregate|another|up|to|about) )*$")
_LIFETIME = re.compile(
    r"\brais(?:ed|ing) (?:an? )?(?:(?:combined|cumulative) )?total\b|\b(?:to date|so far)\b"
)
_OF_ALL_ROUNDS = re.compile(
    r"\b(?:raised|secured|attracted|amassed|total (?:funding|capital|raised)|funding)\b(?: "
    r"[a-z]+){0,3}? (?:an? )?(?:combined |cumulative |grand |overall )?(?:total|sum) (?:of "
    r")?(?:[a-z]+ ){0,3}$|(?:\b(?:over|in|during) the (?:last|past) (?:[a-z0-9-]+ "
    r"){1,2}(?:months|years)\b|(?:^|[.;:] )(?:To date|So far|In total|In all|All told|Altogether|"
    r"Since (?:its [a-z]+|[12]\d{3}))\b)[^.;]{0,60}? raised (?:[a-z]+ ){0,4}$|"
    r"\b(?:total|lifetime) (?:funding|capital|raised|financing)\b[^.;$€£]{0,40}$",
    re.IGNORECASE,
)
_SO_FAR = re.compile(
    r"^[^.;,$€£]{0,40}?\b(?:to date|so far|in total(?! proceeds)|in all|all told|altogether|"
    r"overall|"
    r"since (?:its )?(?:founding|inception|launch)|(?:across|over) (?:[a-z]+ ){0,3}rounds)\b"
)
_SUM = re.compile(
    r"(?:[$€£¥]|\b[A-Z]{2,3}\$?) ?(?P<figure>\d[\d,]*(?:\.\d+)?) ?-?(?P<scale>million|billion|"
    r"trillion|bn|mn|m|b|M|B)?\b(?P<what>(?:[^$€£¥.;]|\.(?=\d)|(?<=[A-Z])\.){0,90})"
)
_SCALES = {"m": 6, "b": 9, "t": 12}
_OF_PARTS = re.compile(
    r"(?!.*(?:\b20\d\d|%)).*?\b(?:facilities|loans|notes|bonds|lines|financings?|debt|which|series|"
    r"tranches|includ\w+|consist\w+|compris\w+|compos\w+|split)\b.*",
    re.DOTALL,
)
"""What stands between a sum and its first part: no date or coupon, but something to be split."""
_SPLIT = re.compile(r"\b(?:includ|compris|consist|compos|split)[a-z]*\b(?:[^.]|\.(?=\d)){0,300}")
_TOTAL = re.compile(r"\b(?:total(?:l?ing)?|combined|altogether)\b")
_SOON = 600


def without_sums(claims: Iterable[Claim], document: Document) -> list[Claim]:
    """The claims without those whose money others of the same parties hold already."""
    kept = list(claims)
    figures = {(c.amount.currency, _figure(c)) for c in kept if _figure(c)}
    kept = [c for c in kept if not _is_split(c, document, figures)]
    for is_held in (
        _is_translated,
        _is_increment,
        _is_sum,
        _is_of_all_rounds,
        _is_net,
        _is_of_cash_flows,
        _is_share_of_sized,
    ):
        groups: dict[object, list[Claim]] = defaultdict(list)
        for claim in kept:
            groups[_of_one_kind(claim)].append(claim)
        kept = [c for c in kept if not is_held(c, groups[_of_one_kind(c)])]
    return kept


def _of_one_kind(claim: Claim) -> object:
    """Who pays whom, of what kind; those who buy shares in public go by several words."""
    family = instrument(claim.instrument).family
    targets = frozenset((p.name, p.is_unnamed) for p in claim.with_role(Role.TARGET))
    sources = frozenset(
        "" if p.is_unnamed and family is Family.EQUITY else p.name
        for p in claim.with_role(Role.SOURCE)
    )
    return family, sources, targets, claim.citation.item


def _figure(claim: Claim) -> Decimal:
    return claim.amount.central or Decimal(0)


def _total(claims: Iterable[Claim]) -> Decimal:
    return sum((_figure(claim) for claim in claims), Decimal(0))


def are_close(left: Decimal, right: Decimal, within: Decimal = Decimal("0.01")) -> bool:
    """Whether two figures differ by no more than so large a part of the larger one."""
    return abs(left - right) <= within * max(left, right)


def _is_translated(claim: Claim, others: list[Claim]) -> bool:
    """Whether another claim gives this figure in brackets, after its own in another currency."""
    return any(
        are_close(in_brackets, _figure(claim), _CLOSE_ENOUGH)
        for other in others
        if other.amount.currency != claim.amount.currency and _figure(claim)
        for in_brackets in _in_brackets(other, claim.amount.currency)
    )


def _in_brackets(claim: Claim, currency: str) -> list[Decimal]:
    """What a quote gives in another currency right after the claim's own figure."""
    quote = claim.citation.quote
    found = find_amounts(quote)
    return [
        translation.amount.central or Decimal(0)
        for own, translation in pairwise(found)
        if own.amount.central == claim.amount.central
        and translation.amount.currency == currency
        and _IN_BRACKETS.fullmatch(quote[own.end : translation.start])
    ]


def _is_split(claim: Claim, document: Document, figures: set[tuple[str, Decimal]]) -> bool:
    """Whether the text soon says what the sum is made of, and some part is a claim."""
    if not _figure(claim) or instrument(claim.instrument).family is not Family.DEBT:
        return False
    if claim.confidence is Confidence.CERTAIN or claim.measure is Measure.OUTSTANDING:
        return False
    end = claim.citation.end
    told = _SPLIT.search(document.text, end, end + _SOON)
    parts = [m.amount for m in find_amounts(told.group())] if told else []
    return (
        len(parts) > 1
        and {p.currency for p in parts} == {claim.amount.currency}
        and are_close(
            sum((p.central or Decimal(0) for p in parts[:2]), Decimal(0)),
            _figure(claim),
            _CLOSE_ENOUGH,
        )
        and any((p.currency, p.central) in figures for p in parts[:2])
    )


def _is_increment(claim: Claim, others: list[Claim]) -> bool:
    """Whether it is what was added to a facility whose new size the same sentence gives."""
    quote, figure = claim.citation.quote, _figure(claim)
    adds = any(
        span.amount.central == figure and _ADDED.search(quote[: span.start])
        for span in (find_amounts(quote) if claim.status is Status.AMENDED else ())
    )
    return adds and any(o.citation.quote == quote and _figure(o) > figure for o in others)


def _is_of_all_rounds(claim: Claim, others: list[Claim]) -> bool:
    """Whether it is all a company has raised: by the words at the figure, or beside a round."""
    quote, point = claim.citation.quote, claim.amount.central
    unnamed = {p.name if p.is_unnamed else "" for p in claim.with_role(Role.SOURCE)}
    if claim.instrument is not InstrumentId.EQUITY or point is None or "" in unnamed:
        return False
    if unnamed <= {"investors", "consortium"} and any(
        are_close(sum_, point) and (_OF_ALL_ROUNDS.search(quote, 0, start) or _SO_FAR.search(what))
        for sum_, what, start in sums_in(quote)
    ):
        return True
    is_total = claim.measure is Measure.RECOGNISED or _LIFETIME.search(quote)
    return bool(is_total) and any(
        0 < _figure(o) < point and o.amount.currency == claim.amount.currency for o in others
    )


def sums_in(text: str) -> Iterator[tuple[Decimal, str, int]]:
    """The sums of a text, each with the words behind it and where it stands."""
    for match in _SUM.finditer(text):
        power = _SCALES.get((match["scale"] or "").lower()[:1], 0)
        yield Decimal(match["figure"].replace(",", "")).scaleb(power), match["what"], match.start()


def _is_share_of_sized(claim: Claim, others: list[Claim]) -> bool:
    """Whether it is the percentage of a stake whose price another claim reads in its words."""
    return (
        claim.instrument is InstrumentId.EQUITY
        and claim.share is not None
        and not claim.amount.is_disclosed
        and any(
            o.amount.is_disclosed
            and o.instrument is claim.instrument
            and o.citation.start == claim.citation.start
            for o in others
        )
    )


def _is_sum(claim: Claim, others: list[Claim]) -> bool:
    """Whether the figure adds up figures that one other place tells, or series it names."""
    is_row = claim.confidence is Confidence.CERTAIN
    if is_row or not _figure(claim) or claim.measure not in _SUMMED or claim.status in ENDED:
        return False
    like = [
        o
        for o in others
        if o is not claim
        and o.amount.currency == claim.amount.currency
        and o.status not in ENDED
        and o.measure in _SUMMED
        and 0 < _figure(o) < _figure(claim)
        and not are_of_two_years(claim, o)
    ]
    ways = (_adds_a_place, _adds_series, _adds_sales, _adds_two_told_next)
    return any(adds(claim, like) for adds in ways)


def _adds_a_place(claim: Claim, like: list[Claim]) -> bool:
    """The parts stand in one sentence, perhaps this one; the sum has no maturity of its own."""
    places: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for other in like:
        places[other.citation.start, other.citation.end].append(other)
    here = (claim.citation.start, claim.citation.end)
    for place, parts in places.items():
        if place == here:
            apart = not _is_told_first(claim, parts)
        else:
            named = bool(_COUPON.search(claim.citation.quote))
            named = named or {p.instrument for p in parts} != {claim.instrument}
            apart = named or claim.ends_on not in {None, *(p.ends_on for p in parts)}
        adds = are_close(_total(parts), _figure(claim), _CLOSE)
        if len(parts) > 1 and adds and not apart:
            return True
    return False


def _adds_two_told_next(claim: Claim, like: list[Claim]) -> bool:
    """A sentence gives a total, and two later ones give what it is made of."""
    quote = claim.citation.quote
    own = next((m for m in find_amounts(quote) if m.amount.central == _figure(claim)), None)
    is_total = own is not None and bool(_TOTAL.search(quote, max(0, own.start - 12), own.end))
    later = [o for o in like if o.citation.start > claim.citation.end and not o.ends_on]
    return is_total and any(
        one.citation.start != other.citation.start
        and _figure(one) + _figure(other) == _figure(claim)
        for one, other in combinations(later, 2)
    )


def _is_told_first(claim: Claim, parts: list[Claim]) -> bool:
    """Whether a sentence goes from a sum to its parts: "$10 billion of facilities, $4 billion"."""
    quote, sizes = claim.citation.quote, {_figure(p) for p in parts}
    spans = find_amounts(quote)
    total = next((m for m in spans if m.amount.central == _figure(claim)), None)
    first = next((m for m in spans if m.amount.central in sizes), None)
    if total is None or first is None or first.start < total.end:
        return False
    return bool(_OF_PARTS.fullmatch(quote, total.end, first.start))


def _adds_series(claim: Claim, like: list[Claim]) -> bool:
    """The sentence sums up series by their coupons, and each has a claim of its own."""
    coupons = set(_COUPON.findall(claim.citation.quote))
    if len(coupons) < 2:
        return False
    parts = {
        coupon: o
        for o in like
        for coupon in coupons & set(_COUPON.findall(o.citation.quote))
        if o.citation.quote != claim.citation.quote
    }
    total = _total(parts.values())
    return parts.keys() == coupons and are_close(total, _figure(claim), _CLOSE_ENOUGH)


def _adds_sales(claim: Claim, like: list[Claim]) -> bool:
    """The sum of some months' sales of shares: shares and money both add up."""
    shares = _shares(claim)
    sold = [(o, count) for o in like if (count := _shares(o))]
    return bool(shares) and any(
        sum(count for _, count in parts) == shares
        and are_close(_total(o for o, _ in parts), _figure(claim), _CLOSE_ENOUGH)
        for size in range(2, min(len(sold), _MOST_PARTS) + 1)
        for parts in combinations(sold[:12], size)
    )


def _shares(claim: Claim) -> int:
    """How many shares a sale is of, where its quote counts one lot; else 0."""
    if claim.instrument is not InstrumentId.EQUITY:
        return 0
    counts = {int(text.replace(",", "")) for text in _SHARES.findall(claim.citation.quote)}
    return counts.pop() if len(counts) == 1 else 0


def _is_net(claim: Claim, others: list[Claim]) -> bool:
    """Whether it is what fees left of a sale whose gross, or fuller figure, another claim has."""
    if claim.instrument is not InstrumentId.EQUITY or not _NET.search(claim.citation.quote):
        return False
    figure, shares = _figure(claim), _shares(claim)
    prices = [Decimal(text) for text in _PRICE.findall(claim.citation.quote)]
    rows = Decimal(0)
    for other in others:
        gross = _figure(other)
        if other is claim or other.amount.currency != claim.amount.currency or not figure:
            continue
        is_apart = other.citation.quote != claim.citation.quote
        if gross > figure >= _LEAST_NET * gross and shares and is_apart:
            priced = any(are_close(price * shares, gross, _CLOSE) for price in prices)
            if _shares(other) == shares or priced:
                return True
        distance = other.citation.start - claim.citation.end
        if other.pattern.startswith("offering_table") and 0 <= distance < 1500:
            rows += gross
    return bool(rows) and _LEAST_NET * rows <= figure < rows


def _is_of_cash_flows(claim: Claim, others: list[Claim]) -> bool:
    """A line of the cash flow statement repeats, after costs, what a note tells of the sale."""
    figure, digits = _figure(claim), f"{_figure(claim):f}".rstrip("0.")
    if not figure or not _CASH_FLOW.search(claim.citation.quote):
        return False
    return any(
        _AFTER_COSTS * _figure(other) <= figure <= _figure(other)
        or digits in {n.replace(",", "").rstrip("0") for n in _LONG.findall(other.citation.quote)}
        for other in others
        if other.amount.currency == claim.amount.currency
        and other.status not in ENDED
        and not _CASH_FLOW.search(other.citation.quote)
    )
