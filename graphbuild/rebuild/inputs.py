"""What a rebuild starts from: curated tables, archived documents, folders given by the user.

Also the digest of all of it. Equal digests mean an equal snapshot, so nothing need be built.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from graphbuild.curated.loading import CuratedData, load_curated
from graphbuild.records.document import RawItem
from graphbuild.records.issue import Issue
from graphbuild.settings import Settings
from graphbuild.sources.archive import Archive
from graphbuild.sources.folder import read_folder
from graphbuild.workspace import Workspace

_NOTHING = hashlib.sha256(b"").hexdigest()
_CODE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A folder of documents given by the user, with its manifest if it is not inside it."""

    path: Path
    manifest: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Everything a snapshot depends on, but for the documents' bytes.

    Parameters
    ----------
    items : (document's path, kind, sha256) of every raw item, in order.
    digest : of tables, items, settings and code.
    """

    workspace: Workspace
    settings: Settings
    curated: CuratedData
    folders: tuple[Folder, ...]
    items: tuple[tuple[str, str, str], ...]
    digest: str
    issues: tuple[Issue, ...]


def gather_inputs(
    workspace: Workspace, settings: Settings, folders: Sequence[Folder] = ()
) -> Inputs:
    """Read tables, list documents, and name the whole by a digest."""
    curated = load_curated(workspace)
    listed, described, issues = [], [], []
    for item in raw_items(workspace, folders):
        if isinstance(item, Issue):
            issues.append(item)
            continue
        listed.append((item.path, item.kind, item.sha256))
        described.append(repr(replace(item, content=b"", meta=dict(sorted(item.meta.items())))))
    digest = _digest([curated.digest, code_digest(), settings.model_dump_json(), *described])
    return Inputs(
        workspace=workspace,
        settings=settings,
        curated=curated,
        folders=tuple(folders),
        items=tuple(listed),
        digest=digest,
        issues=(*curated.issues, *issues),
    )


def raw_items(workspace: Workspace, folders: Sequence[Folder]) -> Iterator[RawItem | Issue]:
    """Archived documents, then those of the folders; the same bytes only once.

    Archived ones come without their bytes, which `loaded` fetches: most were read long ago.
    """
    seen: set[str] = set()
    for item in _all_items(workspace, folders):
        if isinstance(item, RawItem):
            if item.sha256 in seen:
                continue
            seen.add(item.sha256)
        yield item


def loaded(workspace: Workspace, item: RawItem) -> RawItem | Issue:
    """An item with its bytes, or an issue where the archive's have changed."""
    is_here = item.content or item.sha256 == _NOTHING
    return item if is_here else Archive(workspace.raw).load(item)


@cache
def code_digest() -> str:
    """A digest of the installed code and templates, so that new code is never mistaken for old."""
    parts = [
        path.relative_to(_CODE).as_posix() + hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(_CODE.rglob("*"))
        if path.is_file() and path.suffix in {".py", ".sql", ".html", ".css", ".js"}
    ]
    return _digest(parts)


def _all_items(workspace: Workspace, folders: Sequence[Folder]) -> Iterator[RawItem | Issue]:
    yield from Archive(workspace.raw).listing()
    for folder in folders:
        yield from read_folder(folder.path, folder.manifest)


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
