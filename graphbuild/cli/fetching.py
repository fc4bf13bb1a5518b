"""``graphbuild fetch``."""

import datetime as dt
import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import rich_click as click

from graphbuild.cli.boundary import EXPECTED, PARTIAL
from graphbuild.cli.fetch_reporting import give_report
from graphbuild.cli.options import FORMATS, DateType, open_settings, workspace_option
from graphbuild.cli.progress import Observe, watching
from graphbuild.curated.loading import load_curated
from graphbuild.errors import FetchError
from graphbuild.rebuild.fetch_report import FetchReport, State
from graphbuild.rebuild.fetching import fetch_filings
from graphbuild.rebuild.fetching_facts import fetch_facts
from graphbuild.rebuild.tickers import cik_of_ticker
from graphbuild.rebuild.wishes import watched
from graphbuild.records.period import PartialDate
from graphbuild.settings import Settings
from graphbuild.workspace import Workspace

_LISTS = ("watchlist.csv", "feeds.csv")


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
    today = dt.datetime.now(dt.UTC).date()
    wanted = () if has_no_filings else (names, forms, since.first_day() if since else None)
    with watching("fetch") as observe:
        asking = _Asking(workspace, settings, observe, is_dry)
        if wanted:
            asking.filings(today, *wanted, has_facts=has_facts)
        if has_news:
            asking.news()
        if has_series:
            asking.series(today)
    give_report(asking.report(), shape)
    for line in (*asking.notes, *asking.troubles):
        print(f"graphbuild: {line}", file=sys.stderr)
    return asking.exit_code()


class _Asking:
    """The parts of one fetch; what goes wrong with one keeps no other from being asked."""

    def __init__(
        self, workspace: Workspace, settings: Settings, observe: Observe, is_dry: bool
    ) -> None:
        self._workspace = workspace
        self._settings = settings
        self._observe = observe
        self._is_dry = is_dry
        self._reports: list[FetchReport] = []
        self.notes: list[str] = []
        issues = load_curated(workspace).issues
        self.troubles = [str(i) for i in issues if i.where.startswith(_LISTS)]

    def filings(
        self,
        today: dt.date,
        names: tuple[str, ...],
        forms: tuple[str, ...],
        since: dt.date | None,
        *,
        has_facts: bool,
    ) -> None:
        """Filings of the watchlist or of named companies, and figures of their accounts."""
        workspace, settings = self._workspace, self._settings
        look_up = functools.partial(cik_of_ticker, workspace, settings)
        wishes = watched(
            workspace, settings, today, names=names, forms=forms, since=since, look_up=look_up
        )
        more = {"observe": self._observe}
        self._try(fetch_filings, workspace, settings, wishes, is_dry=self._is_dry, **more)
        if has_facts and self._is_dry:
            self.notes.append("--dry-run says nothing of --facts: one file a company")
        elif has_facts:
            self._try(fetch_facts, workspace, settings, wishes, **more)

    def news(self) -> None:
        """Stories of the feeds."""
        from graphbuild.rebuild.news import fetch_news

        more = {"is_dry": self._is_dry, "observe": self._observe}
        self._try(fetch_news, self._workspace, self._settings, **more)

    def series(self, today: dt.date) -> None:
        """Prices and macro series."""
        from graphbuild.rebuild.series import fetch_series

        if self._is_dry:
            self.notes.append("--dry-run says nothing of --series: one table each")
        else:
            more = {"observe": self._observe}
            self._try(fetch_series, self._workspace, self._settings, today, **more)

    def _try(self, part: Callable[..., FetchReport], *arguments: Any, **options: Any) -> None:
        try:
            self._reports.append(part(*arguments, **options))
        except FetchError as error:
            self.troubles.append(str(error))
        except OSError as error:
            self.troubles.append(f"cannot write: {error}; make room or correct permissions")

    def report(self) -> FetchReport:
        """All parts as one."""
        nothing = FetchReport(outcomes=(), requests=0, retries=0, size_bytes=0, seconds=0.0)
        return functools.reduce(FetchReport.joined, self._reports, nothing)

    def exit_code(self) -> int:
        """0 complete, 3 partly, 1 if nothing at all could be reached."""
        report = self.report()
        is_bad = bool(self.troubles) or not report.is_complete
        if is_bad and report.count(State.FAILED) == len(report.outcomes):
            return EXPECTED
        return PARTIAL if is_bad else 0
