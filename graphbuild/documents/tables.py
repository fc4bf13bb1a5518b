"""HTML tables: which of them hold figures, their grid, and cells that belong together.

Lives here: reading the grid, telling a table of figures from one that only arranges prose, merging
"$", "(" and "%" into their number, and the scale of a table's money. Not here: the text itself
(`html` writes it), what a row means (`extract`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from lxml import etree

from graphbuild.documents.markup import all_text, local_name, one_line, readable

_PREFIX = re.compile(r"^(?:(?:US|C|CA|A|NT|HK|S)?[$€£¥₩]|RMB|USD|EUR|GBP|CAD|CHF|JPY)?\s*\(?$")
_SUFFIX = re.compile(r"^\)?\s*%?\s*\)?\s*%?$")
_AFTER_PREFIX = re.compile(r"^[\d(.$€£¥—–-]")
_FIGURE = re.compile(r"^[($€£¥\s—–-]*(?:US\$|C\$)?\s*\d[\d,.]*\s*[)%x]*$|^[—–-]$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_MARK = re.compile(
    r"^(?:[•●○▪■◦·*†‡§☐☒☑–—-]+|\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,2})+|Note|Item)\.?$"
    r"|^(?:Item|ITEM|Note|NOTE)\s+\d{1,2}[A-C]?(?:\.\d\d)?\s*[.:–—-]?$"
)
_MARK_LENGTH = 14
_START_NODES = 60
_PROSE_LENGTH = 150
MAX_COLUMNS = 2000
"""A colspan beyond this is a mistake or an attack; the grid ends there."""

_SCALE_WORDS = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SCALE = re.compile(
    r"\b(?:in|of)\s+(?:(?:u\.?s\.?|(?:us|c|a|s|hk|nt)?\$|[€£¥₩]|usd|cad|aud|sgd|hkd|twd|eur|gbp|jpy"
    r"|krw|cny|rmb|canadian|australian|singapore|hong kong|new taiwan|korean|dollars?|yen|won"
    r"|euros?|renminbi|pounds?|sterling|of|the)\s+){0,3}"
    r"(thousand|million|billion)s\b"
    r"|[($]\s*(?:us)?\$?\s*(thousand|million|billion)s\b",
    re.IGNORECASE,
)
_THOUSANDS_SIGN = re.compile(r"\$?000['’]?s\b|\(\$?000\)", re.IGNORECASE)


@dataclass(slots=True, kw_only=True)
class GridCell:
    """A non-empty cell before writing: its elements in order and the columns it covers."""

    elements: list[etree._Element]
    texts: list[str]
    column: int
    end_column: int

    @property
    def text(self) -> str:
        """The cell as it will read."""
        text = self.texts[0]
        if len(self.texts) == 1:
            return text
        for left, right in zip(self.texts, self.texts[1:], strict=False):
            text += ("" if is_tight(left, right) else " ") + right
        return text


def is_tight(left: str, right: str) -> bool:
    """Whether two parts of one cell touch: "(" and "1,250" do, "$" and "1,250" do not."""
    return left.endswith("(") or right.startswith(")")


def cell_text(element: etree._Element) -> str:
    """All text of an element, whitespace collapsed and invisible characters dropped."""
    text = all_text(element)
    return one_line(text) if text else ""


def own_rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of this table and not of one inside it."""
    for child in table:
        name = local_name(child.tag)
        if name == "tr":
            yield child
        elif name in {"thead", "tbody", "tfoot"} or name.startswith("ix:"):
            yield from own_rows(child)


def own_cells(row: etree._Element) -> Iterator[etree._Element]:
    """The cells of a row."""
    for child in row:
        name = local_name(child.tag)
        if name in {"td", "th"}:
            yield child
        elif name.startswith("ix:"):
            yield from own_cells(child)


def read_grid(table: etree._Element) -> list[list[GridCell]] | None:
    """Rows of merged, non-empty cells, or ``None`` where the table only arranges prose.

    A table with another inside it, with text outside its cells, or with nothing that looks like a
    grid is layout: its contents are blocks of their own.
    """
    if table.find(".//{*}table") is not None:
        return None
    grid: list[list[GridCell]] = []
    spans: dict[int, int] = {}
    length = 0
    for row in own_rows(table):
        cells = _place(row, spans)
        length += sum(len(cell.text.replace(" ", "")) for cell in cells)
        if cells:
            grid.append(_merge(cells))
    whole = readable(all_text(table))
    if length != len("".join(whole.split())) or _is_layout(grid):
        return None
    _align(grid)
    return grid


