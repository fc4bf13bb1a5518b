"""Who belongs to whom: Exhibit 21 rows and tables that list a group's entities with their shares.

Lives here: rows of lists of subsidiaries. Not here: "a wholly owned subsidiary of" in sentences,
stakes in listed companies (`ownership`).

Flow: Document -> rows with an entity -> Claim*. In an Exhibit 21 the filer is parent of every row.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from graphbuild.extract.base import Context, Pattern, filer, make_claim, party
from graphbuild.extract.tables.columns import find_date
from graphbuild.extract.tables.concentration import no_money
from graphbuild.extract.tables.figures import plain_label
from graphbuild.records.claim import Claim, PartyMention, Role, Status
from graphbuild.records.document import Document, FormRow, Row, Table
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, Qualifier
from graphbuild.records.period import PartialDate

_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)\s?%")
_OWNED_BY = re.compile(
    r"(?P<percent>\d{1,3}(?:\.\d+)?)\s?%\s+(?:directly\s+|indirectly\s+)?(?:owned"
    r"|held)\s+by\s+(?P<parent>[^()]{2,100})",
    re.IGNORECASE,
)
_OWNED = re.compile(r"^(?P<percent>\d{1,3}(?:\.\d+)?)\s?%(?:\s+owned)?$", re.IGNORECASE)
_ENTITY_HEAD = re.compile(
    r"\b(?:name|entity|subsidiar|company|affiliate"
    r"|joint venture)",
    re.IGNORECASE,
)
_SHARE_HEAD = re.compile(
    r"\b(?:owner(?:ship)?|owned|held|percentage|interest"
    r"|equity)\b|%",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:disposed(?: of)?|dissolved|liquidated|deregistered|sold|wound up)\b(?: on"
    r"| in)?(?P<date>.{0,30})",
    re.IGNORECASE,
)
_ENDS_WITH_DOT = re.compile(r"\b(?:Inc|Ltd|Corp|Co|Pte|Cia|(?:\w\.\s?)+\w)\.$", re.IGNORECASE)
_ALIAS = re.compile(
    r"\s*\((?:[“\"']|f/?k/?a|formerly|collectively|the )[^()]*\)"
    r"|\s*[“\"][^“”\"]*[”\"]",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Entry:
    """Rows of one entity, growing while its rows are read."""

    row: Row
    share: Decimal
    parent: str
    name: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    end: int = 0
    owner_column: int = -1

    def take(self, row: Row) -> None:
        """A row that goes on: the rest of the name, of the parent's name, or another word."""
        for cell in row.cells:
            if cell.column == 0:
                self.name.append(cell.text)
            elif cell.column == self.owner_column and self.parent:
                self.parent = _clean(f"{self.parent} {cell.text}")
            else:
                self.words.append(cell.text)


def find_subsidiaries(document: Document, _context: Context) -> Iterator[Claim]:
    """One claim a row of Exhibit 21; the share where the row gives a percentage.

    Takes "Paymentech, LLC | United States"; refuses a row without a name.
    """
    if document.filer is None:
        return
    own = _plain(document.filer.name)
    for row in document.rows:
        name = row.get("name") if row.kind == "subsidiary" else ""
        if not name or _plain(name) == own:
            continue
        share = _share(row)
        where = row.get("jurisdiction")
        yield make_claim(
            document,
            SUBSIDIARIES.label,
            (row.start, row.end),
            InstrumentId.OWNERSHIP,
            (filer(document, Role.SOURCE), party(Role.TARGET, _clean(name), name)),
            no_money(Qualifier.UNDISCLOSED),
            Measure.SHARE,
            Status.FUNDED,
            share=share,
            note=where if share is not None else f"share not stated; {where}".rstrip("; "),
        )


def find_listed_entities(document: Document, _context: Context) -> Iterator[Claim]:
    """Claims of tables that list entities with "100% owned by" or a column of ownership.

    Takes "WhiteFiber, Inc. | A Cayman Islands company | 71.5% owned by Bit Digital, Inc."; refuses
    percentages that are no stakes. "Disposed on July 1, 2024" ends the entity's row.
    """
    if document.filer is None:
        return
    listed = [row.start for row in document.rows if row.kind == "subsidiary"]
    for table in document.tables:
        if any(table.start <= start < table.end for start in listed):
            continue  # an Exhibit 21, whose rows are read as such
        for entry in _entries(table):
            if claim := _entity_claim(document, entry):
                yield claim


