import pytest

from graphbuild.records.deal import Standing
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd

ENTITIES = (entity("brook-apps", "Brook Apps Inc."), entity("heath-cloud", "Heath Cloud Corp."))


def relies(amount=None, on="2031-12-31", known_on="2032-02-20", status="funded", **more):
    return claim(
        "Brook Apps Inc.", more.pop("target", "Heath Cloud Corp."),
        more.pop("instrument", "cloud_contract"), amount, measure="headline", status=status,
        agreed_on=on, known_on=known_on, document="10-K", **more,
    )  # fmt: skip


def standing(one):
    (deal,) = resolve_claims([one], Registry(ENTITIES)).deals
    return deal.standing


def test_to_rely_on_a_cloud_is_a_relation_and_opens_no_sum():
    (deal,) = resolve_claims([relies()], Registry(ENTITIES)).deals
    assert deal.standing is Standing.SHOWN
    assert deal.standing_reason == "told of 2031-12-31 without a figure: no sum is opened"


@pytest.mark.parametrize(
    "contract",
    [
        relies(usd(50)),
        relies(status="signed"),
        relies(on="2031-11-12", known_on="2031-11-13"),
        relies(ends_on="2034"),
        relies(instrument="lease"),
        relies(target="unnamed:provider"),
    ],
)
def test_a_contract_counts_though_its_size_is_not_told(contract):
    assert standing(contract) is Standing.COUNTED
