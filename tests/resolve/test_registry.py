from dataclasses import replace

import pytest

from graphbuild.errors import ResolveError
from graphbuild.records.claim import Role
from graphbuild.records.judgement import Judgement, Verdict
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, mention

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


def filed(name: str, cik: str, claim_id: str):
    given = claim(name, "OpenAI")
    source = mention(Role.SOURCE, name, cik=cik)
    return replace(given, claim_id=claim_id, parties=(source, *given.parties[1:]))


def resolved(reg: Registry, name: str, cik: str | None = None, counterparty: str = "x") -> str:
    return reg.resolve(mention(Role.SOURCE, name, cik=cik), counterparty)


def test_alias_and_legal_form_lead_to_the_entity():
    assert resolved(registry(), "OpenAI OpCo, LLC") == "openai"
    assert resolved(registry(), "COREWEAVE INC") == "coreweave"


def test_cik_beats_a_strange_name():
    assert resolved(registry(), "Atlantic Something Corp", cik="0001769628") == "coreweave"


def test_an_id_that_no_table_knows_is_not_believed():
    known = mention(Role.SOURCE, "coreweave", known=True)
    assert registry().resolve(known, "x") == "coreweave"
    stranger = replace(known, name="CoreWeave, Inc.", entity_id="corewave")
    assert registry().resolve(stranger, "x") == "coreweave"


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


def test_a_name_given_once_with_its_cik_leads_there_also_without():
    with_cik, old = filed("New Name Inc", "77", "z"), filed("Old Name Inc", "77", "a")
    for claims in ((with_cik, old), (old, with_cik)):
        reg = registry()
        reg.learn(claims)
        assert resolved(reg, "New Name") == resolved(reg, "OLD NAME INC") == "new-name"
        assert reg.entities["new-name"].cik == "77"
        assert reg.entities["new-name"].aliases == ("Old Name Inc",)


def test_one_name_of_two_filers_leads_to_neither_and_is_told():
    reg = registry()
    reg.learn([filed("Twin Inc", cik, cik) for cik in ("1", "2")])
    ids = {resolved(reg, "Twin", "1"), resolved(reg, "Twin", "2"), resolved(reg, "Twin")}
    assert ids == {"twin-cik-1", "twin-cik-2", "twin"}
    assert [issue.code for issue in reg.issues] == ["ambiguous-name"]


def test_a_known_name_with_another_filers_cik_is_refused_with_its_path():
    reg = registry()
    reg.learn([filed("CoreWeave", "5", "x")])
    assert resolved(reg, "CoreWeave", "5") != "coreweave"
    assert resolved(reg, "CoreWeave") == "coreweave"
    (issue,) = reg.issues
    assert issue.code == "merge-refused"
    assert "name:coreweave" in issue.message


def test_names_in_another_script_are_not_all_one():
    assert resolved(registry(), "腾讯控股") != resolved(registry(), "阿里巴巴")


def test_a_new_judgement_against_an_old_one_is_refused_with_the_path():
    reg = registry(
        Judgement(left="oai", right="openai", verdict=Verdict.SAME, decided_on="2026-01-01"),
        Judgement(left="cw", right="coreweave", verdict=Verdict.SAME, decided_on="2026-01-01"),
    )
    with pytest.raises(ResolveError, match=r"name:oai = name:cw .the new judgement"):
        reg.check(Judgement(left="oai", right="cw", verdict=Verdict.SAME, decided_on="2026-02-01"))
    with pytest.raises(ResolveError, match="judged the same on 2026-01-01"):
        reg.check(
            Judgement(
                left="oai", right="openai", verdict=Verdict.DIFFERENT, decided_on="2026-02-01"
            )
        )


def test_unsure_decides_nothing():
    verdict = Judgement(left="oai", right="openai", verdict=Verdict.UNSURE, decided_on="2026-01-01")
    assert resolved(registry(verdict), "OAI") == "oai"
    assert registry().why_same("oai", "openai") == ()


