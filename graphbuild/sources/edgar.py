"""Filings from EDGAR through sec-edgar-downloader, checked after the fact.

The library (5.1.0) prints its failures and goes on, leaves truncated files behind, and fixes
"before" when it is imported; so dates are always given, what it prints becomes issues, and a file
without its end is not handed on. Not here: the archive, and what the library lacks (Schedules 13D
and 13G under their new names, exhibits apart, company facts).
"""

import contextlib
import datetime as dt
import importlib
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from graphbuild.errors import FetchError, SettingsError
from graphbuild.records.document import RawItem
from graphbuild.records.issue import Issue, Severity
from graphbuild.sources.folder import read_folder
from graphbuild.sources.manifest import issue

_IDENTITY = re.compile(r"^(?P<name>\S.*?)\s+<?(?P<address>[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+)>?$")
_FAILED = re.compile(
    r"^Error occurred while downloading.*?(\d{10}-\d{2}-\d{6})\s*(.*)$", re.MULTILINE
)
_ENDS = (b"</SEC-DOCUMENT>", b"-----END PRIVACY-ENHANCED MESSAGE-----", b"</SUBMISSION>")


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingRequest:
    """All filings of one form by one company, amendments included, filed in a span of days."""

    cik: str
    form: str
    after: dt.date
    before: dt.date

    def __str__(self) -> str:
        return f"CIK {self.cik} {self.form} {self.after} to {self.before}"


def fetch_filings(
    wanted: Iterable[FilingRequest],
    *,
    identity: str,
    staging: Path,
    known: frozenset[str] = frozenset(),
) -> Iterator[RawItem | Issue]:
    """New filings as items, and an issue for each that did not arrive.

    Parameters
    ----------
    identity : "Name e-mail", which the SEC requires of every program.
    staging : an empty folder for the library to write into; the caller removes it.
    known : accession numbers that are in the archive already.

    Raises
    ------
    SettingsError
        no identity, or one without name and e-mail; nothing was requested.
    FetchError
        EDGAR cannot be reached at all.
    """
    name, address = _identity(identity)
    requests_made = tuple(wanted)
    if not requests_made:
        return
    downloader = _downloader(name, address, staging)
    for number, request in enumerate(requests_made):
        folder = staging / str(number)
        downloader.download_folder = folder
        yield from _fetch(downloader, request, folder, known)


def _identity(identity: str) -> tuple[str, str]:
    match = _IDENTITY.match(identity.strip())
    if match is None:
        raise SettingsError(
            f"sec_identity = {identity!r}: the SEC asks every program for a name and an e-mail"
            " address; set GRAPHBUILD_SEC_IDENTITY='Name name@example.org'"
        )
    return match["name"], match["address"]


def _downloader(name: str, address: str, staging: Path) -> Any:
    # Imported when needed: it fixes "today" and starts a rate limiter on import.
    library = importlib.import_module("sec_edgar_downloader")
    try:
        return library.Downloader(name, address, staging)
    except (OSError, ValueError, KeyError) as error:
        raise FetchError(f"EDGAR's list of tickers: {error}; try again later") from error


def _fetch(
    downloader: Any, request: FilingRequest, folder: Path, known: frozenset[str]
) -> Iterator[RawItem | Issue]:
    """One request: what arrived, what failed, and whether the counts agree."""
    if request.form not in downloader.supported_forms:
        message = f"sec-edgar-downloader does not know form {request.form}"
        yield _trouble(request, "unsupported-form", message, "ask for another form")
        return
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            said = downloader.get(
                request.form,
                request.cik.zfill(10),
                after=request.after,
                before=request.before,
                include_amends=True,
                accession_numbers_to_skip=set(known),
            )
    except (OSError, ValueError, KeyError) as error:
        yield _trouble(request, "source-down", str(error), "run again later; nothing is lost")
        return
    for accession, reason in _FAILED.findall(printed.getvalue()):
        yield _trouble(request, "missing-filing", f"{accession}: {reason}", "run again later")
    yield from _arrived(request, folder, int(said))


def _arrived(request: FilingRequest, folder: Path, said: int) -> Iterator[RawItem | Issue]:
    count = 0
    for found in read_folder(folder) if folder.is_dir() else ():
        if isinstance(found, Issue):
            yield found
            continue
        count += 1
        if found.content.rstrip().endswith(_ENDS):
            yield replace(found, cik=request.cik.lstrip("0"))
        else:
            yield _trouble(request, "truncated-download", f"{found.path} is cut off", "run again")
    if count != said:
        message = f"{said} filings reported, {count} on disk"
        yield _trouble(request, "count-mismatch", message, "run again; report it if it stays")


def _trouble(request: FilingRequest, code: str, message: str, advice: str) -> Issue:
    return issue(f"EDGAR {request}", code, message, advice, Severity.WARNING)
