"""EDGAR's doors by our own client: lists, indexes, facts, search, and filings of any form.

Bytes become records in `edgar_lists`, `edgar_search` and `edgar_indexes`. Not here: the bulk of the
filings, which comes through sec-edgar-downloader (`edgar`); what is wanted (`rebuild.fetching`).
"""

import datetime as dt
import functools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlencode

from graphbuild.errors import FetchError
from graphbuild.sources.addresses import Doors
from graphbuild.sources.bodies import (
    Cause,
    Check,
    Glimpse,
    RequestError,
    check_any,
    check_data,
    check_submission,
)
from graphbuild.sources.edgar_indexes import CurrentFiling, IndexRow, parse_current, parse_index
from graphbuild.sources.edgar_lists import (
    Company,
    FilingEntry,
    FilingFile,
    Ticker,
    parse_filing_index,
    parse_older_page,
    parse_submissions,
    parse_tickers,
)
from graphbuild.sources.edgar_search import Hit, parse_hits
from graphbuild.sources.fetched import Fetched
from graphbuild.sources.http import Client
from graphbuild.sources.kept import KeptAnswers

_Found = TypeVar("_Found")
_MOST_HITS = 10_000
_FORM = re.compile(
    rb"^CONFORMED SUBMISSION TYPE:[ \t]*(\S[^\r\n]*?)\s*$|^<FORM-TYPE>(\S.*?)\s*$", re.MULTILINE
)


