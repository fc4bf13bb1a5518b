"""Contracts whose verb leaves open who pays: the words around them decide, or nobody does."""

import pytest

from tests.extract.writing import filing, news, rows, rows_of_known, short

US = "harbor-compute"


@pytest.mark.parametrize(
    ("sentence", "buyer", "seller"),
    [
        (
            "In May 2026, we and Tidepool AI entered into an order form, pursuant to which Tidepool"
            " AI committed to pay us up to $6.5 billion for cloud services.",
            "tidepool-ai",
            US,
        ),
        (
            "In May 2026, we signed an order form with Corvid Semiconductor Corp. with an initial"
            " value of $6.3 billion, under which Corvid is obligated to purchase unsold capacity.",
            "corvid-semiconductor",
            US,
        ),
        (
            "In May 2026, we entered into a power supply agreement with Tern Electric, LLC to"
            " deliver 130 MW for $40 million.",
            US,
            "tern-electric",
        ),
        (
            "In May 2026, we signed an agreement with a new customer for 512 GPUs with a contract"
            " value of $12 million.",
            "unnamed:new-customer",
            US,
        ),
        (
            "In May 2026, we entered into two data center leases with Lumen Robotics, Inc., which"
            " are expected to generate approximately $7 billion in total revenue.",
            "lumen-robotics",
            US,
        ),
        (
            "In May 2026, we entered into a sublease with Quillstone Data Ltd., whereby we agreed"
            " to sublease an office for $2 million.",
            "quillstone-data",
            US,
        ),
    ],
)
def test_the_buyer_is_the_source_and_the_provider_the_target(sentence, buyer, seller):
    (row,) = rows(filing(sentence))
    assert (row["source"], row["target"]) == (buyer, seller)


@pytest.mark.parametrize(
    "sentence",
    [
        "In May 2026, Tidepool AI signed a strategic partnership with Quillstone.",
        "Tidepool AI has a $3 billion deal with Quillstone, both said.",
    ],
)
def test_where_nobody_can_tell_who_pays_there_is_no_claim(sentence):
    assert rows(news("A story", sentence)) == []


def test_one_wins_a_contract_from_ones_customer():
    assert short(news("Corvid Wins $16.5 Billion Chip Deal From Meridian")) == [
        ("meridian", "corvid", "supply_contract", 16_500_000_000, "signed")
    ]


def test_who_makes_the_chips_of_a_partnership_sells_them():
    headline = "Tidepool and Corvid announce partnership to deploy 6 gigawatts of Corvid GPUs"
    assert short(news(headline)) == [("tidepool", "corvid", "supply_contract", None, "announced")]


def test_a_value_told_in_the_next_sentence_belongs_to_the_contract_and_both_are_quoted():
    (row,) = rows(
        filing(
            "In May 2026, we entered into a service order with a new customer for the use of"
            " 48 GPUs. It stands for annualized revenue of approximately $1.2 million."
        )
    )
    assert row["amount"] == 1_200_000
    assert "48 GPUs" in str(row["quote"])
    assert "$1.2 million" in str(row["quote"])


def test_a_facility_spoken_of_later_belongs_to_the_lender_its_section_names():
    found = rows(
        filing(
            "On June 18, 2026, we entered into a credit agreement with the Royal Bank of Arcadia"
            " to finance our data centers. The Facility provides for an aggregate of up to CAD 60"
            " million."
        )
    )
    assert [(r["source"], r["amount"], r["currency"]) for r in found] == [
        ("royal-bank-of-arcadia", 60_000_000, "CAD")
    ]


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        (
            "Meridian expanded its contract with Quillstone by $2 billion to $6 billion.",
            {("meridian", "quillstone", "cloud_contract", 6_000_000_000, "amended")},
        ),
        (
            "Meridian doubled its contract with Quillstone to $4 billion.",
            {("meridian", "quillstone", "cloud_contract", 4_000_000_000, "amended")},
        ),
        (
            "Quillstone's $17 billion contract with Meridian was expanded to $19 billion.",
            {
                ("meridian", "quillstone", "cloud_contract", 17_000_000_000, "signed"),
                ("meridian", "quillstone", "cloud_contract", 19_000_000_000, "amended"),
            },
        ),
        (
            "Meridian has terminated a $2 billion cloud agreement with Quillstone.",
            {("meridian", "quillstone", "cloud_contract", 2_000_000_000, "terminated")},
        ),
        (
            "Quillstone lost its $2 billion contract with Meridian.",
            {("meridian", "quillstone", "cloud_contract", 2_000_000_000, "terminated")},
        ),
        (
            "Meridian may cancel its $2 billion contract with Quillstone.",
            {("meridian", "quillstone", "cloud_contract", 2_000_000_000, "signed")},
        ),
        ("Unlike Corvid, Quillstone has no contract with Meridian.", set()),
        (
            "Tidepool, Meridian sign $2 billion cloud deal",
            {("tidepool", "meridian", "cloud_contract", 2_000_000_000, "signed")},
        ),
        (
            "Tidepool, Meridian in talks over $10 billion cloud deal",
            {("tidepool", "meridian", "cloud_contract", 10_000_000_000, "rumoured")},
        ),
        ("Tidepool, Meridian reach agreement", set()),
        (
            "Meridian's deal with Quillstone is worth $17 billion.",
            {("meridian", "quillstone", "cloud_contract", 17_000_000_000, "signed")},
        ),
        (
            "Quillstone's contracts with Tidepool now total $22 billion.",
            {("tidepool", "quillstone", "cloud_contract", 22_000_000_000, "signed")},
        ),
        (
            "Shares of Quillstone jumped after it announced a $17 billion contract with Meridian.",
            {("meridian", "quillstone", "cloud_contract", 17_000_000_000, "signed")},
        ),
        (
            "Quillstone signs $2 billion deal with Corvid to lease back its GPUs",
            {("corvid", "quillstone", "cloud_contract", 2_000_000_000, "signed")},
        ),
        (
            "Quillstone and Corvid signed a $6 billion order that obliges Corvid to buy unsold "
            "capacity.",
            {("corvid", "quillstone", "cloud_contract", 6_000_000_000, "signed")},
        ),
        ("Meridian's revenue rose to $15 billion on contracts with Tidepool.", set()),
        ("Quillstone lost $2 billion on its contract with Tidepool.", set()),
        ("Quillstone loses money on its contract with Tidepool.", set()),
        ("Meridian doubled its revenue to $13 billion, helped by a deal with Tidepool.", set()),
        (
            "Tidepool, which has agreed to buy $38 billion of cloud services from Meridian, is "
            "losing money.",
            {("tidepool", "meridian", "cloud_contract", 38_000_000_000, "signed")},
        ),
        (
            "Meridian picked Quillstone as a cloud supplier in a deal worth $2 billion.",
            {("meridian", "quillstone", "cloud_contract", 2_000_000_000, "announced")},
        ),
        (
            "Meridian signed a $3 billion deal with Brookvale for hydropower.",
            {("meridian", "brookvale", "supply_contract", 3_000_000_000, "signed")},
        ),
    ],
)
def test_a_contract_grows_ends_or_is_told_in_passing(words, claims):
    found = rows_of_known(news("A story", words))
    assert {
        (r["source"], r["target"], r["instrument"], r["amount"], r["status"]) for r in found
    } == claims
