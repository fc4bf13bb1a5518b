"""EDGAR's doors, asked at the local EDGAR."""

import datetime as dt

import pytest

from graphbuild.errors import FetchError, SettingsError
from graphbuild.sources import Cause, Doors, RequestError
from graphbuild.sources.edgar_api import header_form
from tests.fixtures.edgar import Fault, FictionalCompany, Filing

YEAR_BEFORE = dt.date(2024, 1, 1)


def _filing(number, form, day, **more):
    return Filing(accession=f"0009990001-25-{number:06}", form=form, filed=day, **more)


@pytest.fixture
def northlake(edgar):
    filings = [_filing(n, "8-K", dt.date(2020 + n, 3, 1)) for n in range(6)]
    filings.append(_filing(90, "8-K/A", dt.date(2025, 6, 2), body="<p>Harborlight Bank lends.</p>"))
    company = FictionalCompany(
        cik="9990001", name="Northlake Compute, Inc.", ticker="NLKC", filings=filings, newest_page=3
    )
    edgar.companies.append(company)
    return company


def test_older_pages_are_asked_for_only_as_far_as_needed(edgar, api, northlake):
    company = api.company("9990001", dt.date(2024, 1, 1))
    assert [f.filed.year for f in company.filings] == [2025, 2025, 2024]
    assert [path.rpartition("/")[2] for path in edgar.paths()] == ["CIK0009990001.json"]
    assert [page.count for page in company.older] == [3, 1]
    everything = api.company("9990001", dt.date(1994, 1, 1))
    assert len(everything.filings) == 7
    assert len(edgar.paths()) == 4


def test_a_list_without_news_costs_one_small_answer(edgar, api, northlake):
    first = api.company("9990001", YEAR_BEFORE)
    taken = api.client.tally.bytes
    assert api.company("9990001", YEAR_BEFORE) == first
    assert api.client.tally.bytes == taken
    assert edgar.headers_seen[-1]["If-None-Match"]
    northlake.filings.append(_filing(91, "10-Q", dt.date(2025, 8, 1)))
    assert len(api.company("9990001", YEAR_BEFORE).filings) == len(first.filings) + 1


def test_a_kept_list_that_was_damaged_is_fetched_again(edgar, api, northlake, tmp_path):
    first = api.company("9990001", YEAR_BEFORE)
    for path in (tmp_path / "answers").glob("*.body"):
        path.write_bytes(path.read_bytes()[:100])
    assert api.company("9990001", YEAR_BEFORE) == first
    assert "If-None-Match" not in edgar.headers_seen[-1]


def test_a_submission_is_whole_and_says_its_form(api, northlake, tmp_path):
    (amended,) = (f for f in api.company("9990001", YEAR_BEFORE).filings if f.form == "8-K/A")
    fetched = api.download(amended, tmp_path / "x.txt")
    assert header_form(fetched.glimpse) == "8-K/A"
    assert (tmp_path / "x.txt").read_bytes() == northlake.filings[-1].submission(
        "9990001", northlake.name
    )


@pytest.mark.parametrize("kind", ["short", "other", "empty", "html", "cut", "gzip"])
def test_what_is_not_the_submission_is_not_taken_for_it(edgar, api, northlake, tmp_path, kind):
    entry = api.company("9990001", YEAR_BEFORE).filings[0]
    edgar.faults.append(Fault(kind=kind, path="/Archives"))
    with pytest.raises(RequestError) as caught:
        api.download(entry, tmp_path / "x.txt")
    assert caught.value.cause in (Cause.TRUNCATED, Cause.NOT_THE_DOCUMENT)
    edgar.faults[0].times = 0
    assert api.download(entry, tmp_path / "x.txt").size > 500


def test_files_of_a_filing_are_listed_and_fetched(api, northlake):
    accession = northlake.filings[-1].accession
    names = [file.name for file in api.files("9990001", accession)]
    assert names == [f"{accession}.txt", "main.htm"]
    assert b"Harborlight" in api.file("9990001", accession, "main.htm").content
    for name in ("../../etc/passwd", "a/b", "..\\x"):
        with pytest.raises(RequestError):
            api.file("9990001", accession, name)


