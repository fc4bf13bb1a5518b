"""The memo: what was made of a document's bytes, by hash of bytes and version of the readers.

A cache and nothing else: deleting it costs time, never a fact. Written by one rebuild at a time.
"""

import sqlite3
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from graphbuild.errors import LedgerError


class Memo:
    """Texts by key, compressed, in one SQLite file; use as a context manager."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._connection = self._open()
        except sqlite3.DatabaseError:
            self._path.unlink()  # damaged: it is only a cache
            self._connection = self._open()
        return self

    def __exit__(self, *_: object) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def get(self, key: str) -> str | None:
        """The text under a key, or ``None``."""
        row = self._live().execute("SELECT body FROM memo WHERE key = ?", (key,)).fetchone()
        return None if row is None else zlib.decompress(row[0]).decode()

    def put(self, items: Iterable[tuple[str, str]]) -> None:
        """Store texts, all or none of them."""
        with self._live() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO memo VALUES (?, ?)",
                [(key, zlib.compress(text.encode(), 6)) for key, text in items],
            )

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS memo (key TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT"
        )
        return connection

    def _live(self) -> sqlite3.Connection:
        if self._connection is None:
            raise LedgerError(f"{self._path}: the memo is closed; use it in a 'with' block")
        return self._connection
