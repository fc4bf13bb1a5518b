"""What every reader hands back: text with marks, before anybody knows whose document it is."""

from dataclasses import dataclass

from graphbuild.records.document import Entry, Fact, FormRow, Paragraph, Table
from graphbuild.records.issue import Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A stretch of text and the marks on it; spans count from the start of the whole document."""

    text: str
    paragraphs: tuple[Paragraph, ...] = ()
    tables: tuple[Table, ...] = ()
    facts: tuple[Fact, ...] = ()
    rows: tuple[FormRow, ...] = ()
    entries: tuple[Entry, ...] = ()
    issues: tuple[Issue, ...] = ()
    title: str = ""
