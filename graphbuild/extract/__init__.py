"""Document -> claims. Knows how things are worded; knows nobody by id.

`PATTERNS` is the list of readers, in the order in which they are asked.
"""

from graphbuild.extract.base import Context, Pattern

PATTERNS: tuple[Pattern, ...] = ()

__all__ = ["PATTERNS", "Context", "Pattern"]
