"""Business with related parties in tables of a fictional filer."""

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.tables.related_party_tables import find_related
from graphbuild.records.claim import Role
from tests.extract.papers import Paper


def told(rows: str, caption: str, heading: str = "Note 9. Related Party Transactions") -> list[str]:
    paper = Paper()
    paper.table(rows, caption=caption, heading=heading, scale=1000)
    return [
        f"{c.with_role(Role.SOURCE)[0].name} -> {c.with_role(Role.TARGET)[0].name}"
        f" {c.instrument.value} {c.amount.point}"
        for c in find_related(paper.document(), Context())
    ]


ROWS = """
    | Year Ended December 31,
    | 2025 | 2024
    Quill Robotics Ltd. | $ 1,250 | $ 900
    Tidepool Labs LLC (“Tidepool”) | — | 40
    Services | 7 | 7
    Total | $ 1,257 | $ 947
    """


def test_rows_name_who_paid_and_who_was_paid() -> None:
    assert told(ROWS, "Revenue from related parties was as follows:") == [
        "Quill Robotics Ltd. -> Halcyon Compute, Inc. revenue 1250000"
    ]
    assert told(ROWS, "Purchases from related parties were as follows:") == [
        "Halcyon Compute, Inc. -> Quill Robotics Ltd. supply_contract 1250000"
    ]


def test_the_heading_may_name_the_other_side_of_all_rows() -> None:
    heading = "Note 9. Related Party Transactions / Revenue Transactions with Quill Robotics Ltd."
    rows = """
        | Year Ended December 31, 2025 | Year Ended December 31, 2024
        Direct subscription | $ 10 | $ 16
        Direct services | 5 | 1
        Total revenue | $ 15 | $ 17
        """
    assert told(rows, "Revenue recognized under the arrangement was as follows:", heading) == [
        "Quill Robotics Ltd. -> Halcyon Compute, Inc. revenue 10000",
        "Quill Robotics Ltd. -> Halcyon Compute, Inc. revenue 5000",
    ]


@pytest.mark.parametrize(
    ("caption", "heading"),
    [
        ("Amounts due from related parties for sales:", "Note 9"),
        ("Revenue by region:", "Note 9"),
        ("Related party expenses and revenue:", "Note 9"),
        ("Related party revenue and purchases:", "Note 9"),
    ],
)
def test_balances_and_tables_of_both_directions_are_refused(caption: str, heading: str) -> None:
    assert told(ROWS, caption, heading) == []


def test_a_column_may_say_what_was_done_with_each_party() -> None:
    rows = """
        Related party | Nature | Year Ended December 31, 2025
        Harrow Holdings LLC | Rent paid | 4,200
        Corvid Cloud | Revenue from cloud services | 18,300
        Volta Labs Inc. | Purchases of servers | 900
        """
    assert told(rows, "Transactions with related parties were as follows:") == [
        "Corvid Cloud -> Halcyon Compute, Inc. revenue 18300000",
        "Halcyon Compute, Inc. -> Volta Labs Inc. supply_contract 900000",
    ]


def test_customers_by_name_are_told_like_related_parties_and_countries_are_not() -> None:
    rows = """
        | Year Ended December 31, 2025 | Year Ended December 31, 2024
        Tidepool AI, Inc. | $ 1,840 | $ 420
        All other | 150 | 90
        """
    largest = "Revenue from our largest customers was as follows:"
    assert told(rows, largest, "Note 3. Revenue") == [
        "Tidepool AI, Inc. -> Halcyon Compute, Inc. revenue 1840000"
    ]
    placed = "Revenue by customer headquarters location was as follows:"
    assert told(rows, placed, "Note 3. Revenue") == []
    assert told(rows, largest, "Note 3. Geographic information") == []
