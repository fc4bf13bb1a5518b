"""A folder of documents, with a manifest or without one.

With ``manifest.csv`` only listed files are read, each checked against its row. Without, every file
is: sec-edgar-downloader's own layout is recognised, other files are left to their content. Not
here: what is in the files (`documents`).
"""

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from graphbuild.records.document import RawItem
from graphbuild.records.issue import Issue, Severity
from graphbuild.sources.manifest import MANIFEST_NAME, ManifestRow, issue, read_manifest

LARGEST_FILE_BYTES = 300_000_000
"""Larger files are reported and not read; the largest filings on EDGAR are about 100 MB."""

_TEXT_SUFFIXES = frozenset(
    {".htm", ".html", ".xhtml", ".xml", ".txt", ".nc", ".md", ".rss", ".atom", ".json", ".idx", ""}
    | {".mhtml", ".mht", ".eml", ".markdown", ".text"}
)
_ADVICE = {
    ".pdf": "save its text beside it if it is a document (pdftotext -layout FILE.pdf)",
    ".zip": "unpack it",
}
_PACKED = ".gz"
_PAGES = (".htm", ".html")
_PARTS = "_files"
"""A browser saves "Page.html" with pictures and scripts in "Page_files"."""
_DOWNLOADS = "sec-edgar-filings"
_SUBMISSION = "full-submission.txt"
_ACCESSION = re.compile(r"^\d{10}-\d{2}-\d{6}$")


def read_folder(folder: Path, manifest: Path | None = None) -> Iterator[RawItem | Issue]:
    """The folder's documents in the manifest's order, else in the order of their paths.

    Parameters
    ----------
    manifest : a CSV with at least the columns ``path`` and ``kind``, paths relative to `folder`;
        by default ``manifest.csv`` in the folder, if there is one.

    Yields
    ------
    A `RawItem` for each document, an `Issue` for each row or file that gives none.
    """
    if not folder.is_dir():
        yield issue(folder.name, "missing-folder", "no such folder", "check the path")
        return
    manifest = manifest or (folder / MANIFEST_NAME if (folder / MANIFEST_NAME).is_file() else None)
    if manifest is None:
        yield from _read_all(folder)
    else:
        yield from _read_listed(folder, manifest)


def _read_listed(folder: Path, manifest: Path) -> Iterator[RawItem | Issue]:
    seen: set[str] = set()
    for row in read_manifest(manifest):
        if isinstance(row, Issue):
            yield row
        elif row.path in seen:
            yield row.issue("path", "duplicate-path", f"{row.path} is listed twice", "drop one row")
        else:
            seen.add(row.path)
            yield from _read_row(folder, row)
    unlisted = [path for path in _files(folder) if path not in seen and path != manifest.name]
    if unlisted:
        yield issue(
            manifest.name,
            "unlisted-file",
            f"{len(unlisted)} files in the folder are not listed, the first {unlisted[0]}",
            "add rows for those that are documents",
            Severity.NOTICE,
        )


def _read_row(folder: Path, row: ManifestRow) -> Iterator[RawItem | Issue]:
    path = _inside(folder, row.path)
    if path is None:
        yield row.issue(
            "path", "path-outside", f"{row.path} leads out of the folder", "correct the path"
        )
        return
    content = _read_bytes(folder, row.path)
    if isinstance(content, Issue):
        yield row.issue("path", content.code, f"{row.path}: {content.message}", content.advice)
        return
    digest = hashlib.sha256(content).hexdigest()
    if row.sha256 and row.sha256.lower() != digest:
        yield row.issue(
            "sha256",
            "wrong-checksum",
            f"{row.path} has changed: its checksum is {digest[:12]}...",
            "fetch the file again, or correct the row if the change is meant",
        )
        return
    if row.columns.get("complete", "").lower() == "no":
        yield row.issue(
            "complete",
            "incomplete-file",
            f"{row.path} is marked as not complete",
            "what is in it is read",
            Severity.NOTICE,
        )
    yield row.item(content, digest)


def _inside(folder: Path, name: str) -> Path | None:
    """The file's path, if it stays in the folder even through links."""
    pure = PurePosixPath(name)
    if not name or "\0" in name or pure.is_absolute() or ".." in pure.parts or "\\" in name:
        return None
    path = folder / pure
    try:
        return path if path.resolve().is_relative_to(folder.resolve()) else None
    except (OSError, RuntimeError):  # a link that leads to itself
        return None


