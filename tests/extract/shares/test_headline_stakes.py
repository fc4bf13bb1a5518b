"""Stakes in the short words of headlines."""

import pytest

from tests.extract.writing import news, rows_of_known


def _found(headline):
    return {
        (r["source"], r["target"], r["instrument"], r["amount"], r["status"])
        for r in rows_of_known(news(headline, ""))
    }


@pytest.mark.parametrize(
    ("headline", "claim"),
    [
        ("Corvid Unloads Tidepool Stake for $5 Billion",
         ("corvid", "tidepool", "holding", 5_000_000_000, "terminated")),
        ("Meridian ups Quillstone stake to 14%",
         ("meridian", "quillstone", "holding", None, "funded")),
        ("Meridian discloses 5% Quillstone stake",
         ("meridian", "quillstone", "ownership", None, "funded")),
        ("Meridian holds stake in Quillstone",
         ("meridian", "quillstone", "holding", None, "funded")),
        ("Corvid Is Seeking an Investment From Meridian",
         ("meridian", "corvid", "equity", None, "rumoured")),
        ("Meridian and Corvid take stakes in Quillstone at $40bn valuation",
         ("corvid", "quillstone", "equity", None, "funded")),
        ("US government takes 10% stake in Corvid",
         ("us-government", "corvid", "equity", None, "funded")),
        ("Corvid drops plan to invest $3bn in Tidepool",
         ("corvid", "tidepool", "equity", 3_000_000_000, "terminated")),
    ],
)  # fmt: skip
def test_a_headline_tells_of_a_stake(headline, claim):
    assert claim in _found(headline)


@pytest.mark.parametrize(
    "headline",
    [
        "Corvid weighs sale of Quillstone unit",
        "Corvid denies it holds a stake in Quillstone",
        "What Is at Stake for Corvid and Quillstone",
    ],
)
def test_a_headline_of_other_things_tells_of_none(headline):
    assert not {claim[2] for claim in _found(headline)} & {"holding", "ownership", "equity"}
