"""A whole fetch against the local EDGAR: what is new, what is not, what failed and why."""

import dataclasses
import datetime as dt
import hashlib
import json
import logging
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from graphbuild.cli import group
from graphbuild.errors import FetchError, NotFoundError, SettingsError
from graphbuild.rebuild.fetch_report import State
from graphbuild.rebuild.fetching import fetch_filings
from graphbuild.rebuild.run import rebuild
from graphbuild.rebuild.wishes import watched
from graphbuild.records.document import RawItem
from graphbuild.records.issue import Severity
from graphbuild.settings import Settings
from graphbuild.sources import Archive
from tests.fixtures.edgar import Fault, FictionalCompany, Filing
from tests.fixtures.edgar.fetcher import PATIENT, settings, wish
from tests.rebuild.worlds import NOW, small_world

HARBOR = Path(__file__).parent.parent / "fixtures" / "workspace_documents" / "harbor-10q.htm"
_LOG = logging.getLogger(__name__)
REPOSITORY = Path(__file__).resolve().parent.parent.parent


def _company(edgar, count, cik="9990001", padding=0):
    first = dt.date(2020, 1, 1)
    company = FictionalCompany(
        cik=cik,
        name="Northlake Compute, Inc.",
        filings=[
            Filing(
                accession=f"000{cik}-25-{n:06}",
                form=("8-K", "8-K/A", "10-Q")[n % 3],
                filed=first + dt.timedelta(days=n),
                body=f"<p>Filing number {n}.</p>",
                padding=padding,
            )
            for n in range(count)
        ],
        newest_page=400,
    )
    edgar.companies.append(company)
    return company


def _assert_archived(workspace, company):
    """Every filing once, byte for byte, and nothing else."""
    items = list(Archive(workspace.raw).items())
    assert all(isinstance(item, RawItem) for item in items)
    found = sorted((item.accession, item.kind, item.sha256) for item in items)
    assert found == sorted(
        (f.accession, f.form, hashlib.sha256(f.submission(company.cik, company.name)).hexdigest())
        for f in company.filings
    )
    incoming = workspace.raw / ".incoming"
    assert [path.name for path in incoming.iterdir() if path.name != "store"] == []
    assert not list(workspace.raw.rglob(".*.part"))


def _fetch(workspace, edgar, *more, **options):
    wishes = [wish("9990001"), *more]
    return fetch_filings(workspace, settings(edgar.url, 500), wishes, manners=PATIENT, **options)


def test_everything_wanted_is_archived_with_what_the_list_said(edgar, workspace):
    company = _company(edgar, 7)
    report = _fetch(workspace, edgar)
    assert (report.count(State.NEW), report.is_complete) == (7, True)
    _assert_archived(workspace, company)
    item = next(i for i in Archive(workspace.raw).items() if i.accession.endswith("000001"))
    assert (item.kind, str(item.published_on), item.cik) == ("8-K/A", "2020-01-02", "9990001")
    assert item.meta["items"] == "1.01,9.01"
    assert item.url.endswith("/Archives/edgar/data/9990001/000999000125000001/"
                             "0009990001-25-000001.txt")  # fmt: skip


def test_a_second_fetch_without_news_asks_once_a_company(edgar, workspace):
    _company(edgar, 7)
    _fetch(workspace, edgar)
    before = len(edgar.arrivals)
    report = _fetch(workspace, edgar)
    assert (report.count(State.NEW), report.count(State.UNCHANGED)) == (0, 7)
    assert len(edgar.arrivals) - before == report.requests == 1
    assert report.size_bytes == 0


def test_a_dry_run_tells_and_fetches_nothing(edgar, workspace):
    _company(edgar, 4)
    report = _fetch(workspace, edgar, is_dry=True)
    assert report.count(State.PLANNED) == 4
    assert edgar.paths("/Archives/") == []
    assert not list(Archive(workspace.raw).items())


