"""New filings of the watchlist into the archive, before a rebuild that is not offline.

Not here: how EDGAR is asked (`sources.edgar`), what is wanted (``watchlist.csv``).
"""

import datetime as dt
import shutil

from graphbuild.curated.loading import load_curated
from graphbuild.records.issue import Issue
from graphbuild.settings import Settings
from graphbuild.sources.archive import Archive
from graphbuild.sources.edgar import FilingRequest, fetch_filings
from graphbuild.workspace import Workspace


def fetch_watchlist(
    workspace: Workspace, settings: Settings, today: dt.date
) -> tuple[int, tuple[Issue, ...]]:
    """Fetch filings of the last `fetch_days` days; how many were new, and what did not arrive.

    Raises
    ------
    SettingsError
        no SEC identity is set; nothing was requested.
    FetchError
        EDGAR cannot be reached at all.
    """
    wanted = [
        FilingRequest(
            cik=row.cik,
            form=form,
            after=today - dt.timedelta(days=settings.fetch_days),
            before=today,
        )
        for row in load_curated(workspace).watchlist
        if row.cik is not None
        for form in row.forms
        if form != "none"
    ]
    archive = Archive(workspace.raw)
    staging = workspace.outputs / ".fetching"
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    new, issues = 0, []
    try:
        for item in fetch_filings(
            wanted,
            identity=settings.sec_identity,
            staging=staging,
            known=archive.accessions(),
        ):
            if isinstance(item, Issue):
                issues.append(item)
            else:
                new += archive.store(item)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return new, tuple(issues)
