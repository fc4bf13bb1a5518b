"""Filings in bulk through the downloader, its request function replaced by ours."""

import datetime as dt
import importlib
from dataclasses import replace

import pytest

from graphbuild.sources import FilingRequest, download_filings
from graphbuild.sources.edgar import REQUEST_FUNCTION
from graphbuild.sources.edgar_api import header_form
from graphbuild.sources.edgar_lists import FilingEntry
from tests.fixtures.edgar import Fault, FictionalCompany, Filing
from tests.sources.conftest import IDENTITY

REQUEST = FilingRequest(
    cik="9990001",
    forms=("8-K", "SC 13D", "424B*"),
    after=dt.date(2025, 1, 1),
    before=dt.date(2025, 12, 31),
)


def _filing(number, form, day=dt.date(2025, 3, 1), **more):
    return Filing(accession=f"0009990001-25-{number:06}", form=form, filed=day, **more)


@pytest.fixture
def northlake(edgar):
    company = FictionalCompany(
        cik="9990001",
        name="Northlake Compute, Inc.",
        filings=[
            _filing(1, "8-K"),
            _filing(2, "8-K/A"),
            _filing(3, "8-K", dt.date(2019, 1, 1)),
            _filing(4, "SCHEDULE 13D"),
            _filing(5, "SC 13D/A"),
            _filing(6, "424B4"),
            _filing(7, "DEF 14A"),
        ],
    )
    edgar.companies.append(company)
    return company


class Run:
    def __init__(self, api, staging):
        self.arrived, self.missed = [], []
        entries = api.company("9990001", REQUEST.after).filings
        self.entries = sorted(filter(REQUEST.wants, entries), key=lambda e: e.base_form)
        download_filings(
            api,
            self.entries,
            identity=IDENTITY,
            staging=staging,
            arrived=lambda entry, path, fetched: self.arrived.append((entry.accession, path)),
            missed=lambda entry, error: self.missed.append((entry.accession, error.cause)),
        )

    @property
    def numbers(self):
        return sorted(int(accession[-6:]) for accession, _ in self.arrived)


def test_wanted_forms_arrive_under_old_and_new_names(edgar, api, northlake, tmp_path, capsys):
    run = Run(api, tmp_path)
    assert run.numbers == [1, 2, 4, 5, 6]
    assert run.missed == []
    assert all(path.read_bytes().endswith(b"</SEC-DOCUMENT>\n") for _, path in run.arrived)
    assert capsys.readouterr().out == ""


def test_one_list_and_one_request_a_filing_is_all_that_is_asked(edgar, api, northlake, tmp_path):
    Run(api, tmp_path)
    assert len(edgar.paths("/submissions/")) == 1
    assert len(edgar.paths("/Archives/")) == 5
    assert len(edgar.paths()) == 6
    assert edgar.agents == {IDENTITY}


@pytest.mark.parametrize(
    ("fault", "cause"),
    [
        (Fault(kind="status", value="503", path="25000002/"), "server-error"),
        (Fault(kind="status", value="404", path="25000002/"), "not-found"),
        (Fault(kind="short", path="25000002/"), "truncated"),
        (Fault(kind="other", path="25000002/"), "not-the-document"),
    ],
    ids=lambda value: getattr(value, "kind", value),
)
def test_one_filing_that_fails_stops_no_other(
    edgar, api, northlake, tmp_path, capsys, fault, cause
):
    edgar.faults.append(fault)
    run = Run(api, tmp_path)
    assert run.numbers == [1, 4, 5, 6]
    assert run.missed == [("0009990001-25-000002", cause)]
    assert not (tmp_path / "0009990001-25-000002.txt").exists()
    assert capsys.readouterr().out == ""


def test_what_a_changed_library_leaves_comes_by_our_own_client(
    api, northlake, tmp_path, monkeypatch
):
    library = importlib.import_module("sec_edgar_downloader")
    monkeypatch.setattr(library.Downloader, "get", lambda *_, **__: 0)
    assert Run(api, tmp_path).numbers == [1, 2, 4, 5, 6]
    monkeypatch.setattr(library.Downloader, "get", lambda *_: 0)
    assert Run(api, tmp_path).numbers == [1, 2, 4, 5, 6]
    gateway = importlib.import_module("sec_edgar_downloader._sec_gateway")
    monkeypatch.delattr(gateway, REQUEST_FUNCTION)
    assert Run(api, tmp_path).numbers == [1, 2, 4, 5, 6]


