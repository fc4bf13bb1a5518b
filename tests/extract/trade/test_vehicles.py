"""Vehicles of a financing: what they buy, to whom they let it, whose they are."""

import pytest

from tests.extract.reports import report

ACCEPTED = [
    (
        ["The special purpose vehicle will buy Corvid chips and lease them to Tidepool."],
        {("unnamed", "corvid", "supply_contract", None), ("tidepool", "unnamed", "lease", None)},
    ),
    (
        ["The money comes through an SPV designed to purchase Corvid processors."],
        {("unnamed", "corvid", "supply_contract", None)},
    ),
    (
        ["Brightwater's Quillstone vehicle is adding capacity."],
        {("brightwater", "quillstone", "ownership", None)},
    ),
    (
        [
            (
                "Meridian announced a $100 billion joint venture called Quillstone with "
                "Brightwater and Tidepool."
            )
        ],
        {
            ("tidepool", "quillstone", "equity", None),
            ("meridian", "quillstone", "equity", None),
            ("unnamed", "quillstone", "equity", 100000000000),
            ("brightwater", "quillstone", "equity", None),
        },
    ),
]
REFUSED = [
    "The vehicle will buy chips and lease them to customers.",
    "Meridian announced a $100 billion joint venture.",
]


@pytest.mark.parametrize(("story", "claims"), ACCEPTED, ids=[s[-1][:50] for s, _ in ACCEPTED])
def test_a_report_in_these_words_tells_these_claims_and_no_others(story, claims):
    assert report(*story) == claims


@pytest.mark.parametrize("words", REFUSED, ids=[w[:50] for w in REFUSED])
def test_a_report_in_these_words_tells_nothing(words):
    assert report(words) == set()
