"""What purchases were paid with, in the sentence of the purchase or in a later one."""

import pytest

from tests.extract.writing import filing, rows

TOLD = {
    "cash, shares and what may be earned": (
        "On June 9, 2026 (the “Purchase Date”), the Company acquired all of the membership "
        "interests of Lumen Harvest, LLC, an Ohio limited liability company, in exchange for (i) a "
        "cash price of $64,200,000, (ii) 1,300,000 new shares of our common stock (valued at "
        "approximately $18,850,000 at $14.50 a share), and (iii) up to a further $31,000,000 in "
        "earnout payments over three years.",
        {(64_200_000, "headline"), (18_850_000, "value"), (31_000_000, "ceiling")},
    ),
    "parts in the sentence after": (
        "On May 4, 2026, we acquired Quillstone Data Ltd. The consideration consisted of $30 "
        "million in cash, shares of our common stock valued at $12 million and up to $5 million "
        "of contingent earn-out payments.",
        {(30_000_000, "headline"), (12_000_000, "value"), (5_000_000, "ceiling")},
    ),
    "shares alone may be the price": (
        "On May 4, 2026, the Company acquired 51% of the equity interests of Quillstone Data Ltd. "
        "for 2,000,000 shares of common stock valued at $5.0 million.",
        {(5_000_000, "value")},
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
    "a part paid at closing and a part paid later": (
        "On May 4, 2026, we acquired Quillstone Data Ltd. Total consideration consists of $300 "
        "million paid at closing and $45 million payable within one year.",
        {(300_000_000, "headline"), (45_000_000, "headline")},
    ),
    "a licence with the people hired, booked as a business": (
        "In May 2026 we entered into a licensing agreement with Quillstone Data Ltd. for its chips "
        "and hired some of its staff. Goodwill of $2 billion was recorded. Total consideration "
        "consists of $3.1 billion paid at closing and $0.4 billion due within a year.",
        {(3_100_000_000, "paid"), (400_000_000, "headline")},
    ),
    "a licence alone": (
        "In May 2026 we entered into a licensing agreement with Quillstone Data Ltd. for its "
        "chips. Total consideration consists of $3.1 billion paid at closing.",
        set(),
    ),
    "a merger agreement whose price stands in the next paragraph": (
        "On May 4, 2026, the Company entered into an Agreement and Plan of Merger by and among the "
        "Company, Spring Merger Sub Inc., an Ohio corporation and a wholly owned subsidiary of "
        "the Company, and Quillstone Data Ltd.\nAt the closing of the Quillstone Data Ltd. merger "
        "the Company shall pay an aggregate amount of $175 million, made up of shares.",
        {(175_000_000, "headline")},
    ),
    "the price of a company bought in the next paragraph is its own": (
        "On May 4, 2026, we agreed to acquire Quillstone Data Ltd.\nThe Company acquired 100% of "
        "Ashgrove Systems Inc. for a price of $7 million beside Quillstone Data Ltd.",
        {(7_000_000, "headline")},
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
        for row in rows(filing(*text.split("\n")))
        if row["instrument"] == "acquisition" and row["amount"]
    }
    assert found == expected
