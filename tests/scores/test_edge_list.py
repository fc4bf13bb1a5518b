import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.errors import ParseError
from graphbuild.graph.consistency import check_graph
from graphbuild.scores.base import Options
from graphbuild.scores.circularity import circularity
from graphbuild.scores.circulation import circulation
from graphbuild.scores.concentration import concentration
from graphbuild.scores.edge_list import OUTSIDE, edge_graph, one_period, read_payments
from graphbuild.scores.mixing import round_trip
from tests.scores.graphs import anchors


def read(*lines, header="source,target,amount"):
    return read_payments("\n".join((header, *lines)) + "\n", "list.csv")


def test_default_bounds_are_the_amount_and_no_amount_is_open():
    one, two, three = read(
        "a,b,5,,", "b,c,,1,", "c,a,5,4,6", header="source,target,amount,low,high"
    )
    assert (one.low, one.high) == (5.0, 5.0)
    assert (two.low, two.amount, two.high) == (1.0, None, None)
    assert (three.low, three.amount, three.high) == (4.0, 5.0, 6.0)


def test_columns_in_any_order_with_a_byte_order_mark_and_windows_line_ends():
    (payment,) = read_payments("\ufeffamount,target,source\r\n5,b,a\r\n", "list.csv")
    assert (payment.source, payment.target, payment.amount) == ("a", "b", 5.0)


@pytest.mark.parametrize(
    ("header", "line", "words"),
    [
        ("source,target", "a,b", "no column 'amount'"),
        ("source,target,amount,lo", "a,b,1,1", "did you mean 'low'"),
        ("source,target,amount,amount", "a,b,1,1", "stands twice"),
        ("source,target,amount", "a,b,five", "line 2: amount 'five'"),
        ("source,target,amount", "a,b,-5", "at least 0"),
        ("source,target,amount", "a,b,nan", "at least 0"),
        ("source,target,amount", "a,b,inf", "at least 0"),
        ("source,target,amount", "a,a,5", "two names"),
        ("source,target,amount", ",a,5", "two names"),
        ("source,target,amount", "a,b", "not as many cells"),
        ("source,target,amount", "a,b,1,2", "not as many cells"),
        ("source,target,amount,low", "a,b,1,2", "out of order"),
        ("source,target,amount,high", "a,b,2,1", "out of order"),
        ("source,target,amount,instrument", "a,b,1,laon", "did you mean 'loan'"),
        ("source,target,amount,instrument", "a,b,1,guarantee", "by which the source pays"),
        ("source,target,amount", '"a,b,1', "not readable as CSV"),
    ],
)
def test_anything_else_is_refused_with_its_place(header, line, words):
    with pytest.raises(ParseError, match=words):
        read(line, header=header)


def test_list_without_lines_is_refused():
    with pytest.raises(ParseError, match="no line below the header"):
        read()


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    for content in (text, "source,target,amount\n" + text):
        try:
            payments = read_payments(content, "list.csv")
        except ParseError:
            continue
        assert all(p.low >= 0 and (p.high is None or p.low <= p.high) for p in payments)


def test_graph_of_a_list_is_one_the_checks_accept():
    payments = read(
        "a,b,5,loan", "b,a,,", f"{OUTSIDE},a,3,", header="source,target,amount,instrument"
    )
    graph = edge_graph(payments)
    assert check_graph(graph) == ()
    assert graph.nodes[OUTSIDE]["is_group"]


def test_scores_run_on_a_list():
    graph = edge_graph(read("a,b,10", "b,c,7", "c,a,5", "d,a,5"))
    (loop,) = circularity(graph, anchors(), Options()).to_dict("records")
    assert (loop["nodes"], loop["bottleneck_low"]) == ("a -> b -> c", 5.0)
    totals = circulation(graph, anchors(), Options()).to_dict("records")
    assert {row["circulation"] for row in totals} == {15.0}
    table = concentration(graph, anchors(), Options()).to_dict("records")
    found = {(r["entity_id"], r["side"], r["basis"]): r["hhi_low"] for r in table}
    assert found["a", "customer", "firm"] == 0.5


def test_reference_round_trips_as_lists(reference):
    cases = json.loads((reference / "round_trip_cases.json").read_text(encoding="utf-8"))
    for case in cases:
        lines = [f"{a},{b},{w}" for a, b, w in case["edges"]]
        lines += [f"{OUTSIDE},{name},{w}" for name, w in case["external_in"].items()]
        lines += [f"{name},{OUTSIDE},{w}" for name, w in case["external_out"].items()]
        money = one_period(read(*lines), case["vendor"], "amount")
        found = round_trip(case["vendor"], money.capital, money.hops, money.resources)
        close = {"abs": case["tolerance_abs"]}
        assert found.lower == pytest.approx(case["lower"], **close)
        assert found.proportional == pytest.approx(case["proportional"], **close)
        assert found.upper == pytest.approx(case["upper"], **close)


def test_only_equity_and_debt_are_capital_where_instruments_are_named():
    header = "source,target,amount,instrument"
    lines = ("v,a,6,equity", "v,b,9,cloud_contract", "a,v,3,", "b,v,4,loan")
    money = one_period(read(*lines, header=header), "v", "amount")
    assert money.capital == {"a": 6.0}
    assert money.hops == {("a", "v"): 3.0}  # a loan to the vendor is no revenue
    assert money.resources == {"a": 6.0, "b": 9.0}
