"""One long table of all scores: the same columns, the same numbers."""

import pytest

from graphbuild.scores import SCORES, Options, sharing
from graphbuild.scores.overall import COLUMNS, meanings, overall
from tests.scores.graphs import World, anchors, figure


@pytest.fixture(scope="module")
def tables():
    world = World()
    world.flow("openai", "cloud", "cloud_contract", firm=(4.0, 6.0), start="2026", end="2028")
    world.flow("fund", "openai", "equity", firm=(1.0, None))
    world.flow("bank", "cloud", "loan", firm=3.0, rate="5%", start="2026", end="2029")
    world.flow("cloud", "fund", "supply_contract", contingent=(0.0, 2.0))
    given = anchors(
        figure("openai", "revenue", 3, "2025-01-01", "2025-12-31"),
        figure("cloud", "operating_cash_flow", 2, "2025-01-01", "2025-12-31"),
    )
    with sharing():
        return {score: score.run(world.graph, given, Options()) for score in SCORES}


def test_every_score_with_rows_is_in_the_long_table_unless_it_lists_parts(tables):
    names = set(overall(tables)["score"])
    parts = {"loop_contracts", "circulation_hops", "concentration_shares"}
    assert names == {s.name for s, table in tables.items() if len(table)} - parts


def test_the_ends_are_those_of_the_score_s_own_columns(tables):
    rows = overall(tables)
    assert list(rows.columns) == [column.name for column in COLUMNS]
    own = next(table for score, table in tables.items() if score.name == "coverage")
    year = own[(own["entity_id"] == "openai") & (own["year"] == 2027)].iloc[0]
    found = rows[
        (rows["score"] == "coverage")
        & (rows["subject"] == "openai")
        & (rows["about"] == "year=2027")
        & (rows["measure"] == "firm")
    ].iloc[0]
    assert (found["low"], found["central"], found["high"]) == (
        year["firm_low"], year["firm_stated"], year["firm_high"],
    )  # fmt: skip
    assert (found["unit"], found["is_interval"]) == ("USD", True)


def test_an_open_high_is_empty_and_never_a_number(tables):
    rows = overall(tables)
    open_one = rows[
        (rows["score"] == "exposure") & (rows["subject"] == "fund") & (rows["measure"] == "firm")
    ].iloc[0]
    assert (open_one["low"], open_one["high"], open_one["is_interval"]) == (1.0, None, True)


def test_every_column_of_every_score_is_told(tables):
    told = meanings(tables)
    assert len(told) == sum(len(score.columns) for score in SCORES)
    assert told["meaning"].map(len).min() > 0


def test_shared_work_changes_no_table(tables):
    world = World()
    world.flow("openai", "cloud", "cloud_contract", firm=(4.0, 6.0), start="2026", end="2028")
    world.flow("cloud", "openai", "equity", firm=3.0)
    given = anchors(figure("openai", "revenue", 3, "2025-01-01", "2025-12-31"))
    alone = {s.name: s.run(world.graph, given, Options()).to_csv() for s in SCORES}
    options = Options()
    with sharing():
        together = {s.name: s.run(world.graph, given, options).to_csv() for s in SCORES}
        again = {s.name: s.run(world.graph, given, options).to_csv() for s in SCORES}
    assert alone == together == again


def test_sharing_ends_with_its_block_so_that_a_graph_may_change():
    world, options = World(), Options()
    world.flow("openai", "cloud", "cloud_contract", firm=4.0)
    score = next(score for score in SCORES if score.name == "exposure")
    with sharing():
        before = score.run(world.graph, anchors(), options)
    world.flow("openai", "host", "lease", firm=5.0)
    assert len(score.run(world.graph, anchors(), options)) == len(before) + 1
