"""What documents tell of parties before anyone is resolved: identifiers, and lists that tell apart.

Lives here: reading mentions. Not here: what follows from them (`registry`).
"""

from collections import defaultdict
from collections.abc import Iterable

from graphbuild.records.claim import Claim, PartyMention, Role
from graphbuild.records.entity import Entity
from graphbuild.records.identifiers import is_lei
from graphbuild.records.instrument import InstrumentId
from graphbuild.resolve.names import legal_form, name_key

KINDS = ("cik", "lei", "ticker")
"""Identifiers in the order of trust."""


def identifiers(party: PartyMention | Entity) -> tuple[str, ...]:
    """Points such as ``cik:1769628`` for what is given with a name, most trusted first.

    An identifier with wrong check digits is none.
    """
    if not (party.cik or party.lei or party.ticker):
        return ()
    found = []
    if party.cik:
        found.append(f"cik:{party.cik.lstrip('0')}")
    if party.lei and is_lei(party.lei):
        found.append(f"lei:{party.lei}")
    if party.ticker:
        found.append(f"ticker:{party.ticker.upper()}")
    return tuple(found)


def told_apart(claims: Iterable[Claim]) -> frozenset[str]:
    """Name keys that one owner's list of companies gives twice, with different legal forms.

    "Securities plc" and "Securities LLC" in one list are two companies, whatever people call them.
    """
    forms: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for claim in claims:
        if claim.instrument is InstrumentId.OWNERSHIP:
            owner = "+".join(party.name for party in claim.with_role(Role.SOURCE))
            for party in claim.with_role(Role.TARGET):
                if not party.is_unnamed and (form := legal_form(party.name)):
                    forms[claim.citation.document_id, owner, name_key(party.name)].add(form)
    return frozenset(key for (_, _, key), found in forms.items() if len(found) > 1)
