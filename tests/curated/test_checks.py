import pytest

from graphbuild.curated.checks import (
    check_deals,
    check_entities,
    check_events,
    check_figures,
    check_watchlist,
    missing_assumptions,
)
from graphbuild.curated.schema import AssumptionRow, EntityRow, EventRow, FigureRow, WatchRow
from graphbuild.records.issue import Severity
from tests.curated.cells import deal_row
from tests.curated.test_schema import EVENT, FIGURE, WATCH

ENTITIES = ("windmill-ai", "stone-bank", "brook-cloud")


def entity(line: int, entity_id: str, **cells: str) -> EntityRow:
    row = {"line": line, "entity_id": entity_id, "name": entity_id.title(), "kind": "other"}
    return EntityRow.model_validate({**row, **cells})


def parent(of: str) -> dict[str, str]:
    return {"parent_id": of, "parent_relation": "owner"}


def told(issues):
    return [(issue.code, issue.where, issue.advice) for issue in issues]


@pytest.mark.parametrize(
    ("cells", "column", "advice"),
    [
        ({"source": "stonebank"}, "source", "did you mean 'stone-bank'?"),
        ({"target": "windmil-ai"}, "target", "did you mean 'windmill-ai'?"),
        (
            {"source": "stone-bank+zzz"},
            "source",
            "add it to entities.csv, or write unnamed:<label>",
        ),
        (
            {"instrument": "guarantee", "on_behalf_of": "brook"},
            "on_behalf_of",
            "did you mean 'brook-cloud'?",
        ),
    ],
)
def test_an_unknown_party_loses_the_row_and_names_the_nearest(cells, column, advice):
    row = deal_row(**cells)
    kept, issues = check_deals([row], {row.deal_id}, ENTITIES)
    assert kept == ()
    assert told(issues) == [("unknown-entity", f"deals.csv row 2, {column}", advice)]


def test_an_unnamed_party_needs_no_entity():
    row = deal_row(source="unnamed:noteholders")
    assert check_deals([row], {row.deal_id}, ENTITIES) == ((row,), ())


@pytest.mark.parametrize(
    "column", ["part_of", "superseded_by", "same_obligation_as", "tranche_of", "overlaps"]
)
def test_a_link_to_no_row_loses_the_row(column: str):
    row = deal_row(**{column: "mill-laon-2024"}, is_aggregate="yes")
    kept, issues = check_deals([row], {row.deal_id, "mill-loan-2024"}, ENTITIES)
    assert kept == ()
    (issue,) = issues
    assert (issue.code, issue.where) == ("dangling-reference", f"deals.csv row 2, {column}")
    assert issue.message == "no deal 'mill-laon-2024' in deals.csv"
    assert issue.advice == "did you mean 'mill-loan-2024'?"


def test_a_part_survives_a_typing_error_in_the_row_that_contains_it():
    part = deal_row(part_of="whole")
    assert check_deals([part], {"mill-loan-2025", "whole"}, ENTITIES) == ((part,), ())


def test_containers_in_a_circle_are_left_out():
    first = deal_row(deal_id="a", part_of="b")
    second = deal_row(deal_id="b", part_of="a").model_copy(update={"line": 3})
    third = deal_row(deal_id="c", part_of="a").model_copy(update={"line": 4})
    kept, issues = check_deals([first, second, third], {"a", "b", "c"}, ENTITIES)
    assert [row.deal_id for row in kept] == ["c"]
    assert {issue.code for issue in issues} == {"circular-reference"}


def test_a_source_older_than_the_announcement_is_warned_of_and_kept():
    row = deal_row(source_date="2025-02-28", announced_date="2025-03")
    kept, issues = check_deals([row], {row.deal_id}, ENTITIES)
    assert kept == (row,)
    (issue,) = issues
    assert (issue.code, issue.severity) == ("known-too-early", Severity.WARNING)


def test_a_source_within_the_month_of_the_announcement_is_fine():
    row = deal_row(source_date="2025-03-05", announced_date="2025-03")
    assert check_deals([row], {row.deal_id}, ENTITIES)[1] == ()


def test_parents_must_exist():
    rows = [entity(2, "windmill-ai", **parent("wind-mill")), entity(3, "windmill")]
    kept, issues = check_entities(rows)
    assert [row.entity_id for row in kept] == ["windmill"]
    assert told(issues) == [
        ("unknown-entity", "entities.csv row 2, parent_id", "did you mean 'windmill'?")
    ]


def test_nobody_owns_itself():
    rows = [entity(2, "a", **parent("b")), entity(3, "b", **parent("a")), entity(4, "c")]
    kept, issues = check_entities(rows)
    assert [row.entity_id for row in kept] == ["c"]
    assert [issue.code for issue in issues] == ["circular-reference"] * 2


def test_an_alias_of_two_parties_is_warned_of():
    rows = [entity(2, "a", aliases="The Mill"), entity(3, "b", name="the mill")]
    kept, issues = check_entities(rows)
    assert len(kept) == 2
    (issue,) = issues
    assert (issue.code, issue.severity, issue.where) == (
        "shared-alias",
        Severity.WARNING,
        "entities.csv row 3, aliases",
    )


def test_figures_need_known_entities_and_counterparties():
    good = FigureRow.model_validate({"line": 2, **FIGURE, "counterparty": "unnamed:customer-a"})
    bad = FigureRow.model_validate({"line": 3, **FIGURE, "counterparty": "stone-bnk"})
    kept, issues = check_figures([good, bad], ENTITIES)
    assert kept == (good,)
    assert told(issues) == [
        ("unknown-entity", "fundamentals.csv row 3, counterparty", "did you mean 'stone-bank'?")
    ]


def test_events_need_their_deal():
    row = EventRow.model_validate({"line": 2, **EVENT, "deal_id": "gone"})
    kept, issues = check_events([row], {"mill-loan-2025"}, ENTITIES)
    assert kept == ()
    assert [issue.code for issue in issues] == ["dangling-reference"]


def test_the_watchlist_has_the_cik_of_the_entity():
    row = WatchRow.model_validate({"line": 2, **WATCH})
    assert check_watchlist([row], {"windmill-ai": "7001"}) == ((row,), ())
    kept, issues = check_watchlist([row], {"windmill-ai": "7002"})
    assert kept == ()
    assert [(issue.code, issue.message) for issue in issues] == [
        ("cik-mismatch", "cik 7001 here, 7002 in entities.csv")
    ]


def test_the_instrument_tables_keys_are_asked_for():
    row = {"line": 2, "key": "relet.cloud", "low": "0", "high": "1", "unit": "fraction"}
    issues = missing_assumptions([AssumptionRow.model_validate(row)])
    missing = {issue.message for issue in issues}
    assert missing == {
        f"no row with key {key!r}"
        for key in (
            "recovery.equity",
            "recovery.senior",
            "recovery.secured",
            "relet.supply",
            "relet.lease",
            "none",
            "term.default_years",
        )
    }
