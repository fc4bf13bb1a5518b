"""Published and independently computed cases, read from the folder GRAPHBUILD_REFERENCE names."""

import csv
import json

import numpy as np
import pytest

from graphbuild.contagion.clearing import clear
from graphbuild.contagion.distress import (
    debtrank_2012,
    impact_weights,
    linear_distress,
    revenue_shortfall,
)
from graphbuild.contagion.firesale import leverage_sales, ratio_sales
from graphbuild.contagion.funding import withdraw
from graphbuild.contagion.holdings import cross_holdings
from graphbuild.contagion.obligations import Guarantee, Obligations
from graphbuild.contagion.reverse import breaking_points
from graphbuild.contagion.valuation import cascade, clearing_value, linear_value, revalue


def _cases(folder, name):
    found = json.loads((folder / name).read_text(encoding="utf-8"))
    return {case["id"]: case for case in found} if isinstance(found, list) else found


def test_every_clearing_case_of_one_rank(reference):
    checked = 0
    for case in _cases(reference, "clearing_cases.json").values():
        if "clearing_vector" not in case:
            continue
        system = Obligations.from_matrix(case["L"], outside=case["external_liabilities"])
        rule = {"alpha": case["alpha"], "beta": case["beta"]}
        found = clear(system, case["external_assets"], **rule)
        within = case["tolerance_abs"]
        assert found.paid == pytest.approx(case["clearing_vector"], abs=within), case["id"]
        assert found.equity == pytest.approx(case["equity_vs_full_debt"], abs=within)
        assert np.flatnonzero(found.defaults).tolist() == case["defaults"]
        if "least_clearing_vector" in case:
            least = clear(system, case["external_assets"], solution="least", **rule).paid
            assert least == pytest.approx(case["least_clearing_vector"], abs=within)
        if case["model"] == "eisenberg_noe" and case["id"] != "CIRC1":
            claims = np.asarray(case["L"], dtype=float)
            owed = np.asarray(case["total_obligations"])
            value = clearing_value(owed)
            equity = revalue(claims.T, case["external_assets"], owed, value)
            assert equity == pytest.approx(case["equity_vs_full_debt"], abs=within)
        checked += 1
    assert checked == 9


def test_outside_creditors_first(reference):
    case = _cases(reference, "clearing_cases.json")["EN4S"]
    owed = np.asarray(case["L"], dtype=float)
    by, to = np.nonzero(owed)
    outside = case["external_liabilities"]
    system = Obligations.build(3, by, to, owed[by, to], rank=[1] * len(by), outside=outside)
    found = clear(system, case["external_assets"])
    paid = (found.fractions * system.due)[:, 1]
    assert paid == pytest.approx(case["network_payments"], abs=1e-9)
    assert found.equity == pytest.approx(case["equity"], abs=1e-9)


def test_ranks_with_equity_holdings(reference):
    case = _cases(reference, "clearing_cases.json")["ELS1"]
    levels = [np.asarray(case[key], dtype=float) for key in ("L_senior", "L_junior")]
    rows = [
        (i, j, owed[i, j], rank) for rank, owed in enumerate(levels) for i, j in np.argwhere(owed)
    ]
    by, to, amount, rank = zip(*rows, strict=True)
    system = Obligations.build(3, by, to, amount, rank=rank)
    found = clear(system, case["external_assets"], holdings=case["equity_holdings_theta"])
    paid = found.fractions * system.due
    assert paid[:, 0] == pytest.approx(case["payments_senior"], abs=1e-6)
    assert paid[:, 1] == pytest.approx(case["payments_junior"], abs=1e-6)
    assert found.equity == pytest.approx(case["equity"], abs=1e-6)


def test_small_debtrank_cases(reference):
    cases = _cases(reference, "debtrank_small_cases.json")
    pair = [[0, cases["DR1"]["b"]], [cases["DR1"]["a"], 0]]
    shock = cases["DR1"]["shock"]
    assert linear_distress(pair, shock) == pytest.approx(cases["DR1"]["linear"], abs=1e-12)
    assert debtrank_2012(pair, shock) == pytest.approx(cases["DR1"]["battiston2012"], abs=1e-12)
    claims = [[0, 0.5, 0], [0, 0, 0.5], [0.5, 0, 0]]
    for name in ("DR2", "DR3"):
        hit = np.asarray(cases[name]["equity_shock"])
        final = pytest.approx(cases[name]["final_equity"], abs=1e-9)
        assert 1 - linear_distress(claims, hit) == final
        assert revalue(claims, 1 - hit, [0.5] * 3, linear_value([1, 1, 1])) == final
    case = cases["DR5"]
    owed = np.array([[0, 4, 0], [0, 0, 3], [2, 0, 0]])
    debts = owed.sum(axis=1) + np.array([17, 18, 8])
    equity = revalue(owed.T, [18, 18, 9], debts, linear_value(case["initial_equity"]))
    assert equity == pytest.approx(case["final_equity"], abs=1e-6)


