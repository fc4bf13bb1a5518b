"""``graphbuild fetch`` and ``rebuild`` against the local EDGAR, in words and exit codes."""

import datetime as dt
import functools
import json

from click.testing import CliRunner

from graphbuild.cli import group
from graphbuild.cli.fetch_reporting import give_report
from graphbuild.errors import FetchError
from graphbuild.rebuild.fetch_report import FetchReport, Outcome, State
from graphbuild.rebuild.fetching import fetch_filings
from graphbuild.rebuild.run import rebuild
from graphbuild.rebuild.wishes import watched
from graphbuild.settings import Settings
from tests.fixtures.edgar import Fault, FictionalCompany, Filing
from tests.fixtures.edgar.fetcher import PATIENT, settings
from tests.rebuild.filers import add_harbor
from tests.rebuild.worlds import NOW, small_world


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


def test_a_rebuild_reads_what_was_fetched(edgar, tmp_path):
    world = small_world(tmp_path / "w")
    add_harbor(edgar)
    wishes = watched(world, Settings(), dt.date(2026, 9, 1))
    report = fetch_filings(world, settings(edgar.url, 500), wishes, manners=PATIENT)
    assert report.is_complete
    outcome = rebuild(world, Settings(anchor="lodestar"), NOW, fetch_issues=report.issues())
    assert outcome.counts["documents"] == 1
    assert outcome.counts["deals_confirmed"] >= 1


def test_the_command_tells_what_happened_in_words_and_exit_codes(edgar, tmp_path):
    world = small_world(tmp_path / "w")
    add_harbor(edgar)
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
    add_harbor(edgar)
    done = _run(world, edgar, "rebuild")
    assert done.return_value == 0
    assert "1 new filings fetched, 0 issues" in done.stdout
    assert "1 documents read of 1 files" in done.stdout


def test_a_rebuild_goes_on_without_edgar_and_says_so(edgar, tmp_path, monkeypatch):
    world = small_world(tmp_path / "w")
    edgar.faults.append(Fault(kind="status", path="/submissions/", value="500"))
    quickly = functools.partial(fetch_filings, manners=PATIENT)
    monkeypatch.setattr("graphbuild.rebuild.fetching.fetch_filings", quickly)
    down = _run(world, edgar, "rebuild")
    assert (down.return_value, "published snapshot" in down.stdout) == (3, True)
    (told,) = world.snapshots.rglob("issues.jsonl")
    assert "source-down" in told.read_text("utf-8")


def test_a_filing_is_fetched_by_its_address_and_a_company_by_edgars_ticker(edgar, tmp_path):
    world = small_world(tmp_path / "w")
    days = [dt.date(2025, 3, 1), dt.date(2025, 3, 8), dt.date(2026, 1, 2)]
    northlake = FictionalCompany(
        cik="9990001",
        name="Northlake Compute, Inc.",
        ticker="NLKC",
        filings=[
            Filing(accession=f"0009990001-25-{n:06}", form="8-K", filed=day)
            for n, day in enumerate(days)
        ],
    )
    edgar.companies.append(northlake)
    wanted = northlake.filings[1].accession
    address = f"https://www.sec.gov/Archives/edgar/data/9990001/{wanted.replace('-', '')}/main.htm"
    dry = _run(world, edgar, "fetch", address, "--dry-run")
    assert f"planned: 9990001 8-K {wanted} 2025-03-08 (2 files: " in dry.stdout
    done = _run(world, edgar, "fetch", address)
    assert "1 new" in done.stdout
    rest = _run(world, edgar, "fetch", "nlkc", "--since", "2025-01-01")
    assert "2 new, 1 unchanged" in rest.stdout
    gone = _run(world, edgar, "fetch", "9990001/0009990001-20-009999")
    assert gone.return_value == 3
    assert "given up: 9990001 filing 0009990001-20-009999" in gone.stdout
    assert "EDGAR lists no such filing under CIK 9990001" in gone.stdout


def test_one_part_that_fails_keeps_no_other_from_being_asked(edgar, tmp_path, monkeypatch):
    world = small_world(tmp_path / "w")
    _harbor_feed(edgar, world)

    def fail(*_, **__):
        raise FetchError("nothing could be reached: status 503")

    monkeypatch.setattr("graphbuild.cli.fetching.fetch_filings", fail)
    done = _run(world, edgar, "fetch", "--news")
    assert done.return_value == 3
    assert "1 new" in done.stdout
    assert "nothing could be reached" in done.stderr


def test_a_list_that_cannot_be_read_is_told(edgar, tmp_path):
    world = small_world(tmp_path / "w")
    table = world.curated / "watchlist.csv"
    table.write_text(table.read_text("utf-8").replace("forms", "form", 1), "utf-8")
    done = _run(world, edgar, "fetch")
    assert done.return_value != 0
    assert "watchlist.csv" in done.stderr


def test_signs_that_steer_a_terminal_are_shown_as_codes(capsys):
    name = "https://x.example/\x1b[2J\u202e"
    outcome = Outcome(entity_id="heron", kind="article", name=name, state=State.NEW)
    report = FetchReport(outcomes=(outcome,), requests=1, retries=0, size_bytes=0, seconds=0.0)
    give_report(report, "table")
    first = capsys.readouterr().out.splitlines()[0]
    assert first == "new: heron article https://x.example/\\x1b[2J\\u202e"


def _harbor_feed(edgar, world):
    item = f"<item><title>Harbor Compute borrows</title><link>{edgar.url}/story</link></item>"
    feed = f"<rss version='2.0'><channel><title>H</title>{item}</channel></rss>"
    edgar.pages["/feed.xml"] = ("application/rss+xml", feed.encode())
    edgar.pages["/robots.txt"] = ("text/plain", b"User-agent: *")
    (world.curated / "feeds.csv").write_text(
        "feed_id,name,url,publisher,tier,language,verified_on,note\n"
        f"heron,Heron,{edgar.url}/feed.xml,,named_news,en,,\n",
        encoding="utf-8",
    )
