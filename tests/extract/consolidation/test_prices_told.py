"""The price of a deal, told a sentence or a paragraph after the deal."""

import pytest

from tests.extract.reports import report
from tests.extract.writing import filing, rows

_BOUGHT = "Corvid has agreed to acquire Tidepool, the companies said on Monday."
_RENTED = "Tidepool will rent GPUs from Quillstone under a multi-year agreement."
_INVESTED = "Brightwater will invest in Tidepool, the companies announced."


@pytest.mark.parametrize(
    ("paragraphs", "claim"),
    [
        ([_BOUGHT, "The deal is worth about $2 billion."], ("acquisition", 2_000_000_000)),
        (
            [_BOUGHT, "The transaction is valued at $2.4 billion, said one of them."],
            ("acquisition", 2_400_000_000),
        ),
        (
            [_BOUGHT, "The $2.1 billion all-cash deal is expected to close in the spring."],
            ("acquisition", 2_100_000_000),
        ),
        ([f"{_BOUGHT} The price was about $900 million in cash."], ("acquisition", 900_000_000)),
        ([f"{_BOUGHT} It will pay $350 million for the company."], ("acquisition", 350_000_000)),
        (
            [_BOUGHT, "Neither would speak of the terms.", "The takeover comes to US$2bn."],
            ("acquisition", 2_000_000_000),
        ),
        ([_BOUGHT, "The deal, worth $3 billion, needs approval."], ("acquisition", 3_000_000_000)),
        ([_RENTED, "The agreement is worth as much as $6 billion."], ("cloud", 6_000_000_000)),
        (
            [_RENTED, "Under the multi-year deal, Tidepool will pay Quillstone $5 billion."],
            ("cloud", 5_000_000_000),
        ),
        ([_INVESTED, "The investment totals $500 million."], ("equity", 500_000_000)),
        ([_INVESTED, "The size of the investment was $300 million."], ("equity", 300_000_000)),
    ],
)
def test_a_later_price_belongs_to_the_deal_told_before_it(paragraphs, claim):
    found = {(instrument.split("_")[0], amount) for _, _, instrument, amount in report(*paragraphs)}
    assert found == {claim}


def test_of_two_who_invest_the_later_sum_is_the_groups():
    told = report(
        "Brightwater and Corvid will invest in Tidepool.", "The investment totals $500 million."
    )
    assert told == {
        ("brightwater", "tidepool", "equity", None),
        ("corvid", "tidepool", "equity", None),
        ("unnamed", "tidepool", "equity", 500_000_000),
    }


@pytest.mark.parametrize(
    "paragraphs",
    [
        [_BOUGHT, "Meridian bought Ashgrove last year. The deal was worth $2 billion."],
        [_BOUGHT, "Meridian had bid for Ashgrove too.", "That offer was worth $2 billion."],
        [_BOUGHT, "The previous deal was worth $2 billion."],
        [_BOUGHT, "The deal could be worth $2 billion if sales double."],
        [_BOUGHT, "The contract is worth $2 billion."],
        [_BOUGHT, "The deal is worth $2 billion a year."],
        [_BOUGHT, "The deal with Meridian is worth $2 billion."],
        [_BOUGHT, "The $2 billion campus will open in May."],
        [f"{_BOUGHT} Tidepool paid $2 billion."],
        [_BOUGHT, "A.", "B.", "The loan is worth $2 billion."],
    ],
)
def test_the_sum_of_anything_else_is_not_its_price(paragraphs):
    told = report(*paragraphs)
    assert ("corvid", "tidepool", "acquisition", None) in told
    assert not [row for row in told if row[:2] == ("corvid", "tidepool") and row[3]]


def test_a_filing_keeps_to_its_own_readers_of_prices():
    words = "We will rent GPUs from Quillstone under an agreement."
    document = filing(words, "The agreement is worth $6 billion.")
    assert not [row for row in rows(document) if row["amount"] == 6_000_000_000]


def test_what_a_round_is_valued_at_is_the_company_and_a_second_sum_another_deal():
    assert report(_INVESTED, "The round is valued at $350 billion.") == {
        ("brightwater", "tidepool", "equity", None)
    }
    words = "The agreement totals $6 billion. Later it grew. The agreement is worth $9 billion."
    assert {amount for *_, amount in report(_RENTED, words)} == {6_000_000_000}
