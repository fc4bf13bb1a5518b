"""What the words beside a party call it: a customer, a cloud provider, a utility, an operator.

Not here: which of two parties buys (`buying`), what a company is known to be (`Context.kinds`).
"""

import re

from graphbuild.extract.sentences.claiming import mentions_in
from graphbuild.extract.sentences.reading import Reading

_CUSTOMER_BEFORE = re.compile(r"(?:customers?|clients?|tenants?)\s*$")

_PROVIDER_BEFORE = re.compile(
    r"(?:providers?|infrastructure (?:group|company|firm|startup|specialist)|"
    r"suppliers?|vendors?|manufacturers?|chip ?makers?|landlords?|"
    r"hyperscaler|neocloud|foundry"
    r"|cloud (?:company|firm|startup|operator|service)|data[- ]cent(?:er|re) "
    r"(?:operator|company|developer|firm)|(?:bitcoin )?miner|utility|developer)\s*$"
)

_APPOSITION = re.compile(
    r"^,? (?:an?|the|one of)\b[^,<>]{0,60}\b(?:owners?|operators?|providers?|"
    r"developers?|neocloud|miners?|suppliers?|manufacturers?|landlord)\b"
)

_UTILITY_BEFORE = re.compile(r"\butility $")
_PLANT = re.compile(
    r"\b(?:fuel cells?|turbines?|transformers?|generators?|batter(?:y|ies)|switchgear|reactors?)\b"
)


def _described(reading: Reading, mark: str, pattern: re.Pattern[str]) -> bool:
    before = reading.plain[: reading.plain.find(mark)]
    return bool(pattern.search(before[-40:].lower()))


def is_customer(reading: Reading, mark: str) -> bool:
    """Whether the party is called a customer or tenant, or has no other name."""
    mention = mentions_in(reading, mark)[0]
    words = mention.name.lower()
    is_called = mention.is_unnamed and re.search(r"customer|client|tenant|hyperscaler", words)
    return bool(is_called) or _described(reading, mark, _CUSTOMER_BEFORE)


def is_provider(reading: Reading, mark: str) -> bool:
    """Whether the party is called a provider, landlord or maker, or has no other name."""
    mention = mentions_in(reading, mark)[0]
    words = mention.name.lower()
    is_called = mention.is_unnamed and re.search(
        r"supplier|vendor|provider|landlord|manufac", words
    )
    return bool(is_called) or _described(reading, mark, _PROVIDER_BEFORE)


def is_utility_buying(reading: Reading, mark: str) -> bool:
    """Whether the party is called a utility and the goods make power: those it buys."""
    return _described(reading, mark, _UTILITY_BEFORE) and bool(_PLANT.search(reading.plain))


def operates(reading: Reading, mark: str) -> bool:
    """Whether an apposition calls the party an owner, operator or provider of such things."""
    after = reading.full[reading.full.find(mark) + len(mark) :]
    return bool(_APPOSITION.match(after))
