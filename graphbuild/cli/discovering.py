"""``graphbuild discover``."""

import csv
import datetime as dt
import json
import sys
import textwrap
from pathlib import Path
from typing import Any

import rich_click as click

from graphbuild.cli.options import FORMATS, DateType, open_settings, workspace_option
from graphbuild.rebuild.discovering import Discovery, Proposal, discover, discover_names
from graphbuild.records.period import PartialDate

_NAMES_SINCE_DAYS = 90
_WATCHLIST = ("entity_id", "cik", "forms", "note")


@click.command(name="discover")
@click.argument("phrase")
@click.option("--form", "forms", multiple=True, help="Only in this form, such as 8-K.")
@click.option("--since", type=DateType(), help="First filing date; default: 2001.")
@click.option("--most", default=500, show_default=True, type=click.IntRange(1, 10_000),
              help="How many of the documents found are looked at.")  # fmt: skip
@click.option("--names", "is_by_name", is_flag=True, help="Search filers' names, not the text.")
@click.option("--quote", "quotes", default=0, type=click.IntRange(0, 100), metavar="N",
              help="Fetch the newest document of the first N and quote the sentence.")  # fmt: skip
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
    is_by_name: bool,
    quotes: int,
    shape: str,
    workspace_path: Path | None,
) -> None:
    """Find who names PHRASE in filings, and propose rows for the watchlist.

    PHRASE is searched word for word in the full text of filings since 2001: the name of a private
    company, of a vehicle or of a lender. With --names it is searched in the names of filers, for
    the last 90 days unless --since says otherwise. Nothing is entered; add the rows you want to
    entities.csv and watchlist.csv.
    """
    workspace, settings = open_settings(workspace_path)
    after = since.first_day() if since else None
    if is_by_name:
        if quotes:
            raise click.UsageError("--quote goes with a search of the text, not with --names")
        today = dt.datetime.now(dt.UTC).date()
        after = after or today - dt.timedelta(days=_NAMES_SINCE_DAYS)
        found = discover_names(workspace, settings, phrase, after=after, today=today, forms=forms)
    else:
        found = discover(
            workspace, settings, phrase, forms=forms, after=after, most=most, quotes=quotes
        )
    writers = {"table": _lines, "csv": _csv, "json": _json, "jsonl": _jsonl}
    writers[shape](found)


def _closing(found: Discovery) -> str:
    limit = f", {found.seen} of them looked at (--most)" if found.seen < found.total else ""
    what = "documents that name" if found.is_text else "filings by filers named"
    return (
        f"{what} {found.phrase!r}: {found.total:,}{limit}; filers: {len(found.proposals)}, "
        f"{sum(p.is_watched for p in found.proposals)} of them watched already"
    )


def _lines(found: Discovery) -> None:
    for proposal in found.proposals:
        state = "watched" if proposal.is_watched else "known" if proposal.is_known else "new"
        print(f"{state:8}{proposal.entity_id} (CIK {proposal.cik}, {proposal.name})")
        several = "filing" if proposal.filings == 1 else "filings"
        seen = f"{proposal.filings} {several} of {', '.join(proposal.forms)}"
        days = str(proposal.first)
        days += f" to {proposal.last}" if proposal.last > proposal.first else ""
        newest = f"newest {proposal.accession} {proposal.document}".rstrip()
        told = [f"{seen}, {days}; {newest}", *([proposal.quote] if proposal.quote else ())]
        for text in told:
            print(textwrap.indent(textwrap.fill(text, 88), " " * 8))
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
        "quote": proposal.quote,
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
