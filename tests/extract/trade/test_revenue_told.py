"""Revenue from one partner, in sentences of our own."""

import pytest

from tests.extract.writing import filing, short

FILER = "harbor-compute"


@pytest.mark.parametrize(
    ("sentence", "source", "amount"),
    [
        ("Our revenue included $12.3 million from Foxglove Fab LLC.", "foxglove-fab", 12_300_000),
        ("We had sales of $96 million to Brightwater Capital.", "brightwater-capital", 96_000_000),
        (
            "The Company received royalties of $5 million from Corvid Semiconductor Corp.",
            "corvid-semiconductor",
            5_000_000,
        ),
        (
            "In the year we recognized $430 million of revenues and $260 million of cost of "
            "revenues from Brightwater Capital for its purchase of our racks.",
            "brightwater-capital",
            430_000_000,
        ),
        (
            "Sales to Brightwater Capital, a related party, were $7.7 million and $6.5 million "
            "for the years ended December 31, 2026 and 2025, respectively.",
            "brightwater-capital",
            7_700_000,
        ),
        (
            "We generated $45 million in revenue from our agreement with Brightwater Capital.",
            "brightwater-capital",
            45_000_000,
        ),
        (
            "We sold $14 million of hardware to Corvid Semiconductor Corp. during the year.",
            "corvid-semiconductor",
            14_000_000,
        ),
        (
            "The Company recognized $2.5 million of revenue from related parties in the quarter.",
            "unnamed:related-parties",
            2_500_000,
        ),
        (
            "Total revenue from related parties was $10.6 million for the quarter.",
            "unnamed:related-parties",
            10_600_000,
        ),
    ],
)
def test_revenue_is_told_in_other_orders(sentence: str, source: str, amount: int) -> None:
    assert short(filing(sentence)) == [(source, FILER, "revenue", amount, "funded")]


@pytest.mark.parametrize(
    "sentence",
    [
        "We sold shares totaling $11 million to Brightwater Capital.",
        "We recognized $50 million of cost of revenues from Brightwater Capital.",
        "We recognized $3 million of interest income from Brightwater Capital.",
        "Accounts receivable from sales to related parties were $3 million.",
    ],
)
def test_shares_and_receivables_are_no_revenue(sentence: str) -> None:
    assert not [c for c in short(filing(sentence)) if c[2] == "revenue"]
