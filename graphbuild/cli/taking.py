"""``graphbuild import-ftm``: investigators' entities, beside ours."""

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown, give
from graphbuild.cli.options import format_option, open_snapshot, workspace_option
from graphbuild.errors import SettingsError
from graphbuild.records.claim import PartyMention, Role
from graphbuild.records.entity import Entity
from graphbuild.workspace import find_workspace

if TYPE_CHECKING:
    from graphbuild.ledger.interchange_reading import Relation
    from graphbuild.rebuild.world import World
    from graphbuild.resolve.registry import Registry

_SHOWN = (
    Shown("what", ("what",)),
    Shown("theirs", ("theirs",)),
    Shown("ours", ("ours",)),
    Shown("amount", ("amount_usd",), Kind.USD, drop=1),
    Shown("identifiers", ("identifiers",), drop=2),
)


@click.command(name="import-ftm")
@click.argument(
    "path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--add", is_flag=True, help="Append parties nobody answers to, to entities.csv.")
@workspace_option
@format_option
def command(path: Path, add: bool, workspace_path: Path | None, form: str) -> None:
    """Compare the FollowTheMoney entities in FILE (one JSON object a line) with what is known.

    Parties are matched by id, CIK, LEI, ticker or name, never by likeness. Relations are listed and
    enter no sum: give them a source with 'graphbuild deal add'.
    """
    from graphbuild.ledger.interchange_reading import from_ftm

    with path.open(encoding="utf-8") as lines:
        taken = from_ftm(lines)
    world = open_snapshot(workspace_path, None)
    registry = _registry(world)
    known = {entity.entity_id for entity in world.contents.entities}
    ours = {entity.entity_id: _answer(entity, registry) for entity in taken.entities}
    new = {
        ours[e.entity_id]: e
        for e in taken.entities
        if ours[e.entity_id] not in known and not e.is_group
    }
    rows = [_party_row(entity, ours[entity.entity_id], known) for entity in taken.entities]
    rows += [_relation_row(relation, ours) for relation in taken.relations]
    notes = [f"{len(new)} of {len(taken.entities)} parties are new; relations enter no sum"]
    if taken.left:
        left = ", ".join(f"{count} {schema}" for schema, count in sorted(taken.left.items()))
        notes.append(f"left: {left}")
    if add:
        notes.append(_append(new, workspace_path))
    give(
        Answer(
            title=f"Entities in {path.name}",
            rows=rows,
            shown=_SHOWN,
            snapshot=world.digest,
            as_of=str(world.as_of),
            flows=0,
            notes=notes,
        ),
        form,
    )


def _registry(world: "World") -> "Registry":
    from graphbuild.resolve.registry import Registry

    curated = [entity for entity in world.contents.entities if not entity.is_provisional]
    registry = Registry(curated, world.contents.judgements)
    registry.learn(world.contents.claims)
    return registry


def _answer(entity: Entity, registry: "Registry") -> str:
    """Our id for a party of the file; a new one where nobody answers to it."""
    if entity.entity_id in registry.entities:
        return entity.entity_id
    mention = PartyMention(
        role=Role.SOURCE,
        name=entity.name,
        cik=entity.cik,
        lei=entity.lei,
        ticker=entity.ticker,
        is_unnamed=entity.entity_id.startswith("unnamed:"),
    )
    return entity.entity_id if mention.is_unnamed else registry.resolve(mention, "")


def _party_row(entity: Entity, ours: str, known: set[str]) -> dict[str, Any]:
    pairs = (("CIK", entity.cik), ("LEI", entity.lei), ("ticker", entity.ticker))
    return {
        "what": "party" if ours in known else "new party",
        "theirs": entity.name,
        "ours": ours,
        "amount_usd": None,
        "identifiers": ", ".join(f"{name} {value}" for name, value in pairs if value),
    }


def _relation_row(relation: "Relation", ours: dict[str, str]) -> dict[str, Any]:
    ends = (ours.get(end, end) for end in (relation.source, relation.target))
    is_usd = relation.amount is not None and relation.currency == "USD"
    return {
        "what": relation.schema,
        "theirs": relation.relation_id,
        "ours": " -> ".join(ends),
        "amount_usd": float(relation.amount or 0) if is_usd else None,
        "identifiers": f"{relation.percentage}%" if relation.percentage is not None else "",
    }


def _append(new: dict[str, Entity], workspace_path: Path | None) -> str:
    from graphbuild.rebuild.snapshots import write_atomically

    workspace = find_workspace(workspace_path)
    path = workspace.curated / "entities.csv"
    if not path.is_file():
        raise SettingsError(f"no {path}; run 'graphbuild init {workspace.root}' first")
    text = path.read_text(encoding="utf-8")
    header = next(csv.reader(io.StringIO(text)))
    if any(entity.lei for entity in new.values()) and "lei" not in header:
        raise SettingsError(f"not added: {path} has no column lei; add it to the header first")
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, header, restval="", extrasaction="ignore", lineterminator="\n")
    for entity_id, entity in new.items():
        cells = {name: getattr(entity, name, None) for name in header}
        cells |= {
            "entity_id": entity_id,
            "aliases": "|".join(entity.aliases),
            "parent_id": "",
            "parent_relation": "",
        }
        writer.writerow({name: "" if cell is None else cell for name, cell in cells.items()})
    write_atomically(path, text + ("" if text.endswith("\n") else "\n") + buffer.getvalue())
    return f"{len(new)} rows added to {path}; 'graphbuild rebuild --offline' takes them in"
