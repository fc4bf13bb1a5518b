"""Who says what of a deal: sides by filer and by EDGAR folder, figures as stated."""

import pytest

from graphbuild.rebuild.stating import statements
from graphbuild.rebuild.world import open_world
from tests.rebuild.worlds import build, small_world


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    workspace = small_world(tmp_path_factory.mktemp("world") / "w")
    build(workspace)
    return open_world(workspace)


@pytest.fixture(scope="module")
def told(world):
    return statements(world)


def test_every_claim_of_a_deal_is_told_once(world, told):
    for deal in world.contents.deals:
        assert len(told[deal.deal_id]) <= len(deal.claim_ids)
        assert told[deal.deal_id]
        assert len(set(told[deal.deal_id])) == len(told[deal.deal_id])


def test_a_document_speaks_for_its_filer(world, told):
    filers = {row.document_id: row.filer for row in world.contents.documents}
    spoken = {
        (deal.deal_id, filers[world.claims[key].citation.document_id])
        for deal in world.contents.deals
        for key in deal.claim_ids
        if filers.get(world.claims[key].citation.document_id)
    }
    assert spoken
    for deal_id, filer in spoken:
        assert filer in {one.speaker for one in told[deal_id]}


def test_the_newest_comes_first_and_what_stands_is_marked(world, told):
    for deal in world.contents.deals:
        dates = [one.said_on for one in told[deal.deal_id]]
        assert dates == sorted(dates, reverse=True)
    stands = [d for d in world.contents.deals if any(one.stands for one in told[d.deal_id])]
    assert len(stands) > len(world.contents.deals) / 2


def test_sides_are_told_apart(told):
    (filing,) = [one for one in told["harbor-notes-2025"] if one.tier == "filing"]
    assert (filing.side, filing.speaker) == ("target", "Harbor Compute, Inc.")
    assert (filing.figure, filing.said_on) == ("$1bn, outstanding", "2026-08-10")
    (filing,) = [one for one in told["harbor-cinder-chips-2026"] if one.tier == "filing"]
    assert (filing.side, filing.stands) == ("source", True)
    (undisclosed,) = told["summit-harbor-option-2026"]
    assert (undisclosed.side, undisclosed.figure, undisclosed.stands) == ("other", "", False)


def test_a_source_s_figure_keeps_its_qualifier_and_measure(told):
    figures = {one.figure for deal in told.values() for one in deal}
    assert "up to $10bn, ceiling" in figures
