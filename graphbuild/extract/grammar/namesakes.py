"""Two mentions side by side that are one party: "the seller, Delta LLC, in part".

Lives here: settling them when all parties of a sentence are known. Not here: finding parties
(`parties`), short names (`short_names`), parties of other sentences (`epithets`, `subjects`).
"""

import re
from dataclasses import replace

from graphbuild.extract.grammar.parties import Mention


def settled(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The parties, where "the seller, Delta LLC," is one: Delta."""
    found: list[Mention] = []
    for mention in mentions:
        if found and found[-1].is_unnamed and _is_called(text, found[-1], mention):
            mention = replace(mention, start=found.pop().start)
        found.append(mention)
    return tuple(found)


_ONE = re.compile(r"(?:the seller|the lender|an?)\b", re.IGNORECASE)


def _is_called(text: str, mention: Mention, following: Mention) -> bool:
    """Whether the next name says who "the seller" is: "to the seller, Delta LLC, in part"."""
    is_next = text[mention.end : following.start] == ", " and not following.is_weak
    is_aside = text.startswith((",", " ("), following.end)
    return is_next and is_aside and bool(_ONE.match(mention.name)) and not following.is_unnamed
