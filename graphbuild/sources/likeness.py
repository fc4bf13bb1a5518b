"""One story in many outlets: texts that are nearly the same, found without comparing all words.

MinHash (Broder, On the resemblance and containment of documents, 1997, DOI
10.1109/SEQUEN.1997.666900): the share of equal minima estimates the Jaccard index of the sets of
five-word shingles, with a standard error of about 0.05 at 96 minima. Only texts that agree in all
three minima of one of 32 bands are compared (Leskovec, Rajaraman and Ullman, Mining of Massive
Datasets, 2014, DOI 10.1017/CBO9781139924801, section 3.4): 98.6 % of pairs with likeness 0.5.
"""

import hashlib
import re
from collections.abc import Sequence

_MINIMA = 96
_WORDS = 5
_BAND = 3
_MASK = (1 << 61) - 1
SAME_STORY = 0.5
"""Estimated likeness from which two texts count as one story; relays of a wire text reach 0.6 and
more, two reporters on the same news stay below 0.1."""

Signature = tuple[int, ...]


def _multipliers() -> tuple[tuple[int, int], ...]:
    """Fixed pseudo-random pairs, so that signatures kept today can be compared next year."""
    pairs = []
    for number in range(_MINIMA):
        digest = hashlib.sha256(b"graphbuild minhash %d" % number).digest()
        first = int.from_bytes(digest[:8]) % _MASK or 1
        pairs.append((first, int.from_bytes(digest[8:16]) % _MASK))
    return tuple(pairs)


_PAIRS = _multipliers()


def signature(text: str) -> Signature:
    """The text's minima; empty for a text of fewer than twenty words."""
    words = re.findall(r"\w+", text.casefold())
    if len(words) < 20:
        return ()
    shingles = {_number(words[n : n + _WORDS]) for n in range(len(words) - _WORDS + 1)}
    return tuple(min((a * s + b) % _MASK for s in shingles) & 0xFFFFFFFF for a, b in _PAIRS)


def _number(words: Sequence[str]) -> int:
    return int.from_bytes(hashlib.blake2b(" ".join(words).encode(), digest_size=7).digest())


def written(kept: Signature) -> str:
    """A signature as text for a document's note.

    >>> read_signature(written((1, 2))) == (1, 2)
    True
    """
    return "".join(f"{minimum:08x}" for minimum in kept)


def read_signature(text: str) -> Signature:
    """A signature from a note; empty for what is none."""
    try:
        return tuple(int(text[n : n + 8], 16) for n in range(0, len(text), 8))
    except ValueError:
        return ()


def likeness(one: Signature, other: Signature) -> float:
    """Estimated Jaccard index of two texts' shingles, 0 to 1."""
    if not one or len(one) != len(other):
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


class Stories:
    """Signatures of the stories seen so far, by key, in the order they were added."""

    def __init__(self) -> None:
        self._keys: list[str] = []
        self._signatures: list[Signature] = []
        self._bands: dict[tuple[int, Signature], list[int]] = {}

    def add(self, key: str, marks: Signature) -> None:
        """Remember a story; one too short for a signature is like no other."""
        number = len(self._keys)
        self._keys.append(key)
        self._signatures.append(marks)
        for band in _bands(marks):
            self._bands.setdefault(band, []).append(number)

    def find_same(self, marks: Signature) -> str | None:
        """The first story that is told again, or ``None``."""
        near = {number for band in _bands(marks) for number in self._bands.get(band, ())}
        found = (n for n in sorted(near) if likeness(marks, self._signatures[n]) >= SAME_STORY)
        return next((self._keys[number] for number in found), None)


def _bands(marks: Signature) -> list[tuple[int, Signature]]:
    return [(n, marks[n : n + _BAND]) for n in range(0, len(marks), _BAND)]
