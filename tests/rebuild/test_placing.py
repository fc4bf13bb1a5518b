"""Places from snapshot to snapshot: kept by the next one, the same for the same inputs."""

import json

import pytest

from graphbuild.rebuild.placing import places_before, read_places
from graphbuild.rebuild.world import latest_snapshot, open_world
from tests.rebuild.worlds import build, replace_in, small_world


@pytest.fixture
def workspace(tmp_path):
    found = small_world(tmp_path / "w")
    build(found)
    return found


def written(workspace):
    return json.loads((latest_snapshot(workspace) / "maps" / "places.json").read_text("utf-8"))


def change_a_deal(workspace):
    old = "summit-lodestar-equity-2026,summit,lodestar,equity,,3000,"
    replace_in(workspace.curated / "deals.csv", old, old.replace("3000", "3200"))


def test_first_snapshot_keeps_nothing_and_the_next_one_keeps_its_places(workspace):
    first = written(workspace)
    assert first["kept_from"] == ""
    digest = open_world(workspace).digest
    change_a_deal(workspace)
    build(workspace, minutes=5)
    second = written(workspace)
    assert second["kept_from"] == digest
    before, after = (each["overview"]["places"] for each in (first, second))
    assert before.keys() == after.keys()
    moved = [name for name in before if abs(before[name][2] - after[name][2]) > 0.3]
    assert moved == []


def test_a_forced_rebuild_of_the_same_inputs_draws_the_same_bytes(workspace):
    change_a_deal(workspace)
    build(workspace, minutes=5)
    maps = latest_snapshot(workspace) / "maps"
    old = {path.name: path.read_bytes() for path in maps.iterdir()}
    build(workspace, minutes=10, is_forced=True)
    again = latest_snapshot(workspace) / "maps"
    assert again != maps
    assert {path.name: path.read_bytes() for path in again.iterdir()} == old


def test_places_that_cannot_be_read_are_passed_over(workspace, caplog):
    path = latest_snapshot(workspace) / "maps" / "places.json"
    path.write_text('{"overview": {"step": 1, "places": [3]}}', encoding="utf-8")
    assert read_places(latest_snapshot(workspace)) is None
    assert "laid out anew" in caplog.text
    path.unlink()
    assert read_places(latest_snapshot(workspace)) is None
    assert places_before(workspace, "another digest") == (None, "")
