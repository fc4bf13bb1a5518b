"""Merging measured against a world whose truth we know."""

import random
from collections import Counter
from decimal import Decimal

import pytest

from graphbuild.ledger.coding import encode
from graphbuild.ledger.contents import Contents
from graphbuild.ledger.writing import write_ledger
from graphbuild.records.deal import Standing
from graphbuild.records.money import Measure
from graphbuild.resolve.reconcile import Resolution, resolve_claims
from graphbuild.resolve.registry import Registry
from tests.resolve.generated import World, generate


def _pairs(counts: Counter) -> int:
    return sum(n * (n - 1) // 2 for n in counts.values())


def agreement(truth: dict, found: dict) -> tuple[float, float]:
    """Pairwise precision and recall of one clustering against another."""
    both = _pairs(Counter((truth[key], found[key]) for key in truth))
    in_found = _pairs(Counter(found[key] for key in truth))
    in_truth = _pairs(Counter(truth.values()))
    return both / in_found if in_found else 1.0, both / in_truth


def resolved(world: World, claims=None) -> tuple[Resolution, Registry]:
    registry = Registry(world.curated)
    return resolve_claims(claims or world.claims, registry), registry


def measure(world: World) -> dict[str, float]:
    resolution, registry = resolved(world)
    found = {
        (claim.claim_id, party.role): registry.resolve(party, "")
        for claim in world.claims
        for party in claim.parties
    }
    entity_precision, entity_recall = agreement(world.entity_of, found)
    deal_of = {key: deal.deal_id for deal in resolution.deals for key in deal.claim_ids}
    for claim in world.claims:
        deal_of.setdefault(claim.claim_id, f"lost {claim.claim_id}")
    deal_precision, deal_recall = agreement(world.deal_of, deal_of)
    total = sum(
        (
            deal.amount.central or Decimal(0)
            for deal in resolution.deals
            if deal.measure is Measure.COMMITTED
            and (deal.standing is Standing.COUNTED or "its term ended" in deal.standing_reason)
        ),
        Decimal(0),
    )
    raw = sum(
        (c.amount.central or Decimal(0) for c in world.claims if c.measure is Measure.COMMITTED),
        Decimal(0),
    )
    truth = sum(world.committed.values(), Decimal(0))
    return {
        "entity_precision": entity_precision,
        "entity_recall": entity_recall,
        "deal_precision": deal_precision,
        "deal_recall": deal_recall,
        "total": float(total / truth),
        "raw": float(raw / truth),
        "questions": len(resolution.questions),
    }


def check(seed: int, found: dict[str, float], money: float = 0.01) -> None:
    told = f"seed {seed}: {found}"
    assert found["entity_precision"] >= 0.995, told
    assert found["entity_recall"] >= 0.97, told
    assert found["deal_precision"] >= 0.98, told
    assert found["deal_recall"] >= 0.95, told
    assert abs(found["total"] - 1) <= money, told


@pytest.mark.parametrize("seed", [61, 62])
def test_small_made_worlds_are_recovered(seed):
    found = measure(generate(seed, entities=250, deals=600, claims=2400))
    check(seed, found, money=0.02)  # one deal of so small a world can be a hundredth of its money


@pytest.mark.slow
@pytest.mark.parametrize("seed", [9011, 9012])
def test_a_made_world_of_20000_claims_is_recovered(seed):
    found = measure(generate(seed, entities=2000, deals=5000, claims=20000))
    check(seed, found)


def test_the_order_of_claims_changes_nothing():
    world = generate(11, entities=60, deals=80, claims=400)
    first, _ = resolved(world)
    for seed in range(3):
        shuffled = list(world.claims)
        random.Random(seed).shuffle(shuffled)
        again, _ = resolved(world, shuffled)
        assert [encode(deal) for deal in again.deals] == [encode(deal) for deal in first.deals]
        assert again.flows == first.flows
        assert again.entities == first.entities
        assert again.decisions == first.decisions
        assert again.questions == first.questions


@pytest.mark.slow
def test_a_ledger_of_20000_claims_is_the_same_file_in_whatever_order(tmp_path):
    world = generate(203, entities=2000, deals=5000, claims=20000)
    shuffled = list(world.claims)
    random.Random(1).shuffle(shuffled)
    files = []
    for name, claims in (("as made", world.claims), ("shuffled", shuffled)):
        resolution, _ = resolved(world, claims)
        write_ledger(tmp_path / name, _contents(world, resolution))
        files.append((tmp_path / name).read_bytes())
    assert files[0] == files[1]


def _contents(world: World, resolution: Resolution) -> Contents:
    return Contents(
        meta={"seed": str(world.seed)},
        documents=(),
        entities=resolution.entities,
        claims=tuple(sorted(world.claims, key=lambda claim: claim.claim_id)),
        deals=tuple(sorted(resolution.deals, key=lambda deal: deal.deal_id)),
        flows=tuple(sorted(resolution.flows, key=lambda flow: flow.flow_id)),
        decisions=(),
        figures=(),
        assumptions=(),
        fx=(),
        judgements=(),
        issues=resolution.issues,
    )


def test_the_measure_itself_sees_a_wrong_merge_and_a_missed_one():
    truth = {"a": 1, "b": 1, "c": 2}
    assert agreement(truth, {"a": "x", "b": "x", "c": "x"}) == (1 / 3, 1.0)
    assert agreement(truth, {"a": "x", "b": "y", "c": "z"}) == (1.0, 0.0)