def _place(row: etree._Element, spans: dict[int, int]) -> list[GridCell]:
    """Non-empty cells of a row at their columns; `spans` holds columns taken from rows above."""
    taken = {column for column, rows in spans.items() if rows > 0} if spans else set()
    for column in list(spans):
        spans[column] -= 1
    placed: list[GridCell] = []
    column = 0
    for element in own_cells(row):
        while column in taken:
            column += 1
        width = min(_span(element.get("colspan")), MAX_COLUMNS)
        height = _span(element.get("rowspan"))
        if column + width > MAX_COLUMNS:
            column, width = MAX_COLUMNS, 1
        if height > 1:
            for covered in range(column, column + width):
                spans[covered] = height - 1
        text = cell_text(element)
        if text:
            placed.append(
                GridCell(elements=[element], texts=[text], column=column, end_column=column + width)
            )
        column += width
    return placed


@lru_cache(maxsize=256)
def _span(text: str | None) -> int:
    """How many columns or rows a cell covers, by its attribute."""
    text = (text or "").strip()
    return max(1, int(text)) if text.isdecimal() and len(text) < 5 else 1


def _merge(cells: list[GridCell]) -> list[GridCell]:
    """Join "$", "(", ")", "%" with the number they belong to."""
    merged: list[GridCell] = []
    is_open = False
    for cell in cells:
        text = cell.texts[0]
        if merged and ((is_open and _AFTER_PREFIX.match(text)) or _closes(merged[-1], text)):
            last = merged[-1]
            last.elements += cell.elements
            last.texts += cell.texts
            last.end_column = cell.end_column
        else:
            merged.append(cell)
        is_open = bool(_PREFIX.match(text))
    return merged


def _closes(left: GridCell, text: str) -> bool:
    return bool(_SUFFIX.match(text)) and bool(re.search(r"[\d—–).-]$", left.texts[-1]))


def _is_layout(grid: list[list[GridCell]]) -> bool:
    if not grid or max(len(row) for row in grid) < 2:
        return True
    if all(len(row) == 1 or (len(row) == 2 and is_mark(row[0].text)) for row in grid):
        return True
    texts = [cell.text for row in grid for cell in row]
    if any(is_figure(text) and not _MARK.match(text) for text in texts):
        return False
    return len(grid) == 1 or sum(map(len, texts)) / len(texts) > _PROSE_LENGTH


def is_figure(text: str) -> bool:
    """Whether a cell is a number, with its currency sign, brackets or per cent."""
    return bool(_FIGURE.match(text))


def is_mark(text: str) -> bool:
    """Whether a cell only numbers or marks the prose beside it: a bullet, "(1)", "Item 1.01"."""
    return len(text) <= _MARK_LENGTH and bool(_MARK.match(text))


def mark_cells(table: etree._Element) -> Iterator[etree._Element]:
    """In a layout table, the cells whose mark belongs on the line of the next cell."""
    for row in own_rows(table):
        filled = [(cell, text) for cell in own_cells(row) if (text := _start_of(cell))]
        if len(filled) > 1 and is_mark(filled[0][1]):
            yield filled[0][0]


def is_page_footer(table: etree._Element) -> bool:
    """Whether a layout table can only hold a page number."""
    is_small = len(list(islice(table.iter(), _START_NODES))) < _START_NODES
    return is_small and len(_start_of(table)) <= _MARK_LENGTH


def _start_of(element: etree._Element) -> str:
    """The beginning of an element's text; never reads far into a large one."""
    text = ""
    for event, node in islice(etree.iterwalk(element, events=("start", "end")), _START_NODES):
        piece = node.text if event == "start" else node.tail if node is not element else ""
        text = one_line(f"{text}{piece or ''}")
        if len(text) > _MARK_LENGTH:
            break
    return text


def _align(grid: list[list[GridCell]]) -> None:
    """Give figures that stand below each other one column, the leftmost.

    "$ 1,250" begins in the column of its "$"; the "900" below it begins one later.
    """
    spans = sorted(
        {
            (cell.column, cell.end_column)
            for row in grid
            for cell in row
            if is_figure(cell.text) and not _YEAR.match(cell.text)
        }
    )
    starts: dict[int, int] = {}
    first, reach = -1, -1
    for column, end in spans:
        if column >= reach:
            first, reach = column, end
        reach = max(reach, end)
        starts[column] = first
    for row in grid:
        for cell in row:
            if is_figure(cell.text) and not _YEAR.match(cell.text):
                cell.column = starts[cell.column]


def scale_of_text(text: str) -> int | None:
    """The scale a caption or header names: "(in millions, except per share)" is 1,000,000."""
    match = _SCALE.search(text)
    if match:
        return _SCALE_WORDS[(match.group(1) or match.group(2)).lower()]
    return 1_000 if _THOUSANDS_SIGN.search(text) else None


def scale_of_facts(scales: Iterable[int]) -> int | None:
    """The scale most monetary facts of a table have; the larger one where two tie."""
    counts = Counter(scales)
    if not counts:
        return None
    best = max(counts.items(), key=lambda item: (item[1], item[0]))[0]
    return int(10**best) if 0 <= best <= 12 else None
