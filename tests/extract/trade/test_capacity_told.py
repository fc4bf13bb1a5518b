"""Capacity, chips and contracts as reports tell them in passing."""

import pytest

from tests.extract.writing import news, rows_of_known


def _found(body, title="A story"):
    return {
        (r["source"], r["target"], r["instrument"], r["amount"], r["status"])
        for r in rows_of_known(news(title, body))
    }


@pytest.mark.parametrize("sentence", [
    "Quillstone's customers include Tidepool and Meridian.",
    "Quillstone counts Tidepool and Meridian among its customers.",
    "Quillstone's clients are names everybody knows: Tidepool, Meridian.",
    "Quillstone, whose customers include Tidepool and Meridian, is for sale.",
    "Quillstone supplies model makers such as Tidepool and Meridian.",
])  # fmt: skip
def test_customers_of_a_cloud_are_named_in_passing(sentence):
    assert {claim[:3] for claim in _found(sentence)} == {
        ("tidepool", "quillstone", "cloud_contract"),
        ("meridian", "quillstone", "cloud_contract"),
    }


@pytest.mark.parametrize("sentence", [
    "Quillstone's customers could one day include Meridian.",
    "Quillstone's former customers include Meridian.",
])  # fmt: skip
def test_customers_hoped_for_or_former_make_no_claim(sentence):
    assert _found(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Tidepool is deploying up to two gigawatts of Corvid accelerators.",
         ("tidepool", "corvid", "supply_contract", None, "announced")),
        ("Tidepool now has access to 300 megawatts of Quillstone capacity.",
         ("tidepool", "quillstone", "cloud_contract", None, "signed")),
        ("Tidepool and Corvid announced a pact that will deploy 3 gigawatts of Corvid GPUs.",
         ("tidepool", "corvid", "supply_contract", None, "announced")),
        ("Brightwater has also taken out loans backed by its shares.",
         ("unnamed:lenders", "brightwater", "loan", None, "funded")),
        ("Tidepool has an agreement to share 20% of its top line with Meridian.",
         ("tidepool", "meridian", "revenue_share", None, "signed")),
        ("Lumen Robotics closed a $500 million loan facility led by Northgate Bank, N.A.",
         ("northgate-bank", "lumen-robotics", "loan", None, "funded")),
        ("Brightwater was sold to Corvid for $6 billion in 2018.",
         ("corvid", "brightwater", "acquisition", 6_000_000_000, "funded")),
    ],
)  # fmt: skip
def test_a_report_tells_in_passing_what_is_bought_or_borrowed(sentence, claim):
    found = _found(sentence)
    assert claim in found


@pytest.mark.parametrize(
    ("headline", "claim"),
    [
        ("Tidepool, Quillstone in $14 billion cloud deal",
         ("tidepool", "quillstone", "cloud_contract", 14_000_000_000, "signed")),
        ("Tidepool in Talks With Quillstone on $5 Billion Cloud Deal",
         ("tidepool", "quillstone", "cloud_contract", 5_000_000_000, "rumoured")),
        ("Quillstone soars on $17 billion Tidepool contract",
         ("tidepool", "quillstone", "cloud_contract", 17_000_000_000, "signed")),
        ("Quillstone signs multibillion-dollar Tidepool contract",
         ("tidepool", "quillstone", "cloud_contract", None, "signed")),
        ("Meridian signs 20-year nuclear power deal with Ashgrove",
         ("meridian", "ashgrove", "supply_contract", None, "signed")),
        ("Tidepool strikes $21bn deal for Corvid chips",
         ("tidepool", "corvid", "supply_contract", 21_000_000_000, "signed")),
        ("Tidepool agrees to buy $6 billion of unsold Quillstone capacity",
         ("tidepool", "quillstone", "cloud_contract", 6_000_000_000, "signed")),
        ("Tidepool in talks to rent Meridian TPUs",
         ("tidepool", "meridian", "cloud_contract", None, "rumoured")),
        ("Quillstone borrows $2.3 billion against its chips",
         ("unnamed:lenders", "quillstone", "loan", 2_300_000_000, "funded")),
        ("Quillstone Upsizes Convertible Notes Offering to $2 Billion",
         ("unnamed:noteholders", "quillstone", "convertible", 2_000_000_000, "funded")),
    ],
)  # fmt: skip
def test_a_headline_tells_of_a_contract_in_few_words(headline, claim):
    assert claim in _found("", headline)


@pytest.mark.parametrize(
    "headline",
    [
        "Brightwater and Quillstone land billions in AI data center leases",
        "Quillstone plans to repay a $2 billion bridge loan",
        "Quillstone shares jump on cloud contract outlook",
    ],
)
def test_what_two_have_each_and_what_is_paid_back_is_no_contract(headline):
    assert _found("", headline) == set()