def test_search_pages_through_all_hits(edgar, api, northlake):
    northlake.filings += [
        _filing(100 + n, "8-K", dt.date(2025, 1, 2), body="Orchid SPV I LLC borrows")
        for n in range(230)
    ]
    total, hits = api.search("orchid spv i llc", forms=("8-K",))
    assert (total, len(hits)) == (230, 230)
    assert len({hit.accession for hit in hits}) == 230
    assert hits[0].names == ("Northlake Compute, Inc.",)
    assert hits[0].ciks == ("9990001",)
    assert len(edgar.paths("search-index")) == 3
    assert len(api.search("orchid spv i llc", most=50)[1]) == 50
    assert api.search("no such words") == (0, ())


def test_a_day_of_filings_and_the_latest(api, northlake):
    (row,) = api.daily_index(dt.date(2025, 6, 2))
    assert (row.form, row.name, row.cik) == ("8-K/A", "Northlake Compute, Inc.", "9990001")
    with pytest.raises(RequestError) as caught:
        list(api.daily_index(dt.date(2025, 6, 1)))
    assert caught.value.cause is Cause.NOT_FOUND
    newest = sorted(northlake.filings, key=lambda filing: filing.filed, reverse=True)
    assert [f.accession for f in api.current()] == [f.accession for f in newest]
    assert [f.accession for f in api.current(start=1)] == [f.accession for f in newest[1:]]
    assert api.current()[0].updated.utcoffset() == dt.timedelta(hours=-5)


def test_a_quarter_of_filings_is_one_index(api, northlake):
    rows = list(api.quarterly_index(2025, 2))
    wanted = [f.accession for f in northlake.filings if f.filed.month in (4, 5, 6)]
    assert [row.accession for row in rows] == wanted
    assert {row.filed.month for row in rows} <= {4, 5, 6}


def test_tickers_are_a_table(api, northlake):
    (row,) = api.tickers()
    assert (row.cik, row.ticker, row.exchange) == ("9990001", "NLKC", "Nasdaq")


def test_facts_and_concepts_are_asked_for_by_cik(edgar, api):
    base = "/api/xbrl/companyfacts/CIK0009990001.json"
    edgar.pages[base] = ("application/json", b'{"facts": {}}')
    concept = "/api/xbrl/companyconcept/CIK0009990001/us-gaap/Revenues.json"
    edgar.pages[concept] = ("application/json", b'{"units": {}}')
    assert api.company_facts("9990001") == b'{"facts": {}}'
    assert api.company_concept("9990001", "Revenues") == b'{"units": {}}'


@pytest.mark.parametrize("body", [b"{}", b"[]", b"{", b'{"cik": "1", "filings": 3}'])
def test_a_list_of_another_shape_is_one_clear_error(edgar, api, body):
    edgar.pages["/submissions/CIK0000000007.json"] = ("application/json", body)
    with pytest.raises(FetchError, match="submissions"):
        api.company("7", YEAR_BEFORE)


@pytest.mark.parametrize(
    "url",
    ["http://www.sec.gov", "ftp://x.example", "https://a.example/path", "", "http://10.0.0.1"],
)
def test_doors_are_https_or_on_this_machine(url):
    with pytest.raises(SettingsError, match="EDGAR's data address"):
        Doors(data=url)


def test_a_list_that_came_damaged_is_not_kept(edgar, api, northlake):
    url = "/submissions/CIK0009990001.json"
    edgar.pages[url] = ("application/json", northlake.pages()["CIK0009990001.json"][:-40])
    with pytest.raises(FetchError, match="not JSON"):
        api.company("9990001", YEAR_BEFORE)
    edgar.headers_seen.clear()
    with pytest.raises(FetchError, match="not JSON"):
        api.company("9990001", YEAR_BEFORE)
    assert all("If-None-Match" not in headers for headers in edgar.headers_seen)
    del edgar.pages[url]
    assert api.company("9990001", YEAR_BEFORE).name == northlake.name
