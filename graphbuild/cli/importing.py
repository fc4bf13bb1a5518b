"""``graphbuild import``."""

from pathlib import Path

import rich_click as click

from graphbuild.cli.boundary import EXPECTED, PARTIAL
from graphbuild.cli.options import workspace_option
from graphbuild.records.issue import Issue, Severity
from graphbuild.sources.archive import Archive
from graphbuild.sources.folder import read_folder
from graphbuild.workspace import find_workspace

_MOST = 20
"""Issues that are printed; a manifest can be wrong in every row."""


@click.command(name="import")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--manifest",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Its manifest; default: manifest.csv in the folder, where there is one.",
)
@workspace_option
def command(folder: Path, manifest: Path | None, workspace_path: Path | None) -> int:
    """Take a folder of filings and articles into the archive.

    FOLDER is what sec-edgar-downloader wrote, or any folder with a manifest. Files are stored once,
    by content, and never changed; the next rebuild reads them.
    """
    workspace = find_workspace(workspace_path)
    archive = Archive(workspace.raw)
    new = known = 0
    issues: list[Issue] = []
    for item in read_folder(folder, manifest):
        if isinstance(item, Issue):
            issues.append(item)
        elif archive.store(item):
            new += 1
        else:
            known += 1
    for issue in issues[:_MOST]:
        print(issue)
    if len(issues) > _MOST:
        print(f"... and {len(issues) - _MOST} more")
    print(f"{new} files stored, {known} already there, {len(issues)} issues in {workspace.raw}")
    if not new and not known:
        return EXPECTED
    return PARTIAL if any(issue.severity is Severity.ERROR for issue in issues) else 0
