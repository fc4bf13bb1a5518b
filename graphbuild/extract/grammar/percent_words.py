"""Percentages written out: "thirty percent", "fifty-one percent (51%)".

Lives here: reading the words, with the figure repeated in brackets. Not here: figures with a sign
(`amounts`).
"""

import re
from decimal import Decimal

_TENS = {
    "ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
}  # fmt: skip
_IN_WORDS = re.compile(
    rf"(?<![\w-])(?:(?P<tens>{'|'.join(_TENS)})(?:[- ](?P<ones>{'|'.join(_ONES)}))?|"
    rf"(?P<few>{'|'.join(_ONES)})|(?P<whole>one[- ]hundred))\s(?:percent|per\scent)\b"
    r"(?:\s?\([\d.]+\s?%\))?",
    re.IGNORECASE,
)


def percents_in_words(text: str) -> tuple[tuple[Decimal, int, int], ...]:
    """Every percentage in words as a fraction, with where it begins and ends."""
    if "cent" not in text.lower():
        return ()
    return tuple(
        (_percent(match) / 100, match.start(), match.end()) for match in _IN_WORDS.finditer(text)
    )


def _percent(match: re.Match[str]) -> Decimal:
    if match["whole"]:
        return Decimal(100)
    tens, ones = match["tens"] or "", match["ones"] or match["few"] or ""
    return Decimal(_TENS.get(tens.lower(), 0) + _ONES.get(ones.lower(), 0))
