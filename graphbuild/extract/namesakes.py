"""Mentions of one sentence that are one party: a bank and its first word, a seller and its name.

Lives here: what is settled when all parties of a sentence are known. Not here: finding them
(`parties`), parties of other sentences (`epithets`, `subjects`).
"""

import re
from dataclasses import replace

from graphbuild.extract.parties import Mention


def settled(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The parties, those that another mention of the sentence names in full under that name."""
    found = list(mentions)
    whole = [_by_first_word(mention, found) for mention in found]
    return tuple(_called(text, whole))


_ONE = re.compile(r"(?:the seller|the lender|an?)\b", re.IGNORECASE)


def _by_first_word(mention: Mention, found: list[Mention]) -> Mention:
    """In "Alder Bank ..., and Alder has lent" the second is the bank of the same sentence."""
    if not mention.is_weak:
        return mention
    whole = [m for m in found if not m.is_weak and m.name.startswith(f"{mention.name} ")]
    same = len({m.name for m in whole}) == 1 and whole[0].start < mention.start
    return replace(mention, name=whole[0].name, is_weak=False) if same else mention


def _called(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions, where "the seller, Delta LLC," is one: Delta."""
    found: list[Mention] = []
    for mention in mentions:
        if found and found[-1].is_unnamed and _is_called(text, found[-1], mention):
            mention = replace(mention, start=found.pop().start)
        found.append(mention)
    return found


def _is_called(text: str, mention: Mention, following: Mention) -> bool:
    """Whether the next name says who "the seller" is: "to the seller, Delta LLC, in part"."""
    is_next = text[mention.end : following.start] == ", " and not following.is_weak
    is_aside = text.startswith((",", " ("), following.end)
    return is_next and is_aside and bool(_ONE.match(mention.name)) and not following.is_unnamed
