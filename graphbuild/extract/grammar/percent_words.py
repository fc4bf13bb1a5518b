"""Percentages written out: "thirty percent", "fifty-one percent (51%)", "owns a third of".

Lives here: reading the words, with the figure repeated in brackets. A fraction is one only after a
verb of owning or earning: "a quarter of growth" is none. Not here: figures with a sign (`amounts`).
"""

import re
from decimal import Decimal

from graphbuild.extract.grammar.number_words import ONES, TENS

_TENS = {"ten": 10, **TENS}
_IN_WORDS = re.compile(
    rf"(?<![\w-])(?:(?P<tens>{'|'.join(_TENS)})(?:[- ](?P<ones>{'|'.join(ONES)}))?|"
    rf"(?P<few>{'|'.join(ONES)})|(?P<whole>one[- ]hundred))\s(?:percent|per\scent)\b"
    r"(?:\s?\([\d.]+\s?%\))?",
    re.IGNORECASE,
)


_FRACTIONS = {
    "half": "0.5", "third": "0.3333", "quarter": "0.25", "fifth": "0.2", "two-thirds": "0.6667",
    "three-quarters": "0.75", "three-fourths": "0.75",
}  # fmt: skip
_FRACTION = re.compile(
    r"\b(?:own(?:s|ed|ing)?|hold(?:s|ing)?|held|controls?|account(?:s|ed|ing)? for|"
    r"represent(?:s|ed)?|generate[sd]?|gets?|derive[sd]?|earn(?:s|ed)?|ma[dk]es? up|made up|"
    r"contribute[sd]?) (?:(?:about|roughly|nearly|almost|around|approximately|(?:more|less) than|"
    r"over|some|up|to) )*(?P<words>(?:(?:an?|one)[ -])?(?P<part>half|third|quarter|fifth)|"
    r"two[- ]thirds|three[- ](?:quarters|fourths)) of\b"
)


_PARTS = ("half of", "third of", "thirds of", "quarter of", "quarters of", "fourths of", "fifth of")


def may_hold_fractions(text: str) -> bool:
    """Whether any of the words of a fraction stand in a text."""
    return any(words in text for words in _PARTS)


def percents_in_words(text: str) -> tuple[tuple[Decimal, int, int], ...]:
    """Every percentage in words as a fraction, with where it begins and ends."""
    found: list[tuple[Decimal, int, int]] = []
    if may_hold_fractions(text):
        for match in _FRACTION.finditer(text):
            key = match["part"] or match["words"].replace(" ", "-")
            found.append((Decimal(_FRACTIONS[key]), match.start("words"), match.end("words")))
    if "cent" in text.lower():
        found += [
            (_percent(match) / 100, match.start(), match.end())
            for match in _IN_WORDS.finditer(text)
        ]
    return tuple(sorted(found, key=lambda one: one[1]))


def _percent(match: re.Match[str]) -> Decimal:
    if match["whole"]:
        return Decimal(100)
    tens, ones = match["tens"] or "", match["ones"] or match["few"] or ""
    return Decimal(_TENS.get(tens.lower(), 0) + ONES.get(ones.lower(), 0))
