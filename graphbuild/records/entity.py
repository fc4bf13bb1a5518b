"""Who: companies, funds, vehicles, people and public bodies, each with one id for life."""

from dataclasses import dataclass
from enum import StrEnum

from graphbuild.records.period import PartialDate


class EntityKind(StrEnum):
    """What a party is; decides its place and shape on a map."""

    AI_LAB = "ai_lab"
    CHIPMAKER = "chipmaker"
    SUPPLIER = "supplier"
    HYPERSCALER = "hyperscaler"
    NEOCLOUD = "neocloud"
    HOST = "host"
    VEHICLE = "spv"
    BANK = "bank"
    AGENT_BANK = "agent_bank"
    LENDER = "lender"
    ASSET_MANAGER = "asset_manager"
    VENTURE = "vc"
    SOVEREIGN = "sovereign"
    PERSON = "person"
    OTHER = "other"
    UNNAMED = "unnamed"
    UNKNOWN = "unknown"


class ParentRelation(StrEnum):
    """Why an entity has a parent. Only `OWNER` is consolidated in look-through."""

    OWNER = "owner"
    JOINT_VENTURE = "joint_venture"
    SPONSOR = "sponsor"
    ARRANGER = "arranger"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One party.

    Parameters
    ----------
    entity_id : our own slug, for life.
    lei : legal entity identifier (ISO 17442), its check digits verified.
    is_group : stands for nobody in particular ("Banks (group)", "Lenders (not named)").
    is_provisional : made from a name in a document that no curated entity answers to.
    """

    entity_id: str
    name: str
    kind: EntityKind
    parent_id: str | None = None
    parent_relation: ParentRelation | None = None
    parent_from: PartialDate | None = None
    country: str | None = None
    ticker: str | None = None
    cik: str | None = None
    lei: str | None = None
    aliases: tuple[str, ...] = ()
    is_group: bool = False
    is_provisional: bool = False
