"""Entities of the FollowTheMoney model -> parties and the relations between them.

What our own export wrote comes back as it was: ids, names, identifiers, kinds, owners. Of other
makers' files we take parties (Company, Organization, PublicBody, Person, LegalEntity) and the
relations that our flows become; every other schema is counted and left.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from graphbuild.errors import ParseError
from graphbuild.ledger.interchange_ids import from_ftm_id
from graphbuild.records.entity import Entity, EntityKind, ParentRelation
from graphbuild.records.identifiers import is_lei
from graphbuild.records.keys import slug

Thing = Mapping[str, Any]

_KINDS = {"Person": EntityKind.PERSON, "PublicBody": EntityKind.SOVEREIGN}
_PARTIES = frozenset({"Company", "Organization", "PublicBody", "Person", "LegalEntity"})
_ENDS = {
    "Ownership": ("owner", "asset"),
    "Debt": ("creditor", "debtor"),
    "Payment": ("payer", "beneficiary"),
    "UnknownLink": ("subject", "object"),
    "ContractAward": ("contract", "supplier"),
}
_PARENT = "parent:"
_KIND = "kind: "


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One edge between two parties, in the model's words.

    Parameters
    ----------
    source, target : owner, creditor, payer, authority; and the other side.
    amount : as written; ``None`` where there is none.
    percentage : of 0 to 100, of an Ownership.
    """

    relation_id: str
    schema: str
    source: str
    target: str
    amount: Decimal | None = None
    currency: str | None = None
    percentage: Decimal | None = None
    start: str | None = None
    end: str | None = None
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import understood: parties, relations, and lines of each schema it left."""

    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...]
    left: dict[str, int]


def from_ftm(lines: Iterable[str]) -> Taken:
    """The parties and relations in a FollowTheMoney export, one JSON object a line, by id.

    Raises
    ------
    ParseError
        a line is not such an object; the message names its number.
    """
    entities: dict[str, Entity] = {}
    edges: dict[str, Thing] = {}
    contracts: dict[str, Thing] = {}
    left: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        found = _read(number, line)
        schema = found["schema"]
        if schema in _PARTIES:
            entity = _entity(found)
            entities[entity.entity_id] = entity
        elif schema in _ENDS:
            edges[found["id"]] = found
        elif schema == "Contract":
            contracts[found["id"]] = found
        else:
            left[schema] = left.get(schema, 0) + 1
    relations = []
    for key in sorted(edges):
        relation = _relation(edges[key], contracts)
        if relation is None:
            left[edges[key]["schema"]] = left.get(edges[key]["schema"], 0) + 1
        elif relation.relation_id.startswith(_PARENT) and relation.target in entities:
            child = entities[relation.target]
            entities[child.entity_id] = replace(
                child, parent_id=relation.source, parent_relation=ParentRelation.OWNER
            )
        else:
            relations.append(relation)
    return Taken(tuple(entities[key] for key in sorted(entities)), tuple(relations), left)


def _read(number: int, line: str) -> Thing:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise _not_ftm(number, str(error)) from error
    is_object = isinstance(found, dict) and isinstance(found.get("id"), str)
    properties = found.get("properties") if is_object else None
    if not isinstance(properties, dict) or not isinstance(found.get("schema"), str):
        raise _not_ftm(number, "no id, schema or properties")
    if not all(
        isinstance(values, list) and all(isinstance(value, str) for value in values)
        for values in properties.values()
    ):
        raise _not_ftm(number, "a property is not a list of texts")
    return dict(found)


def _not_ftm(number: int, what: str) -> ParseError:
    return ParseError(
        f"line {number}: not an entity of FollowTheMoney ({what}); "
        "give an export with one JSON object a line"
    )


def _entity(found: Thing) -> Entity:
    properties = found["properties"]
    names = [*properties.get("name", []), found["id"]]
    countries = properties.get("country", []) or properties.get("jurisdiction", [])
    ciks = [cik.lstrip("0") for cik in properties.get("cikCode", []) if cik.isdigit()]
    leis = [lei for lei in properties.get("leiCode", []) if is_lei(lei)]
    kind, is_provisional = _told_kind(properties)
    return Entity(
        entity_id=_party_id(found["id"], names[0]),
        name=names[0],
        kind=kind or _KINDS.get(found["schema"], EntityKind.OTHER),
        country=countries[0].upper() if countries and len(countries[0]) == 2 else None,
        ticker=_first(properties, "ticker"),
        cik=ciks[0] if len(ciks) == 1 else None,
        lei=leis[0] if len(leis) == 1 else None,
        aliases=tuple(dict.fromkeys((*properties.get("alias", []), *names[1:-1]))),
        is_group=_is_group(properties),
        is_provisional=is_provisional,
    )


def _party_id(identifier: str, name: str) -> str:
    ours = from_ftm_id(identifier)
    is_ours = slug(ours) == ours or ours.startswith("unnamed:")
    return ours if is_ours else slug(identifier) or slug(name)


def _told_kind(properties: Thing) -> tuple[EntityKind | None, bool]:
    """The kind that our own export writes into the summary."""
    words = _first(properties, "summary") or ""
    kind = words.removeprefix(_KIND).split(",")[0].strip()
    if not words.startswith(_KIND) or kind not in set(EntityKind):
        return None, False
    return EntityKind(kind), "known from documents only" in words


def _is_group(properties: Thing) -> bool:
    return "stands for nobody in particular" in (_first(properties, "summary") or "")


def _relation(found: Thing, contracts: Mapping[str, Thing]) -> Relation | None:
    """The relation, or ``None`` where an end is missing."""
    properties = found["properties"]
    source_name, target_name = _ENDS[found["schema"]]
    source, target = _first(properties, source_name), _first(properties, target_name)
    money = properties
    if found["schema"] == "ContractAward":
        contract = contracts.get(source or "")
        money = contract["properties"] if contract else {}
        source = _first(money, "authority")
    if source is None or target is None:
        return None
    is_stake = found["schema"] == "Ownership"
    return Relation(
        relation_id=from_ftm_id(found["id"]),
        schema=found["schema"],
        source=from_ftm_id(source),
        target=from_ftm_id(target),
        amount=_number(money, "sharesValue" if is_stake else "amount"),
        currency=_first(money, "sharesCurrency" if is_stake else "currency"),
        percentage=_number(properties, "percentage"),
        start=_first(properties, "startDate"),
        end=_first(properties, "endDate"),
        summary=_first(properties, "summary") or "",
    )


def _first(properties: Thing, name: str) -> str | None:
    values = properties.get(name, [])
    return values[0] if values else None


def _number(properties: Thing, name: str) -> Decimal | None:
    text = _first(properties, name)
    try:
        return None if text is None else Decimal(text)
    except InvalidOperation:
        return None
