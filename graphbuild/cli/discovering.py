"""``graphbuild discover``."""

import csv
import json
import sys
from pathlib import Path
from typing import Any

import rich_click as click

from graphbuild.cli.options import FORMATS, DateType, open_settings, workspace_option
from graphbuild.rebuild.discovering import Discovery, Proposal, discover
from graphbuild.records.period import PartialDate

_WATCHLIST = ("entity_id", "cik", "forms", "note")


@click.command(name="discover")
@click.argument("phrase")
@click.option("--form", "forms", multiple=True, help="Only in this form, such as 8-K.")
@click.option("--since", type=DateType(), help="First filing date; default: 2001.")
@click.option("--most", default=500, show_default=True, type=click.IntRange(1, 10_000),
              help="How many of the documents found are looked at.")  # fmt: skip
@click.option(
    "--format",
    "shape",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How the answer is written; csv gives rows for watchlist.csv.",
)
@workspace_option
def command(
    phrase: str,
    forms: tuple[str, ...],
    since: PartialDate | None,
    most: int,
    shape: str,
    workspace_path: Path | None,
) -> None:
    """Find who names PHRASE in filings, and propose rows for the watchlist.

    PHRASE is searched word for word in the full text of filings since 2001: the name of a private
    company, of a vehicle or of a lender. Nothing is entered; add the rows you want to
    watchlist.csv.
    """
    workspace, settings = open_settings(workspace_path)
    found = discover(
        workspace,
        settings,
        phrase,
        forms=forms,
        after=since.first_day() if since else None,
        most=most,
    )
    writers = {"table": _lines, "csv": _csv, "json": _json, "jsonl": _jsonl}
    writers[shape](found)


def _closing(found: Discovery) -> str:
    limit = f", {found.seen} of them looked at (--most)" if found.seen < found.total else ""
    return (
        f"{found.total:,} documents name {found.phrase!r}{limit}; {len(found.proposals)} filers, "
        f"{sum(p.is_watched for p in found.proposals)} of them watched already"
    )


def _lines(found: Discovery) -> None:
    for proposal in found.proposals:
        state = "watched" if proposal.is_watched else "known" if proposal.is_known else "new"
        print(
            f"{state:8}{proposal.entity_id} (CIK {proposal.cik}, {proposal.name}): "
            f"{proposal.filings} filings, {proposal.first} to {proposal.last}; "
            f"{'|'.join(proposal.forms)}; newest {proposal.accession} {proposal.document}"
        )
    print(_closing(found))


def _csv(found: Discovery) -> None:
    """Rows for the watchlist; who is on it already is left out."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(_WATCHLIST)
    for proposal in found.proposals:
        if not proposal.is_watched:
            note = f"names {found.phrase} in {proposal.filings} filings, last {proposal.accession}"
            forms = "|".join(proposal.forms)
            writer.writerow((proposal.entity_id, proposal.cik, forms, note))
    print(f"# {_closing(found)}", file=sys.stderr)


def _row(proposal: Proposal) -> dict[str, Any]:
    return {
        "entity_id": proposal.entity_id,
        "cik": proposal.cik,
        "name": proposal.name,
        "forms": list(proposal.forms),
        "filings": proposal.filings,
        "first": str(proposal.first),
        "last": str(proposal.last),
        "accession": proposal.accession,
        "document": proposal.document,
        "is_known": proposal.is_known,
        "is_watched": proposal.is_watched,
    }


def _json(found: Discovery) -> None:
    document = {
        "phrase": found.phrase,
        "documents": found.total,
        "documents_seen": found.seen,
        "proposals": [_row(proposal) for proposal in found.proposals],
    }
    print(json.dumps(document, indent=1, ensure_ascii=False))


def _jsonl(found: Discovery) -> None:
    for proposal in found.proposals:
        print(json.dumps(_row(proposal), ensure_ascii=False))
    print(f"# {_closing(found)}", file=sys.stderr)
