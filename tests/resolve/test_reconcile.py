import random
from decimal import Decimal

import pytest

from graphbuild.records.money import about, at_least, exact, up_to
from graphbuild.records.period import PartialDate
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd

ENTITIES = (
    entity("amazon", "Amazon.com, Inc.", aliases=("Amazon",)),
    entity("anthropic", "Anthropic PBC", aliases=("Anthropic",)),
    entity("nvidia", "NVIDIA Corporation"),
    entity("softbank", "SoftBank Group Corp.", aliases=("SoftBank",)),
    entity("openai", "OpenAI Group PBC", aliases=("OpenAI Group",)),
    entity("coreweave", "CoreWeave, Inc."),
    entity("bondholders", "Bondholders (group)", is_group=True),
)


def resolve(*claims, as_of=None):
    return resolve_claims(claims, Registry(ENTITIES), as_of)


def by_id(resolution):
    return {deal.deal_id: deal for deal in resolution.deals}


CURATED = claim(
    "amazon", "anthropic", "convertible", usd("1300000000"), deal_key="amzn-2024", document="url-1"
)


def test_a_document_with_the_same_figure_is_evidence_and_not_a_second_deal():
    found = claim("AMAZON COM INC", "Anthropic", "convertible", usd("1300000000"), document="10-k")
    deals = by_id(resolve(CURATED, found))
    assert list(deals) == ["amzn-2024"]
    assert deals["amzn-2024"].is_confirmed
    assert deals["amzn-2024"].evidence_count == 2
    assert set(deals["amzn-2024"].claim_ids) == {CURATED.claim_id, found.claim_id}


def test_one_filing_in_two_files_is_one_piece_of_evidence():
    one = claim("Amazon", "Anthropic", "convertible", usd("1300000000"), document="10-k")
    two = claim(
        "Amazon", "Anthropic", "convertible", usd("1300000000"), document="10-k", measure="paid"
    )
    assert by_id(resolve(CURATED, one, two))["amzn-2024"].evidence_count == 2


def test_another_figure_between_the_same_parties_is_shown_and_not_added():
    found = claim("Amazon", "Anthropic", "equity", usd("2700000000"), document="10-k")
    resolution = resolve(CURATED, found)
    other = next(d for d in resolution.deals if d.deal_id != "amzn-2024")
    assert other.standing == "shown"
    assert "amzn-2024" in other.standing_reason
    assert [d.likeness for d in resolution.decisions] == ["unclear"]


def test_two_loans_of_one_day_and_end_but_other_figures_both_count_while_people_are_asked():
    terms = {"facility": "Term Loan", "ends_on": "2030-05-01", "agreed_on": "2025-01-10"}
    found = resolve(
        *(
            claim("SoftBank", "OpenAI Group", "loan", usd(size), document=str(size), **terms)
            for size in (1000, 600)
        )
    )
    (question,) = found.questions
    assert (question.points, question.is_to_be_shown) == (3, False)
    assert sorted(deal.amount.point for deal in found.deals) == [600, 1000]
    assert {str(deal.standing) for deal in found.deals} == {"counted"}


@pytest.mark.parametrize("papers", ["cd", "dc", "ce", "ec", "df", "fd"])
def test_a_balance_that_is_told_again_of_one_loan_raises_no_question(papers):
    # The later balance alone could be of either loan; the earlier one is older than the second.
    loans = [
        claim("SoftBank", "OpenAI Group", "loan", usd(size), document=paper, agreed_on=day,
              known_on=day)
        for size, paper, day in ((1000, "a", "2025-01-10"), (2000, "b", "2025-09-10"))
    ]  # fmt: skip
    balances = [
        claim("SoftBank", "OpenAI Group", "loan", usd(437), document=paper, agreed_on=day,
              known_on=told, measure="outstanding", status="funded")
        for paper, day, told in zip(
            papers, ("2025-06-30", "2025-12-31"), ("2025-08-12", "2026-02-12"), strict=True
        )
    ]  # fmt: skip
    found = resolve(*loans, *balances)
    assert found.questions == ()
    assert sorted((d.amount.point, len(d.claim_ids)) for d in found.deals) == [(1000, 3), (2000, 1)]


def test_figures_of_one_document_that_add_up_confirm_together():
    parts = [
        claim("Amazon", "Anthropic", "convertible", usd(size), document="10-k", measure="paid")
        for size in ("250000000", "350000000", "700000000")
    ]
    resolution = resolve(CURATED, *parts)
    (deal,) = resolution.deals
    assert deal.is_confirmed
    assert {d.likeness for d in resolution.decisions} == {"confirms"}
    assert "add up" in resolution.decisions[0].reason


