"""Sellers as the subjects of reports: who will supply whom with what."""

import pytest

from tests.extract.writing import news, rows_of_known

_B = 1_000_000_000


def _found(words):
    return {
        (r["source"], r["target"], r["instrument"], r["amount"])
        for r in rows_of_known(news("A story", words))
    }


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        (
            "Ashgrove will supply Meridian with 900 megawatts through 2041 under an $8 billion "
            "contract.",
            ("meridian", "ashgrove", "supply_contract", 8 * _B),
        ),
        (
            "Meridian agreed to buy power from Ashgrove's Rowan Creek nuclear plant for 20 years.",
            ("meridian", "ashgrove", "supply_contract", None),
        ),
        (
            "Meridian contracted 1.1 gigawatts of nuclear power from Ashgrove.",
            ("meridian", "ashgrove", "supply_contract", None),
        ),
        (
            "Quillstone ordered 29 gas turbines from Ashgrove.",
            ("quillstone", "ashgrove", "supply_contract", None),
        ),
        (
            "Corvid supplies high-bandwidth memory to Meridian.",
            ("meridian", "corvid", "supply_contract", None),
        ),
        (
            "Ashgrove agreed to sell Meridian electricity from its Rowan plant.",
            ("meridian", "ashgrove", "supply_contract", None),
        ),
        (
            "Ashgrove will provide solar power to Meridian under the agreement.",
            ("meridian", "ashgrove", "supply_contract", None),
        ),
        (
            "Corvid signed a letter of intent to supply chips to Tidepool.",
            ("tidepool", "corvid", "supply_contract", None),
        ),
        (
            "Quillstone is renting out computing capacity to Tidepool.",
            ("tidepool", "quillstone", "cloud_contract", None),
        ),
        (
            "Tidepool awarded Corvid a $6 billion contract to make its next chips.",
            ("tidepool", "corvid", "supply_contract", 6 * _B),
        ),
        (
            "Quillstone ordered 18,000 accelerator chips from Corvid.",
            ("quillstone", "corvid", "supply_contract", None),
        ),
        (
            "Corvid won a contract to build servers for Tidepool.",
            ("tidepool", "corvid", "supply_contract", None),
        ),
        (
            "Lumen Robotics has leased its whole Rowan campus to Quillstone for $7 billion.",
            ("quillstone", "lumen-robotics", "lease", 7 * _B),
        ),
        (
            "Tidepool dropped a $500 million cloud deal with Quillstone.",
            ("tidepool", "quillstone", "cloud_contract", _B // 2),
        ),
    ],
)
def test_the_seller_may_be_the_subject(words, claim):
    assert claim in _found(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ashgrove will sell Meridian shares worth $8 billion.",
        "Corvid supplies chips to most of the trade.",
        "A jury awarded Corvid a $6 billion verdict against Tidepool over chips.",
    ],
)
def test_shares_trades_and_verdicts_are_no_supplies(words):
    assert not {row for row in _found(words) if row[2] != "equity"}


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        (
            "Quillstone will provide Meridian with computing power under a $2 billion contract.",
            ("meridian", "quillstone", "cloud_contract", 2 * _B),
        ),
        (
            "Meridian will supply 2 gigawatts of capacity to Tidepool.",
            ("tidepool", "meridian", "cloud_contract", None),
        ),
        (
            "Corvid will make chips for Meridian under a $16 billion contract.",
            ("meridian", "corvid", "supply_contract", 16 * _B),
        ),
        (
            "Corvid sold $6 billion worth of chips to Tidepool.",
            ("tidepool", "corvid", "supply_contract", 6 * _B),
        ),
        (
            "Quillstone is to deliver computing capacity worth $2 billion to Meridian.",
            ("meridian", "quillstone", "cloud_contract", 2 * _B),
        ),
        (
            "Tidepool bought 100,000 chips from Corvid for $6 billion.",
            ("tidepool", "corvid", "supply_contract", 6 * _B),
        ),
        (
            "Tidepool placed an order for $6 billion of Corvid GPUs.",
            ("tidepool", "corvid", "supply_contract", 6 * _B),
        ),
        (
            "Corvid received an order from Tidepool for 29 gas turbines.",
            ("tidepool", "corvid", "supply_contract", None),
        ),
        ("Tidepool ordered 18,000 Corvid chips.", ("tidepool", "corvid", "supply_contract", None)),
        ("Corvid to sell Tidepool 18,000 chips", ("tidepool", "corvid", "supply_contract", None)),
        (
            "Tidepool ordered $21 billion of TPU racks from Corvid.",
            ("tidepool", "corvid", "supply_contract", 21 * _B),
        ),
        (
            "Meridian will buy $40 billion of Corvid chips to power Tidepool's data center.",
            ("meridian", "corvid", "supply_contract", 40 * _B),
        ),
        (
            "Meridian awarded Quillstone a $2 billion contract to supply AI computing capacity.",
            ("meridian", "quillstone", "cloud_contract", 2 * _B),
        ),
        (
            "Meridian will rent servers from Quillstone for $2 billion over five years.",
            ("meridian", "quillstone", "cloud_contract", 2 * _B),
        ),
        (
            "Meridian rents Corvid chips from Quillstone under a $2 billion agreement.",
            ("meridian", "quillstone", "cloud_contract", 2 * _B),
        ),
        (
            "Lumen Robotics will host Quillstone's GPUs under contracts worth $10 billion.",
            ("quillstone", "lumen-robotics", "cloud_contract", 10 * _B),
        ),
    ],
)
def test_what_is_sold_and_its_sum_are_one_claim_in_whatever_order_they_stand(words, claim):
    assert _found(words) == {claim}
