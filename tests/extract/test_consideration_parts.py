"""What purchases were paid with, in the sentence of the purchase or in a later one."""

import pytest

from tests.extract.writing import filing, rows

TOLD = {
    "cash, shares and what may be earned": (
        "On December 3, 2024 (the “Closing”), we purchased all of the issued and outstanding "
        "equity interests of Lumen Direct, LLC, a Delaware limited liability company, in exchange "
        "for (i) an aggregate cash purchase price of approximately $375,000,000, (ii) 5,000,000 "
        "restricted shares of the Company's common stock (valued at approximately $40,500,000 "
        "based on the closing price of $8.10), and (iii) up to an additional $225,000,000 in "
        "potential earnout payments.",
        {(375_000_000, "headline"), (40_500_000, "value"), (225_000_000, "ceiling")},
    ),
    "parts in the sentence after": (
        "On May 4, 2026, we acquired Quillstone Data Ltd. The consideration consisted of $30 "
        "million in cash, shares of our common stock valued at $12 million and up to $5 million "
        "of contingent earn-out payments.",
        {(30_000_000, "headline"), (12_000_000, "value"), (5_000_000, "ceiling")},
    ),
    "one sum alone stays the price": (
        "On May 4, 2026, we acquired Quillstone Data Ltd. for $30 million in cash.",
        {(30_000_000, "headline")},
    ),
    "the parts of another purchase are its own": (
        "On May 4, 2026, we acquired Quillstone Data Ltd. On June 9, 2026, we acquired Ashgrove "
        "Systems Inc. for $7 million in cash and shares of our common stock valued at $3 million.",
        {(7_000_000, "headline"), (3_000_000, "value")},
    ),
    "parts net of what was acquired are none": (
        "On May 4, 2026, we acquired Quillstone Data Ltd. The consideration, net of cash acquired, "
        "of $30 million in cash and $12 million of shares was allocated to goodwill.",
        {(30_000_000, "headline")},
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_parts_of_a_purchase(name: str) -> None:
    text, expected = TOLD[name]
    found = {
        (row["amount"], row["measure"])
        for row in rows(filing(text))
        if row["instrument"] == "acquisition" and row["amount"]
    }
    assert found == expected
