"""Claims of real documents against hand-written ones; skipped where no folder is named."""

import csv
import json

import pytest

from graphbuild.cli.evaluating import RegistryNames
from graphbuild.curated.loading import load_curated
from graphbuild.documents import read_document
from graphbuild.extract.base import Context
from graphbuild.extract.extraction import extract_claims
from graphbuild.extract.rows import claim_row
from graphbuild.extract.scoring import Scope, Tier, evaluate
from graphbuild.records.issue import Issue
from graphbuild.resolve.registry import Registry
from graphbuild.sources.folder import read_folder
from graphbuild.workspace import find_workspace


def _scopes(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return {
            row["doc"]: Scope(
                kind=row["scope"],
                items=frozenset(row["sections"].split() if row["scope"] == "items" else ()),
            )
            for row in csv.DictReader(stream)
        }


def _rows(folder, wanted, context):
    for item in read_folder(folder, None):
        if isinstance(item, Issue) or item.path not in wanted:
            continue
        document = read_document(item).document
        if document is not None:
            yield from map(claim_row, extract_claims(document, context).claims)


@pytest.mark.slow
def test_most_hand_written_claims_of_real_documents_are_found_and_few_others(corpus, gold):
    curated = load_curated(find_workspace(None))
    known = [entity for entity in curated.entities if not entity.is_group]
    context = Context(
        frozenset(name for entity in known for name in (entity.name, *entity.aliases)),
        {name: str(entity.kind) for entity in known for name in (entity.name, *entity.aliases)},
    )
    scopes = _scopes(gold / "dev_scope.csv")
    lines = (gold / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    found = evaluate(
        [json.loads(line) for line in lines if line.strip()],
        list(_rows(corpus, set(scopes), context)),
        scopes,
        RegistryNames(Registry(curated.entities, curated.judgements)),
    )
    fact = found.tallies[Tier.FACT]
    assert fact.gold > 100
    assert fact.precision >= 0.85
    assert fact.f1 >= 0.80
