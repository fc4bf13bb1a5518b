"""``--edges FILE --balances FILE``: stress, reverse stress, knock-out of one's own lists."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown
from graphbuild.contagion.lists import (
    System,
    breaking_rows,
    clearing_rows,
    read_system,
    removal_rows,
    shocked,
)
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


BREAKING = (
    Shown("node", ("node",)),
    Shown("defaults from a cut of", ("cut",), Kind.SHARE),
    Shown("in the least solution", ("cut_least",), Kind.SHARE),
)
REMOVED = (
    Shown("taken out", ("what",)),
    Shown("fall", ("falls",), Kind.COUNT),
    Shown("others lose", ("loss",), Kind.NUMBER),
    Shown("who falls", ("who_falls",), drop=1),
)


def list_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--edges``, ``--balances`` and ``--kept``, the same on every command that takes lists."""
    path = click.Path(exists=True, dir_okay=False, path_type=Path)
    edges = "Take this CSV (debtor,creditor,amount[,rank]) instead; with --balances."
    balances = "CSV (node,external_assets[,outside_debt,equity]) for --edges."
    kept = "Part of its assets that a defaulting node of --edges can still pay out."
    for option in (
        click.option(
            "--kept", type=click.FloatRange(0, 1), default=1.0, show_default=True, help=kept
        ),
        click.option("--balances", type=path, help=balances),
        click.option("--edges", type=path, help=edges),
    ):
        command = option(command)
    return command


def list_answer(
    edges: Path | None, balances: Path | None, typed: tuple[str, ...], kept: float, limit: int
) -> Answer:
    """Who is paid how much, after shocks.

    Raises
    ------
    SettingsError
        one of the files is not given, or a file cannot be used.
    """
    system, files = _system(edges, balances)
    cash = shocked(system, [parse_shock(text) for text in typed])
    rows = clearing_rows(system, cash, alpha=kept, beta=kept)
    order = {"yes": 0, "only in the least solution": 1, "no": 2}
    rows.sort(key=lambda row: (order[row["defaults"]], row["node"]))
    title = f"Clearing of {files[0].name}" + (f" after {', '.join(typed)}" if typed else "")
    return _answer(title, system, files, rows, SHOWN, [_TWO_SOLUTIONS], limit)


def breaking_answer(
    edges: Path | None, balances: Path | None, node: str | None, kept: float, limit: int
) -> Answer:
    """The smallest cut in one node's assets at which each node defaults.

    Raises
    ------
    SettingsError
        one of the files is not given, a file cannot be used, or no node is named.
    """
    system, files = _system(edges, balances)
    if node is None:
        raise SettingsError("name the node whose assets are cut: reverse-stress NODE --edges ...")
    rows = breaking_rows(system, node, alpha=kept)
    title = f"Smallest cut in the outside assets of {node} that makes others default"
    notes = [_TWO_SOLUTIONS, f"{len(system.nodes) - len(rows)} nodes stand whatever {node} loses"]
    return _answer(title, system, files, rows, BREAKING, notes, limit)


def removal_answer(edges: Path | None, balances: Path | None, kept: float, limit: int) -> Answer:
    """What falls if one node loses all its outside assets, ranked.

    Raises
    ------
    SettingsError
        one of the files is not given, or a file cannot be used.
    """
    system, files = _system(edges, balances)
    rows = removal_rows(system, alpha=kept)
    notes = ["a node taken out keeps its claims on others and loses all outside assets"]
    return _answer(f"Knock-out in {files[0].name}", system, files, rows, REMOVED, notes, limit)


def _system(edges: Path | None, balances: Path | None) -> tuple[System, tuple[Path, Path]]:
    if edges is None or balances is None:
        raise SettingsError("--edges and --balances go together: who owes whom, and who has what")
    return read_system(edges, balances), (edges, balances)


def _answer(
    title: str,
    system: System,
    files: tuple[Path, Path],
    rows: list[dict[str, Any]],
    shown: tuple[Shown, ...],
    notes: list[str],
    limit: int,
) -> Answer:
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]
    notes = ["amounts in the lists' own unit; equal ranks are paid in proportion", *notes]
    if len(rows) > limit:
        notes.append(f"{len(rows) - limit} further nodes; see --limit")
    return Answer(
        title=title,
        rows=rows[:limit],
        shown=shown,
        snapshot=f"lists {digest}",
        as_of="undated",
        flows=len(system.obligations.amount),
        notes=notes,
    )
