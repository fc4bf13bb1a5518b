"""Contracts of one company that a report tells in a row, a sum and a company each.

Accepts: "Tidepool has cloud contracts with two providers: $38 billion with Meridian and $12 billion
with Quillstone."
Accepts: "Tidepool has committed $250 billion to Meridian and $30 billion to Quillstone."
Refuses: "Tidepool raised $38 billion with Brightwater and $12 billion with Ashgrove."

Lives here: such rows, also with the sums in brackets. Not here: a single contract (`contracts`,
`commitment`); rows whose two sides no trade tells apart make no claim.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.grammar.goods import CLOUDS
from graphbuild.extract.grammar.parties import Mention
from graphbuild.extract.grammar.wording import is_conditional, status_of
from graphbuild.extract.sentences.claiming import amount_of, build, mentions_in
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.telling import told
from graphbuild.extract.trade.buying import RANK
from graphbuild.records.claim import Claim, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_SPEAKS = re.compile(
    r"\b(?:contracts?|deals?|agreements?|commitments?|committed|pledged|promised|obligations?)\b",
    re.IGNORECASE,
)
_OTHER_MONEY = re.compile(
    r"\b(?:raised|raising|rounds?|invest\w*|stakes?|equity|shares|bonds?|notes|loans?|borrow\w*|"
    r"revenue|valu(?:ed|ation)|acquir\w*|leases?|spent|paid|sued)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^[^<;]{0,40}(?P<who><P\d+>)(?!-)")
"""Whose contracts they are: the first one named, before the row."""
_ITEM = re.compile(
    r"(?P<sum><M\d+>) (?:of (?:[a-z-]+ ){1,3})?(?:with|to|from|at|for) (?P<who><P\d+>)(?!'s|-)"
)
_BETWEEN = re.compile(r"(?:,|and|plus|as well as|an?|the|another|about|reported|roughly|\s)*")
_MAKERS = frozenset({"chipmaker", "supplier"})


def find_rows(document: Document, context: Context) -> Iterator[Claim]:
    """The contracts of each row, of who stands further from the silicon with who sells to him."""
    sentences = told(document, context)
    if not sentences.is_news:
        return
    for _, reading in sentences.places(_SPEAKS):
        if _OTHER_MONEY.search(reading.text):
            continue
        subject = _SUBJECT.search(reading.plain)
        items = _row(reading.plain) or _bracketed(reading)
        if subject is None or len(items) < 2 or is_conditional(reading.plain):
            continue
        if subject["who"] in {seller for _, seller in items}:
            continue
        buyer = mentions_in(reading, subject["who"])[0]
        for mark, seller in items:
            yield from _claim(reading, buyer, mentions_in(reading, seller)[0], mark)


def _row(plain: str) -> list[tuple[str, str]]:
    """The sums and companies that follow on one another with nothing but joining words between."""
    items: list[tuple[str, str]] = []
    end = -1
    for match in _ITEM.finditer(plain):
        if items and not _BETWEEN.fullmatch(plain, end, match.start()):
            break
        items.append((match["sum"], match["who"]))
        end = match.end()
    return items


def _bracketed(reading: Reading) -> list[tuple[str, str]]:
    """Companies with their sums in brackets: "Meridian ($38 billion)"."""
    return [
        (f"<M{m}>", f"<P{p}>")
        for p, party in enumerate(reading.parties)
        for m, money in enumerate(reading.money)
        if 0 < money.start - party.end < _REACH
        and reading.text[party.end : money.start].strip() == "("
    ]


_REACH = 4


def _claim(reading: Reading, buyer: Mention, seller: Mention, mark: str) -> Iterator[Claim]:
    kind = _kind(buyer, seller)
    status = status_of("", reading.text, Status.SIGNED, is_news=True)
    if kind is None or status is None or buyer.name == seller.name:
        return
    yield from build(
        reading,
        CONTRACT_ROWS.label,
        instrument=kind,
        sources=[buyer],
        targets=[seller],
        status=status,
        amount=amount_of(reading, mark),
        measure=Measure.HEADLINE,
    )


def _kind(buyer: Mention, seller: Mention) -> InstrumentId | None:
    """What the second sells to the first, where their trades tell who buys."""
    if RANK.get(buyer.kind, 0) <= RANK.get(seller.kind, 0) or seller.kind not in RANK:
        return None
    if seller.kind in CLOUDS:
        return InstrumentId.CLOUD_CONTRACT
    return InstrumentId.SUPPLY_CONTRACT if seller.kind in _MAKERS else None


CONTRACT_ROWS = Pattern("contract_rows", 1, find_rows)
