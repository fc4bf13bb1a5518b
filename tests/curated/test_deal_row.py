import pytest
from pydantic import ValidationError

from graphbuild.curated.deal_row import DealRow
from graphbuild.curated.reading import read_table
from tests.curated.cells import deal, deal_row, write

RULES = [
    ({"amount_low_usd_m": "200", "qualifier": "about"}, "low-over-high", "amount_low_usd_m"),
    ({"amount_high_usd_m": "50", "qualifier": "about"}, "low-over-high", "amount_high_usd_m"),
    (
        {
            "amount_low_usd_m": "9",
            "amount_high_usd_m": "8",
            "amount_usd_m": "",
            "qualifier": "range",
        },
        "low-over-high",
        "amount_low_usd_m",
    ),
    ({"qualifier": "undisclosed"}, "bad-value", "qualifier"),
    ({"amount_usd_m": ""}, "empty-field", "amount_usd_m"),
    ({"amount_usd_m": "", "qualifier": "up_to"}, "empty-field", "amount_usd_m"),
    (
        {"amount_usd_m": "", "amount_low_usd_m": "5", "qualifier": "range"},
        "empty-field",
        "amount_low_usd_m",
    ),
    ({"qualifier": "up_to", "amount_high_usd_m": "100"}, "bad-value", "amount_high_usd_m"),
    ({"qualifier": "at_least", "amount_low_usd_m": "100"}, "bad-value", "amount_low_usd_m"),
    ({"measure": "share", "amount_usd_m": "", "qualifier": "undisclosed"}, "empty-field", "share"),
    ({"drawn_or_paid_usd_m": "5", "drawn_as_of": "2025-04"}, "empty-field", "drawn_measure"),
    ({"drawn_or_paid_usd_m": "5", "drawn_measure": "drawn"}, "empty-field", "drawn_as_of"),
    ({"drawn_measure": "drawn"}, "empty-field", "drawn_or_paid_usd_m"),
    (
        {"drawn_or_paid_usd_m": "5", "drawn_measure": "committed", "drawn_as_of": "2025-04"},
        "unknown-value",
        "drawn_measure",
    ),
    (
        {"drawn_or_paid_usd_m": "5", "drawn_measure": "drawn", "drawn_as_of": "2025-02"},
        "bad-date",
        "drawn_as_of",
    ),
    ({"original_currency": "EUR"}, "empty-field", "original_amount_m"),
    (
        {
            "original_currency": "EUR",
            "original_amount_m": "90",
            "drawn_or_paid_usd_m": "5",
            "drawn_measure": "drawn",
            "drawn_as_of": "2025-04",
        },
        "bad-value",
        "drawn_or_paid_usd_m",
    ),
    ({"status_since": "2025-06"}, "empty-field", "status_before"),
    ({"start": "2030", "end": "2029-12"}, "bad-date", "end"),
    ({"source_url": ""}, "empty-field", "source_url"),
    ({"part_of": "mill-loan-2025"}, "dangling-reference", "part_of"),
    ({"is_aggregate": "yes", "overlaps": "mill-loan-2025"}, "dangling-reference", "overlaps"),
    ({"overlaps": "another"}, "bad-value", "overlaps"),
    ({"on_behalf_of": "windmill-ai"}, "bad-value", "on_behalf_of"),
    ({"target": "brook-cloud+stone-bank"}, "bad-value", "target"),
]


@pytest.mark.parametrize(("cells", "code", "column"), RULES)
def test_a_row_that_contradicts_itself_is_left_out(tmp_path, cells, code, column):
    rows, issues = read_table(write(tmp_path / "deals.csv", DealRow, [deal(**cells)]), DealRow)
    assert rows == ()
    assert [(issue.code, issue.where) for issue in issues] == [(code, f"deals.csv row 2, {column}")]
    assert issues[0].advice


@pytest.mark.parametrize(
    "cells",
    [
        {"verification": "secondary", "source_url": "", "source_type": "secondary"},
        {"source_url": "", "accession": "0001045810-26-000075"},
        {
            "qualifier": "range",
            "amount_usd_m": "",
            "amount_low_usd_m": "1",
            "amount_high_usd_m": "2",
        },
        {"qualifier": "range", "amount_high_usd_m": "200"},
        {"qualifier": "undisclosed", "amount_usd_m": ""},
        {"instrument": "guarantee", "on_behalf_of": "brook-cloud"},
        {"drawn_or_paid_usd_m": "0", "drawn_measure": "paid", "drawn_as_of": "2025-03"},
        {"is_aggregate": "yes", "overlaps": "a+b"},
        {"start": "2029", "end": "2029"},
        {"measure": "share", "share": "0.27", "amount_usd_m": "", "qualifier": "undisclosed"},
    ],
)
def test_a_row_at_the_edge_of_a_rule_stands(cells):
    assert deal_row(**cells).deal_id == "mill-loan-2025"


def test_yes_no_and_unknown_are_three_answers():
    answers = [
        deal_row(off_balance_sheet=word).off_balance_sheet for word in ("yes", "no", "unknown")
    ]
    assert answers == [True, False, None]


def test_plus_joins_members_in_order():
    assert deal_row(source="stone-bank + mill-lenders").source == ("stone-bank", "mill-lenders")


def test_rows_cannot_be_changed():
    with pytest.raises(ValidationError):
        deal_row().note = "other"


def test_parties_may_be_given_as_a_tuple_by_code():
    row = deal_row().model_dump() | {"source": ("stone-bank", "mill-lenders")}
    assert DealRow.model_validate(row).source == ("stone-bank", "mill-lenders")
