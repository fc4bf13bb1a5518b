"""Plain text and Markdown -> paragraphs and, where columns are plain to see, tables.

Old filings are typed: paragraphs between blank lines. Saved copies of articles are Markdown. Not
here: columns of tables (`typed_tables`), headings and scale (`assembly`).
"""

import re

from graphbuild.documents.assembly import TableBlock, WrittenRow, assemble
from graphbuild.documents.rendering import Rendering
from graphbuild.documents.typed_tables import Placed, has_cells, is_rule, typed_rows
from graphbuild.documents.unbroken import mended, unbroken_blocks
from graphbuild.documents.writer import Writer

_HEADING = re.compile(r"^(#{1,6})\s+(.*)$")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.{1,300}?)(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\]\[]{0,300})\]\([^)\s]{0,500}(?:\s\"[^\"]{0,300}\")?\)")
_CUT_LINE = re.compile(r"[A-Za-z]-[ \t]*\n[ \t]*[a-z]")
_WORD = re.compile(r"[a-z]{4,30}")
_SGML = re.compile(r"</?(?:PAGE|TABLE|CAPTION|S|C|FN|F\d|PRE)>", re.IGNORECASE)
_PAGE = re.compile(r"(?:<PAGE>)?\s?-?\s?\d{1,3}\s?-?")
_LONGEST_PAGE_MARK = 20
_LONGEST_TYPED = 160
"""Typed lines break before this; a longer line is a paragraph of its own, saved without breaks."""
_FEWEST_LONG = 2
_SHARE_LONG = 0.15
_SHARE_ENDED = 0.7
_ENDS = (".", "!", "?", ":", ";", "”", '"', ")", "’", "|")


def render_plain(text: str, *, offset: int = 0, part: str = "") -> Rendering:
    """The text's paragraphs and tables; spans count from `offset`."""
    writer = Writer(offset)
    tables: list[TableBlock] = []
    block: list[str] = []
    lines = mended(text.splitlines(), _words(text))
    is_unwrapped = _is_unwrapped(lines)
    for line in [*lines, ""]:
        is_whole = len(line) > _LONGEST_TYPED or (is_unwrapped and not has_cells(line))
        if not line.strip() or _is_page(line) or _HEADING.match(line) or is_whole:
            _write_block(writer, tables, block)
            block = []
        if is_whole:
            _write_block(writer, tables, [line])
            continue
        if _HEADING.match(line):
            _write_block(writer, tables, [line])
        elif line.strip() and not _is_page(line):
            block.append(line)
    rendered = writer.text()
    paragraphs, made = assemble(rendered, offset, writer.blocks, tables, part)
    return Rendering(text=rendered, paragraphs=paragraphs, tables=made)


def _is_unwrapped(lines: list[str]) -> bool:
    """Whether each line is a paragraph, as a page is copied from a browser."""
    filled = [line.rstrip() for line in lines if line.strip()]
    longest = [line for line in filled if len(line) > _LONGEST_TYPED]
    ended = sum(line.endswith(_ENDS) for line in longest)
    is_many = len(longest) >= _FEWEST_LONG and len(longest) >= _SHARE_LONG * len(filled)
    return is_many and ended >= _SHARE_ENDED * len(longest)


def _words(text: str) -> frozenset[str]:
    """The words of a text in which a line may have cut one."""
    return frozenset(_WORD.findall(text.lower())) if _CUT_LINE.search(text) else frozenset()


def _write_block(writer: Writer, tables: list[TableBlock], lines: list[str]) -> None:
    """Lines between two blank ones: text, or a table with the lines before and after it."""
    cells = typed_rows(lines)
    if cells is None:
        parts = list(unbroken_blocks(lines))
        if len(parts) == 1:
            _write_text(writer, lines)
        for part in parts if len(parts) > 1 else ():
            _write_block(writer, tables, part)
        return
    wide = [index for index, row in enumerate(cells) if len(row) > 1]
    first, last = wide[0], wide[-1] + 1
    for line in lines[:first]:
        _write_text(writer, [line])
    rows = [row for row in cells[first:last] if row]
    written = [made for row in rows if (made := _write_row(writer, row))]
    tables.append(TableBlock(rows=written, scales=[]))
    if below := [line for line in lines[last:] if not is_rule(line)]:
        _write_text(writer, below)


def _write_text(writer: Writer, lines: list[str]) -> None:
    heading = _HEADING.match(lines[0]) if lines else None
    for line in [heading[2].rstrip("# ")] if heading else lines:
        _write_line(writer, line)
        if _is_item(line):
            writer.line_break()
    writer.line_break(level=len(heading[1]) if heading else 0)


def _is_page(line: str) -> bool:
    mark = line.strip()
    return len(mark) <= _LONGEST_PAGE_MARK and _PAGE.fullmatch(" ".join(mark.split())) is not None


def _write_row(writer: Writer, cells: Placed) -> WrittenRow | None:
    spans: list[tuple[int, int, int]] = []
    writer.flat += 1
    for cell, column in cells:
        writer.space()
        before = writer.position
        writer.write(cell)
        spans.append((writer.first_after(before), writer.position, column))
    writer.flat -= 1
    block = writer.take_block()
    return WrittenRow(block=block, cells=tuple(s for s in spans if s[0] < s[1])) if block else None


def _write_line(writer: Writer, line: str) -> None:
    """One typed line, which goes on in the next; Markdown's marks are taken off."""
    line = _LINK.sub(r"\1", _SGML.sub(" ", line))
    position = 0
    for match in _EMPHASIS.finditer(line):
        writer.write(line[position : match.start()])
        writer.is_emphasised = True
        writer.write(match[2])
        writer.is_emphasised = False
        position = match.end()
    writer.write(line[position:])
    writer.space()


def _is_item(line: str) -> bool:
    return line.lstrip().startswith(("- ", "* ", "• "))
