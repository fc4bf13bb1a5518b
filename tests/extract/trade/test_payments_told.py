"""Commitments that change, prepayments and sums a seller will be paid, in reports."""

import pytest

from tests.extract.writing import news, rows_of_known

_B = 1_000_000_000


def _found(words):
    return {
        (r["source"], r["target"], r["instrument"], r["amount"], r["measure"], r["status"])
        for r in rows_of_known(news("A story", words))
    }


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        (
            "Meridian increased its commitment to Quillstone to $6 billion.",
            (6 * _B, "committed", "amended"),
        ),
        (
            "Meridian doubled its cloud commitment with Quillstone by $2 billion to $4 billion.",
            (4 * _B, "committed", "amended"),
        ),
        (
            "Meridian made a take-or-pay commitment of $2 billion to Quillstone.",
            (2 * _B, "committed", "signed"),
        ),
        (
            "Meridian made a $1 billion prepayment to Quillstone under the contract.",
            (_B, "paid", "funded"),
        ),
        (
            "Quillstone received a prepayment of $1 billion from Meridian.",
            (_B, "paid", "funded"),
        ),
        (
            "Meridian paid an upfront payment of $500 million to Quillstone.",
            (_B // 2, "paid", "funded"),
        ),
        (
            "Meridian's commitments to Quillstone rose to $6 billion.",
            (6 * _B, "committed", "signed"),
        ),
        (
            "Quillstone said Meridian would pay it $2 billion over five years for capacity.",
            (2 * _B, "committed", "announced"),
        ),
        (
            "Quillstone will receive $2 billion from Meridian over five years for cloud services.",
            (2 * _B, "committed", "announced"),
        ),
    ],
)
def test_a_known_seller_is_promised_or_paid_what_the_report_says(words, claim):
    assert _found(words) == {("meridian", "quillstone", "cloud_contract", *claim)}


@pytest.mark.parametrize(
    "words",
    [
        "Meridian raised its climate commitment to Quillstone to $6 billion.",
        "Meridian could make a $1 billion prepayment to Quillstone.",
        "Meridian made a $1 billion prepayment to Northgate Bank on its loan.",
        "Quillstone will receive $2 billion from Meridian to settle a lawsuit over chips.",
        "Meridian increased its commitment to renewable energy to $6 billion.",
    ],
)
def test_other_promises_and_payments_are_no_purchase(words):
    assert _found(words) == set()
