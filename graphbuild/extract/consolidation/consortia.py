"""Who those are that nobody names: the public, investors, or a consortium of which some are named.

Accepts: "Lumen raised $505 million." above "The round was led by Alder.": a consortium's sum.
Accepts: "Lumen seeks $2 billion ahead of a planned IPO.": investors, not yet the public.

Lives here: labels that other words of the quote, or other claims of the document, settle. Not here:
the wordings (`rounds`, `offerings`), labels as sentences give them (`parties`).

Flow: Claim* of one document -> Claim*.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from graphbuild.extract.grammar.names import plain_name
from graphbuild.records.claim import Claim, PartyMention, Role, Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_NOT_PUBLIC = re.compile(
    r"\bpre-IPO\b|\bexisting (?:share|stock)holders\b|"
    r"\b(?:ahead of|before|prior to) (?:an? |its |the )?(?:\w+ )?(?:IPO\b|initial public|listing)",
    re.IGNORECASE,
)
_PREFERRED = re.compile(
    r"\bpreferred (?:stock|shares|equity)\b|\bequity financing\b", re.IGNORECASE
)
_OFFERED = re.compile(
    r"\bpublic\b|\bregistered\b|\bunderw|\bofferings?\b|at[- ]the[- ]market|\b(?:ATM|IPO|common)\b",
    re.IGNORECASE,
)
_OF_ROUND = re.compile(
    r"\b(?:led|leads|leading|co-led|anchored|round|participa\w+|joined|series [a-h]|partnering|"
    r"from investors)\b|-led\b",
    re.IGNORECASE,
)
"""A member's own words: those of a backer, or of a stake bought at another time, are none."""
_Round = tuple[str | None, str]


def with_investors(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims; sums of equity come from a consortium, investors or the public, as told."""
    told = tuple(claims)
    equity = [c for c in told if c.instrument is InstrumentId.EQUITY]
    sums = Counter(_round(c) for c in equity if _is_sum(c))
    members = [
        c
        for c in equity
        if not (c.amount.is_disclosed or c.share is not None or c.status is Status.TERMINATED)
        and _OF_ROUND.search(c.citation.quote)
        and not any(p.is_unnamed for p in c.with_role(Role.SOURCE))
    ]
    shared = [c for c in members if sums[_round(c)] == 1]
    return tuple(_relabelled(c, shared) for c in told)


def _round(claim: Claim) -> _Round:
    target = claim.with_role(Role.TARGET)[0]
    return claim.citation.item, plain_name(target.name)


def _is_sum(claim: Claim) -> bool:
    """Whether investors without a name are told to give a sum, of which no round is a part."""
    is_theirs = _is_of(claim, "investors") and claim.amount.is_disclosed
    is_theirs = is_theirs and claim.measure is not Measure.RECOGNISED  # "brings its total to"
    return is_theirs and not _OF_OTHERS.search(claim.citation.quote)


_OF_OTHERS = re.compile(r"\bincluding an?\b|\b(?:after|follow(?:s|ed|ing)) an? [$€£]")


def _is_of(claim: Claim, label: str) -> bool:
    return all(p.is_unnamed and p.name == label for p in claim.with_role(Role.SOURCE))


def _is_shared(claim: Claim, members: Iterable[Claim]) -> bool:
    """Whether somebody near by is told to be of the round."""
    start = claim.citation.start
    return any(
        _round(m) == _round(claim) and abs(m.citation.start - start) < _NEAR for m in members
    )


_NEAR = 1500


def _relabelled(claim: Claim, shared: list[Claim]) -> Claim:
    if claim.instrument is not InstrumentId.EQUITY:
        return claim
    if _is_sum(claim) and _is_shared(claim, shared):
        return _by(claim, "consortium")
    quote = claim.citation.quote
    is_private = _PREFERRED.search(quote) and not _OFFERED.search(quote)
    if _is_of(claim, "public-investors") and (is_private or _NOT_PUBLIC.search(quote)):
        return _by(claim, "investors")
    return claim


def _by(claim: Claim, label: str) -> Claim:
    parties: tuple[PartyMention, ...] = tuple(
        replace(p, name=label) if p.role is Role.SOURCE else p for p in claim.parties
    )
    return replace(claim, parties=parties)
