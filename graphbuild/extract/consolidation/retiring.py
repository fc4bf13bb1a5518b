"""What a new debt repays: the facilities that a sentence says it refinances in full.

Accepts "used the proceeds to repay in full the DDTL 1.0 Facility" and "to refinance the 2028 Term
Loan"; refuses "to repay a portion of the DDTL 1.0 Facility". Which deal is meant is for `resolve`.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from graphbuild.records.claim import Claim
from graphbuild.records.instrument import Family, instrument

_VERB = (
    r"(?:refinanc(?:e|ed|es|ing)|repa(?:y|id|ys|ying)|redeem(?:ed|s|ing)?|retir(?:e|ed|es|ing)"
    r"|pay(?:ing)? off|paid off|terminat(?:e|ed|es|ing))"
)
_FILLING = (
    r"(?: and (?:terminat|retir|cancel)\w+)?(?: in full| fully)?(?: all| the)*"
    r"(?: (?:amounts?|balance|borrowings|obligations|indebtedness))?(?: then)?(?: outstanding)?"
    r"(?: under| of)?(?: the| its| our)*(?: existing| outstanding| prior| remaining)?"
)
_NAME = (
    r"(?P<name>(?:[A-Z0-9][\w.%&/-]* ){0,6}(?:Facilit(?:y|ies)|Loans?|Notes?|Agreement|Revolver))"
)
_RETIRES = re.compile(rf"\b(?i:{_VERB})(?i:{_FILLING}) {_NAME}")
_IN_PART = re.compile(r"\b(?:portion|part|some|partially|certain)\b", re.IGNORECASE)
_WHILE_NEW = re.compile(r"\b(?:proceeds|refinanc|replac|used|use|repay|repaid)", re.IGNORECASE)


def with_retired(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims, where those of new debt name what the same sentence says they repay."""
    return tuple(_with_retired(claim) for claim in claims)


def retired_in(words: str) -> tuple[str, ...]:
    """Names of facilities that are repaid in full, in order of appearance.

    >>> retired_in("The proceeds were used to repay in full the DDTL 1.0 Facility.")
    ('DDTL 1.0 Facility',)
    >>> retired_in("The proceeds were used to repay a portion of the DDTL 1.0 Facility.")
    ()
    """
    if not _WHILE_NEW.search(words):
        return ()
    found = (match for match in _RETIRES.finditer(words) if not _IN_PART.search(match.group()))
    return tuple(dict.fromkeys(match.group("name") for match in found))


def _with_retired(claim: Claim) -> Claim:
    if instrument(claim.instrument).family is not Family.DEBT or claim.terms.deal_key:
        return claim
    names = tuple(name for name in retired_in(claim.citation.quote) if name != claim.terms.facility)
    return replace(claim, terms=replace(claim.terms, retires=names)) if names else claim
