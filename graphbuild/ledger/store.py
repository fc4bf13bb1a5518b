"""Opening and creating ledger files.

A ledger of another schema is never migrated: it is rebuilt. Readers open it read-only.
"""

import importlib.resources
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graphbuild.errors import LedgerError

SCHEMA = "3"
"""Raise it with any change of ``schema.sql`` or of a record stored as JSON."""


@contextmanager
def create_ledger(path: Path) -> Iterator[sqlite3.Connection]:
    """A new ledger at `path`, written in one transaction; the file must not exist.

    Raises
    ------
    LedgerError
        the file exists.
    """
    if path.exists():
        raise LedgerError(f"{path} exists; a snapshot's ledger is written once, remove it first")
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA foreign_keys = ON")
        schema = importlib.resources.files("graphbuild.ledger").joinpath("schema.sql")
        connection.executescript(schema.read_text(encoding="utf-8"))
        connection.execute("BEGIN")
        connection.execute("INSERT INTO meta VALUES ('schema', ?)", (SCHEMA,))
        yield connection
        connection.execute("COMMIT")
    finally:
        connection.close()


@contextmanager
def open_ledger(path: Path) -> Iterator[sqlite3.Connection]:
    """A snapshot's ledger, read-only.

    Raises
    ------
    LedgerError
        no such file, not a ledger, or one of another schema version.
    """
    if not path.is_file():
        raise LedgerError(f"no ledger at {path}; run 'graphbuild rebuild' first")
    connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    try:
        row = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
        if row is None or row[0] != SCHEMA:
            found = row[0] if row else "none"
            raise LedgerError(
                f"{path} has schema {found}, this version reads {SCHEMA}; run 'graphbuild rebuild'"
            )
        yield connection
    except sqlite3.DatabaseError as error:
        raise LedgerError(
            f"{path} is not a readable ledger ({error}); run 'graphbuild rebuild'"
        ) from error
    finally:
        connection.close()


def check_integrity(path: Path) -> list[str]:
    """SQLite's own findings about a ledger file; empty when sound."""
    with open_ledger(path) as connection:
        broken = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        orphans = [str(row) for row in connection.execute("PRAGMA foreign_key_check")]
    return broken + orphans
