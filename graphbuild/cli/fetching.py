"""``graphbuild fetch``."""

import csv
import datetime as dt
import functools
import json
import sys
from pathlib import Path
from typing import Any

import rich_click as click

from graphbuild.cli.boundary import PARTIAL
from graphbuild.cli.options import FORMATS, DateType, open_settings, workspace_option
from graphbuild.cli.progress import watching
from graphbuild.rebuild.fetch_report import FetchReport, Outcome, State
from graphbuild.rebuild.fetching import fetch_filings
from graphbuild.rebuild.fetching_facts import fetch_facts
from graphbuild.rebuild.tickers import cik_of_ticker
from graphbuild.rebuild.wishes import watched
from graphbuild.records.period import PartialDate

_QUIET = frozenset({State.UNCHANGED, State.PASSED_OVER})
_COLUMNS = ("state", "entity_id", "kind", "name", "published_on", "size_bytes", "cause", "message")


@click.command(name="fetch")
@click.argument("names", nargs=-1)
@click.option("--form", "forms", multiple=True, help="Form to fetch, such as 10-K or '424B*'.")
@click.option("--since", type=DateType(), help="First filing date; default: fetch_days ago.")
@click.option("--news", "has_news", is_flag=True, help="Also the stories of feeds.csv.")
@click.option("--facts", "has_facts", is_flag=True, help="Also figures of the companies' accounts.")
@click.option("--series", "has_series", is_flag=True, help="Also prices and macro series.")
@click.option("--no-filings", "has_no_filings", is_flag=True, help="Leave the filings out.")
@click.option("--dry-run", "is_dry", is_flag=True, help="Say what would be fetched; ask for lists.")
@click.option(
    "--format",
    "shape",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How the report is written.",
)
@workspace_option
def command(
    names: tuple[str, ...],
    forms: tuple[str, ...],
    since: PartialDate | None,
    has_news: bool,
    has_facts: bool,
    has_series: bool,
    has_no_filings: bool,
    is_dry: bool,
    shape: str,
    workspace_path: Path | None,
) -> int:
    """Fetch filings of the watchlist, or of NAMES, and news into the archive.

    NAMES are entity ids, or tickers or CIKs of any company, or addresses of single filings as they
    stand in a browser. What is in the archive is not fetched again; a run that was stopped is gone
    on with. Exit code 0: everything wanted is here; 3: some is not, and the report says why; 1:
    nothing could be reached.
    """
    is_of_companies = names or forms or since or has_facts
    if has_no_filings and (is_of_companies or not (has_news or has_series)):
        raise click.UsageError(
            "--no-filings goes with --news or --series, without names, forms and --facts"
        )
    workspace, settings = open_settings(workspace_path)
    reports = []
    with watching("fetch") as observe:
        today = dt.datetime.now(dt.UTC).date()
        if not has_no_filings:
            start = since.first_day() if since else None
            wishes = watched(
                workspace,
                settings,
                today,
                names=names,
                forms=forms,
                since=start,
                look_up=functools.partial(cik_of_ticker, workspace, settings),
            )
            reports.append(
                fetch_filings(workspace, settings, wishes, is_dry=is_dry, observe=observe)
            )
            if has_facts and not is_dry:
                reports.append(fetch_facts(workspace, settings, wishes, observe=observe))
        if has_news:
            from graphbuild.rebuild.news import fetch_news  # noqa: PLC0415 (trafilatura is slow)

            reports.append(fetch_news(workspace, settings, is_dry=is_dry, observe=observe))
        if has_series and not is_dry:
            from graphbuild.rebuild.series import fetch_series  # noqa: PLC0415 (rarely wanted)

            reports.append(fetch_series(workspace, settings, today, observe=observe))
    if not reports:
        raise click.UsageError("--dry-run knows filings and news only")
    report = functools.reduce(FetchReport.joined, reports)
    _give(report, shape)
    return 0 if report.is_complete else PARTIAL


def _give(report: FetchReport, shape: str) -> None:
    writers = {"table": _lines, "csv": _csv, "json": _json, "jsonl": _jsonl}
    writers[shape](report)


def _lines(report: FetchReport) -> None:
    for outcome in report.outcomes:
        if outcome.state not in _QUIET:
            print(outcome)
    for line in _totals(report):
        print(line)


def _totals(report: FetchReport) -> list[str]:
    counts = [f"{report.count(state)} {state}" for state in State if report.count(state)]
    causes = [f"{count} {cause}" for cause, count in report.causes().items()]
    lines = [", ".join(counts) or "nothing is wanted"]
    if causes:
        lines.append(f"causes: {', '.join(causes)}")
    lines.append(
        f"{report.requests} requests, {report.retries} of them again, "
        f"{report.size_bytes / 1e6:.1f} MB, {report.seconds:.1f} s"
    )
    return lines


def _row(outcome: Outcome) -> dict[str, Any]:
    return {name: getattr(outcome, name) for name in _COLUMNS}


def _csv(report: FetchReport) -> None:
    writer = csv.DictWriter(sys.stdout, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_row(outcome) for outcome in report.outcomes)
    _aside(report)


def _json(report: FetchReport) -> None:
    document = {
        "outcomes": [_row(outcome) for outcome in report.outcomes],
        "counts": {state.value: report.count(state) for state in State},
        "causes": report.causes(),
        "requests": report.requests,
        "retries": report.retries,
        "size_bytes": report.size_bytes,
        "seconds": round(report.seconds, 3),
    }
    print(json.dumps(document, indent=1, ensure_ascii=False))


def _jsonl(report: FetchReport) -> None:
    for outcome in report.outcomes:
        print(json.dumps(_row(outcome), ensure_ascii=False))
    _aside(report)


def _aside(report: FetchReport) -> None:
    for line in _totals(report):
        print(f"# {line}", file=sys.stderr)
