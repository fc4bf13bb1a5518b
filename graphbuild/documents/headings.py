"""Which lines are headings, and which heading is in force.

Filings mark headings by bold type or by wording ("Note 11 - Debt", "Item 1.01"), seldom by h tags.
"""

import re
from dataclasses import dataclass

from graphbuild.documents.writer import Block

_ITEM = re.compile(
    r"^(?:PART\s+[IVX]+[,.\s]+)?Item\s+\d{1,2}[A-C]?(?:\.\d\d)?\b[.:]?", re.IGNORECASE
)
_NOTE = re.compile(r"^(?:Note\s+\d{1,2}[A-Z]?\b|\(?\d{1,2}[.)]\s+(?=[A-Z]))", re.IGNORECASE)
_REFERENCE = re.compile(r"\b(?:of this|of the|is|are|shall|incorporated)\b")
_OPENS = re.compile(r"[“\"‘']?[A-Z]|\d{1,2}(?:\.\d{1,2})*[.)]?\s")
_LONGEST = 200
_LONGEST_SENTENCE = 12
_LONGEST_LEAD = 90
_EMPHASISED_SHARE = 0.9


@dataclass(slots=True)
class Headings:
    """The headings in force: an item, a note in it, and the line nearest above."""

    item: str = ""
    note: str = ""
    minor: str = ""

    def current(self) -> str:
        """The note or item, then the nearest line: "Note 10 - Debt / Commercial Paper"."""
        major = self.note or self.item
        if major and self.minor:
            return f"{major} / {self.minor}"
        return major or self.minor

    def take(self, block: Block, line: str) -> None:
        """Follow a line if it is a heading."""
        if len(line) > _LONGEST or line[0] in "([•":
            return
        is_marked = bool(block.level) or block.emphasised >= _EMPHASISED_SHARE * len(line)
        if _ITEM.match(line) and (is_marked or not _is_sentence(line)):
            self.item, self.note, self.minor = line, "", ""
        elif not is_marked or not _OPENS.match(line) or _is_remark(line):
            return
        elif _NOTE.match(line):
            self.note, self.minor = line, ""
        else:
            self.minor = line

    def with_lead(self, block: Block, line: str) -> str:
        """The heading of a paragraph, counting its own emphasised beginning."""
        lead = line[: max(0, block.lead_end - block.start)].rstrip(" .:—–-")
        if 3 < len(lead) <= _LONGEST_LEAD and len(lead) < 0.8 * len(line) and lead[0].isupper():
            major = self.note or self.item
            return f"{major} / {lead}" if major else lead
        return self.current()


def _is_remark(line: str) -> bool:
    """Whether an emphasised line is a whole sentence and heads nothing."""
    return line.endswith(".") and line.count(" ") >= _LONGEST_SENTENCE


def _is_sentence(line: str) -> bool:
    """Whether a line refers to an item ("Item 1.01 of this report is ...") and opens none."""
    return len(line) > 150 or bool(_REFERENCE.search(line))