class EdgarApi:
    """EDGAR through one client.

    Parameters
    ----------
    kept : lists we had before; asked about, not asked for again.
    """

    def __init__(self, client: Client, doors: Doors, kept: KeptAnswers) -> None:
        self.client = client
        self.doors = doors
        self._kept = kept

    def company(self, cik: str, since: dt.date) -> Company:
        """A company and its filings since a day; older pages are asked for only if they matter.

        Raises
        ------
        FetchError
            no list, or one of another shape.
        """
        base = f"{self.doors.data}/submissions"
        company = self._parsed(f"{base}/CIK{_padded(cik)}.json", parse_submissions)
        filings, unusable, older = list(company.filings), list(company.unusable), []
        for page in company.older:
            if page.last < since:
                older.append(page)
                continue
            parse = functools.partial(parse_older_page, company.cik)
            found, wrong = self._parsed(f"{base}/{page.name}", parse)
            filings += found
            unusable += wrong
        # A filing made between two answers stands on both pages.
        once = {filing.accession: filing for filing in reversed(filings)}
        return replace(
            company,
            filings=tuple(f for f in reversed(once.values()) if f.filed >= since),
            unusable=tuple(unusable),
            older=tuple(older),
        )

    def submission_url(self, cik: str, accession: str) -> str:
        """Address of a filing's full submission."""
        return f"{self._folder(cik, accession)}/{accession}.txt"

    def download(self, entry: FilingEntry, path: Path) -> Fetched:
        """A full submission, of any size, into a file.

        Raises
        ------
        RequestError
            not to be had, or not whole, or another filing.
        """
        url = self.submission_url(entry.cik, entry.accession)
        return self.client.download(url, path, check=check_filing(entry.accession))

    def files(self, cik: str, accession: str) -> tuple[FilingFile, ...]:
        """The files of a filing: exhibits, graphics, data.

        Raises
        ------
        FetchError
            no list, or one of another shape.
        """
        url = f"{self._folder(cik, accession)}/index.json"
        return parse_filing_index(self.client.get(url, check=check_data).content)

    def file(self, cik: str, accession: str, name: str) -> Fetched:
        """One file of a filing, such as an exhibit.

        Raises
        ------
        RequestError
            not to be had.
        """
        if "/" in name or "\\" in name or ".." in name:
            raise RequestError(Cause.FORBIDDEN, name, "not a file name")
        return self.client.get(f"{self._folder(cik, accession)}/{name}", check=check_any)

    def company_facts(self, cik: str) -> bytes:
        """``companyfacts`` of a company, as it came.

        Raises
        ------
        RequestError
            not to be had.
        """
        return self._list(self.facts_url(cik))

    def facts_url(self, cik: str) -> str:
        """Address of a company's ``companyfacts``."""
        return f"{self.doors.data}/api/xbrl/companyfacts/CIK{_padded(cik)}.json"

    def company_concept(self, cik: str, concept: str, taxonomy: str = "us-gaap") -> bytes:
        """``companyconcept``: one figure of a company over time, as it came.

        Raises
        ------
        RequestError
            not to be had.
        """
        base = f"{self.doors.data}/api/xbrl/companyconcept/CIK{_padded(cik)}"
        return self._list(f"{base}/{taxonomy}/{concept}.json")

    def tickers(self) -> tuple[Ticker, ...]:
        """All companies with a ticker.

        Raises
        ------
        FetchError
            no table, or one of another shape.
        """
        return self._parsed(f"{self.doors.www}/files/company_tickers_exchange.json", parse_tickers)

    def daily_index(self, day: dt.date) -> Iterator[IndexRow]:
        """All filings of a day; none on weekends and holidays.

        Raises
        ------
        FetchError
            no index, or one of another shape.
        """
        base = f"{self.doors.www}/Archives/edgar/daily-index/{day.year}/QTR{_quarter(day)}"
        return parse_index(self._list(f"{base}/form.{day:%Y%m%d}.idx"))

    def quarterly_index(self, year: int, quarter: int) -> Iterator[IndexRow]:
        """All filings of a quarter; about 40 MB.

        Raises
        ------
        FetchError
            no index, or one of another shape.
        """
        base = f"{self.doors.www}/Archives/edgar/full-index/{year}/QTR{quarter}"
        return parse_index(self._list(f"{base}/form.idx"))

    def current(self, form: str = "", start: int = 0) -> tuple[CurrentFiling, ...]:
        """The latest filings, a hundred at a time.

        Raises
        ------
        FetchError
            no list, or one of another shape.
        """
        query = {"action": "getcurrent", "type": form, "owner": "include", "start": start}
        query |= {"count": 100, "output": "atom"}
        url = f"{self.doors.www}/cgi-bin/browse-edgar?{urlencode(query)}"
        return parse_current(self.client.get(url, check=check_data).content)

    def search(
        self,
        phrase: str,
        *,
        forms: Sequence[str] = (),
        after: dt.date | None = None,
        before: dt.date | None = None,
        most: int = 500,
    ) -> tuple[int, tuple[Hit, ...]]:
        """Documents filed since 2001 that hold a phrase word for word.

        Parameters
        ----------
        most : hits to ask for, at most 10,000, a hundred a request.

        Returns
        -------
        how many there are in all, and the first `most`.

        Raises
        ------
        FetchError
            no answer, or one of another shape.
        """
        query = {"q": f'"{phrase}"'}
        if forms:
            query["forms"] = ",".join(forms)
        if after or before:
            query["dateRange"] = "custom"
            query["startdt"] = str(after or dt.date(2001, 1, 1))
            query["enddt"] = str(before or dt.date(2100, 1, 1))
        hits: list[Hit] = []
        total = most = min(most, _MOST_HITS)
        while len(hits) < min(total, most):
            page = urlencode(query | ({"from": str(len(hits))} if hits else {}))
            url = f"{self.doors.search}/LATEST/search-index?{page}"
            total, found = parse_hits(self.client.get(url, check=check_data).content)
            if not found:
                break
            hits += found
        return total, tuple(hits[:most])

    def _list(self, url: str) -> bytes:
        return self._kept.get(self.client, url, check=check_data)[0]

    def _parsed(self, url: str, parse: Callable[[bytes], _Found]) -> _Found:
        """A list as records; one that cannot be read is not kept, or it would be for ever."""
        try:
            return parse(self._list(url))
        except FetchError:
            self._kept.forget(url)
            raise

    def _folder(self, cik: str, accession: str) -> str:
        place = f"{int(cik)}/{accession.replace('-', '')}"
        return f"{self.doors.www}/Archives/edgar/data/{place}"


def check_filing(accession: str) -> Check:
    """A check that a body is this filing's full submission, and all of it."""

    def check(glimpse: Glimpse) -> str:
        wrong = check_submission(glimpse)
        if not wrong and accession.encode() not in glimpse.head:
            return f"another filing: {accession} is not named in it"
        return wrong

    return check


def header_form(glimpse: Glimpse) -> str | None:
    """The form that a submission's own header states, with "/A" for an amendment."""
    found = _FORM.search(glimpse.head)
    return (found[1] or found[2]).decode("latin-1") if found else None


def _padded(cik: str) -> str:
    return f"{int(cik):010}"


def _quarter(day: dt.date) -> int:
    return (day.month + 2) // 3
