"""Every month is an as-of answer of its own: the chronicle against the worlds it tells of."""

import pytest

from graphbuild.rebuild.chronicling import chronicle
from graphbuild.rebuild.world import known_by, open_world, world_of
from graphbuild.records.period import PartialDate
from tests.rebuild.worlds import build, small_world


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    workspace = small_world(tmp_path_factory.mktemp("world") / "w")
    build(workspace)
    return open_world(workspace)


@pytest.fixture(scope="module")
def told(world):
    return chronicle(world)


def test_months_rise_and_the_last_is_the_snapshot_itself(world, told):
    months = [moment.month for moment in told.moments]
    assert months == sorted(set(months))
    assert len(months) > 2
    assert months[-1] == world.as_of.last_day().isoformat()[:7]
    assert told.moments[-1].deals == len(world.contents.deals)
    assert set(told.since) == {key for *_, key in world.graph.edges(keys=True)}


def test_every_moment_knows_what_an_answer_as_of_that_month_knows(world, told):
    for number, moment in enumerate(told.moments[:-1]):
        then = world_of(known_by(world.contents, PartialDate(moment.month)))
        assert moment.deals == len(then.contents.deals)
        known = {key for *_, key in then.graph.edges(keys=True)}
        shown = {key for key, since in told.since.items() if since <= number}
        assert known == shown
        assert moment.lost == 0


def test_a_letter_counts_until_the_contract_that_replaced_it_is_known(told):
    letter = [v for v in told.versions if v.flow_id == "cinder-lodestar-letter-2025"]
    months = [told.moments[v.since].month for v in letter]
    assert months == ["2025-10", "2026-03"]
    assert [v.is_counted for v in letter] == [True, False]
    sums = {moment.month: moment.sums[2] for moment in told.moments}
    assert (sums["2026-02"], sums["2026-03"]) == ("up to $10bn", "nothing")
    (event,) = [e for m in told.moments for e in m.events if e.words]
    assert event.words == "up to $10bn, announced → up to $10bn, announced, in no sum"


def test_new_deals_are_told_once_and_all_of_them(world, told):
    fresh = [event.deal_id for moment in told.moments for event in moment.events if not event.words]
    assert len(fresh) == len(set(fresh))
    drawn = {data["deal_id"] for *_, data in world.graph.edges(data=True)}
    assert drawn <= set(fresh)


def test_chronicle_is_the_same_every_time(world, told):
    assert chronicle(world) == told
