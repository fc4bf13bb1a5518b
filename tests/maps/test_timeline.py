from graphbuild.maps import draw, render
from graphbuild.maps.unrolling import chronicled
from tests.maps.graphs import page_facts, small_world
from tests.maps.told import CLOUD, chronicle


def _facts():
    return page_facts(chronicle=chronicle(small_world()))


def test_everybody_stands_where_the_overview_has_them():
    then = draw("timeline", small_world(), {}, _facts())[1].scenes[0]
    now = draw("overview", small_world(), {}, _facts())[1].scenes[0]
    assert then.places == now.places
    assert then.strokes == now.strokes


def test_table_tells_every_event_with_the_sums_of_its_month():
    table = {c.title: c.texts for c in draw("timeline", small_world(), {}, _facts())[1].table}
    assert table["Month"] == ("2026-01", "2026-03", "2026-03")
    assert table["How it changed"] == ("", "$100bn, announced → $300bn, signed", "")
    assert table["Headline"] == ("$100bn", "$500bn", "$500bn")


def test_page_reads_versions_by_its_own_numbers_and_drops_flows_it_does_not_hold():
    told = chronicled(chronicle(small_world()), {"rumour": 0, CLOUD: 1})
    assert told["since"] == [1, 0]
    assert told["versions"] == [
        [1, 0, "$100bn", 1e11, "headline", "announced", True],
        [1, 1, "$300bn", 3e11, "firm", "signed", True],
    ]


def test_without_a_past_the_view_says_so():
    assert draw("timeline", small_world(), {}, page_facts())[1].empty
    assert "No dated evidence" in render("timeline", small_world(), {}, page_facts())