def _entries(table: Table) -> Iterator[_Entry]:
    has_heads = _has_heads(table)
    current: _Entry | None = None
    for row in table.rows:
        start = _entry(row, has_heads)
        if start is not None:
            if current:
                yield current
            current = start
        elif current is not None:
            current.end = row.end
            current.take(row)
    if current:
        yield current


def _entry(row: Row, has_heads: bool) -> _Entry | None:
    """The beginning of an entity's rows: its name and, in the same row, its share."""
    if len(row.cells) < 2 or row.cells[0].column != 0:
        return None
    for cell in row.cells[1:]:
        match = _OWNED_BY.search(cell.text) or (
            _OWNED.match(cell.text.strip()) if has_heads else None
        )
        if match and 0 < Decimal(match["percent"]) <= 100:
            parent = match.groupdict().get("parent") or ""
            return _Entry(
                row=row,
                share=Decimal(match["percent"]) / 100,
                parent=_clean(parent),
                name=[row.cells[0].text],
                words=[other.text for other in row.cells[1:]],
                end=row.end,
                owner_column=cell.column,
            )
    return None


def _has_heads(table: Table) -> bool:
    """Whether the first row says that a column holds entities and another their ownership."""
    if not table.rows or len(table.rows[0].cells) < 2:
        return False
    cells = table.rows[0].cells
    words = " ".join(cell.text for cell in cells[1:])
    return bool(
        _ENTITY_HEAD.search(cells[0].text)
        and _SHARE_HEAD.search(words)
        and re.search(r"\bowner|\bowned\b|\bheld\b", words, re.IGNORECASE)
        and not re.search(
            r"\bshares? (?:beneficially )?owned\b"
            r"|\bbeneficial",
            f"{words} {table.caption}",
            re.IGNORECASE,
        )
    )


def _entity_claim(document: Document, entry: _Entry) -> Claim | None:
    name = _clean(" ".join(entry.name))
    ended = next((m for word in entry.words if (m := _ENDED.search(word))), None)
    if not name or not re.search(r"[A-Za-z]{2}", name):
        return None
    return make_claim(
        document,
        LISTED_ENTITIES.label,
        (entry.row.start, entry.row.end),
        InstrumentId.OWNERSHIP,
        (
            _parent(document, entry.parent),
            party(Role.TARGET, name, plain_label(entry.row.cells[0].text)),
        ),
        no_money(Qualifier.UNDISCLOSED),
        Measure.SHARE,
        Status.TERMINATED if ended else Status.FUNDED,
        share=entry.share,
        agreed_on=_ended_on(ended),
    )


def _ended_on(ended: re.Match[str] | None) -> PartialDate | None:
    return find_date(ended["date"]) if ended else None


def _parent(document: Document, name: str) -> PartyMention:
    if not name or (document.filer and _plain(name) == _plain(document.filer.name)):
        return filer(document, Role.SOURCE, name or "the Company")
    return party(Role.SOURCE, name)


def _share(row: FormRow) -> Decimal | None:
    """The row's percentage as a fraction, if it gives one."""
    text = next(
        (row.get(n) for n in ("share", "percentage", "percent", "ownership") if row.get(n)), ""
    )
    match = _PERCENT.search(text) or re.fullmatch(r"(\d{1,3}(?:\.\d+)?)", text.strip())
    if not match or not 0 < Decimal(match[1]) <= 100:
        return None
    return Decimal(match[1]) / 100


def _clean(name: str) -> str:
    """A name without what it is also called, footnote marks and closing punctuation."""
    name = re.sub(r"\s*\((?:\d{1,2}|[a-z*])\)", "", _ALIAS.sub("", name))
    name = " ".join(name.split()).strip(" ,;*")
    return name if _ENDS_WITH_DOT.search(name) else name.rstrip(".")


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", name.lower())


SUBSIDIARIES = Pattern("subsidiaries", 1, find_subsidiaries)
LISTED_ENTITIES = Pattern("listed_entities", 1, find_listed_entities)
