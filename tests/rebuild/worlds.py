"""A small fictional world on disk: tables, one filing, and a clock."""

import datetime as dt
import shutil
from pathlib import Path

from graphbuild.rebuild.inputs import Folder
from graphbuild.rebuild.run import Outcome, rebuild
from graphbuild.settings import load_settings
from graphbuild.workspace import Workspace

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
DOCUMENTS = Folder(path=FIXTURES / "workspace_documents")
NOW = dt.datetime(2026, 9, 1, 12, 0, 0, tzinfo=dt.UTC)


def small_world(root: Path) -> Workspace:
    shutil.copytree(FIXTURES / "workspace", root)
    return Workspace(root)


def build(
    workspace: Workspace,
    *,
    minutes: int = 0,
    documents: bool = True,
    is_forced: bool = False,
) -> Outcome:
    return rebuild(
        workspace,
        load_settings(workspace.root, {}),
        NOW + dt.timedelta(minutes=minutes),
        [DOCUMENTS] if documents else [],
        is_forced=is_forced,
    )


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8")
