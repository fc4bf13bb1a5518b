"""Who the two sides of a contract are, and what the next sentences tell of them."""

import pytest

from tests.extract.writing import filing, rows


def _found(words):
    return [
        (row["source"], row["target"], row["instrument"], row["amount"])
        for row in rows(filing(words))
    ]


def test_a_customer_that_is_a_managed_fund_has_the_funds_name():
    words = (
        "On May 4, 2026, we entered into a services agreement with a new customer, a compute fund "
        "managed by Brightwater Capital (“BW Fund”). It represents a revenue "
        "opportunity of about $26 million over two years."
    )
    document = filing(words, terms=(("BW Fund", "Brightwater Capital"),))
    (row,) = rows(document)
    assert (row["source"], row["amount"]) == ("bw-fund", 26_000_000)


def test_words_that_only_name_the_contract_are_no_party():
    words = (
        "We signed a Master Services and Lease Agreement with Tidepool, under which Tidepool will "
        "pay us $30 million for GPU services."
    )
    assert all("master" not in str(cell) for row in _found(words) for cell in row)


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        (
            "In May 2026, we entered into a co-location agreement with Quillstone for a term of "
            "one year. Pursuant to the terms of the agreement, Quillstone provides mining "
            "colocation services to us.",
            [("harbor-compute", "quillstone", "lease", None)],
        ),
        (
            "In May 2026, we entered into a hosting services agreement with Quillstone. Under this "
            "agreement, Quillstone shall provide us with 5 MW of capacity.",
            [("harbor-compute", "quillstone", "lease", None)],
        ),
        (
            "In May 2026, we executed a Master Service Agreement for cloud services with "
            "Lumen Robotics. Its first orders, for 350 GPUs, are projected to generate "
            "$6.4 million in contracted value.",
            [("lumen-robotics", "harbor-compute", "cloud_contract", 6_400_000)],
        ),
        (
            "In May 2026, we entered into an order form with Lumen Robotics for GPU services. It "
            "represents annual revenue of approximately $1.2 million.",
            [("lumen-robotics", "harbor-compute", "cloud_contract", 1_200_000)],
        ),
        (
            "We previously entered into a lease with Ashgrove for 20,000 square feet of office "
            "space.",
            [],
        ),
    ],
)
def test_the_next_sentence_tells_who_provides_and_for_how_much(words, claims):
    assert _found(words) == claims


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        (
            "We entered into a Future Sales and Purchase Agreement with Corvid for the purchase of "
            "12,000 miners for a total purchase price of $40 million.",
            ("harbor-compute", "corvid", "supply_contract", 40_000_000),
        ),
        (
            "On May 14, 2026, we entered into a Terms of Service and Service Level Agreement and "
            "an order form with a new customer for hosting. It represents annual revenue of "
            "approximately $1.2 million.",
            ("unnamed:new-customer", "harbor-compute", "cloud_contract", 1_200_000),
        ),
        (
            "We also entered into a reservation agreement with Quillstone for ten gas turbines "
            "with a total purchase price of $95 million.",
            ("harbor-compute", "quillstone", "supply_contract", 95_000_000),
        ),
        (
            "In May 2026, we entered into an agreement with Fernhill Electric Cooperative for the "
            "supply of 150 MW of power to our Plano site.",
            ("harbor-compute", "fernhill-electric-cooperative", "supply_contract", None),
        ),
    ],
)
def test_a_title_is_no_party_and_what_is_bought_tells_who_buys(words, claim):
    assert _found(words) == [claim]
