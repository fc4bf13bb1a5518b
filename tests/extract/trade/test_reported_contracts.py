"""Contracts as reports tell them, in another order than filings have."""

import pytest

from tests.extract.reports import report

ACCEPTED = [
    (
        ["Corvid committed to purchase any unsold computing capacity from Quillstone."],
        {("corvid", "quillstone", "cloud_contract", None)},
    ),
    (
        [
            "Corvid will supply custom AI chips to Meridian, who in turn will provide 3 gigawatts "
            "of its computing capacity to AI leader Tidepool."
        ],
        {
            ("meridian", "corvid", "supply_contract", None),
            ("tidepool", "meridian", "cloud_contract", None),
        },
    ),
    (
        ["Tidepool to buy compute worth $10 billion from Quillstone"],
        {("tidepool", "quillstone", "cloud_contract", 10_000_000_000)},
    ),
    (
        [
            "Tidepool has outgrown its partnership.",
            (
                "The startup announced a $38 billion deal to run its models on thousands of "
                "Corvid chips through Meridian."
            ),
        ],
        {("tidepool", "meridian", "cloud_contract", 38000000000)},
    ),
    (
        ["Tidepool is committing $38 billion to Meridian for computing capacity."],
        {("tidepool", "meridian", "cloud_contract", 38000000000)},
    ),
    (
        ["The deal made Meridian the exclusive cloud provider for Tidepool."],
        {("tidepool", "meridian", "cloud_contract", None)},
    ),
    (
        ["Meridian has signed on startups like Tidepool and Ashgrove as computing partners."],
        {
            ("tidepool", "meridian", "cloud_contract", None),
            ("ashgrove", "meridian", "cloud_contract", None),
        },
    ),
    (
        ["Tidepool has committed to using millions of Corvid's processors."],
        {("tidepool", "corvid", "supply_contract", None)},
    ),
    (
        ["Tidepool has committed to purchasing one million Pinwheel chips from Corvid."],
        {("tidepool", "corvid", "supply_contract", None)},
    ),
    (
        [
            (
                "The agreements with Ashgrove, Brightwater, and Foxglove Partners are "
                "expected to deliver 6 gigawatts of energy for Meridian's projects."
            )
        ],
        {
            ("meridian", "brightwater", "supply_contract", None),
            ("meridian", "foxglove-partners", "supply_contract", None),
            ("meridian", "ashgrove", "supply_contract", None),
        },
    ),
    (
        [
            (
                "Meridian landed a deal with a partnership that will give Tidepool 4.5 "
                "gigawatts of computing power."
            )
        ],
        {("tidepool", "meridian", "cloud_contract", None)},
    ),
    (
        [
            (
                "Ashgrove announced an expanded nuclear partnership with Meridian to supply "
                "up to 1,920 megawatts of electricity."
            )
        ],
        {("meridian", "ashgrove", "supply_contract", None)},
    ),
    (
        ["Quillstone reported $56 billion in contracted revenue."],
        {("unnamed", "quillstone", "cloud_contract", 56000000000)},
    ),
    (
        ["Quillstone's revenue backlog now stands at $56 billion."],
        {("unnamed", "quillstone", "cloud_contract", 56000000000)},
    ),
    (
        ["Quillstone has expanded its partnership with Tidepool in a new deal worth $6.5 billion."],
        {("tidepool", "quillstone", "cloud_contract", 6500000000)},
    ),
]
REFUSED = [
    "Tidepool could use thousands of Corvid's processors.",
    "Tidepool announced a plan to run its models through Meridian.",
    "Meridian is no longer the exclusive cloud provider for Tidepool.",
    "Meridian has forged agreements with three nuclear power providers for electricity.",
    "Corvid reported $56 billion in revenue.",
]


@pytest.mark.parametrize(("story", "claims"), ACCEPTED, ids=[s[-1][:50] for s, _ in ACCEPTED])
def test_a_report_in_these_words_tells_these_claims_and_no_others(story, claims):
    assert report(*story) == claims


@pytest.mark.parametrize("words", REFUSED, ids=[w[:50] for w in REFUSED])
def test_a_report_in_these_words_tells_nothing(words):
    assert report(words) == set()
