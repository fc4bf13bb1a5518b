"""How answers look: columns with units, money in billions, and the line every answer ends with.

A table is for people: rounded, with bounds written out. CSV and JSON carry the plain numbers under
the columns' own names. The closing line names snapshot, as-of date, flows and the weakest
source; in CSV and JSON lines it goes to standard error, in JSON into the document.
"""

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from graphbuild.cli.terminal import print_table
from graphbuild.cli.widths import Column, folded
from graphbuild.records.document import SourceTier
from graphbuild.records.dollars import in_short


class Kind(StrEnum):
    """How a column is shown to people.

    ID: what is typed into another command. PAIR: from whom to whom. CODE: a word of the ledger,
    shown without its underscores.
    """

    TEXT = "text"
    ID = "id"
    PAIR = "pair"
    CODE = "code"
    USD = "usd"
    SHARE = "share"
    NUMBER = "number"
    COUNT = "count"
    DAYS = "days"


_WORDS = (Kind.TEXT, Kind.ID, Kind.PAIR, Kind.CODE)


@dataclass(frozen=True, slots=True)
class Shown:
    """One column of a table for people.

    `keys` has one name, or two for an interval written as "low to high", or three for dollars whose
    high may be open: low, high, stated. On a narrow terminal the
    columns with the highest `drop` go first; 0 always stays.
    """

    header: str
    keys: tuple[str, ...]
    kind: Kind = Kind.TEXT
    drop: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Rows with what a reader needs to trust them.

    Parameters
    ----------
    rows : plain values by column name; the same names in every row.
    shown : columns of the table; CSV and JSON hold all.
    notes : assumptions and omissions, one sentence each.
    tiers : source tiers of the flows behind the rows; the weakest is named.
    """

    title: str
    rows: Sequence[Mapping[str, Any]]
    shown: Sequence[Shown]
    snapshot: str
    as_of: str
    flows: int
    tiers: Iterable[str] = ()
    notes: Sequence[str] = field(default_factory=tuple)

    @property
    def weakest_tier(self) -> str:
        """The worst source tier behind the answer, or "none"."""
        known = [SourceTier(tier) for tier in self.tiers]
        return str(max(known, key=lambda tier: tier.rank)) if known else "none"

    @property
    def closing_line(self) -> str:
        """The line every answer ends with."""
        return (
            f"snapshot {self.snapshot} | as of {self.as_of} | "
            f"{self.flows} {'flow' if self.flows == 1 else 'flows'} | "
            f"weakest source: {self.weakest_tier}"
        )


def give(answer: Answer, form: str) -> None:
    """Write an answer to standard output in one of the four forms."""
    writers = {"table": _table, "csv": _csv, "json": _json, "jsonl": _jsonl}
    writers[form](answer)


def money(value: float | None) -> str:
    """Dollars for people: "6.5 bn", "350 m"; an open or unknown bound is "?"."""
    if value is None:
        return "?"
    number, unit = in_short(value, largest="bn")
    return f"{number} {unit}" if unit else f"{value:,.0f}"


def interval(low: float | None, high: float | None, stated: float | None = None) -> str:
    """An interval of dollars for people; one figure where the bounds meet, a dot for nothing.

    Open above, it tells what sources name (`stated`) where that is more than the low end.

    >>> interval(0.0, None), interval(5e9, None), interval(0.0, None, 7e9)
    ('not disclosed', '5 bn or more', '7 bn named, open')
    """
    if low == high:
        return "·" if low == 0 else money(low)
    if high is None and stated is not None and stated > (low or 0.0):
        return f"{money(stated)} named, open"
    if high is None:
        return f"{money(low)} or more" if low else "not disclosed"
    if not low:
        return f"up to {money(high)}"
    left, right = money(low), money(high)
    if left == right:
        return left
    if left.split(" ")[-1:] == right.split(" ")[-1:]:
        left = left.split(" ")[0]
    return f"{left} to {right}"


def _table(answer: Answer) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    console.print(Text(answer.title, style="bold"))
    columns = [
        Column(c.header, c.kind not in _WORDS, c.drop, c.kind is Kind.ID) for c in answer.shown
    ]
    cells = [[_cell(row, column) for column in answer.shown] for row in answer.rows]
    hidden: list[str] = []
    if cells:
        hidden = print_table(console, columns, cells)
    else:
        console.print("Nothing found; that no source here tells of it proves nothing.")
    notes = list(answer.notes)
    if hidden:
        notes.append(f"not shown at this width: {', '.join(hidden)}; see --format csv")
    for note in notes:
        for number, line in enumerate(folded(note, console.width - 2)):
            start = "  " if number else "- "
            console.print(Text(f"{start}{line}", style="dim"), soft_wrap=True)
    console.print(Text(answer.closing_line, style="dim"), soft_wrap=True)


def _cell(row: Mapping[str, Any], column: Shown) -> str:
    values = [row[key] for key in column.keys]
    if column.kind is Kind.USD:
        return interval(*values) if len(values) > 1 else money(values[0])
    if values[0] is None:
        return "?" if column.kind not in _WORDS else ""
    if len(values) == 2 and values[1] is None:
        form = "{:.1%}" if column.kind is Kind.SHARE else "{:,.3g}"
        return f"{form.format(values[0])} or more" if values[0] else "?"
    if isinstance(values[0], bool):
        return "yes" if values[0] else "no"
    if column.kind is Kind.PAIR:
        return " -> ".join(str(value) for value in values)
    if column.kind is Kind.CODE:
        return str(values[0]).replace("_", " ")
    if column.kind is Kind.SHARE:
        parts = [f"{value:.1%}" for value in values if value is not None]
        return parts[0] if len(set(parts)) == 1 else " to ".join(parts)
    if column.kind is Kind.NUMBER:
        parts = [_number(value) for value in values if value is not None]
        return parts[0] if len(set(parts)) == 1 else " to ".join(parts)
    if column.kind in (Kind.COUNT, Kind.DAYS):
        return f"{values[0]:,}"
    return " ".join(str(value) for value in values if value is not None)


def _number(value: float) -> str:
    """Three figures; nobody reads a power of ten in a table."""
    return "under 0.001" if 0 < value < 0.001 else f"{value:,.3g}"


def _csv(answer: Answer) -> None:
    if answer.rows:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        names = list(answer.rows[0])
        writer.writerow(names)
        for row in answer.rows:
            writer.writerow(["" if row[name] is None else _plain(row[name]) for name in names])
    _aside(answer)


def _json(answer: Answer) -> None:
    document = {
        "title": answer.title,
        "rows": [dict(row) for row in answer.rows],
        "notes": list(answer.notes),
        "snapshot": answer.snapshot,
        "as_of": answer.as_of,
        "flows": answer.flows,
        "weakest_source": answer.weakest_tier,
    }
    print(json.dumps(document, indent=1, ensure_ascii=False, default=str))


def _jsonl(answer: Answer) -> None:
    for row in answer.rows:
        print(json.dumps(dict(row), ensure_ascii=False, default=str))
    _aside(answer)


def _aside(answer: Answer) -> None:
    for note in answer.notes:
        print(f"# {note}", file=sys.stderr)
    print(f"# {answer.closing_line}", file=sys.stderr)


def _plain(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return " ".join(str(part) for part in value)
    return value
