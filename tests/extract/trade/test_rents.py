"""Leases whose cost stands in a later sentence."""

import pytest

from tests.extract.writing import filing, rows


def _leases(*paragraphs):
    return [
        (row["source"], row["target"], row["amount"], row["measure"])
        for row in rows(filing(*paragraphs))
        if row["instrument"] == "lease"
    ]


def test_a_monthly_rent_told_later_is_the_subleases_figure():
    words = (
        "On May 4, 2026, we entered into a sublease agreement with Lumen Robotics, whereby we "
        "agreed to sublease to Lumen Robotics 3,130 square feet of office space. The term of the "
        "sublease runs through 2027. The monthly base rent Lumen Robotics will pay is "
        "approximately $8,600."
    )
    assert _leases(words) == [("lumen-robotics", "harbor-compute", 8600, "headline")]


def test_the_expense_of_the_period_is_recognised_where_no_rent_is_fixed():
    words = (
        "We entered into a GPU server lease agreement effective January 2026 for our cloud "
        "services. The payment depends on usage. For the three months ended June 30, 2026 and "
        "2025, the GPU server lease expense amounted to $4.6 million and $1.8 million, "
        "respectively."
    )
    assert [(amount, measure) for _, _, amount, measure in _leases(words)] == [
        (4_600_000, "recognised")
    ]


@pytest.mark.parametrize(
    "later",
    [
        "On June 3, 2026, we entered into a lease with Ashgrove. The monthly base rent is $9,000.",
        "For the three months ended June 30, 2026, the office lease expense was $2 million.",
    ],
)
def test_another_leases_rent_and_another_kinds_expense_are_not_its_own(later):
    first = "On May 4, 2026, we entered into a data center lease agreement in Plano, Texas."
    found = _leases(first, later)
    assert (None, "headline") in [(amount, measure) for _, _, amount, measure in found]


def test_a_part_of_the_obligations_is_told_with_include_too():
    words = (
        "Our purchase obligations of $5.2 billion include $2.9 billion of multi-year cloud "
        "service agreements."
    )
    found = [(row["instrument"], row["amount"]) for row in rows(filing(words))]
    assert ("cloud_contract", 2_900_000_000) in found
