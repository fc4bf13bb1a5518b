"""A row at the end of a curated table, if it passes every check that a rebuild makes.

No row is ever rewritten here: what people decided stays readable.
"""

import csv
import io
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from graphbuild.curated.loading import load_curated
from graphbuild.curated.schema import TABLES
from graphbuild.errors import SettingsError
from graphbuild.rebuild.snapshots import write_atomically
from graphbuild.workspace import Workspace


def append_row(workspace: Workspace, table: str, row: Mapping[str, str]) -> Path:
    """Add a row to a table of the workspace; a missing table is begun with its header.

    Raises
    ------
    SettingsError
        the workspace has no tables of its own, or the row would be an issue.
    """
    if not workspace.curated.is_dir():
        raise SettingsError(f"no {workspace.curated}; run 'graphbuild init {workspace.root}' first")
    path = workspace.curated / table
    header = ",".join(dict(TABLES)[table].columns()) + "\n"
    text = path.read_text(encoding="utf-8-sig") if path.is_file() else header
    longer = text + ("" if text.endswith("\n") else "\n") + _line(row, text, table)
    found = _new_issues(workspace, table, longer)
    if found:
        raise SettingsError("not added: " + "; ".join(found))
    write_atomically(path, longer)
    return path


def _line(row: Mapping[str, str], text: str, table: str) -> str:
    header = next(csv.reader(io.StringIO(text)))
    absent = sorted(name for name, value in row.items() if value and name not in header)
    if absent:
        raise SettingsError(
            f"not added: {table} has no column {', '.join(absent)}; add it to the header first"
        )
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, fieldnames=header, restval="", lineterminator="\n")
    writer.writerow(row)
    return buffer.getvalue()


def _new_issues(workspace: Workspace, table: str, text: str) -> list[str]:
    """What a rebuild would say of the longer table and does not say of the present one."""
    before = {(i.code, i.message) for i in load_curated(workspace).issues}
    with tempfile.TemporaryDirectory() as folder:
        trial = Workspace(Path(folder))
        shutil.copytree(workspace.curated, trial.curated)
        (trial.curated / table).write_text(text, encoding="utf-8")
        after = load_curated(trial).issues
    return [str(issue) for issue in after if (issue.code, issue.message) not in before]
