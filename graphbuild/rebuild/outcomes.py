"""How outcomes of a fetch are made from filings and errors.

Not here: their shape (`fetch_report`), fetching (`fetching`, `news`, `series`).
"""

from collections.abc import Iterable

from graphbuild.errors import FetchError
from graphbuild.rebuild.fetch_report import Outcome, State
from graphbuild.rebuild.wishes import Wish
from graphbuild.sources import Cause, RequestError
from graphbuild.sources.edgar_lists import FilingEntry, FilingFile

_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".css", ".js")


def filing_outcome(
    entity_id: str, entry: FilingEntry, state: State, size: int | None = None
) -> Outcome:
    """What became of one filing of a list."""
    return Outcome(
        entity_id=entity_id,
        kind=entry.form,
        name=entry.accession,
        published_on=str(entry.filed),
        state=state,
        size_bytes=entry.size_bytes if size is None else size,
    )


def missed_outcome(entity_id: str, kind: str, name: str, error: FetchError) -> Outcome:
    """What could not be had: failed if another try may help, else given up."""
    state, cause, message, url = State.FAILED, "misshapen", str(error), ""
    if isinstance(error, RequestError):
        state = State.GIVEN_UP if error.is_lasting else State.FAILED
        cause, message, url = str(error.cause), error.message, error.url
    return Outcome(
        entity_id=entity_id,
        kind=kind,
        name=name,
        state=state,
        cause=cause,
        message=message,
        url=url,
    )


def unusable_row(wish: Wish, text: str) -> Outcome:
    """A row of a company's list that is no filing."""
    return Outcome(
        entity_id=wish.entity_id,
        kind="row of the list",
        name=f"CIK {wish.request.cik}",
        state=State.GIVEN_UP,
        cause="misshapen",
        message=text,
    )


def unlisted_filing(wish: Wish) -> Outcome:
    """A filing that was asked for by its address and that its filer's list does not name."""
    cik = wish.request.cik
    return Outcome(
        entity_id=wish.entity_id,
        kind="filing",
        name=wish.request.accession,
        state=State.GIVEN_UP,
        cause=str(Cause.NOT_FOUND),
        message=f"EDGAR lists no such filing under CIK {cik}; correct the address",
    )


def listed_files(files: Iterable[FilingFile]) -> str:
    """Names and sizes of a filing's files, pictures and style sheets left out."""
    told = [
        f"{file.name} {file.size_bytes / 1000:,.0f} kB" if file.size_bytes else file.name
        for file in files
        if not file.name.lower().endswith(_PICTURES)
    ]
    return f"{len(told)} files: {', '.join(told)}"
