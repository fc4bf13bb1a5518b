from graphbuild.records.claim import Role
from graphbuild.records.judgement import Judgement, Verdict
from graphbuild.resolve.registry import Registry
from tests.factories import entity, mention

KNOWN = (
    entity("openai", "OpenAI Group PBC", aliases=("OpenAI", "OpenAI OpCo, LLC")),
    entity("coreweave", "CoreWeave, Inc.", cik="1769628"),
    entity("coreweave-ccac-iv", "CoreWeave Compute Acquisition Co. IV, LLC", parent="coreweave"),
    entity("banks", "Banks (group)", is_group=True),
    entity("beignet", "Beignet Investor LLC", parent="blue-owl", relation="joint_venture"),
    entity("blue-owl", "Blue Owl Capital"),
)


def registry(*judgements: Judgement) -> Registry:
    return Registry(KNOWN, judgements)


def resolved(reg: Registry, name: str, cik: str | None = None, counterparty: str = "x") -> str:
    return reg.resolve(mention(Role.SOURCE, name, cik=cik), counterparty)


def test_alias_and_legal_form_lead_to_the_entity():
    assert resolved(registry(), "OpenAI OpCo, LLC") == "openai"
    assert resolved(registry(), "COREWEAVE INC") == "coreweave"


def test_cik_beats_a_strange_name():
    assert resolved(registry(), "Atlantic Something Corp", cik="0001769628") == "coreweave"


def test_a_group_answers_to_no_name():
    assert resolved(registry(), "Banks") != "banks"


def test_a_like_name_is_a_candidate_and_never_a_merge():
    reg = registry()
    found = resolved(reg, "Blue Owl Technology Finance")
    assert found == "blue-owl-technology-finance"
    assert reg.entities[found].is_provisional
    reg = registry()
    resolved(reg, "Blue Owl Capital Holdings")
    assert ("blue-owl-capital-holdings", "blue-owl") in {
        (c.entity_id, c.candidate_id) for c in reg.candidates()
    }


def test_judged_different_is_no_longer_a_candidate():
    verdict = Judgement(
        left="blue-owl-capital-holdings",
        right="blue-owl",
        verdict=Verdict.DIFFERENT,
        decided_on="2026-01-01",
    )
    reg = registry(verdict)
    resolved(reg, "Blue Owl Capital Holdings")
    assert not reg.candidates()


def test_judged_same_leads_to_the_entity():
    verdict = Judgement(
        left="oai-compute", right="openai", verdict=Verdict.SAME, decided_on="2026-01-01"
    )
    assert resolved(registry(verdict), "OAI Compute") == "openai"


def test_merging_two_curated_entities_by_judgement_is_refused():
    verdict = Judgement(
        left="openai", right="coreweave", verdict=Verdict.SAME, decided_on="2026-01-01"
    )
    reg = registry(verdict)
    assert [issue.code for issue in reg.issues] == ["merge-refused"]
    assert resolved(reg, "OpenAI") == "openai"


def test_customer_a_of_one_filer_is_not_customer_a_of_another():
    reg = registry()
    assert resolved(reg, "unnamed:customer-a", counterparty="nvidia") != resolved(
        reg, "unnamed:customer-a", counterparty="amd"
    )


def test_an_alias_of_two_entities_leads_to_neither():
    reg = Registry((*KNOWN, entity("other-ai", "Other AI", aliases=("OpenAI",))))
    assert resolved(reg, "OpenAI") not in {"openai2", "other-ai"}
    assert [issue.code for issue in reg.issues] == ["ambiguous-name"]


def test_owner_follows_ownership_only():
    reg = registry()
    assert reg.owner("coreweave-ccac-iv") == "coreweave"
    assert reg.owner("beignet") == "beignet"


def test_owners_in_a_circle_end():
    ring = (entity("a", parent="b"), entity("b", parent="a"))
    assert Registry(ring).owner("a") in {"a", "b"}
