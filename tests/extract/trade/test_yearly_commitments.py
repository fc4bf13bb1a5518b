"""Sums promised year by year: one claim a year, from who promises to whom."""

import pytest

from tests.extract.writing import filing, rows


def _found(words):
    return [
        (row["source"], row["target"], row["amount"], row["qualifier"], row["status"])
        for row in rows(filing(words))
    ]


def test_a_customers_minimum_of_each_year_is_a_claim_on_the_customer():
    words = (
        "Tidepool made minimum, non-cancellable revenue commitments to us of $50 million, $75 "
        "million and $90 million for each of the fiscal years ending April 30, 2026, 2027 and 2028."
    )
    assert _found(words) == [
        ("tidepool", "harbor-compute", amount, "at_least", "signed")
        for amount in (50_000_000, 75_000_000, 90_000_000)
    ]


def test_a_changed_arrangement_is_amended_and_each_sum_may_have_its_year_beside_it():
    words = (
        "We and Lumen Robotics revised this arrangement to set Lumen Robotics' annual commitments "
        "to $85 million in fiscal year 2027 and $110 million in fiscal year 2028."
    )
    assert _found(words) == [
        ("lumen-robotics", "harbor-compute", amount, "exact", "amended")
        for amount in (85_000_000, 110_000_000)
    ]


def test_the_filers_own_minimum_with_a_supplier_is_owed_by_the_filer():
    words = (
        "We have minimum purchase commitments with Corvid of $3 million in 2027 and $4 million in "
        "2028."
    )
    assert _found(words) == [
        ("harbor-compute", "corvid", amount, "at_least", "signed")
        for amount in (3_000_000, 4_000_000)
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Meridian's purchase commitments were $50 million and $75 million in 2026 and 2025.",
        "Tidepool made minimum commitments to us of $50 million and a deposit of $5 million.",
        "Northgate Bank, N.A. made commitments of $50 million in 2026 and $60 million in 2027 "
        "under the credit agreement.",
        "If Tidepool made minimum commitments of $50 million in 2026 and $60 million in 2027, our "
        "revenue would grow.",
    ],
)
def test_past_totals_single_sums_and_lenders_commitments_are_refused(words):
    assert not [r for r in rows(filing(words)) if r["pattern"].startswith("yearly_commitments")]
