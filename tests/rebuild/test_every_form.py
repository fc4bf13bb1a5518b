"""Every form that is fetched: listed, fetched by the right way, archived and read."""

import datetime as dt

import pytest

from graphbuild.curated.loading import load_curated
from graphbuild.rebuild.fetch_report import State
from graphbuild.rebuild.fetching import fetch_filings
from graphbuild.rebuild.read_item import read_item
from graphbuild.rebuild.reading import reading_context
from graphbuild.rebuild.wishes import DEFAULT_FORMS, Wish
from graphbuild.records.document import RawItem
from graphbuild.sources import Archive, FilingRequest
from tests.fixtures.edgar import FictionalCompany
from tests.fixtures.edgar.fetcher import PATIENT, settings
from tests.fixtures.edgar.forms import CIK, TEXT_FORMS, XML_FORMS, every_form


def _all(forms=DEFAULT_FORMS):
    request = FilingRequest(
        cik=CIK, forms=forms, after=dt.date(2026, 1, 1), before=dt.date(2026, 12, 31)
    )
    return [Wish(entity_id="northlake", request=request)]


@pytest.fixture
def northlake(edgar):
    company = FictionalCompany(cik=CIK, name="Northlake Compute, Inc.", filings=every_form())
    edgar.companies.append(company)
    return company


def test_every_form_arrives_whole_and_under_its_own_name(edgar, workspace, northlake):
    report = fetch_filings(workspace, settings(edgar.url, 500), _all(), manners=PATIENT)
    assert report.is_complete, report.causes()
    assert report.count(State.NEW) == len(northlake.filings)
    items = list(Archive(workspace.raw).items())
    told = {item.kind: item.content for item in items if isinstance(item, RawItem)}
    assert told == {f.form: f.submission(CIK, northlake.name) for f in northlake.filings}


def test_a_form_under_its_old_name_brings_the_new_one_too(edgar, workspace, northlake):
    wishes = _all(("SC 13D", "SC 13G"))
    report = fetch_filings(workspace, settings(edgar.url, 500), wishes, manners=PATIENT)
    kinds = [outcome.kind for outcome in report.outcomes if outcome.state is State.NEW]
    assert sorted(kinds) == ["SC 13D", "SC 13G/A", "SCHEDULE 13D", "SCHEDULE 13G"]


def test_every_form_is_read(edgar, workspace, northlake):
    fetch_filings(workspace, settings(edgar.url, 500), _all(), manners=PATIENT)
    context = reading_context(load_curated(workspace).entities)
    read = {}
    for item in Archive(workspace.raw).items():
        reading = read_item(item, context)
        assert reading.document is not None, (item.kind, reading.issues)
        assert reading.document.form == item.kind
        read[item.kind] = reading
    assert set(read) == {*TEXT_FORMS, *XML_FORMS}
    fetched = {form.removesuffix("/A") for form in read}
    assert {form for form in DEFAULT_FORMS if form != "424B*"} <= fetched
    for form in ("10-K", "8-K", "424B5", "20-F", "6-K"):
        loans = [c for c in read[form].claims if c.instrument == "loan"]
        assert [str(c.amount.point) for c in loans] == ["450000000"], form
    for form in ("4", "144", "SCHEDULE 13D", "SCHEDULE 13G", "13F-HR", "NPORT-P"):
        assert read[form].claims, form
