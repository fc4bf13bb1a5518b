"""Whom a report means by "the company" or "the software giant": a party it has named before.

Lives here: the one party of the story an epithet can stand for. Not here: the words (`called`),
"it" and "the company" at the head of a sentence (`subjects`), "we" and "the Company" of filings
(`parties`).

Flow: text, parties found in it, parties named before -> the same parties with epithets resolved.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from graphbuild.extract.grammar.called import BY_KIND
from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.parties import Mention

_PLAIN = re.compile(
    r"\b[Tt]he (?:same )?(?:company|firm|group|start-?up)\b(?P<tail>['’]s)?"
    r"(?! (?:of|behind|that|which|whose)\b)"
)
_REPORTS = re.compile(
    r"(?: has| have| had)? (?:said|says|announced|announces|disclosed|revealed|confirmed) "
    r"(?:[A-Z]\w+ |on [A-Z]\w+ )?that "
)
_GOES_ON = re.compile(r" (?:also )?[a-z]+ing\b")
"""In "with the company signing a lease" it acts."""
_OF_DEAL = re.compile(r" (?:deal|agreement|announcement|news|partnership|transaction|pact)\b")
"""After "the Corvid deal" the company is not Corvid."""
_OBJECT_BEFORE = re.compile(
    r"\b(?:with|from|to|in|into|of|by|for|and|buy|buys|bought|acquires?|acquired|purchased|own) $"
)


def _only(mentions: Iterable[Mention]) -> Mention | None:
    """The one company that all of the mentions name, or nobody."""
    kept = {plain_name(m.name): m for m in mentions}
    return next(iter(kept.values())) if len(kept) == 1 else None


def _resolved(
    text: str, found: tuple[Mention, ...], named: Collection[Mention], subject: Mention | None
) -> Iterator[Mention]:
    here = [m for m in found if m.is_certain and not _OF_DEAL.match(text, m.end)]
    for match in _PLAIN.finditer(text):
        before = [m for m in here if m.end <= match.start()]
        if len(before) > 1 and _REPORTS.match(text, before[0].end):
            # "Tidepool disclosed that Corvid will take a stake in the company".
            yield from _again(before[0], match)
        elif not before or (
            _OBJECT_BEFORE.search(text, 0, match.start()) and not _GOES_ON.match(text, match.end())
        ):
            # "Corvid has another deal with the company": nobody deals with himself.
            others = not before or (
                subject and plain_name(subject.name) not in {plain_name(m.name) for m in before}
            )
            meant = subject if others else _other(text, match, named, before)
            is_later = meant and any(_is_same(m, meant) and m.start > match.end() for m in here)
            yield from _again(None if is_later else meant, match)
        else:
            yield from _again(_only(before), match)
    for pattern, kinds in BY_KIND:
        for match in pattern.finditer(text):
            before = [*named, *(m for m in here if m.end <= match.start())]
            yield from _again(_only(m for m in before if m.kind in kinds), match)


_STAKE_BEFORE = re.compile(r"\b(?:stake|interest|shares|invest(?:ed|s|ing|ment)?) (?:in|of) $")


def _other(
    text: str, match: re.Match[str], named: Collection[Mention], before: list[Mention]
) -> Mention | None:
    """In whom a party takes a stake, "in the company": the only other one of the story."""
    if not _STAKE_BEFORE.search(text, 0, match.start()):
        return None
    return _only(m for m in named if m.is_certain and not any(_is_same(m, b) for b in before))


def _is_same(mention: Mention, other: Mention) -> bool:
    return plain_name(mention.name) == plain_name(other.name)


def _again(meant: Mention | None, match: re.Match[str]) -> Iterator[Mention]:
    if meant is not None:
        start, end = match.span()
        yield replace(
            meant,
            start=start,
            end=end,
            as_written=match.group(),
            is_possessive=bool(match.group("tail")),
            is_again=True,
        )


def with_epithets(
    text: str, found: tuple[Mention, ...], named: Collection[Mention], subject: Mention | None
) -> tuple[Mention, ...]:
    """The parties, and those that an epithet names again.

    Parameters
    ----------
    named : parties the story has named so far; an epithet of a kind ("the chipmaker") stands for
        the only one of that kind.
    subject : whom the sentence before was about, for "the company" before any name.
    """
    again = list(_resolved(text, found, named, subject))
    if not again:
        return found
    kept = [
        m
        for m in found
        if not any(
            a.start < m.end and m.start < a.end and (m.is_unnamed or m.is_weak) for a in again
        )
    ]
    taken = [(m.start, m.end) for m in kept]
    kept += [a for a in again if not any(s < a.end and a.start < e for s, e in taken)]
    return tuple(sorted(kept, key=lambda m: m.start))
