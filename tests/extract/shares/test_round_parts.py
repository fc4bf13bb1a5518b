"""Parts of one financing: equity and debt, who leads which, what one puts in."""

import pytest

from tests.extract.reports import report

ACCEPTED = [
    (
        ["Tidepool is raising $7.5 billion in equity and another $12.5 billion in debt."],
        {
            ("unnamed", "tidepool", "equity", 7500000000),
            ("unnamed", "tidepool", "loan", 12500000000),
        },
    ),
    (
        ["Tidepool has raised $5 billion in funding and $2 billion in new debt capacity."],
        {
            ("unnamed", "tidepool", "loan", 2000000000),
            ("unnamed", "tidepool", "equity", 5000000000),
        },
    ),
    (
        [
            (
                "Tidepool's financing would be split between $3 billion of debt and $2 "
                "billion of equity."
            )
        ],
        {
            ("unnamed", "tidepool", "loan", 3000000000),
            ("unnamed", "tidepool", "equity", 2000000000),
        },
    ),
    (
        [
            "Tidepool is expanding its fundraising.",
            "The package combines $7 billion in equity and $12 billion in debt.",
        ],
        {
            ("unnamed", "tidepool", "equity", 7000000000),
            ("unnamed", "tidepool", "loan", 12000000000),
        },
    ),
    (
        [
            "Tidepool is expanding its fundraising.",
            (
                "Foxglove Partners is leading the equity side, while Northgate Bank, N.A. is "
                "backing the debt portion."
            ),
        ],
        {
            ("northgate-bank", "tidepool", "loan", None),
            ("foxglove-partners", "tidepool", "equity", None),
        },
    ),
    (
        [
            (
                "Meridian has selected Brightwater and Foxglove Partners to lead a $29 "
                "billion financing for its campus."
            ),
            (
                "Brightwater is arranging $26 billion in debt and Foxglove Partners is "
                "providing $3 billion in equity."
            ),
        ],
        {
            ("foxglove-partners", "meridian", "equity", 3000000000),
            ("brightwater", "meridian", "loan", 26000000000),
        },
    ),
    (
        [
            "Tidepool is expanding its fundraising.",
            "Corvid is investing as much as $2 billion in the equity slice.",
        ],
        {("corvid", "tidepool", "equity", 2000000000)},
    ),
    (
        ["Brightwater contributed $1.3 billion to Tidepool's funding round."],
        {("brightwater", "tidepool", "equity", 1300000000)},
    ),
    (
        ["Tidepool raised a large funding round.", "Corvid contributed $1.3 billion to the round."],
        {("corvid", "tidepool", "equity", 1300000000)},
    ),
    (
        [
            "Tidepool raised a large funding round.",
            "Corvid led the round with a $500 million check.",
        ],
        {("corvid", "tidepool", "equity", 500000000)},
    ),
    (
        [
            (
                "Corvid is leading a $2 billion equity investment into Tidepool as part of a "
                "larger round."
            )
        ],
        {("corvid", "tidepool", "equity", 2000000000)},
    ),
    (
        ["Meridian's debt has grown to $105 billion."],
        {("unnamed", "meridian", "loan", 105000000000)},
    ),
    (
        ["Meridian is sitting on $105 billion of long-term debt."],
        {("unnamed", "meridian", "loan", 105000000000)},
    ),
]
REFUSED = [
    "Tidepool has $7.5 billion in cash and another $12.5 billion in debt.",
    "Corvid is leading the market side of the business, worth $2 billion.",
    "The national debt has grown to $36 trillion, said Meridian.",
    "Corvid contributed $1.3 billion to the state's budget round.",
]


@pytest.mark.parametrize(("story", "claims"), ACCEPTED, ids=[s[-1][:50] for s, _ in ACCEPTED])
def test_a_report_in_these_words_tells_these_claims_and_no_others(story, claims):
    assert report(*story) == claims


@pytest.mark.parametrize("words", REFUSED, ids=[w[:50] for w in REFUSED])
def test_a_report_in_these_words_tells_nothing(words):
    assert report(words) == set()
