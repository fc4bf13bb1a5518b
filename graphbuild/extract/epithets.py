"""Whom a report means by "the company" or "the software giant": a party it has named before.

Lives here: the epithets, and the one party of the story each can stand for. Not here: "it" and "the
company" at the head of a sentence (`subjects`), "we" and "the Company" of filings (`parties`).

Flow: text, parties found in it, parties named before -> the same parties with epithets resolved.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from graphbuild.extract.names import without_legal_form
from graphbuild.extract.parties import Mention

_PLAIN = re.compile(
    r"\b[Tt]he (?:company|firm|group)\b(?P<tail>['’]s)?(?! (?:of|behind|that|which|whose)\b)"
)
_OBJECT_BEFORE = re.compile(r"\b(?:with|from|to|in|into|of|by|for|and) $")
_BY_KIND: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = tuple(
    (re.compile(rf"\b[Tt]he {words}\b(?P<tail>['’]s)?(?! [A-Z])"), frozenset(kinds.split()))
    for words, kinds in (
        (
            r"(?:(?:US|U\.S\.|American|big|Big) )?(?:software|tech|technology|search|internet|"
            r"e-commerce|social[- ]media|cloud|Big Tech) (?:giant|company|group|titan|behemoth)"
            r"|the hyperscaler",
            "hyperscaler",
        ),
        (
            r"(?:(?:US|U\.S\.|AI|artificial intelligence|world's largest) )*(?:chip ?maker|chip "
            r"(?:maker|giant|designer|company|group|firm)|semiconductor (?:company|giant|maker)|"
            r"GPU maker)",
            "chipmaker",
        ),
        (
            r"(?:ChatGPT|Claude|Grok) (?:maker|developer|creator|owner)|(?:AI|artificial[- "
            r"]intelligence) (?:lab|start-?up|developer|company)",
            "ai_lab",
        ),
        (
            r"(?:AI )?(?:neocloud|cloud[- ](?:computing )?(?:provider|company|start-?up|operator|"
            r"firm))",
            "neocloud",
        ),
        (
            r"(?:(?:former|bitcoin|crypto|Bitcoin)[ -])*(?:miner|data[- ]cent(?:er|re) "
            r"(?:operator|developer|company|owner|firm|builder))",
            "host neocloud",
        ),
    )
)  # fmt: skip


def _key(mention: Mention) -> str:
    return without_legal_form(mention.name).lower()


def _only(mentions: Iterable[Mention]) -> Mention | None:
    """The one company that all of the mentions name, or nobody."""
    kept = {_key(m): m for m in mentions}
    return next(iter(kept.values())) if len(kept) == 1 else None


def _is_named(mention: Mention) -> bool:
    return not (mention.is_unnamed or mention.is_weak or mention.is_agent)


def _resolved(
    text: str, found: tuple[Mention, ...], named: Collection[Mention], subject: Mention | None
) -> Iterator[Mention]:
    here = [m for m in found if _is_named(m)]
    for match in _PLAIN.finditer(text):
        before = [m for m in here if m.end <= match.start()]
        if not before or _OBJECT_BEFORE.search(text, 0, match.start()):
            # "Corvid has another deal with the company": nobody deals with himself.
            others = not before or (subject and _key(subject) not in {_key(m) for m in before})
            yield from _again(subject if others else None, match)
        else:
            yield from _again(_only(before), match)
    for pattern, kinds in _BY_KIND:
        for match in pattern.finditer(text):
            before = [*named, *(m for m in here if m.end <= match.start())]
            yield from _again(_only(m for m in before if m.kind in kinds), match)


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
    again = [m for m in _resolved(text, found, named, subject)]
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
