"""Written lines and tables -> paragraphs with sentences, tables with caption and scale.

Not here: writing them (`html`, `plain`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graphbuild.documents.headings import Headings
from graphbuild.documents.sentences import split_sentences
from graphbuild.documents.tables import scale_of_facts, scale_of_text
from graphbuild.documents.writer import Block
from graphbuild.records.document import Cell, Paragraph, Row, Sentence, Table

_HEADER_ROWS = 5
_CAPTION_LENGTH = 300
_PROSE_CELL = 200
_CONVENTION_SHARE = 0.9
_CONVENTION_TABLES = 3
_RUNNING = 2
# Tables whose amounts are prices of one share, or that hold no amounts of the accounts.
_OWN_UNIT = re.compile(
    r"\b(?:per share|prices?|weighted average|grant.date|securities registered|unregistered sales"
    r"|market for registrant|exhibits?|percentage|units?)\b",
    re.IGNORECASE,
)
_CUT_LENGTH = 60
_OPEN_END = re.compile(r"[\w,%)-]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenRow:
    """A table row in the text: its block, and start, end and column of each cell."""

    block: Block
    cells: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableBlock:
    """A table in the text and the powers of ten of its monetary facts."""

    rows: list[WrittenRow]
    scales: list[int]

    @property
    def start(self) -> int:
        """Where its first row begins."""
        return self.rows[0].block.start


def assemble(
    text: str,
    offset: int,
    blocks: Sequence[Block],
    tables: Sequence[TableBlock],
    part: str = "",
) -> tuple[tuple[Paragraph, ...], tuple[Table, ...]]:
    """Paragraphs and tables in the order of the text.

    Parameters
    ----------
    text, offset : the rendering and the position of its first character.
    """
    headings = Headings()
    running = _running_headers(text, offset, blocks)
    paragraphs: list[Paragraph] = []
    made: list[Table] = []
    told: list[int | None] = []
    above: list[str] = []
    items: list[Block | TableBlock] = [*blocks, *tables]
    for item in sorted(items, key=lambda item: item.start):
        if isinstance(item, Block):
            line = text[item.start - offset : item.end - offset]
            if above and item.is_after_page and _goes_on(above[-1], item, line):
                last = paragraphs.pop()
                joined = replace(item, start=last.start)
                paragraphs.append(_paragraph(text, offset, joined, last.heading, part))
                above = [*above[:-1], f"{above[-1]} {line}"]
                continue
            if not (item.is_after_page and line in running):
                headings.take(item, line)
            paragraphs.append(_paragraph(text, offset, item, headings.with_lead(item, line), part))
            above = [*above[-1:], line]
            continue
        caption = _caption(above)
        table = _table(text, offset, item, caption, headings.current(), part)
        told.append(_told_scale(item, table, above) or _own_scale(table))
        made.append(table)
        paragraphs.extend(_prose_cells(text, offset, table))
        above = []
    convention = _convention(told)
    scaled = tuple(
        replace(table, scale=convention if scale is None else scale)
        for table, scale in zip(made, told, strict=True)
    )
    return tuple(paragraphs), scaled


def _running_headers(text: str, offset: int, blocks: Sequence[Block]) -> frozenset[str]:
    """Lines that stand at the top of several pages: they head nothing."""
    tops = Counter(text[b.start - offset : b.end - offset] for b in blocks if b.is_after_page)
    return frozenset(line for line, count in tops.items() if count > _RUNNING)


def _goes_on(before: str, block: Block, line: str) -> bool:
    """Whether a paragraph cut by a page break goes on in this line."""
    is_cut = len(before) >= _CUT_LENGTH and bool(_OPEN_END.search(before))
    return is_cut and block.emphasised < len(line) / 2 and line[0] not in "•(●"


def _paragraph(text: str, offset: int, block: Block, heading: str, part: str) -> Paragraph:
    return Paragraph(
        start=block.start,
        end=block.end,
        sentences=_sentences(text, offset, block.start, block.end),
        heading=heading,
        part=part,
    )


def _sentences(text: str, offset: int, start: int, end: int) -> tuple[Sentence, ...]:
    spans = split_sentences(text, start - offset, end - offset)
    if not offset:
        return spans
    return tuple(Sentence(start=s.start + offset, end=s.end + offset) for s in spans)


def _table(
    text: str, offset: int, item: TableBlock, caption: str, heading: str, part: str
) -> Table:
    rows = tuple(
        Row(
            start=row.block.start,
            end=row.block.end,
            cells=tuple(
                Cell(text=text[start - offset : end - offset], start=start, end=end, column=column)
                for start, end, column in row.cells
            ),
        )
        for row in item.rows
    )
    return Table(
        start=rows[0].start,
        end=rows[-1].end,
        rows=rows,
        caption=caption,
        heading=heading,
        part=part,
    )


def _caption(above: Sequence[str]) -> str:
    """The line just above, with the one before it where that is only "(in millions)"."""
    if not above:
        return ""
    line = above[-1]
    if line.startswith("(") and len(above) > 1:
        line = f"{above[-2]} {line}"
    return line if len(line) <= _CAPTION_LENGTH else line[-_CAPTION_LENGTH:].partition(" ")[2]


def _told_scale(item: TableBlock, table: Table, above: Sequence[str]) -> int | None:
    """The scale by facts, else by header rows, else by the lines above; ``None`` if none says."""
    by_facts = scale_of_facts(item.scales)
    if by_facts is not None:
        return by_facts
    header = " ".join(cell.text for row in table.rows[:_HEADER_ROWS] for cell in row.cells)
    for words in (header, *reversed(above)):
        if len(words) <= 4 * _CAPTION_LENGTH and (scale := scale_of_text(words)):
            return scale
    return None


def _own_scale(table: Table) -> int | None:
    """The scale 1 of a table whose amounts do not follow the filing's convention."""
    header = (cell.text for row in table.rows[:_HEADER_ROWS] for cell in row.cells)
    return 1 if _OWN_UNIT.search(" ".join((table.heading, table.caption, *header))) else None


def _convention(told: Iterable[int | None]) -> int:
    """The scale nearly all tables name, for those that name none; else 1."""
    counts = Counter(scale for scale in told if scale is not None and scale > 1)
    if not counts:
        return 1
    scale, count = counts.most_common(1)[0]
    is_clear = count >= _CONVENTION_TABLES and count >= _CONVENTION_SHARE * counts.total()
    return scale if is_clear else 1


def _prose_cells(text: str, offset: int, table: Table) -> Iterable[Paragraph]:
    """Cells that hold whole sentences are paragraphs too."""
    for row in table.rows:
        for cell in row.cells:
            if len(cell.text) >= _PROSE_CELL:
                yield Paragraph(
                    start=cell.start,
                    end=cell.end,
                    sentences=_sentences(text, offset, cell.start, cell.end),
                    heading=table.heading,
                    part=table.part,
                )
