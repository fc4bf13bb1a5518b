"""Snapshot folders: staged aside, published in one rename, pruned, read back.

Layout under ``outputs/``::

    snapshots/<run_id>/   index.json ledger.sqlite issues.jsonl changes.md graph.json graph.graphml
                          tables/*.csv scores/*.csv maps/*.html
    latest.json           the run_id answers are quoted from; replaced last, atomically
    failed/<run_id>/      index.json and issues.jsonl of a run that published nothing

Everything but ``index.json`` (the run record: clock times, counts, seconds) is a function of the
inputs. A failed run leaves ``latest.json`` as it was.
"""

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from graphbuild.errors import LedgerError
from graphbuild.records.issue import Issue
from graphbuild.workspace import Workspace

RUN_RECORD = "index.json"


@contextmanager
def staging_folder(workspace: Workspace, run_id: str) -> Iterator[Path]:
    """A folder beside the snapshots that is gone afterwards unless it was published."""
    folder = workspace.outputs / f".staging-{run_id}"
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("tables", "scores", "maps"):
        (folder / name).mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def publish(workspace: Workspace, run_id: str, staged: Path) -> Path:
    """Make the staged folder the latest snapshot.

    Raises
    ------
    LedgerError
        a snapshot of that name exists.
    """
    target = workspace.snapshots / run_id
    if target.exists():
        raise LedgerError(f"snapshot {target} exists; wait a second and run again")
    workspace.snapshots.mkdir(parents=True, exist_ok=True)
    staged.rename(target)
    write_atomically(workspace.latest, json.dumps({"run_id": run_id}) + "\n")
    return target


def prune(workspace: Workspace, kept: int) -> list[str]:
    """Remove the oldest snapshots beyond `kept`; the latest one always stays."""
    names = sorted(path.name for path in workspace.snapshots.iterdir() if path.is_dir())
    gone = names[: max(len(names) - kept, 0)]
    for name in gone:
        shutil.rmtree(workspace.snapshots / name)
    return gone


def record_failure(
    workspace: Workspace, run_id: str, record: Mapping[str, Any], issues: Iterable[Issue]
) -> Path:
    """Leave a short record of a run that published nothing."""
    folder = workspace.failed / run_id
    folder.mkdir(parents=True, exist_ok=True)
    (folder / RUN_RECORD).write_text(json.dumps(dict(record), indent=1) + "\n", encoding="utf-8")
    (folder / "issues.jsonl").write_text(issues_jsonl(issues), encoding="utf-8")
    return folder


def issues_jsonl(issues: Iterable[Issue]) -> str:
    """One issue a line."""
    return "".join(json.dumps(asdict(issue), ensure_ascii=False) + "\n" for issue in issues)


def write_atomically(path: Path, content: str | bytes) -> None:
    """Replace a file's content so that no reader ever sees half of it; text goes out as UTF-8.

    A device or a pipe is written to: put in its place, a file would take it from the machine.
    """
    data = content if isinstance(content, bytes) else content.encode()
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.new")
    with temporary.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(path)


def read_run_record(folder: Path) -> dict[str, Any]:
    """The run record of a snapshot."""
    record: dict[str, Any] = json.loads((folder / RUN_RECORD).read_text(encoding="utf-8"))
    return record
