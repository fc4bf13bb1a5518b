"""One file -> one document, or the reason why there is none; never an exception.

Not here: what a format looks like inside (one module each), the list of formats (`formats`).
"""

from dataclasses import dataclass

from graphbuild.documents.formats import format_of
from graphbuild.documents.identity import make_document
from graphbuild.documents.markup import decode
from graphbuild.errors import ParseError
from graphbuild.records.document import Document, RawItem
from graphbuild.records.issue import Issue, Severity


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
    if form is None or form.read is None:
        return _not_evidence(item, form.reason if form else "")
    try:
        rendering, header = form.read(item, decode(item.content))
    except ParseError as error:
        return Reading(document=None, issues=(_unreadable(item, str(error)),))
    document, contradictions = make_document(item, rendering, header)
    return Reading(document=document, issues=(*rendering.issues, *contradictions))


def _not_evidence(item: RawItem, reason: str) -> Reading:
    if reason:
        severity, code, message, advice = (
            Severity.NOTICE,
            "not-evidence",
            f"{item.kind}: {reason}",
            "nothing to do",
        )
    else:
        severity, code, message, advice = (
            Severity.WARNING,
            "unknown-kind",
            f"no reader for kind {item.kind!r}",
            "correct the kind in the manifest, or add a reader to graphbuild.documents.FORMATS",
        )
    issue = Issue(
        stage="parse",
        severity=severity,
        code=code,
        where=item.path,
        message=message,
        advice=advice,
    )
    return Reading(document=None, issues=(issue,))


def _unreadable(item: RawItem, message: str) -> Issue:
    return Issue(
        stage="parse",
        severity=Severity.ERROR,
        code="unreadable",
        where=item.path,
        message=message.partition("; ")[0],
        advice=message.partition("; ")[2] or "fetch the document again",
    )
