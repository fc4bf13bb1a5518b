"""Contracts whose end a later sentence of their paragraph tells."""

import pytest

from tests.extract.writing import filing, rows

SIGNED = "In May 2026, we signed a supply agreement with Corvid for 400 servers."


def statuses(*words: str) -> list[object]:
    return [row["status"] for row in rows(filing(" ".join(words)))]


@pytest.mark.parametrize(
    "ending",
    [
        "The agreement was terminated in June 2026.",
        "The term was short. This supply agreement has since expired.",
        "Our agreement with Corvid expired in June 2026, and the servers were returned.",
    ],
)
def test_a_contract_told_to_have_ended_is_over(ending: str) -> None:
    assert statuses(SIGNED, ending) == ["terminated"]


@pytest.mark.parametrize(
    "other",
    [
        "The agreement may be terminated by either party.",
        "If the agreement is terminated early, we owe a fee.",
        "It replaced an agreement with another maker that expired in June 2026.",
    ],
)
def test_what_might_end_it_and_other_contracts_leave_it_standing(other: str) -> None:
    assert statuses(SIGNED, other) == ["signed"]


def test_the_end_of_a_hosting_contract_ends_the_share_of_profit_too() -> None:
    found = rows(
        filing(
            "In May 2026, we signed a hosting agreement with Quillstone, pursuant to which it will"
            " provide us with 4 MW. Quillstone is entitled to 20% of the net profit. The agreement"
            " expired in June 2026."
        )
    )
    assert {(r["instrument"], r["source"], r["status"]) for r in found} == {
        ("lease", "harbor-compute", "terminated"),
        ("revenue_share", "harbor-compute", "terminated"),
    }


def test_contracts_of_two_days_are_two_and_of_one_day_one() -> None:
    first = "On May 4, 2026, we signed a hosting agreement with Quillstone to host our miners."
    second = "On June 9, 2026, we signed a hosting agreement with Quillstone to host our miners."
    assert len(rows(filing(first, second))) == 2
    assert len(rows(filing(first, first))) == 1
