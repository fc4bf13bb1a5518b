"""Money told without a verb that acts: noun phrases, passives, asides."""

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.clauses.clause_shapes import shaped_clauses
from graphbuild.extract.extraction import extract_claims
from graphbuild.extract.rows import claim_row
from tests.extract.writing import KINDS, NAMES, news, rows_of_known


def _found(*words):
    return {
        (r["source"], r["target"], r["instrument"], r["amount"])
        for r in rows_of_known(news("A story", *words))
    }


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        (
            "An investment of $2 billion by Corvid in Tidepool was announced in October.",
            ("corvid", "tidepool", "equity", 2_000_000_000),
        ),
        (
            "The plan rests on a $5 billion loan from Northgate Bank, N.A. to Quillstone.",
            ("northgate-bank", "quillstone", "loan", 5_000_000_000),
        ),
        (
            "Meridian, which has put $3 billion into Tidepool, said it will sell chips to others.",
            ("meridian", "tidepool", "equity", 3_000_000_000),
        ),
        (
            "The money comes from Brightwater, which is lending Quillstone $2 billion.",
            ("brightwater", "quillstone", "loan", 2_000_000_000),
        ),
        (
            "Quillstone locked in $830 million in debt financing to buy chips.",
            ("unnamed:lenders", "quillstone", "loan", 830_000_000),
        ),
        (
            "Quillstone will supply Meridian with $3 billion of AI computing capacity.",
            ("meridian", "quillstone", "cloud_contract", 3_000_000_000),
        ),
        (
            "Quillstone was awarded a $9 billion cloud contract by Tidepool.",
            ("tidepool", "quillstone", "cloud_contract", 9_000_000_000),
        ),
        (
            "Quillstone secured a $9.7 billion Meridian contract for AI cloud.",
            ("meridian", "quillstone", "cloud_contract", 9_700_000_000),
        ),
        (
            "Quillstone signed $2.8 billion in AI infrastructure contracts.",
            ("unnamed:customers", "quillstone", "cloud_contract", 2_800_000_000),
        ),
        (
            "The $38 billion contract between Tidepool and Meridian runs for seven years.",
            ("tidepool", "meridian", "cloud_contract", 38_000_000_000),
        ),
        (
            "Tidepool has committed to spend $22.4 billion with Quillstone.",
            ("tidepool", "quillstone", "cloud_contract", 22_400_000_000),
        ),
        (
            "Brightwater acquired a 51% stake in Ashgrove for $4.4 billion.",
            ("brightwater", "ashgrove", "equity", 4_400_000_000),
        ),
    ],
)
def test_a_sum_without_a_plain_verb_makes_its_claim(words, claim):
    assert claim in _found(words)


@pytest.mark.parametrize(
    "words",
    [
        "Corvid has since announced a similar deal with Tidepool.",
        "Tidepool is raising a $50 million seed and pre-seed investment fund.",
        "Meridian said it will invest $31 billion in Quillstone data centers through 2032.",
        "Money is lent to a vehicle to buy Corvid chips that will be leased to Tidepool.",
        "The state invested $2 billion in a Meridian deal.",
        "Tidepool was awarded a $9 million prize by Meridian.",
    ],
)
def test_likenesses_funds_and_buildings_make_none(words):
    assert not {claim for claim in _found(words) if "unnamed" not in claim[0]}


def test_a_report_of_trades_tells_a_holding_and_no_parent():
    words = (
        "Following the latest purchases, Brightwater owns 28.8% of Ashgrove's outstanding stock."
    )
    found = extract_claims(news("A story", words), Context(NAMES, KINDS)).claims
    assert [(claim_row(c)["instrument"], claim_row(c)["share"]) for c in found] == [
        ("holding", 0.288)
    ]


def test_an_investment_in_a_place_gives_no_shape():
    assert not list(shaped_clauses("An investment of <M0> by <P0> in Texas was announced"))
