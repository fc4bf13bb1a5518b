"""Options that several commands share, and the workspace, settings and world they lead to."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import rich_click as click

from graphbuild.records.period import PartialDate
from graphbuild.settings import Settings, load_settings
from graphbuild.workspace import Workspace, find_workspace

if TYPE_CHECKING:
    from graphbuild.rebuild.world import World

Function = TypeVar("Function", bound=Callable[..., Any])

FORMATS = ("table", "csv", "json", "jsonl")


class DateType(click.ParamType[PartialDate]):
    """A full or partial date: 2026, 2026-06 or 2026-06-30."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> PartialDate:
        """The date, or a usage error that shows the shapes."""
        if isinstance(value, PartialDate):
            return value
        try:
            return PartialDate(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


class RateType(click.ParamType[float]):
    """A yearly rate: 50% or 0.5."""

    name = "rate"
    _MOST = 10.0

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """The fraction; what can only be a forgotten percent sign is refused."""
        text = str(value).strip()
        try:
            rate = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
        except ValueError:
            self.fail(f"{text!r} is no rate: write 50% or 0.5", param, ctx)
        if not rate <= self._MOST:
            self.fail(
                f"{text} would be {rate:,.0%} a year: write {text}% or a fraction", param, ctx
            )
        return rate


def limit_option(default: int) -> Callable[[Function], Function]:
    """``--limit N``."""
    return click.option(
        "--limit",
        type=click.IntRange(1),
        default=default,
        show_default=True,
        help="At most so many rows, in every format; what is left out is counted.",
    )


def workspace_option(function: Function) -> Function:
    """``--workspace DIR``."""
    return click.option(
        "--workspace",
        "workspace_path",
        type=click.Path(file_okay=False, path_type=Path),
        help="Folder with data/ and outputs/; default: GRAPHBUILD_WORKSPACE or this folder.",
    )(function)


def format_option(function: Function) -> Function:
    """``--format``."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        default="table",
        show_default=True,
        help="How the answer is written.",
    )(function)


def as_of_option(function: Function) -> Function:
    """``--as-of DATE``."""
    return click.option(
        "--as-of",
        "as_of",
        type=DateType(),
        help="Answer with what was public on this date; default: the snapshot's own.",
    )(function)


def effective_option(function: Function) -> Function:
    """``--effective DATE``."""
    return click.option(
        "--effective",
        type=DateType(),
        help="Only what applied on this date; --as-of says what was known, this what was in force.",
    )(function)


def documents_options(function: Function) -> Function:
    """``--documents DIR`` and ``--manifest FILE``."""
    function = click.option(
        "--manifest",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Its manifest; default: manifest.csv in the folder, where there is one.",
    )(function)
    return click.option(
        "--documents",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="Folder of filings and articles to read.",
    )(function)


def answer_options(function: Function) -> Function:
    """The three options of every command that answers from a snapshot."""
    return workspace_option(as_of_option(format_option(function)))


def open_settings(workspace_path: Path | None) -> tuple[Workspace, Settings]:
    """The workspace and its settings."""
    workspace = find_workspace(workspace_path)
    return workspace, load_settings(workspace.root)


def open_snapshot(workspace_path: Path | None, as_of: PartialDate | None) -> "World":
    """The world of the workspace's last snapshot."""
    from graphbuild.rebuild.world import open_world

    return open_world(find_workspace(workspace_path), as_of)
