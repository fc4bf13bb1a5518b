"""What moves a result most, against whole scores run again with one deal changed at a time."""

import random

import pytest

from graphbuild.records.entity import EntityKind
from graphbuild.scores.base import Options
from graphbuild.scores.circularity import circularity
from graphbuild.scores.circulation import circulation, largest_circulation
from graphbuild.scores.concentration import concentration
from graphbuild.scores.coverage import coverage, coverage_totals
from graphbuild.scores.customers import customers
from graphbuild.scores.debtservice import debt_service
from graphbuild.scores.drivers import Part, ends_of_share, ends_of_sum, moves_most
from graphbuild.scores.exposure import exposure, exposure_paths
from graphbuild.scores.funding import capital_flows
from graphbuild.scores.lenders import lender_overlap
from graphbuild.scores.profile import backlog_check, dependence_profile
from graphbuild.scores.resting import resting
from graphbuild.scores.structure import structure
from graphbuild.scores.vehicles import vehicles
from tests.scores.graphs import World, anchors, figure

COLUMNS = ("firm", "contingent", "headline")
KINDS = ("loan", "bond", "equity", "cloud_contract", "supply_contract", "lease")
PARTIES = ("amber", "birch", "cedar", "dogwood", "elder", "openai")

KEYS = {
    exposure: (("holder",), ("firm_stated", "contingent_stated", "headline_stated")),
    coverage: (("entity_id", "year"), ("firm_stated",)),
    coverage_totals: (("entity_id",), ("firm_stated",)),
    circularity: (("loop_id",), ("bottleneck_high",)),
    concentration: (("entity_id", "side", "basis"), ("hhi_stated",)),
    dependence_profile: (("entity_id", "party", "kind"), ("share_stated",)),
    backlog_check: (("entity_id",), ("all_stated",)),
    vehicles: (("vehicle",), ("debt_stated",)),
    capital_flows: (
        ("grouping", "source", "target", "family"),
        ("firm_stated", "contingent_stated", "headline_stated"),
    ),
}
"""Score -> columns that name a row, and columns whose sum is what is moved."""


def chance_world(seed):
    """Deals of all columns, some without a ceiling, two about the same money, one joint."""
    chance = random.Random(seed)
    world = World()
    for name in PARTIES:
        world.party(
            name, kind=str(EntityKind.VEHICLE) if name == "elder" else "other", country="US"
        )
    for _ in range(16):
        source, target = chance.sample(PARTIES, 2)
        low = chance.uniform(1e8, 5e9)
        high = None if chance.random() < 0.12 else low + chance.uniform(0, 5e9)
        years = {"start": "2025-04-01", "end": f"{chance.randint(2027, 2030)}-06-30"}
        column = chance.choice(("firm", *COLUMNS))
        amount = (low if column == "firm" else 0.0, high)
        if column != "firm" and high is None:
            amount = (0.0, low)
        world.flow(source, target, chance.choice(KINDS), **{column: amount}, **years)
    world.flow("amber", "openai", "lease", "one", firm=(2e9, 3e9), start="2025", end="2028")
    world.flow(
        "amber", "openai", "lease", "two", firm=(1e9, 4e9), start="2025", end="2028",
        same_obligation_as="one",
    )  # fmt: skip
    world.joint(["birch", "cedar"], "dogwood", "loan", "club", firm=2.5e9, end="2029")
    return world.graph


def pinned(graph, deal, end):
    """Every deal at what is stated for it, one at its low or at its high."""
    changed = graph.copy()
    for _, _, data in changed.edges(data=True):
        for column in COLUMNS:
            low, high = data[f"{column}_low"], data[f"{column}_high"]
            value = low if high is None else high
            if data["deal_id"] == deal and end == "low":
                value = low if column == "firm" else 0.0
                if data["is_joint"]:
                    value = high
            data[f"{column}_high"] = value
            data[f"{column}_low"] = min(low, value)
    return changed


def measured(score, graph, given):
    keys, values = KEYS[score]
    frame = score(graph, given, Options(loop_length_hops=4, exposure_length_hops=1))
    rows = frame.to_dict("records")
    return {tuple(row[k] for k in keys): sum(row[v] or 0.0 for v in values) for row in rows}


