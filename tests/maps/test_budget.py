from graphbuild.maps import draw
from graphbuild.maps.budget import page_bytes, trimmed
from tests.maps.graphs import page_facts, random_world


def _ego():
    return draw("ego", random_world(60, 150), {}, page_facts(anchor_id="party-0004"))[1]


def test_every_entity_with_a_flow_has_a_picture():
    graph = random_world(60, 150)
    touched = {name for edge in graph.edges() for name in edge}
    assert {scene.scene_id for scene in _ego().scenes} == touched


def test_first_scenes_stay_as_many_as_fit_and_the_rest_is_counted():
    whole = _ego()
    part = trimmed(whole, page_bytes(whole) // 3)
    assert part.scenes == whole.scenes[: len(part.scenes)]
    assert 0 < page_bytes(part) <= page_bytes(whole) // 3
    more = len(whole.scenes) - len(part.scenes)
    assert part.left_out.endswith(f"{more} pictures of this view did not fit on this page.")


def test_what_fits_is_left_alone_and_one_scene_always_stays():
    whole = _ego()
    assert trimmed(whole, 10**9) is whole
    assert len(trimmed(whole, 0).scenes) == 1
    assert len(trimmed(whole, 10**9, 5).scenes) == 5
