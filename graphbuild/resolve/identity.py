"""What makes two names one party: a graph of reasons that refuses to contradict itself.

Points are ``id:openai`` (a row people wrote), ``cik:1769628``, ``lei:...``, ``ticker:CRWV`` and
``name:coreweave`` (plain). A link says that two points are one party, and why. A link that would
put two ids, CIKs or LEIs into one party, or two points that people judged different, is refused,
and the refusal tells the path of links that leads from one to the other.

Lives here: the graph. Not here: which links there are (`registry`).
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

_ONE_OF_EACH = ("id", "cik", "lei")
"""Kinds of points of which one party has at most one."""
_TWO = {
    "id": "are rows of their own",
    "cik": "are two filers of the SEC",
    "lei": "are two legal entities of the register",
}


@dataclass(frozen=True, slots=True)
class Link:
    """Two points that are one party, with the reason."""

    left: str
    right: str
    reason: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A link that was not made: the two points that must stay apart, and what joins them."""

    link: Link
    apart: tuple[str, str]
    why: str
    path: tuple[Link, ...]

    def __str__(self) -> str:
        return f"{self.apart[0]} and {self.apart[1]} {self.why}; {path_in_words(self.path)}"


def path_in_words(path: Iterable[Link]) -> str:
    """Links one after the other, each with its reason."""
    return ", ".join(f"{link.left} = {link.right} ({link.reason})" for link in path)


class Identities:
    """Points and links; equal links in equal order give equal parties."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._links: dict[str, list[Link]] = {}
        self._apart: dict[str, dict[str, str]] = {}

    def __contains__(self, point: str) -> bool:
        return point in self._parent

    def root(self, point: str) -> str:
        """The point that stands for the party; a new point is a party of its own."""
        if point not in self._parent:
            self._parent[point] = point
            self._members[point] = [point]
        while self._parent[point] != point:
            self._parent[point] = self._parent[self._parent[point]]
            point = self._parent[point]
        return point

    def members(self, point: str) -> list[str]:
        """All points of the party, sorted."""
        return sorted(self._members[self.root(point)])

    def one(self, point: str, kind: str) -> str | None:
        """What follows the colon of the party's first point of a kind, or ``None``."""
        start = f"{kind}:"
        found = [p for p in self._members[self.root(point)] if p.startswith(start)]
        return min(found).partition(":")[2] if found else None

    def keep_apart(self, left: str, right: str, why: str) -> None:
        """Refuse every later link that would make these two one party."""
        self._apart.setdefault(left, {})[right] = why
        self._apart.setdefault(right, {})[left] = why

    def join(self, left: str, right: str, reason: str) -> Refusal | None:
        """Make two points one party, or say why not."""
        link = Link(left, right, reason)
        one, other = self.root(left), self.root(right)
        if one == other:
            return None
        clash = self._clash(one, other)
        if clash is not None:
            first, second, why = clash
            path = (*self.path(first, left), link, *self.path(right, second))
            return Refusal(link, (first, second), why, path)
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        self._parent[other] = one
        self._members[one] += self._members.pop(other)
        self._links.setdefault(left, []).append(link)
        self._links.setdefault(right, []).append(link)
        return None

    def path(self, start: str, end: str) -> tuple[Link, ...]:
        """The shortest chain of links from one point to another; empty if there is none."""
        came: dict[str, tuple[str, Link] | None] = {start: None}
        queue = deque([start])
        while queue and end not in came:
            point = queue.popleft()
            for link in self._links.get(point, ()):
                other = link.right if link.left == point else link.left
                if other not in came:
                    came[other] = (point, link)
                    queue.append(other)
        found = []
        step = came.get(end)
        while step is not None:
            found.append(step[1])
            step = came[step[0]]
        return tuple(reversed(found))

    def _clash(self, one: str, other: str) -> tuple[str, str, str] | None:
        """Two points of two parties that must not be one, and why."""
        left, right = self._members[one], self._members[other]
        for kind in _ONE_OF_EACH:
            ours = min((p for p in left if p.startswith(f"{kind}:")), default=None)
            theirs = min((p for p in right if p.startswith(f"{kind}:")), default=None)
            if ours is not None and theirs is not None:
                return ours, theirs, _TWO[kind]
        small, large = sorted((left, right), key=len)
        others = set(large)
        for point in sorted(small):
            for foe in sorted(self._apart.get(point, ())):
                if foe in others:
                    return point, foe, self._apart[point][foe]
        return None