@pytest.mark.parametrize("score", list(KEYS), ids=lambda score: score.__name__)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_inputs_named_are_those_of_running_the_score_again(score, seed):
    graph = chance_world(seed)
    given = anchors(*(figure(name, "backlog", 9e10, None, "2026-03-31") for name in PARTIES))
    if score is circularity:  # one member of a consortium alone has from nothing to the whole
        graph.remove_edges_from(
            [("birch", "dogwood", "club:birch"), ("cedar", "dogwood", "club:cedar")]
        )
    if score is exposure:  # claims on third parties move by dependence too; see the test by hand
        graph.remove_edges_from([e for e in list(graph.edges(keys=True)) if "openai" not in e[:2]])
    keys, _ = KEYS[score]
    options = Options(loop_length_hops=4, exposure_length_hops=1)
    shown = {
        tuple(row[k] for k in keys): row["moves_most"]
        for row in score(graph, given, options).to_dict("records")
        if row.get("basis", "all") in ("all", "contracts known here", "guarantees known here")
    }
    deals = sorted({data["deal_id"] for _, _, data in graph.edges(data=True)})
    is_open = opened(score, graph, given)
    central = measured(score, pinned(graph, "", ""), given)
    again = {
        (deal, end): measured(score, pinned(graph, deal, end), given)
        for deal in deals
        for end in ("low", "high")
    }
    assert shown
    for key, words in shown.items():
        ends = {}
        for deal in deals:
            low, high = (again[deal, end].get(key, 0.0) for end in ("low", "high"))
            ends[deal] = (low, None if key in is_open.get(deal, ()) else high)
        unit = "fraction" if score in (concentration, dependence_profile) else "USD"
        if is_open and score in (concentration, dependence_profile, circularity):
            continue  # an open deal's share has a limit; see the tests by hand
        assert words == moves_most(ends, unit), (key, central.get(key))


def opened(score, graph, given):
    """Deals without a ceiling, with the rows that they are added up in."""
    found = {}
    for deal in sorted(
        {d["deal_id"] for *_, d in graph.edges(data=True) if d["firm_high"] is None}
    ):
        doubled = graph.copy()
        for _, _, data in doubled.edges(data=True):
            if data["deal_id"] == deal:
                data["firm_high"] = data["firm_low"] * 3
        one, other = (measured(score, pinned(g, "", ""), given) for g in (graph, doubled))
        found[deal] = {key for key in other if one.get(key) != other[key]}
    return found


def test_an_open_deal_is_named_apart_and_deals_about_the_same_money_count_once():
    parts = [
        Part("x", "x", 1e9, 5e9, 5e9),
        Part("y", "x", 0.0, 3e9, 9e9),
        Part("z", "z", 0, 0, None),
    ]
    assert ends_of_sum(parts) == {"x": (3e9, 5e9), "y": (5e9, 9e9), "z": (5e9, None)}
    assert moves_most(ends_of_sum(parts)) == "y (by 4.00 bn); x (by 2.00 bn); without a figure: z"


def test_an_open_deal_can_be_all_of_a_share():
    ends = ends_of_share([Part("a", "a", 2.0, 2.0, None)], [Part("b", "b", 0.0, 2.0, 6.0)])
    assert ends == {"a": (0.5, 1.0), "b": (1.0, 0.25)}
    cents = ends_of_share(
        [Part("a", "a", 0.125, 0.125, 0.375)], [Part("b", "b", 0.125, 0.125, 0.125)]
    )
    assert cents == {"a": (0.5, 0.75), "b": (0.5, 0.5)}
    assert ends_of_share([Part("a", "a", 0.0, 0.0, 0.0)], []) == {"a": (0.0, 0.0)}


def test_what_moves_nothing_is_not_named():
    assert moves_most({"a": (3e9, 3e9)}) == ""
    assert moves_most({"a": (0.2, 0.25)}, "fraction") == "a (by 5.0 points)"
    assert moves_most({"a": (0.0, 2.5e6), "b": (0.0, 2e3)}) == "a (by 2.50 m); b (by 2,000)"


def test_a_dependence_moves_exposure_beside_the_deals():
    world = World()
    world.flow("fund", "cloud", "equity", "stake", firm=(4e9, 6e9))
    world.flow("openai", "cloud", "cloud_contract", "hours", firm=(1e9, 9e9), start="2026")
    given = anchors(figure("cloud", "backlog", 10e9, None, "2026-03-31"))
    row = exposure(world.graph, given, Options()).set_index("holder").loc["fund"]
    assert row["lookthrough_stated"] == pytest.approx(5.4e9)
    assert (
        row["moves_most"] == "part of cloud that hangs on openai (by 4.80 bn); stake (by 1.80 bn)"
    )
    path = exposure_paths(world.graph, given, Options(), "fund").iloc[0]
    assert path["moves_most"] == "part that hangs on the other (by 4.80 bn); stake (by 1.80 bn)"


