"""Identifiers that authorities issue, and whether one is well formed.

Lives here: the check digits of a legal entity identifier. Not here: whom it names (`resolve`).
"""

import re

_LEI = re.compile(r"[0-9A-Z]{18}[0-9]{2}")


def is_lei(text: str) -> bool:
    """Whether a text is a legal entity identifier with right check digits.

    Twenty characters (ISO 17442); letters are read as 10 to 35, and the whole number leaves 1 when
    divided by 97 (ISO/IEC 7064, MOD 97-10).

    >>> is_lei("GRAPHBUILD0000000153"), is_lei("GRAPHBUILD0000000154")
    (True, False)
    """
    if not _LEI.fullmatch(text):
        return False
    return int("".join(str(int(character, 36)) for character in text)) % 97 == 1