def test_figures_of_two_documents_do_not_add_up_to_a_confirmation():
    parts = [
        claim("Amazon", "Anthropic", "convertible", usd(size), document=f"doc-{size}")
        for size in ("600000000", "700000000")
    ]
    assert not by_id(resolve(CURATED, *parts))["amzn-2024"].is_confirmed


def test_one_party_on_both_ends_makes_no_deal_and_is_told():
    resolution = resolve(claim("NVIDIA Corp", "NVIDIA Corporation", "guarantee", usd(1)))
    assert not resolution.deals
    assert [issue.code for issue in resolution.issues] == ["one-party-on-both-ends"]


def test_several_parties_on_both_sides_give_flows_with_ids_of_their_own():
    joint = claim("nvidia+softbank", "openai+anthropic", "equity", usd(90), deal_key="both")
    ids = [flow.flow_id for flow in resolve(joint).flows]
    assert len(ids) == len(set(ids)) == 4


def test_notes_to_nobody_named_do_not_merge_with_other_notes():
    curated = claim(
        "bondholders", "nvidia", "bond", usd("25000000000"), deal_key="bond-2026", ends_on="2056"
    )
    row = claim(
        "unnamed:noteholders", "NVIDIA Corp", "bond", usd("1000000000"), ends_on="2040",
        measure="outstanding", status="funded",
    )  # fmt: skip
    deals = by_id(resolve(curated, row))
    assert len(deals) == 2
    assert all(deal.standing == "counted" for deal in deals.values())


def test_the_same_notes_at_two_dates_are_one_deal_with_the_latest_balance():
    old = claim(
        "unnamed:noteholders", "NVIDIA Corp", "bond", usd(1000), ends_on="2040", rate="3.50%",
        measure="outstanding", status="funded", agreed_on="2024-01-28", document="a",
    )  # fmt: skip
    new = claim(
        "unnamed:noteholders", "NVIDIA Corp", "bond", usd(900), ends_on="2040", rate="3.50%",
        measure="outstanding", status="funded", agreed_on="2025-01-26", document="b",
    )  # fmt: skip
    (deal,) = resolve(new, old).deals
    assert deal.amount.point == 900
    assert [str(state.as_of) for state in deal.states] == ["2024-01-28", "2025-01-26"]


def test_a_container_counts_for_what_its_parts_leave():
    total = claim(
        "nvidia+softbank+amazon", "openai", "equity", usd(122), deal_key="round", is_aggregate=True
    )
    parts = [
        claim(name, "openai", "equity", usd(size), deal_key=f"{name}-part", part_of="round")
        for name, size in (("nvidia", 30), ("softbank", 30))
    ]
    deals = by_id(resolve(total, *parts))
    assert deals["round"].standing == "residual"
    assert (deals["round"].amount.low, deals["round"].amount.high) == (62, 62)
    assert deals["round"].sources == ("amazon",)


def test_ceilings_that_exhaust_a_ceiling_leave_nothing():
    total = claim(
        "openai", "coreweave", "cloud_contract", up_to(Decimal("22.4")), deal_key="total",
        measure="ceiling", is_aggregate=True,
    )  # fmt: skip
    parts = [
        claim(
            "openai", "coreweave", "cloud_contract", up_to(Decimal(size)), deal_key=f"p{size}",
            measure="ceiling", part_of="total",
        )
        for size in ("11.9", "4.0", "6.5")
    ]  # fmt: skip
    deals = by_id(resolve(total, *parts))
    assert deals["total"].standing == "shown"
    assert sum(d.amount.high for d in deals.values() if d.standing == "counted") == Decimal("22.4")


def test_a_firmer_container_counts_and_its_headline_part_is_shown():
    whole = claim("amazon", "anthropic", "equity", usd(13), deal_key="whole", is_aggregate=True)
    part = claim(
        "amazon", "anthropic", "equity", about(Decimal(10)), deal_key="part", part_of="whole",
        measure="headline",
    )  # fmt: skip
    deals = by_id(resolve(whole, part))
    assert (deals["whole"].standing, deals["part"].standing) == ("counted", "shown")


