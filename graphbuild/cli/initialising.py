"""``graphbuild init``."""

import shutil
from pathlib import Path

import rich_click as click

from graphbuild.errors import SettingsError
from graphbuild.workspace import Workspace, bundled_folder


@click.command(name="init")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".")
def command(folder: Path) -> None:
    """Copy the bundled tables into FOLDER (default: here) for editing.

    Files that exist are left alone and named.
    """
    workspace = Workspace(folder.resolve())
    try:
        workspace.curated.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"{workspace.curated}: {error.strerror}; name another folder"
        ) from error
    copied = 0
    for source in sorted(bundled_folder().glob("*.csv")):
        target = workspace.curated / source.name
        if target.exists():
            print(f"kept {target}")
            continue
        shutil.copyfile(source, target)
        copied += 1
    workspace.outputs.mkdir(exist_ok=True)
    print(f"{copied} tables copied to {workspace.curated}")
    print(f"next: graphbuild rebuild --offline --workspace {workspace.root}")
