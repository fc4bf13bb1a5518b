from graphbuild.maps import draw, render, render_svg
from graphbuild.maps.cascade import Shortfall
from graphbuild.maps.stress import certainty
from graphbuild.maps.unrolling import changes
from tests.maps.graphs import page_facts, small_world
from tests.maps.told import cascade


def drawn(*cascades):
    return draw("stress", small_world(), {}, page_facts(cascades=cascades))[1]


def test_scene_places_the_shocked_the_short_and_both_ends_of_what_goes_unpaid():
    (scene,) = drawn(cascade()).scenes
    assert sorted(scene.places) == ["nimbus", "oriel"]
    assert [s.flow_id for s in scene.strokes] == ["oriel-nimbus-cloud_contract"]


def test_scenarios_on_the_anchor_alone_come_first():
    scenes = drawn(
        cascade("a-on-others", ("granite",)), cascade("b-on-both", ("granite", "oriel")), cascade()
    ).scenes
    assert [s.scene_id for s in scenes] == ["oriel-earns-less", "b-on-both", "a-on-others"]


def test_table_holds_every_shortfall_in_order_of_time_with_both_ends():
    table = {column.title: column for column in drawn(cascade()).table}
    assert table["Who falls short"].texts == ("Nimbus Cloud Corp.", "Oriel Labs, Inc.")
    assert table["From"].texts == ("2026-Q4", "2026-Q4")
    assert table["Short by, least"].numbers == (1e9, 0.0)
    assert table["most"].numbers == (4e9, 5e9)
    assert table["How sure"].texts == ("at both ends", "at the worse end")


def test_certainty_is_the_surest_run():
    unknown = Shortfall(entity_id="x", better=None, worse=None, missing=0, low=(0.0,), high=(1.0,))
    assert certainty(unknown) == "cannot be said: no figure for cash"


def test_courses_are_written_as_changes():
    assert changes((0.0, 1e9, 1e9, 2e9), (0.0, 3e9, 3e9, 3e9)) == [
        1, 1_000_000_000, 3_000_000_000, 3, 2_000_000_000, 3_000_000_000,
    ]  # fmt: skip
    assert changes((0.0, 0.0), (0.0, 0.0)) == []


def test_without_scenarios_the_view_says_so():
    assert drawn().empty == "No bundled scenario can be run on this snapshot."


def test_parties_that_are_not_in_the_graph_are_left_out_and_break_nothing():
    assert drawn(cascade("on-nobody", ("mars",))).scenes[0].places.keys() == {"nimbus", "oriel"}


def test_other_views_do_not_carry_the_scenarios():
    facts = page_facts(cascades=(cascade(story="A story of its own."),))
    assert "A story of its own." in render("stress", small_world(), {}, facts)
    assert "A story of its own." not in render("debt", small_world(), {}, facts)


def test_a_source_that_is_no_web_address_is_dropped():
    assert (
        "javascript:"
        not in render("stress", small_world(), {}, page_facts(cascades=(cascade(),)))
        .partition('id="atlas"')[2]
        .partition("</script>")[0]
    )


def test_still_picture_marks_who_is_short_and_says_how_sure():
    picture = render_svg("stress", small_world(), {}, page_facts(cascades=(cascade(),)))
    assert "By 2027-Q1 short of cash: 1 at both ends, 1 at the worse end only" in picture
    assert "short from 2026-Q4, up to $5bn" in picture
    assert "Exposure is not loss" not in picture
    assert "no forecast" in picture
