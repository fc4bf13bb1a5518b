"""A fetch against the local EDGAR: what is new, what is not, what failed and why."""

import pytest

from graphbuild.errors import FetchError, SettingsError
from graphbuild.rebuild.fetch_report import State
from graphbuild.rebuild.fetching import fetch_filings
from graphbuild.records.issue import Severity
from graphbuild.sources import Archive
from tests.fixtures.edgar import Fault, FictionalCompany
from tests.fixtures.edgar.fetcher import settings, wish
from tests.rebuild.filers import add_company, assert_archived, fetch


def test_everything_wanted_is_archived_with_what_the_list_said(edgar, workspace):
    company = add_company(edgar, 7)
    report = fetch(workspace, edgar)
    assert (report.count(State.NEW), report.is_complete) == (7, True)
    assert_archived(workspace, company)
    item = next(i for i in Archive(workspace.raw).items() if i.accession.endswith("000001"))
    assert (item.kind, str(item.published_on), item.cik) == ("8-K/A", "2020-01-02", "9990001")
    assert item.meta["items"] == "1.01,9.01"
    assert item.url.endswith("/Archives/edgar/data/9990001/000999000125000001/"
                             "0009990001-25-000001.txt")  # fmt: skip


def test_a_second_fetch_without_news_asks_once_a_company(edgar, workspace):
    add_company(edgar, 7)
    fetch(workspace, edgar)
    before = len(edgar.arrivals)
    report = fetch(workspace, edgar)
    assert (report.count(State.NEW), report.count(State.UNCHANGED)) == (0, 7)
    assert len(edgar.arrivals) - before == report.requests == 1
    assert report.size_bytes == 0


def test_a_dry_run_tells_and_fetches_nothing(edgar, workspace):
    add_company(edgar, 4)
    report = fetch(workspace, edgar, is_dry=True)
    assert report.count(State.PLANNED) == 4
    assert edgar.paths("/Archives/") == []
    assert not list(Archive(workspace.raw).items())


def test_what_failed_and_what_is_given_up_is_told_with_its_cause(edgar, workspace):
    company = add_company(edgar, 6)
    edgar.faults += [
        Fault(kind="short", path="000999000125000002/"),
        Fault(kind="status", value="404", path="000999000125000003/"),
    ]
    report = fetch(workspace, edgar, wish("77", "nobody"))
    assert report.causes() == {"not-found": 2, "truncated": 1}
    assert (report.count(State.NEW), report.count(State.FAILED)) == (4, 1)
    given_up = [(o.entity_id, o.kind) for o in report.outcomes if o.state is State.GIVEN_UP]
    assert given_up == [("nobody", "list of filings"), ("northlake", "8-K")]
    assert {(i.code, i.severity) for i in report.issues()} == {
        ("truncated", Severity.ERROR),
        ("not-found", Severity.WARNING),
    }
    edgar.faults.clear()
    assert fetch(workspace, edgar).count(State.NEW) == 2
    assert_archived(workspace, company)


def test_a_filing_in_two_lists_is_fetched_once(edgar, workspace):
    company = add_company(edgar, 3)
    edgar.companies.append(
        FictionalCompany(cik="9990002", name="Subject Corp", filings=company.filings)
    )
    report = fetch(workspace, edgar, wish("9990002", "subject"))
    assert (report.count(State.NEW), report.count(State.UNCHANGED)) == (3, 3)
    assert len(edgar.paths("/Archives/")) == 3


def test_nothing_reachable_is_an_error(edgar, workspace):
    edgar.faults.append(Fault(kind="refuse"))
    with pytest.raises(FetchError, match="nothing could be reached"):
        fetch(workspace, edgar)


def test_a_full_disk_is_one_clear_error_and_no_lost_filing(edgar, workspace, monkeypatch):
    company = add_company(edgar, 5)
    whole = Archive.store_file
    stored: list[str] = []

    def fill_up(self, path, item):
        if len(stored) == 2:
            raise OSError(28, "No space left on device")
        stored.append(item.accession)
        return whole(self, path, item)

    monkeypatch.setattr(Archive, "store_file", fill_up)
    with pytest.raises(FetchError, match="No space left"):
        fetch(workspace, edgar)
    monkeypatch.undo()
    monkeypatch.setenv("XDG_CACHE_HOME", str(workspace.root / "cache"))
    assert fetch(workspace, edgar).count(State.NEW) == 3
    assert_archived(workspace, company)


def test_no_identity_no_request(edgar, workspace):
    add_company(edgar, 1)
    nobody = settings(edgar.url, 500).model_copy(update={"sec_identity": ""})
    with pytest.raises(SettingsError, match="GRAPHBUILD_SEC_IDENTITY"):
        fetch_filings(workspace, nobody, [wish("9990001")])
    assert edgar.arrivals == []


def test_a_filing_amended_in_the_header_only_is_an_amendment(edgar, workspace):
    company = add_company(edgar, 1)
    url = "/Archives/edgar/data/9990001/000999000125000000/0009990001-25-000000.txt"
    body = company.filings[0].submission("9990001", company.name)
    edgar.pages[url] = ("text/plain", body.replace(b"TYPE:\t8-K", b"TYPE:\t8-K/A"))
    fetch(workspace, edgar)
    (item,) = Archive(workspace.raw).items()
    assert (item.kind, item.meta["form_listed"]) == ("8-K/A", "8-K")
