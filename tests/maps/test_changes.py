import pandas as pd

from graphbuild.maps import draw
from tests.maps.graphs import page_facts, small_world


def drawn(*rows):
    table = pd.DataFrame(rows, columns=["deal_id", "change", "title", "words"])
    return draw("changes", small_world(), {"changes": table}, page_facts())[1]


def test_each_kind_of_change_has_its_picture_and_gone_deals_stand_in_the_table():
    drawing = drawn(
        ("ddtl", "new", "Term loan", "7.6 bn USD, signed"),
        ("granite-oriel-equity", "changed", "Equity", "20 bn → 30 bn USD"),
        ("lost", "gone", "Lost deal", "no longer among the inputs"),
    )
    assert [scene.scene_id for scene in drawing.scenes] == ["new", "changed"]
    assert {"alder", "birch", "cedar", "heath-spv"} == set(drawing.scenes[0].places)
    assert drawing.scenes[1].marks == ("granite-oriel-equity",)
    assert drawing.table[1].texts == ("Term loan", "Equity", "Lost deal")


def test_only_gone_deals_leave_the_table():
    drawing = drawn(("lost", "gone", "Lost deal", "no longer among the inputs"))
    assert drawing.scenes == ()
    assert drawing.empty == "What changed has no flow to draw; the table lists it."


def test_no_change_and_no_snapshot_before_are_told_apart():
    assert drawn().empty == "No deal changed since the snapshot before."
    _, first = draw("changes", small_world(), {}, page_facts())
    assert first.empty.startswith("This is the first snapshot")
