"""``graphbuild check``: is the ledger whole, and does it follow from its own claims?"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from graphbuild.cli.answers import Answer, Shown, give
from graphbuild.cli.boundary import EXPECTED
from graphbuild.cli.options import format_option, open_snapshot, workspace_option

if TYPE_CHECKING:
    from graphbuild.rebuild.world import World

_SHOWN = (Shown("check", ("check",)), Shown("result", ("result",)), Shown("", ("words",)))


@click.command(name="check")
@click.option("--deep", is_flag=True, help="Resolve all claims again and compare the deals.")
@workspace_option
@format_option
def command(deep: bool, workspace_path: Path | None, form: str) -> int:
    """Check the last snapshot's ledger; exit code 1 if anything is wrong.

    Pages and indexes, foreign keys, and that the counts are those of the run record; with --deep
    also that the stored deals, flows and entities are what the stored claims give.
    """
    from graphbuild.ledger.store import check_integrity
    from graphbuild.rebuild.snapshots import read_run_record

    world = open_snapshot(workspace_path, None)
    assert world.folder is not None  # a published snapshot has one
    ledger = world.folder / "ledger.sqlite"
    rows = [_row("pages, indexes, foreign keys", check_integrity(ledger))]
    rows.append(_row("counts of the run record", _counts(world, read_run_record(world.folder))))
    if deep:
        rows.append(_row("deals follow from the claims", _resolved_again(world)))
    give(
        Answer(
            title=f"Ledger {ledger}",
            rows=rows,
            shown=_SHOWN,
            snapshot=world.digest,
            as_of=str(world.as_of),
            flows=len(world.contents.flows),
            tiers=[str(deal.tier) for deal in world.contents.deals],
        ),
        form,
    )
    return EXPECTED if any(row["result"] != "ok" for row in rows) else 0


def _row(check: str, findings: list[str]) -> dict[str, Any]:
    words = "; ".join(findings[:5])
    more = f"; and {len(findings) - 5} more" if len(findings) > 5 else ""
    return {"check": check, "result": "wrong" if findings else "ok", "words": words + more}


def _counts(world: "World", record: dict[str, Any]) -> list[str]:
    told = record.get("counts", {})
    held = {
        name: len(getattr(world.contents, name)) for name in ("claims", "deals", "flows", "figures")
    }
    return [
        f"{name}: {held[name]} held, {told[name]} in the run record"
        for name in held
        if name in told and told[name] != held[name]
    ]


def _resolved_again(world: "World") -> list[str]:
    from graphbuild.rebuild.world import resolved_again

    again = resolved_again(world.contents)
    found = []
    for name in ("deals", "flows", "entities", "decisions"):
        stored, made = getattr(world.contents, name), getattr(again, name)
        if stored != made:
            differ = len(set(map(repr, stored)) ^ set(map(repr, made)))
            found.append(f"{name}: {differ} records differ; run 'graphbuild rebuild --force'")
    return found
