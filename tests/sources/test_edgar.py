"""EDGAR through its downloader, against recorded shapes of EDGAR's answers."""

import datetime as dt
from collections.abc import Iterator

import pytest
import responses

from graphbuild.errors import FetchError, SettingsError
from graphbuild.records.document import RawItem
from graphbuild.records.issue import Issue
from graphbuild.sources import FilingRequest, fetch_filings

TICKERS = "https://www.sec.gov/files/company_tickers_exchange.json"
LIST = "https://data.sec.gov/submissions/CIK0009990001.json"
FILES = "https://www.sec.gov/Archives/edgar/data/9990001"
WHOLE = "<SEC-DOCUMENT>\n<TYPE>8-K\n</SEC-DOCUMENT>\n"
REQUEST = FilingRequest(
    cik="9990001", form="8-K", after=dt.date(2025, 1, 1), before=dt.date(2025, 12, 31)
)
IDENTITY = "Northlake Research research@northlake.example"


@pytest.fixture
def edgar() -> Iterator[responses.RequestsMock]:
    with responses.RequestsMock(assert_all_requests_are_fired=False) as mock:
        mock.get(TICKERS, json={"fields": ["cik", "name", "ticker", "exchange"], "data": []})
        numbers = [1, 2, 3]
        recent = {
            "accessionNumber": [f"0009990001-25-00000{n}" for n in numbers],
            "form": ["8-K", "8-K/A", "8-K"],
            "primaryDocument": ["a.htm"] * 3,
            "filingDate": ["2025-03-01", "2025-04-01", "2019-01-01"],
        }
        mock.get(LIST, json={"filings": {"recent": recent, "files": []}})
        yield mock


def _file(edgar: responses.RequestsMock, number: int, **answer: object) -> None:
    accession = f"0009990001-25-00000{number}"
    edgar.get(f"{FILES}/{accession.replace('-', '')}/{accession}.txt", **answer)


def _fetch(staging, **more: object) -> tuple[list[RawItem], list[Issue]]:
    found = list(fetch_filings([REQUEST], identity=IDENTITY, staging=staging, **more))
    items = [item for item in found if isinstance(item, RawItem)]
    return items, [issue for issue in found if isinstance(issue, Issue)]


def test_filings_in_the_span_arrive_as_items(edgar, tmp_path, capsys):
    _file(edgar, 1, body=WHOLE)
    _file(edgar, 2, body=WHOLE)
    items, issues = _fetch(tmp_path)
    assert [item.accession for item in items] == ["0009990001-25-000001", "0009990001-25-000002"]
    assert {(item.kind, item.cik) for item in items} == {("8-K", "9990001")}
    assert issues == []
    assert edgar.calls[-1].request.headers["User-Agent"] == IDENTITY
    assert capsys.readouterr().out == ""


def test_known_filings_are_not_fetched_again(edgar, tmp_path):
    _file(edgar, 2, body=WHOLE)
    items, issues = _fetch(tmp_path, known=frozenset({"0009990001-25-000001"}))
    assert [item.accession for item in items] == ["0009990001-25-000002"]
    assert issues == []


def test_a_filing_that_fails_is_told_and_not_printed(edgar, tmp_path, capsys):
    _file(edgar, 1, body=WHOLE)
    _file(edgar, 2, status=503)
    items, issues = _fetch(tmp_path)
    assert len(items) == 1
    assert [(i.code, "0009990001-25-000002" in i.message) for i in issues] == [
        ("missing-filing", True)
    ]
    assert capsys.readouterr().out == ""


def test_a_truncated_file_is_not_handed_on(edgar, tmp_path):
    _file(edgar, 1, body=WHOLE[:20])
    _file(edgar, 2, body=WHOLE)
    items, issues = _fetch(tmp_path)
    assert [item.accession for item in items] == ["0009990001-25-000002"]
    assert [issue.code for issue in issues] == ["truncated-download"]


def test_a_company_that_cannot_be_listed_does_not_stop_the_others(edgar, tmp_path):
    edgar.get("https://data.sec.gov/submissions/CIK0000000007.json", status=404)
    _file(edgar, 1, body=WHOLE)
    _file(edgar, 2, body=WHOLE)
    other = FilingRequest(cik="7", form="8-K", after=REQUEST.after, before=REQUEST.before)
    found = list(fetch_filings([other, REQUEST], identity=IDENTITY, staging=tmp_path))
    assert [getattr(f, "code", "item") for f in found] == ["source-down", "item", "item"]


def test_a_form_the_library_lacks_is_told(edgar, tmp_path):
    lacking = FilingRequest(
        cik="9990001", form="SCHEDULE 13D", after=REQUEST.after, before=REQUEST.before
    )
    (issue,) = fetch_filings([lacking], identity=IDENTITY, staging=tmp_path)
    assert isinstance(issue, Issue)
    assert issue.code == "unsupported-form"


@pytest.mark.parametrize("identity", ["", "Northlake", "research@northlake.example", "a b@c"])
def test_without_an_identity_nothing_is_requested(edgar, tmp_path, identity):
    with pytest.raises(SettingsError, match="GRAPHBUILD_SEC_IDENTITY"):
        list(fetch_filings([REQUEST], identity=identity, staging=tmp_path))
    assert len(edgar.calls) == 0


def test_no_request_asks_nothing(edgar, tmp_path):
    assert list(fetch_filings([], identity=IDENTITY, staging=tmp_path)) == []
    assert len(edgar.calls) == 0


def test_an_unreachable_edgar_is_one_error(edgar, tmp_path):
    edgar.replace(responses.GET, TICKERS, status=503)
    with pytest.raises(FetchError, match="tickers"):
        list(fetch_filings([REQUEST], identity=IDENTITY, staging=tmp_path))
