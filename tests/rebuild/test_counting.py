import csv
import io
from decimal import Decimal

from graphbuild.rebuild.counting import conflicts_csv, double_counting_csv, questions_csv
from graphbuild.records.money import between
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd
from tests.ledger.test_ledger import contents


def world_of(*claims):
    resolution = resolve_claims(claims, Registry((entity("a"), entity("b"))))
    empty = contents()
    fields = {name: getattr(empty, name) for name in type(empty).__slots__}
    fields.update(claims=claims, deals=resolution.deals, entities=resolution.entities)
    return type(empty)(**fields), resolution


def _rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_what_is_said_three_times_is_counted_once():
    world, _ = world_of(
        *(claim("a", "b", "loan", usd(100), document=f"doc-{i}") for i in range(3)),
        claim("a", "b", "loan", usd(40), document="other", agreed_on="2023-01-01"),
    )
    firm = next(row for row in _rows(double_counting_csv(world)) if row["column"] == "firm")
    assert (firm["raw_usd"], firm["counted_usd"], firm["said_again_usd"]) == ("340", "140", "200")
    assert firm["removed_share"] == "0.5882"


def test_a_shown_deal_is_told_apart_from_what_was_said_again():
    world, resolution = world_of(
        claim("a", "b", "loan", usd(1_000), document="a", known_on="2025-09-24"),
        claim("a", "b", "loan", usd(1_000), document="b", agreed_on="2026-02-01",
              known_on="2026-02-01"),
    )  # fmt: skip
    firm = next(row for row in _rows(double_counting_csv(world)) if row["column"] == "firm")
    assert (firm["raw_usd"], firm["counted_usd"], firm["shown_usd"]) == ("2000", "1000", "1000")
    (question,) = _rows(questions_csv(resolution.questions))
    assert question["counted_once"] == "True"


def test_conflicts_stand_side_by_side():
    world, _ = world_of(
        claim("a", "b", "loan", between(Decimal(90), Decimal(120), Decimal(100)), deal_key="x")
    )
    rows = _rows(conflicts_csv(world))
    assert [(row["stands"], row["other"]) for row in rows] == [("100", "90"), ("100", "120")]
