"""Plain lists of claims and balances: read, refused, cleared."""

import pytest

from graphbuild.contagion.lists import (
    breaking_rows,
    clearing_rows,
    read_system,
    removal_rows,
    shocked,
)
from graphbuild.contagion.scenario import parse_shock
from graphbuild.errors import NotFoundError, SettingsError

EDGES = "debtor,creditor,amount\no,p,10\np,q,9\n"
BALANCES = "node,external_assets,outside_debt,equity\nq,1,0,10\no,12,0,2\np,1,0,2\n"


@pytest.fixture
def files(tmp_path):
    def write(edges=EDGES, balances=BALANCES):
        paths = tmp_path / "edges.csv", tmp_path / "balances.csv"
        for path, text in zip(paths, (edges, balances), strict=True):
            path.write_text(text, encoding="utf-8")
        return paths

    return write


def test_reverse_stress_finds_where_the_sum_says(files):
    rows = breaking_rows(read_system(*files()), "o")
    # o has 12 and owes 10; p has 1, is owed 10 and owes 9; q owes nobody.
    assert [(row["node"], row["cut"]) for row in rows] == [
        ("o", pytest.approx(1 / 6, abs=1e-6)),
        ("p", pytest.approx(1 / 3, abs=1e-6)),
    ]
    assert rows[0]["cut_least"] == pytest.approx(rows[0]["cut"], abs=1e-6)
    with pytest.raises(NotFoundError, match="no such node"):
        breaking_rows(read_system(*files()), "nobody")


def test_the_node_that_carries_the_others_is_ranked_first(files):
    rows = removal_rows(read_system(*files()))
    assert (rows[0]["what"], rows[0]["who_falls"]) == ("o", "p")
    # without o's 12: p is owed 10 and gets nothing, keeps 1 for q instead of 9
    assert rows[0]["loss"] == pytest.approx(2 + 8)
    assert [row["falls"] for row in rows] == [1, 0, 0]


def test_a_chain_breaks_where_the_sum_says(files):
    system = read_system(*files())
    for cut, broken in ((10, set()), (20, {"o"}), (40, {"o", "p"})):
        rows = clearing_rows(system, shocked(system, [parse_shock(f"o.revenue=-{cut}%")]))
        assert {row["node"] for row in rows if row["defaults"] == "yes"} == broken


def test_a_ring_without_cash_is_told_as_two_solutions(files):
    system = read_system(
        *files("debtor,creditor,amount\na,b,1\nb,a,1\n", "node,external_assets\na,0\nb,0\n")
    )
    rows = clearing_rows(system, system.cash)
    assert {(row["paid_low"], row["paid_high"]) for row in rows} == {(0.0, 1.0)}
    assert {row["defaults"] for row in rows} == {"only in the least solution"}
    assert {row["distress"] for row in rows} == {None}


def test_ranks_may_be_any_whole_numbers_and_the_lowest_is_paid_first(files):
    edges = "debtor,creditor,amount,rank\no,p,8,5\no,q,8,9\n"
    system = read_system(*files(edges, "node,external_assets\no,10\np,0\nq,0\n"))
    rows = {row["node"]: row for row in clearing_rows(system, system.cash)}
    assert (rows["p"]["equity_high"], rows["q"]["equity_high"]) == (8.0, 2.0)


def test_distress_stands_beside_clearing_where_equity_is_given(files):
    system = read_system(*files())
    rows = clearing_rows(system, shocked(system, [parse_shock("o.default=-1")]))
    assert [row["distress"] for row in rows] == [1.0, 1.0, pytest.approx(0.9)]


@pytest.mark.parametrize(
    ("edges", "balances", "words"),
    [
        ("debtor,creditor\n", BALANCES, "no column amount"),
        ("debtor,creditor,amount\no,x,1\n", BALANCES, "line 2: 'x' has no row"),
        ("debtor,creditor,amount\no,p,ten\n", BALANCES, "line 2: amount is 'ten'"),
        ("debtor,creditor,amount\no,o,1\n", BALANCES, "owes itself"),
        (EDGES, BALANCES + "p,1,0,2\n", "twice"),
    ],
)
def test_broken_lists_are_refused_with_file_and_line(files, edges, balances, words):
    with pytest.raises(SettingsError, match=words):
        read_system(*files(edges, balances))


def test_shocks_that_a_list_has_no_place_for_are_refused(files):
    system = read_system(*files())
    with pytest.raises(SettingsError, match="revenue and default only"):
        shocked(system, [parse_shock("o.rates=0.02")])
    with pytest.raises(NotFoundError):
        shocked(system, [parse_shock("x.default=-1")])
