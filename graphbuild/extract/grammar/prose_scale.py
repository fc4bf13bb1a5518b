"""Prose in thousands: a figure without a scale that the accounts show a thousand times as large.

Lives here: the proof by the document's own inline XBRL values, sentence by sentence. Not here: tags
on the figure itself (`tagged_amounts`), which come first.

Others state the scale once, above the notes ("dollars in millions"), and write "$500" throughout;
they are believed where no figure of the prose has a scale of its own.

Some filers write "$228,833" and mean thousands also where no tag marks the figure. A sentence is
believed to be in thousands only where one of its figures, told to at least four digits, is the
thousandth part of a value in the accounts and is itself no such value; then its other figures
without a scale are too, save prices and small sums.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from graphbuild.extract.grammar.amounts import MoneySpan
from graphbuild.records.document import Fact
from graphbuild.records.money import Qualifier, scaled

_THOUSAND = Decimal(1000)
_DIGITS = 4
"""Digits that tell a figure from a round sum that may stand in the accounts by chance."""
_SMALLEST = Decimal(5000)
"""Smaller figures may be prices and stated values, which nobody writes in thousands."""


_STATED = re.compile(
    r"\((?:[A-Za-z. ]{0,12})?(?:dollars?|amounts|dollar amounts|\$|U\.S\. dollars)(?: are| "
    r"expressed)? in (?P<scale>millions|thousands)\b[^()\n]{0,80}\)",
    re.IGNORECASE,
)
_HEAD = 4000
_SCALED = re.compile(r"\$\s?[\d.,]+ (?:million|billion)")
_SCALES = {"millions": Decimal(1_000_000), "thousands": _THOUSAND}


@lru_cache(maxsize=4)
def stated_scale(text: str) -> Decimal | None:
    """The scale a document states near its start, if no sum of it is told with another."""
    stated = _STATED.search(text, 0, _HEAD)
    return None if stated is None or _SCALED.search(text) else _SCALES[stated["scale"].lower()]


def in_stated_scale(
    money: tuple[MoneySpan, ...], text: str, scale: Decimal | None
) -> tuple[MoneySpan, ...]:
    """The figures of a sentence in the scale the document states; prices and rates as they are."""
    if scale is None:
        return money
    return tuple(
        _times(span, scale) if _may_be_scaled(span, text, scale) else span for span in money
    )


_CENTS = re.compile(r"\.\d\d\b")


def _may_be_scaled(span: MoneySpan, text: str, scale: Decimal) -> bool:
    figure = span.amount.central
    if figure is None or span.has_scale or span.per or span.is_price or figure <= 0:
        return False
    is_cents = _CENTS.search(text, span.start, span.end)
    return not is_cents and figure != _THOUSAND and (scale > _THOUSAND or figure >= 100)


def money_values(facts: Iterable[Fact]) -> frozenset[Decimal]:
    """Sizes of the money values that the document's tags show anywhere."""
    return frozenset(abs(f.value) for f in facts if f.value is not None and f.unit)


def in_prose_scale(
    money: tuple[MoneySpan, ...], values: frozenset[Decimal]
) -> tuple[MoneySpan, ...]:
    """The figures of a sentence, multiplied where the accounts prove that it is in thousands."""
    if not values or not any(_is_proof(span, values) for span in money):
        return money
    return tuple(_in_thousands(span) if _is_open(span) else span for span in money)


def _is_open(span: MoneySpan) -> bool:
    figure = span.amount.point
    if figure is None or span.has_scale or span.per or span.amount.qualifier is Qualifier.RANGE:
        return False
    return figure >= _SMALLEST and figure == figure.to_integral_value()


def _is_proof(span: MoneySpan, values: frozenset[Decimal]) -> bool:
    figure = span.amount.point
    if figure is None or not _is_open(span) or figure in values:
        return False
    digits = str(int(figure)).rstrip("0")
    return len(digits) >= _DIGITS and figure * _THOUSAND in values


def _in_thousands(span: MoneySpan) -> MoneySpan:
    return _times(span, _THOUSAND)


def _times(span: MoneySpan, scale: Decimal) -> MoneySpan:
    return replace(span, amount=scaled(span.amount, scale), has_scale=True)
