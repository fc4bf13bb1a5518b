"""Raw items -> documents -> claims, skipping what the memo remembers.

A document is read again only when its bytes, its description in the manifest, or the code changed.
"""

import hashlib
import itertools
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from graphbuild.documents import read_document
from graphbuild.extract.base import Context
from graphbuild.extract.extraction import extract_claims
from graphbuild.ledger.coding import decode, encode
from graphbuild.ledger.contents import DocumentRow
from graphbuild.ledger.memo import Memo
from graphbuild.rebuild.inputs import Inputs, code_digest, raw_items
from graphbuild.records.claim import Claim
from graphbuild.records.document import Document, RawItem
from graphbuild.records.entity import Entity
from graphbuild.records.issue import Issue
from graphbuild.records.review import Missed

_BATCH = 32
_WORTH_SHARING = 4
"""Fewer documents are read faster than another process starts."""


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


def reading_context(entities: Iterable[Entity]) -> Context:
    """What readers may know: names and aliases of curated entities, and what each of them is."""
    kinds = {
        name: str(entity.kind)
        for entity in entities
        if not entity.is_group
        for name in (entity.name, *entity.aliases)
    }
    return Context(frozenset(kinds), kinds)


def read_items(inputs: Inputs, processes: int = 2) -> list[Reading]:
    """Readings of all raw items, in input order; no more than a batch of bytes is held at once.

    Parameters
    ----------
    processes : how many documents are read at once; 1 reads in this process.
    """
    context = reading_context(inputs.curated.entities)
    version = _version(context)
    items = (
        item for item in raw_items(inputs.workspace, inputs.folders) if not isinstance(item, Issue)
    )
    found: list[Reading] = []
    with Memo(inputs.workspace.memo) as memo, ProcessPoolExecutor(processes) as pool:
        while batch := list(itertools.islice(items, _BATCH)):
            keys = [_key(item, version) for item in batch]
            texts = [memo.get(key) for key in keys]
            fresh = [item for item, text in zip(batch, texts, strict=True) if text is None]
            made = iter(_read_all(fresh, context, pool if processes > 1 else None))
            readings = [next(made) if text is None else decode(Reading, text) for text in texts]
            memo.put(
                (key, encode(reading))
                for key, text, reading in zip(keys, texts, readings, strict=True)
                if text is None
            )
            found += readings
    return found


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


def _read_all(
    items: Sequence[RawItem], context: Context, pool: ProcessPoolExecutor | None
) -> Iterator[Reading]:
    if pool is None or len(items) < _WORTH_SHARING:
        return (read_item(item, context) for item in items)
    return pool.map(read_item, items, [context] * len(items))


def _version(context: Context) -> str:
    names = "\n".join(sorted(context.names))
    kinds = "\n".join(f"{name}={kind}" for name, kind in sorted(context.kinds.items()))
    return hashlib.sha256(f"{code_digest()}\n{names}\n{kinds}".encode()).hexdigest()


def _key(item: RawItem, version: str) -> str:
    described = (
        version, item.sha256, item.path, item.kind, str(item.published_on), str(item.cik),
        str(item.accession), str(item.company), str(item.period_end), str(item.url),
    )  # fmt: skip
    return hashlib.sha256("|".join(described).encode()).hexdigest()
