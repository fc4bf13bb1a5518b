from graphbuild.records.deal import Standing
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd

ENTITIES = (
    entity("alder", "Alder Cloud Inc."),
    entity("alder-vehicle", "Alder Vehicle II LLC", parent="alder"),
    entity("barn", "Barn Sites Corp."),
)


def balance(amount=35, instrument="lease", measure="committed", on="2032-06-30"):
    return claim(
        "Alder Cloud Inc.", "unnamed:landlords", instrument, usd(amount), measure=measure,
        agreed_on=on, known_on="2032-08-12", document="10-Q",
    )  # fmt: skip


def lease(amount=11, on="2032-03-14", source="alder", **more):
    return claim(
        source, "barn", "lease", usd(amount), deal_key="alder-barn", document="row",
        agreed_on=on, known_on=on, **more,
    )  # fmt: skip


def read(*claims):
    resolution = resolve_claims(claims, Registry(ENTITIES))
    (deal,) = [d for d in resolution.deals if not d.is_curated]
    (flow,) = [f for f in resolution.flows if f.deal_id == deal.deal_id]
    return deal, flow


def test_a_balance_runs_from_what_the_named_leave_to_the_whole():
    deal, flow = read(balance(), lease())
    assert (deal.amount.low, deal.amount.point, deal.amount.high) == (24, 24, 35)
    assert deal.standing is Standing.RESIDUAL
    assert deal.standing_reason == "may hold these, which count by name: alder-barn"
    assert (flow.firm.low, flow.firm.high) == (24, 35)


def test_named_contracts_larger_than_the_balance_leave_nothing_sure():
    deal, _ = read(balance(), lease(90))
    assert (deal.amount.low, deal.amount.high) == (0, 35)


def test_a_vehicles_lease_is_in_its_owners_balance():
    deal, _ = read(balance(), lease(source="alder-vehicle"))
    assert deal.amount.low == 24


def test_what_was_signed_later_or_over_by_then_is_not_inside():
    for one in (lease(on="2032-07-01"), lease(on="2029-01-10", ends_on="2031")):
        deal, _ = read(balance(), one)
        assert (deal.standing, deal.amount.point) == (Standing.COUNTED, 35)


def test_leases_are_not_inside_purchases_and_ceilings_are_nowhere_for_sure():
    deal, _ = read(balance(instrument="purchase_commitment"), lease())
    assert deal.amount.low == 35
    deal, _ = read(balance(), lease(measure="ceiling"))
    assert deal.amount.low == 35
