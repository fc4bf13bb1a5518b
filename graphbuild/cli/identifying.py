"""``graphbuild entity``: who a name is, what belongs to it, and what flows through it."""

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from graphbuild.cli.answers import Answer, Shown, give, interval
from graphbuild.cli.finding import entity_id, in_force
from graphbuild.cli.grounds import metrics_of
from graphbuild.cli.options import answer_options, effective_option, open_snapshot
from graphbuild.records.entity import Entity
from graphbuild.records.period import PartialDate

if TYPE_CHECKING:
    from graphbuild.rebuild.world import World
    from graphbuild.resolve.registry import Registry

_SHOWN = (Shown("what", ("what",)), Shown("", ("words",)))
_NOTE = (
    "low bounds add what is certain, high bounds what is possible; 'shown' flows and mirrored "
    "obligations are left out; columns are never added"
)
_COLUMNS = ("firm", "contingent", "headline", "past")


@click.command(name="entity")
@click.argument("name")
@effective_option
@answer_options
def command(
    name: str,
    effective: PartialDate | None,
    workspace_path: Path | None,
    as_of: PartialDate | None,
    form: str,
) -> None:
    """Show who NAME is: identifiers, names, parents, vehicles, look-alikes, and its flows.

    NAME is an id, a name, an alias, a ticker, a CIK or an LEI.
    """
    world = open_snapshot(workspace_path, as_of)
    found = entity_id(world, name)
    caveats: list[str] = []
    if effective is not None:
        world, caveats = in_force(world, effective)
    entities = {entity.entity_id: entity for entity in world.contents.entities}
    entity = entities[found]
    rows = [
        *_identity_rows(entity),
        *_family_rows(entity, entities),
        *_name_rows(world, entity),
        *_flow_rows(world, found),
        *_figure_rows(world, found),
    ]
    edges = [d for s, t, d in world.graph.edges(data=True) if found in (s, t, d["on_behalf_of"])]
    give(
        Answer(
            title=entity.name,
            rows=rows,
            shown=_SHOWN,
            snapshot=world.digest,
            as_of=str(world.as_of),
            flows=len(edges),
            tiers=[data["tier"] for data in edges],
            notes=[_NOTE, *caveats],
        ),
        form,
    )


def _figure_rows(world: "World", found: str) -> list[dict[str, Any]]:
    metrics = metrics_of(world, found)
    if not metrics:
        return []
    words = f"{', '.join(metrics)}; 'graphbuild explain {found}.{metrics[0]}' shows the sources"
    return [{"what": "figures", "words": words}]


def _identity_rows(entity: Entity) -> list[dict[str, Any]]:
    pairs = [
        ("id", entity.entity_id),
        ("kind", entity.kind),
        ("country", entity.country),
        ("ticker", entity.ticker),
        ("CIK", entity.cik),
        ("LEI", entity.lei),
        ("also named", "; ".join(entity.aliases)),
        ("a group", "stands for nobody in particular" if entity.is_group else ""),
        (
            "provisional",
            "known from documents only; 'graphbuild judge' says who it is"
            if entity.is_provisional and not entity.is_group
            else "",
        ),
    ]
    return [{"what": what, "words": str(words)} for what, words in pairs if words]


def _family_rows(entity: Entity, entities: dict[str, Entity]) -> list[dict[str, Any]]:
    rows = []
    seen = {entity.entity_id}
    child = entity
    while child.parent_id in entities and child.parent_id not in seen:
        parent = entities[child.parent_id]
        since = f" since {child.parent_from}" if child.parent_from else ""
        words = f"{parent.name} ({parent.entity_id}), {child.parent_relation}{since}"
        rows.append({"what": "parent", "words": words})
        seen.add(parent.entity_id)
        child = parent
    for other in sorted(entities.values(), key=lambda e: e.entity_id):
        if other.parent_id == entity.entity_id:
            words = f"{other.name} ({other.entity_id}), {other.parent_relation}, {other.kind}"
            rows.append({"what": "under it", "words": words})
    return rows


def _name_rows(world: "World", entity: Entity) -> list[dict[str, Any]]:
    """How documents write it, and what it may be or who may be it."""
    registry = _registry(world)
    written: dict[str, int] = defaultdict(int)
    for claim in world.contents.claims:
        for party in claim.parties:
            if not party.is_unnamed and registry.resolve(party, "") == entity.entity_id:
                written[party.name] += 1
    rows = [
        {"what": "written as", "words": f"{name} ({count} claims)"}
        for name, count in sorted(written.items(), key=lambda item: (-item[1], item[0]))[:12]
    ]
    for candidate in registry.candidates():
        if entity.entity_id == candidate.entity_id:
            words = f"{candidate.candidate_id} ({candidate.score:.0f} of 100: {candidate.reason})"
            rows.append({"what": "may be", "words": words})
        elif entity.entity_id == candidate.candidate_id:
            words = f"{candidate.name} ({candidate.score:.0f} of 100: {candidate.reason})"
            rows.append({"what": "not merged", "words": words})
    return rows


def _registry(world: "World") -> "Registry":
    from graphbuild.resolve.registry import Registry

    curated = [entity for entity in world.contents.entities if not entity.is_provisional]
    registry = Registry(curated, world.contents.judgements)
    registry.learn(world.contents.claims)
    return registry


def _flow_rows(world: "World", entity_id: str) -> list[dict[str, Any]]:
    """Counted flows by direction and instrument, each column by itself."""
    sums: dict[tuple[str, str], dict[str, list[float | None]]] = {}
    counts: dict[tuple[str, str], int] = defaultdict(int)
    joint: set[tuple[str, str, str]] = set()
    for source, target, data in world.graph.edges(data=True):
        is_mirror = data["same_obligation_as"] is not None
        if entity_id not in (source, target) or data["standing"] == "shown" or is_mirror:
            continue
        key = ("gives" if source == entity_id else "receives", data["instrument"])
        counts[key] += 1
        sums.setdefault(key, {column: [0.0, 0.0] for column in _COLUMNS})
        is_repeat = (*key, data["deal_id"]) in joint
        joint.add((*key, data["deal_id"]))
        if not is_repeat:  # a consortium's total stands on every member's flow
            _add(sums[key], data)
    return [
        {"what": f"{way} {kind}", "words": _money_words(counts[way, kind], columns)}
        for (way, kind), columns in sorted(sums.items())
    ]


def _add(columns: dict[str, list[float | None]], data: dict[str, Any]) -> None:
    for column, bounds in columns.items():
        low, high = data[f"{column}_low"], data[f"{column}_high"]
        bounds[0] = (bounds[0] or 0.0) + (low or 0.0)
        bounds[1] = None if high is None or bounds[1] is None else bounds[1] + high


def _money_words(count: int, columns: dict[str, list[float | None]]) -> str:
    parts = [
        f"{column} {interval(*bounds)}"
        for column, bounds in columns.items()
        if bounds != [0.0, 0.0]
    ]
    flows = "flow" if count == 1 else "flows"
    return f"{count} {flows}: {', '.join(parts) or 'no figure in money'}"
