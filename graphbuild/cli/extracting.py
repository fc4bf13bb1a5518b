"""``graphbuild extract``."""

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import rich_click as click

from graphbuild.cli.options import workspace_option
from graphbuild.curated.loading import load_curated
from graphbuild.documents import read_document
from graphbuild.errors import SettingsError
from graphbuild.extract.base import Context
from graphbuild.extract.extraction import extract_claims
from graphbuild.extract.rows import claim_row
from graphbuild.rebuild.reading import reading_context
from graphbuild.records.issue import Issue
from graphbuild.sources.folder import read_folder
from graphbuild.workspace import find_workspace


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
@workspace_option
def command(documents: Path, manifest: Path | None, form: str, workspace_path: Path | None) -> None:
    """Write the claims that documents state, one a line, each with its quote and offsets.

    Issues go to standard error.
    """
    curated = load_curated(find_workspace(workspace_path))
    rows = _rows(documents, manifest, reading_context(curated.entities))
    if form == "jsonl":
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
    elif form == "csv":
        _write_csv(rows)
    else:
        for row in rows:
            figure = row["amount"] if row["amount"] is not None else row["share"]
            print(
                f"{row['source_name']} -> {row['target_name']} | {row['instrument']} | "
                f"{figure if figure is not None else 'no figure'} | {row['status']} | {row['doc']}"
            )


def _rows(documents: Path, manifest: Path | None, context: Context) -> Iterator[dict[str, Any]]:
    count = 0
    for item in read_folder(documents, manifest):
        if isinstance(item, Issue):
            print(item, file=sys.stderr)
            continue
        count += 1
        reading = read_document(item)
        for issue in reading.issues:
            print(issue, file=sys.stderr)
        if reading.document is None:
            continue
        extraction = extract_claims(reading.document, context)
        for issue in extraction.issues:
            print(issue, file=sys.stderr)
        yield from (claim_row(claim) for claim in extraction.claims)
    if not count:
        raise SettingsError(f"no documents in {documents}; name a folder that holds filings")


def _write_csv(rows: Iterator[dict[str, Any]]) -> None:
    writer = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(sys.stdout, fieldnames=list(row), lineterminator="\n")
            writer.writeheader()
        writer.writerow(row)
