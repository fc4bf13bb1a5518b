"""Notes of fictional companies: redeemed, still owed, taken by named purchasers, in series."""

import pytest

from tests.extract.writing import filing, rows

_HC = "harbor-compute"
SENTENCES = [
    (
        "On June 15, 2026, the Company redeemed all $300 million aggregate principal amount "
        "outstanding of its 5.25% Senior Notes due 2027.",
        [("unnamed", "bond", 300_000_000, "terminated")],
    ),
    (
        "During the quarter, the Company repurchased $40.0 million aggregate principal amount of "
        "its convertible notes due 2028.",
        [("unnamed", "convertible", 40_000_000, "terminated")],
    ),
    (
        "Holders converted $25 million aggregate principal amount of the 2028 Notes.",
        [("unnamed", "convertible", 25_000_000, "terminated")],
    ),
    (
        "In June 2026, $350.0 million principal amount of our 2.25% convertible notes was "
        "exchanged for shares.",
        [("unnamed", "convertible", 350_000_000, "terminated")],
    ),
    ("The Company may redeem $300 million of the notes at any time prior to 2027.", []),
    ("Holders of at least $75 million of notes have the right to convert their notes.", []),
    (
        "We have outstanding $1.25 billion aggregate principal amount of 3.55% Notes Due 2034.",
        [("unnamed", "bond", 1_250_000_000, "funded")],
    ),
    (
        "As of June 30, 2026, convertible notes outstanding, net of unamortized discounts of $13 "
        "million, were $734 million.",
        [("unnamed", "convertible", 734_000_000, "funded")],
    ),
    (
        "In June 2026 we settled in cash $3.9 billion of our commercial paper.",
        [("unnamed", "bond", 3_900_000_000, "terminated")],
    ),
    (
        "The Company issued and sold $500 million aggregate principal amount of 2.00% Convertible "
        "Senior Notes due 2029 and $500 million aggregate principal amount of 3.00% Convertible "
        "Senior Notes due 2031.",
        [("unnamed", "convertible", 500_000_000, "funded")] * 2,
    ),
    (
        "The Company granted the initial purchasers an option, for settlement within 13 days from "
        "June 2, 2026, to purchase up to $97.5 million principal amount of notes.",
        [("unnamed", "bond", 97_500_000, "signed")],
    ),
    (
        "The Company and Foxglove Partners entered into a note purchase agreement, under which "
        "Foxglove Partners purchased $25.0 million of senior secured notes.",
        [("foxglove-partners", "bond", 25_000_000, "funded")],
    ),
    (
        "The Company entered into a Securities Purchase Agreement with Foxglove Partners, under "
        "which the Company agreed to sell and issue to Foxglove Partners senior secured "
        "convertible notes in an aggregate principal amount of $156,250,000.",
        [("foxglove-partners", "convertible", 156_250_000, "signed")],
    ),
    ("Foxglove Partners purchased $25.0 million of notes of another company in the market.", []),
]


@pytest.mark.parametrize(("words", "claims"), SENTENCES, ids=[s[:50] for s, _ in SENTENCES])
def test_notes_are_read_as_told(words: str, claims: list[tuple[str, str, int, str]]) -> None:
    found = [
        (str(r["source"]).split(":")[0], r["instrument"], r["amount"], r["status"])
        for r in rows(filing(words))
        if r["target"] == _HC
    ]
    assert found == claims


def test_issues_of_one_size_keep_their_own_maturities() -> None:
    found = rows(filing(SENTENCES[9][0]))
    assert [row["end"] for row in found] == ["2029", "2031"]
