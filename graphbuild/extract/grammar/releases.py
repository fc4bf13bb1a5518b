"""Whom "the Company" means in a press release, which has no filer: whom its opening says.

Accepts: 'Quillstone, Inc. (Nasdaq: QLST) ("Quillstone" or the "Company") today announced ...'
Accepts: "DALLAS, May 20, 2026 (GLOBE NEWSWIRE) -- Quillstone (NASDAQ: QLST), a designer, ..."
Refuses: "Quillstone signed a lease with Meridian. The company is based in Dallas."

Lives here: that definition. Not here: filers (`parties`), "the company" of an article (`subjects`),
defined terms of filings (`graphbuild.documents`).
"""

import re

from graphbuild.records.document import Document

_NAME = (
    r"(?P<name>[A-Z][\w&.'’-]*(?: (?:[A-Z&][\w&.'’-]*|of|and))*"
    r"(?:, (?:Inc|Corp|Ltd|LLC|L\.P)\.?)?)"
)
_QUOTE = "[“”\"']"
_DEFINED = re.compile(
    rf"{_NAME}\s*(?:\([^()“”\"]{{1,60}}\)[\s,]*){{0,2}}\((?:the )?"
    rf"(?:{_QUOTE}[^()]{{1,50}}?{_QUOTE},? (?:or|and) (?:the )?)?"
    rf"{_QUOTE}(?:[Tt]he )?Company{_QUOTE}"
)
_DATELINE = re.compile(
    r"\((?:GLOBE NEWSWIRE|BUSINESS WIRE|NEWSFILE|ACCESSWIRE)[^()]*\)[\s–—-]*|/PRNewswire/[\s–—-]*"
)
_LISTED = re.compile(
    rf"{_NAME}\s*\((?:NASDAQ|Nasdaq|NYSE|TSX|ASX|LSE)[^()]{{0,60}}\)(?: ?\([^()]*\))?,? "
)
_OPENING = 1500


def release_terms(document: Document) -> tuple[tuple[str, str], ...]:
    """The defined term ("the Company", its name) of a press release; nothing for anything else."""
    if document.filer is not None or document.entries:
        return ()
    opening = document.text[:_OPENING]
    defined = {match.group("name") for match in _DEFINED.finditer(opening)}
    if not defined:
        line = _DATELINE.search(opening)
        listed = _LISTED.match(opening, line.end()) if line else None
        defined = {listed.group("name")} if listed else set()
    if len(defined) != 1:
        return ()
    (name,) = defined
    return (("the Company", name), ("The Company", name))
