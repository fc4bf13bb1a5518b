"""Who buys, where only what the parties are known to be tells it."""

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.extraction import extract_claims
from graphbuild.extract.prose import PROSE_PATTERNS
from graphbuild.extract.rows import claim_row
from tests.extract.writing import filing, news

KINDS = {
    "Tidepool": "ai_lab",
    "Meridian": "hyperscaler",
    "Lumen Robotics": "neocloud",
    "Harbor Compute": "host",
    "Corvid": "chipmaker",
}
CONTEXT = Context(names=frozenset(KINDS), kinds=KINDS)


def _claims(document, context=CONTEXT):
    rows = [claim_row(c) for c in extract_claims(document, context, PROSE_PATTERNS).claims]
    return [(r["source"], r["target"], r["instrument"], r["amount"]) for r in rows]


@pytest.mark.parametrize(
    ("sentence", "buyer", "seller", "instrument"),
    [
        (
            "Lumen Robotics signed a $7 billion deal with Meridian.",
            "meridian",
            "lumen-robotics",
            "cloud_contract",
        ),
        (
            "Lumen Robotics has signed a $7 billion, five-year GPU supply agreement with Meridian.",
            "meridian",
            "lumen-robotics",
            "cloud_contract",
        ),
        (
            "Meridian signed a $7 billion deal with Tidepool.",
            "tidepool",
            "meridian",
            "cloud_contract",
        ),
        (
            "Lumen Robotics struck a $7 billion agreement with Corvid.",
            "lumen-robotics",
            "corvid",
            "supply_contract",
        ),
        (
            "Harbor Compute inked a $7 billion colocation agreement with Lumen Robotics.",
            "lumen-robotics",
            "harbor-compute",
            "lease",
        ),
        (
            "Harbor Compute shares jumped 9% after announcing a $7 billion hosting agreement with "
            "Meridian.",
            "meridian",
            "harbor-compute",
            "cloud_contract",
        ),
    ],
)
def test_what_the_parties_are_tells_who_buys_when_the_words_do_not(
    sentence, buyer, seller, instrument
):
    assert _claims(news("A story", sentence)) == [(buyer, seller, instrument, 7_000_000_000)]


def test_without_kinds_nobody_can_tell_who_pays():
    story = news("A story", "Lumen Robotics signed a $7 billion deal with Meridian.")
    assert _claims(story, Context(names=frozenset(KINDS))) == []


def test_two_clouds_of_one_kind_stay_untold():
    context = Context(names=frozenset(KINDS), kinds=KINDS | {"Lumen Robotics": "hyperscaler"})
    story = news("A story", "Lumen Robotics signed a $7 billion deal with Meridian.")
    assert _claims(story, context) == []


def test_the_next_sentence_of_a_filing_tells_who_is_obliged_to_buy():
    document = filing(
        "In May 2026, we entered into a new order form with Corvid under its master services "
        "agreement, with an initial order value of $6 billion. Pursuant to the order form, Corvid "
        "is obligated to purchase the residual unsold capacity through 2032."
    )
    (claim,) = _claims(document)
    assert claim[:2] == ("corvid", "harbor-compute")


def test_a_supply_agreement_under_which_we_buy_is_ours_to_pay():
    document = filing(
        "On May 2, 2026, we entered into a supply agreement with Corvid Semiconductor Corp. under "
        "which we committed to purchase $4.0 billion of accelerators."
    )
    (claim,) = _claims(document)
    assert claim[:2] == ("harbor-compute", "corvid-semiconductor")
