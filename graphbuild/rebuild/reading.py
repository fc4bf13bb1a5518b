"""Raw items -> documents -> claims, skipping what the memo remembers.

A document is read again only when its bytes, its description in the manifest, or the code changed.
"""

import hashlib
import itertools
from collections.abc import Iterable, Iterator

from graphbuild.extract.base import Context
from graphbuild.ledger.coding import decode, encode
from graphbuild.ledger.memo import Memo
from graphbuild.rebuild.inputs import Inputs, code_digest, loaded, raw_items
from graphbuild.rebuild.read_item import Reading, unread
from graphbuild.rebuild.readers import Readers
from graphbuild.records.document import RawItem
from graphbuild.records.entity import Entity
from graphbuild.records.issue import Issue

_BATCH = 32


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
    with Memo(inputs.workspace.memo) as memo, Readers(context, processes) as readers:
        while batch := list(itertools.islice(items, _BATCH)):
            keys = [_key(item, version) for item in batch]
            texts = [memo.get(key) for key in keys]
            fresh = [
                loaded(inputs.workspace, item)
                for item, text in zip(batch, texts, strict=True)
                if text is None
            ]
            whole = [item for item in fresh if isinstance(item, RawItem)]
            read = iter(readers.read(whole))
            made = iter([next(read) if isinstance(i, RawItem) else unread(i) for i in fresh])
            readings = [next(made) if text is None else decode(Reading, text) for text in texts]
            memo.put(
                (key, encode(reading))
                for key, text, reading in zip(keys, texts, readings, strict=True)
                if text is None and not reading.is_damaged
            )
            found += readings
    return found


def read_all(items: Iterable[RawItem], context: Context, processes: int = 2) -> Iterator[Reading]:
    """Readings of all items, in their order, without a memo; a batch of bytes is held at once.

    Parameters
    ----------
    processes : how many documents are read at once; 1 reads in this process.
    """
    items = iter(items)
    with Readers(context, processes) as readers:
        while batch := list(itertools.islice(items, _BATCH)):
            yield from readers.read(batch)


def _version(context: Context) -> str:
    names = "\n".join(sorted(context.names))
    kinds = "\n".join(f"{name}={kind}" for name, kind in sorted(context.kinds.items()))
    return hashlib.sha256(f"{code_digest()}\n{names}\n{kinds}".encode()).hexdigest()


def _key(item: RawItem, version: str) -> str:
    described = (
        version, item.sha256, item.path, item.kind, str(item.published_on), str(item.cik),
        str(item.accession), str(item.company), str(item.period_end), str(item.url),
        item.meta.get("same_story_as", ""),
    )  # fmt: skip
    return hashlib.sha256("|".join(described).encode()).hexdigest()