def _read_bytes(folder: Path, name: str) -> bytes | Issue:
    path = folder / name
    try:
        if not path.is_file():
            return issue(name, "missing-file", "no such file", "fetch it or drop the row")
        size = path.stat().st_size
        if size > LARGEST_FILE_BYTES:
            return issue(name, "too-large", f"{size} bytes", "split it or leave it out")
        return path.read_bytes()
    except OSError as error:
        return issue(name, "unreadable-file", str(error), "check the file's permissions")


def _files(folder: Path) -> list[str]:
    """Paths of all files, hidden ones and links to folders left out, in order."""
    found: list[str] = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        place = Path(root).relative_to(folder)
        found += [(place / name).as_posix() for name in names if not name.startswith(".")]
    return sorted(found)


def _read_all(folder: Path) -> Iterator[RawItem | Issue]:
    names = _files(folder)
    present = set(names)
    for name in names:
        path = PurePosixPath(name)
        if _is_part_of_page(path, present):
            continue
        if not _is_text(path):
            advice = _ADVICE.get(
                path.suffix.lower(), "save it as HTML, XML or text if it is a document"
            )
            yield issue(name, "unsupported-file", "not a text file", advice, Severity.NOTICE)
        elif not _is_second_copy(path, present):
            yield from _read_unlisted(folder, path)


def _is_text(path: PurePosixPath) -> bool:
    """Whether the name is one of a text, packed or not; of "a.tar.gz" it is not."""
    suffix = path.suffix.lower()
    inner = PurePosixPath(path.stem).suffix.lower() if suffix == _PACKED else suffix
    return inner in _TEXT_SUFFIXES


def _is_part_of_page(path: PurePosixPath, present: set[str]) -> bool:
    """A picture, script or frame in the folder that a browser wrote beside a saved page."""
    return any(
        folder.name.endswith(_PARTS)
        and any(f"{str(folder).removesuffix(_PARTS)}{suffix}" in present for suffix in _PAGES)
        for folder in path.parents
    )


def _is_second_copy(path: PurePosixPath, present: set[str]) -> bool:
    """A primary document beside its submission: one filing is one piece of evidence."""
    is_download = _DOWNLOADS in path.parts and path.name.startswith("primary-document")
    return is_download and (path.parent / _SUBMISSION).as_posix() in present


def _read_unlisted(folder: Path, path: PurePosixPath) -> Iterator[RawItem | Issue]:
    if _inside(folder, str(path)) is None:
        yield issue(str(path), "path-outside", "a link out of the folder", "copy the file here")
        return
    content = _read_bytes(folder, str(path))
    if isinstance(content, Issue):
        yield content
        return
    cik, form, accession = _download_place(path)
    yield RawItem(
        path=str(path),
        kind=form or _kind_by_name(path, content),
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        cik=cik,
        accession=accession,
        url=_filing_url(cik, accession),
    )


def _download_place(path: PurePosixPath) -> tuple[str | None, str, str | None]:
    """CIK, form and accession from sec-edgar-filings/CIK/FORM/ACCESSION/file."""
    if _DOWNLOADS not in path.parts:
        return None, "", None
    below = path.parts[path.parts.index(_DOWNLOADS) + 1 :]
    if len(below) != 4 or not _ACCESSION.match(below[2]):
        return None, "", None
    cik = below[0].lstrip("0")
    return (cik if cik.isdecimal() else None), below[1], below[2]


def _filing_url(cik: str | None, accession: str | None) -> str | None:
    if not cik or not accession:
        return None
    folder = accession.replace("-", "")
    return f"https://www.sec.gov/Archives/edgar/data/{cik}/{folder}/{accession}.txt"


def _kind_by_name(path: PurePosixPath, content: bytes) -> str:
    """EDGAR's data files, which say what they are; all else is left to the content."""
    suffix = path.suffix.lower()
    if suffix == ".idx":
        return "index"
    if suffix != ".json":
        return ""
    head = content[:2000]
    if b'"facts"' in head and b'"entityName"' in head:
        return "companyfacts-json"
    is_submissions = b'"filings"' in content or b'"accessionNumber"' in head
    return "submissions-json" if is_submissions else "json"
