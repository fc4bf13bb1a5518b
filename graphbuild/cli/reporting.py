"""``graphbuild status``."""

import datetime as dt
from pathlib import Path

import rich_click as click

from graphbuild.cli.answers import Answer, Shown, give
from graphbuild.cli.options import format_option, open_settings, workspace_option
from graphbuild.rebuild.snapshots import read_run_record
from graphbuild.rebuild.world import latest_snapshot, open_world


@click.command(name="status")
@workspace_option
@format_option
def command(workspace_path: Path | None, form: str) -> None:
    """What the workspace holds, how old it is, and what was wrong with it."""
    workspace, settings = open_settings(workspace_path)
    folder = latest_snapshot(workspace)
    record = read_run_record(folder)
    world = open_world(workspace)
    today = dt.datetime.now(dt.UTC).date()
    age = (today - world.as_of.last_day()).days
    built = dt.datetime.fromisoformat(record["started_at"]).date()
    rows = [
        {"what": "workspace", "words": str(workspace.root)},
        {"what": "snapshot", "words": f"{record['run_id']} ({world.digest}), built {built}"},
        {"what": "newest evidence", "words": f"{world.as_of}, {age} days ago"},
        *(
            {"what": name.replace("_", " "), "words": f"{n:,}"}
            for name, n in record["counts"].items()
        ),
    ]
    notes = []
    if age < 0:
        notes.append("the newest evidence is dated in the future: correct its row or its manifest")
    if age > settings.stale_after_days:
        notes.append(
            f"the newest evidence is {age} days old (stale after {settings.stale_after_days}): "
            "fetch with 'graphbuild rebuild', or add documents"
        )
    give(
        Answer(
            title="Status",
            rows=rows,
            shown=(Shown("what", ("what",)), Shown("", ("words",))),
            snapshot=world.digest,
            as_of=str(world.as_of),
            flows=world.graph.number_of_edges(),
            tiers=[data["tier"] for _, _, data in world.graph.edges(data=True)],
            notes=notes,
        ),
        form,
    )
