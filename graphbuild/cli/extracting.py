"""``graphbuild extract``."""

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import rich_click as click

from graphbuild.cli.modelling import model_lines, opened_model
from graphbuild.cli.options import open_settings, workspace_option
from graphbuild.curated.loading import load_curated
from graphbuild.errors import SettingsError
from graphbuild.extract.base import Context
from graphbuild.extract.rows import claim_row
from graphbuild.rebuild.asking import Asking
from graphbuild.rebuild.reading import read_all, reading_context
from graphbuild.records.document import RawItem
from graphbuild.records.issue import Issue
from graphbuild.sources.folder import read_folder

_OF_ACCOUNTS = "a company's own figures, which name no other party (graphbuild rebuild keeps them)"


@click.command(name="extract")
@click.option(
    "--documents",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of filings and articles to read.",
)
@click.option(
    "--manifest",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Its manifest; default: manifest.csv in the folder, where there is one.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("jsonl", "csv", "table")),
    default="jsonl",
    show_default=True,
    help="How the claims are written.",
)
@click.option(
    "--processes",
    type=click.IntRange(min=1),
    default=2,
    show_default=True,
    help="How many documents are read at once; the claims and their order are the same.",
)
@workspace_option
def command(
    documents: Path,
    manifest: Path | None,
    form: str,
    processes: int,
    workspace_path: Path | None,
) -> None:
    """Write the claims that documents state, one a line, each with its quote and offsets.

    Issues go to standard error.
    """
    workspace, settings = open_settings(workspace_path)
    curated = load_curated(workspace)
    context = reading_context(curated.entities)
    with opened_model(workspace, settings) as model:
        asking = Asking(model, settings.model_calls) if model is not None else None
        _write(_rows(documents, manifest, context, processes, asking), form)
    for line in model_lines(asking.tally, settings) if asking is not None else ():
        print(line, file=sys.stderr)


def _write(rows: Iterator[dict[str, Any]], form: str) -> None:
    if form == "jsonl":
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
    elif form == "csv":
        _write_csv(rows)
    else:
        for row in rows:
            print(
                f"{row['source_name']} -> {row['target_name']} | {row['instrument']} | "
                f"{_figure(row)} | {row['status']} | {row['date'] or 'no date'} | {row['doc']}"
            )


def _figure(row: dict[str, Any]) -> str:
    """The figure for people: "up to USD 2,600,000,000", "62%"."""
    if row["amount"] is not None:
        high = f" to {row['amount_high']:,}" if row["amount_high"] is not None else ""
        said = {"exact": "", "range": ""}.get(row["qualifier"], row["qualifier"].replace("_", " "))
        return f"{said} {row['currency']} {row['amount']:,}{high}".strip()
    return f"{row['share'] * 100:.4g}%" if row["share"] is not None else "no figure"


def _rows(
    documents: Path,
    manifest: Path | None,
    context: Context,
    processes: int,
    asking: Asking | None,
) -> Iterator[dict[str, Any]]:
    count = 0
    for reading in read_all(_items(documents, manifest), context, processes):
        count += 1
        if asking is not None:
            reading = asking.of(reading)
        for issue in reading.issues:
            print(issue, file=sys.stderr)
        if reading.figures:
            print(f"notice: {reading.path}: {_OF_ACCOUNTS}", file=sys.stderr)
        yield from (claim_row(claim) for claim in reading.claims)
    if not count:
        raise SettingsError(f"no documents in {documents}; name a folder that holds filings")


def _items(documents: Path, manifest: Path | None) -> Iterator[RawItem]:
    for item in read_folder(documents, manifest):
        if isinstance(item, Issue):
            print(item, file=sys.stderr)
            continue
        yield item


def _write_csv(rows: Iterator[dict[str, Any]]) -> None:
    writer = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(sys.stdout, fieldnames=list(row), lineterminator="\n")
            writer.writeheader()
        writer.writerow(row)
