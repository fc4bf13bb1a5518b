"""All scores in one long table with the same columns for every score, and what each column means.

Lives here: turning a score's own columns into low, central and high. Not here: any number.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from graphbuild.scores.base import Column, Score, frame

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    Column("score", str, "", "name of the score; its own table has the same name"),
    Column("subject", str, "", "first key of the row: an entity, a loop, a level"),
    Column("about", str, "", "the row's other keys, as name=value"),
    Column("measure", str, "", "what is measured: a column of the score without its ending"),
    Column("unit", str, "", "USD, fraction, or nothing for plain numbers and ratios"),
    Column("low", float, "", "low end; empty where the score has none", optional=True),
    Column("central", float, "", "as stated, central, or the one figure there is", optional=True),
    Column("high", float, "", "high end; empty: open, or none", optional=True),
    Column("is_interval", bool, "", "the score gives two ends: an empty high is open above"),
    Column("moves_most", str, "", "the two inputs that move the row's main measure most"),
    Column("reason", str, "", "assumptions, and why a value is missing"),
)

MEANINGS = (
    Column("score", str, "", "name of the score"),
    Column("column", str, "", "column of its table, in order"),
    Column("type", str, "", "text, whole number, number or yes/no"),
    Column("unit", str, "", "USD, fraction, or nothing"),
    Column("may_be_empty", bool, "", "a value that is not known is empty, never 0"),
    Column("meaning", str, "", "what it says"),
)

_ENDS = {"low": "low", "central": "central", "stated": "central", "high": "high"}
_TYPES = {str: "text", int: "whole number", float: "number", bool: "yes/no"}
_MIDDLES = ("central", "stated")


def overall(scores: Mapping[Score, "pd.DataFrame"]) -> "pd.DataFrame":
    """Every number of every score in one row each: low, central, high.

    Tables that only list the parts of another (those without `moves_most`) are left out. Counts and
    years are keys or left out; an empty high beside a low is open above.
    """
    rows = [
        row
        for score, table in scores.items()
        if any(column.name == "moves_most" for column in score.columns)
        for record in table.to_dict("records")
        for row in _rows(score, {str(name): value for name, value in record.items()})
    ]
    return frame(COLUMNS, rows)


def meanings(scores: Mapping[Score, "pd.DataFrame"]) -> "pd.DataFrame":
    """The columns of every score's own table with type, unit and meaning."""
    return frame(
        MEANINGS,
        [
            {
                "score": score.name,
                "column": column.name,
                "type": _TYPES[column.type],
                "unit": column.unit,
                "may_be_empty": column.optional,
                "meaning": column.meaning,
            }
            for score in scores
            for column in score.columns
        ],
    )


def _rows(score: Score, record: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    keys = _keys(score)
    others = [f"{key}={record[key]}" for key in keys[1:] if record[key] not in (None, "")]
    for measure, (unit, ends) in _measures(score).items():
        values = {_ENDS[end]: _plain(record[name]) for end, name in ends.items()}
        if all(value is None for value in values.values()):
            continue
        yield {
            "score": score.name,
            "subject": str(record[keys[0]]),
            "about": "; ".join(others),
            "measure": measure,
            "unit": unit,
            "low": values.get("low"),
            "central": values.get("central"),
            "high": values.get("high"),
            "is_interval": "low" in ends and "high" in ends,
            "moves_most": record["moves_most"],
            "reason": record.get("reason") or "",
        }


def _keys(score: Score) -> list[str]:
    """Leading columns of text and whole numbers."""
    found = []
    for column in score.columns:
        if column.type is float:
            break
        if not column.optional and column.type in (str, int):
            found.append(column.name)
    return found


def _measures(score: Score) -> dict[str, tuple[str, dict[str, str]]]:
    """Measure -> unit, and end -> column; a number without an ending is central."""
    found: dict[str, tuple[str, dict[str, str]]] = {}
    for column in score.columns:
        if column.type is not float:
            continue
        stem, _, end = column.name.rpartition("_")
        if end not in _ENDS or not stem:
            stem, end = column.name, "central"
        ends = found.setdefault(stem, (column.unit, {}))[1]
        if end in _MIDDLES and any(other in ends for other in _MIDDLES):
            found[column.name] = (column.unit, {end: column.name})
        else:
            ends[end] = column.name
    return found


def _plain(value: Any) -> float | None:
    return None if value is None or value != value else float(value)
