"""New filings of the watchlist, or of named companies, into the archive; and a report of it.

Lists first, so that it is known what is wanted, then what is not in the archive yet. Every filing
is stored the moment it is whole: a run that is killed has lost at most the one that was arriving,
and the next run goes on from there. Not here: how EDGAR is asked (`sources`), who is wanted
(`rebuild.wishes`).
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graphbuild.errors import FetchError
from graphbuild.rebuild.fetch_report import FetchReport, Observe, Outcome, State, unseen
from graphbuild.rebuild.wishes import Wish, watched
from graphbuild.records.document import RawItem
from graphbuild.records.issue import Issue
from graphbuild.records.period import PartialDate
from graphbuild.settings import Settings
from graphbuild.sources import (
    Archive,
    Budget,
    Client,
    Doors,
    EdgarApi,
    KeptAnswers,
    Manners,
    RequestError,
    budget_file,
    download_filings,
)
from graphbuild.sources.archive import SUBMISSION_NAME
from graphbuild.sources.edgar_api import header_form
from graphbuild.sources.edgar_lists import FilingEntry
from graphbuild.sources.fetched import Fetched
from graphbuild.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    entity_id: str
    entry: FilingEntry


def fetch_watchlist(
    workspace: Workspace, settings: Settings, today: date
) -> tuple[int, tuple[Issue, ...]]:
    """Fetch filings of the last `fetch_days` days; how many were new, and what did not arrive.

    Raises
    ------
    SettingsError
        no SEC identity is set; nothing was requested.
    FetchError
        EDGAR cannot be reached at all.
    """
    report = fetch_filings(workspace, settings, watched(workspace, settings, today))
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
            fetching.plan(wanted)
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


@contextmanager
def open_edgar(
    workspace: Workspace, settings: Settings, manners: Manners | None = None
) -> Iterator[EdgarApi]:
    """EDGAR as the settings name it, within the budget of all processes.

    Raises
    ------
    SettingsError
        no SEC identity is set, or an address that may not be asked.
    """
    doors = Doors(
        www=settings.edgar_url, data=settings.edgar_data_url, search=settings.edgar_search_url
    )
    # One budget for the SEC's three hosts: it counts requests by sender, not by host.
    budget = Budget(budget_file("sec.gov"), settings.requests_per_second)
    try:
        client = Client(
            identity=settings.sec_identity,
            budget=budget,
            trusted=doors.origins,
            manners=manners,
        )
    except ValueError:
        budget.close()
        raise
    with client:
        yield EdgarApi(client, doors, KeptAnswers(workspace.answers))


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
                self._tell(_unlisted(wish, error))
                continue
            for text in company.unusable:
                self.outcomes.append(_unusable(wish, text))
            for entry in filter(wish.request.wants, company.filings):
                if entry.accession in known:
                    self.outcomes.append(_outcome(wish.entity_id, entry, State.UNCHANGED))
                else:
                    known.add(entry.accession)
                    wanted.append(_Wanted(entity_id=wish.entity_id, entry=entry))
            self._step(f"{wish.entity_id}: {len(company.filings)} filings listed")
        if len(failures) == len(wishes):
            raise FetchError(f"nothing could be reached: {failures[0]}") from failures[0]
        return wanted

    def plan(self, wanted: Sequence[_Wanted]) -> None:
        """Tell what would be fetched."""
        self.outcomes += [_outcome(w.entity_id, w.entry, State.PLANNED) for w in wanted]

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
            self._tell(_outcome(self._owner[entry.accession], entry, State.UNCHANGED))
        return is_here

    def _arrived(self, entry: FilingEntry, path: Path, fetched: Fetched) -> None:
        is_new = self._archive.store_file(path, _raw_item(entry, fetched))
        state = State.NEW if is_new else State.UNCHANGED
        self._tell(_outcome(self._owner[entry.accession], entry, state, size=fetched.size))

    def _missed(self, entry: FilingEntry, error: RequestError) -> None:
        state = State.GIVEN_UP if error.is_lasting else State.FAILED
        owner = self._owner[entry.accession]
        self._tell(
            _outcome(owner, entry, state, cause=error.cause, message=error.message, url=error.url)
        )

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


def _outcome(
    entity_id: str,
    entry: FilingEntry,
    state: State,
    *,
    cause: str = "",
    message: str = "",
    url: str = "",
    size: int | None = None,
) -> Outcome:
    return Outcome(
        entity_id=entity_id,
        kind=entry.form,
        name=entry.accession,
        published_on=str(entry.filed),
        state=state,
        cause=cause,
        message=message,
        url=url,
        size_bytes=entry.size_bytes if size is None else size,
    )


def _unlisted(wish: Wish, error: FetchError) -> Outcome:
    is_lasting = isinstance(error, RequestError) and error.is_lasting
    return Outcome(
        entity_id=wish.entity_id,
        kind="list of filings",
        name=f"CIK {wish.request.cik}",
        state=State.GIVEN_UP if is_lasting else State.FAILED,
        cause=error.cause if isinstance(error, RequestError) else "misshapen",
        message=error.message if isinstance(error, RequestError) else str(error),
        url=error.url if isinstance(error, RequestError) else "",
    )


def _unusable(wish: Wish, text: str) -> Outcome:
    return Outcome(
        entity_id=wish.entity_id,
        kind="row of the list",
        name=f"CIK {wish.request.cik}",
        state=State.GIVEN_UP,
        cause="misshapen",
        message=text,
    )
