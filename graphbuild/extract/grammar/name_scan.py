"""The words of a text as tokens, and what a name can be made of: the scan behind `names`.

Lives here: `Scan`, the index of known names. Not here: which runs are names (`names`), the lists of
words (`name_words`).
"""

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from graphbuild.extract.grammar.name_words import (
    AFTER_AND,
    CAPITAL_FORMS,
    INITIALS,
    LAST_FORMS,
    LEGAL_FORMS,
    LOWER_FORMS,
    NEVER_LAST,
    NUMBERED,
    OF_HEADS,
    ORGANISATION_WORDS,
    SHORT_NUMBER,
    TOKEN,
    WHOLE_FORMS,
    is_legal_form,
)

CAPITAL = re.compile(r"[A-ZÀ-Þ]|[a-z]{1,2}[A-Z]|\d+[A-Z]")
_ROMAN = re.compile(r"[IVX]{1,5}")
_LETTERED = re.compile(r"\d{1,2}[a-f]")
_LINKS = frozenset("&,.(")
_COUNTRY = re.compile(r"(?<!the )(?<![\w.-])(?:U\.S\.|USA?) $")
"""Letters that begin a name: "U.S. Alder Mining, Inc."; not a known one: "U.S. Corvid"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpan:
    """One name and where it stands; `is_known` names came from the list of known ones.

    `is_organisation` says a legal form or an organisation word ends it; other capitalised runs
    may be people, products or places, and a pattern must have a reason to take them.
    """

    name: str
    start: int
    end: int
    is_known: bool = False
    is_organisation: bool = False


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known names by their first word, longest first."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


def _same(word: str, known: str) -> bool:
    is_same = word.lower() == known.lower() and word[0].isupper() and len(known) > 2
    return is_same or word == known


class Scan:
    """One pass over the tokens of a text; guards the position."""

    def __init__(self, text: str, known: Gazetteer) -> None:
        self.text = text
        self.known = known
        self.tokens = [(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text)]
        self.lowered = [word.lower() for word, _, _ in self.tokens]

    def starts(self) -> list[int]:
        """Where a name may begin: nearly every word is a small one that begins none."""
        known = self.known.by_first
        return [
            index
            for index, (word, _, _) in enumerate(self.tokens)
            if word in known or not (word.islower() or word in _LINKS)
        ]

    def is_known_start(self, index: int) -> bool:
        """Whether a known name begins with a token's word."""
        return self.lowered[index] in self.known.by_first

    def known_at(self, index: int) -> tuple[str, int] | None:
        """The longest known name beginning at a token, and the index after it."""
        for words, name in self.known.by_first.get(self.lowered[index], ()):
            at = index
            for word in words:
                while at > index and at < len(self.tokens) and self.tokens[at][0] in ",.":
                    at += 1
                if at >= len(self.tokens) or not _same(self.tokens[at][0], word):
                    break
                at += 1
            else:
                return name, at
        return None

    def is_adjacent(self, index: int) -> bool:
        """Only a blank, a dot or a comma stands between this token and the one before."""
        gap = self.text[self.tokens[index - 1][2] : self.tokens[index][1]]
        return gap in {" ", "", "\xa0", "\n", ". "}

    def run_end(self, index: int) -> int:
        """Index after the capitalised run that begins at a token."""
        at = index + 1
        while at < len(self.tokens) and self.is_adjacent(at):
            step = 3 if self.is_place(at) else 1
            if step == 1 and not self.continues(at):
                break
            at += step
        while self.tokens[at - 1][0] in {",", "of", "&"}:
            at -= 1
        return at

    def continues(self, at: int) -> bool:
        """Whether a token can stand inside a name: a capital, or a link before another one."""
        word, before = self.tokens[at][0], self.tokens[at - 1][0]
        following = self.tokens[at + 1][0] if at + 1 < len(self.tokens) else ""
        if before == "." and self.lowered[at - 2] in LAST_FORMS and word[0].isupper():
            return is_legal_form(word)  # "a stake in Corvid Inc. Harrow said ..."
        if word == ",":
            return is_legal_form(following) or self.is_numbered(at + 1)
        if word == ".":
            is_short = is_legal_form(before) and before.lower() not in WHOLE_FORMS
            return is_short or len(before) == 1 or bool(INITIALS.fullmatch(before))
        if word == "of":
            return before.lower() in OF_HEADS and following[:1].isupper()
        if word[0].isdigit():
            return self.is_number(at) or bool(CAPITAL.match(word))
        if word == "&":
            return following[:1].isupper()
        if word == "and":
            return following.lower() in AFTER_AND and self.is_legal_next(at + 2)
        return bool(CAPITAL.match(word)) or (word in LOWER_FORMS and before[:1].isupper())

    def is_place(self, at: int) -> bool:
        """A country in brackets before a legal form: "Alder Ports (India) Ltd."."""
        words = [word for word, _, _ in self.tokens[at : at + 3]]
        if len(words) < 3 or words[0] != "(" or not is_legal_form(words[2]):
            return False
        return self.text[self.tokens[at + 1][2] : self.tokens[at + 2][1]] == ") "

    def is_number(self, at: int) -> bool:
        """A number of a fund or plant, or before a legal form: "Vision Fund 2", "Solar 2a"."""
        word, before = self.tokens[at][0], self.tokens[at - 1][0]
        if self.is_legal_next(at + 1):
            return word.isdigit() and len(word) <= 2
        if word.isdigit():
            return before in NUMBERED and bool(SHORT_NUMBER.match(self.text, self.tokens[at][1]))
        is_part = bool(_LETTERED.fullmatch(word)) and before[0].isupper()
        return is_part and before.lower() not in NEVER_LAST

    def is_legal_next(self, at: int) -> bool:
        """A legal form follows, after a comma or without one: "Holdings 2, LLC"."""
        words = [word for word, _, _ in self.tokens[at : at + 2]]
        return bool(words) and is_legal_form(words[words[0] == "," and len(words) > 1])

    def is_numbered(self, at: int) -> bool:
        """A Roman numeral stands before a legal form: "Financing Co., IV, LLC"."""
        words = [word for word, _, _ in self.tokens[at : at + 3]]
        return len(words) == 3 and bool(
            _ROMAN.fullmatch(words[0]) and words[1] == "," and is_legal_form(words[2])
        )

    def span(self, first: int, after: int, **flags: bool) -> NameSpan:
        """The name between two tokens; a final dot belongs to it only after a legal form."""
        form = self.tokens[after - 2][0] if self.tokens[after - 1][0] == "." else ""
        if form and (not is_legal_form(form) or form.lower() in WHOLE_FORMS):
            after -= 1
        start, end = self.tokens[first][1], self.tokens[after - 1][2]
        country = _COUNTRY.search(self.text, max(0, start - 9), start)
        if country and (not flags.get("is_known") or is_legal_form(self.last_word(first, after))):
            start = country.start()
        name = " ".join(self.text[start:end].split())
        return NameSpan(name=name, start=start, end=end, **flags)

    def last_word(self, first: int, after: int) -> str:
        """The last token of a run that is a word, in lower case; "fund" of "Growth Fund I"."""
        words = [t for t, _, _ in self.tokens[first:after] if t not in {",", ".", "&"}]
        if words[-2:] == ["Limited", "Partnership"] and len(words) > 2:
            return "lp"
        last = words[-1]
        is_numbered = len(words) > 2 and bool(
            _ROMAN.fullmatch(last) or last == "USA" or (last.isdigit() and words[-2] in NUMBERED)
        )
        return words[-2 if is_numbered and words[-2].lower() in ORGANISATION_WORDS else -1].lower()

    def is_organisation(self, first: int, after: int) -> bool:
        """A legal form or an organisation word ends the run, and something stands before it."""
        if after - first <= 1:
            return False
        last = self.last_word(first, after)
        if {last, self.tokens[after - 1][0]} & (ORGANISATION_WORDS | LEGAL_FORMS | CAPITAL_FORMS):
            return True
        words = self.lowered[first:after]
        return "of" in words and any(
            a in OF_HEADS and b == "of" for a, b in itertools.pairwise(words)
        )
