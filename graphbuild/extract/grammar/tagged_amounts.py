"""Figures of prose whose scale an inline XBRL tag tells.

Not here: the figures themselves (`amounts`), a scale the document states in words (`prose_scale`).
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from graphbuild.extract.grammar.amounts import MoneySpan
from graphbuild.records.document import Fact
from graphbuild.records.money import Qualifier, scaled


def money_facts(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Facts that show a money value in the text, by place."""
    shown = (fact for fact in facts if fact.start >= 0 and fact.value is not None and fact.unit)
    return tuple(sorted(shown, key=lambda fact: (fact.start, fact.end)))


def settled_by_facts(span: MoneySpan, offset: int, facts: Sequence[Fact]) -> MoneySpan:
    """The span with the scale its inline XBRL tag gives.

    Some filers write "$ 15,700" in prose and mean thousands; the tag's value says which. A tag is
    believed only where it equals the written figure times a thousand or a million.

    Parameters
    ----------
    offset : place of the span's text within the document.
    facts : of `money_facts`, sorted.
    """
    figure = span.amount.point
    if span.has_scale or not figure or span.amount.qualifier is Qualifier.RANGE:
        return span
    index = bisect_left(facts, offset + span.figure_start, key=lambda fact: fact.start)
    for fact in facts[index : index + 3]:
        if fact.start >= offset + span.end or fact.value is None:
            break
        factor = abs(fact.value) / figure
        if factor in (Decimal(1000), Decimal(1_000_000)):
            return replace(span, amount=scaled(span.amount, factor), has_scale=True)
    return span
