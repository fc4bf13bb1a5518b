from decimal import Decimal

import pytest

from graphbuild.errors import NotFoundError
from graphbuild.scores.base import Options
from graphbuild.scores.exposure import all_paths, exposure, exposure_paths
from tests.scores.graphs import World, anchors, figure

LAB = Options(to="lab")


def rows(world, *figures, options=LAB):
    table = exposure(world.graph, anchors(*figures), options)
    return {row["holder"]: row for row in table.to_dict("records")}


def paths(world, holder, *figures, options=LAB):
    return exposure_paths(world.graph, anchors(*figures), options, holder).to_dict("records")


def cloud_orders():
    world = World()
    for amount in (11.9, 4.0, 6.5):
        world.flow("lab", "cloud", "cloud_contract", contingent=(0.0, amount))
    return world


def test_ceilings_are_contingent_exposure_and_nothing_firm():
    row = rows(cloud_orders())["cloud"]
    assert (row["firm_low"], row["firm_high"]) == (0.0, 0.0)
    assert (row["contingent_low"], row["contingent_high"]) == (0.0, pytest.approx(22.4))
    assert (row["lookthrough_low"], row["lookthrough_high"]) == (0.0, pytest.approx(22.4))
    assert (row["deals"], row["weakest_tier"]) == (3, "filing")


def test_share_of_backlog_needs_a_backlog():
    backlog = figure("cloud", "backlog", 112.0, None, "2026-03-31")
    assert rows(cloud_orders(), backlog)["cloud"]["backlog_share_stated"] == pytest.approx(0.2)
    assert rows(cloud_orders())["cloud"]["backlog_share_stated"] is None


def test_cost_of_equity_and_value_of_a_holding_are_never_added():
    world = World()
    world.flow("fund", "lab", "equity", firm=30.0)
    world.flow("fund", "lab", "holding", past=75.0, measure="value", agreed_on="2026-03-31")
    world.flow("fund", "lab", "holding", past=60.0, measure="value", agreed_on="2025-12-31")
    row = rows(world)["fund"]
    assert (row["firm_high"], row["equity_cost_high"], row["position_high"]) == (30.0, 30.0, 75.0)
    assert row["lookthrough_high"] == 30.0


def test_recognised_revenue_is_past_and_periods_are_not_summed():
    world = World()
    world.flow("lab", "cloud", "revenue", past=17.0)
    world.flow("lab", "cloud", "revenue", past=24.0)
    row = rows(world)["cloud"]
    assert (row["past_high"], row["firm_high"], row["lookthrough_high"]) == (24.0, 0.0, 0.0)


def test_guarantee_and_indemnity_expose_the_guarantor_once():
    world = World()
    world.party("lab")
    world.flow("chips", "landlord", "guarantee", "cap", contingent=(0.0, 105.0), on_behalf_of="lab")
    world.flow(
        "lab", "chips", "guarantee", "back", contingent=(0.0, 105.0), same_obligation_as="cap"
    )
    world.flow("lab", "landlord", "lease", "rent", headline=(371.0, 410.0))
    found = rows(world)
    assert found["chips"]["contingent_high"] == 105.0
    assert found["landlord"]["contingent_high"] == 0.0
    assert found["landlord"]["headline_high"] == 410.0
    assert found["landlord"]["indirect_high"] == 0.0


def test_claims_of_an_owned_company_are_in_the_owners_look_through_only():
    world = World()
    world.party("owner")
    world.owned("landlord", "owner")
    world.flow("lab", "landlord", "lease", firm=50.0)
    world.flow("owner", "lab", "equity", firm=30.0)
    found = rows(world)
    assert (found["owner"]["firm_high"], found["owner"]["lookthrough_high"]) == (30.0, 80.0)
    assert found["landlord"]["owner_id"] == "owner"
    assert found["owner"]["owner_id"] is None
    assert [path["kind"] for path in paths(world, "owner")] == ["owned", "direct"]


def test_claim_on_an_owned_vehicle_counts_unless_without_recourse():
    world = World()
    world.party("lab")
    world.owned("spv", "lab")
    world.flow("bank", "spv", "loan", "with", firm=5.0)
    world.flow("bank", "spv", "loan", "without", firm=7.0, recourse="non_recourse")
    row = rows(world)["bank"]
    assert (row["firm_high"], row["lookthrough_high"]) == (0.0, 5.0)
    kinds = {
        path["deal_ids"]: (path["kind"], path["attributed_high"]) for path in paths(world, "bank")
    }
    assert kinds == {"with": ("vehicle", 5.0), "without": ("without_recourse", 0.0)}


