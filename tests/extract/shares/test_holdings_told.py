"""What investments are carried at, in sentences of our own."""

import pytest

from tests.extract.writing import filing, rows


def told(sentence: str) -> list[tuple[object, ...]]:
    found = rows(filing(sentence))
    return [(r["target"], r["amount"]) for r in found if r["instrument"] == "holding"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "As of June 30, 2026 and December 31, 2025, the amount of our privately-held equity"
            " securities within other long-term assets was $47.1 million and $39.8 million,"
            " respectively.",
            ("unnamed:private-companies", 47_100_000),
        ),
        (
            "As of June 30, 2026, our recorded value in equity and convertible debt investments in"
            " private and public companies was $2.1 billion.",
            ("unnamed:investees", 2_100_000_000),
        ),
        (
            "Our warrants and equity investments in publicly traded companies represent $46 million"
            " of our investments as of June 30, 2026.",
            ("unnamed:public-companies", 46_000_000),
        ),
        (
            "At June 30, 2026, the fair value of our investment in preferred shares and warrants of"
            " Foxglove Pipeline LLC was $4.4 million.",
            ("foxglove-pipeline", 4_400_000),
        ),
        (
            "We held $1.2 billion of marketable equity securities as of June 30, 2026.",
            ("unnamed:public-companies", 1_200_000_000),
        ),
        (
            "Investments in unconsolidated affiliates were $234.6 million at June 30, 2026.",
            ("unnamed:equity-method-investees", 234_600_000),
        ),
        (
            "As of June 30, 2026, our investment in Foxglove Pipeline LLC totaled $10.3 million and"
            " is included in other assets.",
            ("foxglove-pipeline", 10_300_000),
        ),
        (
            "As of June 30, 2026, the carrying value of the Company's 20% ownership in Foxglove"
            " Pipeline LLC was $62.9 million.",
            ("foxglove-pipeline", 62_900_000),
        ),
    ],
)
def test_a_balance_is_a_holding(sentence: str, expected: tuple[object, ...]) -> None:
    assert told(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "As of June 30, 2026, we impaired non-marketable equity securities of $9 million.",
        "The long-term portion of marketable equity securities of $1.4 billion as of June 30, 2026"
        " is included within other assets.",
        "We purchased $5 million of non-marketable equity securities as of June 30, 2026.",
        "Our investment in Foxglove Pipeline LLC earned equity income of $10.3 million.",
    ],
)
def test_changes_and_parts_of_a_balance_are_none(sentence: str) -> None:
    assert told(sentence) == []
