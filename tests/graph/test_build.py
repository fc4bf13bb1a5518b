from decimal import Decimal

import networkx as nx
import pytest

from graphbuild.graph.build import build_graph
from graphbuild.graph.consistency import check_graph
from graphbuild.graph.export import (
    edges_csv,
    graphml,
    node_link_json,
    nodes_csv,
    read_node_link_json,
)
from graphbuild.graph.projections import exposures, owner_of, ownership, payments
from graphbuild.records.figure import FxRate
from graphbuild.records.money import between, exact, up_to
from graphbuild.records.period import PartialDate
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd

ENTITIES = (
    entity("nvidia", "NVIDIA Corporation"),
    entity("openai", "OpenAI Group PBC"),
    entity("coreweave", "CoreWeave, Inc."),
    entity("ccac-iv", "CCAC IV, LLC", parent="coreweave", kind="spv"),
    entity("xai", "X.AI", parent="spacex", parent_from="2026-02-02"),
    entity("spacex", "SpaceX"),
    entity("sb-energy", "SB Energy"),
    entity("idle", "Idle Corp"),
)


def built(*claims, fx=(), as_of=None):
    resolution = resolve_claims(claims, Registry(ENTITIES), as_of)
    return build_graph(
        resolution.deals,
        resolution.flows,
        resolution.entities,
        {c.claim_id: c for c in claims},
        fx,
        as_of,
    )


def found_deals(*claims):
    return resolve_claims(claims, Registry(ENTITIES)).deals


LOAN = claim("nvidia", "ccac-iv", "loan", usd(100), deal_key="loan", paid_in="cash")
CLOUD = claim(
    "openai", "coreweave", "cloud_contract", up_to(Decimal("6.5e9")), measure="ceiling",
    deal_key="cloud", paid_in="cash",
)  # fmt: skip
GUARANTEE = claim(
    "nvidia", "sb-energy", "guarantee", usd(105), deal_key="ports", obligor="openai", paid_in="none"
)


def test_edge_key_is_the_flow_and_money_stands_in_its_columns():
    graph = built(CLOUD).graph
    data = graph.edges["openai", "coreweave", "cloud"]
    assert (data["contingent_low"], data["contingent_high"]) == (0.0, 6.5e9)
    assert (data["firm_low"], data["firm_high"]) == (0.0, 0.0)
    assert data["url"] == "https://example.com/doc-1"


def test_only_entities_with_flows_and_their_parents_are_nodes():
    graph = built(LOAN).graph
    assert sorted(graph) == ["ccac-iv", "coreweave", "nvidia"]


def test_built_graph_is_consistent():
    assert check_graph(built(LOAN, CLOUD, GUARANTEE).graph) == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"firm_low": 5.0, "firm_high": 1.0}, "bounds-out-of-order"),
        ({"colour": "red"}, "undeclared-attribute"),
        ({"usd_low": 1}, "wrong-type"),
        ({"same_obligation_as": "nowhere"}, "mirror-without-deal"),
    ],
)
def test_consistency_finds_each_fault(change, code):
    graph = built(LOAN).graph
    graph.edges["nvidia", "ccac-iv", "loan"].update(change)
    assert code in {issue.code for issue in check_graph(graph)}


def test_a_bound_that_is_open_is_in_order():
    graph = built(LOAN).graph
    graph.edges["nvidia", "ccac-iv", "loan"].update({"firm_low": 5.0, "firm_high": None})
    assert check_graph(graph) == ()


def test_what_was_drawn_is_what_the_deal_s_own_rows_say():
    drawn = claim(
        "nvidia", "ccac-iv", "loan", usd(30), measure="drawn", deal_key="loan", document="b",
        agreed_on="2025-12-31", paid_in="cash",
    )  # fmt: skip
    part = claim(
        "NVIDIA Corporation", "CCAC IV, LLC", "loan", usd(100), measure="drawn", document="c",
        agreed_on="2026-06-30",
    )  # fmt: skip
    found = built(LOAN, drawn, part)
    (deal,) = found_deals(LOAN, drawn, part)
    assert [state.is_deciding for state in deal.states] == [True, True, False]
    assert found.graph.edges["nvidia", "ccac-iv", "loan"]["drawn_usd"] == 30.0


