"""The growing text of a document: whitespace collapsed, one line a block, every position known.

Lives here: `Writer` and the blocks it hands over. Not here: which element is a block (`html`), what
a block means (`assembly`).
"""

import re
from dataclasses import dataclass, field

from graphbuild.documents.markup import readable

_FURNITURE = re.compile(
    r"^(?:[-–—]?\s?\d{1,3}\s?[-–—]?|[A-Z]-\d{1,3}|Table of Contents)$", re.IGNORECASE
)


@dataclass(slots=True, kw_only=True)
class Block:
    """One line of the text that is not in a table.

    `emphasised` counts its characters in bold, italics or underlined; `lead_end` is where an
    emphasised beginning stops ("**Credit facility.** In May ..."); `level` is that of an h1 to h6;
    `is_after_page` says that a page number was left out just before it; `is_kept` that it holds a
    fact, whatever it looks like.
    """

    start: int
    end: int
    emphasised: int = 0
    lead_end: int = 0
    level: int = 0
    is_after_page: bool = False
    is_kept: bool = False


@dataclass(slots=True)
class Writer:
    """Collects text. Guarded state: the position and whether a space or a line break is due.

    `flat` above zero turns line breaks into spaces (inside a table cell); `keeps_figures` above
    zero keeps lines that look like page numbers (inside a layout table).
    """

    offset: int = 0
    flat: int = 0
    is_emphasised: bool = False
    blocks: list[Block] = field(default_factory=list)
    position: int = 0
    keeps_figures: int = 0
    _pieces: list[str] = field(default_factory=list)
    _block: Block | None = None
    _first_piece: int = 0
    _is_after_page: bool = False
    _keeps_next: bool = False
    _gap: bool = False
    _tight: bool = False
    _held: bool = False
    _raised: bool = False

    def __post_init__(self) -> None:
        self.position = self.offset

    def text(self) -> str:
        """Everything written so far."""
        return "".join(self._pieces)

    def write(self, raw: str) -> None:
        """Append running text; a space or a new line goes before it where one is due."""
        words = readable(raw).split()
        if not words:
            self._gap = self._gap or bool(raw)
            return
        piece = " ".join(words)
        block = self._block
        if block is None:
            block = self._block = self._begin()
        elif self._needs_space(raw, piece):
            self._append(" ")
        is_lead = self.is_emphasised and block.start + block.emphasised >= self.position - 1
        self._append(piece)
        if self.is_emphasised:
            block.emphasised += len(piece)
            if is_lead or block.lead_end >= self.position - len(piece) - 1:
                block.lead_end = self.position
        self._gap, self._tight, self._held = raw[-1].isspace(), False, False

    def _begin(self) -> Block:
        self._first_piece = len(self._pieces)
        if self._pieces:
            self._append("\n")
        block = Block(
            start=self.position,
            end=0,
            lead_end=self.position,
            is_after_page=self._is_after_page,
            is_kept=self._keeps_next,
        )
        self._is_after_page = self._keeps_next = False
        return block

    def keep(self) -> None:
        """What is written now, or next, holds a fact."""
        if self._block is None:
            self._keeps_next = True
        else:
            self._block.is_kept = True

    def _needs_space(self, raw: str, piece: str) -> bool:
        if self._tight:
            return False
        if self._gap or raw[0].isspace():
            return True
        # A raised footnote mark is no digit of the number before it, no letter of the word.
        return self._raised and piece[0].isdigit() and self._pieces[-1][-1].isalnum()

    def _append(self, piece: str) -> None:
        self._pieces.append(piece)
        self.position += len(piece)

    def raise_next(self, *, raised: bool) -> None:
        """Enter or leave superscript."""
        self._raised = raised

    def space(self) -> None:
        """A space is due before the next text."""
        self._gap = True

    def join(self) -> None:
        """No space before the next text, whatever stands between: "(" and "1,250"."""
        self._gap, self._tight = False, True

    def hold(self) -> None:
        """Ignore line breaks until something is written: a bullet and its text are one line."""
        self._held = True

    def line_break(self, level: int = 0) -> None:
        """End the block, if there is one."""
        if self.flat or self._held:
            self._gap = True
        elif self._block is not None:
            self._block.level = max(self._block.level, level)
            block = self.take_block()
            if block is not None and not self._retract(block):
                self.blocks.append(block)

    def first_after(self, before: int) -> int:
        """Where the text written since position `before` begins, its leading space left out."""
        if self.position == before or self._block is None:
            return self.position
        return self._block.start if self._block.start >= before else before + 1

    def take_block(self) -> Block | None:
        """End the block and hand it over instead of listing it."""
        block, self._block = self._block, None
        self._gap = self._tight = self._held = False
        if block is not None:
            block.end = self.position
        return block

    def _retract(self, block: Block) -> bool:
        """Take back a page number or a running "Table of Contents"; sentences go on behind it."""
        if block.end - block.start > 20 or self.keeps_figures or block.is_kept:
            return False
        line = "".join(self._pieces[self._first_piece :]).strip()
        if not _FURNITURE.match(line):
            return False
        del self._pieces[self._first_piece :]
        self.position = block.start - (1 if self._pieces else 0)
        self._is_after_page = True
        return True
