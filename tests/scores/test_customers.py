from decimal import Decimal

import pytest

from graphbuild.scores.base import Options
from graphbuild.scores.customers import customers
from tests.scores.graphs import World, anchors, figure


def share_figure(customer, share, end="2025-12-31"):
    return figure(
        "vendor",
        "customer_share",
        None,
        "2025-01-01",
        end,
        share=Decimal(str(share)),
        counterparty=customer,
    )


def row(world, *figures):
    (found,) = customers(world.graph, anchors(*figures), Options()).to_dict("records")
    return found


def test_published_interval_of_two_named_customers():
    # 62 % and 15 % named, the rest below 10 % each: 0.4069 to 0.4278.
    world = World()
    period = {"start": "2025-01-01", "end": "2025-12-31", "measure": "share"}
    world.flow("a", "vendor", "revenue", past=(0.0, None), share=0.62, **period)
    world.flow("b", "vendor", "revenue", past=(0.0, None), share=0.15, **period)
    found = row(world)
    assert (found["hhi_low"], found["hhi_high"]) == (
        pytest.approx(0.4069),
        pytest.approx(0.4278),
    )
    assert found["customers"] == "a 62.0%; b 15.0%"
    assert found["source"] == "documents"


def test_periods_are_never_mixed():
    world = World()
    for year, share in (("2024", 0.62), ("2025", 0.67)):
        period = {"start": f"{year}-01-01", "end": f"{year}-12-31"}
        world.flow("a", "vendor", "revenue", past=(0.0, None), share=share, **period)
    table = customers(world.graph, anchors(), Options())
    assert table["largest_share"].tolist() == [0.62, 0.67]


def test_figures_give_a_row_of_their_own():
    world = World()
    world.party("vendor")
    found = row(world, share_figure("unnamed:customer-a", 0.24), share_figure("x", 0.21))
    assert (found["source"], found["disclosed_share"]) == ("figures", pytest.approx(0.45))


def test_label_for_several_customers_gives_no_index():
    world = World()
    world.party("vendor")
    found = row(world, share_figure("unnamed:top-five-end-customers", 0.55))
    assert found["hhi_low"] is None
    assert "several customers" in found["reason"]


def test_shares_of_different_revenues_are_refused():
    world = World()
    world.party("vendor")
    found = row(world, share_figure("a", 0.7), share_figure("b", 0.6))
    assert found["hhi_high"] is None
    assert "more than 1" in found["reason"]


def test_ten_per_cent_or_more_may_be_all_the_rest():
    world = World()
    world.flow(
        "a", "vendor", "revenue", past=(0.0, None), share=0.1, qualifier="at_least", end="2025"
    )
    found = row(world)
    assert found["hhi_high"] == 1.0
    # 10 % alone is 0.01, all of it 1: what the share may add is 0.99
    assert "share of a (by 99.0 points)" in found["moves_most"]


def test_shares_of_receivables_stand_apart_from_those_of_revenue():
    world = World()
    world.party("cloud")
    given = anchors(
        figure("cloud", "customer_share", None, None, "2025-12-31", share=0.62, counterparty="a"),
        figure("cloud", "receivable_share", None, None, "2025-12-31", share=0.15, counterparty="a"),
        figure("cloud", "supplier_share", None, None, "2025-12-31", share=0.40, counterparty="z"),
    )
    found = customers(world.graph, given, Options()).set_index("benchmark")
    shares = {"revenue": 0.62, "receivables": 0.15, "purchases": 0.40}
    assert found["disclosed_share"].to_dict() == shares
    for name, share in shares.items():
        assert found.loc[name, "hhi_low"] == pytest.approx(share**2)
