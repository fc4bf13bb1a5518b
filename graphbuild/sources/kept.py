"""Answers that may change, kept with what the server needs to say "still the same".

Guarded state: two files an address below one folder, written whole or not at all; the folder may be
deleted at any time. Not here: documents, which do not change (`archive`).
"""

import hashlib
import json
from pathlib import Path

from graphbuild.sources.bodies import Check, check_any
from graphbuild.sources.fetched import Fetched
from graphbuild.sources.http import Client
from graphbuild.sources.whole_files import replace_file

_VALIDATORS = (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since"))


class KeptAnswers:
    """Bodies by address below one folder (``Workspace.answers``)."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def get(
        self,
        client: Client,
        url: str,
        *,
        check: Check = check_any,
        largest_bytes: int = 100_000_000,
    ) -> tuple[bytes, bool]:
        """The body, and whether it is the one we had; asks the server either way.

        Raises
        ------
        RequestError
            nothing usable after all attempts.
        """
        body, about = self._files(url)
        kept, headers, digest = _read(url, body, about)
        fetched = client.get(url, check=check, headers=headers, largest_bytes=largest_bytes)
        if fetched.is_unchanged:
            return kept, True
        self._write(url, fetched, body, about)
        return fetched.content, fetched.sha256 == digest

    def forget(self, url: str) -> None:
        """Drop what is kept of an address, since it turned out to be no use."""
        _, about = self._files(url)
        about.unlink(missing_ok=True)

    def _files(self, url: str) -> tuple[Path, Path]:
        """Where the body of an address is kept, and what is said about it."""
        name = hashlib.sha256(url.encode()).hexdigest()[:24]
        return self._root / f"{name}.body", self._root / f"{name}.json"

    def _write(self, url: str, fetched: Fetched, body: Path, about: Path) -> None:
        self._root.mkdir(parents=True, exist_ok=True)
        values = {"url": url, "sha256": fetched.sha256}
        values |= {
            name: fetched.headers[name] for name, _ in _VALIDATORS if name in fetched.headers
        }
        # The body first: what is said about it counts only while the checksum agrees.
        replace_file(body, fetched.content)
        replace_file(about, json.dumps(values, indent=1, sort_keys=True).encode())


def _read(url: str, body: Path, about: Path) -> tuple[bytes, dict[str, str], str]:
    """Kept bytes, the headers to ask with, and their checksum; nothing where it is damaged."""
    try:
        content = body.read_bytes()
        values = json.loads(about.read_text(encoding="utf-8"))
        digest = hashlib.sha256(content).hexdigest()
        if values["sha256"] != digest or values["url"] != url:
            return b"", {}, ""
        headers = {ask: str(values[name]) for name, ask in _VALIDATORS if name in values}
    except (OSError, ValueError, KeyError, TypeError):
        return b"", {}, ""
    return content, headers, digest