LEI, OTHER_LEI = "LENDER00000000000119", "BORROWER000000000254"


def told(name: str, claim_id: str, **given):
    said = claim(name, "OpenAI")
    source = replace(mention(Role.SOURCE, name), **given)
    return replace(said, claim_id=claim_id, parties=(source, *said.parties[1:]))


def by(reg: Registry, name: str, **given) -> str:
    return reg.resolve(replace(mention(Role.SOURCE, name), **given), "x")


def test_a_row_answers_to_its_lei_and_its_ticker():
    known = replace(entity("lender", "Pine Lender plc"), lei=LEI, ticker="PINE")
    reg = Registry((known,))
    assert by(reg, "Somebody Else", lei=LEI) == by(reg, "PINE LENDER", ticker="pine") == "lender"
    assert by(reg, "Somebody Else", lei=OTHER_LEI) != "lender"


def test_a_name_given_once_with_its_lei_leads_there_also_without():
    claims = told("Old Pine Ltd", "a", lei=LEI), told("New Pine Ltd", "b", lei=LEI)
    reg = registry()
    reg.learn(claims)
    assert by(reg, "Old Pine") == by(reg, "New Pine")
    assert reg.entities[by(reg, "Old Pine")].lei == LEI


def test_a_cik_is_trusted_before_an_lei_and_an_lei_before_a_ticker():
    reg = registry()
    reg.learn([told("First Co", "a", cik="5"), told("Second Co", "b", lei=LEI)])
    both = {"cik": "5", "lei": LEI, "ticker": "CRWV"}
    assert by(reg, "Third Co", **both) == by(reg, "First Co")
    assert by(reg, "Third Co", lei=LEI) == by(reg, "Second Co")


def test_an_lei_with_wrong_check_digits_is_not_used():
    wrong = LEI[:-1] + "0"
    reg = registry()
    reg.learn([told("Old Pine Ltd", "a", lei=wrong), told("New Pine Ltd", "b", lei=wrong)])
    assert by(reg, "Old Pine") != by(reg, "New Pine")


def test_two_leis_are_never_one_party_and_the_refusal_tells_why():
    claims = told("Pine Ltd", "a", cik="5", lei=LEI), told("Pine Ltd", "b", cik="5", lei=OTHER_LEI)
    reg = registry()
    reg.learn(claims)
    assert {issue.code for issue in reg.issues} == {"merge-refused", "ambiguous-name"}
    refused = next(issue for issue in reg.issues if issue.code == "merge-refused")
    assert "two legal entities of the register" in refused.message


def test_a_judgement_may_name_an_lei():
    known = replace(entity("lender", "Pine Lender plc"), lei=LEI)
    verdict = Judgement(
        left="cone-lender", right=f"lei:{LEI}", verdict=Verdict.SAME, decided_on="2026-01-01"
    )
    assert by(Registry((known,), (verdict,)), "Cone Lender") == "lender"


def test_two_companies_of_one_list_that_differ_by_legal_form_stay_two():
    listed = [
        claim("Pine Bank", name, "ownership", share="1", document="10-K", measure="share")
        for name in ("Pine Securities plc", "Pine Securities LLC", "Pine Leasing LLC")
    ]
    reg = registry()
    reg.learn(listed)
    assert by(reg, "Pine Securities PLC") == "pine-securities-plc"
    assert by(reg, "Pine Securities LLC") == "pine-securities-llc"
    assert by(reg, "Pine Securities") == "pine-securities"
    assert by(reg, "Pine Leasing") == by(reg, "Pine Leasing LLC") == "pine-leasing"


def test_one_company_written_two_ways_in_one_list_stays_one():
    listed = [
        claim("Pine Bank", name, "ownership", share="1", document="10-K", measure="share")
        for name in ("Pine Trust Corporation", "PINE TRUST CORP", "Pine Trust")
    ]
    reg = registry()
    reg.learn(listed)
    assert by(reg, "Pine Trust Corp.") == by(reg, "Pine Trust")
