"""Brackets of a sentence that say nothing of its deal and are left out.

Not here: the marks (`masking`).
"""

import re

from graphbuild.extract.grammar.amounts import MoneySpan

_BRACKETS = re.compile(r"\s?\([^()]*\)|\s?\[[^\[\]]*\]")
_COLLECTIVE = re.compile(r"\b(?:joint ventures?|entit(?:y|ies)|vehicles?)\s?$")


def dropped_brackets(text: str, money: tuple[MoneySpan, ...]) -> list[tuple[int, int]]:
    """Brackets to leave out: all but those that hold the only statement of an amount."""
    dropped = []
    for match in _BRACKETS.finditer(text):
        inside = any(match.start() < m.figure_start < match.end() for m in money)
        repeats = any(0 <= match.start() - m.end <= 2 for m in money)
        if _COLLECTIVE.search(text, max(0, match.start() - 60), match.start()):
            opening = match.start() + 1 + len(_opening(match.group()))
            dropped += [(match.start() + 1, opening), (match.end() - 1, match.end())]
        elif (not inside or repeats) and not _BACKED.match(match.group()):
            dropped.append(match.span())
    return dropped


_BACKED = re.compile(r"\s?\((?:(?:which|who) is |also )?backed by ")
"""Who backs a company often stands in brackets only; `simplified` leaves them out."""


def _opening(bracket: str) -> str:
    """The words of a definition before the name it gives: "(collectively, the "."""
    match = re.match(r"\s?\((?:[a-z ,]*?)(?:the )?[“\"']?(?=[A-Z])", bracket)
    return match.group()[1:] if match else bracket[1:]
