"""Trade of the filer with one named party, told around the agreement."""

import pytest

from tests.extract.writing import filing, rows

_US = "harbor-compute"


def _found(words):
    return [
        (row["source"], row["target"], row["instrument"], row["amount"])
        for row in rows(filing(words))
    ]


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        (
            "We have a multi-year agreement with Meridian under which we are committed to spend "
            "$1.65 billion on cloud services through 2033.",
            (_US, "meridian", "cloud_contract", 1_650_000_000),
        ),
        (
            "The agreement with Meridian requires us to purchase at least $80 million of cloud "
            "services over five years.",
            (_US, "meridian", "cloud_contract", 80_000_000),
        ),
        (
            "Under the services agreement with Tidepool, total contract value is expected to be "
            "$1.2 billion over five years.",
            ("tidepool", _US, "cloud_contract", 1_200_000_000),
        ),
        (
            "Our leases with Tidepool represent $6.7 billion of contracted revenue.",
            ("tidepool", _US, "lease", 6_700_000_000),
        ),
        (
            "As of March 31, 2026, we had outstanding purchase commitments with Quillstone of "
            "$400 million.",
            (_US, "quillstone", "purchase_commitment", 400_000_000),
        ),
        (
            "In July 2026, we paid a deposit of $20.8 million to Quillstone for the purchase of "
            "cooling systems, leaving an additional commitment of approximately $31.2 million.",
            (_US, "quillstone", "purchase_commitment", 31_200_000),
        ),
        (
            "We amended our agreement with Meridian to increase our minimum commitment to $250 "
            "million over five years.",
            (_US, "meridian", "purchase_commitment", 250_000_000),
        ),
        (
            "We prepaid $50 million to Corvid for GPUs to be delivered in 2027.",
            (_US, "corvid", "supply_contract", 50_000_000),
        ),
        (
            "We are obligated to purchase 100 MW of power annually from Fernhill Energy, LLC.",
            (_US, "fernhill-energy", "supply_contract", None),
        ),
        (
            "On May 2, 2026, Lumen Robotics agreed to lease 200 MW of capacity for 15 years, "
            "representing contract revenue of $3.7 billion.",
            ("lumen-robotics", _US, "lease", 3_700_000_000),
        ),
        (
            "We provide hosting services to Tidepool under an agreement that runs through 2028.",
            ("tidepool", _US, "cloud_contract", None),
        ),
        (
            "We sublease a part of our office to Lumen Robotics and received sublease income of "
            "$2.0 million.",
            ("lumen-robotics", _US, "lease", 2_000_000),
        ),
        (
            "We determined that we have significant influence over Lumen Robotics through our "
            "stake and our commercial arrangement for the purchase of electric vans.",
            (_US, "lumen-robotics", "supply_contract", None),
        ),
        (
            "Fernhill Energy, LLC supplies power to our site under a service agreement.",
            ("harbor-compute", "fernhill-energy", "supply_contract", None),
        ),
    ],
)
def test_the_agreement_and_another_clause_make_one_claim(words, claim):
    assert _found(words) == [claim]


@pytest.mark.parametrize(
    "words",
    [
        "Our agreement with Tidepool may require us to pay $5 million if we terminate it.",
        "Our agreement with Northgate Bank, N.A. requires us to pay $5 million of interest.",
        "In July 2026, we paid a deposit of $20.8 million to Quillstone for our offices.",
        "We recognized $4 million in revenue under contracts with Tidepool and contract value "
        "fell by $2 million.",
        "We could provide hosting services to Tidepool if it pays us $3 million.",
        "Ashgrove announced it will lease 300 MW of capacity to Tidepool.",
        "We have 200 MW available for lease at our Plano campus for $3 million.",
    ],
)
def test_fears_interest_deposits_and_offers_make_no_contract(words):
    assert not [r for r in rows(filing(words)) if r["pattern"].startswith("filed_contracts")]


def test_a_commitment_of_somebody_else_is_not_the_filers():
    words = "Meridian has a minimum purchase commitment to Corvid of $40 million."
    assert ("meridian", "corvid", 40_000_000) in [(s, t, a) for s, t, _, a in _found(words)]
    assert not [row for row in _found(words) if row[0] == _US]


def test_a_services_agreement_about_advice_is_no_cloud_contract():
    words = (
        "We entered into a services agreement with Brightwater Capital. Under the agreement, "
        "Brightwater Capital provides advisory services."
    )
    assert _found(words) == []
