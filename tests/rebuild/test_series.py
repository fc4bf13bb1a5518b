"""Series into tables, once, with source and as-of."""

import csv
import dataclasses
import datetime as dt
import json

import pytest

from graphbuild.rebuild.fetch_report import State
from graphbuild.rebuild.series import fetch_series
from graphbuild.sources.series import MACRO
from tests.fixtures.edgar.fetcher import PATIENT, settings
from tests.rebuild.worlds import replace_in, small_world

TODAY = dt.date(2026, 9, 1)


@pytest.fixture
def world(edgar, tmp_path):
    world = small_world(tmp_path / "w")
    replace_in(world.curated / "entities.csv", "HBRC", "")  # no closes: their host is not local
    body = b"observation_date,M2SL\n2025-01-01,21561.4\n2025-02-01,.\n"
    edgar.pages["/m2.csv"] = ("text/csv", body)
    facts = [{"end": "2026-07-30", "val": 250_000_000, "filed": "2026-08-10"}]
    concept = {"EntityCommonStockSharesOutstanding": {"units": {"shares": facts}}}
    edgar.pages["/api/xbrl/companyfacts/CIK0009000002.json"] = (
        "application/json",
        json.dumps({"facts": {"dei": concept}}).encode(),
    )
    return world


def _fetch(world, edgar, today=TODAY):
    macro = (dataclasses.replace(MACRO[0], url=f"{edgar.url}/m2.csv"),)
    return fetch_series(
        world,
        settings(edgar.url, 500),
        today,
        macro=macro,
        manners=PATIENT,
        requests_per_second=500,
    )


def test_tables_carry_source_and_their_own_as_of(edgar, world):
    report = _fetch(world, edgar)
    assert (report.count(State.NEW), report.is_complete) == (2, True)
    with (world.series / "m2.csv").open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert row == {
        "series_id": "m2",
        "day": "2025-01-01",
        "value": "21561.4",
        "unit": "USD billion",
        "known_on": "",
        "source_url": f"{edgar.url}/m2.csv",
        "as_of": "2026-09-01",
    }
    shares = (world.series / "shares-harbor.csv").read_text("utf-8").splitlines()
    assert shares[1].startswith("shares-harbor,2026-07-30,250000000,shares,2026-08-10,")


def test_what_has_not_changed_is_not_written_again(edgar, world):
    _fetch(world, edgar)
    before = (world.series / "m2.csv").read_bytes()
    report = _fetch(world, edgar, TODAY + dt.timedelta(days=1))
    assert report.count(State.UNCHANGED) == 2
    assert report.size_bytes == 0
    assert (world.series / "m2.csv").read_bytes() == before


def test_a_source_that_changed_is_told_and_the_old_table_stays(edgar, world):
    _fetch(world, edgar)
    before = (world.series / "m2.csv").read_bytes()
    edgar.pages["/m2.csv"] = ("text/csv", b"observation_date,OTHER\n2025-01-01,1\n")
    report = _fetch(world, edgar)
    assert report.causes() == {"misshapen": 1}
    assert (world.series / "m2.csv").read_bytes() == before
