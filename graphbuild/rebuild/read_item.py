"""One raw item -> what it gave: document, claims, sentences missed, issues."""

from dataclasses import dataclass

from graphbuild.documents import read_document
from graphbuild.extract.base import Context
from graphbuild.extract.extraction import extract_claims
from graphbuild.ledger.contents import DocumentRow
from graphbuild.records.claim import Claim
from graphbuild.records.document import Document, RawItem
from graphbuild.records.issue import Issue
from graphbuild.records.review import Missed


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one document gave.

    Parameters
    ----------
    document : ``None`` where the bytes are no evidence; an issue says why.
    uncovered : sentences with money and a watched name but no claim.
    """

    path: str
    document: DocumentRow | None
    claims: tuple[Claim, ...]
    uncovered: tuple[Missed, ...]
    issues: tuple[Issue, ...]


def read_item(item: RawItem, context: Context) -> Reading:
    """Read and extract one raw item."""
    parsed = read_document(item)
    if parsed.document is None:
        return Reading(path=item.path, document=None, claims=(), uncovered=(), issues=parsed.issues)
    extraction = extract_claims(parsed.document, context)
    return Reading(
        path=item.path,
        document=document_row(parsed.document),
        claims=extraction.claims,
        uncovered=extraction.uncovered,
        issues=(*parsed.issues, *extraction.issues),
    )


def document_row(document: Document) -> DocumentRow:
    """What the ledger keeps of a document."""
    return DocumentRow(
        document_id=document.document_id,
        path=document.path,
        kind=document.kind,
        form=document.form,
        filer=document.filer.name if document.filer else None,
        published_on=str(document.published_on) if document.published_on else None,
        tier=document.tier,
        sha256=document.sha256,
        url=document.url,
        characters=len(document.text),
    )