def _rows(folder, name):
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_debtrank_of_125_banks_also_near_a_loop_gain_of_one(reference):
    nodes = _rows(reference, "debtrank_simdata_nodes.csv")
    edges = _rows(reference, "debtrank_simdata_edges.csv")
    expected = _rows(reference, "debtrank_simdata_single_default.csv")
    place = {row["bank"]: i for i, row in enumerate(nodes)}
    buffer, importance = (np.array([float(r[c]) for r in nodes]) for c in ("buffer", "weights"))
    importance /= importance.sum()
    lender, borrower = ([place[r[c]] for r in edges] for c in ("lender", "borrower"))
    amount = [float(row["amount"]) for row in edges]
    weights = impact_weights(len(nodes), lender, borrower, amount, buffer)
    shocks = np.zeros((len(nodes), len(expected)))
    for column, row in enumerate(expected):
        shocks[place[row["scenario"]], column] = 1.0
    linear = importance @ (linear_distress(weights, shocks) - shocks)
    assert linear == pytest.approx([float(r["linear_own"]) for r in expected], abs=1e-9)
    for column, row in enumerate(expected):
        shock = shocks[:, column]
        for name, is_capped in (("cappedW", True), ("uncappedW", False)):
            once = importance @ (debtrank_2012(weights, shock, is_capped=is_capped) - shock)
            assert once == pytest.approx(float(row[f"battiston2012_{name}_own"]), abs=1e-12)
        losses, rounds = cascade(lender, borrower, amount, buffer, np.flatnonzero(shock))
        stress = importance @ np.where(shock > 0, 0.0, np.minimum(losses / buffer, 1.0))
        assert stress == pytest.approx(float(row["threshold_own"]), abs=1e-12)
        assert sum(map(len, rounds[1:])) == int(row["threshold_additional_defaults"])


def test_fire_sales(reference):
    cases = _cases(reference, "firesale_cases.json")
    for name in ("FS1", "FS2"):
        case = cases[name]
        keys = ("total_assets", "debt_to_equity_target", "weights", "price_impact_per_unit_sold")
        found = leverage_sales(*(case[key] for key in keys), case["shock_returns"])
        for attribute, key in {
            "equity": "equity",
            "direct_return": "direct_return",
            "direct_loss": "direct_loss",
            "sales": "asset_sales",
            "price_change": "price_change",
            "second_loss": "second_round_loss",
            "aggregate": "aggregate_vulnerability",
            "systemicness": "systemicness",
            "indirect": "indirect_vulnerability",
        }.items():
            value = getattr(found, attribute)
            assert value == pytest.approx(case["expected"][key], rel=1e-12, abs=1e-12), key
    for name in ("CFS1", "CFS2"):
        case = cases[name]
        found = ratio_sales(
            case["debt"],
            case["liquid"],
            case["illiquid_units"],
            ratio=case["min_equity_to_risky_ratio"],
            impact=case["alpha"],
            start_price=case["shocked_start_price"],
        )
        assert found.price == pytest.approx(case["equilibrium_price_greatest"], abs=1e-9)
        assert found.sales == pytest.approx(case["sales"], abs=1e-6)


def test_funding_withdrawal(reference):
    lab, supplier, first, second = range(4)
    for case in _cases(reference, "funding_withdrawal_cases.json")["cases"]:
        expected = case["expected"]
        found = withdraw(
            4,
            [1 + 3, 0.5 + 1, case["F_can_fund"], case["V_can_fund"]],
            ([first, second], [lab, lab], [4.0, 3.0]),
            ([lab], [supplier], [3.5]),
            outside_dues=[9 - 3.5, 4, 0, 0],
        )
        tranches = [expected["funding"]["F->O"], expected["funding"]["V->O"]]
        assert found.funded == pytest.approx(tranches, abs=1e-12)
        assert found.paid == pytest.approx([expected["funding"]["O->R"]], abs=1e-12)
        short = [expected["short_O"], expected["short_R"]]
        assert found.short[:2] == pytest.approx(short, abs=1e-12)


def test_cross_holdings_shortfalls_guarantees_and_the_chain(reference):
    cases = _cases(reference, "misc_cases.json")
    case = cases["egj_3"]
    worth = cross_holdings(case["C"], case["asset_values"])
    assert worth.market == pytest.approx(case["market_values"], abs=1e-10)
    assert worth.book == pytest.approx(case["book_values"], abs=1e-10)
    assert worth.dependency == pytest.approx(np.asarray(case["A"]), abs=1e-10)
    case = cases["elliott_golub_jackson_2x2"]
    assert cross_holdings(case["C"], [1, 1]).dependency == pytest.approx(np.asarray(case["A"]))
    case = cases["look_through_shortfall"]
    lost = revenue_shortfall(case["A_row_depends_on_column"], case["direct_shock"])
    assert lost == pytest.approx(case["total"], abs=1e-12)
    for rank, key in ((0, "guarantee_contingent_pari_passu"), (1, "guarantee_junior_to_D")):
        case = cases["guarantee_reroute"][key]
        promise = Guarantee(guarantor=2, claim=0, rank=rank)
        system = Obligations.build(4, [0, 2], [1, 3], [10, 5], guarantees=(promise,))
        found = clear(system, [4, 0, 8, 0])
        assert found.assets[1] == pytest.approx(case["B_total"], abs=1e-9)
        assert found.assets[3] == pytest.approx(case["D_receives"], abs=1e-9)
    case = cases["reverse_stress_chain"]
    cash = np.asarray(case["external_assets_base"], dtype=float)
    found = breaking_points(Obligations.from_matrix(case["L"]), cash, 0)
    expected = {0: case["first_default_x"], 1: case["second_default_x"]}
    assert found == pytest.approx(expected, abs=1e-9)
