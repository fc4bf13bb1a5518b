"""``graphbuild evaluate``."""

import csv
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import rich_click as click

from graphbuild.cli.options import workspace_option
from graphbuild.curated.loading import load_curated
from graphbuild.errors import SettingsError
from graphbuild.extract.scoring import (
    Evaluation,
    Pair,
    Scope,
    Tier,
    evaluate,
    precision_interval,
)
from graphbuild.records.claim import PartyMention, Role
from graphbuild.records.keys import slug
from graphbuild.resolve.names import plain_name
from graphbuild.resolve.registry import Registry
from graphbuild.workspace import find_workspace


class RegistryNames:
    """Parties of rows through the curated entities."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def entity(self, row: Mapping[str, Any], side: str) -> str:
        """The entity of a row's side."""
        given = str(row.get(side) or "")
        written = str(row.get(f"{side}_name") or "")
        if given.startswith("unnamed:") or not (given or written):
            return "unnamed"
        for name in (given, given.replace("-", " "), written):
            if not plain_name(name):
                continue
            mention = PartyMention(role=Role.SOURCE, name=name, entity_id=given)
            found = self._registry.entities[self._registry.resolve(mention, "")]
            if not found.is_provisional:
                return "unnamed" if found.is_group else found.entity_id
        return slug(plain_name(given or written))

    def owner(self, entity_id: str) -> str:
        """The entity at the top of the chain of parents, of whatever relation."""
        seen = {entity_id}
        while (known := self._registry.entities.get(entity_id)) and known.parent_id:
            if known.parent_id in seen:
                break
            entity_id = known.parent_id
            seen.add(entity_id)
        return entity_id


@click.command(name="evaluate")
@click.argument("claims", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--gold",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Hand-written claims, one JSON object a line.",
)
@click.option(
    "--scope",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Which documents, and which of their sections, people read.",
)
@click.option("--errors", type=click.IntRange(0), default=0, help="List so many misses and alarms.")
@workspace_option
def command(
    claims: Path, gold: Path, scope: Path, errors: int, workspace_path: Path | None
) -> None:
    """Compare CLAIMS, as 'graphbuild extract' writes them, with hand-written ones.

    GOLD holds one claim a line with the same fields. SCOPE is a CSV with the columns doc, scope
    (full, partial, items) and sections.
    """
    curated = load_curated(find_workspace(workspace_path))
    names = RegistryNames(Registry(curated.entities, curated.judgements))
    found = evaluate(_rows(gold), _rows(claims), _scopes(scope), names)
    _tell(found)
    for pair in _worst(found)[:errors]:
        print(_in_words(pair))


def _tell(found: Evaluation) -> None:
    fact = found.tallies[Tier.FACT]
    print(f"{fact.gold} hand-written claims; {fact.found} rows count for precision")
    for tier, tally in found.tallies.items():
        print(
            f"{tier.name.lower():9s} precision {tally.precision:.3f}  recall {tally.recall:.3f}  "
            f"F1 {tally.f1:.3f}"
        )
    low, high = precision_interval(found, Tier.FACT)
    print(f"fact precision, documents drawn anew 2,000 times (seed 1): {low:.3f} to {high:.3f}")
    for name, (reached, total) in found.by_instrument.items():
        print(f"  {name:20s} {reached} of {total} facts")


def _worst(found: Evaluation) -> list[Pair]:
    """Misses and near misses first, then rows that nobody wrote."""
    core = [p for p in found.pairs if p.gold is None or p.gold.get("core", True)]
    missed = [p for p in core if p.gold is not None and p.tier < Tier.FACT]
    alarms = [p for p in core if p.gold is None and found.scopes[p.doc].kind == "full"]
    return [*missed, *alarms]


def _in_words(pair: Pair) -> str:
    row = pair.gold or pair.found or {}
    head = "false alarm" if pair.gold is None else f"missed (reached {pair.tier.name.lower()})"
    figure = row.get("amount") if row.get("amount") is not None else row.get("share")
    words = str(row.get("hint") or row.get("quote") or "")[:120]
    return (
        f"{head}: {pair.doc}: {row.get('source')} -> {row.get('target')} "
        f"{row.get('instrument')} {figure} | {words}"
    )


def _rows(path: Path) -> list[dict[str, Any]]:
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise SettingsError(
                f"{path} line {number}: not JSON ({error.msg}); write one claim a line"
            ) from error
        rows.append(row)
    return rows


def _scopes(path: Path) -> dict[str, Scope]:
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        if not {"doc", "scope"} <= set(reader.fieldnames or ()):
            raise SettingsError(f"{path}: needs the columns doc and scope")
        return {
            row["doc"]: Scope(
                kind=row["scope"],
                items=frozenset((row.get("sections") or "").split())
                if row["scope"] == "items"
                else frozenset(),
            )
            for row in reader
        }
