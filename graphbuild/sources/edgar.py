"""Filings in bulk through sec-edgar-downloader, with its faults taken out.

The library (5.1.0) asks for every list again, has no time-out, retry, or budget shared with other
processes, prints its failures and goes on, leaves truncated files behind, and refuses forms that
EDGAR has renamed. It asks through one function; that one is replaced by ours while it works, so
that lists come from those we have read already and filings arrive through our client, checked. What
it does not ask for, and forms it does not know, come by our client alone. Not here: what is wanted
(`rebuild.fetching`), the archive.
"""

import contextlib
import datetime as dt
import fnmatch
import importlib
import io
import json
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from graphbuild.sources.bodies import Cause, RequestError
from graphbuild.sources.edgar_api import EdgarApi
from graphbuild.sources.edgar_lists import FilingEntry
from graphbuild.sources.fetched import Fetched
from graphbuild.sources.identity import parse_identity

_LOG = logging.getLogger(__name__)

SISTERS = {
    "10-K": ("10-KT", "10-K405"),
    "10-Q": ("10-QT",),
    "8-K": ("8-K12B", "8-K12G3", "8-K15D5"),
    "S-1": ("S-1MEF",),
    "SC 13D": ("SCHEDULE 13D",),
    "SC 13G": ("SCHEDULE 13G",),
}
"""Forms that say the same under another name; whoever asks for one gets all: reports of a
transition period, of a successor company, of more of the same offering, and the schedules that
EDGAR renamed on 18 December 2024, when they became structured (Release 33-11253)."""

REQUEST_FUNCTION = "_call_sec"
"""The library's one function that opens a connection, in ``sec_edgar_downloader._sec_gateway``."""

