"""What a contract between two parties is for: space, computing, goods, or left open.

Not here: finding contracts (`contracts`, `clause_claims`), which of the two buys (`buying`), the
goods' own words (`goods`).
"""

import re

from graphbuild.extract.grammar.goods import goods_instrument
from graphbuild.extract.grammar.parties import Mention
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.trade.buying import BUYER_TALK, LEASE, UTILITY
from graphbuild.records.instrument import InstrumentId

_CALLED_LEASE = re.compile(r"(?:The|This) (?:[\w-]+,? ){0,4}?(?:colocation|co-location|lease)\b")
_OF_COMPUTING = re.compile(r"cloud|comput|GPU|inference|chip|suppl", re.IGNORECASE)


def contract_instrument(
    reading: Reading,
    match: re.Match[str],
    around: str,
    providers: list[Mention],
    following: tuple[Reading, ...] = (),
) -> InstrumentId:
    """The instrument of a matched contract, by its words, what stands around it and who provides.

    Parameters
    ----------
    around : the sentence with those of its paragraph that follow.
    following : the next sentences; a report's may call "the deal" a lease.
    """
    is_open = reading.is_news and not _OF_COMPUTING.search(match.group())
    next_told = [r for r in following[:1] if is_open and r.entry is reading.entry]
    if any(_CALLED_LEASE.match(later.text) for later in next_told):
        return InstrumentId.LEASE
    instrument = _by_goods(reading, match, around)
    if instrument is InstrumentId.SUPPLY_CONTRACT and _is_service(providers, around):
        instrument = InstrumentId.CLOUD_CONTRACT
    return _by_provider(instrument, providers, match.group())


def _by_goods(reading: Reading, match: re.Match[str], paragraph: str) -> InstrumentId:
    """A lease where the contract is called one; else by the goods, in the sentence or around it."""
    is_purchase = bool(BUYER_TALK.search(match.group().lower()))
    ahead = match.string[match.end() : match.end() + 90]
    told = match.group() + match.string[match.end() : match.end() + 160]
    is_space = not reading.is_news and _SPACE.search(told)
    if is_space or LEASE.search(match.group()):
        return InstrumentId.LEASE
    for words in (
        (match.group(), ahead) if is_purchase else (match.group(), ahead, reading.text, paragraph)
    ):
        kind = goods_instrument(words)
        if kind is not InstrumentId.PURCHASE_COMMITMENT:
            return kind
    return InstrumentId.PURCHASE_COMMITMENT


_SPACE = re.compile(
    r"(?<!cloud )(?<!web )(?<!website )\bhosting (?:services? |capacity |facility |space )?"
    r"(?:agreement|contract|arrangement)|\bco-?mining\b|\bmining services? agreement|"
    r"\b(?:mining|hosting) capacity\b",
    re.IGNORECASE,
)
"""Space with power for machines of the customer's own, whatever the contract is called."""
GPU_SERVICE = re.compile(
    r"\bGPUs?\b(?s:.)*\b(?:services?|months?|years?|annuali[sz]ed|MSA|lease)\b"
)


def _is_service(providers: list[Mention], around: str) -> bool:
    """Whether the filer serves others with processors it keeps, for a time, and sells none."""
    return all(p.is_filer for p in providers) and bool(GPU_SERVICE.search(around))


_SERVICE = re.compile(r"cloud|comput(?:e|ing) (?:power|capacity|services)|services", re.IGNORECASE)


def _by_provider(instrument: InstrumentId, providers: list[Mention], words: str) -> InstrumentId:
    """What is bought of a cloud is a service, of a maker of chips goods, of a host space."""
    kinds = {provider.kind for provider in providers}
    if instrument is InstrumentId.LEASE or len(kinds) != 1:
        return instrument
    kind = kinds.pop()
    if all(UTILITY.search(provider.name) for provider in providers):
        return InstrumentId.SUPPLY_CONTRACT
    if kind in {"hyperscaler", "neocloud"}:
        return InstrumentId.CLOUD_CONTRACT
    if kind in {"chipmaker", "supplier"} and not _SERVICE.search(words):
        return InstrumentId.SUPPLY_CONTRACT
    is_space = kind == "host" and re.search(r"colocation|data cent", words, re.IGNORECASE)
    return InstrumentId.LEASE if is_space else instrument
