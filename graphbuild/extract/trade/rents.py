"""What a lease costs, where only a later sentence says so: its rent, or the expense of the period.

Lives here: that later sentence. Not here: the lease itself (`lease`, `contracts`), a lease's whole
value told next (`contract_followups`), maturity tables (`commitment_tables`).

Flow: a pattern's lease without a figure, the readings after it -> the same lease with its rent.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.sentences.claiming import retold
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.telling import told
from graphbuild.records.claim import Claim
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Amount, Measure

_RENT = re.compile(
    r"\b(?:monthly|annual|yearly|quarterly|initial|base|minimum|fixed) (?:base |minimum |lease |"
    r"fixed )?(?:rents?|rental|lease payments?|rental payments?)\b[^;<>]{0,60}?"
    r"(?:<P\d+>[^;<>]{0,30})?"
    r"(?: is| are| was| of| equals?| equal to| will be| at| to)(?: initially)? <[MV](?P<mark>\d+)>"
)
_EXPENSE = re.compile(
    r"\bthe (?P<what>(?:[A-Za-z-]+ ){1,3})(?:lease|rent) expenses? "
    r"(?:amounted to|totaled|was|were|of) <M(?P<mark>\d+)>"
)
_ANOTHER = re.compile(r"\b(?:entered into|signed|executed)\b|[Ll]ease [Aa]greements? ")
_REACH = 7


def with_rents(pattern: Pattern) -> Pattern:
    """The pattern, its leases without a figure given the rent that later sentences tell."""

    def find(document: Document, context: Context) -> Iterator[Claim]:
        claims = list(pattern.find(document, context))
        if not any(_is_bare_lease(claim) for claim in claims):
            yield from claims
            return
        sentences = told(document, context)
        places = {sentences.span(index)[0]: index for index in range(len(sentences))}
        for claim in claims:
            index = places.get(claim.citation.start, -1)
            reading = sentences.reading(index) if index >= 0 else None
            if reading is None or not _is_bare_lease(claim) or reading.is_news:
                yield claim
            else:
                yield _with_rent(claim, reading, sentences.following(index, _REACH))

    return Pattern(name=pattern.name, version=pattern.version, find=find, kinds=pattern.kinds)


def _is_bare_lease(claim: Claim) -> bool:
    return claim.instrument is InstrumentId.LEASE and not claim.amount.is_disclosed


def _with_rent(claim: Claim, reading: Reading, following: tuple[Reading, ...]) -> Claim:
    for later in following:
        is_same = later.paragraph == reading.paragraph
        if later.heading != reading.heading or (not is_same and _is_another(later)):
            break
        rent, expense = _RENT.search(later.plain), _EXPENSE.search(later.plain)
        if rent:
            amount = later.money[int(rent.group("mark"))].amount
            return _rebuilt(claim, later, amount, Measure.HEADLINE)
        if expense and expense.group("what").strip().lower() in reading.text.lower():
            amount = later.money[int(expense.group("mark"))].amount
            return _rebuilt(claim, later, amount, Measure.RECOGNISED)
    return claim


def _is_another(reading: Reading) -> bool:
    """Whether a sentence begins to tell of another lease."""
    return bool(_ANOTHER.search(reading.plain)) and "previously" not in reading.plain.lower()


def _rebuilt(claim: Claim, later: Reading, amount: Amount, measure: Measure) -> Claim:
    is_monthly = measure is Measure.HEADLINE and "month" in later.text
    note = "by the month" if is_monthly else ""
    return retold(claim, later, claim.citation.start, amount, measure, note=note)