def test_what_failed_and_what_is_given_up_is_told_with_its_cause(edgar, workspace):
    company = _company(edgar, 6)
    edgar.faults += [
        Fault(kind="short", path="000999000125000002/"),
        Fault(kind="status", value="404", path="000999000125000003/"),
    ]
    report = _fetch(workspace, edgar, wish("77", "nobody"))
    assert report.causes() == {"not-found": 2, "truncated": 1}
    assert (report.count(State.NEW), report.count(State.FAILED)) == (4, 1)
    given_up = [(o.entity_id, o.kind) for o in report.outcomes if o.state is State.GIVEN_UP]
    assert given_up == [("nobody", "list of filings"), ("northlake", "8-K")]
    assert {(i.code, i.severity) for i in report.issues()} == {
        ("truncated", Severity.ERROR),
        ("not-found", Severity.WARNING),
    }
    edgar.faults.clear()
    assert _fetch(workspace, edgar).count(State.NEW) == 2
    _assert_archived(workspace, company)


def test_a_filing_in_two_lists_is_fetched_once(edgar, workspace):
    company = _company(edgar, 3)
    edgar.companies.append(
        FictionalCompany(cik="9990002", name="Subject Corp", filings=company.filings)
    )
    report = _fetch(workspace, edgar, wish("9990002", "subject"))
    assert (report.count(State.NEW), report.count(State.UNCHANGED)) == (3, 3)
    assert len(edgar.paths("/Archives/")) == 3


def test_nothing_reachable_is_an_error(edgar, workspace):
    edgar.faults.append(Fault(kind="refuse"))
    with pytest.raises(FetchError, match="nothing could be reached"):
        _fetch(workspace, edgar)


def test_a_full_disk_is_one_clear_error_and_no_lost_filing(edgar, workspace, monkeypatch):
    company = _company(edgar, 5)
    whole = Archive.store_file
    stored: list[str] = []

    def fill_up(self, path, item):
        if len(stored) == 2:
            raise OSError(28, "No space left on device")
        stored.append(item.accession)
        return whole(self, path, item)

    monkeypatch.setattr(Archive, "store_file", fill_up)
    with pytest.raises(FetchError, match="No space left"):
        _fetch(workspace, edgar)
    monkeypatch.undo()
    monkeypatch.setenv("XDG_CACHE_HOME", str(workspace.root / "cache"))
    assert _fetch(workspace, edgar).count(State.NEW) == 3
    _assert_archived(workspace, company)


def test_no_identity_no_request(edgar, workspace):
    _company(edgar, 1)
    nobody = settings(edgar.url, 500).model_copy(update={"sec_identity": ""})
    with pytest.raises(SettingsError, match="GRAPHBUILD_SEC_IDENTITY"):
        fetch_filings(workspace, nobody, [wish("9990001")])
    assert edgar.arrivals == []


def test_a_filing_amended_in_the_header_only_is_an_amendment(edgar, workspace):
    company = _company(edgar, 1)
    url = "/Archives/edgar/data/9990001/000999000125000000/0009990001-25-000000.txt"
    body = company.filings[0].submission("9990001", company.name)
    edgar.pages[url] = ("text/plain", body.replace(b"TYPE:\t8-K", b"TYPE:\t8-K/A"))
    _fetch(workspace, edgar)
    (item,) = Archive(workspace.raw).items()
    assert (item.kind, item.meta["form_listed"]) == ("8-K/A", "8-K")


def test_watchlist_names_and_forms_narrow_what_is_wanted(tmp_path):
    world = small_world(tmp_path / "w")
    today = dt.date(2026, 9, 1)
    (one,) = watched(world, Settings(), today)
    assert (one.entity_id, one.request.cik, one.request.forms) == (
        "harbor",
        "9000002",
        ("10-Q", "8-K"),
    )
    assert one.request.after == today - dt.timedelta(days=400)
    narrowed = watched(
        world,
        Settings(),
        today,
        names=("cinder", "1234"),
        forms=("10-K",),
        since=dt.date(2026, 1, 1),
    )
    assert [(w.request.cik, w.request.forms) for w in narrowed] == [
        ("9000001", ("10-K",)),
        ("1234", ("10-K",)),
    ]
    (by_ticker,) = watched(world, Settings(), today, names=("hbrc",))
    assert by_ticker.request.cik == "9000002"
    with pytest.raises(NotFoundError, match="no CIK"):
        watched(world, Settings(), today, names=("lodestar",))
    with pytest.raises(NotFoundError, match="did you mean 'harbor'"):
        watched(world, Settings(), today, names=("harbour",))


