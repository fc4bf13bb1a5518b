"""Positions of funds: who lends, who holds, and what is none of it."""

from decimal import Decimal

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.extraction import extract_claims
from graphbuild.records.claim import Role
from tests.documents.papers import FIXTURES, fixture, read


def claims_of(document):
    found = extract_claims(document, Context())
    assert found.issues == ()
    return found.claims


@pytest.fixture(scope="module")
def claims():
    return claims_of(fixture("filings/nport.xml", "NPORT-P"))


def test_preferred_shares_loans_and_bonds_are_claims_at_their_fair_value(claims):
    assert [
        (
            str(c.instrument),
            c.with_role(Role.TARGET)[0].name,
            c.amount.point,
            str(c.measure),
            str(c.agreed_on),
            str(c.ends_on),
        )
        for c in claims
    ] == [
        ("holding", "Lodestar Labs, PBC", Decimal("12300000.00"), "value", "2026-06-30", "None"),
        ("loan", "Cinder Power Holdings LLC", Decimal("4912500.00"), "value", "2026-06-30",
         "2031-06-30"),
        ("bond", "Harbor Compute, Inc.", Decimal("2050000.00"), "value", "2026-06-30",
         "2030-06-01"),
    ]  # fmt: skip
    assert {c.with_role(Role.SOURCE)[0].name for c in claims} == {"Heron Technology Fund"}


def test_size_level_restriction_and_rate_are_kept(claims):
    assert claims[0].note == "fair value of 41000.00000000 shares; level 3; restricted"
    assert claims[1].terms.rate == "8.07% floating"
    assert claims[1].terms.facility == "CINDER POWER HLDGS TLB 1LN 06/30/2031"


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        ("<assetCat>EP</assetCat>", "<assetCat>RA</assetCat>", 2),
        ("SERIES C PC PP", "SERIES C WARRANT", 2),
        ("<valUSD>12300000.00</valUSD>", "<valUSD>XXXX</valUSD>", 2),
        ("<name>Lodestar Labs, PBC</name>", "<name></name>", 2),
        ("<maturityDt>2031-06-30</maturityDt>", "<maturityDt>perpetual</maturityDt>", 3),
    ],
)
def test_what_no_issuer_was_given_is_no_claim(old, new, count):
    text = (FIXTURES / "filings/nport.xml").read_text(encoding="utf-8")
    assert old in text
    assert len(claims_of(read(text.replace(old, new), "NPORT-P"))) == count


def test_a_convertible_note_is_a_convertible():
    text = (FIXTURES / "filings/nport.xml").read_text(encoding="utf-8")
    changed = text.replace("9.25% 06/01/2030 144A", "CONVERTIBLE 1% 06/01/2030")
    assert [str(c.instrument) for c in claims_of(read(changed, "NPORT-P"))][-1] == "convertible"