def test_parallel_contracts_stay_apart():
    other = claim("openai", "coreweave", "cloud_contract", usd(4), deal_key="cloud-2")
    assert built(CLOUD, other).graph.number_of_edges("openai", "coreweave") == 2


def test_a_parent_counts_only_from_its_date():
    stake = claim("nvidia", "xai", "equity", usd(2), deal_key="stake")
    before = built(stake, as_of=PartialDate("2026-01-31")).graph
    after = built(stake, as_of=PartialDate("2026-03-01")).graph
    assert owner_of(before, "xai") == "xai"
    assert owner_of(after, "xai") == "spacex"


def test_foreign_money_is_converted_with_a_dated_rate_or_left_out():
    euro = claim("nvidia", "openai", "loan", exact(Decimal(100), "EUR"), deal_key="euro")
    rates = [
        FxRate(currency="EUR", usd_per_unit=Decimal(r), as_of=PartialDate(d), source="test")
        for r, d in (("1.10", "2025-06-30"), ("1.20", "2026-06-30"))
    ]
    without = built(euro)
    assert [issue.code for issue in without.issues] == ["no-rate"]
    assert without.graph.edges["nvidia", "openai", "euro"]["usd_low"] is None
    old = built(euro, fx=rates, as_of=PartialDate("2025-12-31")).graph
    assert old.edges["nvidia", "openai", "euro"]["usd_low"] == pytest.approx(110)
    new = built(euro, fx=rates).graph
    assert new.edges["nvidia", "openai", "euro"]["usd_low"] == pytest.approx(120)


def test_payments_follow_the_cash():
    graph = built(LOAN, CLOUD, GUARANTEE).graph
    assert sorted(payments(graph).edges()) == [("nvidia", "ccac-iv"), ("openai", "coreweave")]


def test_who_is_exposed_to_whom():
    graph = built(LOAN, CLOUD, GUARANTEE).graph
    assert sorted(exposures(graph).edges(keys=True)) == [
        ("coreweave", "openai", "cloud"),
        ("nvidia", "ccac-iv", "loan"),
        ("nvidia", "openai", "ports/obligor"),
        ("sb-energy", "nvidia", "ports"),
    ]


def test_ownership_holds_curated_owners():
    assert ("coreweave", "ccac-iv") in ownership(built(LOAN).graph).edges()


def test_graph_survives_its_json():
    graph = built(LOAN, CLOUD, GUARANTEE).graph
    again = read_node_link_json(node_link_json(graph))
    assert nx.utils.graphs_equal(graph, again)
    assert node_link_json(again) == node_link_json(graph)


def test_graphml_is_read_by_networkx():
    graph = built(LOAN, CLOUD, GUARANTEE).graph
    again = nx.parse_graphml(graphml(graph), force_multigraph=True)
    assert set(again.edges(keys=True)) == set(graph.edges(keys=True))


def test_tables_have_a_row_a_flow_and_a_row_an_entity():
    graph = built(LOAN, CLOUD).graph
    assert len(edges_csv(graph).splitlines()) == 1 + graph.number_of_edges()
    assert len(nodes_csv(graph).splitlines()) == 1 + graph.number_of_nodes()


def test_guarantee_without_a_named_beneficiary_exposes_the_guarantor_only():
    promise = claim("nvidia", "openai", "guarantee", usd(5), deal_key="promise", obligor="openai")
    edges = exposures(built(promise).graph).edges(keys=True)
    assert sorted(edges) == [("nvidia", "openai", "promise/obligor")]


def test_nothing_is_nothing_without_a_rate_too():
    euro = claim("nvidia", "openai", "loan", exact(Decimal(100), "EUR"), deal_key="euro")
    data = built(euro).graph.edges["nvidia", "openai", "euro"]
    assert (data["contingent_low"], data["contingent_high"]) == (0.0, 0.0)
    assert data["firm_high"] is None


def test_members_know_both_ends_of_what_they_share():
    joint = claim(
        "nvidia+openai", "coreweave", "loan", between(Decimal(110), Decimal(122)), deal_key="joint"
    )
    data = built(joint).graph.edges["nvidia", "coreweave", "joint:nvidia"]
    assert (data["joint_low_usd"], data["joint_usd"]) == (110.0, 122.0)
    assert (data["firm_low"], data["firm_high"]) == (0.0, 122.0)