def _harbor(edgar):
    body = HARBOR.read_text(encoding="utf-8").partition("<body>")[2].partition("</body>")[0]
    edgar.companies.append(
        FictionalCompany(
            cik="9000002",
            name="Harbor Compute, Inc.",
            filings=[
                Filing(
                    accession="0009000002-26-000011",
                    form="10-Q",
                    filed=dt.date(2026, 8, 10),
                    body=body,
                )
            ],
        )
    )


def test_a_rebuild_reads_what_was_fetched(edgar, tmp_path):
    world = small_world(tmp_path / "w")
    _harbor(edgar)
    wishes = watched(world, Settings(), dt.date(2026, 9, 1))
    report = fetch_filings(world, settings(edgar.url, 500), wishes, manners=PATIENT)
    assert report.is_complete
    outcome = rebuild(world, Settings(anchor="lodestar"), NOW, fetch_issues=report.issues())
    assert outcome.counts["documents"] == 1
    assert outcome.counts["deals_confirmed"] >= 1


def _run(world, edgar, *arguments):
    variables = {
        "GRAPHBUILD_SEC_IDENTITY": "Northlake Research research@northlake.example",
        "GRAPHBUILD_EDGAR_URL": edgar.url,
        "GRAPHBUILD_EDGAR_DATA_URL": edgar.url,
        "GRAPHBUILD_EDGAR_SEARCH_URL": edgar.url,
        "GRAPHBUILD_REQUESTS_PER_SECOND": "10",
        "GRAPHBUILD_FETCH_DAYS": "36500",
    }
    where = ("--workspace", str(world.root))
    return CliRunner().invoke(group, [*arguments, *where], env=variables, standalone_mode=False)


def test_the_command_tells_what_happened_in_words_and_exit_codes(edgar, tmp_path):
    world = small_world(tmp_path / "w")
    _harbor(edgar)
    since = ("--since", "2026-01-01")
    dry = _run(world, edgar, "fetch", "harbor", *since, "--dry-run")
    assert "planned: harbor 10-Q 0009000002-26-000011 2026-08-10" in dry.stdout
    done = _run(world, edgar, "fetch", "harbor", *since, "--format", "json")
    told = json.loads(done.stdout)
    assert (done.return_value, told["counts"]["new"]) == (0, 1)
    again = _run(world, edgar, "fetch", "harbor", *since)
    assert "1 unchanged" in again.stdout
    partly = _run(world, edgar, "fetch", "harbor", "77", *since, "--format", "csv")
    assert partly.return_value == 3
    assert "given up,77,list of filings,CIK 77" in partly.stdout
    assert "not-found" in partly.stderr


def test_the_whole_rebuild_runs_against_the_local_edgar(edgar, tmp_path):
    world = small_world(tmp_path / "w")
    _harbor(edgar)
    done = _run(world, edgar, "rebuild")
    assert done.return_value == 0
    assert "1 new filings fetched, 0 issues" in done.stdout
    assert "1 documents read of 1 files" in done.stdout


def test_a_rebuild_goes_on_without_edgar_and_says_so(edgar, tmp_path):
    world = small_world(tmp_path / "w")
    edgar.faults.append(Fault(kind="status", path="/submissions/", value="404"))
    down = _run(world, edgar, "rebuild")
    assert (down.return_value, "published snapshot" in down.stdout) == (3, True)
    (told,) = world.snapshots.rglob("issues.jsonl")
    assert "source-down" in told.read_text("utf-8")


FAULTS = [
    [Fault(kind="status", value="403", every=5)],
    [Fault(kind="status", value="403", path="/Archives/", times=4)],
    [Fault(kind="status", value="429 0", every=7)],
    [Fault(kind="status", value="500", every=6)],
    [Fault(kind="drip", every=12)],
    [Fault(kind="cut", every=6)],
    [Fault(kind="gzip", every=6)],
    [Fault(kind="short", path="/Archives/", every=6)],
    [Fault(kind="empty", every=6)],
    [Fault(kind="error_page", every=6)],
    [Fault(kind="refuse", every=9)],
    [Fault(kind="other", path="/Archives/", every=6)],
]


def _named(faults):
    return f"{faults[0].kind} {faults[0].value}".strip()


@pytest.mark.parametrize("faults", FAULTS, ids=_named)
def test_no_filing_is_lost_or_doubled_under_faults(edgar, workspace, faults):
    company = _company(edgar, 12)
    edgar.faults += [dataclasses.replace(fault) for fault in faults]
    report = _fetch(workspace, edgar)
    assert report.is_complete, report.causes()
    assert report.retries > 0
    _assert_archived(workspace, company)


