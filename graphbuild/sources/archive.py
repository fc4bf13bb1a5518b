"""The archive of raw documents: written once, never changed, checked when read.

Guarded state: the files below one folder. Each document lies in a folder of its filing or of its
hash, with ``<name>.meta.json`` beside it; it is in the archive once that file is there, so a run
that is killed leaves nothing half stored. Bytes that are still arriving lie in ``.incoming``, one
folder a process, swept once their process is gone.
"""

import contextlib
import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from graphbuild.records.document import RawItem
from graphbuild.records.issue import Issue, Severity
from graphbuild.records.period import partial_date
from graphbuild.sources.manifest import issue
from graphbuild.sources.whole_files import replace_file

_META = ".meta.json"
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_ACCESSION = re.compile(r"\d{10}-\d{2}-\d{6}")
_CIK = re.compile(r"\d{1,10}")
_LONGEST_NAME = 80
_HASH_LENGTH = 12
_INCOMING = ".incoming"
SUBMISSION_NAME = "full-submission.txt"
"""Name of a filing's full submission, of which the archive holds one a filing."""
_TEXTS = ("kind", "sha256", "url", "company", "cik", "accession")
_DATES = ("published_on", "period_end")


class Archive:
    """The raw documents below one folder.

    Parameters
    ----------
    root : ``Workspace.raw``; made when the first document is stored.
    """

    def __init__(self, root: Path) -> None:
        self._root = root

    def store(self, item: RawItem) -> bool:
        """Keep a document; False if these bytes of it are here already.

        Raises
        ------
        ValueError
            the bytes do not have the checksum the item gives.
        """
        digest = hashlib.sha256(item.content).hexdigest()
        if digest != item.sha256:
            raise ValueError(f"{item.path}: checksum {digest} is not {item.sha256}")
        with self._locked():
            path = self._free_place(item)
            if path is None:
                return False
            replace_file(path, item.content)
            replace_file(_meta_path(path), _meta_bytes(item))
        return True

    def store_file(self, path: Path, item: RawItem) -> bool:
        """Keep a document whose bytes are in a file of `incoming`; False if it is here already.

        Parameters
        ----------
        path : moved into the archive; gone afterwards in any case.
        item : with the file's checksum, taken while it arrived, and no content.
        """
        with self._locked():
            place = self._free_place(item)
            if place is None:
                path.unlink()
                return False
            with path.open("rb") as file:
                os.fsync(file.fileno())
            path.replace(place)
            replace_file(_meta_path(place), _meta_bytes(item))
        return True

    @contextlib.contextmanager
    def incoming(self) -> Iterator[Path]:
        """A folder of this process's own on the archive's disk, removed at the end.

        Folders of processes that were killed are removed first, and half-written files with them.
        """
        base = self._root / _INCOMING
        # Sweeping and claiming exclude each other, or one could take the other's new folder.
        with self._locked():
            self._sweep(base)
            folder = Path(tempfile.mkdtemp(dir=base))
            lock = FileLock(base / f"{folder.name}.lock")
            lock.acquire()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            lock.release()
            Path(lock.lock_file).unlink(missing_ok=True)

    def _sweep(self, base: Path) -> None:
        for part in self._root.rglob(".*.part"):
            part.unlink(missing_ok=True)
        for lock_file in base.glob("*.lock"):
            lock = FileLock(lock_file)
            with contextlib.suppress(Timeout), lock.acquire(timeout=0):
                shutil.rmtree(base / lock_file.stem, ignore_errors=True)
                lock_file.unlink(missing_ok=True)

    def _locked(self) -> FileLock:
        """Held for the moment of storing, so that two processes never store one filing twice."""
        base = self._root / _INCOMING
        base.mkdir(parents=True, exist_ok=True)
        return FileLock(base / "store")

    def _free_place(self, item: RawItem) -> Path | None:
        """Where the document goes, its folder made; ``None`` if it is here already."""
        path = self._root / _place(item)
        if _is_stored(_meta_path(path)):
            return None
        is_submission = path.name.endswith(f"-{SUBMISSION_NAME}")
        if is_submission and item.accession and self.has_submission(item.accession):
            return None
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def accessions(self) -> frozenset[str]:
        """Accession numbers of all filings whose full submission is here and not damaged."""
        folder = self._root / "edgar"
        return frozenset(
            path.parent.name
            for path in folder.glob(f"*/*/*-{SUBMISSION_NAME}{_META}")
            if _ACCESSION.fullmatch(path.parent.name) and _is_stored(path)
        )

    def has_submission(self, accession: str) -> bool:
        """Whether a filing's full submission is here, whichever of its filers it lies with.

        Asked while another process may store it.
        """
        if not _ACCESSION.fullmatch(accession):
            return False
        found = (self._root / "edgar").glob(f"*/{accession}/*-{SUBMISSION_NAME}{_META}")
        return any(_is_stored(meta) for meta in found)

    def notes(self) -> Iterator[Mapping[str, str]]:
        """What is noted of documents that are no filings, without reading their bytes.

        Each is the item's `meta`, with its ``sha256`` and ``url``; damaged notes are passed over
        here and told by `items`.
        """
        for path in sorted((self._root / "other").glob(f"*/*{_META}")):
            try:
                values = json.loads(path.read_text(encoding="utf-8"))
                told = {"sha256": values["sha256"], "url": values["url"] or ""}
                yield {**values["meta"], **told}
            except (OSError, ValueError, KeyError, TypeError):
                continue

    def items(self) -> Iterator[RawItem | Issue]:
        """All documents in the order of their paths; an issue for one that is damaged."""
        for item in self.listing():
            yield item if isinstance(item, Issue) else self.load(item)

    def listing(self) -> Iterator[RawItem | Issue]:
        """What `items` gives, but without the bytes: years of filings are listed in a moment.

        A damaged description or a missing document is an issue; damaged bytes are found by `load`.
        """
        for meta in sorted(self._root.rglob(f"*{_META}")):
            path = meta.with_name(meta.name.removesuffix(_META))
            name = path.relative_to(self._root).as_posix()
            try:
                item = _item(name, json.loads(meta.read_text(encoding="utf-8")))
            except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
                yield _damaged(name, f"cannot be read: {error}")
                continue
            yield item if path.is_file() else _damaged(name, "is missing")

    def load(self, item: RawItem) -> RawItem | Issue:
        """An item of `listing` with its bytes, checked; an issue where they have changed."""
        try:
            content = (self._root / item.path).read_bytes()
        except OSError as error:
            return _damaged(item.path, f"cannot be read: {error}")
        if hashlib.sha256(content).hexdigest() != item.sha256:
            return _damaged(item.path, "has changed since it was stored")
        return replace(item, content=content)


