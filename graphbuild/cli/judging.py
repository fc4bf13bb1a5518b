"""``graphbuild judge``: a human answer to "are these two one party?", a row of a table."""

import csv
import datetime as dt
import io
from pathlib import Path

import rich_click as click

from graphbuild.cli.options import DateType, workspace_option
from graphbuild.errors import LedgerError, NotFoundError, SettingsError
from graphbuild.records.judgement import Judgement, Verdict
from graphbuild.records.period import PartialDate
from graphbuild.workspace import Workspace, find_workspace

_COLUMNS = ("left", "right", "verdict", "decided_on", "reason")


@click.command(name="judge")
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.argument("verdict", type=click.Choice([str(verdict) for verdict in Verdict]))
@click.option("--reason", required=True, help="Why; the next reader has only this.")
@click.option("--on", "decided_on", type=DateType(), help="Date of the decision; default: today.")
@workspace_option
def command(
    left: str,
    right: str,
    verdict: str,
    reason: str,
    decided_on: PartialDate | None,
    workspace_path: Path | None,
) -> None:
    """Record whether A and B (names, entity ids or cik:NUMBER) are the same party.

    A judgement is a row of judgements.csv and is never overwritten. One that contradicts what is
    known is refused, with the path that leads from one to the other.
    """
    from graphbuild.curated.loading import load_curated
    from graphbuild.rebuild.snapshots import write_atomically

    workspace = find_workspace(workspace_path)
    path = workspace.curated / "judgements.csv"
    if not workspace.curated.is_dir():
        raise SettingsError(f"no {workspace.curated}; run 'graphbuild init {workspace.root}' first")
    on = decided_on or PartialDate(dt.datetime.now(dt.UTC).date().isoformat())
    new = Judgement(
        left=left, right=right, verdict=Verdict(verdict), decided_on=str(on), reason=reason
    )
    curated = load_curated(workspace)
    for old in curated.judgements:
        if {old.left, old.right} == {left, right}:
            raise SettingsError(
                f"not added: {old.left} and {old.right} were judged {old.verdict} on "
                f"{old.decided_on} ({old.reason}); edit {path} if that was wrong"
            )
    _check(workspace, new)
    text = path.read_text(encoding="utf-8") if path.is_file() else ",".join(_COLUMNS) + "\n"
    write_atomically(path, text + ("" if text.endswith("\n") else "\n") + _line(new))
    print(f"added to {path}: {left} and {right} are {verdict}; 'graphbuild rebuild' applies it")


def _check(workspace: Workspace, new: Judgement) -> None:
    """Against tables, earlier judgements, and what the last snapshot's documents say."""
    from graphbuild.curated.loading import load_curated
    from graphbuild.ledger.reading import read_ledger
    from graphbuild.rebuild.world import latest_snapshot
    from graphbuild.resolve.registry import Registry

    curated = load_curated(workspace)
    registry = Registry(curated.entities, curated.judgements)
    try:
        registry.learn(read_ledger(latest_snapshot(workspace) / "ledger.sqlite").claims)
    except (NotFoundError, LedgerError):
        print("no snapshot to check against; checked against the tables alone")
    registry.check(new)


def _line(new: Judgement) -> str:
    buffer = io.StringIO()
    row = (new.left, new.right, str(new.verdict), new.decided_on, new.reason)
    csv.writer(buffer, lineterminator="\n").writerow(row)
    return buffer.getvalue()
