"""What hangs on a reading: the more is known of a party, the less one figure can move it."""

from types import SimpleNamespace

from graphbuild.rebuild.review_queue import _known_usd
from tests.scores.graphs import World


def test_what_is_known_of_a_party_is_its_largest_column_of_flows_in_sums():
    world = World()
    world.flow("bank", "lab", "loan", firm=5.0)
    world.flow("fund", "lab", "loan", firm=(2.0, None), contingent=(0.0, 30.0))
    world.flow("press", "lab", "loan", firm=900.0, standing="shown")
    known = _known_usd(SimpleNamespace(graph=world.graph))
    assert known == {"bank": 5.0, "fund": 30.0, "lab": 30.0}
