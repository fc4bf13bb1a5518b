"""Leases told by what they put on the balance sheet; a backlog is no contract of its own."""

import pytest

from tests.extract.writing import filing, rows

FILER = "harbor-compute"


def told(sentence: str) -> list[tuple[object, ...]]:
    return [
        (r["source"], r["target"], r["instrument"], r["amount"]) for r in rows(filing(sentence))
    ]


def test_what_remains_to_be_performed_sums_up_contracts_and_is_none() -> None:
    assert (
        told("As of June 30, 2026, we had $4.1 billion of remaining performance obligations.") == []
    )


@pytest.mark.parametrize(
    ("sentence", "amount"),
    [
        (
            "In July 2026, we entered into an office lease of seven years, which is expected to"
            " result in the recognition of about $0.9 million of right of use assets.",
            9e5,
        ),
        (
            "In July 2026, we signed a new office lease and recorded a right-of-use asset of $4.5"
            " million.",
            4.5e6,
        ),
    ],
)
def test_a_lease_is_worth_what_it_puts_on_the_balance_sheet(sentence: str, amount: float) -> None:
    assert told(sentence) == [(FILER, "unnamed:landlord", "lease", amount)]


def test_an_impaired_lease_is_not_a_new_one() -> None:
    assert (
        told(
            "We entered into a sublease and recorded an impairment of right-of-use assets of $4"
            " million."
        )
        == []
    )
