import math

import pytest

from graphbuild.maps import encoding
from graphbuild.maps.drawing import column_of, draw_sheet
from graphbuild.maps.panel import words
from graphbuild.records.deal import Firmness
from graphbuild.records.document import SourceTier
from graphbuild.records.entity import EntityKind
from graphbuild.records.instrument import FAMILY_COLOUR, INSTRUMENTS, Family
from tests.maps.graphs import World, page_facts, small_world


@pytest.fixture(scope="module")
def sheet():
    return draw_sheet(small_world(), page_facts())


def test_row_of_a_flow_by_value(sheet):
    row = sheet.edges["oriel-nimbus-cloud_contract"]
    assert (row.source, row.target, row.family, row.label) == (
        "oriel",
        "nimbus",
        "commitment",
        "$300bn",
    )
    assert row.width == pytest.approx(22 * math.sqrt(300 / 500), abs=0.01)
    assert row.opacity == 1.0
    assert row.says["instrument"] == "cloud contract"
    assert row.says["roles"] == "customer → provider"
    assert row.says["firm"] == "$300bn"
    assert row.says["contingent"] == ""
    assert row.says["in_return"] == "computing"
    assert row.says["quote"] == "We agreed."


def test_width_is_in_proportion_to_the_root_of_the_amount(sheet):
    thirty = sheet.edges["granite-oriel-equity"].width
    three_hundred = sheet.edges["oriel-nimbus-cloud_contract"].width
    assert three_hundred / thirty == pytest.approx(math.sqrt(10), rel=1e-2)


def test_flow_without_a_figure_is_drawn_thinnest_and_says_so(sheet):
    row = sheet.edges["nimbus-heath-lease"]
    assert row.usd is None
    assert row.width == encoding.SMALLEST_WIDTH
    assert row.label == "no figure"
    assert row.says["bounds"] == "no figure in dollars stated"


def test_member_is_a_hairline_that_says_the_split_is_unknown(sheet):
    row = sheet.edges["ddtl:alder"]
    assert row.width == encoding.HAIRLINE
    assert row.usd == 7.6e9
    assert row.label == "part of $7.6bn"
    assert row.says["joint"] == "3 parties together have $7.6bn; who has how much is not stated"
    assert row.says["bounds"] == "nothing to the whole: the split is not stated"


def test_unverified_is_faint_and_marked_whatever_its_tier(sheet):
    row = sheet.edges["rumour"]
    assert row.is_unverified
    assert row.opacity == encoding.UNVERIFIED_OPACITY
    assert row.is_shown_at(0)
    assert "no public source" in row.says["checked"]


def test_ended_is_hidden_at_first_and_small_ones_below_the_minimum(sheet):
    assert not sheet.edges["dead"].is_shown_at(0)
    assert sheet.edges["nimbus-oriel-equity"].is_shown_at(13e9)
    assert not sheet.edges["nimbus-oriel-equity"].is_shown_at(14e9)
    assert not sheet.edges["nimbus-heath-lease"].is_shown_at(1)


def test_upper_bound_well_above_the_figure_gets_a_sleeve():
    world = World()
    world.flow("a", "b", 10e9, qualifier="range", usd_high=40e9)
    world.flow("a", "c", 10e9, qualifier="about", usd_high=10.5e9)
    edges = draw_sheet(world.graph, page_facts()).edges
    assert edges["a-b-loan"].sleeve == pytest.approx(2 * edges["a-b-loan"].width, rel=1e-2)
    assert edges["a-c-loan"].sleeve == 0


def test_anchors_revenue_is_drawn_on_the_scale_of_its_contracts(sheet):
    oriel = sheet.nodes["oriel"]
    assert oriel.is_anchor
    assert oriel.core_radius / oriel.radius == pytest.approx(math.sqrt(13 / 820), rel=1e-2)
    assert oriel.firm_radius / oriel.radius == pytest.approx(math.sqrt(300 / 820), rel=1e-2)
    assert sheet.nodes["nimbus"].core_radius == 0


def test_group_is_drawn_open_and_says_it_stands_for_nobody(sheet):
    row = sheet.nodes["suppliers"]
    assert row.is_open
    assert row.says["remark"] == "Stands for several parties nobody lists."


def test_vehicle_names_its_owner(sheet):
    assert sheet.nodes["heath-spv"].says["parent"] == "owned by Heathrow Compute, Inc."


def test_party_without_flow_or_parent_is_not_drawn():
    world = World()
    world.party("alone")
    world.flow("a", "b")
    assert set(draw_sheet(world.graph, page_facts()).nodes) == {"a", "b"}


def test_loose_kind_stands_where_its_flows_put_it():
    world = World()
    world.flow("public", "lab", 1e9, "equity")
    world.flow("shop", "lab", 1e9, "cloud_contract")
    assert column_of(world.graph, "public") == encoding.FUNDERS
    assert column_of(world.graph, "shop") == encoding.USERS


def test_party_without_a_name_stands_where_its_trade_is():
    world = World()
    world.party("landlords", "unnamed", is_unnamed=True)
    world.party("suppliers", "unknown")
    world.party("customer", "unnamed", is_unnamed=True)
    world.flow("lab", "landlords", kind="lease")
    world.flow("lab", "suppliers", kind="purchase_commitment")
    world.flow("customer", "lab", kind="revenue")
    columns = [column_of(world.graph, name) for name in ("landlords", "suppliers", "customer")]
    assert columns == [encoding.VEHICLES, encoding.CHIPS, encoding.USERS]


def test_counted_says_why_not():
    edges = draw_sheet(small_world(), page_facts()).edges
    assert edges["dead"].says["counted"] == "Shown, not counted: ended"
    assert edges["oriel-nimbus-cloud_contract"].says["counted"] == "Counted."


def test_every_kind_family_state_and_tier_has_its_encoding():
    assert {str(kind) for kind in EntityKind} == set(encoding.COLUMN_OF_KIND)
    assert set(encoding.COLUMN_OF_KIND) == set(encoding.SHAPE_OF_KIND) == set(words.KIND_WORD)
    assert set(encoding.SHAPE_OF_KIND.values()) == {shape for shape, _ in encoding.SHAPE_WORD}
    assert set(Family) == set(encoding.FAMILY_LABEL) == set(FAMILY_COLOUR)
    assert (
        {str(tier) for tier in SourceTier} == set(encoding.OPACITY_OF_TIER) == set(words.TIER_WORD)
    )
    states = {str(firmness) for firmness in Firmness}
    assert (
        states == set(encoding.DASH_OF_FIRMNESS) == {state for state, _ in encoding.FIRMNESS_LEGEND}
    )
    assert all(row.family in encoding.FAMILY_LABEL for row in INSTRUMENTS)


def test_states_differ_by_more_than_colour():
    dashes = list(encoding.DASH_OF_FIRMNESS.values())
    assert len(set(dashes)) == len(dashes)


def test_legend_marks_are_round_and_within_the_scale():
    scale = encoding.width_scale([391e9])
    assert scale.marks() == (200e9, 20e9, 5e9)
    assert scale.px(391e9) == encoding.LARGEST_WIDTH
    assert scale.px(None) == scale.px(0) == encoding.SMALLEST_WIDTH
