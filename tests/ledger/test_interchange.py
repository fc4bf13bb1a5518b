import json
import re
from dataclasses import replace

import pytest

from graphbuild.errors import ParseError
from graphbuild.ledger.interchange import to_ftm
from graphbuild.ledger.interchange_ids import from_ftm_id, to_ftm_id
from graphbuild.ledger.interchange_reading import from_ftm
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd
from tests.ledger.test_ledger import contents


def things():
    return {thing["id"]: thing for thing in to_ftm(contents())}


def test_a_loan_is_a_debt_with_its_proof_and_its_figure():
    debt = things()["flow..loan"]
    assert debt["schema"] == "Debt"
    properties = debt["properties"]
    assert (properties["creditor"], properties["debtor"]) == (["a"], ["b"])
    assert properties["amount"] == properties["amountUsd"] == ["1234567890.12"]
    assert properties["proof"] == ["document..10-q"]
    assert properties["endDate"] == ["2031-05"]


def test_every_reference_leads_to_an_entity_of_the_export():
    found = things()
    ends = {"creditor", "debtor", "payer", "beneficiary", "owner", "asset", "proof", "contract"}
    ends |= {"supplier", "authority", "subject", "object"}
    named = {
        value
        for thing in found.values()
        for name, values in thing["properties"].items()
        if name in ends
        for value in values
    }
    assert named
    assert named <= set(found)


def test_every_property_is_a_list_of_texts():
    for thing in things().values():
        for values in thing["properties"].values():
            assert values
            assert all(isinstance(value, str) and value for value in values)


def test_parties_survive_the_journey_and_the_rest_is_counted():
    lines = [json.dumps(thing) for thing in to_ftm(contents())]
    taken = from_ftm(lines)
    found = {entity.entity_id: entity for entity in taken.entities}
    assert found["a"].cik == "1"
    assert {"a", "b"} <= set(found)
    assert taken.left == {"Document": 1}
    before = {entity.entity_id: entity for entity in contents().entities}
    assert found == before


def test_relations_survive_the_journey():
    taken = from_ftm([json.dumps(thing) for thing in to_ftm(contents())])
    before = {f"flow:{flow.flow_id}": flow for flow in contents().flows}
    assert {relation.relation_id for relation in taken.relations} == set(before)
    for relation in taken.relations:
        flow = before[relation.relation_id]
        assert (relation.source, relation.target) == (flow.source, flow.target)
        assert relation.amount == flow.amount.point


@pytest.mark.parametrize(
    "identifier", ["openai", "unnamed:customer-a@nvidia", "flow:a:b", "crwv-ddtl-2.0", "a_b"]
)
def test_ids_survive_the_journey_and_keep_to_the_models_letters(identifier):
    assert re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?", to_ftm_id(identifier))
    assert from_ftm_id(to_ftm_id(identifier)) == identifier


def test_a_line_without_an_end_is_left_and_counted():
    line = json.dumps({"id": "x", "schema": "Debt", "properties": {"debtor": ["a"]}})
    assert from_ftm([line]).left == {"Debt": 1}


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"id": 7, "properties": {}}', "null"])
def test_what_is_no_entity_is_named_by_its_line(line):
    with pytest.raises(ParseError, match="line 2"):
        from_ftm(["", line])


def test_only_relations_that_have_a_role_in_the_model_carry_one():
    with_role = {t["schema"] for t in things().values() if "role" in t["properties"]}
    assert with_role <= {"Ownership", "ContractAward", "UnknownLink"}


def test_what_is_held_is_owned_and_a_mere_right_to_it_is_not():
    kinds = ("equity", "holding", "warrant", "guarantee", "loan")
    claims = tuple(
        claim("fund", "lab", kind, usd(7), deal_key=kind, document=kind) for kind in kinds
    )
    found = resolve_claims(claims, Registry((entity("fund"), entity("lab", kind="ai_lab"))))
    given = replace(
        contents(),
        claims=claims,
        deals=found.deals,
        flows=found.flows,
        entities=found.entities,
        decisions=(),
    )
    told = {thing["id"]: thing for thing in to_ftm(given)}
    schemas = {kind: told[f"flow..{kind}"]["schema"] for kind in kinds}
    assert schemas == {
        "equity": "Ownership",
        "holding": "Ownership",
        "warrant": "UnknownLink",
        "guarantee": "UnknownLink",
        "loan": "Debt",
    }
    stake = told["flow..holding"]["properties"]
    assert (stake["owner"], stake["asset"]) == (["fund"], ["lab"])
