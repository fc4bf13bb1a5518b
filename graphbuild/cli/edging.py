"""``--edges FILE.csv``: the same questions about anybody's own list of payments."""

import hashlib
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import rich_click as click

from graphbuild.errors import ParseError
from graphbuild.ledger.contents import Contents
from graphbuild.rebuild.world import World, open_world
from graphbuild.records.figure import Assumption, Figure
from graphbuild.records.period import PartialDate
from graphbuild.scores.base import Anchors
from graphbuild.scores.edge_list import Payment, edge_graph, read_payments
from graphbuild.scores.figure_list import read_figures
from graphbuild.scores.schedule import TERM_KEY
from graphbuild.workspace import Workspace

Function = TypeVar("Function", bound=Callable[..., Any])

UNDATED = PartialDate("2000")
"""Stands for the as-of date of a list, whose payments have no dates; no score of it is by year."""

_TERM = (
    TERM_KEY,
    Assumption(key=TERM_KEY, low=Decimal(5), high=Decimal(5), unit="years"),
)
"""Years that a line without an end runs: the term of the bundled table."""

NOTE = "amounts are in the list's own unit; every line counts as firm and paid in cash"
"""What every answer about a list takes for granted."""


def edges_option(function: Function) -> Function:
    """``--edges FILE``."""
    return click.option(
        "--edges",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Ask about this CSV (source,target,amount[,low,high][,instrument]) instead.",
    )(function)


def dated_edges_options(function: Function) -> Function:
    """``--edges FILE`` and ``--figures FILE``, for what is by year or beside a company's size."""
    function = click.option(
        "--figures",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Beside --edges: revenue, cash, ... as CSV (entity,metric,value,end[,start]).",
    )(function)
    return click.option(
        "--edges",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Ask about this CSV (source,target,amount[,low,high][,instrument][,start,end,rate]).",
    )(function)


def payments_of(path: Path) -> tuple[tuple[Payment, ...], str]:
    """The list's payments and the digest answers name it by.

    Raises
    ------
    ParseError
        the file is no UTF-8 or not such a list.
    """
    text, digest = _text_of(path)
    return read_payments(text, str(path)), f"edges {digest}"


def _text_of(path: Path) -> tuple[str, str]:
    content = path.read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ParseError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    return text, hashlib.sha256(content).hexdigest()[:12]


def world_of_payments(
    payments: Sequence[Payment],
    digest: str,
    figures: Sequence[Figure] = (),
    as_of: PartialDate = UNDATED,
) -> World:
    """A world that holds nothing but a list of payments, and of figures where one is given."""
    empty = Contents(
        meta={"as_of": str(as_of), "digest": digest},
        documents=(),
        entities=(),
        claims=(),
        deals=(),
        flows=(),
        decisions=(),
        figures=tuple(figures),
        assumptions=(),
        fx=(),
        judgements=(),
        issues=(),
    )
    return World(
        contents=empty,
        graph=edge_graph(payments),
        anchors=Anchors(as_of=as_of, figures=tuple(figures), assumptions=dict([_TERM])),
        as_of=as_of,
        digest=digest,
    )


def open_edges_or_world(
    edges: Path | None,
    workspace: Workspace,
    as_of: PartialDate | None,
    figures: Path | None = None,
) -> World:
    """The world of a list where one is given, else that of the workspace.

    A list is as of the date that is asked for, else the day of its newest figure, else undated.

    Raises
    ------
    UsageError
        figures without a list: those of the workspace stand in its own tables.
    """
    if not edges:
        if figures:
            raise click.UsageError("--figures goes with --edges; the workspace has its own figures")
        return open_world(workspace, as_of)
    payments, digest = payments_of(edges)
    given: tuple[Figure, ...] = ()
    if figures:
        text, mark = _text_of(figures)
        given, digest = read_figures(text, str(figures)), f"{digest}, figures {mark}"
    days = [figure.known_on for figure in given if figure.known_on is not None]
    newest = max(days, key=lambda day: day.last_day(), default=UNDATED)
    return world_of_payments(payments, digest, given, as_of or newest)


def as_of_words(world: World) -> str:
    """The as-of date, or that a list has none."""
    return "undated" if world.anchors.as_of == UNDATED else str(world.as_of)
