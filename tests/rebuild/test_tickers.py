"""EDGAR's table of tickers: asked only for what can be one, and believed only as it stands now."""

import json

import pytest

from graphbuild.errors import FetchError
from graphbuild.rebuild.tickers import cik_of_ticker
from tests.fixtures.edgar import FictionalCompany
from tests.fixtures.edgar.fetcher import PATIENT, settings

TABLE = "/files/company_tickers_exchange.json"


def _ask(edgar, workspace, name):
    return cik_of_ticker(workspace, settings(edgar.url, 500), name, PATIENT)


def test_a_ticker_is_found_whatever_its_case_and_dot(edgar, workspace):
    edgar.companies += [
        FictionalCompany(cik="9990001", name="Northlake Compute, Inc.", ticker="NLKC"),
        FictionalCompany(cik="9990002", name="Tarn Partners", ticker="TRN-B"),
    ]
    assert _ask(edgar, workspace, "nlkc") == "9990001"
    assert _ask(edgar, workspace, "TRN.B") == "9990002"
    assert _ask(edgar, workspace, "NLK") is None


def test_what_can_be_no_ticker_is_not_asked_for(edgar, workspace):
    for name in ("northlake compute", "../etc", "NORTHLAKE", "77a", ""):
        assert _ask(edgar, workspace, name) is None
    assert edgar.arrivals == []


def test_a_changed_table_is_read_anew_and_one_of_another_shape_refused(edgar, workspace):
    edgar.companies.append(FictionalCompany(cik="9990001", name="Northlake", ticker="NLKC"))
    assert _ask(edgar, workspace, "NLKC") == "9990001"
    edgar.companies[0] = FictionalCompany(cik="9990008", name="Successor Corp", ticker="NLKC")
    assert _ask(edgar, workspace, "NLKC") == "9990008"
    table = {"fields": ["cik", "name"], "data": [[9990001, "Northlake"]]}
    edgar.pages[TABLE] = ("application/json", json.dumps(table).encode())
    with pytest.raises(FetchError, match="ticker table"):
        _ask(edgar, workspace, "NLKC")
