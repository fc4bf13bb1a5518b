"""Which documents tell one story: marked when they were fetched, followed to the first of them."""

from collections.abc import Iterable

from graphbuild.ledger.contents import DocumentRow


def story_of(documents: Iterable[DocumentRow]) -> dict[str, str]:
    """The document whose story each relaying document tells, by id; others are not there.

    A mark that names bytes we do not hold still makes all documents with that mark one story.
    """
    documents = tuple(documents)
    by_bytes = {document.sha256: document.document_id for document in documents}
    marked = {
        document.document_id: by_bytes.get(document.same_story_as, document.same_story_as)
        for document in documents
        if document.same_story_as
    }
    return {key: _first(key, marked) for key in sorted(marked)}


def _first(document_id: str, marked: dict[str, str]) -> str:
    seen = [document_id]
    while (before := marked.get(seen[-1])) is not None and before not in seen:
        seen.append(before)
    return seen[-1] if marked.get(seen[-1]) is None else min(seen)
