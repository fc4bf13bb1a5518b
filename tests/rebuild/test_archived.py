"""A rebuild and its archive: bytes are read once, and damage is found where they are read."""

import datetime as dt

import pytest

from graphbuild.rebuild.fetching import fetch_filings
from graphbuild.rebuild.run import rebuild
from graphbuild.rebuild.wishes import watched
from graphbuild.settings import Settings
from graphbuild.sources import Archive
from tests.fixtures.edgar.fetcher import PATIENT, settings
from tests.rebuild.filers import add_harbor
from tests.rebuild.worlds import NOW, small_world

SETTINGS = Settings(anchor="lodestar")


@pytest.fixture
def world(edgar, tmp_path):
    workspace = small_world(tmp_path / "w")
    add_harbor(edgar)
    wishes = watched(workspace, SETTINGS, dt.date(2026, 9, 1))
    fetch_filings(workspace, settings(edgar.url, 500), wishes, manners=PATIENT)
    return workspace


@pytest.fixture
def loads(monkeypatch):
    """Paths whose bytes were asked for."""
    asked = []
    whole = Archive.load

    def load(self, item):
        asked.append(item.path)
        return whole(self, item)

    monkeypatch.setattr(Archive, "load", load)
    return asked


def test_archived_bytes_are_read_for_the_first_rebuild_only(world, loads):
    first = rebuild(world, SETTINGS, NOW)
    assert (first.counts["documents"], len(loads)) == (1, 1)
    later = NOW + dt.timedelta(minutes=1)
    assert not rebuild(world, SETTINGS, later).published
    forced = rebuild(world, SETTINGS, later, is_forced=True)
    assert forced.counts == first.counts
    assert len(loads) == 1


def test_damaged_bytes_are_told_and_not_remembered(world, loads):
    (path,) = world.raw.rglob("*-full-submission.txt")
    content = path.read_bytes()
    path.write_bytes(content.replace(b"Harbor", b"Harbar"))
    outcome = rebuild(world, SETTINGS, NOW)
    assert outcome.counts["documents"] == 0
    assert [i.code for i in outcome.issues if i.stage == "import"] == ["damaged-archive"]
    path.write_bytes(content)
    mended = rebuild(world, SETTINGS, NOW + dt.timedelta(minutes=1), is_forced=True)
    assert mended.counts["documents"] == 1
    assert "damaged-archive" not in {i.code for i in mended.issues}


def test_a_missing_document_is_told_by_the_listing(world):
    (path,) = world.raw.rglob("*-full-submission.txt")
    path.unlink()
    (issue,) = Archive(world.raw).listing()
    assert (issue.code, issue.message) == ("damaged-archive", "the archived document is missing")
