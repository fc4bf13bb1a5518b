"""How commands show what moves a result most: a column on wide terminals, a note on all."""

from collections.abc import Mapping, Sequence
from typing import Any

from graphbuild.cli.answers import Shown
from graphbuild.scores.drivers import OPEN

MOVED = Shown("moved most by", ("moves_most",), drop=9)
"""The column; the first to go where a terminal is narrow."""

_LONGEST = 200


def moved_note(row: Mapping[str, Any] | None, what: str = "") -> list[str]:
    """One sentence about one row, none where every input is exact."""
    if row is None or not row["moves_most"]:
        return []
    words, start = row["moves_most"], f"{what} " if what else ""
    if words.startswith(OPEN):
        return [f"{start}moved by a deal {words}"]
    return [f"{start}moved most by {words}"]


def moved_notes(rows: Sequence[Mapping[str, Any]], *keys: str, most: int = 2) -> list[str]:
    """A sentence about each of the first rows, for lists: JSON and CSV hold it for all.

    Parameters
    ----------
    keys : columns whose values name a row.
    """
    notes = []
    for row in rows[:most]:
        name = ", ".join(str(row[key]) for key in keys)
        notes += moved_note(row, f"{name}:")
    return list(dict.fromkeys(notes))
