"""Every path under a workspace; nobody else joins paths.

A workspace is a folder with ``data/`` (what goes in) and ``outputs/`` (what comes out). Its curated
tables, where it has some, take the place of the bundled ones, table by table.
"""

import importlib.resources
import os
from dataclasses import dataclass
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parent.parent / "data" / "curated"


def bundled_folder() -> Path:
    """The folder of curated tables that came with this installation.

    In a source checkout that is ``data/curated``; in an installed package the same files lie in
    ``graphbuild/bundled``.
    """
    if _CHECKOUT.is_dir():
        return _CHECKOUT
    return Path(str(importlib.resources.files("graphbuild") / "bundled"))


@dataclass(frozen=True, slots=True)
class Workspace:
    """Paths below one root folder."""

    root: Path

    @property
    def curated(self) -> Path:
        """Tables people edit."""
        return self.root / "data" / "curated"

    @property
    def raw(self) -> Path:
        """Archive of documents as they arrived; written once, never changed."""
        return self.root / "data" / "raw"

    @property
    def answers(self) -> Path:
        """Lists and feeds as servers last sent them; may be deleted at any time."""
        return self.root / "data" / "answers"

    @property
    def asked(self) -> Path:
        """What a language model answered, by question; may be deleted at any time."""
        return self.root / "data" / "asked"

    @property
    def series(self) -> Path:
        """Tables of prices and macro series, each with its own as-of."""
        return self.root / "data" / "series"

    @property
    def memo(self) -> Path:
        """Cache of what was read from documents; may be deleted at any time."""
        return self.root / "data" / "ledger" / "memo.sqlite"

    @property
    def lock(self) -> Path:
        """Held by the one rebuild that may run."""
        return self.root / "data" / "rebuild.lock"

    @property
    def outputs(self) -> Path:
        """Everything made."""
        return self.root / "outputs"

    @property
    def snapshots(self) -> Path:
        """One folder a published rebuild."""
        return self.outputs / "snapshots"

    @property
    def failed(self) -> Path:
        """Short records of rebuilds that published nothing."""
        return self.outputs / "failed"

    @property
    def latest(self) -> Path:
        """Names the snapshot that answers are quoted from."""
        return self.outputs / "latest.json"

    def table(self, name: str) -> Path:
        """A curated table by file name: the workspace's own, else the bundled one.

        A workspace that has a ``data/curated`` folder owns all tables: one that is missing there
        has been deleted on purpose and is empty.
        """
        if self.curated.is_dir():
            return self.curated / name
        return bundled_folder() / name


def find_workspace(given: Path | None = None) -> Workspace:
    """The workspace to use: the one given, ``GRAPHBUILD_WORKSPACE``, or the current folder."""
    root = given or Path(os.environ.get("GRAPHBUILD_WORKSPACE") or ".")
    return Workspace(root.resolve())
