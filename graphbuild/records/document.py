"""What was read: raw bytes, the document made of them, and the place of every sentence and row.

Lives here: the shapes. Not here: making them (`sources`, `documents`).

A `Document` is plain text with marks on it. `text` is a deterministic rendering of the bytes; every
paragraph, sentence, table cell and structured row knows its half-open span [start, end) in it, so a
quote can always be checked with ``document.text[start:end]``.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from graphbuild.records.period import PartialDate


class SourceTier(StrEnum):
    """How good the source is, best first; the order of the members is the ranking."""

    AUDITED_FILING = "audited_filing"
    FILING = "filing"
    EXHIBIT = "contract_exhibit"
    RELEASE = "party_release"
    NEWS = "named_news"
    UNNAMED = "unnamed"

    @property
    def rank(self) -> int:
        """0 for the best tier."""
        return _RANKS[self]


_RANKS = {tier: place for place, tier in enumerate(SourceTier)}


@dataclass(frozen=True, slots=True, kw_only=True)
class RawItem:
    """Bytes as they arrived, with what the source said about them.

    `path` is relative to the folder or archive it came from; `meta` holds the manifest's columns or
    the response's headers, as text.
    """

    path: str
    kind: str
    content: bytes
    sha256: str
    url: str | None = None
    company: str | None = None
    cik: str | None = None
    accession: str | None = None
    published_on: PartialDate | None = None
    period_end: PartialDate | None = None
    meta: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filer:
    """Who filed or published: the "we" and "the Company" of the text."""

    name: str
    cik: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A span of the text that reads as one sentence."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A block of running text. `heading` is the nearest heading above it ("Note 11 - Debt")."""

    start: int
    end: int
    sentences: tuple[Sentence, ...]
    heading: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One non-empty table cell; `column` is its grid column after colspans."""

    text: str
    start: int
    end: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One table row: its span in the text and its non-empty cells from left to right."""

    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with figures.

    `scale` multiplies its money ("in millions" is 1,000,000), taken from a caption, the header or
    the filing's own convention; 1 where nothing says so. `caption` is the text just above.
    """

    start: int
    end: int
    rows: tuple[Row, ...]
    caption: str = ""
    heading: str = ""
    part: str = ""
    scale: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One inline XBRL fact, or one fact of data.sec.gov.

    `value` is scaled and signed; text facts have ``None``. `members` maps axis to member, both with
    prefix. `start` and `end` are its span in the text, or -1 where it is not shown.
    """

    concept: str
    value: Decimal | None
    unit: str | None
    period_start: dt.date | None
    period_end: dt.date | None
    members: tuple[tuple[str, str], ...] = ()
    text: str = ""
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """One row of a structured form: a 13F holding, a Form 4 sale, a Schedule 13D owner.

    `kind` is "holding", "position" (of a fund), "transaction", "offering", "beneficial_owner" or
    "subsidiary"; `fields` holds the form's own element names in lower case.
    """

    kind: str
    fields: tuple[tuple[str, str], ...]
    start: int
    end: int

    def get(self, name: str) -> str:
        """The field's text, or an empty string where the form leaves it out."""
        return dict(self.fields).get(name, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a feed: headline and body are spans of the document's text."""

    link: str
    title: str
    published_on: PartialDate | None
    start: int
    end: int
    language: str = ""
    publisher: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One piece of evidence, however many files hold it.

    Parameters
    ----------
    document_id : accession where there is one, else a hash of the bytes.
    path : of the file that was read, relative to its folder.
    kind : what chose the reader: "10-K", "8-K", "EX-21", "13F", "rss", ...
    parts : labels of exhibits and sections in order of appearance, for people.
    defined_terms : pairs such as ("CCAC IV", "CoreWeave Compute Acquisition Co. IV, LLC").
    """

    document_id: str
    path: str
    kind: str
    tier: SourceTier
    sha256: str
    text: str
    form: str = ""
    filer: Filer | None = None
    accession: str | None = None
    url: str | None = None
    title: str = ""
    published_on: PartialDate | None = None
    period_end: PartialDate | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    tables: tuple[Table, ...] = ()
    facts: tuple[Fact, ...] = ()
    rows: tuple[FormRow, ...] = ()
    entries: tuple[Entry, ...] = ()
    parts: tuple[str, ...] = ()
    defined_terms: tuple[tuple[str, str], ...] = ()


_CONTRACT = re.compile(r"EX-(?:2|4|10)\b")


def is_contract(kind: str) -> bool:
    """Whether an exhibit of a kind is a contract: of a purchase, of securities, a material one.

    >>> is_contract("EX-10.1"), is_contract("EX-101")
    (True, False)
    """
    return _CONTRACT.match(kind) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a claim stands. `start` and `end` are offsets into the document's text.

    For a curated row there is no text to point into: `start` is -1 and `quote` is empty; the
    row's own `url` is the evidence.
    """

    document_id: str
    path: str
    quote: str
    start: int
    end: int
    item: str | None = None
    url: str | None = None
    accession: str | None = None
