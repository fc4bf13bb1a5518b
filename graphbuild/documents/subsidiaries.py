"""Exhibit 21: the list of subsidiaries, as rows of name, jurisdiction and percentage.

Not here: reading the exhibit's text (`html`, `plain`). Rows come from tables with a name and a
place, and from lines such as "Acme Leasing LLC (Delaware)".
"""

import re
from collections.abc import Iterator

from graphbuild.documents.rendering import Rendering
from graphbuild.records.document import FormRow, Row

_HEADING = re.compile(
    r"\b(?:name of|jurisdiction|organi[sz]ed under|state or|country of|place of|incorporated in"
    r"|percentage|subsidiaries of|legal entity|ownership|incorporation|^subsidiar(?:y|ies)$|^name$"
    r"|^entity$|^company$)",
    re.IGNORECASE,
)
_PERCENTAGE = re.compile(r"^(\d{1,3}(?:\.\d+)?)\s*%?$")
_NOTES = re.compile(r"(?:\s*\((?:\d{1,2}|[a-z]|\*+)\)|\s*[*†‡])+$")
_LINE = re.compile(
    r"^(?P<name>[^()]{3,120}?)\s*"
    r"(?:\((?P<place>[A-Z][A-Za-z .,&/-]{2,40})\)|[–—]\s*(?P<after>[A-Z][A-Za-z .&/-]{2,40}))$"
)
_LONGEST_NAME = 150


def subsidiary_rows(rendering: Rendering, offset: int = 0) -> tuple[FormRow, ...]:
    """A "subsidiary" row (name, jurisdiction, percentage) for each that the exhibit lists."""
    rows = [
        found
        for table in rendering.tables
        for row in table.rows
        if (found := _from_row(row)) is not None
    ]
    return tuple(rows or _from_lines(rendering, offset))


def _from_row(row: Row) -> FormRow | None:
    first, others = row.cells[0], row.cells[1:]
    places = [cell.text for cell in others if not _PERCENTAGE.match(cell.text)]
    numbers = [found[1] for cell in others if (found := _PERCENTAGE.match(cell.text))]
    if not places or not _is_name(first.text) or any(_HEADING.search(text) for text in places):
        return None
    return _row(first.text, places[-1], numbers[0] if len(numbers) == 1 else "", row.start, row.end)


def _is_name(text: str) -> bool:
    return (
        len(text) <= _LONGEST_NAME
        and any(character.isalpha() for character in text)
        and not _HEADING.search(text)
    )


def _row(name: str, place: str, percentage: str, start: int, end: int) -> FormRow:
    notes = _NOTES.search(name)
    fields = {
        "name": name[: notes.start()] if notes else name,
        "jurisdiction": _NOTES.sub("", place),
        "percentage": percentage if percentage and float(percentage) <= 100 else "",
        "notes": notes.group().strip() if notes else "",
    }
    kept = tuple((key, text) for key, text in fields.items() if text)
    return FormRow(kind="subsidiary", fields=kept, start=start, end=end)


def _from_lines(rendering: Rendering, offset: int) -> Iterator[FormRow]:
    for paragraph in rendering.paragraphs:
        line = rendering.text[paragraph.start - offset : paragraph.end - offset]
        match = _LINE.match(line)
        if match and not _HEADING.search(line):
            place = match["place"] or match["after"]
            yield _row(match["name"], place, "", paragraph.start, paragraph.end)
