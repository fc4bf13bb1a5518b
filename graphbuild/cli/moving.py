"""How commands show what moves a result most: a column on wide terminals, a note on all."""

from collections.abc import Mapping, Sequence
from typing import Any

from graphbuild.cli.answers import Shown

MOVED = Shown("moved most by", ("moves_most",), drop=9)
"""The column; the first to go where a terminal is narrow."""

_LONGEST = 200


def moved_note(row: Mapping[str, Any] | None, what: str = "") -> list[str]:
    """One sentence about one row, none where every input is exact."""
    if row is None or not row["moves_most"]:
        return []
    return [f"{what + ' ' if what else ''}moved most by {row['moves_most']}"]


def moved_notes(rows: Sequence[Mapping[str, Any]], key: str, most: int = 2) -> list[str]:
    """A sentence about each of the first rows, for lists: JSON and CSV hold it for all."""
    return [note for row in rows[:most] for note in moved_note(row, f"{row[key]}:")]
