"""Who backs a company, told without a sum."""

import pytest

from tests.extract.reports import report, told
from tests.extract.writing import filing

ACCEPTED = [
    (
        [
            "Tidepool raised $2 billion in a funding round.",
            "Corvid and Brightwater led the round and were joined by Foxglove Partners.",
        ],
        {
            ("unnamed", "tidepool", "equity", 2_000_000_000),
            ("corvid", "tidepool", "equity", None),
            ("brightwater", "tidepool", "equity", None),
            ("foxglove-partners", "tidepool", "equity", None),
        },
    ),
    (
        [
            "Tidepool raised $2 billion in a funding round.",
            "Corvid led, and was joined by Brightwater and Foxglove Partners.",
        ],
        {
            ("unnamed", "tidepool", "equity", 2_000_000_000),
            ("corvid", "tidepool", "equity", None),
            ("brightwater", "tidepool", "equity", None),
            ("foxglove-partners", "tidepool", "equity", None),
        },
    ),
    (
        [
            "Tidepool raised $2 billion in a funding round.",
            "Existing investors Corvid and Brightwater participated.",
        ],
        {
            ("unnamed", "tidepool", "equity", 2_000_000_000),
            ("corvid", "tidepool", "equity", None),
            ("brightwater", "tidepool", "equity", None),
        },
    ),
    (
        ["Tidepool raises $2 billion in Corvid-led round"],
        {("corvid", "tidepool", "equity", None), ("unnamed", "tidepool", "equity", 2_000_000_000)},
    ),
    (
        ["The Corvid-led funding round for Tidepool is large."],
        {("corvid", "tidepool", "equity", None)},
    ),
    (
        ["Tidepool counts Corvid and Brightwater as investors, alongside Foxglove Partners."],
        {
            ("foxglove-partners", "tidepool", "equity", None),
            ("brightwater", "tidepool", "equity", None),
            ("corvid", "tidepool", "equity", None),
        },
    ),
    (
        [
            "Tidepool has a new office. Corvid makes chips.",
            "The company counts Brightwater among its backers.",
        ],
        {("brightwater", "tidepool", "equity", None)},
    ),
    (
        ["Corvid-backed Tidepool is adding capacity."],
        {("corvid", "tidepool", "equity", None)},
    ),
    (
        ["Corvid- and Meridian-backed Tidepool is adding capacity."],
        {("meridian", "tidepool", "equity", None), ("corvid", "tidepool", "equity", None)},
    ),
    (
        ["Tidepool, which is backed by Corvid, is adding capacity."],
        {("corvid", "tidepool", "equity", None)},
    ),
    (
        ["The talks with Tidepool (backed by Corvid) are about capacity."],
        {("corvid", "tidepool", "equity", None)},
    ),
    (
        ["Tidepool is growing.", "Its investors include Corvid and Brightwater."],
        {("brightwater", "tidepool", "equity", None), ("corvid", "tidepool", "equity", None)},
    ),
    (
        ["Tidepool's largest backers include Corvid and Brightwater."],
        {("brightwater", "tidepool", "equity", None), ("corvid", "tidepool", "equity", None)},
    ),
    (
        ["Brightwater is one of the earliest investors in Tidepool."],
        {("brightwater", "tidepool", "equity", None)},
    ),
    (
        ["Brightwater, an early investor in Tidepool, sees more demand for capacity."],
        {("brightwater", "tidepool", "equity", None)},
    ),
    (
        ["Brightwater is Tidepool's biggest shareholder."],
        {("brightwater", "tidepool", "equity", None)},
    ),
    (
        ["Tidepool investor Brightwater sees more demand for capacity."],
        {("brightwater", "tidepool", "equity", None)},
    ),
    (
        ["Corvid first backed Tidepool in 2024 with a seat in its funding round."],
        {("corvid", "tidepool", "equity", None)},
    ),
    (
        [
            "Tidepool said it has raised money in a new round.",
            "Corvid and Brightwater are among the investors in the round.",
        ],
        {("brightwater", "tidepool", "equity", None), ("corvid", "tidepool", "equity", None)},
    ),
    (
        ["Corvid took part in Tidepool's $6 billion round."],
        {("corvid", "tidepool", "equity", None), ("unnamed", "tidepool", "equity", 6000000000)},
    ),
    (
        ["Corvid joined a $2 billion seed round for Tidepool."],
        {("unnamed", "tidepool", "equity", 2000000000), ("corvid", "tidepool", "equity", None)},
    ),
    (
        ["Investors who participated in the latest round of funding for Tidepool included Corvid."],
        {("corvid", "tidepool", "equity", None)},
    ),
]
REFUSED = [
    "The Corvid-led round of talks on capacity ended.",
    "The Meridian-backed lease of Tidepool is long.",
    "Corvid-backed rivals of Tidepool are growing.",
    "The old lease with Tidepool, backed by Corvid, is long.",
    "Long-time Voss backer Brightwater sees more demand for capacity.",
]


@pytest.mark.parametrize(("story", "claims"), ACCEPTED, ids=[s[-1][:50] for s, _ in ACCEPTED])
def test_a_report_in_these_words_tells_these_claims_and_no_others(story, claims):
    assert report(*story) == claims


@pytest.mark.parametrize("words", REFUSED, ids=[w[:50] for w in REFUSED])
def test_a_report_in_these_words_tells_nothing(words):
    assert report(words) == set()


def test_in_a_filing_these_words_are_left_to_its_own_readers():
    assert told(filing("Tidepool counts Corvid and Brightwater as investors.")) == set()


def test_the_verb_after_an_object_is_its_subjects():
    words = (
        "Corvid led a $2 billion funding round for the young Quillstone and joined a $1 billion "
        "seed round for Tidepool."
    )
    assert ("corvid", "tidepool", "equity", None) in report(words)
    assert not any(source == "quillstone" for source, *_ in report(words))
