"""EDGAR's lists as records: shapes of our own, and real files where there are any."""

import json

import pytest

from graphbuild.errors import FetchError
from graphbuild.sources.bodies import Glimpse, check_data, error_page
from graphbuild.sources.edgar_facts import iter_facts
from graphbuild.sources.edgar_indexes import parse_current, parse_index
from graphbuild.sources.edgar_lists import (
    parse_filing_index,
    parse_older_page,
    parse_submissions,
    parse_tickers,
)
from graphbuild.sources.edgar_search import parse_hits

PLACE = "edgar/data/9990001/0009990001-25-000001.txt"


def _submissions(**columns):
    recent = {
        "accessionNumber": ["0009990001-25-000001"],
        "form": ["10-Q"],
        "filingDate": ["2025-05-01"],
        **columns,
    }
    return json.dumps(
        {"cik": "0009990001", "name": "Northlake", "filings": {"recent": recent, "files": []}}
    ).encode()


def test_a_name_that_a_server_made_up_is_left_out_and_told():
    company = parse_submissions(_submissions(accessionNumber=["../../etc/passwd"]))
    assert company.filings == ()
    assert company.unusable == ("'../../etc/passwd': not an accession number with its form",)


def _columns(*cells):
    return "".join(cell.ljust(width) for cell, width in zip(cells, (30, 20, 12, 12), strict=False))


@pytest.mark.parametrize("is_by_form", [True, False])
def test_form_and_name_are_told_apart_by_the_heading(is_by_form):
    pairs = [("Company Name", "Form Type"), ("NORTHLAKE COMPUTE", "10-Q")]
    firsts = [tuple(reversed(pair)) if is_by_form else pair for pair in pairs]
    rest = [("CIK", "Date Filed", "File Name"), ("9990001", "2025-05-01", PLACE)]
    heading, row = (
        _columns(*first, *more[:2]) + more[2] for first, more in zip(firsts, rest, strict=True)
    )
    text = "\n".join((heading, "-" * 90, row)) + "\n"
    (found,) = parse_index(text.encode())
    assert (found.name, found.form, found.cik) == ("NORTHLAKE COMPUTE", "10-Q", "9990001")
    assert found.accession == "0009990001-25-000001"


@pytest.mark.parametrize("row", [{"form": [None]}, {"accessionNumber": [None]}])
def test_a_row_with_a_hole_is_told_and_stops_no_other(row):
    company = parse_submissions(_submissions(**row))
    assert company.filings == ()
    assert len(company.unusable) == 1


def test_columns_of_unequal_length_are_refused():
    with pytest.raises(FetchError, match="ValueError"):
        parse_submissions(_submissions(form=["10-Q", "8-K"]))


@pytest.mark.parametrize("name", ["../x", "a/b", "", "..", ".hidden", "a\\b", "a\0"])
def test_a_file_name_that_leads_elsewhere_is_refused(name):
    listed = json.dumps({"directory": {"item": [{"name": name, "size": ""}]}}).encode()
    with pytest.raises(FetchError, match="file name"):
        parse_filing_index(listed)


def test_an_older_page_named_like_a_path_is_refused():
    whole = json.loads(_submissions())
    whole["filings"]["files"] = [
        {"name": "../x.json", "filingFrom": "2020-01-01", "filingTo": "2020-01-01"}
    ]
    with pytest.raises(FetchError, match="page name"):
        parse_submissions(json.dumps(whole).encode())


def test_tickers_are_read_by_the_names_of_their_columns():
    table = {"fields": ["ticker", "new", "cik", "name"], "data": [["NLKC", 1, 9990001, "North"]]}
    (row,) = parse_tickers(json.dumps(table).encode())
    assert (row.ticker, row.cik, row.name, row.exchange) == ("NLKC", "9990001", "North", "")
    table["fields"][2] = "id"
    with pytest.raises(FetchError, match="ticker table"):
        parse_tickers(json.dumps(table).encode())