IsHere = Callable[[FilingEntry], bool]
Arrived = Callable[[FilingEntry, Path, Fetched], None]
Missed = Callable[[FilingEntry, RequestError], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingRequest:
    """Filings of some forms by one company, amendments included, filed in a span of days.

    Parameters
    ----------
    forms : "10-K", or a pattern such as "424B*".
    accession : this one filing only, whatever its form.
    """

    cik: str
    forms: tuple[str, ...]
    after: dt.date
    before: dt.date
    accession: str = ""

    def wants(self, entry: FilingEntry) -> bool:
        """Whether a filing is asked for.

        >>> day = dt.date(2025, 3, 1)
        >>> asked = FilingRequest(cik="1", forms=("424B*", "SC 13D"), after=day, before=day)
        >>> entry = FilingEntry(
        ...     cik="1", accession="0000000001-25-000001", form="SCHEDULE 13D/A", filed=day
        ... )
        >>> asked.wants(entry)
        True
        """
        if self.accession:
            return entry.accession == self.accession
        if not self.after <= entry.filed <= self.before:
            return False
        return is_form(entry.form, self.forms)


def is_form(form: str, wanted: Iterable[str]) -> bool:
    """Whether a form is one of those wanted, amendments and sisters included.

    >>> is_form("10-KT/A", ["10-k"]), is_form("424B5", ["424B*"]), is_form("8-K", ["6-K"])
    (True, True, False)
    """
    base = form.upper().removesuffix("/A")
    return any(fnmatch.fnmatchcase(base, name) for name in form_names(wanted))


def form_names(wanted: Iterable[str]) -> tuple[str, ...]:
    """Forms as EDGAR writes them, without the mark of amendments, sisters included.

    >>> form_names(["sc 13d/a"])
    ('SC 13D', 'SCHEDULE 13D')
    """
    plain = [name.strip().upper().removesuffix("/A") for name in wanted]
    return tuple(sister for name in plain for sister in (name, *SISTERS.get(name, ())))


def download_filings(
    api: EdgarApi,
    entries: Sequence[FilingEntry],
    *,
    identity: str,
    staging: Path,
    arrived: Arrived,
    missed: Missed,
    is_here: IsHere = lambda _: False,
) -> None:
    """Every full submission that is not here: one call of `arrived` or of `missed` for each.

    Parameters
    ----------
    staging : a folder of our own; files handed to `arrived` lie in it.
    arrived : takes the file away; called as soon as a filing is whole.
    is_here : asked just before each request, since another process may have fetched it meanwhile.
    """
    for (cik, form), group in groupby(entries, key=lambda e: (e.cik, e.base_form)):
        batch = _Batch(api, tuple(group), staging, arrived, missed, is_here)
        _ask_library(batch, cik, form, identity)
        if batch.trouble is not None:
            raise batch.trouble
        for entry in batch.left():
            batch.fetch(entry)


class _Batch:
    """Filings of one form by one company, and which of them have been asked for."""

    def __init__(
        self,
        api: EdgarApi,
        entries: tuple[FilingEntry, ...],
        staging: Path,
        arrived: Arrived,
        missed: Missed,
        is_here: IsHere,
    ) -> None:
        self._is_here = is_here
        self.trouble: Exception | None = None
        self._api = api
        self._wanted = {entry.accession: entry for entry in entries}
        self._asked: set[str] = set()
        self.staging = staging
        self._arrived = arrived
        self._missed = missed

    @property
    def entries(self) -> tuple[FilingEntry, ...]:
        return tuple(self._wanted.values())

    def left(self) -> tuple[FilingEntry, ...]:
        return tuple(e for e in self.entries if e.accession not in self._asked)

    def fetch(self, entry: FilingEntry) -> bool:
        """Ask for one filing and tell how it went."""
        self._asked.add(entry.accession)
        if self._is_here(entry):
            return True
        path = self.staging / f"{entry.accession}.txt"
        try:
            fetched = self._api.download(entry, path)
        except RequestError as error:
            path.unlink(missing_ok=True)
            self._missed(entry, error)
            return False
        self._arrived(entry, path, fetched)
        return True

    def answer(self, uri: str, user_agent: str, host: str) -> "_Answer":  # noqa: ARG002 - its form
        """In place of the library's request: the list we have, or a filing by our client.

        The bytes of a filing go to the archive at once; the library is given a receipt to store.
        """
        name = uri.rpartition("/")[2]
        if name.startswith("CIK"):
            return _Answer(json.dumps(_as_submissions(self.entries)).encode())
        if name.endswith(".json"):
            return _Answer(b'{"fields": ["cik", "ticker"], "data": []}')
        entry = self._wanted.get(name.removesuffix(".txt"))
        if entry is None or entry.accession in self._asked:
            raise RequestError(Cause.FORBIDDEN, uri, "the library asks for what nobody wants")
        try:
            return _Answer(b"in the archive" if self.fetch(entry) else b"missing")
        except Exception as error:
            # The library prints whatever is raised here and goes on; a full disk must not pass so.
            self.trouble = error
            raise


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the library reads of an answer."""

    content: bytes

    def json(self) -> Any:
        return json.loads(self.content)


def _as_submissions(entries: Sequence[FilingEntry]) -> dict[str, Any]:
    """The wanted filings in the form of EDGAR's list."""
    recent = {
        "accessionNumber": [entry.accession for entry in entries],
        "form": [entry.form for entry in entries],
        "primaryDocument": [entry.primary_document for entry in entries],
        "filingDate": [str(entry.filed) for entry in entries],
    }
    return {"filings": {"recent": recent, "files": []}}


def _ask_library(batch: _Batch, cik: str, form: str, identity: str) -> None:
    """Let the library work through a batch; whatever it cannot do is left."""
    name, address = parse_identity(identity)
    days = [entry.filed for entry in batch.entries]
    printed = io.StringIO()
    try:
        # Imported when needed: it fixes "today" and starts a limiter of its own on import.
        library = importlib.import_module("sec_edgar_downloader")
        with _asking_through(batch), contextlib.redirect_stdout(printed):
            downloader = library.Downloader(name, address, batch.staging / "library")
            if form in downloader.supported_forms:
                downloader.get(
                    form,
                    cik.zfill(10),
                    after=min(days),
                    before=max(days),
                    include_amends=True,
                )
    except (ImportError, LookupError, TypeError, ValueError, AttributeError) as error:
        _LOG.warning(
            "sec-edgar-downloader is missing or has changed (%r); our own client goes on", error
        )
    if printed.getvalue():
        _LOG.info("sec-edgar-downloader says: %s", printed.getvalue().strip())


@contextlib.contextmanager
def _asking_through(batch: _Batch) -> Iterator[None]:
    """The library's one request function replaced by the batch's."""
    gateway = importlib.import_module("sec_edgar_downloader._sec_gateway")
    original = getattr(gateway, REQUEST_FUNCTION)
    setattr(gateway, REQUEST_FUNCTION, batch.answer)
    try:
        yield
    finally:
        setattr(gateway, REQUEST_FUNCTION, original)
