import pandas as pd
import pytest

from graphbuild.maps import draw
from tests.maps.graphs import exposure_tables, page_facts, small_world


def drawn(tables=None, **facts):
    tables = exposure_tables() if tables is None else tables
    return draw("exposure", small_world(), tables, page_facts(**facts))[1]


def texts(scene):
    return [note.text for note in scene.notes]


def bars(scene, entity_id, fill):
    return [b for b in scene.blocks if b.entity_id == entity_id and b.fill == fill]


def test_bars_are_in_proportion_to_dollars_and_to_the_revenue():
    scene = drawn().scenes[0]
    (nimbus,) = [b for b in bars(scene, "nimbus", "firm") if b.tone == "strong"]
    (revenue,) = [b for b in scene.blocks if b.tone == "core"]
    assert nimbus.width / revenue.width == pytest.approx(300 / 13)
    (suppliers,) = bars(scene, "suppliers", "headline")
    assert suppliers.width / nimbus.width == pytest.approx(500 / 300)


def test_agreed_money_stands_above_a_larger_headline():
    said = texts(drawn().scenes[0])
    assert said.index("Nimbus Cloud") < said.index("Granite Silicon") < said.index("Suppliers")


def test_states_are_told_side_by_side_and_only_firm_money_in_years_of_revenue():
    said = texts(drawn().scenes[0])
    assert "$300bn firm (23.1× revenue)" in said
    assert "$30bn firm (2.3× revenue), $20bn contingent, more without a figure" in said
    assert "$500bn headline" in said


def test_who_rests_through_another_stands_indented_below_it():
    scene = drawn().scenes[0]
    at = {note.text: note for note in scene.notes}
    assert at["Heathrow Compute"].x > at["Nimbus Cloud"].x
    assert at["Nimbus Cloud"].y < at["Heathrow Compute"].y < at["Granite Silicon"].y


def test_a_party_that_is_not_in_the_graph_is_not_drawn():
    assert not [text for text in texts(drawn().scenes[0]) if "mars" in text.lower()]


def test_market_value_shows_what_is_stated_and_what_is_the_most():
    scene = drawn().scenes[0]
    said = texts(scene)
    assert "$500bn" in said
    assert "about $100bn, at most $200bn" in said
    shares = {b.fill: b.width for b in scene.blocks if "backlog of 2026" in b.says}
    assert shares["firm"] / shares["open"] == pytest.approx(0.2)
    assert shares["contingent"] / shares["open"] == pytest.approx(0.4)


def test_each_holder_has_a_picture_of_its_ways():
    scenes = {scene.scene_id: scene for scene in drawn().scenes}
    assert set(scenes) == {"all", "nimbus", "granite", "heath"}
    heath = scenes["heath"]
    assert heath.places["heath"].x < heath.places["nimbus"].x < heath.places["oriel"].x
    assert {s.flow_id for s in heath.strokes if s.role == "flow"} == {
        "nimbus-heath-lease", "oriel-nimbus-cloud_contract",
    }  # fmt: skip


def test_table_holds_every_holder_with_numbers_to_sort_by():
    drawing = drawn()
    firm = next(column for column in drawing.table if column.title == "Firm")
    assert firm.numbers == (300e9, 0.0, 30e9, 0.0)
    assert firm.texts[:2] == ("$300bn", "")
    assert "not loss" in drawing.table_title


def test_table_tells_what_rests_through_others_by_state():
    columns = {column.title: column for column in drawn().table}
    assert columns["Firm, through others"].numbers == (None, None, None, 5e9)
    assert columns["Headline, through others"].texts == ("", "", "", "")


@pytest.mark.parametrize("tables", [{}, {"exposure": pd.DataFrame()}])
def test_without_a_table_it_says_so(tables):
    drawing = drawn(tables)
    assert drawing.scenes == ()
    assert drawing.empty.startswith("No exposure to draw")


def test_without_a_revenue_nothing_is_measured_in_years():
    scene = drawn(revenue_usd=None).scenes[0]
    assert not [b for b in scene.blocks if b.tone == "core"]
    assert not [text for text in texts(scene) if "×" in text]


def test_rows_of_the_ladder_hold_every_word_and_bar_once():
    scene = drawn().scenes[0]
    tops = scene.ladder.tops
    assert list(tops) == sorted(set(tops))
    assert tops[0] == scene.frame[1]
    rows = {note.y for note in scene.notes}
    assert len(tops) == len(rows)
    for y in rows:
        assert sum(top <= y for top in tops) == sorted(rows).index(y) + 1


def test_a_long_name_has_the_room_beside_a_bar_that_a_label_has_not():
    graph = small_world()
    graph.nodes["nimbus"]["name"] = "Nimbus Cloud Infrastructure Partners Corp."
    sheet, drawing = draw("exposure", graph, exposure_tables(), page_facts())
    assert sheet.nodes["nimbus"].label.endswith("…")
    assert "Nimbus Cloud Infrastructure Partners" in texts(drawing.scenes[0])
