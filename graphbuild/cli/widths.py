"""How wide each column of a table becomes, and where a cell folds.

Pure arithmetic over headers and cells: nothing is printed here (`terminal`).
"""

import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

GAP = 2
"""Blanks between two columns."""
_ROOMY = 42
"""Room that a column of longer texts is given before others are dropped."""
_NARROW = 12
"""A column of texts folds no narrower than this, unless all it holds is shorter."""
_HYPHENATED = 10_000
"""Words break at hyphens and nowhere else."""
_CUT = 16
"""The last thing before a table is written downwards: longer words of a text are cut."""
_HOLD = "\u00a0"
"""Stands for a blank at which a figure is not broken."""
_HELD = re.compile(
    r"(?<=\d) (?=(?:bn|m|k|tn)\b)"  # a number and its unit
    r"|(?<=[\w%]) (?=to [\d-])|(?<=\bup) (?=to\b)"  # the low end and its "to"
    r"|(?<=\bor) (?=more\b)|(?<=\bnamed,) (?=open\b)"
)


@dataclass(frozen=True, slots=True)
class Column:
    """A header, whether figures stand under it, when it may go (0: never).

    `is_id`: what is copied into another command; it is never left out and never folded in the
    middle, but may be moved to a line of its own.
    """

    header: str
    is_figure: bool
    drop: int
    is_id: bool = False


def layout(
    columns: Sequence[Column], cells: Sequence[Sequence[str]], width: int
) -> tuple[dict[int, int], list[int]] | None:
    """Widths of the columns that stand in a row, and those with a line of their own.

    Returns
    -------
    ``None`` if the columns that must stay do not fit however they are folded.
    """
    needs = [_need(column, texts) for column, texts in _with_texts(columns, cells)]
    across = list(range(len(columns)))
    alone: list[int] = []
    if _total(needs, across) > width:
        alone = [index for index in across if columns[index].is_id]
        across = [index for index in across if index not in alone]
    room = width - GAP * (0 in alone)
    while _total(needs, across) > room and any(columns[index].drop for index in across):
        across.remove(max(across, key=lambda index: (columns[index].drop, index)))
    if not across:
        return None
    starts = needs
    for longest in (None, _HYPHENATED, _CUT):
        if _total(starts, across) > room:
            pairs = _with_texts(columns, cells)
            starts = [_least(column, texts, longest) for column, texts in pairs]
    if _total(starts, across) > room:
        return None
    wanted = {index: _widest(columns[index], [row[index] for row in cells]) for index in across}
    return _widened(columns, {index: starts[index] for index in across}, wanted, room), alone


def folded(cell: str, width: int) -> list[str]:
    """The lines of a cell; a figure or name that fits a line at all is not broken.

    A web address runs over the edge: the terminal wraps it and can still open it.
    """
    lines: list[str] = []
    for line in cell.split("\n"):
        held = _HELD.sub(_HOLD, line)
        words = [word for word in held.split(" ") if "://" not in word]
        is_tight = max(map(len, words), default=0) > width
        has_address = "://" in held
        lines += textwrap.wrap(
            held,
            width,
            break_on_hyphens=is_tight and not has_address,
            break_long_words=not has_address,
        ) or [""]
    return [line.replace(_HOLD, " ") for line in lines]


def padded(piece: str, width: int, is_figure: bool) -> str:
    """A piece of a cell in its column: figures to the right, texts to the left."""
    from rich.cells import cell_len

    blanks = " " * max(width - cell_len(piece), 0)
    return blanks + piece if is_figure else piece + blanks


def _with_texts(
    columns: Sequence[Column], cells: Sequence[Sequence[str]]
) -> list[tuple[Column, list[str]]]:
    return [(column, [row[index] for row in cells]) for index, column in enumerate(columns)]


def _need(column: Column, texts: Sequence[str]) -> int:
    """What a column takes without folding a figure or an id; headers fold in two."""
    longest = max(map(len, texts), default=0)
    if not column.is_figure:
        longest = max(min(longest, _ROOMY), _longest_piece(texts))
    return max(longest, _in_two_lines(column.header))


def _least(column: Column, texts: Sequence[str], longest_word: int | None) -> int:
    """What it takes with everything folded that may be.

    Parameters
    ----------
    longest_word : ``None`` keeps words whole; else words break at hyphens, and beyond so many
        letters anywhere. Figures and ids never do.
    """
    header = max(map(len, column.header.split()), default=0)
    floor = 0 if column.is_figure else min(max(map(len, texts), default=0), _NARROW)
    piece = _longest_piece(texts)
    if longest_word is not None and not (column.is_figure or column.is_id):
        piece = min(_longest_piece([text.replace("-", "- ") for text in texts]), longest_word)
    return max(header, floor, piece)


def _widest(column: Column, texts: Sequence[str]) -> int:
    return max(len(column.header), *(len(line) for text in texts for line in text.split("\n")))


def _longest_piece(texts: Sequence[str]) -> int:
    """Web addresses set no width: they run over the edge."""
    pieces = (piece for text in texts for piece in re.split(r"[ \n]", _HELD.sub(_HOLD, text)))
    return max((len(piece) for piece in pieces if "://" not in piece), default=0)


def _in_two_lines(header: str) -> int:
    words = header.split()
    halves = (
        max(len(" ".join(words[:cut])), len(" ".join(words[cut:]))) for cut in range(len(words) + 1)
    )
    return min(halves, default=0)


def _total(sizes: Sequence[int], across: Sequence[int]) -> int:
    return sum(sizes[index] for index in across) + GAP * max(len(across) - 1, 0)


def _widened(
    columns: Sequence[Column], start: Mapping[int, int], wanted: Mapping[int, int], room: int
) -> dict[int, int]:
    """Room to spare goes to figures before texts, to what lacks least before what lacks more."""
    found = dict(start)
    spare = room - sum(start.values()) - GAP * (len(start) - 1)
    for index in sorted(start, key=lambda i: (not columns[i].is_figure, wanted[i] - start[i], i)):
        more = min(max(wanted[index] - found[index], 0), spare)
        found[index] += more
        spare -= more
    return found
