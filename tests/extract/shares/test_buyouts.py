"""Interests that change hands and capital still owed, in sentences of our own."""

import pytest

from tests.extract.writing import filing, short

FILER, FAB, BUYER = "harbor-compute", "foxglove-fab", "brightwater-capital"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "In May 2026, we acquired the remaining 35% noncontrolling interest in Foxglove Fab LLC"
            " from Brightwater Capital for $12 million.",
            (FILER, FAB, "acquisition", 12_000_000, "funded"),
        ),
        (
            "We paid $21 million to acquire the remaining 50% interest in Foxglove Fab LLC.",
            (FILER, FAB, "acquisition", 21_000_000, "funded"),
        ),
        (
            "We sold our 49% interest in Foxglove Fab LLC to Brightwater Capital for $64 million.",
            (BUYER, FAB, "equity", 64_000_000, "funded"),
        ),
        (
            "We signed an agreement to sell an approximately 20% minority stake in our Foxglove Fab"
            " LLC business to Brightwater Capital for $860 million.",
            (BUYER, FAB, "equity", 860_000_000, "signed"),
        ),
        (
            "As of June 30, 2026, we had unfunded capital commitments of $45 million to Foxglove"
            " Fab LLC.",
            (FILER, FAB, "equity", 45_000_000, "signed"),
        ),
        (
            "We had unfunded commitments to our equity method investees of $2.0 billion.",
            (FILER, "unnamed:investees", "equity", 2_000_000_000, "signed"),
        ),
    ],
)
def test_an_interest_changes_hands_or_is_still_owed(
    sentence: str, expected: tuple[object, ...]
) -> None:
    assert short(filing(sentence)) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "We paid $10 million in connection with the remaining interest on our notes.",
        "We had unfunded loan commitments of $45 million to borrowers.",
        "If we acquired the remaining 35% interest in Foxglove Fab LLC, it would cost $12 million.",
    ],
)
def test_loans_and_suppositions_are_refused(sentence: str) -> None:
    assert short(filing(sentence)) == []
