"""Contracts of plain clauses: who buys is told by the words around the two parties.

Accepts: "Tidepool allegedly inked a $300 billion deal with Harbor Compute for cloud capacity."
Accepts: "Tidepool's five-year, $38 billion contract with Harbor Compute ..."
Refuses: "Tidepool struck a $5 billion deal with Harbor Bank." (a bank hosts and supplies nothing)

Lives here: the claim of such a clause. Not here: its grammar (`clauses`), the direction (`buying`),
what is bought (`contract_kind`).
"""

import re
from collections.abc import Iterator

from graphbuild.extract.buying import subject_buys
from graphbuild.extract.claiming import amount_of, build, mentions_in
from graphbuild.extract.clause_words import Act, Thing
from graphbuild.extract.clauses import Clause
from graphbuild.extract.contract_kind import contract_instrument
from graphbuild.extract.contract_wording import OTHER_CONTRACTS, SALE_OF_STAKE
from graphbuild.extract.goods import GOODS, goods_instrument
from graphbuild.extract.parties import Mention, unnamed_mention
from graphbuild.extract.reading import Reading
from graphbuild.extract.wording import status_of
from graphbuild.records.claim import Claim, Status
from graphbuild.records.instrument import InstrumentId

CONTRACTS = frozenset({Thing.CONTRACT, Thing.LEASE, Thing.GOODS})

_NO_TRADER = frozenset({"bank", "agent_bank", "asset_manager", "lender", "vc", "sovereign"})


def contract_claims(reading: Reading, clause: Clause, label: str) -> Iterator[Claim]:
    """The claim of a clause whose money is a contract's value, if its direction is told."""
    said = clause.arguments
    other = said.get("with") or said.get("from") or ""
    if OTHER_CONTRACTS.search(clause.words):
        return
    if not other:
        yield from _let(reading, clause, label)
        return
    match = re.search(
        rf"(?P<source>{re.escape(clause.subject)})(?s:.*?){re.escape(clause.money)}"
        rf"(?s:.*?)(?P<target>{re.escape(other)})",
        reading.plain,
    )
    if match is None or SALE_OF_STAKE.search(reading.plain, match.end(), match.end() + 110):
        return
    left, right = mentions_in(reading, clause.subject), mentions_in(reading, other)
    if len(left) != 1 or len(right) != 1 or {left[0].kind, right[0].kind} & _NO_TRADER:
        return
    buys = subject_buys(reading, match)
    if buys is None:
        return
    customers, providers = (left, right) if buys else (right, left)
    instrument = contract_instrument(reading, match, reading.text, providers)
    if instrument is InstrumentId.PURCHASE_COMMITMENT and clause.thing is Thing.CONTRACT:
        return  # nothing says what is bought
    yield from _contract(reading, clause, label, instrument, customers, providers)


_WITH_SELLER = re.compile(
    r"[^<>;,]{0,12}?\b(?:to|with|on|for|from) (?P<own><P\d+>)['’]s (?P<goods>[^<>;,]{3,40})|"
    rf"[^<>;,]{{0,12}}?\b(?:to|with|on|from) (?P<seller><P\d+>)[^<>;,]{{0,40}}?"
    rf"\b(?:for|of|on|to (?:buy|rent|use)) (?P<goods2>{GOODS})\b"
)
_SELLERS = frozenset({"hyperscaler", "neocloud", "host", "chipmaker", "supplier"})


def spending_claims(reading: Reading, clause: Clause, label: str) -> Iterator[Claim]:
    """The claim of "is committing <M0> to <P1> for compute": money spent with a seller of it."""
    told = _WITH_SELLER.match(reading.plain, clause.end)
    if told is None or Act.SPEND not in clause.acts:
        return
    goods = told.group("goods") or told.group("goods2")
    right = mentions_in(reading, told.group("own") or told.group("seller"))
    instrument = goods_instrument(goods)
    if right[0].kind in _SELLERS and instrument is not InstrumentId.PURCHASE_COMMITMENT:
        left = mentions_in(reading, clause.subject)
        yield from _contract(reading, clause, label, instrument, left, right)


def _let(reading: Reading, clause: Clause, label: str) -> Iterator[Claim]:
    """The claim of a lease that a known host landed from a tenant without a name."""
    landlords = mentions_in(reading, clause.subject)
    is_host = len(landlords) == 1 and landlords[0].kind in {"host", "neocloud"}
    if clause.thing is Thing.LEASE and is_host and reading.is_news:
        tenant = [unnamed_mention("tenant")]
        yield from _contract(reading, clause, label, InstrumentId.LEASE, tenant, landlords)


def _contract(
    reading: Reading,
    clause: Clause,
    label: str,
    instrument: InstrumentId,
    customers: list[Mention],
    providers: list[Mention],
) -> Iterator[Claim]:
    status = status_of(clause.auxiliary, reading.text, Status.SIGNED, is_news=reading.is_news)
    if status is not None:
        yield from build(
            reading,
            label,
            instrument=instrument,
            sources=customers,
            targets=providers,
            status=Status.SIGNED if status is Status.FUNDED else status,
            amount=amount_of(reading, clause.money),
        )
