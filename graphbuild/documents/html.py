"""HTML and inline XBRL -> text with paragraphs, tables and facts, in one pass over the tree.

Lives here: what each element does to the text. Not here: parsing (`markup`), the grid of a table
(`tables`), what lines mean (`assembly`), what facts mean (`inline_xbrl`).
"""

from dataclasses import dataclass, field

from lxml import etree

from graphbuild.documents.assembly import TableBlock, WrittenRow, assemble
from graphbuild.documents.inline_xbrl import (
    FACT_TAGS,
    RawFact,
    Resources,
    build_facts,
    monetary_scale,
    raw_fact,
    read_header,
)
from graphbuild.documents.markup import all_text, decode, local_name, parse_markup
from graphbuild.documents.rendering import Rendering
from graphbuild.documents.tables import GridCell, is_page_footer, is_tight, mark_cells, read_grid
from graphbuild.documents.writer import Writer

_PARAGRAPHS = "p div h1 h2 h3 h4 h5 h6"
_BLOCKS = frozenset(
    (
        _PARAGRAPHS + " ul ol li dl dt dd table thead tbody tfoot tr td th caption body section"
        " article header footer main nav aside blockquote center pre form fieldset address figure"
        " figcaption hr page text"
    ).split()
)
_SKIPPED = frozenset({"head", "script", "style", "noscript", "template", "svg", "math", "iframe"})
_EMPHASIS = frozenset({"b", "strong", "i", "em", "u"})
_RAISED = frozenset({"sup", "sub"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """What an element's tag does."""

    name: str
    is_block: bool
    is_skipped: bool
    level: int
    is_emphasis: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """What an element's style does; `emphasises` is ``None`` where it leaves that to the others."""

    emphasises: bool | None = None
    is_hidden: bool = False
    is_raised: bool = False


_PLAIN = _Style()


@dataclass(slots=True)
class _Walk:
    """The state of one pass."""

    writer: Writer
    resources: Resources = field(default_factory=Resources)
    facts: list[RawFact] = field(default_factory=list)
    open_facts: list[tuple[etree._Element, RawFact]] = field(default_factory=list)
    continuations: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    tables: list[TableBlock] = field(default_factory=list)
    marks: set[etree._Element] = field(default_factory=set)
    layouts: set[etree._Element] = field(default_factory=set)
    kinds: dict[object, _Kind] = field(default_factory=dict)
    styles: dict[str, _Style] = field(default_factory=dict)


def render_html(content: bytes | str, *, offset: int = 0, part: str = "") -> Rendering:
    """The document's text and marks.

    Parameters
    ----------
    offset : position of its first character in the whole document.
    part : label of the exhibit it is, for paragraphs and tables.

    Raises
    ------
    ParseError
        binary bytes, no markup, or declared entities.
    """
    text = content if isinstance(content, str) else decode(content)
    return render_tree(parse_markup(text), offset=offset, part=part)


def render_tree(root: etree._Element, *, offset: int = 0, part: str = "") -> Rendering:
    """`render_html` of a parsed tree."""
    walk = _Walk(Writer(offset))
    for header in root.iter("{*}header", "ix:header"):
        if local_name(header.tag) == "ix:header":
            read_header(header, walk.resources)
    _walk(walk, root)
    walk.writer.line_break()
    rendered = walk.writer.text()
    paragraphs, tables = assemble(rendered, offset, walk.writer.blocks, walk.tables, part)
    title = root.find(".//{*}title")
    return Rendering(
        text=rendered,
        paragraphs=paragraphs,
        tables=tables,
        facts=build_facts(walk.facts, walk.resources, walk.continuations, rendered, offset),
        title=" ".join(all_text(title).split()) if title is not None else "",
    )


def _walk(walk: _Walk, root: etree._Element) -> None:
    """Write everything below an element, the element itself included, its tail left out."""
    writer = walk.writer
    inside: list[tuple[_Kind, bool]] = []  # each open element's kind, and the emphasis around it
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            kind, around = inside.pop()
            _leave(walk, element, kind)
            writer.is_emphasised = around
            if element is not root and (tail := element.tail):
                writer.write(tail)
            continue
        kind = walk.kinds.get(element.tag) or _kind(walk, element.tag)
        style = _style(walk, element.get("style"))
        inside.append((kind, writer.is_emphasised))
        if kind.is_emphasis or style.emphasises is not None:
            writer.is_emphasised = kind.is_emphasis or bool(style.emphasises)
        if _enter(walk, element, kind, style):
            if text := element.text:
                writer.write(text)
        else:
            walker.skip_subtree()


def _kind(walk: _Walk, tag: object) -> _Kind:
    name = local_name(tag)
    level = int(name[1]) if len(name) == 2 and name[0] == "h" and name[1] in "123456" else 0
    is_skipped = name in _SKIPPED or name == "ix:header" or name.startswith("xbrli:")
    kind = walk.kinds[tag] = _Kind(
        name=name,
        is_block=name in _BLOCKS,
        is_skipped=is_skipped,
        level=level,
        is_emphasis=name in _EMPHASIS or level > 0,
    )
    return kind


def _style(walk: _Walk, text: str | None) -> _Style:
    """What the text of a style attribute does."""
    if text is None:
        return _PLAIN
    known = walk.styles.get(text)
    if known is None:
        flat = text.lower().replace(" ", "")
        known = walk.styles[text] = _Style(
            emphasises=_emphasises(flat),
            is_hidden="display:none" in flat,
            is_raised="vertical-align:super" in flat
            or "vertical-align:top" in flat
            or "top:-" in flat,
        )
    return known


def _emphasises(style: str) -> bool | None:
    weight = style.partition("font-weight:")[2].partition(";")[0]
    if weight.startswith(("bold", "6", "7", "8", "9")):
        return True
    if "font-style:italic" in style or "text-decoration:underline" in style:
        return True
    return False if weight else None


def _enter(walk: _Walk, element: etree._Element, kind: _Kind, style: _Style) -> bool:
    """What the start of an element does; False keeps its contents out of the text."""
    if kind.is_skipped or style.is_hidden:
        walk.marks.discard(element)
        return False
    if kind.is_block:
        return _enter_block(walk, element, kind)
    if kind.name == "br":
        _break(walk, element)
    elif kind.name.startswith("ix:"):
        _enter_fact(walk, element, kind)
    if style.is_raised or kind.name in _RAISED:
        walk.writer.raise_next(raised=True)
    return True


def _enter_block(walk: _Walk, element: etree._Element, kind: _Kind) -> bool:
    writer = walk.writer
    writer.line_break()
    if kind.name == "table":
        if not writer.flat and _write_table(walk, element):
            return False
        walk.marks.update(mark_cells(element))
        if not is_page_footer(element):
            walk.layouts.add(element)
            writer.keeps_figures += 1
    elif element in walk.marks:
        writer.flat += 1
    return True


def _enter_fact(walk: _Walk, element: etree._Element, kind: _Kind) -> None:
    writer = walk.writer
    if kind.name == "ix:continuation":
        walk.continuations[element.get("id") or ""] = (writer.position, writer.position, "")
    elif kind.name in FACT_TAGS:
        fact = raw_fact(element, kind.name)
        if fact is not None:
            fact.start = writer.position
            writer.keep()
            walk.facts.append(fact)
            walk.open_facts.append((element, fact))


def _break(walk: _Walk, element: etree._Element) -> None:
    """One br is a space, two are a new paragraph."""
    after = element.getnext()
    is_double = (
        after is not None and local_name(after.tag) == "br" and not (element.tail or "").strip()
    )
    if is_double:
        walk.writer.line_break()
    else:
        walk.writer.space()


def _leave(walk: _Walk, element: etree._Element, kind: _Kind) -> None:
    """What the end of an element does."""
    writer = walk.writer
    if kind.is_block:
        if element in walk.marks:
            writer.flat -= 1
            writer.hold()
        else:
            writer.line_break(kind.level)
        if element in walk.layouts:
            walk.layouts.discard(element)
            writer.keeps_figures -= 1
    elif kind.name in FACT_TAGS:
        if walk.open_facts and walk.open_facts[-1][0] is element:
            walk.open_facts.pop()[1].end = writer.position
    elif kind.name == "ix:continuation":
        start = walk.continuations.get(element.get("id") or "", (writer.position, 0, ""))[0]
        follow = element.get("continuedAt") or element.get("continuedat") or ""
        walk.continuations[element.get("id") or ""] = (start, writer.position, follow)
    if kind.name in _RAISED or kind.name == "span":
        writer.raise_next(raised=False)


def _write_table(walk: _Walk, table: etree._Element) -> bool:
    """Write a table of figures row by row; False where it only arranges prose."""
    grid = read_grid(table)
    if grid is None:
        return False
    writer, first_fact = walk.writer, len(walk.facts)
    rows: list[WrittenRow] = []
    for row in grid:
        cells = [_write_cell(walk, cell) for cell in row]
        block = writer.take_block()
        if block is not None:
            rows.append(WrittenRow(block=block, cells=tuple(c for c in cells if c[0] < c[1])))
    scales = [
        scale
        for fact in walk.facts[first_fact:]
        if (scale := monetary_scale(fact, walk.resources)) is not None
    ]
    if rows:
        walk.tables.append(TableBlock(rows=rows, scales=scales))
    return True


def _write_cell(walk: _Walk, cell: GridCell) -> tuple[int, int, int]:
    """Write one merged cell; its start, end and column."""
    writer = walk.writer
    writer.space()
    start = -1
    writer.flat += 1
    for number, element in enumerate(cell.elements):
        if number and is_tight(cell.texts[number - 1], cell.texts[number]):
            writer.join()
        elif number:
            writer.space()
        before = writer.position
        _walk(walk, element)
        if start < 0 and writer.position > before:
            start = writer.first_after(before)
    writer.flat -= 1
    return (start if start >= 0 else writer.position, writer.position, cell.column)