def test_a_letter_of_intent_replaced_by_a_smaller_cheque_does_not_count():
    letter = claim(
        "nvidia", "openai", "equity", up_to(Decimal(100)), deal_key="letter", measure="ceiling",
        status="announced", superseded_by="cheque",
    )  # fmt: skip
    cheque = claim("nvidia", "openai", "equity", usd(30), deal_key="cheque", status="funded")
    deals = by_id(resolve(letter, cheque))
    assert (deals["letter"].standing, deals["cheque"].standing) == ("shown", "counted")
    assert deals["letter"].standing_reason == "replaced by cheque"


def test_before_the_replacement_was_known_the_letter_counts():
    letter = claim(
        "nvidia", "openai", "equity", up_to(Decimal(100)), deal_key="letter", measure="ceiling",
        status="announced", superseded_by="cheque", known_on="2025-09-22",
    )  # fmt: skip
    cheque = claim("nvidia", "openai", "equity", usd(30), deal_key="cheque", known_on="2026-03-31")
    deals = by_id(resolve(letter, cheque, as_of=PartialDate("2025-12-31")))
    assert list(deals) == ["letter"]
    assert deals["letter"].standing == "counted"


def test_an_unverified_row_is_shown_only():
    row = claim("nvidia", "openai", "equity", usd(1), deal_key="x", verification="secondary")
    assert by_id(resolve(row))["x"].standing == "shown"


def test_undated_claims_stay_out_of_as_of_answers_and_are_listed():
    undated = claim("nvidia", "openai", "equity", usd(1), known_on=None)
    assert len(resolve(undated).deals) == 1
    found = resolve(undated, as_of=PartialDate("2030"))
    assert not found.deals
    assert found.undated == (undated.claim_id,)


def test_members_of_a_consortium_share_one_total_that_is_never_split():
    joint = claim("nvidia+softbank+amazon", "openai", "equity", usd(90), deal_key="round")
    resolution = resolve(joint)
    assert [flow.flow_id for flow in resolution.flows] == [
        "round:nvidia",
        "round:softbank",
        "round:amazon",
    ]
    assert all((f.firm.low, f.firm.high, f.amount.point) == (0, 90, None) for f in resolution.flows)
    assert resolution.deals[0].amount == exact(Decimal(90))


def test_order_of_claims_does_not_matter():
    claims = [
        CURATED,
        claim("Amazon", "Anthropic", "convertible", usd("1300000000"), document="10-k"),
        claim("Amazon", "Anthropic", "equity", usd("2700000000"), document="10-k"),
        claim("unnamed:noteholders", "NVIDIA Corp", "bond", usd(5), ends_on="2040"),
        claim("nvidia+softbank", "openai", "equity", usd(90), deal_key="round"),
    ]
    first = resolve(*claims)
    for seed in range(5):
        shuffled = claims[:]
        random.Random(seed).shuffle(shuffled)
        again = resolve(*shuffled)
        assert (again.deals, again.flows, again.decisions) == (
            first.deals,
            first.flows,
            first.decisions,
        )


def test_what_a_ceiling_leaves_of_an_open_total_stays_open():
    whole = claim("nvidia", "openai", "equity", at_least(Decimal(1000)), deal_key="whole")
    part = claim(
        "nvidia", "openai", "equity", up_to(Decimal(300)), deal_key="part", part_of="whole",
        measure="ceiling",
    )  # fmt: skip
    other = claim("softbank", "openai", "equity", usd(300), deal_key="other", part_of="whole")
    deals = by_id(resolve(whole, part, other))
    assert deals["whole"].standing == "residual"
    assert (deals["whole"].amount.low, deals["whole"].amount.high) == (700, None)
    assert deals["part"].standing == "shown"


def test_an_undisclosed_part_of_a_ceiling_takes_nothing_from_the_other_parts():
    whole = claim(
        "nvidia", "openai", "guarantee", up_to(Decimal(44)), deal_key="whole", measure="ceiling"
    )
    known = claim(
        "nvidia", "openai", "guarantee", up_to(Decimal(14)), deal_key="known", part_of="whole",
        measure="ceiling",
    )  # fmt: skip
    silent = claim("nvidia", "openai", "guarantee", deal_key="silent", part_of="whole")
    deals = by_id(resolve(whole, known, silent))
    assert (deals["whole"].amount.low, deals["whole"].amount.high) == (0, 30)


