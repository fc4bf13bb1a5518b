"""Leases signed and not begun, told in a sentence: "leases that have not yet commenced".

Lives here: that sentence. Not here: maturity tables of leases (`commitment_tables`), single leases
with a named landlord (`lease`).
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from graphbuild.extract.base import Context, Pattern, filer, make_claim, unnamed
from graphbuild.extract.grammar.amounts import (
    MoneySpan,
    find_amounts,
)
from graphbuild.extract.grammar.gates import Sieve
from graphbuild.extract.grammar.tagged_amounts import money_facts, settled_by_facts
from graphbuild.extract.tables.columns import find_dates
from graphbuild.extract.tables.commitment_tables import LEASE, NOT_COMMENCED
from graphbuild.records.claim import Claim, Role, Status, Terms
from graphbuild.records.document import Document, Sentence
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_LEASE_SUM = Sieve(re.compile(r"\blease (?:commitments|obligations|payments)\b", re.IGNORECASE))
_NOT_A_LEASE_SUM = re.compile(
    r"\bexpenses?\b|\bimpairments?\b|\bterminat|\bprior to commencement\b|\bdeposit"
    r"|\bconvert",
    re.IGNORECASE,
)
_AS_OF_TWO = re.compile(r"\brespectively\b", re.IGNORECASE)


def find_leases_to_come(document: Document, _context: Context) -> Iterator[Claim]:
    """Claims of sentences on leases signed but not begun.

    Takes "we signed leases that have not yet commenced, with payments to come of $2.3
    billion"; refuses a sentence without a sum and rents by the month.
    """
    if document.filer is None:
        return
    facts = money_facts(document.facts)
    seen: set[Decimal | None] = set()
    for paragraph in document.paragraphs:
        texts = [document.text[s.start : s.end] for s in paragraph.sentences]
        for sentence, text, following in zip(
            paragraph.sentences, texts, [*texts[1:], ""], strict=True
        ):
            if not _is_on_leases_to_come(text, following):
                continue
            spans = [settled_by_facts(span, sentence.start, facts) for span in find_amounts(text)]
            for span in _of_latest(text, spans):
                if span.amount.point not in seen:
                    seen.add(span.amount.point)
                    yield _sentence_claim(document, sentence, span)


def _is_on_leases_to_come(text: str, following: str) -> bool:
    """Whether a sentence, or the one it leads to, says that its leases have not begun."""
    is_told = bool(NOT_COMMENCED.search(text))
    if not is_told and not _LEASE_SUM.search(text):
        return False
    if not LEASE.search(text) or _NOT_A_LEASE_SUM.search(text):
        return False
    return is_told or bool(
        LEASE.search(following) and NOT_COMMENCED.search(following) and not find_amounts(following)
    )


def _of_latest(text: str, spans: list[MoneySpan]) -> list[MoneySpan]:
    """The sums owed at the latest date, where a sentence gives two dates "respectively"."""
    sums = [span for span in spans if not span.per and not span.is_valuation]
    days = [date for date in find_dates(text) if len(date.text) == 10]
    if len(sums) == 2 and len(days) == 2 and _AS_OF_TWO.search(text):
        return [sums[0] if days[0].last_day() > days[1].last_day() else sums[1]]
    return sums


def _sentence_claim(document: Document, sentence: Sentence, span: MoneySpan) -> Claim:
    return make_claim(
        document,
        LEASES_TO_COME.label,
        (sentence.start, sentence.end),
        InstrumentId.LEASE,
        (filer(document, Role.SOURCE), unnamed(Role.TARGET, "landlords")),
        span.amount,
        Measure.COMMITTED,
        Status.SIGNED,
        terms=Terms(is_aggregate=True),
        note="leases not yet commenced",
    )


LEASES_TO_COME = Pattern("leases_to_come", 1, find_leases_to_come)
