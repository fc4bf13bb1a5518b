"""Lines without blank lines between, as a PDF is copied -> headings, paragraphs, tables.

A line that ends its sentence before the margin ends its paragraph, and so does one that leaves room
for the next line's first word: nobody wrapped it there. A numbered or capital line stands alone;
rows of figures below each other are a table. Also words that were cut at a line's
end. Not here: cells and columns (`typed_tables`), writing (`plain`).
"""

import re
from collections.abc import Iterator, Sequence

from graphbuild.documents.typed_tables import is_date_row, is_row

_HEADING = re.compile(
    r"^(?:(?:NOTE|Note|ITEM|Item|ARTICLE|Article|SECTION|Section|PART)\s+[\dIVX]{1,4}[A-Z]?(?:\.\d\d)?\b.{0,80}"
    r"|\d{1,2}\.\s+[A-Z][\w ,&()/’'-]{2,70})$"
)
_ENDED = re.compile(r"[.:;!?”\")]$")
_FEWEST_LINES = 2
_MARGIN_SHARE = 0.8
_ROOM_SHARE = 0.75
_NARROWEST = 60
"""Where all lines are short, as on a cover, nothing tells where they would have been wrapped."""
_SUM = re.compile(r"^[$€£][\d,.]+(?: [mb]illion)?$")
_GOES_ON = re.compile(
    r"(?:[,;&–—-]|\b(?:a|an|and|as|among|at|between|by|for|from|in|its|of|on|or|our|that|the|this|"
    r"to|under|with|[A-Z]|Mr|Mrs|Ms|Dr|No|St|U\.S|Nos|Inc|vs)\.?)$",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"[“\"‘'(*_]*[A-Z]|[-•●*] |\(?\d{1,2}[.)] ")
_SHORT_LINE = 90
_CUT = re.compile(r"(?P<head>[A-Za-z]{2,})[-\u00ad]$")
_CUT_TAIL = re.compile(r"(?P<tail>[a-z]{2,}|[A-Z][\w.]*)(?P<rest>.*)$", re.DOTALL)
_CUT_WORDS = frozenset({"million", "billion", "trillion", "thousand", "thousands", "millions"})


def unbroken_blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines in order, cut where a heading, a paragraph or a table begins or ends."""
    if len(lines) < _FEWEST_LINES:
        yield list(lines)
        return
    width = sorted(len(line.strip()) for line in lines)[len(lines) * 9 // 10]
    table = _table_lines(lines)
    block: list[str] = []
    for index, line in enumerate(lines):
        is_alone = _stands_alone(lines, index) and not table[index]
        changes = index > 0 and table[index] != table[index - 1]
        is_ended = bool(block) and not table[index - 1] and _is_ended(block[-1], line, width)
        if block and (is_alone or changes or is_ended):
            yield block
            block = []
        block.append(line)
        if is_alone:
            yield block
            block = []
    if block:
        yield block


def _stands_alone(lines: Sequence[str], index: int) -> bool:
    """A numbered heading, or a short line in capitals that nothing before it leads into."""
    line = lines[index].strip()
    if _HEADING.match(line) or _SUM.match(line):
        return True
    above = lines[index - 1].strip() if index else ""
    is_free = not above or above.isupper() or bool(_ENDED.search(above) or _SUM.match(above))
    is_capital = line.isupper() and len(line) <= _SHORT_LINE and sum(map(str.isalpha, line)) > 2
    return is_capital and is_free


def _is_ended(line: str, following: str, width: int) -> bool:
    """Whether a line is the last of its paragraph, in a text of this width."""
    text, after = line.strip(), following.strip()
    if text.endswith((".", ":", ".”", '."')) and len(text) < _MARGIN_SHARE * width:
        return True
    has_room = len(text) + 1 + len(after.split(" ", 1)[0]) < _ROOM_SHARE * width
    opens = not text[0].islower() and bool(_BEGINS.match(after))
    return has_room and width >= _NARROWEST and opens and not _GOES_ON.search(text)


def _table_lines(lines: Sequence[str]) -> list[bool]:
    """Which lines are rows: at least two with figures, their heads, and single lines between."""
    rows = [is_row(line) for line in lines]
    marked = [False] * len(lines)
    index = 0
    while index < len(lines):
        if not rows[index]:
            index += 1
            continue
        last = index
        while (more := next((n for n in (last + 1, last + 2) if n < len(rows) and rows[n]), 0)) > 0:
            last = more
        if last > index:
            first = index
            while first and is_date_row(lines[first - 1]):
                first -= 1
            marked[first : last + 1] = [True] * (last + 1 - first)
        index = last + 1
    return marked


def mended(lines: Sequence[str], words: frozenset[str]) -> list[str]:
    """Lines whose last word was cut by a hyphen, with its other half taken back from the next line.

    The hyphen stays where it is the word's own: "long-" and "term", unless the text has the word
    without it elsewhere.

    >>> mended(["up to $2.6 bil-", "lion of it, a long-", "term loan"], frozenset())
    ['up to $2.6 billion', 'of it, a long-term', 'loan']
    """
    whole: list[str] = []
    for line in lines:
        cut = _CUT.search(whole[-1].rstrip()) if whole else None
        found = _CUT_TAIL.match(line.lstrip()) if cut else None
        if cut is None or found is None:
            whole.append(line)
            continue
        joined = f"{cut['head']}{found['tail']}"
        is_one = joined.lower() in _CUT_WORDS or joined.lower() in words
        kept = whole[-1].rstrip()
        whole[-1] = f"{kept[:-1] if is_one else kept}{found['tail']}{_mark(found['rest'])}"
        rest = found["rest"].removeprefix(_mark(found["rest"])).lstrip()
        if rest:
            whole.append(rest)
    return whole


def _mark(rest: str) -> str:
    """The stops directly behind a word."""
    return rest[: len(rest) - len(rest.lstrip(".,;:)”"))]
