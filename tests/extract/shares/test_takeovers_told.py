"""Companies bought and companies that list, as headlines tell it."""

import pytest

from tests.extract.writing import news, rows_of_known


def _found(headline):
    return {
        (r["source"], r["target"], r["instrument"], r["amount"], r["status"])
        for r in rows_of_known(news(headline, ""))
    }


_B = 1_000_000_000


@pytest.mark.parametrize(
    ("headline", "claim"),
    [
        ("Corvid to Buy Tidepool in $9 Billion Stock Deal",
         ("corvid", "tidepool", "acquisition", 9 * _B, "signed")),
        ("Brightwater nears €2bn takeover of Corvid",
         ("brightwater", "corvid", "acquisition", 2 * _B, "rumoured")),
        ("Corvid Completes $3 Billion Acquisition of Brightwater",
         ("corvid", "brightwater", "acquisition", 3 * _B, "funded")),
        ("Corvid Said to Consider Merger With Tidepool",
         ("corvid", "tidepool", "acquisition", None, "rumoured")),
        ("Meridian, Corvid Agree to Merge",
         ("meridian", "corvid", "acquisition", None, "signed")),
        ("Meridian to pay $11bn for Brightwater",
         ("meridian", "brightwater", "acquisition", 11 * _B, "announced")),
        ("Brightwater Agrees to $5 Billion Sale to Corvid",
         ("corvid", "brightwater", "acquisition", 5 * _B, "signed")),
        ("Brightwater Rejects $5 Billion Takeover Offer From Corvid",
         ("corvid", "brightwater", "acquisition", 5 * _B, "terminated")),
        ("Northgate Bank explores sale of Brightwater",
         ("unnamed:buyer", "brightwater", "acquisition", None, "rumoured")),
        ("Corvid acquihires note-taking startup Brightwater",
         ("corvid", "brightwater", "acquisition", None, "signed")),
        ("Meridian Buys Robotics Startup Sallow",
         ("meridian", "sallow", "acquisition", None, "signed")),
    ],
)  # fmt: skip
def test_a_headline_tells_who_is_bought(headline, claim):
    assert claim in _found(headline)


@pytest.mark.parametrize(
    ("headline", "amount", "status"),
    [
        ("Sallow Climbs 15% in Debut After $1.4 Billion IPO", 1_400_000_000, "funded"),
        ("Chip designer Sallow Explores Hong Kong IPO", None, "rumoured"),
        ("Sallow weighs June IPO to raise about $50 billion", 50 * _B, "rumoured"),
        ("Sallow Picks Northgate Bank to Lead $2 Billion IPO", 2 * _B, "rumoured"),
        ("Sallow shelves IPO plan as markets fall", None, "terminated"),
    ],
)
def test_a_headline_tells_of_a_first_listing(headline, amount, status):
    assert _found(headline) == {
        ("unnamed:public-investors", "sallow", "equity", amount, status),
    }


@pytest.mark.parametrize(
    "headline",
    [
        "Meridian nears $4 billion deal for Corvid chips",
        "Why Corvid's acquisition of Brightwater failed",
        "Brightwater shareholders reject Corvid takeover",
        "Brightwater CEO says no plans for IPO",
        "Brightwater shares slump after IPO lock-up ends",
        "Brightwater hires new sales chief to bolster IPO growth",
        "IPO market heats up as tech firms return",
    ],
)
def test_a_headline_about_something_else_tells_of_neither(headline):
    found = {claim[2] for claim in _found(headline)}
    assert not found & {"acquisition", "equity"}
