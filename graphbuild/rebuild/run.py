"""The recipe of a rebuild, one line a stage.

``rebuild`` takes the lock, gathers inputs, stops if nothing changed, reads documents, resolves,
builds, scores, draws, checks expectations, and publishes in one rename. Any error leaves the last
good snapshot in place. The clock is an argument.
"""

import datetime as dt
import json
import logging
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NoReturn

from filelock import FileLock, Timeout

from graphbuild import __version__
from graphbuild.errors import ExpectationError, GraphbuildError, LedgerError, NotFoundError
from graphbuild.ledger.store import check_integrity
from graphbuild.ledger.writing import write_ledger
from graphbuild.rebuild.asking import Asking, Tally
from graphbuild.rebuild.assembly import assemble_world, count
from graphbuild.rebuild.before import contents_before
from graphbuild.rebuild.changes import describe_changes
from graphbuild.rebuild.expectations import unmet
from graphbuild.rebuild.inputs import Folder, Inputs, gather_inputs
from graphbuild.rebuild.pages import write_maps
from graphbuild.rebuild.reading import read_items
from graphbuild.rebuild.rendering import write_graph, write_scores, write_tables
from graphbuild.rebuild.snapshots import (
    RUN_RECORD,
    issues_jsonl,
    prune,
    publish,
    read_run_record,
    record_failure,
    staging_folder,
    write_atomically,
)
from graphbuild.rebuild.world import latest_snapshot
from graphbuild.records.asking import Ask
from graphbuild.records.issue import Issue, Severity
from graphbuild.settings import Settings
from graphbuild.workspace import Workspace

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a rebuild did.

    Parameters
    ----------
    published : false when the inputs were those of the last snapshot.
    counts : documents, claims, deals, entities, figures, issues, ...
    asked : what a language model was asked, and what it cost; ``None`` where there was none.
    seconds : by stage.
    """

    run_id: str
    digest: str
    published: bool
    folder: Path
    counts: dict[str, int]
    seconds: dict[str, float]
    issues: tuple[Issue, ...]
    asked: Tally | None = None


class Stopwatch:
    """Seconds spent in each stage, in order."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, stage: str) -> None:
        """End a stage."""
        now = time.perf_counter()
        self.seconds[stage] = round(now - self._last, 3)
        self._last = now
        _LOG.info("%s: %.2f s", stage, self.seconds[stage])


def rebuild(
    workspace: Workspace,
    settings: Settings,
    now: dt.datetime,
    folders: Sequence[Folder] = (),
    *,
    is_forced: bool = False,
    fetch_issues: Sequence[Issue] = (),
    ask: Ask | None = None,
) -> Outcome:
    """Build a snapshot from the workspace's tables, its archive and `folders`, and publish it.

    Parameters
    ----------
    now : UTC time; names the run and stands in the run record only.
    is_forced : build even if nothing changed.
    fetch_issues : what a fetch before this rebuild could not get; goes into the issues.
    ask : a language model for what patterns missed; its claims wait for a person.

    Raises
    ------
    ExpectationError
        the build fell below a minimum; nothing was published.
    GraphbuildError
        another rebuild is running, or a stage failed; nothing was published.
    """
    workspace.lock.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(workspace.lock, timeout=0):
            return _rebuild(workspace, settings, now, folders, is_forced, fetch_issues, ask)
    except Timeout as error:
        raise GraphbuildError(
            f"another rebuild holds {workspace.lock}; run again when it has ended"
        ) from error


