"""The snapshot that a new one is compared with: the last one built from other inputs.

Building the same inputs again thus tells the same changes, in words (`changes`) and on the map
(`changed`).
"""

import logging
from collections.abc import Iterator
from pathlib import Path

from graphbuild.errors import LedgerError
from graphbuild.ledger.contents import Contents
from graphbuild.ledger.reading import read_ledger
from graphbuild.rebuild.snapshots import RUN_RECORD, read_run_record
from graphbuild.workspace import Workspace

_LOG = logging.getLogger(__name__)


def folders_before(workspace: Workspace, digest: str) -> Iterator[Path]:
    """Snapshots of other inputs, the last one first.

    Parameters
    ----------
    digest : of the inputs of the new snapshot, or its first characters.
    """
    if not workspace.snapshots.is_dir():
        return
    for folder in sorted(workspace.snapshots.iterdir(), reverse=True):
        if not (folder / RUN_RECORD).is_file():
            continue
        if not str(read_run_record(folder).get("digest", "")).startswith(digest):
            yield folder


def contents_before(workspace: Workspace, digest: str) -> Contents | None:
    """What the last snapshot of other inputs held; ``None`` where none is kept or can be read.

    Parameters
    ----------
    digest : of the inputs of the new snapshot, or its first characters.
    """
    for folder in folders_before(workspace, digest):
        try:
            return read_ledger(folder / "ledger.sqlite")
        except LedgerError as error:  # of another version: the one before it may be readable
            _LOG.info("cannot compare with %s: %s", folder.name, error)
    return None
