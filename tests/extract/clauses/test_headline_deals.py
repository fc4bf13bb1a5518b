"""Headlines in which only what the parties are known to be tells who pays whom."""

import pytest

from tests.extract.writing import news, rows_of_known


def _found(headline):
    return {
        (r["source"], r["target"], r["instrument"], r["amount"])
        for r in rows_of_known(news(headline, ""))
    }


@pytest.mark.parametrize(
    ("headline", "claim"),
    [
        ("Ashgrove selects Quillstone's AI cloud platform to train its models",
         ("ashgrove", "quillstone", "cloud_contract", None)),
        ("Brightwater is scaling its use of Quillstone's cloud platform for research",
         ("brightwater", "quillstone", "cloud_contract", None)),
        ("Lumen Robotics signs 15-year, 245 MW AI data center lease at River Bend with total "
         "contract value of $7 billion",
         ("unnamed:tenant", "lumen-robotics", "lease", 7_000_000_000)),
        ("Ashgrove signs $6 billion AI cloud agreement with Quillstone",
         ("ashgrove", "quillstone", "cloud_contract", 6_000_000_000)),
        ("Quillstone announces a multi-year deal with Tidepool to power its AI models on GPUs",
         ("tidepool", "quillstone", "cloud_contract", None)),
        ("Brightwater commits $6 billion to Quillstone's AI cloud",
         ("brightwater", "quillstone", "cloud_contract", 6_000_000_000)),
        ("Corvid plans $5 billion debt offering",
         ("unnamed:noteholders", "corvid", "bond", 5_000_000_000)),
    ],
)  # fmt: skip
def test_a_headline_makes_a_claim_where_the_parties_tell_its_direction(headline, claim):
    assert claim in _found(headline)


@pytest.mark.parametrize(
    "headline",
    [
        "Ashgrove selects Quillstone's chief executive as its chairman",
        "Ashgrove picks Northgate Bank, N.A. for its cloud",
        "Brightwater signs a lease for an office in Ohio",
        "Brightwater leads $2.4 billion AI-factory financing for Lumen Robotics' GPU buildout",
        "Lumen Robotics commits $16 million to expand water works in Ashgrove",
    ],
)  # fmt: skip
def test_a_headline_that_leaves_a_doubt_makes_none(headline):
    assert _found(headline) == set()