@pytest.mark.parametrize("body", [b"", b"{}", b'{"fields": ["ticker"], "data": [["X"]]}'])
def test_a_changed_table_of_tickers_stops_nothing(edgar, api, northlake, tmp_path, body):
    edgar.pages["/files/company_tickers_exchange.json"] = ("application/json", body)
    assert Run(api, tmp_path).numbers == [1, 2, 4, 5, 6]


def test_the_library_is_given_its_request_function_back(api, northlake, tmp_path):
    gateway = importlib.import_module("sec_edgar_downloader._sec_gateway")
    before = getattr(gateway, REQUEST_FUNCTION)
    Run(api, tmp_path)
    assert getattr(gateway, REQUEST_FUNCTION) is before


def test_the_library_really_asks_through_that_function(tmp_path, monkeypatch):
    gateway = importlib.import_module("sec_edgar_downloader._sec_gateway")
    orchestrator = importlib.import_module("sec_edgar_downloader._orchestrator")
    asked = []

    class Answer:
        content = b"bytes"

        def json(self):
            return {"fields": ["cik", "ticker"], "data": []}

    def ask(uri, user_agent, host):
        asked.append(uri)
        return Answer()

    monkeypatch.setattr(gateway, REQUEST_FUNCTION, ask)
    library = importlib.import_module("sec_edgar_downloader")
    library.Downloader("Name", "name@x.example", tmp_path)
    assert orchestrator.download_filing("https://www.sec.gov/a", "agent") == b"bytes"
    orchestrator.get_list_of_available_filings("https://data.sec.gov/b", "agent")
    assert [uri.rpartition("/")[2] for uri in asked] == ["company_tickers_exchange.json", "a", "b"]


@pytest.mark.parametrize(
    ("form", "day", "is_wanted"),
    [
        ("8-K", dt.date(2025, 1, 1), True),
        ("8-K/A", dt.date(2025, 12, 31), True),
        ("8-K", dt.date(2026, 1, 1), False),
        ("8-K12B", dt.date(2025, 3, 1), True),
        ("424B5", dt.date(2025, 3, 1), True),
        ("SCHEDULE 13D/A", dt.date(2025, 3, 1), True),
        ("SCHEDULE 13G", dt.date(2025, 3, 1), False),
    ],
)
def test_forms_and_days_are_matched_exactly(api, northlake, form, day, is_wanted):
    northlake.filings = [_filing(1, form, day)]
    (entry,) = api.company("9990001", dt.date(2000, 1, 1)).filings
    assert REQUEST.wants(entry) is is_wanted


STUDIED = (
    "10-K", "10-K405", "10-Q", "8-K", "20-F", "6-K", "S-1", "F-1", "424B3", "424B4", "424B5",
    "13F-HR", "3", "4", "5", "144", "D", "SC 13D", "SC 13G", "SCHEDULE 13D", "SCHEDULE 13G",
    "SC TO-T", "NPORT-P", "N-2", "N-CSR", "497", "ABS-15G", "ABS-EE", "10-D", "DEF 14A",
    "FORM OF THE FUTURE",
)  # fmt: skip


def test_every_form_of_the_study_arrives_with_its_amendment(edgar, api, northlake, tmp_path):
    names = [name for form in STUDIED for name in (form, f"{form}/A")]
    northlake.filings = [_filing(n, name) for n, name in enumerate(names)]
    asked = FilingRequest(cik="9990001", forms=STUDIED, after=REQUEST.after, before=REQUEST.before)
    entries = [e for e in api.company("9990001", REQUEST.after).filings if asked.wants(e)]
    assert sorted(entry.form for entry in entries) == sorted(names)
    forms: list[str | None] = []
    missed: list[str] = []
    download_filings(
        api,
        sorted(entries, key=lambda entry: entry.base_form),
        identity=IDENTITY,
        staging=tmp_path,
        arrived=lambda entry, path, fetched: forms.append(header_form(fetched.glimpse)),
        missed=lambda entry, error: missed.append(str(error)),
    )
    assert (sorted(map(str, forms)), missed) == (sorted(names), [])


def test_a_filing_asked_for_by_its_number_is_that_one_whatever_its_day_and_form():
    asked = replace(REQUEST, accession="0009990001-25-000007")
    entry = FilingEntry(
        cik="9990001", accession=asked.accession, form="S-1", filed=dt.date(1999, 1, 1)
    )
    other = replace(entry, accession="0009990001-25-000008", form="10-K", filed=asked.after)
    assert (asked.wants(entry), asked.wants(other)) == (True, False)
