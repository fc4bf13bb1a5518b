"""What a filer must buy year by year, in sentences of our own."""

import pytest

from tests.extract.writing import filing, rows

FILER = "harbor-compute"


def told(*sentences: str) -> list[tuple[object, ...]]:
    return [
        (r["source"], r["target"], r["amount"], r["qualifier"], r["status"], r["end"])
        for r in rows(filing(*sentences))
        if r["instrument"] == "purchase_commitment"
    ]


def test_each_year_of_a_run_is_its_own_commitment() -> None:
    sentence = (
        "We are committed to purchase a minimum of $10 million in 2027, $20 million in 2028 and"
        " $30 million in 2029 from Brightwater Capital."
    )
    assert told(sentence) == [
        (FILER, "brightwater-capital", amount * 1_000_000, "at_least", "signed", year)
        for amount, year in ((10, "2027"), (20, "2028"), (30, "2029"))
    ]


def test_years_may_follow_in_turn() -> None:
    sentence = (
        "Under the supply agreement with Corvid Semiconductor Corp., the Company is obligated to"
        " purchase wafers of at least $15.0 million and $20.0 million in fiscal years 2027 and"
        " 2028, respectively."
    )
    assert told(sentence) == [
        (FILER, "corvid-semiconductor", 15_000_000, "at_least", "signed", "2027"),
        (FILER, "corvid-semiconductor", 20_000_000, "at_least", "signed", "2028"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "We paid Brightwater Capital $10 million in 2024 and $20 million in 2025.",
        "Principal obligations to Brightwater Capital are $10 million in 2027 and $20 million in"
        " 2028.",
        "We are committed to purchase goods for $10 million in 2027 and $20 million in 2028.",
        "We agreed to purchase power from Brightwater Capital, which earned $1 million and $2"
        " million.",
    ],
)
def test_payments_debt_and_runs_without_parties_or_years_are_refused(sentence: str) -> None:
    assert told(sentence) == []
