"""Whom a report means by "the company", "the software giant" or "the miner"."""

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.extraction import extract_claims
from graphbuild.extract.prose import PROSE_PATTERNS
from graphbuild.extract.rows import claim_row
from tests.extract.writing import NAMES, filing, news

KINDS = {
    "Meridian": "hyperscaler",
    "Corvid": "chipmaker",
    "Tidepool": "ai_lab",
    "Lumen Robotics": "host",
    "Quillstone": "neocloud",
}


def _found(document):
    context = Context(NAMES, KINDS)
    claims = extract_claims(document, context, PROSE_PATTERNS).claims
    made = [claim_row(claim) for claim in claims]
    return {(row["source"], row["target"], row["instrument"], row["amount"]) for row in made}


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        (
            "Meridian shares rose. Sources said the software giant signed a five-year, $9 billion "
            "deal with Quillstone for access to GPUs.",
            ("meridian", "quillstone", "cloud_contract", 9_000_000_000),
        ),
        (
            "Corvid shares rose on Monday. The chipmaker agreed to backstop $333 million of "
            "Quillstone's lease commitments.",
            ("corvid", "quillstone", "guarantee", 333_000_000),
        ),
        (
            "Quillstone shares rose. On May 26, the company signed a supply agreement worth $2 "
            "billion with Corvid for GPUs.",
            ("quillstone", "corvid", "supply_contract", 2_000_000_000),
        ),
    ],
)
def test_an_epithet_stands_for_the_party_of_its_kind(words, claim):
    assert _found(news("A story", words)) == {claim}


def test_two_of_a_kind_leave_it_open_who_is_meant():
    words = (
        "Lumen Robotics and Quillstone are rivals. The data-center operator agreed to backstop "
        "$333 "
        "million of Corvid's lease commitments."
    )
    assert not any(source == "lumen-robotics" for source, *_ in _found(news("A story", words)))
    assert not any(source == "quillstone" for source, *_ in _found(news("A story", words)))


def test_nobody_deals_with_himself():
    words = "Corvid struck a further $85 million deal with the company for leased servers."
    assert not any(source == target for source, target, *_ in _found(news("A story", words)))


def test_filings_keep_the_word_for_their_filer():
    words = "The chipmaker agreed to backstop $333 million of Lumen Robotics' lease commitments."
    assert not any(source == "corvid" for source, *_ in _found(filing(words)))
