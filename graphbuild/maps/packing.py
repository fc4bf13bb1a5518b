"""Rows -> columns in as few bytes as plain JSON allows; the page's ``unpack`` is the way back.

A column is written in the shortest of four forms: one value for all rows ("all"), codes into a list
of levels ("levels", "codes"), the few rows that differ ("else", "at"), web addresses without what
those of one site share ("heads", "of", "tails"), or as it is ("values").
"""

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

Value = str | float | int | bool | None


def pack(rows: Sequence[Mapping[str, Value]]) -> dict[str, Any]:
    """``{"count": n, "columns": {name: form}}``; all rows must have the same names."""
    names = list(rows[0]) if rows else []
    for row in rows:
        if row.keys() != set(names):
            raise ValueError(f"rows differ in their columns: {list(row)} and {names}")
    return {
        "count": len(rows),
        "columns": {name: _column([plain(row[name]) for row in rows]) for name in names},
    }


def pack_texts(values: Sequence[str]) -> dict[str, Any]:
    """One column of texts by itself, with how many there are."""
    return {"count": len(values), **_column(list(values))}


def plain(value: Value) -> Value:
    """A value JSON can hold: whole floats as integers; not-a-number and infinity are refused."""
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if not math.isfinite(value):
        raise ValueError(f"{value} cannot be drawn: a map needs finite numbers or nothing")
    return int(value) if float(value).is_integer() else value


def _column(values: Sequence[Value]) -> dict[str, Any]:
    # True == 1 in Python but not on the page: count by type and value
    counts = Counter((type(value).__name__, value) for value in values)
    common = max(counts, key=lambda key: counts[key])[1] if counts else None
    if len(counts) == 1:
        return {"all": common}
    forms: list[dict[str, Any]] = [
        {"values": list(values)},
        {
            "else": common,
            "at": {str(i): v for i, v in enumerate(values) if not _same(v, common)},
        },
    ]
    if len(counts) * 2 <= len(values):
        levels = [value for _, value in counts]
        code = {key: index for index, key in enumerate(counts)}
        codes = [code[type(value).__name__, value] for value in values]
        forms.append({"levels": levels, "codes": codes})
    if all(isinstance(value, str) for value in values):
        forms.append(_split_addresses([str(value) for value in values]))
    return min(forms, key=lambda form: len(compact(form)))


def _split_addresses(values: Sequence[str]) -> dict[str, Any]:
    """Texts grouped by scheme and host, each group's common beginning written once."""
    groups: dict[str, list[str]] = {}
    for value in values:
        groups.setdefault("/".join(value.split("/", 3)[:3]), []).append(value)
    number = {site: index for index, site in enumerate(groups)}
    heads = [_common_beginning(min(group), max(group)) for group in groups.values()]
    of = [number["/".join(value.split("/", 3)[:3])] for value in values]
    tails = [value[len(heads[at]) :] for value, at in zip(values, of, strict=True)]
    return {"heads": heads, "of": of, "tails": tails}


def _common_beginning(first: str, last: str) -> str:
    """Of all texts between the two in sorted order, so of the whole group."""
    for index, (one, other) in enumerate(zip(first, last, strict=False)):
        if one != other:
            return first[:index]
    return first


def _same(one: Value, other: Value) -> bool:
    return type(one) is type(other) and one == other


def compact(value: Any) -> str:
    """JSON without spaces, keys in the order given, no escapes beyond what JSON needs."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def for_script(value: Any) -> str:
    """Compact JSON that can stand inside a ``script`` element whatever text it holds."""
    text = compact(value)
    for character in ("<", ">", "&", "\u2028", "\u2029"):
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text
