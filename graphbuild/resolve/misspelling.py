"""Deals that are probably one deal under a misspelt name: shown with the doubt, not added.

A name nobody knows is never merged with one it resembles. But where the other side, the kind of
contract and the figure agree too, counting both would count one deal twice; the one whose name is
told less often is shown until people judge.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import Levenshtein

from graphbuild.records.deal import Deal, Standing
from graphbuild.resolve.agreement import ASK, compare_claims, instrument_kind
from graphbuild.resolve.candidates import is_other_in_series
from graphbuild.resolve.matching import Reading
from graphbuild.resolve.names import name_key
from graphbuild.resolve.registry import Registry
from graphbuild.resolve.rounding import is_thousandfold

_SLIPS = 2
"""Letters put in, left out or exchanged, up to which one spelling may be a slip of the other."""
_MOST = 200
"""Deals of one party and kind that are compared with each other; beyond, nothing is guessed."""


def misspelt(
    deals: Mapping[str, Deal], readings: Mapping[str, Sequence[Reading]], registry: Registry
) -> list[tuple[str, str]]:
    """Ids of deals that may be another deal under a misspelt name, with the reason.

    Parameters
    ----------
    readings : by deal id.
    """
    ends: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for deal_id, deal in sorted(deals.items()):
        is_plain = len(deal.sources) == len(deal.targets) == 1 and deal.share is None
        if is_plain and deal.standing is Standing.COUNTED and deal.amount.is_disclosed:
            kind = instrument_kind(deal.instrument)
            for side, party in (("source", deal.sources[0]), ("target", deal.targets[0])):
                for spelling in _spellings(party, registry):
                    ends[side, kind, spelling].append(deal_id)
    told = _times_told(readings)
    found: dict[str, str] = {}
    for _, ids in sorted(ends.items()):
        if 1 < len(ids) <= _MOST:
            pairs = ((left, right) for i, left in enumerate(ids) for right in ids[i + 1 :])
            for left, right in pairs:
                names = _resembling(deals[left], deals[right], registry)
                if names and _tell_one_story(readings[left], readings[right]):
                    rarer, other = sorted((left, right), key=lambda key: _weight(deals[key], told))
                    found.setdefault(rarer, f"may be {other}: {names}; 'graphbuild judge' decides")
    return sorted(found.items())


def _spellings(party: str, registry: Registry) -> set[str]:
    """The party itself, and the ends of its name, so that a slip on this side is met too."""
    words = name_key(registry.entities[party].name).replace(" ", "")
    return {party, f"{words[:5]}-", f"-{words[-5:]}"}


def _times_told(readings: Mapping[str, Sequence[Reading]]) -> dict[str, int]:
    told: dict[str, int] = defaultdict(int)
    for group in readings.values():
        for reading in group:
            for party in (*reading.sources, *reading.targets):
                told[party] += 1
    return told


def _weight(deal: Deal, told: Mapping[str, int]) -> tuple[int, int, str]:
    """How well known the parties and the deal are; the least known comes first."""
    parties = (*deal.sources, *deal.targets)
    return min(told[party] for party in parties), deal.evidence_count, deal.deal_id


def _resembling(left: Deal, right: Deal, registry: Registry) -> str:
    """The pairs of names that resemble each other, where all ends are the same or resemble."""
    words = []
    for ours, theirs in ((left.sources, right.sources), (left.targets, right.targets)):
        if ours[0] == theirs[0]:
            continue
        one, other = registry.entities[ours[0]], registry.entities[theirs[0]]
        is_settled = not one.is_provisional and not other.is_provisional
        if is_settled or one.is_group or other.is_group or not _is_like(one.name, other.name):
            return ""
        if (one.cik and other.cik and one.cik != other.cik) or (one.lei and other.lei):
            return ""
        words.append(f"{one.name!r} and {other.name!r} resemble each other")
    return ", ".join(words)


def _is_like(left: str, right: str) -> bool:
    ours, theirs = name_key(left), name_key(right)
    if is_other_in_series(ours, theirs):
        return False
    one, other = ours.replace(" ", ""), theirs.replace(" ", "")
    return min(len(one), len(other)) >= 6 and Levenshtein.distance(one, other) <= _SLIPS


def _tell_one_story(left: Iterable[Reading], right: Iterable[Reading]) -> bool:
    """Whether any two claims would be asked about if they were between the same parties."""
    for ours in left:
        for theirs in right:
            a, b = ours.claim, theirs.claim
            found = compare_claims(a, b, has_unnamed=False)
            if not found.bar and (found.points >= ASK or is_thousandfold(a.amount, b.amount)):
                return True
    return False
