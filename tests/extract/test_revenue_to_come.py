"""Contracted revenue still to come, and leases told by what they put on the balance sheet."""

import pytest

from tests.extract.writing import filing, rows

FILER = "harbor-compute"


def told(sentence: str) -> list[tuple[object, ...]]:
    return [
        (r["source"], r["target"], r["instrument"], r["amount"]) for r in rows(filing(sentence))
    ]


@pytest.mark.parametrize(
    ("sentence", "amount"),
    [
        ("As of June 30, 2026, we had $4.1 billion of remaining performance obligations.", 4.1e9),
        (
            "The Company's remaining performance obligations were $1.2 billion as of June 30, 2026,"
            " of which 52% is expected to be recognized over the next 12 months.",
            1.2e9,
        ),
        (
            "The aggregate transaction price allocated to remaining performance obligations under"
            " contracts of more than one year was $274 million, of which $199 million is expected"
            " to be recognized in the next 12 months.",
            274e6,
        ),
    ],
)
def test_customers_owe_what_remains_to_be_performed(sentence: str, amount: float) -> None:
    assert told(sentence) == [("unnamed:customers", FILER, "supply_contract", amount)]


def test_cloud_services_still_to_come_are_cloud_contracts() -> None:
    sentence = "We had $900 million of remaining performance obligations for cloud services."
    assert told(sentence) == [("unnamed:customers", FILER, "cloud_contract", 900e6)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The decrease in remaining performance obligations of $5 million was due to churn.",
        "Remaining performance obligations exclude $12 million of usage-based royalties.",
        "Performance obligations are satisfied when revenue of $5 million is recognized.",
    ],
)
def test_changes_and_policies_are_no_contracts(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "amount"),
    [
        (
            "In July 2026, the Company entered into a five-year office space lease, which will"
            " result in the recognition of approximately $0.6 million of operating lease right of"
            " use assets.",
            6e5,
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
