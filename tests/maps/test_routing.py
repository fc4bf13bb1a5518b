from itertools import pairwise

import pytest

from graphbuild.maps.base import Place
from graphbuild.maps.drawing import draw_sheet
from graphbuild.maps.routing import BORDER, Hop, consortia, route_columns, route_ring, route_ties
from tests.maps.graphs import World, page_facts, small_world


def _routed(world, places):
    sheet = draw_sheet(world.graph, page_facts())
    edges = list(sheet.edges.values())
    return sheet, route_columns(edges, sheet.nodes, places, sheet.widths)


def test_line_runs_from_border_to_border_in_its_direction():
    world = World()
    world.flow("a", "b")
    sheet, (stroke,) = _routed(world, {"a": Place(0, 0), "b": Place(236, 50)})
    radius = sheet.nodes["a"].radius + BORDER
    assert stroke.path[:2] == (pytest.approx(radius, abs=0.1), 0.0)
    assert stroke.path[-2:] == (pytest.approx(236 - radius, abs=0.1), 50.0)
    assert stroke.path[4] < stroke.path[6]  # it arrives level, from the left


def test_purchase_that_runs_back_leaves_on_the_left():
    world = World()
    world.flow("lab", "cloud", kind="cloud_contract")
    _, (stroke,) = _routed(world, {"cloud": Place(0, 0), "lab": Place(236, 0)})
    assert stroke.path[0] > stroke.path[6]


def test_parallel_contracts_are_fanned_and_never_lie_on_each_other():
    world = World()
    for kind in ("loan", "bond", "equity", "lease"):
        world.flow("a", "b", kind=kind)
    world.flow("b", "a", kind="supply_contract")
    _, strokes = _routed(world, {"a": Place(0, 0), "b": Place(236, 0)})
    middles = sorted((s.path[1] + 3 * s.path[3] + 3 * s.path[5] + s.path[7]) / 8 for s in strokes)
    assert all(later - earlier > 4 for earlier, later in pairwise(middles))


def test_consortium_meets_in_one_stem_as_wide_as_the_joint_amount():
    sheet = draw_sheet(small_world(), page_facts())
    members = [sheet.edges[f"ddtl:{name}"] for name in ("alder", "birch", "cedar")]
    places = {
        "alder": Place(0, 0), "birch": Place(0, 40), "cedar": Place(0, 80),
        "heath-spv": Place(472, 40),
    }  # fmt: skip
    strokes = route_columns(members, sheet.nodes, places, sheet.widths)
    stems = [s for s in strokes if s.role == "stem"]
    hairs = [s for s in strokes if s.role == "member"]
    assert len(stems) == 1
    assert len(hairs) == 3
    assert stems[0].width == sheet.widths.px(7.6e9)
    assert {hair.path[-2:] for hair in hairs} == {stems[0].path[:2]}


def test_lone_member_gets_no_stem():
    sheet = draw_sheet(small_world(), page_facts())
    lone = [sheet.edges["ddtl:alder"]]
    assert consortia(lone) == {}
    places = {"alder": Place(0, 0), "heath-spv": Place(472, 40)}
    (stroke,) = route_columns(lone, sheet.nodes, places, sheet.widths)
    assert stroke.role == "flow"
    assert stroke.width == 1.0


def test_tie_joins_a_vehicle_to_its_placed_parent_only():
    sheet = draw_sheet(small_world(), page_facts())
    both = {"heath": Place(0, 0), "heath-spv": Place(236, 0)}
    assert [s.flow_id for s in route_ties(sheet.nodes, both)] == ["heath-spv"]
    assert route_ties(sheet.nodes, {"heath-spv": Place(0, 0)}) == ()


def test_ring_of_two_takes_both_sides():
    sheet = draw_sheet(small_world(), page_facts())
    places = {"nimbus": Place(-200, 0), "oriel": Place(200, 0)}
    hops = [
        Hop(sheet.edges["nimbus-oriel-equity"], "nimbus", "oriel"),
        Hop(sheet.edges["oriel-nimbus-cloud_contract"], "oriel", "nimbus"),
    ]
    there, back = route_ring(hops, sheet.nodes, places)
    assert there.path[3] * back.path[3] < 0
