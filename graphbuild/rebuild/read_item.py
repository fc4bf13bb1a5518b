"""One raw item -> what it gave: document, claims, sentences missed, figures, issues."""

from dataclasses import dataclass

from graphbuild.documents import read_document
from graphbuild.extract.base import Context
from graphbuild.extract.extraction import extract_claims
from graphbuild.ledger.contents import DocumentRow
from graphbuild.rebuild import company_figures
from graphbuild.records.claim import Claim
from graphbuild.records.document import Document, RawItem
from graphbuild.records.figure import Figure
from graphbuild.records.issue import Issue
from graphbuild.records.review import Missed


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one document gave.

    Parameters
    ----------
    document : ``None`` where the bytes are no evidence; an issue says why.
    uncovered : sentences with money and a watched name but no claim.
    figures : of a company's own accounts; their `entity_id` is "cik:<number>".
    is_damaged : the archive's bytes were not those it stored; nothing was read.
    """

    path: str
    document: DocumentRow | None
    claims: tuple[Claim, ...]
    uncovered: tuple[Missed, ...]
    issues: tuple[Issue, ...]
    figures: tuple[Figure, ...] = ()
    is_damaged: bool = False


def read_item(item: RawItem, context: Context) -> Reading:
    """Read and extract one raw item."""
    if item.kind == company_figures.KIND:
        figures, issues = company_figures.read_company_figures(item)
        return Reading(
            path=item.path, document=None, claims=(), uncovered=(), issues=issues, figures=figures
        )
    parsed = read_document(item)
    if parsed.document is None:
        return Reading(path=item.path, document=None, claims=(), uncovered=(), issues=parsed.issues)
    extraction = extract_claims(parsed.document, context)
    return Reading(
        path=item.path,
        document=document_row(parsed.document, item.meta.get("same_story_as")),
        claims=extraction.claims,
        uncovered=extraction.uncovered,
        issues=(*parsed.issues, *extraction.issues),
    )


def unread(issue: Issue) -> Reading:
    """The reading of an item whose archived bytes are damaged."""
    return Reading(
        path=issue.where, document=None, claims=(), uncovered=(), issues=(issue,), is_damaged=True
    )


def document_row(document: Document, same_story_as: str | None = None) -> DocumentRow:
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
        same_story_as=same_story_as or None,
    )
