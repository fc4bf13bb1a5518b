"""EDGAR's own addresses over TLS, through a proxy to the local EDGAR; nothing is replaced."""

import datetime as dt
import os
import subprocess
import sys

import pytest

from tests.fixtures.edgar import FictionalCompany, Filing
from tests.fixtures.edgar.tunnel import Tunnel, has_openssl, make_certificate
from tests.rebuild.worlds import small_world

pytestmark = pytest.mark.skipif(not has_openssl(), reason="openssl makes the certificate")


@pytest.fixture
def harbor(edgar):
    days = [dt.date(2026, 1, 10), dt.date(2026, 4, 10), dt.date(2019, 1, 1)]
    company = FictionalCompany(
        cik="9000002",
        name="Harbor Compute, Inc.",
        ticker="HBRC",
        filings=[
            Filing(accession=f"0009000002-26-{n:06}", form=form, filed=day)
            for n, (form, day) in enumerate(zip(("8-K", "8-K/A", "8-K"), days, strict=True))
        ],
    )
    edgar.companies.append(company)
    return company


@pytest.fixture
def run(edgar, tmp_path):
    certificate = make_certificate(tmp_path)
    with Tunnel(edgar.url, certificate) as tunnel:
        variables = {
            **{name: text for name, text in os.environ.items() if "proxy" not in name.lower()},
            "HTTPS_PROXY": tunnel.url,
            "REQUESTS_CA_BUNDLE": str(certificate),
            "GRAPHBUILD_SEC_IDENTITY": "Northlake Research research@northlake.example",
        }

        def start(*arguments):
            return subprocess.run(
                [sys.executable, *arguments],
                env=variables, capture_output=True, text=True, check=False, timeout=60,
            )  # fmt: skip

        yield start


def test_the_command_fetches_from_edgars_own_addresses(edgar, harbor, run, tmp_path):
    world = small_world(tmp_path / "w")
    command = ("-m", "graphbuild", "fetch", "harbor", "--since", "2026-01-01")
    done = run(*command, "--workspace", str(world.root))
    assert done.returncode == 0, done.stderr
    assert "2 new" in done.stdout
    assert len(list(world.raw.rglob("*-full-submission.txt"))) == 2
    assert edgar.headers_seen[0]["Host"] == "data.sec.gov"


def test_the_local_edgar_is_edgar_to_the_downloader_as_it_is(edgar, harbor, run, tmp_path):
    code = (
        "from sec_edgar_downloader import Downloader\n"
        f"downloader = Downloader('Northlake', 'a@northlake.example', {str(tmp_path / 'd')!r})\n"
        "print(downloader.get('8-K', 'HBRC', after='2026-01-01', before='2026-12-31',"
        " include_amends=True))\n"
    )
    done = run("-c", code)
    assert done.stdout.strip() == "2", done.stderr
    found = sorted((tmp_path / "d").rglob("full-submission.txt"))
    assert [path.read_bytes() for path in found] == [
        filing.submission("9000002", harbor.name) for filing in harbor.filings[:2]
    ]


@pytest.mark.slow
def test_nothing_reachable_is_exit_code_one(harbor, run, tmp_path):
    world = small_world(tmp_path / "w")
    closed = {"GRAPHBUILD_EDGAR_DATA_URL": "http://127.0.0.1:9"}
    done = subprocess.run(
        [sys.executable, "-m", "graphbuild", "fetch", "--workspace", str(world.root)],
        env=os.environ | closed | {"GRAPHBUILD_SEC_IDENTITY": "North lake@northlake.example"},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 1
    assert "nothing could be reached" in done.stderr
