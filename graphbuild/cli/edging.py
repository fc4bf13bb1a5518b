"""``--edges FILE.csv``: the same questions about anybody's own list of payments."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import rich_click as click

from graphbuild.errors import ParseError
from graphbuild.ledger.contents import Contents
from graphbuild.rebuild.world import World, open_world
from graphbuild.records.period import PartialDate
from graphbuild.scores.base import Anchors
from graphbuild.scores.edge_list import Payment, edge_graph, read_payments
from graphbuild.workspace import Workspace

Function = TypeVar("Function", bound=Callable[..., Any])

UNDATED = PartialDate("2000")
"""Stands for the as-of date of a list, whose payments have no dates; no score of it is by year."""

NOTE = "amounts are in the list's own unit; every line counts as firm and paid in cash"
"""What every answer about a list takes for granted."""


def edges_option(function: Function) -> Function:
    """``--edges FILE``."""
    return click.option(
        "--edges",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Ask about this CSV (source,target,amount[,low,high][,instrument]) instead.",
    )(function)


def payments_of(path: Path) -> tuple[tuple[Payment, ...], str]:
    """The list's payments and the digest answers name it by.

    Raises
    ------
    ParseError
        the file is no UTF-8 or not such a list.
    """
    content = path.read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ParseError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    return read_payments(text, str(path)), f"edges {hashlib.sha256(content).hexdigest()[:12]}"


def world_of_payments(payments: Sequence[Payment], digest: str) -> World:
    """A world that holds nothing but a list of payments."""
    empty = Contents(
        meta={"as_of": str(UNDATED), "digest": digest},
        documents=(),
        entities=(),
        claims=(),
        deals=(),
        flows=(),
        decisions=(),
        figures=(),
        assumptions=(),
        fx=(),
        judgements=(),
        issues=(),
    )
    return World(
        contents=empty,
        graph=edge_graph(payments),
        anchors=Anchors(as_of=UNDATED),
        as_of=UNDATED,
        digest=digest,
    )


def open_edges_or_world(
    edges: Path | None, workspace: Workspace, as_of: PartialDate | None
) -> World:
    """The world of a list where one is given, else that of the workspace."""
    return world_of_payments(*payments_of(edges)) if edges else open_world(workspace, as_of)


def as_of_words(world: World) -> str:
    """The as-of date, or that a list has none."""
    return "undated" if world.anchors.as_of == UNDATED else str(world.as_of)
