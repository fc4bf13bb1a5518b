"""Faults, kills, rivals and huge files: nothing lost, nothing doubled, the budget kept."""

import dataclasses
import datetime as dt
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

from graphbuild.rebuild.fetch_report import State
from graphbuild.sources import Archive
from tests.fixtures.edgar import Fault, Filing
from tests.rebuild.filers import add_company, assert_archived, fetch

_LOG = logging.getLogger(__name__)
REPOSITORY = Path(__file__).resolve().parent.parent.parent

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
    company = add_company(edgar, 12)
    edgar.faults += [dataclasses.replace(fault) for fault in faults]
    report = fetch(workspace, edgar)
    assert report.is_complete, report.causes()
    assert report.retries > 0
    assert_archived(workspace, company)


@pytest.mark.slow
@pytest.mark.parametrize("faults", FAULTS, ids=_named)
def test_of_a_thousand_filings_none_is_lost_or_doubled_under_faults(edgar, workspace, faults):
    company = add_company(edgar, 1000)
    edgar.faults += [dataclasses.replace(fault) for fault in faults]
    report = fetch(workspace, edgar)
    assert report.is_complete, report.causes()
    assert report.count(State.NEW) == 1000
    assert_archived(workspace, company)
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
    company = add_company(edgar, 1000, padding=20_000)
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
    assert_archived(workspace, company)
    _LOG.info("archived after each kill: %s; then %s", counts, told)


@pytest.mark.slow
def test_three_fetchers_at_once_store_every_filing_once(edgar, workspace):
    company = add_company(edgar, 1000)
    told = [_told(process) for process in [_start(edgar, workspace) for _ in range(3)]]
    assert sum(report["new"] for report in told) == 1000
    assert sum(report["failed"] + report["given up"] for report in told) == 0
    # They share the work: what one has stored meanwhile the others do not ask for.
    assert len(edgar.paths("/Archives/")) < 1500
    assert_archived(workspace, company)
    _LOG.info("three at once: %s", told)


@pytest.mark.slow
def test_three_fetchers_together_keep_the_budget(edgar, workspace):
    add_company(edgar, 100)
    for process in [_start(edgar, workspace, rate=8) for _ in range(3)]:
        _told(process)
    assert len(edgar.arrivals) > 100
    assert edgar.busiest_second() <= 8
    _LOG.info("%d requests, at most %d in a second", len(edgar.arrivals), edgar.busiest_second())


@pytest.mark.slow
def test_memory_stays_flat_while_a_huge_submission_arrives(edgar, workspace):
    company = add_company(edgar, 1)
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
