"""Which claims of one block are worth comparing: those that share enough to be one agreement.

Comparing every pair of a crowded block costs its square. Two claims can only be one agreement, or
be asked about, if they name a facility alike, tell one figure (also rounded or in another unit), or
agree in two of: year of the end, rate, time, words of the facility. Those pairs are found through
sorted figures and shared keys; a test compares them with all pairs.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal
from typing import TypeAlias

from graphbuild.resolve.agreement import Traits
from graphbuild.resolve.rounding import digits

Pair: TypeAlias = tuple[int, int]
_Digits: TypeAlias = tuple[str, int]

_FEW = 24
"""Claims that are compared pair by pair without looking for keys, which costs as much."""
_SAME = Decimal("1.03")
"""Figures further apart than this are not one figure; a little wider than the comparison."""
_UNIT_DIGITS = 3
"""Units differ by three digits: thousands, millions, billions."""
_DAYS = 46
"""Days of a bucket; claims of two neighbouring buckets may be near enough in time to count."""


def likely_pairs(block: Sequence[Traits]) -> Iterator[Pair]:
    """Pairs of places, smaller first, each at least once; all others have no case to be one."""
    if len(block) <= _FEW:
        yield from itertools.combinations(range(len(block)), 2)
        return
    yield from _by_figure(block)
    yield from _by_keys(block)


def _by_figure(block: Sequence[Traits]) -> Iterator[Pair]:
    """Pairs of one figure, or of a figure and one it may be rounded to, in whatever unit."""
    yield from _by_size(block)
    written: dict[_Digits, list[int]] = defaultdict(list)
    rounded: dict[_Digits, list[int]] = defaultdict(list)
    for place, traits in enumerate(block):
        for value in {v for v in (traits.claim.amount.point, traits.claim.amount.central) if v}:
            written[_digits_of(value)].append(place)
            for key in {_digits_of(v) for v in _roundings(value)}:
                rounded[key].append(place)
    for key, rough in written.items():
        yield from itertools.combinations(rough, 2)
        for one, other in itertools.product(rough, rounded.get(key, ())):
            if one != other:
                yield min(one, other), max(one, other)


def _by_size(block: Sequence[Traits]) -> Iterator[Pair]:
    """Pairs of which any bounds or points lie within `_SAME` of each other."""
    values = sorted(
        (value, place)
        for place, traits in enumerate(block)
        for value in {v for v in _bounds(traits) if v}
    )
    start = 0
    for end, (value, place) in enumerate(values):
        while values[start][0] * _SAME < value:
            start += 1
        for _, other in values[start:end]:
            if place != other:
                yield min(place, other), max(place, other)


def _bounds(traits: Traits) -> tuple[Decimal | None, ...]:
    amount = traits.claim.amount
    return amount.point, amount.low, amount.high


def _digits_of(value: Decimal) -> _Digits:
    """The significant digits, and the place of the first within its unit."""
    plain = "".join(map(str, value.as_tuple().digits)).strip("0")
    return plain, value.adjusted() % _UNIT_DIGITS


def _roundings(value: Decimal) -> Iterator[Decimal]:
    """The value to all smaller numbers of digits; a tie both ways."""
    for count in range(1, digits(value)):
        step = Decimal(10) ** (value.adjusted() - count + 1)
        for mode in (ROUND_HALF_UP, ROUND_HALF_DOWN):
            yield (value / step).to_integral_value(mode) * step


def _by_keys(block: Sequence[Traits]) -> Iterator[Pair]:
    shared: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, traits in enumerate(block):
        for key in _keys(traits):
            shared[key].append(place)
    for places in shared.values():
        yield from itertools.combinations(places, 2)
    undated = (i for i, t in enumerate(block) if not t.claim.agreed_on and not t.claim.known_on)
    for one, other in itertools.product(undated, range(len(block))):
        if one != other:
            yield min(one, other), max(one, other)


def _keys(traits: Traits) -> Iterator[tuple[str, ...]]:
    """What a claim must share with another: a name, two circumstances, or one and no figure."""
    yield from (("own", word) for word in traits.own_words)
    words = set(traits.facility.split())
    kinds = {"ends": _ends(traits), "rate": _rates(traits), "time": _times(traits), "words": words}
    for (one, ours), (other, theirs) in itertools.combinations(kinds.items(), 2):
        yield from ((one, left, other, right) for left in ours for right in theirs)
    if not traits.is_disclosed:
        yield "no figure", "pattern", traits.claim.pattern
        yield "no figure", "instrument", str(traits.claim.instrument)
        yield from (("no figure", kind, key) for kind, keys in kinds.items() for key in keys)


def _ends(traits: Traits) -> set[str]:
    ends = traits.claim.ends_on
    return {str(ends.year)} if ends else set()


def _rates(traits: Traits) -> set[str]:
    return {traits.rate} if traits.rate else set()


def _times(traits: Traits) -> set[str]:
    """The date as written, and the buckets of days in and after which the event may lie."""
    found = {str(traits.claim.agreed_on)} if traits.claim.agreed_on is not None else set()
    if traits.span is not None:
        buckets = range(traits.span.first // _DAYS, traits.span.last // _DAYS + 2)
        found.update(f"about {bucket}" for bucket in buckets)
    return found