def test_owners_guarantee_beside_the_vehicles_debt_counts_once():
    world = World()
    world.party("lab")
    world.owned("spv", "lab")
    world.flow("bank", "spv", "loan", firm=5.0)
    world.flow("lab", "bank", "guarantee", contingent=(0.0, 5.0), on_behalf_of="spv")
    assert rows(world)["bank"]["lookthrough_high"] == 5.0


def test_lender_to_a_dependent_cloud_is_exposed_by_the_share_of_its_backlog():
    world = World()
    world.flow("bank", "cloud", "loan", firm=10.0)
    world.flow("lab", "cloud", "cloud_contract", firm=20.0, contingent=(0.0, 20.0))
    row = rows(world, figure("cloud", "backlog", 100.0, None, "2026-03-31"))["bank"]
    assert (row["indirect_low"], row["indirect_high"]) == (pytest.approx(2.0), pytest.approx(4.0))
    assert row["firm_high"] == 0.0
    (path,) = paths(world, "bank", figure("cloud", "backlog", 100.0, None, "2026-03-31"))
    assert path["path"] == "bank -> cloud -> lab"
    assert path["basis"] == "cloud: backlog of 2026-03-31"
    assert path["contracts"].startswith("lab -> cloud: ")


def test_dependence_through_two_customers_multiplies():
    world = World()
    world.flow("bank", "landlord", "loan", firm=10.0)
    world.flow("cloud", "landlord", "lease", firm=50.0)
    world.flow("lab", "cloud", "cloud_contract", firm=20.0)
    known = (
        figure("landlord", "backlog", 100.0, None, "2026-03-31"),
        figure("cloud", "backlog", 100.0, None, "2026-03-31"),
    )
    assert rows(world, *known)["bank"]["indirect_low"] == pytest.approx(10 * 0.5 * 0.2)
    short = Options(to="lab", exposure_length_hops=2)
    assert "bank" not in rows(world, *known, options=short)


def test_direct_and_further_dependence_of_one_debtor_never_pass_the_claim():
    world = World()
    world.flow("bank", "cloud", "loan", firm=10.0)
    world.flow("lab", "cloud", "cloud_contract", contingent=(0.0, 90.0))
    world.flow("other", "cloud", "cloud_contract", contingent=(0.0, 90.0))
    world.flow("lab", "other", "cloud_contract", contingent=(0.0, 90.0))
    known = figure("cloud", "backlog", 100.0, None, "2026-03-31")
    assert rows(world, known)["bank"]["indirect_high"] == pytest.approx(10.0)


def test_joint_deal_of_two_obligors_counts_once():
    world = World()
    for cloud in ("left", "right"):
        world.flow("lab", cloud, "cloud_contract", firm=100.0)
        world.flow(
            "bank", cloud, "loan", f"pair:{cloud}", firm=(0.0, 8.0), is_joint=True,
            joint_usd=8.0, joint_members=2,
        )  # fmt: skip
    known = [figure(c, "backlog", 100.0, None, "2026-03-31") for c in ("left", "right")]
    assert rows(world, *known)["bank"]["indirect_high"] == pytest.approx(8.0)


def test_groups_hold_claims_but_pass_none_on():
    world = World()
    world.party("clouds", is_group=True)
    world.flow("lab", "clouds", "cloud_contract", firm=5.0)
    world.flow("bank", "clouds", "loan", firm=10.0)
    assert set(rows(world)) == {"clouds"}


def test_party_that_is_itself_owned_is_not_its_owner():
    world = World()
    world.party("owner")
    world.owned("lab", "owner")
    world.flow("bank", "owner", "loan", firm=9.0)
    world.flow("bank", "lab", "loan", firm=2.0)
    world.flow("owner", "lab", "equity", firm=4.0)
    found = rows(world)
    assert found["bank"]["lookthrough_high"] == 2.0
    assert found["owner"]["lookthrough_high"] == 4.0


def test_contract_without_a_figure_is_listed_and_leaves_the_high_open():
    world = World()
    world.flow("lab", "chips", "supply_contract", firm=(0.0, None))
    row = rows(world)["chips"]
    assert (row["firm_low"], row["firm_high"], row["open_deals"]) == (0.0, None, 1)
    assert "without a figure" in row["reason"]
    world.flow("lab", "chips", "supply_contract", firm=5.0)
    row = rows(world)["chips"]
    assert (row["firm_low"], row["firm_high"]) == (5.0, None)
    assert (row["deals"], row["open_deals"]) == (2, 1)


