"""The sentence of a filing's document in which some words stand.

For a person who decides whether a filer is worth watching; nothing of it enters the ledger. Not
here: asking (`sources.edgar_api`), reading (`documents`), claims (`extract`).
"""

import re

from graphbuild.documents import read_document
from graphbuild.errors import FetchError
from graphbuild.records.document import Document, RawItem
from graphbuild.sources import EdgarApi

_LONGEST = 400
"""Characters; a sentence that goes on for a page is cut around the words."""


def quote_from(api: EdgarApi, cik: str, accession: str, document: str, phrase: str) -> str:
    """The first sentence of a document with the phrase; in brackets why there is none."""
    if not document:
        return "[the search names no document]"
    try:
        fetched = api.file(cik, accession, document)
    except FetchError as error:
        return f"[not to be had: {error}]"
    # What EDGAR holds is a filing's document, not an article; its XML forms tell what they are.
    kind = "" if document.lower().endswith(".xml") else "filing"
    item = RawItem(path=document, kind=kind, content=fetched.content, sha256=fetched.sha256)
    read = read_document(item).document
    if read is None:
        return f"[{document} cannot be read]"
    return sentence_with(read, phrase) or f"[{document} does not hold the words as they stand]"


def sentence_with(document: Document, phrase: str) -> str:
    """The first sentence that holds the phrase, cut to what can be read at a glance."""
    pattern = r"\s+".join(re.escape(word) for word in phrase.split())
    found = re.search(pattern, document.text, re.IGNORECASE) if pattern else None
    if found is None:
        return ""
    start, end = _bounds(document, found.start(), found.end())
    room = max(0, (_LONGEST - (found.end() - found.start())) // 2)
    first, last = max(start, found.start() - room), min(end, found.end() + room)
    words = " ".join(document.text[first:last].split())
    return f"{'... ' if first > start else ''}{words}{' ...' if last < end else ''}"


def _bounds(document: Document, start: int, end: int) -> tuple[int, int]:
    """Of the sentence around some words, or of the line where they stand in no sentence."""
    for paragraph in document.paragraphs:
        for sentence in paragraph.sentences:
            if sentence.start <= start < sentence.end:
                return sentence.start, max(end, sentence.end)
    before = document.text.rfind("\n", 0, start) + 1
    after = document.text.find("\n", end)
    return before, len(document.text) if after < 0 else after
