"""Parts of revenue and profit: who owes them to whom, and parts that are none."""

import pytest

from tests.extract.writing import filing, rows


def _found(words):
    return [
        (row["source"], row["target"], row["share"], row["amount"])
        for row in rows(filing(words))
        if row["instrument"] == "revenue_share"
    ]


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        (
            "Quillstone is also entitled to 18% of the net profit that the site generates.",
            ("harbor-compute", "quillstone", 0.18, None),
        ),
        (
            "On May 8, 2026, we entered into a hosting agreement with Quillstone, pursuant to "
            "which Quillstone agreed to provide us with 4 MW of capacity. The agreement is for "
            "two years. The performance fee is 15% of the net profit.",
            ("harbor-compute", "quillstone", 0.15, None),
        ),
        (
            "We agreed to pay Lumen Robotics a royalty of 5% of net sales of the licensed devices.",
            ("harbor-compute", "lumen-robotics", 0.05, None),
        ),
        (
            "We paid $4 million of royalties to Lumen Robotics in fiscal year 2026.",
            ("harbor-compute", "lumen-robotics", None, 4_000_000),
        ),
    ],
)
def test_the_party_that_shares_pays_the_party_that_receives(words, claim):
    assert claim in _found(words)


def test_a_fee_told_after_the_agreement_quotes_the_agreement_too():
    document = filing(
        "We entered into a hosting agreement with Quillstone for our miners. The performance fee "
        "is 15% of the net profit."
    )
    (claim,) = [r for r in rows(document) if r["instrument"] == "revenue_share"]
    assert "Quillstone" in claim["quote"]
    assert "15%" in claim["quote"]


@pytest.mark.parametrize(
    "words",
    [
        "We will pay the placement agent a cash fee equal to 7% of the gross proceeds.",
        "If we use the site, Quillstone would be entitled to 20% of the net profit.",
        "We agreed with Quillstone and Ashgrove to host miners. The performance fee is 15% of the "
        "net profit under this agreement, which Corvid and Meridian signed with us.",
        "Sales to Meridian were 20% of our revenue.",
        "Tidepool is entitled to 20% of the net profit of Lumen Robotics.",
    ],
)
def test_fees_of_agents_conditions_and_unclear_partners_make_no_claim(words):
    assert not _found(words)


@pytest.mark.parametrize(
    ("words", "shares"),
    [
        ("Quillstone is entitled to 35% and 27%, respectively, of net profits.", [0.35, 0.27]),
        (
            "Quillstone shall be entitled to respective 40%, 14.75% and 22.5% of the net profit.",
            [0.4, 0.1475, 0.225],
        ),
        ("The royalty payable to Quillstone is 12% and 9%, respectively, of our revenue.",
         [0.12, 0.09]),
        ("The hosting fees under the agreement with Quillstone range from 30% to 33% of revenue.",
         [0.3]),
        ("Quillstone will get a royalty of between 20% and 40% of net sales.", [0.2]),
    ],
)  # fmt: skip
def test_parts_told_side_by_side_are_one_claim_each_and_a_range_is_one(words, shares):
    found = _found(words)
    assert [claim[:2] for claim in found] == [("harbor-compute", "quillstone")] * len(shares)
    assert [claim[2] for claim in found] == shares


def test_revenue_received_from_somebody_is_no_part_owed():
    assert _found("Quillstone received 30% and 20% of its revenue from us, respectively.") == []


def test_a_known_name_is_the_company_of_the_agreement_it_begins():
    words = (
        "In May 2026, we entered into an agreement with Quillstone East, Inc. for hosting. "
        "Quillstone is entitled to 35% of the net profit."
    )
    assert [claim[1] for claim in _found(words)] == ["quillstone-east"]
