"""New filings of the watchlist, or of named companies, into the archive; and a report of it.

Lists first, so that it is known what is wanted, then what is not in the archive yet. Every filing
is stored the moment it is whole: a run that is killed has lost at most the one that was arriving,
and the next run goes on from there. Not here: how EDGAR is asked (`sources`), who is wanted
(`rebuild.wishes`).
"""

import dataclasses
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from graphbuild.errors import FetchError
from graphbuild.rebuild.fetch_report import FetchReport, Observe, Outcome, State, unseen
from graphbuild.rebuild.outcomes import (
    filing_outcome,
    listed_files,
    missed_outcome,
    unlisted_filing,
    unusable_row,
)
from graphbuild.rebuild.sessions import open_edgar
from graphbuild.rebuild.wishes import Wish, watched
from graphbuild.records.document import RawItem
from graphbuild.records.issue import Issue, Severity
from graphbuild.records.period import PartialDate
from graphbuild.settings import Settings
from graphbuild.sources import (
    Archive,
    EdgarApi,
    Manners,
    RequestError,
    download_filings,
)
from graphbuild.sources.archive import SUBMISSION_NAME
from graphbuild.sources.edgar_api import header_form
from graphbuild.sources.edgar_lists import FilingEntry
from graphbuild.sources.fetched import Fetched
from graphbuild.workspace import Workspace


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    entity_id: str
    entry: FilingEntry


def fetch_watchlist(
    workspace: Workspace, settings: Settings, today: date
) -> tuple[int, tuple[Issue, ...]]:
    """Fetch filings of the last `fetch_days` days; how many were new, and what did not arrive.

    If nothing can be reached that is one issue: a rebuild goes on with what is in the archive.

    Raises
    ------
    SettingsError
        no SEC identity is set; nothing was requested.
    """
    try:
        report = fetch_filings(workspace, settings, watched(workspace, settings, today))
    except FetchError as error:
        return 0, (_unreachable(error),)
    return report.count(State.NEW), report.issues()


def fetch_filings(
    workspace: Workspace,
    settings: Settings,
    wishes: Sequence[Wish],
    *,
    is_dry: bool = False,
    observe: Observe | None = None,
    manners: Manners | None = None,
) -> FetchReport:
    """Fetch what the wishes name and the archive lacks.

    Parameters
    ----------
    is_dry : ask for lists only, and tell what would be fetched.

    Raises
    ------
    SettingsError
        no SEC identity is set; nothing was requested.
    FetchError
        nothing could be reached.
    """
    started = time.perf_counter()
    if not wishes:
        return FetchReport(outcomes=(), requests=0, retries=0, size_bytes=0, seconds=0.0)
    with open_edgar(workspace, settings, manners) as api:
        fetching = _Fetching(api, Archive(workspace.raw), settings, observe or unseen)
        wanted = fetching.list_wanted(wishes)
        if is_dry:
            fetching.plan(wanted, wishes)
        else:
            fetching.download(wanted)
        tally = api.client.tally
    return FetchReport(
        outcomes=tuple(fetching.outcomes),
        requests=tally.requests,
        retries=tally.retries,
        size_bytes=tally.bytes,
        seconds=time.perf_counter() - started,
    )


