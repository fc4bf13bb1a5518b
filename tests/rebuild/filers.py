"""Fictional filers of the local EDGAR, a fetch of them, and what must be in the archive then."""

import datetime as dt
import hashlib
from pathlib import Path

from graphbuild.rebuild.fetch_report import FetchReport
from graphbuild.rebuild.fetching import fetch_filings
from graphbuild.records.document import RawItem
from graphbuild.sources import Archive
from tests.fixtures.edgar import FictionalCompany, Filing
from tests.fixtures.edgar.fetcher import PATIENT, settings, wish

HARBOR = Path(__file__).parent.parent / "fixtures" / "workspace_documents" / "harbor-10q.htm"


def add_company(edgar, count, cik="9990001", padding=0):
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


def add_harbor(edgar):
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


def fetch(workspace, edgar, *more, **options) -> FetchReport:
    wishes = [wish("9990001"), *more]
    return fetch_filings(workspace, settings(edgar.url, 500), wishes, manners=PATIENT, **options)


def assert_archived(workspace, company):
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