@pytest.mark.slow
@pytest.mark.parametrize("faults", FAULTS, ids=_named)
def test_of_a_thousand_filings_none_is_lost_or_doubled_under_faults(edgar, workspace, faults):
    company = _company(edgar, 1000)
    edgar.faults += [dataclasses.replace(fault) for fault in faults]
    report = _fetch(workspace, edgar)
    assert report.is_complete, report.causes()
    assert report.count(State.NEW) == 1000
    _assert_archived(workspace, company)
    _LOG.info("%s: %d requests, %.1f s", _named(faults), report.requests, report.seconds)


def _start(edgar, workspace, rate=400):
    command = [sys.executable, "-m", "tests.fixtures.edgar.fetcher", edgar.url]
    return subprocess.Popen(
        [*command, str(workspace.root), str(rate)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ,
        text=True,
    )


def _told(process):
    out, _ = process.communicate(timeout=300)
    assert process.returncode == 0
    return json.loads(out)


@pytest.mark.slow
def test_killed_at_twenty_random_moments_nothing_is_lost_or_doubled(edgar, workspace):
    company = _company(edgar, 1000, padding=20_000)
    chance = random.Random(20)
    counts = []
    for _ in range(20):
        # At most 40 filings before each kill, however quick the machine is: work is left each time.
        process = _start(edgar, workspace, rate=40)
        has_begun = len(edgar.arrivals)
        while len(edgar.arrivals) == has_begun and process.poll() is None:
            time.sleep(0.01)
        time.sleep(chance.uniform(0.0, 0.4))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        counts.append(len(Archive(workspace.raw).accessions()))
    assert counts == sorted(counts)
    assert 0 < counts[-1] < 1000
    told = _told(_start(edgar, workspace))
    assert told["new"] + counts[-1] == 1000
    _assert_archived(workspace, company)
    _LOG.info("archived after each kill: %s; then %s", counts, told)


@pytest.mark.slow
def test_three_fetchers_at_once_store_every_filing_once(edgar, workspace):
    company = _company(edgar, 1000)
    told = [_told(process) for process in [_start(edgar, workspace) for _ in range(3)]]
    assert sum(report["new"] for report in told) == 1000
    assert sum(report["failed"] + report["given up"] for report in told) == 0
    # They share the work: what one has stored meanwhile the others do not ask for.
    assert len(edgar.paths("/Archives/")) < 1500
    _assert_archived(workspace, company)
    _LOG.info("three at once: %s", told)


@pytest.mark.slow
def test_three_fetchers_together_keep_the_budget(edgar, workspace):
    _company(edgar, 100)
    for process in [_start(edgar, workspace, rate=8) for _ in range(3)]:
        _told(process)
    assert len(edgar.arrivals) > 100
    assert edgar.busiest_second() <= 8
    _LOG.info("%d requests, at most %d in a second", len(edgar.arrivals), edgar.busiest_second())


@pytest.mark.slow
def test_memory_stays_flat_while_a_huge_submission_arrives(edgar, workspace):
    company = _company(edgar, 1)
    small = _told(_start(edgar, workspace))
    company.filings.append(
        Filing(accession="0009990001-25-900000", form="8-K", filed=dt.date(2025, 5, 1))
    )
    head, _, end = company.filings[-1].submission("9990001", company.name).partition(b"</SEC-DOC")
    url = "/Archives/edgar/data/9990001/000999000125900000/0009990001-25-900000.txt"

    def pieces():
        yield head
        for _ in range(4800):
            yield b"x" * 65_535 + b"\n"
        yield b"</SEC-DOC" + end

    edgar.streams[url] = pieces
    huge = _told(_start(edgar, workspace))
    assert huge["new"] == 1
    (path,) = (workspace.raw / "edgar" / "9990001" / "0009990001-25-900000").glob("*.txt")
    assert path.stat().st_size > 300_000_000
    if not small["peak_kb"]:
        pytest.skip("this system does not tell a process's peak memory")
    assert huge["peak_kb"] < small["peak_kb"] + 10_000
    _LOG.info("peak %d kB without, %d kB with it", small["peak_kb"], huge["peak_kb"])
