"""``graphbuild stress --edges FILE --balances FILE``: clearing of anybody's own list of claims."""

import hashlib
from pathlib import Path

from graphbuild.cli.answers import Answer, Kind, Shown
from graphbuild.contagion.lists import clearing_rows, read_system, shocked
from graphbuild.contagion.scenario import parse_shock
from graphbuild.errors import SettingsError

SHOWN = (
    Shown("node", ("node",)),
    Shown("defaults", ("defaults",)),
    Shown("dues", ("dues",), Kind.NUMBER),
    Shown("paid, least", ("paid_low",), Kind.NUMBER),
    Shown("paid, greatest", ("paid_high",), Kind.NUMBER),
    Shown("equity, least", ("equity_low",), Kind.NUMBER, drop=2),
    Shown("equity, greatest", ("equity_high",), Kind.NUMBER, drop=1),
    Shown("distress", ("distress",), Kind.SHARE, drop=3),
)

_TWO_SOLUTIONS = (
    "greatest and least: where they differ, claims form a ring without enough outside cash, and "
    "the contracts alone do not say who is paid"
)


def list_answer(
    edges: Path | None, balances: Path | None, typed: tuple[str, ...], kept: float, limit: int
) -> Answer:
    """The answer about two lists.

    Raises
    ------
    SettingsError
        one of the files is not given, or a file cannot be used.
    """
    if edges is None or balances is None:
        raise SettingsError("--edges and --balances go together: who owes whom, and who has what")
    system = read_system(edges, balances)
    cash = shocked(system, [parse_shock(text) for text in typed])
    rows = clearing_rows(system, cash, alpha=kept, beta=kept)
    order = {"yes": 0, "only in the least solution": 1, "no": 2}
    rows.sort(key=lambda row: (order[row["defaults"]], row["node"]))
    digest = hashlib.sha256(edges.read_bytes() + balances.read_bytes()).hexdigest()[:12]
    notes = [
        "amounts in the lists' own unit; equal ranks are paid in proportion",
        _TWO_SOLUTIONS,
    ]
    if len(rows) > limit:
        notes.append(f"{len(rows) - limit} further nodes; see --limit")
    return Answer(
        title=f"Clearing of {edges.name}" + (f" after {', '.join(typed)}" if typed else ""),
        rows=rows[:limit],
        shown=SHOWN,
        snapshot=f"lists {digest}",
        as_of="undated",
        flows=len(system.obligations.amount),
        notes=notes,
    )
