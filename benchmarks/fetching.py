"""Fetching from the local EDGAR, beside sec-edgar-downloader alone, in the same run.

    python benchmarks/fetching.py [--companies 20] [--filings 4] [--rate 8]

Prints requests and seconds of a first fetch and of a second one without news, the most requests in
any one-second window as the server saw them, and what the bytes of the second fetch were. Both must
end with the same filings, or the run fails.
"""

import argparse
import contextlib
import datetime as dt
import importlib
import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from graphbuild.rebuild.fetching import fetch_filings
from graphbuild.rebuild.wishes import Wish
from graphbuild.settings import Settings
from graphbuild.sources import Archive, FilingRequest
from graphbuild.workspace import Workspace
from tests.fixtures.edgar import FictionalCompany, Filing, LocalEdgar

FORMS = ("8-K", "10-Q")
FIRST, LAST = dt.date(2025, 1, 1), dt.date(2025, 12, 31)


def make_companies(companies: int, filings: int) -> list[FictionalCompany]:
    """Fictional filers with as many filings each, forms in turn."""
    return [
        FictionalCompany(
            cik=str(9_000_000 + number),
            name=f"Fictional {number}, Inc.",
            ticker=f"FIC{number}",
            filings=[
                Filing(
                    accession=f"{9_000_000 + number:010}-25-{n:06}",
                    form=FORMS[n % len(FORMS)],
                    filed=FIRST + dt.timedelta(days=n),
                    padding=50_000,
                )
                for n in range(filings)
            ],
        )
        for number in range(companies)
    ]


def fetch_ours(edgar: LocalEdgar, folder: Path, rate: float) -> set[str]:
    """Accessions in the archive after a fetch."""
    url = edgar.url
    settings = Settings.model_construct(
        sec_identity="Benchmark benchmark@northlake.example",
        requests_per_second=rate,
        edgar_url=url,
        edgar_data_url=url,
        edgar_search_url=url,
    )
    workspace = Workspace(folder)
    wishes = [
        Wish(
            entity_id=company.cik,
            request=FilingRequest(cik=company.cik, forms=FORMS, after=FIRST, before=LAST),
        )
        for company in edgar.companies
    ]
    report = fetch_filings(workspace, settings, wishes)
    assert report.is_complete, report.causes()
    return set(Archive(workspace.raw).accessions())


def fetch_peer(edgar: LocalEdgar, folder: Path) -> set[str]:
    """Accessions on disk after the library's own fetch, its addresses led to the local EDGAR."""
    gateway = importlib.import_module("sec_edgar_downloader._sec_gateway")
    orchestrator = importlib.import_module("sec_edgar_downloader._orchestrator")
    gateway.URL_CIK_MAPPING = f"{edgar.url}/files/company_tickers_exchange.json"
    orchestrator.URL_SUBMISSIONS = f"{edgar.url}/submissions/{{submission}}"
    orchestrator.URL_FILING = (
        f"{edgar.url}/Archives/edgar/data/{{cik}}/{{acc_num_no_dash}}/{{document}}"
    )
    library = importlib.import_module("sec_edgar_downloader")
    with contextlib.redirect_stdout(io.StringIO()):
        downloader = library.Downloader("Benchmark", "benchmark@northlake.example", folder)
        for company in edgar.companies:
            for form in FORMS:
                downloader.get(form, company.cik.zfill(10), after=FIRST, before=LAST)
    return {path.parent.name for path in folder.rglob("full-submission.txt")}


def measure(name: str, edgar: LocalEdgar, fetch: Callable[[], set[str]]) -> set[str]:
    """Run one fetch and print what the server saw of it."""
    edgar.arrivals.clear()
    started = time.perf_counter()
    found = fetch()
    seconds = time.perf_counter() - started
    print(
        f"{name:32} {len(edgar.arrivals):5} requests {seconds:7.2f} s"
        f" {edgar.busiest_second():4} at most in one second"
    )
    return found


def main() -> int:
    """Run both, twice each."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--companies", type=int, default=20)
    parser.add_argument("--filings", type=int, default=4)
    parser.add_argument("--rate", type=float, default=8.0)
    options = parser.parse_args()
    expected = options.companies * options.filings
    with tempfile.TemporaryDirectory() as name, LocalEdgar() as edgar:
        os.environ["XDG_CACHE_HOME"] = f"{name}/cache"
        folder = Path(name)
        edgar.companies += make_companies(options.companies, options.filings)
        print(f"{options.companies} companies, {expected} filings, {options.rate:g} a second")
        for turn in ("first", "second"):
            ours = measure(
                f"graphbuild, {turn}", edgar, lambda: fetch_ours(edgar, folder / "w", options.rate)
            )
            peer = measure(
                f"sec-edgar-downloader, {turn}", edgar, lambda: fetch_peer(edgar, folder / "peer")
            )
            if ours != peer or len(ours) != expected:
                print(f"they differ: {len(ours)} and {len(peer)} of {expected}")
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
