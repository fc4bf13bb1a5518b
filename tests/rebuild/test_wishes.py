"""Whose filings are wanted: the watchlist, or companies by name."""

import datetime as dt

import pytest

from graphbuild.errors import NotFoundError
from graphbuild.rebuild.wishes import watched
from graphbuild.settings import Settings
from tests.rebuild.worlds import small_world


def test_watchlist_names_and_forms_narrow_what_is_wanted(tmp_path):
    world = small_world(tmp_path / "w")
    today = dt.date(2026, 9, 1)
    (one,) = watched(world, Settings(), today)
    assert (one.entity_id, one.request.cik, one.request.forms) == (
        "harbor",
        "9000002",
        ("10-Q", "8-K"),
    )
    assert one.request.after == today - dt.timedelta(days=400)
    narrowed = watched(
        world,
        Settings(),
        today,
        names=("cinder", "1234"),
        forms=("10-K",),
        since=dt.date(2026, 1, 1),
    )
    assert [(w.request.cik, w.request.forms) for w in narrowed] == [
        ("9000001", ("10-K",)),
        ("1234", ("10-K",)),
    ]
    (by_ticker,) = watched(world, Settings(), today, names=("hbrc",))
    assert by_ticker.request.cik == "9000002"
    with pytest.raises(NotFoundError, match="no CIK"):
        watched(world, Settings(), today, names=("lodestar",))
    with pytest.raises(NotFoundError, match="did you mean 'harbor'"):
        watched(world, Settings(), today, names=("harbour",))


@pytest.mark.parametrize(
    "address",
    [
        "https://www.sec.gov/Archives/edgar/data/9000002/000900000226000011/harbor-10q.htm",
        "https://www.sec.gov/Archives/edgar/data/9000002/000900000226000011/0009000002-26-000011-index.html",
        "https://www.sec.gov/Archives/edgar/data/9000002/0009000002-26-000011.txt",
        "9000002/0009000002-26-000011",
    ],
)
def test_the_address_of_a_filing_is_a_wish_for_it_alone(tmp_path, address):
    world = small_world(tmp_path / "w")
    (one,) = watched(world, Settings(), dt.date(2026, 9, 1), names=(address,))
    assert (one.entity_id, one.request.cik) == ("harbor", "9000002")
    assert one.request.accession == "0009000002-26-000011"
    assert one.request.after == dt.date(2026, 1, 1)


@pytest.mark.parametrize(
    "name",
    [
        "https://www.sec.gov/Archives/edgar/data/9000002/",
        "9000002/0009000002-26-00001",
        "9000002/0009000002-26-0000111",
    ],
)
def test_what_is_no_address_of_a_filing_is_refused_as_a_name(tmp_path, name):
    world = small_world(tmp_path / "w")
    with pytest.raises(NotFoundError, match="no entity"):
        watched(world, Settings(), dt.date(2026, 9, 1), names=(name,))


def test_a_ticker_that_nobody_here_has_is_looked_up(tmp_path):
    world = small_world(tmp_path / "w")
    asked = []

    def look_up(name):
        asked.append(name)
        return "777" if name == "NLKC" else None

    today = dt.date(2026, 9, 1)
    (one,) = watched(world, Settings(), today, names=("NLKC",), look_up=look_up)
    assert (one.entity_id, one.request.cik) == ("NLKC", "777")
    watched(world, Settings(), today, names=("hbrc", "cinder", "99"), look_up=look_up)
    assert asked == ["NLKC"]
    with pytest.raises(NotFoundError, match="no ticker"):
        watched(world, Settings(), today, names=("NOPE",), look_up=look_up)