def test_an_assumed_term_moves_all_deals_without_an_end_together():
    world = World()
    for deal in ("hours", "racks"):
        world.flow("lab", "cloud", "cloud_contract", deal, firm=4e9, start="2026-01-01")
    row = coverage(world.graph, anchors(term__default_years=(2, 4)), Options()).iloc[0]
    assert row["moves_most"].startswith("the assumed term (by 2.0")


def test_a_debt_moves_its_years_by_balance_and_rate():
    world = World()
    world.flow(
        "bank", "cloud", "bond", "notes", firm=10e9, rate="5%", start="2025-01-01", end="2028-12-31"
    )
    world.flow(
        "bank", "cloud", "loan", "line", firm=(2e9, 4e9), rate="6%", start="2025", end="2028"
    )
    rows = debt_service(world.graph, anchors(), Options())
    last = rows[(rows["year"] == 2028) & (rows["vehicle"] == "(all)")].iloc[0]
    due = [last[f"{part}_{end}"] for end in ("high", "low") for part in ("principal", "interest")]
    assert last["moves_most"] == f"line (by {(due[0] + due[1] - due[2] - due[3]) / 1e9:.2f} bn)"


def test_customers_nobody_named_move_the_disclosed_index():
    given = anchors(
        figure(
            "cloud",
            "customer_share",
            None,
            "2025-01-01",
            "2025-12-31",
            share=0.62,
            counterparty="a",
        )
    )
    world = World()
    world.party("cloud")
    row = customers(world.graph, given, Options()).iloc[0]
    swing = (row["hhi_high"] - row["hhi_low"]) * 100
    assert row["moves_most"] == f"customers under the threshold (by {swing:.1f} points)"


def ring():
    world = World()
    for payer, payee, low, high in (
        ("a", "b", 2e9, 6e9), ("b", "c", 3e9, 4e9), ("c", "a", 1e9, None), ("b", "d", 0.0, 9e9),
    ):  # fmt: skip
        world.flow(payer, payee, "supply_contract", f"{payer}{payee}", firm=(low, high))
    return world.graph


def test_hops_of_a_loop_move_the_circulation_and_others_do_not():
    rows = circulation(ring(), anchors(), Options()).set_index("level")
    edges = [("a", "b", 6e9), ("b", "c", 4e9), ("c", "a", 1e9)]
    assert rows.loc["stated", "circulation"] == largest_circulation(edges).total == 3e9
    # c -> a has no ceiling: with it as large as all, b -> c binds at 4; the others cannot help
    assert rows.loc["stated", "moves_most"] == "c -> a (by 9.00 bn)"
    assert rows.loc["certain", "moves_most"] == "c -> a (by 3.00 bn)"


def test_finns_index_names_the_hop_without_a_ceiling():
    rows = structure(ring(), anchors(), Options()).set_index(["clock", "level"])
    # what leaves the loop without a floor moves the index more than the hop without a ceiling
    assert (
        rows.loc[("life", "stated"), "moves_most"]
        == "b -> d (by 11.1 points); c -> a (by 2.4 points)"
    )


def test_borrowers_with_a_common_lender_name_the_deals_of_both():
    world = World()
    world.flow("bank", "one", "loan", "first", firm=(1e9, 5e9))
    world.flow("bank", "two", "loan", "second", firm=(1e9, 3e9))
    row = lender_overlap(world.graph, anchors(), Options()).iloc[0]
    assert row["moves_most"] == "first (by 4.00 bn); second (by 2.00 bn)"


def test_market_value_names_the_share_that_binds():
    world = World()
    world.flow(
        "openai", "cloud", "cloud_contract", "hours", firm=(1e9, 9e9), start="2026", end="2030"
    )
    given = anchors(
        figure("cloud", "backlog", 10e9, None, "2026-03-31"),
        figure("cloud", "market_cap", 50e9, None, "2026-06-30"),
    )
    row = resting(world.graph, given, Options()).iloc[0]
    assert row["moves_most"] == "backlog of 2026-03-31 (by 40.00 bn)"