def test_a_relay_that_withholds_one_side_is_known_by_the_other_and_the_figure():
    curated = claim(
        "nvidia", "coreweave", "guarantee", up_to(Decimal(105)), deal_key="ports",
        measure="ceiling", obligor="openai",
    )  # fmt: skip
    relay = claim(
        "NVIDIA Corp", "unnamed:landlord", "guarantee", up_to(Decimal(105)), measure="ceiling",
        obligor="OpenAI Group", tier="named_news",
    )  # fmt: skip
    resolution = resolve(curated, relay)
    assert [deal.deal_id for deal in resolution.deals] == ["ports"]
    assert resolution.decisions[0].reason.startswith("one side is not named")


def test_a_relay_for_another_obligor_is_another_deal():
    curated = claim(
        "nvidia", "coreweave", "guarantee", usd(105), deal_key="ports", obligor="openai"
    )
    other = claim("NVIDIA Corp", "unnamed:landlord", "guarantee", usd(105), obligor="Anthropic PBC")
    assert len(resolve(curated, other).deals) == 2


def test_notes_of_another_year_are_no_relay_of_a_loan_of_the_same_size():
    curated = claim("softbank", "openai", "loan", usd(1000), deal_key="loan", ends_on="2031")
    row = claim("unnamed:lenders", "OpenAI Group", "loan", usd(1000), ends_on="2027")
    assert len(resolve(curated, row).deals) == 2


def test_two_articles_one_naming_a_side_less_are_one_deal():
    whole = claim("SoftBank", "NVIDIA Corp", "equity", usd(77), document="a", tier="named_news")
    half = claim(
        "unnamed:investor", "NVIDIA Corp", "equity", usd(77), document="b", tier="named_news"
    )
    (deal,) = resolve(half, whole).deals
    assert deal.sources == ("softbank",)
    assert deal.evidence_count == 2


def test_an_article_that_could_relay_two_deals_stays_alone():
    deals = resolve(
        claim("SoftBank", "NVIDIA Corp", "equity", usd(77), document="a"),
        claim("Amazon", "NVIDIA Corp", "equity", usd(77), document="c"),
        claim("unnamed:investor", "NVIDIA Corp", "equity", usd(77), document="b"),
    ).deals
    assert len(deals) == 3


def test_a_document_older_than_a_deal_cannot_confirm_it():
    curated = claim(
        "nvidia", "coreweave", "lease", usd(1230), deal_key="lease", agreed_on="2025-10-21"
    )
    old = claim(
        "NVIDIA Corp", "unnamed:landlord", "lease", usd(1229), agreed_on="2023-06-30",
        known_on="2023-07-27",
    )  # fmt: skip
    assert not by_id(resolve(curated, old))["lease"].is_confirmed


def test_a_total_toward_many_is_no_relay_of_a_contract_of_its_size():
    curated = claim("nvidia", "coreweave", "purchase_commitment", usd(4880), deal_key="contract")
    total = claim(
        "NVIDIA Corp", "unnamed:suppliers", "purchase_commitment", usd(4880), is_aggregate=True
    )
    assert not by_id(resolve(curated, total))["contract"].is_confirmed


def test_parts_that_documents_tell_of_do_not_change_what_a_curated_deal_has_drawn():
    parts = [
        claim("Amazon", "Anthropic", "convertible", usd(size), document="10-k", measure="paid")
        for size in ("250000000", "350000000", "700000000")
    ]
    resolution = resolve(CURATED, *parts)
    (flow,) = resolution.flows
    assert (flow.firm.low, flow.firm.high) == (1_300_000_000, 1_300_000_000)
    assert len(resolution.deals[0].states) == 4


def test_what_was_paid_of_a_container_is_not_paid_twice_through_its_part():
    whole = [
        claim("amazon", "openai", "equity", usd(13), deal_key="whole"),
        claim(
            "amazon", "openai", "equity", usd("11.9"), deal_key="whole", measure="paid",
            agreed_on="2026-06-30",
        ),
    ]  # fmt: skip
    part = [
        claim("amazon", "openai", "equity", usd(1), deal_key="part", part_of="whole"),
        claim(
            "amazon", "openai", "equity", usd(1), deal_key="part", part_of="whole", measure="paid",
            agreed_on="2019-07-22",
        ),
    ]  # fmt: skip
    flows = {flow.deal_id: flow.firm for flow in resolve(*whole, *part).flows}
    assert (flows["whole"].low, flows["whole"].high) == (Decimal("10.9"), 12)
    assert sum(flow.low for flow in flows.values()) == Decimal("11.9")