def _meta_path(path: Path) -> Path:
    return path.with_name(path.name + _META)


def _is_stored(meta: Path) -> bool:
    """Whether a document and a readable note of it are here."""
    try:
        json.loads(meta.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return meta.with_name(meta.name.removesuffix(_META)).is_file()


def _place(item: RawItem) -> Path:
    """Where a document belongs; only names made here reach the file system."""
    name = f"{item.sha256[:_HASH_LENGTH]}-{_safe_name(item.path)}"
    if item.accession and _ACCESSION.fullmatch(item.accession):
        cik = item.cik if item.cik and _CIK.fullmatch(item.cik) else "unknown"
        return Path("edgar", cik, item.accession, name)
    return Path("other", item.sha256[:2], name)


def _safe_name(path: str) -> str:
    """The file name in letters, digits and ``._-``; never empty, never hidden, never a path."""
    last = path.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return _UNSAFE.sub("_", last).strip("._")[-_LONGEST_NAME:] or "document"


def _meta_bytes(item: RawItem) -> bytes:
    values: dict[str, Any] = {name: getattr(item, name) for name in _TEXTS}
    for name in _DATES:
        date = getattr(item, name)
        values[name] = str(date) if date else None
    values["original_path"] = item.path
    values["meta"] = dict(sorted(item.meta.items()))
    text = json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True)
    return f"{text}\n".encode()


def _item(name: str, values: Mapping[str, Any]) -> RawItem:
    return RawItem(
        path=name,
        content=b"",
        kind=values["kind"],
        sha256=values["sha256"],
        url=values["url"],
        company=values["company"],
        cik=values["cik"],
        accession=values["accession"],
        published_on=partial_date(values["published_on"]),
        period_end=partial_date(values["period_end"]),
        meta={**values["meta"], "original_path": values["original_path"]},
    )


def _damaged(name: str, message: str) -> Issue:
    return issue(
        name,
        "damaged-archive",
        f"the archived document {message}",
        "delete it and its meta.json, and fetch it again",
        Severity.ERROR,
    )
