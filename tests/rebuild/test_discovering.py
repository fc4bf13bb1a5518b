"""Filers that name a party, proposed for the watchlist."""

import csv
import datetime as dt
import io

import pytest
from click.testing import CliRunner

from graphbuild.cli import group
from graphbuild.errors import FetchError
from graphbuild.rebuild.discovering import discover, discover_names
from tests.fixtures.edgar import Fault, FictionalCompany, Filing
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


def test_days_and_forms_as_people_write_them_narrow_the_search(edgar, world):
    ask = settings(edgar.url, 500)
    late = discover(world, ask, "orchid vehicle", after=dt.date(2026, 4, 1), manners=PATIENT)
    assert [(p.cik, p.filings) for p in late.proposals] == [("9000077", 1)]
    lower = discover(world, ask, "orchid vehicle", forms=("10-q/a",), manners=PATIENT)
    assert {p.cik for p in lower.proposals} == {"9000002", "9000077"}


def test_a_new_filer_never_gets_the_id_of_another(edgar, world):
    loan = "Lodestar AI borrows from the Orchid vehicle."
    edgar.companies += [
        FictionalCompany(cik=cik, name=name, filings=[_filing(cik, 1, "10-K", loan)])
        for cik, name in (("9000090", "Harbor"), ("9000091", "Fund I"), ("9000092", "Fund I"))
    ]
    found = discover(world, settings(edgar.url, 500), "orchid vehicle", manners=PATIENT)
    ids = {p.cik: p.entity_id for p in found.proposals}
    assert (ids["9000002"], ids["9000090"]) == ("harbor", "harbor-9000090")
    assert (ids["9000091"], ids["9000092"]) == ("fund-i", "fund-i-9000092")


@pytest.mark.parametrize(
    "arguments",
    [
        ('"orchid"',), ("...",), ("x", "--since", "2031-01-01"), ("x", "--since", "1990-01-01"),
        ("x", "--names", "--quote", "1"), ("x", "--form", "424B*"),
    ],
)  # fmt: skip
def test_what_could_only_give_nothing_is_refused(world, arguments):
    result = CliRunner().invoke(group, ["discover", *arguments, "--workspace", str(world.root)])
    assert result.exit_code == 2


def test_a_search_that_is_down_is_an_error(edgar, world):
    edgar.pages["/LATEST/search-index"] = ("application/json", b'{"hits": 3}')
    with pytest.raises(FetchError, match="search result"):
        discover(world, settings(edgar.url, 500), "x", manners=PATIENT)


def test_the_sentence_that_names_it_is_quoted_from_the_newest_document(edgar, world):
    found = discover(world, settings(edgar.url, 500), "orchid Vehicle", quotes=2, manners=PATIENT)
    assert [p.quote for p in found.proposals] == [
        "Lodestar AI borrows from the Orchid vehicle.",
        "Lodestar AI borrows from the Orchid vehicle.",
        "",
    ]
    assert len(edgar.paths("main.htm")) == 2


def test_a_document_that_cannot_be_had_says_so_in_place_of_a_quote(edgar, world):
    edgar.faults.append(Fault(kind="status", path="main.htm", value="404"))
    found = discover(world, settings(edgar.url, 500), "orchid vehicle", quotes=1, manners=PATIENT)
    assert found.proposals[0].quote.startswith("[not to be had: ")
    assert "status 404" in found.proposals[0].quote


def _vehicles(edgar):
    for number, (name, day) in enumerate(
        [
            ("Orchid Lodestar AI Series 3, LLC", dt.date(2026, 2, 20)),
            ("LODESTAR AI INVESTORS LP", dt.date(2026, 5, 5)),
            ("Lodestaraid Foundation", dt.date(2026, 5, 5)),
            ("Early Lodestar AI Fund", dt.date(2025, 12, 31)),
        ]
    ):
        cik = str(9000080 + number)
        edgar.companies.append(
            FictionalCompany(cik=cik, name=name, filings=[_filing(cik, number, "D", "none", day)])
        )


def test_vehicles_are_found_by_their_names_in_the_quarters_indexes(edgar, world):
    _vehicles(edgar)
    found = discover_names(
        world,
        settings(edgar.url, 500),
        "Lodestar AI",
        after=dt.date(2026, 1, 1),
        today=dt.date(2026, 5, 6),
        forms=("D",),
        manners=PATIENT,
    )
    assert [(p.cik, p.forms, p.filings, str(p.last)) for p in found.proposals] == [
        ("9000080", ("D",), 1, "2026-02-20"),
        ("9000081", ("D",), 1, "2026-05-05"),
    ]
    assert [path.split("/")[4:6] for path in edgar.paths("full-index")] == [
        ["2026", "QTR1"],
        ["2026", "QTR2"],
    ]


def test_a_short_span_is_read_by_day_and_the_latest_close_the_gap(edgar, world):
    _vehicles(edgar)
    edgar.faults.append(Fault(kind="status", path="form.20260505", value="404"))
    found = discover_names(
        world,
        settings(edgar.url, 500),
        "lodestar ai",
        after=dt.date(2026, 5, 1),
        today=dt.date(2026, 5, 5),
        manners=PATIENT,
    )
    assert [p.cik for p in found.proposals] == ["9000081"]
    assert len(edgar.paths("daily-index")) == 5


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
        "documents that name 'orchid vehicle': 4, 3 of them looked at (--most); filers: 3, "
        "1 of them watched already"
    )
    assert any(line.startswith("new     orchid-lending-fund-i-l-p (CIK 9000077") for line in lines)


def test_names_and_quotes_are_two_questions(edgar, world):
    told = _ask(edgar, world, "--names", "--since", "2026-01-01").stdout
    assert told.splitlines()[-1] == (
        "filings by filers named 'orchid vehicle': 0; filers: 0, 0 of them watched already"
    )
    quoted = _ask(edgar, world, "--quote", "1").stdout
    assert "        Lodestar AI borrows from the Orchid vehicle." in quoted
