"""Investments in words of their own: sums over time, backers with a sum, stakes given."""

import pytest

from tests.extract.reports import report

ACCEPTED = [
    (
        ["Meridian would build its investment in Tidepool up to nearly $14 billion."],
        {("meridian", "tidepool", "equity", 14000000000)},
    ),
    (
        ["Over the years Meridian took its bet to $14 billion as Tidepool grew."],
        {("meridian", "tidepool", "equity", 14000000000)},
    ),
    (
        ["Meridian has been Tidepool's heavyweight backer, investing $13 billion."],
        {("meridian", "tidepool", "equity", 13000000000)},
    ),
    (
        ["Corvid first backed Tidepool in 2024, contributing $100 million to its funding."],
        {("corvid", "tidepool", "equity", 100000000)},
    ),
    (
        ["Meridian made a $1 billion investment in a little-known lab called Tidepool."],
        {("meridian", "tidepool", "equity", 1000000000)},
    ),
    (
        ["Corvid's $100 billion investment commitment to Tidepool is not final."],
        {("corvid", "tidepool", "equity", 100000000000)},
    ),
    (
        ["Tidepool has gone back to the well, receiving a $10 billion investment from Corvid."],
        {("corvid", "tidepool", "equity", 10000000000)},
    ),
    (
        ["A $4 billion cash infusion from Meridian into Tidepool closed."],
        {("meridian", "tidepool", "equity", 4000000000)},
    ),
    (
        ["Meridian agreed to a multiyear, multibillion-dollar investment into Tidepool."],
        {("meridian", "tidepool", "equity", None)},
    ),
    (
        ["Corvid invested for the third time in Tidepool."],
        {("corvid", "tidepool", "equity", None)},
    ),
    (
        ["Brightwater withdrew from a $10 billion investment in Lumen Robotics."],
        {("brightwater", "lumen-robotics", "equity", 10000000000)},
    ),
    (
        ["Tidepool is looking to wrap up what could be a $100 billion funding round."],
        {("unnamed", "tidepool", "equity", 100000000000)},
    ),
    (
        ["Tidepool signed a term sheet for a $10 billion funding round."],
        {("unnamed", "tidepool", "equity", 10000000000)},
    ),
    (
        [
            (
                "Firms like Quillstone, which was founded in 2012 and has raised $1.7 billion"
                " in venture dollars, see demand."
            )
        ],
        {("unnamed", "quillstone", "equity", 1700000000)},
    ),
    (
        ["Tidepool's restructuring gave Meridian a 27% ownership stake."],
        {("meridian", "tidepool", "ownership", 0.27)},
    ),
    (
        ["Meridian, which already owns roughly 27% of Tidepool, sees demand for capacity."],
        {("meridian", "tidepool", "ownership", 0.27)},
    ),
]
REFUSED = [
    "Meridian would build its investment in data centers up to nearly $14 billion.",
    "Meridian's $14 billion bet on chips paid off.",
    "Meridian withdrew from a $10 billion project.",
    "Tidepool signed a term sheet for $10 billion of chips.",
    "The deal gave Meridian a 27% jump in sales.",
]


@pytest.mark.parametrize(("story", "claims"), ACCEPTED, ids=[s[-1][:50] for s, _ in ACCEPTED])
def test_a_report_in_these_words_tells_these_claims_and_no_others(story, claims):
    assert report(*story) == claims


@pytest.mark.parametrize("words", REFUSED, ids=[w[:50] for w in REFUSED])
def test_a_report_in_these_words_tells_nothing(words):
    assert report(words) == set()