def test_share_of_revenue_is_disclosed_or_of_the_same_year():
    world = World()
    year = {"start": "2025-01-01", "end": "2025-12-31"}
    world.flow("lab", "cloud", "revenue", "sales", past=20.0, **year)
    revenue = figure("cloud", "revenue", 80.0, "2025-01-01", "2025-12-31")
    row = rows(world, revenue)["cloud"]
    assert (row["revenue_share"], row["revenue_basis"]) == (0.25, "sales over 2025-12-31")
    stated = figure(
        "cloud", "customer_share", None, "2025-01-01", "2025-12-31",
        share=Decimal("0.3"), counterparty="lab",
    )  # fmt: skip
    assert rows(world, revenue, stated)["cloud"]["revenue_share"] == pytest.approx(0.3)
    later = figure("cloud", "revenue", 80.0, "2025-07-01", "2026-06-30")
    assert rows(world, later)["cloud"]["revenue_share"] is None


def test_unknown_party_is_an_error_with_its_neighbours():
    world = cloud_orders()
    with pytest.raises(NotFoundError, match="nearest ids: lab"):
        rows(world, options=Options(to="labs"))
    with pytest.raises(NotFoundError, match="cloudy"):
        paths(world, "cloudy")


def test_all_paths_are_those_of_each_holder_and_order_of_edges_is_irrelevant():
    def build(order):
        world = World()
        for name in order:
            source, target, kind = {
                "a": ("lab", "cloud", "cloud_contract"),
                "b": ("bank", "cloud", "loan"),
                "c": ("fund", "lab", "equity"),
            }[name]
            world.flow(source, target, kind, name, firm=5.0)
        return world

    table = all_paths(build("abc").graph, anchors(), LAB)
    assert table.equals(all_paths(build("cba").graph, anchors(), LAB))
    assert table["path"].tolist() == ["bank -> cloud -> lab", "cloud -> lab", "fund -> lab"]


def test_claim_on_a_guarantor_for_the_party_itself_is_not_attributed_again():
    world = World()
    world.party("lab")
    world.flow("lab", "landlord", "lease", firm=50.0)
    world.flow("chips", "landlord", "guarantee", contingent=(0.0, 50.0), on_behalf_of="lab")
    world.flow("lab", "chips", "supply_contract", firm=20.0)
    backlog = figure("chips", "backlog", 40.0, None, "2026-03-31")
    row = rows(world, backlog)["landlord"]
    assert (row["indirect_high"], row["lookthrough_high"]) == (0.0, 50.0)


def test_paths_do_not_run_back_through_the_holder_or_its_group():
    world = World()
    world.party("holder")
    world.owned("arm", "holder")
    world.flow("holder", "cloud", "loan", firm=10.0)
    world.flow("arm", "cloud", "lease", firm=30.0)
    world.flow("lab", "arm", "cloud_contract", firm=5.0)
    backlog = figure("cloud", "backlog", 40.0, None, "2026-03-31")
    own = figure("holder", "backlog", 10.0, None, "2026-03-31")
    row = rows(world, backlog, own)["holder"]
    assert (row["indirect_high"], row["lookthrough_high"]) == (0.0, 5.0)


def test_exposure_stands_beside_equity_and_the_debt_service_of_the_year_ahead():
    world = World()
    world.flow("openai", "cloud", "cloud_contract", firm=20.0, start="2027-01-01", end="2028-12-31")
    world.flow("bank", "cloud", "bond", firm=50.0, rate="10%", start="2025-01-01", end="2030-12-31")
    given = anchors(figure("cloud", "equity", 40, None, "2026-03-31"))
    row = exposure(world.graph, given, Options()).set_index("holder").loc["cloud"]
    assert (row["equity_usd"], row["equity_share_stated"]) == (40.0, 0.5)
    assert "not positive" not in row["reason"]
    assert (row["service_usd"], row["service_year"]) == (pytest.approx(5.0, rel=0.01), 2027)
    assert row["service_share_stated"] == pytest.approx(
        10 * 365 / 365.5 / row["service_usd"], rel=1e-3
    )
    poor = anchors(figure("cloud", "equity", -3, None, "2026-03-31"))
    row = exposure(world.graph, poor, Options()).set_index("holder").loc["cloud"]
    assert row["equity_share_stated"] is None
    assert "not positive" in row["reason"]
