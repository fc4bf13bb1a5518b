import pytest

from graphbuild.curated.entities import curated_entities, is_group_name
from graphbuild.curated.schema import EntityRow
from graphbuild.records.entity import EntityKind, ParentRelation


def test_a_row_becomes_an_entity_with_its_aliases_and_parent():
    row = EntityRow.model_validate(
        {
            "line": 2,
            "entity_id": "xai",
            "name": "X.AI Holdings",
            "kind": "ai_lab",
            "parent_id": "spacex",
            "parent_relation": "owner",
            "parent_from": "2026-02-02",
            "aliases": "xAI | X.AI Corp|",
        }
    )
    (entity,) = curated_entities([row])
    assert (entity.kind, entity.aliases) == (EntityKind.AI_LAB, ("xAI", "X.AI Corp"))
    assert entity.parent_relation is ParentRelation.OWNER
    assert str(entity.parent_from) == "2026-02-02"
    assert not entity.is_group
    assert not entity.is_provisional


@pytest.mark.parametrize(
    ("name", "is_group"),
    [
        ("Banks (group)", True),
        ("Lenders (not named)", True),
        ("Bank syndicate (members not listed)", True),
        ("Lenders under the DDTL 2.0 agreement (not named; agent U.S. Bank)", True),
        ("Nebius Group N.V.", False),
        ("SoftBank Group Corp.", False),
        ("Abilene JV (Crusoe, Blue Owl, Primary Digital)", False),
    ],
)
def test_only_words_that_say_so_make_a_group(name: str, is_group: bool):
    assert is_group_name(name) is is_group
