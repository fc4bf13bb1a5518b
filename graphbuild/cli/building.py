"""``graphbuild rebuild``."""

import datetime as dt
import sys
from pathlib import Path

import rich_click as click

from graphbuild.cli.boundary import PARTIAL
from graphbuild.cli.modelling import model_lines, opened_model
from graphbuild.cli.options import documents_options, open_settings, workspace_option
from graphbuild.errors import NotFoundError, SettingsError
from graphbuild.rebuild.inputs import Folder
from graphbuild.rebuild.run import Outcome, rebuild
from graphbuild.rebuild.snapshots import read_run_record
from graphbuild.rebuild.world import latest_snapshot
from graphbuild.records.issue import Issue, Severity
from graphbuild.workspace import Workspace


@click.command(name="rebuild")
@workspace_option
@documents_options
@click.option("--offline", is_flag=True, help="Use what is here; fetch nothing.")
@click.option(
    "--ask", is_flag=True, help="With --offline: still ask the language model of the settings."
)
@click.option("--force", is_flag=True, help="Build even if no input changed.")
def command(
    workspace_path: Path | None,
    documents: Path | None,
    manifest: Path | None,
    offline: bool,
    ask: bool,
    force: bool,
) -> int:
    """Build and publish a snapshot from curated tables, archive and documents.

    Without ``--offline`` the watchlist's filings are fetched first. A rebuild whose inputs are
    those of the last snapshot publishes nothing and says so; one that fails leaves the last
    snapshot in place.
    """
    workspace, settings = open_settings(workspace_path)
    now = dt.datetime.now(dt.UTC)
    fetched: tuple[Issue, ...] = ()
    if not offline:
        from graphbuild.rebuild.fetching import fetch_watchlist

        new, fetched = fetch_watchlist(workspace, settings, now.date())
        print(f"{new} new filings fetched, {len(fetched)} issues")
    if documents and not any(path.is_file() for path in documents.rglob("*")):
        raise SettingsError(f"no documents in {documents}; name a folder that holds filings")
    folders = [Folder(path=documents, manifest=manifest)] if documents else []
    _warn_of_missing_folders(workspace, folders)
    with opened_model(workspace, settings, offline=offline and not ask) as model:
        outcome = rebuild(
            workspace, settings, now, folders, is_forced=force, fetch_issues=fetched, ask=model
        )
    _tell(outcome)
    for line in model_lines(outcome.asked, settings) if outcome.asked else ():
        print(f"  {line}")
    return PARTIAL if any(issue.severity is Severity.ERROR for issue in fetched) else 0


def _warn_of_missing_folders(workspace: Workspace, folders: list[Folder]) -> None:
    """A folder that the last snapshot read and this one is not given."""
    try:
        before = read_run_record(latest_snapshot(workspace)).get("folders", [])
    except (NotFoundError, OSError):
        return
    given = {str(folder.path) for folder in folders}
    for name in before:
        if name not in given:
            print(
                f"the last snapshot also read {name}; give --documents {name} again, or take it "
                f"into the archive once with 'graphbuild import {name}'",
                file=sys.stderr,
            )


def _tell(outcome: Outcome) -> None:
    counts = outcome.counts
    if not outcome.published:
        print(f"nothing changed since snapshot {outcome.digest[:12]}; nothing published")
        print(f"  {outcome.folder}")
        return
    print(f"published snapshot {outcome.digest[:12]} in {sum(outcome.seconds.values()):.1f} s")
    print(
        f"  {counts['documents']} documents read of {counts['items']} files, "
        f"{counts['claims']} claims ({counts['claims_from_documents']} from documents)"
    )
    print(
        f"  {counts['deals']} deals ({counts['deals_curated']} curated, "
        f"{counts['deals_confirmed']} of them confirmed by a document; "
        f"{counts['deals_counted']} enter sums), {counts['flows']} flows, "
        f"{counts['entities']} entities"
    )
    if counts["uncovered_sentences"]:
        print(
            f"  {counts['uncovered_sentences']} sentences with money and a watched name gave no "
            "claim: graphbuild review"
        )
    print(f"  {counts['issues']} issues, {counts['errors']} of them errors: issues.jsonl")
    print(f"  {outcome.folder}")
    print(f"  open {outcome.folder / 'maps' / 'index.html'}")
