"""Net and gross of one sale, a total and its parts, are never added."""

from graphbuild.records.money import up_to
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd

CINDER = "Cinder Semiconductor Corp."
REGISTRY = Registry((entity("cinder", CINDER),))


def sale(amount, document, measure="paid", shares="5,000,000", words="net proceeds"):
    return claim(
        "unnamed:public-investors", CINDER, "equity", usd(amount), measure=measure,
        status="funded", agreed_on="2031-02-15", known_on="2031-02-20", document=document,
        quote=f"We sold {shares} shares of common stock for {words} of ${amount:,}.",
    )  # fmt: skip


def lease(amount, document="release", who="unnamed:tenant", **terms):
    return claim(
        who, CINDER, "lease", usd(amount), measure="headline", agreed_on="2031-02-15",
        known_on="2031-02-20", document=document, **terms,
    )  # fmt: skip


def counted(*claims):
    deals = resolve_claims(claims, REGISTRY).deals
    return sorted(int(d.amount.point) for d in deals if d.standing == "counted")


def test_net_proceeds_are_not_added_to_the_gross_of_the_same_shares():
    gross = sale(50_000_000, "prospectus", "headline", words="gross proceeds")
    assert counted(gross, sale(47_200_000, "report")) == [50_000_000]
    assert counted(sale(47_200_000, "report"), gross) == [50_000_000]


def test_net_proceeds_of_other_shares_are_another_sale():
    gross = sale(50_000_000, "prospectus", "headline", words="gross proceeds")
    other = sale(47_200_000, "report", shares="4,800,000")
    assert counted(gross, other) == [47_200_000, 50_000_000]


def test_two_sales_of_as_many_shares_count_where_neither_is_net():
    one, two = (
        sale(amount, document, words="gross proceeds")
        for amount, document in ((50_000_000, "a"), (47_200_000, "b"))
    )
    assert counted(one, two) == [47_200_000, 50_000_000]


def test_a_marked_total_is_not_added_to_a_part():
    total = lease(36_000, who="unnamed:tenants", is_aggregate=True)
    assert counted(total, lease(5_200)) == [5_200]
    assert counted(total, lease(5_200, "b"), lease(30_800, "c")) == [5_200, 30_800]


def test_a_marked_total_alone_counts():
    assert counted(lease(36_000, who="unnamed:tenants", is_aggregate=True)) == [36_000]
    assert counted(lease(36_000, who="unnamed:tenants"), lease(5_200)) == [5_200, 36_000]


def test_a_total_of_another_company_says_nothing():
    total = lease(36_000, who="unnamed:tenants", is_aggregate=True)
    other = claim("unnamed:tenant", "Ferrow Works LLC", "lease", up_to(usd(10).point))
    assert 36_000 in counted(total, other)
