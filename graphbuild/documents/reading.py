"""One file -> one document, or the reason why there is none; never an exception.

Not here: what a format looks like inside (one module each), the list of formats (`formats`).
"""

from dataclasses import dataclass, replace
from functools import partial

from graphbuild.documents.covers import read_cover
from graphbuild.documents.feed import is_filing_list
from graphbuild.documents.formats import Format, format_of, sniff
from graphbuild.documents.identity import make_document
from graphbuild.documents.markup import decode
from graphbuild.documents.opening import opened
from graphbuild.errors import ParseError
from graphbuild.records.document import Document, RawItem
from graphbuild.records.issue import Issue, Severity

_NAME_IT = "save it as .htm or .txt, or list it in a manifest.csv with its kind (10-K, rss)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What reading a file gave; without a document there is at least one issue that says why."""

    document: Document | None
    issues: tuple[Issue, ...] = ()


def read_document(item: RawItem) -> Reading:
    """The document of one file, with sentences, tables, facts and rows at their places.

    Damaged, truncated or unknown files give an issue, and a document where enough is left of one.
    """
    form = format_of(item.kind)
    if form is not None and form.read is None:
        return _without(item, Severity.NOTICE, "not-evidence", f"{form.reason}; nothing to do")
    try:
        item = opened(item)
        return _read(item, decode(item.content), form)
    except ParseError as error:
        return _without(item, Severity.ERROR, "unreadable", str(error))


def _read(item: RawItem, text: str, form: Format | None) -> Reading:
    """Read a text by its format, or by its content where its kind is not in the list.

    Raises
    ------
    ParseError
        the reader found nothing to read.
    """
    if not text.strip():
        raise ParseError("the file is empty; fetch it again")
    notes: tuple[Issue, ...] = ()
    kind = item.kind
    if is_filing_list(text):
        form = format_of("atom-getcurrent")
    if form is None:
        kind = sniff(text, item.path)
        form = format_of(kind)
        if form is None:
            given = f"no reader for kind {item.kind!r}, and " if item.kind else ""
            message = f"{given}nothing in it tells what it is; {_NAME_IT}"
            return _without(item, Severity.WARNING, "unknown-kind", message)
        if item.kind:
            advice = "add the kind to graphbuild.documents.FORMATS if it is right"
            message = f"kind {item.kind!r} is not listed, read by its content; {advice}"
            notes = (_issue(item, Severity.NOTICE, "unlisted-kind", message),)
    if form.read is None:
        return _without(item, Severity.NOTICE, "not-evidence", f"{form.reason}; nothing to do")
    rendering, header = form.read(replace(item, kind=kind), text)
    if not rendering.text:
        raise ParseError("no text in it; fetch the document again")
    cover = partial(read_cover, text, item.path) if form.has_cover else None
    document, notes_of = make_document(item, rendering, header, sniffed=kind, cover=cover)
    return Reading(document=document, issues=(*notes, *rendering.issues, *notes_of))


def _without(item: RawItem, severity: Severity, code: str, message: str) -> Reading:
    return Reading(document=None, issues=(_issue(item, severity, code, message),))


def _issue(item: RawItem, severity: Severity, code: str, message: str) -> Issue:
    """An issue from "what is wrong; what to do"."""
    what, _, advice = message.partition("; ")
    return Issue(
        stage="parse",
        severity=severity,
        code=code,
        where=item.path,
        message=what,
        advice=advice or "fetch the document again",
    )
