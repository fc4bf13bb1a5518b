"""Contracts of plain clauses: who buys is told by the words around the two parties.

Accepts: "Tidepool allegedly inked a $300 billion deal with Harbor Compute for cloud capacity."
Accepts: "Tidepool's five-year, $38 billion contract with Harbor Compute ..."
Refuses: "Tidepool struck a $5 billion deal with Harbor Bank." (a bank hosts and supplies nothing)

Lives here: the claim of such a clause. Not here: its grammar (`clauses`), the direction (`buying`),
what is bought (`contract_kind`).
"""

import re
from collections.abc import Iterator

from graphbuild.extract.clauses.clause_words import Act, Thing
from graphbuild.extract.clauses.clauses import Clause
from graphbuild.extract.grammar.goods import CLOUDS, GOODS, SELLERS, goods_instrument
from graphbuild.extract.grammar.lenders import LENDERS
from graphbuild.extract.grammar.parties import Mention, unnamed_mention
from graphbuild.extract.grammar.wording import status_of
from graphbuild.extract.sentences.claiming import amount_of, build, mentions_in
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.trade.buying import CLOUD_CONTRACT, subject_buys
from graphbuild.extract.trade.contract_kind import contract_instrument
from graphbuild.extract.trade.contract_wording import NO_TRADE, OTHER_CONTRACTS
from graphbuild.records.claim import Claim, Status
from graphbuild.records.instrument import InstrumentId

CONTRACTS = frozenset({Thing.CONTRACT, Thing.LEASE, Thing.GOODS})

_NO_TRADER = LENDERS | {"vc", "sovereign"}


def contract_claims(reading: Reading, clause: Clause, label: str) -> Iterator[Claim]:
    """The claim of a clause whose money is a contract's value, if its direction is told."""
    said = clause.arguments
    other = said.get("with") or said.get("from") or ""
    if OTHER_CONTRACTS.search(clause.words):
        return
    if clause.verb in _SUPPLIED or _AWARDED.search(clause.auxiliary):
        yield from _sold(reading, clause, label)
        return
    named = [m for m in mentions_in(reading, other) if not m.is_unnamed]
    if not named and clause.thing is Thing.CONTRACT and _IS_COMPUTING.search(clause.words):
        yield from _to_customers(reading, clause, label)
        return
    if not other:
        yield from _let(reading, clause, label)
        return
    match = re.search(
        rf"(?P<source>{re.escape(clause.subject)})(?s:.*?){re.escape(clause.money)}"
        rf"(?s:.*?)(?P<target>{re.escape(other)})",
        reading.plain if clause.money in reading.plain else reading.full,
    )
    if match is None or NO_TRADE.search(match.string, match.end(), match.end() + 110):
        return
    left, right = mentions_in(reading, clause.subject), mentions_in(reading, other)
    if len(left) != 1 or len(right) != 1:
        return
    kinds = {left[0].kind, right[0].kind}
    if kinds & _NO_TRADER and not (kinds & CLOUDS and CLOUD_CONTRACT.search(match.group())):
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


def spending_claims(reading: Reading, clause: Clause, label: str) -> Iterator[Claim]:
    """The claim of "is committing <M0> to <P1> for compute": money spent with a seller of it."""
    told = _WITH_SELLER.match(reading.plain, clause.end)
    if told is None or Act.SPEND not in clause.acts:
        return
    goods = told.group("goods") or told.group("goods2")
    right = mentions_in(reading, told.group("own") or told.group("seller"))
    instrument = goods_instrument(goods)
    if right[0].kind in SELLERS and instrument is not InstrumentId.PURCHASE_COMMITMENT:
        left = mentions_in(reading, clause.subject)
        yield from _contract(reading, clause, label, instrument, left, right)


_ENDED = frozenset({"drop", "cancel", "scrap", "abandon", "end", "terminate", "lose"})
_SUPPLIED = frozenset({"supply", "provide", "furnish", "sell", "deliver", "ship"})
_AWARDED = re.compile(r"\b(?:is|was|were|been|being) ?$")
_IS_COMPUTING = re.compile(
    r"\b(?:AI|cloud|comput\w+|GPU|infrastructure|customer|capacity)\b[^<>]*"
    r"\b(?:contracts|agreements|deals|orders)\b"
)


def _sold(reading: Reading, clause: Clause, label: str) -> Iterator[Claim]:
    """What "will supply <P1> with <M0> of computing" and "was awarded <M0> by" say is sold."""
    said = clause.arguments
    is_passive = bool(_AWARDED.search(clause.auxiliary))
    if is_passive and clause.verb not in {"award", "grant", "give", "provide"}:
        return
    other = said.get("by") if is_passive else said.get("") or said.get("to")
    customers, providers = mentions_in(reading, other), mentions_in(reading, clause.subject)
    instrument = goods_instrument(clause.words)
    if not customers or len(providers) != 1 or providers[0].kind not in SELLERS:
        return
    if providers[0].kind in CLOUDS and clause.thing is Thing.CONTRACT:
        instrument = InstrumentId.CLOUD_CONTRACT
    if instrument is InstrumentId.PURCHASE_COMMITMENT:
        return  # nothing says what is sold
    yield from _contract(reading, clause, label, instrument, customers, providers)


def _to_customers(reading: Reading, clause: Clause, label: str) -> Iterator[Claim]:
    """The claim of a cloud company that signed contracts with customers nobody names."""
    providers = mentions_in(reading, clause.subject)
    is_cloud = len(providers) == 1 and providers[0].kind == "neocloud"
    if is_cloud and reading.is_news and clause.verb in _WON:
        who = [unnamed_mention("customers")]
        yield from _contract(reading, clause, label, InstrumentId.CLOUD_CONTRACT, who, providers)


_WON = frozenset({"sign", "win", "secure", "land", "announce", "ink", "close", "book", "add"})


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
    status = Status.SIGNED if status is Status.FUNDED else status
    if status is Status.SIGNED and clause.verb in _ENDED:
        status = Status.TERMINATED
    if status is not None:
        yield from build(
            reading,
            label,
            instrument=instrument,
            sources=customers,
            targets=providers,
            status=status,
            amount=amount_of(reading, clause.money),
        )
