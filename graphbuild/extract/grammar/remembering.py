"""What was made of a part of a document, kept for the patterns that ask for it again.

Equal parts of two documents are two parts: identity decides, so nothing ever depends on what was
read before, and no part is hashed, which would cost what is to be saved.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

Part = TypeVar("Part")
Made = TypeVar("Made")


class Remembered(Generic[Part, Made]):
    """Results by part, forgotten all at once when there are too many."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._made: dict[int, tuple[Part, Made]] = {}

    def of(self, part: Part, make: Callable[[Part], Made]) -> Made:
        """``make(part)``, made once for as long as it is remembered."""
        known = self._made.get(id(part))
        if known is not None and known[0] is part:
            return known[1]
        if len(self._made) >= self._limit:
            self._made.clear()
        made = make(part)
        self._made[id(part)] = (part, made)
        return made
