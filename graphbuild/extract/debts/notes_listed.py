"""Notes that a filing lists one a line, below a sentence that says they were issued or are owed.

Accepts: "We issued the following convertible notes: [New paragraph.] • $640 million in principal of
2.75% Convertible Notes due 2033."
Accepts: "The following notes are outstanding: [New paragraph.] • $300 million of 7.25% Senior Notes
due 2032."
Refuses: "We intend to repurchase the following notes: [New paragraph.] • $300 million of 7.25%
Senior Notes due 2032."

Lives here: such lists. Not here: rows of tables (`debt_tables`), notes told in a sentence
(`notes`), bullets of releases (`grammar.releases`).

Flow: the sentence above -> the lines below it -> Claim*, all toward the filer.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.grammar.parties import filer_mention, unnamed_mention
from graphbuild.extract.grammar.wording import debt_instrument
from graphbuild.extract.sentences.claiming import amount_of, build
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.telling import need_of, told
from graphbuild.records.claim import Claim, Status
from graphbuild.records.document import Document

_ABOVE = re.compile(
    r"\b(?:issued|sold|completed|outstanding|consist(?:s|ed)?|compris(?:es|ed))\b[^.;]{0,160}"
    r"\b(?:notes|debentures|bonds)\b[^.;]{0,200}:\s*$"
    r"|\b(?:notes|debentures|bonds)\b[^.;]{0,120}\b(?:outstanding|consist\w*|compris\w*|as follows)"
    r"\b[^.;]{0,120}:\s*$"
)
_REFUSED = re.compile(
    r"\b(?:intend|may|will|propos|offer to|repurchas|redeem|repaid|exchang|tender|"
    r"convert(?:ed|s)?\b(?! (?:senior |notes)))",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"(?:^(?:[-–—*o]|\(?(?:[ivx]+|[a-z]|\d{1,2})[.)])?|[•·▪●]) ?<M(?P<money>\d+)> (?:in |of )?"
    r"(?:(?:aggregate|total|original|initial|outstanding) )*(?:principal (?:amount )?)?"
    r"(?:of |in )?(?:<P\d+>'s |our |its |the )?"
    r"(?P<what>(?:<S\d+> |[A-Za-z-]+ ){0,8}?(?:[Nn]otes|[Dd]ebentures|[Bb]onds))\b"
)
_MOST = 12
"""Sentences below that are looked at; text saved without line breaks has the list in one."""


def find_listed(document: Document, context: Context) -> Iterator[Claim]:
    """The notes of each such list."""
    sentences = told(document, context)
    if sentences.is_news:
        return
    for index in sentences.with_words(need_of(_ABOVE)):
        above = sentences.text(index)
        if not _ABOVE.search(above) or _REFUSED.search(above):
            continue
        for line in sentences.following(index, _MOST):
            listed = list(_LINE.finditer(line.plain))
            if not listed:
                break
            for found in listed:
                yield from _claims(line, found)


def _claims(line: Reading, found: re.Match[str]) -> Iterator[Claim]:
    if line.filer is not None:
        yield from build(
            line,
            LISTED_NOTES.label,
            instrument=debt_instrument(found["what"]),
            sources=[unnamed_mention("noteholders")],
            targets=[filer_mention(line.filer)],
            status=Status.FUNDED,
            amount=amount_of(line, f"<M{found['money']}>"),
        )


LISTED_NOTES = Pattern("notes_listed", 1, find_listed)
