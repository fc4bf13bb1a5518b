from graphbuild.records.money import Measure
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd

ENTITIES = (entity("larch-lab", "Larch Lab Inc."), entity("fern-capital", "Fern Capital LP"))


def gives(who, amount=None, document="post-7", on="2031-05-04"):
    return claim(
        who, "Larch Lab Inc.", "equity", amount, measure="headline", status="funded",
        agreed_on=on, known_on=on, document=document,
    )  # fmt: skip


def resolve(*claims):
    return resolve_claims(claims, Registry(ENTITIES))


def test_members_of_a_round_share_its_total():
    total = gives("unnamed:consortium", usd(6_000))
    found = resolve(total, gives("Fern Capital LP"), gives("Moss Ventures LLC"))
    (deal,) = found.deals
    assert deal.sources[:2] == ("fern-capital", "moss-ventures")
    assert deal.amount.point == 6_000
    assert len(deal.claim_ids) == 3
    assert {str(flow.headline.high) for flow in found.flows} == {"6000"}
    assert all(flow.headline.low == 0 for flow in found.flows)


def test_why_a_member_is_in_the_round_is_told():
    found = resolve(gives("unnamed:consortium", usd(6_000)), gives("Fern Capital LP"))
    (decision,) = [d for d in found.decisions if "takes part" in d.reason]
    assert decision.deal_id == found.deals[0].deal_id


def test_an_investor_of_another_day_or_document_stays_apart():
    total = gives("unnamed:consortium", usd(6_000))
    found = resolve(
        total,
        gives("Fern Capital LP", on="2031-09-01"),
        gives("Moss Ventures LLC", document="post-8"),
    )
    assert len(found.deals) == 3


def test_a_member_with_a_figure_of_its_own_stays_apart():
    found = resolve(gives("unnamed:consortium", usd(6_000)), gives("Fern Capital LP", usd(500)))
    assert sorted(int(d.amount.point) for d in found.deals) == [500, 6_000]


def test_without_a_total_every_member_is_a_deal():
    found = resolve(gives("Fern Capital LP"), gives("Moss Ventures LLC"))
    assert len(found.deals) == 2
    assert {deal.measure for deal in found.deals} == {Measure.HEADLINE}
