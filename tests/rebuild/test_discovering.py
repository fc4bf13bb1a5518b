"""Filers that name a party, proposed for the watchlist."""

import csv
import datetime as dt
import io

import pytest
from click.testing import CliRunner

from graphbuild.cli import group
from graphbuild.errors import FetchError
from graphbuild.rebuild.discovering import discover
from tests.fixtures.edgar import FictionalCompany, Filing
from tests.fixtures.edgar.fetcher import PATIENT, settings
from tests.rebuild.worlds import small_world


def _filing(cik, number, form, body, day=dt.date(2026, 3, 1)):
    accession = f"{int(cik):010}-26-{number:06}"
    return Filing(accession=accession, form=form, filed=day, body=body)


@pytest.fixture
def world(edgar, tmp_path):
    loan = "Lodestar AI borrows from the Orchid vehicle."
    edgar.companies += [
        FictionalCompany(
            cik="9000002",
            name="Harbor Compute, Inc.",
            ticker="HBRC",
            filings=[_filing("9000002", 1, "10-Q", loan)],
        ),
        FictionalCompany(
            cik="9000003",
            name="Summit Cloud Corporation",
            ticker="SMMT",
            filings=[_filing("9000003", 1, "10-K", loan), _filing("9000003", 2, "10-K", "none")],
        ),
        FictionalCompany(
            cik="9000077",
            name="Orchid Lending Fund I, L.P.",
            ticker="ORCH",
            filings=[
                _filing("9000077", 1, "N-2", loan, dt.date(2025, 1, 5)),
                _filing("9000077", 2, "10-Q/A", loan, dt.date(2026, 5, 5)),
            ],
        ),
    ]
    return small_world(tmp_path / "w")


def test_filers_are_proposed_with_what_is_known_of_them(edgar, world):
    found = discover(world, settings(edgar.url, 500), "orchid vehicle", manners=PATIENT)
    assert (found.total, found.seen) == (4, 4)
    told = [(p.entity_id, p.filings, p.forms, p.is_known, p.is_watched) for p in found.proposals]
    assert told == [
        ("orchid-lending-fund-i-l-p", 2, ("10-Q", "N-2"), False, False),
        ("harbor", 1, ("10-Q",), True, True),
        ("summit", 1, ("10-K",), True, False),
    ]
    first = found.proposals[0]
    assert (str(first.first), str(first.last)) == ("2025-01-05", "2026-05-05")
    assert first.accession == "0009000077-26-000002"


def test_a_form_narrows_the_search(edgar, world):
    found = discover(world, settings(edgar.url, 500), "orchid vehicle", forms=("10-K",))
    assert [p.entity_id for p in found.proposals] == ["summit"]


def test_a_search_that_is_down_is_an_error(edgar, world):
    edgar.pages["/LATEST/search-index"] = ("application/json", b'{"hits": 3}')
    with pytest.raises(FetchError, match="search result"):
        discover(world, settings(edgar.url, 500), "x", manners=PATIENT)


def _ask(edgar, world, *more):
    variables = {
        "GRAPHBUILD_SEC_IDENTITY": "Northlake Research research@northlake.example",
        "GRAPHBUILD_EDGAR_URL": edgar.url,
        "GRAPHBUILD_EDGAR_DATA_URL": edgar.url,
        "GRAPHBUILD_EDGAR_SEARCH_URL": edgar.url,
    }
    command = ["discover", "orchid vehicle", "--workspace", str(world.root), *more]
    result = CliRunner().invoke(group, command, env=variables)
    assert result.exit_code == 0, result.output
    return result


def test_csv_is_rows_for_the_watchlist(edgar, world):
    result = _ask(edgar, world, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [(row["entity_id"], row["cik"], row["forms"]) for row in rows] == [
        ("orchid-lending-fund-i-l-p", "9000077", "10-Q|N-2"),
        ("summit", "9000003", "10-K"),
    ]


def test_words_say_who_is_new_and_how_many_were_looked_at(edgar, world):
    lines = _ask(edgar, world, "--most", "3").stdout.splitlines()
    assert lines[-1] == (
        "4 documents name 'orchid vehicle', 3 of them looked at (--most); 3 filers, "
        "1 of them watched already"
    )
    assert any(line.startswith("new     orchid-lending-fund-i-l-p (CIK 9000077") for line in lines)