MASTER = b"""Description: Master Index
CIK|Company Name|Form Type|Date Filed|Filename
--------------------------------------------------------------------------------
9990001|NORTHLAKE | COMPUTE|8-K|2025-03-01|edgar/data/9990001/0009990001-25-000001.txt
"""


def test_a_line_that_is_no_row_is_not_passed_over():
    with pytest.raises(FetchError, match="line 4"):
        list(parse_index(MASTER))
    (row,) = parse_index(MASTER.replace(b" | ", b" "))
    assert (row.name, row.accession) == ("NORTHLAKE COMPUTE", "0009990001-25-000001")


def test_an_index_without_heading_is_no_index():
    with pytest.raises(FetchError, match="no heading"):
        list(parse_index(b"<html>gone</html>"))


@pytest.mark.parametrize("content", [b"", b"<html/>", b"<feed", b"{}"])
def test_what_is_no_list_of_latest_filings_is_refused(content):
    with pytest.raises(FetchError, match="latest filings"):
        parse_current(content)


@pytest.mark.corpus
def test_real_lists_of_filings_lose_no_row(corpus):
    rows = 0
    for path in sorted((corpus / "data-api").glob("*submission*.json")):
        whole = json.loads(path.read_bytes())
        whole = whole.get("data", whole)  # four were saved inside another program's wrapper
        content = json.dumps(whole).encode()
        if "filings" in whole:
            company = parse_submissions(content)
            filings, unusable = company.filings, company.unusable
            listed = whole["filings"]["recent"]["accessionNumber"]
            assert len(company.older) == len(whole["filings"]["files"])
        else:
            filings, unusable = parse_older_page("1", content)
            listed = whole["accessionNumber"]
        assert [filing.accession for filing in filings] == listed
        assert unusable == ()
        rows += len(listed)
    assert rows > 9_000


@pytest.mark.corpus
def test_real_indexes_facts_tickers_and_feeds_lose_nothing(corpus):
    folder = corpus / "data-api"
    for path in folder.glob("*.idx"):
        content = path.read_bytes()
        rows = list(parse_index(content))
        assert len(rows) == content.count(b"edgar/data/") > 4_000
        assert all(row.name and row.form and len(row.form) <= 12 for row in rows)
    for path in folder.glob("companyfacts*.json"):
        content = path.read_bytes()
        assert sum(1 for _ in iter_facts(content)) == content.count(b'"filed"') > 8_000
    assert len(parse_tickers((folder / "company_tickers.json").read_bytes())) == 9_610
    exchange = (folder / "company_tickers_exchange.json").read_bytes()
    assert len(parse_tickers(exchange)) == len(json.loads(exchange)["data"])
    for path in folder.glob("getcurrent*.xml"):
        content = path.read_bytes()
        assert len(parse_current(content)) == content.count(b"<entry>") >= 40
    index = folder / "0001213900-24-004875-index.json"
    assert len(parse_filing_index(index.read_bytes())) == 25


@pytest.mark.corpus
def test_real_error_pages_are_recognised(corpus):
    for path in (corpus / "data-api").glob("error_*"):
        content = path.read_bytes()
        assert error_page(content)
        assert check_data(Glimpse(head=content, tail=content, size=len(content)))


@pytest.mark.corpus
def test_no_real_filing_is_taken_for_an_error_page(corpus):
    paths = [p for p in (corpus / "filings").rglob("*") if p.is_file()]
    assert len(paths) > 40
    assert [path.name for path in paths if error_page(path.read_bytes()[: 64 * 1024])] == []


def test_search_hits_need_their_accession():
    hit = {"_id": "x:y.htm", "_source": {}}
    whole = {"hits": {"total": {"value": 1}, "hits": [hit]}}
    with pytest.raises(FetchError, match="accession"):
        parse_hits(json.dumps(whole).encode())
