"""Known entities that an unknown name resembles: proposals for people, each with its reason.

Names are compared only within blocks (a word of both begins or ends alike; where that is too many,
two words or both ends of one do) of a bounded size, so that the work grows with the names and not
with their square. Vehicles of one series differ by their number alone and are never proposed for
each other. Nothing here merges anything.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from rapidfuzz import fuzz, process

from graphbuild.records.entity import Entity

_LIKE_ENOUGH = 88.0
"""Similarity (0-100) from which a known name is shown as a candidate for an unknown one."""
_MOST_COMPARED = 300
"""Names of the smallest blocks that one unknown name is compared with."""
_SERIES = re.compile(r"(?:\d+|[ivx]+)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known entity that an unresolved name resembles; `score` runs from 0 to 100."""

    name: str
    entity_id: str
    candidate_id: str
    score: float
    reason: str = ""


def find_candidates(
    unknown: Iterable[tuple[str, Entity]], known: Mapping[str, str]
) -> list[Candidate]:
    """Up to three candidates a name, best first.

    Parameters
    ----------
    unknown : plain names with the provisional entity each stands for.
    known : entity id by plain name.
    """
    blocks = _blocks(known, 1)
    crowded = {key for (key,), names in blocks.items() if len(names) > _MOST_COMPARED}
    pairs = _blocks((n for n in known if not crowded.isdisjoint(_block_keys(n))), 2)
    best: dict[tuple[str, str], Candidate] = {}
    for plain, entity in unknown:
        for name, score, _ in process.extract(
            plain, _near(plain, blocks, pairs), scorer=fuzz.token_set_ratio, limit=3
        ):
            pair = (entity.entity_id, known[name])
            is_better = pair not in best or best[pair].score < score
            if score >= _LIKE_ENOUGH and is_better and not is_other_in_series(plain, name):
                found = Candidate(entity.name, *pair, round(score, 1), _reason(plain, name))
                best[pair] = found
    return sorted(best.values(), key=lambda c: (-c.score, c.entity_id, c.candidate_id))


def is_other_in_series(left: str, right: str) -> bool:
    """Whether two plain names differ in their numbers: "acquisition iv" and "acquisition vii"."""
    ours, theirs = _numbers(left), _numbers(right)
    return bool(ours and theirs and ours != theirs)


@lru_cache(maxsize=1 << 18)  # names meet again and again
def _numbers(name: str) -> tuple[str, ...]:
    return tuple(word for word in name.split() if _SERIES.fullmatch(word))


def _blocks(names: Iterable[str], together: int) -> dict[tuple[str, ...], list[str]]:
    """Names by each so many of their keys."""
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(names):
        for keys in combinations(sorted(_block_keys(name)), together):
            found[keys].append(name)
    return found


def _near(
    plain: str,
    blocks: Mapping[tuple[str, ...], Sequence[str]],
    pairs: Mapping[tuple[str, ...], Sequence[str]],
) -> list[str]:
    """Names of the smallest blocks; where even the smallest is crowded, of those of two keys."""
    keys = sorted(_block_keys(plain))
    return _smallest(blocks, combinations(keys, 1)) or _smallest(pairs, combinations(keys, 2))


def _smallest(
    blocks: Mapping[tuple[str, ...], Sequence[str]], keys: Iterable[tuple[str, ...]]
) -> list[str]:
    found: set[str] = set()
    for key in sorted(keys, key=lambda key: (len(blocks.get(key, ())), key)):
        if len(found) + len(blocks.get(key, ())) > _MOST_COMPARED:
            break
        found.update(blocks.get(key, ()))
    return sorted(found)


def _block_keys(name: str) -> set[str]:
    words = [word for word in name.split() if not _SERIES.fullmatch(word)] or name.split()
    return {f"{word[:3]}-" for word in words} | {f"-{word[-3:]}" for word in words}


def _reason(plain: str, name: str) -> str:
    ours, theirs = set(plain.split()), set(name.split())
    parts = []
    for label, words in (
        ("both have", ours & theirs),
        ("only the unknown has", ours - theirs),
        ("only the known has", theirs - ours),
    ):
        if words:
            parts.append(f"{label} {' '.join(sorted(words))!r}")
    return "; ".join(parts)