def _rebuild(
    workspace: Workspace,
    settings: Settings,
    now: dt.datetime,
    folders: Sequence[Folder],
    is_forced: bool,
    fetch_issues: Sequence[Issue],
    ask: Ask | None,
) -> Outcome:
    watch = Stopwatch()
    run_id = now.strftime("%Y%m%dT%H%M%SZ")
    inputs = gather_inputs(workspace, settings, folders)
    watch.lap("gather")
    unchanged = None if is_forced else _unchanged(workspace, inputs.digest)
    if unchanged is not None:
        return _nothing_new(unchanged, watch)
    readings = read_items(inputs)
    watch.lap("read")
    asking = _asking(inputs, ask)
    if asking is not None:
        readings = [asking.of(reading) for reading in readings]
        watch.lap("ask")
    world, resolution = assemble_world(inputs, readings, fetch_issues)
    watch.lap("resolve")
    counts = count(world, readings)
    missed = _missed(inputs, counts)
    if missed:
        _fail(workspace, run_id, inputs, counts, (*world.contents.issues, *missed))
    with staging_folder(workspace, run_id) as staged:
        write_ledger(staged / "ledger.sqlite", world.contents)
        write_tables(staged, world, resolution)
        write_graph(staged, world)
        watch.lap("write")
        scores = write_scores(staged, world, settings)
        watch.lap("score")
        write_maps(staged, world, scores, settings)
        watch.lap("draw")
        before = contents_before(workspace, inputs.digest)
        changes = describe_changes(
            before.deals if before else None,
            world.contents.deals,
            before.meta["digest"][:12] if before else None,
        )
        write_atomically(staged / "changes.md", changes)
        write_atomically(staged / "issues.jsonl", issues_jsonl(world.contents.issues))
        record = _record(run_id, inputs, counts, watch, now)
        if asking is not None:
            record["asked"] = asdict(asking.tally)
        write_atomically(staged / RUN_RECORD, json.dumps(record, indent=1) + "\n")
        target = publish(workspace, run_id, staged)
    prune(workspace, settings.snapshots_kept)
    return Outcome(
        run_id=run_id,
        digest=inputs.digest,
        published=True,
        folder=target,
        counts=counts,
        seconds=watch.seconds,
        issues=world.contents.issues,
        asked=asking.tally if asking is not None else None,
    )


def _asking(inputs: Inputs, ask: Ask | None) -> Asking | None:
    if ask is None:
        return None
    decided = {review.statement_id for review in inputs.curated.reviews}
    return Asking(ask, inputs.settings.model_calls, decided)


def _unchanged(workspace: Workspace, digest: str) -> Path | None:
    try:
        folder = latest_snapshot(workspace)
    except NotFoundError:
        return None
    if read_run_record(folder).get("digest") != digest:
        return None
    return folder if _can_be_read(folder / "ledger.sqlite") else None


def _can_be_read(ledger: Path) -> bool:
    """A damaged ledger is built again: every answer tells its reader to do just that."""
    try:
        return not check_integrity(ledger)
    except LedgerError:
        return False


def _nothing_new(folder: Path, watch: Stopwatch) -> Outcome:
    record = read_run_record(folder)
    return Outcome(
        run_id=record["run_id"],
        digest=record["digest"],
        published=False,
        folder=folder,
        counts=record["counts"],
        seconds=watch.seconds,
        issues=(),
    )


def _missed(inputs: Inputs, counts: dict[str, int]) -> list[Issue]:
    has_deals = inputs.workspace.table("deals.csv").is_file()
    refused = sum(i.severity is Severity.ERROR for i in inputs.curated.issues)
    return unmet(inputs.curated.expectations, counts, has_deals=has_deals, refused_rows=refused)


def _record(
    run_id: str, inputs: Inputs, counts: dict[str, int], watch: Stopwatch, now: dt.datetime
) -> dict[str, object]:
    return {
        "run_id": run_id,
        "digest": inputs.digest,
        "version": __version__,
        "started_at": now.isoformat(timespec="seconds"),
        "counts": counts,
        "seconds": watch.seconds,
        "folders": [str(folder.path) for folder in inputs.folders],
    }


def _fail(
    workspace: Workspace,
    run_id: str,
    inputs: Inputs,
    counts: dict[str, int],
    issues: Sequence[Issue],
) -> NoReturn:
    record = {"run_id": run_id, "digest": inputs.digest, "counts": counts}
    folder = record_failure(workspace, run_id, record, issues)
    missed = issues[-1]
    errors = [str(i) for i in issues[:-1] if i.severity is Severity.ERROR]
    also = f"; also: {'; '.join(errors[:3])}" if errors else ""
    raise ExpectationError(
        f"nothing published: {missed.where}: {missed.message}; {missed.advice}{also}; "
        f"all findings are in {folder}"
    )