class _Fetching:
    """One run: what is wanted, what has become of it."""

    def __init__(
        self, api: EdgarApi, archive: Archive, settings: Settings, observe: Observe
    ) -> None:
        self._api = api
        self._archive = archive
        self._identity = settings.sec_identity
        self._observe = observe
        self._done = 0
        self._total = 0
        self._owner: dict[str, str] = {}
        self.outcomes: list[Outcome] = []

    def list_wanted(self, wishes: Sequence[Wish]) -> list[_Wanted]:
        """What the lists name and the archive lacks, one filing once.

        Raises
        ------
        FetchError
            not one list could be had.
        """
        known = set(self._archive.accessions())
        wanted: list[_Wanted] = []
        self._total = len(wishes)
        failures: list[FetchError] = []
        for wish in wishes:
            try:
                company = self._api.company(wish.request.cik, wish.request.after)
            except FetchError as error:
                failures.append(error)
                self._tell(
                    missed_outcome(
                        wish.entity_id, "list of filings", f"CIK {wish.request.cik}", error
                    )
                )
                continue
            for text in company.unusable:
                self.outcomes.append(unusable_row(wish, text))
            chosen = tuple(filter(wish.request.wants, company.filings))
            if wish.request.accession and not chosen:
                self.outcomes.append(unlisted_filing(wish))
            for entry in chosen:
                if entry.accession in known:
                    self.outcomes.append(filing_outcome(wish.entity_id, entry, State.UNCHANGED))
                else:
                    known.add(entry.accession)
                    wanted.append(_Wanted(entity_id=wish.entity_id, entry=entry))
            self._step(f"{wish.entity_id}: {len(company.filings)} filings listed")
        if len(failures) == len(wishes):
            raise FetchError(f"nothing could be reached: {failures[0]}") from failures[0]
        return wanted

    def plan(self, wanted: Sequence[_Wanted], wishes: Sequence[Wish]) -> None:
        """Tell what would be fetched; of a filing that was asked for by its address, which files.

        Raises
        ------
        FetchError
            the list of a filing's files cannot be had, or has another shape.
        """
        single = {wish.request.accession for wish in wishes}
        for one in wanted:
            planned = filing_outcome(one.entity_id, one.entry, State.PLANNED)
            if one.entry.accession in single:
                files = self._api.files(one.entry.cik, one.entry.accession)
                planned = dataclasses.replace(planned, message=listed_files(files))
            self.outcomes.append(planned)

    def download(self, wanted: Sequence[_Wanted]) -> None:
        """Fetch and store.

        Raises
        ------
        FetchError
            the archive cannot be written to.
        """
        self._total += len(wanted)
        self._owner = {w.entry.accession: w.entity_id for w in wanted}
        entries = sorted(
            (w.entry for w in wanted), key=lambda e: (int(e.cik), e.base_form, e.filed, e.accession)
        )
        try:
            with self._archive.incoming() as staging:
                download_filings(
                    self._api,
                    entries,
                    identity=self._identity,
                    staging=staging,
                    arrived=self._arrived,
                    missed=self._missed,
                    is_here=self._is_here,
                )
        except OSError as error:
            raise FetchError(
                f"the archive cannot be written to: {error}; make room or correct its permissions,"
                " and fetch again: what is stored stays"
            ) from error

    def _is_here(self, entry: FilingEntry) -> bool:
        is_here = self._archive.has_submission(entry.cik, entry.accession)
        if is_here:
            self._tell(filing_outcome(self._owner[entry.accession], entry, State.UNCHANGED))
        return is_here

    def _arrived(self, entry: FilingEntry, path: Path, fetched: Fetched) -> None:
        is_new = self._archive.store_file(path, _raw_item(entry, fetched))
        state = State.NEW if is_new else State.UNCHANGED
        self._tell(filing_outcome(self._owner[entry.accession], entry, state, size=fetched.size))

    def _missed(self, entry: FilingEntry, error: RequestError) -> None:
        owner = self._owner[entry.accession]
        missed = missed_outcome(owner, entry.form, entry.accession, error)
        self._tell(dataclasses.replace(missed, published_on=str(entry.filed)))

    def _tell(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)
        self._step(str(outcome))

    def _step(self, words: str) -> None:
        self._done += 1
        self._observe(self._done, self._total, words)


def _raw_item(entry: FilingEntry, fetched: Fetched) -> RawItem:
    """A submission as it arrived; the form is the one its header states."""
    listed = {
        "form_listed": entry.form,
        "accepted": entry.accepted,
        "items": entry.items,
        "report_date": entry.report_date,
        "primary_document": entry.primary_document,
    }
    return RawItem(
        path=f"{entry.cik}/{entry.accession}/{SUBMISSION_NAME}",
        kind=header_form(fetched.glimpse) or entry.form,
        content=b"",
        sha256=fetched.sha256,
        url=fetched.url,
        cik=entry.cik,
        accession=entry.accession,
        published_on=PartialDate(str(entry.filed)),
        meta={name: text for name, text in listed.items() if text},
    )


def _unreachable(error: FetchError) -> Issue:
    return Issue(
        stage="import",
        severity=Severity.ERROR,
        code="source-down",
        where="EDGAR",
        message=str(error),
        advice="fetch again later; what is in the archive is used",
    )
