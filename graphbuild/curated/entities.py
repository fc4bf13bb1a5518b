"""Rows of ``entities.csv`` -> entities, in the order of the file."""

from collections.abc import Iterable

from graphbuild.curated.schema import EntityRow
from graphbuild.records.entity import Entity

_NOBODY = ("(group)", "not named", "not listed")
"""Words in a name that say it stands for nobody in particular."""


def curated_entities(rows: Iterable[EntityRow]) -> tuple[Entity, ...]:
    """One entity a row."""
    return tuple(_entity(row) for row in rows)


def is_group_name(name: str) -> bool:
    """Whether a name stands for nobody in particular.

    >>> is_group_name("Banks (group)"), is_group_name("Lenders (not named)")
    (True, True)
    >>> is_group_name("Nebius Group N.V.")
    False
    """
    return any(words in name for words in _NOBODY)


def _entity(row: EntityRow) -> Entity:
    return Entity(
        entity_id=row.entity_id,
        name=row.name,
        kind=row.kind,
        parent_id=row.parent_id,
        parent_relation=row.parent_relation,
        parent_from=row.parent_from,
        country=row.country,
        ticker=row.ticker,
        cik=row.cik,
        lei=row.lei,
        aliases=row.aliases,
        is_group=is_group_name(row.name),
    )
