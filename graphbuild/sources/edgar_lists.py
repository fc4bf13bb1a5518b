"""EDGAR's JSON lists as records: a company's filings, a filing's files, tickers.

Pure functions from bytes; the shapes are those of data.sec.gov, as documented at
sec.gov/search-filings/edgar-application-programming-interfaces and seen in 2026. Names and numbers
that a server sends are checked here before anything is built from them. Not here: asking
(`edgar_api`), text indexes and Atom (`edgar_indexes`).
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphbuild.sources.edgar_json import MISSHAPEN, misshapen, read_object

ACCESSION = re.compile(r"\d{10}-\d{2}-\d{6}")
_PAGE_NAME = re.compile(r"CIK\d{10}-submissions-\d{3}\.json")
FILE_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._ -]{0,199}")
_COLUMNS = (
    "accessionNumber",
    "form",
    "filingDate",
    "reportDate",
    "acceptanceDateTime",
    "items",
    "primaryDocument",
    "size",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingEntry:
    """One filing as EDGAR lists it.

    Parameters
    ----------
    form : with "/A" for an amendment.
    accepted : time of acceptance as EDGAR writes it; it calls New York's time "Z".
    items : of an 8-K ("1.01,2.03") or a Form D, else empty.
    size_bytes : of the full submission, unpacked; roughly.
    """

    cik: str
    accession: str
    form: str
    filed: dt.date
    report_date: str = ""
    accepted: str = ""
    items: str = ""
    primary_document: str = ""
    size_bytes: int = 0

    @property
    def base_form(self) -> str:
        """The form without the mark of an amendment."""
        return self.form.removesuffix("/A")


@dataclass(frozen=True, slots=True, kw_only=True)
class OlderPage:
    """A further page of a company's list and the days it covers."""

    name: str
    first: dt.date
    last: dt.date
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """A filer and its list, newest first.

    Parameters
    ----------
    older : pages that were not read.
    unusable : rows of the list that are no filings, in words.
    """

    cik: str
    name: str
    former_names: tuple[str, ...] = ()
    tickers: tuple[str, ...] = ()
    filings: tuple[FilingEntry, ...] = ()
    older: tuple[OlderPage, ...] = ()
    unusable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingFile:
    """One file of a filing's folder."""

    name: str
    size_bytes: int | None
    modified: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticker:
    """One row of EDGAR's table of tickers."""

    cik: str
    name: str
    ticker: str
    exchange: str = ""


def parse_submissions(content: bytes) -> Company:
    """``CIK##########.json``: the company, its newest filings, and names of older pages.

    Raises
    ------
    FetchError
        the bytes have not that shape.
    """
    whole = read_object(content, "submissions")
    try:
        cik = str(int(whole["cik"]))
        filings, unusable = _entries(cik, whole["filings"]["recent"])
        return Company(
            cik=cik,
            name=str(whole["name"]),
            former_names=tuple(str(row["name"]) for row in whole.get("formerNames") or ()),
            tickers=tuple(str(ticker) for ticker in whole.get("tickers") or ()),
            filings=filings,
            older=tuple(_older(row) for row in whole["filings"]["files"]),
            unusable=unusable,
        )
    except MISSHAPEN as error:
        raise misshapen("submissions", error) from error


def parse_older_page(cik: str, content: bytes) -> tuple[tuple[FilingEntry, ...], tuple[str, ...]]:
    """``CIK##########-submissions-001.json``, which lacks the wrapping of the first page.

    Raises
    ------
    FetchError
        the bytes have not that shape.
    """
    whole = read_object(content, "submissions page")
    try:
        return _entries(cik, whole)
    except MISSHAPEN as error:
        raise misshapen("submissions page", error) from error


def _entries(
    cik: str, columns: Mapping[str, list[Any]]
) -> tuple[tuple[FilingEntry, ...], tuple[str, ...]]:
    count = len(columns["accessionNumber"])
    table = [columns.get(name) or [""] * count for name in _COLUMNS]
    entries, unusable = [], []
    for row in zip(*table, strict=True):
        try:
            entries.append(_entry(cik, *row))
        except (ValueError, TypeError) as error:
            unusable.append(f"{row[0]!r}: {error}")
    return tuple(entries), tuple(unusable)


def _entry(cik: str, accession: str, form: str, filed: str, *rest: Any) -> FilingEntry:
    if not ACCESSION.fullmatch(accession) or not isinstance(form, str) or not form:
        raise ValueError("not an accession number with its form")
    report_date, accepted, items, primary_document, size = rest
    return FilingEntry(
        cik=cik,
        accession=accession,
        form=form,
        filed=dt.date.fromisoformat(filed),
        report_date=report_date or "",
        accepted=accepted or "",
        items=items or "",
        primary_document=primary_document or "",
        size_bytes=int(size or 0),
    )


def _older(row: Mapping[str, Any]) -> OlderPage:
    name = str(row["name"])
    if not _PAGE_NAME.fullmatch(name):
        raise ValueError(f"page name {name!r}")
    return OlderPage(
        name=name,
        first=dt.date.fromisoformat(row["filingFrom"]),
        last=dt.date.fromisoformat(row["filingTo"]),
        count=int(row["filingCount"]),
    )


def parse_filing_index(content: bytes) -> tuple[FilingFile, ...]:
    """``index.json`` of a filing's folder; a name that is not a plain file name is refused.

    Raises
    ------
    FetchError
        the bytes have not that shape.
    """
    whole = read_object(content, "filing index")
    try:
        return tuple(
            FilingFile(
                name=_file_name(row["name"]),
                size_bytes=int(row["size"]) if row.get("size") else None,
                modified=str(row.get("last-modified", "")),
            )
            for row in whole["directory"]["item"]
        )
    except MISSHAPEN as error:
        raise misshapen("filing index", error) from error


def _file_name(name: str) -> str:
    if not FILE_NAME.fullmatch(name) or ".." in name:
        raise ValueError(f"file name {name!r}")
    return name


def parse_tickers(content: bytes) -> tuple[Ticker, ...]:
    """``company_tickers.json`` or ``company_tickers_exchange.json``; columns by their names.

    Raises
    ------
    FetchError
        the bytes have neither shape.
    """
    whole = read_object(content, "ticker table")
    try:
        if "fields" in whole:
            rows = [dict(zip(whole["fields"], row, strict=True)) for row in whole["data"]]
        else:
            rows = [
                {"cik": row["cik_str"], "name": row["title"], "ticker": row["ticker"]}
                for row in whole.values()
            ]
        return tuple(
            Ticker(
                cik=str(int(row["cik"])),
                name=str(row["name"]),
                ticker=str(row["ticker"]),
                exchange=str(row.get("exchange") or ""),
            )
            for row in rows
        )
    except MISSHAPEN as error:
        raise misshapen("ticker table", error) from error
